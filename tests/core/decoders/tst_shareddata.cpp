// SPDX-License-Identifier: GPL-3.0-or-later
// Real alerts of every format that is read, against facts that were found independently. The data lie beside the checkout
// and are not part of the repository.
#include "core/decoders/decoder.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cmath>

using namespace tocsin;
using Json = nlohmann::json;

namespace {

const QString kData = QStringLiteral(TOCSIN_SHARED_DATA);

struct Read {
    QByteArray bytes;
    decoders::Decoded decoded;
};

// `headers`: what hop would have sent beside it.
Read readFile(const QString &name, const Headers &headers = {})
{
    Read read;
    QFile file(kData + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return read;
    read.bytes = file.readAll();
    read.decoded = decoders::decode({.value = {read.bytes.constData(), static_cast<size_t>(read.bytes.size())}, .key = {}, .headers = headers, .topic = {}});
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
    QVERIFY2(sameNumber(alert.ra, candidates(expected, "ra"), 1e-6), qPrintable(QString::number(alert.ra.value, 'g', 12)));
    QVERIFY2(sameNumber(alert.dec, candidates(expected, "dec"), 1e-6), qPrintable(QString::number(alert.dec.value, 'g', 12)));
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
    }

    void good_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, expected] : m_expected.items()) {
            const QString path = QString::fromStdString(name);
            if (path.startsWith(u"gcn-notices-json/") || path.startsWith(u"igwn-gwalert/") || path.startsWith(u"ztf-avro/")
                || (path.startsWith(u"other-avro/") && !path.contains(u"decat")) // its facts stand in the last of its "sources"
                || (path.startsWith(u"gcn-circulars/") && path.endsWith(u".json")) || path.startsWith(u"gracedb-lvalert/")
                || path.startsWith(u"pittgoogle/") || path.startsWith(u"broker-json/") || path.startsWith(u"tom-broker/")
                || (path.startsWith(u"hop-scimma/") && !path.contains(u"legacy") && !path.contains(u"circular") && !path.contains(u"voevent")))
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
        for (const char *name : {"turbo_9.avro", "atlas_02a59543o0040o_006230.avro", "pgir_114542043.avro", "winter_3608694.avro", "decat_DC21baaa.avro"}) {
            const Read read = readFile(QStringLiteral("other-avro/") + QLatin1String(name));
            QVERIFY2(read.decoded.error.empty(), read.decoded.error.c_str());
            const Alert &alert = *read.decoded.alerts.front();
            QCOMPARE(alert.format, Text("avro"));
            QVERIFY(alert.mission.empty() && alert.band.empty() && alert.url.empty());
            QVERIFY(sameText(alert.name, candidates(m_expected[std::string("other-avro/") + name], "name")));
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
        const bool ours = name.endsWith(u".json") || name.contains(u"avro");
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
        QFile file(kData + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const Headers headers = headersOf(name, m_expected[name.toStdString()]);
        const decoders::Decoded decoded
            = decoders::decode({.value = {bytes.constData(), static_cast<size_t>(bytes.size())}, .key = {}, .headers = headers, .topic = {}}, {.fields = true});
        QCOMPARE(decoded.trees.size(), decoded.alerts.size());
        QVERIFY(!decoded.trees.front().dump().empty());
        QVERIFY(decoded.trees.front().dump().size() < 200'000);
    }

private:
    Json m_expected;
};

QTEST_GUILESS_MAIN(TestSharedData)
#include "tst_shareddata.moc"
