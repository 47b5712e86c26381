// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulecheck.h"

#include "core/base/places.h"
#include "core/filter/filter.h"
#include "core/filter/measure.h"
#include "core/options/optiontable.h"
#include "core/streams/topicrules.h"

#include <QCoreApplication>

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using Part = RuleProblem::Part;

namespace {

constexpr int kDay = 24 * 60; // minutes
constexpr size_t kMostActions = 20;

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

// `message` has two places: the character and what is wrong there.
RuleProblem inText(Part part, const QString &text, const filter::Problem &problem, const QString &message)
{
    const std::string utf8 = text.toStdString();
    const filter::Utf16Range range = problem.utf16(utf8);
    RuleProblem made{.part = part, .position = range.position, .length = range.length, .message = message.arg(range.position + 1).arg(problem.message)};
    if (!problem.suggestion.empty()) {
        std::string better = utf8;
        better.replace(problem.position, problem.length, problem.suggestion);
        made.remedy = say(QT_TRANSLATE_NOOP("rules", "Write: %1")).arg(QString::fromStdString(better));
    } else if (!problem.expected.isEmpty()) {
        made.remedy = say(QT_TRANSLATE_NOOP("rules", "Expected here: %1.")).arg(problem.expected);
    }
    return made;
}

void checkTopics(const Rule &rule, std::vector<RuleProblem> &problems)
{
    for (qsizetype i = 0; i < rule.topics.size(); ++i) {
        const QString &topic = rule.topics[i];
        QString wrong = streams::TopicRules({topic}, {}).problem();
        if (topic.trimmed().isEmpty() || topic != topic.trimmed())
            wrong = say(QT_TRANSLATE_NOOP("rules", "“%1” is no topic: it is empty or has blanks around it.")).arg(topic);
        if (!wrong.isEmpty())
            problems.push_back({.part = Part::Topics, .position = i, .message = say(QT_TRANSLATE_NOOP("rules", "Topic %1: %2")).arg(i + 1).arg(wrong),
                                .remedy = say(QT_TRANSLATE_NOOP("rules", "Write a name, a pattern with *, a regular expression that begins with ^, or * alone."))});
    }
}

void checkActions(const Rule &rule, std::vector<RuleProblem> &problems)
{
    if (rule.actions.empty())
        problems.push_back({.part = Part::Actions, .message = say(QT_TRANSLATE_NOOP("rules", "The rule does nothing.")), .remedy = say(QT_TRANSLATE_NOOP("rules", "Give it an action."))});
    if (rule.actions.size() > kMostActions)
        problems.push_back({.part = Part::Actions, .message = say(QT_TRANSLATE_NOOP("rules", "A rule has %1 actions at the most.")).arg(kMostActions)});
    for (size_t i = 0; i < rule.actions.size(); ++i) {
        const Action &action = rule.actions[i];
        const int place = static_cast<int>(i);
        const ActionKind *kind = findActionKind(action.kind);
        if (!kind) {
            problems.push_back({.part = Part::Actions, .action = place, .message = say(QT_TRANSLATE_NOOP("rules", "Action %1: there is no kind of action “%2”.")).arg(place + 1).arg(action.kind),
                                .remedy = say(QT_TRANSLATE_NOOP("rules", "“tocsin rules kinds” lists them."))});
            continue;
        }
        if (action.kind == u"colour" && rule.marked)
            problems.push_back({.part = Part::Actions, .action = place, .message = say(QT_TRANSLATE_NOOP("rules", "Action %1: a colour cannot go by what is marked.")).arg(place + 1),
                                .remedy = say(QT_TRANSLATE_NOOP("rules", "Leave out the colour: the table shows marked rows by itself. Or let the rule hear all events."))});
        for (const options::Problem &problem : options::validate(kind->options, action.values)) {
            const options::OptionSpec *spec = options::findOption(kind->options, problem.key);
            problems.push_back({.part = Part::Actions, .action = place, .key = problem.key,
                                .message = say(QT_TRANSLATE_NOOP("rules", "Action %1 (%2), %3: %4"))
                                               .arg(QString::number(place + 1), actionLabel(*kind), spec ? options::optionLabel(*spec) : problem.key, problem.message),
                                .remedy = say(QT_TRANSLATE_NOOP("rules", "“tocsin rules kinds” describes every option."))});
        }
    }
}

} // namespace

std::vector<RuleProblem> problemsOf(const Rule &rule)
{
    std::vector<RuleProblem> problems;
    if (!isPlainName(rule.name))
        problems.push_back({.part = Part::Name, .message = say(QT_TRANSLATE_NOOP("rules", "“%1” is no name of a rule.")).arg(rule.name),
                            .remedy = say(QT_TRANSLATE_NOOP("rules", "Use up to 100 letters, digits, dots, underscores and hyphens, and no device name of Windows; the label may be anything."))});
    checkTopics(rule, problems);
    if (!rule.filter.trimmed().isEmpty()) {
        const auto compiled = filter::Filter::compile(rule.filter.toStdString(), filter::FieldCatalogue());
        if (const auto *problem = std::get_if<filter::Problem>(&compiled))
            problems.push_back(inText(Part::Filter, rule.filter, *problem, say(QT_TRANSLATE_NOOP("rules", "Condition, character %1: %2"))));
    } else if (rule.topics.isEmpty()) {
        problems.push_back({.part = Part::Filter, .message = say(QT_TRANSLATE_NOOP("rules", "The rule has neither topics nor a condition.")),
                            .remedy = say(QT_TRANSLATE_NOOP("rules", "Write a condition; for every alert of every topic, the topic *."))});
    }
    if (!rule.measure.trimmed().isEmpty()) {
        const auto compiled = filter::Measure::compile(rule.measure.toStdString(), filter::FieldCatalogue());
        if (const auto *problem = std::get_if<filter::Problem>(&compiled))
            problems.push_back(inText(Part::Measure, rule.measure, *problem, say(QT_TRANSLATE_NOOP("rules", "“More important when”, character %1: %2"))));
    }
    const auto isMinute = [](int minute) { return minute >= 0 && minute < kDay; };
    if (!isMinute(rule.quiet.fromMinute) || !isMinute(rule.quiet.toMinute))
        problems.push_back({.part = Part::Quiet, .message = say(QT_TRANSLATE_NOOP("rules", "Quiet hours are times of the day.")), .remedy = say(QT_TRANSLATE_NOOP("rules", "Write them as 23:00-07:00."))});
    checkActions(rule, problems);
    return problems;
}

Outcome checkRule(const Rule &rule)
{
    const std::vector<RuleProblem> problems = problemsOf(rule);
    if (problems.empty())
        return Done{};
    return Error{.kind = ErrorKind::BadArgument, .message = problems.front().message, .remedy = problems.front().remedy};
}

bool hearTheSame(const Rule &a, const Rule &b)
{
    return a.topics == b.topics && a.filter == b.filter && a.tests == b.tests && a.measure == b.measure && a.throttle == b.throttle && a.retractions == b.retractions && a.marked == b.marked;
}

} // namespace tocsin::rules
