// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/services/causefinder.h"
#include "core/services/gapfetch.h"
#include "core/services/signin.h"
#include "core/services/streamstore.h"
#include "core/streams/stream.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

class QFileSystemWatcher;

namespace tocsin::services {

// Runs the configured streams: groups those with equal consumer keys on one consumer, starts and stops them,
// keeps their last status and log. What the window and the command line drive. Lives on the main thread; owns the
// consumers; store, sink and archive outlive it.
class StreamManager final : public QObject
{
    Q_OBJECT
public:
    StreamManager(StreamStore &store, const streams::ConsumerContext &context, QObject *parent = nullptr);
    ~StreamManager() override;

    [[nodiscard]] const std::vector<streams::StreamConfig> &configs() const { return m_store.streams(); }
    [[nodiscard]] const streams::StreamConfig *find(const QString &nameOrUuid) const;
    [[nodiscard]] streams::StreamStatus status(const QString &uuid) const;
    [[nodiscard]] const std::deque<streams::LogLine> &log(const QString &uuid) const; // newest last, 2,000 at most

    // Stored at once; a running stream follows the change.
    Outcome add(streams::StreamConfig config);
    Outcome update(const streams::StreamConfig &config); // by uuid; also renames
    Outcome remove(const QString &uuid); // rows stay

    void start(const QString &uuid);
    void stop(const QString &uuid);
    // Those that are enabled and started with the program. From then on the list is watched: what another program
    // changes in it counts at once.
    void startAutomatic();
    // A stream that is not stored (a URL, the demo).
    void startTransient(const streams::Assignment &assignment);
    void stopAll(); // allStopped() follows within 3 s
    [[nodiscard]] bool isRunning(const QString &uuid) const;
    // The cause of its trouble is not known yet; a change of its status follows.
    [[nodiscard]] bool isLookingForCause(const QString &uuid) const { return m_causes.isLooking(uuid); }
    [[nodiscard]] bool anyRunning() const { return !m_running.empty(); }
    // What streams have missed; ends with stopAll().
    [[nodiscard]] GapFetch &fetches() { return m_fetches; }
    // The same with the stream's account, whether the stream runs or not; no holes: all that the archive knows of.
    void fetchGaps(const QString &uuid, std::vector<streams::Hole> holes = {});
    // The stream as it runs: with user and secret, or the tokens, of its account; as it is stored where it does not run.
    [[nodiscard]] const streams::StreamConfig *findRunning(const QString &uuid) const;
    // Where streams that name an account get its user and secret from; without, they wait for the person to enter it.
    void setSignIn(SignIn signIn) { m_signIn = std::move(signIn); }
    [[nodiscard]] const SignIn &signIn() const { return m_signIn; }
    // How often a stream that another process reads is asked for again.
    void setLeasePause(std::chrono::milliseconds pause) { m_leaseTimer.setInterval(pause); }

Q_SIGNALS:
    void configsChanged();
    void begins(const tocsin::streams::StreamConfig &config); // is read from now on; told before anything of it comes
    void statusChanged(const QString &uuid);
    void topicAppeared(const QString &uuid, const QString &topic);
    void logged(const QString &uuid, const tocsin::streams::LogLine &line);
    // Another process reads this stream into the same archive: its rows arrive from there.
    void leasedElsewhere(const QString &uuid);
    // It does not any more: this process goes on from where that one committed last.
    void leaseTaken(const QString &uuid);
    void allStopped();

private:
    struct Client {
        QString key;
        std::unique_ptr<streams::Consumer> consumer;
        QStringList streams = {}; // uuids of what it was last told to read
        bool stopping = false;
    };

    void regroup(); // brings consumers in line with m_running
    Client &clientFor(const QString &key, const streams::StreamType &type);
    [[nodiscard]] bool takeLease(const QString &uuid);
    void dropLeases();
    // Waits without a consumer for the vault. True: it does.
    bool waitForAccount(const streams::StreamConfig &config);
    void handleSignIn(const QString &uuid, const QString &account, const Result<streams::StreamConfig> &answer);
    // Waits without a consumer for a secret that only a person has. True: it does.
    bool waitForSecret(const streams::StreamType &type, const streams::StreamConfig &config);
    void askForLeases();
    void follow(const streams::StreamConfig &config); // a change of a stream that may be running
    void watchStore();
    void handleStoreChange();
    [[nodiscard]] bool endsElsewhere(const QString &uuid, const QString &key) const;
    void handleStatus(const QString &key, const QString &uuid, const streams::StreamStatus &status);
    void handleLooked(const QString &uuid);
    void handleStopped(const QString &key);
    void handleEnd();
    void append(const QString &uuid, const streams::LogLine &line);
    void setStatus(const QString &uuid, streams::State state, const QString &cause, const QString &remedy = {});

    StreamStore &m_store;
    const streams::ConsumerContext m_context;
    GapFetch m_fetches;
    CauseFinder m_causes;
    std::vector<streams::Assignment> m_running;
    std::vector<Client> m_clients;
    QSet<QString> m_leases; // uuids of streams that are ours to read
    QSet<QString> m_waiting; // uuids of running streams that another process reads
    QTimer m_leaseTimer;
    SignIn m_signIn;
    QSet<QString> m_asked; // uuids of running streams whose account is being read
    QHash<QString, Error> m_refused; // and what stood against it, until they are started or changed again
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    QHash<QString, streams::StreamStatus> m_status;
    QHash<QString, streams::StreamStatus> m_told; // by the clients, before causes were looked for
    QHash<QString, std::deque<streams::LogLine>> m_logs;
    bool m_stoppingAll = false;
    bool m_ended = false; // allStopped() was said
};

} // namespace tocsin::services
