// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"
#include "core/filter/filter.h"

#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace tocsin {
struct Alert;
}

namespace tocsin::ui {

// A colour for the rows that pass a condition of the filter language. A plain value.
struct ColourRule {
    QString name;
    QString condition;
    QString colour; // a name of Palette::ruleColours()
    bool enabled = true;
    friend bool operator==(const ColourRule &, const ColourRule &) = default;
};

// The rules in their order: the first that a row passes gives it its colour. Rules that are off, or whose condition is no
// filter, colour nothing. A plain value; copies share the compiled conditions.
class ColourRules
{
public:
    ColourRules() = default;
    explicit ColourRules(const QList<ColourRule> &rules);
    [[nodiscard]] static ColourRules shipped();
    // What a profile keeps; what is not understood there is left out.
    [[nodiscard]] static ColourRules fromJson(const QJsonArray &list);
    [[nodiscard]] QJsonArray toJson() const;

    [[nodiscard]] const QList<ColourRule> &rules() const { return m_rules; }
    // Beside rules(); null where a rule colours nothing.
    [[nodiscard]] const std::vector<std::shared_ptr<const filter::Filter>> &filters() const { return m_filters; }
    [[nodiscard]] bool usesNow() const;

    // The rule that this alert passes, as far as its own keys tell; -1: none. Where a rule also asks for the packet the
    // answer is `open`: that rule's place, or -1.
    struct Answer {
        int rule = -1;
        int open = -1;
    };
    [[nodiscard]] Answer ruleOf(const Alert &alert, const UtcTime &now) const;

private:
    QList<ColourRule> m_rules;
    std::vector<std::shared_ptr<const filter::Filter>> m_filters;
};

} // namespace tocsin::ui
