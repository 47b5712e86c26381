// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/rules/rule.h"
#include "ui/models/newestjob.h"
#include "ui/models/rulestate.h"

#include <QObject>

namespace tocsin::ui {

// Runs a rule over the stored alerts, on a thread of its own: what it would have taken, and when it would have woken somebody.
// The newest question counts. Main thread; the archive outlives it.
class Rehearsing final : public QObject
{
    Q_OBJECT
public:
    explicit Rehearsing(archive::Archive &archive, QObject *parent = nullptr);

    // What arrived since then; not valid: everything.
    void start(const rules::Rule &rule, const UtcTime &since);
    void stop();

Q_SIGNALS:
    void advanced(double fraction, qint64 judged);
    void done(const tocsin::ui::RehearsalResult &result);
    void failed(const tocsin::Error &error);

private:
    archive::Archive &m_archive;
    NewestJob m_job;
};

} // namespace tocsin::ui
