// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/topicfamilies.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin::streams;

class TestTopicFamilies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownOnesComeFromTheTable()
    {
        const QStringList topics{u"gcn.circulars"_s, u"gcn.circulars.grb"_s, u"gcn.classic.text.FERMI_GBM_ALERT"_s, u"gcn.classic.voevent.FERMI_GBM_ALERT"_s, u"gcn.heartbeat"_s,
                                 u"gcn.notices.icecube.test"_s, u"igwn.gwalert"_s, u"igwn.gwalert-playground"_s, u"gracedb-test.superevent"_s, u"sys.heartbeat"_s, u"gcn.circular"_s};
        QStringList told;
        for (const TopicFamily &family : familiesOf(topics))
            told << family.label + u": "_s + family.topics.join(u' ');
        QCOMPARE(told, (QStringList{u"Gravitational waves: igwn.gwalert igwn.gwalert-playground"_s, u"GraceDB: gracedb-test.superevent"_s, u"GCN notices: gcn.notices.icecube.test"_s,
                                    u"GCN classic, VOEvent: gcn.classic.voevent.FERMI_GBM_ALERT"_s, u"GCN classic, text: gcn.classic.text.FERMI_GBM_ALERT"_s,
                                    u"GCN circulars: gcn.circulars gcn.circulars.grb gcn.circular"_s, u"Heartbeat and server: gcn.heartbeat sys.heartbeat"_s}));
    }

    void othersAreToldByTheirFirstPart()
    {
        const QList<TopicFamily> families = familiesOf({u"night.one"_s, u"night-two"_s, u"nightly"_s, u"alone"_s, u"__consumer_offsets"_s});
        QCOMPARE(families.size(), 2);
        QCOMPARE(families[0].label, u"night"_s);
        QCOMPARE(families[0].topics, (QStringList{u"night.one"_s, u"night-two"_s}));
        QCOMPARE(families[1].label, u"Other topics"_s);
        QCOMPARE(families[1].topics.size(), 3);
        QVERIFY(familiesOf({}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestTopicFamilies)
#include "tst_topicfamilies.moc"
