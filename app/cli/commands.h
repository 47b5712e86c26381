// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "core/base/places.h"

namespace tocsin::app {

// What every command is given. A plain value.
struct CliContext {
    const CliArguments &arguments;
    Places places;
    QString profile;
    int logLevel = 4; // syslog numbers: 3 error, 4 warning, 6 info, 7 debug
};

// Each runs one command to its end and returns the exit code. They need a QCoreApplication.
int runDecode(const CliContext &context);
int runListen(const CliContext &context);
int runDemoHeadless(const CliContext &context);
int runTopics(const CliContext &context);
int runCheck(const CliContext &context);
int runStreams(const CliContext &context);
int runAccounts(const CliContext &context);
int listSciTokens(const CliContext &context); // of runAccounts()
int runRules(const CliContext &context);
int runExportCommand(const CliContext &context);
int runArchive(const CliContext &context);
int runArchiveFetch(const CliContext &context);
int runArchiveRedecode(const CliContext &context);
int runTarget(const CliContext &context);
int runArchiveFind(const CliContext &context);
int runWatch(const CliContext &context);
int runTriage(const CliContext &context);
int runShift(const CliContext &context);

} // namespace tocsin::app
