// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/shippedrules.h"
#include "ui/models/rulestate.h"

#include <QHash>

#include <vector>

namespace tocsin::tests {

// Rules in every state, with what is known of each: invented.
struct RuleExamples {
    std::vector<rules::Rule> rules;
    QHash<QString, ui::RuleState> states;

    RuleExamples()
    {
        using namespace Qt::StringLiterals;
        const auto ago = [](int64_t seconds) { return UtcTime::fromUs(UtcTime::now().us - seconds * 1'000'000); };
        rules = rules::shippedRules();
        rules[0].enabled = true;
        rules[0].rehearsed = ago(3 * 86'400);
        states[rules[0].name].lastHit = ago(7'300);
        rules[2].rehearsed = ago(9'000);
        rules::Action hook{.kind = u"webhook"_s};
        hook.values.set(u"url"_s, u"https://chat.example.org/hooks/{secret}"_s);
        rules::Action program{.kind = u"program"_s};
        program.values.set(u"command"_s, u"/home/mira/bin/point-telescope --now"_s);
        rules.push_back({.name = u"members"_s, .label = u"Members' channel"_s, .enabled = true, .topics = {u"igwn.gwalert"_s, u"gcn.notices.*"_s},
                         .filter = u"area90 < 500"_s, .actions = {hook}, .throttle = std::chrono::minutes(10), .rehearsed = ago(86'400)});
        states[u"members"_s].waiting = {{u"webhook https://chat.example.org"_s, u"the web server chat.example.org"_s, 3}, {u"webhook https://ntfy.example.org"_s, u"the web server ntfy.example.org"_s, 1}};
        rules.push_back({.name = u"point"_s, .label = u"Point the telescope"_s, .enabled = true, .filter = u"mag < 16 and messenger = \"optical\""_s, .actions = {program}});
        states[u"point"_s].lastHit = ago(95);
        states[u"point"_s].runs = {{ago(95), u"Run a program"_s, false, u"/home/mira/bin/point-telescope ended with code 3."_s,
                                    u"dome is closed\nwaiting for the weather\ngiving up"_s, 4711},
                                   {ago(4'000), u"Run a program"_s, true, u"/home/mira/bin/point-telescope ended well after 0.8 s."_s, u"slewing"_s, 4700}};
        rules.push_back({.name = u"older"_s, .label = u"Of a newer version"_s, .enabled = true, .filter = u"mag < 12"_s, .actions = {{.kind = u"telepathy"_s}}});
        states[u"older"_s].problem = u"Action 1: there is no kind of action “telepathy”."_s;
    }
};

inline ui::RehearsalResult rehearsalExample()
{
    using namespace Qt::StringLiterals;
    ui::RehearsalResult result;
    const qint64 hits[] = {0, 3, 0, 0, 11, 1, 2};
    for (int i = 0; i < 7; ++i)
        result.nights.push_back({u"2026-09-%1"_s.arg(8 + i, 2, 10, QLatin1Char('0')), hits[i], hits[i] > 0 ? 1 : 0, i == 4 ? 7 : 0});
    const UtcTime newest = UtcTime::fromIso("2026-09-14T03:01:58Z");
    for (int i = 0; i < 10; ++i)
        result.last.push_back({9'000 - i, UtcTime::fromUs(newest.us - i * 4'000'000'000LL, 0), u"S2609%1ab"_s.arg(14 - i / 3),
                               i % 3 == 0 ? u"Preliminary, BNS 0.97, 310 deg², 41 Mpc"_s : u"Update 2, BNS 0.99, 120 deg², 40 Mpc"_s, i % 3 == 0,
                               i == 3 ? u"Restricted, waits to be allowed"_s : i % 3 == 0 ? QString() : i == 4 ? u"Quiet hours"_s : u"Same event"_s});
    result.judged = 1'034'211;
    return result;
}

} // namespace tocsin::tests
