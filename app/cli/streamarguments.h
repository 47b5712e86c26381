// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "core/services/streamstore.h"
#include "core/streams/stream.h"

namespace tocsin::app {

// A stream named on the command line: one that is set up, a kafka:// URL, or demo:. SecretGiver brings its secret.
struct NamedStream {
    streams::StreamConfig config;
    bool isUrl = false;
    bool isDemo = false;
};

[[nodiscard]] Result<NamedStream> streamFromArgument(const QString &argument, const services::StreamStore &store);
// The URL of a broker for commands that need no topic of its own: any topic.
[[nodiscard]] QString withAnyTopic(QString argument);
// The demo's stream from --seed, --speed and --count.
[[nodiscard]] Result<streams::StreamConfig> demoFromArguments(const CliArguments &arguments);

} // namespace tocsin::app
