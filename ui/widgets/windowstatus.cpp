// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/windowstatus.h"

#include "ui/models/streamwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGlyph = 12;
constexpr int kMessageMs = 12'000;

} // namespace

WindowStatus::WindowStatus(QWidget *parent)
    : QStatusBar(parent), m_streams(add(Item::Streams, tr("Streams, state"))), m_signIn(add(Item::SignIn, tr("Sign-in needed"))),
      m_rate(add(Item::Rate, tr("Rate"))), m_lag(add(Item::Lag, tr("Lag"))), m_hidden(add(Item::Hidden, tr("Hidden"))), m_unseen(add(Item::Unseen, tr("Unseen"))),
      m_paused(add(Item::Paused, tr("Paused"))), m_silenced(add(Item::Silenced, tr("Alarms silenced"))), m_archive(add(Item::Archive, tr("Archive"))), m_gaps(add(Item::Gaps, tr("Gaps"))), m_outbox(add(Item::Outbox, tr("Outbox"))),
      m_rules(add(Item::Rules, tr("Rules"))),
      m_clock(nullptr), m_message(new QLabel(this)), m_ticker(new QTimer(this)), m_messageEnd(new QTimer(this))
{
    setSizeGripEnabled(false);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setFont(Theme::font(Theme::Font::Small));
    m_message->setMinimumWidth(0);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_message, 1);
    m_clock = add(Item::Clock, tr("Time, UT"));
    m_clock->setToolTip(tr("Universal Time of this computer. Click to copy."));
    m_ticker->setInterval(250); // a second is never shown late by more than a glance
    connect(m_ticker, &QTimer::timeout, this, &WindowStatus::tick);
    m_ticker->start();
    m_messageEnd->setSingleShot(true);
    m_messageEnd->setInterval(kMessageMs);
    connect(m_messageEnd, &QTimer::timeout, m_message, &QLabel::clear);
    present();
    tick();
}

QToolButton *WindowStatus::add(Item item, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFont(Theme::font(Theme::Font::Small));
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    if (item == Item::Clock)
        addPermanentWidget(button);
    else
        addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, item] { Q_EMIT clicked(item); });
    return button;
}

void WindowStatus::put(QToolButton *button, const Face &face)
{
    button->setVisible(face.visible);
    if (!face.visible)
        return;
    button->setText(face.text);
    button->setAccessibleName(face.text); // the item says itself; its name without number would say nothing
    const QColor colour = face.colour ? Theme::palette().*face.colour : Theme::palette().text;
    button->setIcon(face.glyph.isEmpty() ? QIcon() : QIcon(Theme::glyph(face.glyph, Theme::scaled(kGlyph), colour, devicePixelRatioF())));
    button->setToolButtonStyle(face.glyph.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button->setFont(Theme::font(face.strong ? Theme::Font::SmallStrong : Theme::Font::Small));
    QPalette colours;
    colours.setColor(QPalette::ButtonText, face.strong ? colour : Theme::palette().text);
    button->setPalette(colours);
}

void WindowStatus::setStreams(const StreamModel::Totals &totals)
{
    m_totals = totals;
    present();
}

void WindowStatus::setUnseen(qint64 unseen)
{
    m_unseenCount = unseen;
    present();
}

void WindowStatus::setHidden(qint64 rows, bool shown)
{
    m_hiddenCount = rows;
    m_hiddenShown = shown;
    m_hidden->setToolTip(shown ? tr("Rows of ignored objects, shown just now. Click to hide them.") : tr("Rows of ignored objects. Click to show them."));
    present();
}

void WindowStatus::setPaused(bool paused, qint64 waiting)
{
    m_isPaused = paused;
    m_waiting = waiting;
    present();
}

void WindowStatus::setSilenced(const QString &left, const QString &tip)
{
    m_silence = left;
    m_silenced->setToolTip(tip);
    present();
}

void WindowStatus::setArchive(const ArchiveState &state)
{
    m_archiveState = state;
    present();
}

void WindowStatus::setOutbox(int targets)
{
    m_outboxCount = targets;
    present();
}

void WindowStatus::setRules(const RulesState &state)
{
    m_rulesState = state;
    present();
}

void WindowStatus::present()
{
    for (QToolButton *button : findChildren<QToolButton *>(Qt::FindDirectChildrenOnly))
        button->setIconSize({Theme::scaled(kGlyph), Theme::scaled(kGlyph)});
    const StreamModel::Totals &t = m_totals;
    Face streams;
    if (t.configured == 0)
        streams = {tr("no streams yet"), u"stopped"_s, &Palette::muted};
    else if (t.troubled > 0)
        streams = {tr("%1 listening, %2 in trouble").arg(t.listening).arg(t.troubled), u"degraded"_s, &Palette::warn, true};
    else if (t.connecting > 0)
        streams = {tr("%1 listening, %2 connecting").arg(t.listening).arg(t.connecting), u"connecting"_s, &Palette::accent};
    else if (t.listening > 0)
        streams = {tr("%n stream(s) listening", nullptr, t.listening), u"live"_s, &Palette::good};
    else if (t.needSignIn > 0)
        streams = {tr("no stream is listening"), u"stopped"_s, &Palette::muted, true};
    else
        streams = {tr("all streams stopped"), u"stopped"_s, &Palette::muted, true};
    put(m_streams, streams);
    put(m_signIn, {.text = tr("%n need(s) sign-in", nullptr, t.needSignIn), .glyph = u"needssignin"_s, .colour = &Palette::bad,
                   .strong = true, .visible = t.needSignIn > 0});
    const bool running = t.configured > t.stopped;
    put(m_rate, {.text = streamwords::rate(t.perSecond), .visible = running});
    const QString lag = !t.lagKnown ? tr("lag not known")
        : t.lagComplete             ? tr("lag %1").arg(streamwords::count(t.lag))
                                    : tr("lag %1 or more").arg(streamwords::count(t.lag));
    put(m_lag, {.text = lag, .visible = running});
    put(m_hidden, {.text = m_hiddenShown ? tr("ignored %1, shown").arg(streamwords::count(m_hiddenCount)) : tr("hidden %1").arg(streamwords::count(m_hiddenCount)), .visible = m_hiddenCount > 0});
    put(m_unseen, {.text = tr("unseen %1").arg(streamwords::count(m_unseenCount))});
    put(m_paused, {.text = m_waiting > 0 ? tr("view paused, %1 waiting").arg(streamwords::count(m_waiting)) : tr("view paused"),
                   .glyph = u"pause"_s, .colour = &Palette::warn, .strong = true, .visible = m_isPaused});
    put(m_silenced, {.text = m_silence, .glyph = u"pause"_s, .colour = &Palette::warn, .strong = true, .visible = !m_silence.isEmpty()});
    const ArchiveState &a = m_archiveState;
    if (!a.trouble.isEmpty())
        put(m_archive, {.text = tr("archive: not writing"), .glyph = u"cross"_s, .colour = &Palette::bad, .strong = true});
    else if (a.bytes < 0)
        put(m_archive, {.text = tr("archive: asking")});
    else
        put(m_archive, {.text = tr("archive %1 of %2").arg(streamwords::bytes(a.bytes), streamwords::bytes(a.quota))});
    m_archive->setToolTip(formats::plainTip(a.trouble));
    put(m_gaps, {.text = tr("gaps %1").arg(streamwords::count(std::max<qint64>(0, a.gaps))),
                 .glyph = a.gaps > 0 ? u"degraded"_s : QString(), .colour = &Palette::warn, .strong = a.gaps > 0, .visible = a.gaps >= 0});
    put(m_outbox, {.text = tr("outbox %1").arg(streamwords::count(m_outboxCount)), .glyph = u"wait"_s, .colour = &Palette::accent, .visible = m_outboxCount > 0});
    put(m_rules, rulesFace());
    fitRules();
}

// Where there is no room for its word the shape stands alone: a bar of many items must not hold the window wide.
void WindowStatus::fitRules()
{
    if (m_rules->isHidden())
        return;
    m_rules->setToolTip(formats::plainTip(m_rules->text()));
    m_rules->setToolButtonStyle(Qt::ToolButtonIconOnly);
    const int narrow = m_rules->sizeHint().width();
    m_rules->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_rules->setMinimumWidth(narrow);
    if (width() < minimumSizeHint().width() - narrow + m_rules->sizeHint().width())
        m_rules->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void WindowStatus::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    fitRules();
}

// Silenced, held back or wrong never looks like armed.
WindowStatus::Face WindowStatus::rulesFace() const
{
    if (!m_rulesState)
        return {.text = {}, .visible = false};
    const RulesState &r = *m_rulesState;
    if (r.broken)
        return {.text = tr("rules cannot be read"), .glyph = u"cross"_s, .colour = &Palette::bad, .strong = true};
    if (r.wrong)
        return {.text = tr("a rule went wrong"), .glyph = u"cross"_s, .colour = &Palette::bad, .strong = true};
    if (r.waiting)
        return {.text = tr("a rule asks"), .glyph = u"lock"_s, .colour = &Palette::warn, .strong = true};
    if (r.armed == 0)
        return {.text = tr("no rule armed"), .glyph = u"stopped"_s, .colour = &Palette::muted};
    const QString armed = tr("%n rule(s) armed", nullptr, r.armed);
    if (!m_silence.isEmpty()) // an item of its own says for how long
        return {.text = armed, .glyph = u"pause"_s, .colour = &Palette::muted};
    return {.text = armed, .glyph = u"bell"_s, .colour = &Palette::good};
}

void WindowStatus::tick()
{
    const QString now = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const QString text = tr("UT %1").arg(now);
    if (m_clock->text() != text)
        put(m_clock, {.text = text});
}

void WindowStatus::say(const QString &message, bool bad)
{
    m_message->setText(message);
    m_message->setToolTip(formats::plainTip(message));
    QPalette colours;
    colours.setColor(QPalette::WindowText, bad ? Theme::palette().bad : Theme::palette().text);
    m_message->setPalette(colours);
    m_messageEnd->start();
    m_message->setAccessibleName(message);
    QAccessibleEvent event(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString WindowStatus::said() const
{
    return m_message->text();
}

void WindowStatus::paintEvent(QPaintEvent *)
{
    const Palette &colours = Theme::palette();
    QPainter painter(this);
    painter.fillRect(rect(), colours.window);
    painter.fillRect(0, 0, width(), 1, colours.line);
    // A short line behind every item of the left row; the message and the time stand alone.
    for (const QToolButton *item : findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)) {
        if (item->isVisible() && item != m_clock)
            painter.fillRect(item->geometry().right() + 3, (height() - 12) / 2, 1, 12, colours.line);
    }
}

void WindowStatus::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        present();
}

} // namespace tocsin::ui
