// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rulesettings.h"

#include "core/options/duration.h"
#include "core/streams/topicrules.h"

#include <QCoreApplication>
#include <QTime>

namespace tocsin::ui::rulesettings {

using namespace Qt::StringLiterals;
using options::OptionSpec;
using options::OptionType;
using options::OptionValues;
using rules::QuietHours;
using rules::Rule;

namespace {

const QString kLabel = u"label"_s;
const QString kTopics = u"topics"_s;
const QString kFilter = u"filter"_s;
const QString kTests = u"tests"_s;
const QString kMarked = u"marked"_s;
const QString kMeasure = u"measure"_s;
const QString kThrottle = u"throttle"_s;
const QString kRepeat = u"repeat"_s;
const QString kQuiet = u"quiet"_s;
const QString kAlways = u"always"_s;
const QString kRetractions = u"retractions"_s;

QString say(const char *text)
{
    return QCoreApplication::translate("options", text);
}

QString lengthText(std::chrono::seconds length)
{
    const auto count = length.count();
    if (count == 0)
        return {};
    if (count % 3'600 == 0)
        return QString::number(count / 3'600) + u'h';
    return count % 60 == 0 ? QString::number(count / 60) + u'm' : QString::number(count) + u's';
}

std::chrono::seconds lengthOf(const QVariant &text)
{
    return std::chrono::duration_cast<std::chrono::seconds>(options::parseDuration(text.toString()).value_or(std::chrono::milliseconds(0)));
}

QString quietText(const QuietHours &hours)
{
    const auto clock = [](int minute) { return QTime(minute / 60 % 24, minute % 60).toString(u"HH:mm"_s); };
    return hours.isSet() ? clock(hours.fromMinute) + u'-' + clock(hours.toMinute) : QString();
}

QuietHours quietOf(const QString &text)
{
    const auto minute = [&text](int part) {
        const QTime time = QTime::fromString(text.section(u'-', part, part), u"HH:mm"_s);
        return time.isValid() ? time.hour() * 60 + time.minute() : 0;
    };
    return {minute(0), minute(1)};
}

} // namespace

const std::vector<OptionSpec> &specs()
{
    static const std::vector<OptionSpec> all = {
        {.key = kLabel, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Name"), .required = true},
        {.key = kTopics, .type = OptionType::TextList, .label = QT_TRANSLATE_NOOP("options", "Topics"),
         .help = QT_TRANSLATE_NOOP("options", "Names or patterns such as gcn.notices.*, one a line. Empty: the condition alone decides. Of rules for one topic, those that name it exactly go before patterns, and these before *.")},
        {.key = kFilter, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Condition"),
         .help = QT_TRANSLATE_NOOP("options", "In the language of the filter box. Empty: every alert of the topics.")},
        {.key = kTests, .type = OptionType::Boolean, .label = QT_TRANSLATE_NOOP("options", "Test alerts too"), .defaultValue = false},
        {.key = kMarked, .type = OptionType::Boolean, .label = QT_TRANSLATE_NOOP("options", "Only marked events"),
         .help = QT_TRANSLATE_NOOP("options", "Events of which you have marked or pinned a row."), .defaultValue = false},
        {.key = kMeasure, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Important by"),
         .help = QT_TRANSLATE_NOOP("options", "A number in the language of the filter box. An event alarms once; again only when this number has grown.")},
        {.key = kRepeat, .type = OptionType::Duration, .label = QT_TRANSLATE_NOOP("options", "Repeat every"),
         .help = QT_TRANSLATE_NOOP("options", "It sounds again until you acknowledge it. Empty: it sounds once."), .example = "60s"},
        {.key = kThrottle, .type = OptionType::Duration, .label = QT_TRANSLATE_NOOP("options", "At most once in"),
         .help = QT_TRANSLATE_NOOP("options", "Further alarms of this rule are written to the log and stay silent."), .example = "10m"},
        {.key = kAlways, .type = OptionType::Boolean, .label = QT_TRANSLATE_NOOP("options", "Sound at any hour"),
         .help = QT_TRANSLATE_NOOP("options", "Also in quiet hours and while all alarms are silenced."), .defaultValue = false},
        {.key = kQuiet, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Quiet hours"),
         .help = QT_TRANSLATE_NOOP("options", "By the clock of this computer."),
         .usedWhen = [](const OptionValues &values) { return !values.value(specs(), kAlways).toBool(); }},
        {.key = kRetractions, .type = OptionType::Boolean, .label = QT_TRANSLATE_NOOP("options", "Retractions too"),
         .help = QT_TRANSLATE_NOOP("options", "When an event that has alarmed is taken back. It has a sound of its own."), .defaultValue = false},
    };
    return all;
}

const QStringList &wakingKeys()
{
    static const QStringList keys{kMeasure, kRepeat, kThrottle, kAlways, kQuiet, kRetractions};
    return keys;
}

OptionValues fromRule(const Rule &rule)
{
    OptionValues values;
    const auto set = [&values](const QString &key, const QVariant &value, bool isSet) {
        if (isSet)
            values.set(key, value);
    };
    set(kLabel, rule.title(), !rule.title().isEmpty());
    set(kTopics, rule.topics, !rule.topics.isEmpty());
    set(kFilter, rule.filter, !rule.filter.isEmpty());
    set(kTests, true, rule.tests);
    set(kMarked, true, rule.marked);
    set(kMeasure, rule.measure, !rule.measure.isEmpty());
    set(kThrottle, lengthText(rule.throttle), rule.throttle.count() > 0);
    set(kRepeat, lengthText(rule.repeat), rule.repeat.count() > 0);
    set(kQuiet, quietText(rule.quiet), rule.quiet.isSet());
    set(kAlways, true, rule.always);
    set(kRetractions, true, rule.retractions);
    return values;
}

void toRule(const OptionValues &values, Rule &rule)
{
    const auto value = [&values](const QString &key) { return values.value(specs(), key); };
    const QString label = value(kLabel).toString().trimmed();
    rule.label = label == rule.name ? QString() : label;
    rule.topics = value(kTopics).toStringList();
    rule.filter = value(kFilter).toString().trimmed();
    rule.tests = value(kTests).toBool();
    rule.marked = value(kMarked).toBool();
    rule.measure = value(kMeasure).toString().trimmed();
    rule.throttle = lengthOf(value(kThrottle));
    rule.repeat = lengthOf(value(kRepeat));
    rule.quiet = quietOf(value(kQuiet).toString());
    rule.always = value(kAlways).toBool();
    rule.retractions = value(kRetractions).toBool();
}

std::vector<options::Problem> problems(const OptionValues &values)
{
    std::vector<options::Problem> found;
    const streams::TopicRules topics(values.value(specs(), kTopics).toStringList(), {});
    if (!topics.problem().isEmpty())
        found.push_back({kTopics, topics.problem()});
    if (values.value(specs(), kTopics).toStringList().isEmpty() && values.value(specs(), kFilter).toString().trimmed().isEmpty())
        found.push_back({kFilter, say(QT_TRANSLATE_NOOP("options", "Write a condition or a topic. For every alert of every topic, write the topic *."))});
    const QString quiet = values.value(specs(), kQuiet).toString();
    if (!quiet.isEmpty() && !quietOf(quiet).isSet())
        found.push_back({kQuiet, say(QT_TRANSLATE_NOOP("options", "Both times are the same. Choose another end, or take the tick away."))});
    const auto repeat = lengthOf(values.value(specs(), kRepeat));
    if (repeat.count() > 0 && repeat < std::chrono::seconds(10))
        found.push_back({kRepeat, say(QT_TRANSLATE_NOOP("options", "Write ten seconds or more."))});
    return found;
}

} // namespace tocsin::ui::rulesettings
