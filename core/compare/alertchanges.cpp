// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/alertchanges.h"

#include "core/domain/quantities.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace tocsin::compare {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLeastShift = 0.05 / 3'600; // degrees; positions of one source scatter by less
constexpr double kLeastProbability = 0.02; // less decides nothing
constexpr double kLeastRateRatio = 1.5; // below it the rates themselves are said

QString tr(const char *text)
{
    return QCoreApplication::translate("tocsin::compare::Changes", text);
}

QString words(const std::string &text)
{
    QString out = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
    return out.size() > 60 ? out.first(59) + u'…' : out;
}

// Without the unit of the first where both have the same.
QString fromTo(const QString &before, const QString &after)
{
    const qsizetype unitBefore = before.lastIndexOf(QChar(0x00a0));
    const qsizetype unitAfter = after.lastIndexOf(QChar(0x00a0));
    const bool sameUnit = unitBefore > 0 && unitAfter > 0 && before.mid(unitBefore) == after.mid(unitAfter);
    return (sameUnit ? before.first(unitBefore) : before) + u" → "_s + after;
}

double separation(const Alert &a, const Alert &b)
{
    constexpr double kRad = std::numbers::pi / 180;
    const double sinDec = std::sin((b.dec.value - a.dec.value) * kRad / 2);
    const double sinRa = std::sin((b.ra.value - a.ra.value) * kRad / 2);
    const double h = sinDec * sinDec + std::cos(a.dec.value * kRad) * std::cos(b.dec.value * kRad) * sinRa * sinRa;
    return 2 * std::asin(std::min(1.0, std::sqrt(h))) / kRad;
}

class Changes
{
public:
    Changes(const Alert &before, const Alert &after) : m_a(before), m_b(after) {}

    std::vector<AlertChange> run()
    {
        flags();
        if (m_b.retraction)
            return std::move(m_out); // it says nothing else
        localisation();
        classes();
        rate();
        distance();
        matter();
        position();
        circumstances();
        brightness();
        return std::move(m_out);
    }

private:
    void say(const char *key, const QString &text) { m_out.push_back({key, text}); }

    // `form` writes the value as it is shown: what looks alike did not change.
    template <typename Form>
    void quantity(const char *key, const QString &name, Number Alert::*member, Form form)
    {
        const Number &a = m_a.*member;
        const Number &b = m_b.*member;
        if (!a.has() && !b.has())
            return;
        const QString before = a.has() ? form(a.value) : QString();
        const QString after = b.has() ? form(b.value) : QString();
        if (before == after)
            return;
        if (before.isEmpty())
            say(key, tr("%1 now %2").arg(name, after));
        else if (after.isEmpty())
            say(key, tr("%1 not sent, before %2").arg(name, before));
        else
            say(key, name + u' ' + fromTo(before, after));
    }

    void flags()
    {
        if (m_a.retraction != m_b.retraction)
            say("retraction", m_b.retraction ? tr("retracted") : tr("no longer retracted"));
        if (m_a.significant && m_b.significant && *m_a.significant != *m_b.significant)
            say("significant", *m_b.significant ? tr("now significant") : tr("no longer significant"));
        if (m_b.message == "circular" && m_a.subject != m_b.subject)
            say("subject", tr("subject “%1” → “%2”").arg(words(m_a.subject), words(m_b.subject)));
    }

    void localisation()
    {
        quantity("area90", tr("90 % area"), &Alert::area90, quantities::area);
        if (!m_a.area90.has() && !m_b.area90.has())
            quantity("area50", tr("50 % area"), &Alert::area50, quantities::area);
        quantity("error_radius", tr("error radius"), &Alert::errorRadius, quantities::angle);
        if (!m_a.errorRadius.has() && !m_b.errorRadius.has())
            quantity("error_major", tr("error"), &Alert::errorMajor, quantities::angle);
    }

    void distance()
    {
        const auto form = [](const Alert &alert) {
            if (!alert.distanceMpc.has())
                return QString();
            return quantities::number(alert.distanceMpc.value, 0)
                + (alert.distanceErrorMpc.has() ? u" ± "_s + quantities::number(alert.distanceErrorMpc.value, 0) : QString()) + QChar(0x00a0) + u"Mpc"_s;
        };
        const QString before = form(m_a);
        const QString after = form(m_b);
        if (before == after)
            return;
        if (before.isEmpty())
            say("distance_mpc", tr("%1 now %2").arg(tr("distance"), after));
        else if (!after.isEmpty())
            say("distance_mpc", tr("distance") + u' ' + fromTo(before, after));
    }

    struct Probability {
        const char *key;
        const char *name;
        Number Alert::*member;
    };

    // Whether any of them is known now.
    template <size_t Count>
    bool probabilities(const std::array<Probability, Count> &list)
    {
        bool any = false;
        for (const Probability &each : list) {
            const Number &a = m_a.*each.member;
            const Number &b = m_b.*each.member;
            any = any || b.has();
            if (!a.has() || !b.has() || std::abs(a.value - b.value) >= kLeastProbability)
                quantity(each.key, QCoreApplication::translate("compare", each.name), each.member, [](double value) { return quantities::number(value, 2); });
        }
        return any;
    }

    void matter()
    {
        probabilities<3>({{{"has_ns", QT_TRANSLATE_NOOP("compare", "p(neutron star)"), &Alert::hasNs},
                           {"has_remnant", QT_TRANSLATE_NOOP("compare", "p(remnant)"), &Alert::hasRemnant},
                           {"has_mass_gap", QT_TRANSLATE_NOOP("compare", "p(mass gap)"), &Alert::hasMassGap}}});
    }

    void classes()
    {
        const bool told = probabilities<4>({{{"p_bns", QT_TRANSLATE_NOOP("compare", "p(BNS)"), &Alert::pBns},
                                          {"p_nsbh", QT_TRANSLATE_NOOP("compare", "p(NSBH)"), &Alert::pNsbh},
                                          {"p_bbh", QT_TRANSLATE_NOOP("compare", "p(BBH)"), &Alert::pBbh},
                                          {"p_terrestrial", QT_TRANSLATE_NOOP("compare", "p(terrestrial)"), &Alert::pTerrestrial}}});
        const auto best = [&](const Alert &alert) {
            return words(alert.classification)
                + (alert.classificationScore.has() && !told ? u' ' + quantities::number(alert.classificationScore.value, 2) : QString());
        };
        if (m_a.classification == m_b.classification && told)
            return;
        const QString before = best(m_a);
        const QString after = best(m_b);
        if (before == after || after.isEmpty())
            return;
        say("classification", before.isEmpty() ? tr("%1 now %2").arg(tr("class"), after) : tr("class") + u' ' + before + u" → "_s + after);
    }

    void rate()
    {
        const double a = m_a.far.value;
        const double b = m_b.far.value;
        if (!(a > 0) || !(b > 0))
            return;
        const double ratio = std::max(a / b, b / a);
        const auto form = [](double value) { return quantities::powerOfTen(value, u"Hz"_s); };
        if (ratio >= kLeastRateRatio)
            say("far", tr("FAR %1 %2").arg(b < a ? u"÷"_s : u"×"_s, quantities::powerOfTen(ratio < 10 ? ratio : std::round(ratio), {}).remove(u".0"_s)));
        else if (form(a) != form(b))
            say("far", tr("FAR") + u' ' + fromTo(form(a), form(b)));
    }

    void position()
    {
        if (m_a.hasPosition() != m_b.hasPosition()) {
            say("ra", m_b.hasPosition() ? tr("position now known") : tr("position not sent"));
            return;
        }
        if (!m_b.hasPosition())
            return;
        const double moved = separation(m_a, m_b);
        if (moved >= kLeastShift)
            say("ra", tr("position moved %1").arg(quantities::angle(moved)));
    }

    void circumstances()
    {
        // The instant of one event is measured better; each detection has its own.
        const bool times = m_b.message == "notice" && m_a.timestamp.isValid() && m_b.timestamp.isValid() && m_a.timeKind == m_b.timeKind
            && m_b.timeKind != "message";
        const double later = times ? static_cast<double>(m_b.timestamp.us - m_a.timestamp.us) * 1e-6 : 0;
        if (std::abs(later) >= 0.001)
            say("timestamp", tr("time moved %1 s").arg(quantities::number(later, std::abs(later) < 1 ? 3 : 1, true)));
        if (m_a.instruments != m_b.instruments && !m_b.instruments.empty())
            say("instruments", tr("instruments %1 → %2").arg(words(m_a.instruments), words(m_b.instruments)));
    }

    void brightness()
    {
        const auto magnitude = [](const Alert &alert, bool band) {
            if (!alert.mag.has())
                return alert.magLimit.has() ? u"> "_s + quantities::number(alert.magLimit.value, 2) : QString();
            const QString letter = words(alert.band).section(u'-', -1);
            return quantities::number(alert.mag.value, 2) + (band && !letter.isEmpty() ? u' ' + letter : QString());
        };
        if (m_a.mag.has() || m_b.mag.has()) {
            const bool sameBand = m_a.band == m_b.band;
            const QString before = magnitude(m_a, !sameBand);
            const QString after = magnitude(m_b, !sameBand);
            const QString letter = words(m_b.band).section(u'-', -1);
            const QString name = sameBand && !letter.isEmpty() ? tr("mag %1").arg(letter) : tr("mag");
            if (before != after && !before.isEmpty() && !after.isEmpty())
                say("mag", name + u' ' + before + u" → "_s + after);
        } else if (m_a.fluxUnit == m_b.fluxUnit && m_a.band == m_b.band) {
            quantity("flux", tr("flux"), &Alert::flux, [](double value) { return quantities::powerOfTen(value, {}); });
        }
        if (m_a.scoreKind == m_b.scoreKind)
            quantity("score", tr("score"), &Alert::score, [](double value) { return quantities::number(value, std::abs(value) < 2 ? 2 : 1); });
    }

    const Alert &m_a;
    const Alert &m_b;
    std::vector<AlertChange> m_out;
};

} // namespace

std::vector<AlertChange> compareAlerts(const Alert &before, const Alert &after)
{
    return Changes(before, after).run();
}

QString changesInWords(const std::vector<AlertChange> &changes, size_t most)
{
    QStringList parts;
    for (size_t i = 0; i < std::min(most, changes.size()); ++i)
        parts << changes[i].text;
    if (changes.size() > most)
        parts << QCoreApplication::translate("compare", "%n more", nullptr, static_cast<int>(changes.size() - most));
    return parts.join(u", "_s);
}

} // namespace tocsin::compare
