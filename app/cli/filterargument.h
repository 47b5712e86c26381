// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "core/filter/filter.h"

#include <memory>

namespace tocsin::app {

// The filter of `--filter EXPR`; null when there is none. What is wrong with it names the place and says what to write.
[[nodiscard]] Result<std::shared_ptr<const filter::Filter>> filterArgument(const CliArguments &arguments);
// The time of `--since T` and its like; not valid where there is none.
[[nodiscard]] Result<UtcTime> timeArgument(const CliArguments &arguments, const QString &option);

} // namespace tocsin::app
