// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/archiveupkeep.h"

#include <QString>

// What the window says of a task that looks after the archive. Pure functions.
namespace tocsin::ui::upkeepwords {

using Task = services::ArchiveUpkeep::Task;
using End = services::ArchiveUpkeep::End;

[[nodiscard]] QString title(Task task); // “Verify the archive”
[[nodiscard]] QString purpose(Task task); // what will be done, and that nothing is lost

enum class Kind { Good, Warn, Bad };
struct Words {
    Kind kind = Kind::Good;
    QString title; // what it came to
    QString text; // numbers, and what to do
    QString detail; // all complaints
};
[[nodiscard]] Words outcome(const End &end);

} // namespace tocsin::ui::upkeepwords
