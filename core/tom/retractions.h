// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utctime.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

namespace tocsin::archive {
class Reader;
}

namespace tocsin::tom {

// When an event was taken back, as far as the archive knows. A plain value.
struct Retraction {
    QString name; // for people
    UtcTime received; // the last such alert
};

// Of these events those that were taken back. On the reader's thread; `cancelled` may be empty.
[[nodiscard]] Result<QMap<QString, Retraction>> retractionsOf(archive::Reader &reader, const QStringList &events, const std::function<bool()> &cancelled = {});

} // namespace tocsin::tom
