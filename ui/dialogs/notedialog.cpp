// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/notedialog.h"

#include "ui/dialogs/buttonrow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace tocsin::ui {

NoteDialog::NoteDialog(const QString &note, QWidget *parent) : QDialog(parent), m_text(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Note"));
    setMinimumWidth(Theme::scaled(440));
    auto *label = new QLabel(tr("Note"), this);
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Note"));
    m_text->setTabChangesFocus(true);
    m_text->setPlainText(note);
    m_text->selectAll();
    m_text->setMinimumHeight(Theme::scaled(110));
    auto *help = new FieldNote(this);
    help->setHelp(tr("It belongs to the event: new revisions have it too. Ctrl+Enter writes it; without a text it is taken away."));
    auto *ok = new QPushButton(tr("Write"), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->addWidget(label);
    column->addWidget(m_text);
    column->addWidget(help);
    column->addSpacing(8);
    column->addLayout(makeButtonRow(*this, ok));
    connect(ok, &QPushButton::clicked, this, &NoteDialog::write);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(Qt::CTRL | enter, this), &QShortcut::activated, this, &NoteDialog::write);
}

void NoteDialog::write()
{
    Q_EMIT written(m_text->toPlainText().trimmed());
    accept();
}

} // namespace tocsin::ui
