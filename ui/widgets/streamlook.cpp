// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/streamlook.h"

#include "ui/theme/theme.h"

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using streams::State;

QString stateGlyph(State state)
{
    switch (state) {
    case State::Connecting:
        return u"connecting"_s;
    case State::CatchingUp:
        return u"catchingup"_s;
    case State::Live:
        return u"live"_s;
    case State::Quiet:
        return u"quiet"_s;
    case State::Stale:
        return u"stale"_s;
    case State::Degraded:
        return u"degraded"_s;
    case State::NeedsSignIn:
        return u"needssignin"_s;
    case State::Missing:
        return u"missing"_s;
    case State::Stopped:
        return u"stopped"_s;
    }
    Q_UNREACHABLE();
}

QColor stateColour(State state)
{
    const Palette &colours = Theme::palette();
    switch (state) {
    case State::Live:
        return colours.good;
    case State::Connecting:
    case State::CatchingUp:
        return colours.accent;
    case State::Quiet:
    case State::Missing:
    case State::Stopped:
        return colours.muted;
    case State::Stale:
    case State::Degraded:
        return colours.warn;
    case State::NeedsSignIn:
        return colours.bad;
    }
    Q_UNREACHABLE();
}

QColor stateWordColour(State state)
{
    switch (state) {
    case State::Live:
    case State::Stale:
    case State::Degraded:
    case State::NeedsSignIn:
        return stateColour(state);
    default:
        return Theme::palette().muted;
    }
}

} // namespace tocsin::ui
