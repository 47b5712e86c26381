// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulewords.h"

#include "core/options/optiontable.h"
#include "ui/models/streamwords.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <numeric>
#include <ranges>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using rules::Action;
using rules::ActionKind;
using rules::Rule;

namespace {

QString say(const char *text, int number = -1)
{
    return QCoreApplication::translate("rulewords", text, nullptr, number);
}

constexpr qsizetype kLongestCondition = 160; // in a sentence
constexpr qsizetype kLongestName = 40;

QString cut(const QString &text)
{
    return text.size() > kLongestCondition ? text.left(kLongestCondition - 1) + u'…' : text;
}

QString clock(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString topicsOf(const Rule &rule)
{
    return cut(rule.topics.join(say(QT_TRANSLATE_NOOP("rulewords", ", "))));
}

QString firstSentence(const Rule &rule, bool wakes)
{
    const bool everyTopic = rule.topics.isEmpty() || rule.topics == QStringList{u"*"_s};
    const QString filter = cut(rule.filter.trimmed());
    if (everyTopic && filter.isEmpty())
        return say(wakes ? QT_TRANSLATE_NOOP("rulewords", "Wakes you for every alert.") : QT_TRANSLATE_NOOP("rulewords", "Acts on every alert and wakes nobody."));
    if (everyTopic)
        return say(wakes ? QT_TRANSLATE_NOOP("rulewords", "Wakes you when an alert passes “%1”.") : QT_TRANSLATE_NOOP("rulewords", "Acts when an alert passes “%1”, and wakes nobody."))
            .arg(filter);
    if (filter.isEmpty())
        return say(wakes ? QT_TRANSLATE_NOOP("rulewords", "Wakes you for every alert of %1.") : QT_TRANSLATE_NOOP("rulewords", "Acts on every alert of %1 and wakes nobody."))
            .arg(topicsOf(rule));
    return say(wakes ? QT_TRANSLATE_NOOP("rulewords", "Wakes you when an alert of %1 passes “%2”.")
                     : QT_TRANSLATE_NOOP("rulewords", "Acts when an alert of %1 passes “%2”, and wakes nobody."))
        .arg(topicsOf(rule), filter);
}

} // namespace

const RuleRun *RuleState::failing() const
{
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        if (!run->good && std::none_of(runs.begin(), run, [&](const RuleRun &later) { return later.action == run->action && later.good; }))
            return &*run;
    }
    return nullptr;
}

namespace {

qint64 sumOf(const std::vector<RehearsalResult::Night> &nights, qint64 RehearsalResult::Night::*count)
{
    return std::accumulate(nights.begin(), nights.end(), qint64{0}, [count](qint64 sum, const RehearsalResult::Night &night) { return sum + night.*count; });
}

} // namespace

qint64 RehearsalResult::hits() const
{
    return sumOf(nights, &Night::hits);
}

qint64 RehearsalResult::alarms() const
{
    return sumOf(nights, &Night::alarms);
}

qint64 RehearsalResult::tests() const
{
    return sumOf(nights, &Night::tests);
}

namespace rulewords {

const ActionKind *findKind(const Kinds &kinds, const QString &id)
{
    const auto found = std::ranges::find(kinds, id, &ActionKind::id);
    return found == kinds.end() ? nullptr : &*found;
}

QString kindName(const Kinds &kinds, const QString &id)
{
    const ActionKind *kind = findKind(kinds, id);
    return kind ? rules::actionLabel(*kind) : id;
}

bool wakes(const Rule &rule, const Kinds &kinds)
{
    return std::ranges::any_of(rule.actions, [&](const Action &action) {
        const ActionKind *kind = findKind(kinds, action.kind);
        return kind && kind->wakes;
    });
}

QString action(const Action &action, const Kinds &kinds)
{
    const QString name = kindName(kinds, action.kind);
    const ActionKind *kind = findKind(kinds, action.kind);
    const options::OptionSpec *spec = kind ? options::findOption(kind->options, kind->setting) : nullptr;
    if (!spec)
        return name;
    QString value = options::displayOption(*spec, action.values.value(kind->options, spec->key));
    if (const auto choice = std::ranges::find(spec->choices, value, &options::Choice::value); choice != spec->choices.end())
        value = QCoreApplication::translate("options", choice->label);
    if (value.isEmpty())
        return name;
    if (action.kind == u"webhook")
        value = QUrl(value).host().isEmpty() ? value : QUrl(value).host();
    return say(kind->leaves ? QT_TRANSLATE_NOOP("rulewords", "%1 to %2") : QT_TRANSLATE_NOOP("rulewords", "%1: %2")).arg(name, cut(value));
}

QString actions(const Rule &rule, const Kinds &kinds)
{
    QStringList all;
    for (const Action &each : rule.actions)
        all << action(each, kinds);
    return all.isEmpty() ? say(QT_TRANSLATE_NOOP("rulewords", "nothing yet")) : all.join(say(QT_TRANSLATE_NOOP("rulewords", ", ")));
}

QString condition(const Rule &rule)
{
    const QString filter = rule.filter.trimmed();
    if (rule.topics.isEmpty())
        return filter.isEmpty() ? say(QT_TRANSLATE_NOOP("rulewords", "every alert")) : filter;
    const QString topics = rule.topics.join(u", "_s);
    return filter.isEmpty() ? topics : topics + u": "_s + filter;
}

QString sentence(const Rule &rule, const Kinds &kinds)
{
    const bool wake = wakes(rule, kinds);
    const auto span = [](std::chrono::seconds length) { return streamwords::duration(length.count()); };
    QStringList all{firstSentence(rule, wake)};
    if (rule.actions.empty())
        all << say(QT_TRANSLATE_NOOP("rulewords", "It does nothing yet: add an action."));
    else
        all << say(QT_TRANSLATE_NOOP("rulewords", "Then: %1.")).arg(actions(rule, kinds));
    const bool everyTopic = rule.topics.size() == 1 && rule.topics.constFirst() == u"*";
    if (everyTopic)
        all << say(QT_TRANSLATE_NOOP("rulewords", "Only for topics that no other rule names."));
    if (rule.marked)
        all << say(QT_TRANSLATE_NOOP("rulewords", "Only for events of which you have marked a row."));
    if (wake) {
        all << (rule.measure.trimmed().isEmpty()
                    ? say(QT_TRANSLATE_NOOP("rulewords", "One event alarms once."))
                    : say(QT_TRANSLATE_NOOP("rulewords", "One event alarms once, and again when “%1” has grown.")).arg(cut(rule.measure.trimmed())));
        if (rule.throttle.count() > 0)
            all << say(QT_TRANSLATE_NOOP("rulewords", "At most one alarm in %1.")).arg(span(rule.throttle));
        if (rule.repeat.count() > 0)
            all << say(QT_TRANSLATE_NOOP("rulewords", "It sounds every %1 until you acknowledge it.")).arg(span(rule.repeat));
        if (rule.always)
            all << say(QT_TRANSLATE_NOOP("rulewords", "It sounds at any hour, also while all is silenced."));
        else if (rule.quiet.isSet())
            all << say(QT_TRANSLATE_NOOP("rulewords", "It makes no sound from %1 to %2.")).arg(clock(rule.quiet.fromMinute), clock(rule.quiet.toMinute));
        if (rule.retractions)
            all << say(QT_TRANSLATE_NOOP("rulewords", "When such an event is retracted, you hear it too."));
    }
    all << (rule.tests ? say(QT_TRANSLATE_NOOP("rulewords", "Test alerts count as well.")) : say(QT_TRANSLATE_NOOP("rulewords", "Test alerts are left out.")));
    return all.join(u' ');
}

Look look(const Rule &rule, const RuleState &state, const Kinds &kinds)
{
    const bool wake = wakes(rule, kinds);
    if (!state.problem.isEmpty())
        return {say(QT_TRANSLATE_NOOP("rulewords", "Cannot run")), u"cross"_s, &Palette::bad};
    if (!rule.enabled && wake && !rule.rehearsed.isValid())
        return {say(QT_TRANSLATE_NOOP("rulewords", "Not rehearsed")), u"skip"_s, &Palette::muted};
    if (!rule.enabled)
        return {say(QT_TRANSLATE_NOOP("rulewords", "Off")), u"stopped"_s, &Palette::muted};
    if (state.failing())
        return {say(QT_TRANSLATE_NOOP("rulewords", "Action went wrong")), u"cross"_s, &Palette::bad};
    if (!state.waiting.empty())
        return {say(QT_TRANSLATE_NOOP("rulewords", "Held back")), u"lock"_s, &Palette::warn};
    return wake ? Look{say(QT_TRANSLATE_NOOP("rulewords", "Armed")), u"bell"_s, &Palette::good}
                : Look{say(QT_TRANSLATE_NOOP("rulewords", "On")), u"okdisc"_s, &Palette::good};
}

QString outcome(const RehearsalResult &result)
{
    const qint64 nights = std::ranges::count_if(result.nights, [](const RehearsalResult::Night &night) { return night.hits > 0; });
    const QString tests = result.tests() == 0 ? QString() : u' ' + QCoreApplication::translate("rulewords", "%n test alert(s) that fit are left alone.", nullptr, static_cast<int>(result.tests()));
    if (result.hits() == 0)
        return say(QT_TRANSLATE_NOOP("rulewords", "It would have been silent: none of %1 stored rows passes.")).arg(streamwords::count(result.judged)) + tests;
    const QString hits = QCoreApplication::translate("rulewords", "%n hit(s)", nullptr, static_cast<int>(result.hits()));
    const QString inNights = QCoreApplication::translate("rulewords", "in %n night(s)", nullptr, static_cast<int>(nights));
    const QString alarms = QCoreApplication::translate("rulewords", "%n alarm(s)", nullptr, static_cast<int>(result.alarms()));
    return say(QT_TRANSLATE_NOOP("rulewords", "%1 %2, %3, of %4 stored rows.")).arg(hits, inNights, alarms, streamwords::count(result.judged)) + tests;
}

QString freeName(const QString &label, const QStringList &taken)
{
    QString name;
    for (const QChar c : label.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'_');
        if (plain)
            name += c;
        else if (c.category() != QChar::Mark_NonSpacing && !name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name = name.left(kLongestName);
    while (name.endsWith(u'-'))
        name.chop(1);
    if (name.isEmpty())
        name = u"rule"_s;
    QString free = name;
    for (int number = 2; taken.contains(free); ++number)
        free = name + u'-' + QString::number(number);
    return free;
}

} // namespace rulewords

} // namespace tocsin::ui
