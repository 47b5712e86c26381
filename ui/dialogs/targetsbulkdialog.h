// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/targetbulk.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace tocsin::ui {

class MessagePanel;
class RestrictedRows;
class WordChoice;

// Targets of the selected rows at once: each is listed with what was found, duplicates and doubtful places are decided
// together, what fails is said beside it and can be tried alone. Deletes itself; desk and answers outlive it.
class TargetsBulkDialog final : public QDialog
{
    Q_OBJECT
public:
    // More are answered with a sentence: nobody looks through so many.
    static constexpr int kMost = 500;

    TargetsBulkDialog(TargetDesk &desk, RestrictedRows &restricted, const std::vector<TargetBulk::Row> &rows, const QString &lastTom, QWidget *parent);

    void reject() override;
    void done(int result) override;

Q_SIGNALS:
    void made(const std::vector<tocsin::tom::TargetRecord> &records); // when it closes
    void tomChosen(const QString &account);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] TargetBulk::Decision decision() const;
    [[nodiscard]] QString account() const;
    [[nodiscard]] QString host() const;
    void prepare();
    void showItem(int index);
    void showState();
    void useLook();

    TargetDesk &m_desk;
    RestrictedRows &m_restricted;
    TargetBulk *m_bulk;
    std::unique_ptr<QObject> m_question; // the facts of the TOM that is chosen
    bool m_created = false; // was begun once

    QComboBox *m_tom;
    QLabel *m_groupsLabel;
    WordChoice *m_groups;
    QTreeWidget *m_list;
    QLabel *m_duplicatesLabel;
    QComboBox *m_duplicates;
    QCheckBox *m_doubtful;
    MessagePanel *m_panel;
    QPushButton *m_allow; // in the panel
    QProgressBar *m_progress;
    QLabel *m_message;
    QPushButton *m_again;
    QPushButton *m_cancel;
    QPushButton *m_create;
};

} // namespace tocsin::ui
