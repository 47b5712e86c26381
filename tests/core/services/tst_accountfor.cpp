// SPDX-License-Identifier: GPL-3.0-or-later
// Which account a stream takes, where its kind has a server and rules of its own.
#include "core/services/signin.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using streams::StreamConfig;
using vault::Account;

namespace {

Account scram(const QString &name, const QString &user, const QString &host)
{
    Account account{.name = name, .kind = u"scram"_s};
    account.values.set(u"user"_s, user);
    account.values.set(u"host"_s, host);
    return account;
}

Account service(const QString &kind)
{
    Account account{.name = u"svc"_s, .kind = kind};
    account.values.set(u"client_id"_s, u"c"_s);
    return account;
}

StreamConfig stream(const QString &type, const QVariantMap &values)
{
    StreamConfig config{.uuid = u"u"_s, .name = u"s"_s, .type = type};
    config.values.set(u"account"_s, u"svc"_s);
    for (const auto &[key, value] : values.asKeyValueRange())
        config.values.set(key, value);
    return config;
}

class NoTokens final : public tokens::TokenSource
{
public:
    Result<tokens::Token> token(std::chrono::milliseconds, std::stop_token, Want) override { return Error(); }
};

StreamConfig hop(const QVariantMap &values)
{
    StreamConfig config{.uuid = u"u"_s, .name = u"hop"_s, .type = u"hopskotch"_s};
    for (const auto &[key, value] : values.asKeyValueRange())
        config.values.set(key, value);
    return config;
}

} // namespace

class TestAccountFor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverOfTheKindFindsTheAccount()
    {
        const std::vector<Account> accounts{scram(u"other"_s, u"alice"_s, u"kafka.example.org"_s), scram(u"mine"_s, u"alice"_s, u"kafka.scimma.org"_s)};
        const auto found = services::accountFor(hop({{u"user"_s, u"alice"_s}}), accounts);
        QVERIFY(found.ok() && found.value());
        QCOMPARE(found.value()->name, u"mine"_s);
        const auto elsewhere = services::accountFor(hop({{u"user"_s, u"alice"_s}, {u"servers"_s, QStringList{u"kafka.example.org:9092"_s}}}), accounts);
        QCOMPARE(elsewhere.value()->name, u"other"_s);
    }

    void groupIsJudgedWithTheAccountsUser()
    {
        const std::vector<Account> accounts{scram(u"mine"_s, u"alice"_s, u"kafka.scimma.org"_s)};
        const auto ask = [&accounts](const QString &group) { return services::accountFor(hop({{u"account"_s, u"mine"_s}, {u"group"_s, group}}), accounts); };
        QVERIFY(ask(u"alice-tonight"_s).ok());
        QVERIFY(ask({}).ok());
        const auto refused = ask(u"tonight"_s);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().detail, u"group"_s);
        QVERIFY2(refused.error().message.contains(u"alice-tonight"), qPrintable(refused.error().message));
    }

    // A password where passwords are asked for, tokens where tokens are; a mechanism that nobody chose follows the account.
    void theKindOfTheAccountMustFit_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QVariantMap>("values");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("fits");
        const QVariantMap sasl{{u"security"_s, u"SASL_SSL"_s}, {u"servers"_s, QStringList{u"kafka.example.org"_s}}, {u"topics"_s, QStringList{u"t"_s}}};
        const auto with = [&sasl](const QString &mechanism) {
            QVariantMap values = sasl;
            values.insert(u"mechanism"_s, mechanism);
            return values;
        };
        QTest::newRow("scram") << u"kafka"_s << with(u"SCRAM-SHA-256"_s) << u"scram"_s << true;
        QTest::newRow("scram, client secret") << u"kafka"_s << with(u"SCRAM-SHA-256"_s) << u"client-credentials"_s << false;
        QTest::newRow("not chosen, client secret") << u"kafka"_s << sasl << u"client-credentials"_s << true;
        QTest::newRow("not chosen, browser") << u"kafka"_s << sasl << u"oauth"_s << true;
        QTest::newRow("not chosen, scitoken") << u"kafka"_s << sasl << u"scitoken"_s << true;
        QTest::newRow("not chosen, tom") << u"kafka"_s << sasl << u"tom"_s << false;
        QTest::newRow("bearer") << u"kafka"_s << with(u"OAUTHBEARER"_s) << u"client-credentials"_s << true;
        QTest::newRow("bearer, scram") << u"kafka"_s << with(u"OAUTHBEARER"_s) << u"scram"_s << false;
        QTest::newRow("GCN") << u"gcn"_s << QVariantMap() << u"client-credentials"_s << true;
        QTest::newRow("GCN, scram") << u"gcn"_s << QVariantMap() << u"scram"_s << false;
    }
    void theKindOfTheAccountMustFit()
    {
        QFETCH(QString, type);
        QFETCH(QVariantMap, values);
        QFETCH(QString, kind);
        QFETCH(bool, fits);
        const Account account = service(kind);
        StreamConfig config = stream(type, values);
        const auto found = services::accountFor(config, {account});
        QCOMPARE(found.ok(), fits);
        QVERIFY(services::lacksSignIn(config)); // it has still to be asked for
        if (!fits) {
            QVERIFY2(found.error().message.contains(kind), qPrintable(found.error().message));
            return;
        }
        if (!services::givesTokens(account))
            return;
        services::applyAccount(config, account);
        QVERIFY(services::wantsTokens(config));
        config.tokens = std::make_shared<NoTokens>();
        QVERIFY(!services::lacksSignIn(config));
        // They stay with the stream when it is edited, and go with its account.
        StreamConfig edited = stream(type, values);
        services::keepSignIn(edited, config);
        QCOMPARE(edited.tokens, config.tokens);
        QVERIFY(services::wantsTokens(edited));
        StreamConfig another = stream(type, values);
        another.values.set(u"account"_s, u"other"_s);
        services::keepSignIn(another, config);
        QVERIFY(!another.tokens);
    }
};

QTEST_GUILESS_MAIN(TestAccountFor)
#include "tst_accountfor.moc"
