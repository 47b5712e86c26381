// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/hopskotch/httpscram.h"

#include <QCoreApplication>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>
#include <QRandomGenerator>

#include <array>

namespace tocsin::streams::hopskotch {

using namespace Qt::StringLiterals;

namespace {

// Fewer protect no password, more would only keep this machine busy (RFC 7677 wants 4,096 at least).
constexpr int kFewestRounds = 4'096;
constexpr int kMostRounds = 1'000'000;

QByteArray hmac(const QByteArray &key, const QByteArray &text, QCryptographicHash::Algorithm hash)
{
    return QMessageAuthenticationCode::hash(text, key, hash);
}

QByteArray exclusiveOr(QByteArray left, const QByteArray &right)
{
    for (qsizetype i = 0; i < left.size(); ++i)
        left[i] = static_cast<char>(left[i] ^ right[i]);
    return left;
}

QByteArray escaped(const QString &user)
{
    QString name = user;
    return name.replace(u'=', u"=3D"_s).replace(u',', u"=2C"_s).toUtf8();
}

// r=…,s=…,i=…: an attribute is one letter.
QByteArray attribute(const QByteArray &text, char letter)
{
    for (const QByteArray &part : text.split(',')) {
        if (part.size() > 1 && part[0] == letter && part[1] == '=')
            return part.mid(2);
    }
    return {};
}

Error strange()
{
    return {.kind = ErrorKind::SignInRefused, .message = QCoreApplication::translate("streams", "the server does not keep to SCRAM")};
}

} // namespace

ScramClient::ScramClient(QCryptographicHash::Algorithm hash, const QString &user, const QString &password, const QByteArray &nonce)
    : m_hash(hash), m_bare("n=" + escaped(user) + ",r=" + nonce), m_nonce(nonce), m_password(password.toUtf8())
{
}

QByteArray ScramClient::freshNonce()
{
    std::array<quint32, 6> random{};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random).toBase64();
}

QByteArray ScramClient::first() const
{
    return "n,," + m_bare;
}

Result<QByteArray> ScramClient::final(const QByteArray &serverFirst)
{
    const QByteArray nonce = attribute(serverFirst, 'r');
    const QByteArray salt = QByteArray::fromBase64(attribute(serverFirst, 's'));
    const int rounds = attribute(serverFirst, 'i').toInt();
    if (!nonce.startsWith(m_nonce) || nonce.size() <= m_nonce.size() || salt.isEmpty() || rounds < kFewestRounds || rounds > kMostRounds)
        return strange();
    const QByteArray salted = QPasswordDigestor::deriveKeyPbkdf2(m_hash, m_password, salt, rounds, static_cast<quint64>(QCryptographicHash::hashLength(m_hash)));
    const QByteArray clientKey = hmac(salted, "Client Key", m_hash);
    const QByteArray unproved = "c=" + QByteArray("n,,").toBase64() + ",r=" + nonce;
    const QByteArray all = m_bare + ',' + serverFirst + ',' + unproved;
    const QByteArray proof = exclusiveOr(clientKey, hmac(QCryptographicHash::hash(clientKey, m_hash), all, m_hash));
    m_signature = hmac(hmac(salted, "Server Key", m_hash), all, m_hash);
    return unproved + ",p=" + proof.toBase64();
}

bool ScramClient::proves(const QByteArray &serverFinal) const
{
    return !m_signature.isEmpty() && QByteArray::fromBase64(attribute(serverFinal, 'v')) == m_signature;
}

QByteArray scramField(const QByteArray &list, const QByteArray &name)
{
    // "SCRAM-SHA-512 sid=…,data=…": the scheme is a word before the first name.
    QByteArray rest = list;
    if (const qsizetype blank = rest.indexOf(' '); blank >= 0 && !rest.first(blank).contains('='))
        rest = rest.mid(blank + 1);
    for (QByteArray part : rest.split(',')) {
        part = part.trimmed();
        if (!part.startsWith(name + '='))
            continue;
        QByteArray value = part.mid(name.size() + 1);
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.mid(1, value.size() - 2);
        return value;
    }
    return {};
}

} // namespace tocsin::streams::hopskotch
