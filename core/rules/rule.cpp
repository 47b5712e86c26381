// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rule.h"

#include <algorithm>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

QVariant Action::value(const QString &key) const
{
    const ActionKind *known = findActionKind(kind);
    return known ? values.value(known->options, key) : values.stored().value(key);
}

bool Action::isForEach() const
{
    const ActionKind *known = findActionKind(kind);
    if (!known)
        return false;
    const bool hasChoice = std::ranges::any_of(known->options, [](const options::OptionSpec &spec) { return spec.key == u"when"; });
    return hasChoice ? text(u"when"_s) == u"alert" : !known->wakes;
}

bool Rule::wakes() const
{
    return std::ranges::any_of(actions, [](const Action &action) {
        const ActionKind *known = findActionKind(action.kind);
        return known && known->wakes;
    });
}

} // namespace tocsin::rules
