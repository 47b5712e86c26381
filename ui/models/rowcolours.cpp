// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowcolours.h"

#include "ui/models/alerttablemodel.h"

#include <algorithm>

namespace tocsin::ui {

namespace {

constexpr size_t kMostKnown = 50'000;
constexpr int kMinuteMs = 60'000;
constexpr int kAskSoonMs = 200;

// What is notable by itself, before the rules (look.md 4: the rank of a row's dress).
const RowMarks::Conditions &builtIn()
{
    static const RowMarks::Conditions conditions = [] {
        RowMarks::Conditions list;
        for (const char *text : {"has(error)", "retraction", "has(watch)"}) {
            auto result = filter::Filter::compile(text, filter::FieldCatalogue());
            list.push_back(std::make_shared<const filter::Filter>(std::get<filter::Filter>(std::move(result))));
        }
        return list;
    }();
    return conditions;
}

void add(std::vector<int64_t> &list, const std::vector<int64_t> &more)
{
    const auto old = static_cast<std::ptrdiff_t>(list.size());
    list.insert(list.end(), more.begin(), more.end());
    if (old > 0 && list.size() > static_cast<size_t>(old) && list[static_cast<size_t>(old)] <= list[static_cast<size_t>(old) - 1]) {
        std::inplace_merge(list.begin(), list.begin() + old, list.end()); // judged while all were being looked for
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
}

} // namespace

RowColours::RowColours(archive::Archive &archive, AlertTableModel &model, QObject *parent)
    : QObject(parent), m_model(model), m_marks(archive)
{
    m_found.rows.resize(builtIn().size());
    m_found.unread.resize(m_found.rows.size());
    m_minute.setInterval(kMinuteMs);
    m_askSoon.setInterval(kAskSoonMs);
    m_askSoon.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_known.clear();
        Q_EMIT rulesChanged();
        ask();
    });
    connect(&m_askSoon, &QTimer::timeout, this, &RowColours::ask);
    connect(&m_marks, &RowMarks::found, this, [this](const MarkedRows &rows) { take(rows, true); });
    connect(&m_marks, &RowMarks::added, this, [this](const MarkedRows &rows) { take(rows, false); });
    connect(&m_marks, &RowMarks::failed, this, &RowColours::failed);
    connect(&model, &AlertTableModel::arrived, this, [this](const auto &alerts) { m_marks.judge(alerts); });
    connect(&model, &AlertTableModel::rowsDecodedAnew, this, [this] {
        m_known.clear();
        m_askSoon.start();
    });
    connect(&model, &AlertTableModel::arrivedUnseen, &m_askSoon, qOverload<>(&QTimer::start));
    connect(&model, &AlertTableModel::marksChanged, &m_askSoon, qOverload<>(&QTimer::start));
    m_askSoon.start();
}

void RowColours::setRules(ColourRules rules)
{
    m_rules = std::move(rules);
    if (m_rules.usesNow())
        m_minute.start();
    else
        m_minute.stop();
    m_known.clear();
    m_found = {};
    m_found.rows.resize(builtIn().size() + m_rules.filters().size());
    m_found.unread.resize(m_found.rows.size());
    ask();
    Q_EMIT rulesChanged();
    Q_EMIT marksChanged();
}

void RowColours::ask()
{
    m_askSoon.stop();
    RowMarks::Conditions conditions = builtIn();
    conditions.insert(conditions.end(), m_rules.filters().begin(), m_rules.filters().end());
    m_marks.ask(++m_ticket, std::move(conditions));
}

void RowColours::take(const MarkedRows &rows, bool all)
{
    if (rows.ticket != m_ticket)
        return;
    if (all) {
        m_found = rows;
    } else {
        for (size_t i = 0; i < rows.rows.size(); ++i) {
            add(m_found.rows[i], rows.rows[i]);
            add(m_found.unread[i], rows.unread[i]);
        }
    }
    const auto &filters = m_rules.filters();
    if (std::ranges::any_of(filters, [](const auto &filter) { return filter && filter->needsPacket(); })) {
        m_known.clear();
        Q_EMIT rulesChanged(); // rows in sight waited for their packets
    }
    Q_EMIT marksChanged();
}

int RowColours::ruleOf(const Alert &alert) const
{
    if (const auto known = m_known.find(alert.row); known != m_known.end())
        return known->second;
    const ColourRules::Answer answer = m_rules.ruleOf(alert, UtcTime::now());
    int rule = answer.rule;
    if (answer.open >= 0) {
        const size_t first = builtIn().size();
        const auto end = rule >= 0 ? static_cast<size_t>(rule) : m_rules.filters().size();
        for (auto i = static_cast<size_t>(answer.open); i < end && first + i < m_found.rows.size(); ++i) {
            if (std::ranges::binary_search(m_found.rows[first + i], alert.row)) {
                rule = static_cast<int>(i);
                break;
            }
        }
    }
    if (m_known.size() >= kMostKnown)
        m_known.clear();
    m_known.emplace(alert.row, rule);
    return rule;
}

qint64 RowColours::unreadOf(int rule) const
{
    const size_t at = builtIn().size() + static_cast<size_t>(rule);
    return rule >= 0 && at < m_found.unread.size() ? static_cast<qint64>(m_found.unread[at].size()) : 0;
}

qint64 RowColours::unreadRows() const
{
    std::vector<int64_t> all;
    for (const std::vector<int64_t> &rows : m_found.unread)
        all.insert(all.end(), rows.begin(), rows.end());
    std::ranges::sort(all);
    return std::ranges::unique(all).begin() - all.begin();
}

std::vector<RowColours::Kind> RowColours::kinds() const
{
    std::vector<Kind> list;
    for (size_t i = 0; i < m_found.rows.size(); ++i) {
        const auto rule = static_cast<int>(i) - static_cast<int>(builtIn().size());
        const Kind::What what = i == 0 ? Kind::Unreadable : i == 1 ? Kind::Retracted : i == 2 ? Kind::Watched : Kind::Rule;
        list.push_back({what, rule, &m_found.rows[i]});
    }
    list.push_back({Kind::Marked, -1, &m_found.starred});
    return list;
}

} // namespace tocsin::ui
