// SPDX-License-Identifier: GPL-3.0-or-later
// Tags and notes.
#include "core/triage/names.h"
#include "core/triage/triage.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::triage {

namespace {

constexpr size_t kLongestTag = 60;
constexpr size_t kLongestNote = 4'000;

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

// “ZTF26abcdefg”, or how many.
QString named(const std::vector<Said> &list)
{
    if (list.size() == 1)
        return shown(list.front().name);
    return QCoreApplication::translate("triage", "%n object(s)", nullptr, static_cast<int>(list.size()));
}

Deed nothing(const QString &said)
{
    return {.said = said, .undo = {}};
}

// Of these, the ones about the alert.
std::vector<Said> about(const std::vector<Said> &list, const Alert &alert, const AliasIndex &aliases)
{
    std::vector<Said> some;
    std::ranges::copy_if(list, std::back_inserter(some), [&](const Said &said) { return isAbout(said, alert, aliases); });
    return some;
}

void addOnce(std::vector<Said> &list, const Said &said)
{
    if (std::ranges::find(list, said.subject, &Said::subject) == list.end())
        list.push_back(said);
}

} // namespace

Outcome Triage::writeTags(const std::vector<Said> &said, bool on, int64_t &changed)
{
    const Outcome written = m_journal.wait<Done>([said, on](QSqlDatabase &db) -> Outcome {
        for (const Said &one : said) {
            if (const Outcome done = on ? writeTag(db, one) : removeTag(db, one.subject, one.text); !done)
                return done;
        }
        return Done{};
    });
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!written || !index)
        return written ? index.error() : written.error();
    if (m_told)
        m_told();
    std::vector<Reach> reaches;
    for (const Said &one : said)
        reaches.push_back(reachOf(one, *index.value()));
    return show(reaches, changed);
}

Result<Deed> Triage::tag(const Rows &rows, const std::string &tag, bool on)
{
    if (tag.empty() || tag.size() > kLongestTag || std::ranges::any_of(tag, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("triage", "A tag is a short text of one line."),
                     .remedy = QCoreApplication::translate("triage", "Write up to %1 characters, such as 1, follow-up or junk.").arg(kLongestTag)};
    const Result<Alerts> alerts = alertsOf(rows);
    Result<std::vector<Said>> before = tags();
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!alerts || !before || !index)
        return !alerts ? alerts.error() : !before ? before.error() : index.error();
    std::erase_if(before.value(), [&tag](const Said &old) { return old.text != tag; });
    std::vector<Said> said;
    for (const auto &alert : alerts.value()) {
        const std::vector<Said> has = about(before.value(), *alert, *index.value());
        if (on && has.empty() && std::ranges::none_of(said, [&](const Said &one) { return isAbout(one, *alert, *index.value()); }))
            said.push_back({subjectOf(*alert), tag, alert->row, nameOf(*alert), UtcTime::now()});
        for (const Said &old : has) {
            if (!on)
                addOnce(said, old);
        }
    }
    if (said.empty())
        return nothing(on ? QCoreApplication::translate("triage", "The tag “%1” is there already.").arg(shown(tag)) : QCoreApplication::translate("triage", "The tag “%1” is not there.").arg(shown(tag)));
    Deed deed{.said = on ? QCoreApplication::translate("triage", "Tagged %1 “%2”.").arg(named(said), shown(tag))
                         : QCoreApplication::translate("triage", "Took the tag “%2” from %1.").arg(named(said), shown(tag))};
    if (const Outcome done = writeTags(said, on, deed.rows); !done)
        return done.error();
    deed.undo = [said, on](Triage &triage) {
        int64_t changed = 0;
        return triage.writeTags(said, !on, changed);
    };
    return deed;
}

Result<Deed> Triage::toggleTag(const Rows &rows, const std::string &text)
{
    const Result<Alerts> alerts = alertsOf(rows);
    Result<std::vector<Said>> before = tags();
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!alerts || !before || !index)
        return !alerts ? alerts.error() : !before ? before.error() : index.error();
    std::erase_if(before.value(), [&text](const Said &old) { return old.text != text; });
    const bool all = std::ranges::all_of(alerts.value(), [&](const auto &alert) { return !about(before.value(), *alert, *index.value()).empty(); });
    return tag(rows, text, !all);
}

Outcome Triage::writeNotes(const std::vector<Said> &said, int64_t &changed)
{
    const Outcome written = m_journal.wait<Done>([said](QSqlDatabase &db) -> Outcome {
        for (const Said &one : said) {
            if (const Outcome done = writeNote(db, one); !done)
                return done;
        }
        return Done{};
    });
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!written || !index)
        return written ? index.error() : written.error();
    if (m_told)
        m_told();
    std::vector<Reach> reaches;
    for (const Said &one : said)
        reaches.push_back(reachOf(one, *index.value()));
    return show(reaches, changed);
}

Result<Deed> Triage::note(const Rows &rows, const std::string &text)
{
    if (text.size() > kLongestNote)
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("triage", "The note is longer than %1 bytes.").arg(kLongestNote),
                     .remedy = QCoreApplication::translate("triage", "Write it shorter, or leave the rest where it is.")};
    const Result<Alerts> alerts = alertsOf(rows);
    const Result<std::vector<Said>> before = notes();
    const Result<std::shared_ptr<const AliasIndex>> index = aliases();
    if (!alerts || !before || !index)
        return !alerts ? alerts.error() : !before ? before.error() : index.error();
    std::vector<Said> said;
    std::vector<Said> old; // beside them
    for (const auto &alert : alerts.value()) {
        if (std::ranges::any_of(said, [&](const Said &one) { return isAbout(one, *alert, *index.value()); }))
            continue;
        // In place of those that are there, under whatever name they were written.
        std::vector<Said> had = about(before.value(), *alert, *index.value());
        if (had.empty())
            had.push_back({subjectOf(*alert), {}, alert->row, nameOf(*alert), {}});
        for (const Said &was : had) {
            if (was.text == text)
                continue;
            said.push_back({was.subject, text, was.row, was.name, UtcTime::now()});
            old.push_back(was);
        }
    }
    if (said.empty())
        return nothing(QCoreApplication::translate("triage", "The note is the same."));
    Deed deed{.said = text.empty() ? QCoreApplication::translate("triage", "Took the note from %1.").arg(named(said)) : QCoreApplication::translate("triage", "Noted it at %1.").arg(named(said))};
    if (const Outcome done = writeNotes(said, deed.rows); !done)
        return done.error();
    deed.undo = [old](Triage &triage) {
        int64_t changed = 0;
        return triage.writeNotes(old, changed);
    };
    return deed;
}

} // namespace tocsin::triage
