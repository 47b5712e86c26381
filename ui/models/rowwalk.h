// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <cstdint>
#include <functional>

namespace tocsin::ui {

class AlertTableModel;

// Goes through all shown rows in their order, some milliseconds at a time, so that ten million of them hold up nothing.
// Main thread; the model outlives it. Whoever walks begins anew when the list is made anew; rows that come behind the
// last one meanwhile are met in their turn.
class RowWalk
{
public:
    using Visit = std::function<void(int row, int64_t number)>;

    explicit RowWalk(const AlertTableModel &model);
    void start(Visit visit, std::function<void()> done);
    void stop() { m_timer.stop(); }
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

private:
    void step();

    const AlertTableModel &m_model;
    QTimer m_timer;
    Visit m_visit;
    std::function<void()> m_done;
    int m_next = 0;
};

} // namespace tocsin::ui
