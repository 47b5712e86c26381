// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/target.h"

#include <array>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

QString stateWord(State state)
{
    static const std::array<QString, 6> words{u"local"_s, u"queued"_s, u"created"_s, u"exists"_s, u"refused"_s, u"removed"_s};
    return words[static_cast<size_t>(state)];
}

} // namespace tocsin::tom
