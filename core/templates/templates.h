// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/templates/weblink.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace tocsin::templates {

enum class Kind { Link, Text };

// One entry of “Open in” or “Copy as”, as a person edits it. A plain value.
struct Template {
    QString id; // of a shipped one; own ones have "own-…"
    Kind kind = Kind::Text;
    QString name;
    QString before; // texts: stands once in front of all rows, without placeholders
    QString text; // once for each row
    QString condition; // in the filter language, over the keys of a row; empty = always offered
    bool hidden = false; // a shipped one that was removed

    friend bool operator==(const Template &, const Template &) = default;
};

// Those that come with the program, in their order, with their names in the person's language.
[[nodiscard]] std::vector<Template> shippedTemplates();
[[nodiscard]] std::optional<Template> shippedTemplate(const QString &id);

// What the profile keeps: a JSON array in the person's order; a shipped one that nobody changed is its id alone, so that it
// follows the program. What cannot be read is left out; shipped ones that are not named stand at the end.
[[nodiscard]] std::vector<Template> templatesFromJson(const QByteArray &json);
[[nodiscard]] QByteArray templatesToJson(const std::vector<Template> &templates);

// Why a template cannot be used, and in which of its fields.
struct TemplateProblem {
    enum class Field { Name, Text, Condition };
    Field field = Field::Text;
    QString message; // translated
};

// A template that was read, and its condition. A plain value, any thread.
class ReadyTemplate
{
public:
    [[nodiscard]] static std::variant<ReadyTemplate, TemplateProblem> make(const Template &spec);

    [[nodiscard]] const Template &spec() const { return m_spec; }
    // Whether it has a place in the menu of this row: the condition holds, and a link has its values, as far as they are known
    // without the packet.
    [[nodiscard]] bool isOfferedFor(const Alert &alert, const UtcTime &now) const;
    [[nodiscard]] Result<QUrl> link(const Alert &alert, filter::PacketFields *packet = nullptr) const { return fillLink(m_text, alert, packet); }
    // Without a line end behind it.
    [[nodiscard]] std::string text(const Alert &alert, std::vector<std::string> &missing, filter::PacketFields *packet = nullptr) const
    {
        return m_text.fill(alert, missing, packet);
    }
    [[nodiscard]] bool meets(const Alert &alert, const UtcTime &now) const { return !m_condition || m_condition->passes(alert, now); }

private:
    Template m_spec;
    TextTemplate m_text;
    std::optional<filter::Filter> m_condition;
};

} // namespace tocsin::templates
