// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/demo/random.h"

#include <cstdint>
#include <functional>
#include <queue>
#include <string>
#include <utility>
#include <vector>

namespace tocsin::demo {

// A topic of the demo's broker.
struct DemoTopic {
    const char *name;
    int partitions;
};

// One message of the night, ready to be sent.
struct DemoMessage {
    int64_t dueMs = 0; // of the night's own clock, from its start
    std::string topic;
    int partition = 0;
    std::string key;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string value;
    bool heartbeat = false;
};

// An invented night, true to life: a survey's detections with stamps, gamma-ray bursts whose position improves,
// X-ray and neutrino notices, gravitational-wave sequences up to a retraction, circulars, tests, heartbeats, and a
// few broken packets. The same messages from the same seed and start; no end. A plain class without thread.
class Night
{
public:
    // `startUs`: UTC microseconds at which the night begins; `speed`: how much faster than life it runs.
    Night(uint64_t seed, int64_t startUs, double speed = 1);
    Night(const Night &) = delete; // what is planned points back here
    Night &operator=(const Night &) = delete;

    [[nodiscard]] static const std::vector<DemoTopic> &topics();
    // The next message in order of dueMs.
    [[nodiscard]] DemoMessage next();

private:
    using Act = std::function<void(int64_t dueMs)>;
    struct Planned {
        int64_t dueMs;
        uint64_t order; // ties keep the order of planning
        Act act;
        friend bool operator<(const Planned &a, const Planned &b)
        {
            return std::pair(b.dueMs, b.order) < std::pair(a.dueMs, a.order);
        }
    };

    void plan(int64_t dueMs, Act act);
    void every(int64_t firstMs, double meanMs, const std::function<void(int64_t)> &act);
    void say(int64_t dueMs, const char *topic, std::string value, std::string key = {}, int partition = 0);
    // Wall time of a moment of the night, ISO with milliseconds.
    [[nodiscard]] std::string iso(int64_t dueMs, int64_t beforeMs = 0) const;
    [[nodiscard]] std::string dayName(int64_t dueMs) const; // yymmdd
    void position(double &raDeg, double &decDeg);

    void heartbeat(int64_t dueMs);
    void detection(int64_t dueMs, int64_t ageMs);
    void burst(int64_t dueMs);
    void gammaRayBurst(int64_t dueMs);
    void xrayTransient(int64_t dueMs);
    void neutrino(int64_t dueMs);
    void supernovaTest(int64_t dueMs);
    void mergerWithUpdates(int64_t dueMs);
    void mergerTakenBack(int64_t dueMs);
    void mockMerger(int64_t dueMs);
    void gravitationalWave(int64_t dueMs, const std::string &id, const char *type, double sigmaDeg, double raDeg,
                           double decDeg, double bns, const std::string &eventTime);
    void circular(int64_t dueMs);
    void broken(int64_t dueMs);
    [[nodiscard]] std::string makeDetection(int64_t dueMs, int64_t ageMs, std::string &objectId);

    Random m_random;
    const int64_t m_startUs;
    const double m_speed;
    std::priority_queue<Planned> m_plan;
    std::queue<DemoMessage> m_said;
    uint64_t m_order = 0;
    int m_bursts = 0;
    int m_circular = 41870;
    int64_t m_candid = 0;
    int m_breakage = 0;
    struct Seen {
        std::string objectId;
        double raDeg = 0;
        double decDeg = 0;
        double mag = 0;
    };
    std::vector<Seen> m_seen; // objects that may be detected again
    std::string m_talkOfTheTown = "GRB"; // what circulars are about
};

} // namespace tocsin::demo
