// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/rules/rule.h"
#include "ui/models/newestjob.h"
#include "ui/models/rulestate.h"

#include <QObject>

namespace tocsin::journal {
class Journal;
}

namespace tocsin::ui {

// Runs a rule over the stored alerts, on a thread of its own: what it would have taken, and when it would have woken somebody.
// The newest question counts. Main thread; archive and journal outlive it.
class Rehearsing final : public QObject
{
    Q_OBJECT
public:
    // Without a journal nobody has allowed anything.
    explicit Rehearsing(archive::Archive &archive, journal::Journal *journal = nullptr, QObject *parent = nullptr);

    // What arrived since then; not valid: everything.
    void start(const rules::Rule &rule, const UtcTime &since);
    void stop();

Q_SIGNALS:
    void advanced(double fraction, qint64 judged);
    void done(const tocsin::ui::RehearsalResult &result);
    void failed(const tocsin::Error &error);

private:
    archive::Archive &m_archive;
    journal::Journal *const m_journal;
    NewestJob m_job;
};

} // namespace tocsin::ui
