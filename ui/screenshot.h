// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

namespace tocsin::ui {

class MainWindow;

// `--screenshot`: waits until enough rows are in the table and drawn, writes the window to a PNG file, says so once.
// Bounded in time. Main thread; the window outlives it.
class Screenshot final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostMs = 60'000;

    Screenshot(MainWindow &window, const QString &file, qint64 after, QObject *parent = nullptr);
    void start(int mostMs = kMostMs);

Q_SIGNALS:
    void finished(const tocsin::Outcome &outcome); // exactly once

private:
    void look();
    [[nodiscard]] Outcome write() const;

    MainWindow &m_window;
    const QString m_file;
    const qint64 m_after;
    QTimer m_look;
    QElapsedTimer m_since;
    int m_mostMs = kMostMs;
    int m_settled = 0; // looks since the rows were there
};

} // namespace tocsin::ui
