// SPDX-License-Identifier: GPL-3.0-or-later
// Of a picked tree every wanted path gives what it gives of the whole one.
#include "core/decoders/fieldpick.h"
#include "core/filter/packetpath.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <random>

using namespace tocsin;
using namespace tocsin::decoders;

namespace {

using Names = std::vector<std::string>;

// Every way down through objects; lists are looked through.
void paths(const FieldTree &tree, const Names &here, std::vector<Names> &into)
{
    if (tree.is_array()) {
        for (const FieldTree &item : tree)
            paths(item, here, into);
        return;
    }
    into.push_back(here);
    if (!tree.is_object())
        return;
    for (const auto &[name, item] : tree.items()) {
        Names below = here;
        below.push_back(name);
        paths(item, below, into);
    }
}

std::vector<FieldTree> valuesAt(const FieldTree &tree, const Names &names, bool flatten)
{
    filter::PacketPath path;
    for (const std::string &name : names)
        path.push_back({.name = name});
    std::vector<FieldTree> values;
    const auto visit = [&values](const FieldTree *found) {
        values.push_back(found ? *found : FieldTree("nothing there"));
        return true;
    };
    filter::visitPath(tree, path, flatten, visit);
    return values;
}

void check(const std::string &packet, std::mt19937_64 &random)
{
    const std::vector<FieldTree> whole = decode({.value = packet}, {.fields = true}).trees;
    std::vector<Names> all{{"nowhere"}, {"a", "b", "c"}};
    if (!whole.empty())
        paths(whole[random() % whole.size()], {}, all);
    std::vector<Names> wanted;
    FieldPick pick;
    for (int i = 0; i < 4; ++i) {
        wanted.push_back(all[random() % all.size()]);
        if (random() % 4 > 0 && wanted.back().empty())
            wanted.back() = {"nowhere"};
        pick.add(wanted.back());
    }
    const std::vector<FieldTree> picked = decode({.value = packet}, {.pick = &pick}).trees;
    QCOMPARE(picked.size(), whole.size());
    for (size_t i = 0; i < whole.size(); ++i) {
        for (const Names &names : wanted) {
            for (const bool flatten : {false, true})
                QVERIFY2(valuesAt(picked[i], names, flatten) == valuesAt(whole[i], names, flatten), packet.substr(0, 500).c_str());
        }
    }
}

std::string randomValue(std::mt19937_64 &random, int depth)
{
    static const char *const kScalars[] = {"1", "-7", "18446744073709551615", "123456789012345678901234567890", "0.1", "-0.0", "1e308", "true", "null",
                                           "\"a\"", "\"\\u00e4\\ud83d\\ude00\"", "\"\"", "NaN", "\"\\ud83d\""};
    static const char *const kNames[] = {"a", "b", "c", "a.b", "skymap", "", "\\u0061"};
    const auto kind = random() % (depth > 3 ? 6 : 10);
    if (kind < 6)
        return kScalars[random() % std::size(kScalars)];
    const bool object = kind < 8;
    std::string text(object ? "{" : "[");
    for (uint64_t n = random() % 4, i = 0; i < n; ++i) {
        if (i > 0)
            text += ',';
        if (object)
            text.append("\"").append(kNames[random() % std::size(kNames)]).append("\":");
        text += randomValue(random, depth + 1);
    }
    text += object ? '}' : ']';
    return text;
}

} // namespace

class TestFieldPick final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packetsOfEveryFormat();
    void randomJson();
    void whatIsNotWantedIsLeftOut();
};

void TestFieldPick::packetsOfEveryFormat()
{
    std::mt19937_64 random(1);
    int avro = 0;
    QDirIterator files(QStringLiteral(TOCSIN_TEST_DATA), {QStringLiteral("*.json"), QStringLiteral("*.avro")}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string packet = file.readAll().toStdString();
        avro += file.fileName().endsWith(QLatin1String("avro")) ? 1 : 0;
        for (int i = 0; i < 30; ++i)
            check(packet, random);
        for (int i = 0; i < 10; ++i)
            check(packet.substr(0, random() % packet.size()), random);
    }
    QVERIFY(avro >= 3);
}

void TestFieldPick::randomJson()
{
    std::mt19937_64 random(2);
    size_t records = 0;
    for (int i = 0; i < 5'000; ++i) {
        std::string packet = randomValue(random, 0);
        if (i % 3 > 0)
            packet = "{\"a\":" + packet + ",\"b\":" + randomValue(random, 1) + "}";
        if (i % 7 == 0) // several records, seldom one that is none
            packet = "[{\"a\":1}," + packet + "]";
        check(packet, random);
        records += decode({.value = packet}, {.fields = true}).trees.size();
    }
    QVERIFY(records > 3'000);
}

void TestFieldPick::whatIsNotWantedIsLeftOut()
{
    FieldPick pick;
    pick.add(Names{"a", "b"});
    const std::string packet = R"({"x":1,"a":[{"b":2,"c":3},4,{"c":5}],"y":[1,2,3]})";
    QCOMPARE(decode({.value = packet}, {.pick = &pick}).trees.at(0).dump(), R"({"a":[{"b":2},4,{}]})");
}

QTEST_GUILESS_MAIN(TestFieldPick)
#include "tst_fieldpick.moc"
