// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/functions.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace tocsin::filter {

namespace {

// clang-format off
constexpr std::array kFunctions{
    Function{"cone", Kind::Cone, Takes::Place, true, "cone(ra, dec, radius)", QT_TRANSLATE_NOOP("filter", "condition"),
             QT_TRANSLATE_NOOP("filter", "The alert lies within the radius of this place (ICRS). Degrees unless a unit is said; sexagesimal works here."),
             "cone(12h30m49s, +12d23m28s, 2deg)"},
    Function{"has", Kind::Has, Takes::Name, true, "has(x)", QT_TRANSLATE_NOOP("filter", "condition"),
             QT_TRANSLATE_NOOP("filter", "The key or packet field is there: true or false, never unknown."), "has(mag)"},
    Function{"word", Kind::Word, Takes::Text, true, "word(\"text\")", QT_TRANSLATE_NOOP("filter", "condition"),
             QT_TRANSLATE_NOOP("filter", "These whole words stand together in the name, id, event, classification, subject, mission, instruments, error or the text of a circular, log or notice. Case does not count."),
             "word(\"kilonova\")"},
    Function{"abs", Kind::Abs, Takes::Number, false, "abs(x)", QT_TRANSLATE_NOOP("filter", "number"),
             QT_TRANSLATE_NOOP("filter", "The number without its sign."), "abs(b) > 15"},
    Function{"lower", Kind::Lower, Takes::Text, false, "lower(x)", QT_TRANSLATE_NOOP("filter", "text"),
             QT_TRANSLATE_NOOP("filter", "The text in small letters."), "lower(classification) = \"bns\""},
    Function{"len", Kind::Len, Takes::TextOrList, false, "len(x)", QT_TRANSLATE_NOOP("filter", "number"),
             QT_TRANSLATE_NOOP("filter", "Characters of a text, elements of a list."), "len(fields.prv_candidates) > 2"},
    Function{"min", Kind::Min, Takes::Several, false, "min(x, y, …)", QT_TRANSLATE_NOOP("filter", "number"),
             QT_TRANSLATE_NOOP("filter", "The least of several numbers or times; unknown when one is missing."), "min(mag, mag_limit) < 20"},
    Function{"max", Kind::Max, Takes::Several, false, "max(x, y, …)", QT_TRANSLATE_NOOP("filter", "number"),
             QT_TRANSLATE_NOOP("filter", "The greatest of several numbers or times; unknown when one is missing."), "max(p_bns, p_nsbh) > 0.5"},
};

constexpr std::array kOperators{
    Operator{"=", "==", OperatorRole::Comparison, QT_TRANSLATE_NOOP("filter", "equal; text compares exactly, ids as text also against numbers"), "id = 3458293962815015016"},
    Operator{"!=", "", OperatorRole::Comparison, QT_TRANSLATE_NOOP("filter", "not equal"), "band != \"ztf-g\""},
    Operator{"<", "", OperatorRole::Comparison, QT_TRANSLATE_NOOP("filter", "less, earlier"), "mag < 19.5"},
    Operator{"<=", "", OperatorRole::Comparison, QT_TRANSLATE_NOOP("filter", "less or equal"), "error_radius <= 10 arcmin"},
    Operator{">", "", OperatorRole::Comparison, QT_TRANSLATE_NOOP("filter", "greater, later"), "timestamp > now - 6h"},
    Operator{">=", "", OperatorRole::Comparison, QT_TRANSLATE_NOOP("filter", "greater or equal"), "fields.candidate.drb >= 0.9"},
    Operator{"in", "", OperatorRole::List, QT_TRANSLATE_NOOP("filter", "one of the list"), "name in (\"ZTF26abc\", \"AT2026xyz\")"},
    Operator{"not in", "", OperatorRole::List, QT_TRANSLATE_NOOP("filter", "none of the list"), "band not in (\"ztf-g\", \"ztf-i\")"},
    Operator{"~", "", OperatorRole::Pattern, QT_TRANSLATE_NOOP("filter", "the pattern (PCRE) is found somewhere in the text"), "topic ~ \"^gcn\\.\""},
    Operator{"!~", "", OperatorRole::Pattern, QT_TRANSLATE_NOOP("filter", "the pattern is not found"), "topic !~ \"test\""},
    Operator{"and", "&&", OperatorRole::Logic, QT_TRANSLATE_NOOP("filter", "both"), "mag < 19.5 and score > 0.9"},
    Operator{"or", "||", OperatorRole::Logic, QT_TRANSLATE_NOOP("filter", "one of them or both"), "has(mag) or has(flux)"},
    Operator{"not", "!", OperatorRole::Logic, QT_TRANSLATE_NOOP("filter", "the opposite; what is unknown stays unknown"), "significant and not test"},
    Operator{"+", "", OperatorRole::Arithmetic, QT_TRANSLATE_NOOP("filter", "sum; a time and a time span give a time"), "p_bns + p_nsbh > 0.5"},
    Operator{"-", "", OperatorRole::Arithmetic, QT_TRANSLATE_NOOP("filter", "difference; of two times, a time span"), "received - broker_time < 2s"},
    Operator{"*", "", OperatorRole::Arithmetic, QT_TRANSLATE_NOOP("filter", "product"), "far * 1yr < 1"},
    Operator{"/", "", OperatorRole::Arithmetic, QT_TRANSLATE_NOOP("filter", "quotient; by zero is unknown"), "flux / flux_error > 5"},
    Operator{"(", ")", OperatorRole::Grouping, QT_TRANSLATE_NOOP("filter", "what belongs together; “and” binds more than “or”"), "(has(mag) or has(flux)) and not test"},
};

constexpr Dimension kTime{.time = 1};
constexpr Dimension kAngle{.angle = 1};
constexpr std::array kUnits{
    UnitName{"ms", kTime, 1, 1000, QT_TRANSLATE_NOOP("filter", "milliseconds"), "time_precision < 100ms"},
    UnitName{"s", kTime, 1, 1, QT_TRANSLATE_NOOP("filter", "seconds"), "received - broker_time < 2s"},
    UnitName{"m", kTime, 60, 1, QT_TRANSLATE_NOOP("filter", "minutes"), "age < 10m"},
    UnitName{"min", kTime, 60, 1, QT_TRANSLATE_NOOP("filter", "minutes"), "age < 10 min"},
    UnitName{"h", kTime, 3600, 1, QT_TRANSLATE_NOOP("filter", "hours"), "timestamp > now - 6h"},
    UnitName{"d", kTime, 86400, 1, QT_TRANSLATE_NOOP("filter", "days"), "age < 2d"},
    UnitName{"yr", kTime, 31557600, 1, QT_TRANSLATE_NOOP("filter", "years of 365.25 days"), "far < 1/yr"},
    UnitName{"Hz", Dimension{.time = -1}, 1, 1, QT_TRANSLATE_NOOP("filter", "per second"), "far < 3e-8 Hz"},
    UnitName{"deg", kAngle, 1, 1, QT_TRANSLATE_NOOP("filter", "degrees"), "error_radius < 1.5 deg"},
    UnitName{"arcmin", kAngle, 1, 60, QT_TRANSLATE_NOOP("filter", "minutes of arc"), "error_radius < 10 arcmin"},
    UnitName{"arcsec", kAngle, 1, 3600, QT_TRANSLATE_NOOP("filter", "seconds of arc"), "cone(187.7, 12.39, 30 arcsec)"},
    UnitName{"deg2", Dimension{.angle = 2}, 1, 1, QT_TRANSLATE_NOOP("filter", "square degrees"), "area90 < 100 deg2"},
    UnitName{"mag", Dimension{.magnitude = 1}, 1, 1, QT_TRANSLATE_NOOP("filter", "magnitudes"), "mag_limit - mag > 1 mag"},
    UnitName{"Mpc", Dimension{.distance = 1}, 1, 1, QT_TRANSLATE_NOOP("filter", "megaparsecs"), "distance_mpc < 200 Mpc"},
};

constexpr std::array kWords{
    SpecialWord{"l", Kind::GalacticL, Type::Number, "deg", QT_TRANSLATE_NOOP("filter", "Galactic longitude"), "l < 30 or l > 330"},
    SpecialWord{"b", Kind::GalacticB, Type::Number, "deg", QT_TRANSLATE_NOOP("filter", "Galactic latitude"), "abs(b) > 15"},
    SpecialWord{"age", Kind::Age, Type::Number, "s", QT_TRANSLATE_NOOP("filter", "Time since the event: now - timestamp"), "age < 2h"},
    SpecialWord{"now", Kind::Now, Type::Time, "", QT_TRANSLATE_NOOP("filter", "The moment at which the filter is judged"), "timestamp > now - 6h"},
    SpecialWord{"true", Kind::Bool, Type::Truth, "", QT_TRANSLATE_NOOP("filter", "Yes"), "significant = true"},
    SpecialWord{"false", Kind::Bool, Type::Truth, "", QT_TRANSLATE_NOOP("filter", "No"), "test = false"},
};

constexpr std::array kLiterals{
    LiteralForm{"19.5   3e-8", QT_TRANSLATE_NOOP("filter", "A number; without a unit it has that of the key"), "mag < 19.5"},
    LiteralForm{"3 arcmin   6h   1/yr", QT_TRANSLATE_NOOP("filter", "A number with a unit, or per unit"), "far < 1/yr"},
    LiteralForm{"\"text\"   'text'", QT_TRANSLATE_NOOP("filter", "Text in quotes; \\\" \\\\ \\n \\t inside. In a pattern backslashes mean what PCRE says"), "name = \"AT2026xyz\""},
    LiteralForm{"2026-03-01   2026-03-01T04:05:06.7Z", QT_TRANSLATE_NOOP("filter", "A time, UTC; may stand in quotes"), "timestamp >= 2026-03-01T04:00"},
    LiteralForm{"12h30m49s   12:30:49   +12d23m28s   12°23'28\"", QT_TRANSLATE_NOOP("filter", "A place, sexagesimal; only inside cone(). With colons the first is hours, the second degrees"), "cone(12:30:49.4, +12:23:28, 0.5)"},
    LiteralForm{"fields.a.b   fields[\"a.b\"][0]", QT_TRANSLATE_NOOP("filter", "A field of the packet. A name also looks into every element of a list. The last names alone do where they are known and unique"), "drb >= 0.9"},
};

constexpr std::array kExamples{
    Example{"mag < 19.5 and score > 0.9 and topic ~ \"^gcn\\.\"", QT_TRANSLATE_NOOP("filter", "bright, sure and from GCN")},
    Example{"cone(12h30m49s, +12d23m28s, 2deg)", QT_TRANSLATE_NOOP("filter", "within two degrees of M 87")},
    Example{"name in (\"ZTF26abc\", \"AT2026xyz\")", QT_TRANSLATE_NOOP("filter", "one of these objects")},
    Example{"timestamp > now - 6h", QT_TRANSLATE_NOOP("filter", "events of the last six hours")},
    Example{"abs(b) > 15", QT_TRANSLATE_NOOP("filter", "away from the plane of the Milky Way")},
    Example{"significant and not test and p_bns + p_nsbh > 0.5", QT_TRANSLATE_NOOP("filter", "gravitational waves that may shine")},
    Example{"far < 1/yr", QT_TRANSLATE_NOOP("filter", "rarer than once a year")},
    Example{"has(mag)", QT_TRANSLATE_NOOP("filter", "alerts that bring a magnitude")},
    Example{"word(\"kilonova\")", QT_TRANSLATE_NOOP("filter", "alerts and circulars with this word")},
    Example{"fields.candidate.drb >= 0.9", QT_TRANSLATE_NOOP("filter", "a field of the packet itself")},
    Example{"not (mag < 19) or not has(mag)", QT_TRANSLATE_NOOP("filter", "not brighter than 19, and also rows without a magnitude: “not” alone drops them")},
};
// clang-format on

bool sameInAnyCase(std::string_view a, std::string_view b)
{
    const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, [&](char x, char y) { return low(x) == low(y); });
}

} // namespace

std::span<const Function> functions()
{
    return kFunctions;
}

const Function *findFunction(std::string_view name)
{
    const auto it = std::ranges::find(kFunctions, name, &Function::name);
    return it == kFunctions.end() ? nullptr : &*it;
}

std::span<const Operator> operators()
{
    return kOperators;
}

std::span<const UnitName> units()
{
    return kUnits;
}

const UnitName *findUnit(std::string_view name)
{
    const auto it = std::ranges::find(kUnits, name, &UnitName::name);
    return it == kUnits.end() ? nullptr : &*it;
}

std::span<const SpecialWord> specialWords()
{
    return kWords;
}

const SpecialWord *findSpecialWord(std::string_view name)
{
    const auto it = std::ranges::find_if(kWords, [&](const SpecialWord &word) {
        return word.kind == Kind::Bool ? sameInAnyCase(word.name, name) : word.name == name;
    });
    return it == kWords.end() ? nullptr : &*it;
}

const char *grammar()
{
    return R"grammar(filter     = and { ("or" | "||") and }
and        = not { ("and" | "&&") not }
not        = ("not" | "!") not | comparison
comparison = sum [ ("=" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "~" | "!~") sum
                 | ["not"] "in" "(" sum { "," sum } ")" ]
sum        = product { ("+" | "-") product }
product    = signed { ("*" | "/") (signed | unit) }
signed     = ("-" | "+") signed | value
value      = number [unit] | text | time | sexagesimal | path
           | name "(" [ filter { "," filter } ] ")" | "(" filter ")"
path       = name { "." name | "[" (text | number) "]" }
)grammar";
}

std::span<const LiteralForm> literalForms()
{
    return kLiterals;
}

std::span<const Example> examples()
{
    return kExamples;
}

} // namespace tocsin::filter
