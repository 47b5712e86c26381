// SPDX-License-Identifier: GPL-3.0-or-later
// Sky maps: flat ones against a plain sort, multi-order ones, regions, and whatever a file can lie about.
#include "fitsbuilder.h"

#include "core/decoders/decoder.h"
#include "core/decoders/fits/bytestream.h"
#include "core/decoders/fits/skymap.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace fitsbuilder;
using decoders::SkyMapFacts;

namespace {

constexpr double kSky = 41252.96124941927; // square degrees

QByteArray dataOf(const char *name)
{
    QFile file(QStringLiteral(TOCSIN_TEST_DATA) + u'/' + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

SkyMapFacts facts(const QByteArray &map)
{
    const auto read = decoders::readSkyMapOrCoverage(view(map));
    if (const auto *wrong = std::get_if<std::string>(&read)) {
        qWarning("%s", wrong->c_str());
        return {};
    }
    return std::get<SkyMapFacts>(read);
}

std::string wrongWith(const QByteArray &map)
{
    const auto read = decoders::readSkyMapOrCoverage(view(map));
    const auto *wrong = std::get_if<std::string>(&read);
    return wrong ? *wrong : std::string();
}

// How many of the greatest values hold a share of the sum.
template <typename T> double pixelsFor(std::vector<T> values, double share)
{
    const double total = std::accumulate(values.begin(), values.end(), 0.0);
    std::ranges::sort(values, std::greater<>());
    double sum = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        sum += static_cast<double>(values[i]);
        if (sum >= share * total)
            return static_cast<double>(i + 1);
    }
    return static_cast<double>(values.size());
}

// A map with everything that makes selection hard: equal values, zeros, many magnitudes.
template <typename T> std::vector<T> randomSky(size_t pixels, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<T> values(pixels);
    for (T &value : values) {
        const double kind = random.generateDouble();
        value = static_cast<T>(kind < 0.2 ? 0.0 : kind < 0.5 ? 0.125 : std::pow(10.0, -4 * random.generateDouble()) * random.generateDouble());
    }
    const double total = std::accumulate(values.begin(), values.end(), 0.0);
    for (T &value : values)
        value = static_cast<T>(static_cast<double>(value) / total);
    return values;
}

template <typename T> void sameAsSorting(quint32 seed, qsizetype repeat)
{
    const std::vector<T> values = randomSky<T>(12 * 16 * 16, seed);
    const double pixel = kSky / static_cast<double>(values.size());
    const auto peak = std::ranges::max_element(values) - values.begin();
    const QByteArray map = flatMap(values, "RING", 16, repeat);
    for (const QByteArray &bytes : {map, gzipped(map)}) {
        const SkyMapFacts read = facts(bytes);
        QVERIFY(std::abs(read.area50 / pixel - pixelsFor(values, 0.5)) < 1e-6);
        QVERIFY(std::abs(read.area90 / pixel - pixelsFor(values, 0.9)) < 1e-6);
        QCOMPARE(read.peakPixel, static_cast<int64_t>(peak));
        QCOMPARE(read.nside, int64_t{16});
        QVERIFY(std::abs(read.total - 1) < 1e-5);
        QVERIFY(read.notes.empty());
    }
}

std::vector<float> oneSpot(size_t at = 0)
{
    std::vector<float> values(768, 0.0f); // NSIDE 8
    values[at] = 1;
    return values;
}

} // namespace

class TestSkyMaps final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void flatMapsAreExact()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            sameAsSorting<float>(seed, 1);
            sameAsSorting<float>(seed, 1024);
            sameAsSorting<double>(seed, 1);
            sameAsSorting<double>(seed, 96);
            if (QTest::currentTestFailed())
                return;
        }
    }

    // All pixels of one value, and doubles that differ in their last bits only.
    void nearlyEqualPixelsAreExact()
    {
        const std::vector<float> same(768, 1.0f / 768);
        QVERIFY(std::abs(facts(flatMap(same, "NESTED", 8)).area50 / kSky - 0.5) < 1e-9);
        std::vector<double> close(768, 1.0 / 768);
        for (size_t i = 0; i < close.size(); ++i) {
            for (size_t k = 0; k < i % 5; ++k)
                close[i] = std::nextafter(close[i], 1.0);
        }
        const SkyMapFacts read = facts(flatMap(close, "NESTED", 8));
        QVERIFY(std::abs(read.area90 / kSky * 768 - pixelsFor(close, 0.9)) < 1e-6);
        QCOMPARE(read.peakPixel, int64_t{4});
    }

    // The same sky in the three ways of writing it.
    void orderingsAgree()
    {
        // Pixel 0 of the ring order is the first about the north pole; in nested order of NSIDE 8 it is pixel 63 of base 0.
        const SkyMapFacts ring = facts(flatMap(oneSpot(0), "RING", 8));
        const SkyMapFacts nested = facts(flatMap(oneSpot(63), "NESTED", 8));
        QByteArray rows;
        put<int64_t>(rows, 4 * 64 + 63); // order 3
        put<double>(rows, 768 / (4 * M_PI));
        const QByteArray uniq = emptyPrimary()
            + table(16, 1, 2, {{"TTYPE1", "'UNIQ'"}, {"TFORM1", "'K'"}, {"TTYPE2", "'PROBDENSITY'"}, {"TFORM2", "'D'"}, {"ORDERING", "'NUNIQ'"}}, rows);
        const SkyMapFacts multi = facts(uniq);
        for (const SkyMapFacts &read : {nested, multi, facts(gzipped(uniq))}) {
            QVERIFY(std::abs(read.peakRa - ring.peakRa) < 1e-9);
            QVERIFY(std::abs(read.peakDec - ring.peakDec) < 1e-9);
            QVERIFY(std::abs(read.area90 - ring.area90) < 1e-9);
            QVERIFY(std::abs(read.total - 1) < 1e-9);
        }
        QCOMPARE(ring.peakRa, 45.0);
        QCOMPARE(multi.peakPixel, int64_t{4 * 64 + 63});
        QCOMPARE(multi.orderMax, 3);
    }

    void partOfTheSkyIsRead()
    {
        // Pixels named one by one.
        QByteArray rows;
        for (const auto &[pixel, value] : {std::pair(700, 0.25f), std::pair(3, 0.75f)}) {
            put<int32_t>(rows, pixel);
            put<float>(rows, value);
        }
        const std::vector<Card> cards{{"TTYPE1", "'PIXEL'"}, {"TFORM1", "'J'"},    {"TTYPE2", "'PROBABILITY'"}, {"TFORM2", "'E'"},
                                      {"ORDERING", "'RING'"}, {"NSIDE", "8"}, {"INDXSCHM", "'EXPLICIT'"}};
        const SkyMapFacts named = facts(emptyPrimary() + table(8, 2, 2, cards, rows));
        QCOMPARE(named.peakPixel, int64_t{3});
        QVERIFY(std::abs(named.area90 / kSky * 768 - 2) < 1e-9);
        rows.clear();
        put<int32_t>(rows, 768);
        put<float>(rows, 1);
        QVERIFY(wrongWith(emptyPrimary() + table(8, 1, 2, cards, rows)).find("impossible pixel") != std::string::npos);
        // A range of pixels.
        const QByteArray range = flatMap(std::vector<float>{0.1f, 0.9f}, "RING", 8, 1, {{"FIRSTPIX", "100"}, {"LASTPIX", "101"}});
        QCOMPARE(facts(range).peakPixel, int64_t{101});
        // The last row filled up.
        std::vector<float> filled = oneSpot(5);
        filled.resize(1024, 7.0f);
        QCOMPARE(facts(flatMap(filled, "RING", 8, 1024)).peakPixel, int64_t{5});
        QVERIFY(wrongWith(flatMap(std::vector<float>(700, 1.0f), "RING", 8)).find("no whole sky") != std::string::npos);
    }

    void oddValuesCountAsNothing()
    {
        std::vector<float> values = oneSpot(9);
        values[1] = std::nanf("");
        values[2] = -1;
        values[3] = -1.6375e30f;
        values[4] = INFINITY;
        const SkyMapFacts read = facts(flatMap(values, "RING", 8));
        QCOMPARE(read.peakPixel, int64_t{9});
        QCOMPARE(read.notes.size(), size_t{1});
        QVERIFY(read.notes.front().starts_with("4 pixels"));
        values.assign(768, 0.01f);
        QVERIFY(facts(flatMap(values, "RING", 8)).notes.front().find("7.68") != std::string::npos);
        values.assign(768, 0);
        QVERIFY(wrongWith(flatMap(values, "RING", 8)).find("empty") != std::string::npos);
        values.assign(768, std::nanf(""));
        QVERIFY(wrongWith(flatMap(values, "RING", 8)).find("empty") != std::string::npos);
    }

    // Galactic and ecliptic maps give the place in right ascension and declination, and the same areas.
    void otherAxesAreTurned()
    {
        const auto inSystem = [](const char *system, size_t spot) {
            return facts(flatMap(oneSpot(spot), "RING", 8, 1, {{"COORDSYS", std::string("'").append(system).append("'")}}));
        };
        constexpr double degree = M_PI / 180;
        // Pole of the system (right ascension, declination) and the longitude of the northern pole in it.
        struct Axes {
            const char *system;
            double ra, dec, longitude;
        };
        for (const Axes &axes : {Axes{"G", 192.859481, 27.128251, 122.931919}, Axes{"Galactic", 192.859481, 27.128251, 122.931919},
                                 Axes{"E", 270.0, 90 - 23.4392911, 90.0}}) {
            for (const size_t spot : {size_t{0}, size_t{200}, size_t{383}, size_t{767}}) {
                const SkyMapFacts plain = inSystem("C", spot);
                const SkyMapFacts turned = inSystem(axes.system, spot);
                const double away = (axes.longitude - plain.peakRa) * degree;
                const double latitude = plain.peakDec * degree;
                const double pole = axes.dec * degree;
                const double dec = std::asin(std::sin(pole) * std::sin(latitude) + std::cos(pole) * std::cos(latitude) * std::cos(away));
                const double ra = std::atan2(std::cos(latitude) * std::sin(away),
                                             std::cos(pole) * std::sin(latitude) - std::sin(pole) * std::cos(latitude) * std::cos(away))
                    + axes.ra * degree;
                QVERIFY2(std::abs(turned.peakDec - dec / degree) < 1e-4, axes.system);
                QVERIFY2(std::abs(std::remainder(turned.peakRa - ra / degree, 360)) * std::cos(dec) < 1e-4, axes.system);
                QVERIFY(turned.peakRa >= 0 && turned.peakRa < 360);
                QCOMPARE(turned.area90, plain.area90);
                QCOMPARE(turned.peakPixel, plain.peakPixel);
            }
        }
        for (const char *system : {"", "C", "Celestial", "EQUATORIAL", "icrs"})
            QCOMPARE(inSystem(system, 200).peakRa, facts(flatMap(oneSpot(200), "RING", 8)).peakRa);
        const std::string wrong = wrongWith(flatMap(oneSpot(), "RING", 8, 1, {{"COORDSYS", "'X'"}}));
        QVERIFY2(wrong.find("nobody knows") != std::string::npos, wrong.c_str());
    }

    // Where the header says no distance, the pixels do: each has r^2 exp(-(r - mu)^2 / 2 sigma^2).
    void distanceOfAllPixels()
    {
        struct Pixel {
            double probability, mu, sigma;
        };
        const auto expected = [](const std::vector<Pixel> &pixels) {
            double weight = 0;
            double first = 0;
            double second = 0;
            for (const Pixel &pixel : pixels) {
                double sums[3]{};
                for (double r = 0.005; r < 2'000; r += 0.01) {
                    const double t = (r - pixel.mu) / pixel.sigma;
                    const double density = r * r * std::exp(-t * t / 2 + std::min(0.0, pixel.mu) * pixel.mu / 2 / pixel.sigma / pixel.sigma);
                    for (int power = 0; power < 3; ++power)
                        sums[power] += density * std::pow(r, power);
                }
                weight += pixel.probability;
                first += pixel.probability * sums[1] / sums[0];
                second += pixel.probability * sums[2] / sums[0];
            }
            return std::pair(first / weight, std::sqrt(second / weight - first * first / weight / weight));
        };
        // Twelve base pixels; those without a sound distance do not count.
        std::vector<Pixel> pixels{{0.5, 100, 20}, {0.25, 40, 30}, {0.125, -60, 30}, {0.125, -900, 30}};
        const auto [mean, deviation] = expected(pixels);
        pixels.insert(pixels.end(), {{0, 500, 1}, {0.5, INFINITY, 1}, {0.5, 100, 0}, {0.5, std::nan(""), 1}});
        pixels.resize(12, {0, INFINITY, 1});
        for (const bool stated : {false, true}) {
            QByteArray rows;
            for (size_t i = 0; i < pixels.size(); ++i) {
                put<qint64>(rows, static_cast<qint64>(4 + i));
                for (const double value : {pixels[i].probability * 3 / M_PI, pixels[i].mu, pixels[i].sigma})
                    put<double>(rows, value);
            }
            std::vector<Card> cards{{"ORDERING", "'NUNIQ'"}, {"TTYPE1", "'UNIQ'"}, {"TFORM1", "'K'"}, {"TTYPE2", "'PROBDENSITY'"}, {"TFORM2", "'D'"},
                                    {"TTYPE3", "'DISTMU'"}, {"TFORM3", "'D'"}, {"TTYPE4", "'DISTSIGMA'"}, {"TFORM4", "'D'"}};
            if (stated)
                cards.insert(cards.end(), {{"DISTMEAN", "77.5"}, {"DISTSTD", "7.5"}});
            const SkyMapFacts read = facts(emptyPrimary() + table(32, 12, 4, cards, rows));
            QVERIFY(read.distanceMpc && read.distanceErrorMpc);
            QVERIFY2(std::abs(*read.distanceMpc - (stated ? 77.5 : mean)) < 1e-3, qPrintable(QString::number(*read.distanceMpc)));
            QVERIFY2(std::abs(*read.distanceErrorMpc - (stated ? 7.5 : deviation)) < 1e-3, qPrintable(QString::number(*read.distanceErrorMpc)));
        }
        // The same of a flat map, whose columns lie side by side.
        QByteArray rows;
        for (int i = 0; i < 12; ++i) {
            for (const float value : {1.0f / 12, 100.0f, 20.0f})
                put(rows, value);
        }
        const SkyMapFacts flat = facts(emptyPrimary() + table(12, 12, 3, {{"ORDERING", "'RING'"}, {"NSIDE", "1"}, {"TTYPE1", "'PROB'"}, {"TFORM1", "'E'"}, {"TTYPE2", "'DISTMU'"},
                                                                        {"TFORM2", "'E'"}, {"TTYPE3", "'DISTSIGMA'"}, {"TFORM3", "'E'"}}, rows));
        QVERIFY(flat.distanceMpc && std::abs(*flat.distanceMpc - expected({{1, 100, 20}}).first) < 1e-3);
    }

    void unsoundHeadersAreRefused()
    {
        QVERIFY(wrongWith(flatMap(oneSpot(), "SPIRAL", 8)).find("ordered") != std::string::npos);
        QVERIFY(wrongWith(flatMap(oneSpot(), "NESTED", 7)).find("NSIDE") != std::string::npos);
        for (const char *nside : {"0", "-8", "4294967296", "9223372036854775807", "x"})
            QVERIFY2(!wrongWith(changed(flatMap(oneSpot(), "RING", 8), "NSIDE", nside)).empty() || QByteArray(nside) == "x", nside);
        for (const char *rows : {"-1", "0", "9223372036854775807", "1e9", "536870912"}) {
            const QByteArray map = changed(flatMap(oneSpot(), "RING", 8), "NAXIS2", rows);
            QVERIFY2(!wrongWith(map).empty(), rows);
            QVERIFY2(!wrongWith(gzipped(map)).empty(), rows);
        }
        for (const char *form : {"''", "'E'", "'-1E'", "'99999999999E'", "'1Z'", "'0E'", "'1A'", "'768E'"})
            QVERIFY2(!wrongWith(changed(flatMap(oneSpot(), "RING", 8), "TFORM1", form)).empty() || QByteArray(form) == "'E'", form);
    }

    // FAULT-63: cut anywhere, plain or packed, a map is refused with a reason.
    void everyCutIsTold()
    {
        const QByteArray map = flatMap(oneSpot(767), "RING", 8, 64);
        for (qsizetype size = 0; size < 2 * 2'880 + 768 * 4; size += size > 5'700 ? 61 : 17)
            QVERIFY2(!wrongWith(map.first(size)).empty(), qPrintable(QString::number(size)));
        const QByteArray packed = gzipped(map);
        for (qsizetype size = 0; size < packed.size(); ++size)
            QVERIFY2(!wrongWith(packed.first(size)).empty(), qPrintable(QString::number(size)));
    }

    void everyFlippedBitEndsWell()
    {
        const QByteArray map = flatMap(oneSpot(), "RING", 8, 64);
        for (qsizetype at = 0; at < 2 * 2880 + 64; ++at) {
            for (const int bit : {0, 3, 6}) {
                QByteArray broken = map;
                broken[at] = static_cast<char>(broken[at] ^ (1 << bit));
                const auto read = decoders::readSkyMapOrCoverage(view(broken));
                if (const auto *sound = std::get_if<SkyMapFacts>(&read); sound && !sound->coverage)
                    QVERIFY(sound->area90 >= sound->area50 && sound->area90 <= kSky * 1.000001 && std::abs(sound->peakDec) <= 90);
            }
        }
        const QByteArray packed = gzipped(map);
        for (qsizetype at = 0; at < packed.size(); ++at) {
            QByteArray broken = packed;
            broken[at] = static_cast<char>(broken[at] ^ 0x10);
            (void)wrongWith(broken);
        }
    }

    // FAULT-66: what unpacks to more than any map is refused, and while it unpacks nothing is held.
    void bombsAreRefused()
    {
        // A header that announces 4 TB; then a map of 805 MB whose rows are not there.
        QByteArray map = changed(flatMap(oneSpot(), "RING", 8), "NAXIS2", "1000000000000");
        QVERIFY(!wrongWith(gzipped(map)).empty());
        map = changed(changed(flatMap(oneSpot(), "RING", 8), "NAXIS2", "201326592"), "NSIDE", "4096");
        QVERIFY(wrongWith(gzipped(map)).find("cut") != std::string::npos);
        // What stands behind a map is gone through and forgotten.
        map = flatMap(oneSpot(), "RING", 8);
        const QByteArray zeros = gzipped(QByteArray(40 << 20, '\0'), 1);
        QVERIFY(wrongWith(gzipped(map) + zeros).empty());
        // All passes together have one limit.
        decoders::ByteStream stream(view(zeros), 50u << 20);
        QVERIFY(stream.drain());
        stream.rewind();
        QVERIFY(!stream.drain());
        QVERIFY(stream.error().find("more than is allowed") != std::string::npos);
    }

    void fileBecomesARow()
    {
        const QByteArray file = dataOf("skymap_flat.fits.gz");
        const decoders::Decoded decoded = decoders::decode({.value = view(file)}, {.fields = true, .inside = true});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        QCOMPARE(decoded.alerts.size(), size_t{1});
        const Alert &alert = *decoded.alerts.front();
        QCOMPARE(alert.format, Text("skymap"));
        QCOMPARE(alert.id, Text("MS260301a"));
        QCOMPARE(alert.name, Text("MS260301a"));
        QVERIFY(alert.test);
        QCOMPARE(alert.timestamp.iso(), std::string("2026-03-01T04:05:06.789012Z"));
        QCOMPARE(alert.timeKind, Text("merger"));
        QCOMPARE(alert.issued.iso(), std::string("2026-03-01T04:10:00.000000Z"));
        QCOMPARE(alert.instruments, Text("H1,L1"));
        QCOMPARE(alert.messenger, Text("gw"));
        QCOMPARE(alert.url, Text("https://example.org/superevents/MS260301a"));
        QCOMPARE(alert.positionKind, Text("map-peak"));
        QVERIFY(std::abs(alert.ra.value - 45) < 1e-9);
        QVERIFY(std::abs(alert.area50.value - kSky / 768) < 1e-6);
        QVERIFY(std::abs(alert.area90.value - 3 * kSky / 768) < 1e-6);
        QCOMPARE(alert.distanceMpc.value, 125.5);
        QCOMPARE(alert.distanceErrorMpc.value, 40.25);
        QVERIFY(!alert.score.has() && !alert.mag.has());
        QVERIFY(alert.problems.empty());
        const decoders::FieldTree &tree = decoded.trees.front();
        QCOMPARE(tree["ordering"].get<std::string>(), std::string("RING"));
        QCOMPARE(tree["nside"].get<int>(), 8);
        QCOMPARE(tree["columns"].size(), size_t{1});
        QCOMPARE(tree["skymap"]["bytes"].get<qsizetype>(), file.size());
        QCOMPARE(decoded.insides.front().skyMap, file.toStdString());
    }

    // healpy calls the object of every map so; what is folded by it would be all maps of the day.
    void fullSkyIsNoObject()
    {
        const QByteArray file = flatMap(oneSpot(), "RING", 8, 1, {{"OBJECT", "'FULLSKY'"}});
        const Alert alert = *decoders::decode({.value = view(file)}).alerts.at(0);
        QVERIFY(alert.hasPosition() && alert.name.empty() && alert.event.empty());
    }

    void regionIsNoMap()
    {
        const QByteArray file = dataOf("skymap_moc.fits");
        const decoders::Decoded decoded = decoders::decode({.value = view(file)}, {.fields = true});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        const Alert &alert = *decoded.alerts.front();
        QVERIFY(!alert.hasPosition() && !alert.area50.has() && alert.id.empty() && !alert.timestamp.isValid());
        QVERIFY(decoded.trees.front()["moc"].get<bool>());
        const auto asMap = decoders::readSkyMap(view(file));
        QVERIFY(std::get<std::string>(asMap).find("MOC") != std::string::npos);
        QVERIFY(!wrongWith(file.first(5'760 + 8)).empty());
    }

    void mapInsideANotice()
    {
        const QByteArray map = gzipped(flatMap(oneSpot(), "RING", 8));
        const QByteArray notice = R"({"$schema": "https://gcn.nasa.gov/schema/v4.0.0/gcn/notices/fermi/gbm/alert.schema.json", "mission": "Fermi", "id": ["1"], "healpix_file": ")"
            + map.toBase64() + "\"}";
        const decoders::Decoded decoded = decoders::decode({.value = view(notice)});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        const Alert &alert = *decoded.alerts.front();
        QCOMPARE(alert.positionKind, Text("map-peak"));
        QVERIFY(std::abs(alert.area90.value - kSky / 768) < 1e-6);
    }

    void tableOfOtherThingsIsNoMap()
    {
        QByteArray rows;
        put<float>(rows, 1);
        const QByteArray file = emptyPrimary() + table(4, 1, 1, {{"TTYPE1", "'FLUX'"}, {"TFORM1", "'E'"}}, rows);
        QVERIFY(wrongWith(file).find("no HEALPix map") != std::string::npos);
        // A map behind another table is found.
        const QByteArray behind = file + flatMap(oneSpot(7), "RING", 8).sliced(2880);
        QCOMPARE(facts(behind).peakPixel, int64_t{7});
        QCOMPARE(facts(gzipped(behind)).peakPixel, int64_t{7});
    }
};

QTEST_GUILESS_MAIN(TestSkyMaps)
#include "tst_skymaps.moc"
