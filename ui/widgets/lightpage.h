// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/lightmodel.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace tocsin::ui {

// The measurements that a packet brings, newest first, the alert's own among them; copied as CSV. Main thread.
class LightPage final : public QWidget
{
    Q_OBJECT
public:
    explicit LightPage(QWidget *parent = nullptr);
    // Null: nothing. Returns what it showed before, to be freed elsewhere.
    std::shared_ptr<const PacketInside> setInside(std::shared_ptr<const PacketInside> inside);

private:
    void copy(bool all) const;
    void fitColumns();
    [[nodiscard]] QString summary() const;

    QLabel *m_summary;
    LightModel *m_model;
    QTreeView *m_table;
};

} // namespace tocsin::ui
