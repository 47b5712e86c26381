// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"
#include "core/domain/inside.h"
#include "core/domain/packet.h"

#include <QtGlobal>

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {
class FieldMapping; // core/domain/fieldmapping.h
}

namespace tocsin::decoders {

// The whole packet as a tree, in the order of the packet. Binary values, images and maps appear as
// {"bytes": N, "media": "…"}; single-precision numbers with the digits they have; integers of any size exact.
using FieldTree = nlohmann::ordered_json;

class FieldPick;
class AvroSchema;

// What a decoder is given. Views only; nothing is kept.
struct Input {
    std::string_view value;
    std::string_view key;
    std::span<const std::pair<std::string, std::string>> headers;
    std::string_view topic; // may be empty; a hint, never the proof of a format. Only heartbeats need it
};

struct Wanted {
    bool fields = false; // also build the trees (detail pane, --all-fields); slow path
    bool inside = false; // also light curve, stamps and map; slow path
    const FieldPick *pick = nullptr; // the trees alone, and of them only this: `alerts` may stay empty
    std::string_view format; // decode as this format and no other; empty = by content
    std::string_view schema; // an Avro schema (JSON text) for packets that bring none; empty = none
    std::string_view registry; // address of the schema registry whose numbers packets bear; empty = Rubin's
    const FieldMapping *mapping = nullptr; // of the stream, over what the formats find; null = none
};

// What came out. Exactly one of: heartbeat; `alerts` non-empty and `error` empty; `error` set (then `alerts`
// is empty and `format` says what was tried). `trees` and `insides` run parallel to `alerts` when they were wanted. An alert
// may bear an error of its own: a part of an envelope that could not be read beside others that could.
struct Decoded {
    std::vector<std::shared_ptr<Alert>> alerts;
    std::vector<FieldTree> trees;
    std::vector<Inside> insides;
    bool heartbeat = false;
    std::string format;
    std::string error; // for people, in English facts: what ended where
    std::shared_ptr<const AvroSchema> schema; // that the last datum was written with; null: no Avro
    std::string needsSchema; // the registry's number of a schema that is not here (schemastore.h); `error` says it too
};

// What a row says whose packet waits for a schema of a registry, and the number that it waits for; none: it does not.
[[nodiscard]] std::string waitingText(uint32_t schema);
[[nodiscard]] std::optional<uint32_t> waitsForSchema(const Alert &alert);
constexpr std::string_view kWaitingBegin = "waits for schema ";

// What a decoder reads, for the help page and `decode --formats`.
struct FieldNote {
    const char *key; // alert key
    const char *from; // where it is taken from in the packet
};

// One message format: pure functions from bytes to alerts. Stateless for callers (thread-safe), never
// throws, never logs, bounded in memory, depth and time. Owned by the families (format.h).
class Decoder
{
public:
    virtual ~Decoder() = default;
    [[nodiscard]] virtual const char *id() const = 0; // "gcn-notice", "ztf-avro", …
    [[nodiscard]] virtual const char *label() const = 0; // translate in context "decoders"
    [[nodiscard]] virtual const char *help() const = 0;
    [[nodiscard]] virtual std::span<const FieldNote> notes() const = 0;
    // What stays in the packet, for the same page; translate in context "decoders". "": nothing that anybody misses.
    [[nodiscard]] virtual const char *notRead() const { return ""; }
};

// All formats, in the order in which they are tried.
[[nodiscard]] std::span<const Decoder *const> all();

// Topics whose messages only say "alive".
[[nodiscard]] bool isHeartbeatTopic(std::string_view topic);

// Finds the format by content and decodes. Never throws.
[[nodiscard]] Decoded decode(const Input &input, const Wanted &wanted = {});

} // namespace tocsin::decoders
