// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/options/startat.h"

namespace tocsin::options {

using namespace Qt::StringLiterals;

std::optional<StartAt> StartAt::parse(const QString &text)
{
    const QString word = text.trimmed();
    if (word == u"live")
        return StartAt{.kind = Kind::Live};
    if (word == u"resume")
        return StartAt{.kind = Kind::Resume};
    if (word == u"recent")
        return StartAt{.kind = Kind::Recent};
    if (word == u"earliest")
        return StartAt{.kind = Kind::Earliest};
    if (word.startsWith(u"last:")) {
        bool ok = false;
        const qint64 count = word.sliced(5).toLongLong(&ok);
        if (!ok || count < 1)
            return std::nullopt;
        return StartAt{.kind = Kind::Last, .count = count};
    }
    const UtcTime time = UtcTime::fromIso(word.toStdString());
    if (!time.isValid())
        return std::nullopt;
    return StartAt{.kind = Kind::Time, .time = time};
}

} // namespace tocsin::options
