// SPDX-License-Identifier: GPL-3.0-or-later
// Which row stands where, against a plain list of all of them.
#include "core/archive/archive.h"
#include "ui/models/eventfold.h"
#include "ui/models/rowlist.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>

using namespace tocsin;
using namespace tocsin::ui;

namespace {

// The same, slow and obvious.
struct SlowList {
    std::vector<int64_t> lines;
    std::map<int64_t, std::vector<int64_t>> below;

    [[nodiscard]] std::vector<int64_t> rows() const
    {
        std::vector<int64_t> all;
        for (const int64_t line : lines) {
            all.push_back(line);
            if (const auto it = below.find(line); it != below.end())
                all.insert(all.end(), it->second.begin(), it->second.end());
        }
        return all;
    }
};

void compare(const RowList &list, const SlowList &slow)
{
    const std::vector<int64_t> rows = slow.rows();
    QCOMPARE(list.size(), static_cast<int>(rows.size()));
    for (size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<int>(i);
        QCOMPARE(list.at(row), rows[i]);
        QCOMPARE(list.indexOf(rows[i]), row);
        const bool isLine = std::ranges::find(slow.lines, rows[i]) != slow.lines.end();
        QCOMPARE(list.isBelow(row), !isLine);
        QCOMPARE(list.isOpen(rows[i]), isLine && slow.below.contains(rows[i]));
        if (!isLine)
            QVERIFY(std::ranges::find(slow.below.at(list.headOf(row)), rows[i]) != slow.below.at(list.headOf(row)).end());
        QCOMPARE(list.isLastBelow(row), !isLine && slow.below.at(list.headOf(row)).back() == rows[i]);
    }
    QCOMPARE(list.indexOf(-5), -1);
    std::vector<int64_t> ascending = slow.lines;
    std::ranges::sort(ascending);
    QCOMPARE(list.ascendingLines(), ascending);
    QCOMPARE(list.greatest(), ascending.empty() ? 0 : ascending.back());
}

} // namespace

class TestRowList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsTheSame_data()
    {
        QTest::addColumn<bool>("sorted");
        QTest::newRow("in order of numbers") << false;
        QTest::newRow("sorted") << true;
    }
    void everyChangeIsTheSame()
    {
        QFETCH(bool, sorted);
        QRandomGenerator random(sorted ? 7 : 8);
        for (int round = 0; round < 30; ++round) {
            SlowList slow;
            for (int64_t number = 100; number < 160; number += 1 + random.bounded(3))
                slow.lines.push_back(number);
            if (sorted)
                std::ranges::shuffle(slow.lines, random);
            RowList list = sorted ? RowList(slow.lines, RowList::placesByNumber(slow.lines)) : RowList(slow.lines);
            int64_t spare = 1'000; // numbers of rows below
            for (int step = 0; step < 40; ++step) {
                const int64_t line = slow.lines.empty() ? 0 : slow.lines[static_cast<size_t>(random.bounded(static_cast<int>(slow.lines.size())))];
                switch (random.bounded(sorted ? 3 : 4)) {
                case 0:
                    if (line && !slow.below.contains(line)) {
                        std::vector<int64_t> below;
                        for (int n = random.bounded(1, 4); n > 0; --n)
                            below.push_back(spare++);
                        slow.below[line] = below;
                        list.open(line, below);
                    }
                    break;
                case 1:
                    if (line && slow.below.contains(line)) {
                        slow.below.erase(line);
                        list.close(line);
                    }
                    break;
                case 2:
                    if (line) {
                        const RowList::Range rows = list.rangeOf(line);
                        QCOMPARE(rows.first, list.indexOf(line));
                        QCOMPARE(rows.last - rows.first, slow.below.contains(line) ? static_cast<int>(slow.below[line].size()) : 0);
                        list.remove(rows);
                        std::erase(slow.lines, line);
                        slow.below.erase(line);
                    }
                    break;
                case 3: {
                    std::vector<int64_t> coming;
                    for (int64_t number = 90 + random.bounded(70); coming.size() < 3; number += 1 + random.bounded(4)) {
                        if (std::ranges::find(slow.lines, number) == slow.lines.end())
                            coming.push_back(number);
                    }
                    for (std::span<const int64_t> left(coming); !left.empty();) {
                        const RowList::Gap gap = list.gapFor(left);
                        list.insert(left.first(gap.count));
                        for (const int64_t number : left.first(gap.count))
                            slow.lines.insert(std::ranges::upper_bound(slow.lines, number), number);
                        QCOMPARE(list.at(gap.row), left.front());
                        left = left.subspan(gap.count);
                    }
                    break;
                }
                }
                compare(list, slow);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    // Numbers that lie close together are put where they belong; others are sorted.
    void placesByNumberWhateverTheNumbers_data()
    {
        QTest::addColumn<std::vector<int64_t>>("lines");
        QTest::newRow("none") << std::vector<int64_t>{};
        QTest::newRow("one") << std::vector<int64_t>{7};
        QTest::newRow("close together") << std::vector<int64_t>{1'000'009, 1'000'003, 1'000'005, 1'000'004};
        QTest::newRow("far apart") << std::vector<int64_t>{90'000'000'000, 3, 5'000'000};
    }
    void placesByNumberWhateverTheNumbers()
    {
        QFETCH(std::vector<int64_t>, lines);
        std::vector<int64_t> byNumber;
        for (const uint32_t place : RowList::placesByNumber(lines))
            byNumber.push_back(lines[place]);
        std::ranges::sort(lines);
        QCOMPARE(byNumber, lines);
    }

    void theFirstFromANumber()
    {
        const RowList list(std::vector<int64_t>{3, 5, 9});
        QCOMPARE(list.firstFrom(1), 0);
        QCOMPARE(list.firstFrom(4), 1);
        QCOMPARE(list.firstFrom(10), 3);
        const std::vector<int64_t> lines{9, 3, 5};
        const RowList sorted(lines, RowList::placesByNumber(lines));
        QCOMPARE(sorted.firstFrom(5), 2);
        QCOMPARE(sorted.firstFrom(4), 3);
    }

    void eventsGoOn()
    {
        EventFold fold({.heads = {4, 7, 9}, .sizes = {1, 3, 2}, .events = {10, 20}, .eventHeads = {9, 7}});
        QCOMPARE(fold.headOf(10), 9);
        QCOMPARE(fold.headOf(11), 0);
        QCOMPARE(fold.sizeOf(7), 3u);
        QCOMPARE(fold.sizeOf(4), 1u);
        fold.add(20, 12);
        QCOMPARE(fold.headOf(20), 12);
        QCOMPARE(fold.sizeOf(12), 4u);
        fold.add(20, 12); // an older one came late
        QCOMPARE(fold.sizeOf(12), 5u);
        fold.add(30, 13);
        QCOMPARE(fold.sizeOf(13), 1u);
        fold.add(30, 14);
        QCOMPARE(fold.sizeOf(14), 2u);
    }
};

QTEST_GUILESS_MAIN(TestRowList)
#include "tst_rowlist.moc"
