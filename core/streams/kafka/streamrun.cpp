// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/kafka/streamrun.h"

#include "core/decoders/decoder.h"

#include "core/streams/kafka/kafkastream.h"

#include <cmath>

namespace tocsin::streams::kafka {

using namespace Qt::StringLiterals;

double RateMeter::update(std::chrono::steady_clock::time_point now)
{
    const double seconds = std::chrono::duration<double>(now - m_last).count();
    if (seconds < 0.2)
        return m_rate;
    const double weight = 1 - std::exp(-seconds / 3);
    m_rate += (static_cast<double>(m_counted) / seconds - m_rate) * weight;
    if (m_rate < 0.005)
        m_rate = 0;
    m_counted = 0;
    m_last = now;
    return m_rate;
}

StreamRun::StreamRun(const Assignment &from, uint64_t itsNumber) : number(itsNumber)
{
    adopt(from);
    status.state = State::Connecting;
    status.since = UtcTime::now();
}

void StreamRun::adopt(const Assignment &from)
{
    assignment = from;
    ref = from.config.ref();
    const auto value = [&](const QString &key) { return from.config.values.value(kafkaOptions(), key); };
    rules = TopicRules(value(u"topics"_s).toStringList(), value(u"exclude"_s).toStringList());
    start = startOf(from);
    latestAfterGap = value(u"expired"_s).toString() == u"latest";
}

options::StartAt StreamRun::startOf(const Assignment &from)
{
    const QString word = from.startOverride.isEmpty() ? from.config.values.value(kafkaOptions(), u"start"_s).toString() : from.startOverride;
    return options::StartAt::parse(word).value_or(options::StartAt{});
}

bool isHeartbeatTopic(const std::string &topic)
{
    return decoders::isHeartbeatTopic(topic); // what the light counts and what makes no row are the same
}

} // namespace tocsin::streams::kafka
