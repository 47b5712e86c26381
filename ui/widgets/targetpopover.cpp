// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/targetpopover.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/duplicateview.h"
#include "ui/widgets/fittingscroll.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/targetform.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kWidth = 390; // look.md 6
constexpr int kEdge = 16;
constexpr int kGlyph = 18;
constexpr int kFromEdge = 8; // of the window
constexpr auto kTyping = 400ms; // of a pause in which a changed name is looked for
constexpr auto kPatience = 40s; // then the outbox sees to it

} // namespace

TargetPopover::TargetPopover(TargetDesk &desk, RestrictedRows &restricted, QWidget *window)
    : QWidget(window), m_desk(desk), m_restricted(restricted), m_head(new QHBoxLayout), m_glyph(new QLabel(this)), m_title(new QLabel(tr("Create target"), this)),
      m_hint(new QLabel(tr("Esc closes"), this)), m_body(new QWidget(this)), m_scroll(new FittingScroll(m_body, 0, 120)), m_form(new TargetForm(m_body)),
      m_notice(new QLabel(m_body)), m_panel(new MessagePanel(m_body)), m_duplicates(new DuplicateView(m_body)), m_photometryRow(new QWidget(m_body)), m_photometry(new QCheckBox(tr("Send photometry:"), m_photometryRow)), m_points(new QLabel(m_photometryRow)),
      m_next(new QLabel(m_body)), m_foot(new QWidget(this)), m_leftButton(new QPushButton(m_foot)), m_secondButton(new QPushButton(m_foot)),
      m_primary(new QPushButton(m_foot))
{
    hide();
    setAccessibleName(m_title->text());
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_head->setContentsMargins(kEdge, 12, kEdge, 6);
    m_head->setSpacing(8);
    m_head->addWidget(m_glyph);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_hint);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto *inside = new QVBoxLayout(m_body);
    inside->setContentsMargins(kEdge, 4, kEdge, 14);
    inside->setSpacing(10);
    for (QWidget *each : std::initializer_list<QWidget *>{m_form, m_notice, m_panel, m_duplicates, m_photometryRow, m_next})
        inside->addWidget(each);
    inside->addStretch();
    for (QLabel *text : {m_notice, m_next, m_points})
        text->setTextFormat(Qt::PlainText);
    for (QLabel *text : {m_notice, m_next}) {
        text->setWordWrap(true);
        text->setForegroundRole(QPalette::PlaceholderText);
    }
    auto *points = new QHBoxLayout(m_photometryRow);
    points->setContentsMargins(0, 0, 0, 0);
    points->setSpacing(4);
    points->addWidget(m_photometry);
    points->addWidget(m_points, 1);
    m_points->setWordWrap(true);
    m_points->setBuddy(m_photometry);
    auto *buttons = new QHBoxLayout(m_foot);
    buttons->setContentsMargins(kEdge, 10, kEdge, 12);
    buttons->setSpacing(8);
    buttons->addWidget(m_leftButton);
    buttons->addStretch();
    buttons->addWidget(m_secondButton);
    buttons->addWidget(m_primary);
    Theme::setPrimary(m_primary, true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_foot);
    useLook();

    connect(m_leftButton, &QPushButton::clicked, this, [this] { act(m_leftVerb); });
    connect(m_secondButton, &QPushButton::clicked, this, [this] { act(m_secondVerb); });
    connect(m_primary, &QPushButton::clicked, this, [this] { act(m_primaryVerb); });
    connect(m_form, &TargetForm::accountChosen, this, &TargetPopover::chooseTom);
    connect(m_form, &TargetForm::nameEdited, this, [this] {
        m_question.reset(); // it asked for the former name
        m_typing.start();
        if (m_state != State::Local)
            show(State::Looking);
    });
    connect(&m_desk, &TargetDesk::settled, this, &TargetPopover::takeSettled);
    connect(&m_desk, &TargetDesk::strangersCanSee, this, &TargetPopover::takeStrangers);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTyping);
    connect(&m_typing, &QTimer::timeout, this, &TargetPopover::look);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(m_sent); });
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (--m_secondsLeft <= 0)
            look();
        else
            sayNext();
    });
}

TargetPopover::~TargetPopover() = default;

void TargetPopover::begin(const QRect &anchor)
{
    m_session = std::make_unique<QObject>();
    m_question.reset();
    m_anchor = anchor;
    m_before = QApplication::focusWidget();
    m_facts = {};
    m_lookup = {};
    m_sent = {};
    m_armed = false;
    m_waits = false;
    m_allowed = false;
    m_told = 0;
    m_patience.stop();
    m_photometry->setChecked(true);
    const std::vector<TargetDesk::Tom> toms = m_desk.toms();
    const bool known = std::ranges::find(toms, m_lastTom, &TargetDesk::Tom::account) != toms.end();
    m_form->setToms(toms, toms.empty() ? QString() : known ? m_lastTom : toms.front().account);
    qApp->installEventFilter(this);
}

void TargetPopover::openFor(int64_t row, const Alert *known, const QRect &anchor)
{
    begin(anchor);
    m_draft = {};
    m_draft.row = row;
    if (known) {
        m_draft.name = formats::plain(known->name.empty() ? known->id : known->name);
        m_draft.ra = known->hasPosition() ? known->ra.value : 0;
        m_draft.dec = known->hasPosition() ? known->dec.value : 0;
    }
    m_form->setDraft(m_draft);
    show(State::Reading);
    raise();
    setFocus(Qt::PopupFocusReason);
    m_desk.draft(row, m_session.get(), [this](const Result<tom::Draft> &draft) { takeDraft(draft); });
}

void TargetPopover::openRefused(const tom::TargetRecord &record, const QRect &anchor)
{
    begin(anchor);
    m_draft = record.draft;
    m_form->setToms(m_desk.toms(), record.account);
    m_form->setDraft(m_draft);
    m_sent = record;
    askFacts();
    fail(tr("%1 refused the target").arg(m_form->host()), record.why, record.problems);
    raise();
}

// Below the row, above it where there is no room; always inside the window.
void TargetPopover::place()
{
    const QRect room = parentWidget()->rect().adjusted(kFromEdge, kFromEdge, -kFromEdge, -kFromEdge);
    const int wide = std::min(Theme::scaled(kWidth), room.width());
    // Beside each other as long as all words have their room.
    int needed = 2 * (kEdge + 1);
    for (const QPushButton *button : {m_leftButton, m_secondButton, m_primary})
        needed += button->isVisibleTo(m_foot) ? button->sizeHint().width() + m_foot->layout()->spacing() : 0;
    static_cast<QBoxLayout *>(m_foot->layout())->setDirection(needed <= wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // As high as what is in it: the scroll bar is for windows that have less room.
    m_body->layout()->activate();
    const int whole = m_head->sizeHint().height() + m_body->layout()->totalHeightForWidth(wide - 2) + m_foot->layout()->totalSizeHint().height() + 2;
    const int high = std::min(whole, room.height());
    // One that was there a moment ago narrows the texts, which then need it.
    m_scroll->setVerticalScrollBarPolicy(whole > high ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int x = std::clamp(m_anchor.left(), room.left(), std::max(room.left(), room.right() - wide + 1));
    const int below = m_anchor.bottom() + 2;
    const int above = m_anchor.top() - 1 - high;
    const int y = below + high <= room.bottom() + 1 ? below : above;
    setGeometry(x, std::clamp(y, room.top(), std::max(room.top(), room.bottom() - high + 1)), wide, high);
}

void TargetPopover::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous() || !parentWidget()->isVisible())
        return;
    qApp->removeEventFilter(this);
    m_session.reset();
    m_question.reset();
    for (QTimer *timer : {&m_second, &m_typing, &m_patience})
        timer->stop();
    m_state = State::Closed;
    if (const QWidget *focus = QApplication::focusWidget(); m_before && focus && (focus == this || isAncestorOf(focus)))
        m_before->setFocus(Qt::OtherFocusReason);
}

void TargetPopover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return; // what is pressed here is not for the table below
    // On another button Enter would press what nobody looks at; a key that is held down decides nothing.
    QWidget *focus = QApplication::focusWidget();
    if (event->isAutoRepeat() || ((focus == m_leftButton || focus == m_secondButton) && focus->isVisible())) {
        if (focus == m_secondButton && m_secondVerb == Verb::Close && !event->isAutoRepeat())
            hide();
        return;
    }
    if (m_primary->isEnabled())
        act(m_primaryVerb);
}

bool TargetPopover::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        place();
    return done;
}

// A click beside it closes it, as any popup; the window may become smaller below it.
bool TargetPopover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && !QApplication::activePopupWidget()) {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget != this && widget->window() == window() && !isAncestorOf(widget))
            hide();
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &TargetPopover::place, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

QList<QWidget *> TargetPopover::fields() const
{
    QList<QWidget *> all = m_form->fields();
    for (QWidget *each : m_duplicates->findChildren<QToolButton *>())
        all << each;
    all << m_photometry << m_leftButton << m_secondButton << m_primary;
    all.removeIf([](const QWidget *each) { return !each->isVisible() || !each->isEnabled() || (each->focusPolicy() & Qt::TabFocus) != Qt::TabFocus; });
    return all;
}

// Tab stays inside until it closes.
bool TargetPopover::focusNextPrevChild(bool next)
{
    const QList<QWidget *> all = fields();
    if (all.isEmpty())
        return true;
    const qsizetype at = all.indexOf(QApplication::focusWidget());
    const qsizetype to = at < 0 ? (next ? 0 : all.size() - 1) : (at + (next ? 1 : all.size() - 1)) % all.size();
    all[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    m_scroll->ensureWidgetVisible(all[to]);
    return true;
}

void TargetPopover::useLook()
{
    m_title->setFont(Theme::font(Theme::Font::Subheading));
    for (QLabel *text : {m_hint, m_notice, m_next})
        text->setFont(Theme::font(Theme::Font::Small));
    m_glyph->setPixmap(Theme::glyph(u"target"_s, Theme::scaled(kGlyph), Theme::palette().accent, devicePixelRatioF()));
}

void TargetPopover::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        useLook();
}

void TargetPopover::paintEvent(QPaintEvent *)
{
    const Palette &colours = Theme::palette();
    QPainter painter(this);
    painter.fillRect(rect(), colours.lineStrong);
    painter.fillRect(rect().adjusted(1, 1, -1, -1), colours.base);
    painter.fillRect(QRect(1, m_foot->y(), width() - 2, 1), colours.line);
}

} // namespace tocsin::ui
