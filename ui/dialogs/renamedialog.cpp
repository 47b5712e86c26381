// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/renamedialog.h"

#include "ui/dialogs/streamdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::ui {

RenameDialog::RenameDialog(const QString &name, const QStringList &taken, QWidget *parent)
    : QDialog(parent), m_taken(taken), m_name(new QLineEdit(name, this)), m_note(new FieldNote(this)),
      m_ok(new QPushButton(tr("Rename"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rename %1").arg(name));
    setMinimumWidth(380);
    auto *label = new QLabel(tr("Name"), this);
    label->setBuddy(m_name);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(100);
    m_name->selectAll();
    m_note->setHelp(tr("Its alerts in the archive stay with it."));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_ok->setDefault(true);
    Theme::setPrimary(m_ok, true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_ok);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->addWidget(label);
    column->addWidget(m_name);
    column->addWidget(m_note);
    column->addSpacing(8);
    column->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &RenameDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, [this] {
        Q_EMIT named(m_name->text().trimmed());
        accept();
    });
    check();
}

void RenameDialog::check()
{
    const QString problem = StreamDialog::nameProblem(m_name->text(), m_taken);
    m_note->setProblem(problem);
    m_ok->setEnabled(problem.isEmpty());
    m_ok->setToolTip(problem);
}

} // namespace tocsin::ui
