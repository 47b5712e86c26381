// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/templates/placeholder.h"

#include <variant>
#include <vector>

namespace tocsin::templates {

// A text with placeholders, read once and filled as often as there are alerts. `{{` and `}}` are braces. A plain value, any
// thread. What is filled in never becomes a new line, and is never read as a template again.
class TextTemplate
{
public:
    using Part = std::variant<std::string, Placeholder>;

    [[nodiscard]] static std::variant<TextTemplate, Problem> compile(std::string_view text);

    // For people and other programs. A missing value is written as "[no mag]" and its name appended to `missing`; with
    // `otherwise` that stands there. Blanks at the ends of lines go.
    [[nodiscard]] std::string fill(const Alert &alert, std::vector<std::string> &missing, filter::PacketFields *packet = nullptr) const;

    [[nodiscard]] bool needsPacket() const; // it names a field of it

    [[nodiscard]] const std::vector<Part> &parts() const { return m_parts; }

private:
    std::vector<Part> m_parts; // no two texts behind each other
};

} // namespace tocsin::templates
