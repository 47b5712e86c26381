// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fileopening.h"

#include <QFileDialog>
#include <QLocale>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

FileOpening::FileOpening(streams::BatchSink &sink, QWidget *window) : QObject(window), m_intake(sink), m_window(window)
{
    connect(&m_intake, &services::FileIntake::finished, this, &FileOpening::handleFile);
}

void FileOpening::ask()
{
    auto *dialog = new QFileDialog(m_window, tr("Open files with alerts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &FileOpening::take);
    dialog->open();
}

void FileOpening::take(const QStringList &paths)
{
    // What is too much for one time comes back as one report more.
    const qsizetype most = services::FileIntake::kMostFiles;
    m_tally.asked += std::min(paths.size(), most + 1);
    Q_EMIT said(tr("Reading %n file(s).", nullptr, static_cast<int>(paths.size())), false);
    m_intake.take(paths);
}

void FileOpening::handleFile(const services::FileIntake::Report &report)
{
    ++m_tally.done;
    m_tally.name = report.name;
    if (report.stored) {
        m_tally.rows += report.alerts + report.undecoded;
        m_tally.unreadable += report.undecoded;
    } else if (m_tally.refused++ == 0) {
        m_tally.reason = report.error.message;
    }
    if (m_tally.done < m_tally.asked)
        return;
    const QString text = summary();
    const bool bad = m_tally.refused > 0 || m_tally.unreadable > 0;
    m_tally = {};
    Q_EMIT said(text, bad);
}

QString FileOpening::summary() const
{
    const Tally &tally = m_tally;
    if (tally.done == 1 && tally.refused == 1)
        return tr("%1: %2").arg(tally.name, tally.reason);
    const QString files = tally.done == 1 ? tally.name : tr("%n file(s)", nullptr, static_cast<int>(tally.done));
    const auto rows = static_cast<int>(tally.rows);
    QString text = tally.unreadable > 0
        ? tr("%1: %Ln row(s), %2 of them unreadable.", nullptr, rows).arg(files, QLocale().toString(tally.unreadable))
        : tr("%1: %Ln row(s).", nullptr, rows).arg(files);
    if (tally.refused > 0)
        text += u' ' + tr("%n file(s) left out: %1", nullptr, static_cast<int>(tally.refused)).arg(tally.reason);
    return text;
}

} // namespace tocsin::ui
