// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin alarms …` beside another program of the same home: one state, heard and seen without a window.
#include "core/alarms/alarmbook.h"
#include "core/base/places.h"
#include "core/journal/journal.h"
#include "integration/program.h"
#include "rig/desktop.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::tests;
using alarms::Alarm;

namespace {

Alarm gravity()
{
    return {.rule = u"gw-significant"_s,
            .title = u"Gravitational wave, significant"_s,
            .fact = u"S260914ab  BNS 0.97\tnext column\nnext line"_s,
            .row = 41,
            .event = u"S260914ab"_s,
            .arrived = UtcTime::fromUs(1'789'354'948'500'000),
            .repeat = 60s};
}

} // namespace

class TestAlarmsCommand : public QObject
{
    Q_OBJECT
public:
    explicit TestAlarmsCommand(rig::Desktop &desktop) : m_desktop(desktop) {}

private Q_SLOTS:
    void init();
    void cleanup();
    void listsAndAcknowledges();
    void silences();
    void refusesWhatIsNotClear();
    void saysWhatIsMissing();
    void isHeardAndSeen();

private:
    [[nodiscard]] Finished run(const QStringList &words) const { return runProgram(QStringList{u"--home"_s, m_home->path(), u"alarms"_s} + words); }

    rig::Desktop &m_desktop;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<alarms::AlarmBook> m_book; // of the other program
};

void TestAlarmsCommand::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_journal = std::make_unique<journal::Journal>(journal::Journal::fileIn(Places::resolve(m_home->path()).archive));
    m_book = std::make_unique<alarms::AlarmBook>(*m_journal);
}

void TestAlarmsCommand::cleanup()
{
    m_book.reset();
    m_journal.reset();
    m_home.reset();
}

void TestAlarmsCommand::listsAndAcknowledges()
{
    const Finished empty = run({u"list"_s});
    QCOMPARE(empty.code, 0);
    QVERIFY(empty.output.isEmpty());
    m_book->raise(gravity());
    m_book->raise(gravity());
    QTRY_COMPARE(m_book->open().size(), 2U);
    const QList<QByteArray> lines = run({u"list"_s, u"--open"_s}).output.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QList<QByteArray> cells = lines.first().split('\t');
    QCOMPARE(cells.size(), 8); // what a sender writes makes no cell and no line
    QCOMPARE(cells[0], QByteArray("2"));
    QCOMPARE(cells[1], QByteArray("open"));
    QCOMPARE(cells[4], QByteArray("S260914ab  BNS 0.97 next column next line"));
    const auto json = nlohmann::json::parse(run({u"list"_s, u"--json"_s}).output.split('\n').first().toStdString());
    QCOMPARE(json["number"], 2);
    QCOMPARE(json["event"], "S260914ab");
    QCOMPARE(json["arrived"], "2026-09-14T03:02:28.500000Z");
    QVERIFY(json["acknowledged"].is_null());

    const Finished one = run({u"acknowledge"_s, u"2"_s});
    QCOMPARE(one.code, 0);
    QCOMPARE(one.output.trimmed(), QByteArray("1"));
    QTRY_COMPARE(m_book->open().size(), 1U); // seen in the other program
    QCOMPARE(run({u"acknowledge"_s, u"2"_s}).code, 3);
    QCOMPARE(run({u"acknowledge"_s, u"--all"_s}).output.trimmed(), QByteArray("1"));
    QTRY_VERIFY(m_book->open().empty());
    QVERIFY(run({u"list"_s, u"--open"_s}).output.isEmpty());
    const auto closed = nlohmann::json::parse(run({u"list"_s, u"--json"_s}).output.split('\n').first().toStdString());
    QCOMPARE(closed["acknowledged_by"], "command line");
    QVERIFY(run({u"list"_s, u"--since"_s, u"2999-01-01"_s}).output.isEmpty());
}

void TestAlarmsCommand::silences()
{
    QCOMPARE(run({u"silence"_s}).output.trimmed(), QByteArray("off"));
    const Finished silent = run({u"silence"_s, u"30m"_s});
    QCOMPARE(silent.code, 0);
    QTRY_VERIFY(m_book->isSilenced());
    QCOMPARE(UtcTime::fromIso(silent.output.trimmed().toStdString()).us, m_book->silencedUntil().us);
    QCOMPARE(run({u"silence"_s, u"off"_s}).output.trimmed(), QByteArray("off"));
    QTRY_VERIFY(!m_book->isSilenced());
}

void TestAlarmsCommand::refusesWhatIsNotClear()
{
    for (const QStringList &words : {QStringList{u"acknowledge"_s}, {u"acknowledge"_s, u"one"_s}, {u"acknowledge"_s, u"1"_s, u"--all"_s}, {u"silence"_s, u"soon"_s},
                                     {u"list"_s, u"--since"_s, u"soon"_s}}) {
        const Finished refused = run(words);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.said.count(u'\n') >= 2, qPrintable(refused.said)); // what happened, what to do
    }
}

void TestAlarmsCommand::saysWhatIsMissing()
{
    const Finished test = run({u"test"_s});
    QCOMPARE(test.code, 3);
    QCOMPARE(test.output.count("\tmissing\t"), 3);
    QVERIFY(m_book->open().empty());
}

void TestAlarmsCommand::isHeardAndSeen()
{
    QVERIFY2(m_desktop.startSound() && m_desktop.startNotifications() && m_desktop.startLogind(), qPrintable(m_desktop.why()));
    QTRY_VERIFY(m_desktop.loudest() >= 0);
    const Finished test = run({u"test"_s});
    QVERIFY2(test.code == 0, qPrintable(test.said));
    QVERIFY2(test.output.startsWith("Sound\tworks\t"), test.output.constData());
    QVERIFY2(test.output.contains("Desktop notification\tworks\tdunst"), test.output.constData());
    QVERIFY2(test.output.contains("Stay awake\tworks\t"), test.output.constData());
    QVERIFY(m_desktop.loudest() > 15'000);
    QTRY_VERIFY2(m_desktop.newestClosed().startsWith(u"Test alarm|"_s), qPrintable(m_desktop.newestClosed()));
    QCOMPARE(m_desktop.displayed(), 0);
    const auto json = nlohmann::json::parse(run({u"list"_s, u"--json"_s}).output.toStdString());
    QCOMPARE(json["test"], true);
    QCOMPARE(json["heard"], 1);
    QCOMPARE(json["acknowledged_by"], "command line");
}

int main(int argc, char **argv)
{
    rig::Desktop desktop;
    if (!desktop.up() || !desktop.startSound() || !desktop.startNotifications() || !desktop.startLogind())
        return rig::desktopIsMissing(desktop.why());
    desktop.stopSound();
    desktop.stopNotifications();
    desktop.stopLogind();
    QCoreApplication app(argc, argv);
    TestAlarmsCommand test(desktop);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_alarmscommand.moc"
