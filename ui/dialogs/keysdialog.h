// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tocsin::ui {

class FieldNote;
class KeyBindings;

// The list of keys (F1): the window's commands and those of the table, each of which can be given another key, then the keys
// that hold inside the other parts. Opened with open(), deletes itself; the bindings outlive it.
class KeysDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Key {
        QString keys;
        QString what;
    };
    // `tableKeys`: what else holds in the table and cannot be changed.
    KeysDialog(KeyBindings &bindings, const QList<Key> &tableKeys, QWidget *parent);

private:
    QWidget *makeEditor();
    void fill(const QList<Key> &tableKeys);
    void presentKeys(QTreeWidgetItem *item);
    void beginEdit();
    void check();
    void use();
    [[nodiscard]] int current() const; // place of its binding; -1: the key is fixed

    KeyBindings &m_bindings;
    QTreeWidget *m_list;
    QLabel *m_what;
    QKeySequenceEdit *m_key;
    FieldNote *m_note;
    QPushButton *m_use;
    QPushButton *m_standard;
    QWidget *m_editor;
};

} // namespace tocsin::ui
