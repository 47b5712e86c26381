// SPDX-License-Identifier: GPL-3.0-or-later
// Messages in JSON and in formats of their own, grown from the small ones of tests/data to the size that their senders write.
#include "bench/benchpackets.h"

#include "core/decoders/fits/fitsbuilder.h"

#include <nlohmann/json.hpp>

#include <QFile>

#include <cmath>

namespace tocsin::bench {

using nlohmann::ordered_json;

namespace {

std::string readAll(const std::string &name)
{
    QFile file(QString::fromStdString(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// Numbers, texts and lists beside what is read, as fits, detector settings and neighbours stand in real messages.
ordered_json grown(ordered_json object, size_t size)
{
    for (int i = 0; object.dump().size() < size; ++i) {
        const std::string number = std::to_string(i);
        switch (i % 4) {
        case 0:
            object["quality_" + number] = 0.123456 * i;
            break;
        case 1:
            object["note_of_the_detector_" + number] = "a text of some words, as they stand there";
            break;
        case 2:
            object["flag_" + number] = i % 8 == 2;
            break;
        default:
            object["interval_" + number] = {-1.024, 8.192 + i, nullptr};
        }
    }
    return object;
}

std::string repeated(const ordered_json &item, int count)
{
    ordered_json list = ordered_json::array();
    for (int i = 0; i < count; ++i)
        list.push_back(item);
    return list.dump();
}

Load json(const char *name, const char *format, std::string bytes)
{
    return {.name = name, .format = format, .yardstick = Yardstick::Json, .must = 0.5, .variants = {std::move(bytes)}};
}

// A multi-order map as LIGO's are: some ten thousand pixels of several orders, five columns.
QByteArray multiOrderMap()
{
    constexpr int order = 5;
    constexpr int64_t pixels = 12LL << 2 * order;
    QByteArray rows;
    for (int64_t i = 0; i < pixels; ++i) {
        fitsbuilder::put<int64_t>(rows, (4LL << 2 * order) + i);
        fitsbuilder::put<double>(rows, std::exp(-1e-3 * static_cast<double>((i * 7'919) % pixels)));
        for (const double distance : {100.0, 20.0, 1e-4})
            fitsbuilder::put<double>(rows, distance);
    }
    std::vector<fitsbuilder::Card> cards{{"ORDERING", "'NUNIQ'"}, {"MOCORDER", "5"}, {"PIXTYPE", "'HEALPIX'"}, {"DISTMEAN", "120.5"}, {"DISTSTD", "30.25"}};
    int column = 0;
    for (const char *title : {"UNIQ", "PROBDENSITY", "DISTMU", "DISTSIGMA", "DISTNORM"}) {
        const std::string number = std::to_string(++column);
        cards.push_back({"TTYPE" + number, std::string("'").append(title).append("'")});
        cards.push_back({"TFORM" + number, column == 1 ? "'K'" : "'D'"});
    }
    return fitsbuilder::emptyPrimary() + fitsbuilder::table(40, pixels, 5, cards, rows);
}

} // namespace

std::vector<Load> jsonLoads(const std::string &folder)
{
    const auto parsed = [&](const char *name) { return ordered_json::parse(readAll(folder + '/' + name)); };
    std::vector<Load> loads;
    loads.push_back(json("GCN notice, 1.5 kB", "gcn-notice", grown(parsed("notice.json"), 1'500).dump()));
    loads.push_back(json("GCN notice of Boom, 6 kB", "gcn-notice", grown(parsed("gcn_boom.json"), 6'000).dump()));
    ordered_json circular = parsed("circular.json");
    circular["body"] = std::string(3'500, 'x') + "\n";
    loads.push_back(json("GCN circular, 4 kB", "gcn-circular", circular.dump()));
    ordered_json wave = parsed("gwalert.json");
    loads.push_back(json("igwn.gwalert, no map", "igwn-gwalert", wave.dump(1)));
    const QByteArray map = multiOrderMap();
    wave["event"]["skymap"] = map.toBase64().toStdString();
    loads.push_back(json("igwn.gwalert, map of 0.5 MB", "igwn-gwalert", wave.dump(1)));
    loads.back().must = 0; // the map is read, too: areas, best pixel
    loads.push_back(json("GraceDB superevent, 5 kB", "gracedb", grown(parsed("gracedb_superevent.json"), 5'000).dump()));
    loads.push_back(json("Hermes, 3 kB", "hermes", grown(parsed("hermes.json"), 3'000).dump()));
    loads.push_back(json("ALeRCE, 60 detections", "alerce", repeated(grown(parsed("alerce_detections.json")[0], 1'500), 60)));
    loads.push_back(json("Fink, 20 rows of 4 kB", "fink", repeated(grown(parsed("fink.json")[0], 4'000), 20)));
    loads.push_back(json("Lasair LSST, 12 kB", "lasair", grown(parsed("lasair_lsst.json"), 12'000).dump()));
    loads.push_back(json("Lasair ZTF, 2 kB", "lasair", grown(parsed("lasair_ztf.json"), 2'000).dump()));
    loads.push_back(json("ANTARES locus, 6 kB", "antares", grown(parsed("antares.json"), 6'000).dump()));
    loads.push_back(json("Pitt-Google lite, 4 kB", "pittgoogle-lite", grown(parsed("pittgoogle_lite.json"), 4'000).dump()));
    loads.push_back(json("TOM demo, 0.2 kB", "tom", parsed("tom_demo.json").dump()));
    loads.push_back(json("plain JSON, 1 kB", "json", grown(parsed("plain.json"), 1'000).dump()));
    loads.push_back(json("plain JSON, 30 kB", "json", grown(parsed("plain.json"), 30'000).dump()));
    return loads;
}

std::vector<Load> otherLoads(const std::string &folder)
{
    const auto text = [&](const char *name) { return readAll(folder + '/' + name); };
    std::vector<Load> loads;
    loads.push_back({.name = "VOEvent", .format = "voevent", .variants = {text("gcn_voevent.xml")}});
    loads.push_back({.name = "GCN classic text", .format = "gcn-classic-text", .variants = {text("gcn_text_two.txt")}});
    loads.push_back({.name = "GCN circular, mail", .format = "gcn-circular", .variants = {text("gcn_circular.txt") + std::string(3'000, 'x')}});
    std::string binary(160, '\0');
    const auto word = [&](size_t index, uint32_t value) {
        for (size_t i = 0; i < 4; ++i)
            binary[index * 4 + i] = static_cast<char>(value >> (24 - 8 * i) & 0xff);
    };
    word(0, 61); // SWIFT_BAT_GRB_POS_ACK
    word(4, 123'456);
    word(5, 20'000);
    word(6, 4'321'000);
    word(7, 1'205'000);
    word(8, 455'000);
    loads.push_back({.name = "GCN classic binary", .format = "gcn-classic-binary", .variants = {binary}});
    const QByteArray map = multiOrderMap();
    loads.push_back({.name = "multi-order map, 0.5 MB", .format = "skymap", .variants = {map.toStdString()}});
    loads.push_back({.name = "flat map, gzip", .format = "skymap", .variants = {text("skymap_flat.fits.gz")}});
    loads.push_back({.name = "stamp, gzip", .format = "stamp", .variants = {text("stamp.fits.gz")}});
    return loads;
}

} // namespace tocsin::bench
