// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/demo/ztfpacket.h"

#include "core/streams/demo/fitsfiles.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <string_view>
#include <vector>

namespace tocsin::demo {

namespace {

constexpr int kSide = 63;

constexpr std::string_view kSchema = R"({"type":"record","namespace":"ztf","name":"alert","doc":"Tocsin demo alert","version":"4.02","fields":[
{"name":"schemavsn","type":"string"},{"name":"publisher","type":"string"},{"name":"objectId","type":"string"},{"name":"candid","type":"long"},
{"name":"candidate","type":{"type":"record","name":"candidate","fields":[
{"name":"jd","type":"double"},{"name":"fid","type":"int"},{"name":"pid","type":"long"},{"name":"diffmaglim","type":["float","null"]},
{"name":"programid","type":"int"},{"name":"candid","type":"long"},{"name":"isdiffpos","type":"string"},{"name":"field","type":["int","null"]},
{"name":"ra","type":"double"},{"name":"dec","type":"double"},{"name":"magpsf","type":"float"},{"name":"sigmapsf","type":"float"},
{"name":"distnr","type":["float","null"]},{"name":"classtar","type":["float","null"]},{"name":"rb","type":["float","null"]},
{"name":"drb","type":["float","null"]},{"name":"drbversion","type":"string"},{"name":"fwhm","type":["float","null"]},
{"name":"ndethist","type":"int"},{"name":"ncovhist","type":"int"},{"name":"ssdistnr","type":["float","null"]},{"name":"ssmagnr","type":["float","null"]},
{"name":"ssnamenr","type":["string","null"]},{"name":"sgscore1","type":["float","null"]},{"name":"distpsnr1","type":["float","null"]},
{"name":"magzpsci","type":["float","null"]},{"name":"exptime","type":["float","null"]}]}},
{"name":"prv_candidates","type":["null",{"type":"array","items":{"type":"record","name":"prv_candidate","fields":[
{"name":"jd","type":"double"},{"name":"fid","type":"int"},{"name":"diffmaglim","type":["float","null"]},{"name":"candid","type":["null","long"]},
{"name":"isdiffpos","type":["null","string"]},{"name":"ra","type":["null","double"]},{"name":"dec","type":["null","double"]},
{"name":"magpsf","type":["null","float"]},{"name":"sigmapsf","type":["null","float"]}]}}]},
{"name":"cutoutScience","type":["null",{"type":"record","name":"cutout","fields":[{"name":"fileName","type":"string"},{"name":"stampData","type":"bytes"}]}]},
{"name":"cutoutTemplate","type":["null","ztf.cutout"]},{"name":"cutoutDifference","type":["null","ztf.cutout"]}]})";

// Avro's binary encoding (protocols 0.3).
class AvroWriter
{
public:
    std::string bytes;

    void putLong(int64_t value)
    {
        auto zigzag = (static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63);
        while (zigzag >= 0x80) {
            bytes.push_back(static_cast<char>(zigzag | 0x80));
            zigzag >>= 7;
        }
        bytes.push_back(static_cast<char>(zigzag));
    }
    void putText(std::string_view text)
    {
        putLong(static_cast<int64_t>(text.size()));
        bytes.append(text);
    }
    void putDouble(double value) { putRaw(std::bit_cast<uint64_t>(value), 8); }
    void putFloat(float value) { putRaw(std::bit_cast<uint32_t>(value), 4); }
    // Union [float, null] and its like: the branch, then the value.
    void putFloatIn(int branch, float value)
    {
        putLong(branch);
        putFloat(value);
    }

private:
    void putRaw(uint64_t value, int count)
    {
        for (int i = 0; i < count; ++i)
            bytes.push_back(static_cast<char>(value >> (8 * i)));
    }
};

enum class Stamp { Science, Template, Difference };

std::string stamp(const ZtfDetection &detection, Stamp kind, Random &random)
{
    std::vector<float> pixels(kSide * kSide);
    const double peak = 4000 * std::pow(10.0, -0.4 * (static_cast<double>(detection.mag) - 17));
    const double host = 700;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double source = std::exp(-0.5 * (std::pow(x - 31.2, 2) + std::pow(y - 30.8, 2)) / 3.2);
            const double galaxy = std::exp(-std::hypot((x - 34.0) / 1.7, y - 28.0) / 4.0);
            double value = random.normal(kind == Stamp::Difference ? 0 : 120, 9);
            if (kind != Stamp::Difference)
                value += host * galaxy;
            if (kind != Stamp::Template)
                value += (detection.positive ? peak : -peak / 2) * source;
            pixels[static_cast<size_t>(y * kSide + x)] = static_cast<float>(std::round(value));
        }
    }
    return stampGz(pixels, kSide);
}

void putCandidate(AvroWriter &out, const ZtfDetection &d, Random &random)
{
    out.putDouble(d.jd);
    out.putLong(d.fid);
    out.putLong(d.candid / 1000);
    out.putFloatIn(0, d.limit);
    out.putLong(d.programId);
    out.putLong(d.candid);
    out.putText(d.positive ? "t" : "f");
    out.putLong(0);
    out.putLong(random.integer(200, 860));
    out.putDouble(d.raDeg);
    out.putDouble(d.decDeg);
    out.putFloat(d.mag);
    out.putFloat(d.magError);
    out.putFloatIn(0, static_cast<float>(random.uniform(0.1, 6)));
    out.putFloatIn(0, static_cast<float>(random.uniform(0.2, 1)));
    out.putFloatIn(0, d.realBogus);
    out.putFloatIn(0, d.deepRealBogus);
    out.putText("d6_m7");
    out.putFloatIn(0, static_cast<float>(random.uniform(1.6, 3.4)));
    out.putLong(d.history / 2 + 1);
    out.putLong(d.history + random.integer(5, 400));
    const bool moving = d.solarSystemName != "null";
    out.putFloatIn(0, moving ? static_cast<float>(random.uniform(0.1, 2)) : -999.0f);
    out.putFloatIn(0, moving ? d.mag : -999.0f);
    out.putLong(0);
    out.putText(d.solarSystemName);
    out.putFloatIn(0, static_cast<float>(random.uniform(0, 1)));
    out.putFloatIn(0, static_cast<float>(random.uniform(0.1, 30)));
    out.putFloatIn(0, static_cast<float>(random.uniform(25.5, 26.5)));
    out.putFloatIn(0, 30.0f);
}

void putHistory(AvroWriter &out, const ZtfDetection &d, Random &random)
{
    if (d.history == 0) {
        out.putLong(0);
        return;
    }
    out.putLong(1);
    out.putLong(d.history);
    for (int i = d.history; i > 0; --i) {
        const bool detected = i < d.history / 2;
        out.putDouble(d.jd - i * random.uniform(0.9, 1.1));
        out.putLong(random.integer(1, 2));
        out.putFloatIn(0, d.limit + static_cast<float>(random.normal(0, 0.3)));
        if (!detected) {
            for (int field = 0; field < 6; ++field)
                out.putLong(0);
            continue;
        }
        out.putLong(1);
        out.putLong(d.candid - i * 1'000'000'000ll);
        out.putLong(1);
        out.putText("t");
        out.putLong(1);
        out.putDouble(d.raDeg + random.normal(0, 2e-5));
        out.putLong(1);
        out.putDouble(d.decDeg + random.normal(0, 2e-5));
        out.putFloatIn(1, d.mag + static_cast<float>(0.05 * i + random.normal(0, 0.05)));
        out.putFloatIn(1, d.magError);
    }
    out.putLong(0);
}

} // namespace

std::string ztfPacket(const ZtfDetection &detection, Random &random)
{
    AvroWriter datum;
    datum.putText("4.02");
    datum.putText("Tocsin demo");
    datum.putText(detection.objectId);
    datum.putLong(detection.candid);
    putCandidate(datum, detection, random);
    putHistory(datum, detection, random);
    for (const auto &[kind, word] : {std::pair{Stamp::Science, "sci"}, {Stamp::Template, "ref"}, {Stamp::Difference, "diff"}}) {
        datum.putLong(1);
        datum.putText("candid" + std::to_string(detection.candid) + "_targ_" + word + ".fits.gz");
        datum.putText(stamp(detection, kind, random));
    }

    constexpr std::string_view sync = "TocsinDemoNight!"; // 16 bytes
    AvroWriter file;
    file.bytes = std::string("Obj\x01", 4);
    file.putLong(2);
    file.putText("avro.schema");
    file.putText(kSchema);
    file.putText("avro.codec");
    file.putText("null");
    file.putLong(0);
    file.bytes.append(sync);
    file.putLong(1);
    file.putLong(static_cast<int64_t>(datum.bytes.size()));
    file.bytes.append(datum.bytes);
    file.bytes.append(sync);
    return file.bytes;
}

} // namespace tocsin::demo
