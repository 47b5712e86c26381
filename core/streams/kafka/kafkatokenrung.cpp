// SPDX-License-Identifier: GPL-3.0-or-later
// The rung of a stream that signs in by tokens: is there one, from where, for how long and for what?
#include "core/streams/kafka/kafkaclimb.h"

#include "core/streams/kafka/kafkasettings.h"
#include "core/tokens/scitoken.h"

#include <QCoreApplication>

#include <mutex>
#include <optional>
#include <thread>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using ladder::Climb;
using ladder::RungEnd;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ladder", text);
}

} // namespace

RungEnd climbToken(KafkaClimb &state, const Climb &climb)
{
    const Result<tokens::TokenSourcePtr> source = tokenSource(state.config);
    const QString option = u"account"_s;
    if (!source)
        return RungEnd::failed(source.error(), option);
    state.tokens = source.value();
    // Somebody who gives up the climb does not wait for the provider.
    std::stop_source stop;
    std::optional<Result<tokens::Token>> answer;
    std::mutex mutex;
    std::jthread asking([&, limit = climb.left()] {
        Result<tokens::Token> got = state.tokens->token(std::chrono::milliseconds(limit), stop.get_token());
        const std::lock_guard lock(mutex);
        answer.emplace(std::move(got));
    });
    const bool came = climb.waitFor([&] {
        const std::lock_guard lock(mutex);
        return answer.has_value();
    });
    stop.request_stop();
    asking.join();
    if (!came && !(answer && answer->ok()))
        return RungEnd::failed({.kind = ErrorKind::TimeLimit,
                                .message = say(QT_TRANSLATE_NOOP("ladder", "No token came within %1 s.")).arg((climb.limitMs() + 500) / 1'000),
                                .remedy = say(QT_TRANSLATE_NOOP("ladder", "The provider of the account is slow or out of reach just now.")),
                                .retriable = true},
                               option);
    if (!answer->ok())
        return RungEnd::failed(answer->error(), option);
    const tokens::Token &token = answer->value();
    const UtcTime now = UtcTime::now();
    const tokens::Claims claims = tokens::readClaims(token.value).value_or(tokens::Claims{});
    if (const QString doubt = tokens::clockDoubt(claims, token.issued, now); !doubt.isEmpty())
        return RungEnd::failed({.kind = ErrorKind::SignInRefused, .message = doubt, .remedy = say(QT_TRANSLATE_NOOP("ladder", "Set the clock of this computer, best by a time server."))}, option);
    QStringList facts;
    if (const auto *own = dynamic_cast<const tokens::SciToken *>(state.tokens.get())) {
        const tokens::SciTokenSearch search = own->look();
        facts << say(QT_TRANSLATE_NOOP("ladder", "SciToken of %1")).arg(search.taken() ? search.taken()->name : QString());
        facts << search.lacks;
    } else {
        facts << say(QT_TRANSLATE_NOOP("ladder", "from the account %1")).arg(state.option(option).toString());
    }
    facts.insert(1, token.expires.isValid() ? say(QT_TRANSLATE_NOOP("ladder", "expires in %1")).arg(tokens::spanText(token.expires.us - now.us))
                                            : say(QT_TRANSLATE_NOOP("ladder", "does not say when it expires")));
    if (!token.scope.isEmpty())
        facts << say(QT_TRANSLATE_NOOP("ladder", "scope %1")).arg(token.scope);
    if (!claims.audience.isEmpty())
        facts << say(QT_TRANSLATE_NOOP("ladder", "for %1")).arg(claims.audience.join(u", "_s));
    state.principal = token.principal;
    return RungEnd::held(facts.join(u", "_s));
}

} // namespace tocsin::streams::kafka
