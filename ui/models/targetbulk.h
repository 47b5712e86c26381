// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"
#include "core/tom/targets.h"
#include "ui/models/targetdesk.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace tocsin::ui {

// Targets of many rows: reads their alerts, looks for duplicates, creates what is wanted; a few at a time. Each item has its
// own fate: what fails stands alone and can be tried alone. Main thread; the desk outlives it. When it goes, nothing more is
// asked; what is on its way arrives.
class TargetBulk final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kAtOnce = 4;

    enum class Stage {
        Reading,
        Looking,
        Ready, // nothing like it there
        Doubtful, // nothing there, but its place is not measured
        Duplicate,
        Away, // the TOM did not answer: the outbox takes it
        Restricted, // nobody has agreed yet that it may go there
        Refused, // never to be sent
        Sending,
        Done, // created, linked, kept or queued
        LeftOut,
        Failed, // may be tried again
    };
    struct Item {
        int64_t row = 0;
        QString name; // until it is read
        Stage stage = Stage::Reading;
        tom::Draft draft;
        tom::Lookup lookup;
        bool looked = false; // in the TOM that is chosen
        QString why;
        std::optional<tom::TargetRecord> record; // of Done
    };
    // What becomes of those that are not plain; one answer for all of them.
    enum class Duplicates { UseExisting, LeaveOut, CreateAnyway };
    struct Decision {
        Duplicates duplicates = Duplicates::UseExisting;
        bool doubtful = false; // are created
    };

    struct Row {
        int64_t row;
        QString name;
    };
    TargetBulk(TargetDesk &desk, const std::vector<Row> &rows, QObject *parent = nullptr);
    ~TargetBulk() override;

    // Reads what is not read yet and looks in this TOM (empty: the local list, where nothing is looked for). Restricted rows go
    // only where `allowed`.
    void prepare(const QString &account, bool allowed);
    void create(const Decision &decision, const QStringList &groups);
    void tryAgain(const Decision &decision, const QStringList &groups); // what failed, and only that
    void stop(); // starts nothing more

    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }
    [[nodiscard]] int count(Stage stage) const;
    [[nodiscard]] int toCreate(const Decision &decision) const;
    [[nodiscard]] bool isRunning() const { return !m_waiting.empty() || m_open > 0; }
    [[nodiscard]] int settled() const; // of the run

Q_SIGNALS:
    void itemChanged(int index);
    void rested(); // nothing runs any more

private:
    [[nodiscard]] bool isWanted(const Item &item, const Decision &decision) const;
    void run(std::vector<int> items);
    void next();
    void read(int index);
    void look(int index);
    void send(int index);
    void takeRecord(int index, const Result<tom::TargetRecord> &record);
    void takeSettled(const tom::TargetRecord &record);
    void put(int index, Stage stage, const QString &why = {});
    void close(int index, Stage stage, const QString &why = {}); // and goes on with the next

    TargetDesk &m_desk;
    std::vector<Item> m_items;
    QString m_account;
    bool m_allowed = false;
    Decision m_decision;
    QStringList m_groups;
    std::unique_ptr<QObject> m_run; // what is asked
    std::vector<int> m_waiting; // the last is the next
    int m_open = 0;
    size_t m_of = 0; // items of the run
    bool m_creating = false;
    std::vector<std::pair<int64_t, int>> m_unsettled; // number of a record, item
    QTimer m_patience;
};

} // namespace tocsin::ui
