// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/base/error.h"
#include "core/journal/journal.h"
#include "core/triage/shiftspan.h"

#include <QString>

namespace tocsin::triage {

// What happened between two moments, for whoever takes over: alarms and who acknowledged them, targets, tags, notes and ignored
// objects, and what each stream received and missed, with the times between which it did. Markdown, its times in UT. Blocking; not on the main thread of a window.
[[nodiscard]] Result<QString> shiftLog(archive::Reader &reader, journal::Journal &journal, const ShiftSpan &span);

} // namespace tocsin::triage
