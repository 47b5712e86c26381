// SPDX-License-Identifier: GPL-3.0-or-later
// Avro packets of the surveys, made up by their schemas: as many fields, measurements and bytes of images as they really send.
#include "bench/benchpackets.h"

#include "core/decoders/avroschema.h"
#include "core/decoders/avrobuilder.h"
#include "core/decoders/schemastore.h"

#include <nlohmann/json.hpp>

#include <QFile>

#include <algorithm>
#include <map>
#include <random>
#include <sstream>

namespace tocsin::bench {

using decoders::AvroSchema;
using decoders::AvroType;
using nlohmann::ordered_json;

namespace {

// Fields of ZTF's records: d(ouble), f(loat), i(nt), l(ong), s(tring), ? where it may be null.
constexpr const char *kMeasured =
    "d:jd i:fid l:pid f?:diffmaglim s?:pdiffimfilename s?:programpi i:programid l?:candid s?:isdiffpos l?:tblid i?:nid i?:rcid i?:field "
    "f?:xpos f?:ypos d?:ra d?:dec f?:magpsf f?:sigmapsf f?:chipsf f?:magap f?:sigmagap f?:distnr f?:magnr f?:sigmagnr f?:chinr f?:sharpnr "
    "f?:sky f?:magdiff f?:fwhm f?:classtar f?:mindtoedge f?:magfromlim f?:seeratio f?:aimage f?:bimage f?:aimagerat f?:bimagerat f?:elong "
    "i?:nneg i?:nbad f?:rb f?:ssdistnr f?:ssmagnr s?:ssnamenr f?:sumrat f?:magapbig f?:sigmagapbig d?:ranr d?:decnr d?:scorr f?:magzpsci "
    "f?:magzpsciunc f?:magzpscirms f?:clrcoeff f?:clrcounc s:rbversion";
constexpr const char *kOfTheAlert =
    " f?:sgmag1 f?:srmag1 f?:simag1 f?:szmag1 f?:sgscore1 f?:distpsnr1 i:ndethist i:ncovhist d?:jdstarthist d?:jdendhist i?:tooflag "
    "l?:objectidps1 l?:objectidps2 f?:sgmag2 f?:srmag2 f?:simag2 f?:szmag2 f?:sgscore2 f?:distpsnr2 l?:objectidps3 f?:sgmag3 f?:srmag3 "
    "f?:simag3 f?:szmag3 f?:sgscore3 f?:distpsnr3 i:nmtchps l:rfid d:jdstartref d:jdendref i:nframesref f?:dsnrms f?:ssnrms f?:dsdiff "
    "i:nmatches f?:zpclrcov f?:zpmed f?:clrmed f?:clrrms f?:neargaia f?:neargaiabright f?:maggaia f?:maggaiabright f?:exptime f?:drb s:drbversion";
constexpr const char *kForced =
    "i?:field i?:rcid i:fid l:pid l:rfid f?:sciinpseeing f?:scibckgnd f?:scisigpix f?:magzpsci f?:magzpsciunc f?:magzpscirms f?:clrcoeff "
    "f?:clrcounc f?:exptime f?:adpctdif1 f?:adpctdif2 f?:diffmaglim i:programid d:jd f?:forcediffimflux f?:forcediffimfluxunc s?:procstatus "
    "f?:distnr d:ranr d:decnr f?:magnr f?:sigmagnr f?:chinr f?:sharpnr";

ordered_json record(const char *name, const std::string &fields)
{
    static const std::map<char, const char *> kTypes{{'d', "double"}, {'f', "float"}, {'i', "int"}, {'l', "long"}, {'s', "string"}, {'b', "bytes"}};
    ordered_json made{{"type", "record"}, {"name", name}, {"fields", ordered_json::array()}};
    std::istringstream words(fields);
    for (std::string word; words >> word;) {
        ordered_json type = kTypes.at(word[0]);
        if (word[1] == '?')
            type = ordered_json::array({"null", type});
        made["fields"].push_back({{"name", word.substr(word.find(':') + 1)}, {"type", type}, {"doc", std::string(55, '.')}}); // as long as theirs
    }
    return made;
}

std::string ztfSchema()
{
    const auto list = [](ordered_json items) { return ordered_json::array({"null", {{"type", "array"}, {"items", std::move(items)}}}); };
    ordered_json root = record("alert", "s:schemavsn s:publisher s:objectId l:candid");
    root["namespace"] = "ztf";
    const auto add = [&](const char *name, ordered_json type) { root["fields"].push_back({{"name", name}, {"type", std::move(type)}}); };
    add("candidate", record("candidate", std::string(kMeasured) + kOfTheAlert));
    add("prv_candidates", list(record("prv_candidate", kMeasured)));
    add("fp_hists", list(record("fp_hist", kForced)));
    add("cutoutScience", ordered_json::array({"null", record("cutout", "s:fileName b:stampData")}));
    add("cutoutTemplate", ordered_json::array({"null", "ztf.cutout"}));
    add("cutoutDifference", ordered_json::array({"null", "ztf.cutout"}));
    return root.dump();
}

// A datum of any schema. What is missing in one record is mostly missing in the next: by the name of the field one of seven,
// and in one of ten records a tenth is otherwise (in a real list of 345 sources of LSST one pair of neighbours in five differs,
// in nine fields). Names that decide what a packet is have values that fit.
class DatumWriter
{
public:
    DatumWriter(const AvroSchema &schema, std::map<std::string, size_t> lengths, size_t stamp, uint64_t seed)
        : m_schema(schema), m_lengths(std::move(lengths)), m_stamp(stamp), m_random(seed) {}

    std::string bytes;
    size_t jumped = 0;

    void write(uint32_t index, const std::string &name = {})
    {
        const AvroSchema::Node &node = m_schema.node(index);
        switch (node.type) {
        case AvroType::Null:
            break;
        case AvroType::Boolean:
            bytes += '\0';
            break;
        case AvroType::Int:
        case AvroType::Long:
            bytes += test::avroLong(name == "programid" || name == "fid" ? 1 : static_cast<int64_t>(m_random() >> (name.ends_with("Id") || name == "candid" ? 4 : 44)));
            break;
        case AvroType::Float: {
            const auto value = static_cast<float>(number(name));
            bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
            break;
        }
        case AvroType::Double:
            bytes += test::avroDouble(number(name));
            break;
        case AvroType::String:
            bytes += test::avroText(text(name));
            break;
        case AvroType::Bytes:
            bytes += test::avroText(std::string(m_stamp, 'z'));
            jumped += m_stamp;
            break;
        case AvroType::Fixed:
            bytes.append(node.size, 'x');
            break;
        case AvroType::Enum:
            bytes += test::avroLong(0);
            break;
        case AvroType::Record:
            m_odd = m_random() % 10 == 0;
            for (size_t i = 0; i < node.children.size(); ++i)
                write(node.children[i], node.names[i]);
            break;
        case AvroType::Union: {
            const auto isNull = [&](uint32_t branch) { return m_schema.node(branch).type == AvroType::Null; };
            const bool rare = std::hash<std::string>()(name) % 7 == 0;
            const bool empty = !isNeeded(name) && rare != (m_odd && m_random() % 10 == 0);
            auto branch = std::ranges::find_if(node.children, [&](uint32_t one) { return isNull(one) == empty; });
            if (branch == node.children.end())
                branch = node.children.begin();
            bytes += test::avroLong(branch - node.children.begin());
            write(*branch, name);
            break;
        }
        case AvroType::Array:
        case AvroType::Map: {
            const auto it = m_lengths.find(name);
            const size_t items = it == m_lengths.end() ? 1 : it->second;
            if (items > 0)
                bytes += test::avroLong(static_cast<int64_t>(items));
            for (size_t i = 0; i < items; ++i) {
                if (node.type == AvroType::Map)
                    bytes += test::avroText("key");
                write(node.children.front());
            }
            bytes += test::avroLong(0);
            break;
        }
        }
    }

private:
    static bool isNeeded(const std::string &name) { return name.starts_with("cutout") || name.starts_with("dia") || name.ends_with("s"); }

    double number(const std::string &name)
    {
        const double chance = static_cast<double>(m_random() >> 11) / 9'007'199'254'740'992.0;
        if (name == "ra")
            return 360 * chance;
        if (name == "jd")
            return 2'461'000 + chance;
        if (name.ends_with("MjdTai"))
            return 61'000 + chance;
        return 20 * chance;
    }

    std::string text(const std::string &name)
    {
        if (name == "objectId")
            return "ZTF26" + std::string(7, static_cast<char>('a' + m_random() % 26));
        if (name == "isdiffpos")
            return "t";
        if (name == "band")
            return "r";
        if (name == "schemavsn")
            return "4.02";
        return name == "pdiffimfilename" ? "ztf_20260914123456_000512_zr_c10_o_q3_scimrefdiffimg.fits" : "t17_f5_c3";
    }

    const AvroSchema &m_schema;
    std::map<std::string, size_t> m_lengths;
    size_t m_stamp;
    std::mt19937_64 m_random;
    bool m_odd = false; // the record differs from its neighbours
};

std::string readAll(const std::string &name)
{
    QFile file(QString::fromStdString(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

constexpr uint64_t kVariants = 8; // of a packet: the processor learns the shape of one by heart

// `codec`: empty for a datum without a container.
Load ztf(const char *name, const std::string &schema, size_t previous, size_t forced, const char *codec = "null")
{
    constexpr size_t stamp = 13'000;
    const auto parsed = std::get<0>(AvroSchema::parse(schema));
    Load load{.name = name, .format = "ztf-avro", .must = 0.25};
    for (uint64_t seed = 0; seed < kVariants; ++seed) {
        DatumWriter writer(*parsed, {{"prv_candidates", previous}, {"fp_hists", forced}}, stamp, seed);
        writer.write(parsed->root());
        test::AvroContainerBuilder container(schema, codec);
        container.block(1, writer.bytes);
        load.variants.push_back(*codec ? container.bytes : writer.bytes);
        load.jumped = writer.jumped;
    }
    if (!*codec)
        load.key = schema;
    if (*codec && std::string_view(codec) != "null") { // then every byte must be looked at
        load.jumped = 0;
        load.must = 0;
    }
    return load;
}

Load lsst(const char *name, uint32_t registry, size_t previous, size_t forced)
{
    const auto schema = decoders::SchemaStore::instance().byId({}, registry);
    Load load{.name = name, .format = "lsst-avro", .must = 0.25};
    for (uint64_t seed = 0; seed < kVariants; ++seed) {
        DatumWriter writer(*schema, {{"prvDiaSources", previous}, {"prvDiaForcedSources", forced}}, 30'000, seed);
        writer.write(schema->root());
        std::string bytes(1, '\0');
        for (const int shift : {24, 16, 8, 0})
            bytes += static_cast<char>(registry >> shift & 0xff);
        load.variants.push_back(bytes + writer.bytes);
        load.jumped = writer.jumped;
    }
    return load;
}

} // namespace

std::vector<Load> avroLoads(const std::string &folder)
{
    const std::string schema = ztfSchema();
    std::vector<Load> loads{
        ztf("ZTF, new object", schema, 0, 0),
        ztf("ZTF, 14 previous, 14 forced", schema, 14, 14),
        ztf("ZTF, 30 previous, 30 forced", schema, 30, 30),
        ztf("the same, deflate", schema, 30, 30, "deflate"),
        ztf("the same, snappy", schema, 30, 30, "snappy"),
        ztf("the same, bare, its schema in the key", schema, 30, 30, ""),
        lsst("LSST 10.0, new object", 1000, 0, 0),
        lsst("LSST 10.0, 20 previous, 60 forced", 1000, 20, 60),
        lsst("LSST 11.0, 20 previous, 60 forced", 1100, 20, 60),
        lsst("LSST 11.0, 345 previous, 395 forced", 1100, 345, 395),
    };
    for (const char *name : {"elasticc", "atlas", "pgir", "winter", "turbo", "decat", "ampel", "babamul_lsst", "elasticc_class"})
        loads.push_back({.name = std::string(name) + ".avro", .variants = {readAll(folder + '/' + name + ".avro")}});
    return loads;
}

} // namespace tocsin::bench
