// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/rules/rule.h"
#include "core/rules/rulerun.h"
#include "core/streams/stream.h"
#include "core/vault/secretbytes.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>

namespace tocsin::rules {

// What one action is done with. A plain value.
struct ActionWork {
    std::shared_ptr<const Rule> rule;
    Action action;
    RuleRun run;
    std::shared_ptr<const Alert> alert;
    std::shared_ptr<const archive::StoredPacket> packet = {}; // where no archive keeps it
};

// What came of it. A plain value.
struct ActionResult {
    bool worked = false;
    QString result = {}; // translated
    QString output = {}; // bounded by kMostOutput
};
constexpr qsizetype kMostOutput = 64 * 1024; // bytes

// What actions need of the program. The functions are called on threads of the pool, wait for their answer and give up when they
// are asked to stop.
struct ActionHelp {
    std::function<Result<vault::SecretBytes>(const QString &account, std::stop_token)> secret = {};
    // A stream by its name, with its account's secret or tokens in it.
    std::function<Result<streams::StreamConfig>(const QString &name, std::stop_token)> stream = {};
    // The message of the row as it came.
    std::function<Result<archive::StoredPacket>(int64_t row)> packet = {};
    // Makes a target of it.
    std::function<ActionResult(const ActionWork &, std::stop_token)> target = {};
    // Gives the row's event a tag.
    std::function<ActionResult(const ActionWork &)> tag = {};
    QString logFolder = {};
    std::chrono::milliseconds firstPause{1'000}; // from a failed try of a webhook to the next; doubles
};

// Where an action sends alerts to, as it is asked about for restricted ones; empty: nowhere.
[[nodiscard]] QStringList destinationsOf(const Action &action);
[[nodiscard]] QStringList destinationsOf(const Rule &rule);
// For people: "the web server hooks.example.org".
[[nodiscard]] QString destinationLabel(const QString &destination);

// "S260914ab: BNS 0.97 …" in a text of its own, or the template of the option `text`.
[[nodiscard]] QString messageOf(const ActionWork &work, const QString &key = QStringLiteral("text"));
// The message of the alert as it came.
[[nodiscard]] Result<archive::StoredPacket> packetOf(const ActionWork &work, const ActionHelp &help);
// The alert's page, where it is one of the web.
[[nodiscard]] QString pageOf(const Alert &alert);
// The alert as a JSON line, without a line end.
[[nodiscard]] QByteArray jsonOf(const Alert &alert);
[[nodiscard]] std::chrono::milliseconds limitOf(const Action &action);
// The first kMostOutput bytes as text, and a word where more came.
[[nodiscard]] QString outputText(const QByteArray &bytes, bool wasCut);

// Each does its work to an end, in bounded time, on the thread that calls it.
[[nodiscard]] ActionResult runProgram(const ActionWork &work, const ActionHelp &help, std::stop_token stop);
[[nodiscard]] ActionResult appendToLog(const ActionWork &work, const ActionHelp &help);
[[nodiscard]] ActionResult postToWebhook(const ActionWork &work, const ActionHelp &help, std::stop_token stop);
[[nodiscard]] ActionResult sendMail(const ActionWork &work, std::stop_token stop);

} // namespace tocsin::rules
