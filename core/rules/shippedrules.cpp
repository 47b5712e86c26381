// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/shippedrules.h"

#include <QCoreApplication>

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

Action action(const QString &kind)
{
    return {.kind = kind};
}

Rule shipped(const QString &name, const char *label, const QString &filter)
{
    return {.name = name, .label = say(label), .filter = filter, .actions = {action(u"notify"_s), action(u"sound"_s)}, .repeat = 60s, .retractions = true, .shipped = true};
}

} // namespace

std::vector<Rule> shippedRules()
{
    Rule waves = shipped(u"gw-significant"_s, QT_TRANSLATE_NOOP("rules", "Gravitational wave, significant"), u"messenger = \"gw\" and message = \"notice\" and significant"_s);
    // Again when a neutron star turns out to be part of it, not with every thousandth of probability.
    waves.measure = u"min(max(p_bns + p_nsbh, 0.1), 0.9)"_s;
    const Rule bursts = shipped(u"grb-localised"_s, QT_TRANSLATE_NOOP("rules", "Gamma-ray burst, error below 10 arcmin"),
                                u"messenger = \"gamma\" and message = \"notice\" and error_radius < 10arcmin and not position_kind in (\"pointing\", \"field\")"_s);
    // Gold says so in its type; the JSON form in the name of its analysis.
    const Rule gold = shipped(u"neutrino-gold"_s, QT_TRANSLATE_NOOP("rules", "Neutrino, IceCube Gold"),
                              u"messenger = \"neutrino\" and message = \"notice\" and (alert_type_raw ~ \"(?i)astrotrack[ _]gold\" or mission = \"IceCube\" and fields.analysis_pipeline ~ \"(?i)gold\")"_s);
    // What several detectors saw together, and Super-Kamiokande's own alarm; not what single ones report to SNEWS.
    Rule supernova = shipped(u"supernova-neutrinos"_s, QT_TRANSLATE_NOOP("rules", "Supernova neutrinos"),
                             u"messenger = \"neutrino\" and message = \"notice\" and (mission = \"SNEWS\" and (format !~ \"^snews\" or has(alert_type)) or alert_type_raw ~ \"(?i)SK[_ -]SN|Super-Kamiokande\" or mission = \"Super-Kamiokande\")"_s);
    supernova.always = true; // one in a life
    Rule retraction = shipped(u"retraction-marked"_s, QT_TRANSLATE_NOOP("rules", "Retraction of anything marked"), u"retraction"_s);
    retraction.marked = true;
    retraction.retractions = false; // it is one itself
    retraction.repeat = 0s;
    return {waves, bursts, gold, supernova, retraction};
}

} // namespace tocsin::rules
