// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rule.h"
#include "ui/models/rulestate.h"
#include "ui/theme/palette.h"

#include <QString>

// How rules are told: list, editor, rehearsal and status bar say the same. Pure functions.
namespace tocsin::ui::rulewords {

using Kinds = std::vector<rules::ActionKind>;

[[nodiscard]] const rules::ActionKind *findKind(const Kinds &kinds, const QString &id);
[[nodiscard]] QString kindName(const Kinds &kinds, const QString &id);
[[nodiscard]] bool wakes(const rules::Rule &rule, const Kinds &kinds);

// "Webhook to hooks.slack.com", "Sound: chime", "Mark".
[[nodiscard]] QString action(const rules::Action &action, const Kinds &kinds);
// All of them in one line; "nothing yet".
[[nodiscard]] QString actions(const rules::Rule &rule, const Kinds &kinds);
// What it listens to, in one line: "igwn.gwalert: significant".
[[nodiscard]] QString condition(const rules::Rule &rule);
// The whole rule in sentences: "Wakes you when …".
[[nodiscard]] QString sentence(const rules::Rule &rule, const Kinds &kinds);

// State in a word, with its shape and colour.
struct Look {
    QString word;
    QString glyph;
    QColor Palette::*colour = &Palette::muted;
};
[[nodiscard]] Look look(const rules::Rule &rule, const RuleState &state, const Kinds &kinds);

// "14 hits in 5 of 7 nights, 3 alarms": what a rehearsal comes to.
[[nodiscard]] QString outcome(const RehearsalResult &result);

// A name that no rule of `taken` has, made of what people call it: "gw-significant-2".
[[nodiscard]] QString freeName(const QString &label, const QStringList &taken);

} // namespace tocsin::ui::rulewords
