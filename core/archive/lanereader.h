// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <string>
#include <vector>

namespace tocsin::archive {

// What the index knows of partitions: where each stream stands, what it has missed, when messages came. The answers of Reader
// of the same names; lives on the thread of its connection, and ends before it.
class LaneReader
{
public:
    explicit LaneReader(QSqlDatabase &db) : m_db(db) {}

    [[nodiscard]] Result<std::vector<StoredGap>> gaps();
    [[nodiscard]] Result<std::vector<Coverage>> coverage();
    [[nodiscard]] Result<TimesAround> timesAround(int64_t laneNumber, int64_t offset);
    [[nodiscard]] Result<std::vector<StoredPosition>> positions(const std::string &streamUuid);
    [[nodiscard]] Result<std::vector<StoredPosition>> lanePositions(const std::string &source, const std::string &topic, int32_t partition);

private:
    [[nodiscard]] Result<std::vector<StoredPosition>> places(const QString &from, const QVariantList &values);

    QSqlDatabase &m_db;
    std::unique_ptr<QSqlQuery> m_before;
    std::unique_ptr<QSqlQuery> m_after;
};

} // namespace tocsin::archive
