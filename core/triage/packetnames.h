// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tocsin::triage {

// What a packet tells beside the facts of its row: other names of what it is about, under the keys that brokers and senders use
// for them, in JSON, in Avro that brings its schema, and in VOEvent. None where a packet tells of several things. Only names of
// known kinds (isEventName()). Pure function; quick where a survey's packets have no such key.
[[nodiscard]] std::vector<std::string> otherNamesIn(std::string_view packet);

} // namespace tocsin::triage
