// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"

#include <nlohmann/json.hpp>

#include <QString>

namespace tocsin::app {

// A target as `tocsin target …` prints it: the line of the contract; what stands behind "why" is more than it asks.
[[nodiscard]] nlohmann::ordered_json lineOf(const tom::TargetRecord &record, bool isRetracted = false);
[[nodiscard]] QString textOf(const nlohmann::ordered_json &line);
// What it means for the exit code.
[[nodiscard]] int codeOf(const tom::TargetRecord &record);

// What is said at the end of a command whose targets are not all where they were to be: how many, why, and what to do. Their own
// lines say it of each. A plain value.
class TargetTally
{
public:
    void take(const tom::TargetRecord &record);
    void tell() const;

private:
    int m_waiting = 0;
    int m_refused = 0;
    QString m_whyWaiting; // the first one's
    QString m_whyRefused;
    bool m_isSignIn = false;
};

} // namespace tocsin::app
