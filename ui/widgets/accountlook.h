// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/account.h"
#include "ui/theme/palette.h"

#include <QStringList>

namespace tocsin::ui {

// How an account is shown: whether it lives, what it dies of, and what to do then; a word, a shape and a colour that say the
// same. A plain value.
struct AccountLook {
    enum class State { Good, Session, EndsSoon, Renew, Remove };
    State state = State::Good;
    QString word;
    QString glyph;
    QColor Palette::*colour = &Palette::good;
    QString ends; // one cell: "28 days idle left", "ended 6 min ago", "not stated"
    QString title; // what is wrong or will be; empty: nothing
    QString text;
};

// `users`: the streams that name it.
[[nodiscard]] AccountLook lookOf(const vault::Account &account, const QStringList &users, const UtcTime &now);
[[nodiscard]] QString kindName(const vault::Account &account);

} // namespace tocsin::ui
