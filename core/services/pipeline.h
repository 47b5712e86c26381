// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/domain/packet.h"
#include "core/streams/stream.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>

namespace tocsin::decoders {
class AvroSchema;
}

namespace tocsin::services {

// Told on the router's thread what packets say of their schemas; must return at once. Outlives the pipeline.
class SchemaListener
{
public:
    virtual ~SchemaListener() = default;
    // A packet of this stream was written with this schema; the same one is not told twice in a row. `version`: what the packet
    // says of it itself; may be empty.
    virtual void sawSchema(const StreamRefPtr &stream, const std::shared_ptr<const decoders::AvroSchema> &schema, const std::string &version) = 0;
    // A packet without a schema says itself which version of its kind it is; `format`: the decoder's name and that version. Each
    // is told once, or once more after many others. `packet` is a copy.
    virtual void sawVersion(const StreamRefPtr &stream, const std::string &topic, const std::string &format, std::string packet) = 0;
    // A packet waits for a schema of the stream's registry.
    virtual void schemaWanted(const StreamRefPtr &stream, uint32_t schema) = 0;
};

// Notes on the alerts of each packet, before they are kept, what is known of them beside it. Called on the router's thread, must be quick.
// Outlives the pipeline.
class AlertNoter
{
public:
    virtual ~AlertNoter() = default;
    virtual void note(const DecodedPacket &packet) = 0;
};

// The way of every batch: consumers offer it, the router thread decodes it, the archive keeps it. Bounded by
// bytes and messages; when full, offer() says no and the consumer stops taking from its source (decisions.md 12).
// Owns the router thread. The archive outlives it.
class Pipeline final : public streams::BatchSink
{
public:
    struct Limits {
        size_t bytes = 32u << 20;
        size_t packets = 20'000;
        size_t archiveBytes = 64u << 20; // decoded and not yet durable
    };

    // Judges each decoded packet before it is kept, on the router thread (`listen --count`): Stop keeps this
    // packet and nothing after it; Refuse keeps nothing from this packet on.
    enum class Verdict { Keep, Stop, Refuse };
    using Gate = std::function<Verdict(const DecodedPacket &)>;

    Pipeline(archive::Archive &archive, Limits limits, Gate gate = {});
    explicit Pipeline(archive::Archive &archive) : Pipeline(archive, Limits{}) {}
    ~Pipeline() override;

    void setSchemaListener(SchemaListener *listener) { m_schemas = listener; } // before the first batch
    void setNoter(AlertNoter *noter) { m_noter = noter; } // before the first batch
    bool offer(Batch &batch) override;
    bool waitForRoom(int ms) override;

    // Ends after what is queued is decoded and handed to the archive; what is left at the deadline is refused. Then
    // offer() refuses for ever. The gate must not block any more.
    void close(std::chrono::steady_clock::time_point deadline);
    void close() { close(std::chrono::steady_clock::now() + std::chrono::seconds(3)); }

private:
    void run();
    void handOn(Batch batch);
    [[nodiscard]] DecodedBatch decode(Batch batch);
    void tellSchema(const DecodedPacket &packet, const std::shared_ptr<const decoders::AvroSchema> &schema);
    void tellVersion(const DecodedPacket &packet, SchemaListener &listener);
    [[nodiscard]] bool hasRoom() const; // with the lock held

    archive::Archive &m_archive;
    const Limits m_limits;
    const Gate m_gate;
    bool m_gateShut = false; // router thread only
    std::atomic<SchemaListener *> m_schemas{nullptr};
    std::atomic<AlertNoter *> m_noter{nullptr};
    StreamRefPtr m_lastStream; // router thread only: what was told last
    std::shared_ptr<const decoders::AvroSchema> m_lastSchema;
    std::unordered_set<std::string> m_toldVersions; // likewise: of which stream, topic and format
    std::string m_version; // room for one of them

    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_drained;
    std::deque<Batch> m_queue;
    size_t m_bytes = 0;
    size_t m_packets = 0;
    bool m_closing = false;
    std::chrono::steady_clock::time_point m_deadline; // once closing
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::services
