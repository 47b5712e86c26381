// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/consents.h"
#include "core/rules/rule.h"
#include "core/rules/ruleledger.h"
#include "ui/models/rulestate.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace tocsin::ui {

// What the journal says of the rules: what each did last, what went wrong, which restricted rows wait for an answer. Main
// thread; the journal outlives it.
class RuleWatch final : public QObject
{
    Q_OBJECT
public:
    explicit RuleWatch(journal::Journal &journal, QObject *parent = nullptr);

    // Whose runs these are.
    void setRules(const std::vector<rules::Rule> &rules);
    [[nodiscard]] RuleState stateOf(const QString &rule) const { return m_states.value(rule); }
    // All that waits, of all rules together.
    [[nodiscard]] std::vector<RuleWaiting> waiting() const;
    // Kept for this destination, by whatever rule it is reached.
    void allow(const QString &destination);
    // Not asked again in this session; what waits goes on waiting.
    void putOff(const QString &destination);

Q_SIGNALS:
    void changed();
    void wentWrong(const QString &rule, const tocsin::ui::RuleRun &run); // just now
    void failed(const tocsin::Error &error); // the journal itself

private:
    void ask();
    void take(const std::vector<rules::RuleRun> &runs);
    void askConsents();
    void present(const QStringList &missing);
    [[nodiscard]] QStringList destinationsOf(const rules::RuleRun &run) const;

    rules::RuleLedger m_ledger;
    journal::Consents m_consents;
    std::vector<rules::Rule> m_rules;
    std::vector<rules::RuleRun> m_runs; // newest first
    QHash<QString, RuleState> m_states; // by rule
    QSet<QString> m_putOff;
    std::optional<QSet<int64_t>> m_failed; // runs of which it is known; none: nothing was read yet
};

} // namespace tocsin::ui
