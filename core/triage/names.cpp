// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/names.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <initializer_list>

namespace tocsin::triage {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kLongestName = 100; // bytes; longer ones are sentences

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Lower case, without what is written in some places and not in others.
std::string bare(std::string_view name)
{
    std::string text;
    for (const char c : name.substr(0, kLongestName)) {
        if (c == ' ' || c == '-' || c == '_' || c == '\t' || c == '#')
            continue;
        text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return text;
}

// Year and letters, as the Transient Name Server counts.
bool isTnsTail(std::string_view text)
{
    return text.size() >= 5 && text.size() <= 10 && (text.starts_with("19") || text.starts_with("20")) && std::ranges::all_of(text.substr(0, 4), isDigit)
        && std::ranges::all_of(text.substr(4), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Six digits of a day and letters.
bool isDay(std::string_view text, size_t digits = 6)
{
    return text.size() > digits && text.size() <= digits + 4 && std::ranges::all_of(text.substr(0, digits), isDigit)
        && std::ranges::all_of(text.substr(digits), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool isNumber(std::string_view text, size_t least, size_t most)
{
    return text.size() >= least && text.size() <= most && std::ranges::all_of(text, isDigit);
}

enum class Family { None, Superevent, Gw, Grb, Ep, Tns, Frb, Ztf, Lsst, Survey, IceCube, Swift, Fermi, FermiName };

struct Known {
    Family family = Family::None;
    std::string canonical;
    std::string tail; // behind the prefix, lower case
};

Known read(std::string_view name)
{
    const std::string text = bare(name);
    const std::string_view all = text;
    const auto behind = [&all](std::string_view prefix) { return all.starts_with(prefix) ? all.substr(prefix.size()) : std::string_view(); };
    const auto known = [](Family family, std::string_view prefix, std::string_view tail) { return Known{family, std::string(prefix) + std::string(tail), std::string(tail)}; };
    for (const std::string_view prefix : {"lvcs", "lvks", "gws", "s", "ms", "ts"}) {
        if (const std::string_view tail = behind(prefix); isDay(tail))
            return known(Family::Superevent, prefix == "ms" || prefix == "ts" ? prefix : "s", tail);
    }
    if (const std::string_view tail = behind("gw"); isNumber(tail, 6, 12))
        return known(Family::Gw, "gw", tail);
    if (const std::string_view tail = behind("grb"); isDay(tail) || isNumber(tail, 6, 6))
        return known(Family::Grb, "grb", tail);
    if (const std::string_view tail = behind("ep"); isDay(tail))
        return known(Family::Ep, "ep", tail);
    for (const std::string_view prefix : {"at", "sn", "tns", "tde", ""}) {
        if (const std::string_view tail = prefix.empty() ? std::string_view(all) : behind(prefix); isTnsTail(tail))
            return known(Family::Tns, "tns", tail);
    }
    if (const std::string_view tail = behind("frb"); isDay(tail, 8) || isDay(tail))
        return known(Family::Frb, "frb", tail);
    if (const std::string_view tail = behind("ztf"); tail.size() == 9 && isDigit(tail[0]) && isDigit(tail[1]))
        return known(Family::Ztf, "ztf", tail);
    for (const std::string_view prefix : {"lsst", "rubin", "diaobject", "diaobjectid", ""}) {
        if (const std::string_view tail = prefix.empty() ? all : behind(prefix); isNumber(tail, 15, 19))
            return known(Family::Lsst, "lsst", tail);
    }
    for (const std::string_view prefix : {"atlas", "gaia", "ps", "goto", "bg", "wfst", "kmtnet"}) {
        if (const std::string_view tail = behind(prefix); tail.size() >= 4 && tail.size() <= 8 && isDay(tail, 2))
            return known(Family::Survey, prefix, tail);
    }
    for (const std::string_view prefix : {"icecube", "ic"}) {
        if (const std::string_view tail = behind(prefix); isDay(tail))
            return known(Family::IceCube, "ic", tail);
    }
    for (const std::string_view prefix : {"swifttrigger", "swiftbat", "swift:", "swift"}) {
        if (const std::string_view tail = behind(prefix); isNumber(tail, 5, 12))
            return known(Family::Swift, "swift", tail);
    }
    for (const std::string_view prefix : {"fermigbmtrigger", "fermitrigger", "fermigbm", "fermi:", "fermi"}) {
        if (const std::string_view tail = behind(prefix); isNumber(tail, 8, 12))
            return known(Family::Fermi, "fermi", tail);
    }
    if (const std::string_view tail = behind("bn"); isNumber(tail, 9, 9))
        return known(Family::FermiName, "bn", tail);
    return {Family::None, text, text};
}

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

} // namespace

std::string canonicalName(std::string_view name)
{
    return read(name).canonical;
}

bool isEventName(std::string_view name)
{
    return name.size() <= kLongestName && read(name).family != Family::None;
}

std::vector<std::string> spellingsOf(std::string_view name)
{
    std::vector<std::string> all;
    const auto add = [&all](std::string text) {
        if (!text.empty() && std::ranges::find(all, text) == all.end())
            all.push_back(std::move(text));
    };
    size_t begin = name.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return all;
    name = name.substr(begin, name.find_last_not_of(" \t") - begin + 1);
    add(std::string(name));
    const Known known = read(name);
    const std::string &tail = known.tail;
    const auto prefixed = [&](std::initializer_list<const char *> prefixes, const std::string &rest) {
        for (const char *prefix : prefixes)
            add(prefix + rest);
    };
    switch (known.family) {
    case Family::None:
        add(upper(std::string(name)));
        break;
    case Family::Superevent:
        add(upper(known.canonical.substr(0, known.canonical.size() - tail.size())) + tail);
        break;
    case Family::Gw:
        add(tail.size() > 6 ? "GW" + tail.substr(0, 6) + "_" + tail.substr(6) : "GW" + tail);
        break;
    case Family::Grb:
        prefixed({"GRB ", "GRB", "GRB-"}, upper(tail));
        break;
    case Family::Ep:
        prefixed({"EP", "EP "}, tail);
        break;
    case Family::Tns:
        prefixed({"AT", "AT ", "SN", "SN ", "", "AT_", "SN_"}, tail);
        break;
    case Family::Frb:
        prefixed({"FRB ", "FRB"}, upper(tail));
        prefixed({"FRB ", "FRB"}, tail);
        break;
    case Family::Ztf:
        add("ZTF" + tail);
        break;
    case Family::Lsst:
        prefixed({"", "LSST ", "LSST", "LSST-"}, tail);
        break;
    case Family::Survey:
        for (const char *prefix : {"ATLAS", "Gaia", "PS", "GOTO", "BG", "WFST", "KMTNet"}) {
            if (bare(prefix) + tail == known.canonical)
                add(prefix + tail);
        }
        break;
    case Family::IceCube:
        prefixed({"IceCube-", "IceCube ", "IceCube", "IC", "IC-", "IC "}, upper(tail));
        break;
    case Family::Swift:
        prefixed({"swift:", "Swift ", "Swift trigger ", ""}, tail);
        break;
    case Family::Fermi:
        prefixed({"fermi:", "Fermi ", "Fermi trigger ", ""}, tail);
        break;
    case Family::FermiName:
        prefixed({"bn", "GRB", "GRB "}, tail);
        break;
    }
    return all;
}

std::vector<std::string> namesInSubject(std::string_view subject)
{
    // Up to the colon, and only when that is nothing but names and what joins them.
    static const QRegularExpression kJoin(uR"(\s*(?:/|=|,|\(|\)|&|\band\b|\baka\b|\ba\.k\.a\.)\s*)"_s, QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(subject.data(), static_cast<qsizetype>(std::min<size_t>(subject.size(), 300)));
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return {};
    std::vector<std::string> names;
    for (const QString &part : text.left(colon).split(kJoin, Qt::SkipEmptyParts)) {
        std::string name = part.trimmed().toStdString();
        if (!isEventName(name))
            return {};
        names.push_back(std::move(name));
    }
    return names;
}

std::vector<std::string> namesIn(const Alert &alert)
{
    std::vector<std::string> names;
    std::vector<std::string> seen;
    const auto add = [&](const std::string &name) {
        std::string canonical = canonicalName(name);
        if (canonical.empty() || std::ranges::find(seen, canonical) != seen.end())
            return;
        seen.push_back(std::move(canonical));
        names.push_back(name);
    };
    add(alert.name);
    if (!alert.event.starts_with("gcn-circular "))
        add(alert.event);
    if (!alert.subject.empty()) {
        for (const std::string &name : namesInSubject(alert.subject))
            add(name);
    }
    return names;
}

} // namespace tocsin::triage
