// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in a tray of the newer kind, as GNOME's and KDE's are: the desktop's bar asks the program over the bus for icon, tip
// and menu. The watcher is that of Ayatana indicators; what a bar would ask is asked by gdbus.
#include "core/alarms/alarmbook.h"
#include "core/journal/journal.h"
#include "core/services/alertfeed.h"
#include "rig/desktop.h"
#include "support/streambench.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowclosing.h"
#include "ui/theme/theme.h"
#include "ui/windowalarms.h"

#include <QApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::StreamBench;

namespace {

alarms::Alarm gravity()
{
    return {.title = u"Gravitational wave, significant"_s, .fact = u"S260914ab"_s, .row = 41, .arrived = UtcTime::now(), .notifies = false, .repeat = 3'600s};
}

// While we answer.
QString call(const QStringList &arguments)
{
    QProcess process;
    process.start(u"gdbus"_s, QStringList{u"call"_s, u"--session"_s} + arguments);
    [&process] { QTRY_VERIFY_WITH_TIMEOUT(process.state() == QProcess::NotRunning, 20'000); }();
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class TrayIndicatorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAskedForAndActs();

private:
    [[nodiscard]] QString property(const QString &name) const
    {
        return call({u"-d"_s, m_item, u"-o"_s, u"/StatusNotifierItem"_s, u"-m"_s, u"org.freedesktop.DBus.Properties.Get"_s, u"org.kde.StatusNotifierItem"_s, name});
    }
    void press(const QString &entry) const; // of its menu

    QString m_item; // who offers it
};

void TrayIndicatorTest::press(const QString &entry) const
{
    const QString menu = call({u"-d"_s, m_item, u"-o"_s, u"/MenuBar"_s, u"-m"_s, u"com.canonical.dbusmenu.GetLayout"_s, u"0"_s, u"1"_s, u"[]"_s});
    const QRegularExpression at(u"\\((\\d+), \\{[^}]*'label': <'"_s + QRegularExpression::escape(entry) + u"'>"_s);
    const QRegularExpressionMatch found = at.match(menu);
    QVERIFY2(found.hasMatch(), qPrintable(menu));
    call({u"-d"_s, m_item, u"-o"_s, u"/MenuBar"_s, u"-m"_s, u"com.canonical.dbusmenu.Event"_s, found.captured(1), u"clicked"_s, u"<''>"_s, u"0"_s});
}

void TrayIndicatorTest::isAskedForAndActs()
{
    Theme::install();
    QApplication::setWindowIcon(QIcon(u":/icons/tocsin.svg"_s));
    StreamBench bench;
    services::AlertFeed feed;
    journal::Journal journal{QString()};
    alarms::AlarmBook book(journal);
    Places places = Places::resolve(bench.folder.path());
    places.archive = bench.folder.filePath(u"archive"_s);
    QVERIFY(bench.manager.add(StreamBench::kafka(u"gcn"_s)));
    MainWindow window(WindowServices{.manager = bench.manager, .feed = feed, .archive = bench.archive, .journal = &journal, .alarms = &book, .sink = bench.pipeline, .places = places, .profile = {}});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(window.closer().hasTray());

    book.raise(gravity());
    book.raise(gravity());
    const auto items = [] {
        return call({u"-d"_s, u"org.kde.StatusNotifierWatcher"_s, u"-o"_s, u"/StatusNotifierWatcher"_s, u"-m"_s, u"org.freedesktop.DBus.Properties.Get"_s,
                     u"org.kde.StatusNotifierWatcher"_s, u"RegisteredStatusNotifierItems"_s});
    };
    static const QRegularExpression item(u"'([^']*)/StatusNotifierItem'"_s);
    QTRY_VERIFY(item.match(items()).hasMatch());
    m_item = item.match(items()).captured(1);
    QTRY_VERIFY2(property(u"ToolTip"_s).contains(u"2 open alarm(s). Gravitational wave"_s), qPrintable(property(u"ToolTip"_s)));
    const QString two = property(u"IconPixmap"_s);
    QVERIFY(two.size() > 1'000);
    book.raise(gravity());
    QTRY_VERIFY(property(u"ToolTip"_s).contains(u"3 open alarm(s)"_s));
    QVERIFY(property(u"IconPixmap"_s) != two);

    window.showMinimized();
    QTRY_VERIFY(window.isMinimized() && !window.isActiveWindow());
    call({u"-d"_s, m_item, u"-o"_s, u"/StatusNotifierItem"_s, u"-m"_s, u"org.kde.StatusNotifierItem.Activate"_s, u"10"_s, u"10"_s});
    QTRY_VERIFY(!window.isMinimized());
    window.hide();
    press(u"Show window"_s);
    QTRY_VERIFY(window.isVisible());
    press(u"Silence alarms for 30 min"_s);
    QTRY_VERIFY(book.isSilenced());
    QTRY_VERIFY(property(u"IconPixmap"_s) != two);
    press(u"End the silence"_s);
    QTRY_VERIFY(!book.isSilenced());
    press(u"Acknowledge all"_s);
    QTRY_VERIFY(book.open().empty());
    QTRY_VERIFY(!item.match(items()).hasMatch()); // nothing to say, no icon
}

int main(int argc, char **argv)
{
    rig::Desktop desktop;
    if (!desktop.up() || !desktop.startIndicators())
        return rig::desktopIsMissing(desktop.why());
    QApplication application(argc, argv);
    TrayIndicatorTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_trayindicator.moc"
