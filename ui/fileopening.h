// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/fileintake.h"

#include <QObject>

class QFileDialog;
class QWidget;

namespace tocsin::ui {

// Files that are opened or dropped: hands them to the intake and says in one line what became of all of them, when the
// last one is done. Main thread; owned by the window.
class FileOpening final : public QObject
{
    Q_OBJECT
public:
    FileOpening(streams::BatchSink &sink, QWidget *window);

    void ask();
    void take(const QStringList &paths);

Q_SIGNALS:
    void said(const QString &message, bool bad);

private:
    struct Tally {
        qsizetype asked = 0;
        qsizetype done = 0;
        qint64 rows = 0;
        qint64 unreadable = 0; // of the rows
        qsizetype refused = 0; // files
        QString reason; // of the first that was refused
        QString name; // of the only one
    };
    void handleFile(const services::FileIntake::Report &report);
    [[nodiscard]] QString summary() const;

    services::FileIntake m_intake;
    QWidget *m_window;
    Tally m_tally;
};

} // namespace tocsin::ui
