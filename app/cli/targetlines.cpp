// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/targetlines.h"

#include "app/cli/commandline.h"

#include <QCoreApplication>

#include <cmath>
#include <optional>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;
using tom::State;
using tom::TargetRecord;

QString textOf(const Json &line)
{
    return QString::fromStdString(line.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json lineOf(const TargetRecord &record, bool isRetracted)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? Json() : Json(value.toStdString()); };
    const auto time = [](const UtcTime &when) { return when.isValid() ? Json(when.iso()) : Json(); };
    const auto degrees = [](double value) { return std::isfinite(value) ? Json(value) : Json(); };
    const std::optional<tom::Target> &there = record.target;
    // Of an alert without a place; what was not sent is empty, not zero.
    const bool isNowhere = !there && !record.draft.refusal.isEmpty() && record.draft.ra == 0 && record.draft.dec == 0;
    Json line{{"target",
               {{"id", there ? Json(there->id) : Json()},
                {"name", (there ? there->name : record.draft.name).toStdString()},
                {"ra", isNowhere ? Json() : degrees(there ? there->ra : record.draft.ra)},
                {"dec", isNowhere ? Json() : degrees(there ? there->dec : record.draft.dec)},
                {"url", there ? text(there->url.toString()) : Json()}}},
              {"state", stateWord(record.state).toStdString()},
              {"why", text(record.why)},
              {"number", record.number > 0 ? Json(record.number) : Json()},
              {"row", record.draft.row > 0 ? Json(record.draft.row) : Json()},
              {"account", text(record.account)},
              {"aliases", Json::array()},
              {"groups", Json::array()},
              {"made", time(record.made)},
              {"next_try", record.state == State::Queued ? time(record.nextTry) : Json()},
              {"removal", record.state == State::Queued && record.isRemoval()},
              {"retracted", isRetracted}};
    for (const QString &alias : there ? there->aliases : record.draft.aliases)
        line["aliases"].push_back(alias.toStdString());
    for (const QString &group : record.draft.groups)
        line["groups"].push_back(group.toStdString());
    return line;
}

int codeOf(const TargetRecord &record)
{
    if (record.state == State::Queued)
        return record.cause == ErrorKind::Keychain ? exitCode(ErrorKind::Keychain) : exitCode(ErrorKind::TimeLimit);
    return record.state == State::Refused || record.isKept() ? exitCode(record.cause) : 0;
}

void TargetTally::take(const TargetRecord &record)
{
    if (codeOf(record) == 0)
        return;
    const bool waits = record.state == State::Queued;
    const int before = waits ? m_waiting++ : m_refused++;
    if (before == 0)
        (waits ? m_whyWaiting : m_whyRefused) = record.why;
    m_isSignIn = m_isSignIn || record.cause == ErrorKind::SignInRefused || record.cause == ErrorKind::NotAuthorised;
}

void TargetTally::tell() const
{
    if (m_refused > 0) {
        sayLine(u"tocsin: "_s + QCoreApplication::translate("cli", "%n target(s) refused.", nullptr, m_refused) + u' ' + m_whyRefused);
        sayLine(m_isSignIn ? QCoreApplication::translate("cli", "When the account is in order: tocsin target outbox --retry")
                           : QCoreApplication::translate("cli", "“tocsin target create --help” says how fields are given (--field) and doubts are answered (--uncertain, --anyway)."));
    }
    if (m_waiting > 0) {
        sayLine(u"tocsin: "_s + QCoreApplication::translate("cli", "%n target(s) wait in the outbox.", nullptr, m_waiting) + u' ' + m_whyWaiting);
        sayLine(QCoreApplication::translate("cli", "An open window sends them when the TOM is there again; without one: tocsin target outbox --retry"));
    }
}

} // namespace tocsin::app
