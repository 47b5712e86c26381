// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/signin.h"

#include <functional>

namespace tocsin::ui {

// What the stream dialog hands to those of its parts that ask the broker: the type and the form as it is filled in, with
// user and secret of its account where it names one. Answered once, at once or when the vault has answered, on the main
// thread; false: the form is not ready, and says so itself.
using BrokerQuestion = std::function<bool(const std::function<void(const streams::StreamType &, const Result<streams::StreamConfig> &)> &answer)>;

} // namespace tocsin::ui
