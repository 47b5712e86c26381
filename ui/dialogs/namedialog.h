// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPushButton;

namespace tocsin::ui {

class FieldNote;

// Asks for the name of a thing; a name that is taken is not accepted. Opened with open(), deletes itself.
class NameDialog final : public QDialog
{
    Q_OBJECT
public:
    NameDialog(const QString &title, const QString &verb, const QString &name, const QStringList &taken, QWidget *parent);

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
