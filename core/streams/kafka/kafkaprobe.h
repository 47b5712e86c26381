// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ladder/reach.h"

#include <QStringList>

namespace tocsin::streams::kafka {

// What stands behind a port, asked in Kafka's own words before any sign-in: librdkafka tells of all this only that the
// connection was lost. On the climbing thread.
struct Probe {
    enum class Speaks { Kafka, Tls, SomethingElse, Nothing, Closed } speaks = Speaks::Closed;
    // What the broker says to a wish to sign in.
    enum class SignIn { Unknown, Offered, OtherMechanisms, NotHere } signIn = SignIn::Unknown;
    QStringList mechanisms;
};

// Kafka protocol, ApiVersions (key 18): does a broker answer here?
[[nodiscard]] Probe askWhoSpeaks(QSslSocket &socket, const ladder::Climb &climb);
// Then SaslHandshake (key 17): is this mechanism offered, and which are? `mechanism` may be one that nobody has.
void askMechanisms(QSslSocket &socket, const QString &mechanism, Probe &probe, const ladder::Climb &climb);
// Whether a TLS handshake, with whatever certificate, succeeds at this server's port.
[[nodiscard]] bool speaksTls(const ladder::Server &server, const ladder::Climb &climb);
// Whether a broker answers in clear text at this server's port.
[[nodiscard]] bool speaksPlainKafka(const ladder::Server &server, const ladder::Climb &climb);

} // namespace tocsin::streams::kafka
