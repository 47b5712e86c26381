// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/alarmlogdialog.h"

#include "core/alarms/alarmbook.h"
#include "core/alarms/alarmcsv.h"
#include "ui/models/alarmlogmodel.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMost = 10'000;
constexpr int kMostRule = 220; // wide
constexpr int kMeasured = 100; // rows, for the width of a column
constexpr auto kPause = 500ms; // alarms may sound many at a time

} // namespace

AlarmLogDialog::AlarmLogDialog(alarms::AlarmBook &book, QWidget *parent)
    : QDialog(parent), m_book(book), m_model(new AlarmLogModel(this)), m_onlyOpen(new QCheckBox(tr("Only open ones"), this)), m_list(new QTreeView(this)), m_note(new QLabel(this)),
      m_show(new QPushButton(tr("Show row"), this)), m_acknowledge(new QPushButton(tr("Acknowledge"), this)), m_acknowledgeAll(new QPushButton(tr("Acknowledge all"), this)),
      m_save(new QPushButton(tr("Save…"), this)), m_asking(kPause, [this] { ask(); })
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Alarm log"));
    resize(Theme::scaled(1'060), Theme::scaled(420));
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Alarms"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setResizeContentsPrecision(kMeasured);
    m_list->header()->setSectionResizeMode(AlarmLogModel::Fact, QHeaderView::Stretch);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_save->setToolTip(tr("What is shown, as a CSV file"));
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_show, m_acknowledge, m_acknowledgeAll, m_save, close})
        button->setAutoDefault(false);
    auto *bottom = new QHBoxLayout;
    for (QPushButton *button : {m_show, m_acknowledge, m_acknowledgeAll, m_save})
        bottom->addWidget(button);
    bottom->addStretch();
    bottom->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addWidget(m_onlyOpen);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    column->addLayout(bottom);

    connect(m_onlyOpen, &QCheckBox::toggled, this, &AlarmLogDialog::ask);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AlarmLogDialog::showButtons);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const int64_t row = m_model->alarm(index).row; row > 0)
            Q_EMIT showWanted(row);
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const auto chosen = selected(); !chosen.empty())
            Q_EMIT showWanted(chosen.front()->row);
    });
    connect(m_acknowledge, &QPushButton::clicked, this, [this] {
        for (const alarms::Alarm *alarm : selected()) {
            if (alarm->isOpen())
                m_book.acknowledge(alarm->number, u"window"_s);
        }
    });
    connect(m_acknowledgeAll, &QPushButton::clicked, this, [this] { m_book.acknowledgeAll(u"window"_s); });
    connect(m_save, &QPushButton::clicked, this, &AlarmLogDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&book, &alarms::AlarmBook::changed, this, [this] { m_asking.soon(); });
    connect(&book, &alarms::AlarmBook::sounds, this, [this] { m_asking.soon(); });
    showButtons();
    ask();
}

std::vector<const alarms::Alarm *> AlarmLogDialog::selected() const
{
    std::vector<const alarms::Alarm *> chosen;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        chosen.push_back(&m_model->alarm(index));
    return chosen;
}

void AlarmLogDialog::ask()
{
    m_book.list({}, kMost, this, [this](Result<std::vector<alarms::Alarm>> log) { fill(std::move(log)); });
}

void AlarmLogDialog::fill(Result<std::vector<alarms::Alarm>> log)
{
    const auto before = selected();
    std::set<int64_t> chosen;
    std::ranges::transform(before, std::inserter(chosen, chosen.end()), &alarms::Alarm::number);
    std::vector<alarms::Alarm> shown;
    QString note;
    if (!log) {
        note = log.error().message + u' ' + log.error().remedy;
    } else {
        // Those that could not be written down are open all the same.
        std::ranges::copy_if(m_book.open(), std::back_inserter(shown), [](const alarms::Alarm &alarm) { return alarm.number < 0; });
        std::ranges::copy_if(log.value(), std::back_inserter(shown), [this](const alarms::Alarm &alarm) { return !m_onlyOpen->isChecked() || alarm.isOpen(); });
        if (shown.empty())
            note = m_onlyOpen->isChecked() ? tr("No alarm is open.") : tr("No alarm was raised so far.");
        else if (log.value().size() >= static_cast<size_t>(kMost))
            note = tr("The newest %1 are shown; “tocsin alarms list” has all of them.").arg(QLocale().toString(kMost));
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    const bool isFirst = m_model->rowCount() == 0;
    const QModelIndex top = m_list->indexAt({0, 0});
    const int topRow = top.isValid() ? top.row() : 0;
    m_model->setAlarms(std::move(shown));
    select(chosen);
    if (topRow > 0 && topRow < m_model->rowCount())
        m_list->scrollTo(m_model->index(topRow, 0), QAbstractItemView::PositionAtTop);
    if (isFirst)
        fitColumns();
    showButtons();
}

void AlarmLogDialog::select(const std::set<int64_t> &numbers)
{
    QItemSelection selection;
    for (int row = 0; row < m_model->rowCount() && !numbers.empty(); ++row) {
        if (numbers.contains(m_model->alarms()[static_cast<size_t>(row)].number))
            selection.select(m_model->index(row, 0), m_model->index(row, AlarmLogModel::ColumnCount - 1));
    }
    m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void AlarmLogDialog::fitColumns()
{
    using Model = AlarmLogModel;
    for (const Model::Column column : {Model::Raised, Model::State, Model::Rule, Model::Arrived, Model::Heard, Model::Acknowledged})
        m_list->resizeColumnToContents(column);
    m_list->header()->resizeSection(Model::Rule, std::min(m_list->columnWidth(Model::Rule), Theme::scaled(kMostRule)));
}

void AlarmLogDialog::showButtons()
{
    const auto chosen = selected();
    m_show->setEnabled(chosen.size() == 1 && chosen.front()->row > 0);
    m_acknowledge->setEnabled(std::ranges::any_of(chosen, [](const alarms::Alarm *alarm) { return alarm->isOpen(); }));
    m_acknowledgeAll->setEnabled(!m_book.open().empty());
    m_save->setEnabled(m_model->rowCount() > 0);
}

void AlarmLogDialog::save()
{
    auto *chooser = new QFileDialog(this, tr("Save the alarm log"), {}, tr("CSV files (*.csv)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"csv"_s);
    chooser->selectFile(u"alarms-%1.csv"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s)));
    connect(chooser, &QFileDialog::fileSelected, this, &AlarmLogDialog::saveTo);
    chooser->open();
}

void AlarmLogDialog::saveTo(const QString &path)
{
    QSaveFile file(path);
    const QByteArray csv = alarms::alarmCsv(m_model->alarms());
    const auto restricted = static_cast<int>(std::ranges::count_if(m_model->alarms(), &alarms::Alarm::restricted));
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit())
        m_note->setText(tr("%1 cannot be written: %2. Choose another place.").arg(path, file.errorString()));
    else if (restricted > 0)
        m_note->setText(tr("The log was written to %1 without %n alarm(s) of restricted alerts; “tocsin alarms list” has them.", nullptr, restricted).arg(path));
    else
        m_note->setText(tr("The log was written to %1.").arg(path));
    m_note->show();
}

} // namespace tocsin::ui
