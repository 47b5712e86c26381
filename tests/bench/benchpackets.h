// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace tocsin::bench {

enum class Yardstick {
    Json, // simdjson's own parse of the same bytes
    Copy, // a memory copy of the bytes that a decoder must look at
};

// One kind of message as it comes: of the size that its sender writes, with invented content.
struct Load {
    std::string name;
    std::string format; // that must come out; what is measured otherwise is a refusal
    Yardstick yardstick = Yardstick::Copy;
    double must = 0; // share of the yardstick that the decoder must reach; 0: nobody asked for one
    std::vector<std::string> variants; // of its bytes, of nearly one size
    size_t jumped = 0; // bytes of images, which nobody has to look at to make a row
    std::string key; // of the message
    std::vector<std::pair<std::string, std::string>> headers;
};

// `folder`: tests/data, whose small messages are grown.
[[nodiscard]] std::vector<Load> avroLoads(const std::string &folder);
[[nodiscard]] std::vector<Load> jsonLoads(const std::string &folder);
[[nodiscard]] std::vector<Load> otherLoads(const std::string &folder);

} // namespace tocsin::bench
