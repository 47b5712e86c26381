// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowapp.h"

#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/upkeepdialog.h"
#include "ui/mainwindow.h"
#include "ui/screenshot.h"
#include "ui/singlewindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessiblecombobox.h"
#include "ui/widgets/accessiblemessage.h"

#include <QApplication>
#include <QFileDialog>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::BadArgument:
        return 2;
    case ErrorKind::Archive:
        return 5;
    case ErrorKind::TimeLimit:
        return 16;
    default:
        return 1;
    }
}

// One line says what happened, the second what to do.
void print(const Error &error)
{
    QString text = error.message + u'\n';
    if (!error.remedy.isEmpty())
        text += error.remedy + u'\n';
    std::fputs(text.toLocal8Bit().constData(), stderr);
}

} // namespace

void WindowApp::prepare(const WindowOptions &options)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    if (!options.screenshotFile.isEmpty()) {
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
        // A picture looks the same whatever the desktop says, and needs no screen.
        qputenv("QT_FONT_DPI", "96");
        if (!hasDisplay())
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
}

bool WindowApp::hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

WindowApp::WindowApp(WindowOptions options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
    Theme::install();
    nameComboBoxesByTheirLabel();
    tellMessagesAsAlerts();
    QApplication::setApplicationDisplayName({}); // the window's title says it
    QApplication::setDesktopFileName(u"tocsin"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/tocsin.svg"_s));
    QApplication::setQuitOnLastWindowClosed(false); // it may stay in the tray
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] { quit(0); }); // the desktop's session ends
}

WindowApp::~WindowApp() = default;

int WindowApp::run()
{
    const bool picture = !m_options.screenshotFile.isEmpty();
    if (!m_options.demo && !picture) {
        m_single = std::make_unique<SingleWindow>(m_options.places);
        if (!m_single->claim())
            return 0;
        connect(m_single.get(), &SingleWindow::asked, this, [this] {
            if (m_home)
                m_home->window().raiseAgain();
            else if (m_recovery)
                m_recovery->raise();
        });
    }
    const bool there = m_options.demo ? openDemo() : openHome();
    if (!there && (picture || m_quitting))
        return m_code;
    if (there && picture)
        shoot();
    return QCoreApplication::exec();
}

bool WindowApp::open(WindowSession &session, const WindowSession *beside)
{
    if (const Outcome opened = session.open(); !opened) {
        complain(opened.error());
        return false;
    }
    connect(&session, &WindowSession::ended, this, [this, ended = &session] { handleEnded(ended); });
    MainWindow &window = session.window();
    if (m_options.scheme != Scheme::System)
        window.showScheme(m_options.scheme);
    if (beside)
        window.setGeometry(beside->window().geometry());
    else if (!m_options.size.isEmpty())
        window.resize(m_options.size);
    window.show();
    session.start();
    return true;
}

bool WindowApp::openHome()
{
    m_home = std::make_unique<WindowSession>(
        WindowSession::Settings{.places = m_options.places, .profile = m_options.profile, .remember = m_options.screenshotFile.isEmpty()});
    connect(m_home.get(), &WindowSession::demoWanted, this, [this] { [[maybe_unused]] const bool there = openDemo(); });
    connect(m_home.get(), &WindowSession::recoverWanted, this, [this] { endHomeThen([this] { recover(); }); });
    if (open(*m_home, m_demo.get())) {
        if (const Error damage = m_home->damage(); !damage.message.isEmpty() && m_options.screenshotFile.isEmpty())
            offerRecovery(damage);
        return true;
    }
    m_home.reset();
    return false;
}

bool WindowApp::openDemo()
{
    if (m_demo) {
        m_demo->window().raiseAgain();
        return true;
    }
    m_demo = std::make_unique<WindowSession>(
        WindowSession::Settings{.places = {}, .profile = {}, .demo = m_options.demoSettings, .remember = false});
    connect(m_demo.get(), &WindowSession::demoLeft, this, &WindowApp::leaveDemo);
    if (!open(*m_demo, m_home.get())) {
        m_demo.reset();
        return false;
    }
    // A home without streams has nothing to show beside it.
    if (m_home && !m_home->window().hasStreams())
        m_home->window().hide();
    return true;
}

void WindowApp::leaveDemo()
{
    if (m_home)
        m_home->window().raiseAgain();
    else if (!m_options.screenshotFile.isEmpty() || !openHome())
        return;
    m_demo->end();
}

void WindowApp::handleEnded(WindowSession *session)
{
    const bool wasDemo = session == m_demo.get();
    (wasDemo ? m_demo : m_home).reset();
    if (!wasDemo && !m_quitting && m_next) {
        std::exchange(m_next, nullptr)();
        return;
    }
    if (wasDemo && m_home && !m_quitting) {
        m_home->window().raiseAgain();
        return;
    }
    // Who closes the real window has closed the program.
    if (m_demo)
        m_demo->end();
    else
        QCoreApplication::exit(m_code);
}

void WindowApp::quit(int code)
{
    if (m_quitting)
        return;
    m_quitting = true;
    m_code = code;
    delete m_recovery; // what it has not finished leaves the archive as it was
    if (!m_home && !m_demo)
        QCoreApplication::exit(code);
    if (m_demo)
        m_demo->end();
    if (m_home)
        m_home->end();
}

void WindowApp::complain(const Error &error)
{
    print(error);
    m_code = exitCode(error.kind);
    if (!m_options.screenshotFile.isEmpty()) {
        m_quitting = true;
        return;
    }
    auto *dialog = new AskDialog(error.message, error.remedy, nullptr);
    dialog->addAnswer(0, tr("Quit"), true);
    connect(dialog, &QDialog::finished, this, [this] { quit(m_code); });
    dialog->show();
}

// The window shows what can be read; nothing is changed before somebody has chosen.
void WindowApp::offerRecovery(const Error &damage)
{
    enum Answer { Recover, Look, Other, Quit };
    auto *dialog = new AskDialog(damage.message,
                                 tr("Tocsin shows what can be read of it and changes nothing; no stream runs until the archive can be written again. "
                                    "Recovering makes a new index from the old one and from the packets. The old index is kept, and what is lost can be fetched again."),
                                 &m_home->window());
    dialog->addAnswer(Recover, tr("Recover now"), true);
    dialog->addAnswer(Look, tr("Only look"), false);
    dialog->addAnswer(Other, tr("Other archive…"), false);
    dialog->addAnswer(Quit, tr("Quit"), false);
    connect(dialog, &AskDialog::answered, this, [this](int answer) {
        switch (answer) {
        case Recover:
            endHomeThen([this] { recover(); });
            break;
        case Other:
            chooseArchive();
            break;
        case Quit:
            quit(0);
            break;
        default:
            break;
        }
    });
    dialog->open();
}

void WindowApp::endHomeThen(std::function<void()> next)
{
    m_next = std::move(next);
    m_home->end();
}

void WindowApp::recover()
{
    m_recovery = new UpkeepDialog(UpkeepDialog::Task::Recover, m_options.places.archive, nullptr);
    connect(m_recovery, &QDialog::finished, this, &WindowApp::reopenHome);
    m_recovery->setCloseVerb(tr("Open Tocsin"));
    m_recovery->show();
}

// For this run: the next start finds the damaged one again, and asks again.
void WindowApp::chooseArchive()
{
    auto *dialog = new QFileDialog(&m_home->window(), tr("Folder of another archive; an empty one begins a new one"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_options.places.archive = folder;
        endHomeThen([this] { reopenHome(); });
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        if (const Error damage = m_home ? m_home->damage() : Error{}; !damage.message.isEmpty())
            offerRecovery(damage);
    });
    dialog->open();
}

void WindowApp::reopenHome()
{
    if (!m_quitting)
        (void)openHome(); // what went wrong has been said
}

void WindowApp::shoot()
{
    MainWindow &window = (m_demo ? m_demo : m_home)->window();
    auto *screenshot = new Screenshot(window, m_options.screenshotFile, m_options.screenshotAfter, this);
    connect(screenshot, &Screenshot::finished, this, [this](const Outcome &outcome) {
        if (!outcome)
            print(outcome.error());
        quit(outcome ? 0 : exitCode(outcome.error().kind));
    });
    screenshot->start();
}

} // namespace tocsin::ui
