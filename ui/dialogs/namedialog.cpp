// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/namedialog.h"

#include "ui/dialogs/buttonrow.h"
#include "ui/widgets/fieldnote.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace tocsin::ui {

NameDialog::NameDialog(const QString &title, const QString &verb, const QString &name, const QStringList &taken, QWidget *parent)
    : NameDialog(title, verb, name, [taken](const QString &wanted) { return taken.contains(wanted) ? tr("This name is taken.") : QString(); }, {}, parent)
{
}

NameDialog::NameDialog(const QString &title, const QString &verb, const QString &name, Rule rule, const QString &help, QWidget *parent)
    : QDialog(parent), m_rule(std::move(rule)), m_name(new QLineEdit(name, this)), m_note(new FieldNote(this)), m_ok(new QPushButton(verb, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(380);
    auto *label = new QLabel(tr("Name"), this);
    label->setBuddy(m_name);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(100);
    m_name->selectAll();
    m_note->setHelp(help);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->addWidget(label);
    column->addWidget(m_name);
    column->addWidget(m_note);
    column->addSpacing(8);
    column->addLayout(makeButtonRow(*this, m_ok));
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::check);
    connect(m_ok, &QPushButton::clicked, this, [this] {
        Q_EMIT named(m_name->text().trimmed());
        accept();
    });
    check();
}

void NameDialog::check()
{
    const QString name = m_name->text().trimmed();
    const QString problem = m_rule(name);
    m_note->setProblem(problem);
    m_ok->setEnabled(!name.isEmpty() && problem.isEmpty());
    m_ok->setToolTip(problem);
}

} // namespace tocsin::ui
