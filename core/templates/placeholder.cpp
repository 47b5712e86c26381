// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/templates/placeholder.h"

#include "core/export/jsonline.h"
#include "core/filter/nearest.h"
#include "core/filter/reading.h"
#include "core/filter/text.h"

#include <QCoreApplication>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace tocsin::templates {

namespace {

constexpr int kMostDecimals = 15;
constexpr int kMostSexagesimal = 6;
constexpr size_t kMostPacketText = 8'000; // further values of a list are left out

constexpr std::array kExtra{
    ExtraPlaceholder{"ra_hms", QT_TRANSLATE_NOOP("templates", "Right ascension, 12:30:49.42")},
    ExtraPlaceholder{"dec_dms", QT_TRANSLATE_NOOP("templates", "Declination, +12:23:28.0")},
    ExtraPlaceholder{"fields.candidate.drb", QT_TRANSLATE_NOOP("templates", "Any field of the packet, by its path as in a filter")},
    ExtraPlaceholder{"tns", QT_TRANSLATE_NOOP("templates", "Name at the TNS without AT or SN: 2026xyz")},
};

enum class Type { Number, Time, Text, Other, Any };

struct TypeOf {
    Type operator()(Text Alert::*) const { return Type::Text; }
    Type operator()(Number Alert::*) const { return Type::Number; }
    Type operator()(UtcTime Alert::*) const { return Type::Time; }
    Type operator()(AlertField::Derived) const { return Type::Number; }
    Type operator()(std::vector<std::string> Alert::*) const { return Type::Text; }
    template <typename T>
    Type operator()(T) const
    {
        return Type::Other;
    }
};

QString say(const char *text)
{
    return QCoreApplication::translate("templates", text);
}

// Without the sign of a zero that only rounding made.
std::string numeral(double value, const Placeholder &how)
{
    std::array<char, 400> buffer; // the largest double has 309 digits before the point
    const auto format = how.style == 'e' ? std::chars_format::scientific : how.style == 'g' ? std::chars_format::general : std::chars_format::fixed;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, how.decimals);
    std::string text(buffer.data(), end.ptr);
    if (text.starts_with('-') && text.find_first_of("123456789") == std::string::npos)
        text.erase(0, 1);
    if (how.sign && !text.starts_with('-'))
        text.insert(0, 1, '+');
    return text;
}

std::string sexagesimal(double value, int decimals, int wrapAt)
{
    const double scale = std::pow(10, decimals);
    auto units = static_cast<int64_t>(std::llround(value * 3'600 * scale));
    const auto perMinute = static_cast<int64_t>(60 * scale);
    int64_t minutes = units / perMinute;
    units %= perMinute;
    if (wrapAt > 0)
        minutes %= wrapAt * 60; // 24:00:00 is 00:00:00
    std::array<char, 48> buffer;
    std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%0*.*f", static_cast<int>(minutes / 60), static_cast<int>(minutes % 60),
                  decimals > 0 ? decimals + 3 : 2, decimals, static_cast<double>(units) / scale);
    return buffer.data();
}

std::optional<std::string> raText(const Alert &alert, int decimals)
{
    if (!alert.hasPosition())
        return {};
    return sexagesimal(alert.ra.value / 15, decimals < 0 ? 2 : decimals, 24);
}

std::optional<std::string> decText(const Alert &alert, int decimals)
{
    if (!alert.hasPosition())
        return {};
    std::string text(1, std::signbit(alert.dec.value) ? '-' : '+');
    text += sexagesimal(std::abs(alert.dec.value), decimals < 0 ? 1 : decimals, 0);
    return text;
}

// “AT 2026xyz”, “SN2026xyz”: what the TNS calls 2026xyz.
std::optional<std::string> tnsName(std::string_view name)
{
    if (!name.starts_with("AT") && !name.starts_with("SN"))
        return {};
    name.remove_prefix(2);
    while (name.starts_with(' '))
        name.remove_prefix(1);
    const auto within = [&](size_t from, size_t to, char least, char most) {
        for (size_t i = from; i < to; ++i) {
            if (name[i] < least || name[i] > most)
                return false;
        }
        return true;
    };
    if (name.size() < 5 || name.size() > 10 || !within(0, 4, '0', '9'))
        return {};
    // Before 2016 the first of a year had one capital: 1987A.
    const bool capital = name.size() == 5 && within(4, 5, 'A', 'Z');
    if (!capital && !within(4, name.size(), 'a', 'z'))
        return {};
    return std::string(name);
}

struct ValueOf {
    const Alert &alert;
    const Placeholder &how;

    using Value = std::optional<std::string>;
    [[nodiscard]] static Value text(const std::string &value) { return value.empty() ? Value() : Value(value); }
    Value operator()(Text Alert::*member) const { return text(alert.*member); }
    Value operator()(Number Alert::*member) const
    {
        const Number &number = alert.*member;
        if (!std::isfinite(number.value))
            return {};
        if (how.decimals >= 0)
            return numeral(number.value, how);
        std::string out;
        if (how.sign && !std::signbit(number.value))
            out += '+';
        exporting::appendNumber(out, number);
        return out;
    }
    Value operator()(bool Alert::*member) const { return alert.*member ? "true" : "false"; }
    Value operator()(std::optional<bool> Alert::*member) const
    {
        const auto &value = alert.*member;
        return value ? Value(*value ? "true" : "false") : Value();
    }
    Value operator()(UtcTime Alert::*member) const
    {
        std::string iso = (alert.*member).iso(); // 2026-03-01T04:05:06.789000Z
        if (iso.empty())
            return {};
        if (how.form == Placeholder::Form::Date)
            return iso.substr(0, iso.find('T'));
        if (const size_t point = iso.find('.'); how.decimals >= 0 && point != std::string::npos)
            iso = iso.substr(0, how.decimals == 0 ? point : point + 1 + static_cast<size_t>(std::min(how.decimals, 6))) + 'Z';
        return iso;
    }
    Value operator()(int64_t Alert::*member) const
    {
        if (member == &Alert::row && alert.row == 0)
            return {};
        return std::to_string(alert.*member);
    }
    Value operator()(std::optional<int64_t> Alert::*member) const
    {
        const auto &value = alert.*member;
        return value ? Value(std::to_string(*value)) : Value();
    }
    Value operator()(std::vector<std::string> Alert::*member) const
    {
        std::string all;
        for (const std::string &one : alert.*member)
            all += (all.empty() ? "" : "; ") + one;
        return text(all);
    }
    Value operator()(AlertField::Derived derived) const
    {
        const double value = derived(alert);
        if (!std::isfinite(value))
            return {};
        if (how.decimals >= 0)
            return numeral(value, how);
        std::string out;
        exporting::appendMjd(out, value);
        return out;
    }
};

std::string textOf(const decoders::FieldTree &value, const Placeholder &how)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number() && how.decimals >= 0)
        return numeral(value.get<double>(), how);
    std::string text = value.dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace);
    if (value.is_number() && how.sign && !text.starts_with('-'))
        text.insert(0, 1, '+');
    return text;
}

// Where lists lie on the way, all that are there.
std::optional<std::string> packetValue(const decoders::FieldTree *tree, const Placeholder &how)
{
    std::optional<std::string> all;
    const auto visit = [&](const decoders::FieldTree *found) {
        if (!found || found->is_null() || (found->is_string() && found->get_ref<const std::string &>().empty()))
            return true;
        all = (all ? *all + "; " : std::string()) + textOf(*found, how);
        return all->size() < kMostPacketText;
    };
    if (tree)
        filter::visitPath(*tree, how.path, true, visit);
    return all;
}

std::optional<Problem> readFormat(std::string_view format, size_t at, Type type, Placeholder &out)
{
    const auto wrong = [&](const char *message) { return Problem{at, std::max<size_t>(format.size(), 1), say(message)}; };
    const bool words = format == "quoted" || format == "word";
    if (type == Type::Text || (type == Type::Any && words)) {
        if (format == "quoted")
            out.form = Placeholder::Form::Quoted;
        else if (format == "word")
            out.form = Placeholder::Form::Word;
        else
            return wrong(QT_TRANSLATE_NOOP("templates", "A text takes “quoted” or “word” after the colon."));
        return {};
    }
    if (type == Type::Other)
        return wrong(QT_TRANSLATE_NOOP("templates", "This value takes no format."));
    if (type == Type::Time && format == "date") {
        out.form = Placeholder::Form::Date;
        return {};
    }
    const bool number = type == Type::Any || (type == Type::Number && out.kind == Placeholder::Kind::Key);
    const int most = number ? kMostDecimals : kMostSexagesimal;
    std::string_view rest = format;
    if (number && rest.starts_with('+')) {
        out.sign = true;
        rest.remove_prefix(1);
    }
    bool sound = out.sign || !rest.empty();
    if (rest.starts_with('.')) {
        const auto end = std::from_chars(rest.data() + 1, rest.data() + rest.size(), out.decimals);
        sound = end.ec == std::errc() && out.decimals >= 0 && out.decimals <= most;
        rest.remove_prefix(static_cast<size_t>(end.ptr - rest.data()));
        if (number && rest.size() == 1 && (rest == "f" || rest == "e" || rest == "g")) {
            out.style = rest.front();
            rest = {};
        }
    }
    if (sound && rest.empty())
        return {};
    return wrong(number ? QT_TRANSLATE_NOOP("templates", "The format of a number is like .5f, +.5f, .3e or .4g.")
                        : QT_TRANSLATE_NOOP("templates", "The format of a time or an angle is the number of decimals: .0 to .6; of a time also “date”."));
}

} // namespace

std::span<const ExtraPlaceholder> extraPlaceholders()
{
    return kExtra;
}

std::optional<std::string> Placeholder::value(const Alert &alert, filter::PacketFields *packet) const
{
    switch (kind) {
    case Kind::RaHms:
        return raText(alert, decimals);
    case Kind::DecDms:
        return decText(alert, decimals);
    case Kind::TnsName:
        return tnsName(alert.name);
    case Kind::Packet:
        return packetValue(packet ? packet->tree() : nullptr, *this);
    case Kind::Key:
        break;
    }
    return std::visit(ValueOf{alert, *this}, field->member);
}

std::string Placeholder::formed(std::string_view value) const
{
    switch (form) {
    case Form::Quoted:
        return inQuotes(value);
    case Form::Word:
        return asWord(value);
    case Form::Plain:
    case Form::Date:
        break;
    }
    return inOneLine(value);
}

namespace {

// The names of fields["a:b"] may hold what ends a name elsewhere.
size_t outsideQuotes(std::string_view words, char wanted)
{
    if (!words.starts_with("fields"))
        return words.find(wanted);
    bool quoted = false;
    for (size_t at = 0; at < words.size(); ++at) {
        if (words[at] == '"')
            quoted = !quoted;
        else if (quoted && words[at] == '\\')
            ++at;
        else if (!quoted && words[at] == wanted)
            return at;
    }
    return std::string_view::npos;
}

} // namespace

std::optional<Problem> readPlaceholder(std::string_view words, Placeholder &out)
{
    const size_t bar = outsideQuotes(words, '|');
    if (bar != std::string_view::npos) {
        out.otherwise = inOneLine(words.substr(bar + 1));
        words = words.substr(0, bar);
    }
    const size_t colon = outsideQuotes(words, ':');
    const std::string_view name = words.substr(0, colon);
    out.name = name;
    Type type = Type::Number;
    if (name == "ra_hms") {
        out.kind = Placeholder::Kind::RaHms;
    } else if (name == "dec_dms") {
        out.kind = Placeholder::Kind::DecDms;
    } else if (name == "tns") {
        out.kind = Placeholder::Kind::TnsName;
        type = Type::Text;
    } else if (name.starts_with("fields.") || name.starts_with("fields[")) {
        std::variant<filter::NamedField, filter::Problem> field = filter::namedField(name, filter::FieldCatalogue());
        if (const auto *wrong = std::get_if<filter::Problem>(&field))
            return Problem{std::min(wrong->position, name.size()), std::max<size_t>(wrong->length, 1), wrong->message};
        out.kind = Placeholder::Kind::Packet;
        out.path = std::move(std::get<filter::NamedField>(field).path);
        if (out.path.empty())
            return Problem{0, name.size(), say("This is no path into a packet.")};
        type = Type::Any;
    } else if ((out.field = findAlertField(name))) {
        type = std::visit(TypeOf{}, out.field->member);
    } else {
        std::vector<std::string_view> known;
        for (const AlertField &field : alertFields())
            known.emplace_back(field.key);
        for (const ExtraPlaceholder &extra : kExtra)
            known.emplace_back(extra.name);
        const std::string near = filter::nearest(name, known);
        const QString what = say("There is no value “%1”.").arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(std::min<size_t>(name.size(), 60))));
        return Problem{0, std::max<size_t>(name.size(), 1), near.empty() ? what : what + u' ' + say("Perhaps {%1}.").arg(QString::fromStdString(near))};
    }
    if (colon == std::string_view::npos)
        return {};
    return readFormat(words.substr(colon + 1), colon + 1, type, out);
}

bool isUnseen(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
        || c == 0xfeff;
}

std::string inOneLine(std::string_view value)
{
    std::string out;
    while (!value.empty()) {
        const char32_t c = filter::takeCharacter(value);
        if (c < 0xa0 && isUnseen(c))
            out += ' ';
        else
            filter::appendCharacter(out, isUnseen(c) ? 0xfffd : c);
    }
    return out;
}

std::string inQuotes(std::string_view value)
{
    std::string out = "\"";
    while (!value.empty()) {
        const char32_t c = filter::takeCharacter(value);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (isUnseen(c)) {
            std::array<char, 8> escape;
            std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
            out += escape.data();
        } else {
            filter::appendCharacter(out, c);
        }
    }
    return out + '"';
}

std::string asWord(std::string_view value)
{
    std::string out;
    while (!value.empty()) {
        const char32_t c = filter::takeCharacter(value);
        const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == '_';
        out += kept ? static_cast<char>(c) : '_';
    }
    return out;
}

} // namespace tocsin::templates
