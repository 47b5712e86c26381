// SPDX-License-Identifier: GPL-3.0-or-later
// Objects that people do not want to see, and rows that they have seen.
#include "core/triage/names.h"
#include "core/triage/triage.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace tocsin::triage {

using namespace Qt::StringLiterals;

namespace {

QString objects(size_t count)
{
    return QCoreApplication::translate("triage", "%n object(s)", nullptr, static_cast<int>(count));
}

// “ZTF26abcdefg”, or how many.
QString named(const std::vector<IgnoredObject> &list)
{
    return list.size() == 1 ? QString::fromStdString(list.front().name) : objects(list.size());
}

Deed nothing(const QString &said)
{
    return {.said = said, .undo = {}};
}

// As it is known by the names of the row itself; the aliases are looked up whenever it is judged.
IgnoredObject objectOf(const Alert &alert)
{
    IgnoredObject object{.name = nameOf(alert), .names = namesIn(alert), .row = alert.row, .made = UtcTime::now()};
    if (placeTellsObject(alert)) {
        object.ra = alert.ra.value;
        object.dec = alert.dec.value;
    }
    return object;
}

} // namespace

Outcome Triage::showObjects(const std::vector<IgnoredObject> &objects, int64_t &changed)
{
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!index)
        return index.error();
    std::vector<Reach> reaches;
    for (const IgnoredObject &object : objects)
        reaches.push_back(reachOf(object, *index.value()));
    return show(reaches, changed);
}

Outcome Triage::addObjects(std::vector<IgnoredObject> &objects, int64_t &changed)
{
    using Numbers = std::vector<int64_t>;
    const Result<Numbers> numbers = m_journal.wait<Numbers>([objects](QSqlDatabase &db) -> Result<Numbers> {
        Numbers given;
        for (const IgnoredObject &object : objects) {
            const Result<int64_t> number = addIgnored(db, object);
            if (!number)
                return number.error();
            given.push_back(number.value());
        }
        return given;
    });
    if (!numbers)
        return numbers.error();
    for (size_t i = 0; i < objects.size(); ++i)
        objects[i].id = numbers.value()[i];
    if (m_told)
        m_told();
    return showObjects(objects, changed);
}

Outcome Triage::removeObjects(const std::vector<IgnoredObject> &objects, int64_t &changed)
{
    const Outcome written = m_journal.wait<Done>([objects](QSqlDatabase &db) -> Outcome {
        for (const IgnoredObject &object : objects) {
            if (const Outcome done = removeIgnored(db, object.id); !done)
                return done;
        }
        return Done{};
    });
    if (!written)
        return written;
    if (m_told)
        m_told();
    return showObjects(objects, changed);
}

Result<Deed> Triage::ignore(const Rows &rows)
{
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = alertsOf(rows);
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!alerts || !index)
        return alerts ? index.error() : alerts.error();
    std::vector<IgnoredObject> objects;
    for (const auto &alert : alerts.value()) {
        if (alert->ignored)
            continue;
        IgnoredObject object = objectOf(*alert);
        object.names = namesOf(object, *index.value());
        const bool tells = !object.names.empty() || object.ra;
        const bool isAnother = std::ranges::find(objects, object.names, &IgnoredObject::names) == objects.end() || object.names.empty();
        if (tells && isAnother)
            objects.push_back(std::move(object));
    }
    if (objects.empty())
        return nothing(std::ranges::all_of(alerts.value(), [](const auto &alert) { return alert->ignored; })
                           ? QCoreApplication::translate("triage", "It is ignored already.")
                           : QCoreApplication::translate("triage", "It has neither a name nor a place by which it could be ignored."));
    Deed deed{.said = QCoreApplication::translate("triage", "Ignored %1.").arg(named(objects))};
    if (const Outcome done = addObjects(objects, deed.rows); !done)
        return done.error();
    for (const IgnoredObject &object : objects)
        deed.numbers.push_back(object.id);
    deed.undo = [objects](Triage &triage) {
        int64_t changed = 0;
        return triage.removeObjects(objects, changed);
    };
    return deed;
}

Result<Deed> Triage::forget(std::vector<IgnoredObject> objects)
{
    if (objects.empty())
        return nothing(QCoreApplication::translate("triage", "Nothing of it is ignored."));
    Deed deed{.said = QCoreApplication::translate("triage", "No longer ignored: %1.").arg(named(objects))};
    if (const Outcome done = removeObjects(objects, deed.rows); !done)
        return done.error();
    for (const IgnoredObject &object : objects)
        deed.numbers.push_back(object.id);
    deed.undo = [objects](Triage &triage) mutable {
        int64_t changed = 0;
        return triage.addObjects(objects, changed);
    };
    return deed;
}

Result<Deed> Triage::stopIgnoring(const Rows &rows)
{
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = alertsOf(rows);
    Result<std::vector<IgnoredObject>> all = ignored();
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!alerts || !all || !index)
        return !alerts ? alerts.error() : !all ? all.error() : index.error();
    std::erase_if(all.value(), [&](const IgnoredObject &object) {
        const Judgements one({}, {}, {object}, *index.value());
        return std::ranges::none_of(alerts.value(), [&one](const auto &alert) { return one.isIgnored(*alert); });
    });
    return forget(std::move(all.value()));
}

Result<Deed> Triage::stopIgnoringObjects(const std::vector<int64_t> &ids)
{
    Result<std::vector<IgnoredObject>> all = ignored();
    if (!all)
        return all.error();
    std::erase_if(all.value(), [&ids](const IgnoredObject &object) { return std::ranges::find(ids, object.id) == ids.end(); });
    return forget(std::move(all.value()));
}

// Others of this home hear by the journal that somebody has looked: marks are no change of rows.
Outcome Triage::setSeen(const Rows &rows, bool seen)
{
    constexpr uint8_t kSeen = archive::Seen;
    constexpr uint8_t kNone = 0;
    if (const Outcome marked = setMarks(rows, seen ? kSeen : kNone, seen ? kNone : kSeen); !marked)
        return marked;
    return m_journal.wait<Done>([](QSqlDatabase &db) { return writeProgress(db, u"seen"_s, {.place = UtcTime::now().us, .version = 0}); });
}

Result<Triage::Rows> Triage::unlike(const Alerts &alerts, bool seen, int64_t afterRow)
{
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!index)
        return index.error();
    Rows all;
    std::vector<std::string> conditions;
    for (const auto &alert : alerts) {
        const Result<Rows> own = m_reader->revisions(alert->row);
        if (!own)
            return own.error();
        all.insert(all.end(), own.value().begin(), own.value().end());
        std::string condition = conditionOf(reachOf(objectOf(*alert), *index.value()));
        if (!condition.empty() && std::ranges::find(conditions, condition) == conditions.end())
            conditions.push_back(std::move(condition));
    }
    std::string condition;
    for (const std::string &one : conditions)
        condition += (condition.empty() ? "row > " + std::to_string(afterRow) + " and (" : std::string(" or ")) + one;
    const Result<Rows> others = search(condition.empty() ? condition : condition + ')');
    if (!others)
        return others;
    all.insert(all.end(), others.value().begin(), others.value().end());
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    std::erase_if(all, [afterRow](int64_t row) { return row <= afterRow; });
    const Result<std::vector<uint8_t>> marks = m_reader->marks(all);
    if (!marks)
        return marks.error();
    Rows rows;
    for (size_t i = 0; i < all.size(); ++i) {
        if (((marks.value()[i] & archive::Seen) != 0) != seen)
            rows.push_back(all[i]);
    }
    return rows;
}

Result<Deed> Triage::see(const Rows &rows, bool seen, int64_t afterRow)
{
    const Result<Alerts> alerts = alertsOf(rows);
    if (!alerts)
        return alerts.error();
    const Result<Rows> changed = unlike(alerts.value(), seen, afterRow);
    if (!changed)
        return changed.error();
    if (changed.value().empty())
        return nothing(seen ? QCoreApplication::translate("triage", "All of it is seen already.") : QCoreApplication::translate("triage", "Nothing of it is seen."));
    std::vector<std::string> names;
    for (const auto &alert : alerts.value()) {
        if (std::string name = nameOf(*alert); std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    }
    const QString what = names.size() == 1 ? QString::fromStdString(names.front()) : objects(names.size());
    Deed deed{.said = seen ? QCoreApplication::translate("triage", "Seen: %1.").arg(what) : QCoreApplication::translate("triage", "Unseen again: %1.").arg(what),
              .rows = static_cast<int64_t>(changed.value().size())};
    if (const Outcome done = setSeen(changed.value(), seen); !done)
        return done.error();
    deed.undo = [changed = changed.value(), seen](Triage &triage) { return triage.setSeen(changed, !seen); };
    return deed;
}

Result<int64_t> Triage::look(const Rows &rows, int64_t afterRow)
{
    const Result<Alerts> alerts = alertsOf(rows);
    if (!alerts)
        return alerts.error();
    Result<Rows> others = unlike(alerts.value(), true, afterRow);
    if (!others)
        return others.error();
    std::erase_if(others.value(), [&rows](int64_t row) { return std::ranges::find(rows, row) != rows.end(); });
    if (others.value().empty())
        return int64_t{0};
    if (const Outcome done = setMarks(others.value(), archive::Seen, 0); !done)
        return done.error();
    return static_cast<int64_t>(others.value().size());
}

Result<Deed> Triage::mark(const Rows &rows, uint8_t set, uint8_t clear)
{
    const Result<Alerts> alerts = alertsOf(rows);
    if (!alerts)
        return alerts.error();
    Rows there;
    for (const auto &alert : alerts.value())
        there.push_back(alert->row);
    const Result<std::vector<uint8_t>> marks = m_reader->marks(there);
    if (!marks)
        return marks.error();
    Rows changed;
    std::vector<std::pair<int64_t, uint8_t>> before;
    for (size_t i = 0; i < there.size(); ++i) {
        const uint8_t old = marks.value()[i];
        if (static_cast<uint8_t>((old | set) & ~clear) == old)
            continue;
        changed.push_back(there[i]);
        before.emplace_back(there[i], old);
    }
    if (changed.empty())
        return nothing(QCoreApplication::translate("triage", "They are marked so already."));
    Deed deed{.said = set & archive::Pinned   ? QCoreApplication::translate("triage", "Pinned %n row(s).", nullptr, static_cast<int>(changed.size()))
                      : set & archive::Starred ? QCoreApplication::translate("triage", "Marked %n row(s).", nullptr, static_cast<int>(changed.size()))
                                               : QCoreApplication::translate("triage", "Took marks from %n row(s).", nullptr, static_cast<int>(changed.size())),
              .rows = static_cast<int64_t>(changed.size())};
    if (const Outcome done = setMarks(changed, set, clear); !done)
        return done.error();
    deed.undo = [before, touched = static_cast<uint8_t>(set | clear)](Triage &triage) -> Outcome {
        for (const auto &[row, old] : before) {
            const auto back = static_cast<uint8_t>(old & touched);
            if (const Outcome done = triage.setMarks({row}, back, static_cast<uint8_t>(touched & ~back)); !done)
                return done;
        }
        return Done{};
    };
    return deed;
}

} // namespace tocsin::triage
