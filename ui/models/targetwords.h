// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"
#include "core/tom/target.h"

#include <QString>

namespace tocsin::tom {
struct Lookup;
}

// How targets and what became of them are told to people. Main thread.
namespace tocsin::ui::targetwords {

[[nodiscard]] QString degrees(double value, bool sign); // five decimals
[[nodiscard]] QString position(const tom::Draft &draft); // 89.45796°, −0.86213°  ICRS, epoch 2000
[[nodiscard]] QString distance(const tom::Target &target); // 0.70″; empty: not found by its place
[[nodiscard]] QString looked(const tom::Lookup &lookup); // Looked within 3″ and by 2 names, 140 ms
[[nodiscard]] QString made(const tom::Target &target, const UtcTime &now); // 5 d ago by ines
[[nodiscard]] QString photometry(const tom::Draft &draft); // 6 points, 20 limits
[[nodiscard]] QString withStop(const QString &text); // as a sentence that may begin with a name
// "a, b,,c" as three words.
[[nodiscard]] QStringList words(const QString &list);

[[nodiscard]] QString state(const tom::TargetRecord &record); // Target 412, Outbox, Local list …
[[nodiscard]] QString glyph(const tom::TargetRecord &record);
// Why, and when it is tried again.
[[nodiscard]] QString why(const tom::TargetRecord &record, const UtcTime &now);
// Only an address of the web becomes a link.
[[nodiscard]] bool isPage(const QUrl &url);

} // namespace tocsin::ui::targetwords
