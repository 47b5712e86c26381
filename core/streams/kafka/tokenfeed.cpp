// SPDX-License-Identifier: GPL-3.0-or-later
// librdkafka: INTRODUCTION.md, "SASL" ; rdkafka.h, rd_kafka_conf_enable_sasl_queue(). Refusals: RFC 7628, section 3.2.2.
#include "core/streams/kafka/tokenfeed.h"

#include "core/tokens/watched.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kAskLimit = 20s; // one answer of the source
constexpr auto kFirstPause = 10s; // after a provider did not answer, doubled up to
constexpr auto kLongestPause = 300s;
constexpr auto kSlice = 1'000ms; // between two looks whether to go on, should a wake-up be lost
constexpr int64_t kUnstatedLife = 3'600'000'000; // as ligo-gracedb takes it

QString say(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

struct EventDeleter {
    void operator()(rd_kafka_event_t *event) const { rd_kafka_event_destroy(event); }
};

// What Kafka answers with a refusal: {"status":"invalid_token", "scope": …}.
nlohmann::json answerIn(const QString &text)
{
    const qsizetype begin = text.indexOf(u'{');
    const qsizetype end = text.lastIndexOf(u'}');
    if (begin < 0 || end < begin)
        return nlohmann::json::object();
    nlohmann::json answer = nlohmann::json::parse(text.sliced(begin, end - begin + 1).toStdString(), nullptr, false);
    return answer.is_object() ? answer : nlohmann::json::object();
}

QString wordOf(const nlohmann::json &answer, const char *name)
{
    const auto it = answer.find(name);
    return it != answer.end() && it->is_string() ? QString::fromStdString(it->get<std::string>()) : QString();
}

} // namespace

TokenFeed::TokenFeed(rd_kafka_t *client, tokens::TokenSourcePtr source, Want first)
    : m_client(client), m_source(std::move(source)), m_first(first), m_questions(rd_kafka_queue_get_sasl(client)),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

TokenFeed::~TokenFeed()
{
    end();
}

void TokenFeed::end()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
    m_questions.reset();
}

TokenFeed::State TokenFeed::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

bool TokenFeed::isEmpty() const
{
    const State now = state();
    return now.trouble && (!now.given || (now.expires.isValid() && now.expires.us <= UtcTime::now().us));
}

Error TokenFeed::refusal(const QString &text, const QString &servers) const
{
    tokens::Claims claims;
    {
        const std::lock_guard lock(m_mutex);
        claims = m_claims;
    }
    const nlohmann::json answer = answerIn(text);
    const UtcTime now = UtcTime::now();
    Error error{.kind = ErrorKind::SignInRefused, .detail = text};
    if (const QString doubt = tokens::clockDoubt(claims, {}, now); !doubt.isEmpty()) {
        error.message = doubt;
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "Set the clock of this computer, best by a time server."));
        return error;
    }
    if (claims.expires.isValid() && claims.expires.us <= now.us) {
        error.message = say(QT_TRANSLATE_NOOP("streams", "The token for %1 ended %2 ago.")).arg(servers, tokens::spanText(now.us - claims.expires.us));
        error.remedy = say(QT_TRANSLATE_NOOP("streams", "Sign in again with this account."));
        return error;
    }
    if (const QString scope = wordOf(answer, "scope"); wordOf(answer, "status") == u"insufficient_scope" || !scope.isEmpty()) {
        error.message = scope.isEmpty() ? say(QT_TRANSLATE_NOOP("streams", "%1 wants a token with another scope.")).arg(servers)
                                        : say(QT_TRANSLATE_NOOP("streams", "%1 wants a token with the scope %2.")).arg(servers, scope);
        error.remedy = claims.scope.isEmpty() ? say(QT_TRANSLATE_NOOP("streams", "This one states none; ask for it when you sign in."))
                                              : say(QT_TRANSLATE_NOOP("streams", "This one has %1; ask for it when you sign in.")).arg(claims.scope);
        return error;
    }
    error.message = say(QT_TRANSLATE_NOOP("streams", "%1 refused this token.")).arg(servers);
    QStringList facts;
    if (!claims.issuer.isEmpty())
        facts << say(QT_TRANSLATE_NOOP("streams", "issued by %1")).arg(claims.issuer);
    if (!claims.audience.isEmpty())
        facts << say(QT_TRANSLATE_NOOP("streams", "for %1")).arg(claims.audience.join(u", "_s));
    if (!claims.scope.isEmpty())
        facts << say(QT_TRANSLATE_NOOP("streams", "scope %1")).arg(claims.scope);
    if (claims.expires.isValid())
        facts << say(QT_TRANSLATE_NOOP("streams", "ends in %1")).arg(tokens::spanText(claims.expires.us - now.us));
    error.remedy = facts.isEmpty() ? say(QT_TRANSLATE_NOOP("streams", "Choose another account; the broker's people know which issuer and audience they take."))
                                   : say(QT_TRANSLATE_NOOP("streams", "It says: %1. The broker's people know which issuer, audience and scope they take.")).arg(facts.join(u", "_s));
    return error;
}

void TokenFeed::run(const std::stop_token &stop)
{
    const std::stop_callback wake(stop, [this] { rd_kafka_queue_yield(m_questions.get()); });
    auto *watched = dynamic_cast<tokens::Watched *>(m_source.get());
    ask(stop, m_first);
    while (!stop.stop_requested()) {
        bool asked = false;
        if (watched && (m_stale || state().trouble)) {
            // Somebody else renews it: the moment it is there is better than any plan.
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_notBefore - Clock::now());
            asked = watched->waitForNews(m_final ? std::chrono::milliseconds(kLongestPause) : std::max(left, std::chrono::milliseconds(kSlice)), stop)
                || (!m_final && Clock::now() >= m_notBefore);
        } else if (m_final) {
            (void)waitForQuestion(stop); // librdkafka asks every 10 s; the answer stays the same
        } else if (state().trouble) {
            // The provider is asked again by our own plan.
            (void)waitForQuestion(stop);
            asked = Clock::now() >= m_notBefore;
        } else {
            asked = waitForQuestion(stop);
        }
        if (asked && !stop.stop_requested())
            ask(stop, Want::Kept);
    }
}

bool TokenFeed::waitForQuestion(const std::stop_token &stop)
{
    if (stop.stop_requested())
        return false;
    const std::unique_ptr<rd_kafka_event_t, EventDeleter> event(rd_kafka_queue_poll(m_questions.get(), static_cast<int>(kSlice.count())));
    return event && rd_kafka_event_type(event.get()) == RD_KAFKA_EVENT_OAUTHBEARER_TOKEN_REFRESH;
}

void TokenFeed::ask(const std::stop_token &stop, Want want)
{
    const Result<tokens::Token> answer = m_source->token(kAskLimit, stop, want);
    if (stop.stop_requested())
        return;
    if (!answer)
        return fail(answer.error());
    if (const auto refused = hand(answer.value()))
        return fail(*refused);
    m_pause = 0s;
    m_final = false;
    m_stale = answer.value().value == m_last;
    m_last = answer.value().value;
    const tokens::Claims claims = tokens::readClaims(m_last).value_or(tokens::Claims{});
    const std::lock_guard lock(m_mutex);
    m_claims = claims;
    m_state = {.given = true, .expires = answer.value().expires, .trouble = std::nullopt, .nextTry = {}, .number = m_state.number + 1};
    // An unchanged token of a watched source is looked at again half way to its end, whatever happens.
    const auto left = std::chrono::microseconds(answer.value().expires.isValid() ? answer.value().expires.us - UtcTime::now().us : kUnstatedLife);
    m_notBefore = Clock::now() + std::clamp(std::chrono::duration_cast<std::chrono::milliseconds>(left / 2), std::chrono::milliseconds(1'000), std::chrono::milliseconds(kLongestPause));
}

// Into librdkafka; what it has against the token.
std::optional<Error> TokenFeed::hand(const tokens::Token &token)
{
    const UtcTime now = UtcTime::now();
    const int64_t end = token.expires.isValid() ? token.expires.us : now.us + kUnstatedLife;
    if (end <= now.us && token.value == m_last) // given while it lived, over on the way
        return Error{.kind = ErrorKind::NoConnection, .message = say(QT_TRANSLATE_NOOP("streams", "The token has ended, and no other has come yet.")), .retriable = true};
    if (end <= now.us) {
        // Whoever gives a token has just looked: the two clocks differ.
        Error error{.kind = ErrorKind::SignInRefused,
                    .message = say(QT_TRANSLATE_NOOP("streams", "The token that came had ended %1 before: the clock of this computer seems to be ahead.")).arg(tokens::spanText(now.us - end)),
                    .remedy = say(QT_TRANSLATE_NOOP("streams", "Set the clock of this computer, best by a time server.")),
                    .retriable = true};
        return error;
    }
    char text[512] = {};
    const QByteArray principal = token.principal.isEmpty() ? QByteArray("tocsin") : token.principal.toUtf8();
    std::string value(token.value.view());
    const rd_kafka_resp_err_t code = rd_kafka_oauthbearer_set_token(m_client, value.c_str(), end / 1'000, principal.constData(), nullptr, 0, text, sizeof text);
    vault::wipe(value.data(), value.size());
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR)
        return std::nullopt;
    // Only its form is looked at there; the text may quote it.
    return Error{.kind = ErrorKind::SignInRefused, .message = say(QT_TRANSLATE_NOOP("streams", "What came as a token is none that Kafka could take.")),
                 .remedy = say(QT_TRANSLATE_NOOP("streams", "Sign in again with this account."))};
}

void TokenFeed::fail(const Error &why)
{
    m_final = why.kind == ErrorKind::SignInRefused && !why.retriable;
    m_pause = std::clamp<std::chrono::seconds>(m_pause * 2, kFirstPause, kLongestPause);
    m_notBefore = Clock::now() + m_pause;
    bool isNew = false;
    {
        const std::lock_guard lock(m_mutex);
        isNew = !m_state.trouble || m_state.trouble->message != why.message;
        m_state.trouble = why;
        m_state.nextTry = m_final ? UtcTime() : UtcTime::fromUs(UtcTime::now().us + std::chrono::microseconds(m_pause).count());
        ++m_state.number;
    }
    // Once for each cause: librdkafka tells it as an error, and asks again every 10 s whatever is said.
    if (isNew)
        rd_kafka_oauthbearer_set_token_failure(m_client, why.message.toUtf8().constData());
}

} // namespace tocsin::streams::kafka
