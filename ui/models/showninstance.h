// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/instance.h"

#include <QString>

#include <map>
#include <string>

namespace tocsin::ui {

// How real something is, as it is shown: an instance, and whether a mock is the built-in night, which has a word of its own.
// A plain value.
struct ShownInstance {
    streams::Instance instance = streams::Instance::Production;
    bool isNight = false;

    [[nodiscard]] bool isReal() const { return instance == streams::Instance::Production; }
    friend bool operator==(const ShownInstance &, const ShownInstance &) = default;
};

[[nodiscard]] ShownInstance shownInstance(const streams::StreamConfig &config);
// "Production", "Playground", "Test", "Demo", "Mock"; translated.
[[nodiscard]] QString instanceWord(const ShownInstance &instance);
// Where several are shown together, the least real one counts.
[[nodiscard]] ShownInstance leastReal(const ShownInstance &a, const ShownInstance &b);

// The instance of each stream by the name that its alerts carry; streams that are gone count as real. Owned by the window,
// main thread.
using StreamInstances = std::map<std::string, ShownInstance>;
[[nodiscard]] ShownInstance instanceOfStream(const StreamInstances *instances, const std::string &stream);

} // namespace tocsin::ui
