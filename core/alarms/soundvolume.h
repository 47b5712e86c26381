// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace tocsin::alarms {

// Whether the device that sounds go to is muted or turned down to nothing: libcanberra plays into it all the same and says
// that it went well. Asks the sound server (PulseAudio, or PipeWire in its place); nothing: there is none, or it did not answer
// in time. Blocks for that time; not on the main thread.
[[nodiscard]] std::optional<bool> isMuted(std::chrono::milliseconds limit);

} // namespace tocsin::alarms
