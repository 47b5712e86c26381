// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/soundvolume.h"

#include <pulse/pulseaudio.h>

#include <memory>

namespace tocsin::alarms {

namespace {

using Clock = std::chrono::steady_clock;

struct Answer {
    bool isOver = false;
    std::optional<bool> isMuted;
};

void take(pa_context *, const pa_sink_info *sink, int end, void *given)
{
    auto *answer = static_cast<Answer *>(given);
    answer->isOver = answer->isOver || end != 0;
    if (sink)
        answer->isMuted = sink->mute != 0 || pa_cvolume_max(&sink->volume) == PA_VOLUME_MUTED;
}

// One turn of the loop; false: the time is over, or the loop is broken.
bool turn(pa_mainloop *loop, Clock::time_point until)
{
    const auto left = std::chrono::duration_cast<std::chrono::microseconds>(until - Clock::now()).count();
    return left > 0 && pa_mainloop_prepare(loop, static_cast<int>(left)) >= 0 && pa_mainloop_poll(loop) >= 0 && pa_mainloop_dispatch(loop) >= 0;
}

} // namespace

std::optional<bool> isMuted(std::chrono::milliseconds limit)
{
    const Clock::time_point until = Clock::now() + limit;
    const std::unique_ptr<pa_mainloop, decltype(&pa_mainloop_free)> loop(pa_mainloop_new(), pa_mainloop_free);
    if (!loop)
        return {};
    const std::unique_ptr<pa_context, decltype(&pa_context_unref)> context(pa_context_new(pa_mainloop_get_api(loop.get()), "Tocsin"), pa_context_unref);
    if (!context || pa_context_connect(context.get(), nullptr, PA_CONTEXT_NOAUTOSPAWN, nullptr) < 0)
        return {};
    Answer answer;
    while (pa_context_get_state(context.get()) != PA_CONTEXT_READY) {
        if (!PA_CONTEXT_IS_GOOD(pa_context_get_state(context.get())) || !turn(loop.get(), until))
            return {};
    }
    pa_operation *asked = pa_context_get_sink_info_by_name(context.get(), "@DEFAULT_SINK@", take, &answer);
    while (asked && !answer.isOver && turn(loop.get(), until)) { }
    if (asked) {
        pa_operation_cancel(asked);
        pa_operation_unref(asked);
    }
    pa_context_disconnect(context.get());
    return answer.isMuted;
}

} // namespace tocsin::alarms
