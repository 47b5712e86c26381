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

// Keeps nothing, for the reason that it gives to whoever wants to read: passes alerts on and says "committed" at once, on the router's thread.
class NullArchive final : public Archive
{
public:
    explicit NullArchive(Error why) : m_why(std::move(why)) {}
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
    Result<std::unique_ptr<Reader>> reader() override { return m_why; }
    Outcome setLimits(const Limits &) override { return m_why; }
    void renameStream(const std::string &, const std::string &) override {}
    void setMarks(std::vector<int64_t>, uint8_t, uint8_t, std::function<void(Outcome)> done) override
    {
        if (done)
            done(Done{});
    }
    void replaceAlerts(std::vector<Redecoded>, std::function<void(Result<Replacement>)> done) override { done(m_why); }
    void setRegistry(const std::string &, const std::string &, std::function<void()>) override {}
    void setListener(CommitListener *listener) override { m_listener = listener; }
    bool takeLease(const std::string &) override { return true; }
    void dropLease(const std::string &) override {}
    using Archive::close;
    void close(std::chrono::steady_clock::time_point) override {}

private:
    const Error m_why;
    std::atomic<CommitListener *> m_listener{nullptr};
};

} // namespace

std::unique_ptr<Archive> makeNullArchive(std::optional<Error> why)
{
    return std::make_unique<NullArchive>(why ? *std::move(why) : nothingKept());
}

} // namespace tocsin::archive
