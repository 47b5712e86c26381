// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/filter/measure.h"
#include "core/rules/rule.h"
#include "core/streams/topicrules.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tocsin::rules {

// A rule that was read, with its compiled condition. A plain value.
struct ReadyRule {
    // How exactly its topics name a topic.
    enum class Level { None, All, Pattern, Exact };

    Rule rule;
    std::optional<filter::Filter> filter;
    std::optional<filter::Measure> measure;
    streams::TopicRules topics; // without "*"
    bool hasAll = false; // "*"

    [[nodiscard]] Level levelFor(const QString &topic) const;
    // Null when it cannot be used; checkRule() says why.
    [[nodiscard]] static std::shared_ptr<const ReadyRule> make(const Rule &rule);
};

// The rules that are on, in their order. On one thread; copies share the compiled rules.
class RuleSet
{
public:
    using Rules = std::vector<std::shared_ptr<const ReadyRule>>;

    RuleSet() = default;
    // Those that are off, or cannot be used, are left out.
    explicit RuleSet(const std::vector<Rule> &rules);

    [[nodiscard]] bool isEmpty() const { return m_rules.empty(); }
    // Who hears a topic: rules with an exact name beat those with a pattern, and these beat "*"; beside them all rules without
    // topics. In the order of the list.
    [[nodiscard]] const Rules &hearing(const std::string &topic);
    [[nodiscard]] const Rules &all() const { return m_rules; }

private:
    Rules m_rules;
    std::unordered_map<std::string, Rules> m_known; // by topic
};

} // namespace tocsin::rules
