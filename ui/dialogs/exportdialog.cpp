// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "core/export/restricted.h"
#include "core/filter/filter.h"
#include "ui/restrictedrows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using exporting::ExportFormat;

ExportDialog::ExportDialog(archive::Archive &archive, Offer offer, QWidget *parent)
    : QDialog(parent), m_archive(archive), m_offer(std::move(offer)),
      m_selection(new QRadioButton(tr("The %Ln selected row(s)", nullptr, static_cast<int>(m_offer.selected.size())), this)),
      m_shown(new QRadioButton(m_offer.filter ? tr("What the filter shows") : tr("Everything in the table"), this)),
      m_all(new QRadioButton(tr("Everything in the archive"), this)), m_format(new QComboBox(this)), m_columns(new QComboBox(this)),
      m_file(new QLineEdit(this)), m_guard(new QCheckBox(tr("Guard cells that a spreadsheet would run as formulas"), this)),
      m_progress(new QProgressBar(this)), m_message(new QLabel(this)), m_failure(new MessagePanel(this)), m_export(new QPushButton(tr("Export"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export"));
    auto *heading = new QLabel(windowTitle(), this);
    heading->setFont(Theme::font(Theme::Font::Heading));
    m_selection->setVisible(!m_offer.selected.isEmpty());
    m_all->setVisible(m_offer.filter != nullptr);
    (m_offer.selected.isEmpty() ? m_shown : m_selection)->setChecked(true);

    m_format->addItem(tr("CSV, for spreadsheets and pandas"), static_cast<int>(ExportFormat::Csv));
    m_format->addItem(tr("JSON lines, as other programs read them"), static_cast<int>(ExportFormat::JsonLines));
    m_format->addItem(tr("ECSV with types and units, for astropy and TOPCAT"), static_cast<int>(ExportFormat::Ecsv));
    m_columns->addItem(tr("All keys"), static_cast<int>(Columns::All));
    if (!m_offer.shownKeys.isEmpty())
        m_columns->addItem(tr("The %n key(s) that the table shows", nullptr, static_cast<int>(m_offer.shownKeys.size())), static_cast<int>(Columns::Shown));
    m_file->setText(QDir(m_offer.folder.isEmpty() ? defaultFolder() : m_offer.folder)
                        .filePath(u"tocsin-%1.csv"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s))));
    m_file->setMinimumWidth(Theme::scaled(420));
    auto *browse = new QPushButton(tr("Choose…"), this);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    addRow(*grid, tr("Format"), m_format);
    addRow(*grid, tr("Columns"), m_columns);
    addRow(*grid, tr("File"), m_file, browse);
    m_guard->setChecked(true);
    m_progress->hide();
    m_failure->hide();
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAccessibleName(tr("Message"));
    m_message->setText(tr("Numbers keep every digit, times are UTC. A second file beside it says where the rows come from."));
    m_message->setForegroundRole(QPalette::PlaceholderText);
    Theme::setPrimary(m_export, true);
    m_export->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    column->addWidget(heading);
    column->addWidget(m_selection);
    column->addWidget(m_shown);
    column->addWidget(m_all);
    column->addSpacing(4);
    column->addLayout(grid);
    column->addWidget(m_guard);
    column->addWidget(m_progress);
    column->addWidget(m_message);
    column->addWidget(m_failure);
    column->addLayout(buttons);
    QWidget *before = m_selection;
    for (QWidget *next : std::initializer_list<QWidget *>{m_shown, m_all, m_format, m_columns, m_file, browse, m_guard, m_cancel, m_export}) {
        setTabOrder(before, next); // as one reads
        before = next;
    }
    connect(browse, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::handleFileEdited);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::handleFormatChosen);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
}

void ExportDialog::addRow(QGridLayout &grid, const QString &label, QWidget *editor, QWidget *beside)
{
    auto *name = new QLabel(label, this);
    name->setBuddy(editor);
    editor->setAccessibleName(label);
    const int row = grid.rowCount();
    grid.addWidget(name, row, 0);
    grid.addWidget(editor, row, 1, 1, beside ? 1 : 2);
    if (beside)
        grid.addWidget(beside, row, 2);
}

QString ExportDialog::defaultFolder()
{
    // Desktops name folders that nobody has made.
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return !documents.isEmpty() && QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

ExportDialog::~ExportDialog()
{
    m_cancelled = true;
    if (m_thread.joinable())
        m_thread.join();
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

void ExportDialog::chooseFile()
{
    const QString ending = exporting::formatName(format());
    auto *dialog = new QFileDialog(this, tr("Export"), m_file->text(),
                                   tr("CSV files (*.csv)") + u";;"_s + tr("JSON lines (*.jsonl)") + u";;"_s + tr("ECSV tables (*.ecsv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    for (const QString &kind : dialog->nameFilters()) {
        if (kind.contains(u"*."_s + ending + u')'))
            dialog->selectNameFilter(kind);
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file->setText(file);
        m_replaced = file; // the other dialog has asked
    });
    dialog->open();
}

// The name leads the format, and the format the name.
void ExportDialog::handleFileEdited()
{
    m_replaced.clear();
    m_agreed.clear();
    m_export->setText(tr("Export"));
    if (const auto named = exporting::formatOfFile(m_file->text()))
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(*named)));
}

void ExportDialog::handleFormatChosen()
{
    const QString file = m_file->text();
    const auto named = exporting::formatOfFile(file);
    if (named && *named != format())
        m_file->setText(file.left(file.lastIndexOf(u'.') + 1) + exporting::formatName(format()));
    m_guard->setVisible(format() == ExportFormat::Csv);
}

exporting::ExportJob ExportDialog::job() const
{
    exporting::ExportJob job;
    job.file = m_file->text();
    job.format = format();
    job.exact = !m_guard->isChecked();
    if (m_columns->currentData().toInt() == static_cast<int>(Columns::Shown))
        job.columns = m_offer.shownKeys;
    if (m_selection->isChecked()) {
        for (const qint64 row : m_offer.selected)
            job.selection.rows.push_back(row);
    } else if (m_shown->isChecked() && m_offer.filter) {
        job.selection.filter = m_offer.filter;
        job.selection.now = UtcTime::now();
        job.filterText = QString::fromStdString(m_offer.filter->text());
    }
    return job;
}

void ExportDialog::start()
{
    if (m_thread.joinable())
        m_thread.join();
    if (const QString file = m_file->text(); !file.isEmpty() && !QDir::isAbsolutePath(file))
        m_file->setText(QFileInfo(file).absoluteFilePath()); // so that it is said where it went, and "-" is a file
    m_cancelled = false;
    m_running = true;
    m_export->setEnabled(false);
    m_failure->hide();
    m_message->show();
    m_progress->setRange(0, 0);
    m_progress->show();
    m_message->setForegroundRole(QPalette::WindowText);
    m_message->setText(tr("Writing…"));
    m_thread = std::thread([this, wanted = job(), replace = m_file->text() == m_replaced, told = mayHaveRestricted(m_file->text())] {
        if (!replace && QFileInfo(wanted.file).isFile()) {
            QMetaObject::invokeMethod(this, [this, file = wanted.file] { showExists(file); }, Qt::QueuedConnection);
            return;
        }
        // A reader of its own: it belongs to this thread.
        Result<std::unique_ptr<archive::Reader>> reader = m_archive.reader();
        std::shared_ptr<Result<exporting::ExportReport>> result;
        // Nothing leaves before the person has agreed.
        const Result<qint64> restricted = reader && !told ? exporting::restrictedRows(*reader.value(), wanted.selection, [this] { return m_cancelled.load(); }) : Result(qint64{0});
        if (restricted && restricted.value() > 0 && !m_cancelled) {
            QMetaObject::invokeMethod(this, [this, file = wanted.file, rows = restricted.value()] { showRestricted(file, rows); }, Qt::QueuedConnection);
            return;
        }
        if (!reader) {
            result = std::make_shared<Result<exporting::ExportReport>>(reader.error());
        } else if (!restricted) {
            result = std::make_shared<Result<exporting::ExportReport>>(restricted.error());
        } else {
            result = std::make_shared<Result<exporting::ExportReport>>(exporting::runExport(*reader.value(), wanted, [this](qint64 done, qint64 total) {
                QMetaObject::invokeMethod(this, [this, done, total] { showProgress(done, total); }, Qt::QueuedConnection);
                return !m_cancelled;
            }));
        }
        QMetaObject::invokeMethod(this, [this, result] { showEnd(*result); }, Qt::QueuedConnection);
    });
}

void ExportDialog::showProgress(qint64 done, qint64 total)
{
    if (!m_running)
        return;
    if (total > 0) {
        m_progress->setRange(0, static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
    }
    m_message->setText(tr("%1 rows written.").arg(QLocale().toString(done)));
}

void ExportDialog::endRun()
{
    m_running = false;
    m_progress->hide();
    m_export->setEnabled(true);
}

void ExportDialog::showExists(const QString &file)
{
    endRun();
    if (m_closing) {
        QDialog::reject();
        return;
    }
    askFirst(tr("%1 is there already").arg(QFileInfo(file).fileName()), tr("Write another name, or replace it. Nothing has been written yet."), file, tr("Replace"));
    if (file == m_file->text())
        m_replaced = file;
}

bool ExportDialog::mayHaveRestricted(const QString &file) const
{
    const QString folder = QFileInfo(file).absolutePath();
    return m_agreed == folder || (m_offer.restricted && m_offer.restricted->mayGoTo(RestrictedRows::folder(folder)));
}

// Asked once for each folder: what is kept of the answer is kept when the rows are written.
void ExportDialog::showRestricted(const QString &file, qint64 rows)
{
    endRun();
    if (m_closing) {
        QDialog::reject();
        return;
    }
    const QString folder = QFileInfo(file).absolutePath();
    askFirst(tr("Restricted alerts among these rows: %1").arg(QLocale().toString(rows)),
             tr("Whoever can read %1 can read them then. Nothing has been written yet; you are asked once for this folder.").arg(folder), {}, tr("Export all the same"));
    if (file == m_file->text())
        m_agreed = folder;
}

// The next click is the answer.
void ExportDialog::askFirst(const QString &title, const QString &text, const QString &detail, const QString &verb)
{
    m_message->hide();
    m_failure->setMessage(MessagePanel::Kind::Warn, title, text, detail);
    m_failure->show();
    m_export->setText(verb);
}

void ExportDialog::showEnd(const Result<exporting::ExportReport> &result)
{
    endRun();
    if (m_closing) {
        QDialog::reject();
        return;
    }
    if (!result) {
        m_message->hide();
        m_failure->setMessage(MessagePanel::Kind::Bad, result.error().message, result.error().remedy, result.error().detail);
        m_failure->show();
        return;
    }
    const exporting::ExportReport &report = result.value();
    if (report.restricted > 0 && m_offer.restricted)
        m_offer.restricted->allow(RestrictedRows::folder(QFileInfo(m_file->text()).absolutePath()));
    QString text = tr("%1 rows are in %2.").arg(QLocale().toString(report.rows), m_file->text());
    if (report.undecodable > 0)
        text += u' ' + tr("%1 that could not be decoded were left out.").arg(QLocale().toString(report.undecodable));
    if (report.unread > 0)
        text += u' ' + tr("Left out because their packets, which the filter asks for, are damaged: %1.").arg(QLocale().toString(report.unread));
    if (report.blank > 0)
        text += u' ' + tr("Written without the fields of their packets, which are damaged: %1.").arg(QLocale().toString(report.blank));
    if (report.guardedCells > 0)
        text += u' ' + tr("%1 cells were guarded.").arg(QLocale().toString(report.guardedCells));
    if (report.restricted > 0)
        text += u' ' + tr("Restricted: %1. Look at who may have them.").arg(QLocale().toString(report.restricted));
    m_message->setText(text);
    m_cancel->setText(tr("Close"));
    m_replaced = m_file->text(); // one's own
    m_export->setText(tr("Export again"));
    Q_EMIT written(QFileInfo(m_file->text()).path());
}

void ExportDialog::reject()
{
    if (!m_running) {
        QDialog::reject();
        return;
    }
    // The thread leaves no half file; the dialog goes when it has ended.
    m_cancelled = true;
    m_closing = true;
    m_message->setText(tr("Cancelling…"));
}

} // namespace tocsin::ui
