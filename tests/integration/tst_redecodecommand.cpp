// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin archive redecode` beside an archive that is in use: what waits for a schema is fetched from a stand-in for the
// registry and decoded in place; what was chosen is read again.
#include "core/archive/archive.h"
#include "core/base/places.h"
#include "support/framedpackets.h"
#include "support/httpstandin.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;

namespace {

constexpr uint32_t kSchema = 4711;

struct Ended {
    int code = -1;
    QStringList lines;
    QString said;
};

LanePtr where()
{
    return std::make_shared<Lane>(Lane{"kafka:abc", "night", 0, 0});
}

} // namespace

class TestRedecodeCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<HttpStandIn>();
        const Places places = Places::resolve(m_home->path());
        m_archive = std::move(archive::openSqliteArchive({.place = places.archive}).value());
        m_archive->append(framedBatch(framedStream(m_server->address().toStdString()), where(), kSchema, 0, 300));
        m_archive->append(batchOfValues(framedStream({}, "u-2", "plain"), std::make_shared<Lane>(Lane{"kafka:abc", "other", 0, 0}), 0, {R"({"id": "x", "ra": 1, "dec": 2})"}));
        const auto reader = m_archive->reader();
        QTRY_COMPARE(reader.value()->lastRow().value(), 301);
    }
    void cleanup() { m_archive.reset(); }

    void whatWaitsIsFetchedAndDecoded()
    {
        // The registry is down: said, with the code for what was not found; nothing changes.
        Ended ended = run({u"archive"_s, u"redecode"_s});
        QCOMPARE(ended.code, 3);
        QCOMPARE(ended.lines, (QStringList{u"waiting\trubin\t4711\t300"_s, u"rows\t0"_s}));
        QVERIFY2(ended.said.contains(u"4711"_s), qPrintable(ended.said));
        QCOMPARE(m_server->asked.size(), 1);
        ended = run({u"archive"_s, u"redecode"_s, u"--offline"_s});
        QCOMPARE(ended.code, 3);
        QCOMPARE(m_server->asked.size(), 1);
        m_server->lay(u"/schemas/ids/4711"_s, 200, QByteArray::fromStdString(nlohmann::json{{"schema", kPlaceSchema}}.dump()));
        ended = run({u"archive"_s, u"redecode"_s});
        QCOMPARE(ended.said, QString());
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.lines, QStringList{u"rows\t300"_s});
        // The archive that was open all the while has the new rows.
        const auto reader = m_archive->reader();
        const auto alerts = reader.value()->alerts(std::vector<int64_t>{1, 300, 301}).value();
        QCOMPARE(alerts[1]->id, Text("299"));
        QCOMPARE(alerts[2]->id, Text("x"));
        QCOMPARE(run({u"archive"_s, u"redecode"_s}).lines, QStringList{u"rows\t0"_s});
        // Kept for ever: an export that asks for a field of the packet finds it without the registry.
        m_server->close();
        ended = run({u"export"_s, u"-o"_s, u"-"_s, u"--format"_s, u"csv"_s, u"--eol"_s, u"lf"_s, u"--columns"_s, u"id,fields.text"_s, u"--filter"_s, u"id = 7"_s});
        QCOMPARE(ended.lines.value(1), u"\"7\",object number 7"_s);
    }

    void whatIsChosen()
    {
        Ended ended = run({u"archive"_s, u"redecode"_s, u"--filter"_s, u"stream = \"plain\""_s});
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.lines, QStringList{u"rows\t1"_s});
        QCOMPARE(run({u"archive"_s, u"redecode"_s, u"--filter"_s, u"stream = \"nobody\""_s}).code, 3);
        QCOMPARE(run({u"archive"_s, u"redecode"_s, u"--filter"_s, u"mag <"_s}).code, 2);
        QCOMPARE(run({u"archive"_s, u"redecode"_s, u"--since"_s, u"yesterday"_s}).code, 2);
        QVERIFY(m_server->asked.isEmpty());
    }

private:
    // In this process's event loop: the server has to answer meanwhile.
    Ended run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(TOCSIN_PROGRAM), QStringList{u"--home"_s, m_home->path()} + arguments);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000); }();
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts),
                QString::fromUtf8(process.readAllStandardError()).trimmed()};
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<HttpStandIn> m_server;
    std::unique_ptr<archive::Archive> m_archive;
};

QTEST_GUILESS_MAIN(TestRedecodeCommand)
#include "tst_redecodecommand.moc"
