// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulestore.h"

#include "core/rules/rulecheck.h"
#include "core/rules/ruletext.h"
#include "core/rules/shippedrules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {

constexpr int kFormat = 1;
constexpr int kLockMs = 3'000;

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

Error noSuchRule(const QString &name)
{
    return {.kind = ErrorKind::NotFound,
            .message = say(QT_TRANSLATE_NOOP("rules", "There is no rule “%1”.")).arg(name),
            .remedy = say(QT_TRANSLATE_NOOP("rules", "“tocsin rules list” shows those there are."))};
}

Error nameIsTaken(const QString &name)
{
    return {.kind = ErrorKind::BadArgument,
            .message = say(QT_TRANSLATE_NOOP("rules", "There is a rule “%1” already.")).arg(name),
            .remedy = say(QT_TRANSLATE_NOOP("rules", "Choose another name, or change that one."))};
}

bool mayBeArmed(const Rule &rule)
{
    return !rule.wakes() || rule.rehearsed.isValid();
}

// `rule` in the place of `before`: a rehearsal counts as long as it hears the same.
void putInPlace(Rule &before, Rule rule)
{
    const bool same = hearTheSame(before, rule);
    if (!same)
        rule.rehearsed = {};
    else if (!rule.rehearsed.isValid())
        rule.rehearsed = before.rehearsed;
    // One that a script armed without a rehearsal stays so while it hears the same.
    const bool stays = before.enabled && before.wakes() && same;
    rule.enabled = rule.enabled && (mayBeArmed(rule) || stays);
    before = std::move(rule);
}

} // namespace

struct RuleStore::Content {
    Rules rules;
    std::vector<std::string> known; // shipped ones that have been there: one that was removed does not come back
    Json unknown = Json::object();

    [[nodiscard]] Rules::iterator find(const QString &name) { return std::ranges::find(rules, name, &Rule::name); }
};

Result<RuleStore::Content> RuleStore::read() const
{
    Content content;
    QFile file(m_file);
    const auto broken = [this](const QString &why) {
        return Error{.kind = ErrorKind::BadArgument,
                     .message = say(QT_TRANSLATE_NOOP("rules", "The rules in %1 cannot be read: %2")).arg(m_file, why),
                     .remedy = say(QT_TRANSLATE_NOOP("rules", "Mend the file or move it away; Tocsin does not overwrite it."))};
    };
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return broken(file.errorString());
        const QByteArray text = file.readAll();
        Json root;
        try {
            root = Json::parse(text.constData(), text.constData() + text.size());
        } catch (const Json::parse_error &problem) {
            return broken(say(QT_TRANSLATE_NOOP("rules", "no JSON at byte %1.")).arg(problem.byte));
        }
        if (!root.is_object() || !root.contains("rules") || !root["rules"].is_array())
            return broken(say(QT_TRANSLATE_NOOP("rules", "it holds no list “rules”.")));
        const auto format = root.find("tocsin_rules");
        if (format != root.end() && (!format->is_number_integer() || format->get<int>() > kFormat))
            return broken(say(QT_TRANSLATE_NOOP("rules", "it was written by a newer Tocsin.")));
        for (const auto &[key, value] : root.items()) {
            if (key == "shipped" && value.is_array()) {
                for (const Json &name : value) {
                    if (name.is_string())
                        content.known.push_back(name.get<std::string>());
                }
            } else if (key != "tocsin_rules" && key != "rules") {
                content.unknown[key] = value;
            }
        }
        for (const Json &entry : root["rules"]) {
            Result<Rule> rule = ruleFromJson(entry);
            if (!rule)
                return broken(rule.error().message);
            if (content.find(rule.value().name) != content.rules.end())
                return broken(say(QT_TRANSLATE_NOOP("rules", "“%1” stands there twice.")).arg(rule.value().name));
            content.rules.push_back(std::move(rule).value());
        }
    }
    // New ones of this version stand at the end.
    for (Rule &rule : shippedRules()) {
        if (std::ranges::find(content.known, rule.name.toStdString()) != content.known.end())
            continue;
        content.known.push_back(rule.name.toStdString());
        if (content.find(rule.name) == content.rules.end())
            content.rules.push_back(std::move(rule));
    }
    return content;
}

Outcome RuleStore::load()
{
    Result<Content> content = read();
    if (!content)
        return content.error();
    m_rules = std::move(content.value().rules);
    return Done{};
}

bool RuleStore::refresh()
{
    Result<Content> content = read();
    if (!content || content.value().rules == m_rules)
        return false;
    m_rules = std::move(content.value().rules);
    return true;
}

const Rule *RuleStore::find(const QString &name) const
{
    const auto it = std::ranges::find(m_rules, name, &Rule::name);
    return it == m_rules.end() ? nullptr : &*it;
}

Outcome RuleStore::change(const std::function<Outcome(Content &)> &how)
{
    const auto unsaved = [this](const QString &why) {
        return Error{.kind = ErrorKind::Internal,
                     .message = say(QT_TRANSLATE_NOOP("rules", "The rules cannot be saved: %1.")).arg(why),
                     .remedy = say(QT_TRANSLATE_NOOP("rules", "Look at %1; the old rules are still there.")).arg(m_file)};
    };
    QDir().mkpath(QFileInfo(m_file).path());
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(kLockMs))
        return unsaved(lock.error() == QLockFile::LockFailedError ? say(QT_TRANSLATE_NOOP("rules", "another program is changing them"))
                                                                 : say(QT_TRANSLATE_NOOP("rules", "their folder cannot be written")));
    // Not to what we read some time ago: another program may have changed them meanwhile.
    Result<Content> now = read();
    if (!now)
        return now.error();
    Content next = std::move(now).value();
    if (const Outcome changed = how(next); !changed)
        return changed;
    Json root{{"tocsin_rules", kFormat}};
    for (const auto &[key, value] : next.unknown.items())
        root[key] = value;
    root["rules"] = Json::array();
    for (const Rule &rule : next.rules)
        root["rules"].push_back(ruleToJson(rule));
    root["shipped"] = next.known;
    const std::string text = root.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
    QSaveFile file(m_file);
    file.setDirectWriteFallback(false);
    const auto size = static_cast<qint64>(text.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), size) != size || !file.commit())
        return unsaved(file.errorString());
    m_rules = std::move(next.rules);
    // As it will be read again, so that refresh() sees a change where there is one and nowhere else.
    (void)refresh();
    return Done{};
}

Outcome RuleStore::addAll(Rules rules, bool mayReplace)
{
    for (const Rule &rule : rules) {
        if (const Outcome checked = checkRule(rule); !checked) {
            Error error = checked.error();
            if (rules.size() > 1)
                error.message = say(QT_TRANSLATE_NOOP("rules", "Rule “%1”: %2")).arg(rule.name, error.message);
            return error;
        }
    }
    return change([&](Content &content) -> Outcome {
        for (Rule &rule : rules) {
            if (const auto it = content.find(rule.name); it != content.rules.end()) {
                if (!mayReplace)
                    return nameIsTaken(rule.name);
                rule.rehearsed = {}; // only what was rehearsed here counts
                putInPlace(*it, rule);
                continue;
            }
            rule.rehearsed = {}; // somewhere else, on other alerts
            rule.enabled = rule.enabled && mayBeArmed(rule);
            content.rules.push_back(rule);
        }
        return Done{};
    });
}

Outcome RuleStore::update(const QString &name, Rule rule)
{
    if (const Outcome checked = checkRule(rule); !checked)
        return checked;
    return change([&](Content &content) -> Outcome {
        const auto it = content.find(name);
        if (it == content.rules.end())
            return noSuchRule(name);
        if (rule.name != name && content.find(rule.name) != content.rules.end())
            return nameIsTaken(rule.name);
        putInPlace(*it, std::move(rule));
        return Done{};
    });
}

Outcome RuleStore::remove(const QString &name)
{
    return change([&](Content &content) -> Outcome {
        if (std::erase_if(content.rules, [&](const Rule &rule) { return rule.name == name; }) == 0)
            return noSuchRule(name);
        return Done{};
    });
}

Outcome RuleStore::setEnabled(const QString &name, bool enabled, bool withoutRehearsal)
{
    return change([&](Content &content) -> Outcome {
        const auto it = content.find(name);
        if (it == content.rules.end())
            return noSuchRule(name);
        if (enabled) {
            if (const Outcome checked = checkRule(*it); !checked)
                return checked;
        }
        if (enabled && !withoutRehearsal && !mayBeArmed(*it))
            return Error{.kind = ErrorKind::BadArgument,
                         .message = say(QT_TRANSLATE_NOOP("rules", "“%1” can wake somebody and was not rehearsed in the form it has now.")).arg(it->title()),
                         .remedy = say(QT_TRANSLATE_NOOP("rules", "See what it would have done: tocsin rules rehearse %1.")).arg(name)};
        it->enabled = enabled;
        return Done{};
    });
}

Outcome RuleStore::noteRehearsal(const Rule &rule, const UtcTime &when)
{
    return change([&](Content &content) -> Outcome {
        const auto it = content.find(rule.name);
        if (it == content.rules.end())
            return noSuchRule(rule.name);
        if (hearTheSame(*it, rule))
            it->rehearsed = when;
        return Done{};
    });
}

Outcome RuleStore::move(const QString &name, int place)
{
    return change([&](Content &content) -> Outcome {
        const auto it = content.find(name);
        if (it == content.rules.end())
            return noSuchRule(name);
        Rule rule = std::move(*it);
        content.rules.erase(it);
        content.rules.insert(content.rules.begin() + std::clamp<qsizetype>(place, 0, static_cast<qsizetype>(content.rules.size())), std::move(rule));
        return Done{};
    });
}

} // namespace tocsin::rules
