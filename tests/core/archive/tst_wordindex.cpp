// SPDX-License-Identifier: GPL-3.0-or-later
// The word index finds what Phrase finds in the texts themselves.
#include "core/archive/columnfiles.h"
#include "core/archive/wordindex.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::archive;

namespace {

// Case, marks, scripts, broken bytes, characters that fold into ASCII, words that FTS5 would cut.
std::vector<std::string> pieces()
{
    std::vector<std::string> list{"Kilonova", "kilonova", "AT2017gfo", "x-ray", "\xc3\x84rger", "\xc3\xa4rger", "stra\xc3\x9f" "e", "\xe2\x84\xaa" "elvin", "kelvin",
                                  "cafe\xcc\x81", "cafe", "\xe5\x85\x89\xe5\xad\xa6", "\xf0\x9d\x90\x80\xf0\x9d\x90\x81", "\xff" "odd", "a\xff" "b", "NEAR", "and", "\"quoted\"",
                                  "\xc4\xb0stanbul", "*", "^", "a:b", "\xee\x80\x80", "\xee\x80\x81", "0", "7"};
    list.push_back(std::string(300, 'q'));
    list.push_back(std::string(300, 'Q') + "1");
    list.push_back(std::string(40'000, 'w') + "1");
    list.push_back(std::string(40'000, 'w') + "2");
    return list;
}

std::string textOf(std::mt19937_64 &random, uint64_t most)
{
    static const std::vector<std::string> list = pieces();
    static const char *const kBetween[] = {" ", "  ", ", ", "\n", "-", "."};
    std::string text;
    for (uint64_t n = random() % (most + 1); n > 0; --n)
        text.append(list[random() % (random() % 4 == 0 ? list.size() : 6)]).append(kBetween[random() % std::size(kBetween)]);
    return text;
}

// What Phrase::isIn() says, by way of lists of words.
bool holds(const filter::Phrase &phrase, std::string_view text)
{
    const std::vector<std::string> words = filter::wordsOf(text);
    return !phrase.words().empty() && !std::ranges::search(words, phrase.words()).empty();
}

} // namespace

class TestWordIndex final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(columnFolder(place())));
    }
    void phrasesAreFoundAsInTheTexts();
    void rowsAreReplaced();
    void whatIsNoIndexBeginsAnew();
    void deadOnesAreCounted();

private:
    [[nodiscard]] QString place() const { return m_folder->path(); }
    [[nodiscard]] std::vector<int64_t> found(std::string_view phrase) const { return findWords(place(), filter::Phrase(phrase)).value().found; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWordIndex::phrasesAreFoundAsInTheTexts()
{
    std::mt19937_64 random(4);
    WordIndexWriter writer;
    QVERIFY(writer.open(place()).ok());
    std::vector<WordIndexWriter::Entry> entries;
    for (int64_t row = 1; row <= 120; ++row) {
        WordIndexWriter::Entry entry{.row = row * 3, .read = row % 17 != 0, .texts = {}};
        for (uint64_t n = random() % 3; n > 0; --n)
            entry.texts.push_back(textOf(random, 12));
        entries.push_back(entry);
    }
    QVERIFY(writer.replace(entries, 1, 1'000, {.complete = 1'000, .change = 3}).ok());
    int worth = 0;
    for (int i = 0; i < 200; ++i) {
        const filter::Phrase phrase(textOf(random, 3));
        const std::optional<WordRows> rows = findWords(place(), phrase);
        QCOMPARE(rows.has_value(), !phrase.words().empty());
        if (!rows)
            continue;
        std::vector<int64_t> wanted;
        std::vector<int64_t> unread;
        for (const WordIndexWriter::Entry &entry : entries) {
            if (!entry.read)
                unread.push_back(entry.row);
            else if (std::ranges::any_of(entry.texts, [&phrase](const std::string &text) { return holds(phrase, text); }))
                wanted.push_back(entry.row);
            for (const std::string &text : entry.texts)
                QCOMPARE(phrase.isIn(text), holds(phrase, text));
        }
        QVERIFY(rows->found == wanted);
        QVERIFY(rows->unread == unread);
        QCOMPARE(rows->state.complete, 1'000);
        QCOMPARE(rows->state.change, 3);
        worth += wanted.empty() ? 0 : 1;
    }
    QVERIFY(worth > 50);
}

void TestWordIndex::rowsAreReplaced()
{
    {
        WordIndexWriter writer;
        QVERIFY(writer.open(place()).ok());
        QVERIFY(writer.replace({{1, true, {"old news"}}, {2, true, {"old"}}, {3, false, {}}}, 1, 3, {.complete = 3}).ok());
        QVERIFY(writer.replace({{1, true, {"fresh news"}}, {3, true, {"old"}}}, 1, 3, {.complete = 3, .change = 9}).ok());
    }
    WordIndexWriter again;
    QVERIFY(again.open(place()).ok());
    QCOMPARE(again.state().complete, 3);
    QCOMPARE(again.state().change, 9);
    QVERIFY(found("old") == std::vector<int64_t>{3});
    QVERIFY(found("news") == std::vector<int64_t>{1});
    QVERIFY(found("old news").empty());
    QVERIFY(findWords(place(), filter::Phrase("old"))->unread.empty());
}

void TestWordIndex::whatIsNoIndexBeginsAnew()
{
    QFile file(wordIndexPath(place()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(20'000, 'x'));
    file.close();
    QVERIFY(!findWords(place(), filter::Phrase("old")));
    WordIndexWriter writer;
    QVERIFY(writer.open(place()).ok());
    QCOMPARE(writer.state().complete, 0);
    QVERIFY(writer.replace({{1, true, {"old"}}}, 1, 1, {.complete = 1}).ok());
    QVERIFY(found("old") == std::vector<int64_t>{1});
}

void TestWordIndex::deadOnesAreCounted()
{
    WordIndexWriter writer;
    QVERIFY(writer.open(place()).ok());
    std::vector<WordIndexWriter::Entry> entries;
    for (int64_t row = 1; row <= 12'000; ++row)
        entries.push_back({row, true, {"word"}});
    QVERIFY(writer.replace(entries, 1, 12'000, {.complete = 12'000}).ok());
    QVERIFY(!writer.isMostlyDead().value());
    QVERIFY(writer.replace({}, 1, 11'000, {.complete = 12'000, .change = 1}).ok());
    QVERIFY(writer.isMostlyDead().value());
    QVERIFY(writer.beginAnew(place()).ok());
    QCOMPARE(writer.state().complete, 0);
    QVERIFY(found("word").empty());
}

QTEST_GUILESS_MAIN(TestWordIndex)
#include "tst_wordindex.moc"
