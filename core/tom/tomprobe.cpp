// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/tomprobe.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QRandomGenerator>

namespace tocsin::tom {

using namespace Qt::StringLiterals;
using SignIn = TomFacts::SignIn;
using Kind = Trouble::Kind;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tom", text);
}

// Good nowhere.
QByteArray madeUp()
{
    quint32 words[5];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

Trouble locked(const QUrl &url)
{
    return {.kind = Kind::NotPermitted,
            .error = {.kind = ErrorKind::NotAuthorised,
                      .message = say(QT_TRANSLATE_NOOP("tom", "The TOM at %1 is locked: it takes nothing but a sign-in on its own page.")).arg(url.host()),
                      .remedy = say(QT_TRANSLATE_NOOP("tom", "Ask its people to set OPEN_URLS = ['/api/*']; its tokens work then."))}};
}

// One run: what each way of signing in gives.
class Probe
{
public:
    Probe(const QUrl &url, QString user, const vault::SecretBytes &secret, const std::stop_token &stop)
        : m_url(url), m_user(std::move(user)), m_secret(secret), m_client({.url = url}, stop)
    {
    }

    Told<Probed> run()
    {
        const Told<web::Reply> wrong = groups("Token " + madeUp());
        if (const Trouble *trouble = troubleOf(wrong))
            return *trouble;
        const auto &reply = std::get<web::Reply>(wrong);
        const bool isPlain403 = reply.status == 403 && !isJson(reply);
        if (isPlain403 || (reply.status == 302 && reply.location.path().contains(u"login")))
            return locked(m_url);
        const bool isHonoured = reply.status == 401 || reply.status == 403;
        if (!isHonoured && !(reply.status == 200 && isGroups(reply)))
            return troubleIn(reply, asked(), false);
        std::optional<Trouble> tokenRefused;
        if (isHonoured) {
            const Told<web::Reply> right = groups(TomClient::authorization(SignIn::Token, {}, m_secret));
            if (const Trouble *trouble = troubleOf(right))
                return *trouble;
            if (isGroups(std::get<web::Reply>(right)))
                return Probed{.signIn = SignIn::Token};
            tokenRefused = troubleIn(std::get<web::Reply>(right), asked(), false);
            if (m_user.isEmpty() || (tokenRefused->kind != Kind::SignIn && tokenRefused->kind != Kind::NotPermitted))
                return *tokenRefused;
        }
        return byPassword(tokenRefused);
    }

private:
    static bool isJson(const web::Reply &reply) { return !reply.isPage() && !QJsonDocument::fromJson(reply.body).isNull(); }
    static bool isGroups(const web::Reply &reply) { return reply.status == 200 && !reply.isPage() && QJsonDocument::fromJson(reply.body).object().contains(u"results"_s); }

    [[nodiscard]] QUrl asked() const { return addressAt(m_url, u"/api/groups/"_s); }

    [[nodiscard]] Told<web::Reply> groups(const QByteArray &authorization) const
    {
        return m_client.ask({.path = u"/api/groups/"_s, .authorization = authorization});
    }

    Told<Probed> byPassword(const std::optional<Trouble> &tokenRefused) const
    {
        if (m_user.isEmpty())
            return Trouble{.kind = Kind::SignIn,
                           .error = {.kind = ErrorKind::SignInRefused,
                                     .message = say(QT_TRANSLATE_NOOP("tom", "The TOM at %1 ignores tokens: with one alone it would make targets that belong to nobody and are open to everybody.")).arg(m_url.host()),
                                     .remedy = say(QT_TRANSLATE_NOOP("tom", "Give the account your user name there (user=…), and your password as its secret."))}};
        // Somebody made up: nobody's account is to be locked by this.
        const Told<web::Reply> wrong = groups("Basic " + ("tocsin-" + madeUp().left(12) + ':' + madeUp()).toBase64());
        if (const Trouble *trouble = troubleOf(wrong))
            return *trouble;
        if (std::get<web::Reply>(wrong).status == 200) {
            return tokenRefused ? *tokenRefused
                                : Trouble{.kind = Kind::SignIn,
                                          .error = {.kind = ErrorKind::SignInRefused,
                                                    .message = say(QT_TRANSLATE_NOOP("tom", "The TOM at %1 ignores tokens and passwords alike.")).arg(m_url.host()),
                                                    .remedy = say(QT_TRANSLATE_NOOP("tom", "Ask its people to let its interface (REST_FRAMEWORK) take tokens."))}};
        }
        const Told<web::Reply> right = groups(TomClient::authorization(SignIn::Basic, m_user, m_secret));
        if (const Trouble *trouble = troubleOf(right))
            return *trouble;
        const auto &reply = std::get<web::Reply>(right);
        if (isGroups(reply))
            return Probed{.signIn = SignIn::Basic,
                          .notice = tokenRefused ? say(QT_TRANSLATE_NOOP("tom", "This TOM takes the secret as a password, not as a token: user name and password go with each question."))
                                                 : say(QT_TRANSLATE_NOOP("tom", "This TOM ignores tokens: user name and password go with each question."))};
        if (tokenRefused)
            return *tokenRefused;
        return Trouble{.kind = Kind::SignIn,
                       .error = {.kind = ErrorKind::SignInRefused,
                                 .message = say(QT_TRANSLATE_NOOP("tom", "The TOM at %1 ignores tokens, and refused user name and password.")).arg(m_url.host()),
                                 .remedy = say(QT_TRANSLATE_NOOP("tom", "Is the secret of this account the password? A token is no use there."))}};
    }

    const QUrl m_url;
    const QString m_user;
    const vault::SecretBytes &m_secret;
    const TomClient m_client;
};

} // namespace

Told<Probed> probe(const QUrl &url, const QString &user, const vault::SecretBytes &secret, const std::stop_token &stop)
{
    return Probe(url, user, secret, stop).run();
}

Told<vault::SecretBytes> tokenFor(const QUrl &url, const QString &user, const vault::SecretBytes &password, const std::stop_token &stop)
{
    const TomClient client({.url = url}, stop);
    const QString secret = QString::fromUtf8(password.data(), static_cast<qsizetype>(password.size()));
    const Told<web::Reply> answer = client.ask({.method = "POST", .path = u"/api/token-auth/"_s, .body = QJsonObject{{u"username"_s, user}, {u"password"_s, secret}}});
    if (const Trouble *trouble = troubleOf(answer))
        return *trouble;
    const auto &reply = std::get<web::Reply>(answer);
    QByteArray token = reply.status == 200 && !reply.isPage() ? QJsonDocument::fromJson(reply.body).object().value(u"token"_s).toString().toUtf8() : QByteArray();
    if (!token.isEmpty())
        return vault::SecretBytes::takeFrom(token);
    Trouble trouble = troubleIn(reply, url, false);
    if (reply.status == 400 && !reply.isPage()) {
        trouble.kind = Kind::SignIn;
        trouble.error.kind = ErrorKind::SignInRefused;
        trouble.error.remedy = say(QT_TRANSLATE_NOOP("tom", "Check user name and password on the TOM's own page."));
    }
    return trouble;
}

} // namespace tocsin::tom
