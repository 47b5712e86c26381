// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/targetsbulkdialog.h"

#include "ui/models/targetwords.h"
#include "ui/restrictedrows.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/wordchoice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using Stage = TargetBulk::Stage;

namespace {

enum Column { NameColumn, PlaceColumn, StateColumn, WhyColumn, ColumnCount };
constexpr int kGlyph = 14;

struct Face {
    QString word;
    QString glyph;
    QColor Palette::*colour;
};

Face faceOf(const TargetBulk::Item &item)
{
    const auto say = [](const char *text) { return TargetsBulkDialog::tr(text); };
    switch (item.stage) {
    case Stage::Reading:
        return {say(QT_TR_NOOP("Reading")), u"wait"_s, &Palette::muted};
    case Stage::Looking:
        return {say(QT_TR_NOOP("Looking")), u"wait"_s, &Palette::muted};
    case Stage::Ready:
        return {say(QT_TR_NOOP("New")), u"okdisc"_s, &Palette::good};
    case Stage::Doubtful:
        return {say(QT_TR_NOOP("Doubtful place")), u"degraded"_s, &Palette::warn};
    case Stage::Duplicate:
        return {TargetsBulkDialog::tr("There, no. %1").arg(item.lookup.found.front().id), u"target"_s, &Palette::warn};
    case Stage::Away:
        return {say(QT_TR_NOOP("For the outbox")), u"degraded"_s, &Palette::warn};
    case Stage::Restricted:
        return {say(QT_TR_NOOP("Restricted")), u"lock"_s, &Palette::warn};
    case Stage::Refused:
        return {say(QT_TR_NOOP("Never sent")), u"skip"_s, &Palette::muted};
    case Stage::Sending:
        return {say(QT_TR_NOOP("On its way")), u"wait"_s, &Palette::accent};
    case Stage::Done:
        return {targetwords::state(*item.record), u"okdisc"_s, &Palette::good};
    case Stage::LeftOut:
        return {say(QT_TR_NOOP("Left out")), u"skip"_s, &Palette::muted};
    case Stage::Failed:
        return {say(QT_TR_NOOP("Not created")), u"cross"_s, &Palette::bad};
    }
    Q_UNREACHABLE();
}

QString whyOf(const TargetBulk::Item &item)
{
    if (item.stage != Stage::Duplicate)
        return item.why;
    const tom::Target &there = item.lookup.found.front();
    const QString distance = targetwords::distance(there);
    const QString name = formats::plain(there.name.toStdString());
    return distance.isEmpty() ? name : name + u", "_s + distance;
}

} // namespace

TargetsBulkDialog::TargetsBulkDialog(TargetDesk &desk, RestrictedRows &restricted, const std::vector<TargetBulk::Row> &rows, const QString &lastTom, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_restricted(restricted), m_bulk(new TargetBulk(desk, rows, this)), m_tom(new QComboBox(this)),
      m_groupsLabel(new QLabel(tr("Groups"), this)), m_groups(new WordChoice(tr("As each alert suggests"), this)), m_list(new QTreeWidget(this)), m_duplicatesLabel(new QLabel(this)), m_duplicates(new QComboBox(this)),
      m_doubtful(new QCheckBox(this)), m_panel(new MessagePanel(this)), m_allow(m_panel->addButton(tr("Send them there"))), m_progress(new QProgressBar(this)),
      m_message(new QLabel(this)), m_again(new QPushButton(this)), m_cancel(new QPushButton(this)), m_create(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Create targets"));
    resize(QSize(Theme::scaled(720), Theme::scaled(600)).boundedTo(screen()->availableSize() * 9 / 10));
    auto *heading = new QLabel(windowTitle(), this);
    heading->setFont(Theme::font(Theme::Font::Heading));

    for (const TargetDesk::Tom &tom : desk.toms())
        m_tom->addItem(tom.account == tom.host ? tom.host : tr("%1 (%2)").arg(tom.host, tom.account), tom.account);
    m_tom->addItem(tr("None: the local list"), QString());
    m_tom->setCurrentIndex(lastTom.isEmpty() ? 0 : std::max(0, m_tom->findData(lastTom)));
    m_duplicates->addItem(tr("Use what is there"), static_cast<int>(TargetBulk::Duplicates::UseExisting));
    m_duplicates->addItem(tr("Leave them out"), static_cast<int>(TargetBulk::Duplicates::LeaveOut));
    m_duplicates->addItem(tr("Create them anyway"), static_cast<int>(TargetBulk::Duplicates::CreateAnyway));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const auto addRow = [&](QLabel *label, QWidget *field) {
        label->setBuddy(field);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1, Qt::AlignLeft);
    };
    addRow(new QLabel(tr("TOM"), this), m_tom);
    addRow(m_groupsLabel, m_groups);
    m_tom->setAccessibleName(tr("TOM"));
    m_groups->setAccessibleName(m_groupsLabel->text());
    m_list->setAccessibleName(tr("Targets"));
    m_list->setHeaderLabels({tr("Name"), tr("RA, Dec"), tr("State"), tr("Why")});
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideRight);
    for (int i = 0; i < static_cast<int>(rows.size()); ++i)
        new QTreeWidgetItem(m_list);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAccessibleName(tr("Message"));
    m_panel->hide();
    Theme::setPrimary(m_create, true);
    m_create->setDefault(true);
    m_again->setAutoDefault(false);
    m_cancel->setAutoDefault(false);

    auto *decisions = new QGridLayout;
    decisions->setHorizontalSpacing(12);
    decisions->setColumnStretch(2, 1);
    m_duplicatesLabel->setBuddy(m_duplicates);
    decisions->addWidget(m_duplicatesLabel, 0, 0);
    decisions->addWidget(m_duplicates, 0, 1);
    decisions->addWidget(m_doubtful, 1, 0, 1, 3);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_create);
    auto *inside = new QWidget(this);
    auto *lines = new QVBoxLayout(inside);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(10);
    lines->addLayout(grid);
    lines->addWidget(m_list, 1);
    lines->addLayout(decisions);
    lines->addWidget(m_panel);
    lines->addWidget(m_progress);
    lines->addWidget(m_message);
    m_list->setMinimumHeight(Theme::scaled(120));
    auto *area = new QScrollArea(this); // with large text it may be higher than the screen
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    column->addWidget(heading);
    column->addWidget(area, 1);
    column->addLayout(buttons);
    QWidget *before = m_tom;
    for (QWidget *next : std::initializer_list<QWidget *>{m_groups, m_list, m_duplicates, m_doubtful, m_allow, m_again, m_cancel, m_create}) {
        setTabOrder(before, next);
        before = next;
    }

    connect(m_tom, &QComboBox::currentIndexChanged, this, &TargetsBulkDialog::prepare);
    connect(m_duplicates, &QComboBox::currentIndexChanged, this, &TargetsBulkDialog::showState);
    connect(m_doubtful, &QCheckBox::toggled, this, &TargetsBulkDialog::showState);
    connect(m_allow, &QPushButton::clicked, this, [this] {
        m_restricted.allow(RestrictedRows::tom(account()));
        m_allow->setEnabled(false);
        m_desk.allowRestricted(account(), this, [this](const Outcome &) { prepare(); }); // what went wrong the rows will say
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_bulk->tryAgain(decision(), m_groups->chosen());
        showState();
    });
    connect(m_create, &QPushButton::clicked, this, [this] {
        m_created = true;
        m_bulk->create(decision(), m_groups->chosen());
        showState();
    });
    connect(m_cancel, &QPushButton::clicked, this, &TargetsBulkDialog::reject);
    connect(m_bulk, &TargetBulk::itemChanged, this, [this](int index) {
        showItem(index);
        showState();
    });
    connect(m_bulk, &TargetBulk::rested, this, &TargetsBulkDialog::showState);
    useLook();
    prepare();
}

TargetBulk::Decision TargetsBulkDialog::decision() const
{
    return {.duplicates = static_cast<TargetBulk::Duplicates>(m_duplicates->currentData().toInt()), .doubtful = m_doubtful->isChecked()};
}

QString TargetsBulkDialog::account() const
{
    return m_tom->currentData().toString();
}

QString TargetsBulkDialog::host() const
{
    const std::vector<TargetDesk::Tom> toms = m_desk.toms();
    const auto it = std::ranges::find(toms, account(), &TargetDesk::Tom::account);
    return it == toms.end() ? QString() : it->host;
}

void TargetsBulkDialog::prepare()
{
    m_question = std::make_unique<QObject>();
    m_groups->setWords({});
    const bool allowed = m_restricted.mayGoTo(RestrictedRows::tom(account()));
    if (!account().isEmpty()) {
        Q_EMIT tomChosen(account());
        m_desk.facts(account(), m_question.get(), [this](const Result<tom::TomFacts> &facts) {
            if (facts)
                m_groups->setWords(facts.value().groups);
        });
    }
    m_bulk->prepare(account(), allowed);
    showState();
}

void TargetsBulkDialog::showItem(int index)
{
    const TargetBulk::Item &item = m_bulk->items()[static_cast<size_t>(index)];
    const Palette &colours = Theme::palette();
    const Face face = faceOf(item);
    QTreeWidgetItem *line = m_list->topLevelItem(index);
    const bool read = item.draft.row != 0;
    const QStringList cells{formats::plain(item.name.toStdString()), read ? targetwords::degrees(item.draft.ra, false) + u", "_s + targetwords::degrees(item.draft.dec, true) : QString(), face.word, whyOf(item)};
    for (int column = 0; column < ColumnCount; ++column) {
        line->setText(column, cells[column]);
        line->setToolTip(column, formats::plainTip(cells[column]));
        line->setForeground(column, column == StateColumn ? colours.*face.colour : column == NameColumn ? colours.text : colours.muted);
    }
    line->setFont(StateColumn, Theme::font(Theme::Font::Medium));
    const QPixmap glyph = Theme::glyph(face.glyph, Theme::scaled(kGlyph), colours.*face.colour, devicePixelRatioF());
    QIcon icon(glyph);
    icon.addPixmap(glyph, QIcon::Selected); // else paled
    line->setIcon(StateColumn, icon);
}

void TargetsBulkDialog::showState()
{
    const bool running = m_bulk->isRunning();
    const int duplicates = m_bulk->count(Stage::Duplicate);
    const int doubtful = static_cast<int>(std::ranges::count_if(m_bulk->items(), [](const TargetBulk::Item &item) {
        return !item.draft.doubt.isEmpty() && (item.stage == Stage::Doubtful || item.stage == Stage::Duplicate || item.stage == Stage::Away);
    }));
    const int failed = m_bulk->count(Stage::Failed);
    const int restricted = m_bulk->count(Stage::Restricted);
    const int done = m_bulk->count(Stage::Done);
    const int wanted = m_bulk->toCreate(decision());
    for (QWidget *each : std::initializer_list<QWidget *>{m_tom, m_groups, m_duplicates, m_doubtful, m_allow})
        each->setEnabled(!running || each == m_tom);
    m_tom->setEnabled(!running || !m_created);
    m_groupsLabel->setVisible(!account().isEmpty());
    m_groups->setVisible(!account().isEmpty());
    m_duplicatesLabel->setText(tr("%n duplicate(s)", nullptr, duplicates));
    m_duplicates->setAccessibleName(tr("Duplicates"));
    m_duplicatesLabel->setVisible(duplicates > 0);
    m_duplicates->setVisible(duplicates > 0);
    m_doubtful->setText(tr("Create also those of a doubtful place: %1").arg(doubtful));
    m_doubtful->setVisible(doubtful > 0);
    m_progress->setVisible(running);
    m_progress->setRange(0, std::max(1, static_cast<int>(m_bulk->items().size())));
    m_progress->setValue(m_bulk->settled());
    m_panel->setVisible(restricted > 0 && !running);
    if (restricted > 0 && !running)
        m_panel->setMessage(MessagePanel::Kind::Warn, tr("Restricted alerts among these rows: %1").arg(restricted),
                            tr("%1, and whoever has rights there, would learn of them already when duplicates are looked for. You are asked once for this TOM.").arg(host()));
    QStringList parts;
    const auto tell = [&parts](int count, const QString &text) {
        if (count > 0)
            parts << text;
    };
    tell(done, tr("%n done", nullptr, done));
    tell(failed, tr("%n not created", nullptr, failed));
    tell(m_bulk->count(Stage::Refused), tr("%n never sent", nullptr, m_bulk->count(Stage::Refused)));
    tell(m_bulk->count(Stage::LeftOut), tr("%n left out", nullptr, m_bulk->count(Stage::LeftOut)));
    tell(m_bulk->count(Stage::Away), tr("%n for the outbox, since the TOM does not answer", nullptr, m_bulk->count(Stage::Away)));
    m_message->setText(running ? tr("%1 of %2").arg(m_bulk->settled()).arg(m_bulk->items().size()) : parts.isEmpty() ? tr("Nothing has been sent yet.") : formats::sentence(parts.join(u", "_s)));
    m_again->setVisible(failed > 0 && !running);
    m_again->setText(tr("Try %n again", nullptr, failed));
    m_cancel->setText(running && m_created ? tr("Stop") : done > 0 && wanted == 0 ? tr("Close") : tr("Cancel"));
    m_create->setText(account().isEmpty() ? tr("Keep %n in the local list", nullptr, wanted) : tr("Create %n target(s)", nullptr, wanted));
    m_create->setEnabled(wanted > 0 && !running);
}

// While it creates, this stops; what is on its way arrives.
void TargetsBulkDialog::reject()
{
    const bool running = m_bulk->isRunning() && m_created;
    m_bulk->stop();
    if (!running)
        QDialog::reject();
}

void TargetsBulkDialog::done(int result)
{
    std::vector<tom::TargetRecord> records;
    for (const TargetBulk::Item &item : m_bulk->items()) {
        if (item.record)
            records.push_back(*item.record);
    }
    if (!records.empty())
        Q_EMIT made(records);
    QDialog::done(result);
}

void TargetsBulkDialog::useLook()
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        showItem(i);
}

void TargetsBulkDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        useLook();
}

} // namespace tocsin::ui
