// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/kafkaladder.h"

#include "core/options/optiontable.h"
#include "core/streams/kafka/kafkaclimb.h"
#include "core/streams/kafka/kafkaprobe.h"
#include "core/streams/kafka/kafkasettings.h"
#include "core/streams/kafka/kafkastream.h"

#include <QCoreApplication>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using ladder::Climb;
using ladder::RungEnd;
using ladder::Server;
using ladder::Step;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ladder", text);
}

Error noKafka(const Server &server, const Probe &probe, int waitedMs)
{
    if (probe.speaks == Probe::Speaks::Nothing)
        return ladder::silence(server, waitedMs);
    if (probe.speaks == Probe::Speaks::Tls)
        return {.kind = ErrorKind::TlsRefused,
                .message = say(QT_TRANSLATE_NOOP("ladder", "%1 speaks TLS, and this stream does not ask for it.")).arg(server.name()),
                .remedy = say(QT_TRANSLATE_NOOP("ladder", "Choose a “Security” with TLS, or take the broker's port without it."))};
    return {.kind = ErrorKind::NoConnection,
            .message = probe.speaks == Probe::Speaks::Closed ? say(QT_TRANSLATE_NOOP("ladder", "%1 closed the connection without a word.")).arg(server.name())
                                                             : say(QT_TRANSLATE_NOOP("ladder", "No Kafka broker answers at %1, but something else.")).arg(server.name()),
            .remedy = say(QT_TRANSLATE_NOOP("ladder", "Check host and port."))};
}

// A stream without TLS: does a broker answer in clear text?
RungEnd climbPlain(KafkaClimb &state, const Climb &climb)
{
    const Climb first = climb.within(std::max(1, climb.left() * 4 / 5));
    for (Server *server : state.reach->alive()) {
        Probe probe = askWhoSpeaks(*server->socket, first);
        if (probe.speaks == Probe::Speaks::Closed && speaksTls(*server, climb))
            probe.speaks = Probe::Speaks::Tls;
        if (probe.speaks != Probe::Speaks::Kafka)
            server->problem = noKafka(*server, probe, first.limitMs());
    }
    if (state.reach->alive().empty()) {
        const Error problem = state.reach->problem();
        return RungEnd::failed(problem, problem.kind == ErrorKind::TlsRefused ? u"security"_s : u"servers"_s);
    }
    return RungEnd::skipped(say(QT_TRANSLATE_NOOP("ladder", "not asked for: nothing is encrypted")));
}

Step plainStep(const std::shared_ptr<KafkaClimb> &state)
{
    return {.what = u"TLS"_s, .signsIn = false, .go = [state](const Climb &climb) { return climbPlain(*state, climb); }};
}

// What the broker says before anybody signs in; nothing where the stream and it agree.
std::optional<RungEnd> disagreement(KafkaClimb &state, Server &server, const Climb &climb)
{
    Probe probe{.speaks = Probe::Speaks::Kafka, .signIn = {}, .mechanisms = {}};
    if (state.usesTls()) {
        probe = askWhoSpeaks(*server.socket, climb);
        if (probe.speaks == Probe::Speaks::Nothing)
            return RungEnd::failed(ladder::silence(server, climb.limitMs()), u"servers"_s);
        if (probe.speaks == Probe::Speaks::SomethingElse)
            return RungEnd::failed(noKafka(server, probe, climb.limitMs()), u"servers"_s);
    }
    const QString mechanism = state.option(u"mechanism"_s).toString();
    askMechanisms(*server.socket, mechanism, probe, climb);
    const bool offers = probe.signIn == Probe::SignIn::Offered || probe.signIn == Probe::SignIn::OtherMechanisms;
    if (state.usesSasl() && probe.signIn == Probe::SignIn::OtherMechanisms)
        return RungEnd::failed(otherMechanism(server.name(), mechanism, probe.mechanisms), u"mechanism"_s);
    if (state.usesSasl() && probe.signIn == Probe::SignIn::NotHere)
        return RungEnd::failed({.kind = ErrorKind::SignInRefused,
                                .message = say(QT_TRANSLATE_NOOP("ladder", "%1 knows no sign-in: whoever comes is let in.")).arg(server.name()),
                                .remedy = say(QT_TRANSLATE_NOOP("ladder", "Choose a “Security” without sign-in, or take the port for it."))},
                               u"security"_s);
    if (!state.usesSasl() && offers)
        return RungEnd::failed({.kind = ErrorKind::SignInRefused,
                                .message = say(QT_TRANSLATE_NOOP("ladder", "%1 lets in only those who sign in.")).arg(server.name()),
                                .remedy = say(QT_TRANSLATE_NOOP("ladder", "Choose a “Security” with sign-in; it offers %1.")).arg(probe.mechanisms.join(u", "_s))},
                               u"security"_s);
    return std::nullopt;
}

RungEnd climbSignIn(KafkaClimb &state, const Climb &climb)
{
    if (const options::OptionSpec *secret = options::missingSecret(kafkaOptions(), state.config.values))
        return RungEnd::failed({.kind = ErrorKind::SignInRefused,
                                .message = say(QT_TRANSLATE_NOOP("ladder", "“%1” is not filled in.")).arg(options::optionLabel(*secret)),
                                .remedy = say(QT_TRANSLATE_NOOP("ladder", "Enter it, or choose an account that keeps it."))},
                               secret->key);
    // One server that agrees is enough.
    std::optional<RungEnd> first;
    for (Server *server : state.reach->alive()) {
        if (const auto end = disagreement(state, *server, climb.within(std::max(1, climb.left() * 2 / 3)))) {
            server->problem = end->problem;
            if (!first)
                first = end;
        }
        server->socket.reset();
    }
    if (state.reach->alive().empty())
        return first.value_or(RungEnd::failed(state.reach->problem()));
    if (climb.over())
        return RungEnd::failed({.kind = ErrorKind::TimeLimit, .message = say(QT_TRANSLATE_NOOP("ladder", "%1 is too slow to sign in.")).arg(state.serverNames()), .retriable = true});
    if (const std::optional<Error> problem = state.open(climb)) {
        const bool refused = problem->kind == ErrorKind::SignInRefused;
        return RungEnd::failed(*problem, refused ? (state.tokens ? u"account"_s : u"password"_s) : problem->kind == ErrorKind::BadArgument ? problem->detail : QString());
    }
    const QString user = state.tokens ? state.principal : state.option(u"user"_s).toString();
    if (state.usesSasl() && user.isEmpty())
        return RungEnd::held(say(QT_TRANSLATE_NOOP("ladder", "by %1")).arg(state.option(u"mechanism"_s).toString()));
    return RungEnd::held(state.usesSasl() ? say(QT_TRANSLATE_NOOP("ladder", "%1, by %2")).arg(user, state.option(u"mechanism"_s).toString())
                                          : say(QT_TRANSLATE_NOOP("ladder", "none asked for")));
}

} // namespace

std::vector<Step> kafkaLadder(const StreamConfig &config)
{
    constexpr int kAskTwiceMs = 8'000;
    const auto state = std::make_shared<KafkaClimb>(config);
    std::vector<Step> steps;
    if (!state->reach->servers.empty() && state->reach->servers.front().proxy)
        steps.push_back(ladder::proxyStep(state->reach));
    steps.push_back(ladder::nameStep(state->reach));
    steps.push_back(ladder::tcpStep(state->reach));
    steps.push_back(state->usesTls() ? ladder::tlsStep(state->reach, [](Server &server, const Climb &climb) { return speaksPlainKafka(server, climb); })
                                     : plainStep(state));
    if (usesTokens(config.values))
        steps.push_back({.what = say(QT_TRANSLATE_NOOP("ladder", "Token")), .limitMs = kAskTwiceMs, .go = [state](const Climb &climb) { return climbToken(*state, climb); }});
    steps.push_back({.what = say(QT_TRANSLATE_NOOP("ladder", "Sign-in")), .limitMs = kAskTwiceMs, .go = [state](const Climb &climb) { return climbSignIn(*state, climb); }});
    steps.push_back({.what = say(QT_TRANSLATE_NOOP("ladder", "Rights")), .limitMs = kAskTwiceMs, .go = [state](const Climb &climb) { return climbRights(*state, climb); }});
    steps.push_back({.what = say(QT_TRANSLATE_NOOP("ladder", "First record")), .limitMs = kAskTwiceMs, .go = [state](const Climb &climb) { return climbRecords(*state, climb); }});
    return steps;
}

} // namespace tocsin::streams::kafka
