// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/askdialog.h"

#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::ui {

AskDialog::AskDialog(const QString &title, const QString &text, QWidget *parent)
    : QDialog(parent), m_buttons(new QHBoxLayout), m_remember(new QCheckBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    auto *heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    heading->setFont(Theme::font(Theme::Font::Heading));
    auto *body = new QLabel(text, this);
    body->setTextFormat(Qt::PlainText);
    body->setWordWrap(true);
    body->setMinimumWidth(380);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(heading);
    column->addWidget(body);
    column->addWidget(m_remember);
    m_remember->hide();
    column->addSpacing(8);
    column->addLayout(m_buttons);
    m_buttons->setSpacing(6);
    m_buttons->addStretch();
    setAccessibleDescription(text);
}

QPushButton *AskDialog::addAnswer(int answer, const QString &verb, bool harmless)
{
    auto *button = new QPushButton(verb, this);
    button->setAutoDefault(false);
    if (harmless && !m_hasHarmless) {
        button->setDefault(true);
        Theme::setPrimary(button, true);
        if (m_cancel)
            Theme::setPrimary(m_cancel, false);
        m_hasHarmless = true;
    }
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, answer] {
        Q_EMIT answered(answer, m_remember->isChecked());
        accept();
    });
    return button;
}

void AskDialog::addCancel()
{
    auto *button = new QPushButton(tr("Cancel"), this);
    button->setAutoDefault(false);
    button->setDefault(!m_hasHarmless);
    Theme::setPrimary(button, !m_hasHarmless);
    m_cancel = button;
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
}

void AskDialog::offerToRemember(const QString &text)
{
    m_remember->setText(text);
    m_remember->show();
}

} // namespace tocsin::ui
