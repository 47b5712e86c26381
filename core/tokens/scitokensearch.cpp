// SPDX-License-Identifier: GPL-3.0-or-later
// Order: igwn-auth-utils, igwn_auth_utils/scitokens.py (_find_tokens); WLCG Bearer Token Discovery, zenodo.org/record/3937438.
#include "core/tokens/scitokensearch.h"

#include "core/vault/secretfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <unistd.h>

#include <algorithm>

namespace tocsin::tokens {

using namespace Qt::StringLiterals;
using State = SciTokenPlace::State;

namespace {

constexpr int64_t kLeast = 60'000'000; // that must be left (igwn-auth-utils, too)
constexpr int64_t kClockSlack = 60'000'000;
constexpr int kMostCredentials = 32; // of a batch system; more are no tokens of ours

QString say(const char *text)
{
    return QCoreApplication::translate("tokens", text);
}

struct Candidate {
    QString name;
    QString path;
    QString variable; // that holds the token itself
};

std::vector<Candidate> candidates(const QProcessEnvironment &environment)
{
    std::vector<Candidate> list;
    const auto value = [&](const QString &name) { return environment.value(name).trimmed(); };
    const auto pair = [&](const QString &name) {
        list.push_back({.name = name, .path = {}, .variable = name});
        list.push_back({.name = name + u"_FILE"_s, .path = value(name + u"_FILE"_s), .variable = {}});
    };
    pair(u"SCITOKEN"_s);
    const QString condor = value(u"_CONDOR_CREDS"_s);
    if (!condor.isEmpty()) {
        const QStringList files = QDir(condor).entryList({u"*.use"_s}, QDir::Files | QDir::Hidden, QDir::Name);
        for (const QString &file : files.first(std::min<qsizetype>(files.size(), kMostCredentials)))
            list.push_back({.name = u"_CONDOR_CREDS/"_s + file, .path = condor + u'/' + file, .variable = {}});
    }
    pair(u"BEARER_TOKEN"_s);
    const QString file = u"bt_u%1"_s.arg(geteuid());
    const QString runtime = value(u"XDG_RUNTIME_DIR"_s);
    list.push_back({.name = u"XDG_RUNTIME_DIR/"_s + file, .path = runtime.isEmpty() ? QString() : runtime + u'/' + file, .variable = {}});
    list.push_back({.name = u"/tmp/"_s + file, .path = u"/tmp/"_s + file, .variable = {}});
    return list;
}

vault::SecretBytes trimmed(std::string_view text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return vault::SecretBytes(text);
}

QString timeText(const UtcTime &time)
{
    return QString::fromStdString(time.iso()).left(16) + u'Z';
}

// Reads what lies there into `token`.
SciTokenPlace look(const Candidate &from, const QProcessEnvironment &environment, const UtcTime &now, vault::SecretBytes &token)
{
    SciTokenPlace place{.name = from.name, .path = from.path};
    if (!from.variable.isEmpty()) {
        QByteArray bytes = environment.value(from.variable).toUtf8();
        token = trimmed({bytes.constData(), static_cast<size_t>(bytes.size())});
        vault::wipe(bytes);
        if (token.isEmpty()) {
            place.why = say(QT_TRANSLATE_NOOP("tokens", "not set"));
            return place;
        }
    } else if (from.path.isEmpty()) {
        place.why = say(QT_TRANSLATE_NOOP("tokens", "not set"));
        return place;
    } else {
        const vault::Answer answer = vault::readSecretFile(from.path);
        if (!answer.ok()) {
            place.state = answer.trouble == vault::Trouble::Missing ? State::NotThere : State::Unsafe;
            place.why = place.state == State::NotThere ? say(QT_TRANSLATE_NOOP("tokens", "not there")) : answer.detail;
            return place;
        }
        place.written = UtcTime::fromMs(QFileInfo(from.path).lastModified().toMSecsSinceEpoch());
        token = trimmed(answer.secret.view());
    }
    const std::optional<Claims> claims = readClaims(token);
    if (!claims) {
        place.state = State::NoToken;
        place.why = say(QT_TRANSLATE_NOOP("tokens", "no JSON Web Token stands there"));
        return place;
    }
    place.claims = *claims;
    if (claims->notBefore.isValid() && claims->notBefore.us > now.us + kClockSlack) {
        place.state = State::NotYet;
        place.why = say(QT_TRANSLATE_NOOP("tokens", "holds from %1 on only")).arg(timeText(claims->notBefore));
    } else if (claims->expires.isValid() && claims->expires.us < now.us + kLeast) {
        place.state = State::Ended;
        place.why = claims->expires.us < now.us ? say(QT_TRANSLATE_NOOP("tokens", "ended %1 ago")).arg(spanText(now.us - claims->expires.us))
                                                : say(QT_TRANSLATE_NOOP("tokens", "ends in %1: too soon")).arg(spanText(claims->expires.us - now.us));
    } else {
        place.state = State::Usable;
    }
    return place;
}

bool isForAnybody(const QString &audience)
{
    return audience == u"ANY" || audience == u"https://wlcg.cern.ch/jwt/v1/any";
}

bool names(const Claims &claims, const QString &host)
{
    return std::ranges::any_of(claims.audience, [&host](const QString &audience) {
        return audience == host || audience.section(u"://"_s, 1).section(u'/', 0, 0) == host;
    });
}

bool hasScopes(const Claims &claims, const QString &wanted)
{
    const QStringList granted = claims.scopes();
    return std::ranges::all_of(wanted.split(u' ', Qt::SkipEmptyParts), [&granted](const QString &scope) {
        // "kafka.consume:/topic" is the right "kafka.consume" on one path.
        return std::ranges::any_of(granted, [&scope](const QString &one) { return one == scope || one.startsWith(scope + u':'); });
    });
}

// How well it fits; the smaller the better.
int unfitness(const Claims &claims, const SciTokenWish &wish)
{
    const bool named = wish.audience.isEmpty() || names(claims, wish.audience);
    if (named && hasScopes(claims, wish.scope))
        return 0;
    if (std::ranges::any_of(claims.audience, isForAnybody))
        return 1;
    if (named)
        return 2;
    return claims.audience.isEmpty() ? 3 : 4;
}

QStringList missing(const Claims &claims, const SciTokenWish &wish)
{
    QStringList lacks;
    if (!wish.audience.isEmpty() && !names(claims, wish.audience) && std::ranges::none_of(claims.audience, isForAnybody)) {
        lacks << (claims.audience.isEmpty() ? say(QT_TRANSLATE_NOOP("tokens", "it names no audience, where %1 is asked for")).arg(wish.audience)
                                            : say(QT_TRANSLATE_NOOP("tokens", "it is for %1, not for %2")).arg(claims.audience.join(u", "_s), wish.audience));
    }
    if (!hasScopes(claims, wish.scope))
        lacks << (claims.scope.isEmpty() ? say(QT_TRANSLATE_NOOP("tokens", "it has no scope, where %1 is asked for")).arg(wish.scope)
                                         : say(QT_TRANSLATE_NOOP("tokens", "its scope is %1, without %2")).arg(claims.scope, wish.scope));
    return lacks;
}

} // namespace

const SciTokenPlace *SciTokenSearch::taken() const
{
    const auto it = std::ranges::find(places, true, &SciTokenPlace::taken);
    return it == places.end() ? nullptr : &*it;
}

Error SciTokenSearch::problem(const SciTokenWish &wish) const
{
    Error error{.kind = ErrorKind::SignInRefused,
                .remedy = say(QT_TRANSLATE_NOOP("tokens", "Get a new one in a terminal: %1; Tocsin notices.")).arg(sciTokenCommand(wish)),
                .retriable = true};
    QStringList told;
    for (const SciTokenPlace &place : places)
        told << u"%1: %2"_s.arg(place.name, place.why);
    error.detail = told.join(u"; "_s);
    const auto first = [this](State state) {
        const auto it = std::ranges::find(places, state, &SciTokenPlace::state);
        return it == places.end() ? nullptr : &*it;
    };
    if (!clock.isEmpty()) {
        error.message = clock;
        error.remedy = say(QT_TRANSLATE_NOOP("tokens", "Set the clock of this computer, best by a time server."));
    } else if (const SciTokenPlace *ended = first(State::Ended)) {
        error.message = say(QT_TRANSLATE_NOOP("tokens", "The SciToken of %1 %2.")).arg(ended->name, ended->why);
    } else if (const SciTokenPlace *early = first(State::NotYet)) {
        error.message = say(QT_TRANSLATE_NOOP("tokens", "The SciToken of %1 %2.")).arg(early->name, early->why);
    } else if (const SciTokenPlace *unsafe = first(State::Unsafe)) {
        error.message = say(QT_TRANSLATE_NOOP("tokens", "The SciToken of %1 was not taken. %2")).arg(unsafe->name, unsafe->why);
    } else if (const SciTokenPlace *other = first(State::NoToken)) {
        error.message = say(QT_TRANSLATE_NOOP("tokens", "There is no SciToken: in %1 stands something else.")).arg(other->name);
    } else {
        error.message = say(QT_TRANSLATE_NOOP("tokens", "There is no SciToken here."));
    }
    return error;
}

SciTokenSearch findSciToken(const SciTokenWish &wish, const QProcessEnvironment &environment, const UtcTime &now)
{
    SciTokenSearch search;
    std::vector<vault::SecretBytes> tokens;
    for (const Candidate &candidate : candidates(environment))
        search.places.push_back(look(candidate, environment, now, tokens.emplace_back()));
    size_t best = search.places.size();
    for (size_t i = 0; i < search.places.size(); ++i) {
        const SciTokenPlace &place = search.places[i];
        if (place.state == State::Usable && (best == search.places.size() || unfitness(place.claims, wish) < unfitness(search.places[best].claims, wish)))
            best = i;
        if (search.clock.isEmpty() && (place.state == State::NotYet || place.state == State::Ended))
            search.clock = clockDoubt(place.claims, place.written, now);
    }
    if (best == search.places.size())
        return search;
    search.clock.clear(); // one that holds is at hand
    SciTokenPlace &winner = search.places[best];
    winner.taken = true;
    search.token = std::move(tokens[best]);
    search.lacks = missing(winner.claims, wish);
    winner.why = winner.claims.expires.isValid() ? say(QT_TRANSLATE_NOOP("tokens", "taken; ends in %1")).arg(spanText(winner.claims.expires.us - now.us))
                                                 : say(QT_TRANSLATE_NOOP("tokens", "taken; it does not say when it ends"));
    for (SciTokenPlace &place : search.places) {
        if (place.state != State::Usable || place.taken)
            continue;
        const QStringList lacks = missing(place.claims, wish);
        place.why = unfitness(place.claims, wish) == unfitness(winner.claims, wish) ? say(QT_TRANSLATE_NOOP("tokens", "not taken: %1 comes first")).arg(winner.name)
            : lacks.isEmpty() ? say(QT_TRANSLATE_NOOP("tokens", "not taken: the one of %1 fits better")).arg(winner.name)
                              : say(QT_TRANSLATE_NOOP("tokens", "not taken: %1")).arg(lacks.join(u"; "_s));
    }
    return search;
}

QStringList sciTokenPaths(const QProcessEnvironment &environment)
{
    QStringList paths;
    for (const Candidate &candidate : candidates(environment)) {
        if (!candidate.path.isEmpty())
            paths.push_back(candidate.path);
    }
    return paths;
}

QString sciTokenCommand(const SciTokenWish &wish)
{
    QString command = u"htgettoken -a vault.ligo.org -i igwn"_s;
    if (!wish.audience.isEmpty())
        command += u" --audience "_s + wish.audience;
    if (!wish.scope.isEmpty())
        command += u" --scopes "_s + QStringList(wish.scope.split(u' ', Qt::SkipEmptyParts)).join(u',');
    return command;
}

} // namespace tocsin::tokens
