// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/archivewatch.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QTreeWidget;

namespace tocsin::ui {

class MessagePanel;

// How the archive is and what was missed: numbers, place, notices, and the list of gaps with their reasons. Shows what
// the watch tells, also while it is open. Deletes itself.
class ArchiveDialog final : public QDialog
{
    Q_OBJECT
public:
    ArchiveDialog(services::ArchiveWatch &watch, const QString &trouble, QWidget *parent);

private:
    void show_(const services::ArchiveWatch::News &news);
    void setLine(int row, const QString &label, const QString &value);

    QGridLayout *m_grid;
    MessagePanel *m_message;
    QLabel *m_gapsTitle;
    QTreeWidget *m_gaps;
    QList<QLabel *> m_values;
    QString m_trouble;
};

} // namespace tocsin::ui
