// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/archiveupkeep.h"
#include "core/services/archivewatch.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QDoubleSpinBox;
class QTreeWidget;

namespace tocsin::ui {

class MessagePanel;

// How the archive is and what was missed: numbers, place, notices, its limits, what looks after it (verify, compact, recover),
// and the list of gaps with their reasons.
// Shows what the watch tells, also while it is open. Deletes itself.
class ArchiveDialog final : public QDialog
{
    Q_OBJECT
public:
    // `folder`: of the archive, for what looks after it.
    ArchiveDialog(services::ArchiveWatch &watch, const QString &folder, const QString &trouble, QWidget *parent);
    void setCanRecover(bool can) { m_canRecover = can; } // false: nobody hears recoverWanted()

Q_SIGNALS:
    void recoverWanted(); // the person has agreed; the archive must be closed for it

private:
    void show_(const services::ArchiveWatch::News &news);
    void makeLimits();
    [[nodiscard]] QWidget *makeUpkeep();
    void lookAfter(services::ArchiveUpkeep::Task task);
    void askToRecover();
    void handleLimitsEdited();
    void applyLimits();
    void setLine(int row, const QString &label, const QString &value);

    services::ArchiveWatch &m_watch;
    QGridLayout *m_grid;
    QWidget *m_limitsBox;
    QDoubleSpinBox *m_size; // GB
    QSpinBox *m_days;
    QPushButton *m_apply;
    archive::Limits m_limits; // as the archive has them
    bool m_edited = false;
    MessagePanel *m_message;
    QLabel *m_gapsTitle;
    QTreeWidget *m_gaps;
    QList<QLabel *> m_values;
    const QString m_folder;
    QString m_trouble;
    bool m_canRecover = true;
};

} // namespace tocsin::ui
