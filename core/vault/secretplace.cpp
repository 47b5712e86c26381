// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/secretplace.h"

#include <QCoreApplication>

namespace tocsin::vault {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("vault", text);
}

struct Words {
    const char *message;
    const char *remedy;
};

// %1 = the account, %2 = more about it.
Words wordsOf(Trouble trouble, bool isKeychain, bool isCredential)
{
    switch (trouble) {
    case Trouble::None:
        break;
    case Trouble::Locked:
        return isKeychain ? Words{QT_TRANSLATE_NOOP("vault", "The keyring is locked."),
                                  QT_TRANSLATE_NOOP("vault", "Unlock your keyring, then try again; nothing is lost and nothing was changed.")}
                          : Words{QT_TRANSLATE_NOOP("vault", "The vault file is locked."),
                                  QT_TRANSLATE_NOOP("vault", "Enter its passphrase, or give it with --passphrase-file FILE.")};
    case Trouble::Absent:
        return isCredential ? Words{QT_TRANSLATE_NOOP("vault", "There is no credential “%1” in $CREDENTIALS_DIRECTORY."),
                                    QT_TRANSLATE_NOOP("vault", "Give it to the service with LoadCredentialEncrypted=%1:FILE.")}
                            : Words{QT_TRANSLATE_NOOP("vault", "There is no keychain here: no service for secrets answers."),
                                    QT_TRANSLATE_NOOP("vault", "Sign in to a desktop with a keyring, choose the encrypted file with “tocsin accounts vault file”, or give the secret with --secret-file.")};
    case Trouble::Denied:
        return {QT_TRANSLATE_NOOP("vault", "The keychain refused access."), QT_TRANSLATE_NOOP("vault", "Allow Tocsin when the keychain asks, then try again.")};
    case Trouble::Frozen:
        return {QT_TRANSLATE_NOOP("vault", "The keychain did not answer in time."),
                QT_TRANSLATE_NOOP("vault", "If a window asks to unlock the keyring, answer it. Then try again; if it goes on, sign out of the desktop and in again.")};
    case Trouble::Torn:
        return {QT_TRANSLATE_NOOP("vault", "The secret of “%1” is damaged: its parts do not fit together."),
                QT_TRANSLATE_NOOP("vault", "Store it again with “tocsin accounts renew %1”.")};
    case Trouble::Missing:
        return {QT_TRANSLATE_NOOP("vault", "The secret of “%1” is gone, although it was stored once: another program has removed it."),
                QT_TRANSLATE_NOOP("vault", "Store it again with “tocsin accounts renew %1”.")};
    case Trouble::WrongPassphrase:
        return {QT_TRANSLATE_NOOP("vault", "This is not the passphrase of the vault file."), QT_TRANSLATE_NOOP("vault", "Enter it again; the file was not changed.")};
    case Trouble::Damaged:
        return {QT_TRANSLATE_NOOP("vault", "The vault file is damaged: %2"),
                QT_TRANSLATE_NOOP("vault", "Put a copy from your backup in its place, or move it away and store the secrets again. Tocsin does not overwrite it.")};
    case Trouble::NotSafe:
        return {QT_TRANSLATE_NOOP("vault", "%2"), QT_TRANSLATE_NOOP("vault", "A file with a secret must be your own and readable by you alone.")};
    case Trouble::CannotWrite:
        return {QT_TRANSLATE_NOOP("vault", "The secret cannot be stored: %2"), QT_TRANSLATE_NOOP("vault", "Nothing was changed.")};
    }
    return {"", ""};
}

} // namespace

QString placeName(const QString &id)
{
    if (id == kKeychainPlace)
        return say(QT_TRANSLATE_NOOP("vault", "the keychain of the desktop"));
    if (id == kFilePlace)
        return say(QT_TRANSLATE_NOOP("vault", "the encrypted vault file"));
    if (id == kCredentialsPlace)
        return say(QT_TRANSLATE_NOOP("vault", "the service's credentials"));
    return say(QT_TRANSLATE_NOOP("vault", "memory, for this session only"));
}

Error explain(const Answer &answer, const QString &place, const QString &account)
{
    const Words words = wordsOf(answer.trouble, place == kKeychainPlace, place == kCredentialsPlace);
    const auto fill = [&](const char *text) {
        QString filled = say(text);
        // By hand: arg() would count from the lowest number that is there.
        filled.replace(QStringLiteral("%1"), account).replace(QStringLiteral("%2"), answer.detail);
        return filled;
    };
    return {.kind = ErrorKind::Keychain,
            .message = fill(words.message),
            .remedy = fill(words.remedy),
            .detail = answer.detail,
            .retriable = answer.trouble == Trouble::Locked || answer.trouble == Trouble::Frozen || answer.trouble == Trouble::Denied};
}

} // namespace tocsin::vault
