// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/stream.h"

#include "core/streams/demo/demostream.h"
#include "core/streams/gcn/gcnstream.h"
#include "core/streams/hopskotch/hopskotchstream.h"
#include "core/streams/kafka/kafkastream.h"
#include "core/streams/mappingoption.h"
#include "core/streams/registryoption.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::streams {

UtcTime LaneEnds::keptUntil(const UtcTime &came) const
{
    constexpr int64_t kMost = 100ll * 365 * 86'400'000; // beyond it nobody asks
    return came.isValid() && keptForMs > 0 && keptForMs < kMost ? UtcTime::fromUs(came.us + keptForMs * 1'000) : UtcTime();
}

namespace {

// The list: a new stream type is its own file and one line here.
std::vector<StreamType> &allTypes()
{
    static std::vector<StreamType> types{
        gcn::gcnStreamType(),
        hopskotch::hopskotchStreamType(),
        kafka::kafkaStreamType(),
        demo::demoStreamType(),
    };
    return types;
}

} // namespace

const std::vector<StreamType> &streamTypes()
{
    return allTypes();
}

void addStreamType(StreamType type)
{
    allTypes().push_back(std::move(type));
}

const StreamType *findStreamType(const QString &id)
{
    const auto it = std::ranges::find(streamTypes(), id, &StreamType::id);
    return it == streamTypes().end() ? nullptr : &*it;
}

StreamRefPtr StreamConfig::ref() const
{
    return std::make_shared<StreamRef>(
        StreamRef{.uuid = uuid.toStdString(), .name = name.toStdString(), .demo = type == u"demo", .mapping = mappingOf(values), .registry = registryOf(values)});
}

QString stateWord(State state)
{
    switch (state) {
    case State::Connecting:
        return QCoreApplication::translate("streams", "Connecting");
    case State::CatchingUp:
        return QCoreApplication::translate("streams", "Catching up");
    case State::Live:
        return QCoreApplication::translate("streams", "Live");
    case State::Quiet:
        return QCoreApplication::translate("streams", "Quiet");
    case State::Stale:
        return QCoreApplication::translate("streams", "Stale");
    case State::Degraded:
        return QCoreApplication::translate("streams", "Degraded");
    case State::NeedsSignIn:
        return QCoreApplication::translate("streams", "Sign-in needed");
    case State::Missing:
        return QCoreApplication::translate("streams", "Missing");
    case State::Stopped:
        return QCoreApplication::translate("streams", "Stopped");
    }
    return {};
}

} // namespace tocsin::streams
