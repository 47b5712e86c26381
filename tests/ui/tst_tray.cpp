// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in a real tray (trayer on an X server of its own, with a window manager): how many alarms nobody has acknowledged,
// its menu, and the window that comes back.
#include "core/alarms/alarmbook.h"
#include "core/journal/journal.h"
#include "core/services/alertfeed.h"
#include "rig/desktop.h"
#include "support/streambench.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowclosing.h"
#include "ui/theme/theme.h"
#include "ui/trayicon.h"
#include "ui/windowalarms.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QMenu>
#include <QScreen>
#include <QSystemTrayIcon>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::StreamBench;

namespace {

alarms::Alarm gravity()
{
    return {.rule = u"gw-significant"_s,
            .title = u"Gravitational wave, significant"_s,
            .fact = u"S260914ab  BNS 0.97, 310 deg², 41 Mpc"_s,
            .row = 41,
            .event = u"S260914ab"_s,
            .arrived = UtcTime::now(),
            .notifies = false, // the window stays where the test puts it
            .repeat = 3'600s};
}

} // namespace

class TrayTest : public QObject
{
    Q_OBJECT
public:
    explicit TrayTest(rig::Desktop &desktop) : m_desktop(desktop) {}

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysHowManyAreOpen_data();
    void saysHowManyAreOpen();
    void redIsRedOnly();
    void aClickBringsTheWindowBack();
    void itsMenuAcknowledges();
    void itsMenuSilences();
    void itsMenuShowsTheWindow();
    void aTrayThatComesLaterHasIt();

private:
    [[nodiscard]] QSystemTrayIcon *icon() const { return m_window->findChild<QSystemTrayIcon *>(); }
    [[nodiscard]] bool isInTheTray() const { return icon() && icon()->isVisible() && !icon()->geometry().isEmpty(); }
    [[nodiscard]] QImage picture() const; // of the tray as it is on the screen
    void raise(int alarms);
    void press(const QString &entry); // of its menu, by the mouse

    rig::Desktop &m_desktop;
    std::unique_ptr<StreamBench> m_bench;
    std::unique_ptr<services::AlertFeed> m_feed;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<alarms::AlarmBook> m_book;
    std::unique_ptr<MainWindow> m_window;
};

void TrayTest::initTestCase()
{
    Theme::install();
    QApplication::setWindowIcon(QIcon(u":/icons/tocsin.svg"_s));
    QTRY_VERIFY(QSystemTrayIcon::isSystemTrayAvailable());
}

void TrayTest::init()
{
    Theme::setScheme(Scheme::Light);
    m_bench = std::make_unique<StreamBench>();
    m_feed = std::make_unique<services::AlertFeed>();
    m_journal = std::make_unique<journal::Journal>(QString());
    m_book = std::make_unique<alarms::AlarmBook>(*m_journal);
    Places places = Places::resolve(m_bench->folder.path());
    places.archive = m_bench->folder.filePath(u"archive"_s);
    QVERIFY(m_bench->manager.add(StreamBench::kafka(u"gcn"_s)));
    m_window = std::make_unique<MainWindow>(WindowServices{.manager = m_bench->manager, .feed = *m_feed, .archive = m_bench->archive, .journal = m_journal.get(), .alarms = m_book.get(),
                                                           .sink = m_bench->pipeline, .places = places, .profile = {}});
    m_window->resize(1'280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TrayTest::cleanup()
{
    m_window.reset();
    m_book.reset();
    m_journal.reset();
    m_feed.reset();
    m_bench.reset();
}

QImage TrayTest::picture() const
{
    const QRect place = icon()->geometry();
    return QGuiApplication::primaryScreen()->grabWindow(0, place.x(), place.y(), place.width(), place.height()).toImage();
}

void TrayTest::raise(int alarms)
{
    const size_t before = m_book->open().size();
    for (int i = 0; i < alarms; ++i)
        m_book->raise(gravity());
    QTRY_COMPARE(m_book->open().size(), before + static_cast<size_t>(alarms));
}

void TrayTest::press(const QString &entry)
{
    QTRY_VERIFY(isInTheTray());
    const QPoint at = icon()->geometry().center();
    m_desktop.click(at.x(), at.y(), 3);
    QTRY_VERIFY(QApplication::activePopupWidget());
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() != entry)
            continue;
        const QPoint place = menu->mapToGlobal(menu->actionGeometry(action).center());
        m_desktop.click(place.x(), place.y(), 1);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        return;
    }
    QFAIL(qPrintable(entry));
}

void TrayTest::saysHowManyAreOpen_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(Scheme::Light);
    QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
    QTest::newRow("red") << static_cast<int>(Scheme::Red);
}

void TrayTest::saysHowManyAreOpen()
{
    QFETCH(int, scheme);
    QVERIFY(!icon() || !icon()->isVisible()); // nothing to say
    m_window->alarms()->setArmed(2);
    QTRY_VERIFY(isInTheTray());
    QCOMPARE(icon()->toolTip(), u"Tocsin: 2 rule(s) armed"_s);
    Theme::setScheme(static_cast<Scheme>(scheme)); // the icon follows
    std::vector<QImage> seen;
    const auto look = [&] {
        QImage shown;
        const auto isNew = [&] {
            shown = picture();
            const QImage blank = shown.copy(0, 0, 1, 1).scaled(shown.size());
            return shown != blank && std::ranges::find(seen, shown) == seen.end();
        };
        QTRY_VERIFY(isNew());
        seen.push_back(shown);
        if (const QString folder = qEnvironmentVariable("TOCSIN_LOOK_DIR"); !folder.isEmpty())
            QVERIFY(shown.scaled(shown.size() * 6).save(QDir(folder).filePath(u"tray-%1-%2.png"_s.arg(QLatin1StringView(QTest::currentDataTag())).arg(seen.size()))));
    };
    look();
    raise(1);
    look();
    raise(1);
    look();
    QVERIFY2(icon()->toolTip().startsWith(u"Tocsin: 2 open alarm(s). Gravitational wave"_s), qPrintable(icon()->toolTip()));
    raise(10);
    look();
    m_book->silenceUntil(UtcTime::fromUs(UtcTime::now().us + 3'600'000'000));
    look();
    m_book->acknowledgeAll(u"window"_s);
    look(); // the silence alone
    m_book->silenceUntil({});
    QTRY_VERIFY(picture() == seen.front());
    m_window->alarms()->setArmed(0);
    QTRY_VERIFY(!icon()->isVisible());
}

void TrayTest::redIsRedOnly()
{
    Theme::setScheme(Scheme::Red);
    for (const TrayState &state : {TrayState{}, TrayState{.number = 3, .colour = &Palette::bad}, TrayState{.glyph = u"pause"_s, .colour = &Palette::warn}}) {
        const QImage image = trayIcon(QApplication::windowIcon(), state).pixmap(64, 64).toImage().convertToFormat(QImage::Format_ARGB32);
        int brightest = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                QCOMPARE(image.pixel(x, y) & 0xffff, 0U);
                brightest = std::max(brightest, qRed(image.pixel(x, y)));
            }
        }
        QVERIFY(brightest > 100);
    }
}

void TrayTest::aClickBringsTheWindowBack()
{
    raise(1);
    QTRY_VERIFY(isInTheTray());
    m_window->showMinimized();
    QTRY_VERIFY(!m_window->isActiveWindow());
    QVERIFY(m_window->isMinimized());
    raise(1); // also while nobody sees the window
    QTRY_VERIFY(icon()->toolTip().contains(u"2 open"_s));
    QVERIFY(m_window->isMinimized());
    const QPoint at = icon()->geometry().center();
    m_desktop.click(at.x(), at.y(), 1);
    QTRY_VERIFY(!m_window->isMinimized());
    QTRY_VERIFY(m_window->isActiveWindow());
    QCOMPARE(m_book->open().size(), 2U);
}

void TrayTest::itsMenuAcknowledges()
{
    raise(2);
    m_window->showMinimized();
    press(u"Acknowledge all"_s);
    QTRY_VERIFY(m_book->open().empty());
    QTRY_VERIFY(!icon()->isVisible());
    QVERIFY(m_window->isMinimized()); // nobody asked for it
}

void TrayTest::itsMenuSilences()
{
    raise(1);
    press(u"Silence alarms for 30 min"_s);
    QTRY_VERIFY(m_book->isSilenced());
    QTRY_VERIFY(icon()->toolTip().contains(u"open alarm"_s));
    press(u"End the silence"_s);
    QTRY_VERIFY(!m_book->isSilenced());
}

void TrayTest::itsMenuShowsTheWindow()
{
    raise(1);
    QTRY_VERIFY(isInTheTray());
    m_window->hide(); // as it is kept in the tray
    press(u"Show window"_s);
    QTRY_VERIFY(m_window->isVisible());
    QTRY_VERIFY(m_window->isActiveWindow());
}

void TrayTest::aTrayThatComesLaterHasIt()
{
    m_desktop.stopTray();
    QTRY_VERIFY(!m_window->closer().hasTray());
    raise(1);
    QVERIFY(!isInTheTray());
    QVERIFY2(m_desktop.startTray(), qPrintable(m_desktop.why()));
    QTRY_VERIFY(m_window->closer().hasTray());
    QTRY_VERIFY(isInTheTray());
}

int main(int argc, char **argv)
{
    rig::Desktop desktop;
    if (!desktop.up() || !desktop.startTray())
        return rig::desktopIsMissing(desktop.why());
    QApplication application(argc, argv);
    TrayTest test(desktop);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tray.moc"
