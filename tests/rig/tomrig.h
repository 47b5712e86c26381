// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <optional>

class QObject;

namespace tocsin::rig {

// A real TOM (tests/rig/tom.sh; tom/sites has the kinds) on a port of 127.0.0.1, its site in a temporary folder. Owned by the
// test, used from one thread; it ends with the test, also when that crashes.
class TomRig final
{
public:
    TomRig() = default;
    ~TomRig();
    Q_DISABLE_COPY_MOVE(TomRig)

    // False with why() when it cannot be had.
    [[nodiscard]] bool up(const QString &site);
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] QString url() const { return m_url; }

    void stop(); // nobody listens there any more
    [[nodiscard]] bool start(); // again, on the same port with the same targets

    // What curl would see, as nobody, with a token, or with a password.
    struct Answer {
        int status = 0; // 0: none
        QJsonDocument json; // null: none
        QByteArray body;
        QByteArray retryAfter;
    };
    [[nodiscard]] Answer ask(const QByteArray &method, const QString &path, const QByteArray &authorization = {}, const QByteArray &body = {}) const;
    // Targets of this name, as root sees them: exactly this one.
    [[nodiscard]] int targetsNamed(const QString &name) const;
    // Lines of the access log that hold this: "POST /api/targets/".
    [[nodiscard]] int asked(const QByteArray &words) const;
    // manage.py; what it printed, or nothing with why().
    [[nodiscard]] std::optional<QString> manage(const QStringList &arguments, const QByteArray &input = {});

    [[nodiscard]] static QByteArray token(const char *user); // of alice, bob, carol or root
    [[nodiscard]] static QByteArray byToken(const char *user) { return "Token " + token(user); }
    [[nodiscard]] static QByteArray byPassword(const char *user) { return "Basic " + (QByteArray(user) + ":user-pw").toBase64(); }

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_site;
    QString m_url;
    QString m_why;
};

// The main of a test program that needs TOMs: exit status 77 with the reason when they cannot be had, 1 when
// REQUIRE_REAL_PARTS=1 says that they must be.
[[nodiscard]] int runWithTom(QObject *test, int argc, char **argv);

} // namespace tocsin::rig
