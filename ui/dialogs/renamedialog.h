// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPushButton;

namespace tocsin::ui {

class FieldNote;

// Asks for another name of a stream. Opened with open(), deletes itself.
class RenameDialog final : public QDialog
{
    Q_OBJECT
public:
    RenameDialog(const QString &name, const QStringList &taken, QWidget *parent);

Q_SIGNALS:
    void named(const QString &name);

private:
    void check();

    const QStringList m_taken;
    QLineEdit *m_name;
    FieldNote *m_note;
    QPushButton *m_ok;
};

} // namespace tocsin::ui
