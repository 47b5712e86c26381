// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>

#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QMenuBar;
class QTreeWidget;

namespace tocsin::ui {

// Every command of the menu bar that can be used just now, found by some of its words (Ctrl+K): one types, Up and Down choose,
// Enter does it once the dialog is gone. Main thread; deletes itself.
class CommandsDialog final : public QDialog
{
    Q_OBJECT
public:
    CommandsDialog(const QMenuBar &bar, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Command {
        QString what;
        QString where; // its menus
        QString keys;
        QPointer<QAction> action; // menus that are filled anew drop theirs
    };
    void collect(QMenu &menu, const QString &where);
    void list(const QString &words);
    void run();

    std::vector<Command> m_commands;
    QLineEdit *m_words;
    QTreeWidget *m_list;
    QLabel *m_none;
};

} // namespace tocsin::ui
