// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/rowsorter.h"

#include "core/archive/rowstretches.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace tocsin::archive {

namespace {

constexpr size_t kAlertsAtOnce = 1'024;
constexpr size_t kUsualText = 256; // no text is reckoned to be longer when memory is set aside
constexpr uint64_t kOther = uint64_t{1} << 32; // behind all codes

Error cancelled()
{
    return {.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("archive", "Cancelled.")};
}

} // namespace

RowSorter::RowSorter(ColumnReader &columns, Reader &reader, PacketScan &packets, const std::unordered_map<uint32_t, std::string> &streams,
                     const SortKey &key, const GoOn &goOn, const SortLimits &limits)
    : m_columns(columns), m_reader(reader), m_packets(packets), m_streams(streams), m_key(key), m_goOn(goOn), m_limits(limits)
{
    if (!key.field)
        return;
    const bool mjd = std::string_view(key.field->key) == "mjd"; // follows from the time
    m_column = columnIndex(mjd ? findAlertField("timestamp") : key.field);
    if (m_column >= 0)
        m_kind = columnSpecs()[static_cast<size_t>(m_column)].kind;
    m_coded = m_kind == ColumnKind::Coded || m_kind == ColumnKind::Stream;
}

bool RowSorter::goesOn()
{
    return m_goOn(std::min(m_progress, 1.0));
}

Outcome RowSorter::sort(std::vector<int64_t> &rows)
{
    if (!std::ranges::is_sorted(rows))
        std::ranges::sort(rows);
    return m_coded ? sortCodes(rows) : sortValues(rows);
}

Outcome RowSorter::sortCodes(std::vector<int64_t> &rows)
{
    m_numbers.reserve(rows.size());
    m_perRow = 0.8 / static_cast<double>(rows.size() + 1);
    if (const Outcome done = scan(rows); !done)
        return done;
    ranksForCodes();
    rows.clear();
    if (!visitByKey(m_numbers, [this] { return goesOn(); }, [&rows](const Keyed &entry) { rows.push_back(entry.row); }))
        return cancelled();
    rows.insert(rows.end(), m_missing.begin(), m_missing.end());
    return Done{};
}

// In the place of each code the rank of its text among those that occur; texts that differ by case have one rank.
void RowSorter::ranksForCodes()
{
    std::vector<std::pair<std::string, uint64_t>> texts;
    std::vector<uint64_t> rankOf;
    const auto textOf = [this](uint64_t code) -> std::string_view {
        if (m_kind == ColumnKind::Stream) {
            const auto it = m_streams.find(static_cast<uint32_t>(code));
            return it == m_streams.end() ? std::string_view() : std::string_view(it->second);
        }
        const std::vector<std::string> &dictionary = m_columns.dictionary(m_column);
        return code <= dictionary.size() ? std::string_view(dictionary[code - 1]) : std::string_view();
    };
    for (const Keyed &entry : m_numbers) {
        if (entry.key >= kOther)
            continue;
        if (entry.key >= rankOf.size())
            rankOf.resize(entry.key + 1, 0);
        if (std::exchange(rankOf[entry.key], 1) == 0) {
            m_folded.clear();
            appendFolded(m_folded, textOf(entry.key));
            texts.emplace_back(m_folded, entry.key);
        }
    }
    const size_t codes = rankOf.size();
    rankOf.resize(codes + m_others.size());
    for (const auto &[text, number] : m_others)
        texts.emplace_back(text, number);
    std::ranges::sort(texts);
    uint64_t rank = 0;
    for (size_t i = 0; i < texts.size(); ++i) {
        rank += i > 0 && texts[i].first != texts[i - 1].first ? 1 : 0;
        const uint64_t number = texts[i].second;
        rankOf[number < kOther ? number : codes + (number - kOther)] = m_key.descending ? texts.size() - rank : rank;
    }
    for (Keyed &entry : m_numbers)
        entry.key = rankOf[entry.key < kOther ? entry.key : codes + (entry.key - kOther)];
}

// Where the parts begin whose texts fit into memory together, from a sample of them. Empty: all texts fit.
Result<std::vector<std::string>> RowSorter::bounds(const std::vector<int64_t> &rows)
{
    std::vector<std::string> list;
    if (m_key.field && m_kind != ColumnKind::Long && m_kind != ColumnKind::List)
        return list;
    if (rows.size() < 16 * m_limits.sample)
        return list;
    std::vector<std::string> sample;
    size_t bytes = 0;
    std::vector<int64_t> some;
    for (size_t i = 0; i < m_limits.sample; ++i)
        some.push_back(rows[i * rows.size() / m_limits.sample]);
    RowSorter taker(m_columns, m_reader, m_packets, m_streams, m_key, m_goOn);
    if (const Outcome done = taker.scan(some); !done)
        return done.error();
    taker.m_texts.forEach([&](std::string_view text) {
        sample.emplace_back(text);
        bytes += text.size() + TextSort::kBytesPerText;
    });
    const size_t parts = bytes * (rows.size() / m_limits.sample) / m_limits.textMemory + 1;
    std::ranges::sort(sample);
    for (size_t i = 1; i < parts; ++i) {
        if (const std::string &bound = sample[i * sample.size() / parts]; list.empty() || list.back() != bound)
            list.push_back(bound);
    }
    return list;
}

Outcome RowSorter::sortValues(std::vector<int64_t> &rows)
{
    Result<std::vector<std::string>> found = bounds(rows);
    if (!found)
        return found.error();
    const std::vector<std::string> &between = found.value();
    const size_t parts = between.size() + 1;
    m_perRow = 0.8 / (static_cast<double>(parts) * static_cast<double>(rows.size() + 1));
    if (m_key.field && m_kind != ColumnKind::Long && m_kind != ColumnKind::List)
        m_numbers.reserve(rows.size());
    else
        m_texts.reserve(rows.size(), std::min(m_limits.textMemory, rows.size() * kUsualText));
    std::vector<int64_t> ordered; // the list itself is read again for each part
    const auto emitNumbers = [&](std::vector<int64_t> &into) {
        const bool done = visitByKey(m_numbers, [this] { return goesOn(); }, [&into](const Keyed &entry) { into.push_back(entry.row); });
        m_numbers = {};
        return done;
    };
    for (size_t i = 0; i < parts; ++i) {
        const size_t part = m_key.descending ? parts - 1 - i : i;
        m_part = {.from = part == 0 ? nullptr : &between[part - 1], .to = part == between.size() ? nullptr : &between[part], .equal = {}};
        m_again = i > 0;
        m_texts.clear();
        if (const Outcome done = scan(rows); !done)
            return done;
        std::vector<int64_t> &into = parts == 1 ? rows : ordered;
        if (parts == 1)
            rows.clear();
        if (i == 0 && !m_key.descending && !emitNumbers(into))
            return cancelled();
        if (!m_key.descending)
            into.insert(into.end(), m_part.equal.begin(), m_part.equal.end());
        if (!m_texts.visit(m_key.descending, [this] { return goesOn(); }, [&into](int64_t row) { into.push_back(row); }))
            return cancelled();
        if (m_key.descending)
            into.insert(into.end(), m_part.equal.begin(), m_part.equal.end());
    }
    if (parts > 1)
        rows.swap(ordered);
    if (m_key.descending && !emitNumbers(rows))
        return cancelled();
    rows.insert(rows.end(), m_missing.begin(), m_missing.end());
    return Done{};
}

Outcome RowSorter::scan(std::span<const int64_t> rows)
{
    if (!m_key.field)
        return scanPackets(rows);
    const auto behind = std::ranges::upper_bound(rows, m_columns.complete());
    const auto covered = static_cast<size_t>(behind - rows.begin());
    if (const Outcome done = scanColumns(rows.first(covered)); !done)
        return done;
    return scanAlerts(rows.subspan(covered));
}

Outcome RowSorter::scanColumns(std::span<const int64_t> rows)
{
    size_t sinceAsked = 0;
    return visitStretches(rows, [&](int64_t first, size_t count, std::span<const int64_t> some) -> Outcome {
        if (sinceAsked == 0 && !goesOn())
            return cancelled();
        sinceAsked = sinceAsked + count < kAlertsAtOnce ? sinceAsked + count : 0;
        m_progress += m_perRow * static_cast<double>(some.size());
        m_there.resize(count);
        if (!m_columns.codes(streamColumn(), first, count, m_there.data()))
            return m_columns.unreadable();
        return readStretch(first, count, some);
    });
}

Outcome RowSorter::readStretch(int64_t first, size_t count, std::span<const int64_t> rows)
{
    if (m_coded)
        return readCodes(first, count, rows);
    const auto forRows = [&](auto take) {
        for (const int64_t row : rows) {
            if (const auto at = static_cast<size_t>(row - first); m_there[at] != 0)
                take(row, at);
        }
    };
    if (m_column < 0) { // the row's own number
        forRows([this](int64_t row, size_t) { takeNumber(row, static_cast<double>(row)); });
        return Done{};
    }
    bool read = true;
    switch (m_kind) {
    case ColumnKind::Number:
        m_reals.resize(count);
        read = m_columns.numbers(m_column, first, count, m_reals.data());
        forRows([this](int64_t row, size_t at) { takeNumber(row, m_reals[at]); });
        break;
    case ColumnKind::Time:
        m_integers.resize(count);
        read = m_columns.times(m_column, first, count, m_integers.data());
        forRows([this, mjd = std::holds_alternative<AlertField::Derived>(m_key.field->member)](int64_t row, size_t at) {
            const UtcTime time{.us = m_integers[at]};
            takeNumber(row, mjd ? time.mjd() : time.isValid() ? static_cast<double>(time.us) : std::numeric_limits<double>::quiet_NaN());
        });
        break;
    case ColumnKind::Count:
        m_integers.resize(count);
        read = m_columns.counts(m_column, first, count, m_integers.data());
        forRows([this](int64_t row, size_t at) {
            takeNumber(row, m_integers[at] < 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(m_integers[at]));
        });
        break;
    case ColumnKind::Flag:
        m_flags.resize(count);
        read = m_columns.flags(m_column, first, count, m_flags.data());
        forRows([this](int64_t row, size_t at) { takeNumber(row, m_flags[at] == 0 ? std::numeric_limits<double>::quiet_NaN() : m_flags[at] - 1.0); });
        break;
    case ColumnKind::Long:
        read = m_columns.texts(m_column, first, count, m_views);
        forRows([this](int64_t row, size_t at) { takeText(row, m_views[at]); });
        break;
    default: // a list
        read = m_columns.texts(m_column, first, count, m_views);
        forRows([this](int64_t row, size_t at) {
            std::string joined(m_views[at]);
            std::ranges::replace(joined, '\0', ',');
            takeText(row, joined);
        });
        break;
    }
    return read ? Outcome(Done{}) : Outcome(m_columns.unreadable());
}

Outcome RowSorter::readCodes(int64_t first, size_t count, std::span<const int64_t> rows)
{
    m_codes = m_there;
    if (m_kind == ColumnKind::Coded && !m_columns.codes(m_column, first, count, m_codes.data()))
        return m_columns.unreadable();
    for (const int64_t row : rows) {
        const auto at = static_cast<size_t>(row - first);
        if (m_there[at] == 0)
            continue;
        if (m_codes[at] == kCodeElsewhere) {
            if (const Outcome done = scanAlerts(std::span(&row, 1)); !done)
                return done;
        } else if (m_codes[at] == 0) {
            m_missing.push_back(row);
        } else {
            m_numbers.push_back({m_codes[at], row});
        }
    }
    return Done{};
}

Outcome RowSorter::scanPackets(std::span<const int64_t> rows)
{
    std::vector<std::optional<SortValue>> values; // they come in the order of the segments
    for (size_t begin = 0; begin < rows.size(); begin += kAlertsAtOnce) {
        const std::span<const int64_t> some = rows.subspan(begin, std::min(kAlertsAtOnce, rows.size() - begin));
        if (!goesOn())
            return cancelled();
        m_progress += m_perRow * static_cast<double>(some.size());
        values.assign(some.size(), std::nullopt);
        const auto keep = [&](size_t index, const decoders::FieldTree *fields, bool) { values[index] = sortValue(fields, m_key.packetPath); };
        if (const Outcome done = m_packets.visit(some, keep); !done)
            return done;
        for (size_t i = 0; i < some.size(); ++i) {
            if (values[i])
                take(some[i], *values[i]);
        }
    }
    return Done{};
}

Outcome RowSorter::scanAlerts(std::span<const int64_t> rows)
{
    for (size_t begin = 0; begin < rows.size(); begin += kAlertsAtOnce) {
        const std::span<const int64_t> some = rows.subspan(begin, std::min(kAlertsAtOnce, rows.size() - begin));
        if (!goesOn())
            return cancelled();
        m_progress += m_perRow * static_cast<double>(some.size());
        const auto alerts = m_reader.alerts(some);
        if (!alerts)
            return alerts.error();
        for (const auto &alert : alerts.value())
            take(alert->row, sortValue(*alert, *m_key.field));
    }
    return Done{};
}

void RowSorter::take(int64_t row, const SortValue &value)
{
    if (value.kind == SortValue::Kind::Number)
        takeNumber(row, value.number);
    else
        takeText(row, value.text);
}

void RowSorter::takeNumber(int64_t row, double number)
{
    if (m_again)
        return;
    if (std::isnan(number)) {
        m_missing.push_back(row);
        return;
    }
    const uint64_t key = orderedKey(number);
    m_numbers.push_back({m_key.descending ? ~key : key, row});
}

// An empty text is a missing value.
void RowSorter::takeText(int64_t row, std::string_view text)
{
    if (text.empty()) {
        if (!m_again)
            m_missing.push_back(row);
        return;
    }
    m_folded.clear();
    appendFolded(m_folded, text);
    if (m_coded) {
        m_numbers.push_back({m_others.try_emplace(m_folded, kOther + m_others.size()).first->second, row});
        return;
    }
    if ((m_part.from && m_folded < *m_part.from) || (m_part.to && m_folded >= *m_part.to))
        return;
    if (m_part.from && m_folded == *m_part.from)
        m_part.equal.push_back(row);
    else
        m_texts.add(row, m_folded);
}

} // namespace tocsin::archive
