// SPDX-License-Identifier: GPL-3.0-or-later
// FITS files that are messages of their own: sky maps and image stamps (protocols.md 4.5, 9.1).
#include "core/decoders/fits/fits.h"
#include "core/decoders/fits/skymap.h"
#include "core/decoders/fits/stamp.h"
#include "core/decoders/format.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tocsin::decoders {

namespace {

constexpr std::array kMapNotes{
    FieldNote{"timestamp", "DATE-OBS"},
    FieldNote{"id", "OBJECT"},
    FieldNote{"name", "OBJECT"},
    FieldNote{"ra", QT_TRANSLATE_NOOP("decoders", "the densest pixel")},
    FieldNote{"dec", QT_TRANSLATE_NOOP("decoders", "the densest pixel")},
    FieldNote{"instruments", "INSTRUME"},
    FieldNote{"issued", "DATE"},
    FieldNote{"url", "REFERENC"},
    FieldNote{"area50", QT_TRANSLATE_NOOP("decoders", "area of the densest pixels that hold 50 %")},
    FieldNote{"area90", QT_TRANSLATE_NOOP("decoders", "area of the densest pixels that hold 90 %")},
    FieldNote{"distance_mpc", "DISTMEAN, else DISTMU and DISTSIGMA of all pixels"},
    FieldNote{"distance_error_mpc", "DISTSTD, likewise"},
};

// An image whose header begins like this; of a file with an empty first unit, the second decides.
bool beginsWithImage(std::string_view bytes)
{
    const auto header = fitsHeaderSize(bytes);
    const FitsUnit first = readFitsHeader(bytes.substr(0, header.value_or(bytes.size())));
    if (first.whole("NAXIS").value_or(0) > 0)
        return true;
    return header && bytes.substr(*header).starts_with("XTENSION= 'IMAGE");
}

bool beginsLikeFits(std::string_view bytes)
{
    return bytes.starts_with("SIMPLE  =");
}

// Gravitational-wave detectors and nobody else.
bool isGravitational(std::string_view instruments)
{
    if (instruments.empty())
        return false;
    static constexpr std::array<std::string_view, 5> kDetectors{"H1", "L1", "V1", "K1", "G1"};
    while (!instruments.empty()) {
        const size_t comma = std::min(instruments.find(','), instruments.size());
        if (std::ranges::find(kDetectors, instruments.substr(0, comma)) == kDetectors.end())
            return false;
        instruments.remove_prefix(std::min(comma + 1, instruments.size()));
    }
    return true;
}

// Mock and test events of GraceDB: M252714, T12345, MS220722v, TS181101ab.
bool isMockName(std::string_view name)
{
    if (!name.starts_with('M') && !name.starts_with('T'))
        return false;
    name.remove_prefix(name.size() > 1 && name[1] == 'S' ? 2 : 1);
    return std::ranges::count_if(name, [](unsigned char c) { return std::isdigit(c) != 0; }) >= 5
        && std::ranges::all_of(name, [](unsigned char c) { return std::isdigit(c) != 0 || std::islower(c) != 0; });
}

void add(FieldTree &tree, const char *name, const std::string &text)
{
    if (!text.empty())
        tree[name] = text;
}

FieldTree treeOf(const SkyMapFacts &facts, size_t bytes)
{
    FieldTree tree = FieldTree::object();
    add(tree, "ordering", facts.ordering);
    tree["coordsys"] = facts.coordinates.empty() ? "C" : facts.coordinates;
    tree["columns"] = facts.columns;
    tree["rows"] = facts.rows;
    add(tree, "object", facts.object);
    add(tree, "instruments", facts.instruments);
    add(tree, "date_obs", facts.observed);
    add(tree, "date", facts.issued);
    add(tree, "creator", facts.creator);
    add(tree, "url", facts.url);
    if (facts.distanceMpc)
        tree["distmean_Mpc"] = *facts.distanceMpc;
    if (facts.distanceErrorMpc)
        tree["diststd_Mpc"] = *facts.distanceErrorMpc;
    if (facts.mocOrder)
        tree["mocorder"] = *facts.mocOrder;
    if (facts.coverage) {
        tree["moc"] = true;
    } else {
        if (facts.nside > 0) {
            tree["nside"] = facts.nside;
        } else {
            tree["order_min"] = facts.orderMin;
            tree["order_max"] = facts.orderMax;
        }
        tree["total_probability"] = facts.total;
        tree["max_density_ra"] = facts.peakRa;
        tree["max_density_dec"] = facts.peakDec;
        tree[facts.nside > 0 ? "max_density_ipix" : "max_density_uniq"] = facts.peakPixel;
        tree["area50_deg2"] = facts.area50;
        tree["area90_deg2"] = facts.area90;
    }
    tree["skymap"] = FieldTree{{"bytes", bytes}, {"media", "application/fits"}};
    return tree;
}

class StampFile final : public ByteFormat
{
public:
    const char *id() const override { return "stamp"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Image stamp (FITS)"); }
    const char *help() const override
    {
        return QT_TRANSLATE_NOOP("decoders", "A small image by itself, plain or gzip: its size, its range of values and its missing pixels.");
    }
    std::span<const FieldNote> notes() const override { return {}; }
    const char *notRead() const override
    {
        return QT_TRANSLATE_NOOP("decoders", "Keywords of the camera and world coordinates: an image by itself makes a row without a place.");
    }
    bool fitsBytes(std::string_view bytes, const Origin &) const override { return beginsLikeFits(bytes) && beginsWithImage(bytes); }
    bool read(std::string_view bytes, TreeBudget &, std::vector<FieldTree> &records, std::vector<std::string> &, std::string &error) const override
    {
        FieldTree tree = stampTree(bytes, error);
        if (!error.empty())
            return false;
        records.push_back(std::move(tree));
        return true;
    }
    void map(const Value &, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        alert.message = "other";
    }
    void inside(const Value &, const Origin &origin, Inside &out) const override
    {
        out.stamps.push_back({.role = {}, .bytes = std::string(origin.input.value)});
    }
};

class SkyMapFile final : public ByteFormat
{
public:
    explicit SkyMapFile(const StampFile &stamps) : m_stamps(stamps) {}

    const char *id() const override { return "skymap"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Sky map (FITS)"); }
    const char *help() const override
    {
        return QT_TRANSLATE_NOOP("decoders",
                                 "A HEALPix map by itself, multi-order or flat, plain or gzip: its credible areas, its densest pixel, its distance. "
                                 "A region without probabilities (MOC) makes a row without them.");
    }
    std::span<const FieldNote> notes() const override { return kMapNotes; }
    const char *notRead() const override
    {
        return QT_TRANSLATE_NOOP("decoders", "Distances of single pixels.");
    }
    bool readsPacked() const override { return true; }
    bool fitsBytes(std::string_view bytes, const Origin &) const override { return beginsLikeFits(bytes) && !beginsWithImage(bytes); }

    bool read(std::string_view bytes, TreeBudget &budget, std::vector<FieldTree> &records, std::vector<std::string> &problems,
              std::string &error) const override
    {
        auto map = readSkyMapOrCoverage(bytes);
        if (auto *facts = std::get_if<SkyMapFacts>(&map)) {
            records.push_back(treeOf(*facts, bytes.size()));
            std::ranges::move(facts->notes, std::back_inserter(problems));
            return true;
        }
        error = std::get<std::string>(map);
        // Images behind a first header too long to be seen through.
        std::string stampError;
        if (error.ends_with("has no table") && m_stamps.read(bytes, budget, records, problems, stampError)) {
            error.clear();
            return true;
        }
        return false;
    }

    void map(const Value &root, const Origin &origin, Alert &alert) const override
    {
        if (!root["hdus"].isAbsent())
            return m_stamps.map(root, origin, alert);
        alert.format = id();
        alert.message = "other";
        alert.id = textOf(alert, root["object"], "OBJECT");
        // What healpy writes as the object of any map names none.
        if (alert.id != "FULLSKY") {
            alert.name = alert.id;
            alert.event = alert.id;
        }
        alert.instruments = textOf(alert, root["instruments"], "INSTRUME");
        const bool gravitational = isGravitational(alert.instruments);
        setTime(alert, isoTime(alert, root["date_obs"], "DATE-OBS"), gravitational ? "merger" : "trigger");
        alert.issued = isoTime(alert, root["date"], "DATE");
        alert.url = urlOf(alert, root["url"], "REFERENC");
        if (gravitational)
            alert.messenger = "gw";
        alert.test = isMockName(alert.id);
        if (alert.test)
            alert.alertTense = "test";
        setPosition(alert, root["max_density_ra"], root["max_density_dec"]);
        if (alert.hasPosition())
            alert.positionKind = "map-peak";
        alert.area50 = numberOf(alert, root["area50_deg2"], "area50");
        alert.area90 = numberOf(alert, root["area90_deg2"], "area90");
        alert.distanceMpc = numberOf(alert, root["distmean_Mpc"], "DISTMEAN");
        alert.distanceErrorMpc = numberOf(alert, root["diststd_Mpc"], "DISTSTD");
    }
    void inside(const Value &root, const Origin &origin, Inside &out) const override
    {
        if (root["hdus"].isAbsent())
            out.skyMap = std::string(origin.input.value);
        else
            m_stamps.inside(root, origin, out);
    }

private:
    const StampFile &m_stamps;
};

} // namespace

Family fitsFamily()
{
    static const StampFile stamp;
    static const SkyMapFile skyMap(stamp);
    static const std::array<const ByteFormat *, 2> bytes{&skyMap, &stamp};
    return {.bytes = bytes};
}

} // namespace tocsin::decoders
