// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triage/judgements.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace tocsin::ui {

// The objects that people do not want to see, with their names and since when, to be shown again. Others know them and do it.
// Opened with open(), deletes itself; main thread.
class IgnoredDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit IgnoredDialog(QWidget *parent);
    void setObjects(const std::vector<triage::IgnoredObject> &objects);

Q_SIGNALS:
    void restoreWanted(const std::vector<int64_t> &ids);

private:
    void showButtons();

    QTreeWidget *m_objects;
    QLabel *m_none;
    QPushButton *m_restore;
};

} // namespace tocsin::ui
