// SPDX-License-Identifier: GPL-3.0-or-later
// The words of options (durations, starts, lists) and what is made from a table of them.
#include "core/options/duration.h"
#include "core/options/optiontable.h"
#include "core/options/startat.h"

#include <QTest>
#include <QVariantMap>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::options;

namespace {

OptionTable sampleTable()
{
    return {
        {.key = u"host"_s, .type = OptionType::Text, .label = "Host", .help = "Whom to ask.", .required = true, .aliases = {u"server"_s}},
        {.key = u"password"_s, .type = OptionType::Secret, .label = "Password", .help = "Never told."},
        {.key = u"count"_s, .type = OptionType::Integer, .label = "Count", .help = "How many.", .defaultValue = qlonglong{5}, .min = 1, .max = 10},
        {.key = u"loud"_s, .type = OptionType::Boolean, .label = "Loud", .help = "With noise.", .defaultValue = false},
        {.key = u"mode"_s, .type = OptionType::Choice, .label = "Mode", .help = "Which way.", .defaultValue = u"a"_s, .choices = {{u"a"_s, "A"}, {u"b"_s, "B"}}},
        {.key = u"extra"_s, .type = OptionType::Text, .label = "Extra", .help = "With b alone.",
         .requiredWhen = [](const OptionValues &values) { return values.stored().value(u"mode"_s) == u"b"_s; },
         .usedWhen = [](const OptionValues &values) { return values.stored().value(u"mode"_s) == u"b"_s; }},
        {.key = u"file"_s, .type = OptionType::File, .label = "File", .help = "A file."},
        {.key = u"wait"_s, .type = OptionType::Duration, .label = "Wait", .help = "How long.", .defaultValue = u"10s"_s},
        {.key = u"topics"_s, .type = OptionType::TextList, .label = "Topics", .help = "Which."},
        {.key = u"more"_s, .type = OptionType::KeyValues, .label = "More", .help = "Pairs."},
        {.key = u"start"_s, .type = OptionType::StartAt, .label = "Start", .help = "Where.", .defaultValue = u"resume"_s},
    };
}

const OptionSpec &spec(const char *key)
{
    static const OptionTable table = sampleTable();
    return *findOption(table, QString::fromLatin1(key));
}

} // namespace

class TestOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms"); // -1: none
        const auto row = [](const char *text, qint64 ms) { QTest::addRow("\"%s\"", text) << QString::fromLatin1(text) << ms; };
        row("90s", 90'000);
        row("10m", 600'000);
        row("10min", 600'000);
        row("2h", 7'200'000);
        row("3d", 259'200'000);
        row("250ms", 250);
        row("1.5h", 5'400'000);
        row("7", 7'000);
        row("0", 0);
        row(" 5s ", 5'000);
        row("999999999d", 999'999'999LL * 86'400'000);
        for (const char *none : {"", "s", "-5s", "+5s", "5 s", "5S", "5x", "1e3s", "1.2345s", ".5s", "5.s", "5s5m", "9999999999s", "inf"})
            row(none, -1);
    }
    void durations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        const auto duration = parseDuration(text);
        QCOMPARE(duration ? qint64(duration->count()) : -1, ms);
    }

    void starts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind"); // -1: none
        QTest::addColumn<qint64>("number"); // count, or microseconds
        const auto row = [](const char *text, int kind, qint64 number = 0) { QTest::addRow("\"%s\"", text) << QString::fromLatin1(text) << kind << number; };
        row("live", int(StartAt::Kind::Live));
        row(" resume ", int(StartAt::Kind::Resume));
        row("earliest", int(StartAt::Kind::Earliest));
        row("last:1", int(StartAt::Kind::Last), 1);
        row("last:100", int(StartAt::Kind::Last), 100);
        row("1970-01-02", int(StartAt::Kind::Time), 86'400'000'000);
        row("1970-01-01T00:00:01.5Z", int(StartAt::Kind::Time), 1'500'000);
        row("1970-01-01 01:00", int(StartAt::Kind::Time), 3'600'000'000);
        row("1970-01-01T01:00+01:00", int(StartAt::Kind::Time), 0);
        for (const char *none : {"", "Live", "latest", "last", "last:", "last:0", "last:-1", "last:x", "last:1.5", "last:99999999999999999999", "yesterday", "1970-02-30", "10"})
            row(none, -1);
    }
    void starts()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(qint64, number);
        const auto start = StartAt::parse(text);
        QCOMPARE(start ? int(start->kind) : -1, kind);
        if (start && start->kind == StartAt::Kind::Time)
            QCOMPARE(qint64(start->time.us), number);
        else if (start)
            QCOMPARE(start->count, number);
    }

    void lists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("entries");
        QTest::newRow("commas") << u"a,b, c"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("lines") << u"a\nb\n"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("both") << u"a,b\nc"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("empty ones") << u",a,, ,\n\n,b,"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("nothing") << u" \n,"_s << QStringList{};
        QTest::newRow("a repeat") << u"^a{1,2}"_s << QStringList{u"^a{1,2}"_s};
        QTest::newRow("a repeat between names") << u"x,^a{1,2}b, y"_s << QStringList{u"x"_s, u"^a{1,2}b"_s, u"y"_s};
        QTest::newRow("open repeats") << u"^a{1,},^b{,2},c"_s << QStringList{u"^a{1,}"_s, u"^b{,2}"_s, u"c"_s};
        QTest::newRow("patterns") << u"^a,^b"_s << QStringList{u"^a"_s, u"^b"_s};
        QTest::newRow("a group") << u"^(a|b,c),d"_s << QStringList{u"^(a|b,c)"_s, u"d"_s};
        QTest::newRow("groups in groups") << u"^((a,b)|(c,d)),e"_s << QStringList{u"^((a,b)|(c,d))"_s, u"e"_s};
        QTest::newRow("a class") << u"^[a,b],c"_s << QStringList{u"^[a,b]"_s, u"c"_s};
        QTest::newRow("a class with its own bracket") << u"^[],x],^[^],x],c"_s << QStringList{u"^[],x]"_s, u"^[^],x]"_s, u"c"_s};
        QTest::newRow("an escaped bracket in a class") << u"^[\\],x],c"_s << QStringList{u"^[\\],x]"_s, u"c"_s};
        QTest::newRow("escaped brackets") << u"^a\\(,b\\[,c\\{1,d"_s << QStringList{u"^a\\("_s, u"b\\["_s, u"c\\{1"_s, u"d"_s};
        QTest::newRow("an escaped comma") << u"^a\\,b,c"_s << QStringList{u"^a\\,b"_s, u"c"_s};
        QTest::newRow("a brace that repeats nothing") << u"^a{x,b"_s << QStringList{u"^a{x"_s, u"b"_s};
        QTest::newRow("a group that stays open takes its line") << u"^(a,b\nc"_s << QStringList{u"^(a,b"_s, u"c"_s};
        QTest::newRow("a class that stays open takes its line") << u"^[a,b\nc"_s << QStringList{u"^[a,b"_s, u"c"_s};
        QTest::newRow("an escape at the end") << u"^a\\"_s << QStringList{u"^a\\"_s};
        QTest::newRow("a glob has no brackets") << u"a*{1,2}"_s << QStringList{u"a*{1"_s, u"2}"_s};
    }
    void lists()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, entries);
        QCOMPARE(listEntries(text), entries);
        // Shown and read again it is the same.
        const QString shown = displayOption(spec("topics"), entries);
        QCOMPARE(parseOption(spec("topics"), shown).value().toStringList(), entries);
    }

    void pairs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVariantMap>("pairs"); // empty: refused
        QTest::newRow("one") << u"a=1"_s << QVariantMap{{u"a"_s, u"1"_s}};
        QTest::newRow("commas") << u"a=1,b = 2"_s << QVariantMap{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
        QTest::newRow("lines") << u"a=1\nb=2"_s << QVariantMap{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
        QTest::newRow("a list as value") << u"debug=broker,fetch,b=2"_s << QVariantMap{{u"debug"_s, u"broker,fetch"_s}, {u"b"_s, u"2"_s}};
        QTest::newRow("an empty value") << u"a="_s << QVariantMap{{u"a"_s, u""_s}};
        QTest::newRow("= in the value") << u"a=b=c"_s << QVariantMap{{u"a"_s, u"b=c"_s}};
        QTest::newRow("no name") << u"=1"_s << QVariantMap{};
        QTest::newRow("no =") << u"a"_s << QVariantMap{};
        QTest::newRow("no = in a line of its own") << u"a=1\nb"_s << QVariantMap{};
    }
    void pairs()
    {
        QFETCH(QString, text);
        QFETCH(QVariantMap, pairs);
        const Result<QVariant> parsed = parseOption(spec("more"), text);
        QCOMPARE(parsed.ok(), !pairs.isEmpty());
        if (!parsed)
            return;
        QCOMPARE(parsed.value().toMap(), pairs);
        QCOMPARE(parseOption(spec("more"), displayOption(spec("more"), pairs)).value().toMap(), pairs);
    }

    void words_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVariant>("value"); // not valid: refused
        QTest::newRow("number") << QByteArray("count") << u" 7 "_s << QVariant(qlonglong{7});
        QTest::newRow("no number") << QByteArray("count") << u"7x"_s << QVariant();
        QTest::newRow("yes") << QByteArray("loud") << u"Yes"_s << QVariant(true);
        QTest::newRow("0") << QByteArray("loud") << u"0"_s << QVariant(false);
        QTest::newRow("no flag") << QByteArray("loud") << u"perhaps"_s << QVariant();
        QTest::newRow("choice") << QByteArray("mode") << u"b"_s << QVariant(u"b"_s);
        QTest::newRow("no choice") << QByteArray("mode") << u"B"_s << QVariant();
        QTest::newRow("duration") << QByteArray("wait") << u"2h"_s << QVariant(u"2h"_s);
        QTest::newRow("no duration") << QByteArray("wait") << u"2 hours"_s << QVariant();
        QTest::newRow("start") << QByteArray("start") << u"last:5"_s << QVariant(u"last:5"_s);
        QTest::newRow("no start") << QByteArray("start") << u"last"_s << QVariant();
        QTest::newRow("no file") << QByteArray("file") << u"/no/such/file"_s << QVariant();
        QTest::newRow("blanks belong to a secret") << QByteArray("password") << u" a "_s << QVariant(u" a "_s);
    }
    void words()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, text);
        QFETCH(QVariant, value);
        const Result<QVariant> parsed = parseOption(spec(key.constData()), text);
        QCOMPARE(parsed.ok(), value.isValid());
        if (parsed)
            QCOMPARE(parsed.value(), value);
        else
            QVERIFY(!parsed.error().message.isEmpty() && parsed.error().kind == ErrorKind::BadArgument);
    }

    void problems_data()
    {
        QTest::addColumn<QVariantMap>("set");
        QTest::addColumn<QStringList>("keys");
        const QVariantMap good{{u"host"_s, u"h"_s}};
        const auto with = [&](const QString &key, const QVariant &value) {
            QVariantMap map = good;
            map.insert(key, value);
            return map;
        };
        QTest::newRow("nothing") << QVariantMap{} << QStringList{u"host"_s};
        QTest::newRow("what is needed") << good << QStringList{};
        QTest::newRow("empty is not enough") << QVariantMap{{u"host"_s, u""_s}} << QStringList{u"host"_s};
        QTest::newRow("unknown") << with(u"nonsense"_s, 1) << QStringList{u"nonsense"_s};
        QTest::newRow("too small") << with(u"count"_s, 0) << QStringList{u"count"_s};
        QTest::newRow("too large") << with(u"count"_s, 11) << QStringList{u"count"_s};
        QTest::newRow("text for a number") << with(u"count"_s, u"x"_s) << QStringList{u"count"_s};
        QTest::newRow("no such choice") << with(u"mode"_s, u"c"_s) << QStringList{u"mode"_s};
        QTest::newRow("needed by another") << with(u"mode"_s, u"b"_s) << QStringList{u"extra"_s};
        QTest::newRow("bad duration") << with(u"wait"_s, u"x"_s) << QStringList{u"wait"_s};
        QTest::newRow("bad start") << with(u"start"_s, u"x"_s) << QStringList{u"start"_s};
        QTest::newRow("unreadable file") << with(u"file"_s, u"/no/such/file"_s) << QStringList{u"file"_s};
    }
    void problems()
    {
        QFETCH(QVariantMap, set);
        QFETCH(QStringList, keys);
        OptionValues values;
        for (const auto &[key, value] : set.asKeyValueRange())
            values.set(key, value);
        QStringList found;
        for (const Problem &problem : validate(sampleTable(), values)) {
            found.push_back(problem.key);
            QVERIFY(!problem.message.isEmpty());
        }
        QCOMPARE(found, keys);
    }

    void throughJson()
    {
        OptionValues values;
        values.set(u"host"_s, u"h"_s);
        values.set(u"password"_s, u"canary"_s);
        values.set(u"count"_s, qlonglong{7});
        values.set(u"loud"_s, true);
        values.set(u"wait"_s, u"10s"_s); // the default: not written
        values.set(u"topics"_s, QStringList{u"^a{1,2}"_s, u"ü,x"_s});
        values.set(u"more"_s, QVariantMap{{u"a"_s, u"1,b=2"_s}});
        values.set(u"of a later version"_s, u"kept"_s);
        const nlohmann::ordered_json json = optionsToJson(sampleTable(), values);
        QVERIFY(json.dump().find("canary") == std::string::npos);
        QVERIFY(!json.contains("wait"));
        OptionValues expected = values;
        expected.unset(u"password"_s);
        expected.unset(u"wait"_s);
        QCOMPARE(optionsFromJson(sampleTable(), json), expected);
    }

    void oddJsonIsNoTrap()
    {
        const OptionTable table = sampleTable();
        const auto read = [&](const char *text) { return optionsFromJson(table, nlohmann::ordered_json::parse(text)); };
        QCOMPARE(read(R"({"password": "by hand"})").contains(u"password"_s), false);
        QCOMPARE(read(R"({"server": "old key"})").value(table, u"host"_s).toString(), u"old key"_s);
        QCOMPARE(read(R"([1])"), OptionValues{});
        QCOMPARE(read(R"({"count": null, "topics": [1, "a"]})").value(table, u"topics"_s).toStringList(), QStringList{u"a"_s});
        QCOMPARE(validate(table, read(R"({"host": "h", "count": [1]})")).size(), size_t{1});
    }

    void helpTellsAllButSecrets()
    {
        OptionTable table = sampleTable();
        table[1].defaultValue = u"canary"_s;
        const QString help = describeOptions(table);
        for (const OptionSpec &one : table) {
            QVERIFY2(help.contains(u"  "_s + one.key), qPrintable(one.key));
            QVERIFY2(help.contains(optionHelp(one)), qPrintable(one.key));
        }
        QVERIFY(help.contains(u"mode = a | b [a]"_s));
        QVERIFY(!help.contains(u"canary"_s));
        QVERIFY(!displayOption(spec("password"), u"canary"_s).contains(u"canary"_s));
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
