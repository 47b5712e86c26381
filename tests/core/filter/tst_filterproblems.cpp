// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about a text that is no filter: where, why, and what to write instead.
#include "samples.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace samples;

namespace {

// The wrong part stands between the two marks: "mag < ⟦3h⟧".
void row(const char *marked, const char *says, const char *suggestion = "")
{
    QTest::newRow(marked) << QByteArray(marked) << QByteArray(says) << QByteArray(suggestion);
}

} // namespace

// As a language with other quotation marks.
class Quotes final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QByteArrayView(context) == "filter" && QString::fromUtf8(text) == u"“%1”" ? u"„%1“"_s : QString();
    }
};

class TestFilterProblems final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void told_data()
    {
        QTest::addColumn<QByteArray>("marked");
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<QByteArray>("suggestion");
        // the grammar
        row("⟦⟧", "empty");
        row("mag <⟦⟧", "ends too early");
        row("mag < 19 and⟦⟧", "ends too early");
        row("not⟦⟧", "ends too early");
        row("(mag < 19⟦⟧", "ends too early");
        row("mag < 19⟦)⟧", "does not fit");
        row("⟦and⟧", "does not fit");
        row("mag ⟦not⟧ 3", "does not fit");
        row("mag in ⟦3⟧", "does not fit");
        row("mag in (⟦)⟧", "does not fit");
        row("mag in (1⟦;⟧", "no meaning");
        row("mag < 19 ⟦score⟧ > 2", "an operator is missing", "and score");
        row("⟦17 < mag < 19⟧", "chained", "17 < mag and mag < 19");
        row("test or ⟦17 < mag + 1 <= 19⟧", "chained", "17 < mag + 1 and mag + 1 <= 19");
        row("mag ⟦<>⟧ 19", "no operator here", "!=");
        row("name ⟦=~⟧ \"x\"", "no operator here", "~");
        row("mag ⟦≤⟧ 19", "no operator here", "<=");
        row("mag < 19 ⟦&⟧ test", "no operator here", "and");
        row("name ⟦contains⟧ \"x\"", "does not fit", "~");
        row("name = ⟦\"abc⟧", "no closing quote", "\"abc\"");
        row("name = ⟦'abc⟧", "no closing quote", "'abc'");
        row("name = ⟦“abc”⟧", "straight quotes", "\"abc\"");
        row("mag ⟦^⟧ 2 < 3", "no meaning");
        row("fields. ⟦<⟧ 3", "does not fit");
        row("fields[⟦x⟧] < 3", "does not fit");
        row("fields[⟦-⟧1] < 3", "does not fit");
        row("timestamp = ⟦2026-01-01 04:05⟧", "stands a T", "2026-01-01T04:05");
        // names
        row("⟦magg⟧ < 3", "no key", "mag");
        row("⟦Mag⟧ < 3", "no key", "mag");
        row("⟦errorRadius⟧ < 3", "no key", "error_radius");
        row("⟦ndethis⟧ < 3", "no key", "ndethist");
        row("⟦classif⟧ = \"x\"", "no key", "classification");
        row("⟦x.y.z⟧ = 3", "no key");
        row("⟦fields⟧ = 3", "the whole packet");
        row("⟦psfFlux⟧ > 3", "several packet fields", "fields.candidate.psfFlux");
        row("⟦snr⟧ > 3", "several packet fields", "fields.snr");
        row("⟦abs⟧ > 3", "needs its parentheses");
        row("⟦coen⟧(1, 2, 3)", "no function", "cone");
        row("⟦mag⟧(3)", "a key, not a function");
        row("name = ⟦abc⟧", "stands in quotes", "\"abc\"");
        row("⟦abc⟧ = name", "stands in quotes", "\"abc\"");
        row("name in (⟦abc⟧, \"d\")", "stands in quotes", "\"abc\"");
        row("⟦mag = null⟧", "has()", "not has(mag)");
        row("⟦mag != None⟧", "has()", "has(mag)");
        // conditions and values
        row("⟦mag⟧", "cannot stand alone", "has(mag)");
        row("test and not ⟦mag⟧", "cannot stand alone", "has(mag)");
        row("⟦drb⟧", "cannot stand alone", "has(drb)");
        row("⟦now⟧", "not a condition");
        row("⟦3⟧", "not a condition");
        row("⟦\"abc\"⟧", "not a condition");
        row("⟦abs(mag)⟧", "not a condition");
        row("⟦(mag < 19)⟧ = true", "is a condition");
        row("mag < ⟦has(mag)⟧", "is a condition");
        // types
        row("mag = ⟦\"19\"⟧", "a text", "19");
        row("mag = ⟦\"bright\"⟧", "a text");
        row("mag > ⟦2026-01-01⟧", "do not go together");
        row("timestamp > ⟦3⟧", "do not go together");
        row("timestamp > ⟦\"yesterday\"⟧", "no time");
        row("timestamp > ⟦2026-13-01⟧", "no time");
        row("test ⟦<⟧ true", "no order", "=");
        row("test = ⟦3⟧", "do not go together");
        row("⟦mag⟧ ~ \"3\"", "searches in text");
        row("name ~ ⟦abc⟧", "in quotes", "\"abc\"");
        row("name ~ \"a(b⟦\"⟧", "pattern is wrong");
        row("name ~ \"⟦*⟧a\"", "pattern is wrong");
        row("mag in (19, ⟦dec⟧)", "varies");
        row("-⟦name⟧ < 3", "takes numbers");
        row("⟦name⟧ + 1 = 2", "takes numbers");
        row("abs(⟦name⟧) > 3", "takes numbers");
        row("lower(⟦mag⟧) = \"a\"", "takes a text");
        row("len(⟦mag⟧) > 3", "text or a list");
        row("min(mag, ⟦name⟧) > 3", "takes numbers");
        row("⟦min(mag)⟧ > 3", "takes other values");
        row("⟦has(mag, dec)⟧", "takes other values");
        row("has(⟦3⟧)", "neither");
        row("has(⟦true⟧)", "neither");
        row("word(⟦kilonova⟧)", "in quotes", "\"kilonova\"");
        row("word(⟦\"…\"⟧)", "holds no word");
        // units
        row("mag < ⟦3h⟧", "a magnitude");
        row("score < ⟦3h⟧", "without a unit");
        row("far < ⟦3 deg⟧", "a rate");
        row("error_radius < 3 ⟦arcmins⟧", "no unit", "arcmin");
        row("mag < 3 ⟦parsecs⟧", "no unit");
        row("mag < ⟦far⟧", "do not go together");
        row("mag + ⟦far⟧ < 3", "do not go together");
        row("mag in (1, ⟦3h⟧)", "a magnitude");
        row("name < ⟦3h⟧", "takes no unit", "3");
        row("fields.x < ⟦3 arcsec⟧", "not known", "3");
        row("timestamp > now - ⟦3600⟧", "needs a unit", "3600 s");
        row("timestamp > now - ⟦3 deg⟧", "a time span");
        row("timestamp < now + ⟦fields.x⟧", "not known", "fields.x * 1s");
        row("age < 1h + ⟦3⟧", "no unit here");
        row("mag < ⟦1e999⟧", "too large");
        row("mag < ⟦1/0⟧", "by zero");
        // places
        row("ra > ⟦12h30m⟧", "sexagesimal");
        row("ra > ⟦12:30:00⟧", "sexagesimal");
        row("age < ⟦1h30m⟧", "sexagesimal");
        row("⟦cone(12h30m49s, +12d23m28s)⟧", "takes other values");
        row("cone(⟦ra⟧, dec, 2deg)", "varies");
        row("cone(⟦12h61m49s⟧, 1, 1)", "60 or more");
        row("cone(1, ⟦12h30m⟧, 1)", "hours");
        row("cone(⟦40000⟧, 1, 1)", "no right ascension");
        row("cone(1, ⟦-91⟧, 1)", "no declination");
        row("cone(1, 1, ⟦0⟧)", "no radius");
        row("cone(1, 1, ⟦3h⟧)", "takes angles");
        row("cone(1, 1, ⟦\"a\"⟧)", "fixed place");
    }
    void told()
    {
        QFETCH(QByteArray, marked);
        QFETCH(QByteArray, says);
        QFETCH(QByteArray, suggestion);
        const qsizetype begin = marked.indexOf("⟦");
        QByteArray text = marked;
        text.remove(begin, 3);
        const qsizetype end = text.indexOf("⟧");
        text.remove(end, 3);
        const auto problem = problemOf({text.constData(), static_cast<size_t>(text.size())});
        QVERIFY(problem.has_value());
        QVERIFY2(problem->message.toUtf8().contains(says), qPrintable(problem->message));
        QCOMPARE(static_cast<qsizetype>(problem->position), begin);
        QCOMPARE(static_cast<qsizetype>(problem->length), end - begin);
        QCOMPARE(QByteArray::fromStdString(problem->suggestion), suggestion);
        // What is written instead is right, or wrong for another reason further on.
        if (!suggestion.isEmpty()) {
            text.replace(begin, end - begin, suggestion);
            const auto next = problemOf({text.constData(), static_cast<size_t>(text.size())});
            QVERIFY2(!next || next->message != problem->message, qPrintable(problem->message));
        }
    }

    void quotesAreTranslated()
    {
        Quotes german;
        QVERIFY(QCoreApplication::installTranslator(&german));
        const auto compiled = Filter::compile("nmae = 1", tocsin::filter::FieldCatalogue());
        QCoreApplication::removeTranslator(&german);
        const QString message = std::get<tocsin::filter::Problem>(compiled).message;
        QVERIFY2(message.startsWith(u"„nmae“ is"_s), qPrintable(message));
    }
    void placesForTheScreen()
    {
        const std::string text = "name = \"é😀\" and magg < 3";
        const auto problem = problemOf(text);
        const filter::Utf16Range range = problem->utf16(text);
        QCOMPARE(QString::fromStdString(text).mid(range.position, range.length), QStringLiteral("magg"));
        QCOMPARE(range.position, qsizetype{17});
        QCOMPARE(filter::utf16Range(text, 1'000, 5).length, qsizetype{0});
    }

    void limits()
    {
        const auto repeated = [](std::string_view part, int times, std::string_view before = {}, std::string_view after = {}) {
            std::string text(before);
            for (int i = 0; i < times; ++i)
                text.append(part);
            return text.append(after);
        };
        QVERIFY(!problemOf(repeated("(", 190, {}, repeated(")", 190, "test"))));
        for (const char *opening : {"(", "!", "not ", "-", "abs(", "min(1, ", "!(", "((((((((", "has("})
            QVERIFY(problemOf(repeated(opening, 7'000)));
        for (const char *opening : {"(", "-", "abs("})
            QVERIFY(problemOf(repeated(opening, 201, {}, "1")));
        QVERIFY(problemOf(repeated(" + 1", 300, "1", " = 2"))->message.contains(QStringLiteral("200")));
        QVERIFY(problemOf(repeated("((((1+1+1+1)+1)+1)+", 2'000)));
        QVERIFY(!problemOf(repeated(" or test", 8'000, "test")));
        QVERIFY(problemOf(repeated(" or 1=1", 9'000, "test"))->message.contains(QStringLiteral("10,000")));
        QVERIFY(problemOf(repeated(" ", 70'000, {}, "test"))->message.contains(QStringLiteral("64 KiB")));
        QVERIFY(!problemOf(repeated(".a", 62, "fields", " = 1")));
        QVERIFY(problemOf(repeated(".a", 10'000, "fields", " = 1"))->message.contains(QStringLiteral("steps")));
        QVERIFY(problemOf("name = \"\xff\"")->message.contains(QStringLiteral("UTF-8")));
        QVERIFY(problemOf(std::string_view("mag < 3\0", 8)).has_value());
        QVERIFY(problemOf(repeated("(", 1'000, "name ~ \"", "\"")).has_value());
        QVERIFY(problemOf("name ~ \"(((((a{999}){999}){999}){999}){999})\"").has_value());
        std::string product = "ra";
        for (int i = 0; i < 150; ++i)
            product += " * mjd";
        QVERIFY(!problemOf(product + " > 1"));
    }
};

QTEST_GUILESS_MAIN(TestFilterProblems)
#include "tst_filterproblems.moc"
