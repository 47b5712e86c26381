// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace tocsin::decoders {

class Decoder;

// What the formats say of themselves: what each is, which key of an alert comes from where in the packet, and what stays in
// it. Translated.

// One format in Markdown, with its label as the title.
[[nodiscard]] QString formatPage(const Decoder &decoder);

// All of them on one page, in the order in which they are tried. docs/formats.md is its English text.
[[nodiscard]] QString formatPages();

// The same in plain text, for the command line.
[[nodiscard]] QString formatList();

// The decoder of an alert's `format` ("ztf-avro 4.02"); null when none is called so.
[[nodiscard]] const Decoder *decoderOf(std::string_view format);

} // namespace tocsin::decoders
