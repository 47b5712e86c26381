// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"

#include <memory>

namespace tocsin::tests {

// A filter as the window holds it; null where the text is none.
inline std::shared_ptr<const filter::Filter> filterOf(std::string_view text)
{
    auto compiled = filter::Filter::compile(text, {});
    const auto *valid = std::get_if<filter::Filter>(&compiled);
    return valid ? std::make_shared<const filter::Filter>(*valid) : nullptr;
}

} // namespace tocsin::tests
