// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/export/export.h"

#include <QDialog>

#include <atomic>
#include <thread>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace tocsin::ui {

class MessagePanel;

// Writes the selected rows, what is shown, or everything to a CSV file; with progress, and a cancel that leaves nothing.
// The work runs on a thread of its own. Deletes itself when closed; the archive outlives it.
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(archive::Archive &archive, const QList<qint64> &selected, std::shared_ptr<const filter::Filter> filter, QWidget *parent);
    ~ExportDialog() override;

    void reject() override;

    // Where the file goes unless somebody says so: the documents, else the home; a folder that is there.
    [[nodiscard]] static QString defaultFolder();
    [[nodiscard]] exporting::ExportJob job() const; // what is chosen

private:
    void chooseFile();
    void start();
    void showProgress(qint64 done, qint64 total);
    void showEnd(const Result<exporting::ExportReport> &result);

    archive::Archive &m_archive;
    const QList<qint64> m_selected;
    const std::shared_ptr<const filter::Filter> m_filter;
    QRadioButton *m_selection;
    QRadioButton *m_shown;
    QRadioButton *m_all;
    QLineEdit *m_file;
    QCheckBox *m_guard;
    QProgressBar *m_progress;
    QLabel *m_message;
    MessagePanel *m_failure;
    QPushButton *m_export;
    QPushButton *m_cancel;
    std::atomic<bool> m_cancelled{false};
    bool m_running = false;
    bool m_closing = false;
    std::thread m_thread;
};

} // namespace tocsin::ui
