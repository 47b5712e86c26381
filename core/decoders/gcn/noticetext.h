// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/decoders/treebudget.h"
#include "core/decoders/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::decoders {

// Text of "KEY: value" lines, as GCN has sent it since 1993 (protocols.md 3.3). Pure functions.

// Well-formed UTF-8: what is none is read as Latin-1 where that has a letter there, else replaced. `mended`: something was.
[[nodiscard]] std::string cleanText(std::string_view bytes, bool &mended);

// The next line from `at` on, without its end (LF, CR LF or CR); `at` moves behind it.
[[nodiscard]] std::string_view nextLine(std::string_view text, size_t &at);

[[nodiscard]] std::string_view trimmed(std::string_view text);

// "KEY:" at the beginning of a line; empty: there is none.
[[nodiscard]] std::string_view keyOf(std::string_view line);

[[nodiscard]] bool contains(std::string_view text, std::string_view word);

// Whether the first bytes of a message may be those of such a text; tells other formats apart without looking for lines.
[[nodiscard]] bool mayBeText(std::string_view beginning);

// Whether a line of `text` begins with `beginning`.
[[nodiscard]] bool hasLine(std::string_view text, std::string_view beginning);

// The number at the beginning of a value; `rest` is what follows it. None: no finite number stands there.
[[nodiscard]] std::optional<double> leadingNumber(std::string_view value, std::string_view &rest);

// One tree per notice, its keys as they were sent; lines that begin with blanks belong to the value before them, repeated
// keys become lists. "numbers": the values that are a number with a unit, as numbers. Bounded, linear.
[[nodiscard]] bool readNotices(std::string_view text, TreeBudget &budget, std::vector<FieldTree> &notices, std::vector<std::string> &problems,
                               std::string &error);

// The value of a key of such a tree, as it stands: "0.3091 [dn]"; of a key that came more than once, the first.
[[nodiscard]] std::string_view noticeValue(const Value &notice, const char *key);

} // namespace tocsin::decoders
