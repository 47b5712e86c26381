// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/journal/journal.h"
#include "core/services/namekeeper.h"
#include "core/services/pipeline.h"
#include "core/triage/aliases.h"
#include "core/triage/judgements.h"
#include "core/watch/coincidence.h"
#include "core/watch/watchlists.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tocsin::services {

// Notes on alerts as they come what is known of them beside their packets: watchlists, coincidences, what people have judged of
// the event before; and learns names that belong together. Stands between the archive and those who hear of what it kept, since
// a coincidence marks an earlier row as well. Lists, definitions and judgements are read on a thread of its own, again whenever
// somebody changes them, in this program or another. Lives on the main thread; archive and journal outlive it, the pipeline ends
// before it.
class AlertNotes final : public QObject, public AlertNoter, public archive::CommitListener
{
    Q_OBJECT
public:
    // `watchFolder` empty: there are no lists. `next` hears of what is committed.
    AlertNotes(archive::Archive &archive, journal::Journal &journal, archive::CommitListener &next, QString watchFolder, QObject *parent = nullptr);
    ~AlertNotes() override;

    // Nobody waits for lists any more, and the thread ends; the first does not block, the second does and comes before the archive goes.
    void beginToEnd();
    void stop();

    // Told, on the archive's thread, of earlier rows that say since now that they coincide with a later one. Before the first alert.
    void setCoincided(std::function<void(const std::vector<int64_t> &rows)> told) { m_coincided = std::move(told); }

    // Anybody may call these. `judgementsChanged` returns when alerts that come from now on are judged by what the journal says.
    void judgementsChanged();
    void listsChanged();
    // Names that stand for one event, as they are known now.
    [[nodiscard]] std::shared_ptr<const triage::AliasIndex> aliases() const;
    // Names that were learned are written down, and shown on all rows that they are about.
    [[nodiscard]] bool namesAreKept() const { return m_names.isIdle(); }

    // On the router's thread. Waits a moment for the first reading of the lists.
    void note(const DecodedPacket &packet) override;
    // On the archive's.
    void alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t messages, uint64_t replays, uint64_t gaps) override;
    void alertsReplayed(const std::vector<std::shared_ptr<const Alert>> &alerts) override { m_next.alertsReplayed(alerts); }
    void archiveTrouble(const QString &message) override { m_next.archiveTrouble(message); }

Q_SIGNALS:
    void watching(qint64 sources, const QStringList &problems); // the lists were read

private:
    void run();
    void readLists();
    void readJudgements();
    [[nodiscard]] std::unique_ptr<watch::CoincidenceJudge> judgeOf(QStringList &problems);
    void takeNews();
    void learn(const DecodedPacket &packet);
    bool lookAtFiles();

    archive::Archive &m_archive;
    journal::Journal &m_journal;
    archive::CommitListener &m_next;
    const QString m_watchFolder;
    QFileSystemWatcher m_files;
    QTimer m_filesRest;
    QStringList m_filesState;

    std::mutex m_reading; // of judgements: one after another, so that an older answer never lands on a newer one
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
    bool m_wantLists = true;
    bool m_wantJudgements = true;
    bool m_isRead = false; // once
    std::shared_ptr<const watch::WatchIndex> m_watch;
    std::shared_ptr<const triage::Judgements> m_judgements;
    std::shared_ptr<const triage::AliasIndex> m_aliases;
    std::unique_ptr<watch::CoincidenceJudge> m_newJudge; // for the router to take
    bool m_hasNewJudge = false;
    std::atomic<int> m_generation{0};

    // The router's thread only.
    int m_seen = -1;
    std::shared_ptr<const watch::WatchIndex> m_watchNow;
    std::shared_ptr<const triage::Judgements> m_judgementsNow;
    std::shared_ptr<const triage::AliasIndex> m_aliasesNow;
    std::unique_ptr<watch::CoincidenceJudge> m_judge;
    triage::AliasIndex m_learned; // since the program began

    std::mutex m_pairsMutex;
    std::map<const Alert *, std::pair<std::shared_ptr<const Alert>, std::shared_ptr<const Alert>>> m_pairs; // on their way: the later one, and its mate
    std::atomic<bool> m_havePairs{false};
    std::function<void(const std::vector<int64_t> &)> m_coincided;
    std::thread m_thread; // these start when all else is there
    NameKeeper m_names;
};

} // namespace tocsin::services
