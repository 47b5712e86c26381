// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/sealedfile.h"

#include <QCoreApplication>
#include <QtEndian>

#include <sodium.h>

#include <cstring>
#include <mutex>

namespace tocsin::vault {

namespace {

const QByteArray kMagic("TOCSIN-VAULT-1\n\0", 16);
constexpr qsizetype kCheckBytes = 16;
constexpr qsizetype kSumBytes = 16;
constexpr qsizetype kCostAt = 16;
constexpr qsizetype kSaltAt = kCostAt + 16;
constexpr qsizetype kCheckAt = kSaltAt + static_cast<qsizetype>(crypto_pwhash_SALTBYTES);
constexpr qsizetype kSumAt = kCheckAt + kCheckBytes;
constexpr qsizetype kHeadBytes = kSumAt + kSumBytes;
constexpr qsizetype kNonceBytes = crypto_secretbox_NONCEBYTES;
constexpr qsizetype kMacBytes = crypto_secretbox_MACBYTES;
constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "TocsinVt";
// A file that asks for more was not written by us: it would only stop the program.
constexpr quint64 kMostOperations = 20;
constexpr quint64 kMostMemory = 1ULL << 30;

void startSodium()
{
    static std::once_flag once;
    std::call_once(once, [] {
        if (sodium_init() < 0)
            qFatal("libsodium does not start");
    });
}

unsigned char *bytes(QByteArray &array, qsizetype at = 0)
{
    return reinterpret_cast<unsigned char *>(array.data()) + at;
}

const unsigned char *bytes(const QByteArray &array, qsizetype at = 0)
{
    return reinterpret_cast<const unsigned char *>(array.constData()) + at;
}

unsigned char *bytes(SecretBytes &secret)
{
    return reinterpret_cast<unsigned char *>(secret.data());
}

const unsigned char *bytes(const SecretBytes &secret)
{
    return reinterpret_cast<const unsigned char *>(secret.data());
}

QByteArray sumOf(const QByteArray &head)
{
    QByteArray sum(kSumBytes, '\0');
    crypto_generichash(bytes(sum), kSumBytes, bytes(head), static_cast<unsigned long long>(kSumAt), nullptr, 0);
    return sum;
}

Answer damaged(const char *what)
{
    return {.trouble = Trouble::Damaged, .detail = QCoreApplication::translate("vault", what)};
}

// Length and bytes of name and secret, one after the other.
SecretBytes flatten(const Secrets &secrets)
{
    size_t size = 0;
    for (const auto &[name, secret] : secrets)
        size += 8 + static_cast<size_t>(name.toUtf8().size()) + secret.size();
    SecretBytes flat(size);
    char *to = flat.data();
    const auto put = [&to](std::string_view part) {
        qToLittleEndian(static_cast<quint32>(part.size()), to);
        std::memcpy(to + 4, part.data(), part.size());
        to += 4 + part.size();
    };
    for (const auto &[name, secret] : secrets) {
        const QByteArray utf8 = name.toUtf8();
        put({utf8.constData(), static_cast<size_t>(utf8.size())});
        put(secret.view());
    }
    return flat;
}

bool unflatten(const SecretBytes &flat, Secrets &secrets)
{
    std::string_view rest = flat.view();
    const auto take = [&rest](std::string_view &part) {
        if (rest.size() < 4)
            return false;
        const auto size = qFromLittleEndian<quint32>(rest.data());
        if (size > rest.size() - 4)
            return false;
        part = rest.substr(4, size);
        rest.remove_prefix(4 + size);
        return true;
    };
    while (!rest.empty()) {
        std::string_view name;
        std::string_view secret;
        if (!take(name) || !take(secret))
            return false;
        secrets.insert_or_assign(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), SecretBytes(secret));
    }
    return true;
}

} // namespace

const SealedFile::Cost SealedFile::kUsual{crypto_pwhash_OPSLIMIT_MODERATE, 128ULL << 20};
const SealedFile::Cost SealedFile::kCheap{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};

void SealedFile::close()
{
    m_key = SecretBytes();
    m_head.clear();
}

bool SealedFile::derive(const SecretBytes &passphrase, const QByteArray &salt, Cost cost)
{
    startSodium();
    SecretBytes master(static_cast<size_t>(crypto_kdf_KEYBYTES));
    if (crypto_pwhash(bytes(master), master.size(), passphrase.data() ? passphrase.data() : "", passphrase.size(), bytes(salt), cost.operations, cost.memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return false; // no memory
    m_head = kMagic;
    m_head.resize(kHeadBytes);
    qToLittleEndian(cost.operations, m_head.data() + kCostAt);
    qToLittleEndian(cost.memory, m_head.data() + kCostAt + 8);
    std::memcpy(m_head.data() + kSaltAt, salt.constData(), static_cast<size_t>(salt.size()));
    crypto_kdf_derive_from_key(bytes(m_head, kCheckAt), kCheckBytes, 1, kContext, bytes(master));
    m_head.replace(kSumAt, kSumBytes, sumOf(m_head));
    m_key = SecretBytes(static_cast<size_t>(crypto_secretbox_KEYBYTES));
    crypto_kdf_derive_from_key(bytes(m_key), m_key.size(), 2, kContext, bytes(master));
    return true;
}

Trouble SealedFile::create(const SecretBytes &passphrase, Cost cost)
{
    startSodium();
    QByteArray salt(static_cast<qsizetype>(crypto_pwhash_SALTBYTES), '\0');
    randombytes_buf(salt.data(), static_cast<size_t>(salt.size()));
    return derive(passphrase, salt, cost) ? Trouble::None : Trouble::CannotWrite;
}

Answer SealedFile::open(const QByteArray &file, const SecretBytes &passphrase)
{
    startSodium();
    if (!file.startsWith(kMagic))
        return damaged(QT_TRANSLATE_NOOP("vault", "it does not begin as one."));
    if (file.size() < kHeadBytes + kNonceBytes + kMacBytes)
        return damaged(QT_TRANSLATE_NOOP("vault", "its end is missing."));
    if (file.mid(kSumAt, kSumBytes) != sumOf(file))
        return damaged(QT_TRANSLATE_NOOP("vault", "its beginning was changed."));
    const Cost cost{qFromLittleEndian<quint64>(file.constData() + kCostAt), qFromLittleEndian<quint64>(file.constData() + kCostAt + 8)};
    if (cost.operations < crypto_pwhash_OPSLIMIT_MIN || cost.operations > kMostOperations || cost.memory < crypto_pwhash_MEMLIMIT_MIN || cost.memory > kMostMemory)
        return damaged(QT_TRANSLATE_NOOP("vault", "it asks for more work than any we write."));
    SealedFile tried;
    if (!tried.derive(passphrase, file.mid(kSaltAt, static_cast<qsizetype>(crypto_pwhash_SALTBYTES)), cost))
        return damaged(QT_TRANSLATE_NOOP("vault", "there is not enough memory to open it."));
    if (sodium_memcmp(bytes(tried.m_head, kCheckAt), bytes(file, kCheckAt), kCheckBytes) != 0)
        return {.trouble = Trouble::WrongPassphrase};
    m_head = tried.m_head;
    m_key = std::move(tried.m_key);
    return {};
}

Answer SealedFile::unseal(const QByteArray &file, Secrets &secrets) const
{
    if (!isOpen())
        return {.trouble = Trouble::Locked};
    if (file.size() < kHeadBytes + kNonceBytes + kMacBytes)
        return damaged(QT_TRANSLATE_NOOP("vault", "its end is missing."));
    if (!file.startsWith(m_head)) // made anew by another program
        return {.trouble = Trouble::Locked};
    const qsizetype boxAt = kHeadBytes + kNonceBytes;
    SecretBytes flat(static_cast<size_t>(file.size() - boxAt - kMacBytes));
    unsigned char none = 0;
    if (crypto_secretbox_open_easy(flat.isEmpty() ? &none : bytes(flat), bytes(file, boxAt), static_cast<unsigned long long>(file.size() - boxAt),
                                   bytes(file, kHeadBytes), bytes(m_key)) != 0
        || !unflatten(flat, secrets))
        return damaged(QT_TRANSLATE_NOOP("vault", "its secrets were changed or cut."));
    return {};
}

QByteArray SealedFile::seal(const Secrets &secrets) const
{
    const SecretBytes flat = flatten(secrets);
    QByteArray file = m_head;
    file.resize(kHeadBytes + kNonceBytes + kMacBytes + static_cast<qsizetype>(flat.size()));
    randombytes_buf(file.data() + kHeadBytes, static_cast<size_t>(kNonceBytes));
    crypto_secretbox_easy(bytes(file, kHeadBytes + kNonceBytes), flat.isEmpty() ? reinterpret_cast<const unsigned char *>("") : bytes(flat), flat.size(),
                          bytes(file, kHeadBytes), bytes(m_key));
    return file;
}

} // namespace tocsin::vault
