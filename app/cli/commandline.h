// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace tocsin::app {

// One option of a command, described once: parsing, --help and the man page are made from it.
struct CliOption {
    QString name; // without dashes
    const char *value = ""; // what follows it, "" for a switch
    const char *help = ""; // translate in context "cli"
    bool repeats = false;
};

struct CliCommand {
    QString name; // two words for those with sub-commands: "streams add"
    const char *arguments = "";
    const char *help = "";
    std::vector<CliOption> options = {};
    int leastArguments = 0;
    int mostArguments = -1; // -1: no limit
};

// What stands on the command line. A plain value.
struct CliArguments {
    const CliCommand *command = nullptr; // null: the window
    QStringList positional;
    QMap<QString, QStringList> values;

    [[nodiscard]] bool has(const QString &option) const { return values.contains(option); }
    [[nodiscard]] QString value(const QString &option) const { return values.value(option).value(0); }
};

[[nodiscard]] const std::vector<CliCommand> &cliCommands();
[[nodiscard]] const std::vector<CliOption> &cliGlobalOptions();

// The error names the position of the argument that is wrong.
[[nodiscard]] Result<CliArguments> parseCommandLine(const QStringList &arguments);

// Of the whole program (null) or of one command.
[[nodiscard]] QString helpText(const CliCommand *command);
// Of the commands that begin with this word ("streams").
[[nodiscard]] QString groupHelp(const QString &word);
// The manual page in troff, from the same table.
[[nodiscard]] QString manPage();

// Exit codes of contract, section 2.
[[nodiscard]] int exitCode(ErrorKind kind);
// Two lines on standard error: what happened, what to do. Returns the exit code.
int complain(const Error &error);
void sayLine(const QString &line); // standard error
void putLine(const QString &line); // standard output
// What standard output could not take ends no command well; a reader of a pipe that has gone is no trouble. Called once,
// last; gives the exit code.
[[nodiscard]] int closeOutput(int code);

} // namespace tocsin::app
