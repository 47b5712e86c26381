// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace tocsin::ui {

// Tells when nobody has used keyboard or mouse in any window for a while, and again after each further hour. Main thread.
class InputIdle final : public QObject
{
    Q_OBJECT
public:
    explicit InputIdle(std::chrono::milliseconds pause = std::chrono::minutes(3), QObject *parent = nullptr);
    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void idle();

private:
    const std::chrono::milliseconds m_pause;
    QElapsedTimer m_used;
    QTimer m_timer;
};

} // namespace tocsin::ui
