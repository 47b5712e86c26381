// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

#include <QColor>
#include <QString>

// Shape and colour of a stream's state (look.md 5); the word comes from streams::stateWord().
namespace tocsin::ui {

[[nodiscard]] QString stateGlyph(streams::State state);
[[nodiscard]] QColor stateColour(streams::State state);
// The word carries the colour only where it asks for attention or says that all is well.
[[nodiscard]] QColor stateWordColour(streams::State state);

} // namespace tocsin::ui
