// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utctime.h"
#include "core/vault/secretbytes.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tocsin::tokens {

// What a JSON Web Token says of itself (RFC 7519, section 4.1; `scope`: RFC 8693, section 4.2). Nothing of it is proved: whoever
// is shown the token checks its signature, we only tell people what they hold. A plain value.
struct Claims {
    QString issuer;
    QString subject;
    QString scope; // blanks between
    QStringList audience;
    UtcTime issued; // each not valid where it is not stated
    UtcTime notBefore;
    UtcTime expires;

    [[nodiscard]] QStringList scopes() const { return scope.split(u' ', Qt::SkipEmptyParts); }
    friend bool operator==(const Claims &, const Claims &) = default;
};

// No value: this is no JSON Web Token.
[[nodiscard]] std::optional<Claims> readClaims(const vault::SecretBytes &token);

// "43 min", "2 h 10 min", "3 d": translated; for what is left and for what has passed. Seconds below two minutes.
[[nodiscard]] QString spanText(int64_t us);

// Why our clock and the token do not fit: it was issued in our future, or had ended when it came to us. Translated, a sentence;
// empty: nothing speaks against the clock. `came`: when it came here, by our clock; not valid: not known.
[[nodiscard]] QString clockDoubt(const Claims &claims, const UtcTime &came, const UtcTime &now);

} // namespace tocsin::tokens
