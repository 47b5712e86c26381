// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/secretbytes.h"

#include <QLineEdit>

namespace tocsin::ui {

// A line for a secret: dots for what is typed, nothing of it to be copied or dragged, no dictionary of an input method. What
// it held is wiped when it is emptied and when it goes. Main thread.
class SecretField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);
    ~SecretField() override;

    [[nodiscard]] vault::SecretBytes secret() const;
    void wipe(); // and empties it
};

} // namespace tocsin::ui
