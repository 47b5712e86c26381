// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/instance.h"
#include "core/streams/stream.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin::streams;

class TestInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void topicsTell_data()
    {
        QTest::addColumn<QStringList>("topics");
        QTest::addColumn<QString>("instance");

        QTest::newRow("real") << QStringList{u"igwn.gwalert"_s} << u"production"_s;
        QTest::newRow("playground") << QStringList{u"igwn.gwalert-playground"_s} << u"playground"_s;
        QTest::newRow("group of GraceDB") << QStringList{u"gracedb-playground.superevent"_s, u"gracedb-playground.cbc_*"_s} << u"playground"_s;
        QTest::newRow("test") << QStringList{u"tomtoolkit.test"_s, u"gracedb-test.*"_s} << u"test"_s;
        QTest::newRow("one is real") << QStringList{u"igwn.gwalert-test"_s, u"gcn.circular"_s} << u"production"_s;
        QTest::newRow("two kinds") << QStringList{u"igwn.gwalert-test"_s, u"igwn.gwalert-playground"_s} << u"production"_s;
        QTest::newRow("part of a word") << QStringList{u"contest.results"_s, u"testbed"_s} << u"production"_s;
        QTest::newRow("regular expression") << QStringList{u"^gracedb-test\\..*"_s} << u"production"_s;
        QTest::newRow("none") << QStringList() << u"production"_s;
    }
    void topicsTell()
    {
        QFETCH(QStringList, topics);
        QFETCH(QString, instance);
        StreamConfig config{.type = u"kafka"_s};
        config.values.set(u"topics"_s, topics);
        QCOMPARE(instanceName(instanceOf(config)), instance);
    }

    void choiceGoesFirst()
    {
        StreamConfig config{.type = u"kafka"_s};
        config.values.set(u"topics"_s, QStringList{u"igwn.gwalert-test"_s});
        config.values.set(u"instance"_s, u"mock"_s);
        QCOMPARE(instanceOf(config), Instance::Mock);
    }

    void demoIsAMock()
    {
        QCOMPARE(instanceOf(StreamConfig{.type = u"demo"_s}), Instance::Mock);
        QCOMPARE(instanceOf(StreamConfig{.type = u"no such type"_s}), Instance::Production);
    }
};

QTEST_APPLESS_MAIN(TestInstance)
#include "tst_instance.moc"
