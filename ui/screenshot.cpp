// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshot.h"

#include "ui/mainwindow.h"

#include <QPixmap>
#include <QSaveFile>

namespace tocsin::ui {

namespace {

constexpr int kLookMs = 100;
constexpr int kSettle = 8; // looks: rows are paged in and states told meanwhile

} // namespace

Screenshot::Screenshot(MainWindow &window, const QString &file, qint64 after, QObject *parent)
    : QObject(parent), m_window(window), m_file(file), m_after(after)
{
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, &Screenshot::look);
}

void Screenshot::start(int mostMs)
{
    m_mostMs = mostMs;
    m_since.start();
    m_look.start();
}

void Screenshot::look()
{
    if (m_window.rows() < m_after) {
        if (!m_since.hasExpired(m_mostMs))
            return;
        m_look.stop();
        Q_EMIT finished(Error{.kind = ErrorKind::TimeLimit,
                              .message = tr("Only %1 of %2 alerts came within %3 s; no picture was written.")
                                             .arg(m_window.rows())
                                             .arg(m_after)
                                             .arg(m_mostMs / 1000),
                              .remedy = tr("Ask for fewer with --after, or see with “tocsin listen” what the streams say.")});
        return;
    }
    if (++m_settled < kSettle)
        return;
    m_look.stop();
    Q_EMIT finished(write());
}

Outcome Screenshot::write() const
{
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly) && m_window.grab().save(&file, "PNG") && file.commit())
        return Done{};
    return Error{.kind = ErrorKind::BadArgument,
                 .message = tr("The picture could not be written to %1: %2.").arg(m_file, file.errorString()),
                 .remedy = tr("Name a file in a folder that you may write to.")};
}

} // namespace tocsin::ui
