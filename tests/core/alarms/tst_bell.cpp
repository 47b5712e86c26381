// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarm.h"
#include "core/alarms/bell.h"
#include "rig/desktop.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::alarms;

namespace {

std::optional<Outcome> checked(Bell &bell, QObject &context)
{
    std::optional<Outcome> outcome;
    bell.check(&context, [&outcome](const Outcome &got) { outcome.emplace(got); });
    [&outcome] { QTRY_VERIFY_WITH_TIMEOUT(outcome, 8'000); }();
    return outcome;
}

} // namespace

// The bell on a real PulseAudio whose one device is recorded.
class TestBell : public QObject
{
    Q_OBJECT
public:
    explicit TestBell(rig::Desktop &desktop) : m_desktop(desktop) {}

private Q_SLOTS:
    void withoutADeviceItIsNamed();
    void isHeard();
    void aLookIsNotHeard();
    void aMutedDeviceIsNamed_data();
    void aMutedDeviceIsNamed();
    void saysWhenItBegins();
    void stopsAtOnce();
    void aMissingFileIsReplaced();
    void aFrozenServerHoldsUpNobody();
    void aServerThatDiesIsNamedAndFoundAgain();

private:
    rig::Desktop &m_desktop;
};

void TestBell::withoutADeviceItIsNamed()
{
    Bell bell;
    QSignalSpy trouble(&bell, &Bell::trouble);
    const auto outcome = checked(bell, *this);
    QVERIFY(outcome && !outcome->ok());
    QVERIFY(outcome->error().message.contains(u"sound device"_s));
    bell.play(kAlarmSound);
    QTRY_COMPARE(trouble.count(), 1);
}

void TestBell::isHeard()
{
    QVERIFY2(m_desktop.startSound(), qPrintable(m_desktop.why()));
    QTRY_VERIFY(m_desktop.loudest() >= 0); // the ear listens
    Bell bell;
    QSignalSpy played(&bell, &Bell::played);
    bell.play(kAlarmSound);
    bell.play(kAlarmSound); // once is enough
    bell.play(kRetractionSound); // after it
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.loudest() > 15'000, 2'000);
    QTRY_COMPARE_WITH_TIMEOUT(played.count(), 2, 12'000);
    QCOMPARE(played.at(0).at(0).toString(), kAlarmSound);
    QCOMPARE(played.at(1).at(0).toString(), kRetractionSound);
}

void TestBell::aLookIsNotHeard()
{
    Bell bell;
    m_desktop.forget();
    const auto outcome = checked(bell, *this);
    QVERIFY(outcome && outcome->ok());
    QVERIFY(m_desktop.loudest() < 50);
}

void TestBell::aMutedDeviceIsNamed_data()
{
    QTest::addColumn<bool>("muted");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("works");
    QTest::newRow("muted") << true << 100 << false;
    QTest::newRow("turned down") << false << 0 << false;
    QTest::newRow("quiet") << false << 20 << true;
}

void TestBell::aMutedDeviceIsNamed()
{
    QFETCH(bool, muted);
    QFETCH(int, percent);
    QFETCH(bool, works);
    m_desktop.turnDown(muted, percent);
    Bell bell;
    const auto outcome = checked(bell, *this);
    m_desktop.turnDown(false, 100);
    QVERIFY(outcome);
    QCOMPARE(outcome->ok(), works);
    if (!works)
        QCOMPARE(outcome->error().message, u"The sound device is muted."_s);
}

void TestBell::saysWhenItBegins()
{
    Bell bell;
    QSignalSpy played(&bell, &Bell::played);
    int begun = 0;
    bell.play(kSoftSound, [&begun] { ++begun; });
    bell.play(kSoftSound, [&begun] { ++begun; }); // the same for two alarms
    QCOMPARE(begun, 0);
    QTRY_COMPARE(begun, 2);
    QCOMPARE(played.count(), 0);
    bell.play(kSoftSound, [&begun] { ++begun; }); // sounds already
    QCOMPARE(begun, 3);
    QTRY_COMPARE(played.count(), 1);
    m_desktop.freezeSound(true);
    bell.play(kSoftSound, [&begun] { ++begun; });
    QSignalSpy trouble(&bell, &Bell::trouble);
    QTRY_COMPARE_WITH_TIMEOUT(trouble.count(), 1, 8'000);
    QCOMPARE(begun, 3); // nobody has heard that one
    m_desktop.freezeSound(false);
    QTRY_COMPARE(begun, 4);
}

void TestBell::stopsAtOnce()
{
    Bell bell;
    QSignalSpy played(&bell, &Bell::played);
    m_desktop.forget();
    bell.play(kAlarmSound);
    bell.play(kSoftSound);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.loudest() > 5'000, 2'000);
    QElapsedTimer clock;
    clock.start();
    bell.stop();
    QTRY_COMPARE_WITH_TIMEOUT(played.count(), 1, 1'500); // given up, and what was to follow was forgotten
    const auto isStill = [this](double seconds) {
        m_desktop.forget();
        return QTest::qWaitFor([this, seconds] { return m_desktop.heardSeconds() > seconds; }) && m_desktop.loudest() < 50;
    };
    QTRY_VERIFY(isStill(0.05)); // what was on its way
    QVERIFY(isStill(0.4)); // nothing more comes
    QCOMPARE(played.count(), 1);
}

void TestBell::aMissingFileIsReplaced()
{
    Bell bell;
    QSignalSpy trouble(&bell, &Bell::trouble);
    m_desktop.forget();
    bell.play(m_desktop.folder() + u"/gong.wav"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.loudest() > 15'000, 3'000);
    QTRY_COMPARE(trouble.count(), 1);
    QVERIFY(trouble.at(0).at(0).value<Error>().message.contains(u"file"_s));
}

void TestBell::aFrozenServerHoldsUpNobody()
{
    QElapsedTimer clock;
    {
        Bell bell;
        QSignalSpy trouble(&bell, &Bell::trouble);
        m_desktop.freezeSound(true);
        clock.start();
        bell.play(kAlarmSound);
        bell.stop();
        bell.play(kSoftSound);
        QVERIFY(clock.elapsed() < 200);
        QTRY_COMPARE_WITH_TIMEOUT(trouble.count(), 1, 8'000);
        QVERIFY(trouble.at(0).at(0).value<Error>().message.contains(u"does not answer"_s));
        clock.restart();
    } // nor the end of the program
    QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
    m_desktop.freezeSound(false);
}

void TestBell::aServerThatDiesIsNamedAndFoundAgain()
{
    Bell bell;
    QSignalSpy trouble(&bell, &Bell::trouble);
    QSignalSpy played(&bell, &Bell::played);
    m_desktop.forget();
    bell.play(kAlarmSound);
    QTRY_VERIFY(m_desktop.loudest() > 5'000);
    m_desktop.stopSound();
    QTRY_COMPARE_WITH_TIMEOUT(trouble.count(), 1, 8'000);
    QVERIFY(m_desktop.startSound());
    QTRY_VERIFY(m_desktop.loudest() >= 0);
    bell.play(kSoftSound);
    QTRY_VERIFY(m_desktop.loudest() > 5'000);
    QTRY_COMPARE(played.count(), 1);
}

int main(int argc, char **argv)
{
    rig::Desktop desktop;
    if (!desktop.up())
        return rig::desktopIsMissing(desktop.why());
    if (!desktop.startSound())
        return rig::desktopIsMissing(desktop.why());
    desktop.stopSound();
    QCoreApplication app(argc, argv);
    TestBell test(desktop);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_bell.moc"
