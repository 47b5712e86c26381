// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/streamoffer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using streams::StreamConfig;
using vault::Account;

class TestStreamOffer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountTellsItsStream_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("command"); // empty: none

        const QString hop = u"tocsin streams add hopskotch hopskotch account=mine"_s;
        QTest::newRow("SCiMMA") << u"scram"_s << u"kafka.scimma.org"_s << QString() << hop;
        QTest::newRow("SCiMMA with its port") << u"scram"_s << u"kafka.scimma.org:9092"_s << QString() << hop;
        QTest::newRow("another port") << u"scram"_s << u"kafka.scimma.org:9193"_s << QString() << QString();
        QTest::newRow("another broker") << u"scram"_s << u"kafka.example.org"_s << QString() << QString();
        QTest::newRow("nowhere") << u"scram"_s << QString() << QString() << QString();
        QTest::newRow("GCN by its server") << u"client-credentials"_s << u"kafka.gcn.nasa.gov"_s << QString() << u"tocsin streams add gcn gcn account=mine"_s;
        QTest::newRow("GCN by its provider") << u"client-credentials"_s << QString() << u"https://auth.test.gcn.nasa.gov/oauth2/token"_s << u"tocsin streams add gcn gcn account=mine domain=test"_s;
        QTest::newRow("GCN, dev") << u"client-credentials"_s << u"kafka.dev.gcn.nasa.gov"_s << QString() << u"tocsin streams add gcn gcn account=mine domain=dev"_s;
        QTest::newRow("nearly GCN") << u"client-credentials"_s << u"kafka.notgcn.nasa.gov"_s << QString() << QString();
        QTest::newRow("another kind") << u"token"_s << u"kafka.gcn.nasa.gov"_s << QString() << QString();
    }
    void accountTellsItsStream()
    {
        QFETCH(QString, kind);
        QFETCH(QString, host);
        QFETCH(QString, endpoint);
        QFETCH(QString, command);
        Account account{.name = u"mine"_s, .kind = kind};
        account.values.set(u"host"_s, host);
        account.values.set(u"token_endpoint"_s, endpoint);
        const auto config = services::streamFor(account, {});
        QCOMPARE(config ? services::addCommand(*config) : QString(), command);
    }

    void namesAreFreeAndAccountsUsedOnce()
    {
        Account account{.name = u"mine"_s, .kind = u"scram"_s};
        account.values.set(u"host"_s, u"kafka.scimma.org"_s);
        std::vector<StreamConfig> streams{{.name = u"Hopskotch"_s, .type = u"hopskotch"_s}};
        QCOMPARE(services::streamFor(account, streams)->name, u"hopskotch-2"_s);
        streams.front().values.set(u"account"_s, u"mine"_s);
        QVERIFY(!services::streamFor(account, streams));
    }
};

QTEST_GUILESS_MAIN(TestStreamOffer)
#include "tst_streamoffer.moc"
