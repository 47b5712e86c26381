// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utctime.h"
#include "core/services/schemarequest.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace tocsin::services {

// A schema by the number that a registry gave it.
struct SchemaKey {
    std::string registry; // its address
    uint32_t id = 0;
    friend auto operator<=>(const SchemaKey &, const SchemaKey &) = default;
};

// Fetches schemas from their registries: each once however many packets wait for it, and again after a growing pause while
// the registry has none or does not answer. The address is one that a person has given; SchemaRequest says what is never done.
// Lives on the main thread, never blocks.
class SchemaFetch final : public QObject
{
    Q_OBJECT
public:
    struct Settings {
        std::chrono::milliseconds patience{20'000}; // for a whole answer
        std::chrono::milliseconds firstPause{30'000}; // to the second try; then twice as long each time
        std::chrono::milliseconds longestPause{3'600'000};
        qint64 mostBytes = 1 << 20;
    };

    explicit SchemaFetch(Settings settings, QObject *parent = nullptr);
    explicit SchemaFetch(QObject *parent = nullptr) : SchemaFetch(Settings(), parent) {}
    ~SchemaFetch() override;

    // Begins, or leaves to the pause where it was tried before. What is beyond a few dozen has to be wanted again.
    void want(const SchemaKey &key);
    void tryNow(); // whatever waits for its next try
    // What was fetched was no schema: counted as a failure. Or it was: there is nothing left to do.
    void refuse(const SchemaKey &key, const Error &why);
    void accept(const SchemaKey &key);
    void stop(); // nothing is told any more

    // What `registry`/schemas/ids/`id` is to be asked by.
    [[nodiscard]] static QUrl addressOf(const SchemaKey &key);

Q_SIGNALS:
    // refuse() or accept() follows.
    void fetched(const tocsin::services::SchemaKey &key, const QByteArray &answer);
    void failed(const tocsin::services::SchemaKey &key, const tocsin::Error &error, const tocsin::UtcTime &nextTry);

private:
    struct Try {
        std::unique_ptr<SchemaRequest> request; // under way
        bool judged = false; // fetched() was told, and nobody has said what of it
        int failures = 0;
        std::chrono::steady_clock::time_point next;
    };
    void begin(const SchemaKey &key);
    void beginNext();
    void fail(const SchemaKey &key, Error error);
    [[nodiscard]] int inFlight() const;

    const Settings m_settings;
    QNetworkAccessManager m_network;
    std::map<SchemaKey, Try> m_tries;
    QTimer m_next;
    bool m_stopped = false;
};

} // namespace tocsin::services
