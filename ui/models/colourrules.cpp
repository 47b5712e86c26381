// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/colourrules.h"

#include "core/domain/alert.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMost = 50;

std::shared_ptr<const filter::Filter> compiled(const ColourRule &rule)
{
    if (!rule.enabled || rule.condition.trimmed().isEmpty() || !Palette::ruleColours().contains(rule.colour))
        return nullptr;
    auto result = filter::Filter::compile(rule.condition.toStdString(), filter::FieldCatalogue());
    auto *filter = std::get_if<filter::Filter>(&result);
    return filter ? std::make_shared<const filter::Filter>(std::move(*filter)) : nullptr;
}

} // namespace

ColourRules::ColourRules(const QList<ColourRule> &rules) : m_rules(rules.first(std::min(rules.size(), kMost)))
{
    for (const ColourRule &rule : std::as_const(m_rules))
        m_filters.push_back(compiled(rule));
}

ColourRules ColourRules::shipped()
{
    const auto words = [](const char *name) { return QCoreApplication::translate("ColourRules", name); };
    return ColourRules({
        {words(QT_TRANSLATE_NOOP("ColourRules", "Significant gravitational wave")), u"messenger = \"gw\" and significant and not test"_s, u"gw"_s},
        {words(QT_TRANSLATE_NOOP("ColourRules", "Neutron star in the merger")), u"p_bns + p_nsbh > 0.5 and not test"_s, u"gamma"_s},
        {words(QT_TRANSLATE_NOOP("ColourRules", "Well localised burst")), u"messenger = \"gamma\" and error_radius < 10arcmin and not test"_s, u"gamma"_s},
        {words(QT_TRANSLATE_NOOP("ColourRules", "Likely astrophysical neutrino")), u"messenger = \"neutrino\" and score >= 0.5 and not test"_s, u"neutrino"_s},
        {words(QT_TRANSLATE_NOOP("ColourRules", "Bright")), u"mag < 15"_s, u"optical"_s, false},
    });
}

ColourRules ColourRules::fromJson(const QJsonArray &list)
{
    QList<ColourRule> rules;
    for (const QJsonValue &each : list) {
        const QJsonObject rule = each.toObject();
        if (const QString condition = rule[u"condition"_s].toString(); !condition.isEmpty())
            rules << ColourRule{rule[u"name"_s].toString(), condition, rule[u"colour"_s].toString(), rule[u"enabled"_s].toBool(true)};
    }
    return ColourRules(rules);
}

QJsonArray ColourRules::toJson() const
{
    QJsonArray list;
    for (const ColourRule &rule : m_rules)
        list << QJsonObject{{u"name"_s, rule.name}, {u"condition"_s, rule.condition}, {u"colour"_s, rule.colour}, {u"enabled"_s, rule.enabled}};
    return list;
}

bool ColourRules::usesNow() const
{
    return std::ranges::any_of(m_filters, [](const auto &filter) { return filter && filter->usesNow(); });
}

ColourRules::Answer ColourRules::ruleOf(const Alert &alert, const UtcTime &now) const
{
    Answer answer;
    for (size_t i = 0; i < m_filters.size(); ++i) {
        if (!m_filters[i])
            continue;
        const filter::Truth truth = m_filters[i]->judge(alert, now);
        if (truth == filter::Truth::True)
            return {static_cast<int>(i), answer.open};
        if (truth == filter::Truth::Unknown && m_filters[i]->needsPacket() && answer.open < 0)
            answer.open = static_cast<int>(i);
    }
    return answer;
}

} // namespace tocsin::ui
