// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleset.h"

#include "core/rules/rulecheck.h"

#include <algorithm>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostTopics = 10'000; // a broker has fewer

} // namespace

ReadyRule::Level ReadyRule::levelFor(const QString &topic) const
{
    if (topics.exactNames().contains(topic))
        return Level::Exact;
    if (topics.matches(topic))
        return Level::Pattern;
    return hasAll ? Level::All : Level::None;
}

std::shared_ptr<const ReadyRule> ReadyRule::make(const Rule &rule)
{
    if (!checkRule(rule))
        return nullptr;
    auto ready = std::make_shared<ReadyRule>();
    ready->rule = rule;
    if (!rule.filter.trimmed().isEmpty())
        ready->filter = std::get<filter::Filter>(filter::Filter::compile(rule.filter.toStdString(), filter::FieldCatalogue()));
    if (!rule.measure.trimmed().isEmpty())
        ready->measure = std::get<filter::Measure>(filter::Measure::compile(rule.measure.toStdString(), filter::FieldCatalogue()));
    QStringList topics = rule.topics;
    ready->hasAll = topics.removeAll(u"*"_s) > 0;
    ready->topics = streams::TopicRules(topics, {});
    return ready;
}

RuleSet::RuleSet(const std::vector<Rule> &rules)
{
    for (const Rule &rule : rules) {
        if (!rule.enabled)
            continue;
        if (auto ready = ReadyRule::make(rule))
            m_rules.push_back(std::move(ready));
    }
}

const RuleSet::Rules &RuleSet::hearing(const std::string &topic)
{
    const auto known = m_known.find(topic);
    if (known != m_known.end())
        return known->second;
    if (m_known.size() > kMostTopics)
        m_known.clear();
    const QString name = QString::fromStdString(topic);
    auto best = ReadyRule::Level::None;
    for (const auto &ready : m_rules)
        best = std::max(best, ready->levelFor(name));
    Rules hearing;
    std::ranges::copy_if(m_rules, std::back_inserter(hearing), [&](const auto &ready) {
        return ready->rule.topics.isEmpty() || (best != ReadyRule::Level::None && ready->levelFor(name) == best);
    });
    return m_known.emplace(topic, std::move(hearing)).first->second;
}

} // namespace tocsin::rules
