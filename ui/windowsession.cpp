// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowsession.h"

#include "core/archive/recover.h"
#include "core/services/archivefollower.h"
#include "core/rules/ruleengine.h"
#include "core/services/engine.h"
#include "core/services/indexcheck.h"
#include "core/streams/demo/demostream.h"
#include "ui/inputidle.h"
#include "ui/mainwindow.h"
#include "ui/tomtargetdesk.h"

#include <QTemporaryDir>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

WindowSession::WindowSession(Settings settings, QObject *parent) : QObject(parent), m_settings(std::move(settings)) {}

WindowSession::~WindowSession()
{
    m_idle.reset();
    m_check.reset();
    m_window.reset();
    m_follower.reset();
}

Outcome WindowSession::open()
{
    if (m_settings.demo) {
        m_demoHome = std::make_unique<QTemporaryDir>();
        if (!m_demoHome->isValid())
            return Error{.kind = ErrorKind::Internal,
                         .message = tr("The demo has no room for its throw-away home."),
                         .remedy = tr("Make room in the folder for temporary files, or name another one as TMPDIR."),
                         .detail = m_demoHome->errorString()};
        m_settings.places = Places::resolve(m_demoHome->path());
        m_settings.places.archive = m_settings.places.data + u"/archive"_s; // TOCSIN_ARCHIVE names a real one
        m_settings.profile.clear();
    }
    m_engine = std::make_unique<services::Engine>(
        services::EngineSettings{.places = m_settings.places, .profile = m_settings.profile, .openDamaged = true, .demo = isDemo()});
    const Outcome opened = m_engine->open();
    // A list of streams that cannot be read is left alone and said in the window; all else can be used.
    const bool onlyStreams = !opened && opened.error().kind == ErrorKind::BadArgument;
    if (!opened && !onlyStreams)
        return opened;
    services::StreamManager &manager = m_engine->manager();
    m_targets = std::make_unique<TomTargetDesk>(m_engine->targets(), isDemo() ? TomTargetDesk::Alerts::Invented : TomTargetDesk::Alerts::Real);
    m_window = std::make_unique<MainWindow>(WindowServices{.manager = manager,
                                                           .feed = m_engine->feed(),
                                                           .archive = m_engine->archive(),
                                                           .schemas = &m_engine->schemas(),
                                                           .journal = &m_engine->journal(),
                                                           .alarms = &m_engine->alarms(),
                                                           .targetDesk = m_targets.get(),
                                                           .rules = &m_engine->rules(),
                                                           .notes = &m_engine->notes(),
                                                           .sink = m_engine->pipeline(),
                                                           .places = m_settings.places,
                                                           .profile = m_settings.profile,
                                                           .vault = isDemo() ? std::function<vault::Vault &()>() : [engine = m_engine.get()]() -> vault::Vault & { return engine->vault(); },
                                                           .demo = isDemo(),
                                                           .remember = m_settings.remember && !isDemo()});
    if (Error trouble = m_engine->archiveTrouble(); !trouble.message.isEmpty()) {
        if (!damage().message.isEmpty())
            trouble.remedy = tr("It is only read. “Recover…” under Details makes a new index; the old one is kept.");
        m_window->showTrouble(trouble);
    }
    if (onlyStreams)
        m_window->showTrouble(opened.error());
    connect(m_window.get(), &MainWindow::closing, m_engine.get(), &services::Engine::shutDown);
    connect(m_window.get(), &MainWindow::demoWanted, this, &WindowSession::demoWanted);
    connect(m_window.get(), &MainWindow::demoLeft, this, &WindowSession::demoLeft);
    connect(m_window.get(), &MainWindow::recoverWanted, this, &WindowSession::recoverWanted);
    // Not from within the engine's signal: whoever hears it may delete this.
    connect(m_engine.get(), &services::Engine::finished, this, &WindowSession::ended, Qt::QueuedConnection);
    connect(&manager, &services::StreamManager::leasedElsewhere, this, &WindowSession::follow);
    if (!isDemo() && m_engine->archiveTrouble().message.isEmpty()) {
        m_check = std::make_unique<services::IndexCheck>(m_settings.places.archive);
        m_idle = std::make_unique<InputIdle>();
        connect(m_idle.get(), &InputIdle::idle, m_check.get(), &services::IndexCheck::start);
        connect(m_check.get(), &services::IndexCheck::damaged, m_window.get(), &MainWindow::showTrouble);
    }
    return Done{};
}

Error WindowSession::damage() const
{
    const Error &trouble = m_engine->archiveTrouble();
    return !m_engine->canKeep() && archive::recoveryHelps(trouble) ? trouble : Error{};
}

archive::Archive &WindowSession::archive() const
{
    return m_engine->archive();
}

void WindowSession::start()
{
    m_engine->rules().start(); // before anything comes that they should hear
    if (m_settings.demo) {
        const DemoSettings &demo = *m_settings.demo;
        m_engine->manager().startTransient(
            {.config = demo::demoStreamConfig(static_cast<qint64>(demo.seed), demo.speed, demo.count), .startOverride = {}, .untilEnd = false});
    } else if (m_engine->canKeep()) { // what is fetched beside a damaged archive would be lost
        m_engine->manager().startAutomatic();
    }
}

void WindowSession::end()
{
    m_window->quit();
}

void WindowSession::follow(const QString &uuid)
{
    if (!m_follower) {
        services::AlertFeed &feed = m_engine->feed();
        m_follower = std::make_unique<services::ArchiveFollower>(
            m_engine->archive(), [&feed](std::vector<std::shared_ptr<const Alert>> alerts) {
                const uint64_t messages = alerts.size();
                feed.alertsCommitted(std::move(alerts), messages, 0, 0);
            });
    }
    m_follower->follow(uuid.toStdString());
}

} // namespace tocsin::ui
