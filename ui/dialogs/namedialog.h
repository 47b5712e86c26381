// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

#include <functional>

class QLineEdit;
class QPushButton;

namespace tocsin::ui {

class FieldNote;

// Asks for the name of a thing; a name that is taken, or that its rule complains about, is not accepted. Opened with
// open(), deletes itself.
class NameDialog final : public QDialog
{
    Q_OBJECT
public:
    // Says what is wrong with a name, "" when nothing is.
    using Rule = std::function<QString(const QString &)>;

    NameDialog(const QString &title, const QString &verb, const QString &name, const QStringList &taken, QWidget *parent);
    NameDialog(const QString &title, const QString &verb, const QString &name, Rule rule, const QString &help, QWidget *parent);

Q_SIGNALS:
    void named(const QString &name);

private:
    void check();

    const Rule m_rule;
    QLineEdit *m_name;
    FieldNote *m_note;
    QPushButton *m_ok;
};

} // namespace tocsin::ui
