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
};

QTEST_GUILESS_MAIN(TestAccountFor)
#include "tst_accountfor.moc"
