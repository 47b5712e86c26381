// SPDX-License-Identifier: GPL-3.0-or-later
// How filters are judged: three values, the packet or none, words, cones, patterns, cost.
#include "samples.h"

#include "core/filter/text.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <new>
#include <random>
#include <thread>

using namespace samples;

// Counts what the program allocates, so that judging can be shown to do without.
namespace {
thread_local long allocations = 0;
}
void *operator new(size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void *operator new(size_t size, const std::nothrow_t &) noexcept
{
    ++allocations;
    return std::malloc(size);
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, size_t) noexcept
{
    std::free(memory);
}

namespace {

constexpr Truth T = Truth::True;
constexpr Truth F = Truth::False;
constexpr Truth U = Truth::Unknown;

} // namespace

class TestFilterJudge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kleene()
    {
        // true, false, unknown as filters on the sample
        const std::pair<std::string, Truth> all[] = {{"significant", T}, {"test", F}, {"error_systematic", U}};
        for (const auto &[a, x] : all) {
            QCOMPARE(judged("not " + a), static_cast<Truth>(2 - static_cast<int>(x)));
            for (const auto &[b, y] : all) {
                QCOMPARE(judged(a + " and " + b), std::min(x, y));
                QCOMPARE(judged(a + " or " + b), std::max(x, y));
                // De Morgan
                QCOMPARE(judged("not (" + a + " and " + b + ")"), judged("not " + a + " or not " + b));
            }
        }
        // Only what is true passes, so the two halves do not make a whole.
        Alert without = alert();
        without.mag = {};
        QCOMPARE(judged("mag < 19", without), U);
        QCOMPARE(judged("not (mag < 19)", without), U);
        QCOMPARE(judged("not (mag < 19) or not has(mag)", without), T);
        QVERIFY(!compiled("not (mag < 19)").passes(without, now()));
    }

    void nothingIsThere()
    {
        const Alert empty;
        for (const AlertField &field : alertFields()) {
            const std::string key = field.key;
            const bool there = key == "test" || key == "retraction" || key == "access" || key == "record" || key == "ignored";
            QCOMPARE(judged("has(" + key + ")", empty), filter::truthOf(there));
        }
        QCOMPARE(judged("age < 1h", empty), U);
        QCOMPARE(judged("b > 0", empty), U);
        QCOMPARE(judged("cone(1, 2, 3)", empty), U);
        QCOMPARE(judged("word(\"x\")", empty), F);
        QCOMPARE(compiled("timestamp < now").judge(alert(), UtcTime()), U);
    }

    void withoutThePacket()
    {
        for (const char *text : {"drb > 0.9", "has(fields.x)", "not has(fields.x)", "fields.a = 1 or test", "fields.flags",
                                 "fields.x in (1)", "fields.x ~ \"a\"", "len(fields.x) = 1", "word(\"nova\")"}) {
            const Filter made = compiled(text);
            QVERIFY2(made.needsPacket(), text);
            QVERIFY2(made.judge(alert(), now()) == U, text);
        }
        // What the header decides is final, and the packet is not asked for.
        Fixed fields(packet());
        QCOMPARE(compiled("drb > 0.9 and mag > 19").judge(alert(), now(), &fields), F);
        QCOMPARE(compiled("fields.a.b ~ \"x\" or mag < 19").judge(alert(), now(), &fields), T);
        QCOMPARE(compiled("word(\"kilonova\")").judge(alert(), now(), &fields), T);
        Alert detection = alert();
        detection.message = "detection";
        QCOMPARE(compiled("word(\"nonsense\")").judge(detection, now(), &fields), F);
        QCOMPARE(fields.asked, 0);
        QCOMPARE(compiled("drb > 0.9 and drb < 1 and has(fields.x)").judge(alert(), now(), &fields), F);
        QCOMPARE(fields.asked, 1);
        QVERIFY(!compiled("mag < 19 and id = 5").needsPacket());
        QVERIFY(compiled("age < 1h").usesNow() && compiled("not (timestamp > now - 1h)").usesNow() && !compiled("mag < 19").usesNow());
    }

    void words()
    {
        using filter::wordsOf;
        QCOMPARE(wordsOf("GRB 260914A: optical (r=18.5)"), (std::vector<std::string>{"grb", "260914a", "optical", "r", "18", "5"}));
        QCOMPARE(wordsOf("É\xcc\x81ta_Car, Straße"), (std::vector<std::string>{"é\xcc\x81ta", "car", "straße"}));
        QCOMPARE(wordsOf("ΑΒΓ \xff x"), (std::vector<std::string>{"αβγ", "x"}));
        QVERIFY(wordsOf(" .,;— ").empty());
        const filter::Phrase phrase("Swift-XRT");
        QVERIFY(phrase.isIn("the swift XRT saw"));
        QVERIFY(!phrase.isIn("swift and xrt"));
        QVERIFY(!phrase.isIn("swift"));
        QVERIFY(!phrase.isIn(""));
        QVERIFY(filter::Phrase("a a b").isIn("a a a b"));
        QVERIFY(!filter::Phrase("nova").isIn("kilonova supernovae"));
        // The index gets the same tokens: a phrase is in a text when its words follow one another among them.
        std::mt19937 random(7);
        for (int i = 0; i < 3'000; ++i) {
            const auto some = [&](int most) {
                static const char *const kParts[] = {"a", "B", "ab", "é", " ", "-", "1", "\xcc\x81", ". "};
                std::string text;
                for (int n = static_cast<int>(random() % static_cast<unsigned>(most)); n > 0; --n)
                    text += kParts[random() % 9];
                return text;
            };
            const std::string text = some(14);
            const std::string wanted = some(5);
            const auto tokens = wordsOf(text);
            const auto part = wordsOf(wanted);
            const bool there = !part.empty() && std::ranges::search(tokens, part).size() == part.size();
            QCOMPARE(filter::Phrase(wanted).isIn(text), there);
        }
    }

    // The circular's text is searched, and only where the message is one.
    void bodies()
    {
        Alert circular;
        circular.message = "circular";
        Fixed body(decoders::FieldTree::parse(R"({"subject": "x", "body": "We saw the afterglow.", "submitter": "afterburner"})"));
        QCOMPARE(compiled("word(\"afterglow\")").judge(circular, now(), &body), T);
        QCOMPARE(compiled("word(\"afterburner\")").judge(circular, now(), &body), F);
        circular.message = "log";
        Fixed log(decoders::FieldTree::parse(R"({"data": {"comment": "detchar finished"}})"));
        QCOMPARE(compiled("word(\"detchar finished\")").judge(circular, now(), &log), T);
    }

    void conesAgreeWithHaversine()
    {
        const double k = 3.14159265358979323846 / 180;
        std::mt19937 random(11);
        const auto uniform = [&](double a, double b) { return std::uniform_real_distribution<double>(a, b)(random); };
        const double ras[] = {0, 359.999, 0.001, 180, 90.5};
        const double decs[] = {90, -90, 89.9999, -89.9999, 0, 45};
        const double radii[] = {1.0 / 3600, 0.01, 1, 30, 90, 179.5};
        int inside = 0;
        for (int i = 0; i < 40'000; ++i) {
            const double ra = i % 2 ? ras[random() % 5] : uniform(0, 360);
            const double dec = i % 3 ? decs[random() % 6] : uniform(-90, 90);
            const double radius = radii[random() % 6];
            // near the edge as often as anywhere
            const double otherDec = std::clamp(i % 5 ? dec + uniform(-2, 2) * radius : uniform(-90, 90), -90.0, 90.0);
            double otherRa = i % 5 ? ra + uniform(-2, 2) * radius / std::max(0.01, std::cos(dec * k)) : uniform(0, 360);
            otherRa = std::fmod(otherRa + 720'000, 360);
            const double h = std::pow(std::sin((otherDec - dec) * k / 2), 2)
                + std::cos(dec * k) * std::cos(otherDec * k) * std::pow(std::sin((otherRa - ra) * k / 2), 2);
            const double distance = 2 * std::asin(std::min(1.0, std::sqrt(h))) / k;
            if (std::abs(distance - radius) < 1e-9 * std::max(1.0, radius) + (radius > 170 ? 1e-6 : 0))
                continue;
            QCOMPARE(filter::Cone::of(ra, dec, radius).contains(otherRa, otherDec), distance < radius);
            inside += distance < radius;
        }
        QVERIFY(inside > 5'000);
        // The edge and the centre belong to it.
        QVERIFY(filter::Cone::of(10, 0, 1).contains(11, 0));
        QVERIFY(filter::Cone::of(10, 60, 1).contains(10, 61));
        QVERIFY(filter::Cone::of(0, 90, 1e-6).contains(123, 90));
        QVERIFY(filter::Cone::of(77, 12, 180).contains(257, -12));
    }

    void galacticPlaces()
    {
        // The galactic centre and pole, and M 87 as astropy gives it.
        const filter::Galactic centre = filter::galactic(266.40498829, -28.93617776);
        QVERIFY(std::min(centre.l, 360 - centre.l) < 2e-5 && std::abs(centre.b) < 2e-5);
        QVERIFY(filter::galactic(192.85947789, 27.12825120).b > 89.99999);
        const filter::Galactic m87 = filter::galactic(187.70593, 12.39112);
        QVERIFY(std::abs(m87.l - 283.7777) < 1e-3 && std::abs(m87.b - 74.4911) < 1e-3);
    }

    void patternsAreBounded()
    {
        Alert hostile;
        hostile.name = std::string(40, 'a') + '!';
        QCOMPARE(judged("name ~ \"^(a+)+$\"", hostile), U);
        QCOMPARE(judged("not (name ~ \"^(a+)+$\")", hostile), U);
        hostile.name = std::string(60'000, 'a');
        const auto begin = std::chrono::steady_clock::now();
        for (const char *text : {"name ~ \"(a|aa)+$\"", "name ~ \"(a*)*b\"", "name ~ \"(.)(.)(.)\\1\\2\\3b\"", "name ~ \"((a?)+)+b\""})
            (void)judged(text, hostile);
        QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
        hostile.name = "caf\xe9 x";
        QCOMPARE(judged("name ~ \"x$\"", hostile), T);
        hostile.name = "Ünï";
        QCOMPARE(judged("name ~ \"(?i)^ÜNÏ$\"", hostile), T);
        QCOMPARE(judged("name ~ \"^...$\"", hostile), T);
        QCOMPARE(judged("name ~ \"^\\w+$\"", hostile), T);
    }

    void textsAndEscapes()
    {
        for (const std::string odd : {"a\"b", "a\\b", "\n\t\r", "'", "\\", "é😀", "\\n", "“x”"}) {
            Alert one;
            one.name = odd;
            QCOMPARE(judged("name = " + filter::quotedText(odd), one), T);
        }
        Alert one;
        one.name = "a.b\\";
        QCOMPARE(judged("name ~ \"^a\\.b\\\\$\"", one), T);
        one.name = "say \"x\"";
        QCOMPARE(judged("name ~ \"\\\"x\\\"$\"", one), T);
        QCOMPARE(judged("name = 'say \"x\"'", one), T);
        QCOMPARE(filter::pathText(compiled("fields[\"a.b\"][3].c = 1").root().children[0].path), std::string("fields[\"a.b\"][3].c"));
        QCOMPARE(compiled(" mag <  19 ").text(), std::string(" mag <  19 "));
    }

    void longListsOfPackets()
    {
        decoders::FieldTree tree;
        for (int i = 0; i < 20'000; ++i) {
            tree["a"].push_back(i);
            tree["b"].push_back(-i - 1);
        }
        Fixed fields(std::move(tree));
        const auto begin = std::chrono::steady_clock::now();
        QCOMPARE(compiled("fields.a = fields.b").judge(alert(), now(), &fields), U); // 400 million pairs: not looked at
        // What the header decides stays decided behind them.
        QCOMPARE(compiled("fields.a = fields.b or (fields.a = 3.5 or name in (\"ZTF26abc\"))").judge(alert(), now(), &fields), T);
        QCOMPARE(compiled("fields.a = 19999").judge(alert(), now(), &fields), T);
        QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    }

    void judgingIsFastAndAllocatesNothing()
    {
        const Alert one = alert();
        const UtcTime at = now();
        for (const char *text :
             {"mag < 19.5 and score > 0.9 and topic ~ \"^gcn\\.\"", "id = 3458293962815015016 and revision > 2",
              "cone(12h30m49s, +12d23m28s, 2deg)", "abs(b) > 15 and age < 5m", "name in (\"a\", \"ZTF26abc\")", "word(\"kilonova\")",
              "lower(classification) = \"bns\"", "problems ~ \"time\" or max(p_bns, p_nsbh) > 0.9", "has(mag) and p_bns + p_nsbh > 0.5"}) {
            const Filter made = compiled(text);
            QCOMPARE(made.judge(one, at), T);
            const long before = allocations;
            constexpr int kTimes = 20'000;
            const auto begin = std::chrono::steady_clock::now();
            for (int i = 0; i < kTimes; ++i)
                (void)made.judge(one, at);
            const double ns = std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count() / kTimes;
            QVERIFY2(allocations == before, text);
            qInfo("%6.0f ns  %s", ns, text);
        }
    }

    void manyThreadsOneFilter()
    {
        const Filter made = compiled("name ~ \"^ZTF\" and lower(classification) = \"bns\" and drb > 0.9 and word(\"kilonova\")");
        std::atomic<int> good = 0;
        std::vector<std::thread> threads;
        for (int n = 0; n < 4; ++n) {
            threads.emplace_back([&] {
                Fixed fields(packet());
                for (int i = 0; i < 2'000; ++i)
                    good += made.judge(alert(), now(), &fields) == T;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(good.load(), 8'000);
    }
};

QTEST_GUILESS_MAIN(TestFilterJudge)
#include "tst_filterjudge.moc"
