// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/services/pipeline.h"
#include "core/services/redecoding.h"
#include "core/services/schemafetch.h"
#include "core/services/schemamemory.h"

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace tocsin::services {

// Rows that wait for a schema nobody here knows. A plain value.
struct WaitingSchema {
    std::string stream; // its name
    SchemaKey key; // no registry: nobody has said where it is
    int64_t rows = 0;
    Error lastError = {}; // of the last try to fetch it; empty message: none has ended yet
    UtcTime nextTry = {};
};

// How it went with rows that somebody wanted to be decoded again. A plain value.
struct DecodedAgain {
    std::vector<int64_t> rows; // as they were asked for
    Redecoding done;
    Error stopped; // empty message: it went through to the end
};

// Looks after packets whose schema is new (protocols.md 8, decisions.md 20): has schemas fetched that packets wait for, decodes the
// rows in place as soon as the schema is here, whoever brought it, and notices when a survey's packets have other fields than
// before. What is to be read, written and decoded happens on a thread of its own with a reader of its own; the object and its
// signals belong to the main thread. The archive outlives it.
class SchemaDoctor final : public QObject, public SchemaListener
{
    Q_OBJECT
public:
    // `memoryFile`: see SchemaMemory; empty: it is forgotten with the program. Looks for nothing before look() is called.
    SchemaDoctor(archive::Archive &archive, QString memoryFile, SchemaFetch::Settings settings, QObject *parent = nullptr);
    ~SchemaDoctor() override;

    void sawSchema(const StreamRefPtr &stream, const std::shared_ptr<const decoders::AvroSchema> &schema, const std::string &version) override;
    void sawVersion(const StreamRefPtr &stream, const std::string &topic, const std::string &format, std::string packet) override;
    void schemaWanted(const StreamRefPtr &stream, uint32_t schema) override;
    void look(); // rows may wait, or what they wait for may be here; any thread
    void stop(); // ends within a moment; what is not done is done at the next start

    using Mappings = std::map<std::string, std::shared_ptr<const FieldMapping>>; // by uuid of the stream
    void setMappings(Mappings mappings);
    // These rows once more, however they were read before; decodedAgain() follows, and decodingAgain() before it.
    void decodeAgain(std::vector<int64_t> rows);
    void stopDecodingAgain(); // rows that were not reached stay as they are
    void tryNow() { m_fetch.tryNow(); }
    void putAside(const std::string &streamUuid, const std::string &survey);

    [[nodiscard]] const std::vector<WaitingSchema> &waiting() const { return m_waiting; }
    [[nodiscard]] const std::vector<SchemaChange> &news() const { return m_news; }

Q_SIGNALS:
    void waitingChanged();
    void newsChanged();
    void redecoded(qint64 rows); // in place, by this process: they had waited
    void decodingAgain(double fraction); // about once a second
    void decodedAgain(const tocsin::services::DecodedAgain &result);

private:
    struct Seen {
        StreamRefPtr stream;
        std::shared_ptr<const decoders::AvroSchema> schema;
        std::string version;
    };
    struct SeenVersion {
        StreamRefPtr stream;
        std::string topic;
        std::string format;
        std::string packet;
    };
    struct Fetched {
        SchemaKey key;
        std::string answer;
    };
    // What the thread is to do next.
    struct Work {
        std::deque<Seen> seen = {};
        std::deque<SeenVersion> versions = {};
        std::deque<Fetched> fetched = {};
        std::deque<std::pair<std::string, std::string>> aside = {};
        std::vector<int64_t> again = {};
        bool look = false;
        [[nodiscard]] bool empty() const { return seen.empty() && versions.empty() && fetched.empty() && aside.empty() && again.empty() && !look; }
    };

    // The thread.
    void run();
    void learn(Work &work, SchemaMemory &memory);
    void keep(Fetched &fetched);
    void decodeWaiting();
    void decodeRows(std::vector<int64_t> rows);
    [[nodiscard]] archive::Reader *reader();
    [[nodiscard]] Result<Redecoding> decode(const std::vector<int64_t> &rows, const archive::GoOn &goOn);
    [[nodiscard]] bool ending();
    template <typename Call> void tell(Call call);

    // The main thread.
    void takeWaiting(std::vector<WaitingSchema> waiting);
    void handleFailed(const SchemaKey &key, const Error &error, const UtcTime &nextTry);

    archive::Archive &m_archive;
    const QString m_memoryFile;
    SchemaFetch m_fetch;
    std::vector<WaitingSchema> m_waiting;
    std::vector<SchemaChange> m_news;
    std::map<SchemaKey, std::pair<Error, UtcTime>> m_failures;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    Work m_work;
    Mappings m_mappings;
    std::set<std::pair<std::string, std::shared_ptr<const decoders::AvroSchema>>> m_known; // told already
    std::set<SchemaKey> m_asked; // likewise
    bool m_ending = false;
    bool m_enough = false; // of decodeAgain()

    // The thread's own.
    std::unique_ptr<archive::Reader> m_reader;
    std::set<int64_t> m_unreadable; // rows whose packets are damaged or lost
    std::chrono::steady_clock::time_point m_notBefore; // the next look

    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::services
