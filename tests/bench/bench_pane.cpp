// SPDX-License-Identifier: GPL-3.0-or-later
// Large packets in the alert pane, off screen: the longest gap of the event loop (a timer of 5 ms) while each is opened, looked
// at in every page, searched, unfolded and copied. The yardstick is the gap that decoding it on the main thread would be.
#include "core/archive/archive.h"
#include "core/decoders/decoder.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/fieldtreeview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;

namespace {

constexpr size_t kLarge = 5'000'000;

// Unlike QTest::qWait() it does not sleep.
void wait(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

class Probe final : public QObject
{
public:
    Probe()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_worst = std::max(m_worst, m_clock.nsecsElapsed());
            m_clock.restart();
            const qint64 busy = ownNs();
            m_work = std::max(m_work, busy - std::exchange(m_busy, busy));
        });
        m_clock.start();
        m_timer.start(5);
    }
    // The most that this thread itself did between two ticks, in ms: what others on the machine do is not in it.
    [[nodiscard]] double work() const { return static_cast<double>(m_work) * 1e-6; }
    // The longest time from tick to tick since the last call, in ms.
    double take()
    {
        wait(150); // what was begun comes to its end
        return static_cast<double>(std::exchange(m_worst, 0)) * 1e-6;
    }

private:
    static qint64 ownNs()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return time.tv_sec * 1'000'000'000ll + time.tv_nsec;
    }

    qint64 m_busy = ownNs();
    qint64 m_work = 0;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_worst = 0;
};

std::string objects(int changed)
{
    std::string text = R"({"id": "objects", "name": "X1", "ra": 10.5, "dec": 20.5, "rows": [)";
    for (int i = 0; text.size() < kLarge; ++i) {
        text += i > 0 ? "," : "";
        text += R"({"name": "a source of some length", "flux": )" + std::to_string(i % 97 == changed ? -i : i) + R"(, "more": {"good": true, "list": [1, 2, 3]}})";
    }
    return text + "]}";
}

std::string deep()
{
    std::string text = R"({"id": "deep", "name": "X2", "ra": 10.5, "dec": 20.5, "tree": )";
    for (int i = 0; i < 60; ++i)
        text += R"({"level": )" + std::to_string(i) + R"(, "text": ")" + std::string(kLarge / 61, 'x') + R"(", "below": )";
    return text + "null" + std::string(60, '}') + '}';
}

std::string oneText()
{
    return R"({"id": "text", "name": "X3", "ra": 10.5, "dec": 20.5, "map": ")" + std::string(kLarge, 'U') + R"(", "digits": )" + std::string(10'000, '7') + '}';
}

std::string numbers()
{
    std::string text = R"({"id": "numbers", "name": "X4", "ra": 10.5, "dec": 20.5, "values": [0)";
    for (int i = 1; i < 200'000; ++i)
        text += ", " + std::to_string(i) + ".25";
    return text + "]}";
}

std::string members()
{
    std::string text = R"({"id": "members", "name": "X5", "ra": 10.5, "dec": 20.5)";
    for (int i = 0; text.size() < kLarge; ++i)
        text += ", \"key number " + std::to_string(i) + "\": " + std::to_string(i);
    return text + '}';
}

// Bytes that no decoder knows.
std::string noise()
{
    std::string bytes(kLarge, '\0');
    for (size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 2'654'435'761u >> 13);
    return bytes;
}

void append(archive::Archive &store, int64_t number, const std::string &value)
{
    static const auto stream = std::make_shared<StreamRef>(StreamRef{"u-1", "bench", "public", false});
    static const auto lane = std::make_shared<Lane>(Lane{"kafka:x", "large", 0, 0});
    auto memory = std::make_shared<std::string>(value);
    DecodedBatch batch;
    DecodedPacket decoded;
    decoded.packet.lane = lane;
    decoded.packet.position = number;
    decoded.packet.value = *memory;
    decoded.packet.stream = stream;
    decoded.packet.brokerTime = decoded.packet.received = UtcTime::now();
    decoders::Decoded read = decoders::decode({.value = value});
    if (read.alerts.empty())
        read.alerts.push_back(std::make_shared<Alert>());
    read.alerts.resize(1);
    Alert &alert = *read.alerts.front();
    alert.error = read.error;
    alert.stream = "bench";
    alert.topic = "large";
    alert.brokerTime = alert.received = decoded.packet.received;
    decoded.alerts = std::move(read.alerts);
    batch.packets.push_back(std::move(decoded));
    batch.keepAlive = memory;
    store.append(std::move(batch));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme::install();
    const QTemporaryDir folder;
    auto store = std::move(archive::openSqliteArchive({.place = folder.filePath(u"archive"_s)}).value());
    const std::pair<const char *, std::string> packets[]
        = {{"5 MB of objects", objects(-1)}, {"their revision", objects(5)}, {"60 levels", deep()}, {"one text of 5 MB", oneText()},
           {"200,000 numbers", numbers()},   {"5 MB of keys", members()},    {"5 MB undecodable", noise()}};
    int64_t number = 0;
    for (const auto &[name, value] : packets)
        append(*store, number++, value);
    const auto reader = std::move(store->reader().value());
    if (!QTest::qWaitFor([&] { return reader->lastRow().value() >= number; }, 20'000))
        return 1;

    DetailPane pane(*store);
    pane.resize(500, 900);
    pane.show();
    auto *tabs = pane.findChild<QTabWidget *>();
    auto *tree = pane.findChild<FieldTreeView *>();
    auto *find = pane.findChild<QLineEdit *>();
    int64_t shown = 0;
    QObject::connect(&pane, &DetailPane::packetShown, &pane, [&shown](const std::shared_ptr<const LoadedPacket> &packet) { shown = packet->row; });
    wait(200);
    std::printf("%-18s %8s | longest time between two ticks of 5 ms, in ms\n%-18s %8s | %6s %6s %6s %6s %6s %6s %6s %6s | %6s\n", "", "decode", "packet", "alone", "open", "raw",
                "hex", "head", "find", "all", "unfold", "copy", "work");
    double worst = 0;
    double worstWork = 0;
    for (int64_t row = 1; row <= number; ++row) {
        const std::string &value = packets[row - 1].second;
        QElapsedTimer alone;
        alone.start();
        (void)decoders::decode({.value = value}, {.fields = true});
        const auto decoding = static_cast<double>(alone.nsecsElapsed()) * 1e-6;
        tabs->setCurrentIndex(0);
        Probe probe;
        (void)probe.take();
        double gaps[8] = {};
        pane.showRow(row);
        for (int i = 0; i < 200 && shown != row; ++i)
            wait(100);
        wait(600); // compared
        gaps[0] = probe.take();
        for (int page = 1; page <= 3; ++page) {
            tabs->setCurrentIndex(page);
            wait(400);
            gaps[page] = probe.take();
        }
        tabs->setCurrentIndex(0);
        for (const QString &text : {u"1"_s, u"12"_s, u"source"_s}) {
            find->setText(text);
            wait(300);
        }
        gaps[4] = probe.take();
        find->clear();
        gaps[5] = probe.take();
        tree->openBelow({});
        wait(1'000);
        gaps[6] = probe.take();
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(tree->model()->rowCount() - 1, 0));
        QTest::keyClick(tree, Qt::Key_J, Qt::ControlModifier);
        wait(300);
        gaps[7] = probe.take();
        std::printf("%-18s %8.1f |", packets[row - 1].first, decoding);
        for (const double gap : gaps) {
            std::printf(" %6.1f", gap);
            worst = std::max(worst, gap);
        }
        std::printf(" | %6.1f\n", probe.work());
        worstWork = std::max(worstWork, probe.work());
    }
    std::printf("worst %.1f ms; of it the window's own work at most %.1f ms\n", worst, worstWork);
    store->close();
    return 0;
}
