// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listening.h"

#include "app/cli/commandline.h"
#include "app/cli/packettree.h"
#include "app/cli/signals.h"
#include "core/alarms/alarmbook.h"
#include "core/alarms/ringer.h"
#include "core/archive/storedfields.h"
#include "core/decoders/decoder.h"
#include "core/options/startat.h"
#include "core/rules/ruleengine.h"
#include "core/services/archivefollower.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <optional>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using services::Pipeline;
using streams::State;

namespace {

constexpr auto kFirstConnection = 30s;
constexpr auto kLastLines = 1800ms; // after a signal
constexpr auto kSignalLimit = 3s; // contract, section 2
constexpr auto kRulesLimit = 90s; // for what rules still have to do when all is read
constexpr auto kRulesLook = 50ms;

// Counts what passes, on the router's thread and the archive's.
struct Counts {
    std::atomic<int64_t> alerts{0};
    std::atomic<int64_t> messages{0};
    std::atomic<int64_t> bytes{0};
    std::atomic<int64_t> undecoded{0};
    std::atomic<int64_t> duplicates{0};
    std::atomic<int64_t> gaps{0};
    std::atomic<int64_t> firstNs{0};
    std::atomic<int64_t> lastNs{0};
};

// Stands between archive and feed: the printer gets what is safe.
class PrintingListener final : public archive::CommitListener
{
public:
    PrintingListener(AlertPrinter &printer, Counts &counts) : m_printer(printer), m_counts(counts) {}
    void alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t, uint64_t replays, uint64_t gaps) override
    {
        m_counts.duplicates += static_cast<int64_t>(replays);
        m_counts.gaps += static_cast<int64_t>(gaps);
        m_printer.print(std::move(alerts));
    }
    void alertsReplayed(const std::vector<std::shared_ptr<const Alert>> &alerts) override { m_printer.print(alerts); }
    void archiveTrouble(const QString &message) override
    {
        if (!message.isEmpty())
            sayLine(u"tocsin: "_s + message);
    }

private:
    AlertPrinter &m_printer;
    Counts &m_counts;
};

// One run of `listen`: lives on the main thread while the event loop turns.
class Listening final : public QObject
{
    Q_OBJECT
public:
    explicit Listening(ListenPlan plan)
        : m_plan(std::move(plan)), m_printer(m_plan.printing, [this] { QMetaObject::invokeMethod(this, [this] { end(0); }, Qt::QueuedConnection); }),
          m_listener(m_printer, m_counts)
    {
    }

    int run()
    {
        m_plan.engine.gate = [this](const DecodedPacket &packet) { return judge(packet); };
        m_engine = std::make_unique<services::Engine>(m_plan.engine);
        if (const Outcome opened = m_engine->open(); !opened) {
            m_printer.stop();
            return complain(opened.error());
        }
        if (const Error &trouble = m_engine->archiveTrouble(); !trouble.message.isEmpty()) {
            sayLine(u"tocsin: "_s + trouble.message);
            sayLine(trouble.remedy);
        }
        m_engine->setListener(m_listener);
        services::StreamManager &manager = m_engine->manager();
        connect(&manager, &services::StreamManager::statusChanged, this, &Listening::handleStatus);
        connect(&manager, &services::StreamManager::logged, this, &Listening::handleLog);
        connect(&manager, &services::StreamManager::leasedElsewhere, this, &Listening::follow);
        connect(&manager, &services::StreamManager::leaseTaken, this, [this](const QString &uuid) { m_followed.remove(uuid); });
        connect(&manager, &services::StreamManager::topicAppeared, this, [this, &manager](const QString &uuid, const QString &topic) {
            if (!m_plan.quiet)
                sayLine(QCoreApplication::translate("cli", "%1: new topic %2").arg(nameOf(manager, uuid), topic));
        });
        connect(m_engine.get(), &services::Engine::finished, this, &Listening::leave, Qt::QueuedConnection);
        connect(&m_signals, &Signals::interrupted, this, [this] { end(130); });
        if (m_plan.rules)
            startRules();
        if (m_plan.limit.count() > 0)
            QTimer::singleShot(m_plan.limit, this, [this] { end(0); });
        if (m_plan.untilEnd || m_plan.count > 0)
            QTimer::singleShot(kFirstConnection, this, &Listening::checkConnected);
        // Started from the loop, so that an end that comes at once finds it running.
        QMetaObject::invokeMethod(
            this,
            [this] {
                for (const streams::Assignment &assignment : m_plan.streams)
                    m_engine->manager().startTransient(assignment);
            },
            Qt::QueuedConnection);
        QCoreApplication::exec();
        m_follower.reset();
        m_ringer.reset();
        m_printer.stop();
        if (const int missing = static_cast<int>(m_printer.unwritten()); missing > 0 && m_printer.failure() == 0)
            sayLine(m_plan.engine.keepNothing ? QCoreApplication::translate("cli", "%n alert(s) could not be printed any more.", nullptr, missing)
                                              : QCoreApplication::translate("cli", "%n alert(s) are stored but could not be printed any more; “tocsin export” has them.",
                                                                            nullptr, missing));
        if (const int unread = static_cast<int>(m_unread); unread > 0)
            sayLine(QCoreApplication::translate("cli", "%n row(s) could not be judged by the filter: their packets are damaged; “tocsin archive verify” tells which.",
                                                nullptr, unread));
        if (m_trouble)
            complain(*m_trouble);
        summarize();
        if (const int why = m_printer.failure(); why != 0) {
            const int code = complain({.kind = ErrorKind::Internal,
                                       .message = QCoreApplication::translate("cli", "Standard output could not be written: %1.").arg(QString::fromLocal8Bit(std::strerror(why))),
                                       .remedy = QCoreApplication::translate("cli", "What was printed is not complete; free some space, or write elsewhere.")});
            return m_code == 0 ? code : m_code;
        }
        return m_code;
    }

private:
    static QString nameOf(const services::StreamManager &manager, const QString &uuid)
    {
        const streams::StreamConfig *config = manager.find(uuid);
        return config ? config->name : uuid;
    }

    // On the router's thread, before a packet is kept.
    Pipeline::Verdict judge(const DecodedPacket &packet)
    {
        m_printer.waitForRoom();
        const int64_t now = std::chrono::steady_clock::now().time_since_epoch().count();
        int64_t none = 0;
        m_counts.firstNs.compare_exchange_strong(none, now);
        m_counts.lastNs = now;
        ++m_counts.messages;
        m_counts.bytes += static_cast<int64_t>(packet.packet.value.size());
        int64_t wanted = 0;
        for (const auto &alert : packet.alerts) {
            if (alert->error.empty())
                ++m_counts.alerts;
            else
                ++m_counts.undecoded;
            if (!m_printer.wants(*alert))
                continue;
            PacketTree fields(packet.packet, static_cast<size_t>(alert->record));
            if (!m_plan.filter || m_plan.filter->passes(*alert, UtcTime::now(), &fields))
                ++wanted;
            else
                m_printer.refuse(alert.get());
        }
        if (m_plan.allFields && !packet.alerts.empty() && packet.alerts.front()->error.empty())
            giveFields(packet);
        m_passing += wanted;
        return m_plan.count > 0 && m_passing >= m_plan.count ? Pipeline::Verdict::Stop : Pipeline::Verdict::Keep;
    }

    void giveFields(const DecodedPacket &packet)
    {
        const Packet &raw = packet.packet;
        const decoders::Decoded decoded = decoders::decode(
            {.value = raw.value, .key = raw.key, .headers = raw.headers, .topic = raw.lane ? std::string_view(raw.lane->topic) : std::string_view()},
            {.fields = true, .registry = raw.stream ? std::string_view(raw.stream->registry) : std::string_view()});
        for (size_t i = 0; i < std::min(decoded.trees.size(), packet.alerts.size()); ++i)
            m_printer.giveFields(packet.alerts[i].get(), decoded.trees[i].dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace));
    }

    void startRules()
    {
        rules::RuleEngine &engine = m_engine->rules();
        alarms::AlarmBook &book = m_engine->alarms();
        m_ringer = std::make_unique<alarms::Ringer>(book);
        const auto countArmed = [this] {
            rules::RuleStore store(services::Engine::rulesFile(m_plan.engine.places, m_plan.engine.profile));
            const Outcome loaded = store.load();
            m_ringer->setArmed(loaded && m_engine->rules().isActing() ? static_cast<int>(std::ranges::count_if(store.rules(), [](const rules::Rule &rule) { return rule.enabled && rule.wakes(); })) : 0);
        };
        connect(&engine, &rules::RuleEngine::rulesChanged, this, countArmed);
        connect(&engine, &rules::RuleEngine::actingChanged, this, countArmed);
        connect(&engine, &rules::RuleEngine::actingChanged, this, [&book] { book.takeOver(); });
        connect(m_ringer.get(), &alarms::Ringer::trouble, this, [](const Error &error) {
            sayLine(u"tocsin: "_s + error.message);
            sayLine(error.remedy);
        });
        if (!m_plan.quiet) {
            connect(&book, &alarms::AlarmBook::sounds, this, [](const alarms::Alarm &alarm, bool again) {
                if (!again)
                    sayLine(QCoreApplication::translate("cli", "Alarm: %1: %2").arg(alarm.title, alarm.fact));
            });
            connect(&engine, &rules::RuleEngine::runFinished, this, [](const rules::RuleRun &run) {
                if (run.state == rules::RuleRun::State::Failed || run.state == rules::RuleRun::State::Dropped)
                    sayLine(QCoreApplication::translate("cli", "Rule %1, %2: %3").arg(run.rule, rules::kindLabel(run), run.result));
            });
        }
        connect(&engine, &rules::RuleEngine::consentWanted, this, [this](const QString &rule) {
            if (!std::exchange(m_toldConsent[rule], true))
                sayLine(QCoreApplication::translate("cli", "Rule %1 would send a restricted alert; it waits until somebody allows it: tocsin rules allow %1").arg(rule));
        });
        connect(&engine, &rules::RuleEngine::troubleChanged, this, [](const QString &message) {
            if (!message.isEmpty())
                sayLine(u"tocsin: "_s + message);
        });
        engine.setTakesHistory(m_plan.takesHistory);
        engine.start();
        QTimer::singleShot(2s, this, [this] {
            if (!m_ending && !m_engine->rules().isActing())
                sayLine(QCoreApplication::translate("cli", "Another program of this home acts by the rules; this one takes over when it ends."));
        });
    }

    // What was read is judged, and what rules want is done, before the end.
    void settle(int code)
    {
        if (m_settling)
            return;
        m_settling = true;
        auto *look = new QTimer(this);
        const auto limit = std::chrono::steady_clock::now() + (m_plan.untilEnd || m_plan.count > 0 ? kRulesLimit : kRulesLimit / 18);
        connect(look, &QTimer::timeout, this, [this, look, code, limit, idle = 0]() mutable {
            idle = m_engine->archive().queuedBytes() == 0 && m_engine->rules().isIdle() ? idle + 1 : 0;
            if (idle < 3 && std::chrono::steady_clock::now() < limit)
                return;
            look->deleteLater();
            look->stop();
            m_settled = true;
            end(code);
        });
        look->start(kRulesLook);
    }

    void handleLog(const QString &uuid, const streams::LogLine &line)
    {
        if (!m_plan.quiet && line.level <= m_plan.logLevel)
            sayLine(nameOf(m_engine->manager(), uuid) + u": "_s + line.text);
    }

    void handleStatus(const QString &uuid)
    {
        const streams::StreamStatus status = m_engine->manager().status(uuid);
        const QString line = nameOf(m_engine->manager(), uuid) + u": "_s + streams::stateWord(status.state)
            + (status.cause.isEmpty() ? QString() : u", "_s + status.cause) + (status.remedy.isEmpty() ? QString() : u' ' + status.remedy);
        if (!m_plan.quiet && m_lastLine.value(uuid) != line) {
            m_lastLine[uuid] = line;
            sayLine(line);
        }
        const bool bounded = m_plan.untilEnd || m_plan.count > 0;
        if (status.state == State::NeedsSignIn)
            return fail(status, status.errorKind == ErrorKind::NotAuthorised ? ErrorKind::NotAuthorised : ErrorKind::SignInRefused);
        if (status.errorKind == ErrorKind::NotAuthorised && (status.state == State::Degraded || status.state == State::Missing || status.state == State::Stale))
            return fail(status, ErrorKind::NotAuthorised);
        if (m_plan.untilEnd && status.errorKind == ErrorKind::UnknownTopic
            && (status.state == State::Missing || (status.state == State::Degraded && status.finished))) {
            note(status, ErrorKind::UnknownTopic); // what else there is to read is read
            m_finished.insert(uuid);
        }
        if (bounded && status.state == State::Stale && !status.everConnected && status.errorKind == ErrorKind::TlsRefused
            && !m_engine->manager().isLookingForCause(uuid))
            return fail(status, ErrorKind::TlsRefused);
        if (status.finished)
            m_finished.insert(uuid);
        if (m_plan.untilEnd && std::ranges::all_of(m_plan.streams, [this](const streams::Assignment &a) { return m_finished.contains(a.config.uuid); }))
            end(m_trouble ? exitCode(m_trouble->kind) : 0);
    }

    void note(const streams::StreamStatus &status, ErrorKind kind)
    {
        // Several failures: the lowest rung.
        if (!m_trouble || exitCode(kind) < exitCode(m_trouble->kind))
            m_trouble = Error{.kind = kind, .message = status.cause, .remedy = status.remedy};
    }

    void fail(const streams::StreamStatus &status, ErrorKind kind)
    {
        note(status, kind);
        end(exitCode(m_trouble->kind));
    }

    void checkConnected()
    {
        for (const streams::Assignment &assignment : m_plan.streams) {
            const streams::StreamStatus status = m_engine->manager().status(assignment.config.uuid);
            const bool missing = status.state == State::Missing && status.messages == 0;
            if (missing)
                fail(status, ErrorKind::UnknownTopic);
            else if (!status.everConnected && !m_followed.contains(assignment.config.uuid))
                fail(status, status.errorKind == ErrorKind::Internal ? ErrorKind::TimeLimit : status.errorKind);
        }
    }

    // Another process reads this stream into the same archive: its rows are printed from there.
    void follow(const QString &uuid)
    {
        if (m_ending)
            return;
        m_followed.insert(uuid);
        if (!m_follower) {
            m_follower = std::make_unique<services::ArchiveFollower>(
                m_engine->archive(), [this](std::vector<std::shared_ptr<const Alert>> alerts) { printFollowed(std::move(alerts)); },
                [this](const std::string &caughtUp) {
                    QMetaObject::invokeMethod(
                        this, [this, caughtUp] { handleCaughtUp(QString::fromStdString(caughtUp)); }, Qt::QueuedConnection);
                });
        }
        m_follower->follow(uuid.toStdString(), startOf(uuid));
    }

    // On the follower's thread.
    void printFollowed(std::vector<std::shared_ptr<const Alert>> alerts)
    {
        m_printer.waitForRoom();
        const int64_t now = std::chrono::steady_clock::now().time_since_epoch().count();
        int64_t none = 0;
        m_counts.firstNs.compare_exchange_strong(none, now);
        m_counts.lastNs = now;
        for (const auto &alert : alerts) {
            alert->error.empty() ? ++m_counts.alerts : ++m_counts.undecoded;
            m_counts.messages += alert->record == 0 ? 1 : 0;
        }
        if (m_plan.filter)
            dropWhatFails(alerts);
        m_printer.print(std::move(alerts));
    }

    // On the follower's thread: rows whose packets lie in the archive.
    void dropWhatFails(std::vector<std::shared_ptr<const Alert>> &alerts)
    {
        std::unique_ptr<archive::Reader> reader;
        if (m_plan.filter->needsPacket()) {
            if (Result<std::unique_ptr<archive::Reader>> opened = m_engine->archive().reader())
                reader = std::move(opened).value();
        }
        std::erase_if(alerts, [&](const std::shared_ptr<const Alert> &alert) {
            if (!reader)
                return !m_plan.filter->passes(*alert, UtcTime::now());
            archive::StoredFields fields(*reader, alert->row, static_cast<size_t>(alert->record));
            const bool passes = m_plan.filter->passes(*alert, UtcTime::now(), &fields);
            m_unread += !passes && fields.isUnread() ? 1 : 0;
            return !passes;
        });
    }

    // With --until-end a followed stream ends where the archive ended when we came.
    void handleCaughtUp(const QString &uuid)
    {
        if (!m_plan.untilEnd || !m_followed.contains(uuid))
            return;
        m_finished.insert(uuid);
        handleStatus(uuid);
    }

    // Where a stream is to begin: --from, else its own setting.
    [[nodiscard]] options::StartAt startOf(const QString &uuid) const
    {
        const auto it = std::ranges::find_if(m_plan.streams, [&](const streams::Assignment &a) { return a.config.uuid == uuid; });
        if (it == m_plan.streams.end())
            return {.kind = options::StartAt::Kind::Live};
        QString start = it->startOverride;
        if (const streams::StreamType *type = streams::findStreamType(it->config.type); type && start.isEmpty())
            start = it->config.values.value(type->options, u"start"_s).toString();
        return options::StartAt::parse(start).value_or(options::StartAt{.kind = options::StartAt::Kind::Live});
    }

    void end(int code)
    {
        if (m_ending) {
            // Everything is stored and we wait for the reader of the pipe: nobody has to.
            if (code == 130) {
                m_code = code;
                m_printer.stop();
            }
            return;
        }
        if (m_plan.rules && code != 130 && !m_settled)
            return settle(code);
        m_ending = true;
        m_code = code;
        // The router must come through whatever the reader of the pipe does: the engine waits for it.
        m_printer.letAllPass();
        if (m_follower)
            m_follower->stop();
        // Lines that are stored and not out yet get the time that the engine needs anyway: a script that resumes would never
        // see them again.
        if (code == 130)
            QTimer::singleShot(kLastLines, this, [this] { m_printer.stop(); });
        m_engine->shutDown();
    }

    // Everything committed is printed, unless somebody asks us to go or the reader goes.
    void leave()
    {
        m_printer.whenDrained([] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });
    }

    void summarize()
    {
        rusage usage = {};
        getrusage(RUSAGE_SELF, &usage);
        const auto seconds = [](const timeval &t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; };
        nlohmann::ordered_json summary;
        summary["alerts"] = m_counts.alerts.load();
        summary["messages"] = m_counts.messages.load();
        summary["bytes"] = m_counts.bytes.load();
        summary["undecoded"] = m_counts.undecoded.load();
        summary["duplicates"] = m_counts.duplicates.load();
        summary["gaps"] = m_counts.gaps.load();
        summary["passed"] = m_printer.printed();
        summary["seconds"] = static_cast<double>(m_counts.lastNs - m_counts.firstNs) * 1e-9;
        summary["cpu_seconds"] = seconds(usage.ru_utime) + seconds(usage.ru_stime);
        summary["max_rss_bytes"] = static_cast<int64_t>(usage.ru_maxrss) * 1024;
        const std::string line = nlohmann::ordered_json{{"summary", summary}}.dump() + "\n";
        std::FILE *out = m_plan.quiet ? stdout : stderr;
        std::fputs(line.c_str(), out);
        std::fflush(out);
    }

    ListenPlan m_plan;
    Counts m_counts;
    Signals m_signals{kSignalLimit};
    AlertPrinter m_printer;
    PrintingListener m_listener;
    std::unique_ptr<services::Engine> m_engine;
    std::unique_ptr<services::ArchiveFollower> m_follower;
    int64_t m_passing = 0; // router's thread
    std::atomic<int64_t> m_unread{0}; // followed rows
    std::unique_ptr<alarms::Ringer> m_ringer; // null: no rules
    QHash<QString, bool> m_toldConsent; // by rule
    bool m_settling = false;
    bool m_settled = false;
    QHash<QString, QString> m_lastLine;
    QSet<QString> m_finished;
    QSet<QString> m_followed;
    std::optional<Error> m_trouble;
    bool m_ending = false;
    int m_code = 0;
};

} // namespace

int listen(ListenPlan plan)
{
    return Listening(std::move(plan)).run();
}

} // namespace tocsin::app

#include "listening.moc"
