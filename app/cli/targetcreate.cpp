// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin target create`.
#include "app/cli/filterargument.h"
#include "app/cli/targetcommand.h"
#include "app/cli/targetlines.h"
#include "core/tom/targetsender.h"

#include <algorithm>
#include <set>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Json = nlohmann::ordered_json;
using tom::Draft;
using tom::State;
using tom::TargetRecord;

int TargetCommand::create()
{
    const QString account = m_arguments.value(u"tom"_s);
    const Result<std::vector<int64_t>> chosen = rows();
    const Result<QMap<QString, QString>> extras = fields();
    if (!chosen || !extras)
        return complain(!chosen ? chosen.error() : extras.error());
    if (chosen.value().empty())
        return complain({.kind = ErrorKind::NotFound, .message = QCoreApplication::translate("cli", "No alert passes this filter.")});
    if (!account.isEmpty()) {
        if (const Outcome prepared = prepare(account); !prepared)
            return complain(prepared.error());
    }
    if (m_arguments.has(u"allow-restricted"_s)) {
        const Outcome allowed = wait<Done>([&](auto done) { targets().allowRestricted(account, this, std::move(done)); });
        if (!allowed)
            return complain(allowed.error());
    }
    QStringList groups = m_arguments.values.value(u"group"_s);
    if (groups.isEmpty() && !account.isEmpty())
        groups = targets().usualGroups(account);
    std::set<QString> names;
    std::vector<int64_t> made;
    for (const int64_t row : chosen.value()) {
        Result<Draft> draft = wait<Draft>([&](auto done) { targets().draft(row, this, std::move(done)); });
        if (!draft) {
            note(complain(draft.error()));
            if (m_interrupted)
                return m_code;
            continue;
        }
        Draft &wish = draft.value();
        if (!names.insert(wish.name).second)
            continue;
        wish.groups = groups;
        wish.extras = extras.value();
        if (!m_arguments.has(u"photometry"_s))
            wish.photometry.clear();
        if (!wish.doubt.isEmpty() && !m_arguments.has(u"uncertain"_s))
            wish.refusal = wish.doubt + u' ' + QCoreApplication::translate("cli", "Say --uncertain to make it all the same.");
        if (m_arguments.has(u"dry-run"_s)) {
            rehearse(account, wish);
            continue;
        }
        const Result<TargetRecord> kept = wait<TargetRecord>([&](auto done) { targets().create(account, wish, m_arguments.has(u"anyway"_s), 0ms, this, std::move(done)); });
        if (!kept) {
            note(complain(kept.error()));
            continue;
        }
        if (kept.value().state == State::Queued)
            made.push_back(kept.value().number);
        else
            tell(kept.value());
    }
    await(std::move(made));
    return ended();
}

Result<std::vector<int64_t>> TargetCommand::rows()
{
    std::vector<int64_t> rows;
    for (const QString &text : m_arguments.values.value(u"row"_s)) {
        bool isNumber = false;
        const qlonglong row = text.toLongLong(&isNumber);
        if (!isNumber || row <= 0)
            return Error{.kind = ErrorKind::BadArgument, .message = QCoreApplication::translate("cli", "--row: “%1” is no row number.").arg(text)};
        rows.push_back(row);
    }
    Result<std::shared_ptr<const filter::Filter>> filter = filterArgument(m_arguments);
    if (!filter)
        return filter.error();
    if (rows.empty() == !filter.value())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "Say which alerts: either --row N or --filter EXPR."),
                     .remedy = QCoreApplication::translate("cli", "“tocsin export” shows row numbers.")};
    if (!filter.value())
        return rows;
    Result<std::unique_ptr<archive::Reader>> reader = m_archive->reader();
    if (!reader)
        return reader.error();
    Result<std::vector<int64_t>> found = reader.value()->rowNumbers({.filter = filter.value(), .now = UtcTime::now()}, [this] { return m_interrupted; });
    if (found)
        std::ranges::reverse(found.value()); // the newest of each name counts
    return found;
}

Result<QMap<QString, QString>> TargetCommand::fields() const
{
    QMap<QString, QString> fields;
    for (const QString &pair : m_arguments.values.value(u"field"_s)) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1)
            return Error{.kind = ErrorKind::BadArgument, .message = QCoreApplication::translate("cli", "--field: write KEY=VALUE, not “%1”.").arg(pair)};
        fields.insert(pair.left(equals), pair.sliced(equals + 1));
    }
    return fields;
}

void TargetCommand::rehearse(const QString &account, const Draft &draft)
{
    TargetRecord record{.account = account, .draft = draft, .state = draft.refusal.isEmpty() ? State::Local : State::Refused, .why = draft.refusal};
    if (!draft.refusal.isEmpty())
        record.cause = ErrorKind::BadArgument;
    if (!account.isEmpty() && draft.refusal.isEmpty()) {
        const Result<tom::Lookup> found = wait<tom::Lookup>([&](auto done) { targets().lookUp(account, draft, this, std::move(done)); });
        if (!found) {
            note(complain(found.error()));
            return;
        }
        if (!found.value().notice.isEmpty())
            sayLine(found.value().notice);
        if (!found.value().found.empty() && !m_arguments.has(u"anyway"_s)) {
            const std::vector<tom::Target> &there = found.value().found;
            const auto named = std::ranges::find_if(there, &tom::Target::sameName);
            record.state = State::Exists;
            record.target = named != there.end() ? *named : there.front();
            record.why = tom::whatIsThere(*record.target);
        }
    }
    Json line = lineOf(record);
    if (record.state == State::Local)
        line["state"] = "dry-run";
    putLine(textOf(line));
    m_tally.take(record);
    note(codeOf(record));
}

} // namespace tocsin::app
