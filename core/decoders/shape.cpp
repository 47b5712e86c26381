// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/format.h"

namespace tocsin::decoders {

Shape::Shape(const Value &root) : m_root(root)
{
    if (root.isObject())
        root.forEach([this](std::string_view name, const Value &) { m_names[bitOf(name) / 64] |= uint64_t{1} << bitOf(name) % 64; });
}

} // namespace tocsin::decoders
