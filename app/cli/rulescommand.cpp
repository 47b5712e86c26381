// SPDX-License-Identifier: GPL-3.0-or-later
// rules …: the rules of a profile, their rehearsal, and what came of them.
#include "app/cli/commands.h"

#include "app/cli/filterargument.h"
#include "core/archive/archive.h"
#include "core/export/jsonline.h"
#include "core/journal/consents.h"
#include "core/journal/journal.h"
#include "core/options/optiontable.h"
#include "core/rules/actions/action.h"
#include "core/rules/rehearsal.h"
#include "core/rules/ruleledger.h"
#include "core/rules/rulestore.h"
#include "core/rules/ruletext.h"
#include "core/services/engine.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;
using rules::Rule;
using rules::RuleRun;

namespace {

constexpr int kShownRuns = 10;
constexpr int kLoggedRuns = 1'000;

QString say(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

void putJson(const Json &json)
{
    putLine(QString::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

Json runAsJson(const RuleRun &run)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? Json() : Json(value.toStdString()); };
    return {{"rule", run.rule.toStdString()},
            {"action", run.kind.toStdString()},
            {"row", run.row > 0 ? Json(run.row) : Json()},
            {"fact", text(run.fact)},
            {"retraction", run.retraction},
            {"state", rules::stateWord(run.state).toStdString()},
            {"silenced_by", text(run.silencedBy)},
            {"made", run.made.iso()},
            {"finished", run.finished.isValid() ? Json(run.finished.iso()) : Json()},
            {"result", text(run.result)},
            {"output", text(run.output)}};
}

// One run of `rules …`.
class Rules
{
public:
    explicit Rules(const CliContext &context) : m_context(context), m_arguments(context.arguments), m_store(services::Engine::rulesFile(context.places, context.profile)) {}

    int run()
    {
        const QString what = m_arguments.command->name.section(u' ', 1);
        if (what == u"kinds")
            return kinds();
        if (const Outcome loaded = m_store.load(); !loaded)
            return complain(loaded.error());
        const QString name = m_arguments.positional.value(0);
        if (what == u"list")
            return list();
        if (what == u"add")
            return add(name);
        if (what == u"log")
            return log(name);
        const Rule *found = m_store.find(name);
        if (!found)
            return complain({.kind = ErrorKind::NotFound, .message = say(QT_TRANSLATE_NOOP("cli", "There is no rule “%1”.")).arg(name),
                             .remedy = say(QT_TRANSLATE_NOOP("cli", "“tocsin rules list” shows those there are."))});
        const Rule rule = *found;
        if (what == u"show")
            return show(rule);
        if (what == u"rehearse")
            return rehearse(rule);
        if (what == u"allow")
            return allow(rule);
        if (what == u"remove")
            return ended(m_store.remove(rule.name));
        return arm(rule, what == u"enable");
    }

private:
    static int ended(const Outcome &outcome) { return outcome ? 0 : complain(outcome.error()); }

    static int kinds()
    {
        for (const rules::ActionKind &kind : rules::actionKinds()) {
            putLine(kind.id + u": "_s + rules::actionLabel(kind) + u". "_s + rules::actionHelp(kind));
            putLine(options::describeOptions(kind.options));
        }
        return 0;
    }

    [[nodiscard]] int list() const
    {
        for (const Rule &rule : m_store.rules()) {
            QStringList actions;
            for (const rules::Action &action : rule.actions)
                actions << action.kind;
            putLine(QStringList{rule.name, rule.enabled ? u"enabled"_s : u"disabled"_s, actions.join(u','), rule.rehearsed.isValid() ? QString::fromStdString(rule.rehearsed.iso()) : u"-"_s, rule.title()}.join(u'\t'));
        }
        return 0;
    }

    // Of a home that has a journal; else there is nothing in it.
    [[nodiscard]] bool hasJournal() const { return QFileInfo::exists(journal::Journal::fileIn(m_context.places.archive)); }

    int show(const Rule &rule)
    {
        Json json = rules::ruleToJson(rule);
        Json runs = Json::array();
        if (hasJournal()) {
            journal::Journal journal(journal::Journal::fileIn(m_context.places.archive));
            const Result<std::vector<RuleRun>> last = rules::RuleLedger(journal).runs(rule.name, kShownRuns);
            if (!last)
                return complain(last.error());
            for (const RuleRun &run : last.value())
                runs.push_back(runAsJson(run));
        }
        putLine(QString::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace)));
        for (const Json &run : runs)
            putJson({{"run", run}});
        return 0;
    }

    int log(const QString &name)
    {
        if (!hasJournal())
            return 0;
        journal::Journal journal(journal::Journal::fileIn(m_context.places.archive));
        const Result<std::vector<RuleRun>> runs = rules::RuleLedger(journal).runs(name, kLoggedRuns);
        if (!runs)
            return complain(runs.error());
        for (const RuleRun &run : runs.value())
            putJson(runAsJson(run));
        return 0;
    }

    int add(const QString &name)
    {
        QFile file(name);
        if (!(name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
            return complain({.kind = ErrorKind::BadArgument, .message = say(QT_TRANSLATE_NOOP("cli", "%1 cannot be read: %2.")).arg(name, file.errorString()),
                             .remedy = say(QT_TRANSLATE_NOOP("cli", "Check the name and the rights."))});
        const Result<std::vector<Rule>> added = rules::rulesFromText(file.readAll());
        if (!added)
            return complain(added.error());
        for (const Rule &rule : added.value()) {
            if (const Outcome outcome = m_store.add(rule); !outcome)
                return complain(outcome.error());
            if (rule.enabled && !m_store.find(rule.name)->enabled)
                sayLine(say(QT_TRANSLATE_NOOP("cli", "“%1” can wake somebody, so it is off until it was rehearsed: tocsin rules rehearse %1, then tocsin rules enable %1.")).arg(rule.name));
        }
        return 0;
    }

    int arm(const Rule &rule, bool enable)
    {
        const bool without = m_arguments.has(u"without-rehearsal"_s);
        if (const Outcome outcome = m_store.setEnabled(rule.name, enable, without); !outcome)
            return complain(outcome.error());
        if (enable && without && rule.wakes() && !rule.rehearsed.isValid())
            sayLine(say(QT_TRANSLATE_NOOP("cli", "“%1” is on without a rehearsal: nobody has looked how often it wakes.")).arg(rule.name));
        return 0;
    }

    int rehearse(const Rule &rule)
    {
        const Result<UtcTime> since = timeArgument(m_arguments, u"since"_s);
        if (!since)
            return complain(since.error());
        if (!QFileInfo::exists(m_context.places.archive + u"/index.sqlite"_s))
            return complain({.kind = ErrorKind::NotFound, .message = say(QT_TRANSLATE_NOOP("cli", "There is no archive in %1.")).arg(m_context.places.archive),
                             .remedy = say(QT_TRANSLATE_NOOP("cli", "A rehearsal looks at stored alerts: let a stream run for a night first."))});
        Result<std::unique_ptr<archive::Archive>> archive = archive::openSqliteArchive({.place = m_context.places.archive, .readOnly = true});
        if (!archive)
            return complain(archive.error());
        const UtcTime begun = UtcTime::now();
        const Result<rules::Rehearsal> rehearsal = rules::rehearse(*archive.value(), rule, since.value(), tellProgress(), notAllowed(rule));
        if (!rehearsal)
            return complain(rehearsal.error());
        for (const rules::Rehearsal::Night &night : rehearsal.value().nights)
            putJson({{"night", night.night.toString(Qt::ISODate).toStdString()}, {"hits", night.hits}, {"alarms", night.alarms}, {"tests", night.tests}});
        for (const auto &[alert, alarms, why] : rehearsal.value().last) {
            std::string line;
            exporting::appendJsonLine(line, *alert);
            line.pop_back(); // two more keys at its end
            putLine(QString::fromStdString(line) + u",\"alarm\":%1,\"why\":%2}"_s.arg(alarms ? u"true"_s : u"false"_s, why.isEmpty() ? u"null"_s : u'"' + why + u'"'));
        }
        return ended(m_store.noteRehearsal(rule, begun));
    }

    // Where restricted alerts may not go yet.
    [[nodiscard]] QStringList notAllowed(const Rule &rule) const
    {
        const QStringList destinations = rules::destinationsOf(rule);
        if (destinations.isEmpty() || !hasJournal())
            return destinations;
        journal::Journal journal(journal::Journal::fileIn(m_context.places.archive));
        const Result<QStringList> missing = journal::Consents(journal).missing(destinations);
        return missing ? missing.value() : destinations;
    }

    // To those who sit before it, from the second second on.
    static archive::GoOn tellProgress()
    {
        if (::isatty(STDERR_FILENO) == 0)
            return {};
        return [told = std::chrono::steady_clock::now()](double fraction) mutable {
            if (const auto now = std::chrono::steady_clock::now(); now - told >= std::chrono::seconds(1)) {
                told = now;
                sayLine(say(QT_TRANSLATE_NOOP("cli", "%1 % of the stored alerts are looked at.")).arg(qRound(fraction * 100)));
            }
            return true;
        };
    }

    int allow(const Rule &rule)
    {
        const QStringList destinations = rules::destinationsOf(rule);
        if (destinations.isEmpty()) {
            sayLine(say(QT_TRANSLATE_NOOP("cli", "“%1” sends nothing anywhere.")).arg(rule.name));
            return 0;
        }
        journal::Journal journal(journal::Journal::fileIn(m_context.places.archive));
        journal::Consents consents(journal);
        if (const Outcome allowed = m_arguments.has(u"forget"_s) ? consents.forget(destinations) : consents.allow(destinations); !allowed)
            return complain(allowed.error());
        for (const QString &destination : destinations)
            putLine(destination);
        return 0;
    }

    const CliContext &m_context;
    const CliArguments &m_arguments;
    rules::RuleStore m_store;
};

} // namespace

int runRules(const CliContext &context)
{
    return Rules(context).run();
}

} // namespace tocsin::app
