// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"

#include <QString>
#include <QTest>

#include <string_view>

// One alert that has nearly everything, its packet, and short ways to ask. It is no alert that could be: it holds every
// key that an example on the help page names.
namespace samples {

using namespace tocsin;
using filter::Filter;
using filter::Problem;
using filter::Truth;

inline Alert alert()
{
    Alert alert;
    alert.timestamp = UtcTime::fromIso("2026-03-01T04:05:06.789Z");
    alert.id = "3458293962815015016";
    alert.name = "ZTF26abc";
    alert.ra = 187.70593;
    alert.dec = 12.39112;
    alert.mag = 18.5;
    alert.score = 0.95;
    alert.url = "https://example.org/ZTF26abc";
    alert.message = "notice";
    alert.messenger = "optical";
    alert.event = "S260301ab";
    alert.revision = "3";
    alert.classification = "BNS";
    alert.significant = true;
    alert.far = 1e-9;
    alert.errorRadius = 0.1;
    alert.magLimit = 20.5;
    alert.timePrecision = 0.01;
    alert.band = "ztf-r";
    alert.flux = 120.0;
    alert.fluxError = 12.0;
    alert.mission = "LVK";
    alert.instruments = "H1,L1";
    alert.stream = "gcn";
    alert.topic = "gcn.notices.icecube";
    alert.partition = 0;
    alert.offset = 42;
    alert.brokerTime = UtcTime::fromIso("2026-03-01T04:05:10Z");
    alert.received = UtcTime::fromIso("2026-03-01T04:05:10.5Z");
    alert.row = 9007199254740993;
    alert.problems = {"far is not finite", "jd is no time"};
    alert.pBns = 0.7;
    alert.pNsbh = 0.2;
    alert.area90 = 85.0;
    alert.distanceMpc = 150.0;
    alert.subject = "A kilonova in the making";
    return alert;
}

inline UtcTime now()
{
    return UtcTime::fromIso("2026-03-01T04:10:00Z");
}

inline decoders::FieldTree packet()
{
    return decoders::FieldTree::parse(R"({
        "candid": 3458293962815015016, "candidate": {"drb": 0.97, "magpsf": 18.5, "jd": 2461100.67, "isdiffpos": true, "ssnamenr": null},
        "prv_candidates": [{"magpsf": 19.0, "drb": null}, {"magpsf": 17.5}, {"magpsf": null}],
        "a.b": [7, 8], "list": [1, 2, {"x": 5}], "instruments": ["H1", "L1"], "empty": [], "flags": [false, true],
        "big": 18446744073709551615, "text": "42", "when": "2026-03-01T04:00:00Z", "object": {"n": 1},
        "nested": [[1, 2], [3]], "additional_info": "Swift found Éta Carinae, a nova"
    })");
}

class Fixed final : public filter::PacketFields
{
public:
    explicit Fixed(decoders::FieldTree tree) : m_tree(std::move(tree)) {}
    const decoders::FieldTree *tree() override
    {
        ++asked;
        return &m_tree;
    }
    int asked = 0;

private:
    decoders::FieldTree m_tree;
};

inline const filter::FieldCatalogue &catalogue()
{
    static const filter::FieldCatalogue shipped;
    return shipped;
}

// The filter, or a failed test.
inline Filter compiled(std::string_view text)
{
    auto result = Filter::compile(text, catalogue());
    if (const auto *problem = std::get_if<Problem>(&result)) {
        const QString line = QStringLiteral("“%1” at %2+%3: %4").arg(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).arg(problem->position).arg(problem->length).arg(problem->message);
        QTest::qFail(qPrintable(line), __FILE__, __LINE__);
        return std::get<Filter>(Filter::compile("true", catalogue()));
    }
    return std::get<Filter>(std::move(result));
}

inline Truth judged(std::string_view text, const Alert &on)
{
    Fixed fields(packet());
    return compiled(text).judge(on, now(), &fields);
}
inline Truth judged(std::string_view text)
{
    return judged(text, alert());
}

inline std::optional<Problem> problemOf(std::string_view text)
{
    auto result = Filter::compile(text, catalogue());
    if (const auto *problem = std::get_if<Problem>(&result))
        return *problem;
    return std::nullopt;
}

} // namespace samples

Q_DECLARE_METATYPE(tocsin::filter::Truth)
