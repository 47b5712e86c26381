// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/tomclient.h"

namespace tocsin::tom {

// How a TOM wants its questions, found by asking it with what must not be good: most sites let anybody make targets, and a
// token that is ignored would make them for everybody (protocols.md 7.2). A plain value.
struct Probed {
    TomFacts::SignIn signIn = TomFacts::SignIn::Token;
    QString notice; // translated; empty: all is as it should be
};

// Asks with a wrong token, then with the secret as a token; where tokens are no use and there is a user, with a wrong password
// and the secret as the password. A locked site and a secret that nobody honours are troubles with what to do. Not on the main
// thread.
[[nodiscard]] Told<Probed> probe(const QUrl &url, const QString &user, const vault::SecretBytes &secret, const std::stop_token &stop);

// The token of somebody, for the password; also sites that ignore tokens give one.
[[nodiscard]] Told<vault::SecretBytes> tokenFor(const QUrl &url, const QString &user, const vault::SecretBytes &password, const std::stop_token &stop);

} // namespace tocsin::tom
