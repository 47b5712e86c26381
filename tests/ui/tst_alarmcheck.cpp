// SPDX-License-Identifier: GPL-3.0-or-later
// The check of the alarms on a desktop that lacks some of what they use: each of the sixteen combinations of sound server,
// notification service, logind and tray, all of them real but logind (python3-dbusmock's).
#include "core/alarms/alarmbook.h"
#include "core/journal/journal.h"
#include "core/services/alertfeed.h"
#include "rig/desktop.h"
#include "support/streambench.h"
#include "ui/dialogs/alarmcheckdialog.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowclosing.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alarmbanner.h"
#include "ui/windowalarms.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::StreamBench;

namespace {

enum Part { Sound = 1, Notification = 2, Inhibitor = 4, Tray = 8 };
const std::pair<Part, QString> kParts[] = {{Sound, u"Sound"_s}, {Notification, u"Desktop notification"_s}, {Inhibitor, u"Stay awake"_s}, {Tray, u"Tray"_s}};

} // namespace

class AlarmCheckTest : public QObject
{
    Q_OBJECT
public:
    explicit AlarmCheckTest(rig::Desktop &desktop) : m_desktop(desktop) {}

private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void namesWhatIsMissing_data();
    void namesWhatIsMissing();

private:
    void provide(int parts);

    rig::Desktop &m_desktop;
    int m_there = 0; // parts
};

void AlarmCheckTest::namesWhatIsMissing_data()
{
    QTest::addColumn<int>("parts");
    // From one to the next a single part comes or goes (Gray's code).
    for (int i = 0; i < 16; ++i) {
        const int parts = i ^ (i >> 1);
        QStringList there;
        for (const auto &[part, name] : kParts) {
            if ((parts & part) != 0)
                there << name;
        }
        QTest::newRow(there.isEmpty() ? "nothing" : qPrintable(there.join(u", "_s))) << parts;
    }
}

void AlarmCheckTest::provide(int parts)
{
    const auto set = [&](Part part, const std::function<bool()> &start, const std::function<void()> &stop) {
        if ((parts & part) == (m_there & part))
            return true;
        if ((parts & part) != 0)
            return start();
        stop();
        return true;
    };
    QVERIFY2(set(Sound, [this] { return m_desktop.startSound(); }, [this] { m_desktop.stopSound(); }), qPrintable(m_desktop.why()));
    QVERIFY2(set(Notification, [this] { return m_desktop.startNotifications(); }, [this] { m_desktop.stopNotifications(); }), qPrintable(m_desktop.why()));
    QVERIFY2(set(Inhibitor, [this] { return m_desktop.startLogind(); }, [this] { m_desktop.stopLogind(); }), qPrintable(m_desktop.why()));
    QVERIFY2(set(Tray, [this] { return m_desktop.startTray(); }, [this] { m_desktop.stopTray(); }), qPrintable(m_desktop.why()));
    m_there = parts;
}

void AlarmCheckTest::namesWhatIsMissing()
{
    QFETCH(int, parts);
    provide(parts);
    StreamBench bench;
    services::AlertFeed feed;
    journal::Journal journal{QString()};
    alarms::AlarmBook book(journal);
    Places places = Places::resolve(bench.folder.path());
    places.archive = bench.folder.filePath(u"archive"_s);
    QVERIFY(bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    MainWindow window(WindowServices{.manager = bench.manager, .feed = feed, .archive = bench.archive, .journal = &journal, .alarms = &book, .sink = bench.pipeline, .places = places, .profile = {}});
    window.show();
    QTRY_COMPARE(window.closer().hasTray(), (parts & Tray) != 0);

    QSignalSpy said(window.alarms(), &WindowAlarms::said);
    QSignalSpy checked(&window.alarms()->ringer(), &alarms::Ringer::checked);
    QElapsedTimer clock;
    clock.start();
    window.alarms()->setArmed(1);
    QVERIFY(clock.elapsed() < 200); // nothing waits
    QTRY_COMPARE_WITH_TIMEOUT(checked.count(), 1, 9'000);
    QStringList missing;
    for (const auto &[part, name] : kParts) {
        if ((parts & part) == 0)
            missing << name;
    }
    QStringList heard;
    for (const auto &each : said) {
        if (each.at(0).toString().startsWith(u"Alarms cannot use"_s))
            heard << each.at(0).toString();
    }
    if (missing.isEmpty()) {
        QVERIFY2(heard.isEmpty(), qPrintable(heard.join(u'\n')));
    } else {
        QCOMPARE(heard.size(), 1);
        QVERIFY2(heard.first().contains(u"Missing: "_s + missing.join(u", "_s) + u'.'), qPrintable(heard.first()));
    }
    QTRY_COMPARE(window.alarms()->ringer().inhibitor().heldBy(), (parts & Inhibitor) != 0 ? u"logind"_s : QString());

    // Asked for, each part says what to do, and the window works in any case.
    window.actions().checkAlarms->trigger();
    const auto *dialog = window.findChild<AlarmCheckDialog *>();
    QVERIFY(dialog);
    const auto texts = [dialog] {
        QStringList all;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            all << label->text();
        return all;
    };
    QTRY_VERIFY_WITH_TIMEOUT(texts().contains(u"Window: works"_s), 9'000);
    for (const auto &[part, name] : kParts)
        QVERIFY2(texts().contains(name + ((parts & part) != 0 ? u": works"_s : u": missing"_s)), qPrintable(texts().join(u'\n')));
    window.alarms()->raiseTestAlarm();
    QTRY_VERIFY(window.findChild<AlarmBanner *>()->isBlinking());

    window.alarms()->setArmed(0);
    if ((parts & Inhibitor) != 0)
        QTRY_VERIFY(m_desktop.inhibitors().isEmpty());
    book.acknowledgeAll(u"window"_s);
    QTRY_VERIFY(book.open().empty());
}

int main(int argc, char **argv)
{
    rig::Desktop desktop;
    if (!desktop.up() || !desktop.startTray() || !desktop.startSound() || !desktop.startNotifications() || !desktop.startLogind())
        return rig::desktopIsMissing(desktop.why());
    desktop.stopSound();
    desktop.stopNotifications();
    desktop.stopLogind();
    desktop.stopTray();
    QApplication application(argc, argv);
    AlarmCheckTest test(desktop);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_alarmcheck.moc"
