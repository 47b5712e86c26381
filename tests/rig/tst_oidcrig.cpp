// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig/oidcrig.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tocsin::rig;

namespace {

const QByteArray kVerifier = "0123456789abcdefghijklmnopqrstuvwxyz01234567890";

QJsonObject claims(const QString &token)
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(token.section(u'.', 1, 1).toLatin1(), QByteArray::Base64UrlEncoding)).object();
}

QJsonObject object(const std::optional<QByteArray> &answer)
{
    return QJsonDocument::fromJson(answer.value_or(QByteArray())).object();
}

} // namespace

// The provider itself: what the tests of the sign-in lean on.
class TestOidcRig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.up({.tokenSeconds = 90}), qPrintable(m_rig.why())); }

    void aServiceGetsATokenForKafka()
    {
        const QJsonObject answer = object(m_rig.ask(u"/token"_s, "grant_type=client_credentials&client_id=svc&client_secret=svc-secret"));
        const QJsonObject said = claims(answer.value(u"access_token"_s).toString());
        QCOMPARE(said.value(u"aud"_s).toString(), u"kafka"_s);
        QCOMPARE(said.value(u"sub"_s).toString(), u"svc"_s);
        QCOMPARE(said.value(u"exp"_s).toInteger() - said.value(u"iat"_s).toInteger(), 90);
    }

    void aPersonSignsInAndTheRefreshTokenIsGoodOnce()
    {
        const QString challenge = QString::fromLatin1(QCryptographicHash::hash(kVerifier, QCryptographicHash::Sha256).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        const std::optional<QString> redirect = m_rig.person(m_rig.issuer()
            + u"/auth?client_id=desktop&response_type=code&redirect_uri=http://127.0.0.1:1/cb&scope=openid%20offline_access%20kafka-read&prompt=consent&state=s&code_challenge_method=S256&code_challenge="_s
            + challenge, {u"stop"_s});
        QVERIFY2(redirect, qPrintable(m_rig.why()));
        const QUrlQuery query(QUrl(redirect->trimmed()).query());
        QCOMPARE(query.queryItemValue(u"iss"_s, QUrl::FullyDecoded), m_rig.issuer());
        const QJsonObject answer = object(m_rig.ask(u"/token"_s, "grant_type=authorization_code&client_id=desktop&redirect_uri=http://127.0.0.1:1/cb&code="
                                                       + query.queryItemValue(u"code"_s).toLatin1() + "&code_verifier=" + kVerifier));
        const QByteArray refresh = "grant_type=refresh_token&client_id=desktop&refresh_token=" + answer.value(u"refresh_token"_s).toString().toLatin1();
        QVERIFY(object(m_rig.ask(u"/token"_s, refresh)).contains(u"refresh_token"_s));
        QVERIFY(!m_rig.ask(u"/token"_s, refresh)); // and with it the grant is gone
    }

    void itMisbehavesWhenTold()
    {
        QVERIFY(m_rig.behave({{u"path"_s, u"/jwks"_s}, {u"status"_s, 503}, {u"times"_s, 1}}));
        QVERIFY(!m_rig.ask(u"/jwks"_s));
        const QByteArray keys = m_rig.ask(u"/jwks"_s).value_or(QByteArray());
        QVERIFY(!object(keys).value(u"keys"_s).toArray().isEmpty());
        const QString before = m_rig.issuer();
        m_rig.stop();
        QVERIFY(!m_rig.ask(u"/jwks"_s));
        QVERIFY2(m_rig.start(), qPrintable(m_rig.why()));
        QCOMPARE(m_rig.issuer(), before);
        QCOMPARE(m_rig.ask(u"/jwks"_s).value_or(QByteArray()), keys);
        QCOMPARE(m_rig.requests(u"/jwks"_s).size(), 1);
    }

private:
    OidcRig m_rig;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestOidcRig test;
    return runWithOidc(&test, argc, argv);
}

#include "tst_oidcrig.moc"
