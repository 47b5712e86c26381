// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accountlook.h"

#include "core/vault/secretplace.h"
#include "ui/theme/formats.h"

#include <QCoreApplication>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using vault::AccountEnd;
using State = AccountLook::State;

namespace {

constexpr int64_t kSecondUs = 1'000'000;
constexpr int64_t kDayUs = 86'400 * kSecondUs;
constexpr int64_t kSoonUs = 7 * kDayUs;
// A token that lives for hours is not about to end all its life.
constexpr int64_t kSoonOfToken = 10 * 60 * kSecondUs;

QString say(const char *text)
{
    return QCoreApplication::translate("accounts", text);
}

QString stamp(const UtcTime &time)
{
    return QString::fromStdString(time.iso()).left(16).replace(u'T', u' ') + u" UT"_s;
}

void dress(AccountLook &look, State state)
{
    look.state = state;
    switch (state) {
    case State::Good:
        look.word = say(QT_TRANSLATE_NOOP("accounts", "Good"));
        look.glyph = u"okdisc"_s;
        look.colour = &Palette::good;
        return;
    case State::Session:
        look.word = say(QT_TRANSLATE_NOOP("accounts", "This session"));
        look.glyph = u"stale"_s;
        look.colour = &Palette::warn;
        return;
    case State::EndsSoon:
        look.word = say(QT_TRANSLATE_NOOP("accounts", "Ends soon"));
        look.glyph = u"degraded"_s;
        look.colour = &Palette::warn;
        return;
    case State::Renew:
        look.word = say(QT_TRANSLATE_NOOP("accounts", "Renew"));
        look.glyph = u"needssignin"_s;
        look.colour = &Palette::bad;
        return;
    case State::Remove:
        look.word = say(QT_TRANSLATE_NOOP("accounts", "Remove"));
        look.glyph = u"degraded"_s;
        look.colour = &Palette::warn;
        return;
    }
}

} // namespace

AccountLook lookOf(const vault::Account &account, const QStringList &users, const UtcTime &now)
{
    AccountLook look;
    dress(look, State::Good);
    const AccountEnd end = vault::endOf(account);
    look.ends = vault::endText(account, now);
    const bool isIdle = end.why == AccountEnd::Why::Idle;
    const bool isToken = account.kind == u"scitoken"_s;
    if (end.isOver(now)) {
        dress(look, isIdle && users.isEmpty() ? State::Remove : State::Renew);
        if (isIdle) {
            look.ends = say(QT_TRANSLATE_NOOP("accounts", "disabled by GCN"));
            look.title = say(QT_TRANSLATE_NOOP("accounts", "GCN has probably disabled this credential"));
            look.text = say(QT_TRANSLATE_NOOP("accounts", "GCN disables a client id that has not connected for 30 days. Make a new credential on the GCN page and renew this account with it, or sign out."));
        } else {
            look.ends = say(QT_TRANSLATE_NOOP("accounts", "ended %1")).arg(formats::ago(end.when, now));
            look.title = say(QT_TRANSLATE_NOOP("accounts", "This secret ended on %1")).arg(stamp(end.when));
            look.text = say(QT_TRANSLATE_NOOP("accounts", "Get a new one from its issuer and renew the account with it."));
        }
        return look;
    }
    const int64_t left = end.when.us - now.us;
    if (end.when.isValid() && left < (isToken ? kSoonOfToken : kSoonUs)) {
        dress(look, State::EndsSoon);
        look.title = isIdle ? say(QT_TRANSLATE_NOOP("accounts", "GCN disables this credential on %1")).arg(stamp(end.when))
                            : say(QT_TRANSLATE_NOOP("accounts", "This secret ends on %1")).arg(stamp(end.when));
        look.text = isIdle ? say(QT_TRANSLATE_NOOP("accounts", "It has not connected for some weeks. To keep it, start a stream that uses it."))
                           : say(QT_TRANSLATE_NOOP("accounts", "Get a new one from its issuer before then."));
        return look;
    }
    if (end.when.isValid() && !isIdle)
        look.ends = say(QT_TRANSLATE_NOOP("accounts", "in %1")).arg(formats::span(static_cast<double>(left) / kSecondUs));
    if (account.place == vault::kSessionPlace) {
        dress(look, State::Session);
        look.title = say(QT_TRANSLATE_NOOP("accounts", "Its secret is kept in memory, for this session only"));
        look.text = say(QT_TRANSLATE_NOOP("accounts", "There was no keychain. At the next start it has to be entered again; an encrypted vault file would keep it."));
    }
    return look;
}

QString kindName(const vault::Account &account)
{
    const vault::AccountKind *kind = vault::findAccountKind(account.kind);
    return kind ? QCoreApplication::translate("vault", kind->label) : account.kind;
}

} // namespace tocsin::ui
