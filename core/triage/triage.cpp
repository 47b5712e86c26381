// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/triage.h"

#include "core/filter/filter.h"
#include "core/triage/names.h"
#include "core/watch/watchrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::triage {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kLongestTag = 60;
constexpr size_t kLongestNote = 4'000;

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

std::string nameOf(const Alert &alert)
{
    for (const Text &name : {alert.name, alert.event, alert.id}) {
        if (!name.empty())
            return name;
    }
    return QString(u'#' + QString::number(alert.row)).toStdString();
}

// “ZTF26abcdefg”, or how many.
template <typename List, typename Name>
QString named(const List &list, Name name)
{
    if (list.size() == 1)
        return shown(name(list.front()));
    return QCoreApplication::translate("triage", "%n object(s)", nullptr, static_cast<int>(list.size()));
}

Deed nothing(const QString &said)
{
    return {.said = said, .undo = {}};
}

} // namespace

Triage::Triage(archive::Archive &archive, journal::Journal &journal, std::function<void()> told) : m_archive(archive), m_journal(journal), m_told(std::move(told)) {}

Result<archive::Reader *> Triage::reader()
{
    if (!m_reader) {
        Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
        if (!opened)
            return opened.error();
        m_reader = std::move(opened.value());
    }
    return m_reader.get();
}

Result<std::vector<std::shared_ptr<const Alert>>> Triage::alertsOf(const std::vector<int64_t> &rows)
{
    const Result<archive::Reader *> opened = reader();
    if (!opened)
        return opened.error();
    Result<std::vector<std::shared_ptr<const Alert>>> alerts = opened.value()->alerts(rows);
    if (alerts && alerts.value().empty())
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("triage", "The archive has no such row."),
                     .remedy = QCoreApplication::translate("triage", "It may have been removed to make room; nothing was changed.")};
    return alerts;
}

Result<std::vector<Triage::Subject>> Triage::subjectsOf(const std::vector<int64_t> &rows)
{
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = alertsOf(rows);
    if (!alerts)
        return alerts.error();
    std::vector<Subject> subjects;
    for (const auto &alert : alerts.value()) {
        std::string subject = subjectOf(*alert);
        if (std::ranges::find(subjects, subject, &Subject::subject) == subjects.end())
            subjects.push_back({std::move(subject), nameOf(*alert), alert->row});
    }
    return subjects;
}

// What the journal says of them now, on all their rows.
Outcome Triage::showSubjects(const std::vector<Said> &said, int64_t &changed)
{
    const Result<archive::Reader *> opened = reader();
    if (!opened)
        return opened.error();
    for (const Said &one : said) {
        using Both = std::pair<std::vector<Said>, std::vector<Said>>;
        const Result<Both> both = m_journal.wait<Both>([subject = one.subject](QSqlDatabase &db) -> Result<Both> {
            Result<std::vector<Said>> tags = readTags(db, subject);
            Result<std::vector<Said>> notes = readNotes(db, subject);
            if (!tags || !notes)
                return tags ? notes.error() : tags.error();
            return Both{std::move(tags.value()), std::move(notes.value())};
        });
        if (!both)
            return both.error();
        const Result<std::vector<int64_t>> rows = opened.value()->revisions(one.row);
        if (!rows)
            return rows.error();
        std::vector<std::string> tags;
        for (const Said &tag : both.value().first)
            tags.push_back(tag.text);
        const std::string note = both.value().second.empty() ? std::string() : both.value().second.front().text;
        std::vector<archive::Annotation> annotations;
        for (const int64_t row : rows.value())
            annotations.push_back({.row = row, .tags = tags, .note = note});
        const Result<int64_t> kept = watch::annotateAndWait(m_archive, std::move(annotations), {});
        if (!kept)
            return kept.error();
        changed += kept.value();
    }
    return Done{};
}

Outcome Triage::setTag(const std::vector<Said> &said, bool on, int64_t &changed)
{
    const Outcome written = m_journal.wait<Done>([said, on](QSqlDatabase &db) -> Outcome {
        for (const Said &one : said) {
            if (const Outcome done = on ? writeTag(db, one) : removeTag(db, one.subject, one.text); !done)
                return done;
        }
        return Done{};
    });
    if (!written)
        return written;
    if (m_told)
        m_told();
    return showSubjects(said, changed);
}

Result<Deed> Triage::tag(const std::vector<int64_t> &rows, const std::string &tag, bool on)
{
    if (tag.empty() || tag.size() > kLongestTag || std::ranges::any_of(tag, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("triage", "A tag is a short text of one line."),
                     .remedy = QCoreApplication::translate("triage", "Write up to %1 characters, such as 1, follow-up or junk.").arg(kLongestTag)};
    const Result<std::vector<Subject>> subjects = subjectsOf(rows);
    const Result<std::vector<Said>> before = tags();
    if (!subjects || !before)
        return subjects ? before.error() : subjects.error();
    std::vector<Said> said;
    for (const Subject &subject : subjects.value()) {
        const bool has = std::ranges::any_of(before.value(), [&](const Said &old) { return old.subject == subject.subject && old.text == tag; });
        if (has != on)
            said.push_back({subject.subject, tag, subject.row, subject.name, UtcTime::now()});
    }
    const auto name = [](const Said &one) { return one.name; };
    if (said.empty())
        return nothing(on ? QCoreApplication::translate("triage", "The tag “%1” is there already.").arg(shown(tag)) : QCoreApplication::translate("triage", "The tag “%1” is not there.").arg(shown(tag)));
    Deed deed{.said = on ? QCoreApplication::translate("triage", "Tagged %1 “%2”.").arg(named(said, name), shown(tag))
                         : QCoreApplication::translate("triage", "Took the tag “%2” from %1.").arg(named(said, name), shown(tag))};
    if (const Outcome done = setTag(said, on, deed.rows); !done)
        return done.error();
    deed.undo = [said, on](Triage &triage) {
        int64_t changed = 0;
        return triage.setTag(said, !on, changed);
    };
    return deed;
}

Result<Deed> Triage::toggleTag(const std::vector<int64_t> &rows, const std::string &text)
{
    const Result<std::vector<Subject>> subjects = subjectsOf(rows);
    const Result<std::vector<Said>> before = tags();
    if (!subjects || !before)
        return subjects ? before.error() : subjects.error();
    const bool all = std::ranges::all_of(subjects.value(), [&](const Subject &subject) {
        return std::ranges::any_of(before.value(), [&](const Said &old) { return old.subject == subject.subject && old.text == text; });
    });
    return tag(rows, text, !all);
}

Outcome Triage::setNotes(const std::vector<Said> &said, int64_t &changed)
{
    const Outcome written = m_journal.wait<Done>([said](QSqlDatabase &db) -> Outcome {
        for (const Said &one : said) {
            if (const Outcome done = writeNote(db, one); !done)
                return done;
        }
        return Done{};
    });
    if (!written)
        return written;
    if (m_told)
        m_told();
    return showSubjects(said, changed);
}

Result<Deed> Triage::note(const std::vector<int64_t> &rows, const std::string &text)
{
    if (text.size() > kLongestNote)
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("triage", "The note is longer than %1 bytes.").arg(kLongestNote),
                     .remedy = QCoreApplication::translate("triage", "Write it shorter, or leave the rest where it is.")};
    const Result<std::vector<Subject>> subjects = subjectsOf(rows);
    const Result<std::vector<Said>> before = notes();
    if (!subjects || !before)
        return subjects ? before.error() : subjects.error();
    std::vector<Said> said;
    std::vector<Said> old;
    for (const Subject &subject : subjects.value()) {
        const auto was = std::ranges::find(before.value(), subject.subject, &Said::subject);
        const bool had = was != before.value().end();
        if (text == (had ? was->text : std::string()))
            continue;
        said.push_back({subject.subject, text, subject.row, subject.name, UtcTime::now()});
        old.push_back(had ? *was : Said{subject.subject, {}, subject.row, subject.name, {}});
    }
    if (said.empty())
        return nothing(QCoreApplication::translate("triage", "The note is the same."));
    const auto name = [](const Said &one) { return one.name; };
    Deed deed{.said = text.empty() ? QCoreApplication::translate("triage", "Took the note from %1.").arg(named(said, name)) : QCoreApplication::translate("triage", "Noted it at %1.").arg(named(said, name))};
    if (const Outcome done = setNotes(said, deed.rows); !done)
        return done.error();
    deed.undo = [old](Triage &triage) {
        int64_t changed = 0;
        return triage.setNotes(old, changed);
    };
    return deed;
}

// On every row that may be one of these objects: what the journal says now.
Outcome Triage::showObjects(const std::vector<IgnoredObject> &objects, int64_t &changed)
{
    constexpr size_t kAtOnce = 500;
    const Result<archive::Reader *> opened = reader();
    if (!opened)
        return opened.error();
    const auto now = m_journal.wait<std::shared_ptr<const Judgements>>([](QSqlDatabase &db) { return readJudgements(db); });
    if (!now)
        return now.error();
    for (const IgnoredObject &object : objects) {
        std::vector<std::string> spellings;
        for (const std::string &name : object.names) {
            for (std::string &spelling : spellingsOf(name))
                spellings.push_back(std::move(spelling));
        }
        std::string condition = anyOfNames(spellings);
        if (object.ra && object.dec) // a little wider: the judgement itself is exact
            condition += u" or cone(%1, %2, %3 arcsec)"_s.arg(*object.ra, 0, 'f', 9).arg(*object.dec, 0, 'f', 9).arg(kSameObject * 3600 * 1.01, 0, 'f', 3).toStdString();
        const auto compiled = filter::Filter::compile(condition, filter::FieldCatalogue());
        const auto *filter = std::get_if<filter::Filter>(&compiled);
        if (!filter)
            return Error{.kind = ErrorKind::Internal, .message = std::get<filter::Problem>(compiled).message, .detail = shown(condition)};
        std::vector<int64_t> rows;
        const Outcome found = opened.value()->findRows(filter, UtcTime::now(), false, [&rows](const std::vector<int64_t> &some, double) {
            rows.insert(rows.end(), some.begin(), some.end());
            return true;
        });
        if (!found)
            return found;
        for (size_t begin = 0; begin < rows.size(); begin += kAtOnce) {
            const auto alerts = opened.value()->alerts(std::span(rows).subspan(begin, std::min(kAtOnce, rows.size() - begin)));
            if (!alerts)
                return alerts.error();
            std::vector<archive::Annotation> annotations;
            for (const auto &alert : alerts.value())
                annotations.push_back({.row = alert->row, .ignored = now.value()->isIgnored(*alert)});
            const Result<int64_t> kept = watch::annotateAndWait(m_archive, std::move(annotations), {});
            if (!kept)
                return kept.error();
            changed += kept.value();
        }
    }
    return Done{};
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

Result<Deed> Triage::ignore(const std::vector<int64_t> &rows)
{
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = alertsOf(rows);
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!alerts || !index)
        return alerts ? index.error() : alerts.error();
    std::vector<IgnoredObject> objects;
    for (const auto &alert : alerts.value()) {
        if (alert->ignored)
            continue;
        IgnoredObject object{.name = nameOf(*alert), .row = alert->row, .made = UtcTime::now()};
        for (const std::string &name : namesIn(*alert)) {
            for (std::string &other : index.value()->namesOf(name)) {
                if (std::ranges::find(object.names, other) == object.names.end())
                    object.names.push_back(std::move(other));
            }
        }
        if (placeTellsObject(*alert)) {
            object.ra = alert->ra.value;
            object.dec = alert->dec.value;
        }
        const bool tells = !object.names.empty() || object.ra;
        const bool isAnother = std::ranges::find(objects, object.names, &IgnoredObject::names) == objects.end() || object.names.empty();
        if (tells && isAnother)
            objects.push_back(std::move(object));
    }
    if (objects.empty())
        return nothing(std::ranges::all_of(alerts.value(), [](const auto &alert) { return alert->ignored; })
                           ? QCoreApplication::translate("triage", "It is ignored already.")
                           : QCoreApplication::translate("triage", "It has neither a name nor a place by which it could be ignored."));
    Deed deed{.said = QCoreApplication::translate("triage", "Ignored %1.").arg(named(objects, [](const IgnoredObject &object) { return object.name; }))};
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
    Deed deed{.said = QCoreApplication::translate("triage", "No longer ignored: %1.").arg(named(objects, [](const IgnoredObject &object) { return object.name; }))};
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

Result<Deed> Triage::stopIgnoring(const std::vector<int64_t> &rows)
{
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = alertsOf(rows);
    Result<std::vector<IgnoredObject>> all = ignored();
    if (!alerts || !all)
        return alerts ? all.error() : alerts.error();
    std::erase_if(all.value(), [&alerts](const IgnoredObject &object) {
        const Judgements one({}, {}, {object});
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

Result<std::vector<Said>> Triage::tags()
{
    return m_journal.wait<std::vector<Said>>([](QSqlDatabase &db) { return readTags(db); });
}

Result<std::vector<Said>> Triage::notes()
{
    return m_journal.wait<std::vector<Said>>([](QSqlDatabase &db) { return readNotes(db); });
}

Result<std::vector<IgnoredObject>> Triage::ignored()
{
    return m_journal.wait<std::vector<IgnoredObject>>([](QSqlDatabase &db) { return readIgnored(db); });
}

Result<std::shared_ptr<const AliasIndex>> Triage::aliases()
{
    return m_journal.wait<std::shared_ptr<const AliasIndex>>([](QSqlDatabase &db) { return readAliases(db); });
}

Result<Triage::Found> Triage::find(const std::string &name)
{
    const Result<archive::Reader *> opened = reader();
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!opened || !index)
        return opened ? index.error() : opened.error();
    Found found{.names = index.value()->namesOf(name)};
    auto compiled = filter::Filter::compile(anyOfNames(index.value()->spellingsOf(name)), filter::FieldCatalogue());
    const auto *filter = std::get_if<filter::Filter>(&compiled);
    if (!filter)
        return Error{.kind = ErrorKind::BadArgument, .message = std::get<filter::Problem>(compiled).message};
    const Outcome done = opened.value()->findRows(filter, UtcTime::now(), false, [&found](const std::vector<int64_t> &rows, double) {
        found.rows.insert(found.rows.end(), rows.begin(), rows.end());
        return true;
    });
    if (!done)
        return done.error();
    std::ranges::sort(found.rows);
    return found;
}

} // namespace tocsin::triage
