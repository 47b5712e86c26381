// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alarmbanner.h"

#include "core/alarms/alarmwords.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QVariantAnimation>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStripe = 4;
constexpr int kGlyph = 22;
constexpr int kHeight = 48;
constexpr double kTitle = 14.0 / 13; // of the text's size
constexpr int kLeastAge = 150;
constexpr int kOpenMs = 120;
constexpr int kBlinkMs = 500; // half a turn
constexpr int kBlinks = 20; // 10 s

bool isRetraction(const std::optional<alarms::Alarm> &alarm)
{
    return alarm && alarm->kind == alarms::Kind::Retraction;
}

} // namespace

AlarmBanner::AlarmBanner(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_fact(new ElidedLabel(Qt::ElideRight, this)), m_age(new ElidedLabel(Qt::ElideRight, this)), m_more(new QToolButton(this)),
      m_remove(new QPushButton(tr("Remove targets"), this)), m_show(new QPushButton(tr("Show"), this)), m_acknowledge(new QPushButton(this)),
      m_opening(new QVariantAnimation(this))
{
    setObjectName(u"alarmBanner"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it must not hold the window wide
    m_more->setAutoRaise(true);
    m_more->setToolTip(tr("All alarms, open and past"));
    for (QPushButton *button : {m_remove, m_show, m_acknowledge})
        button->setAutoDefault(false);
    Theme::setPrimary(m_acknowledge, true);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(16);
    facts->addWidget(m_fact, 0);
    facts->addWidget(m_age, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addLayout(facts);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kStripe + 14 + kGlyph + 14, 4, 12, 4);
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_more);
    row->addWidget(m_remove);
    row->addWidget(m_show);
    row->addWidget(m_acknowledge);

    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_alarm)
            Q_EMIT showWanted(m_alarm->row);
    });
    connect(m_acknowledge, &QPushButton::clicked, this, [this] {
        if (m_alarm)
            Q_EMIT acknowledgeWanted(m_alarm->number);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_alarm)
            Q_EMIT targetsRemovalWanted(m_alarm->event);
    });
    connect(m_more, &QToolButton::clicked, this, &AlarmBanner::logWanted);
    m_ticker.setInterval(1'000);
    connect(&m_ticker, &QTimer::timeout, this, &AlarmBanner::tick);
    m_blink.setInterval(kBlinkMs);
    connect(&m_blink, &QTimer::timeout, this, &AlarmBanner::handleBlink);
    m_opening->setDuration(kOpenMs);
    m_opening->setEasingCurve(QEasingCurve::OutQuad);
    connect(m_opening, &QVariantAnimation::valueChanged, this, [this](const QVariant &height) { setFixedHeight(height.toInt()); });
    connect(m_opening, &QVariantAnimation::finished, this, &AlarmBanner::letGoOfHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAcknowledgeKey({});
    hide();
}

QSize AlarmBanner::sizeHint() const
{
    return QWidget::sizeHint().expandedTo({0, kHeight});
}

QSize AlarmBanner::minimumSizeHint() const
{
    return QWidget::minimumSizeHint().expandedTo({0, kHeight});
}

// As high as its words ask for.
void AlarmBanner::letGoOfHeight()
{
    setMinimumHeight(0);
    setMaximumHeight(QWIDGETSIZE_MAX);
}

void AlarmBanner::setAcknowledgeKey(const QString &key)
{
    m_key = key;
    m_acknowledge->setText(key.isEmpty() ? tr("Acknowledge") : tr("Acknowledge") + u"  "_s + key);
    m_acknowledge->setAccessibleName(tr("Acknowledge"));
}

void AlarmBanner::setTargets(const QString &event, int count)
{
    m_targetsOf = event;
    m_targets = count;
    present();
}

void AlarmBanner::setAlarm(const std::optional<alarms::Alarm> &alarm, int others, const QString &silence)
{
    const bool isOther = alarm && (!m_alarm || m_alarm->number != alarm->number);
    m_alarm = alarm;
    m_others = others;
    m_silence = silence;
    if (!alarm) {
        m_ticker.stop();
        m_blink.stop();
        m_blinksLeft = 0;
        m_opening->stop();
        letGoOfHeight();
        hide();
        return;
    }
    present();
    if (isHidden())
        open();
    m_ticker.start();
    if (isOther) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void AlarmBanner::open()
{
    show();
    if (Motion::isReduced() || !window()->isVisible())
        return;
    m_opening->setStartValue(1);
    m_opening->setEndValue(sizeHint().height());
    m_opening->start();
}

QString AlarmBanner::ageText() const
{
    QStringList parts{alarms::arrivedAgo(*m_alarm, UtcTime::now())};
    if (!m_silence.isEmpty() && !m_alarm->always)
        parts << m_silence;
    else if (const QString why = alarms::silenceWords(*m_alarm); !why.isEmpty() && m_alarm->heard == 0)
        parts << why;
    else if (const QString often = alarms::repeats(*m_alarm); !often.isEmpty())
        parts << often;
    if (isRetraction(m_alarm) && m_targets > 0 && m_targetsOf == m_alarm->event)
        parts.prepend(tr("%n target(s) came from it", nullptr, m_targets));
    return parts.join(u" · "_s);
}

void AlarmBanner::present()
{
    if (!m_alarm)
        return;
    const Palette &p = Theme::palette();
    const QString title = alarms::plainLine(m_alarm->title);
    m_title->setText(m_alarm->test && !m_alarm->rule.isEmpty() ? tr("Test: %1").arg(title) : title);
    QFont titleFont = Theme::font(Theme::Font::Strong);
    titleFont.setPointSizeF(titleFont.pointSizeF() * kTitle);
    m_title->setFont(titleFont);
    m_fact->setFullText(alarms::plainLine(m_alarm->fact));
    m_age->setFont(Theme::font(Theme::Font::Small));
    QPalette muted;
    muted.setColor(QPalette::WindowText, p.muted);
    m_age->setPalette(muted);
    m_more->setVisible(m_others > 0);
    m_more->setText(tr("%n more", nullptr, m_others));
    QPalette link;
    link.setColor(QPalette::ButtonText, p.accent);
    m_more->setPalette(link);
    m_show->setVisible(m_alarm->row > 0);
    m_remove->setVisible(isRetraction(m_alarm) && m_targets > 0 && m_targetsOf == m_alarm->event);
    setAccessibleName(m_title->text());
    QPalette words;
    const QColor loud = isRetraction(m_alarm) ? p.retracted : p.bad;
    words.setColor(QPalette::WindowText, m_blinksLeft % 2 == 1 ? loud : p.text);
    m_title->setPalette(words);
    tick();
    update();
}

void AlarmBanner::tick()
{
    if (!m_alarm)
        return;
    m_age->setFullText(ageText());
    m_age->setMinimumWidth(std::min(m_age->fontMetrics().horizontalAdvance(m_age->fullText()), Theme::scaled(kLeastAge))); // a long fact leaves it its room
    setAccessibleDescription(m_fact->fullText() + u". "_s + m_age->fullText());
}

void AlarmBanner::blink()
{
    if (!m_alarm || Motion::isReduced())
        return;
    m_blinksLeft = kBlinks;
    m_blink.start();
}

void AlarmBanner::handleBlink()
{
    if (Motion::isReduced())
        m_blinksLeft = 0;
    else
        --m_blinksLeft;
    if (m_blinksLeft <= 0) {
        m_blinksLeft = 0;
        m_blink.stop();
    }
    present();
}

void AlarmBanner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || (event->type() == QEvent::PaletteChange && m_alarm))
        present();
}

void AlarmBanner::paintEvent(QPaintEvent *)
{
    const Palette &p = Theme::palette();
    const bool taken = isRetraction(m_alarm);
    const QColor edge = taken ? p.retracted : p.bad;
    QPainter painter(this);
    painter.fillRect(rect(), taken ? p.retractedSoft : p.badSoft);
    painter.fillRect(0, 0, width(), 1, edge);
    painter.fillRect(0, height() - 1, width(), 1, edge);
    painter.fillRect(0, 0, kStripe, height(), edge);
    const QPixmap glyph = Theme::glyph(taken ? u"retracted"_s : u"bell"_s, kGlyph, edge, devicePixelRatioF());
    painter.drawPixmap(QPointF(kStripe + 14, (height() - kGlyph) / 2.0), glyph);
}

} // namespace tocsin::ui
