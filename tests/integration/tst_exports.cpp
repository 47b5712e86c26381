// SPDX-License-Identifier: GPL-3.0-or-later
// What `tocsin export` writes, read by pandas, Python's json, astropy and STILTS: every value comes back.
#include "core/archive/archive.h"
#include "core/base/places.h"
#include "core/domain/alertfields.h"
#include "integration/program.h"
#include "support/archivebatches.h"

#include <QFile>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;

namespace {

// The truth about a value, made from the alert itself and not by the code under test.
struct Truth {
    const Alert &alert;
    using Json = nlohmann::ordered_json;

    static Json number(double value)
    {
        char text[64];
        std::snprintf(text, sizeof text, "%a", value);
        return Json{{"float", text}};
    }
    Json operator()(Text Alert::*member) const { return (alert.*member).empty() ? Json() : Json(alert.*member); }
    Json operator()(Number Alert::*member) const
    {
        const Number &value = alert.*member;
        return value.has() ? number(value.value) : Json();
    }
    Json operator()(bool Alert::*member) const { return alert.*member; }
    Json operator()(std::optional<bool> Alert::*member) const { return alert.*member ? Json(*(alert.*member)) : Json(); }
    Json operator()(UtcTime Alert::*member) const { return (alert.*member).isValid() ? Json((alert.*member).iso()) : Json(); }
    Json operator()(int64_t Alert::*member) const { return Json{{"int", std::to_string(alert.*member)}}; }
    Json operator()(std::optional<int64_t> Alert::*member) const { return alert.*member ? Json{{"int", std::to_string(*(alert.*member))}} : Json(); }
    Json operator()(std::vector<std::string> Alert::*member) const { return Json(alert.*member); }
    Json operator()(AlertField::Derived derived) const
    {
        // Ten decimals are what the contract says.
        const double value = derived(alert);
        return std::isfinite(value) ? number(QByteArray::number(value, 'f', 10).toDouble()) : Json();
    }
};

// Alerts with what goes wrong between programs.
std::vector<Alert> awkward()
{
    std::vector<Alert> all;
    const auto named = [&all](const char *name) -> Alert & {
        Alert &alert = all.emplace_back();
        alert.name = name;
        alert.id = std::to_string(3458293962815015016 + static_cast<int64_t>(all.size()));
        alert.timestamp = UtcTime::fromIso("2026-03-01T04:05:06.789012Z");
        return alert;
    };
    Alert &first = named("ZTF26aabcdef");
    first.ra = 210.12345678901234;
    first.dec = -0.0; // comes back as 0: SQLite keeps no sign of a zero
    first.mag = Number(18.925f);
    first.score = 0.1;
    first.far = 1e-300;
    first.errorRadius = 5e-324; // the least there is
    first.distanceMpc = 1.7976931348623157e308;
    first.flux = Number(3.4028235e38f);
    first.timePrecision = 1e-6;
    first.significant = true;
    first.isNegative = false;
    first.test = true;
    first.problems = {"one, with a comma", "\"two\"", "three\nlines"};
    named("comma, inside");
    named("\"quoted\" and \"\"twice\"\"");
    named("one quote \" only");
    named("two\nlines");
    named("two\r\nlines");
    named("=1+1");
    named("+SUM(A1)");
    named("-2+3");
    named("@cmd");
    named("-12.5"); // a text that is a number
    named("+7");
    named("007");
    named("1e5");
    named("NaN");
    named("nan");
    named("null");
    named("None");
    named("NA");
    named("inf");
    named("True");
    named("false");
    named(" blanks around ");
    named("it's");
    named("# no comment");
    named("tab\tinside");
    named("Überraschung λ Ori 超新星 🌟");
    named("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7"); // from right to left
    named("back\\slash \\n");
    named("{braces} [brackets] %s $HOME `x`");
    named("");
    named("long").classification = std::string(10'000, 'x');
    named("leap").timestamp = UtcTime::fromIso("2016-12-31T23:59:60.5Z");
    named("no time").timestamp = UtcTime();
    named("not for everybody").access = "restricted";
    named("old").timestamp = UtcTime::fromIso("1987-02-23T07:35:41.000001Z");
    for (Alert &alert : all) {
        alert.format = "json";
        alert.event = alert.name;
    }
    return all;
}

} // namespace

class TestExports final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Places places = Places::resolve(m_home.path());
        const std::vector<Alert> all = awkward();
        {
            auto opened = archive::openSqliteArchive({.place = places.archive});
            QVERIFY(opened.ok());
            Listener listener;
            opened.value()->setListener(&listener);
            DecodedBatch batch = batchOf(lane(), 3'458'293'962'815'015'000, static_cast<int>(all.size()));
            nlohmann::ordered_json truth;
            for (size_t i = 0; i < all.size(); ++i) {
                const Alert before = *batch.packets[i].alerts.front();
                auto alert = std::make_shared<Alert>(all[i]);
                alert->stream = before.stream;
                alert->topic = before.topic;
                alert->partition = before.partition;
                alert->offset = before.offset;
                alert->brokerTime = batch.packets[i].packet.brokerTime = UtcTime::fromUs(1'790'000'000'000'001 + static_cast<int64_t>(i));
                alert->received = before.received;
                batch.packets[i].alerts.front() = alert;
                Alert stored = *alert;
                stored.row = static_cast<int64_t>(i) + 1;
                nlohmann::ordered_json one;
                for (const AlertField &field : alertFields())
                {
                    auto value = std::visit(Truth{stored}, field.member);
                    // What is present only when known says nothing when it is empty.
                    const bool isNothing = !field.always && (value == nlohmann::ordered_json(false) || (value.is_array() && value.empty()));
                    one[field.key] = isNothing ? nlohmann::ordered_json() : value;
                }
                truth.push_back(std::move(one));
            }
            opened.value()->append(std::move(batch));
            QTRY_COMPARE_WITH_TIMEOUT(listener.rows.load(), static_cast<int>(all.size()), 20'000);
            opened.value()->close();
            QFile file(m_truth);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString(truth.dump()));
        }
    }

    void comesBack_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("ending");
        QTest::newRow("pandas, csv") << u"pandas"_s << QStringList() << u"csv"_s;
        QTest::newRow("pandas, csv as it is") << u"pandas"_s << QStringList{u"--exact"_s, u"--eol"_s, u"lf"_s} << u"csv"_s;
        QTest::newRow("json, jsonl") << u"json"_s << QStringList() << u"jsonl"_s;
        QTest::newRow("astropy, ecsv") << u"astropy"_s << QStringList() << u"ecsv"_s;
        QTest::newRow("stilts, ecsv") << u"stilts"_s << QStringList() << u"ecsv"_s;
        QTest::newRow("stilts, csv") << u"stilts"_s << QStringList{u"--exact"_s} << u"csv"_s;
    }
    void comesBack()
    {
        QFETCH(QString, tool);
        QFETCH(QStringList, options);
        QFETCH(QString, ending);
        const QString file = m_home.filePath(u"out."_s + ending);
        const Finished written = runProgram(QStringList{u"--home"_s, m_home.path(), u"export"_s, u"-o"_s, file} + options);
        QVERIFY2(written.code == 0, qPrintable(written.said));
        QProcess reader;
        reader.setProcessChannelMode(QProcess::MergedChannels);
        // Not another python3 in PATH: the packages belong to Debian's.
        reader.start(u"/usr/bin/python3"_s, {QStringLiteral(TOCSIN_READ_EXPORT), tool, file, m_truth});
        QVERIFY(reader.waitForFinished(180'000));
        const QByteArray said = reader.readAll();
        if (reader.exitCode() == 77) {
            if (qEnvironmentVariable("REQUIRE_REAL_PARTS") == u"1")
                QFAIL(said.constData());
            QSKIP(said.constData());
        }
        QVERIFY2(reader.exitStatus() == QProcess::NormalExit && reader.exitCode() == 0, said.constData());
    }

    // Nobody can be asked on a command line: it is said.
    void restrictedRowsAreSaid()
    {
        const QStringList common{u"--home"_s, m_home.path(), u"export"_s, u"-o"_s, m_home.filePath(u"r.csv"_s)};
        Finished written = runProgram(common);
        QCOMPARE(written.code, 0);
        QVERIFY2(written.said.contains(u"Restricted rows among them: 1."_s), qPrintable(written.said));
        written = runProgram(common + QStringList{u"--filter"_s, u"access = \"public\""_s});
        QCOMPARE(written.code, 0);
        QVERIFY2(!written.said.contains(u"estricted"_s), qPrintable(written.said));
    }

private:
    QTemporaryDir m_home;
    const QString m_truth = m_home.filePath(u"truth.json"_s);
};

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
