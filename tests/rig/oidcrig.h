// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

#include <optional>

class QObject;

namespace tocsin::rig {

// A real OpenID provider (tests/rig/oidc.sh, oidc/provider.mjs) on a port of 127.0.0.1, its keys in a temporary folder; its
// access tokens are JWTs for the audience "kafka". Owned by the test, used from one thread; it ends with the test, also when
// that crashes.
class OidcRig final
{
public:
    OidcRig() = default;
    ~OidcRig();
    Q_DISABLE_COPY_MOVE(OidcRig)

    struct Settings {
        int tokenSeconds = 60; // life of an access token
        bool rotates = true; // refresh tokens are good once
    };
    // False with why() when it cannot be had.
    [[nodiscard]] bool up() { return up(Settings()); }
    [[nodiscard]] bool up(const Settings &settings);
    [[nodiscard]] QString why() const { return m_why; }

    [[nodiscard]] QString issuer() const { return m_issuer; }
    [[nodiscard]] QString tokenEndpoint() const { return m_issuer + QStringLiteral("/token"); }
    [[nodiscard]] QString jwks() const { return m_issuer + QStringLiteral("/jwks"); }

    void stop(); // nobody listens there any more
    [[nodiscard]] bool start(); // again, on the same port with the same keys, without the grants
    void freeze(); // SIGSTOP
    void thaw();

    // What oidc/provider.mjs says of /rig/behave; an empty object: well again.
    [[nodiscard]] bool behave(const QJsonObject &how);
    [[nodiscard]] bool forgetGrants();
    [[nodiscard]] QJsonArray requests(const QString &path = {}); // of this path
    // An answer of the provider that is none of the program's business: what was asked for by curl, so to say.
    std::optional<QByteArray> ask(const QString &path, const QByteArray &form = {});

    // Somebody signs in as alice and consents: what oidc/person.mjs printed. It needs the test's thread, or not: `start`
    // returns at once and tells by the process.
    std::optional<QString> person(const QString &address, const QStringList &words = {});
    [[nodiscard]] static QProcess *startPerson(const QString &address, const QStringList &words, QObject *parent);

private:
    QTemporaryDir m_folder;
    QProcess m_provider;
    Settings m_settings;
    QString m_issuer;
    QString m_why;
};

// The main of a test program that needs the provider: exit status 77 with the reason when it cannot be had, 1 when
// REQUIRE_REAL_PARTS=1 says that it must be.
[[nodiscard]] int runWithOidc(QObject *test, int argc, char **argv);
// That exit status, told on standard error; 0 when the provider can be had.
[[nodiscard]] int whyNoOidc();

} // namespace tocsin::rig
