// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/export/export.h"

#include <QDialog>

#include <atomic>
#include <thread>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace tocsin::ui {

class MessagePanel;
class RestrictedRows;

// Writes the selected rows, what is shown, or everything to a file: CSV, JSON lines or ECSV; with progress, and a cancel that
// leaves nothing. The work runs on a thread of its own, also every look at the disk. Deletes itself when closed; the archive
// outlives it.
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Offer {
        QList<qint64> selected; // archive row numbers
        std::shared_ptr<const filter::Filter> filter; // null: the table shows everything
        QStringList shownKeys; // of the table's columns
        QString folder; // where the last one went; empty = defaultFolder()
        RestrictedRows *restricted = nullptr; // which folders may have restricted rows; null: asked each time
    };
    ExportDialog(archive::Archive &archive, Offer offer, QWidget *parent);
    ~ExportDialog() override;

    void reject() override;

    // Where the file goes unless somebody says so: the documents, else the home; a folder that is there.
    [[nodiscard]] static QString defaultFolder();
    [[nodiscard]] exporting::ExportJob job() const; // what is chosen

Q_SIGNALS:
    void written(const QString &folder); // where a file went, to be offered the next time

private:
    enum class Columns { All, Shown };

    void addRow(QGridLayout &grid, const QString &label, QWidget *editor, QWidget *beside = nullptr);
    void chooseFile();
    void handleFileEdited();
    void handleFormatChosen();
    void start();
    void showProgress(qint64 done, qint64 total);
    void showExists(const QString &file);
    void showRestricted(const QString &file, qint64 rows);
    void askFirst(const QString &title, const QString &text, const QString &detail, const QString &verb);
    [[nodiscard]] bool mayHaveRestricted(const QString &file) const;
    void showEnd(const Result<exporting::ExportReport> &result);
    void endRun();
    [[nodiscard]] exporting::ExportFormat format() const;

    archive::Archive &m_archive;
    const Offer m_offer;
    QRadioButton *m_selection;
    QRadioButton *m_shown;
    QRadioButton *m_all;
    QComboBox *m_format;
    QComboBox *m_columns;
    QLineEdit *m_file;
    QCheckBox *m_guard;
    QProgressBar *m_progress;
    QLabel *m_message;
    MessagePanel *m_failure;
    QPushButton *m_export;
    QPushButton *m_cancel;
    QString m_replaced; // the file that may be replaced
    QString m_agreed; // the folder that may have restricted rows
    std::atomic<bool> m_cancelled{false};
    bool m_running = false;
    bool m_closing = false;
    std::thread m_thread;
};

} // namespace tocsin::ui
