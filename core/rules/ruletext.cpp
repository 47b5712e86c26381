// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruletext.h"

#include "core/filter/text.h"
#include "core/options/duration.h"
#include "core/options/optiontable.h"
#include "core/rules/rulecheck.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {

constexpr int kMinutes = 60;

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

Error wrong(const char *key, const QString &instead)
{
    return {.kind = ErrorKind::BadArgument,
            .message = say(QT_TRANSLATE_NOOP("rules", "“%1”: %2")).arg(QString::fromLatin1(key), instead),
            .remedy = say(QT_TRANSLATE_NOOP("rules", "“tocsin rules show NAME” shows the form."))};
}

QString textOf(const Json &value)
{
    return QString::fromStdString(value.get_ref<const std::string &>());
}

// How one key is read and written.
struct Key {
    const char *name;
    std::optional<Error> (*read)(const Json &, Rule &);
    Json (*write)(const Rule &); // null: not written
};

template <auto Member> std::optional<Error> readText(const char *key, const Json &value, Rule &rule)
{
    if (!value.is_string())
        return wrong(key, say(QT_TRANSLATE_NOOP("rules", "write a text in quotation marks.")));
    rule.*Member = textOf(value);
    return std::nullopt;
}
template <auto Member> std::optional<Error> readFlag(const char *key, const Json &value, Rule &rule)
{
    if (!value.is_boolean())
        return wrong(key, say(QT_TRANSLATE_NOOP("rules", "write true or false.")));
    rule.*Member = value.get<bool>();
    return std::nullopt;
}
template <auto Member> std::optional<Error> readSeconds(const char *key, const Json &value, Rule &rule)
{
    std::optional<std::chrono::milliseconds> duration;
    if (value.is_string())
        duration = options::parseDuration(textOf(value));
    else if (value.is_number_unsigned() && value.get<uint64_t>() < 1'000'000'000)
        duration = std::chrono::seconds(value.get<int64_t>());
    if (!duration)
        return wrong(key, say(QT_TRANSLATE_NOOP("rules", "write a duration such as \"90s\", \"10m\" or \"2h\".")));
    rule.*Member = std::chrono::duration_cast<std::chrono::seconds>(*duration);
    return std::nullopt;
}
template <auto Member> Json textJson(const Rule &rule)
{
    return (rule.*Member).isEmpty() ? Json() : Json((rule.*Member).toStdString());
}
template <auto Member> Json flagJson(const Rule &rule)
{
    return rule.*Member ? Json(true) : Json();
}
template <auto Member> Json secondsJson(const Rule &rule)
{
    return (rule.*Member).count() > 0 ? Json(std::to_string((rule.*Member).count()) + 's') : Json();
}

std::optional<Error> readTopics(const Json &value, Rule &rule)
{
    rule.topics.clear();
    if (value.is_string()) {
        rule.topics = options::listEntries(textOf(value));
        return std::nullopt;
    }
    if (!value.is_array() || !std::ranges::all_of(value, [](const Json &each) { return each.is_string(); }))
        return wrong("topics", say(QT_TRANSLATE_NOOP("rules", "write a list of topics.")));
    for (const Json &each : value)
        rule.topics.push_back(textOf(each));
    return std::nullopt;
}

Json topicsJson(const Rule &rule)
{
    Json list;
    for (const QString &topic : rule.topics)
        list.push_back(topic.toStdString());
    return list;
}

std::optional<Error> readQuiet(const Json &value, Rule &rule)
{
    const auto quiet = value.is_string() ? quietFromText(textOf(value)) : std::nullopt;
    if (!quiet)
        return wrong("quiet", say(QT_TRANSLATE_NOOP("rules", "write two times of the day, such as \"23:00-07:00\".")));
    rule.quiet = *quiet;
    return std::nullopt;
}

std::optional<Error> readRehearsed(const Json &value, Rule &rule)
{
    rule.rehearsed = value.is_string() ? UtcTime::fromIso(value.get_ref<const std::string &>()) : UtcTime();
    if (!rule.rehearsed.isValid())
        return wrong("rehearsed", say(QT_TRANSLATE_NOOP("rules", "write a UTC time such as \"2026-09-14T22:00:00Z\".")));
    return std::nullopt;
}

// {"kind": "notify", …}: the options stand beside the kind.
std::optional<Error> readActions(const Json &value, Rule &rule)
{
    if (!value.is_array())
        return wrong("actions", say(QT_TRANSLATE_NOOP("rules", "write a list of actions.")));
    rule.actions.clear();
    for (const Json &each : value) {
        Json entry = each.is_string() ? Json{{"kind", each}} : each; // "notify" alone
        if (!entry.is_object() || !entry.contains("kind") || !entry["kind"].is_string())
            return wrong("actions", say(QT_TRANSLATE_NOOP("rules", "each action is an object with a \"kind\", such as {\"kind\": \"notify\"}.")));
        Action action{.kind = textOf(entry["kind"])};
        entry.erase("kind");
        const ActionKind *kind = findActionKind(action.kind);
        action.values = options::optionsFromJson(kind ? kind->options : options::OptionTable(), entry);
        rule.actions.push_back(std::move(action));
    }
    return std::nullopt;
}

Json actionsJson(const Rule &rule)
{
    Json list = Json::array();
    for (const Action &action : rule.actions) {
        Json entry{{"kind", action.kind.toStdString()}};
        const ActionKind *kind = findActionKind(action.kind);
        const Json values = options::optionsToJson(kind ? kind->options : options::OptionTable(), action.values);
        for (const auto &[key, value] : values.items())
            entry[key] = value;
        list.push_back(std::move(entry));
    }
    return list;
}

// In the order in which they are written.
const std::array kKeys{
    Key{"name", [](const Json &v, Rule &r) { return readText<&Rule::name>("name", v, r); }, textJson<&Rule::name>},
    Key{"label", [](const Json &v, Rule &r) { return readText<&Rule::label>("label", v, r); }, textJson<&Rule::label>},
    Key{"enabled", [](const Json &v, Rule &r) { return readFlag<&Rule::enabled>("enabled", v, r); }, flagJson<&Rule::enabled>},
    Key{"topics", readTopics, topicsJson},
    Key{"filter", [](const Json &v, Rule &r) { return readText<&Rule::filter>("filter", v, r); }, textJson<&Rule::filter>},
    Key{"marked", [](const Json &v, Rule &r) { return readFlag<&Rule::marked>("marked", v, r); }, flagJson<&Rule::marked>},
    Key{"tests", [](const Json &v, Rule &r) { return readFlag<&Rule::tests>("tests", v, r); }, flagJson<&Rule::tests>},
    Key{"measure", [](const Json &v, Rule &r) { return readText<&Rule::measure>("measure", v, r); }, textJson<&Rule::measure>},
    Key{"throttle", [](const Json &v, Rule &r) { return readSeconds<&Rule::throttle>("throttle", v, r); }, secondsJson<&Rule::throttle>},
    Key{"quiet", readQuiet, [](const Rule &r) { return r.quiet.isSet() ? Json(quietText(r.quiet).toStdString()) : Json(); }},
    Key{"always", [](const Json &v, Rule &r) { return readFlag<&Rule::always>("always", v, r); }, flagJson<&Rule::always>},
    Key{"repeat", [](const Json &v, Rule &r) { return readSeconds<&Rule::repeat>("repeat", v, r); }, secondsJson<&Rule::repeat>},
    Key{"retractions", [](const Json &v, Rule &r) { return readFlag<&Rule::retractions>("retractions", v, r); }, flagJson<&Rule::retractions>},
    Key{"shipped", [](const Json &v, Rule &r) { return readFlag<&Rule::shipped>("shipped", v, r); }, flagJson<&Rule::shipped>},
    Key{"rehearsed", readRehearsed, [](const Rule &r) { return r.rehearsed.isValid() ? Json(r.rehearsed.iso()) : Json(); }},
    Key{"actions", readActions, actionsJson},
};

} // namespace

Json ruleToJson(const Rule &rule)
{
    Json entry = Json::object();
    for (const Key &key : kKeys) {
        if (Json value = key.write(rule); !value.is_null())
            entry[key.name] = std::move(value);
    }
    if (const Json more = Json::parse(rule.unknown.toStdString(), nullptr, false); more.is_object()) {
        for (const auto &[key, value] : more.items())
            entry[key] = value;
    }
    return entry;
}

Result<Rule> ruleFromJson(const Json &json)
{
    if (!json.is_object())
        return wrong("rules", say(QT_TRANSLATE_NOOP("rules", "each rule is an object such as {\"name\": \"bright\", \"filter\": \"mag < 15\", \"actions\": [\"notify\"]}.")));
    Rule rule;
    Json more = Json::object();
    for (const auto &[name, value] : json.items()) {
        const auto key = std::ranges::find(kKeys, name, &Key::name);
        if (key == kKeys.end())
            more[name] = value;
        else if (std::optional<Error> error = key->read(value, rule))
            return *error;
    }
    if (!more.empty())
        rule.unknown = QString::fromStdString(more.dump(-1, ' ', false, Json::error_handler_t::replace));
    return rule;
}

Result<std::vector<Rule>> rulesFromText(const QByteArray &text)
{
    Json root;
    try {
        root = Json::parse(text.constData(), text.constData() + text.size());
    } catch (const Json::parse_error &problem) {
        return Error{.kind = ErrorKind::BadArgument,
                     .message = say(QT_TRANSLATE_NOOP("rules", "This is no JSON: byte %1.")).arg(problem.byte),
                     .remedy = say(QT_TRANSLATE_NOOP("rules", "“tocsin rules show NAME” shows the form."))};
    }
    const Json list = root.is_array() ? root : root.is_object() && root.contains("rules") ? root["rules"] : Json::array({root});
    if (!list.is_array())
        return wrong("rules", say(QT_TRANSLATE_NOOP("rules", "write a list of rules.")));
    std::vector<Rule> rules;
    for (const Json &entry : list) {
        Result<Rule> rule = ruleFromJson(entry);
        if (!rule)
            return rule.error();
        rules.push_back(std::move(rule).value());
    }
    return rules;
}

QString quietText(const QuietHours &quiet)
{
    const auto time = [](int minute) { return u"%1:%2"_s.arg(minute / kMinutes, 2, 10, QChar(u'0')).arg(minute % kMinutes, 2, 10, QChar(u'0')); };
    return quiet.isSet() ? time(quiet.fromMinute) + u'-' + time(quiet.toMinute) : QString();
}

std::optional<QuietHours> quietFromText(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QuietHours();
    static const QRegularExpression form(u"^\\s*([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-–]\\s*([01]?\\d|2[0-3]):([0-5]\\d)\\s*$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto minute = [&](int group) { return match.captured(group).toInt() * kMinutes + match.captured(group + 1).toInt(); };
    return QuietHours{minute(1), minute(3)};
}

namespace {

// The topics of rules, by how exactly they name them.
struct Topics {
    QStringList exact; // quoted
    QStringList patterns; // as conditions
    bool hasAll = false;

    void add(const QStringList &topics)
    {
        // In a pattern backslashes are PCRE's own.
        const auto pattern = [](QString text) { return u"topic ~ \""_s + text.replace(u'"', u"\\\""_s) + u'"'; };
        for (const QString &topic : topics) {
            if (topic == u"*")
                hasAll = true;
            else if (topic.startsWith(u'^'))
                patterns << pattern(topic);
            else if (topic.contains(u'*'))
                patterns << pattern(u'^' + QRegularExpression::escape(topic).replace(u"\\*"_s, u".*"_s) + u'$');
            else
                exact << QString::fromStdString(filter::quotedText(topic.toStdString()));
        }
    }
    [[nodiscard]] QString named() const { return exact.isEmpty() ? QString() : u"topic in ("_s + exact.join(u", "_s) + u')'; }
};

// `what` where none of `others` holds.
QString butNot(const QString &what, const QStringList &others)
{
    QStringList parts{what};
    for (const QString &other : others) {
        if (!other.isEmpty())
            parts << u"not ("_s + other + u')';
    }
    return parts.size() == 1 ? what : u'(' + parts.join(u" and "_s) + u')';
}

QString topicCondition(const Rule &rule, const std::vector<Rule> &all)
{
    Topics own;
    own.add(rule.topics);
    Topics others;
    for (const Rule &other : all) {
        if (other.enabled && other.name != rule.name && checkRule(other))
            others.add(other.topics);
    }
    QStringList topics;
    if (!own.exact.isEmpty())
        topics << own.named();
    for (const QString &pattern : own.patterns)
        topics << butNot(pattern, {others.named()});
    if (own.hasAll)
        topics << butNot(u"has(topic)"_s, QStringList{others.named()} + others.patterns);
    return topics.isEmpty() ? QString() : u'(' + topics.join(u" or "_s) + u')';
}

} // namespace

QString topicConditionOf(const Rule &rule)
{
    return topicCondition(rule, {});
}

QString conditionOf(const Rule &rule, const std::vector<Rule> &all)
{
    QStringList parts;
    if (const QString topics = topicCondition(rule, all); !topics.isEmpty())
        parts << topics;
    if (!rule.filter.trimmed().isEmpty())
        parts << u'(' + rule.filter + u')';
    if (!rule.tests) { // as isTest() has it
        parts << u"not test"_s;
        for (const auto &key : {u"event"_s, u"name"_s, u"id"_s})
            parts << u"not (has(%1) and %1 ~ \"^[MT]S[0-9]{6}[a-z]\")"_s.arg(key);
    }
    return parts.isEmpty() ? u"has(stream)"_s : parts.join(u" and "_s); // every alert is of one
}

} // namespace tocsin::rules
