// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/packetpath.h"

#include "core/filter/text.h"

namespace tocsin::filter {

std::string pathText(std::span<const PathStep> path)
{
    std::string text = "fields";
    for (const PathStep &step : path) {
        if (step.isIndex())
            text += '[' + std::to_string(step.index) + ']';
        else if (isPlainName(step.name))
            text += '.' + step.name;
        else
            text += '[' + quotedText(step.name) + ']';
    }
    return text;
}

} // namespace tocsin::filter
