// SPDX-License-Identifier: GPL-3.0-or-later
// archive fetch: reads what streams have missed and their brokers still have.
#include "app/cli/commands.h"

#include "app/cli/signals.h"
#include "app/cli/secretarguments.h"
#include "app/cli/streamarguments.h"
#include "core/services/engine.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSayTime = std::chrono::seconds(2);

struct Wanted {
    streams::StreamConfig config;
    std::vector<streams::Hole> holes;
};

// One run of `archive fetch`: lives on the main thread while the event loop turns.
class Fetching final : public QObject
{
    Q_OBJECT
public:
    explicit Fetching(const CliContext &context) : m_context(context), m_signals(std::chrono::seconds(3)) {}

    int run()
    {
        services::Engine engine({.places = m_context.places, .profile = m_context.profile});
        m_engine = &engine;
        if (const Outcome opened = engine.open(); !opened)
            return complain(opened.error());
        const Result<std::vector<Wanted>> wanted = choose();
        if (!wanted)
            m_code = complain(wanted.error());
        else if (wanted.value().empty())
            sayLine(QCoreApplication::translate("cli", "Nothing is missing that a broker could still have."));
        services::GapFetch &fetches = engine.manager().fetches();
        connect(&fetches, &services::GapFetch::finished, this, &Fetching::handleFinished);
        connect(&engine, &services::Engine::finished, this, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
        connect(&m_signals, &Signals::interrupted, this, [this] {
            m_interrupted = true;
            m_engine->manager().fetches().cancelAll();
        });
        connect(&m_timer, &QTimer::timeout, this, &Fetching::say);
        m_timer.start(kSayTime);
        if (wanted) {
            m_wanted = wanted.value();
            for (const Wanted &one : m_wanted)
                fetches.fetch(one.config, one.holes);
        }
        m_left = m_wanted.size();
        if (m_left == 0)
            QMetaObject::invokeMethod(&engine, &services::Engine::shutDown, Qt::QueuedConnection);
        QCoreApplication::exec();
        return m_interrupted ? 130 : m_code;
    }

private:
    // The named streams, else all, with what each of them is missing; those that miss nothing are left out.
    [[nodiscard]] Result<std::vector<Wanted>> choose() const
    {
        services::StreamStore store(services::Engine::streamsFile(m_context.places, m_context.profile));
        if (const Outcome loaded = store.load(); !loaded)
            return loaded.error();
        std::vector<streams::StreamConfig> configs;
        for (const QString &name : m_context.arguments.positional) {
            Result<NamedStream> stream = streamFromArgument(name, store);
            if (!stream)
                return stream.error();
            if (!services::GapFetch::canFetch(stream.value().config))
                return Error{.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "Streams of the type “%1” cannot be asked for what was missed.").arg(stream.value().config.type),
                             .remedy = QCoreApplication::translate("cli", "Only a broker keeps messages for later.")};
            configs.push_back(stream.value().config);
        }
        if (m_context.arguments.positional.isEmpty())
            configs = store.streams();
        std::vector<Wanted> wanted;
        SecretGiver secrets(m_context);
        for (streams::StreamConfig &config : configs) {
            if (!services::GapFetch::canFetch(config))
                continue;
            Result<std::vector<streams::Hole>> holes = services::GapFetch::holesOf(config.uuid, m_engine->archive());
            if (!holes)
                return holes.error();
            const bool again = std::ranges::any_of(wanted, [&](const Wanted &one) { return one.config.uuid == config.uuid; });
            if (holes.value().empty() || again)
                continue;
            if (const Outcome given = secrets.give(config); !given)
                return given.error();
            wanted.push_back({std::move(config), std::move(holes).value()});
        }
        return wanted;
    }

    void say()
    {
        for (const Wanted &one : m_wanted) {
            const services::GapFetch::State state = m_engine->manager().fetches().state(one.config.uuid);
            if (state.running && state.progress.wanted > 0)
                sayLine(QCoreApplication::translate("cli", "%1: %2 of %3 done").arg(one.config.name).arg(state.progress.done).arg(state.progress.wanted));
        }
    }

    void handleFinished(const QString &uuid)
    {
        const auto it = std::ranges::find(m_wanted, uuid, [](const Wanted &one) { return one.config.uuid; });
        if (it == m_wanted.end())
            return;
        const services::GapFetch::State state = m_engine->manager().fetches().state(uuid);
        qint64 missed = 0;
        for (const streams::Hole &hole : it->holes)
            missed += hole.to - hole.from;
        const streams::FetchProgress &done = state.progress;
        putLine(QStringList{it->config.name, QString::number(done.messages), QString::number(done.gone), QString::number(missed - done.done)}.join(u'\t'));
        if (!state.error.message.isEmpty() && !m_interrupted) {
            const int code = complain(state.error);
            m_code = m_code == 0 ? code : std::min(m_code, code); // several failures: the lowest rung
        }
        if (--m_left == 0)
            m_engine->shutDown();
    }

    const CliContext &m_context;
    Signals m_signals;
    QTimer m_timer;
    services::Engine *m_engine = nullptr; // while run() runs
    std::vector<Wanted> m_wanted;
    size_t m_left = 0;
    int m_code = 0;
    bool m_interrupted = false;
};

} // namespace

int runArchiveFetch(const CliContext &context)
{
    return Fetching(context).run();
}

} // namespace tocsin::app

#include "fetchcommand.moc"
