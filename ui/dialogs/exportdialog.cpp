// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "core/filter/filter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
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

ExportDialog::ExportDialog(archive::Archive &archive, const QList<qint64> &selected, std::shared_ptr<const filter::Filter> filter, QWidget *parent)
    : QDialog(parent), m_archive(archive), m_selected(selected), m_filter(std::move(filter)),
      m_selection(new QRadioButton(tr("The %n selected row(s)", nullptr, static_cast<int>(selected.size())), this)),
      m_shown(new QRadioButton(m_filter ? tr("What the filter shows") : tr("Everything in the table"), this)),
      m_all(new QRadioButton(tr("Everything in the archive"), this)), m_file(new QLineEdit(this)),
      m_guard(new QCheckBox(tr("Guard cells that a spreadsheet would run as formulas"), this)), m_progress(new QProgressBar(this)),
      m_message(new QLabel(this)), m_failure(new MessagePanel(this)), m_export(new QPushButton(tr("Export"), this)), m_cancel(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export to CSV"));
    auto *heading = new QLabel(windowTitle(), this);
    heading->setFont(Theme::font(Theme::Font::Heading));
    m_selection->setVisible(!selected.isEmpty());
    m_all->setVisible(m_filter != nullptr);
    (selected.isEmpty() ? m_shown : m_selection)->setChecked(true);

    m_file->setText(QDir(defaultFolder())
                        .filePath(u"tocsin-%1.csv"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s))));
    m_file->setAccessibleName(tr("File"));
    m_file->setMinimumWidth(420);
    auto *browse = new QPushButton(tr("Choose…"), this);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    auto *fileRow = new QHBoxLayout;
    auto *fileLabel = new QLabel(tr("File"), this);
    fileLabel->setBuddy(m_file);
    fileRow->addWidget(fileLabel);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browse);
    m_guard->setChecked(true);
    m_progress->hide();
    m_failure->hide();
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAccessibleName(tr("Message"));
    m_message->setText(tr("Every key of an alert is a column; a second file beside it says where the rows come from."));
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
    column->addLayout(fileRow);
    column->addWidget(m_guard);
    column->addWidget(m_progress);
    column->addWidget(m_message);
    column->addWidget(m_failure);
    column->addLayout(buttons);
    QWidget *before = m_selection;
    for (QWidget *next : std::initializer_list<QWidget *>{m_shown, m_all, m_file, browse, m_guard, m_cancel, m_export}) {
        setTabOrder(before, next); // as one reads
        before = next;
    }
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
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

void ExportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export to CSV"), m_file->text(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

exporting::ExportJob ExportDialog::job() const
{
    exporting::ExportJob job;
    job.file = m_file->text();
    job.exact = !m_guard->isChecked();
    if (m_selection->isChecked()) {
        for (const qint64 row : m_selected)
            job.selection.rows.push_back(row);
    } else if (m_shown->isChecked() && m_filter) {
        job.selection.filter = m_filter;
        job.selection.now = UtcTime::now();
        job.filterText = QString::fromStdString(m_filter->text());
    }
    return job;
}

void ExportDialog::start()
{
    if (m_thread.joinable())
        m_thread.join();
    m_cancelled = false;
    m_running = true;
    m_export->setEnabled(false);
    m_failure->hide();
    m_message->show();
    m_progress->setRange(0, 0);
    m_progress->show();
    m_message->setForegroundRole(QPalette::WindowText);
    m_message->setText(tr("Writing…"));
    m_thread = std::thread([this, wanted = job()] {
        // A reader of its own: it belongs to this thread.
        Result<std::unique_ptr<archive::Reader>> reader = m_archive.reader();
        std::shared_ptr<Result<exporting::ExportReport>> result;
        if (!reader) {
            result = std::make_shared<Result<exporting::ExportReport>>(reader.error());
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

void ExportDialog::showEnd(const Result<exporting::ExportReport> &result)
{
    m_running = false;
    m_progress->hide();
    m_export->setEnabled(true);
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
    QString text = tr("%1 rows are in %2.").arg(QLocale().toString(result.value().rows), m_file->text());
    if (result.value().undecodable > 0)
        text += u' ' + tr("%1 that could not be decoded were left out.").arg(QLocale().toString(result.value().undecodable));
    if (result.value().guardedCells > 0)
        text += u' ' + tr("%1 cells were guarded.").arg(QLocale().toString(result.value().guardedCells));
    m_message->setText(text);
    m_cancel->setText(tr("Close"));
    m_export->setText(tr("Export again"));
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
