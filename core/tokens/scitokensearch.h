// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/tokens/claims.h"
#include "core/vault/secretbytes.h"

#include <QProcessEnvironment>

#include <vector>

namespace tocsin::tokens {

// What the token is to be good for.
struct SciTokenWish {
    QString audience; // host of the service; empty: whatever
    QString scope; // blanks between; empty: whatever
};

// One place where a SciToken may lie, and what was found there. A plain value.
struct SciTokenPlace {
    enum class State {
        NotSet, // the variable
        NotThere, // the file
        Unsafe, // not ours alone, or a link
        NoToken, // something else stands there
        NotYet,
        Ended,
        Usable,
    };
    QString name; // for people: "BEARER_TOKEN", "XDG_RUNTIME_DIR/bt_u1000"
    QString path; // of the file; empty: the variable holds the token itself, or is not set
    State state = State::NotSet;
    Claims claims; // where there is a token
    UtcTime written; // the file
    bool taken = false;
    QString why; // translated, what is told of it: why it was taken or not
};

// A look into all places, in their order. Nothing of the token is in the texts.
struct SciTokenSearch {
    std::vector<SciTokenPlace> places;
    vault::SecretBytes token; // of the place that was taken
    QStringList lacks; // translated: what the token does not say that was wished for
    QString clock; // translated: why the clock of this computer is doubted; empty: it is not

    [[nodiscard]] const SciTokenPlace *taken() const;
    // Why there is none, with the command that gets one.
    [[nodiscard]] Error problem(const SciTokenWish &wish) const;
};

// Looks where igwn-auth-utils does, the four places of WLCG's bearer token discovery among them (protocols.md, 5.1), for the
// token that fits best: as ligo-gracedb chooses, audience and scope before the audience ANY before the audience alone. At least 60 s
// must be left. Files must belong to us alone. Blocks as long as reading a few small files takes.
[[nodiscard]] SciTokenSearch findSciToken(const SciTokenWish &wish, const QProcessEnvironment &environment, const UtcTime &now);

// The paths that findSciToken() would read, for a watch; files that are not there are among them.
[[nodiscard]] QStringList sciTokenPaths(const QProcessEnvironment &environment);

// What to type for a new one.
[[nodiscard]] QString sciTokenCommand(const SciTokenWish &wish);

} // namespace tocsin::tokens
