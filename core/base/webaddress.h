// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QUrl;

namespace tocsin {

// Why the program itself must not fetch anything from this address; empty: it may. Only https, or http to this very machine,
// without a user name or a password in it: an address from a configuration is no way to files or other schemes.
[[nodiscard]] QString webAddressProblem(const QString &address);

// Whether two addresses are of one server: the same scheme, host and port.
[[nodiscard]] bool isSameServer(const QUrl &a, const QUrl &b);

} // namespace tocsin
