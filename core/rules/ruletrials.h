// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/actionrunner.h"
#include "core/rules/bells.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace tocsin::rules {

// Actions that a person tries once, beside all that rules do by themselves: nothing is judged or written down for them. Lives
// on the main thread; the actions run on a pool of their own.
class RuleTrials final : public QObject
{
    Q_OBJECT
public:
    struct Settings {
        Bells bells = {};
        ActionHelp help = {};
        bool demo = false; // nothing leaves the program, nothing is started
        std::function<UtcTime()> clock; // never empty
    };
    using Tried = std::function<void(const RuleRun &)>;

    explicit RuleTrials(Settings settings, QObject *parent = nullptr);
    ~RuleTrials() override;

    void tryAction(const Rule &rule, const Action &action, const std::shared_ptr<const Alert> &alert, Tried done);
    void stopSoon();
    void stop();

private:
    const Settings m_settings;
    std::map<int64_t, Tried> m_asked; // that have no answer yet
    int64_t m_last = 0;
    std::unique_ptr<ActionRunner> m_runner; // made at the first trial
};

} // namespace tocsin::rules
