// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inputidle.h"

#include <QCoreApplication>
#include <QEvent>

namespace tocsin::ui {

using namespace std::chrono_literals;

InputIdle::InputIdle(std::chrono::milliseconds pause, QObject *parent) : QObject(parent), m_pause(pause)
{
    m_used.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        // The timer is not started anew at each movement of the mouse.
        const std::chrono::milliseconds rest = m_pause - std::chrono::milliseconds(m_used.elapsed());
        if (rest > 0ms) {
            m_timer.start(rest);
            return;
        }
        m_timer.start(1h);
        Q_EMIT idle();
    });
    m_timer.start(m_pause);
    QCoreApplication::instance()->installEventFilter(this);
}

bool InputIdle::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        m_used.restart();
        break;
    default:
        break;
    }
    return false;
}

} // namespace tocsin::ui
