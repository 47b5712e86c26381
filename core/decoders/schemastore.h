// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/decoders/avroschema.h"

#include <QString>

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

namespace tocsin::decoders {

// Avro schemas of packets that bring none: the ones that were shipped with the program, then the ones that were fetched
// once and kept for ever in a folder. Never touches the network. Thread-safe; one for the process, asked by the decoders.
class SchemaStore
{
public:
    using Schema = std::shared_ptr<const AvroSchema>;

    SchemaStore();
    [[nodiscard]] static SchemaStore &instance();

    // By the number that a schema registry gave it. `registry`: its address; empty: Rubin's, whose schemas are shipped. None:
    // nobody here has it.
    [[nodiscard]] Schema byId(std::string_view registry, uint32_t id);
    // What was looked for in vain is looked for again: another process may have fetched it.
    void lookAgain();
    // By the CRC-64-AVRO of its canonical form, as single-object framing names it.
    [[nodiscard]] Schema byFingerprint(uint64_t fingerprint);

    // $XDG_CACHE_HOME/tocsin/schemas; empty: nothing is kept. What was unknown may be in it.
    void setFolder(const QString &folder);
    // What a registry answered: a schema, or {"schema": "<its text>"}. It is kept for ever: a number never changes its meaning,
    // so a different text for a known number is refused.
    [[nodiscard]] Outcome add(std::string_view registry, uint32_t id, std::string_view answer);

    // The schema's text out of a registry's answer; the answer itself where it is one already.
    [[nodiscard]] static std::string schemaTextOf(std::string_view answer);
    // A schema with all named types in it that it only refers to, as `named` gives them by full name; else what is missing.
    // Bounded in depth and size.
    using Named = std::function<std::optional<std::string>(std::string_view)>;
    struct Inlined {
        std::string text;
        std::string error; // empty: `text` is whole
    };
    [[nodiscard]] static Inlined inlined(std::string_view schema, const Named &named);
    // CRC-64-AVRO of the Parsing Canonical Form; none when it is no schema.
    [[nodiscard]] static std::optional<uint64_t> fingerprintOf(std::string_view schema);

private:
    using Key = std::pair<std::string, uint32_t>;
    [[nodiscard]] QString fileOf(const Key &key) const;
    [[nodiscard]] std::string load(const Key &key) const; // empty: unknown

    std::mutex m_mutex;
    QString m_folder;
    std::map<Key, Schema> m_known; // none: looked for and not found
    std::map<Key, std::string> m_added; // texts that came while the program runs
    std::unordered_map<uint64_t, Schema> m_fingerprints; // of what was shipped, once it was asked for
    bool m_fingerprinted = false;
};

} // namespace tocsin::decoders
