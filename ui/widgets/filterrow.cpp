// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterrow.h"

#include "core/filter/text.h"
#include "ui/models/cellfilter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filtercompletion.h"
#include "ui/widgets/filtermessage.h"
#include "ui/widgets/savedfilters.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <climits>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRestMs = 150; // between the last key and the filter
constexpr int kMargin = 12;
constexpr int kSpacing = 6;
constexpr int kGlyph = 14; // at text scale 1, as all below
constexpr int kChip = 112; // glyph and word, with the row's margin

struct Chip {
    const char *word;
    const char *glyph;
    QColor Palette::*colour;
};

// In the order of FilterRow::State.
constexpr Chip kChips[] = {
    {QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "No filter"), "wait", &Palette::muted},
    {QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "Valid"), "tick", &Palette::good},
    {QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "Running %1"), "catchingup", &Palette::accent},
    {QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "Not applied"), "stale", &Palette::warn},
    {QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "Wrong"), "cross", &Palette::bad},
    {QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "Stopped"), "stopped", &Palette::warn},
};

// In the order of FilterRow::Work.
constexpr const char *kWorks[] = {QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "Running %1"), QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "Folding %1"),
                                  QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "Sorting %1")};

QString percent(double fraction)
{
    return QString::number(static_cast<int>(std::clamp(fraction, 0.0, 1.0) * 100)) + u"\u00a0%"_s;
}

bool isMoved(const QEvent &event)
{
    return event.type() == QEvent::Resize || event.type() == QEvent::Move || event.type() == QEvent::Show || event.type() == QEvent::Hide;
}

// Whoever just types a name or some words gets them as a search.
bool isPlainWords(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const auto joins = [](const QString &word) {
        return std::ranges::any_of(std::initializer_list<QLatin1String>{QLatin1String("and"), QLatin1String("or"), QLatin1String("not"), QLatin1String("in")},
                                   [&](QLatin1String each) { return word.compare(each, Qt::CaseInsensitive) == 0; });
    };
    return !words.isEmpty() && std::ranges::none_of(words, joins)
        && std::ranges::all_of(text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate() || c == u'-' || c == u' '; });
}

} // namespace

FilterRow::FilterRow(QWidget *parent)
    : QWidget(parent), m_glyph(new QLabel(this)), m_word(new QLabel(this)), m_box(new FilterBox(this)),
      m_message(new FilterMessage(m_box, this)), m_completion(new FilterCompletion(m_box, m_message)), m_count(new QLabel(this)), m_saved(new SavedFilters(this)), m_rest(new QTimer(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(kMargin, 4, kMargin, 5);
    grid->setHorizontalSpacing(kSpacing);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_glyph, 0, 0);
    grid->addWidget(m_word, 0, 1);
    grid->addWidget(m_box, 0, 2);
    grid->addWidget(m_count, 0, 3);
    grid->addWidget(m_saved, 0, 4);
    grid->addWidget(m_message, 1, 2, 1, 3);
    grid->setColumnStretch(2, 1);
    m_message->hide();
    m_word->setFont(Theme::font(Theme::Font::SmallStrong));
    m_word->setForegroundRole(QPalette::WindowText); // a tool bar's children have a button's
    m_box->installEventFilter(this);
    m_message->installEventFilter(this);
    m_rest->setSingleShot(true);
    m_rest->setInterval(kRestMs);
    connect(m_rest, &QTimer::timeout, this, &FilterRow::apply);
    connect(m_saved, &SavedFilters::chosen, this, [this](const QString &text) {
        setText(text);
        remember();
    });
    connect(m_saved, &SavedFilters::ruleWanted, this, &FilterRow::ruleWanted);
    m_box->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_box, &QWidget::customContextMenuRequested, this, &FilterRow::showMenu);
    connect(m_message, &FilterMessage::correctionWanted, this, &FilterRow::correct);
    connect(m_box, &QLineEdit::textChanged, this, [this](const QString &text) {
        // Clearing shows everything at once; typing waits for a rest.
        if (text.trimmed().isEmpty())
            return apply();
        m_rest->start();
        present();
    });
    connect(m_box, &QLineEdit::textEdited, this, [this] { offer(false); });
    showProblem();
    setCounts(-1, 0);
    present();
}

FilterRow::~FilterRow()
{
    m_box->removeEventFilter(this);
    m_message->removeEventFilter(this);
    delete m_completion;
}

FilterCompletion *FilterRow::completion() const
{
    return m_completion;
}

void FilterRow::offer(bool always)
{
    Q_EMIT samplesWanted();
    m_completion->offer(m_catalogue, always);
}

void FilterRow::hideCompletion()
{
    if (m_completion) // the window may go first
        m_completion->hide();
}

void FilterRow::showMenu(const QPoint &at)
{
    QMenu *menu = m_box->createStandardContextMenu();
    menu->setParent(this, menu->windowFlags());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    QAction *rule = menu->addAction(Theme::icon(u"bell"_s), tr("Make a rule of this filter…"));
    rule->setEnabled(!text().isEmpty());
    connect(rule, &QAction::triggered, this, [this] { Q_EMIT ruleWanted(text()); });
    menu->popup(m_box->mapToGlobal(at));
}

void FilterRow::remember()
{
    if (!m_filter || m_problem)
        return;
    const QString applied = text();
    if (!m_history.isEmpty() && m_history.constFirst() == applied)
        return;
    m_history.removeAll(applied);
    m_history.prepend(applied);
    m_history = m_history.mid(0, kMostHistory);
    m_inHistory = -1;
    Q_EMIT historyChanged(m_history);
}

bool FilterRow::goThroughHistory(int step)
{
    const bool inside = m_inHistory >= 0 && m_inHistory < m_history.size() && m_box->text() == m_history[m_inHistory];
    if (!inside && !m_box->text().isEmpty())
        return false;
    const qsizetype next = (inside ? m_inHistory : -1) + step;
    if (next >= m_history.size() || next < -1 || (next < 0 && !inside))
        return true;
    m_inHistory = next;
    m_box->setText(next < 0 ? QString() : m_history[next]);
    return true;
}

QString FilterRow::text() const
{
    return m_box->text().trimmed();
}

void FilterRow::setText(const QString &text)
{
    m_box->setText(text);
    apply();
}

void FilterRow::narrow(const QString &condition)
{
    setText(joinedFilter(m_filter ? QString::fromStdString(m_filter->text()) : QString(), condition));
    remember();
}

void FilterRow::clear()
{
    m_box->clear();
}

void FilterRow::focusBox()
{
    m_box->setFocus(Qt::ShortcutFocusReason);
    m_box->selectAll();
}

FilterRow::State FilterRow::state() const
{
    if (m_rest->isActive())
        return State::NotApplied;
    if (m_problem)
        return State::Wrong;
    if (m_progress >= 0 && m_work != Work::Running)
        return State::Running;
    if (!m_filter)
        return State::None;
    if (m_progress >= 0)
        return State::Running;
    return m_stopped ? State::Stopped : State::Valid;
}

void FilterRow::apply()
{
    m_rest->stop();
    m_problem.reset();
    if (text().isEmpty()) {
        use(nullptr);
    } else {
        const std::string written = m_box->text().toStdString();
        std::variant<filter::Filter, filter::Problem> compiled = filter::Filter::compile(written, m_catalogue);
        if (auto *valid = std::get_if<filter::Filter>(&compiled)) {
            if (!m_filter || m_filter->text() != written)
                use(std::make_shared<const filter::Filter>(std::move(*valid)));
        } else {
            m_problem = std::get<filter::Problem>(std::move(compiled));
            if (isPlainWords(m_box->text())) {
                m_problem->position = 0;
                m_problem->length = written.size();
                m_problem->suggestion = "word(" + filter::quotedText(text().toStdString()) + ')';
            }
        }
    }
    showProblem();
    present();
}

void FilterRow::use(std::shared_ptr<const filter::Filter> filter)
{
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    m_stopped = false;
    m_saved->setApplied(m_filter ? QString::fromStdString(m_filter->text()).trimmed() : QString());
    Q_EMIT filterChanged(m_filter);
}

void FilterRow::showProblem()
{
    if (m_problem) {
        const filter::Utf16Range place = m_problem->utf16(m_box->text().toStdString());
        QString said = m_problem->message;
        if (!m_problem->expected.isEmpty())
            said = tr("%1 Expected: %2.").arg(said, m_problem->expected);
        m_message->setMessage(place.position, place.length, said, QString::fromStdString(m_problem->suggestion));
        m_box->setAccessibleDescription(said);
    } else {
        m_box->setAccessibleDescription(tr("Shows the rows for which this condition is true. F1 explains the language."));
        if (m_unread > 0)
            m_message->setNote(tr("%n row(s) could not be read, their packets are damaged: “tocsin archive verify” tells which.", nullptr,
                                  static_cast<int>(m_unread)));
    }
    m_message->setVisible(m_problem || m_unread > 0);
}

void FilterRow::setUnread(qint64 rows)
{
    if (rows == m_unread)
        return;
    m_unread = rows;
    showProblem();
}

void FilterRow::correct()
{
    if (m_rest->isActive())
        apply();
    if (!m_problem || m_problem->suggestion.empty())
        return;
    const filter::Utf16Range place = m_problem->utf16(m_box->text().toStdString());
    const QString better = QString::fromStdString(m_problem->suggestion);
    m_box->setFocus(Qt::OtherFocusReason);
    m_box->replace(place.position, place.length, better);
    hideCompletion();
    apply();
}

void FilterRow::setProgress(double fraction, Work work)
{
    if (fraction == m_progress && work == m_work)
        return;
    m_progress = fraction;
    m_work = work;
    present();
}

bool FilterRow::stop()
{
    if (state() != State::Running)
        return false;
    m_stopped = m_work == Work::Running; // a sort or fold that is stopped leaves all rows as they were
    Q_EMIT stopWanted();
    return true;
}

void FilterRow::setCounts(qint64 shown, qint64 total)
{
    m_shown = shown;
    m_total = total;
    present();
}

QString FilterRow::wordOf(State state) const
{
    const QString word = tr(state == State::Running ? kWorks[static_cast<int>(m_work)] : kChips[static_cast<int>(state)].word);
    return state == State::Running ? word.arg(percent(m_progress)) : word;
}

int FilterRow::chipWidth() const
{
    // The widest word of the set, so that the box does not move when the word changes.
    int width = 0;
    for (const Chip &chip : kChips)
        width = std::max(width, m_word->fontMetrics().horizontalAdvance(tr(chip.word).replace(u"%1"_s, percent(1))));
    for (const char *work : kWorks)
        width = std::max(width, m_word->fontMetrics().horizontalAdvance(tr(work).arg(percent(1))));
    return std::max(width + 4, Theme::scaled(kChip - kGlyph) - kMargin - kSpacing);
}

void FilterRow::present()
{
    const State now = state();
    const Chip &chip = kChips[static_cast<int>(now)];
    const QColor colour = Theme::palette().*chip.colour;
    m_glyph->setPixmap(Theme::glyph(QString::fromLatin1(chip.glyph), Theme::scaled(kGlyph), colour, devicePixelRatioF()));
    m_word->setText(wordOf(now));
    m_word->setFixedWidth(chipWidth());
    QPalette colours;
    colours.setColor(QPalette::WindowText, colour);
    m_word->setPalette(colours);

    const QLocale locale;
    if (m_total == 0)
        m_count->setText(tr("no rows"));
    else if (m_shown < 0)
        m_count->setText(tr("%Ln row(s)", nullptr, static_cast<int>(std::min<qint64>(m_total, INT_MAX))));
    else if ((m_progress >= 0 && m_work == Work::Running) || m_stopped)
        m_count->setText(tr("%1 so far").arg(locale.toString(m_shown)));
    else
        m_count->setText(tr("%1 of %2").arg(locale.toString(m_shown), locale.toString(m_total)));
    update();
}

// While a search runs, a bar of two pixels below the box.
void FilterRow::paintEvent(QPaintEvent *)
{
    if (state() != State::Running)
        return;
    QPainter painter(this);
    const QRect bar(m_box->x(), m_box->geometry().bottom() + 3, m_box->width(), 2);
    painter.fillRect(bar, Theme::palette().line);
    painter.fillRect(QRect(bar.topLeft(), QSize(qRound(bar.width() * std::clamp(m_progress, 0.0, 1.0)), 2)), Theme::palette().accent);
}

void FilterRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        present();
}

bool FilterRow::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (!(modifiers & (Qt::AltModifier | Qt::ControlModifier)) && m_completion && m_completion->takeKey(key))
        return true;
    switch (key) {
    case Qt::Key_F1:
        Q_EMIT helpWanted();
        return true;
    case Qt::Key_Space:
        if (!(modifiers & Qt::ControlModifier))
            return false;
        offer(true);
        return true;
    case Qt::Key_Up:
        return goThroughHistory(1);
    case Qt::Key_Down:
        return goThroughHistory(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers & Qt::AltModifier) {
            correct();
            return true;
        }
        apply();
        remember();
        if (!m_problem)
            Q_EMIT left();
        return true;
    case Qt::Key_Escape:
        if (stop())
            return true;
        apply();
        remember();
        Q_EMIT left();
        return true;
    default:
        return false;
    }
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_box && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers()))
            return true;
    } else if (watched == m_box && event->type() == QEvent::ShortcutOverride) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_F1)
            event->accept(); // of the language, not of the keys
    } else if (watched == m_box && event->type() == QEvent::FocusOut) {
        hideCompletion();
        remember();
    } else if (watched == m_box && event->type() == QEvent::Hide) {
        hideCompletion();
    } else if (isMoved(*event) && m_completion && m_completion->isVisible()) {
        m_completion->place(); // the count beside the box grows, a message comes below it
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tocsin::ui
