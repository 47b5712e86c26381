// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timescale.h"
#include "core/domain/alertfields.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tocsin {

// Which value of a packet becomes which key of its alert, as a person decided it for a stream whose packets no format knows:
// a JSON pointer (RFC 6901) per key, with its unit and, for times, its scale. Kept as JSON text in the stream's settings:
//   {"format": "*", "fields": {"id": "/event/number", "ra": {"from": "/pos/ra", "unit": "h"},
//    "timestamp": {"from": ["/time", "/created"], "unit": "mjd", "scale": "tai"}}}
// "format" is the id of one format, "*" for any; without it plain JSON and plain Avro. Immutable; shared between threads.
class FieldMapping
{
public:
    using Pointer = std::vector<std::string>; // the names on the way
    struct Rule {
        const AlertField *field = nullptr;
        std::vector<Pointer> from; // the first that leads to a value counts
        std::string unit; // one of units(); empty: the key's own, for times by the look of the value
        timescale::Scale scale = timescale::Scale::Utc;
    };

    // The mapping, or what is wrong with the text and where, in English.
    [[nodiscard]] static std::variant<std::shared_ptr<const FieldMapping>, std::string> fromJson(std::string_view text);
    // Of rules that are right each, for different keys; at least one.
    [[nodiscard]] static std::shared_ptr<const FieldMapping> of(std::string format, std::vector<Rule> rules);
    // What fromJson() reads back, in one line.
    [[nodiscard]] std::string toJson() const;

    [[nodiscard]] std::span<const Rule> rules() const { return m_rules; }
    [[nodiscard]] const std::string &format() const { return m_format; } // "*" any; empty: plain JSON and plain Avro
    [[nodiscard]] bool appliesTo(std::string_view format) const; // as an alert says it, with or without a version
    [[nodiscard]] const Rule *find(std::string_view key) const;

    // The keys that a mapping may name, in the order of the contract; what it may say of each.
    [[nodiscard]] static std::span<const AlertField *const> fields();
    [[nodiscard]] static std::span<const std::string_view> units(const AlertField &field); // the first is the key's own
    [[nodiscard]] static std::span<const std::string_view> scales(); // "utc", "tai", "tt", "gps"
    // RFC 6901; false: it is none. The other way round.
    [[nodiscard]] static bool parsePointer(std::string_view text, Pointer &out);
    [[nodiscard]] static std::string pointerText(const Pointer &pointer);

private:
    std::string m_format;
    std::vector<Rule> m_rules;
};

} // namespace tocsin
