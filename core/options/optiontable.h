// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/options/optionspec.h"

#include <nlohmann/json_fwd.hpp>

namespace tocsin::options {

// What is made from a table of OptionSpecs. Pure functions.

using OptionTable = std::vector<OptionSpec>;

// By key or an earlier key (alias); null when there is none.
[[nodiscard]] const OptionSpec *findOption(const OptionTable &table, const QString &key);

// Required, range, choice, syntax of durations and starts, unknown keys.
[[nodiscard]] std::vector<Problem> validate(const OptionTable &table, const OptionValues &values);

// A Secret that is needed and not there; null when there is none. Secrets live for one session, so a stored stream begins
// without: validate() lets that pass, who opens the stream asks for it.
[[nodiscard]] const OptionSpec *missingSecret(const OptionTable &table, const OptionValues &values);

// The entries of a list as people write it: one a line, or several in a line between commas. A topic rule that begins with ^
// is a regular expression, and a comma inside its brackets ({1,2}, [a,b], (a,b)) belongs to it; no topic has a comma in
// its name, so none is missed elsewhere.
[[nodiscard]] QStringList listEntries(QStringView text);
// How much of a line is its first entry: up to the comma behind it, or all.
[[nodiscard]] qsizetype firstEntryLength(QStringView line);

// From text as it stands on the command line or in an editor. Lists are split by listEntries(); of NAME=VALUE pairs, what
// follows a comma without a name of its own belongs to the value before it.
[[nodiscard]] Result<QVariant> parseOption(const OptionSpec &spec, const QString &text);
// The text that parseOption() reads back; a Secret is shown as dots.
[[nodiscard]] QString displayOption(const OptionSpec &spec, const QVariant &value);

// Only what differs from the default; never a Secret.
[[nodiscard]] nlohmann::ordered_json optionsToJson(const OptionTable &table, const OptionValues &values);
// Unknown keys are kept, so that a newer version's file survives an older program; validate() names them.
[[nodiscard]] OptionValues optionsFromJson(const OptionTable &table, const nlohmann::ordered_json &json);

// Plain text, one entry an option, for the command line's help and the help pages.
[[nodiscard]] QString describeOptions(const OptionTable &table);

// Translated label and help of an option.
[[nodiscard]] QString optionLabel(const OptionSpec &spec);
[[nodiscard]] QString optionHelp(const OptionSpec &spec);

} // namespace tocsin::options
