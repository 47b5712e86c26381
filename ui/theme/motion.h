// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tocsin::ui {

// May things move? The person's choice, else the desktop's (asked once, beside, so that nothing waits for it); never in red.
// One state for the process, main thread only.
struct Motion {
    enum class Choice { Desktop, Reduced, Full };

    static void setChoice(Choice choice);
    [[nodiscard]] static Choice choice();
    [[nodiscard]] static bool isReduced();
};

} // namespace tocsin::ui
