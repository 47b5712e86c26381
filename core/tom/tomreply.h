// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/web/exchange.h"

#include <QJsonDocument>
#include <QMap>
#include <QString>
#include <QUrl>

#include <chrono>
#include <variant>

namespace tocsin::tom {

// Why a TOM did not do what it was asked for, and what may be done next. A plain value.
struct Trouble {
    enum class Kind {
        Refused, // the question was wrong; asked again it would be refused again
        SignIn, // the token or the password
        NotPermitted, // we are known, and may not
        NotThere, // no such target, or none that we may see
        Busy, // later, see retryAfter
        Away, // nobody has had the question
        Unsure, // it may have worked: look before it is asked again
        Interrupted,
    };
    Kind kind = Kind::Refused;
    Error error;
    QMap<QString, QString> fields = {}; // of a 400: what is wrong with each; "" for the whole
    std::chrono::seconds retryAfter{0}; // 0: not said

    [[nodiscard]] bool isAway() const { return kind == Kind::Busy || kind == Kind::Away; } // whatever it is asked
    [[nodiscard]] bool waits() const { return kind == Kind::Busy || kind == Kind::Away || kind == Kind::Unsure; }
};

template <typename T>
using Told = std::variant<T, Trouble>;

template <typename T>
[[nodiscard]] const Trouble *troubleOf(const Told<T> &told)
{
    return std::get_if<Trouble>(&told);
}

// What a TOM's reply means when it is none of the wanted ones (protocols.md 7.2). `writes`: the question was to change
// something, so that a reply which proves nothing leaves it open. Pages are never shown.
[[nodiscard]] Trouble troubleIn(const web::Reply &reply, const QUrl &asked, bool writes);
[[nodiscard]] Trouble troubleIn(const web::Failure &failure, bool writes);

} // namespace tocsin::tom
