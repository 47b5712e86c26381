// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/encryptedfileplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

namespace tocsin::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLockMs = 5'000;
constexpr qint64 kMostBytes = 16 << 20;

QString say(const char *text)
{
    return QCoreApplication::translate("vault", text);
}

Answer unwritten(const QString &why)
{
    return {.trouble = Trouble::CannotWrite, .detail = why};
}

} // namespace

void EncryptedFilePlace::setPassphrase(const SecretBytes &passphrase)
{
    m_passphrase = passphrase;
    m_sealed.close();
}

Answer EncryptedFilePlace::load(Secrets &secrets)
{
    QFile file(m_file);
    if (!file.exists()) {
        if (m_passphrase.isEmpty())
            return {.trouble = Trouble::Locked};
        // A key of an earlier file would do, but that file is gone: the next begins anew.
        if (m_sealed.create(m_passphrase, m_cost) != Trouble::None)
            return unwritten(say(QT_TRANSLATE_NOOP("vault", "there is not enough memory for the passphrase.")));
        return {};
    }
    if (!file.open(QIODevice::ReadOnly))
        return {.trouble = Trouble::Damaged, .detail = say(QT_TRANSLATE_NOOP("vault", "%1 cannot be read: %2.")).arg(m_file, file.errorString())};
    if (file.size() > kMostBytes)
        return {.trouble = Trouble::Damaged, .detail = say(QT_TRANSLATE_NOOP("vault", "it is larger than any we write."))};
    const QByteArray bytes = file.readAll();
    Answer answer = m_sealed.unseal(bytes, secrets);
    if (answer.trouble != Trouble::Locked || m_passphrase.isEmpty())
        return answer;
    answer = m_sealed.open(bytes, m_passphrase);
    if (answer.trouble == Trouble::WrongPassphrase)
        m_passphrase = SecretBytes();
    return answer.ok() ? m_sealed.unseal(bytes, secrets) : answer;
}

Answer EncryptedFilePlace::change(const std::function<void(Secrets &)> &how)
{
    QDir().mkpath(QFileInfo(m_file).path());
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(kLockMs))
        return unwritten(lock.error() == QLockFile::LockFailedError ? say(QT_TRANSLATE_NOOP("vault", "another program is changing the vault file."))
                                                                    : say(QT_TRANSLATE_NOOP("vault", "the folder of %1 cannot be written.")).arg(m_file));
    Secrets secrets;
    if (Answer loaded = load(secrets); !loaded.ok())
        return loaded;
    how(secrets);
    QSaveFile file(m_file);
    file.setDirectWriteFallback(false);
    const QByteArray bytes = m_sealed.seal(secrets);
    // Ours alone before anything is in it; encrypted as it is, nobody need try.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(bytes) != bytes.size() || !file.commit())
        return unwritten(file.errorString());
    return {};
}

void EncryptedFilePlace::probe(Answered done)
{
    Secrets secrets;
    done(load(secrets));
}

void EncryptedFilePlace::read(const QString &account, Answered done)
{
    Secrets secrets;
    Answer answer = load(secrets);
    if (answer.ok()) {
        const auto it = secrets.find(account);
        answer = it == secrets.end() ? Answer{.trouble = Trouble::Missing} : Answer{.secret = it->second};
    }
    done(std::move(answer));
}

void EncryptedFilePlace::write(const QString &account, const SecretBytes &secret, Answered done)
{
    done(change([&](Secrets &secrets) { secrets.insert_or_assign(account, secret); }));
}

void EncryptedFilePlace::remove(const QString &account, Answered done)
{
    done(change([&](Secrets &secrets) { secrets.erase(account); }));
}

} // namespace tocsin::vault
