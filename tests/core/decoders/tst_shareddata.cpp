// SPDX-License-Identifier: GPL-3.0-or-later
// Real alerts of every format that is read, against facts that were found independently. The data lie beside the checkout
// and are not part of the repository.
#include "core/decoders/decoder.h"
#include "core/decoders/schemastore.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace tocsin;
using Json = nlohmann::json;

namespace {

const QString kData = QStringLiteral(TOCSIN_SHARED_DATA);

struct Read {
    QByteArray bytes;
    decoders::Decoded decoded;
};

QByteArray bytesOf(const QString &name)
{
    QFile file(kData + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The schema of packets that bring none and bear no number either, out of the files that make it up.
std::string schemaFor(const QString &name)
{
    if (!name.startsWith(u"elasticc/schemaless"))
        return {};
    const auto part = [](std::string_view type) -> std::optional<std::string> {
        return bytesOf(QStringLiteral("elasticc/schemas/") + QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size())) + QStringLiteral(".avsc")).toStdString();
    };
    return decoders::SchemaStore::inlined(part("elasticc.v0_9.alert").value(), part).text;
}

// `headers`: what hop would have sent beside it.
Read readFile(const QString &name, const Headers &headers = {}, bool inside = false)
{
    Read read;
    read.bytes = bytesOf(name);
    const std::string schema = schemaFor(name);
    read.decoded = decoders::decode({.value = {read.bytes.constData(), static_cast<size_t>(read.bytes.size())}, .key = {}, .headers = headers, .topic = {}},
                                    {.inside = inside, .schema = schema});
    return read;
}

Headers headersOf(const QString &name, const Json &expected)
{
    const Json extra = expected.value("extra", Json::object());
    if (!extra.contains("hop_format") || name.contains(u"legacy"))
        return {};
    return {{"_format", extra["hop_format"].get<std::string>()}};
}

// The value itself, or one of its alternatives.
std::vector<Json> candidates(const Json &expected, const char *key)
{
    std::vector<Json> list{expected.value(key, Json())};
    if (const auto alt = expected.find("alt"); alt != expected.end() && alt->contains(key)) {
        for (const Json &other : (*alt)[key])
            list.push_back(other);
    }
    return list;
}

bool sameText(const Text &got, const std::vector<Json> &wanted)
{
    return std::ranges::any_of(wanted, [&](const Json &one) { return one.is_null() ? got.empty() : one == got; });
}

bool sameNumber(const Number &got, const std::vector<Json> &wanted, double tolerance)
{
    return std::ranges::any_of(wanted, [&](const Json &one) {
        return one.is_null() ? !got.has() : got.has() && std::abs(one.get<double>() - got.value) <= tolerance;
    });
}

bool sameTime(const UtcTime &got, const std::vector<Json> &wanted)
{
    return std::ranges::any_of(wanted, [&](const Json &one) {
        if (one.is_null())
            return !got.isValid();
        const UtcTime time = UtcTime::fromIso(one.get<std::string>());
        return got.isValid() && std::abs(got.us - time.us) <= 5'000;
    });
}

void compare(const Alert &alert, const Json &expected)
{
    QVERIFY2(sameText(alert.id, candidates(expected, "id")), alert.id.c_str());
    QVERIFY2(sameText(alert.name, candidates(expected, "name")), alert.name.c_str());
    QVERIFY2(sameNumber(alert.ra, candidates(expected, "ra"), alert.ra.single ? 1e-5 : 1e-6), qPrintable(QString::number(alert.ra.value, 'g', 12)));
    QVERIFY2(sameNumber(alert.dec, candidates(expected, "dec"), alert.dec.single ? 1e-5 : 1e-6), qPrintable(QString::number(alert.dec.value, 'g', 12)));
    QVERIFY2(sameTime(alert.timestamp, candidates(expected, "time")), alert.timestamp.iso().c_str());
    QVERIFY2(sameNumber(alert.mag, candidates(expected, "mag"), 1e-4), qPrintable(QString::number(alert.mag.value)));
    QVERIFY2(sameNumber(alert.score, candidates(expected, "score"), 1e-6), qPrintable(QString::number(alert.score.value)));
}

} // namespace

class TestSharedData final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QFile file(kData + QStringLiteral("/expected.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("skipped: the sample alerts are not beside this checkout");
        m_expected = Json::parse(file.readAll().toStdString());
        m_science = Json::parse(bytesOf(QStringLiteral("science-expected.json")).toStdString());
    }

    void good_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, expected] : m_expected.items()) {
            const QString path = QString::fromStdString(name);
            if (path.startsWith(u"gcn-notices-json/") || path.startsWith(u"igwn-gwalert/") || path.startsWith(u"ztf-avro/")
                || path.startsWith(u"lsst-avro/") || path.startsWith(u"elasticc/") || path.startsWith(u"other-avro/")
                || path.startsWith(u"gcn-circulars/") || path.startsWith(u"gcn-classic-") || path.startsWith(u"voevent/")
                || path.startsWith(u"gracedb-lvalert/") || path.startsWith(u"pittgoogle/") || path.startsWith(u"broker-json/")
                || path.startsWith(u"tom-broker/") || path.startsWith(u"hop-scimma/"))
                QTest::newRow(name.c_str()) << path;
        }
    }
    void good()
    {
        QFETCH(QString, name);
        const Json &expected = m_expected[name.toStdString()];
        const Read read = readFile(name, headersOf(name, expected));
        QVERIFY2(read.decoded.error.empty(), read.decoded.error.c_str());
        if (const auto records = expected.find("records"); records != expected.end()) {
            QCOMPARE(read.decoded.alerts.size(), records->size());
            for (size_t i = 0; i < records->size(); ++i)
                compare(*read.decoded.alerts[i], (*records)[i]);
        } else {
            QCOMPARE(read.decoded.alerts.size(), size_t{1});
            compare(*read.decoded.alerts.front(), expected);
        }
    }

    void otherSurveysBearNoNameOfZtf()
    {
        static constexpr std::array<std::array<const char *, 3>, 5> kOthers{{{"turbo_9.avro", "turbo-avro 0.1", "TURBO"},
                                                                            {"atlas_02a59543o0040o_006230.avro", "atlas-avro 0.1", "ATLAS"},
                                                                            {"pgir_114542043.avro", "pgir-avro 0.1", "PGIR"},
                                                                            {"winter_3608694.avro", "winter-avro 0.1", "WINTER"},
                                                                            {"decat_DC21baaa.avro", "decat-avro", "DECAT"}}};
        for (const auto &[name, format, mission] : kOthers) {
            const Read read = readFile(QStringLiteral("other-avro/") + QLatin1String(name));
            QVERIFY2(read.decoded.error.empty(), read.decoded.error.c_str());
            const Alert &alert = *read.decoded.alerts.front();
            QCOMPARE(alert.format, Text(format));
            QCOMPARE(alert.mission, Text(mission));
            QVERIFY(!alert.band.starts_with("ztf") && alert.url.empty());
            QVERIFY(sameText(alert.name, candidates(m_expected[std::string("other-avro/") + name], "name")));
        }
    }

    // Light curves against values that were computed independently.
    void ztfPhotometry_data() { scienceRows("ztf_photometry"); }
    void ztfPhotometry()
    {
        QFETCH(QString, name);
        const Json science = m_science["ztf_photometry"][name.toStdString()];
        const Read read = readFile(name, {}, true);
        const std::vector<LightPoint> &light = read.decoded.insides.at(0).light;
        // Babamul leaves the magnitudes of its lists out: only its own point can be compared.
        const bool shortened = name.contains(u"babamul");
        for (const Json &row : science["rows"]) {
            const std::string where = row["where"];
            if (shortened && where != "candidate")
                continue;
            const UtcTime time = UtcTime::fromJd(row["jd"].get<double>());
            const auto it = std::ranges::find_if(light, [&](const LightPoint &point) {
                return point.kind != LightPoint::Kind::Forced && point.time == time && point.current == (where == "candidate");
            });
            QVERIFY2(it != light.end(), where.c_str());
            static constexpr std::array<const char *, 4> kBands{"", "ztf-g", "ztf-r", "ztf-i"};
            QCOMPARE(it->band, Text(kBands[row["fid"].get<size_t>()]));
            if (row["kind"] == "limit") {
                QVERIFY(it->kind == LightPoint::Kind::Limit && !it->mag.has());
                QVERIFY(std::abs(it->limit.value - row["diffmaglim"].get<double>()) < 1e-4);
            } else {
                QVERIFY(it->kind == LightPoint::Kind::Detection);
                QVERIFY(std::abs(it->mag.value - row["magpsf"].get<double>()) < 1e-4);
                QVERIFY(std::abs(it->magError.value - row["sigmapsf"].get<double>()) < 1e-4);
                const std::string sign = row["isdiffpos"];
                QCOMPARE(it->isNegative, std::optional(sign == "f" || sign == "0" || sign == "False"));
            }
        }
        for (const Json &row : science.value("fp_hists_first", Json::array())) {
            if (row.value("forcediffimflux", Json()).is_null())
                continue;
            const UtcTime time = UtcTime::fromJd(row["jd"].get<double>());
            const auto it = std::ranges::find_if(light, [&](const LightPoint &point) { return point.kind == LightPoint::Kind::Forced && point.time == time; });
            QVERIFY(it != light.end());
            QVERIFY(std::abs(it->flux.value / row["flux_nJy"].get<double>() - 1) < 1e-5);
            QVERIFY(std::abs(it->limit.value - row["limit_5sigma"].get<double>()) < 1e-4);
            QCOMPARE(it->mag.has(), row["mag"].is_number());
            if (row["mag"].is_number()) {
                QVERIFY(std::abs(it->mag.value - row["mag"].get<double>()) < 1e-4);
                QVERIFY(std::abs(it->magError.value - row["mag_err"].get<double>()) < 1e-4);
            }
        }
    }

    void lsstPhotometry_data() { scienceRows("lsst_photometry"); }
    void lsstPhotometry()
    {
        QFETCH(QString, name);
        const Read read = readFile(name, {}, true);
        const std::vector<LightPoint> &light = read.decoded.insides.at(0).light;
        for (const Json &row : m_science["lsst_photometry"][name.toStdString()]["rows"]) {
            if (row["field"] != "psfFlux")
                continue;
            const std::string where = row["where"];
            const UtcTime time = UtcTime::fromIso(row["utc"].get<std::string>());
            const auto kind = where.starts_with("prvDiaForced") ? LightPoint::Kind::Forced : LightPoint::Kind::Detection;
            const auto it = std::ranges::find_if(light, [&](const LightPoint &point) {
                return point.kind == kind && point.current == (where == "diaSource") && std::abs(point.time.us - time.us) <= 1'000;
            });
            QVERIFY2(it != light.end(), where.c_str());
            QCOMPARE(it->band, Text("lsst-" + row["band"].get<std::string>()));
            QVERIFY(std::abs(it->flux.value / row["flux_nJy"].get<double>() - 1) < 1e-6);
            QVERIFY(std::abs(it->limit.value - row["limit_5sigma"].get<double>()) < 1e-4);
            QCOMPARE(it->mag.has(), row["mag_ab"].is_number());
            if (it->mag.has())
                QVERIFY(std::abs(it->mag.value - row["mag_ab"].get<double>()) < 1e-4);
        }
    }

    void facts_data() { good_data(); }
    void facts() // what stands in "extra"
    {
        QFETCH(QString, name);
        const Read read = readFile(name, headersOf(name, m_expected[name.toStdString()]));
        QVERIFY(!read.decoded.alerts.empty());
        const Alert &alert = *read.decoded.alerts.front();
        const Json extra = m_expected[name.toStdString()].value("extra", Json::object());
        if (name.startsWith(u"igwn-gwalert/")) {
            QCOMPARE(alert.test, extra.value("mock_or_test", false));
            if (extra.contains("far"))
                QCOMPARE(alert.far.value, extra["far"].get<double>());
            if (extra.contains("classification"))
                QCOMPARE(alert.pBns.value, extra["classification"]["BNS"].get<double>());
            if (extra.contains("skymap") && extra["skymap"].is_object()) {
                const Json &map = extra["skymap"];
                QVERIFY(std::abs(alert.area50.value / map["area50_deg2"].get<double>() - 1) < 1e-6);
                QVERIFY(std::abs(alert.area90.value / map["area90_deg2"].get<double>() - 1) < 1e-6);
                QCOMPARE(alert.distanceMpc.value, map["distmean_Mpc"].get<double>());
                QCOMPARE(alert.positionKind, Text("map-peak"));
            }
        }
        if (name.startsWith(u"ztf-avro/") && extra.contains("programid") && extra["programid"].is_number())
            QCOMPARE(alert.access, Text(extra["programid"] == 1 ? "public" : "restricted"));
        if (name.startsWith(u"gracedb-lvalert/")) {
            QCOMPARE(alert.alertTypeRaw, extra.value("alert_type", std::string()));
            QCOMPARE(alert.access, Text("restricted"));
            if (extra.contains("far"))
                QCOMPARE(alert.far.value, extra["far"].get<double>());
        }
        if (name.startsWith(u"gcn-circulars/"))
            QCOMPARE(alert.subject, extra.value("subject", std::string()));
        if (name.startsWith(u"gcn-notices-json/") && extra.contains("alert_type"))
            QCOMPARE(alert.alertType, extra["alert_type"].get<std::string>());
    }

    // FAULT-63, FAULT-74: whatever is broken is told, and nothing crashes.
    void bad_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, expected] : m_expected.items()) {
            const QString path = QString::fromStdString(name);
            if (path.startsWith(u"bad/"))
                QTest::newRow(name.c_str()) << path;
        }
    }
    void bad()
    {
        QFETCH(QString, name);
        const Read read = readFile(name);
        const Json &expected = m_expected[name.toStdString()];
        const std::string expect = expected.value("expect", "any");
        const bool ours = name.endsWith(u".json") || name.contains(u"avro") || name.contains(u"/text_") || name.contains(u"/xml_") || name.contains(u"/binary_");
        if (expect == "reject" && ours) {
            QVERIFY(!read.decoded.error.empty());
            QVERIFY(read.decoded.alerts.empty());
        } else if (expect == "no-position" && ours) {
            for (const auto &alert : read.decoded.alerts) {
                QVERIFY(!alert->hasPosition());
                QVERIFY(!alert->ra.has());
                QVERIFY(!alert->dec.has());
            }
        } else if (expect == "accept" && ours) {
            QVERIFY2(read.decoded.error.empty(), read.decoded.error.c_str());
            const Alert &alert = *read.decoded.alerts.front();
            QCOMPARE(alert.id, expected["id"].get<std::string>());
            if (expected["ra"].is_number())
                QCOMPARE(alert.ra.value, expected["ra"].get<double>());
        }
        QVERIFY(read.decoded.error.empty() != read.decoded.alerts.empty() || read.decoded.heartbeat);
    }

    // The whole packet can be shown of whatever can be decoded, and every tree can be written.
    void trees_data() { good_data(); }
    void trees()
    {
        QFETCH(QString, name);
        const QByteArray bytes = bytesOf(name);
        const std::string schema = schemaFor(name);
        const Headers headers = headersOf(name, m_expected[name.toStdString()]);
        const decoders::Decoded decoded = decoders::decode(
            {.value = {bytes.constData(), static_cast<size_t>(bytes.size())}, .key = {}, .headers = headers, .topic = {}}, {.fields = true, .schema = schema});
        QCOMPARE(decoded.trees.size(), decoded.alerts.size());
        QVERIFY(!decoded.trees.front().dump().empty());
        QVERIFY(decoded.trees.front().dump().size() < 4'000'000); // hundreds of earlier detections, but no image
    }

private:
    void scienceRows(const char *part)
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, expected] : m_science[part].items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    Json m_expected;
    Json m_science;
};

QTEST_GUILESS_MAIN(TestSharedData)
#include "tst_shareddata.moc"
