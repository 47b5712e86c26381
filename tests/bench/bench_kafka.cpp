// SPDX-License-Identifier: GPL-3.0-or-later
// Reading from a real Kafka, each against a yardstick of the same run:
//   consume + decode        `listen --no-archive --quiet` against `kcat -C -q` that discards the same topic
//   to a durable row        `listen --quiet` against a bare loop that appends the same bytes and writes the same index rows
//   against hop-client      the same topic read by the field's Python client
#include "core/archive/archive.h"
#include "core/archive/sqlitedialect.h"
#include "core/archive/sqliteschema.h"
#include "core/decoders/decoder.h"
#include "integration/program.h"
#include "rig/rig.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tocsin;
using tests::Finished;

namespace {

struct Load {
    QString name;
    QString topic;
    qint64 messages;
    std::string sample; // one message's bytes
};

// Seconds from start to end of a process that must succeed; negative when it did not.
double timed(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        return -1;
    return static_cast<double>(clock.nsecsElapsed()) * 1e-9;
}

// The best of three: what disturbs a measurement only makes it longer.
template <typename Run>
double best(const Run &run)
{
    double least = -1;
    for (int i = 0; i < 3; ++i) {
        const double seconds = run();
        if (seconds > 0 && (least < 0 || seconds < least))
            least = seconds;
    }
    return least;
}

// Whole runs of the program, its start and its end included, as the yardsticks are timed.
double listenRate(const Load &load, const QStringList &arguments)
{
    const double seconds = best([&] { return timed(QStringLiteral(TOCSIN_PROGRAM), arguments); });
    return seconds > 0 ? static_cast<double>(load.messages) / seconds : -1;
}

// The yardstick of the archive: the same bytes to one file, the same rows to the same table, synced every 1,000.
double bareLoop(const Load &load)
{
    QTemporaryDir folder;
    Result<archive::OpenedIndex> opened = archive::openIndex(folder.path(), true);
    if (!opened)
        return -1;
    archive::HotInsert insert;
    if (!insert.prepare(opened.value().db))
        return -1;
    archive::SegmentFile file;
    if (!file.open(folder.filePath(u"bytes"_s), 0))
        return -1;
    const decoders::Decoded decoded = decoders::decode({.value = load.sample});
    if (decoded.alerts.empty())
        return -1;
    Alert &alert = *decoded.alerts.front();
    Packet packet;
    packet.lane = std::make_shared<Lane>();
    packet.value = load.sample;
    QElapsedTimer clock;
    clock.start();
    for (qint64 i = 0; i < load.messages;) {
        const qint64 end = std::min(load.messages, i + 1'000);
        std::vector<archive::SegmentFile::Span> spans;
        for (qint64 j = i; j < end; ++j)
            spans.push_back(file.add(packet));
        if (!file.write())
            return -1;
        QSqlQuery(opened.value().db).exec(u"BEGIN IMMEDIATE"_s);
        for (qint64 j = i; j < end; ++j) {
            packet.position = j;
            if (!insert.insert(alert, packet, 20'000, {1, 1, 1, spans[static_cast<size_t>(j - i)]}))
                return -1;
        }
        QSqlQuery(opened.value().db).exec(u"COMMIT"_s);
        i = end;
    }
    const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    insert.finish();
    archive::closeIndex(opened.value().db);
    return static_cast<double>(load.messages) / seconds;
}

void line(const QString &what, double ours, double theirs, const char *yardstick)
{
    if (ours <= 0 || theirs <= 0)
        std::printf("%-44s could not be measured\n", qPrintable(what));
    else
        std::printf("%-44s %9.0f /s   %-10s %9.0f /s   ratio %6.2f\n", qPrintable(what), ours, yardstick, theirs, ours / theirs);
    std::fflush(stdout);
}

QString hopRead(const QString &python, const QString &server, const Load &load, double &rate)
{
    const QString script = uR"(
import sys, time
from hop.io import Stream, StartPosition
stream = Stream(auth=False, start_at=StartPosition.EARLIEST, until_eos=True)
n, begin = 0, None
with stream.open("kafka://%1/%2", "r", ignoretest=False) as s:
    for message in s:
        if begin is None:
            begin = time.time()
        n += 1
        if n >= %3:
            break
print(n / max(1e-9, time.time() - begin))
)"_s.arg(server, load.topic).arg(std::min<qint64>(load.messages, 20'000));
    QProcess process;
    process.start(python, {u"-c"_s, script});
    if (!process.waitForFinished(180'000) || process.exitCode() != 0)
        return QString::fromUtf8(process.readAllStandardError()).trimmed().section(u'\n', -1);
    rate = process.readAllStandardOutput().trimmed().toDouble();
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    rig::KafkaRig rig;
    if (!rig.up()) {
        std::printf("skipped: %s\n", qPrintable(rig.why()));
        return 77;
    }
    QFile avroFile(QStringLiteral(TOCSIN_TEST_DATA "/ztf.avro"));
    if (!avroFile.open(QIODevice::ReadOnly))
        return 1;
    // A packet of 58 kB: the fixture with a stamp of that size would be large in the repository, so it is made here.
    const QByteArray small = avroFile.readAll();
    QTemporaryDir folder;
    const QString bigName = folder.filePath(u"big.avro"_s);
    {
        // The stamp is the last field: its length and bytes are replaced, and the block's size with them.
        const QByteArray sync = small.right(16);
        const qsizetype header = small.indexOf(sync) + 16;
        const QByteArray stampMark("\x1f\x8b", 2);
        const qsizetype stamp = small.indexOf(stampMark, header);
        const auto varint = [](qint64 n) {
            QByteArray out;
            quint64 z = static_cast<quint64>(n) << 1;
            for (; z >= 0x80; z >>= 7)
                out += static_cast<char>(z | 0x80);
            return out + static_cast<char>(z);
        };
        // Behind the block's count (1 byte) stands its size; the record begins where "4.02" was written.
        const qsizetype record = small.indexOf("\x08" "4.02", header);
        const QByteArray before = small.mid(record, stamp - record - 1); // without the old length, one byte
        const QByteArray body = before + varint(54'000) + stampMark + QByteArray(53'998, 'z');
        QFile big(bigName);
        if (!big.open(QIODevice::WriteOnly))
            return 1;
        big.write(small.first(header) + QByteArray("\x02") + varint(body.size()) + body + sync);
    }
    QFile big(bigName);
    if (!big.open(QIODevice::ReadOnly))
        return 1;
    std::vector<Load> loads{{u"JSON 1 kB"_s, u"json"_s, 200'000, {}}, {u"Avro 55 kB"_s, u"avro"_s, 10'000, big.readAll().toStdString()}};
    loads[0].sample = "{\"id\": \"rig-1\", \"name\": \"RIG1\", \"ra\": 10.5, \"dec\": 20.5, \"mag\": 18.5, \"time\": \"2026-09-14T22:00:00Z\", \"filler\": \"" + std::string(880, 'x') + "\"}";
    if (!rig.createTopic(u"json"_s, 4) || !rig.produce(u"json"_s, loads[0].messages, {u"size=1000"_s}) || !rig.createTopic(u"avro"_s, 4)
        || !rig.produce(u"avro"_s, loads[1].messages, {u"file="_s + bigName})) {
        std::printf("skipped: %s\n", qPrintable(rig.why()));
        return 77;
    }
    for (const Load &load : loads) {
        struct Door {
            const char *name;
            QString url;
            QStringList kcat;
        };
        const Door doors[] = {{"clear text", u"kafka://%1/%2"_s.arg(rig.plain(), load.topic), {u"-b"_s, rig.plain()}},
                              {"TLS", u"kafka://%1/%2?security=SSL&ca=%3"_s.arg(rig.ssl(), load.topic, rig.caFile()),
                               {u"-b"_s, rig.ssl(), u"-X"_s, u"security.protocol=SSL"_s, u"-X"_s, u"ssl.ca.location="_s + rig.caFile()}}};
        for (const Door &door : doors) {
            const double kcat = best([&] {
                return timed(u"kcat"_s, QStringList{u"-C"_s, u"-q"_s, u"-e"_s, u"-o"_s, u"beginning"_s, u"-t"_s, load.topic} + door.kcat);
            });
            const double ours = listenRate(load, {u"listen"_s, u"--no-archive"_s, u"--quiet"_s, u"--until-end"_s, door.url});
            line(u"consume + decode, %1, %2"_s.arg(load.name, QLatin1String(door.name)), ours, kcat > 0 ? static_cast<double>(load.messages) / kcat : -1, "kcat");
        }
        double durable = -1;
        for (int i = 0; i < 2; ++i) {
            const QTemporaryDir home;
            const Finished run = tests::runProgram({u"--home"_s, home.path(), u"listen"_s, u"--quiet"_s, u"--until-end"_s, u"kafka://%1/%2"_s.arg(rig.plain(), load.topic)}, 600'000);
            if (run.code == 0)
                durable = std::max(durable, run.summary["messages"].get<double>() / run.summary["seconds"].get<double>());
        }
        line(u"to a durable row, %1"_s.arg(load.name), durable, bareLoop(load), "bare loop");
    }
    QProcess peers;
    peers.start(QStringLiteral(TOCSIN_PEERS), QStringList());
    peers.waitForFinished(300'000);
    if (peers.exitCode() != 0) {
        std::printf("against hop-client: %s", peers.readAllStandardError().constData());
    } else {
        double hop = -1;
        const QString why = hopRead(QString::fromUtf8(peers.readAllStandardOutput()).trimmed(), rig.plain(), loads[0], hop);
        if (!why.isEmpty())
            std::printf("against hop-client: %s\n", qPrintable(why));
        else
            line(u"against hop-client, JSON 1 kB"_s, listenRate(loads[0], {u"listen"_s, u"--no-archive"_s, u"--quiet"_s, u"--until-end"_s, u"kafka://%1/json"_s.arg(rig.plain())}), hop,
                 "hop-client");
    }
    return 0;
}
