// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rehearsaldialog.h"

#include "ui/dialogs/dialogparts.h"
#include "ui/models/rulewords.h"
#include "ui/models/streamwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

enum NightColumn { NightName, NightHits, NightAlarms, NightColumnCount };
enum LastColumn { LastWhen, LastName, LastFact, LastAlarm, LastColumnCount };
constexpr int kShareRole = Qt::UserRole + 1; // of the longest bar
constexpr int kRowRole = Qt::UserRole;
constexpr int kRow = 22;
constexpr int kLeastRows = 4;
constexpr int kMostNights = 7; // without scrolling
constexpr int kSteps = 1'000;
constexpr qint64 kManyAlarms = 5; // in a night: more of them wake nobody any more
constexpr int64_t kDayUs = 86'400'000'000;

// Hits as a bar with its number at the left, so that numbers stay under each other.
class BarDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, Theme::scaled(kRow)});
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        own.palette.setColor(QPalette::HighlightedText, own.palette.color(QPalette::Text));
        const double share = index.data(kShareRole).toDouble();
        if (share > 0) {
            const int number = own.fontMetrics.horizontalAdvance(u"00,000"_s) + 16;
            const int room = own.rect.width() - number - 8;
            const int height = Theme::scaled(8);
            painter->fillRect(own.rect.left() + number, own.rect.center().y() - height / 2, std::max(2, qRound(room * share)), height, Theme::palette().spark);
        }
        QStyledItemDelegate::paint(painter, own, index);
    }
};

QTreeWidget *makeTable(const QString &name, const QStringList &header, QWidget *parent)
{
    auto *table = new QTreeWidget(parent);
    table->setAccessibleName(name);
    table->setHeaderLabels(header);
    table->header()->setAccessibleName(RehearsalDialog::tr("Columns"));
    table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->header()->setStretchLastSection(false);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setTextElideMode(Qt::ElideMiddle);
    return table;
}

} // namespace

RehearsalDialog::RehearsalDialog(const QString &title, const QString &sentence, bool arms, QWidget *parent)
    : QDialog(parent), m_arms(arms), m_since(new QComboBox(this)), m_progress(new QProgressBar(this)), m_stop(new QPushButton(tr("Stop"), this)),
      m_state(new QLabel(this)), m_message(new MessagePanel(this)), m_nightsTitle(new QLabel(tr("Hits per night"), this)),
      m_nights(makeTable(tr("Hits per night"), {tr("Night"), tr("Hits"), tr("Alarms")}, this)), m_lastTitle(new QLabel(tr("The last ten"), this)),
      m_last(makeTable(tr("The last ten"), {tr("Time UT"), tr("Name"), tr("Fact"), tr("Alarm")}, this)),
      m_close(new QPushButton(arms ? tr("Cancel") : tr("Close"), this)), m_arm(new QPushButton(tr("Arm now"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rehearsal"));
    resize(QSize(Theme::scaled(700), Theme::scaled(640)).boundedTo(screen()->availableSize() * 9 / 10));
    auto *heading = new QLabel(tr("Rehearsal of “%1”").arg(title), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    heading->setFont(Theme::font(Theme::Font::Heading));
    auto *what = new QLabel(sentence, this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    what->setForegroundRole(QPalette::PlaceholderText);
    m_since->addItem(tr("Last 7 nights"), 7);
    m_since->addItem(tr("Last 30 nights"), 30);
    m_since->addItem(tr("All stored nights"), 0);
    m_since->setAccessibleName(tr("Stored alerts"));
    auto *sinceLabel = new QLabel(tr("Stored alerts"), this);
    sinceLabel->setBuddy(m_since);
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    auto *asked = new QHBoxLayout;
    asked->setSpacing(12);
    asked->addWidget(sinceLabel);
    asked->addWidget(m_since);
    asked->addWidget(m_progress, 1);
    asked->addWidget(m_stop);
    asked->addStretch();
    m_since->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_stop->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setFont(Theme::font(Theme::Font::Strong));
    m_state->setAccessibleName(tr("Result"));
    m_message->hide();
    for (QLabel *each : {m_nightsTitle, m_lastTitle})
        each->setFont(Theme::font(Theme::Font::SmallBold));
    auto *bars = new BarDelegate(m_nights);
    m_nights->setItemDelegate(bars);
    m_nights->header()->setSectionResizeMode(NightHits, QHeaderView::Stretch);
    m_nights->setSelectionMode(QAbstractItemView::SingleSelection);
    m_last->setItemDelegate(new StateRowDelegate(m_last));
    m_last->header()->setSectionResizeMode(LastFact, QHeaderView::Stretch);
    m_last->setToolTip(tr("Double click shows the row in the table"));
    auto *footer = new QHBoxLayout;
    footer->setSpacing(6);
    footer->addStretch();
    footer->addWidget(m_close);
    footer->addWidget(m_arm);
    for (QPushButton *button : {m_stop, m_close, m_arm})
        button->setAutoDefault(false);
    m_arm->setIcon(Theme::icon(u"bell"_s));
    m_arm->setVisible(m_arms);
    if (m_arms)
        Theme::setPrimary(m_arm, true);
    m_close->setDefault(true); // nobody arms a rule with Enter

    auto *inside = new QWidget;
    inside->setBackgroundRole(QPalette::Base);
    auto *content = new QVBoxLayout(inside);
    content->setContentsMargins(20, 20, 20, 8);
    content->setSpacing(10);
    content->addWidget(heading);
    content->addWidget(what);
    content->addLayout(asked);
    content->addWidget(m_state);
    content->addWidget(m_message);
    content->addWidget(m_nightsTitle);
    content->addWidget(m_nights);
    content->addWidget(m_lastTitle);
    content->addWidget(m_last, 1);
    content->addStretch();
    m_last->setMinimumHeight(Theme::scaled(26 + kLeastRows * kRow));
    auto *area = new QScrollArea(this); // with large text there is less room than words
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    footer->setContentsMargins(16, 10, 16, 10);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(area, 1);
    column->addWidget(makeHairline(this));
    column->addLayout(footer);

    connect(m_since, &QComboBox::currentIndexChanged, this, &RehearsalDialog::begin);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_running)
            stop();
        else
            begin();
    });
    m_last->installEventFilter(this);
    connect(m_last, &QTreeWidget::itemDoubleClicked, this, [this](const QTreeWidgetItem *item) { Q_EMIT rowWanted(item->data(0, kRowRole).toLongLong()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_arm, &QPushButton::clicked, this, [this] {
        Q_EMIT armWanted();
        accept();
    });
    connect(this, &QDialog::finished, this, [this] {
        if (m_running)
            Q_EMIT stopWanted();
    });
    setRunning(false);
    m_state->clear();
    fill();
}

UtcTime RehearsalDialog::nightsBack(const UtcTime &now, int nights)
{
    const int64_t half = kDayUs / 2;
    return UtcTime::fromUs((now.us - half) / kDayUs * kDayUs + half - (nights - 1) * kDayUs);
}

void RehearsalDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_stop->setText(running ? tr("Stop") : tr("Again"));
    m_arm->setEnabled(!running && m_result.judged >= 0);
}

void RehearsalDialog::begin()
{
    if (m_running)
        Q_EMIT stopWanted();
    m_result = {};
    m_result.judged = -1; // nothing was found out
    fill();
    m_message->hide();
    setRunning(true);
    setProgress(0, 0);
    const int nights = m_since->currentData().toInt();
    Q_EMIT wanted(nights > 0 ? nightsBack(UtcTime::now(), nights) : UtcTime());
}

void RehearsalDialog::stop()
{
    setRunning(false);
    m_state->setText(tr("Stopped before it was through. Press Again to begin anew."));
    Q_EMIT stopWanted();
}

void RehearsalDialog::setProgress(double fraction, qint64 judged)
{
    if (!m_running)
        return;
    m_progress->setValue(qRound(std::clamp(fraction, 0.0, 1.0) * kSteps));
    m_state->setText(tr("Asking the stored alerts: %1 so far, %2 % done.").arg(streamwords::count(judged)).arg(qRound(std::clamp(fraction, 0.0, 1.0) * 100)));
}

void RehearsalDialog::setResult(const RehearsalResult &result)
{
    if (!m_running)
        return;
    m_result = result;
    setRunning(false);
    fill();
    say(result);
}

void RehearsalDialog::say(const RehearsalResult &result)
{
    m_message->setVisible(true);
    const auto most = std::ranges::max_element(result.nights, {}, &RehearsalResult::Night::alarms);
    const bool all = m_since->currentData().toInt() == 0;
    if (result.judged == 0 && all) {
        m_state->setText(tr("No alert is stored yet"));
        m_message->setMessage(MessagePanel::Kind::Info, tr("There is nothing to rehearse on"),
                              m_arms ? tr("Nobody can say how often this rule will wake you. Let a stream run for some nights and rehearse it again, or arm it now all the same.")
                                     : tr("Let a stream run for some nights, then rehearse it again."));
        return;
    }
    if (result.judged == 0) {
        m_state->setText(tr("No alert was received in these nights"));
        m_message->setMessage(MessagePanel::Kind::Info, tr("There is nothing to rehearse on"), tr("Choose more nights above."));
        return;
    }
    m_state->setText(rulewords::outcome(result));
    if (most != result.nights.end() && most->alarms > kManyAlarms)
        m_message->setMessage(MessagePanel::Kind::Warn, tr("It would have woken you %n time(s) in the night of %1", nullptr, static_cast<int>(most->alarms)).arg(most->night),
                              tr("Make its condition narrower, or allow one alarm in a while only."));
    else if (result.hits() == 0)
        m_message->setMessage(MessagePanel::Kind::Info, tr("Quiet may be right"), tr("Such alerts may be rare. If you expected some, try the condition in the filter box of the window first."));
    else
        m_message->hide();
}

void RehearsalDialog::setFailed(const Error &error)
{
    if (!m_running)
        return;
    setRunning(false);
    m_state->setText(tr("The rehearsal did not come to an end"));
    m_message->setMessage(MessagePanel::Kind::Bad, error.message, error.remedy, error.detail);
    m_message->show();
}

void RehearsalDialog::fill()
{
    const Palette &colours = Theme::palette();
    m_nights->clear();
    m_last->clear();
    qint64 longest = 1;
    for (const RehearsalResult::Night &night : m_result.nights)
        longest = std::max(longest, night.hits);
    for (const RehearsalResult::Night &night : m_result.nights) {
        auto *item = new QTreeWidgetItem(m_nights, {night.night, streamwords::count(night.hits), streamwords::count(night.alarms)});
        item->setData(NightHits, kShareRole, static_cast<double>(night.hits) / static_cast<double>(longest));
        item->setForeground(NightHits, night.hits > 0 ? colours.text : colours.muted);
        item->setForeground(NightAlarms, night.alarms > 0 ? colours.text : colours.muted);
        item->setTextAlignment(NightAlarms, Qt::AlignRight | Qt::AlignVCenter);
    }
    const UtcTime now = UtcTime::now();
    for (const RehearsalResult::Row &row : m_result.last) {
        auto *item = new QTreeWidgetItem(m_last, {formats::timeOfNight(row.when, now), row.name, row.fact, !row.alarms ? row.why : row.why.isEmpty() ? tr("Alarms") : tr("Alarms, sending waits")}); // restricted
        item->setData(0, kRowRole, row.row);
        item->setFont(LastName, Theme::font(Theme::Font::Medium));
        item->setForeground(LastAlarm, row.alarms ? colours.text : colours.muted);
        for (int column = 0; column < LastColumnCount; ++column)
            item->setToolTip(column, formats::plainTip(item->text(column)));
    }
    // As high as its nights are many, up to a week; the rest is for the last ten.
    const int rows = std::clamp(static_cast<int>(m_result.nights.size()), 1, kMostNights);
    m_nights->setFixedHeight(m_nights->header()->sizeHint().height() + rows * std::max(Theme::scaled(kRow), m_nights->sizeHintForRow(0)) + 4);
    if (!m_result.nights.empty())
        m_nights->scrollToItem(m_nights->topLevelItem(m_nights->topLevelItemCount() - 1)); // the newest
    m_nights->setVisible(!m_result.nights.empty());
    m_nightsTitle->setVisible(!m_result.nights.empty());
    m_last->setVisible(!m_result.last.empty());
    m_lastTitle->setVisible(!m_result.last.empty());
}

bool RehearsalDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_last && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_last->currentItem()) {
            Q_EMIT rowWanted(m_last->currentItem()->data(0, kRowRole).toLongLong());
            return true; // else the default button takes it as well
        }
    }
    return QDialog::eventFilter(watched, event);
}

void RehearsalDialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::palette().base);
}

void RehearsalDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill(); // the rows hold colours and glyphs
}

} // namespace tocsin::ui
