// SPDX-License-Identifier: GPL-3.0-or-later
// Messages inside messages: Pub/Sub, BigQuery, hop's older envelopes and archive, BSON; hostile ones end with a sentence.
#include "core/decoders/brokers/bsonreader.h"
#include "core/decoders/decoder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <zlib.h>

#include <bit>
#include <cstring>

using namespace tocsin;
using decoders::Decoded;
using decoders::FieldTree;

namespace {

std::string dataOf(const char *name)
{
    QFile file(QStringLiteral(TOCSIN_TEST_DATA) + u'/' + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

Decoded decodeText(std::string_view text, const decoders::Wanted &wanted = {})
{
    return decoders::decode({.value = text}, wanted);
}

std::string base64(std::string_view bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64().toStdString();
}

template <typename Number>
std::string little(Number value)
{
    std::string out(sizeof(Number), '\0');
    std::memcpy(out.data(), &value, sizeof(Number));
    return out;
}

std::string element(char type, std::string_view name, std::string_view value)
{
    return std::string(1, type) + std::string(name) + '\0' + std::string(value);
}

std::string bsonText(std::string_view text)
{
    return little(static_cast<int32_t>(text.size() + 1)) + std::string(text) + '\0';
}

std::string document(std::string_view elements)
{
    return little(static_cast<int32_t>(elements.size() + 5)) + std::string(elements) + '\0';
}

std::string binary(std::string_view bytes, char kind = 0)
{
    return little(static_cast<int32_t>(bytes.size())) + std::string(1, kind) + std::string(bytes);
}

std::string zlibOf(std::string_view bytes)
{
    uLongf length = compressBound(static_cast<uLong>(bytes.size()));
    std::string out(length, '\0');
    compress2(reinterpret_cast<Bytef *>(out.data()), &length, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<uLong>(bytes.size()), 6);
    out.resize(length);
    return out;
}

// A locus as ANTARES sends it, with the types that other readers do not know.
std::string locus()
{
    const std::string properties = document(element('\x02', "ztf_object_id", bsonText("ZTF26aaaaabb")) + element('\x01', "newest_alert_observation_time", little(61296.25))
                                            + element('\x01', "newest_alert_magnitude", little(18.5)) + element('\x12', "num_alerts", little(int64_t{3}))
                                            + element('\x11', "unsigned", little(uint64_t{18446744073709551615u})));
    const std::string attributes = document(element('\x01', "ra", little(187.25)) + element('\x01', "dec", little(2.5)) + element('\x03', "properties", properties)
                                            + element('\x04', "tags", document(element('\x02', "0", bsonText("first")) + element('\x02', "1", bsonText("second"))))
                                            + element('\x09', "seen", little(int64_t{1789365600000})) + element('\x08', "flag", std::string(1, '\x01')));
    const std::string data = document(element('\x02', "id", bsonText("ANT2026bbbbb")) + element('\x03', "attributes", attributes));
    return document(element('\x07', "_id", "0123456789ab") + element('\x0a', "none", "") + element('\x10', "version", little(int32_t{-2}))
                    + element('\x05', "uuid", binary("0123456789abcdef", 4)) + element('\x03', "data", data));
}

} // namespace

class TestEnvelopes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pull()
    {
        const std::string first = R"({"id": 9007199254740993, "name": "a", "ra": 1, "dec": 2})";
        const std::string second = R"({"id": 2, "name": "b", "ra": 3, "dec": 4})";
        const FieldTree answer{{"receivedMessages",
                                {{{"ackId", "1"}, {"message", {{"data", base64(first)}, {"attributes", nullptr}, {"messageId", "11"}, {"publishTime", "2026-09-14T06:00:00.123456789Z"}}}},
                                 {{"ackId", "2"}, {"message", {{"data", base64(second)}, {"message_id", "12"}}}}}}};
        const Decoded decoded = decodeText(answer.dump(), {.fields = true});
        QCOMPARE(decoded.alerts.size(), size_t{2});
        QCOMPARE(decoded.trees.size(), size_t{2});
        QCOMPARE(decoded.alerts[0]->id, Text("9007199254740993"));
        QCOMPARE(decoded.alerts[0]->messageId, Text("11"));
        QCOMPARE(decoded.alerts[0]->brokerTime.iso(), std::string("2026-09-14T06:00:00.123456Z"));
        QCOMPARE(decoded.alerts[1]->messageId, Text("12"));
        QVERIFY(decoded.trees[1]["name"] == FieldTree("b"));
        const Decoded none = decodeText(R"({"receivedMessages": []})");
        QVERIFY(none.alerts.empty() && none.error.empty() && none.heartbeat);
    }

    // A part that cannot be read is a row that says so; its neighbours are read.
    void brokenParts()
    {
        const std::string good = base64(R"({"id": 1, "ra": 1, "dec": 2})");
        const Decoded decoded = decodeText("{\"receivedMessages\": [{\"message\": {\"data\": \"!!!!\", \"messageId\": \"1\"}}, {\"message\": {\"data\": \"" + good
                                           + "\", \"messageId\": \"2\"}}, {\"message\": {\"messageId\": \"3\", \"attributes\": {}}}, {\"ackId\": \"4\"}]}");
        QCOMPARE(decoded.error, std::string());
        QCOMPARE(decoded.alerts.size(), size_t{4});
        QCOMPARE(decoded.alerts[0]->error, Text("the data of the Pub/Sub message are no base64"));
        QVERIFY(decoded.alerts[1]->error.empty());
        QVERIFY(!decoded.alerts[2]->error.empty() && !decoded.alerts[3]->error.empty());
        const Decoded all = decodeText(R"({"message": {"data": "!!!!", "messageId": "1"}})");
        QVERIFY(all.alerts.empty());
        QCOMPARE(all.error, std::string("the data of the Pub/Sub message are no base64"));
    }

    void pushAndAttributesAlone()
    {
        const Decoded push = decodeText("{\"message\": {\"attributes\": {\"_test\": \"1\"}, \"data\": \"" + base64(R"({"id": 1})") + "\", \"messageId\": \"5\"}, \"subscription\": \"projects/p/subscriptions/s\"}");
        QCOMPARE(push.alerts.at(0)->id, Text("1"));
        QVERIFY(push.alerts[0]->test);
        const Decoded notice = decodeText(R"({"message": {"attributes": {"objectId": "ZTF26aaaaabc", "candid": "3536120000000000130"}, "messageId": "6"}})");
        QCOMPARE(notice.alerts.at(0)->id, Text("3536120000000000130"));
        QCOMPARE(notice.alerts[0]->name, Text("ZTF26aaaaabc"));
    }

    void envelopesInEnvelopes()
    {
        std::string message = R"({"id": 1, "ra": 1, "dec": 2})";
        for (int level = 1; level <= 6; ++level) {
            message = "{\"message\": {\"data\": \"" + base64(message) + "\", \"messageId\": \"1\"}}";
            const Decoded decoded = decodeText(message);
            QCOMPARE(decoded.error.empty(), level <= 4);
        }
    }

    void bigQuery()
    {
        const Decoded decoded = decodeText(dataOf("bigquery_reply.json"), {.fields = true});
        QCOMPARE(decoded.alerts.size(), size_t{2});
        QCOMPARE(decoded.alerts[0]->id, Text("3536120000000000128"));
        QCOMPARE(decoded.alerts[0]->name, Text("ZTF26aaaaaaj"));
        QCOMPARE(decoded.alerts[0]->ra.value, 12.5);
        QCOMPARE(decoded.alerts[0]->mag.value, 18.125);
        QCOMPARE(decoded.alerts[0]->band, Text("ztf-g"));
        QCOMPARE(decoded.alerts[0]->timestamp.iso(), std::string("2026-09-13T06:00:00.000000Z"));
        QVERIFY(decoded.trees[0]["seen"] == FieldTree("2026-09-14T06:00:00.000000Z"));
        QVERIFY((decoded.trees[0]["tags"] == FieldTree{"a", "b"}));
        QVERIFY(!decoded.alerts[1]->mag.has());
        const Decoded object = decodeText(dataOf("bigquery_object.json"), {.inside = true});
        QCOMPARE(object.alerts.size(), size_t{1});
        QCOMPARE(object.alerts[0]->name, Text("ZTF26aaaaaai"));
        QCOMPARE(object.alerts[0]->mag.value, 18.25); // the newest
        QCOMPARE(object.insides.at(0).light.size(), size_t{2});
        QVERIFY(decodeText(R"({"jobComplete": false, "jobReference": {"jobId": "j"}})").heartbeat);
    }

    void hop()
    {
        const Decoded legacy = decodeText(dataOf("hop_legacy.json"), {.fields = true});
        QCOMPARE(legacy.alerts.at(0)->id, Text("9007199254740993"));
        QCOMPARE(legacy.alerts[0]->name, Text("Terminus"));
        QVERIFY(legacy.trees[0]["comment"] == FieldTree("a \"quoted\"\nline"));
        QCOMPARE(decodeText(R"({"format": "blob", "content": "some words of an observer"})").alerts.at(0)->format, Text("blob"));
        const std::string stored = document(element('\x05', "message", binary(R"({"id": 7, "ra": 1, "dec": 2})"))
                                            + element('\x03', "metadata", document(element('\x04', "headers", document(element('\x04', "0", document(element('\x02', "0", bsonText("_test")) + element('\x05', "1", binary("true"))))))
                                                                                  + element('\x12', "timestamp", little(int64_t{1789365600000})))));
        const Decoded archive = decodeText(stored);
        QCOMPARE(archive.alerts.at(0)->id, Text("7"));
        QVERIFY(archive.alerts[0]->test);
        QCOMPARE(archive.alerts[0]->brokerTime.iso(), std::string("2026-09-14T06:00:00.000000Z"));
    }

    void bson()
    {
        for (const std::string &packet : {zlibOf(locus()), locus()}) {
            const Decoded decoded = decodeText(packet, {.fields = true});
            QCOMPARE(decoded.error, std::string());
            const Alert &alert = *decoded.alerts.at(0);
            QCOMPARE(alert.format, Text("antares"));
            QCOMPARE(alert.name, Text("ZTF26aaaaabb"));
            QCOMPARE(alert.event, Text("ANT2026bbbbb"));
            QCOMPARE(alert.ra.value, 187.25);
            QCOMPARE(alert.mag.value, 18.5);
            QCOMPARE(alert.timestamp.iso(), std::string("2026-09-13T06:00:00.000000Z"));
            const FieldTree &tree = decoded.trees.at(0);
            QVERIFY(tree["_id"] == FieldTree("303132333435363738396162"));
            QVERIFY(tree["uuid"] == FieldTree("30313233-3435-3637-3839-616263646566"));
            QVERIFY(tree["version"] == FieldTree(-2));
            QVERIFY(tree["data"]["attributes"]["seen"] == FieldTree("2026-09-14T06:00:00.000000Z"));
            QVERIFY(tree["data"]["attributes"]["flag"] == FieldTree(true));
            QCOMPARE(tree["data"]["attributes"]["properties"]["unsigned"].get<uint64_t>(), uint64_t{18446744073709551615u});
        }
    }

    // GraceDB's alerts in XMPP: each entry is a message.
    void stanzas()
    {
        const std::string item = "<i:item xmlns:i='p' id='abc'><e:entry xmlns:e='q'>{\"uid\": \"M300001\", \"alert_type\": \"new\", \"object\": {\"graceid\": \"M300001\", "
                                 "\"group\": \"CBC\", \"gpstime\": 1473379267.25}}</e:entry></i:item>";
        const auto stanza = [](const std::string &items) {
            return "<n:message xmlns:n=\"jabber:client\" from=\"pubsub.example.org\"><event><items node=\"cbc_gstlal\">" + items
                + "</items></event><delay stamp=\"2026-09-14T00:01:30.411Z\"/></n:message>";
        };
        const Decoded one = decodeText(stanza(item));
        QCOMPARE(one.error, std::string());
        QCOMPARE(one.alerts.size(), size_t{1});
        const Alert &alert = *one.alerts[0];
        QCOMPARE(alert.format + '/' + alert.id + '/' + alert.messageId, Text("gracedb/M300001/abc"));
        QCOMPARE(alert.timestamp.iso(), std::string("2026-09-14T00:00:49.250000Z"));
        QCOMPARE(alert.brokerTime.iso(), std::string("2026-09-14T00:01:30.411000Z"));
        QCOMPARE(decodeText(stanza(item + item)).alerts.size(), size_t{2});
        QCOMPARE(decodeText(stanza("")).error, std::string("the stanza of XMPP holds no alert"));
        const std::string whole = stanza(item);
        for (size_t length = 1; length < whole.size(); ++length)
            QVERIFY(!decodeText(std::string_view(whole).substr(0, length)).error.empty());
    }

    void everyCutAndEveryFlippedBit()
    {
        const std::string whole = locus();
        const std::string packed = zlibOf(whole);
        for (size_t length = 0; length < whole.size(); ++length) {
            decoders::TreeBudget budget;
            FieldTree tree;
            std::string error;
            QVERIFY(!decoders::readBson(std::string_view(whole).substr(0, length), budget, tree, error) && !error.empty());
        }
        for (size_t length = 0; length < packed.size(); ++length)
            QVERIFY(!decodeText(std::string_view(packed).substr(0, length)).error.empty());
        for (size_t at = 0; at < whole.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                std::string flipped = whole;
                flipped[at] = static_cast<char>(flipped[at] ^ 1 << bit);
                decoders::TreeBudget budget;
                FieldTree tree;
                std::string error;
                if (!decoders::readBson(flipped, budget, tree, error))
                    QVERIFY(!error.empty());
                const Decoded decoded = decodeText(flipped);
                QVERIFY(decoded.heartbeat || decoded.alerts.empty() != decoded.error.empty());
            }
        }
    }

    void deepAndHuge()
    {
        std::string deep = document("");
        for (int i = 0; i < 2'000; ++i)
            deep = document(element('\x03', "a", deep));
        decoders::TreeBudget budget;
        FieldTree tree;
        std::string error;
        QVERIFY(!decoders::readBson(deep, budget, tree, error));
        QVERIFY(error.find("64 levels") != std::string::npos);
        // A length that promises more than there is.
        const std::string promise = document(element('\x05', "b", little(int32_t{0x7fffffff}) + std::string(1, '\0')));
        QVERIFY(!decoders::readBson(promise, budget, tree, error));
        // 20 MB of elements with empty names.
        QElapsedTimer timer;
        timer.start();
        std::string many(20'000'000, '\0');
        for (size_t i = 0; i < many.size(); i += 2)
            many[i] = '\x0a';
        const std::string flood = document(many);
        const Decoded decoded = decodeText(flood);
        QVERIFY(!decoded.error.empty());
        QVERIFY(timer.elapsed() < 20'000);
        // A bomb.
        const Decoded bomb = decodeText(zlibOf(std::string(60'000'000, '\0')));
        QVERIFY(!bomb.error.empty());
    }
};

QTEST_GUILESS_MAIN(TestEnvelopes)
#include "tst_envelopes.moc"
