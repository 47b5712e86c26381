// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowwalk.h"

#include "ui/models/alerttablemodel.h"

#include <QElapsedTimer>

#include <utility>

namespace tocsin::ui {

namespace {

constexpr qint64 kStepMs = 4;
constexpr int kBetweenLooks = 4'096; // rows between two looks at the clock

} // namespace

RowWalk::RowWalk(const AlertTableModel &model) : m_model(model)
{
    m_timer.setInterval(0);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { step(); });
}

void RowWalk::start(Visit visit, std::function<void()> done)
{
    m_visit = std::move(visit);
    m_done = std::move(done);
    m_next = 0;
    m_timer.start();
}

void RowWalk::step()
{
    QElapsedTimer since;
    since.start();
    while (m_next < m_model.rowCount()) {
        m_visit(m_next, m_model.numberAt(m_next));
        ++m_next;
        if (m_next % kBetweenLooks == 0 && since.elapsed() >= kStepMs)
            return;
    }
    m_timer.stop();
    m_done();
}

} // namespace tocsin::ui
