// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/brokers/hopmarks.h"

namespace tocsin::decoders {

std::string uuidText(std::string_view bytes)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string out;
    if (bytes.size() != 16)
        return out;
    for (size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out += '-';
        out += kHex[static_cast<unsigned char>(bytes[i]) >> 4];
        out += kHex[static_cast<unsigned char>(bytes[i]) & 15];
    }
    return out;
}

void setHopMarks(const Input &input, Alert &alert)
{
    for (const auto &[name, value] : input.headers) {
        if (name == "_test")
            alert.test = true;
        else if (name == "_id" && alert.messageId.empty())
            alert.messageId = uuidText(value);
    }
}

} // namespace tocsin::decoders
