// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/alertprinter.h"
#include "core/filter/filter.h"
#include "core/services/engine.h"
#include "core/streams/stream.h"

#include <chrono>
#include <memory>
#include <vector>

namespace tocsin::app {

// What a run of `listen` reads and prints. A plain value.
struct ListenPlan {
    std::vector<streams::Assignment> streams;
    bool untilEnd = false;
    int64_t count = 0;
    std::chrono::milliseconds limit{0};
    bool quiet = false;
    bool rules = false;
    bool takesHistory = false; // rules: a person named where reading begins
    bool allFields = false;
    std::shared_ptr<const filter::Filter> filter; // of what is printed
    AlertPrinter::Settings printing;
    services::EngineSettings engine;
    int logLevel = 4;
};

// Runs until what was planned is reached or somebody ends it; the exit code. On the main thread, with an event loop of its own.
[[nodiscard]] int listen(ListenPlan plan);

} // namespace tocsin::app
