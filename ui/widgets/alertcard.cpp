// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alertcard.h"

#include "ui/models/cellfilter.h"
#include "ui/models/packetloader.h"
#include "ui/theme/theme.h"
#include "ui/widgets/changesbox.h"
#include "ui/widgets/copying.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/revisionbutton.h"
#include "ui/widgets/taglabel.h"
#include "ui/widgets/valueactions.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCopyEdge = 22; // right of the values
constexpr int kFocusEdge = 4; // left of a value: its focus mark
constexpr int kLeastForm = 40; // of a second form, at text scale 1; less says nothing

} // namespace

AlertCard::AlertCard(QWidget *parent)
    : QWidget(parent), m_glyph(new QLabel(this)), m_title(new ElidedLabel(Qt::ElideMiddle, this)), m_test(new TagLabel(true, this)),
      m_stage(new TagLabel(false, this)), m_revisions(new RevisionButton(this)), m_head(new QHBoxLayout), m_below(new QHBoxLayout), m_summary(new QLabel(this)), m_note(new QLabel(this)),
      m_changes(new ChangesBox(this)), m_grid(new QGridLayout), m_buttons(new FlowLayout),
      m_problemsLabel(new QLabel(tr("Notes"), this)), m_problems(new QLabel(this)), m_copy(new QToolButton(this))
{
    setAccessibleName(tr("Card"));
    for (QLabel *label : {m_summary, m_note, m_problems}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    m_head->setSpacing(8);
    m_head->addWidget(m_glyph);
    m_head->addWidget(m_title);
    m_head->addWidget(m_stage);
    m_head->addWidget(m_test);
    m_head->addStretch();
    m_head->addWidget(m_revisions);
    m_grid->setHorizontalSpacing(12 - kFocusEdge);
    m_grid->setContentsMargins(0, 0, kCopyEdge - 12 + 4, 0);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(2, 1);
    m_buttons->setSpacing(6);
    m_buttons->setContentsMargins(0, 4, 0, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    column->addLayout(m_head);
    column->addWidget(m_summary);
    column->addLayout(m_below);
    column->addWidget(m_note);
    column->addWidget(m_changes);
    column->addLayout(m_grid);
    column->addLayout(m_buttons);
    column->addStretch();
    m_name = addLine(tr("Name"), Kind::WholeRow, "name");
    m_id = addLine(tr("ID"), Kind::WholeRow, "id");
    m_ra = addLine(tr("RA"), Kind::TwoForms, "ra");
    m_dec = addLine(tr("Dec"), Kind::TwoForms, "dec");
    m_time = addLine(tr("Time"), Kind::TwoForms, "timestamp");
    m_magnitude = addLine(tr("Magnitude"), Kind::TwoForms, "mag");
    m_score = addLine(tr("Score"), Kind::TwoForms, "score");
    m_error = addLine(tr("Error"), Kind::TwoForms, "error_radius");
    m_far = addLine(tr("FAR"), Kind::TwoForms, "far");
    m_link = addLine(tr("Link"), Kind::WholeRow, "url");
    m_target = addLine(tr("Target"), Kind::WholeRow, nullptr);
    m_arrived = addLine(tr("Arrived"), Kind::TwoForms, "stream");
    m_topic = addLine(tr("Topic"), Kind::WholeRow, "topic");
    m_problems->setAccessibleName(m_problemsLabel->text());
    m_grid->addWidget(m_problemsLabel, m_grid->rowCount(), 0, Qt::AlignTop);
    m_grid->addWidget(m_problems, m_grid->rowCount() - 1, 1, 1, 2, Qt::AlignTop);
    m_copy->setIcon(Theme::icon(u"edit-copy"_s));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::NoFocus); // by keyboard: Ctrl+C on the value
    m_copy->setAccessibleName(tr("Copy value"));
    connect(m_copy, &QToolButton::clicked, this, [this] {
        if (m_copied)
            copyLine(*m_copied);
    });
    for (Line *line : lines()) {
        for (QWidget *part : {static_cast<QWidget *>(line->label), static_cast<QWidget *>(line->value), static_cast<QWidget *>(line->second)}) {
            if (part)
                part->installEventFilter(this);
        }
    }
    connect(m_revisions, &RevisionButton::rowWanted, this, &AlertCard::rowWanted);
    connect(m_changes, &ChangesBox::compareWanted, this, &AlertCard::compareWanted);
    useLook();
    clear();
}

AlertCard::Line AlertCard::addLine(const QString &text, Kind kind, const char *key)
{
    Line line{.key = key};
    const int row = m_grid->rowCount();
    line.label = new QLabel(text, this);
    line.label->setTextFormat(Qt::PlainText);
    line.value = new ElidedLabel(Qt::ElideMiddle, this);
    line.value->setContentsMargins(kFocusEdge, 0, 2, 0);
    // How assistive technology finds the value (contract, section 7).
    line.value->setAccessibleName(text);
    line.label->setBuddy(line.value);
    m_grid->addWidget(line.label, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.value, row, 1, 1, kind == Kind::WholeRow ? 2 : 1, Qt::AlignTop);
    if (kind == Kind::TwoForms) {
        line.second = new ElidedLabel(Qt::ElideRight, this);
        m_grid->addWidget(line.second, row, 2, Qt::AlignTop);
    }
    return line;
}

QList<AlertCard::Line *> AlertCard::lines()
{
    return {&m_name, &m_id, &m_ra, &m_dec, &m_time, &m_magnitude, &m_score, &m_error, &m_far, &m_link, &m_target, &m_arrived, &m_topic};
}

void AlertCard::setActions(QAction *mark, const QList<QMenu *> &menus)
{
    auto *markButton = new QPushButton(mark->icon(), mark->text(), this);
    const auto follow = [markButton, mark] { markButton->setEnabled(mark->isEnabled()); };
    connect(mark, &QAction::changed, markButton, follow);
    connect(markButton, &QPushButton::clicked, mark, &QAction::trigger);
    follow();
    markButton->setToolTip(mark->toolTip());
    QList<QPushButton *> buttons{markButton};
    for (QMenu *menu : menus) {
        auto *button = new QPushButton(menu->title(), this);
        button->setMenu(menu);
        buttons << button;
    }
    QWidget *before = m_topic.value; // in the order of Tab
    for (QPushButton *button : std::as_const(buttons)) {
        button->setAutoDefault(false);
        m_buttons->addWidget(button);
        setTabOrder(std::exchange(before, button), button);
    }
}

void AlertCard::set(Line &line, const QString &value, const QString &second)
{
    const bool missing = value.isEmpty();
    line.value->setFullText(missing ? tr("— not sent") : value);
    line.value->setForegroundRole(missing ? QPalette::PlaceholderText : QPalette::WindowText);
    if (line.second)
        line.second->setFullText(second);
}

void AlertCard::setVisible(Line &line, bool on)
{
    line.label->setVisible(on);
    line.value->setVisible(on);
    if (line.second)
        line.second->setVisible(on);
}

void AlertCard::offerCopy(const Line *line)
{
    m_copied = line;
    m_copy->setVisible(line != nullptr);
    if (!line)
        return;
    m_copy->setToolTip(tr("Copy %1").arg(line->label->text()));
    m_copy->resize(kCopyEdge, kCopyEdge);
    m_copy->move(width() - kCopyEdge - 2, line->value->geometry().center().y() - kCopyEdge / 2);
    m_copy->raise();
}

void AlertCard::copyLine(const Line &line) const
{
    copyToClipboard(*this, line.value->fullText());
}

void AlertCard::setTabStop(const Line *line)
{
    m_stop = line;
    for (const Line *each : lines())
        each->value->setFocusPolicy(each == line ? Qt::StrongFocus : Qt::ClickFocus);
}

bool AlertCard::handleKey(const Line &line, const QKeyEvent &event)
{
    const Qt::KeyboardModifiers with = event.modifiers() & ~Qt::KeypadModifier;
    if (event.matches(QKeySequence::Copy) && !line.value->hasSelectedText()) {
        copyLine(line);
        return true;
    }
    if (event.key() == Qt::Key_F && (with == Qt::NoModifier || with == Qt::ShiftModifier) && m_alert && line.key) {
        const CellFilter filter = keyFilter(line.key, *m_alert);
        Q_EMIT conditionWanted(with == Qt::ShiftModifier ? filter.without : filter.only);
        return true;
    }
    if ((event.key() != Qt::Key_Up && event.key() != Qt::Key_Down) || with != Qt::NoModifier)
        return false;
    const QList<Line *> all = lines();
    const int step = event.key() == Qt::Key_Down ? 1 : -1;
    const qsizetype here = std::ranges::find(all, &line) - all.begin();
    for (qsizetype at = here + step; at >= 0 && at < all.size(); at += step) {
        if (all[at]->value->isVisibleTo(this)) {
            all[at]->value->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            break;
        }
    }
    return true;
}

void AlertCard::popupMenu(const Line &line, const QPoint &at)
{
    if (!m_alert || !line.key)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool sent = line.value->foregroundRole() != QPalette::PlaceholderText;
    if (line.value->hasSelectedText())
        connect(menu->addAction(tr("Copy the selection")), &QAction::triggered, this,
                [this, text = line.value->selectedText()] { copyToClipboard(*this, text); });
    QAction *copy = menu->addAction(Theme::icon(u"edit-copy"_s), tr("Copy value"));
    copy->setEnabled(sent);
    connect(copy, &QAction::triggered, this, [this, &line] { copyLine(line); });
    menu->addSeparator();
    const ValueActions actions{.filter = keyFilter(line.key, *m_alert),
                               .narrow = [this](const QString &condition) { Q_EMIT conditionWanted(condition); },
                               .addColumn = [this, key = line.key] { Q_EMIT columnWanted(QString::fromLatin1(key)); },
                               .copy = [this](const QString &condition) { copyToClipboard(*this, condition); }};
    actions.addTo(*menu);
    menu->popup(at);
}

bool AlertCard::eventFilter(QObject *watched, QEvent *event)
{
    const QList<Line *> all = lines();
    const auto found = std::ranges::find_if(all, [watched](const Line *line) {
        return watched == line->label || watched == line->value || (line->second && watched == line->second);
    });
    if (found == all.end())
        return QWidget::eventFilter(watched, event);
    const Line &line = **found;
    switch (event->type()) {
    case QEvent::Enter:
        offerCopy(line.value->foregroundRole() == QPalette::PlaceholderText ? nullptr : &line); // what was not sent is no value
        break;
    case QEvent::FocusIn:
        if (watched == line.value)
            setTabStop(&line);
        break;
    case QEvent::KeyPress:
        if (watched == line.value && handleKey(line, *static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::ContextMenu: {
        const auto *asked = static_cast<QContextMenuEvent *>(event);
        const bool keyboard = asked->reason() == QContextMenuEvent::Keyboard;
        popupMenu(line, keyboard ? line.value->mapToGlobal(line.value->rect().bottomLeft()) : asked->globalPos());
        return true;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool AlertCard::event(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        offerCopy(nullptr);
    return QWidget::event(event);
}

void AlertCard::showChanges(const ComparedPacket &packet)
{
    m_revisions->setRevisions(packet.revisions);
    placeRevisions();
    m_changes->showChanges(packet);
}

// At the right of the head, as long as the name has its room.
void AlertCard::placeRevisions()
{
    int needed = m_revisions->sizeHint().width() + m_title->sizeHint().width() + Theme::scaled(kGlyph) + 3 * m_head->spacing();
    for (const TagLabel *tag : {m_stage, m_test})
        needed += tag->isVisibleTo(this) ? tag->sizeHint().width() + m_head->spacing() : 0;
    const QMargins around = layout()->contentsMargins();
    QHBoxLayout *wanted = needed <= width() - around.left() - around.right() ? m_head : m_below;
    if (wanted->indexOf(m_revisions) >= 0)
        return;
    (wanted == m_head ? m_below : m_head)->removeWidget(m_revisions);
    wanted->addWidget(m_revisions, 0, wanted == m_below ? Qt::AlignLeft : Qt::Alignment());
}

// A value has its room before its second form has any. The time, which is the longest by far, takes that of its own rather
// than the forms of the others.
void AlertCard::fitForms()
{
    const bool timed = m_time.value->isVisibleTo(this);
    int labels = 0;
    int values = 0; // but for the time
    int forms = 0;
    for (const Line *line : lines()) {
        labels = std::max(labels, line->label->sizeHint().width());
        if (!line->second || !line->value->isVisibleTo(this) || line == &m_time)
            continue;
        values = std::max(values, line->value->sizeHint().width());
        forms = std::max(forms, line->second->sizeHint().width());
    }
    const QMargins around = layout()->contentsMargins() + m_grid->contentsMargins();
    const int room = width() - around.left() - around.right() - labels - 2 * m_grid->horizontalSpacing();
    const int time = timed ? m_time.value->sizeHint().width() : 0;
    const bool alone = timed && room - std::max(values, time) < std::max(forms, m_time.second->sizeHint().width());
    const int row = rowOf(m_time);
    m_grid->removeWidget(m_time.value);
    m_grid->addWidget(m_time.value, row, 1, 1, alone ? 2 : 1, Qt::AlignTop);
    m_time.second->setVisible(timed && !alone);
    const int widest = alone ? values : std::max(values, time);
    const int left = room - widest;
    for (const Line *line : lines()) {
        if (!line->second)
            continue;
        const bool shown = left >= Theme::scaled(kLeastForm);
        line->second->setMaximumWidth(shown ? left : 0);
        line->value->setMaximumWidth(shown && !(alone && line == &m_time) ? widest : QWIDGETSIZE_MAX); // else lines without forms widen them
    }
}

int AlertCard::rowOf(const Line &line) const
{
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_grid->getItemPosition(m_grid->indexOf(line.label), &row, &column, &rows, &columns);
    return row;
}

void AlertCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeRevisions();
    fitForms();
}

void AlertCard::goToRevision(int step)
{
    m_revisions->go(step);
}

void AlertCard::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void AlertCard::clear()
{
    offerCopy(nullptr);
    m_alert.reset();
    m_revisions->clear();
    m_changes->clear();
    m_note->hide();
    m_glyph->clear();
    m_title->setFullText({});
    m_stage->setTag({}, {});
    m_test->setTag({}, {});
    m_summary->clear();
    for (Line *line : lines())
        setVisible(*line, false);
    m_problemsLabel->hide();
    m_problems->hide();
}

void AlertCard::useLook()
{
    m_title->setFont([] {
        QFont font = Theme::font(Theme::Font::Heading);
        font.setPointSizeF(font.pointSizeF() * 20 / 18);
        return font;
    }());
    m_summary->setFont(Theme::font(Theme::Font::Medium));
    const QFont body = Theme::font(Theme::Font::Body);
    const QFont small = Theme::font(Theme::Font::Small);
    // The smaller letters stand on the same line as the value's first one.
    const int lower = std::max(0, QFontMetrics(body).ascent() - QFontMetrics(small).ascent());
    const auto quiet = [&](QLabel *label) {
        label->setFont(small);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(0, lower, 0, 0);
    };
    for (Line *line : lines()) {
        quiet(line->label);
        if (line->second)
            quiet(line->second);
        line->value->setFont(body);
    }
    quiet(m_problemsLabel);
    m_note->setFont(small);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_problems->setFont(body);
}

void AlertCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        useLook();
}

} // namespace tocsin::ui
