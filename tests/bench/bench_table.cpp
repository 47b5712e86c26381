// SPDX-License-Identifier: GPL-3.0-or-later
// The window over an archive, at growing sizes, off screen. Beside each figure stands the same done by a bare QTableView
// over a model that knows all its cells: what Qt alone costs on this machine.
//   on the screen    from making the window to its first frame, and to the newest row painted in it
//   scroll frame     a jump to any row: until that frame is painted, and until all its rows are there
//   filter           from the wish to the first rows in view, and to the last
//   sort, sorted     from the wish to the whole list in its order
//   event loop       how late a 5 ms timer comes while 10,000 rows a second arrive, follow on, filter on
// TOCSIN_BENCH_ROWS=10000000 adds that size; three million rows take about 2 GB of the temporary folder.
// TOCSIN_BENCH_ONLY=N measures that size alone (memory is that of the process, so a size alone is the honest one), and
// TOCSIN_BENCH_HOME=DIR keeps its archive there for the next time.
#include "bench/benchalerts.h"

#include "core/filter/filter.h"
#include "core/services/engine.h"
#include "ui/mainwindow.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/windowsession.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tocsin;

namespace {

constexpr int kPatienceMs = 120'000;

class PlainModel final : public QAbstractTableModel
{
public:
    explicit PlainModel(int rows) : m_rows(rows) {}
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 12; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(QString::number(index.row() * 0.25 + index.column())) : QVariant();
    }
    void grow(int rows)
    {
        beginInsertRows({}, m_rows, m_rows + rows - 1);
        m_rows += rows;
        endInsertRows();
    }

private:
    int m_rows;
};

double at(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[static_cast<size_t>(share * static_cast<double>(values.size() - 1))];
}

long memoryMb(const char *key)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.simplified().split(' ').value(1).toLong() / 1024;
    }
    return 0;
}

double ms(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

// How late a 5 ms timer comes.
class Probe final : public QObject
{
public:
    Probe()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            gaps.push_back(ms(m_clock) - 5);
            m_clock.restart();
        });
        m_clock.start();
        m_timer.start();
    }
    std::vector<double> gaps;

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
};

// Milliseconds of each jump until its frame is painted, then until `complete` says that all its rows are there.
struct Jumps {
    std::vector<double> painted;
    std::vector<double> complete;
};

Jumps jump(QTableView &view, int rows, const std::function<bool(int first, int last)> &complete)
{
    Jumps jumps;
    std::mt19937_64 random(2);
    for (int i = 0; i < 100; ++i) {
        const int row = static_cast<int>(random() % static_cast<uint64_t>(std::max(1, rows - 40)));
        QElapsedTimer clock;
        clock.start();
        view.verticalScrollBar()->setValue(row);
        view.viewport()->repaint();
        jumps.painted.push_back(ms(clock));
        const int first = view.rowAt(0);
        const int last = view.rowAt(view.viewport()->height() - 1);
        if (!QTest::qWaitFor([&] { return complete(first, last < 0 ? rows - 1 : last); }, kPatienceMs))
            std::printf("  row %d did not come\n", row);
        jumps.complete.push_back(ms(clock));
    }
    return jumps;
}

// While `arrive` is called every 20 ms with 200 rows to add.
std::vector<double> gapsWhile(const std::function<void(int64_t number)> &arrive)
{
    Probe probe;
    QTimer feed;
    feed.setTimerType(Qt::PreciseTimer);
    int64_t count = 0;
    QObject::connect(&feed, &QTimer::timeout, &feed, [&] { arrive(count++); });
    feed.start(20);
    (void)QTest::qWaitFor([&] { return count >= 250; }, kPatienceMs);
    return probe.gaps;
}

void line(const char *what, double ours, double yardstick, const char *unit = "ms")
{
    std::printf("  %-58s %9.1f %-2s %9.1f %-2s %7.2fx\n", what, ours, unit, yardstick, unit, ours > 0 ? yardstick / ours : 0.0);
    std::fflush(stdout);
}

void measure(int64_t rows)
{
    const QTemporaryDir throwAway;
    const QString kept = qEnvironmentVariable("TOCSIN_BENCH_HOME");
    const Places places = Places::resolve(kept.isEmpty() ? throwAway.path() : kept);
    if (archive::ColumnReader columns; kept.isEmpty() || !columns.open(places.archive)) {
        const auto archive = std::move(archive::openSqliteArchive({.place = places.archive, .quotaBytes = int64_t{1} << 40})).value();
        bench::fill(*archive, rows, bench::detections);
        bench::waitForColumns(places.archive, rows);
    } else {
        // Those that arrived the last time came to stay, and may not stand in the columns yet.
        const auto archive = std::move(archive::openSqliteArchive({.place = places.archive, .quotaBytes = int64_t{1} << 40})).value();
        rows = std::move(archive->reader()).value()->lastRow().value();
        bench::waitForColumns(places.archive, rows);
    }
    std::printf("\n%lld rows %*s ours   bare QTableView\n", static_cast<long long>(rows), 58, "");
    const long before = memoryMb("VmRSS:");

    QElapsedTimer clock;
    clock.start();
    ui::WindowSession session({.places = places});
    if (!session.open())
        qFatal("the home cannot be opened");
    ui::MainWindow &window = session.window();
    window.resize(1600, 1000);
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    window.repaint();
    const double firstFrame = ms(clock);
    auto *table = window.findChild<ui::AlertTable *>();
    auto *model = qobject_cast<ui::AlertTableModel *>(table->model());
    (void)QTest::qWaitFor([&] { return model->rowCount() == rows && model->recordAt(static_cast<int>(rows) - 1); }, kPatienceMs);
    window.repaint();
    const double newest = ms(clock);
    const long window1 = memoryMb("VmRSS:");

    double bareShown = 0;
    Jumps bareJumps;
    std::vector<double> bareGaps;
    long bareMb = 0;
    {
        const long bareBefore = memoryMb("VmRSS:");
        QElapsedTimer bareClock;
        bareClock.start();
        PlainModel plain(static_cast<int>(rows));
        QTableView view;
        view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        view.verticalHeader()->hide();
        view.setModel(&plain);
        view.resize(1600, 1000);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        view.repaint();
        bareShown = ms(bareClock);
        bareMb = memoryMb("VmRSS:") - bareBefore;
        bareJumps = jump(view, static_cast<int>(rows), [](int, int) { return true; });
        bareGaps = gapsWhile([&](int64_t) {
            plain.grow(200);
            view.scrollToBottom();
        });
    }
    line("window: first frame", firstFrame, bareShown);
    line("window: newest row in it", newest, bareShown);

    const Jumps jumps = jump(*table, static_cast<int>(rows), [&](int first, int last) {
        bool all = true;
        for (int row = first; row <= last; ++row)
            all = model->recordAt(row) != nullptr && all;
        return all;
    });
    line("scroll frame: median", at(jumps.painted, 0.5), at(bareJumps.painted, 0.5));
    line("scroll frame: 99 %", at(jumps.painted, 0.99), at(bareJumps.painted, 0.99));
    line("all rows of it there: median", at(jumps.complete, 0.5), at(bareJumps.complete, 0.5));
    line("all rows of it there: 99 %", at(jumps.complete, 0.99), at(bareJumps.complete, 0.99));

    auto compiled = filter::Filter::compile("mag < 19 and score > 0.5", filter::FieldCatalogue());
    const auto condition = std::make_shared<const filter::Filter>(std::move(std::get<filter::Filter>(compiled)));
    std::vector<double> loopGaps;
    {
        Probe probe;
        clock.restart();
        model->setFilter(condition);
        (void)QTest::qWaitFor([&] { return model->rowCount() > 0 && model->rowCount() < rows && model->recordAt(model->rowCount() - 1); }, kPatienceMs);
        const double first = ms(clock);
        (void)QTest::qWaitFor([&] { return !model->isLoading(); }, kPatienceMs);
        const double whole = ms(clock);
        loopGaps = probe.gaps;
        line("filter: first rows in view", first, bareShown);
        line("filter: all rows", whole, bareShown);
        line("filter: worst gap of the event loop", at(loopGaps, 1), at(bareGaps, 1));
    }
    int64_t next = rows;
    std::mt19937_64 random(3);
    std::vector<double> gaps;
    {
        // The archive is the window's own: rows arrive as from a stream, by way of the feed.
        archive::Archive &archive = session.archive();
        table->setFollow(true);
        gaps = gapsWhile([&](int64_t) {
            archive.append(bench::detections(next, 200, random));
            next += 200;
        });
    }
    line("event loop at 10,000 rows/s, filter, follow: median gap", at(gaps, 0.5), at(bareGaps, 0.5));
    line("event loop at 10,000 rows/s, filter, follow: 99 %", at(gaps, 0.99), at(bareGaps, 0.99));
    line("event loop at 10,000 rows/s, filter, follow: worst", at(gaps, 1), at(bareGaps, 1));
    (void)QTest::qWaitFor([&] { return model->totalRows() == next; }, kPatienceMs);
    clock.restart();
    model->setFilter(nullptr);
    (void)QTest::qWaitFor([&] { return model->rowCount() == next; }, kPatienceMs);
    line("filter taken away: all rows", ms(clock), bareShown);
    gaps = gapsWhile([&](int64_t) {
        session.archive().append(bench::detections(next, 200, random));
        next += 200;
    });
    line("event loop at 10,000 rows/s, all rows, follow: 99 %", at(gaps, 0.99), at(bareGaps, 0.99));
    line("event loop at 10,000 rows/s, all rows, follow: worst", at(gaps, 1), at(bareGaps, 1));
    // All rows, in another order than that of their numbers, filtered and not.
    const auto listed = [&](const char *what, const std::function<void()> &wish) {
        clock.restart();
        wish();
        (void)QTest::qWaitFor([&] { return !model->isLoading(); }, kPatienceMs);
        line(what, ms(clock), bareShown);
    };
    listed("sort by magnitude", [&] { model->setSort({.column = u"_mag"_s}); });
    listed("sorted: filter", [&] { model->setFilter(condition); });
    listed("sorted: filter taken away", [&] { model->setFilter(nullptr); });
    model->setSort({});
    line("memory: window with its list", static_cast<double>(window1), static_cast<double>(bareMb), "MB");
    std::printf("  resident before %ld MB, after all this %ld MB, most %ld MB\n", before, memoryMb("VmRSS:"), memoryMb("VmHWM:"));

    bool ended = false;
    QObject::connect(&session, &ui::WindowSession::ended, &session, [&ended] { ended = true; });
    session.end();
    (void)QTest::qWaitFor([&] { return ended; }, 10'000);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    ui::Theme::install();
    if (const int64_t only = qEnvironmentVariable("TOCSIN_BENCH_ONLY").toLongLong(); only > 0) {
        measure(only);
        return 0;
    }
    for (const int64_t rows : {10'000, 100'000, 1'000'000})
        measure(rows);
    if (const int64_t more = qEnvironmentVariable("TOCSIN_BENCH_ROWS").toLongLong(); more > 0)
        measure(more);
    return 0;
}
