// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secretfield.h"

namespace tocsin::ui {

SecretField::SecretField(QWidget *parent) : QLineEdit(parent)
{
    setEchoMode(Password);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setDragEnabled(false);
}

SecretField::~SecretField()
{
    blockSignals(true); // whoever listens may have gone in part
    wipe();
}

vault::SecretBytes SecretField::secret() const
{
    QByteArray bytes = text().toUtf8();
    return vault::SecretBytes::takeFrom(bytes);
}

void SecretField::wipe()
{
    QString held = text();
    setText({}); // lets go of the line's own copy, and of what could be undone
    vault::wipe(held.data(), static_cast<size_t>(held.size()) * sizeof(QChar)); // ours alone by now, else a copy
}

} // namespace tocsin::ui
