// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/vault/secretbytes.h"

#include <QString>
#include <QStringView>

#include <functional>

namespace tocsin::vault {

// What can be wrong with a place of secrets; each has its own words and its own way out.
enum class Trouble {
    None,
    Locked, // the keyring, or the vault file whose passphrase nobody gave
    Absent, // no such service here
    Denied, // somebody said no
    Frozen, // no answer within our own limit
    Torn, // parts are missing or do not fit together
    Missing, // it was stored, and is there no more
    WrongPassphrase,
    Damaged, // the vault file is not what we wrote
    NotSafe, // a file that others can read or could have put there
    CannotWrite,
};

// The answer of a place: a secret (of reading), or what was wrong. A plain value.
struct Answer {
    Trouble trouble = Trouble::None;
    SecretBytes secret = {};
    QString detail = {}; // for people where it says more than the kind: a file name, a reason; never a secret

    [[nodiscard]] bool ok() const { return trouble == Trouble::None; }
};
using Answered = std::function<void(Answer)>;

// Somewhere secrets lie. Asynchronous: each call is answered once, on the thread it was made on, within a bounded time.
// Lives on the vault's thread; owned by Vault.
class SecretPlace
{
public:
    SecretPlace() = default;
    virtual ~SecretPlace() = default;
    Q_DISABLE_COPY_MOVE(SecretPlace)

    [[nodiscard]] virtual QString id() const = 0; // in the marker file
    // Whether it takes and gives secrets just now; may ask the person to unlock it.
    virtual void probe(Answered done) = 0;
    virtual void read(const QString &account, Answered done) = 0;
    virtual void write(const QString &account, const SecretBytes &secret, Answered done) = 0;
    virtual void remove(const QString &account, Answered done) = 0; // what is not there is removed already
};

// Translated name of a place: "the keychain", "the vault file", …
[[nodiscard]] QString placeName(const QString &id);
// What happened and what to do, for the account (empty: the place as a whole). `isFile`: --secret-file and the like.
[[nodiscard]] Error explain(const Answer &answer, const QString &place, const QString &account);

inline constexpr QStringView kKeychainPlace = u"keychain";
inline constexpr QStringView kFilePlace = u"file";
inline constexpr QStringView kCredentialsPlace = u"credentials";
inline constexpr QStringView kSessionPlace = u"session";

} // namespace tocsin::vault
