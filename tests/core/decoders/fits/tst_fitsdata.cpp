// SPDX-License-Identifier: GPL-3.0-or-later
// Real maps and stamps, when the sample alerts lie beside this checkout.
#include "core/decoders/decoder.h"
#include "core/decoders/fits/stamp.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace tocsin;
using Json = nlohmann::json;

namespace {

const QString kData = QStringLiteral(TOCSIN_SHARED_DATA "/");

QByteArray dataOf(const QString &name)
{
    QFile file(kData + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

bool near(double got, double wanted, double tolerance)
{
    return std::abs(got - wanted) <= tolerance * std::max(1.0, std::abs(wanted));
}

} // namespace

class TestFitsData final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray expected = dataOf(u"expected.json"_s);
        const QByteArray science = dataOf(u"science-expected.json"_s);
        if (expected.isEmpty() || science.isEmpty())
            QSKIP("skipped: the sample alerts are not beside this checkout");
        m_expected = Json::parse(expected.toStdString());
        m_science = Json::parse(science.toStdString());
    }

    void maps()
    {
        for (const auto &[name, expected] : m_expected.items()) {
            if (!name.starts_with("skymaps/"))
                continue;
            const QByteArray bytes = dataOf(QString::fromStdString(name));
            const decoders::Decoded decoded = decoders::decode({.value = view(bytes)});
            QVERIFY2(decoded.error.empty(), name.c_str());
            const Alert &alert = *decoded.alerts.front();
            const Json &extra = expected["extra"];
            QCOMPARE(alert.id, expected["id"].is_null() ? Text() : expected["id"].get<Text>());
            QCOMPARE(alert.area90.has(), extra.contains("area90_deg2"));
            if (!alert.area90.has())
                continue;
            QVERIFY2(near(alert.area50.value, extra["area50_deg2"], 1e-6), name.c_str());
            QVERIFY2(near(alert.area90.value, extra["area90_deg2"], 1e-6), name.c_str());
            QVERIFY2(near(alert.ra.value, extra["max_density_ra"], 1e-9), name.c_str());
            QVERIFY2(near(alert.dec.value, extra["max_density_dec"], 1e-9), name.c_str());
            if (extra.contains("distmean_Mpc"))
                QCOMPARE(alert.distanceMpc.value, extra["distmean_Mpc"].get<double>());
        }
    }

    void stamps()
    {
        for (const auto &[name, expected] : m_science["cutouts"].items()) {
            const auto read = decoders::readStamp(view(dataOf(QString::fromStdString(name))));
            QVERIFY2(std::holds_alternative<decoders::Stamp>(read), name.c_str());
            const auto &stamp = std::get<decoders::Stamp>(read);
            QCOMPARE(stamp.height, expected["shape_y_x"][0].get<int>());
            QCOMPARE(stamp.width, expected["shape_y_x"][1].get<int>());
            QCOMPARE(stamp.missing, expected["nan"].get<int64_t>());
            const auto same = [&](const std::optional<decoders::Limits> &got, const Json &wanted) {
                return got && near(got->low, wanted[0], 1e-5) && near(got->high, wanted[1], 1e-5);
            };
            QVERIFY2(same(decoders::zscale(stamp), expected["zscale"]), name.c_str());
            QVERIFY2(same(decoders::percentiles(stamp, 1, 99), expected["percentile_1_99"]), name.c_str());
            QVERIFY2(same(decoders::percentiles(stamp, 0.5, 99.5), expected["percentile_0.5_99.5"]), name.c_str());
        }
    }

private:
    Json m_expected;
    Json m_science;
};

QTEST_GUILESS_MAIN(TestFitsData)
#include "tst_fitsdata.moc"
