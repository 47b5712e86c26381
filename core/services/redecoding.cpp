// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/redecoding.h"

#include "core/decoders/decoder.h"
#include "core/services/packetdecoding.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace tocsin::services {

using namespace std::chrono_literals;

namespace {

constexpr size_t kRowsAtOnce = 256; // a transaction of some 10 ms
constexpr size_t kMessagesUnasked = 32; // decoded, at some milliseconds each
constexpr auto kLook = 100ms; // whether to go on, while the archive is busy

Error stopped()
{
    return {.kind = ErrorKind::Interrupted, .message = QCoreApplication::translate("services", "Stopped. Rows that were not reached stay as they are.")};
}

// The archive's answer, which may come after nobody waits for it any more.
struct Answer {
    std::mutex mutex;
    std::condition_variable came;
    std::optional<Result<archive::Replacement>> rows;
};

Result<archive::Replacement> replace(archive::Archive &archive, std::vector<archive::Redecoded> messages, const std::function<bool()> &goOn)
{
    auto answer = std::make_shared<Answer>();
    archive.replaceAlerts(std::move(messages), [answer](Result<archive::Replacement> rows) {
        {
            const std::lock_guard lock(answer->mutex);
            answer->rows = std::move(rows);
        }
        answer->came.notify_all();
    });
    std::unique_lock lock(answer->mutex);
    while (!answer->came.wait_for(lock, kLook, [&] { return answer->rows.has_value(); })) {
        lock.unlock();
        if (!goOn())
            return stopped();
        lock.lock();
    }
    return *answer->rows;
}

} // namespace

Result<Redecoding> redecode(archive::Archive &archive, archive::Reader &reader, std::span<const int64_t> rows, const MappingOf &mappingOf,
                            const archive::GoOn &goOn)
{
    Redecoding report;
    for (size_t begin = 0; begin < rows.size(); begin += kRowsAtOnce) {
        const auto fraction = static_cast<double>(begin) / static_cast<double>(rows.size());
        const auto asked = [&] { return !goOn || goOn(fraction); };
        if (!asked())
            return stopped();
        Result<std::vector<archive::StoredMessage>> messages = reader.messages(rows.subspan(begin, std::min(kRowsAtOnce, rows.size() - begin)));
        if (!messages)
            return messages.error();
        report.unread.insert(report.unread.end(), reader.unread().begin(), reader.unread().end());
        std::vector<archive::Redecoded> decoded;
        for (size_t i = 0; archive::StoredMessage &message : messages.value()) {
            if (++i % kMessagesUnasked == 0 && !asked())
                return stopped();
            if (const auto mapping = mappingOf ? mappingOf(message.stream->uuid) : nullptr) {
                auto stream = std::make_shared<StreamRef>(*message.stream);
                stream->mapping = mapping;
                message.stream = std::move(stream);
            }
            std::vector<Gap> gaps;
            DecodedPacket packet = decodePacket(message.packet(), gaps);
            if (!packet.alerts.empty() && packet.alerts.front()->error.starts_with(decoders::kWaitingBegin)) {
                ++report.waiting;
                report.noteWhy(packet.alerts.front()->error);
                continue;
            }
            for (const auto &alert : packet.alerts)
                report.noteWhy(alert->error);
            if (!packet.alerts.empty())
                decoded.push_back({message.row, std::move(packet.alerts)});
        }
        if (decoded.empty())
            continue;
        const Result<archive::Replacement> written = replace(archive, std::move(decoded), asked);
        if (!written)
            return written.error();
        report.add(written.value());
    }
    if (goOn)
        (void)goOn(1.0);
    return report;
}

} // namespace tocsin::services
