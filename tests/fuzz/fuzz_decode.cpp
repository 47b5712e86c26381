// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes by content, and forced into the format that TOCSIN_FUZZ_FORMAT names, light curves and stamps included. What comes
// out is also written as a JSON line, as the program would. --formats prints what there is to choose from.
#include "core/decoders/decoder.h"
#include "core/export/jsonline.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

std::string &format()
{
    static std::string name;
    return name;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    using namespace tocsin::decoders;
    if (*argc == 2 && std::strcmp((*argv)[1], "--formats") == 0) {
        for (const Decoder *decoder : all())
            std::puts(decoder->id());
        std::exit(0);
    }
    if (const char *name = std::getenv("TOCSIN_FUZZ_FORMAT"))
        format() = name;
    for (const Decoder *decoder : all()) {
        if (format() == decoder->id())
            return 0;
    }
    std::fprintf(stderr, "TOCSIN_FUZZ_FORMAT=%s: there is no such format\n", format().c_str());
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace tocsin;
    const decoders::Input input{.value = {reinterpret_cast<const char *>(data), size}, .topic = "fuzz.heartbeat"};
    for (const std::string_view name : {std::string_view(), std::string_view(format())}) {
        const decoders::Decoded decoded = decoders::decode(input, {.fields = true, .inside = true, .format = name});
        if (decoded.heartbeat)
            continue;
        // Alerts or an error, never both, never neither.
        if (decoded.alerts.empty() == decoded.error.empty() || decoded.alerts.size() != decoded.trees.size()
            || decoded.alerts.size() != decoded.insides.size())
            std::abort();
        std::string line;
        for (size_t i = 0; i < decoded.alerts.size(); ++i)
            exporting::appendJsonLine(line, *decoded.alerts[i],
                                      decoded.trees[i].dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace));
    }
    return 0;
}
