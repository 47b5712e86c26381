// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/rules/rule.h"

#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace tocsin::rules {

// The rules file of a profile: JSON text, no secret; written beside and renamed. Several programs may change it: each change is
// made under a lock, to what the file holds at that moment. Shipped rules stand there from the first change on; one that is
// removed stays away. What only a newer version knows is kept. On one thread at a time; cheap to make.
class RuleStore
{
    using Rules = std::vector<Rule>;

public:
    explicit RuleStore(QString file) : m_file(std::move(file)) {}
    [[nodiscard]] static QString fileIn(const QString &profileFolder) { return profileFolder + QStringLiteral("/rules.json"); }

    // A missing file is the shipped rules; a broken one is an error and is never overwritten.
    Outcome load();
    // Reads the file again; true when the rules have changed. What cannot be read just now changes nothing.
    [[nodiscard]] bool refresh();
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const std::vector<Rule> &rules() const { return m_rules; } // in the person's order
    [[nodiscard]] const Rule *find(const QString &name) const;

    // Each checks (rulecheck.h) and saves. A rule that wakes and has not been rehearsed in the form it has now is not armed:
    // add() and update() put it off, and setEnabled() says so.
    Outcome add(Rule rule) { return addAll({std::move(rule)}); }
    // Or none of them; of several the error names the one. What has a name that is taken takes its place, or is an error.
    Outcome addAll(Rules rules, bool mayReplace = false);
    Outcome update(const QString &name, Rule rule); // may have another name then
    Outcome remove(const QString &name);
    Outcome setEnabled(const QString &name, bool enabled, bool withoutRehearsal = false);
    // What the person saw when it was rehearsed; another one now is not rehearsed.
    Outcome noteRehearsal(const Rule &rule, const UtcTime &when);
    Outcome move(const QString &name, int place); // from 0

private:
    struct Content;
    [[nodiscard]] Result<Content> read() const;
    [[nodiscard]] Outcome change(const std::function<Outcome(Content &)> &how);

    QString m_file;
    Rules m_rules;
};

} // namespace tocsin::rules
