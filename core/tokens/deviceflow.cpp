// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokens/deviceflow.h"

#include "core/tokens/log.h"
#include "core/tokens/work.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Json = nlohmann::json;
using vault::SecretBytes;

struct DeviceFlow::Started {
    Provider provider;
    SecretBytes deviceCode;
    DeviceCode code;
    std::chrono::seconds interval{5}; // RFC 8628 3.2
};

namespace {

constexpr std::chrono::milliseconds kLimit{20'000};
constexpr auto kLongestLife = 1'800s;
constexpr auto kSlower = 5s; // RFC 8628 3.5
constexpr auto kLongestInterval = 60s;

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

Error ended()
{
    return {.kind = ErrorKind::TimeLimit,
            .message = say(QT_TRANSLATE_NOOP("tokens", "The code was not used in time.")),
            .remedy = say(QT_TRANSLATE_NOOP("tokens", "Begin the sign-in again."))};
}

Error noDeviceFlow(const QString &host)
{
    return {.kind = ErrorKind::SignInRefused,
            .message = say(QT_TRANSLATE_NOOP("tokens", "%1 offers no sign-in with a code.")).arg(host),
            .remedy = say(QT_TRANSLATE_NOOP("tokens", "Sign in with the browser, or paste the address it ends at."))};
}

} // namespace

DeviceFlow::DeviceFlow(SignInWish wish, QObject *parent) : QObject(parent), m_wish(std::move(wish))
{
    m_pause.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &DeviceFlow::poll);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(ended()); });
}

DeviceFlow::~DeviceFlow()
{
    m_stop.request_stop();
}

void DeviceFlow::begin()
{
    startWork<Result<Started>>(this, [wish = m_wish, stop = m_stop.get_token()](const std::stop_token &) -> Result<Started> {
        const Result<Provider> provider = discover(wish.issuer, kLimit, stop);
        if (!provider)
            return provider.error();
        Started started{.provider = provider.value()};
        const QUrl &url = started.provider.device;
        if (url.isEmpty())
            return noDeviceFlow(QUrl(wish.issuer).host());
        const FormReply reply = postForm(url, wish.client(), {{"scope", SecretBytes(scopesFor(wish, started.provider).join(u' ').toStdString())}}, kLimit, stop);
        if (!reply.answer)
            return reply.answer.error();
        const WebAnswer &answer = reply.answer.value();
        if (answer.status != 200)
            return refusal(url.host(), answer, reply.code);
        const Json json = Json::parse(answer.body.constData(), answer.body.constData() + answer.body.size(), nullptr, false);
        const auto text = [&json](const char *key) { return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string(); };
        const auto seconds = [&json](const char *key) { return std::chrono::seconds(json.is_object() && json.contains(key) && json[key].is_number() ? json[key].get<int>() : 0); };
        started.deviceCode = SecretBytes(std::string_view(text("device_code")));
        started.code.userCode = QString::fromStdString(text("user_code"));
        const std::string address = text("verification_uri");
        started.code.address = QUrl(QString::fromStdString(address.empty() ? text("verification_url") : address), QUrl::StrictMode); // as Google calls it
        started.code.completeAddress = QUrl(QString::fromStdString(text("verification_uri_complete")), QUrl::StrictMode);
        started.code.life = std::min<std::chrono::seconds>(seconds("expires_in"), kLongestLife);
        started.interval = std::clamp<std::chrono::seconds>(json.contains("interval") ? seconds("interval") : started.interval, 1s, kLongestInterval);
        if (!addressProblem(started.code.completeAddress).isEmpty())
            started.code.completeAddress.clear();
        if (started.deviceCode.isEmpty() || started.code.userCode.isEmpty() || started.code.life <= 0s || !addressProblem(started.code.address).isEmpty())
            return noDeviceFlow(url.host());
        return started;
    }, [this](const Result<Started> &started) { handleStart(started); });
}

void DeviceFlow::handleStart(const Result<Started> &started)
{
    if (!started)
        return finish(started.error());
    m_provider = started.value().provider;
    m_deviceCode = started.value().deviceCode;
    m_interval = started.value().interval;
    m_patience.start(started.value().code.life);
    m_pause.start(m_interval);
    Q_EMIT shows(scopesFor(m_wish, m_provider), started.value().code);
}

void DeviceFlow::poll()
{
    startWork<TokenReply>(this, [wish = m_wish, url = m_provider.token, code = m_deviceCode, stop = m_stop.get_token()](const std::stop_token &) {
        return requestToken(url, wish.client(), {{"grant_type", SecretBytes("urn:ietf:params:oauth:grant-type:device_code")}, {"device_code", code}}, kLimit, stop);
    }, [this](const TokenReply &reply) { handleReply(reply); });
}

void DeviceFlow::handleReply(const TokenReply &reply)
{
    if (!m_patience.isActive())
        return; // it has ended meanwhile
    if (reply.granted)
        return conclude(reply);
    if (reply.code == u"expired_token")
        return finish(ended());
    if (reply.code == u"slow_down")
        m_interval += kSlower;
    else if (reply.code != u"authorization_pending" && !reply.error.retriable)
        return finish(reply.error);
    else if (reply.code != u"authorization_pending")
        m_interval = std::min<std::chrono::milliseconds>(m_interval * 2, kLongestInterval); // RFC 8628 3.5: a network in trouble
    m_pause.start(m_interval);
}

void DeviceFlow::conclude(const TokenReply &reply)
{
    startWork<Result<SignedIn>>(this, [wish = m_wish, provider = m_provider, reply, stop = m_stop.get_token()](const std::stop_token &) {
        return concludeSignIn(wish, provider, reply, {}, stop);
    }, [this](const Result<SignedIn> &result) { finish(result); });
}

void DeviceFlow::finish(const Result<SignedIn> &result)
{
    m_pause.stop();
    m_patience.stop();
    qCInfo(lcTokens).noquote() << "the sign-in with a code at" << QUrl(m_wish.issuer).host() << "ended:" << (result ? u"well"_s : result.error().message);
    Q_EMIT finished(result);
}

} // namespace tocsin::tokens
