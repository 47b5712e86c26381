// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace tocsin::tom {

// What is known of one TOM: asked when the account is made or its popover opens, kept for the session. A plain value.
struct TomFacts {
    enum class SignIn { Token, Basic, Locked };
    SignIn signIn = SignIn::Token;
    QString user; // who we are there; may be empty
    QStringList groups; // the caller's own
    QMap<QString, int64_t> groupNumbers; // the TOM's, by name
    QStringList usualGroups; // of new targets, as the account says
    struct Extra {
        QString key;
        QString label;
        QString type; // string, integer, float, boolean, choice
        bool required = false;
        QStringList choices; // as they are sent
        QStringList choiceNames; // beside them, for people
        int maxLength = 0; // 0: not said
    };
    std::vector<Extra> extras; // fields beyond the TOM Toolkit's own
    bool takesPhotometry = false;
    QString notice; // translated: "This TOM ignores tokens …"; empty: nothing to say
};

// What looking for duplicates gave. A plain value.
struct Lookup {
    std::vector<Target> found; // nearest first
    double radiusArcsec = 3; // 0: only by names, since the place is too uncertain
    int names = 0; // that were looked for
    int milliseconds = 0;
    QString notice; // translated: what was not looked for, and why; empty: nothing was left out
};

} // namespace tocsin::tom
