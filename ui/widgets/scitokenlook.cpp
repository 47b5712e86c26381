// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scitokenlook.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using tokens::SciTokenPlace;
using tokens::SciTokenSearch;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("accounts", text);
}

constexpr int64_t kSoonUs = 10LL * 60 * 1'000'000;

} // namespace

bool isThere(const SciTokenSearch &search)
{
    using State = SciTokenPlace::State;
    return std::ranges::any_of(search.places, [](const SciTokenPlace &place) { return place.state != State::NotSet && place.state != State::NotThere; });
}

AccountLook lookOf(const SciTokenSearch &search, const UtcTime &now)
{
    AccountLook look{.state = AccountLook::State::Good, .word = say(QT_TRANSLATE_NOOP("accounts", "Good")), .glyph = u"okdisc"_s, .colour = &Palette::good};
    const SciTokenPlace *taken = search.taken();
    if (!taken) {
        const Error problem = search.problem({});
        look = {.state = AccountLook::State::Renew, .word = say(QT_TRANSLATE_NOOP("accounts", "Renew")), .glyph = u"needssignin"_s, .colour = &Palette::bad};
        look.ends = say(QT_TRANSLATE_NOOP("accounts", "no valid one"));
        look.title = problem.message;
        look.text = problem.remedy;
        return look;
    }
    const UtcTime end = taken->claims.expires;
    look.ends = end.isValid() ? say(QT_TRANSLATE_NOOP("accounts", "in %1")).arg(tokens::spanText(end.us - now.us)) : say(QT_TRANSLATE_NOOP("accounts", "not stated"));
    if (end.isValid() && end.us - now.us < kSoonUs) {
        look = {.state = AccountLook::State::EndsSoon, .word = say(QT_TRANSLATE_NOOP("accounts", "Ends soon")), .glyph = u"degraded"_s, .colour = &Palette::warn, .ends = look.ends};
        look.title = say(QT_TRANSLATE_NOOP("accounts", "The SciToken ends in %1")).arg(tokens::spanText(end.us - now.us));
        look.text = say(QT_TRANSLATE_NOOP("accounts", "Get a new one in a terminal; Tocsin notices. The command: %1")).arg(tokens::sciTokenCommand({}));
    } else if (!search.clock.isEmpty()) {
        look.title = search.clock;
    }
    return look;
}

std::vector<std::pair<QString, QString>> detailsOf(const SciTokenSearch &search, const UtcTime &now)
{
    std::vector<std::pair<QString, QString>> details;
    const SciTokenPlace *taken = search.taken();
    if (taken) {
        const tokens::Claims &claims = taken->claims;
        details.emplace_back(say(QT_TRANSLATE_NOOP("accounts", "Issuer")), claims.issuer);
        details.emplace_back(say(QT_TRANSLATE_NOOP("accounts", "Subject")), claims.subject);
        details.emplace_back(say(QT_TRANSLATE_NOOP("accounts", "Scope")), claims.scope);
        details.emplace_back(say(QT_TRANSLATE_NOOP("accounts", "Audience")), claims.audience.join(u", "_s));
        if (claims.expires.isValid())
            details.emplace_back(say(QT_TRANSLATE_NOOP("accounts", "Left")), tokens::spanText(claims.expires.us - now.us));
        details.emplace_back(say(QT_TRANSLATE_NOOP("accounts", "Found at")), taken->path.isEmpty() ? taken->name : u"%1 (%2)"_s.arg(taken->name, taken->path));
    }
    for (const SciTokenPlace &place : search.places) {
        if (&place != taken)
            details.emplace_back(say(QT_TRANSLATE_NOOP("accounts", "Passed over")), place.name + u": "_s + place.why);
    }
    return details;
}

} // namespace tocsin::ui
