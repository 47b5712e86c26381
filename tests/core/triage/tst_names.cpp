// SPDX-License-Identifier: GPL-3.0-or-later
// Names of one event, however they are written, and which belong together.
#include "core/triage/aliases.h"
#include "core/triage/names.h"
#include "core/triage/packetnames.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::triage;
using Strings = std::vector<std::string>;

namespace {

// Raw strings with quotes in them are too much for moc.
std::string json(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}

bool has(const Strings &list, const std::string &text)
{
    return std::ranges::find(list, text) != list.end();
}

Alert named(const char *name, const char *event = "", const char *subject = "")
{
    Alert alert;
    alert.name = name;
    alert.event = event;
    alert.subject = subject;
    return alert;
}

} // namespace

class TestNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellingsOfOneName_data()
    {
        QTest::addColumn<QStringList>("spellings");
        QTest::newRow("superevent") << QStringList{u"S260914ab"_s, u"s260914AB"_s, u"LVC S260914ab"_s};
        QTest::newRow("mock") << QStringList{u"MS260914ab"_s, u"ms260914ab"_s};
        QTest::newRow("gw") << QStringList{u"GW170817"_s, u"GW 170817"_s};
        QTest::newRow("gw with its time") << QStringList{u"GW200129_065458"_s, u"gw200129-065458"_s};
        QTest::newRow("grb") << QStringList{u"GRB 260914A"_s, u"GRB260914A"_s, u"grb 260914a"_s};
        QTest::newRow("ep") << QStringList{u"EP260914a"_s, u"EP 260914a"_s};
        QTest::newRow("tns") << QStringList{u"AT2026xyz"_s, u"SN 2026xyz"_s, u"2026xyz"_s, u"AT_2026xyz"_s, u"TNS 2026xyz"_s};
        QTest::newRow("frb") << QStringList{u"FRB 20260914A"_s, u"FRB20260914A"_s};
        QTest::newRow("ztf") << QStringList{u"ZTF26abcdefg"_s, u"ztf26abcdefg"_s};
        QTest::newRow("lsst") << QStringList{u"169298433191444518"_s, u"LSST 169298433191444518"_s, u"LSST-169298433191444518"_s};
        QTest::newRow("icecube") << QStringList{u"IceCube-260914A"_s, u"IC260914A"_s, u"IceCube 260914A"_s, u"IC 260914A"_s};
        QTest::newRow("swift") << QStringList{u"swift:1234567"_s, u"Swift trigger 1234567"_s, u"Swift 1234567"_s};
        QTest::newRow("fermi") << QStringList{u"fermi:789012345"_s, u"Fermi trigger 789012345"_s, u"Fermi GBM trigger #789012345"_s};
        QTest::newRow("fermi's own") << QStringList{u"bn260914123"_s};
        QTest::newRow("atlas") << QStringList{u"ATLAS26abc"_s, u"atlas 26abc"_s};
    }
    void spellingsOfOneName()
    {
        QFETCH(const QStringList, spellings);
        const std::string canonical = canonicalName(spellings[0].toStdString());
        QVERIFY(!canonical.empty());
        for (const QString &spelling : spellings) {
            QCOMPARE(QString::fromStdString(canonicalName(spelling.toStdString())), QString::fromStdString(canonical));
            QVERIFY2(isEventName(spelling.toStdString()), qPrintable(spelling));
            // From each one finds the way in which senders write it.
            QVERIFY2(has(spellingsOf(spelling.toStdString()), spellings[0].toStdString()), qPrintable(spelling));
        }
    }

    void whatIsNoName()
    {
        for (const char *text : {"", "test", "Sgr A*", "M 31", "1234", "GRB", "S2609", "candidate", "AT", "20269999", "MS", "GCN 12345", "S260914"})
            QVERIFY2(!isEventName(text), text);
        QVERIFY(canonicalName("S260914ab") != canonicalName("MS260914ab"));
        QVERIFY(canonicalName("swift:1234567") != canonicalName("fermi:12345678"));
        QVERIFY(canonicalName("GRB 260914A") != canonicalName("EP260914a"));
    }

    void headsOfSubjects()
    {
        QCOMPARE(namesInSubject("GRB 260914A / EP260914a: optical counterpart"), (Strings{"GRB 260914A", "EP260914a"}));
        QCOMPARE(namesInSubject("EP260914a (GRB 260914A, AT2026xyz): X"), (Strings{"EP260914a", "GRB 260914A", "AT2026xyz"}));
        QCOMPARE(namesInSubject("GRB 260914A: Swift-BAT refined analysis"), Strings{"GRB 260914A"});
        // Candidates in the field of an event are not the event.
        QVERIFY(namesInSubject("LIGO/Virgo/KAGRA S260914ab: candidates AT2026xyz and ZTF26abcdefg").empty());
        QVERIFY(namesInSubject("AT2026xyz, a candidate in S260914ab: spectrum").empty());
        QVERIFY(namesInSubject("no colon GRB 260914A").empty());
    }

    void linksOfPackets()
    {
        QCOMPARE(linksIn(named("GRB 260914A", "swift:1234567"), {}), (std::vector<AliasLink>{{"GRB 260914A", "swift:1234567"}}));
        QCOMPARE(linksIn(named("ZTF26abcdefg", "ZTF26abcdefg"), json("{'objectId': 'ZTF26abcdefg', 'tns_name': 'AT 2026xyz'}")), (std::vector<AliasLink>{{"ZTF26abcdefg", "AT 2026xyz"}}));
        QCOMPARE(linksIn(named("2026xyz"), json("{'objname': '2026xyz', 'internal_names': 'ZTF26abcdefg, ATLAS26abc'}")).size(), size_t{2});
        QCOMPARE(linksIn(named("AT2026xyz"), json("{'aliases' : [ 'ZTF26abcdefg', 'odd thing' ]}")), (std::vector<AliasLink>{{"AT2026xyz", "ZTF26abcdefg"}}));
        QVERIFY(linksIn(named("ZTF26abcdefg", "ZTF26abcdefg"), json("{'tns_name': null}")).empty());
        QVERIFY(linksIn(named("AT2026xyz"), json("[{'aliases': ['AT2026abc']}, {'aliases': ['AT2026abd']}]")).empty());
        QVERIFY(linksIn(named("AT2026xyz"), json("{'targets': [{'aliases': ['AT2026abc']}, {'aliases': ['AT2026abd']}]}")).empty()); // of several things
        QVERIFY(linksIn(named("AT2026xyz"), json("{'tns_name': 'AT2026")).empty());
        QVERIFY(linksIn(named("odd thing"), json("{'tns_name': 'AT2026xyz'}")).empty());
    }

    void namesHangTogether()
    {
        AliasIndex index;
        index.add({"ZTF26abcdefg", "AT 2026xyz"});
        index.add({"SN2026xyz", "ATLAS26abc"});
        index.add({"GRB 260914A", "EP260914a"});
        index.add({"AT2026xyz", "ztf26abcdefg"});
        QCOMPARE(index.size(), size_t{3});
        QVERIFY(index.knows({"2026xyz", "ZTF26abcdefg"}));
        QVERIFY(!index.knows({"ATLAS26abc", "ZTF26abcdefg"}));
        const Strings names = index.namesOf("atlas26abc");
        QCOMPARE(names.front(), std::string("atlas26abc"));
        QCOMPARE(names.size(), size_t{3});
        const Strings spellings = index.spellingsOf("ATLAS26abc");
        for (const char *wanted : {"ATLAS26abc", "ZTF26abcdefg", "AT2026xyz", "SN 2026xyz", "2026xyz"})
            QVERIFY2(has(spellings, wanted), wanted);
        QVERIFY(!has(spellings, "GRB 260914A"));
        QCOMPARE(index.namesOf("nobody"), Strings{"nobody"});
        // Names that hang together beyond all measure are no one event.
        for (int i = 0; i < 100; ++i)
            index.add({"GRB 260914A", "swift:" + std::to_string(1'000'000 + i)});
        QCOMPARE(index.namesOf("EP260914a").size(), size_t{20});
    }

    // Avro that brings its schema, and VOEvents; full packets of surveys name nobody else.
    void packetsOfOtherFormatsTellNames()
    {
        const std::string field = json("{'type': 'record', 'name': 'alert', 'fields': [{'name': 'objectId', 'type': 'string'}, {'name': 'more', 'type': {'type': 'record', 'name': 'm', 'fields': "
                                       "[{'name': 'tns_name', 'type': 'string'}, {'name': 'aliases', 'type': {'type': 'array', 'items': 'string'}}]}}]}");
        QCOMPARE(otherNamesIn(container(field, text("ZTF26abcdefg") + text("AT 2026xyz") + number(2) + text("EP260914a") + text("a word") + number(0))), (Strings{"AT 2026xyz", "EP260914a"}));
        const std::string bare = json("{'type': 'record', 'name': 'alert', 'fields': [{'name': 'objectId', 'type': 'string'}]}");
        QVERIFY(otherNamesIn(container(bare, text("ZTF26abcdefg"))).empty());
        QVERIFY(otherNamesIn(container(field, text("ZTF26abcdefg"))).empty()); // cut short
        const std::string event = json("<?xml version='1.0'?><voe:VOEvent xmlns:voe='x'><What><Param name='GRB_Name' value='GRB 260914A'/><Param name='Comment' value='GRB 260914B'/>"
                                       "<Group name='a'><Param name='TNS_name' value=' AT2026xyz '/></Group></What><Why><Name>GRB 260914C</Name><Inference><Name>EP260914a</Name></Inference></Why></voe:VOEvent>");
        QCOMPARE(otherNamesIn(event), (Strings{"GRB 260914A", "AT2026xyz", "EP260914a"}));
        QCOMPARE(otherNamesIn(event.substr(0, event.find("<Why>"))), (Strings{"GRB 260914A", "AT2026xyz"}));
        QVERIFY(otherNamesIn("<html><Param name='GRB_Name' value='GRB 260914A'/></html>").empty());
        const std::vector<AliasLink> links = linksIn(named("Swift 1234567"), event);
        QCOMPARE(links.size(), size_t{3});
        QCOMPARE(links.front(), (AliasLink{"Swift 1234567", "GRB 260914A"}));
    }

private:
    static std::string number(int64_t value)
    {
        auto left = static_cast<uint64_t>(value << 1);
        std::string bytes;
        for (; left > 0x7f; left >>= 7)
            bytes += static_cast<char>(0x80 | (left & 0x7f));
        return bytes + static_cast<char>(left);
    }
    static std::string text(const std::string &value) { return number(static_cast<int64_t>(value.size())) + value; }
    static std::string container(const std::string &schema, const std::string &datum)
    {
        const std::string sync(16, 's');
        return std::string("Obj\x01") + number(1) + text("avro.schema") + text(schema) + number(0) + sync + number(1) + number(static_cast<int64_t>(datum.size())) + datum + sync;
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
