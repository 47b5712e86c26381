// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/options/optionspec.h"

namespace tocsin::streams {

struct StreamConfig;

// How real what a stream brings is; the later, the less. Where several streams are shown together, the least real one counts.
enum class Instance { Production, Playground, Test, Mock };

// What the person chose; else what the domain (GCN) or every one of its topics says (igwn.gwalert-playground); the demo is a
// Mock. Who is not sure says Production. Any thread.
[[nodiscard]] Instance instanceOf(const StreamConfig &config);

// The word of an instance in files and on the command line: "production", "playground", "test", "mock".
[[nodiscard]] QString instanceName(Instance instance);

// The option `instance` of stream types whose server does not tell.
[[nodiscard]] options::OptionSpec instanceOption();

// What the words of these topics say; nothing unless all of them say the same, and nothing of regular expressions.
[[nodiscard]] std::optional<Instance> instanceOfTopics(const QStringList &topics);

} // namespace tocsin::streams
