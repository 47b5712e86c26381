// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alertcard.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

AlertCard::AlertCard(QWidget *parent)
    : QWidget(parent), m_glyph(new QLabel(this)), m_title(new QLabel(this)), m_stage(new QLabel(this)), m_summary(new QLabel(this)), m_grid(new QGridLayout)
{
    setAccessibleName(tr("Card"));
    for (QLabel *label : {m_title, m_stage, m_summary})
        label->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    m_summary->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_glyph);
    head->addWidget(m_title, 1);
    head->addWidget(m_stage);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(2, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_summary);
    column->addLayout(m_grid);
    column->addStretch();
    m_name = addLine(tr("Name"));
    m_id = addLine(tr("ID"));
    m_ra = addLine(tr("RA"));
    m_dec = addLine(tr("Dec"));
    m_time = addLine(tr("Time"));
    m_magnitude = addLine(tr("Magnitude"));
    m_score = addLine(tr("Score"));
    m_error = addLine(tr("Error"));
    m_far = addLine(tr("FAR"));
    m_link = addLine(tr("Link"));
    m_arrived = addLine(tr("Arrived"));
    m_problems = addLine(tr("Notes"));
    m_link.value->setOpenExternalLinks(true);
    m_link.value->setTextInteractionFlags(Qt::TextBrowserInteraction);
    useLook();
    clear();
}

AlertCard::Line AlertCard::addLine(const QString &text)
{
    Line line;
    const int row = m_grid->rowCount();
    line.label = new QLabel(text, this);
    line.value = new QLabel(this);
    line.second = new QLabel(this);
    for (QLabel *label : {line.label, line.value, line.second})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {line.value, line.second}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(20);
    }
    line.value->setWordWrap(true);
    line.second->setWordWrap(true);
    // How assistive technology finds the value (contract, section 7).
    line.value->setAccessibleName(text);
    line.label->setBuddy(line.value);
    m_grid->addWidget(line.label, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.value, row, 1);
    m_grid->addWidget(line.second, row, 2);
    return line;
}

void AlertCard::set(Line &line, const QString &value, const QString &second)
{
    const bool missing = value.isEmpty();
    line.value->setText(missing ? tr("— not sent") : value);
    line.value->setForegroundRole(missing ? QPalette::PlaceholderText : QPalette::WindowText);
    line.second->setText(second);
    line.value->setAccessibleDescription(line.value->text());
}

void AlertCard::clear()
{
    m_glyph->clear();
    m_title->setText(tr("No alert selected"));
    m_stage->clear();
    m_summary->setText(tr("Choose a row to see all that was sent."));
    for (Line *line : {&m_name, &m_id, &m_ra, &m_dec, &m_time, &m_magnitude, &m_score, &m_error, &m_far, &m_link, &m_arrived, &m_problems}) {
        for (QLabel *label : {line->label, line->value, line->second})
            label->hide();
    }
}

void AlertCard::show(const Alert &alert)
{
    const UtcTime now = UtcTime::now();
    const auto visible = [](Line &line, bool on) {
        for (QLabel *label : {line.label, line.value, line.second})
            label->setVisible(on);
    };
    m_messenger = alert.error.empty() ? alert.messenger : std::string();
    const QString glyph = !alert.error.empty() ? u"bytes"_s
        : alert.message == "circular"          ? u"circular"_s
        : alert.messenger.empty()              ? u"unseen"_s
                                               : QString::fromStdString(alert.messenger);
    m_glyph->setPixmap(Theme::glyph(glyph, Theme::scaled(20),
                                    alert.error.empty() ? Theme::palette().messenger(QString::fromStdString(alert.messenger)) : Theme::palette().bad,
                                    devicePixelRatioF()));
    const QString name = formats::plain(alert.name.empty() ? alert.id : alert.name);
    m_title->setText(!alert.error.empty() ? tr("Could not be decoded") : name.isEmpty() ? tr("Without a name") : name);
    QStringList stage;
    if (alert.test)
        stage << tr("TEST");
    if (const QString text = formats::stageText(alert); !text.isEmpty())
        stage << text;
    m_stage->setText(stage.join(u" · "_s));
    m_summary->setText(!alert.error.empty() ? formats::plain(alert.error) : summaryOf(alert));
    m_summary->setVisible(!m_summary->text().isEmpty());

    const bool decoded = alert.error.empty();
    for (Line *line : {&m_name, &m_id, &m_ra, &m_dec, &m_time, &m_magnitude, &m_score})
        visible(*line, decoded);
    const QString about = alert.positionKind == "measured" || !alert.hasPosition() ? QString() : u"≈ "_s;
    const int decimals = formats::positionDecimals(alert) == 2 && alert.positionKind == "map-peak" ? 5 : std::max(5, formats::positionDecimals(alert));
    set(m_name, formats::plain(alert.name));
    set(m_id, formats::plain(alert.id));
    set(m_ra, alert.hasPosition() ? about + formats::number(alert.ra.value, decimals) + u'°' : QString(),
        alert.hasPosition() ? formats::raSexagesimal(alert.ra.value) : QString());
    set(m_dec, alert.hasPosition() ? about + formats::number(alert.dec.value, decimals, true) + u'°' : QString(),
        alert.hasPosition() ? formats::decSexagesimal(alert.dec.value).replace(u'-', QChar(0x2212)) : QString());
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
    visible(m_error, decoded && !error.isEmpty());
    QString containment;
    if (alert.area90.has())
        containment = tr("90 %, from the sky map");
    else if (alert.errorContainment.has())
        containment = tr("%1 % contained").arg(formats::number(alert.errorContainment.value * 100, 0));
    set(m_error, error, containment);
    visible(m_far, decoded && alert.far.has());
    set(m_far, alert.far.has() ? formats::powerOfTen(alert.far.value, u"Hz"_s) : QString(), alert.far.has() ? formats::falseAlarms(alert.far.value) : QString());

    // The only rich text: our own anchor round an address that was checked and escaped.
    const QUrl url(formats::plain(alert.url), QUrl::StrictMode);
    const bool web = url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty();
    visible(m_link, decoded && !alert.url.empty());
    m_link.value->setTextFormat(web ? Qt::RichText : Qt::PlainText);
    m_link.value->setToolTip(QString());
    if (web) {
        const QString address = url.toString(QUrl::FullyEncoded);
        m_link.value->setText(u"<a href=\"%1\">%2</a>"_s.arg(address.toHtmlEscaped(), (url.host() + url.path()).toHtmlEscaped()));
    } else {
        m_link.value->setText(formats::plain(alert.url));
    }
    QString delay;
    if (alert.received.isValid() && alert.brokerTime.isValid())
        delay = tr("%1 after the broker").arg(formats::duration(std::max(0.0, static_cast<double>(alert.received.us - alert.brokerTime.us) * 1e-6)));
    visible(m_arrived, true);
    set(m_arrived, formats::plain(alert.stream) + u"  ·  "_s + formats::plain(alert.topic), delay);
    QStringList problems;
    for (const std::string &problem : alert.problems)
        problems << formats::plain(problem);
    visible(m_problems, !problems.isEmpty());
    set(m_problems, problems.join(u'\n'));
}

void AlertCard::useLook()
{
    m_title->setFont([] {
        QFont font = Theme::font(Theme::Font::Heading);
        font.setPointSizeF(font.pointSizeF() * 20 / 18);
        return font;
    }());
    m_stage->setFont(Theme::font(Theme::Font::SmallStrong));
    m_summary->setFont(Theme::font(Theme::Font::Medium));
    for (Line *line : {&m_name, &m_id, &m_ra, &m_dec, &m_time, &m_magnitude, &m_score, &m_error, &m_far, &m_link, &m_arrived, &m_problems}) {
        for (QLabel *label : {line->label, line->second}) {
            label->setFont(Theme::font(Theme::Font::Small));
            label->setForegroundRole(QPalette::PlaceholderText);
        }
        line->value->setFont(Theme::font(Theme::Font::Body));
    }
}

void AlertCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        useLook();
}

} // namespace tocsin::ui
