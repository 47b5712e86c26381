// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/targetbulk.h"

#include "ui/theme/formats.h"

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto kUndo = 10s;
constexpr auto kPatience = 60s; // with what is on its way; then the outbox sees to it

} // namespace

TargetBulk::TargetBulk(TargetDesk &desk, const std::vector<Row> &rows, QObject *parent) : QObject(parent), m_desk(desk), m_run(std::make_unique<QObject>())
{
    for (const Row &row : rows)
        m_items.push_back({.row = row.row, .name = row.name});
    connect(&desk, &TargetDesk::settled, this, &TargetBulk::takeSettled);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        for (const auto &[number, index] : std::exchange(m_unsettled, {}))
            close(index, Stage::Done);
    });
}

TargetBulk::~TargetBulk() = default;

int TargetBulk::count(Stage stage) const
{
    return static_cast<int>(std::ranges::count(m_items, stage, &Item::stage));
}

int TargetBulk::settled() const
{
    return static_cast<int>(m_of - m_waiting.size()) - m_open;
}

bool TargetBulk::isWanted(const Item &item, const Decision &decision) const
{
    switch (item.stage) {
    case Stage::Ready:
    case Stage::Away:
        return item.draft.doubt.isEmpty() || decision.doubtful;
    case Stage::Doubtful:
        return decision.doubtful;
    case Stage::Duplicate:
        return decision.duplicates == Duplicates::UseExisting
            || (decision.duplicates == Duplicates::CreateAnyway && (item.draft.doubt.isEmpty() || decision.doubtful));
    default:
        return false;
    }
}

int TargetBulk::toCreate(const Decision &decision) const
{
    return static_cast<int>(std::ranges::count_if(m_items, [&](const Item &item) { return isWanted(item, decision); }));
}

void TargetBulk::prepare(const QString &account, bool allowed)
{
    m_run = std::make_unique<QObject>(); // what was asked of another TOM counts no more
    m_account = account;
    m_allowed = allowed;
    m_creating = false;
    std::vector<int> items;
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        const Stage stage = m_items[static_cast<size_t>(i)].stage;
        if (stage == Stage::Done || stage == Stage::Refused)
            continue;
        m_items[static_cast<size_t>(i)].looked = false;
        m_items[static_cast<size_t>(i)].lookup = {};
        put(i, m_items[static_cast<size_t>(i)].draft.row == 0 ? Stage::Reading : Stage::Looking);
        items.push_back(i);
    }
    run(std::move(items));
}

void TargetBulk::create(const Decision &decision, const QStringList &groups)
{
    m_decision = decision;
    m_groups = groups;
    m_creating = true;
    std::vector<int> items;
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        const Item &item = m_items[static_cast<size_t>(i)];
        if (isWanted(item, decision))
            items.push_back(i);
        else if (item.stage == Stage::Doubtful || item.stage == Stage::Duplicate)
            put(i, Stage::LeftOut);
    }
    run(std::move(items));
}

void TargetBulk::tryAgain(const Decision &decision, const QStringList &groups)
{
    m_decision = decision;
    m_groups = groups;
    m_creating = true;
    std::vector<int> items;
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        if (m_items[static_cast<size_t>(i)].stage == Stage::Failed)
            items.push_back(i);
    }
    run(std::move(items));
}

void TargetBulk::stop()
{
    for (const int index : std::exchange(m_waiting, {})) {
        if (m_items[static_cast<size_t>(index)].stage == Stage::Reading || m_items[static_cast<size_t>(index)].stage == Stage::Looking)
            put(index, Stage::LeftOut);
    }
    if (m_open == 0)
        Q_EMIT rested();
}

void TargetBulk::run(std::vector<int> items)
{
    m_of = items.size();
    m_open = 0;
    m_unsettled.clear();
    std::ranges::reverse(items);
    m_waiting = std::move(items);
    if (m_waiting.empty())
        Q_EMIT rested();
    else
        next();
}

void TargetBulk::next()
{
    while (m_open < kAtOnce && !m_waiting.empty()) {
        const int index = m_waiting.back();
        m_waiting.pop_back();
        ++m_open;
        const Item &item = m_items[static_cast<size_t>(index)];
        if (item.draft.row == 0)
            read(index);
        else if (m_creating && (item.looked || item.stage == Stage::Away))
            send(index);
        else
            look(index);
    }
}

void TargetBulk::read(int index)
{
    put(index, Stage::Reading);
    m_desk.draft(m_items[static_cast<size_t>(index)].row, m_run.get(), [this, index](const Result<tom::Draft> &draft) {
        if (!draft)
            return close(index, Stage::Failed, draft.error().message);
        Item &item = m_items[static_cast<size_t>(index)];
        item.draft = draft.value();
        item.draft.row = item.row;
        item.name = item.draft.name;
        if (!item.draft.refusal.isEmpty())
            return close(index, Stage::Refused, item.draft.refusal);
        look(index);
    });
}

void TargetBulk::look(int index)
{
    const tom::Draft &draft = m_items[static_cast<size_t>(index)].draft;
    const Stage plain = draft.doubt.isEmpty() ? Stage::Ready : Stage::Doubtful;
    if (m_account.isEmpty()) {
        m_items[static_cast<size_t>(index)].looked = true;
        return close(index, plain, draft.doubt);
    }
    if (draft.restricted && !m_allowed)
        return close(index, Stage::Restricted);
    put(index, Stage::Looking);
    m_desk.lookUp(m_account, draft, m_run.get(), [this, index, plain](const Result<tom::Lookup> &found) {
        Item &item = m_items[static_cast<size_t>(index)];
        if (!found) {
            const ErrorKind kind = found.error().kind;
            if (item.draft.restricted && kind == ErrorKind::NotAuthorised)
                return close(index, Stage::Restricted, found.error().message);
            const bool away = kind == ErrorKind::NoConnection || kind == ErrorKind::NameNotResolved || kind == ErrorKind::TimeLimit || found.error().retriable;
            return close(index, away ? Stage::Away : Stage::Failed, found.error().message);
        }
        item.looked = true;
        item.lookup = found.value();
        if (!item.lookup.found.empty())
            return close(index, Stage::Duplicate);
        close(index, plain, item.draft.doubt);
    });
}

void TargetBulk::send(int index)
{
    Item &item = m_items[static_cast<size_t>(index)];
    tom::Draft draft = item.draft;
    if (!m_groups.isEmpty())
        draft.groups = m_groups;
    const bool there = !item.lookup.found.empty();
    const bool away = item.stage == Stage::Away;
    put(index, Stage::Sending);
    const auto taken = [this, index](const Result<tom::TargetRecord> &record) { takeRecord(index, record); };
    if (there && m_decision.duplicates == Duplicates::UseExisting)
        m_desk.useExisting(m_account, draft, item.lookup.found.front(), m_run.get(), taken);
    else
        m_desk.create(m_account, draft, there, away ? std::chrono::milliseconds(kUndo) : 0ms, m_run.get(), taken);
}

void TargetBulk::takeRecord(int index, const Result<tom::TargetRecord> &record)
{
    if (!record)
        return close(index, Stage::Failed, record.error().message);
    const tom::TargetRecord &made = record.value();
    m_items[static_cast<size_t>(index)].record = made;
    const bool onItsWay = made.state == tom::State::Queued && made.why.isEmpty() && made.nextTry.us <= UtcTime::now().us;
    if (onItsWay) {
        m_unsettled.emplace_back(made.number, index);
        m_patience.start();
        return;
    }
    if (made.state != tom::State::Refused)
        return close(index, Stage::Done);
    // What is tried again is written down again.
    m_items[static_cast<size_t>(index)].record.reset();
    m_desk.remove(made.number, nullptr, {});
    QString why = made.why;
    for (auto it = made.problems.begin(); it != made.problems.end(); ++it)
        why += (why.isEmpty() ? QString() : QStringLiteral(" ")) + it.key() + QStringLiteral(": ") + it.value();
    close(index, Stage::Failed, formats::plain(why.toStdString()));
}

void TargetBulk::takeSettled(const tom::TargetRecord &record)
{
    const auto it = std::ranges::find(m_unsettled, record.number, &std::pair<int64_t, int>::first);
    if (it == m_unsettled.end())
        return;
    const int index = it->second;
    m_unsettled.erase(it);
    takeRecord(index, record);
}

void TargetBulk::put(int index, Stage stage, const QString &why)
{
    Item &item = m_items[static_cast<size_t>(index)];
    item.stage = stage;
    item.why = why;
    Q_EMIT itemChanged(index);
}

void TargetBulk::close(int index, Stage stage, const QString &why)
{
    --m_open;
    put(index, stage, why);
    if (isRunning())
        next();
    else
        Q_EMIT rested();
}

} // namespace tocsin::ui
