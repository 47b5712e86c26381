// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of packet fields and what is offered while a filter is written.
#include "samples.h"

#include "core/decoders/decoder.h"
#include "core/filter/completion.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace samples;
using filter::Candidate;
using filter::CandidateKind;
using filter::Completion;
using filter::FieldCatalogue;

namespace {

// “|” is the cursor.
Completion at(std::string text, const FieldCatalogue &known = catalogue())
{
    const size_t cursor = text.find('|');
    text.erase(cursor, 1);
    return filter::complete(text, cursor, known);
}

const Candidate *candidate(const Completion &completion, std::string_view text)
{
    const auto it = std::ranges::find(completion.candidates, text, &Candidate::text);
    return it == completion.candidates.end() ? nullptr : &*it;
}

bool offers(const std::string &text, std::string_view wanted)
{
    return candidate(at(text), wanted) != nullptr;
}

decoders::FieldTree treeOf(const char *name)
{
    QFile file(QStringLiteral(TOCSIN_TEST_DATA) + u'/' + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    return decoders::decode({.value = {bytes.constData(), static_cast<size_t>(bytes.size())}}, {.fields = true}).trees.at(0);
}

} // namespace

class TestFilterCompletion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operandsAtTheStart()
    {
        QVERIFY(offers("|", "mag"));
        QVERIFY(offers("|", "cone("));
        QVERIFY(offers("|", "not "));
        QVERIFY(!offers("|", "="));
        QVERIFY(!offers("|", "true"));
        QCOMPARE(at("ma|").candidates.front().text, std::string("mag"));
        QVERIFY(offers("ma|", "max("));
        QVERIFY(offers("ma|", "fields.candidate.magpsf") || offers("ma|", "magpsf"));
        QVERIFY(offers("test and erro|", "error_radius"));
        QVERIFY(offers("radius|", "error_radius"));
        QVERIFY(!offers("erro|", "mag"));
    }

    void theWordUnderTheCursorGoes()
    {
        const Completion inside = at("test and err|_rad < 3");
        QCOMPARE(inside.position, size_t{9});
        QCOMPARE(inside.length, size_t{7});
        QVERIFY(candidate(inside, "error_radius"));
        const Completion between = at("mag < 19 | test");
        QCOMPARE(between.position, size_t{9});
        QCOMPARE(between.length, size_t{0});
    }

    void operatorsAfterAnOperand()
    {
        QVERIFY(offers("mag |", "<"));
        QVERIFY(offers("mag |", "in"));
        QVERIFY(!offers("mag |", "mag"));
        QVERIFY(!offers("mag < 19 |", "<"));
        QVERIFY(offers("mag < 19 |", "and"));
        QVERIFY(offers("mag < 19 a|", "and"));
        QVERIFY(!offers("mag < 19 a|", "or"));
        QVERIFY(offers("has(mag) |", "or"));
        QVERIFY(!offers("has(mag) |", "="));
        QVERIFY(offers("abs(b) |", ">"));
        QVERIFY(offers("mag not |", "in"));
        QVERIFY(!offers("mag not |", "<"));
        QVERIFY(offers("mag in |", "("));
        QVERIFY(offers("mag in (1, 2) |", "and"));
        QVERIFY(!offers("mag in (1, 2) |", "<"));
        QVERIFY(offers("name ~ \"x\" |", "and"));
        QVERIFY(at("name ~ |").candidates.empty());
        QVERIFY(at("cone(|").candidates.empty());
        QVERIFY(at("word(|").candidates.empty());
    }

    void unitsAfterANumber()
    {
        QVERIFY(offers("error_radius < 10 |", "arcmin"));
        QVERIFY(!offers("error_radius < 10 |", "h"));
        QVERIFY(offers("error_radius < 10 arcm|", "arcmin"));
        QVERIFY(offers("age < 10|", "min"));
        QVERIFY(!offers("error_radius < 10 arcmin |", "deg"));
        QVERIFY(offers("neargaia < 10 |", "arcsec"));
    }

    void insideFunctions()
    {
        QVERIFY(offers("has(|", "mag"));
        QVERIFY(!offers("has(|", "abs("));
        QVERIFY(offers("has(dr|", "drb"));
        QVERIFY(offers("lower(|", "name"));
        QVERIFY(!offers("lower(|", "mag"));
        QVERIFY(offers("max(mag, |", "mag_limit"));
    }

    void valuesSeen()
    {
        FieldCatalogue known;
        known.add(alert());
        Alert other = alert();
        other.topic = "gcn.circulars";
        known.add(other);
        known.add("ztf-avro 4.02", packet());
        QVERIFY(candidate(at("topic = |", known), "\"gcn.notices.icecube\""));
        QCOMPARE(at("topic = |", known).candidates.front().text, std::string("\"gcn.circulars\"")); // the newest
        QVERIFY(candidate(at("topic = \"gcn.n|", known), "\"gcn.notices.icecube\""));
        QVERIFY(!candidate(at("topic = \"gcn.n|", known), "\"gcn.circulars\""));
        QVERIFY(candidate(at("topic in (\"a\", |", known), "\"gcn.circulars\""));
        QVERIFY(candidate(at("drb >= |", known), "0.97"));
        QVERIFY(candidate(at("fields.candidate.drb = |", known), "0.97"));
        QVERIFY(offers("test = |", "true"));
        QVERIFY(offers("timestamp > |", "now - 6h"));
        QCOMPARE(candidate(at("dr|", known), "drb")->sample, QStringLiteral("0.97"));
        QCOMPARE(candidate(at("topi|", known), "topic")->sample, QStringLiteral("\"gcn.circulars\""));
    }

    void paths()
    {
        const Completion fields = at("test and fields.candidate.dr|");
        QCOMPARE(fields.position, size_t{9});
        QCOMPARE(fields.candidates.front().text, std::string("fields.candidate.drb"));
        QVERIFY(offers("fields.|", "fields.candidate"));
        QVERIFY(offers("candidate.magp|", "candidate.magpsf"));
        QVERIFY(offers("fields.event.far|", "fields.event.far"));
        QCOMPARE(candidate(at("fields.event.fa|"), "fields.event.far")->unit, QStringLiteral("Hz"));
        FieldCatalogue known;
        known.add("ztf-avro", packet());
        QVERIFY(candidate(at("fields.prv_candidates[0].mag|", known), "fields.prv_candidates[0].magpsf"));
        QVERIFY(candidate(at("psfFlu|", known), "fields.candidate.psfFlux")); // not unique: the whole path
    }

    void oddPlaces()
    {
        for (const char *text : {"|", "mag < 19 ^ |", "((((|", "fields[|", "fields[\"a|", "\"|", "a.b.|", ".|", ")|", "mag in (1,|", "1:2|", "= |", "fields.list[0]|", "|mag < 3", "]|", "12h30m|"})
            (void)at(text);
        const std::string everything = "test and (cone(12h30m49s, +12d23m28s, 2deg) or fields[\"a.b\"][0].x in (\"é\", 3) and not name ~ 'x') ";
        for (size_t cursor = 0; cursor <= everything.size() + 3; ++cursor) {
            const Completion completion = filter::complete(everything, cursor, catalogue());
            QVERIFY(completion.position + completion.length <= everything.size());
        }
    }

    void learning()
    {
        FieldCatalogue known;
        const size_t shipped = known.fields().size();
        known.add("ztf-avro 4.02", treeOf("ztf.avro"));
        known.add("gcn-notice v6", treeOf("notice.json"));
        const filter::PacketPath drb{{"candidate"}, {"drb"}};
        QVERIFY(known.find(drb) && !known.find(drb)->samples.empty());
        decoders::FieldTree tree = packet();
        tree["private"]["measure"] = 3;
        known.add("json", tree);
        QVERIFY(known.fields().size() > shipped);
        QVERIFY(std::holds_alternative<Filter>(Filter::compile("measure > 2", known)));
        QVERIFY(std::holds_alternative<Filter>(Filter::compile("fields[\"a.b\"] > 2", known)));
        // What is shipped keeps its meaning, whatever arrives.
        tree["elsewhere"]["drb"] = 3;
        known.add("json", tree);
        const auto drbFilter = Filter::compile("drb > 0.9", known);
        QCOMPARE(filter::pathText(std::get<Filter>(drbFilter).root().children[0].path), std::string("fields.candidate.drb"));
        tree["elsewhere"]["measure"] = 3;
        known.add("json", tree);
        QVERIFY(std::holds_alternative<Problem>(Filter::compile("measure > 2", known)));
        // Bounded, whatever is sent.
        for (int i = 0; i < 6'000; ++i)
            known.add("json", decoders::FieldTree{{"key" + std::to_string(i), i}});
        QVERIFY(known.fields().size() <= 5'000);
        for (int i = 0; i < 100; ++i)
            known.add("ztf-avro", decoders::FieldTree{{"candidate", {{"drb", i}}}});
        QVERIFY(known.find(drb)->samples.size() <= 8);
    }
};

QTEST_GUILESS_MAIN(TestFilterCompletion)
#include "tst_filtercompletion.moc"
