// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/options/duration.h"

#include <QRegularExpression>

namespace tocsin::options {

using namespace Qt::StringLiterals;

std::optional<std::chrono::milliseconds> parseDuration(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|min|h|d)?$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    double seconds = match.captured(1).toDouble();
    if (unit == u"ms")
        seconds /= 1000;
    else if (unit == u"m" || unit == u"min")
        seconds *= 60;
    else if (unit == u"h")
        seconds *= 3600;
    else if (unit == u"d")
        seconds *= 86'400;
    return std::chrono::milliseconds(qRound64(seconds * 1000));
}

} // namespace tocsin::options
