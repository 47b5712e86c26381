// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QSqlDatabase>
#include <QStringList>

#include <functional>

namespace tocsin::journal {

class Journal;

// Where restricted alerts may go (decisions.md 16): asked once for each destination, whatever part of the program sends them.
// A destination is a short text: "webhook https://hooks.example.org", "mail observer@example.org", "kafka NAME/TOPIC",
// "tom ACCOUNT". Called where the journal is.
class Consents
{
public:
    explicit Consents(Journal &journal) : m_journal(journal) {}

    // Those of `destinations` that nobody has allowed yet. Not on the main thread.
    [[nodiscard]] Result<QStringList> missing(const QStringList &destinations);
    void missing(const QStringList &destinations, QObject *context, std::function<void(Result<QStringList>)> done);
    [[nodiscard]] Result<QStringList> all();
    [[nodiscard]] Outcome allow(const QStringList &destinations);
    void allow(const QStringList &destinations, QObject *context, std::function<void(Result<int>)> done);
    // Taken back: asked again the next time.
    [[nodiscard]] Outcome forget(const QStringList &destinations);

private:
    Journal &m_journal;
};

// The same inside a job of the journal, for those who decide with it; on the journal's thread.
namespace consents {

[[nodiscard]] Result<bool> isAllowed(QSqlDatabase &db, const QString &destination);
[[nodiscard]] Result<int> allow(QSqlDatabase &db, const QStringList &destinations);
[[nodiscard]] Result<int> forget(QSqlDatabase &db, const QStringList &destinations);
[[nodiscard]] Result<int> rename(QSqlDatabase &db, const QString &destination, const QString &newName);

} // namespace consents

} // namespace tocsin::journal
