// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a filter: compiled, judged with a packet and without, and completed at a cursor.
#include "core/filter/completion.h"
#include "core/filter/filter.h"

#include <cstdlib>

namespace {

using namespace tocsin;

class Fields final : public filter::PacketFields
{
public:
    const decoders::FieldTree *tree() override
    {
        static const decoders::FieldTree tree = decoders::FieldTree::parse(
            R"({"a": 1, "x": ["s", null, [true, 2.5]], "candidate": {"drb": 0.9, "t": "2026-03-01T00:00:00Z"}, "body": "a kilonova", "n": 3458293962815015016})");
        return &tree;
    }
};

Alert fullAlert()
{
    Alert alert;
    alert.timestamp = UtcTime::fromIso("2026-03-01T04:05:06.789Z");
    alert.id = "3458293962815015016";
    alert.name = "ZTF26abc";
    alert.ra = 187.7;
    alert.dec = 12.4;
    alert.mag = 18.5;
    alert.message = "circular";
    alert.problems = {"one", "two"};
    alert.row = 7;
    return alert;
}

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const filter::FieldCatalogue catalogue;
    static const Alert alert = fullAlert();
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto result = filter::Filter::compile(text, catalogue);
    if (const auto *made = std::get_if<filter::Filter>(&result)) {
        Fields fields;
        const UtcTime now = UtcTime::fromIso("2026-03-01T05:00:00Z");
        const filter::Truth with = made->judge(alert, now, &fields);
        const filter::Truth without = made->judge(alert, now);
        require(without == with || (without == filter::Truth::Unknown && made->needsPacket()));
    } else {
        const auto &problem = std::get<filter::Problem>(result);
        require(!problem.message.isEmpty() && problem.position <= size && problem.length <= size - problem.position);
        (void)problem.utf16(text);
    }
    if (size % 4 != 0) // it costs more than all the rest
        return 0;
    const filter::Completion completion = filter::complete(text, size > 0 ? data[size / 2] % (size + 1) : 0, catalogue);
    require(completion.position + completion.length <= size);
    return 0;
}
