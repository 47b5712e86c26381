// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <chrono>
#include <functional>
#include <utility>

namespace tocsin::ui {

// What follows a number that may change hundreds of times a second: the first change at once, those behind it at most every
// `pause`, and the last one always. Main thread; a member of the widget whose work it does.
class PacedCall final
{
public:
    PacedCall(std::chrono::milliseconds pause, std::function<void()> work) : m_work(std::move(work))
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(pause);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (std::exchange(m_waits, false))
                now();
        });
    }

    void soon()
    {
        if (m_timer.isActive())
            m_waits = true;
        else
            now();
    }

private:
    void now()
    {
        m_timer.start();
        m_work();
    }

    std::function<void()> m_work;
    QTimer m_timer;
    bool m_waits = false;
};

} // namespace tocsin::ui
