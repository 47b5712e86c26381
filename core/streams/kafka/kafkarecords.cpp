// SPDX-License-Identifier: GPL-3.0-or-later
// The rung of the first record: how much is there, and how old the newest of it is.
#include "core/streams/kafka/kafkaclimb.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;
using ladder::Climb;
using ladder::RungEnd;

namespace {

constexpr size_t kMostRead = 64; // partitions, those with the most messages
constexpr int kFetchMs = 3'000;
constexpr qint64 kClockSlackS = 120;

QString say(const char *text)
{
    return QCoreApplication::translate("ladder", text);
}

QString span(qint64 seconds)
{
    struct Unit {
        qint64 seconds;
        const char *text;
    };
    static constexpr Unit units[] = {{86'400, QT_TRANSLATE_NOOP("ladder", "%1 d")}, {3'600, QT_TRANSLATE_NOOP("ladder", "%1 h")}, {60, QT_TRANSLATE_NOOP("ladder", "%1 min")}};
    for (const Unit &unit : units) {
        if (seconds >= 2 * unit.seconds)
            return say(unit.text).arg(seconds / unit.seconds);
    }
    return say(QT_TRANSLATE_NOOP("ladder", "%1 s")).arg(seconds);
}

QString newestWords(UtcTime newest)
{
    if (!newest.isValid())
        return say(QT_TRANSLATE_NOOP("ladder", "without a time"));
    const qint64 age = (UtcTime::now().us - newest.us) / 1'000'000;
    // Brokers keep their clocks; a message from the future is the surest sign that this computer's is behind.
    if (age < -kClockSlackS)
        return say(QT_TRANSLATE_NOOP("ladder", "the newest from %1 in the future: the clock of this computer seems to be behind")).arg(span(-age));
    return say(QT_TRANSLATE_NOOP("ladder", "the newest %1 old")).arg(span(std::max<qint64>(0, age)));
}

} // namespace

RungEnd climbRecords(KafkaClimb &state, const Climb &climb)
{
    if (state.readable == 0)
        return RungEnd::held(say(QT_TRANSLATE_NOOP("ladder", "nothing to read yet")));
    if (state.places.empty())
        return RungEnd::failed({.kind = ErrorKind::TimeLimit,
                                .message = say(QT_TRANSLATE_NOOP("ladder", "%1 did not say where its topics begin and end.")).arg(state.serverNames()),
                                .remedy = say(QT_TRANSLATE_NOOP("ladder", "Try again; a broker that is starting or choosing a leader answers later.")),
                                .retriable = true});
    qint64 there = 0;
    qint64 sent = 0;
    std::vector<KafkaClimb::Place> last;
    for (KafkaClimb::Place place : state.places) {
        there += place.high - place.low;
        sent += place.high;
        if (place.high <= place.low)
            continue;
        --place.high; // the newest message
        last.push_back(place);
    }
    if (sent == 0)
        return RungEnd::held(say(QT_TRANSLATE_NOOP("ladder", "nothing was ever sent there")));
    if (there == 0)
        return RungEnd::held(say(QT_TRANSLATE_NOOP("ladder", "nothing is kept there now; the last message has expired")));
    std::ranges::sort(last, std::ranges::greater(), [](const KafkaClimb::Place &place) { return place.high - place.low; });
    last.resize(std::min(last.size(), kMostRead));
    UtcTime newest;
    state.fetch(last, climb.within(kFetchMs), [&newest](const KafkaClimb::Place &, const rd_kafka_message_t &message) {
        const int64_t stamp = message.err == RD_KAFKA_RESP_ERR_NO_ERROR ? rd_kafka_message_timestamp(&message, nullptr) : -1;
        if (stamp > 0 && (!newest.isValid() || newest.us < stamp * 1000))
            newest = UtcTime::fromMs(stamp);
    });
    const QString words = newestWords(newest);
    return RungEnd::held(there == 1 ? say(QT_TRANSLATE_NOOP("ladder", "1 message, %1")).arg(words)
                                    : say(QT_TRANSLATE_NOOP("ladder", "%1 messages, %2")).arg(QLocale().toString(there), words));
}

} // namespace tocsin::streams::kafka
