// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomfilter.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace randomfilter {

// A plain value; long double holds every 64-bit integer.
struct Maker::Value {
    enum Kind { Missing, Number, Text, Bool, Time, Other } kind = Missing;
    long double number = 0;
    bool whole = false; // an integer with all its digits
    std::string text;
    bool flag = false;
};

namespace {

using Value = Maker::Value;
using Values = std::vector<Value>;

Value numberValue(double value)
{
    return std::isnan(value) ? Value{} : Value{Value::Number, value, false, {}, false};
}
Value wholeValue(long double value)
{
    return {Value::Number, value, true, {}, false};
}
Value textValue(const std::string &text)
{
    return {Value::Text, 0, false, text, false};
}
Value boolValue(bool flag)
{
    return {Value::Bool, 0, false, {}, flag};
}
Value timeValue(int64_t us)
{
    return {Value::Time, static_cast<long double>(us), true, {}, false};
}

Verdict any(const Values &values, const std::function<Verdict(const Value &)> &test)
{
    bool open = false;
    for (const Value &value : values) {
        const Verdict verdict = test(value);
        if (verdict && *verdict)
            return true;
        open = open || !verdict;
    }
    return open ? Verdict() : Verdict(false);
}

Verdict compared(const Value &a, const std::string &op, const Value &b)
{
    if (a.kind != b.kind || a.kind == Value::Missing || a.kind == Value::Other)
        return {};
    if (a.kind == Value::Bool)
        return op == "=" || op == "!=" ? Verdict((a.flag == b.flag) == (op == "=")) : Verdict();
    int order = 0;
    if (a.kind == Value::Text) {
        order = a.text.compare(b.text);
    } else if (a.whole && b.whole) {
        order = a.number < b.number ? -1 : a.number > b.number;
    } else {
        const auto x = static_cast<double>(a.number);
        const auto y = static_cast<double>(b.number);
        order = x < y ? -1 : x > y;
    }
    if (op == "=")
        return order == 0;
    if (op == "!=")
        return order != 0;
    if (op == "<")
        return order < 0;
    if (op == "<=")
        return order <= 0;
    return op == ">" ? order > 0 : order >= 0;
}

// The number in a text of an id.
Value numberOfText(const Value &value)
{
    if (value.kind != Value::Text || value.text.empty() || value.text.find_first_not_of("0123456789") != std::string::npos)
        return {};
    return wholeValue(std::strtold(value.text.c_str(), nullptr));
}

struct TextKey {
    const char *name;
    std::string Alert::*member;
};
const TextKey kTextKeys[] = {{"name", &Alert::name}, {"topic", &Alert::topic}, {"classification", &Alert::classification}, {"band", &Alert::band}};

struct NumberKey {
    const char *name;
    tocsin::Number Alert::*member;
    int measure;
};
const NumberKey kNumberKeys[] = {{"score", &Alert::score, 0}, {"p_bns", &Alert::pBns, 0}, {"mag", &Alert::mag, 1}, {"mag_limit", &Alert::magLimit, 1},
                                 {"error_radius", &Alert::errorRadius, 2}, {"dec", &Alert::dec, 2}, {"far", &Alert::far, 3}, {"time_precision", &Alert::timePrecision, 4}};

struct TimeKey {
    const char *name;
    UtcTime Alert::*member;
};
const TimeKey kTimeKeys[] = {{"timestamp", &Alert::timestamp}, {"issued", &Alert::issued}, {"received", &Alert::received}};

constexpr const char *kTexts[] = {"a", "b", "ab", "AB", "gcn.notices", "S260301ab", "12", "é x"};
constexpr const char *kOps[] = {"=", "!=", "<", "<=", ">", ">="};

std::string quoted(const std::string &text)
{
    return '"' + text + '"';
}

Value packetScalar(const FieldTree &tree)
{
    if (tree.is_string())
        return textValue(tree.get<std::string>());
    if (tree.is_boolean())
        return boolValue(tree.get<bool>());
    if (tree.is_number_unsigned())
        return wholeValue(tree.get<uint64_t>());
    if (tree.is_number_integer())
        return wholeValue(tree.get<int64_t>());
    if (tree.is_number())
        return numberValue(tree.get<double>());
    return tree.is_null() ? Value{} : Value{Value::Other, 0, false, {}, false};
}

// All values at a path; nullptr stands for what is not there.
std::vector<const FieldTree *> reached(const FieldTree *tree, const std::vector<std::string> &steps)
{
    std::vector<const FieldTree *> now{tree};
    for (const std::string &step : steps) {
        std::vector<const FieldTree *> next;
        const bool place = step.front() == '[';
        for (size_t i = 0; i < now.size(); ++i) {
            const FieldTree *one = now[i];
            if (!one) {
                next.push_back(nullptr);
            } else if (place) {
                const auto index = static_cast<size_t>(std::atoi(step.c_str() + 1));
                next.push_back(one->is_array() && index < one->size() ? &(*one)[index] : nullptr);
            } else if (one->is_array()) {
                std::vector<const FieldTree *> items;
                for (const FieldTree &item : *one)
                    items.push_back(&item);
                now.insert(now.begin() + static_cast<std::ptrdiff_t>(i) + 1, items.begin(), items.end());
            } else {
                next.push_back(one->is_object() && one->contains(step) ? &(*one)[step] : nullptr);
            }
        }
        now = next;
    }
    return now;
}

void flatten(const FieldTree *tree, Values &out)
{
    if (!tree) {
        out.push_back({});
    } else if (tree->is_array()) {
        for (const FieldTree &item : *tree)
            flatten(&item, out);
    } else {
        out.push_back(packetScalar(*tree));
    }
}

struct Path {
    const char *text;
    std::vector<std::string> steps;
};
const std::vector<Path> &paths()
{
    static const std::vector<Path> all{{"fields.x", {"x"}}, {"fields.o.y", {"o", "y"}}, {"fields.l", {"l"}}, {"fields.l[1]", {"l", "[1]"}},
                                       {"fields.l.z", {"l", "z"}}, {"fields[\"a.b\"]", {"a.b"}}, {"fields.o", {"o"}}, {"fields.l[0].z", {"l", "[0]", "z"}}};
    return all;
}

double radians(double degrees)
{
    return degrees * 3.14159265358979323846 / 180;
}

// Angular distance in degrees, the school formula.
double haversine(double ra1, double dec1, double ra2, double dec2)
{
    const double a = std::pow(std::sin(radians(dec2 - dec1) / 2), 2) + std::cos(radians(dec1)) * std::cos(radians(dec2)) * std::pow(std::sin(radians(ra2 - ra1) / 2), 2);
    return 2 * std::asin(std::min(1.0, std::sqrt(a))) * 180 / 3.14159265358979323846;
}

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80);
}

// A word of small ASCII letters in a text.
bool hasWord(const std::string &text, const std::string &word)
{
    std::string low = text;
    std::ranges::transform(low, low.begin(), [](char c) { return c & 0x80 ? c : static_cast<char>(std::tolower(c)); });
    for (size_t at = low.find(word); at != std::string::npos; at = low.find(word, at + 1)) {
        const bool begins = at == 0 || !isWordCharacter(low[at - 1]);
        const bool ends = at + word.size() == low.size() || !isWordCharacter(low[at + word.size()]);
        if (begins && ends)
            return true;
    }
    return false;
}

} // namespace

std::string Maker::blank()
{
    static const char *const kBlanks[] = {" ", "  ", "\n", " "};
    return oneOf(kBlanks);
}

std::string Maker::cased(std::string word)
{
    for (char &c : word) {
        if (below(8) == 0)
            c = static_cast<char>(std::toupper(c));
    }
    return word;
}

Condition Maker::condition(int depth)
{
    if (depth > 0 && below(3) > 0)
        return logic(depth);
    switch (below(14)) {
    case 0:
    case 1:
    case 2:
        return numbers();
    case 3:
        return texts();
    case 4:
        return ids();
    case 5:
        return times();
    case 6:
        return booleans();
    case 7:
        return presence();
    case 8:
        return list();
    case 9:
        return pattern();
    case 10:
        return cone();
    case 11:
        return word();
    default:
        return packets();
    }
}

Condition Maker::logic(int depth)
{
    Condition left = condition(depth - 1);
    const int kind = below(3);
    if (kind == 0) {
        const std::string word = below(2) ? "!" : cased("not") + blank();
        return {word + '(' + left.text + ')', [left](const Row &row) {
                    const Verdict verdict = left.meaning(row);
                    return verdict ? Verdict(!*verdict) : verdict;
                }};
    }
    Condition right = condition(depth - 1);
    const bool both = kind == 1;
    const std::string word = both ? (below(2) ? "&&" : cased("and")) : (below(2) ? "||" : cased("or"));
    return {'(' + left.text + ')' + blank() + word + blank() + '(' + right.text + ')', [left, right, both](const Row &row) -> Verdict {
                const Verdict a = left.meaning(row);
                const Verdict b = right.meaning(row);
                if ((a && *a != both) || (b && *b != both))
                    return !both;
                return a && b ? Verdict(both) : Verdict();
            }};
}

Condition Maker::comparison(Operand left, Operand right, bool ordered)
{
    const std::string op = ordered ? oneOf(kOps) : kOps[below(2)];
    const std::string written = op == "=" && below(2) ? "==" : op;
    return {left.text + blank() + written + blank() + right.text, [left, right, op](const Row &row) {
                const Values others = right.meaning(row);
                return any(left.meaning(row), [&](const Value &one) { return any(others, [&](const Value &other) { return compared(one, op, other); }); });
            }};
}

Maker::Operand Maker::numberLiteral(Measure measure)
{
    struct Spelling {
        const char *unit;
        double numerator;
        double denominator;
    };
    static const std::vector<Spelling> kSpellings[] = {{{"", 1, 1}},
                                                       {{"", 1, 1}, {" mag", 1, 1}},
                                                       {{"", 1, 1}, {"deg", 1, 1}, {" arcmin", 1, 60}, {"arcsec", 1, 3600}},
                                                       {{"", 1, 1}, {" Hz", 1, 1}, {"/yr", 1, 31557600}, {" / d", 1, 86400}},
                                                       {{"", 1, 1}, {"s", 1, 1}, {"m", 60, 1}, {" h", 3600, 1}, {"ms", 1, 1000}}};
    static const char *const kDigits[] = {"0", "1", "2", "0.5", "18.5", "19", "6", "1e-1", "360"};
    const auto &spellings = kSpellings[static_cast<int>(measure)];
    const Spelling spelling = spellings[static_cast<size_t>(below(static_cast<int>(spellings.size())))];
    const std::string digits = oneOf(kDigits);
    const double value = std::strtod(digits.c_str(), nullptr) * spelling.numerator / spelling.denominator;
    return {digits + spelling.unit, [value](const Row &) { return Values{numberValue(value)}; }};
}

Maker::Operand Maker::number(Measure measure, int depth)
{
    using Two = std::function<double(double, double)>;
    const auto combine = [](const std::string &text, const Operand &a, const Operand &b, const Two &how) {
        return Operand{text, [a, b, how](const Row &row) {
                           const Value x = a.meaning(row).at(0);
                           const Value y = b.meaning(row).at(0);
                           if (x.kind != Value::Number || y.kind != Value::Number)
                               return Values{{}};
                           return Values{numberValue(how(static_cast<double>(x.number), static_cast<double>(y.number)))};
                       }};
    };
    if (depth > 0 && below(2)) {
        const Operand a = number(measure, depth - 1);
        switch (below(6)) {
        case 0: {
            const Operand b = number(measure, depth - 1);
            return combine('(' + a.text + " + " + b.text + ')', a, b, [](double x, double y) { return x + y; });
        }
        case 1: {
            const Operand b = number(measure, depth - 1);
            return combine('(' + a.text + " - " + b.text + ')', a, b, [](double x, double y) { return x - y; });
        }
        case 2: {
            const Operand b = number(Measure::Plain, 0);
            return combine(a.text + " * " + b.text, a, b, [](double x, double y) { return x * y; });
        }
        case 3:
            return combine("abs(" + a.text + ')', a, a, [](double x, double) { return std::abs(x); });
        case 4: {
            const Operand b = number(measure, depth - 1);
            const bool least = below(2);
            return combine(std::string(least ? "min(" : "max(") + a.text + ", " + b.text + ')', a, b, [least](double x, double y) { return least ? std::min(x, y) : std::max(x, y); });
        }
        default:
            return combine("-(" + a.text + ')', a, a, [](double x, double) { return -x; });
        }
    }
    if (measure == Measure::Span && below(2))
        return {"age", [](const Row &row) {
                    const UtcTime &time = row.alert->timestamp;
                    return Values{time.isValid() ? numberValue(static_cast<double>(row.now.us - time.us) / 1e6) : Value{}};
                }};
    std::vector<const NumberKey *> fitting;
    for (const NumberKey &key : kNumberKeys) {
        if (key.measure == static_cast<int>(measure))
            fitting.push_back(&key);
    }
    const NumberKey *key = fitting[static_cast<size_t>(below(static_cast<int>(fitting.size())))];
    return {key->name, [key](const Row &row) { return Values{numberValue((row.alert->*key->member).value)}; }};
}

Condition Maker::numbers()
{
    const auto measure = static_cast<Measure>(below(5));
    const Operand left = number(measure, 2);
    return below(2) ? comparison(left, numberLiteral(measure), true) : below(2) ? comparison(numberLiteral(measure), left, true) : comparison(left, number(measure, 1), true);
}

Maker::Operand Maker::textKey()
{
    const TextKey &key = kTextKeys[below(4)];
    const auto meaning = [member = key.member](const Row &row) {
        const std::string &text = row.alert->*member;
        return Values{text.empty() ? Value{} : textValue(text)};
    };
    if (below(4))
        return {key.name, meaning};
    return {"lower(" + std::string(key.name) + ')', [meaning](const Row &row) {
                Values values = meaning(row);
                for (char &c : values[0].text)
                    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
                return values;
            }};
}

Condition Maker::texts()
{
    const Operand key = textKey();
    if (below(3) == 0)
        return comparison(key, textKey(), true);
    const std::string text = oneOf(kTexts);
    return comparison(key, {quoted(text), [text](const Row &) { return Values{textValue(text)}; }}, true);
}

Condition Maker::ids()
{
    static const char *const kIds[] = {"7", "12", "3458293962815015016", "3458293962815015017", "100"};
    const std::string digits = oneOf(kIds);
    if (below(4) == 0) {
        const Operand rowKey{"row", [](const Row &row) { return Values{row.alert->row == 0 ? Value{} : wholeValue(row.alert->row)}; }};
        return comparison(rowKey, {digits, [digits](const Row &) { return Values{wholeValue(std::strtold(digits.c_str(), nullptr))}; }}, true);
    }
    const Operand id{"id", [](const Row &row) { return Values{row.alert->id.empty() ? Value{} : textValue(row.alert->id)}; }};
    if (below(2))
        return comparison(id, {digits, [digits](const Row &) { return Values{textValue(digits)}; }}, false);
    const Operand asNumber{"id", [id](const Row &row) { return Values{numberOfText(id.meaning(row)[0])}; }};
    const std::string op = kOps[2 + below(4)];
    return {"id " + op + ' ' + digits, [asNumber, op, digits](const Row &row) { return compared(asNumber.meaning(row)[0], op, wholeValue(std::strtold(digits.c_str(), nullptr))); }};
}

Maker::Operand Maker::time()
{
    if (below(3) == 0) {
        static const char *const kTimes[] = {"2026-03-01", "2026-03-01T04:00", "\"2026-03-01 04:05:06.5\"", "2026-03-01T06:00:00+02:00"};
        static const int64_t kSeconds[] = {0, 14400, 14706, 14400};
        const int which = below(4);
        const int64_t us = 1'772'323'200'000'000 + kSeconds[which] * 1'000'000 + (which == 2 ? 500'000 : 0);
        return {kTimes[which], [us](const Row &) { return Values{timeValue(us)}; }};
    }
    const int hours = below(4);
    if (below(3) == 0)
        return {"now - " + std::to_string(hours) + 'h', [hours](const Row &row) { return Values{timeValue(row.now.us - hours * 3'600'000'000LL)}; }};
    const TimeKey &key = kTimeKeys[below(3)];
    return {std::string(key.name) + " + " + std::to_string(hours) + " min", [member = key.member, hours](const Row &row) {
                const UtcTime &at = row.alert->*member;
                return Values{at.isValid() ? timeValue(at.us + hours * 60'000'000LL) : Value{}};
            }};
}

Condition Maker::times()
{
    const TimeKey &key = kTimeKeys[below(3)];
    return comparison({key.name, [member = key.member](const Row &row) {
                           const UtcTime &at = row.alert->*member;
                           return Values{at.isValid() ? timeValue(at.us) : Value{}};
                       }},
                      time(), true);
}

Condition Maker::booleans()
{
    if (below(2))
        return {"test", [](const Row &row) { return Verdict(row.alert->test); }};
    if (below(2))
        return {"significant", [](const Row &row) { return row.alert->significant; }};
    const bool flag = below(2);
    return comparison({"significant", [](const Row &row) { return Values{row.alert->significant ? boolValue(*row.alert->significant) : Value{}}; }},
                      {flag ? "true" : "false", [flag](const Row &) { return Values{boolValue(flag)}; }}, false);
}

Condition Maker::presence()
{
    if (below(2)) {
        const NumberKey &key = kNumberKeys[below(8)];
        return {"has(" + std::string(key.name) + ')', [member = key.member](const Row &row) { return Verdict((row.alert->*member).has()); }};
    }
    if (below(2)) {
        const TextKey &key = kTextKeys[below(4)];
        return {"has(" + std::string(key.name) + ')', [member = key.member](const Row &row) { return Verdict(!(row.alert->*member).empty()); }};
    }
    const Path &path = paths()[static_cast<size_t>(below(static_cast<int>(paths().size())))];
    return {"has(" + std::string(path.text) + ')', [steps = path.steps](const Row &row) -> Verdict {
                if (!row.packet)
                    return {};
                return std::ranges::any_of(reached(row.packet, steps), [](const FieldTree *tree) { return tree && !tree->is_null(); });
            }};
}

Condition Maker::list()
{
    const bool inverse = below(3) == 0;
    const bool packet = below(3) == 0;
    const Operand key = packet ? packetField() : textKey();
    std::string text;
    Values items;
    const int count = 1 + below(3);
    for (int i = 0; i < count; ++i) {
        const bool digits = packet && below(2);
        const std::string item = oneOf(kTexts);
        text += (i ? ", " : "") + (digits ? std::to_string(i) : quoted(item));
        items.push_back(digits ? wholeValue(i) : textValue(item));
    }
    return {key.text + ' ' + (inverse ? cased("not in") : cased("in")) + " (" + text + ')', [key, items, inverse](const Row &row) {
                const Verdict verdict = any(key.meaning(row), [&](const Value &one) { return any(items, [&](const Value &item) { return compared(one, "=", item); }); });
                return verdict ? Verdict(*verdict != inverse) : verdict;
            }};
}

Condition Maker::pattern()
{
    const bool inverse = below(3) == 0;
    const bool atStart = below(2);
    const std::string part = below(2) ? "a" : "gcn";
    const Operand key = below(3) == 0 ? packetField() : textKey();
    return {key.text + (inverse ? " !~ " : " ~ ") + quoted((atStart ? "^" : "") + part), [key, part, atStart, inverse](const Row &row) {
                return any(key.meaning(row), [&](const Value &one) -> Verdict {
                    if (one.kind != Value::Text)
                        return {};
                    return (atStart ? one.text.starts_with(part) : one.text.find(part) != std::string::npos) != inverse;
                });
            }};
}

Condition Maker::cone()
{
    static const double kRas[] = {0, 12.5, 359.75, 180};
    static const double kDecs[] = {0, 45.25, -89.5, 90};
    static const double kRadii[] = {0.3, 1.9, 31, 121};
    const double ra = kRas[below(4)];
    const double dec = kDecs[below(4)];
    const double radius = kRadii[below(4)];
    return {"cone(" + std::to_string(ra) + ", " + std::to_string(dec) + " deg, " + std::to_string(radius) + ')', [ra, dec, radius](const Row &row) -> Verdict {
                if (!row.alert->hasPosition())
                    return {};
                return haversine(row.alert->ra.value, row.alert->dec.value, ra, dec) <= radius;
            }};
}

Condition Maker::word()
{
    static const char *const kWords[] = {"ab", "gcn", "kilonova", "notices"};
    const std::string wanted = oneOf(kWords);
    return {"word(" + quoted(cased(wanted)) + ')', [wanted](const Row &row) -> Verdict {
                const Alert &alert = *row.alert;
                for (const std::string *text : {&alert.name, &alert.id, &alert.event, &alert.classification, &alert.subject, &alert.mission, &alert.instruments, &alert.error}) {
                    if (hasWord(*text, wanted))
                        return true;
                }
                if (alert.message != "circular")
                    return false;
                if (!row.packet)
                    return {};
                return row.packet->contains("body") && (*row.packet)["body"].is_string() && hasWord((*row.packet)["body"].get<std::string>(), wanted);
            }};
}

Maker::Operand Maker::packetField()
{
    const Path &path = paths()[static_cast<size_t>(below(static_cast<int>(paths().size())))];
    return {path.text, [steps = path.steps](const Row &row) {
                if (!row.packet)
                    return Values{{}};
                Values values;
                for (const FieldTree *tree : reached(row.packet, steps))
                    flatten(tree, values);
                return values;
            }};
}

Condition Maker::packets()
{
    const Operand field = packetField();
    switch (below(4)) {
    case 0:
        return comparison(field, packetField(), true);
    case 1: {
        const std::string text = oneOf(kTexts);
        return comparison(field, {quoted(text), [text](const Row &) { return Values{textValue(text)}; }}, true);
    }
    case 2: {
        const int digits = below(4);
        return comparison(field, {std::to_string(digits), [digits](const Row &) { return Values{wholeValue(digits)}; }}, true);
    }
    default:
        return {field.text, [field](const Row &row) { return any(field.meaning(row), [](const Value &one) { return one.kind == Value::Bool ? Verdict(one.flag) : Verdict(); }); }};
    }
}

Alert Maker::alert()
{
    static const double kNumbers[] = {0, 1, 2, 0.5, 18.5, 19, 0.1, 1e-9};
    static const char *const kIds[] = {"", "7", "12", "3458293962815015016", "x1"};
    Alert alert;
    for (const TextKey &key : kTextKeys) {
        if (below(3))
            alert.*key.member = oneOf(kTexts);
    }
    for (const NumberKey &key : kNumberKeys) {
        if (below(3))
            alert.*key.member = kNumbers[below(8)];
    }
    for (const TimeKey &key : kTimeKeys) {
        if (below(3))
            alert.*key.member = UtcTime::fromUs(1'772'323'200'000'000 + below(8) * 3'600'000'000LL / 2);
    }
    if (below(2)) {
        static const double kRas[] = {0, 12.5, 0.1, 359.9, 200};
        static const double kDecs[] = {0, 45.5, -89.75, 89.9, -1};
        alert.ra = kRas[below(5)];
        alert.dec = kDecs[below(5)];
    }
    alert.id = oneOf(kIds);
    if (below(3))
        alert.row = below(2) ? 7 : 3458293962815015016;
    alert.test = below(2);
    if (below(3))
        alert.significant = below(2) == 1;
    static const char *const kMessages[] = {"circular", "detection", ""};
    alert.message = oneOf(kMessages);
    if (below(4) == 0)
        alert.subject = "A kilonova in GCN";
    return alert;
}

FieldTree Maker::packet()
{
    const auto scalar = [&]() -> FieldTree {
        switch (below(6)) {
        case 0:
            return below(4);
        case 1:
            return below(8) / 2.0;
        case 2:
        case 3:
            return oneOf(kTexts);
        case 4:
            return below(2) == 1;
        default:
            return nullptr;
        }
    };
    FieldTree tree = FieldTree::object();
    if (below(4))
        tree["x"] = scalar();
    if (below(3))
        tree["a.b"] = FieldTree::array({scalar(), FieldTree::array({scalar()})});
    if (below(2))
        tree["o"] = below(2) ? FieldTree{{"y", scalar()}} : scalar();
    if (below(3)) {
        tree["l"] = FieldTree::array();
        for (int i = below(4); i > 0; --i)
            tree["l"].push_back(below(2) ? scalar() : FieldTree{{"z", scalar()}});
    }
    if (below(2))
        tree["body"] = below(2) ? FieldTree("we report the kilonova: ab") : scalar();
    return tree;
}

} // namespace randomfilter
