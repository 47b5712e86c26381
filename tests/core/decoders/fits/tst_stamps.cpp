// SPDX-License-Identifier: GPL-3.0-or-later
// Image stamps: what their units hold, the limits they are drawn with, and whatever a header can lie about.
#include "fitsbuilder.h"

#include "core/decoders/decoder.h"
#include "core/decoders/fits/stamp.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace fitsbuilder;
using decoders::FieldTree;
using decoders::Limits;
using decoders::Stamp;
using decoders::Stretch;

namespace {

QByteArray dataOf(const char *name)
{
    QFile file(QStringLiteral(TOCSIN_TEST_DATA) + u'/' + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Stamp stampOf(const QByteArray &bytes)
{
    const auto read = decoders::readStamp(view(bytes));
    if (const auto *wrong = std::get_if<std::string>(&read)) {
        qWarning("%s", wrong->c_str());
        return {};
    }
    return std::get<Stamp>(read);
}

FieldTree treeOf(const QByteArray &bytes, std::string *error = nullptr)
{
    std::string wrong;
    FieldTree tree = decoders::stampTree(view(bytes), wrong);
    if (error)
        *error = wrong;
    return tree;
}

bool near(double a, double b, double tolerance = 1e-6)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

// 3 x 2 pixels that count 0, 1, 2 … in any kind of number.
QByteArray counting(int bitpix, std::vector<Card> more = {})
{
    QByteArray data;
    for (int i = 0; i < 6; ++i) {
        switch (bitpix) {
        case 8: put<uint8_t>(data, static_cast<uint8_t>(i)); break;
        case 16: put<int16_t>(data, static_cast<int16_t>(i)); break;
        case 32: put<int32_t>(data, i); break;
        case 64: put<int64_t>(data, i); break;
        case -32: put<float>(data, static_cast<float>(i)); break;
        default: put<double>(data, i); break;
        }
    }
    return image(bitpix, {3, 2}, data, std::move(more));
}

} // namespace

class TestStamps final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindOfNumber_data()
    {
        QTest::addColumn<int>("bitpix");
        for (const int bitpix : {8, 16, 32, 64, -32, -64})
            QTest::addRow("%d", bitpix) << bitpix;
    }
    void everyKindOfNumber()
    {
        QFETCH(int, bitpix);
        const Stamp plain = stampOf(counting(bitpix));
        QCOMPARE(plain.width, 3);
        QCOMPARE(plain.height, 2);
        QCOMPARE(plain.pixels, (std::vector<float>{0, 1, 2, 3, 4, 5}));
        const QByteArray scaled = counting(bitpix, {{"BSCALE", "2.5D0"}, {"BZERO", "-10"}, {"BLANK", "4"}});
        const Stamp stamp = stampOf(gzipped(scaled));
        QCOMPARE(stamp.pixels[3], -2.5f);
        QCOMPARE(stamp.missing, int64_t{bitpix > 0 ? 1 : 0}); // BLANK is for whole numbers
        QCOMPARE(std::isnan(stamp.pixels[4]), bitpix > 0);
        const FieldTree tree = treeOf(scaled);
        QCOMPARE(tree["hdus"].size(), size_t{1});
        const FieldTree &unit = tree["hdus"][0];
        QCOMPARE(unit["type"].get<std::string>(), std::string("PrimaryHDU"));
        QCOMPARE(unit["bitpix"].get<int>(), bitpix);
        QCOMPARE(unit["naxis1"].get<int>(), 3);
        QCOMPARE(unit["naxis2"].get<int>(), 2);
        QCOMPARE(unit["min"].get<double>(), -10.0);
        QCOMPARE(unit["max"].get<double>(), 2.5);
        QCOMPARE(unit["nan_pixels"].get<int>(), bitpix > 0 ? 1 : 0);
        QCOMPARE(unit["first_pixel"].get<double>(), -10.0);
        QCOMPARE(unit["centre_pixel"].is_null(), bitpix > 0); // pixel 4
    }

    void fileBecomesARow()
    {
        const QByteArray file = dataOf("stamp.fits.gz");
        const decoders::Decoded decoded = decoders::decode({.value = view(file)}, {.fields = true, .inside = true});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        QCOMPARE(decoded.alerts.size(), size_t{1});
        const Alert &alert = *decoded.alerts.front();
        QCOMPARE(alert.format, Text("stamp"));
        QVERIFY(alert.id.empty() && alert.name.empty() && !alert.hasPosition() && !alert.timestamp.isValid() && !alert.mag.has());
        const FieldTree &units = decoded.trees.front()["hdus"];
        QCOMPARE(units.size(), size_t{3});
        QCOMPARE(units[0]["nan_pixels"].get<int>(), 1);
        QVERIFY(near(units[0]["min"].get<double>(), 84.31060791));
        QVERIFY(near(units[0]["max"].get<double>(), 501.5443));
        QVERIFY(near(units[0]["first_pixel"].get<double>(), 94.10579));
        QVERIFY(near(units[0]["centre_pixel"].get<double>(), 501.5443));
        QCOMPARE(units[1]["type"].get<std::string>(), std::string("ImageHDU"));
        QCOMPARE(units[1]["max"].get<double>(), 4.0); // unsigned by BZERO
        QCOMPARE(units[1]["centre_pixel"].get<double>(), 1.0);
        QCOMPARE(units[2]["bitpix"].get<int>(), -64);
        QCOMPARE(units[2]["centre_pixel"].get<double>(), 1.0);
        QCOMPARE(decoded.insides.front().stamps.size(), size_t{1});
        QVERIFY(!decoded.insides.front().stamps.front().bytes.empty());
    }

    void imagesBehindAnEmptyUnit()
    {
        QByteArray data;
        for (int i = 0; i < 6; ++i)
            put<float>(data, static_cast<float>(i));
        const QByteArray second = image(-32, {3, 2}, data, {}, false);
        // A first header of many blocks hides what follows.
        std::vector<Card> cards{{"SIMPLE", "T"}, {"BITPIX", "8"}, {"NAXIS", "0"}};
        for (int i = 0; i < 200; ++i)
            cards.push_back({"NOTE" + std::to_string(i), std::to_string(i)});
        for (const QByteArray &first : {emptyPrimary(), header(cards)}) {
            for (const QByteArray &file : {first + second, gzipped(first + second)}) {
                const decoders::Decoded decoded = decoders::decode({.value = view(file)}, {.fields = true});
                QVERIFY2(decoded.error.empty(), decoded.error.c_str());
                QCOMPARE(decoded.alerts.front()->format, Text("stamp"));
                QCOMPARE(decoded.trees.front()["hdus"].size(), size_t{2});
                QCOMPARE(stampOf(file).pixels.size(), size_t{6});
            }
        }
    }

    void oddShapes()
    {
        QByteArray data(24, '\1');
        QCOMPARE(treeOf(image(8, {24}, data))["hdus"][0]["max"].get<double>(), 1.0); // a line
        QVERIFY(std::holds_alternative<std::string>(decoders::readStamp(view(image(8, {24}, data)))));
        QCOMPARE(stampOf(image(8, {2, 3, 4}, data)).height, 3); // of a cube, the first plane
        std::string error;
        (void)treeOf(image(8, {0, 5}, {}), &error);
        QVERIFY(error.find("neither") != std::string::npos);
        QVERIFY(std::get<std::string>(decoders::readStamp(view(image(8, {5'000, 1}, QByteArray(5'000, '\0'))))).find("4096") != std::string::npos);
    }

    // A picture without a single valid pixel, and one of a single value.
    void nothingToSee()
    {
        QByteArray data;
        for (const float value : {std::nanf(""), INFINITY, -INFINITY, 1e30f, std::nanf(""), -2e20f})
            put<float>(data, value);
        const QByteArray file = image(-32, {3, 2}, data);
        const Stamp stamp = stampOf(file);
        QCOMPARE(stamp.missing, int64_t{6});
        QVERIFY(!decoders::zscale(stamp) && !decoders::percentiles(stamp, 1, 99) && !decoders::commonLimits({&stamp, 1}));
        for (const float grey : decoders::stretched(stamp, {0, 1}, Stretch::Asinh))
            QVERIFY(std::isnan(grey));
        const FieldTree tree = treeOf(file);
        QCOMPARE(tree["hdus"][0]["nan_pixels"].get<int>(), 2);
        QVERIFY(tree["hdus"][0]["first_pixel"].is_null());
        const Stamp flat{.width = 3, .height = 1, .pixels = {7, 7, 7}};
        QCOMPARE(*decoders::zscale(flat), (Limits{7, 7}));
        for (const float grey : decoders::stretched(flat, {7, 7}, Stretch::Linear))
            QCOMPARE(grey, 0.0f);
    }

    // The numbers are astropy's (ZScaleInterval, nanpercentile, AsinhStretch).
    void limitsAndStretch()
    {
        const Stamp stamp = stampOf(dataOf("stamp.fits.gz"));
        const auto zscale = decoders::zscale(stamp);
        QVERIFY(zscale && near(zscale->low, 84.31060791015625) && near(zscale->high, 185.24461229426964));
        const auto middle = decoders::percentiles(stamp, 1, 99);
        QVERIFY(middle && near(middle->low, 88.86874969482422) && near(middle->high, 392.7949517822266));
        const Stamp ramp{.width = 5, .height = 1, .pixels = {-1, 0.25f, 0.5f, 1, 9}};
        const std::vector<float> linear = decoders::stretched(ramp, {0, 1}, Stretch::Linear);
        QCOMPARE(linear, (std::vector<float>{0, 0.25f, 0.5f, 1, 1}));
        const std::vector<float> asinh = decoders::stretched(ramp, {0, 1}, Stretch::Asinh);
        QVERIFY(asinh[0] == 0 && near(asinh[1], 0.54940249) && near(asinh[2], 0.77126964) && asinh[3] == 1 && asinh[4] == 1);
        const std::vector<Stamp> both{ramp, stamp};
        const auto common = decoders::commonLimits(both);
        QCOMPARE(common->low, -1.0);
        QCOMPARE(common->high, zscale->high);
    }

    void unsoundHeadersAreRefused()
    {
        const QByteArray good = counting(16);
        for (const auto &[from, to] : {std::pair("BITPIX  = 16", "BITPIX  = 13"), std::pair("BITPIX  = 16", "BITPIX  = 0 "), std::pair("BITPIX  = 16", "BITPIX  = -8"),
                                       std::pair("NAXIS1  = 3", "NAXIS1  = 2000000000"), std::pair("NAXIS1  = 3", "NAXIS1  = -3"),
                                       std::pair("NAXIS2  = 2", "NAXIS2  = 9223372036854775807"), std::pair("NAXIS   = 2", "NAXIS   = 999"),
                                       std::pair("NAXIS   = 2", "NAXIS   = x"), std::pair("SIMPLE  = T", "SIMPLE  : T")}) {
            QByteArray broken = good;
            const qsizetype at = broken.indexOf(from);
            QVERIFY(at >= 0);
            broken.replace(at, static_cast<qsizetype>(qstrlen(to)), to);
            std::string error;
            (void)treeOf(broken, &error);
            QVERIFY2(!error.empty(), to);
            QVERIFY2(std::holds_alternative<std::string>(decoders::readStamp(view(broken))), to);
            QVERIFY2(!decoders::decode({.value = view(broken)}).error.empty(), to);
        }
        // Numbers that are none leave the pixels as they are.
        QCOMPARE(stampOf(counting(16, {{"BSCALE", "nan"}, {"BZERO", "'x'"}})).pixels[5], 5.0f);
    }

    // FAULT-63 of images.
    void everyCutIsTold()
    {
        const QByteArray file = counting(-32);
        for (qsizetype size = 0; size < 2'880 + 24; ++size) {
            std::string error;
            (void)treeOf(file.first(size), &error);
            QVERIFY2(!error.empty(), qPrintable(QString::number(size)));
        }
        const QByteArray packed = dataOf("stamp.fits.gz");
        for (qsizetype size = 0; size < packed.size(); ++size)
            QVERIFY2(!decoders::decode({.value = view(packed.first(size))}).error.empty(), qPrintable(QString::number(size)));
    }

    void everyFlippedBitEndsWell()
    {
        const QByteArray file = counting(-32) + image(16, {2, 2}, QByteArray(8, '\1'), {{"BZERO", "32768"}}, false);
        for (qsizetype at = 0; at < file.size(); at += at % 2'880 > 640 ? 97 : 1) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray broken = file;
                broken[at] = static_cast<char>(broken[at] ^ (1 << bit));
                std::string error;
                const FieldTree tree = treeOf(broken, &error);
                QCOMPARE(error.empty(), !tree.is_null());
                const auto read = decoders::readStamp(view(broken));
                if (const auto *stamp = std::get_if<Stamp>(&read))
                    QCOMPARE(stamp->pixels.size(), static_cast<size_t>(stamp->width) * static_cast<size_t>(stamp->height));
            }
        }
    }

    // FAULT-66 of images: 80 MB of pixels in 80 kB.
    void bombIsRefused()
    {
        const QByteArray bomb = gzipped(image(8, {10'000, 8'000}, {}) + QByteArray(80 << 20, '\0'), 1);
        const decoders::Decoded decoded = decoders::decode({.value = view(bomb)});
        QVERIFY(!decoded.error.empty());
        QVERIFY(std::holds_alternative<std::string>(decoders::readStamp(view(bomb))));
    }
};

QTEST_GUILESS_MAIN(TestStamps)
#include "tst_stamps.moc"
