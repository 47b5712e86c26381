// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

namespace tocsin::streams::hopskotch {

// The client's side of SCRAM (RFC 5802) as HTTP carries it (RFC 7804): three texts, one after the other. The password never
// leaves it. Pure computation; used once, from one thread.
class ScramClient
{
public:
    // `nonce`: fresh and random; tests give the one of the RFC.
    ScramClient(QCryptographicHash::Algorithm hash, const QString &user, const QString &password, const QByteArray &nonce = freshNonce());

    [[nodiscard]] QByteArray first() const;
    // From the server's first text; an error where that is none, or asks for too little or too much work.
    [[nodiscard]] Result<QByteArray> final(const QByteArray &serverFirst);
    // Whether the server knows the password too.
    [[nodiscard]] bool proves(const QByteArray &serverFinal) const;

    [[nodiscard]] static QByteArray freshNonce();

private:
    const QCryptographicHash::Algorithm m_hash;
    const QByteArray m_bare; // the first text behind its header
    const QByteArray m_nonce;
    const QByteArray m_password;
    QByteArray m_signature; // that the server has to give
};

// The value of `name` in a comma list of name=value, quoted or not, as WWW-Authenticate and Authentication-Info have it.
[[nodiscard]] QByteArray scramField(const QByteArray &list, const QByteArray &name);

} // namespace tocsin::streams::hopskotch
