// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tocsin::rules {

// An event that a rule has alarmed for. A plain value.
struct AlarmedEvent {
    std::string key; // what it is called here; one row of the journal
    std::vector<std::string> names; // that mean it
    std::string event; // folding key; may be empty
    double ra = 0; // degrees, where `hasPlace`
    double dec = 0;
    bool hasPlace = false; // measured to better than an arcminute
    std::optional<double> measure; // the greatest that has alarmed
    int64_t row = 0; // of the last alarm
    UtcTime alarmed; // likewise
    bool retracted = false;
    friend bool operator==(const AlarmedEvent &, const AlarmedEvent &) = default;
};

// What one rule has alarmed for: tells a further revision, or the same thing by another path, from something new. The event
// decides; where it is not known (or the name is one that no two events share) the name, else the sender's number, else the
// place within 5 arcsec. A circular is known by its number alone: each is news once, however often it is edited. Of more events
// than kMost the oldest are forgotten: a rule that takes everything of a survey must not fill the memory. A value; on one thread.
class EventMemory
{
public:
    static constexpr size_t kMost = 200'000;

    explicit EventMemory(size_t most = kMost) : m_most(most) {}
    // Valid until the next note().
    [[nodiscard]] AlarmedEvent *find(const Alert &alert);
    AlarmedEvent &note(const Alert &alert, const std::optional<double> &measure, const UtcTime &now);
    void restore(AlarmedEvent event);
    [[nodiscard]] size_t size() const { return m_events.size(); }

private:
    [[nodiscard]] AlarmedEvent &at(size_t number) { return m_events[number - m_forgotten]; }
    [[nodiscard]] std::optional<size_t> numberOf(const Alert &alert);
    size_t add(AlarmedEvent event);
    void index(size_t number);
    void dropPlace(size_t number);
    void forgetOldest();

    size_t m_most;
    std::deque<AlarmedEvent> m_events; // numbered from m_forgotten on
    size_t m_forgotten = 0;
    std::unordered_map<std::string, size_t> m_names; // number of the event
    std::multimap<double, size_t> m_places; // by declination
};

} // namespace tocsin::rules
