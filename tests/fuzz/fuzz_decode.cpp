// SPDX-License-Identifier: GPL-3.0-or-later
// One libFuzzer target per format: the bytes by content, and forced into the format. Everything that comes out is also
// written as a JSON line, as the program would.
#include "core/decoders/decoder.h"
#include "core/export/jsonline.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace tocsin;
    const decoders::Input input{.value = {reinterpret_cast<const char *>(data), size}, .topic = "fuzz.heartbeat"};
    for (const char *format : {"", TOCSIN_FUZZ_FORMAT}) {
        const decoders::Decoded decoded = decoders::decode(input, {.fields = true, .format = format});
        if (decoded.heartbeat)
            continue;
        // Alerts or an error, never both, never neither.
        if (decoded.alerts.empty() == decoded.error.empty() || decoded.alerts.size() != decoded.trees.size())
            std::abort();
        std::string line;
        for (size_t i = 0; i < decoded.alerts.size(); ++i)
            exporting::appendJsonLine(line, *decoded.alerts[i],
                                      decoded.trees[i].dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace));
    }
    return 0;
}
