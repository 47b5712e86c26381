// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QAction;

namespace tocsin::ui {

// The list of keys (F1): the window's actions with their shortcuts, then the keys that hold inside the table and the
// streams. Deletes itself.
class KeysDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Key {
        QString keys;
        QString what;
    };
    KeysDialog(const QList<QAction *> &actions, const QList<Key> &tableKeys, QWidget *parent);
};

} // namespace tocsin::ui
