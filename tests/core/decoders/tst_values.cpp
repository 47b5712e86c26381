// SPDX-License-Identifier: GPL-3.0-or-later
// How formats look into packets: members by name, noted or gone through, and texts that end where memory ends.
#include "core/decoders/decoder.h"
#include "core/decoders/jsonreader.h"
#include "core/decoders/value.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/mman.h>
#include <unistd.h>
#endif

using namespace tocsin;
using decoders::Name;
using decoders::Shape;
using decoders::Value;

class TestValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Names of all lengths that are looked up in ways of their own, each beside others that differ in one letter alone.
    void everyLetterOfANameCounts()
    {
        for (size_t length = 1; length <= 40; ++length) {
            for (size_t changed = 0; changed < length; ++changed) {
                std::string sent(length, 'a');
                sent[changed] = 'b';
                const std::string text = "{\"" + sent + "\": 1}";
                const decoders::JsonDocument document = decoders::readJson(text);
                QVERIFY(document.error.empty());
                const Shape shape(document.root);
                QVERIFY(shape.has(sent));
                QCOMPARE(shape.root()[sent].number(), std::optional(1.0));
                QVERIFY(!shape.has(std::string(length, 'a')));
                QVERIFY(!shape.has(sent + "a"));
                for (size_t other = 0; other < length; ++other) {
                    std::string asked(length, 'a');
                    asked[other] = 'b';
                    QCOMPARE(shape.has(asked), other == changed);
                    QCOMPARE(!document.root[asked].isAbsent(), other == changed);
                }
            }
        }
    }

    void theFirstOfEqualNamesCounts()
    {
        const std::string_view text = R"({"Ra": 1, "ra": 2, "RA": 3, "ra": 4, "": 5, "": 6})";
        for (const bool broken : {false, true}) {
            const decoders::JsonDocument document = broken ? decoders::readBrokenJson(text) : decoders::readJson(text);
            const Shape shape(document.root);
            QCOMPARE(shape.root()["ra"].number(), std::optional(2.0));
            QCOMPARE(document.root["ra"].number(), std::optional(2.0));
            QCOMPARE(shape.root()[""].number(), std::optional(5.0));
            QVERIFY(!shape.has("rA"));
            std::vector<double> alike;
            shape.forEachAlike("ra", [&](std::string_view, const Value &value) { alike.push_back(value.number().value_or(0)); });
            QCOMPARE(alike, (std::vector{4.0, 3.0, 2.0, 1.0}));
        }
        // Plain JSON takes a name as it stands before one in another case, and of these the first.
        QCOMPARE(decoders::decode({.value = R"({"MAG": 1, "Mag": 2})"}).alerts.at(0)->mag.value, 1.0);
        QCOMPARE(decoders::decode({.value = R"({"MAG": 1, "mag": 2, "mag": 3, "Mag": 4})"}).alerts.at(0)->mag.value, 2.0);
    }

    void namesAreTheSameWhoeverFindsTheirList()
    {
        constexpr Name atCompileTime("observation_start");
        const std::string text = "observation_start";
        const char *pointer = text.c_str();
        for (const Name &name : {Name(text), Name(std::string_view(text)), Name(pointer)}) {
            QCOMPARE(name.list(), atCompileTime.list());
            QCOMPARE(name.text(), atCompileTime.text());
        }
    }

    void aNotedValueIsNotNotedTwice()
    {
        const decoders::JsonDocument document = decoders::readJson(R"({"inner": {"a": 1, "b": null}, "list": [1]})");
        const Shape outer(document.root);
        const Shape inner(outer.root()["inner"]);
        const Shape again(inner.root());
        QCOMPARE(again.root()["a"].number(), std::optional(1.0));
        QVERIFY(again.has("b"));
        QVERIFY(again.root()["b"].isNull() && !again.root()["b"].isAbsent());
        QVERIFY(!again.has("c"));
        const Shape list(outer.root()["list"]);
        QVERIFY(!list.has("a"));
        const Shape absent(outer.root()["none"]);
        QVERIFY(!absent.has("a"));
        absent.forEachAlike("a", [](std::string_view, const Value &) { QFAIL("there is nothing"); });
    }

    void moreMembersThanAnyRealPacket()
    {
        std::string text = "{";
        for (int i = 0; i < 60'000; ++i)
            text += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ',';
        text += "\"ra\":10,\"dec\":20}";
        const decoders::Decoded decoded = decoders::decode({.value = text});
        QVERIFY2(decoded.error.empty(), decoded.error.c_str());
        const decoders::JsonDocument document = decoders::readJson(text);
        const Shape shape(document.root);
        QVERIFY(shape.has("k59999"));
        QVERIFY(!shape.has("k60000"));
        QCOMPARE(shape.root()["dec"].number(), std::optional(20.0));
    }

    // What lies behind a text is no part of it.
    void bytesBehindTheTextAreNotRead()
    {
        const std::string_view memory = R"({"id": 12}345, "id": 7}            )";
        const std::string_view whole = memory.substr(0, 10);
        QCOMPARE(decoders::decode({.value = whole}).alerts.at(0)->id, Text("12"));
        for (const std::string_view cut : {memory.substr(0, 9), memory.substr(0, 8), memory.substr(0, 4)})
            QVERIFY(!decoders::decode({.value = cut}).error.empty());
        const std::string_view number = std::string_view("123456").substr(0, 3);
        QCOMPARE(decoders::readJson(number).root.number(), std::optional(123.0));
        QVERIFY(!decoders::readJson(std::string_view("true").substr(0, 3)).error.empty());
    }

    // A text that ends with its page, behind which there is no memory, at every distance from that end.
    void textsThatEndWhereMemoryEnds()
    {
#ifdef Q_OS_UNIX
        const auto page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
        char *memory = static_cast<char *>(mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
        QVERIFY(memory != MAP_FAILED);
        QCOMPARE(mprotect(memory + page, page, PROT_NONE), 0);
        const std::string text = R"({"id": "a text", "mag": 17.25})";
        for (size_t behind = 0; behind <= 2 * simdjson::SIMDJSON_PADDING; ++behind) {
            char *at = memory + page - behind - text.size();
            memset(memory, '9', page);
            memcpy(at, text.data(), text.size());
            const decoders::Decoded decoded = decoders::decode({.value = {at, text.size()}});
            QVERIFY2(decoded.error.empty(), decoded.error.c_str());
            QCOMPARE(decoded.alerts.at(0)->id, Text("a text"));
            QCOMPARE(decoded.alerts.at(0)->mag.value, 17.25);
        }
        munmap(memory, 2 * page);
#else
        QSKIP("memory is laid out otherwise here");
#endif
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
