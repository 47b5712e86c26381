// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/alert.h"

#include <array>
#include <charconv>

namespace tocsin {

Number::Number(float v) : value(static_cast<double>(v)), single(true)
{
    if (!std::isfinite(v))
        return;
    std::array<char, 32> buffer;
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), v);
    std::from_chars(buffer.data(), written.ptr, value);
}

} // namespace tocsin
