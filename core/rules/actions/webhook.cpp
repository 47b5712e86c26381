// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies: api.slack.com/messaging/webhooks, docs.mattermost.com/developer/webhooks-incoming, zulip.com/api/send-message,
// docs.ntfy.sh/publish.
#include "core/rules/actions/action.h"
#include "core/web/exchange.h"

#include <QCoreApplication>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>
#include <QUuid>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Json = nlohmann::ordered_json;

namespace {

constexpr int kTries = 5;
constexpr QUuid kDeliveries(0x5d0f1c52, 0x8a4e, 0x4b5c, 0x9c, 0x41, 0x2e, 0x77, 0xf0, 0x1a, 0xb3, 0x6d); // ours, for names of deliveries
constexpr auto kLongestPause = 5min;

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

// Waits; false: somebody asked to stop.
bool pause(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any ended;
    std::unique_lock lock(mutex);
    return !ended.wait_for(lock, stop, time, [] { return false; }) && !stop.stop_requested();
}

// Slack's three; with them no mention and no link can come out of a packet.
QString forSlack(QString text)
{
    return text.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
}

// Signs of Markdown get a backslash; behind @ stands a character without width, so that nobody is called.
QString forMarkdown(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (u"\\`*_{}[]()<>#+-.!|~&:"_s.contains(c))
            out += u'\\';
        out += c;
        if (c == u'@')
            out += QChar(0x200b);
    }
    return out;
}

QByteArray jsonText(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

// A header's value that says anything: an encoded word.
QByteArray headerText(const QString &text)
{
    return "=?UTF-8?B?" + text.simplified().left(120).toUtf8().toBase64() + "?=";
}

// The same for each try of one delivery, also after a restart, and for no other in the world: the journal's numbers begin
// anew in each home, and are 0 where it cannot write.
QByteArray deliveryOf(const ActionWork &work)
{
    const Alert &alert = *work.alert;
    const QStringList parts{work.run.rule, QString::number(work.run.place), QString::number(work.run.number), QString::number(work.run.row), QString::number(work.run.made.us),
                            QString::fromStdString(alert.topic), QString::number(alert.partition.value_or(-1)), QString::number(alert.offset.value_or(-1)), QString::number(alert.record)};
    return QUuid::createUuidV5(kDeliveries, parts.join(u'\n')).toByteArray(QUuid::WithoutBraces);
}

// Whether what is posted twice is seen once: ntfy (from 2.16 on) puts a message with the same X-Sequence-ID in the place of the
// first, and a service of one's own is told by X-Tocsin-Delivery. Slack's and Mattermost's webhooks take no such thing, and
// Zulip's local_id only comes back to the sender.
bool knowsDeliveries(const QString &body)
{
    return body == u"json" || body == u"ntfy";
}

// A second post after one that may have arrived says so, where it is read by people.
void fillBody(web::Request &request, const ActionWork &work, bool again)
{
    const QString notice = again ? u"\n"_s + say(QT_TRANSLATE_NOOP("rules", "(sent again: the first answer was lost)")) : QString();
    const QString kind = work.action.text(u"body"_s);
    const QString title = (work.run.retraction ? say(QT_TRANSLATE_NOOP("rules", "Retraction")) + u": "_s : QString()) + work.rule->title();
    const bool isOwn = !work.action.text(u"text"_s).isEmpty();
    const QString message = messageOf(work);
    const QString page = pageOf(*work.alert);
    if (kind == u"slack" || kind == u"mattermost") {
        const auto safe = [&kind](const QString &text) { return kind == u"slack" ? forSlack(text) : forMarkdown(text); };
        QString text = isOwn ? safe(message) : u'*' + safe(title) + u"*\n"_s + safe(message);
        if (!isOwn && !page.isEmpty())
            text += u"\n"_s + (kind == u"slack" ? forSlack(page) : u'<' + page + u'>');
        request.body = jsonText({{"text", (text + notice).toStdString()}});
    } else if (kind == u"zulip") {
        QUrlQuery form;
        const auto add = [&form](const QString &key, const QString &value) { form.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value))); };
        add(u"type"_s, u"stream"_s);
        add(u"to"_s, work.action.text(u"channel"_s));
        add(u"topic"_s, title.left(60));
        add(u"content"_s, forMarkdown(message) + (isOwn || page.isEmpty() ? QString() : u"\n"_s + page) + notice);
        request.body = form.toString(QUrl::FullyEncoded).toLatin1();
        request.bodyType = "application/x-www-form-urlencoded";
    } else if (kind == u"ntfy") {
        request.body = message.toUtf8();
        request.bodyType = "text/plain; charset=utf-8";
        request.headers.emplace_back("Title", headerText(title));
        request.headers.emplace_back("X-Sequence-ID", deliveryOf(work));
        request.headers.emplace_back("Priority", work.run.retraction ? "default" : "urgent");
        if (!page.isEmpty())
            request.headers.emplace_back("Click", page.toLatin1());
    } else if (kind == u"text") {
        request.bodyType = work.action.text(u"content_type"_s).toLatin1();
        request.body = (request.bodyType.startsWith("text/plain") ? message + notice : message).toUtf8(); // else its form is its owner's
    } else {
        const std::string alert = jsonOf(*work.alert).toStdString();
        request.body = jsonText({{"rule", work.run.rule.toStdString()}, {"title", work.rule->title().toStdString()}, {"kind", work.run.retraction ? "retraction" : "news"},
                                 {"fact", work.run.fact.toStdString()}, {"alert", Json::parse(alert, nullptr, false)}});
    }
}

// What came back, whether it worked, and how long to wait before it is worth another try; no pause: it is not.
struct Answer {
    ActionResult result;
    std::optional<std::chrono::milliseconds> again;
    bool mayHaveArrived = false; // and worked
};

Answer answerOf(const std::variant<web::Reply, web::Failure> &answer)
{
    if (const auto *failure = std::get_if<web::Failure>(&answer)) {
        const bool isFinal = failure->error.kind == ErrorKind::Interrupted || failure->error.kind == ErrorKind::BadArgument;
        QString result = failure->error.message;
        if (failure->sent == web::Sent::Maybe)
            result += u' ' + say(QT_TRANSLATE_NOOP("rules", "It may have arrived all the same."));
        return {{.result = result}, isFinal ? std::nullopt : std::optional(0ms), failure->sent == web::Sent::Maybe};
    }
    const auto &reply = std::get<web::Reply>(answer);
    ActionResult result{.worked = reply.status >= 200 && reply.status < 300, .result = u"HTTP %1"_s.arg(reply.status), .output = outputText(reply.body, false)};
    if (reply.isRedirection())
        result.result += u": "_s + say(QT_TRANSLATE_NOOP("rules", "it leads elsewhere, and is not followed; enter the right address"));
    const bool isUntouched = reply.status == 408 || reply.status == 425 || reply.status == 429 || reply.status == 503;
    const bool mayWork = isUntouched || reply.status >= 500;
    return {result, mayWork ? std::optional<std::chrono::milliseconds>(reply.retryAfter) : std::nullopt, mayWork && !isUntouched};
}

} // namespace

ActionResult postToWebhook(const ActionWork &work, const ActionHelp &help, std::stop_token stop)
{
    const Action &action = work.action;
    const auto secretOf = [&](const QString &key) -> Result<vault::SecretBytes> {
        const QString account = action.text(key);
        if (account.isEmpty())
            return vault::SecretBytes();
        return help.secret ? help.secret(account, stop) : Error{.kind = ErrorKind::Keychain, .message = say(QT_TRANSLATE_NOOP("rules", "there is no vault"))};
    };
    const Result<vault::SecretBytes> secret = secretOf(u"account"_s);
    if (!secret)
        return {.result = secret.error().message};
    const Result<vault::SecretBytes> signature = secretOf(u"signature"_s);
    if (!signature)
        return {.result = signature.error().message};

    web::Request request{.method = "POST", .limit = limitOf(action), .mostBytes = kMostOutput};
    const QByteArray bytes(secret.value().data(), static_cast<qsizetype>(secret.value().size()));
    QByteArray url = action.text(u"url"_s).toUtf8();
    url.replace("{secret}", bytes.trimmed());
    request.url = QUrl::fromEncoded(url, QUrl::StrictMode);
    vault::wipe(url);
    if (!request.url.isValid())
        return {.result = say(QT_TRANSLATE_NOOP("rules", "the address is not valid once the secret is in it"))};
    const QString signIn = action.text(u"account"_s).isEmpty() ? QString() : action.text(u"sign_in"_s);
    if (signIn == u"bearer")
        request.headers.emplace_back("Authorization", "Bearer " + bytes.trimmed());
    else if (signIn == u"basic")
        request.headers.emplace_back("Authorization", "Basic " + (action.text(u"user"_s).toUtf8() + ':' + bytes.trimmed()).toBase64());
    request.headers.emplace_back("X-Tocsin-Rule", work.run.rule.toLatin1());
    request.headers.emplace_back("X-Tocsin-Delivery", deliveryOf(work));
    const size_t common = request.headers.size();
    fillBody(request, work, false);

    Answer answer;
    bool isSentAgain = false;
    std::chrono::milliseconds wait = help.firstPause;
    for (int tries = 1; tries <= kTries; ++tries) {
        const size_t plain = request.headers.size();
        if (!signature.value().isEmpty()) {
            const QByteArray time = QByteArray::number(qlonglong(UtcTime::now().us / 1'000'000));
            const QByteArray key(signature.value().data(), static_cast<qsizetype>(signature.value().size()));
            request.headers.emplace_back("X-Tocsin-Timestamp", time);
            request.headers.emplace_back("X-Tocsin-Signature", "sha256=" + QMessageAuthenticationCode::hash(time + '.' + *request.body, key.trimmed(), QCryptographicHash::Sha256).toHex());
        }
        answer = answerOf(web::exchange(request, stop));
        request.headers.resize(plain);
        if (answer.result.worked || !answer.again || tries == kTries || stop.stop_requested())
            break;
        // An alarm twice is better than none; more than twice is noise.
        if (answer.mayHaveArrived && !knowsDeliveries(action.text(u"body"_s))) {
            if (std::exchange(isSentAgain, true))
                break;
            request.headers.resize(common);
            fillBody(request, work, true);
        }
        if (!pause(std::clamp<std::chrono::milliseconds>(*answer.again, wait, kLongestPause), stop))
            break;
        wait *= 2;
    }
    for (auto &[name, value] : request.headers)
        vault::wipe(value);
    if (isSentAgain)
        answer.result.result += u' ' + say(QT_TRANSLATE_NOOP("rules", "(sent twice, for the first answer was lost)"));
    return answer.result;
}

} // namespace tocsin::rules
