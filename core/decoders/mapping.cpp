// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/mapping.h"

#include "core/decoders/fits/skymap.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace tocsin::decoders {

namespace {

constexpr size_t kMostText = 1'000;
constexpr size_t kMostProblems = 20;

std::string digitsOf(double value)
{
    std::array<char, 400> buffer; // 309 digits before the point at most
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 6);
    std::string text(buffer.data(), written.ptr);
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

} // namespace

void note(Alert &alert, std::string problem)
{
    if (alert.problems.size() < kMostProblems)
        alert.problems.push_back(std::move(problem));
}

void refuseImpossible(Alert &alert)
{
    const auto refuse = [&alert](Number &number, double most, const char *what) {
        if (!number.has() || (number.value >= 0 && number.value <= most))
            return;
        note(alert, std::string(what) + ' ' + digitsOf(number.value) + " cannot be");
        number = {};
    };
    constexpr double any = std::numeric_limits<double>::max();
    refuse(alert.far, any, "a false alarm rate of");
    refuse(alert.magError, any, "an error of the magnitude of");
    for (Number *probability : {&alert.pBns, &alert.pNsbh, &alert.pBbh, &alert.pTerrestrial, &alert.hasNs, &alert.hasRemnant, &alert.hasMassGap})
        refuse(*probability, 1, "a probability of");
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

Text textOf(Alert &alert, const Value &value, std::string_view what)
{
    if (const auto sent = value.text(); sent && sent->size() <= kMostText && sent->find('\0') == std::string_view::npos)
        return Text(*sent);
    if (value.isNull())
        return {};
    if (value.isArray())
        return textOf(alert, value.first(), what);
    std::optional<std::string> text = value.idText();
    if (!text) {
        note(alert, std::string(what) + " is no text");
        return {};
    }
    // A NUL would end the text for half of the world.
    for (size_t at = text->find('\0'); at != std::string::npos; at = text->find('\0', at))
        text->replace(at, 1, "\xef\xbf\xbd");
    if (text->size() > kMostText) {
        note(alert, std::string(what) + " of " + std::to_string(text->size()) + " bytes was cut");
        size_t end = kMostText;
        while (end > 0 && (static_cast<unsigned char>((*text)[end]) & 0xc0) == 0x80)
            --end;
        text->resize(end);
    }
    return std::move(*text);
}

Number numberOf(Alert &alert, const Value &value, std::string_view what)
{
    if (value.isNull())
        return {};
    const auto number = value.number();
    if (!number || !std::isfinite(*number)) {
        note(alert, std::string(what) + " is no number");
        return {};
    }
    return *number + 0.0; // no sign on zero
}

void setPosition(Alert &alert, Number ra, Number dec)
{
    if (!ra.has() && !dec.has())
        return;
    if (!std::isfinite(ra.value) || !std::isfinite(dec.value)) {
        note(alert, "the position is not finite");
        return;
    }
    if (ra.value < -360 || ra.value > 720) {
        note(alert, "RA " + digitsOf(ra.value) + " is no right ascension in degrees");
        return;
    }
    if (dec.value < -90 || dec.value > 90) {
        note(alert, "Dec " + digitsOf(dec.value) + " is no declination");
        return;
    }
    if (ra.value < 0 || ra.value >= 360) {
        note(alert, "RA " + digitsOf(ra.value) + " was wrapped");
        ra.value = std::fmod(ra.value + 720, 360);
    }
    // -0 is 0: "-0" in a file is taken for a southern declination by those who read it as text.
    ra.value += 0.0;
    dec.value += 0.0;
    alert.ra = ra;
    alert.dec = dec;
    alert.positionKind = "measured";
}

void setPosition(Alert &alert, const Value &ra, const Value &dec)
{
    if (ra.isNull() && dec.isNull())
        return;
    const auto raNumber = ra.number();
    const auto decNumber = dec.number();
    if (!raNumber || !decNumber) {
        note(alert, "the position is not given as two numbers");
        return;
    }
    setPosition(alert, Number(*raNumber), Number(*decNumber));
}

Number numberIn(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (wrong != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value + 0.0;
}

Number numberIn(const Value &value)
{
    if (const auto text = value.text())
        return numberIn(*text);
    const auto number = value.number();
    return number && std::isfinite(*number) ? Number(*number + 0.0) : Number();
}

Number numberFromText(Alert &alert, const Value &value, std::string_view what)
{
    const auto text = value.text();
    if (!text)
        return numberOf(alert, value, what);
    const Number number = numberIn(*text);
    if (!number.has() && text->find_first_not_of(' ') != std::string_view::npos)
        note(alert, std::string(what) + " is no number");
    return number;
}

void setError(Alert &alert, Number degrees, Number containment, std::optional<bool> systematic)
{
    if (degrees.has() && degrees.value < 0) {
        note(alert, "the radius of the error circle is negative");
        return;
    }
    alert.errorRadius = degrees;
    alert.errorContainment = containment;
    alert.errorSystematic = systematic;
}

void dropPlaceholder(Alert &alert)
{
    if (alert.ra.value != 0 || alert.dec.value != 0)
        return;
    const double radius = alert.errorRadius.value;
    if (alert.errorRadius.has() && radius > 0 && radius < 180)
        return;
    alert.ra = {};
    alert.dec = {};
    alert.errorRadius = {};
    alert.errorContainment = {};
    alert.errorSystematic.reset();
    alert.positionKind.clear();
    note(alert, "0, 0 stands for no position");
}

void setNanoJansky(Alert &alert, Number flux, Number error)
{
    alert.flux = flux;
    alert.fluxError = error;
    alert.fluxUnit = flux.has() ? "nJy" : "";
    if (!flux.has() || flux.value <= 0)
        return;
    alert.mag = 31.4 - 2.5 * std::log10(flux.value);
    alert.magSystem = "AB";
    if (error.has() && error.value >= 0)
        alert.magError = 2.5 / std::log(10.0) * error.value / flux.value;
}

namespace {

bool areDigits(std::string_view text, size_t from, size_t count)
{
    return text.size() >= from + count && std::ranges::all_of(text.substr(from, count), [](char c) { return c >= '0' && c <= '9'; });
}

// ISO 8601 allows more than its usual spelling.
std::string usualSpelling(std::string_view text)
{
    constexpr size_t most = 64;
    constexpr std::string_view blanks = " \t\r\n";
    const size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    text = text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
    std::string out(text.substr(0, most));
    std::ranges::replace(out, ',', '.');
    std::ranges::transform(out, out.begin(), [](char c) { return c == 't' ? 'T' : c == 'z' ? 'Z' : c; });
    // "20260301T123045Z"
    if (areDigits(out, 0, 8) && (out.size() == 8 || (out[8] == 'T' && areDigits(out, 9, 4)))) {
        const bool seconds = areDigits(out, 13, 2);
        if (out.size() > 8) {
            if (seconds)
                out.insert(13, 1, ':');
            out.insert(11, 1, ':');
        }
        out.insert(6, 1, '-');
        out.insert(4, 1, '-');
    }
    return out;
}

} // namespace

UtcTime isoTime(Alert &alert, const Value &value, std::string_view what)
{
    if (value.isNull())
        return {};
    const auto text = value.text();
    UtcTime time = text ? UtcTime::fromIso(*text) : UtcTime{};
    if (!time.isValid() && text)
        time = UtcTime::fromIso(usualSpelling(*text));
    if (!time.isValid())
        note(alert, std::string(what) + " is no time");
    return time;
}

void setIsoTime(Alert &alert, const Value &value, std::string_view what, const char *kind)
{
    const UtcTime time = isoTime(alert, value, what);
    setTime(alert, time, kind);
    if (!time.isValid() || time.digits > 0)
        return;
    const std::string text = usualSpelling(value.text().value_or(std::string_view()));
    constexpr size_t ofDate = 10; // "2026-03-01"
    constexpr size_t ofMinute = 16; // "2026-03-01T12:30"
    if (text.size() <= ofDate)
        alert.timePrecision = 86'400.0;
    else if (text.size() <= ofMinute || text[ofMinute] != ':')
        alert.timePrecision = 60.0;
}

void setTime(Alert &alert, UtcTime time, const char *kind)
{
    if (!time.isValid())
        return;
    alert.timestamp = time;
    alert.timeKind = kind;
    static constexpr std::array kSteps{1.0, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6};
    alert.timePrecision = kSteps[static_cast<size_t>(std::clamp<int>(time.digits, 0, 6))];
}

void setBestClass(Alert &alert, const Value &map)
{
    double best = -1;
    map.forEach([&](std::string_view name, const Value &value) {
        const auto probability = value.number();
        if (probability && std::isfinite(*probability) && *probability > best) {
            best = *probability;
            alert.classification = std::string(name.substr(0, kMostText));
        }
    });
    if (best >= 0)
        alert.classificationScore = best;
}

Text urlOf(Alert &alert, const Value &value, std::string_view what)
{
    Text url = textOf(alert, value, what);
    if (url.empty())
        return url;
    const std::string scheme = lower(std::string_view(url).substr(0, 8));
    if (scheme.starts_with("https://") || scheme.starts_with("http://"))
        return url;
    note(alert, std::string(what) + " is no web address");
    return {};
}

void setSkyMap(Alert &alert, const Value &map)
{
    if (map.isNull())
        return;
    std::variant<SkyMapFacts, std::string> read;
    if (const auto bytes = map.binary()) {
        read = readSkyMap(*bytes);
    } else if (const auto text = map.text()) {
        const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(text->data(), static_cast<qsizetype>(text->size())),
                                                            QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return note(alert, "the sky map is no base64");
        read = readSkyMap(std::string_view((*decoded).constData(), static_cast<size_t>((*decoded).size())));
    } else {
        return note(alert, "the sky map is neither text nor bytes");
    }
    if (const auto *wrong = std::get_if<std::string>(&read))
        return note(alert, *wrong);
    const auto &facts = std::get<SkyMapFacts>(read);
    for (const std::string &repaired : facts.notes)
        note(alert, repaired);
    alert.area50 = facts.area50;
    alert.area90 = facts.area90;
    if (!alert.hasPosition()) {
        setPosition(alert, Number(facts.peakRa), Number(facts.peakDec));
        alert.positionKind = "map-peak";
    }
    if (facts.distanceMpc)
        alert.distanceMpc = *facts.distanceMpc;
    if (facts.distanceErrorMpc)
        alert.distanceErrorMpc = *facts.distanceErrorMpc;
}

Text joined(const Value &list)
{
    if (const auto single = list.text())
        return std::string(*single);
    Text text;
    list.forEach([&](std::string_view, const Value &item) {
        if (const auto part = item.text()) {
            if (!text.empty())
                text += ',';
            text += part->substr(0, kMostText);
        }
    });
    return text;
}

} // namespace tocsin::decoders
