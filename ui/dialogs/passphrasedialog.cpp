// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/passphrasedialog.h"

#include "core/vault/vault.h"
#include "ui/dialogs/buttonrow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/secretfield.h"

#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::ui {

PassphraseDialog::PassphraseDialog(vault::Vault &vault, const QString &file, QWidget *parent)
    : QDialog(parent), m_vault(vault), m_isNew(!QFile::exists(file)), m_first(new SecretField(this)), m_second(new SecretField(this)),
      m_note(new FieldNote(this)), m_message(new MessagePanel(this)), m_ok(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_isNew ? tr("Make a vault file") : tr("Open the vault file"));
    setMinimumWidth(Theme::scaled(420));
    auto *heading = new QLabel(windowTitle(), this);
    heading->setFont(Theme::font(Theme::Font::Heading));
    auto *text = new QLabel(m_isNew ? tr("One encrypted file keeps all secrets. Its passphrase is asked for once in each session and is written nowhere: who forgets it enters the secrets again.")
                                    : tr("Secrets lie in an encrypted file. Its passphrase opens it for this session."),
                            this);
    text->setWordWrap(true);
    auto *where = new QLabel(file, this);
    where->setTextFormat(Qt::PlainText);
    where->setFont(Theme::font(Theme::Font::Mono));
    where->setWordWrap(true);
    where->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(6);
    column->addWidget(heading);
    column->addSpacing(4);
    column->addWidget(text);
    column->addWidget(where);
    column->addSpacing(6);
    const auto addField = [&](const QString &name, SecretField *field) {
        auto *label = new QLabel(name, this);
        label->setBuddy(field);
        field->setAccessibleName(name);
        column->addWidget(label);
        column->addWidget(field);
        label->setVisible(field != m_second || m_isNew);
        field->setVisible(field != m_second || m_isNew);
        connect(field, &QLineEdit::textChanged, this, &PassphraseDialog::check);
    };
    addField(tr("Passphrase"), m_first);
    addField(tr("The same again"), m_second);
    column->addWidget(m_note);
    column->addWidget(m_message);
    m_message->hide();
    column->addSpacing(8);
    column->addLayout(makeButtonRow(*this, m_ok));
    connect(m_ok, &QPushButton::clicked, this, &PassphraseDialog::submit);
    check();
    m_first->setFocus();
}

void PassphraseDialog::check()
{
    const bool same = !m_isNew || m_first->text() == m_second->text();
    m_note->setHelp(m_isNew ? tr("Four words that do not belong together are hard to guess and easy to keep.") : QString());
    m_note->setProblem(same || m_second->text().isEmpty() ? QString() : tr("The two are not the same."));
    m_note->setVisible(!m_note->isEmpty());
    for (SecretField *field : {m_first, m_second})
        field->setEnabled(!m_waits);
    m_ok->setEnabled(!m_waits && same && !m_first->text().isEmpty());
    m_ok->setText(m_waits ? tr("Opening…") : m_isNew ? tr("Use this file") : tr("Open"));
}

void PassphraseDialog::submit()
{
    m_waits = true;
    check();
    m_message->hide();
    m_vault.setPassphrase(m_first->secret());
    m_vault.look(vault::kFilePlace.toString(), [self = QPointer(this)](vault::Trouble trouble, const Error &error) {
        if (self)
            self->handleLooked(trouble, error);
    });
}

void PassphraseDialog::handleLooked(vault::Trouble trouble, const Error &error)
{
    m_waits = false;
    if (trouble == vault::Trouble::None) {
        accept();
        return;
    }
    m_first->wipe();
    m_second->wipe();
    check();
    m_message->setMessage(MessagePanel::Kind::Bad, error.message, error.remedy, error.detail);
    m_message->show();
    adjustSize();
    m_first->setFocus();
}

} // namespace tocsin::ui
