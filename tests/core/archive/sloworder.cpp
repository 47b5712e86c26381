// SPDX-License-Identifier: GPL-3.0-or-later
#include "sloworder.h"

#include "core/archive/storedfields.h"
#include "core/domain/alertfields.h"
#include "core/filter/packetpath.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <variant>

namespace tocsin::archive::slow {

namespace {

constexpr size_t kAtOnce = 1'024;

Error cancelled()
{
    return {.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("archive", "Cancelled.")};
}

// A value to sort by: numbers before texts, the missing behind both.
struct Value {
    int rank = 2;
    double number = 0;
    QString text;
};

Value fromText(std::string_view text)
{
    return text.empty() ? Value{} : Value{.rank = 1, .text = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toCaseFolded()};
}

Value fromNumber(double number)
{
    return std::isnan(number) ? Value{} : Value{.rank = 0, .number = number};
}

struct ValueOf {
    const Alert &alert;
    Value operator()(Text Alert::*member) const { return fromText(alert.*member); }
    Value operator()(Number Alert::*member) const { return (alert.*member).has() ? fromNumber((alert.*member).value) : Value{}; }
    Value operator()(bool Alert::*member) const { return fromNumber(alert.*member ? 1 : 0); }
    Value operator()(std::optional<bool> Alert::*member) const { return alert.*member ? fromNumber(*(alert.*member) ? 1 : 0) : Value{}; }
    Value operator()(UtcTime Alert::*member) const
    {
        return (alert.*member).isValid() ? fromNumber(static_cast<double>((alert.*member).us)) : Value{};
    }
    Value operator()(int64_t Alert::*member) const { return fromNumber(static_cast<double>(alert.*member)); }
    Value operator()(std::optional<int64_t> Alert::*member) const { return alert.*member ? fromNumber(static_cast<double>(*(alert.*member))) : Value{}; }
    Value operator()(std::vector<std::string> Alert::*member) const
    {
        std::string all;
        for (const std::string &item : alert.*member)
            all += item + ',';
        return fromText(all);
    }
    Value operator()(AlertField::Derived derived) const { return fromNumber(derived(alert)); }
};

Value fromPacket(const decoders::FieldTree *tree, const filter::PacketPath &path)
{
    Value value;
    if (!tree)
        return value;
    const auto visit = [&value](const decoders::FieldTree *found) {
        if (!found || found->is_null())
            return true;
        if (found->is_number())
            value = fromNumber(found->get<double>());
        else if (found->is_boolean())
            value = fromNumber(found->get<bool>() ? 1 : 0);
        else
            value = fromText(found->is_string() ? found->get_ref<const std::string &>() : found->dump());
        return false;
    };
    filter::visitPath(*tree, path, true, visit);
    return value;
}

// Less than zero: a comes first.
int compare(const Value &a, const Value &b, bool descending)
{
    if (a.rank != b.rank && (a.rank == 2 || b.rank == 2))
        return a.rank - b.rank;
    const int order = a.rank != b.rank ? a.rank - b.rank
        : a.rank == 0                  ? (a.number < b.number ? -1 : a.number > b.number ? 1 : 0)
                                       : a.text.compare(b.text);
    return descending ? -order : order;
}

Outcome visitAlerts(Reader &reader, const std::vector<int64_t> &rows, const GoOn &goOn, const std::function<void(const Alert &)> &visit)
{
    for (size_t at = 0; at < rows.size(); at += kAtOnce) {
        if (!goOn(static_cast<double>(at) / static_cast<double>(rows.size())))
            return cancelled();
        const auto alerts = reader.alerts(std::span(rows).subspan(at, std::min(kAtOnce, rows.size() - at)));
        if (!alerts)
            return alerts.error();
        for (const auto &alert : alerts.value())
            visit(*alert);
    }
    return Done{};
}

} // namespace

Outcome sortByAlerts(Reader &reader, std::vector<int64_t> &rows, const SortKey &key, const GoOn &goOn)
{
    std::vector<std::pair<Value, int64_t>> values;
    values.reserve(rows.size());
    const Outcome done = visitAlerts(reader, rows, goOn, [&](const Alert &alert) {
        if (key.field) {
            values.emplace_back(std::visit(ValueOf{alert}, key.field->member), alert.row);
            return;
        }
        StoredFields packet(reader, alert.row, static_cast<size_t>(alert.record));
        values.emplace_back(fromPacket(packet.tree(), key.packetPath), alert.row);
    });
    if (!done)
        return done;
    std::ranges::sort(values, [&key](const auto &a, const auto &b) {
        const int order = compare(a.first, b.first, key.descending);
        return order != 0 ? order < 0 : a.second < b.second;
    });
    rows.clear();
    for (const auto &[value, row] : values)
        rows.push_back(row);
    return Done{};
}

Result<Folded> foldByAlerts(Reader &reader, const std::vector<int64_t> &rows, const GoOn &goOn)
{
    std::unordered_map<uint64_t, std::pair<int64_t, uint32_t>> events; // head, size
    std::vector<std::pair<int64_t, uint64_t>> all;
    const Outcome done = visitAlerts(reader, rows, goOn, [&](const Alert &alert) {
        const uint64_t event = eventHash(alert.event);
        all.emplace_back(alert.row, event);
        if (event == 0)
            return;
        auto &[head, size] = events[event];
        head = alert.row;
        ++size;
    });
    if (!done)
        return done.error();
    Folded folded;
    for (const auto &[row, event] : all) {
        if (event != 0 && events.at(event).first != row)
            continue;
        folded.heads.push_back(row);
        folded.sizes.push_back(event == 0 ? 1 : events.at(event).second);
    }
    std::vector<std::pair<uint64_t, int64_t>> heads;
    for (const auto &[event, place] : events)
        heads.emplace_back(event, place.first);
    std::ranges::sort(heads);
    for (const auto &[event, head] : heads) {
        folded.events.push_back(event);
        folded.eventHeads.push_back(head);
    }
    return folded;
}

} // namespace tocsin::archive::slow
