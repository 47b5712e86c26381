// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/demo/night.h"

#include "core/base/utctime.h"
#include "core/streams/demo/fitsfiles.h"
#include "core/streams/demo/ztfpacket.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <numbers>

namespace tocsin::demo {

using Json = nlohmann::ordered_json;

namespace {

constexpr const char *kSurvey = "ztf_demo_programid1";
constexpr const char *kFermi = "gcn.notices.fermi.gbm";
constexpr const char *kEinstein = "gcn.notices.einstein_probe.wxt.alert";
constexpr const char *kIceCube = "gcn.notices.icecube.gold_bronze_track_alerts";
constexpr const char *kSuperK = "gcn.notices.superk.sn_alert";
constexpr const char *kCirculars = "gcn.circulars";
constexpr const char *kWaves = "igwn.gwalert";
constexpr const char *kHeartbeat = "gcn.heartbeat";
constexpr int kSurveyPartitions = 8;

std::string letters(Random &random, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text.push_back(static_cast<char>('a' + random.integer(0, 25)));
    return text;
}

double rounded(double value, double unit)
{
    return std::round(value / unit) * unit;
}

// JSON prints the shortest form of a double: round so that it looks as it was sent.
double decimals(double value, int count)
{
    const double scale = std::pow(10.0, count);
    return std::round(value * scale) / scale;
}

} // namespace

const std::vector<DemoTopic> &Night::topics()
{
    static const std::vector<DemoTopic> list{{kSurvey, kSurveyPartitions}, {kFermi, 1}, {kEinstein, 1}, {kIceCube, 1},
                                             {kSuperK, 1}, {kCirculars, 1}, {kWaves, 1}, {kHeartbeat, 1}};
    return list;
}

Night::Night(uint64_t seed, int64_t startUs, double speed) : m_random(seed), m_startUs(startUs), m_speed(speed)
{
    m_candid = 3'500'000'000'015'000'000ll + static_cast<int64_t>(seed % 1000) * 1'000'000;
    // Earlier tonight: an empty table says nothing.
    for (int i = 0; i < 150; ++i)
        plan(0, [this, i](int64_t due) { detection(due, (150 - i) * 4'000 + m_random.integer(0, 3'000)); });
    plan(0, [this](int64_t due) { circular(due); });
    plan(0, [this](int64_t due) { xrayTransient(due); });

    every(0, 0, [this](int64_t due) { heartbeat(due); });
    every(400, 280, [this](int64_t due) { detection(due, 0); });
    every(20'000, 39'000, [this](int64_t due) { burst(due); });
    every(3'000, 70'000, [this](int64_t due) { gammaRayBurst(due); });
    every(45'000, 95'000, [this](int64_t due) { xrayTransient(due); });
    every(22'000, 120'000, [this](int64_t due) { neutrino(due); });
    every(31'000, 300'000, [this](int64_t due) { supernovaTest(due); });
    every(6'000, 240'000, [this](int64_t due) { mergerWithUpdates(due); });
    every(26'000, 260'000, [this](int64_t due) { mergerTakenBack(due); });
    every(12'000, 200'000, [this](int64_t due) { mockMerger(due); });
    every(9'000, 40'000, [this](int64_t due) { circular(due); });
    every(8'000, 55'000, [this](int64_t due) { broken(due); });
}

void Night::plan(int64_t dueMs, Act act)
{
    m_plan.push({dueMs, m_order++, std::move(act)});
}

// Again and again; meanMs 0 = each second sharp, else with exponential gaps.
void Night::every(int64_t firstMs, double meanMs, const std::function<void(int64_t)> &act)
{
    plan(firstMs, [this, meanMs, act](int64_t due) {
        act(due);
        const double gap = meanMs <= 0 ? 1'000 : -meanMs * std::log(1 - m_random.uniform());
        every(due + std::max<int64_t>(static_cast<int64_t>(gap), static_cast<int64_t>(meanMs / 8)), meanMs, act);
    });
}

DemoMessage Night::next()
{
    while (m_said.empty()) {
        Planned planned = m_plan.top();
        m_plan.pop();
        planned.act(planned.dueMs);
    }
    DemoMessage message = std::move(m_said.front());
    m_said.pop();
    return message;
}

void Night::say(int64_t dueMs, const char *topic, std::string value, std::string key, int partition)
{
    DemoMessage message;
    message.dueMs = dueMs;
    message.topic = topic;
    message.partition = partition;
    message.key = std::move(key);
    message.headers = {{"origin", "tocsin-demo"}};
    message.value = std::move(value);
    message.heartbeat = topic == kHeartbeat;
    m_said.push(std::move(message));
}

std::string Night::iso(int64_t dueMs, int64_t beforeMs) const
{
    const auto us = m_startUs + static_cast<int64_t>(static_cast<double>(dueMs) * 1000 / m_speed) - beforeMs * 1000;
    std::string text = UtcTime::fromUs(us).iso(); // …:06.789000Z
    text.replace(text.size() - 4, 4, "Z");
    return text;
}

std::string Night::dayName(int64_t dueMs) const
{
    const std::string text = iso(dueMs);
    return text.substr(2, 2) + text.substr(5, 2) + text.substr(8, 2);
}

// Uniform on the sky.
void Night::position(double &raDeg, double &decDeg)
{
    raDeg = m_random.uniform(0, 360);
    decDeg = std::asin(m_random.uniform(-1, 1)) * 180 / std::numbers::pi;
}

void Night::heartbeat(int64_t dueMs)
{
    say(dueMs, kHeartbeat,
        Json{{"$schema", "https://gcn.nasa.gov/schema/main/gcn/notices/core/Alert.schema.json"}, {"alert_datetime", iso(dueMs)}}.dump());
}

std::string Night::makeDetection(int64_t dueMs, int64_t ageMs, std::string &objectId)
{
    ZtfDetection d;
    const std::string day = dayName(dueMs);
    // Some were seen before tonight: a little elsewhere, a little brighter or fainter.
    const bool again = !m_seen.empty() && m_random.chance(0.15);
    const Seen former = again ? m_seen[static_cast<size_t>(m_random.integer(0, static_cast<int>(m_seen.size()) - 1))] : Seen{};
    objectId = again ? former.objectId : "ZTF" + day.substr(0, 2) + letters(m_random, 7);
    d.objectId = objectId;
    m_candid += m_random.integer(1'000, 90'000);
    d.candid = m_candid;
    const double nowUs = static_cast<double>(m_startUs) + static_cast<double>(dueMs) * 1000 / m_speed;
    d.jd = 2'440'587.5 + (nowUs - static_cast<double>(ageMs) * 1000 - m_random.uniform(3e6, 8e6)) / 86'400e6;
    d.fid = m_random.integer(1, 3);
    d.programId = 1;
    d.raDeg = rounded(again ? former.raDeg + m_random.normal(0, 3e-5) : m_random.uniform(0, 360), 1e-7);
    d.decDeg = rounded(again ? former.decDeg + m_random.normal(0, 3e-5) : std::asin(m_random.uniform(-0.5, 1)) * 180 / std::numbers::pi, 1e-7);
    d.limit = static_cast<float>(m_random.normal(20.4, 0.3));
    d.mag = static_cast<float>(std::fmin(again ? m_random.normal(former.mag, 0.25) : m_random.normal(18.9, 1.1), static_cast<double>(d.limit) - 0.1));
    d.magError = static_cast<float>(0.02 + 0.15 * std::exp(static_cast<double>(d.mag) - 20.5));
    d.realBogus = static_cast<float>(m_random.uniform(0.4, 1));
    d.deepRealBogus = static_cast<float>(1 - std::pow(m_random.uniform(), 3) * 0.6);
    d.positive = m_random.chance(0.85);
    d.history = m_random.integer(0, 24);
    const bool moving = !again && m_random.chance(0.06);
    if (!again && !moving) {
        if (m_seen.size() >= 40)
            m_seen.erase(m_seen.begin());
        m_seen.push_back({objectId, d.raDeg, d.decDeg, static_cast<double>(d.mag)});
    }
    d.solarSystemName = moving ? std::to_string(m_random.integer(1'000, 399'999)) : "null";
    return ztfPacket(d, m_random);
}

void Night::detection(int64_t dueMs, int64_t ageMs)
{
    std::string objectId;
    std::string packet = makeDetection(dueMs, ageMs, objectId);
    say(dueMs, kSurvey, std::move(packet), {}, m_random.integer(0, kSurveyPartitions - 1));
}

// A visit is over: many at once.
void Night::burst(int64_t dueMs)
{
    for (int i = 0; i < 40; ++i)
        plan(dueMs + i * 25, [this](int64_t due) { detection(due, 0); });
}

void Night::gammaRayBurst(int64_t dueMs)
{
    const std::string id = std::to_string(785'000'000 + m_random.integer(0, 999'999));
    const std::string trigger = iso(dueMs, 9'000);
    const std::string name = "GRB " + dayName(dueMs) + static_cast<char>('A' + m_bursts++ % 26);
    m_talkOfTheTown = name;
    double ra = 0;
    double dec = 0;
    position(ra, dec);
    const double snr = m_random.uniform(5, 40);
    const auto notice = [=, this](int64_t due, int record, const char *type, double error) {
        Json json{{"$schema", "https://gcn.nasa.gov/schema/main/gcn/notices/fermi/gbm/trigger.schema.json"},
                  {"mission", "Fermi"},
                  {"instrument", "GBM"},
                  {"messenger", "EM"},
                  {"id", {id}},
                  {"event_name", {name}},
                  {"record_number", record},
                  {"alert_type", type},
                  {"alert_tense", "current"},
                  {"alert_datetime", iso(due)},
                  {"trigger_time", trigger},
                  {"rate_snr", decimals(snr, 1)},
                  {"rate_duration", 1.024}};
        if (error > 0) {
            json["ra"] = decimals(std::fmod(ra + error / 3 + 360, 360), 3);
            json["dec"] = decimals(std::fmax(-89.9, std::fmin(89.9, dec - error / 4)), 3);
            json["ra_dec_error"] = error;
            json["containment_probability"] = 0.68;
            json["systematic_included"] = record >= 3;
            json["classification"] = {{"GRB", 0.94}, {"SGR", 0.04}, {"PARTICLES", 0.02}};
        }
        say(due, kFermi, json.dump(), id);
    };
    notice(dueMs, 1, "initial", 0);
    plan(dueMs + 7'000, [notice](int64_t due) { notice(due, 2, "update", 8.3); });
    plan(dueMs + 21'000, [notice](int64_t due) { notice(due, 3, "update", 3.4); });
    plan(dueMs + 48'000, [notice](int64_t due) { notice(due, 4, "update", 1.1); });
}

void Night::xrayTransient(int64_t dueMs)
{
    double ra = 0;
    double dec = 0;
    position(ra, dec);
    const std::string id = "0170" + std::to_string(8'973'000 + m_random.integer(0, 9'999));
    say(dueMs, kEinstein,
        Json{{"$schema", "https://gcn.nasa.gov/schema/main/gcn/notices/einstein_probe/wxt/alert.schema.json"},
             {"mission", "Einstein Probe"},
             {"instrument", "WXT"},
             {"messenger", "EM"},
             {"alert_datetime", iso(dueMs)},
             {"trigger_time", iso(dueMs, 95'000)},
             {"id", {id}},
             {"event_name", {"EP" + dayName(dueMs) + letters(m_random, 1)}},
             {"ra", decimals(ra, 4)},
             {"dec", decimals(dec, 4)},
             {"ra_dec_error", 0.03},
             {"image_energy_range", {0.5, 4}},
             {"net_count_rate", decimals(m_random.uniform(0.5, 12), 2)},
             {"image_snr", decimals(m_random.uniform(6, 25), 1)}}
            .dump(),
        id);
}

void Night::neutrino(int64_t dueMs)
{
    double ra = 0;
    double dec = 0;
    position(ra, dec);
    dec = std::fmax(-5, std::fmin(60, dec));
    const std::string id = std::to_string(142'000 + m_random.integer(0, 999)) + "_" + std::to_string(m_random.integer(1'000'000, 89'999'999));
    m_talkOfTheTown = "IceCube-" + dayName(dueMs) + "A";
    const auto notice = [=, this, name = m_talkOfTheTown](int64_t due, int record, double error) {
        say(due, kIceCube,
            Json{{"$schema", "https://gcn.nasa.gov/schema/main/gcn/notices/icecube/single_neutrino_alerts.schema.json"},
                 {"mission", "IceCube"},
                 {"instrument", "IC86"},
                 {"messenger", "Neutrino"},
                 {"pipeline", "Gold Track Alert"},
                 {"record_number", record},
                 {"event_name", {name}},
                 {"id", {id}},
                 {"alert_datetime", iso(due)},
                 {"alert_type", record == 1 ? "initial" : "update"},
                 {"alert_tense", "current"},
                 {"alert_topology", "Track"},
                 {"ra", decimals(ra, 2)},
                 {"dec", decimals(dec, 2)},
                 {"ra_dec_error", error},
                 {"containment_probability", 0.9},
                 {"systematic_included", false},
                 {"trigger_time", iso(dueMs, 33'000)},
                 {"nu_energy", 187.4},
                 {"p_astro", 0.62},
                 {"far", 1.3e-8}}
                .dump(),
            id);
    };
    notice(dueMs, 1, 0.61);
    plan(dueMs + 40'000, [notice](int64_t due) { notice(due, 2, 0.44); });
}

void Night::supernovaTest(int64_t dueMs)
{
    say(dueMs, kSuperK,
        Json{{"$schema", "https://gcn.nasa.gov/schema/main/gcn/notices/superk/sn_alert.schema.json"},
             {"mission", "Super-Kamiokande"},
             {"messenger", "Neutrino"},
             {"id", {"SN." + std::to_string(95'000 + m_random.integer(0, 99)) + ".000001"}},
             {"record_number", 1},
             {"alert_type", "initial"},
             {"alert_tense", "test"},
             {"alert_datetime", iso(dueMs)},
             {"trigger_time", iso(dueMs, 20'000)},
             {"ra", 266.42},
             {"dec", -29.01},
             {"ra_dec_error", 0.91},
             {"n_events", 3241}}
            .dump());
}

void Night::mergerWithUpdates(int64_t dueMs)
{
    const std::string id = "S" + dayName(dueMs) + letters(m_random, 2);
    const std::string time = iso(dueMs, 14'000);
    double ra = 0;
    double dec = 0;
    position(ra, dec);
    m_talkOfTheTown = "LIGO/Virgo/KAGRA " + id;
    gravitationalWave(dueMs, id, "EARLYWARNING", 16, ra, dec, 0.40, time);
    plan(dueMs + 18'000, [=, this](int64_t due) { gravitationalWave(due, id, "PRELIMINARY", 11, ra, dec, 0.82, time); });
    plan(dueMs + 50'000, [=, this](int64_t due) { gravitationalWave(due, id, "INITIAL", 8, ra, dec, 0.91, time); });
    plan(dueMs + 95'000, [=, this](int64_t due) { gravitationalWave(due, id, "UPDATE", 4, ra, dec, 0.97, time); });
}

void Night::mergerTakenBack(int64_t dueMs)
{
    const std::string id = "S" + dayName(dueMs) + letters(m_random, 2);
    const std::string time = iso(dueMs, 61'000);
    double ra = 0;
    double dec = 0;
    position(ra, dec);
    gravitationalWave(dueMs, id, "PRELIMINARY", 20, ra, dec, 0.05, time);
    plan(dueMs + 30'000, [=, this](int64_t due) {
        say(due, kWaves,
            Json{{"alert_type", "RETRACTION"},
                 {"time_created", iso(due)},
                 {"superevent_id", id},
                 {"urls", {{"gracedb", "https://gracedb.example.org/superevents/" + id + "/view/"}}},
                 {"event", nullptr},
                 {"external_coinc", nullptr}}
                .dump(),
            id);
    });
}

void Night::mockMerger(int64_t dueMs)
{
    double ra = 0;
    double dec = 0;
    position(ra, dec);
    gravitationalWave(dueMs, "MS" + dayName(dueMs) + letters(m_random, 1), "PRELIMINARY", 13, ra, dec, 0.02, iso(dueMs, 30'000));
}

void Night::gravitationalWave(int64_t dueMs, const std::string &id, const char *type, double sigmaDeg, double raDeg,
                              double decDeg, double bns, const std::string &eventTime)
{
    // One event stays where it is, and is known better with each stage.
    const double distance = 60 + 25 * ((id.back() - 'a') % 9);
    const double far = std::round(261 * std::pow(sigmaDeg / 4, 3)) / 1e15;
    const std::string map = multiOrderMap({.object = id,
                                           .raDeg = raDeg,
                                           .decDeg = decDeg,
                                           .sigmaDeg = sigmaDeg,
                                           .distanceMpc = distance,
                                           .distanceErrorMpc = distance * (0.1 + sigmaDeg / 50),
                                           .instruments = "H1,L1,V1"});
    const double terrestrial = decimals((1 - bns) * 0.04, 4);
    Json json{
        {"alert_type", type},
        {"time_created", iso(dueMs)},
        {"superevent_id", id},
        {"urls", {{"gracedb", "https://gracedb.example.org/superevents/" + id + "/view/"}}},
        {"event",
         {{"time", eventTime},
          {"far", far},
          {"significant", true},
          {"instruments", {"H1", "L1", "V1"}},
          {"group", "CBC"},
          {"pipeline", "gstlal"},
          {"search", id.front() == 'M' ? "MDC" : "AllSky"},
          {"properties", {{"HasNS", decimals(bns, 2)}, {"HasRemnant", decimals(bns * 0.9, 2)}, {"HasMassGap", 0.01}}},
          {"classification",
           {{"BNS", bns}, {"NSBH", decimals((1 - bns) * 0.3, 4)}, {"BBH", decimals((1 - bns) * 0.66, 4)}, {"Terrestrial", terrestrial}}},
          {"duration", nullptr},
          {"central_frequency", nullptr},
          {"skymap", QByteArray(map.data(), static_cast<qsizetype>(map.size())).toBase64().toStdString()}}},
        {"external_coinc", nullptr}};
    say(dueMs, kWaves, json.dump(), id);
}

void Night::circular(int64_t dueMs)
{
    static constexpr std::array<const char *, 5> kSubjects{"upper limits from a wide-field search", "optical counterpart candidate",
                                                           "X-ray observations", "spectroscopic classification of the host",
                                                           "radio follow-up planned"};
    const int number = ++m_circular;
    const std::string about = m_talkOfTheTown == "GRB" ? "GRB " + dayName(dueMs) + "A" : m_talkOfTheTown;
    const std::string subject = about + ": " + kSubjects[static_cast<size_t>(m_random.integer(0, 4))];
    const auto createdOn = m_startUs / 1000 + static_cast<int64_t>(static_cast<double>(dueMs) / m_speed) - 1'500;
    say(dueMs, kCirculars,
        Json{{"circularId", number},
             {"subject", subject},
             {"eventId", about},
             {"submitter", "A. Observer at an invented observatory <observer@example.org>"},
             {"createdOn", createdOn},
             {"submittedHow", "web"},
             {"eventType", {"Misc"}},
             {"body",
              "We report on invented observations of " + about + ".\n\nNothing in this circular happened; it is part of the demo night.\n"}}
            .dump(),
        std::to_string(number));
}

void Night::broken(int64_t dueMs)
{
    std::string objectId;
    switch (m_breakage++ % 3) {
    case 0: {
        std::string packet = makeDetection(dueMs, 0, objectId);
        packet.resize(packet.size() * 3 / 5);
        say(dueMs, kSurvey, std::move(packet), {}, m_random.integer(0, kSurveyPartitions - 1));
        break;
    }
    case 1:
        say(dueMs, kFermi, R"({"mission": "Fermi", "instrument": "GBM", "trigger_time": "2026-)");
        break;
    default: {
        std::string noise(200, '\0');
        for (char &c : noise)
            c = static_cast<char>(m_random.next());
        say(dueMs, kEinstein, std::move(noise));
    }
    }
}

} // namespace tocsin::demo
