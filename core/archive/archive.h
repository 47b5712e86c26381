// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/packet.h"
#include "core/filter/packetpath.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {
struct AlertField;
}

namespace tocsin::filter {
class Filter;
}

namespace tocsin::archive {

// The raw message of a row, copied out of the archive.
struct StoredPacket {
    std::string value;
    std::string key;
    Headers headers;
    std::string topic;
    std::string registry; // of its stream: decoders want it
};

// A stored message with all that its rows inherit from the transport, as when it came: to be decoded anew.
struct StoredMessage {
    int64_t row = 0; // one of its rows
    StoredPacket raw;
    LanePtr lane;
    StreamRefPtr stream; // as the archive knows it: without a mapping
    int64_t position = -1;
    std::string messageId;
    UtcTime brokerTime;
    UtcTime received;

    [[nodiscard]] Packet packet() const; // looks into this object
};

// What became of a stored message that was decoded anew, record after record.
struct Redecoded {
    int64_t row = 0; // one of its rows
    std::vector<std::shared_ptr<Alert>> alerts;
};

// What became of the rows of such messages.
struct Replacement {
    int64_t rows = 0; // that were written
    int64_t undecoded = 0; // of them, with an error instead of an alert
    int64_t removed = 0; // records that the messages do not hold any more
    int64_t kept = 0; // likewise, but marked: they stay as they were
};

// What somebody knows of a row beside its packet; what is not set stays as it is.
struct Annotation {
    int64_t row = 0;
    std::optional<std::string> watch; // with its separation; empty takes both away
    double watchSep = 0; // degrees
    std::optional<std::string> coincidence;
    std::optional<std::vector<std::string>> tags;
    std::optional<std::string> note;
    std::optional<bool> ignored;
};

// Rows that wait for one schema of one stream's registry.
struct WaitingRows {
    std::string streamUuid;
    std::string stream; // its name
    std::string registry; // empty: nobody has said where it is
    uint32_t schema = 0;
    std::vector<int64_t> rows; // ascending
};

// Rows that went or were decoded anew, whoever did it.
struct RowChanges {
    struct Range {
        int64_t first = 0;
        int64_t last = 0;
    };
    int64_t last = 0; // to be asked from the next time
    int64_t settled = 0; // up to this one the column files have heard of it: sorting and folding go by them
    std::vector<Range> ranges;
};

struct StoredPosition {
    Lane lane;
    int64_t next = 0;
    int64_t lastStampUs = UtcTime::kNone;
    uint64_t lastHash = 0;
};

struct StoredId {
    std::string stream;
    std::string topic;
    int64_t partition = -1;
    int64_t offset = -1;
    std::string messageId;
};

struct StoredGap {
    std::string stream;
    std::string topic;
    int64_t partition = -1;
    int64_t from = 0;
    int64_t to = 0;
    // "expired", "topic-recreated", "too-large", "refused", "skipped", "damaged" (lost by the archive itself), "unknown"
    std::string why;
    std::string detail;
    UtcTime noticed;
    std::string streamUuid;
    std::string source; // the cluster
    int generation = 0;

    // Not known to be gone: the broker may still have it.
    [[nodiscard]] bool mayBeThere() const;
};

// Whether what was missed for this reason may still be at the broker.
[[nodiscard]] bool mayBeThere(const std::string &why);

// A stretch of one partition that a stream has read, or missed and why: offsets from `from` up to before `to`. What holds no
// message (markers, heartbeats, compacted offsets) counts as read.
struct Coverage {
    std::string stream;
    std::string topic;
    int64_t partition = -1;
    int generation = 0; // counts how often the topic was made anew
    int64_t from = 0;
    int64_t to = 0;
    std::string missed; // "" = received; else as StoredGap::why
    std::string streamUuid;
    std::string source;
    int64_t laneNumber = 0; // for Reader::timesAround()
    UtcTime noticed; // of what was missed
};

// When the messages around a place came (the broker's stamp, else ours); not valid: there is none stored.
struct TimesAround {
    UtcTime before; // of the last stored message before it
    UtcTime after; // of the first one at or behind it
};

struct Info {
    QString place;
    int schemaVersion = 0;
    int64_t rows = 0;
    int64_t messages = 0;
    int64_t undecoded = 0;
    int64_t gaps = 0; // without what was skipped on purpose
    int64_t bytes = 0; // on disk: index, segments and column files
    int64_t quotaBytes = 0;
    int keepDays = 0; // rows without a mark go after so many days; 0 = no limit by age
    int64_t freeBytes = 0;
    UtcTime oldest;
    UtcTime newest;
    QString journal; // "WAL" or "DELETE", with the reason when not WAL
    QString notice; // a plain sentence after an unclean end, a full disk …; may be empty
};

// What an archive may take, and how long it keeps what nobody has marked.
struct Limits {
    int64_t bytes = 0;
    int days = 0; // 0 = no limit by age
};

enum Mark : uint8_t { Seen = 1, Starred = 2, Pinned = 4 };

// What `export` and the window ask for.
struct Selection {
    std::vector<int64_t> rows; // only these; empty = all
    UtcTime since; // by timestamp, else by broker time
    UtcTime until;
    std::string streamUuid; // empty = all
    int64_t afterRow = 0; // only rows with a greater number
    bool decodedOnly = false;
    int64_t untilRow = 0; // no row beyond this one; 0 = no end
    std::vector<std::string> anyStream; // uuids; rows of any of these streams, or with a membership in one; empty = all
    UtcTime arrivedSince; // by the broker's stamp, else by our own
    int64_t lastPerPartition = 0; // only messages among the last so many of their partition; 0 = all
    bool ofOthers = false; // not what this very archive object has written: rows of other processes and earlier runs
    std::shared_ptr<const filter::Filter> filter; // null: none
    UtcTime now; // what `now` is to the filter
};

// Told of found rows, ascending within a call, and how much of the work is done with them; false ends the search.
using FindRows = std::function<bool(const std::vector<int64_t> &rows, double fraction)>;

// What a list of rows is sorted by: a key of the alert, or else a field of the packet (the first value at the path).
// Numbers come before texts, texts compare without case, missing values are last in either direction.
struct SortKey {
    const AlertField *field = nullptr;
    filter::PacketPath packetPath;
    bool descending = false;
};

// A list in which the rows of one event stand together: its newest row stands for all.
struct Folded {
    std::vector<int64_t> heads; // ascending: the newest row of each event, and every row without one
    std::vector<uint32_t> sizes; // beside `heads`: rows of the list that the head stands for, itself included
    // To find the head of an event that goes on: ascending hashes (eventHash), and beside them the head's row.
    std::vector<uint64_t> events;
    std::vector<int64_t> eventHeads;
};
[[nodiscard]] uint64_t eventHash(std::string_view event); // 0: none

// Told how much is done, now and then; false ends the work with ErrorKind::Interrupted.
using GoOn = std::function<bool(double fraction)>;

// Reads; synchronous, on the thread that made it (own connection). Never on the main thread.
class Reader
{
public:
    virtual ~Reader() = default;
    // Row numbers in ascending order.
    virtual Result<std::vector<int64_t>> rowNumbers(const Selection &selection, const std::function<bool()> &cancelled) = 0;
    // The rows that pass a filter (null: all), in pieces: the newest first when so wanted.
    virtual Outcome findRows(const filter::Filter *filter, const UtcTime &now, bool newestFirst, const FindRows &take) = 0;
    // Rows that the last findRows(), rowNumbers() or forEach() had to leave out, ascending: only their packets could have told
    // whether they pass, and those are damaged or lost.
    [[nodiscard]] virtual const std::vector<int64_t> &unread() const = 0;
    // Brings rows into the order of a key; equal ones stay in the order of their numbers. Rows that are gone are left out.
    virtual Outcome sortRows(std::vector<int64_t> &rows, const SortKey &key, const GoOn &goOn) = 0;
    virtual Result<Folded> foldRows(const std::vector<int64_t> &rows, const GoOn &goOn) = 0; // `rows` ascending
    // All rows of the event that this row belongs to, in ascending order, itself included; alone when it has none.
    virtual Result<std::vector<int64_t>> revisions(int64_t row) = 0;
    // Whole alerts of the given rows, in that order; rows that are gone are left out.
    virtual Result<std::vector<std::shared_ptr<const Alert>>> alerts(std::span<const int64_t> rows) = 0;
    // Visits in row order until `visit` returns false.
    virtual Outcome forEach(const Selection &selection, const std::function<bool(const Alert &)> &visit) = 0;
    virtual Result<StoredPacket> packet(int64_t row) = 0;
    // The messages that these rows belong to, each once; what cannot be read is in unread().
    virtual Result<std::vector<StoredMessage>> messages(std::span<const int64_t> rows) = 0;
    virtual Result<std::vector<WaitingRows>> waiting() = 0;
    // Behind the change with this number; -1: none, only where they stand now.
    virtual Result<RowChanges> changesAfter(int64_t change) = 0;
    virtual Result<std::vector<uint8_t>> marks(std::span<const int64_t> rows) = 0;
    // Rows behind `afterRow` that carry the mark, in ascending order.
    virtual Result<std::vector<int64_t>> marked(Mark mark, int64_t afterRow) = 0;
    virtual Outcome forEachId(const std::function<bool(const StoredId &)> &visit) = 0;
    virtual Result<std::vector<StoredGap>> gaps() = 0;
    // By stream, topic, partition, generation and offset; lanes without offsets are left out.
    virtual Result<std::vector<Coverage>> coverage() = 0;
    virtual Result<TimesAround> timesAround(int64_t laneNumber, int64_t offset) = 0;
    virtual Result<std::vector<StoredPosition>> positions(const std::string &streamUuid) = 0;
    // Of all streams in all generations of one partition of one source; a generation without a place comes with place 0.
    virtual Result<std::vector<StoredPosition>> lanePositions(const std::string &source, const std::string &topic, int32_t partition) = 0;
    virtual Result<Info> info() = 0;
    virtual Result<int64_t> lastRow() = 0;
};

// Told of everything that is safe, on the archive's thread; must return at once.
class CommitListener
{
public:
    virtual ~CommitListener() = default;
    // Alerts in row order (row is set unless the archive keeps nothing). `replays` counts messages that were
    // already there.
    virtual void alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t messages, uint64_t replays,
                                 uint64_t gaps) = 0;
    // Alerts of messages that were there already, with the numbers of their rows; told before alertsCommitted().
    virtual void alertsReplayed(const std::vector<std::shared_ptr<const Alert>> &) {}
    // A state of the archive itself, translated: "" = all is well; else why nothing is written just now.
    virtual void archiveTrouble(const QString &message) = 0;
};

// Keeps alerts for ever: rows and the next offsets commit in one transaction after the raw bytes are safe.
// The object may be called from any thread; the work happens on the archive's own thread, which it owns.
// SqliteArchive is the real one; NullArchive keeps nothing (`--no-archive`); PostgreSQL fits behind the same calls.
class Archive
{
public:
    virtual ~Archive() = default;

    // Queues a batch; committed() or refused() of its origin answers from the archive's thread. Never blocks on disk.
    virtual void append(DecodedBatch batch) = 0;
    // Bytes queued and not yet committed; the pipeline holds back above its limit.
    [[nodiscard]] virtual size_t queuedBytes() const = 0;
    // A reader for the calling thread. NotFound: nothing is kept (NullArchive).
    [[nodiscard]] virtual Result<std::unique_ptr<Reader>> reader() = 0;
    virtual void renameStream(const std::string &uuid, const std::string &name) = 0;
    // Sets or clears marks; `done` runs on the archive's thread.
    virtual void setMarks(std::vector<int64_t> rows, uint8_t set, uint8_t clear, std::function<void(Outcome)> done) = 0;
    // Gives the rows of these messages what was found in them, in place: numbers, marks and memberships stay, further records
    // are appended (and told as committed), records that are no more go unless they are marked, and whoever keeps a copy of rows
    // looks at them again. A message that cannot be read at all tells so in its first row and takes nothing away. All or nothing;
    // what is gone meanwhile stays gone. `done` runs on the archive's thread.
    virtual void replaceAlerts(std::vector<Redecoded> messages, std::function<void(Result<Replacement>)> done) = 0;
    // Writes what is known of rows beside their packets, in place; whoever keeps a copy of rows looks at them again. Rows that
    // say so already, and those that are gone, are left out of the number. All or nothing. `done` runs on the archive's thread.
    virtual void annotate(std::vector<Annotation> annotations, std::function<void(Result<int64_t>)> done)
    {
        (void)annotations;
        done(int64_t{0});
    }
    // A stream reads the schemas of its packets from this registry; `done` runs on the archive's thread when readers know it.
    virtual void setRegistry(const std::string &streamUuid, const std::string &registry, std::function<void()> done) = 0;
    // New limits, kept with the archive. Writes two small files: not on the main thread.
    [[nodiscard]] virtual Outcome setLimits(const Limits &limits) = 0;
    virtual void setListener(CommitListener *listener) = 0; // before the first append; outlives the archive
    // Takes the lease of a stream; false: another process reads it into this archive (follow the archive instead).
    [[nodiscard]] virtual bool takeLease(const std::string &stream) = 0;
    virtual void dropLease(const std::string &stream) = 0;
    // Commits what is queued and ends; what cannot be committed by the deadline is refused, and so fetched again.
    virtual void close(std::chrono::steady_clock::time_point deadline) = 0;
    void close() { close(std::chrono::steady_clock::now() + std::chrono::seconds(3)); }
};

struct OpenSettings {
    QString place; // folder; made when missing
    // 0 = what the file `quota` in the archive's folder says, now and later; it is written once, when there is none, with
    // min(20 GB, 10 % of the free space): a disk that others fill later must not shrink the archive.
    int64_t quotaBytes = 0;
    int64_t reserveBytes = 64ll << 20;
    bool readOnly = false; // commands that only look
    std::chrono::milliseconds patience{5'000}; // with a locked index, before a try counts as failed
    std::chrono::milliseconds retryPause{1'000}; // from a failed try to the next
    std::function<QDateTime()> clock = {}; // the hour of new segments; empty = the system's
};

[[nodiscard]] Result<std::unique_ptr<Archive>> openSqliteArchive(const OpenSettings &settings);
// `why` it keeps nothing, of the kind NotFound; without it: a person wanted that.
[[nodiscard]] std::unique_ptr<Archive> makeNullArchive(std::optional<Error> why = {});

} // namespace tocsin::archive
