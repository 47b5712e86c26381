// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alertfields.h"
#include "core/filter/packetfields.h"
#include "core/filter/packetpath.h"

#include <QString>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tocsin::templates {

// Why a text is no template: where (bytes of its UTF-8) and what. A plain value.
struct Problem {
    size_t position = 0;
    size_t length = 0;
    QString message; // translated
};

// What stands between braces: `{name}`, `{ra:.5f}`, `{mag:.1f|no mag}`, `{fields.candidate.drb:.2f}`. A plain value, any thread.
struct Placeholder {
    enum class Kind { Key, RaHms, DecDms, TnsName, Packet };
    enum class Form { Plain, Quoted, Word, Date };

    Kind kind = Kind::Key;
    const AlertField *field = nullptr; // of Key
    filter::PacketPath path; // of Packet
    std::string name; // as it was written
    int decimals = -1; // -1 = as sent
    bool sign = false; // "+" in front of what is not negative
    char style = 'f';
    Form form = Form::Plain;
    std::optional<std::string> otherwise; // instead of a missing value

    // The value as UTF-8, byte for byte as it came; nothing when it is missing. Without a packet its fields are.
    [[nodiscard]] std::optional<std::string> value(const Alert &alert, filter::PacketFields *packet) const;
    // As the form wants it; never more than one line.
    [[nodiscard]] std::string formed(std::string_view value) const;
};

// `words` is what stands between the braces; the problem's place counts from its start.
[[nodiscard]] std::optional<Problem> readPlaceholder(std::string_view words, Placeholder &out);

// Those beside the keys of an alert, for the list in the dialog.
struct ExtraPlaceholder {
    const char *name;
    const char *help; // translate in context "templates"
};
[[nodiscard]] std::span<const ExtraPlaceholder> extraPlaceholders();

// A value for a line of text: line ends and other control characters become blanks, marks that turn the direction of text
// and broken bytes U+FFFD.
[[nodiscard]] std::string inOneLine(std::string_view value);
// A string literal that JSON and Python read alike.
[[nodiscard]] std::string inQuotes(std::string_view value);
// Letters, digits and + - . _; anything else becomes "_".
[[nodiscard]] std::string asWord(std::string_view value);
// Control characters, marks that turn the direction of text, separators of lines.
[[nodiscard]] bool isUnseen(char32_t character);

} // namespace tocsin::templates
