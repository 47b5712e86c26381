// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tocsin::streams {

// What topics have in common, for people who look through the hundreds that a broker has. The known ones come from a table
// (protocols 2.7, 3.2, 4.3), the others are put together by the first part of their names. Pure; any thread.
struct TopicFamily {
    QString label; // translated
    QStringList topics; // as they came
};
// In the order of the table, then by name; every topic stands in one of them.
[[nodiscard]] QList<TopicFamily> familiesOf(const QStringList &topics);

} // namespace tocsin::streams
