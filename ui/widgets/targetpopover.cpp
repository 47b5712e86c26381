// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/targetpopover.h"

#include "ui/models/targetwords.h"
#include "ui/restrictedrows.h"
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
constexpr int kLookAgain = 60; // s, while a TOM is away

bool isAway(const Error &error)
{
    return error.kind == ErrorKind::NoConnection || error.kind == ErrorKind::NameNotResolved || error.kind == ErrorKind::TimeLimit || error.retriable;
}

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
    for (QLabel *text : {m_notice, m_next}) {
        text->setTextFormat(Qt::PlainText);
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

void TargetPopover::takeDraft(const Result<tom::Draft> &draft)
{
    if (!draft) {
        m_panel->setMessage(MessagePanel::Kind::Bad, draft.error().message, draft.error().remedy, draft.error().detail);
        show(State::Refused);
        return;
    }
    m_draft = draft.value();
    m_form->setDraft(m_draft);
    if (!m_draft.refusal.isEmpty()) {
        m_panel->setMessage(MessagePanel::Kind::Bad, tr("This cannot be a target"), m_draft.refusal);
        show(State::Refused);
        return;
    }
    chooseTom(m_form->account());
}

void TargetPopover::chooseTom(const QString &account)
{
    if (!account.isEmpty() && account != m_lastTom) {
        m_lastTom = account;
        Q_EMIT tomChosen(account);
    }
    m_facts = {};
    m_form->setFacts(nullptr);
    look();
}

// Also what is looked for leaves the program: nothing is asked before the person has agreed.
void TargetPopover::look()
{
    m_question.reset();
    m_armed = false;
    if (m_form->account().isEmpty()) {
        show(State::Local);
        return;
    }
    if (m_draft.restricted && !m_restricted.mayGoTo(destination())) {
        show(State::Restricted);
        return;
    }
    show(State::Looking);
    if (m_facts.groups.isEmpty() && m_facts.extras.empty())
        askFacts();
    m_question = std::make_unique<QObject>();
    m_desk.lookUp(m_form->account(), m_form->draft(), m_question.get(), [this](const Result<tom::Lookup> &found) { takeLookup(found); });
}

void TargetPopover::askFacts()
{
    m_desk.facts(m_form->account(), m_session.get(), [this, account = m_form->account()](const Result<tom::TomFacts> &facts) {
        if (!facts || account != m_form->account())
            return; // why, the look for duplicates will say
        m_facts = facts.value();
        m_form->setFacts(&m_facts);
        show(m_state);
    });
}

void TargetPopover::takeLookup(const Result<tom::Lookup> &found)
{
    if (!found) {
        const Error &error = found.error();
        // Agreed to elsewhere than in the journal of this home.
        if (m_draft.restricted && error.kind == ErrorKind::NotAuthorised && !m_allowed) {
            show(State::Restricted);
            return;
        }
        const bool away = isAway(error);
        m_panel->setMessage(MessagePanel::Kind::Bad, away ? tr("The TOM does not answer") : error.message,
                            away ? tr("%1: %2 The target waits in the outbox; it is looked up again before sending.").arg(m_form->host(), targetwords::withStop(error.message)) : error.remedy,
                            error.detail);
        m_secondsLeft = kLookAgain;
        show(away ? State::Down : State::Trouble);
        return;
    }
    m_lookup = found.value();
    if (m_lookup.found.empty()) {
        show(State::New);
        return;
    }
    m_duplicates->setFound(m_form->draft(), m_lookup);
    const tom::Target &first = m_lookup.found.front();
    const QString what = first.distanceArcsec < 0 ? tr("One of the same name or alias")
        : first.sameName                          ? tr("One of the same place and name")
                                                  : tr("One of the same place, under another name");
    m_panel->setMessage(MessagePanel::Kind::Warn, m_lookup.found.size() == 1 ? tr("One target is already there") : tr("%1 targets are already there").arg(m_lookup.found.size()), what);
    show(State::Duplicate);
}

void TargetPopover::create(bool anyway)
{
    if (!m_form->showMissing())
        return;
    if (!m_draft.doubt.isEmpty() && !m_armed) {
        m_armed = true;
        show(m_state);
        return;
    }
    tom::Draft draft = m_form->draft();
    if (!m_facts.takesPhotometry || !m_photometry->isChecked())
        draft.photometry.clear();
    const int64_t refused = m_sent.state == tom::State::Refused ? m_sent.number : 0;
    show(State::Sending);
    m_waits = true;
    m_desk.create(m_form->account(), draft, anyway, 0ms, m_session.get(), [this, refused](const Result<tom::TargetRecord> &record) {
        if (refused != 0 && record)
            m_desk.remove(refused, nullptr, {}); // this one stands for it now
        take(record);
    });
}

void TargetPopover::link(bool alias)
{
    show(State::Sending);
    m_waits = true;
    const auto taken = [this](const Result<tom::TargetRecord> &record) { take(record); };
    const tom::Draft draft = m_form->draft();
    if (alias)
        m_desk.addAsAlias(m_form->account(), draft, m_duplicates->chosen(), m_session.get(), taken);
    else
        m_desk.useExisting(m_form->account(), draft, m_duplicates->chosen(), m_session.get(), taken);
}

void TargetPopover::keep(const QString &account)
{
    if (!m_form->showMissing())
        return;
    show(State::Sending);
    m_waits = false;
    m_desk.create(account, m_form->draft(), false, account.isEmpty() ? 0ms : undoTime(), m_session.get(), [this](const Result<tom::TargetRecord> &record) { take(record); });
}

void TargetPopover::take(const Result<tom::TargetRecord> &record)
{
    if (!record) {
        const Error &error = record.error();
        fail(error.message, error.remedy, {});
        return;
    }
    m_sent = record.value();
    if (m_sent.state == tom::State::Refused) {
        m_told = m_sent.number;
        fail(tr("%1 refused the target").arg(m_form->host()), m_sent.why, m_sent.problems);
        return;
    }
    // Written down and not answered yet: what it waits for comes as settled().
    if (m_waits && m_sent.state == tom::State::Queued && m_sent.why.isEmpty()) {
        m_patience.start();
        return;
    }
    finish(m_sent);
}

void TargetPopover::takeSettled(const tom::TargetRecord &record)
{
    if (m_state != State::Sending || !m_waits || record.number != m_sent.number || m_sent.number == 0)
        return;
    m_patience.stop();
    take(record);
}

void TargetPopover::takeStrangers(const tom::TargetRecord &record)
{
    if (m_state != State::Sending || record.number != m_sent.number || m_sent.number == 0)
        return;
    m_patience.stop();
    m_sent = record;
    m_told = record.number;
    show(State::Strangers);
}

void TargetPopover::finish(const tom::TargetRecord &record)
{
    const tom::TargetRecord told = record; // may be our own, which goes
    m_told = told.state == tom::State::Queued ? 0 : told.number; // of one that waits the end is told later
    hide();
    Q_EMIT made(told);
}

void TargetPopover::fail(const QString &title, const QString &text, const QMap<QString, QString> &problems)
{
    m_form->setLocked(false); // else it takes no focus
    const QStringList rest = m_form->setProblems(problems);
    QString why = rest.join(u'\n');
    if (why.isEmpty())
        why = problems.isEmpty() ? text : tr("Change what is marked above, and create it again.");
    m_panel->setMessage(MessagePanel::Kind::Bad, title, formats::plain(why.toStdString()));
    m_armed = true; // it was told already
    show(State::Failed);
}

void TargetPopover::act(Verb verb)
{
    switch (verb) {
    case Verb::None:
        return;
    case Verb::Close:
        return hide();
    case Verb::Create:
        return create(false);
    case Verb::CreateAnyway:
        return create(true);
    case Verb::UseExisting:
        return link(false);
    case Verb::AddAsAlias:
        return link(true);
    case Verb::Queue:
        return keep(m_form->account());
    case Verb::KeepLocal:
        return keep({});
    case Verb::TryAgain:
        return look();
    case Verb::Allow:
        m_allowed = true;
        m_restricted.allow(destination());
        show(State::Looking);
        m_question = std::make_unique<QObject>();
        m_desk.allowRestricted(m_form->account(), m_question.get(), [this](const Outcome &allowed) {
            if (allowed)
                look();
            else
                takeLookup(allowed.error());
        });
        return;
    case Verb::Accounts: {
        const QString account = m_form->account();
        hide();
        Q_EMIT accountsWanted(account);
        return;
    }
    case Verb::NewAccount:
        hide();
        Q_EMIT accountsWanted({});
        return;
    case Verb::KeepSeen:
        return finish(m_sent);
    case Verb::Delete:
        m_desk.remove(m_sent.number, nullptr, {});
        return hide();
    }
}

QString TargetPopover::destination() const
{
    return RestrictedRows::tom(m_form->account());
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
    const int high = std::min(m_head->sizeHint().height() + m_body->layout()->totalHeightForWidth(wide - 2) + m_foot->layout()->totalSizeHint().height() + 2, room.height());
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
