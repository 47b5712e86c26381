// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/targetdesk.h"

#include <QMap>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <map>

namespace tocsin::tests {

// Targets and TOMs without either: answers what the test put here, one turn of the loop later, or when the test lets it.
class CannedDesk final : public ui::TargetDesk
{
    Q_OBJECT
public:
    std::vector<Tom> accounts{{QStringLiteral("tom-lasilla"), QStringLiteral("tom.example.org")}};
    std::map<int64_t, tom::Draft> drafts; // by row
    Result<tom::TomFacts> knows = tom::TomFacts{.user = QStringLiteral("mira"), .groups = {QStringLiteral("La Silla transients"), QStringLiteral("Followers")}, .takesPhotometry = true};
    std::function<Result<tom::Lookup>(const tom::Draft &)> find = [](const tom::Draft &) { return tom::Lookup{.names = 2, .milliseconds = 140}; };
    std::function<tom::State(const tom::Draft &)> becomes = [](const tom::Draft &) { return tom::State::Created; }; // what create() ends in
    std::function<QMap<QString, QString>(const tom::Draft &)> complains = [](const tom::Draft &) { return QMap<QString, QString>(); };
    bool settlesLater = false; // create() answers "queued" first
    bool held = false; // nothing is answered
    int64_t nextId = 412;

    // What was asked.
    struct Made {
        QString account;
        tom::Draft draft;
        bool anyway;
        std::chrono::milliseconds delay;
        QString how; // create, existing, alias
    };
    std::vector<Made> made;
    std::vector<int64_t> removed;
    std::vector<int64_t> retried;
    QStringList looked; // names that were looked for
    int drafted = 0;
    QString exported; // the file
    QStringList allowed; // accounts
    std::vector<int64_t> offered;
    std::vector<int64_t> restored;
    std::vector<tom::Retracted> takenBack; // while nobody looked
    QStringList renamed;
    QStringList left; // accounts
    bool removesLater = false; // remove() waits for the TOM
    Records records; // newest first

    std::vector<Tom> toms() override { return accounts; }
    void allowRestricted(const QString &account, QObject *context, std::function<void(Outcome)> done) override
    {
        allowed << account;
        QTimer::singleShot(0, this, [guard = QPointer<QObject>(context), done] {
            if (guard)
                done(::tocsin::Done());
        });
    }
    void draft(int64_t row, QObject *context, Done<tom::Draft> done) override
    {
        ++drafted;
        const auto it = drafts.find(row);
        answer<tom::Draft>(context, done, it != drafts.end() ? Result<tom::Draft>(it->second) : Error{.kind = ErrorKind::NotFound, .message = QStringLiteral("The row is not there.")});
    }
    void facts(const QString &, QObject *context, Done<tom::TomFacts> done) override { answer<tom::TomFacts>(context, done, knows); }
    void lookUp(const QString &, const tom::Draft &draft, QObject *context, Done<tom::Lookup> done) override
    {
        looked << draft.name;
        answer<tom::Lookup>(context, done, find(draft));
    }
    void create(const QString &account, const tom::Draft &draft, bool anyway, std::chrono::milliseconds delay, QObject *context, Done<tom::TargetRecord> done) override
    {
        made.push_back({account, draft, anyway, delay, QStringLiteral("create")});
        tom::TargetRecord record = fresh(account, draft);
        record.anyway = anyway;
        record.state = account.isEmpty() ? tom::State::Local : delay.count() > 0 ? tom::State::Queued : becomes(draft);
        if (record.state == tom::State::Queued)
            record.nextTry = UtcTime::fromUs(UtcTime::now().us + delay.count() * 1000);
        finish(record);
        if (settlesLater && !account.isEmpty()) {
            tom::TargetRecord first = record;
            first.state = tom::State::Queued;
            first.why.clear();
            first.target.reset();
            answer<tom::TargetRecord>(context, done, first);
            QTimer::singleShot(0, this, [this, record] { QTimer::singleShot(0, this, [this, record] { Q_EMIT settled(record); }); });
            return;
        }
        answer<tom::TargetRecord>(context, done, record);
    }
    void useExisting(const QString &account, const tom::Draft &draft, const tom::Target &existing, QObject *context, Done<tom::TargetRecord> done) override
    {
        link(QStringLiteral("existing"), account, draft, existing, context, done);
    }
    void addAsAlias(const QString &account, const tom::Draft &draft, const tom::Target &existing, QObject *context, Done<tom::TargetRecord> done) override
    {
        link(QStringLiteral("alias"), account, draft, existing, context, done);
    }
    void remove(int64_t number, QObject *context, Done<tom::TargetRecord> done) override
    {
        removed.push_back(number);
        const auto it = std::ranges::find(records, number, &tom::TargetRecord::number);
        tom::TargetRecord record;
        if (it != records.end()) {
            it->state = removesLater ? tom::State::Queued : tom::State::Removed;
            it->job = removesLater ? tom::Job::Remove : it->job;
            record = *it;
        }
        answer<tom::TargetRecord>(context, done, record);
        Q_EMIT changed();
    }
    void restore(const tom::TargetRecord &before, QObject *context, Done<tom::TargetRecord> done) override
    {
        restored.push_back(before.number);
        const auto it = std::ranges::find(records, before.number, &tom::TargetRecord::number);
        if (it != records.end())
            *it = before;
        answer<tom::TargetRecord>(context, done, before);
        Q_EMIT changed();
    }
    void retry(int64_t number) override { retried.push_back(number); }
    void send(int64_t number, const QString &account, QObject *context, Done<tom::TargetRecord> done) override
    {
        const auto it = std::ranges::find(records, number, &tom::TargetRecord::number);
        it->account = account;
        it->state = tom::State::Queued;
        it->nextTry = UtcTime::fromUs(UtcTime::now().us + 10'000'000);
        answer<tom::TargetRecord>(context, done, *it);
        Q_EMIT changed();
    }
    void list(QObject *context, Done<Records> done) override { answer<Records>(context, done, records); }
    [[nodiscard]] int waiting() const override { return static_cast<int>(std::ranges::count(records, tom::State::Queued, &tom::TargetRecord::state)); }

    void noteOffered(int64_t number) override { offered.push_back(number); }
    void retracted(QObject *context, Done<std::vector<tom::Retracted>> done) override { answer<std::vector<tom::Retracted>>(context, done, takenBack); }
    void renameAccount(const QString &account, const QString &newName) override { renamed << account + QStringLiteral(" -> ") + newName; }
    void leaveAccount(const QString &account) override { left << account; }
    void exportTo(const QString &file, const Records &some, QObject *context, Done<int> done) override
    {
        exported = file;
        answer<int>(context, done, static_cast<int>(some.size()));
    }

    void put(tom::TargetRecord record)
    {
        record.number = m_number++;
        records.insert(records.begin(), record);
        Q_EMIT changed();
    }
    void tellSettled(const tom::TargetRecord &record) { Q_EMIT settled(record); }
    void tellStrangers(const tom::TargetRecord &record) { Q_EMIT strangersCanSee(record); }

private:
    tom::TargetRecord fresh(const QString &account, const tom::Draft &draft)
    {
        tom::TargetRecord record;
        record.number = m_number++;
        record.account = account;
        record.draft = draft;
        record.made = UtcTime::now();
        return record;
    }
    void finish(tom::TargetRecord &record)
    {
        if (record.state == tom::State::Created || record.state == tom::State::Exists)
            record.target = tom::Target{.id = nextId++, .name = record.draft.name, .ra = record.draft.ra, .dec = record.draft.dec, .url = QUrl(QStringLiteral("https://tom.example.org/targets/%1/").arg(nextId - 1))};
        if (record.state == tom::State::Refused) {
            record.problems = complains(record.draft);
            record.why = QStringLiteral("The TOM does not take it.");
        }
        if (record.state == tom::State::Queued && record.nextTry.us <= UtcTime::now().us) {
            record.why = QStringLiteral("tom.example.org: no TCP connection for 10 s");
            record.nextTry = UtcTime::fromUs(UtcTime::now().us + 42'000'000);
        }
        records.insert(records.begin(), record);
        Q_EMIT changed();
    }
    void link(const QString &how, const QString &account, const tom::Draft &draft, const tom::Target &existing, QObject *context, const Done<tom::TargetRecord> &done)
    {
        made.push_back({account, draft, false, {}, how});
        tom::TargetRecord record = fresh(account, draft);
        record.state = tom::State::Exists;
        record.target = existing;
        records.insert(records.begin(), record);
        answer<tom::TargetRecord>(context, done, record);
        Q_EMIT changed();
    }
    template <typename T>
    void answer(QObject *context, const Done<T> &done, const Result<T> &result)
    {
        if (held || !done)
            return;
        QTimer::singleShot(0, this, [guard = QPointer<QObject>(context), done, result] {
            if (guard)
                done(result);
        });
    }
    int64_t m_number = 1;
};

} // namespace tocsin::tests
