// SPDX-License-Identifier: GPL-3.0-or-later
// What an alert writes into the lines of its card.
#include "ui/models/cellfilter.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertcard.h"
#include "ui/widgets/changesbox.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/revisionbutton.h"
#include "ui/widgets/taglabel.h"

#include <QLabel>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostDecimals = 8; // a coordinate sent in another form has no more

QString summaryOf(const Alert &alert)
{
    QStringList parts;
    if (!alert.subject.empty())
        parts << formats::plain(alert.subject);
    if (!alert.classification.empty())
        parts << formats::plain(alert.classification)
                + (alert.classificationScore.has() ? u' ' + formats::number(alert.classificationScore.value, 2) : QString());
    if (alert.area90.has())
        parts << formats::area(alert.area90.value) + u" (90 %)"_s;
    if (alert.distanceMpc.has())
        parts << formats::number(alert.distanceMpc.value, 0)
                + (alert.distanceErrorMpc.has() ? u" ± "_s + formats::number(alert.distanceErrorMpc.value, 0) : QString()) + u" Mpc"_s;
    if (alert.mag.has())
        parts << formats::plain(alert.band).section(u'-', -1) + u' ' + formats::number(alert.mag.value, 2)
                + (alert.magError.has() ? u" ± "_s + formats::number(alert.magError.value, 2) : QString());
    return parts.join(u"  ·  "_s);
}

QString capital(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

int decimalsIn(const QString &number)
{
    const qsizetype point = number.indexOf(u'.');
    return point < 0 ? 0 : static_cast<int>(number.size() - point - 1);
}

// The digits that were sent; of a computed position as many as its error allows.
QString degrees(const Number &value, const Alert &alert, bool sign)
{
    const bool sent = alert.positionKind.empty() || alert.positionKind == "measured";
    if (!sent)
        return formats::number(value.value, formats::positionDecimals(alert), sign);
    const QString text = formats::asSent(value);
    if (text.contains(u'e') || decimalsIn(text) > kMostDecimals)
        return formats::number(value.value, kMostDecimals, sign);
    return sign && value.value >= 0 ? u'+' + text : text;
}

// Hours or degrees, minutes and seconds, no finer than `decimals` of a degree say.
QString sexagesimal(double value, int decimals, bool hours)
{
    if (decimals >= 5)
        return hours ? formats::raSexagesimal(value) : formats::decSexagesimal(value);
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    const bool tenths = hours && decimals == 4;
    const bool minutesOnly = decimals <= (hours ? 1 : 2);
    const double seconds = std::abs(value) * 3'600 / (hours ? 15 : 1);
    const QString minus = value < 0 ? QString(QChar(0x2212)) : u"+"_s;
    const QString head = hours ? QString() : minus;
    const QString unit = hours ? u"h "_s : u"° "_s;
    const QString minuteUnit = hours ? u"m"_s : u"'"_s;
    if (minutesOnly) {
        const qint64 whole = std::llround(seconds / 60);
        return head + two(whole / 60 % (hours ? 24 : 1'000)) + unit + two(whole % 60) + minuteUnit;
    }
    const qint64 whole = std::llround(seconds * (tenths ? 10 : 1));
    const qint64 full = tenths ? whole / 10 : whole;
    return head + two(full / 3'600 % (hours ? 24 : 1'000)) + unit + two(full / 60 % 60) + minuteUnit + u' ' + two(full % 60)
        + (tenths ? u'.' + QString::number(whole % 10) : QString()) + (hours ? u"s"_s : u"\""_s);
}

} // namespace

void AlertCard::showHead(const Alert &alert)
{
    const Palette &colours = Theme::palette();
    const bool decoded = alert.error.empty();
    const QString glyph = !decoded       ? u"bytes"_s
        : alert.message == "circular"    ? u"circular"_s
        : alert.messenger.empty()        ? u"unseen"_s
                                         : QString::fromStdString(alert.messenger);
    const QColor colour = decoded ? colours.messenger(QString::fromStdString(alert.messenger)) : colours.bad;
    m_glyph->setPixmap(Theme::glyph(glyph, Theme::scaled(kGlyph), colour, devicePixelRatioF()));
    const QString name = formats::plain(alert.name.empty() ? alert.id : alert.name);
    m_title->setFullText(!decoded ? tr("Could not be decoded") : name.isEmpty() ? tr("Without a name") : name);
    m_stage->setTag(formats::stageText(alert), alert.retraction ? colours.retracted : colour);
    m_test->setTag(alert.test ? tr("TEST") : QString(), colours.test);
    m_summary->setText(decoded ? summaryOf(alert) : capital(formats::plain(alert.error)));
    m_summary->setVisible(!m_summary->text().isEmpty());
}

void AlertCard::showPosition(const Alert &alert)
{
    if (!alert.hasPosition()) {
        set(m_ra, {});
        set(m_dec, {});
        return;
    }
    const QString about = alert.positionKind == "measured" ? QString() : u"≈ "_s;
    const QString ra = degrees(alert.ra, alert, false);
    const QString dec = degrees(alert.dec, alert, true);
    set(m_ra, about + ra + u'°', sexagesimal(alert.ra.value, decimalsIn(ra), true));
    set(m_dec, about + dec + u'°', sexagesimal(alert.dec.value, decimalsIn(dec), false));
}

void AlertCard::showLink(const Alert &alert)
{
    // Only an address that was checked becomes a link.
    const QUrl url(formats::plain(alert.url), QUrl::StrictMode);
    const bool web = url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty();
    if (web)
        m_link.value->setLink(url, url.host() + url.path());
    else
        m_link.value->setFullText(formats::plain(alert.url));
}

void AlertCard::setTarget(const RowNotes::Note *target)
{
    setVisible(m_target, target != nullptr);
    if (!target)
        return;
    set(m_target, target->text);
    if (!target->page.isEmpty())
        m_target.value->setLink(target->page, target->text);
}

void AlertCard::show(const Alert &alert)
{
    const UtcTime now = UtcTime::now();
    m_alert = alert;
    m_magnitude.key = cellKey({.kind = CellKind::Mag}, alert);
    m_error.key = cellKey({.kind = CellKind::Error}, alert);
    offerCopy(nullptr);
    m_revisions->clear();
    m_changes->clear();
    showHead(alert);
    const bool decoded = alert.error.empty();
    for (Line *line : {&m_name, &m_id, &m_ra, &m_dec, &m_time, &m_magnitude, &m_score})
        setVisible(*line, decoded);
    set(m_name, formats::plain(alert.name));
    set(m_id, formats::plain(alert.id));
    showPosition(alert);
    set(m_time, formats::dateTime(alert.timestamp), alert.timestamp.isValid() ? formats::ago(alert.timestamp, now) : QString());
    QString mag;
    if (alert.mag.has())
        mag = formats::number(alert.mag.value, 2) + (alert.magError.has() ? u" ± "_s + formats::number(alert.magError.value, 2) : QString()) + u' '
            + formats::plain(alert.band).section(u'-', -1);
    else if (alert.magLimit.has())
        mag = u"> "_s + formats::number(alert.magLimit.value, 2);
    QStringList magKind;
    for (const Text *text : {&alert.magSystem, &alert.magKind}) {
        if (!text->empty())
            magKind << formats::plain(*text);
    }
    set(m_magnitude, mag, alert.mag.has() ? magKind.join(u", "_s) : QString());
    set(m_score, alert.score.has() ? formats::number(alert.score.value, 3) : QString(), formats::plain(alert.scoreKind));

    const QString error = formats::errorText(alert);
    setVisible(m_error, decoded && !error.isEmpty());
    QString containment;
    if (alert.area90.has())
        containment = tr("90 %, sky map");
    else if (alert.errorContainment.has())
        containment = tr("%1 % contained").arg(formats::number(alert.errorContainment.value * 100, 0));
    set(m_error, error, containment);
    setVisible(m_far, decoded && alert.far.has());
    set(m_far, alert.far.has() ? formats::powerOfTen(alert.far.value, u"Hz"_s) : QString(), alert.far.has() ? formats::falseAlarms(alert.far.value) : QString());
    setVisible(m_target, false);
    setVisible(m_link, decoded && !alert.url.empty());
    showLink(alert);

    QString delay;
    if (alert.received.isValid() && alert.brokerTime.isValid())
        delay = tr("%1 after the broker").arg(formats::duration(std::max(0.0, static_cast<double>(alert.received.us - alert.brokerTime.us) * 1e-6)));
    setVisible(m_arrived, true);
    set(m_arrived, formats::plain(alert.stream), delay);
    setVisible(m_topic, !alert.topic.empty());
    set(m_topic, formats::plain(alert.topic));
    QStringList problems;
    for (const std::string &problem : alert.problems)
        problems << capital(formats::plain(problem));
    m_problems->setText(problems.join(u'\n'));
    m_problems->setAccessibleDescription(m_problems->text());
    m_problemsLabel->setVisible(!problems.isEmpty());
    m_problems->setVisible(!problems.isEmpty());
    fitForms();
    // The stop of Tab is always one that can be seen.
    const QList<Line *> all = lines();
    const auto first = std::ranges::find_if(all, [this](const Line *line) { return line->value->isVisibleTo(this); });
    setTabStop(m_stop && m_stop->value->isVisibleTo(this) ? m_stop : *first);
}

} // namespace tocsin::ui
