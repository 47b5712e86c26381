// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archive.h"

#include <QCoreApplication>

#include <atomic>

namespace tocsin::archive {

namespace {

Error nothingKept()
{
    return {.kind = ErrorKind::NotFound,
            .message = QCoreApplication::translate("archive", "This run keeps no archive."),
            .remedy = QCoreApplication::translate("archive", "Leave out --no-archive.")};
}

// Keeps nothing: passes alerts on and says "committed" at once, on the router's thread.
class NullArchive final : public Archive
{
public:
    void append(DecodedBatch batch) override
    {
        std::vector<std::shared_ptr<const Alert>> alerts;
        for (const DecodedPacket &packet : batch.packets)
            alerts.insert(alerts.end(), packet.alerts.begin(), packet.alerts.end());
        if (CommitListener *listener = m_listener.load())
            listener->alertsCommitted(std::move(alerts), batch.packets.size(), 0, batch.gaps.size());
        if (const auto origin = batch.origin.lock())
            origin->committed(batch.receipt);
    }
    size_t queuedBytes() const override { return 0; }
    Result<std::unique_ptr<Reader>> reader() override { return nothingKept(); }
    Outcome setLimits(const Limits &) override { return nothingKept(); }
    void renameStream(const std::string &, const std::string &) override {}
    void setMarks(std::vector<int64_t>, uint8_t, uint8_t, std::function<void(Outcome)> done) override
    {
        if (done)
            done(Done{});
    }
    void replaceAlerts(std::vector<Redecoded>, std::function<void(Result<Replacement>)> done) override { done(nothingKept()); }
    void setRegistry(const std::string &, const std::string &, std::function<void()>) override {}
    void setListener(CommitListener *listener) override { m_listener = listener; }
    bool takeLease(const std::string &) override { return true; }
    void dropLease(const std::string &) override {}
    using Archive::close;
    void close(std::chrono::steady_clock::time_point) override {}

private:
    std::atomic<CommitListener *> m_listener{nullptr};
};

} // namespace

std::unique_ptr<Archive> makeNullArchive()
{
    return std::make_unique<NullArchive>();
}

} // namespace tocsin::archive
