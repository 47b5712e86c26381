// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"
#include "ui/models/ratehistory.h"
#include "ui/models/showninstance.h"

#include <QAbstractListModel>

#include <vector>

class QTimer;

namespace tocsin::services {
class StreamManager;
}

namespace tocsin::ui {

// The rows of the streams dock: every stream, and below it its topics unless folded. Flat, so that a plain list
// view and assistive technology read it line by line. Main thread; owned by the window, the manager outlives it.
class StreamModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        UuidRole = Qt::UserRole, // of the stream, also in topic rows
        IsTopicRole,
        StateRole, // int of streams::State
        StateWordRole,
        CauseRole, // beside the word: cause and a number
        RateRole, // "311 /s", "—"
        BinsRole, // QList<int>, oldest first
        InstanceRole, // "Demo", "Test"; empty for production
        ShownInstanceRole, // ShownInstance
        RunningRole,
        EnabledRole,
        FoldableRole, // has topics
        FoldedRole,
        LastTopicRole, // the last line of its stream: the separator follows
    };

    // What the status bar and the empty page say of all streams at once.
    struct Totals {
        int configured = 0;
        int listening = 0; // Live, Quiet, CatchingUp
        int connecting = 0;
        int troubled = 0; // Stale, Degraded, Missing
        int needSignIn = 0;
        int stopped = 0;
        double perSecond = 0;
        qint64 lag = 0; // sum of the known ones
        bool lagKnown = false; // some stream told its lag
        bool lagComplete = true; // every listening stream did
        bool demo = false;
        bool real = false; // some stream that is no demo
    };

    explicit StreamModel(services::StreamManager &manager, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] Totals totals() const;
    // Of all streams together, and of each by its name.
    [[nodiscard]] ShownInstance leastRealInstance() const;
    [[nodiscard]] StreamInstances instances() const;
    [[nodiscard]] QModelIndex indexOf(const QString &uuid) const;
    // Also of a transient stream that was stopped; null when there is none.
    [[nodiscard]] const streams::StreamConfig *config(const QString &uuid) const;
    [[nodiscard]] streams::StreamStatus status(const QString &uuid) const;
    [[nodiscard]] bool isTransient(const QString &uuid) const;
    // Key of a secret that the stream needs and does not have (they live for one session); empty when there is none.
    [[nodiscard]] QString missingSecret(const QString &uuid) const;
    [[nodiscard]] QStringList uuids() const;
    void setFolded(const QString &uuid, bool folded);
    // One paragraph for support: name, state, cause, numbers, topics. No secret.
    [[nodiscard]] QString statusText(const QString &uuid) const;

Q_SIGNALS:
    void totalsChanged();

private:
    struct Entry {
        streams::StreamConfig config;
        ShownInstance instance; // of the config
        streams::StreamStatus status;
        bool transient = false;
        bool folded = false;
        bool foldedByPerson = false;
        int shownTopics = 0; // lines now in the list
        RateHistory history;
    };
    struct Place {
        int entry = -1;
        int topic = -1; // -1: the stream's own line
    };

    void reload();
    void takeStatus(const QString &uuid);
    void setTopicLines(int entry, int count);
    void tick();
    [[nodiscard]] int find(const QString &uuid) const;
    [[nodiscard]] int firstLine(int entry) const;
    [[nodiscard]] Place placeOf(int row) const;
    [[nodiscard]] QVariant streamData(const Entry &entry, int role) const;
    [[nodiscard]] QVariant topicData(const Entry &entry, int topic, int role) const;
    [[nodiscard]] QString causeLine(const Entry &entry) const;

    services::StreamManager &m_manager;
    std::vector<Entry> m_entries;
    QTimer *m_ticker;
};

} // namespace tocsin::ui

Q_DECLARE_METATYPE(tocsin::ui::ShownInstance)
