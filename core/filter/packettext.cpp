// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/packettext.h"

#include <algorithm>

namespace tocsin::filter {

const std::string *packetText(const decoders::FieldTree &packet, std::string_view path)
{
    const decoders::FieldTree *at = &packet;
    while (at && !path.empty()) {
        const size_t dot = std::min(path.find('.'), path.size());
        const auto it = at->is_object() ? at->find(path.substr(0, dot)) : at->end();
        at = it == at->end() ? nullptr : &*it;
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return at && at->is_string() ? &at->get_ref<const std::string &>() : nullptr;
}

} // namespace tocsin::filter
