// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QSet>

#include <condition_variable>
#include <mutex>
#include <vector>

namespace tocsin::tests {

// An archive that keeps decoded batches in memory for a test to look at. Thread-safe; answers committed() at once
// unless told to hold back.
class RecordingArchive final : public archive::Archive
{
public:
    void append(DecodedBatch batch) override
    {
        std::shared_ptr<BatchOrigin> origin = batch.origin.lock();
        const uint64_t receipt = batch.receipt;
        {
            const std::lock_guard lock(m_mutex);
            m_batches.push_back(std::move(batch));
        }
        m_changed.notify_all();
        if (origin && !m_silent)
            origin->committed(receipt);
    }
    size_t queuedBytes() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_queuedBytes;
    }
    Result<std::unique_ptr<archive::Reader>> reader() override
    {
        return Error{.kind = ErrorKind::NotFound, .message = QStringLiteral("nothing is kept"), .remedy = {}};
    }
    void renameStream(const std::string &uuid, const std::string &name) override { renamed.emplace_back(uuid, name); }
    void setMarks(std::vector<int64_t>, uint8_t, uint8_t, std::function<void(Outcome)> done) override
    {
        if (done)
            done(Done{});
    }
    void replaceAlerts(std::vector<archive::Redecoded>, std::function<void(Result<archive::Replacement>)> done) override { done(archive::Replacement{}); }
    void setRegistry(const std::string &, const std::string &, std::function<void()>) override {}
    Outcome setLimits(const archive::Limits &) override { return Done{}; }
    void setListener(archive::CommitListener *) override {}
    bool takeLease(const std::string &key) override
    {
        if (refuseLease) {
            ++leasesRefused;
            return false;
        }
        leases.insert(QString::fromStdString(key));
        return true;
    }
    void dropLease(const std::string &key) override { leases.remove(QString::fromStdString(key)); }
    using Archive::close;
    void close(std::chrono::steady_clock::time_point) override {}

    // Waits (bounded) until `count` packets have arrived; returns all so far.
    std::vector<DecodedPacket> waitForPackets(size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return packetCount() >= count; });
        std::vector<DecodedPacket> packets;
        for (const DecodedBatch &batch : m_batches)
            packets.insert(packets.end(), batch.packets.begin(), batch.packets.end());
        return packets;
    }
    std::vector<Gap> gapsSaid() const
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Gap> all;
        for (const DecodedBatch &batch : m_batches)
            all.insert(all.end(), batch.gaps.begin(), batch.gaps.end());
        return all;
    }
    std::vector<LanePosition> positions() const
    {
        const std::lock_guard lock(m_mutex);
        std::vector<LanePosition> all;
        for (const DecodedBatch &batch : m_batches)
            all.insert(all.end(), batch.positions.begin(), batch.positions.end());
        return all;
    }
    // What the batches said of their size in memory.
    size_t bytes() const
    {
        const std::lock_guard lock(m_mutex);
        size_t all = 0;
        for (const DecodedBatch &batch : m_batches)
            all += batch.bytes;
        return all;
    }
    void setQueuedBytes(size_t bytes)
    {
        const std::lock_guard lock(m_mutex);
        m_queuedBytes = bytes;
    }
    void setSilent(bool silent) { m_silent = silent; }

    bool refuseLease = false; // main thread only
    int leasesRefused = 0;
    QSet<QString> leases;
    std::vector<std::pair<std::string, std::string>> renamed;

private:
    size_t packetCount() const
    {
        size_t count = 0;
        for (const DecodedBatch &batch : m_batches)
            count += batch.packets.size();
        return count;
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<DecodedBatch> m_batches;
    size_t m_queuedBytes = 0;
    bool m_silent = false;
};

} // namespace tocsin::tests
