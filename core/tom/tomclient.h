// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"
#include "core/tom/tomfacts.h"
#include "core/tom/tomreply.h"
#include "core/vault/secretbytes.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <optional>
#include <set>
#include <stop_token>
#include <vector>

namespace tocsin::tom {

// How a TOM is asked. A plain value.
struct TomAccess {
    QUrl url; // of its front page
    TomFacts::SignIn signIn = TomFacts::SignIn::Token;
    QString user; // of Basic
    vault::SecretBytes secret; // token or password; empty: nobody in particular
};

// Why no secret may be sent there, translated; empty: it may. Only https, or http to a literal address of this machine.
[[nodiscard]] QString tomAddressProblem(const QUrl &url);
// What a TOM takes for the same name: letters of any case, without blanks, "-", "_" and brackets.
[[nodiscard]] QString simpleName(const QString &name);
// Degrees between two places.
[[nodiscard]] double degreesBetween(double ra1, double dec1, double ra2, double dec2);

// Where a path of the interface lies for a TOM whose front page this is.
[[nodiscard]] QUrl addressAt(const QUrl &front, const QString &path);

// Asks one TOM Toolkit over its REST interface, a question at a time, and waits for the answer within bounded time. The traps
// it goes round were measured at 3.1.0 and 2.32.4 (protocols.md 7.2, 7.3; tests/rig/tst_tomrig). No redirection is followed, no
// page is shown. Not on the main thread; short-lived, owned by the work that asks.
class TomClient
{
public:
    TomClient(TomAccess access, std::stop_token stop) : m_access(std::move(access)), m_stop(std::move(stop)) {}

    // Groups, choices, further fields; the sign-in is what the probe found.
    [[nodiscard]] Told<TomFacts> facts();
    // By place within `radiusArcsec` (0: not), and by name and aliases, exactly and as TOMs compare names.
    [[nodiscard]] Told<Lookup> lookUp(const Draft &draft, double radiusArcsec);
    // The target whose name is exactly this, where we may see it.
    [[nodiscard]] Told<std::optional<Target>> named(const QString &name);
    [[nodiscard]] Told<Target> target(int64_t id);

    struct Created {
        Target target;
        QString note; // translated: what is not as it was wanted; empty: nothing
    };
    [[nodiscard]] Told<Created> create(const Draft &draft, const TomFacts &facts);
    // What is missing of the draft at a target that was made when the TOM broke off: groups and aliases.
    [[nodiscard]] Told<Created> complete(int64_t id, const Draft &draft, const TomFacts &facts);
    [[nodiscard]] Told<Target> addAlias(int64_t id, const QString &alias);
    [[nodiscard]] Told<Done> remove(int64_t id);
    // NotThere: neither is the alias, or not the target.
    [[nodiscard]] Told<Done> removeAlias(int64_t id, const QString &alias);
    // How many points the TOM has now of these; `again`: some may be there already.
    [[nodiscard]] Told<int> addPhotometry(int64_t id, const std::vector<PhotometryPoint> &points, bool again);
    // Asked without credentials: whether anybody at all can see it.
    [[nodiscard]] Told<bool> strangersSee(int64_t id);

    // One question; for the probe as well.
    struct Question {
        QByteArray method = "GET";
        QString path; // behind the front page: /api/groups/
        QByteArray query = {}; // encoded
        std::optional<QJsonObject> body = {};
        std::optional<QByteArray> authorization = {}; // in the place of the account's own; empty: none
        std::chrono::milliseconds limit{20'000};
    };
    [[nodiscard]] Told<web::Reply> ask(const Question &question) const;
    [[nodiscard]] static QByteArray authorization(TomFacts::SignIn signIn, const QString &user, const vault::SecretBytes &secret);

private:
    [[nodiscard]] Told<QJsonDocument> read(const Question &question, std::initializer_list<int> good = {200}) const;
    [[nodiscard]] Told<std::vector<Target>> search(const QByteArray &query, std::chrono::milliseconds limit = std::chrono::milliseconds{20'000}) const;
    [[nodiscard]] Told<std::vector<Target>> inCone(const Draft &draft, double radiusArcsec) const;
    [[nodiscard]] Told<std::vector<Target>> byNames(const QStringList &names, QString &notice);
    [[nodiscard]] Told<std::set<QString>> photometryAt(int64_t id) const;
    [[nodiscard]] Told<Done> deleteAt(const QString &path) const;
    [[nodiscard]] Target targetIn(const QJsonObject &object) const;
    [[nodiscard]] static QString targetPathOf(int64_t id) { return QStringLiteral("/api/targets/%1/").arg(id); }
    [[nodiscard]] QString hostName() const { return m_access.url.host(); }

    const TomAccess m_access;
    const std::stop_token m_stop;
};

} // namespace tocsin::tom
