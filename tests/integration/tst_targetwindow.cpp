// SPDX-License-Identifier: GPL-3.0-or-later
// The popover over the real parts: an archive, a journal, a vault and TOMs that run.
#include "support/targethome.h"
#include "support/widgets.h"
#include "ui/mainwindowprofile.h"
#include "ui/restrictedrows.h"
#include "ui/theme/theme.h"
#include "ui/tomtargetdesk.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/targetpopover.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using rig::TomRig;
using State = TargetPopover::State;

namespace {

constexpr int kPatience = tests::kTomPatience;

// What the window has for targets, without the window.
struct Desk {
    explicit Desk(const QString &folder, archive::Archive &archive, vault::Vault &vault, TomTargetDesk::Alerts alerts = TomTargetDesk::Alerts::Real)
        : journal(folder + u"/journal.sqlite"_s), targets(journal, archive, [&vault]() -> vault::Vault & { return vault; }), desk(targets, alerts),
          profile(folder), restricted(profile, nullptr), popover(new TargetPopover(desk, restricted, &window))
    {
        window.resize(900, 800);
        window.show();
        window.activateWindow();
        QObject::connect(popover, &TargetPopover::made, &window, [this](const tom::TargetRecord &record) { made.push_back(record); });
    }
    void open(int64_t row, State state)
    {
        popover->openFor(row, nullptr, {60, 100, 700, 22});
        QTRY_COMPARE_WITH_TIMEOUT(popover->state(), state, kPatience);
    }
    void enter() const { QTest::keyClick(popover, Qt::Key_Return); }
    [[nodiscard]] QString title() const { return popover->findChild<MessagePanel *>()->title(); }
    template <typename T>
    [[nodiscard]] T *field(const QString &name) const
    {
        return tests::named<T>(popover, name);
    }

    journal::Journal journal;
    tom::Targets targets;
    TomTargetDesk desk;
    MainWindowProfile profile;
    RestrictedRows restricted;
    QWidget window;
    TargetPopover *popover;
    std::vector<tom::TargetRecord> made;
};

} // namespace

class TargetWindow : public QObject, private tests::TargetHome
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void init() { beginHome(); }
    void cleanup() { endHome(); }

    void oneKeyAndEnter();
    void fieldsOfTheTom();
    void outboxSendsWhenItIsBack();
    void restrictedAsksTheJournal();
    void inventedOnesStayInTheLocalList();

private:
    int64_t alertOf(const std::string &name, double ra, const std::string &access = "public")
    {
        return row([&](Alert &alert) {
            alert.name = alert.event = name;
            alert.ra = ra;
            alert.dec = 12.5;
            alert.positionKind = "measured";
            alert.access = access;
        });
    }
};

void TargetWindow::oneKeyAndEnter()
{
    TomRig *rig = tom();
    account(u"obs"_s, rig->url());
    Desk desk(m_folder->path(), *m_archive, m_bench->vault);
    const int64_t first = alertOf("ZTF26popover", 150.0);
    desk.open(first, State::New);
    QElapsedTimer clock;
    clock.start();
    desk.enter();
    QTRY_COMPARE_WITH_TIMEOUT(desk.made.size(), size_t(1), kPatience);
    qInfo("from Enter to the target in the TOM: %lld ms", clock.elapsed());
    QCOMPARE(desk.made[0].state, tom::State::Created);
    QCOMPARE(rig->targetsNamed(u"ZTF26popover"_s), 1);
    // Again: it is there, and Enter makes no twin.
    desk.open(first, State::Duplicate);
    desk.enter();
    QTRY_COMPARE_WITH_TIMEOUT(desk.made.size(), size_t(2), kPatience);
    QCOMPARE(desk.made[1].state, tom::State::Exists);
    QCOMPARE(desk.made[1].target->id, desk.made[0].target->id);
    // The same place by another name: one may insist.
    const int64_t second = alertOf("ZTF26twin", 150.0);
    desk.open(second, State::Duplicate);
    tests::button(desk.popover, u"Create anyway"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.made.size(), size_t(3), kPatience);
    QCOMPARE(desk.made[2].state, tom::State::Created);
    QCOMPARE(rig->targetsNamed(u"ZTF26twin"_s), 1);
    // Of one name there is one target, however much one insists.
    desk.open(second, State::Duplicate);
    tests::button(desk.popover, u"Create anyway"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.made.size(), size_t(4), kPatience);
    QCOMPARE(desk.made[3].state, tom::State::Exists);
    QCOMPARE(desk.made[3].target->id, desk.made[2].target->id);
    QCOMPARE(rig->targetsNamed(u"ZTF26twin"_s), 1);
}

void TargetWindow::fieldsOfTheTom()
{
    TomRig *rig = tom(u"custom"_s);
    account(u"survey"_s, rig->url());
    Desk desk(m_folder->path(), *m_archive, m_bench->vault);
    desk.open(alertOf("ZTF26own", 40.0), State::New);
    QTRY_VERIFY_WITH_TIMEOUT(desk.field<QLineEdit>(u"Kind of object"_s), kPatience);
    desk.enter();
    QVERIFY(desk.made.empty());
    QVERIFY(desk.field<QLineEdit>(u"Kind of object"_s)->hasFocus() || !desk.window.isActiveWindow());
    desk.field<QLineEdit>(u"Kind of object"_s)->setText(u"SN"_s);
    desk.enter();
    QTRY_COMPARE_WITH_TIMEOUT(desk.made.size(), size_t(1), kPatience);
    QCOMPARE(desk.made[0].state, tom::State::Created);
    QCOMPARE(rig->targetsNamed(u"ZTF26own"_s), 1);
}

void TargetWindow::outboxSendsWhenItIsBack()
{
    TomRig *rig = tom();
    account(u"obs"_s, rig->url());
    Desk desk(m_folder->path(), *m_archive, m_bench->vault);
    rig->stop();
    desk.open(alertOf("ZTF26later", 80.0), State::Down);
    desk.enter();
    QTRY_COMPARE_WITH_TIMEOUT(desk.made.size(), size_t(1), kPatience);
    QCOMPARE(desk.made[0].state, tom::State::Queued);
    QTRY_COMPARE_WITH_TIMEOUT(desk.desk.waiting(), 1, kPatience);
    QVERIFY(rig->start());
    desk.desk.retry(0);
    QTRY_COMPARE_WITH_TIMEOUT(desk.desk.waiting(), 0, kPatience);
    QCOMPARE(rig->targetsNamed(u"ZTF26later"_s), 1);
}

void TargetWindow::restrictedAsksTheJournal()
{
    TomRig *rig = tom();
    account(u"obs"_s, rig->url());
    Desk desk(m_folder->path(), *m_archive, m_bench->vault);
    const int64_t secret = alertOf("S260914a", 200.0, "restricted");
    const int before = rig->asked("GET /api/targets/");
    desk.open(secret, State::Restricted);
    QCOMPARE(rig->asked("GET /api/targets/"), before); // nothing was looked for
    tests::button(desk.popover, u"Send it there"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(desk.popover->state() == State::New || desk.popover->state() == State::Refused, kPatience);
    QVERIFY(rig->asked("GET /api/targets/") > before);
}

void TargetWindow::inventedOnesStayInTheLocalList()
{
    account(u"obs"_s, tom()->url());
    Desk desk(m_folder->path(), *m_archive, m_bench->vault, TomTargetDesk::Alerts::Invented);
    desk.open(alertOf("ZTF26invented", 151.0), State::Local);
    desk.enter();
    QTRY_COMPARE_WITH_TIMEOUT(desk.made.size(), size_t(1), kPatience);
    QCOMPARE(desk.made.front().state, tom::State::Local);
    std::optional<Result<int>> written;
    const QString file = m_folder->filePath(u"targets.csv"_s);
    desk.desk.exportTo(file, desk.made, &desk.window, [&](const Result<int> &lines) { written = lines; });
    QTRY_VERIFY_WITH_TIMEOUT(written, kPatience);
    QVERIFY(!*written);
    QVERIFY2(written->error().message.contains(u"invented"), qPrintable(written->error().message));
    QVERIFY(!QFile::exists(file));
    QCOMPARE(tom()->targetsNamed(u"ZTF26invented"_s), 0);
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain of whoever runs this
    QApplication application(argc, argv);
    TargetWindow test;
    return rig::runWithTom(&test, argc, argv);
}

#include "tst_targetwindow.moc"
