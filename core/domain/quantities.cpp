// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/quantities.h"

#include <QLocale>

#include <array>
#include <charconv>
#include <cmath>

namespace tocsin::quantities {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kNoBreak(0x00a0);

QString superscript(int value)
{
    static constexpr char16_t digits[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString text;
    for (const QChar c : QString::number(std::abs(value)))
        text += QChar(digits[c.digitValue()]);
    return value < 0 ? u'⁻' + text : text;
}

} // namespace

QString number(double value, int decimals, bool sign)
{
    if (!std::isfinite(value))
        return {};
    QString text = QString::number(std::abs(value), 'f', decimals);
    const bool zero = text.count(u'0') + text.count(u'.') == text.size();
    if (value < 0 && !zero)
        return kMinus + text;
    return sign ? u'+' + text : text;
}

QString asSent(const Number &value)
{
    if (!value.has())
        return {};
    std::array<char, 48> buffer;
    const auto result = value.single ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<float>(value.value))
                                     : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.value);
    QString text = QString::fromLatin1(buffer.data(), result.ptr - buffer.data());
    if (text.startsWith(u'-'))
        text[0] = kMinus;
    return text;
}

QString angle(double degrees)
{
    if (!std::isfinite(degrees))
        return {};
    if (degrees >= 1)
        return number(degrees, degrees < 10 ? 1 : 0) + u'°';
    if (degrees >= 0.1)
        return number(degrees, 2) + u'°';
    if (degrees * 60 >= 1)
        return number(degrees * 60, 1) + u'′';
    return number(degrees * 3'600, degrees * 3'600 < 10 ? 1 : 0) + u'″';
}

QString area(double squareDegrees)
{
    if (!std::isfinite(squareDegrees))
        return {};
    // Grouped like a count; with a decimal it keeps the point of every measured value.
    const QString text = squareDegrees < 9.95 ? number(squareDegrees, 1) : QLocale().toString(qRound64(squareDegrees));
    return text + kNoBreak + u"deg²"_s;
}

QString powerOfTen(double value, const QString &unit)
{
    if (!std::isfinite(value))
        return {};
    QString text;
    const int exponent = value == 0 ? 0 : static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (value != 0 && (exponent < -3 || exponent > 4))
        text = number(value / std::pow(10.0, exponent), 1) + u" × 10"_s + superscript(exponent);
    else
        text = number(value, exponent < 0 ? 1 - exponent : 1);
    return unit.isEmpty() ? text : text + kNoBreak + unit;
}

} // namespace tocsin::quantities
