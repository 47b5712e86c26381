// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/formats.h"

#include <QCoreApplication>
#include <QTextDocument>

#include <cmath>

namespace tocsin::ui::formats {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kNoBreak(0x00a0);

QString pad(int value, int width)
{
    return QString::number(value).rightJustified(width, u'0');
}

} // namespace

QString plain(const std::string &text)
{
    QString out = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar &c : out) {
        const char16_t u = c.unicode();
        if (u < 0x20 || u == 0x7f || u == 0x2028 || u == 0x2029)
            c = u' ';
        else if ((u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f || u == 0x061c)
            c = QChar::ReplacementCharacter;
    }
    return out;
}

QString timeOfNight(const UtcTime &time, const UtcTime &now)
{
    if (!time.isValid())
        return {};
    const QString iso = QString::fromStdString(time.iso());
    constexpr int64_t kDay = 86'400'000'000;
    if (std::abs(now.us - time.us) < kDay / 2)
        return time.digits > 0 ? iso.mid(11, 10) : iso.mid(11, 8);
    if (iso.first(4) == QString::fromStdString(now.iso()).first(4))
        return iso.mid(5, 5) + u' ' + iso.mid(11, 5);
    return iso.first(10);
}

QString dateTime(const UtcTime &time)
{
    if (!time.isValid())
        return {};
    const QString iso = QString::fromStdString(time.iso());
    return iso.first(10) + u' ' + iso.mid(11, time.digits > 0 ? 9 + std::min<int>(time.digits, 6) : 8);
}

QString duration(double seconds)
{
    const double size = std::abs(seconds);
    const auto say = [&](double value, int decimals, const QString &unit) { return number(value, decimals) + kNoBreak + unit; };
    if (size < 10)
        return say(seconds, 1, u"s"_s);
    if (size < 600)
        return say(seconds, 0, u"s"_s);
    if (size < 7'200)
        return say(seconds / 60, 0, u"min"_s);
    if (size < 172'800)
        return say(seconds / 3'600, 0, u"h"_s);
    return say(seconds / 86'400, 0, u"d"_s);
}

QString span(double length)
{
    const auto seconds = static_cast<int64_t>(length);
    if (seconds < 60)
        return QString::number(seconds) + u" s"_s;
    if (seconds < 3'600)
        return QString::number(seconds / 60) + u" min "_s + QString::number(seconds % 60) + u" s"_s;
    if (seconds < 172'800)
        return QString::number(seconds / 3'600) + u" h"_s;
    return QString::number(seconds / 86'400) + u" d"_s;
}

QString ago(const UtcTime &time, const UtcTime &now)
{
    if (!time.isValid())
        return {};
    const int64_t seconds = (now.us - time.us) / 1'000'000;
    if (seconds < 0)
        return QCoreApplication::translate("formats", "in the future");
    return QCoreApplication::translate("formats", "%1 ago").arg(span(static_cast<double>(seconds)));
}

QString raSexagesimal(double degrees)
{
    auto hundredths = static_cast<int64_t>(std::llround(degrees / 15 * 3'600 * 100)) % (24 * 360'000);
    const auto seconds = static_cast<int>(hundredths % 6'000);
    hundredths /= 6'000;
    return u"%1h %2m %3.%4s"_s.arg(pad(static_cast<int>(hundredths / 60), 2), pad(static_cast<int>(hundredths % 60), 2), pad(seconds / 100, 2), pad(seconds % 100, 2));
}

QString decSexagesimal(double degrees)
{
    auto tenths = static_cast<int64_t>(std::llround(std::abs(degrees) * 3'600 * 10));
    const auto seconds = static_cast<int>(tenths % 600);
    tenths /= 600;
    return u"%1%2° %3' %4.%5\""_s.arg(degrees < 0 ? QString(kMinus) : u"+"_s, pad(static_cast<int>(tenths / 60), 2), pad(static_cast<int>(tenths % 60), 2),
                                      pad(seconds / 10, 2), QString::number(seconds % 10));
}

QString falseAlarms(double hertz)
{
    if (!(hertz > 0))
        return {};
    const double years = 1 / hertz / 31'557'600;
    if (years >= 1)
        return QCoreApplication::translate("formats", "1 per %1").arg(powerOfTen(years, QCoreApplication::translate("formats", "yr")));
    return QCoreApplication::translate("formats", "%1 per yr").arg(powerOfTen(1 / years, {}));
}

QString bytes(qint64 size)
{
    if (size < 1'000)
        return QString::number(size) + kNoBreak + u"B"_s;
    double value = static_cast<double>(size) / 1'000;
    for (const char *unit : {"kB", "MB", "GB"}) {
        if (value < 1'000)
            return number(value, value < 10 ? 1 : 0) + kNoBreak + QLatin1String(unit);
        value /= 1'000;
    }
    return number(value, 1) + kNoBreak + u"TB"_s;
}

int positionDecimals(const Alert &alert)
{
    if (alert.area90.has() || alert.positionKind == "map-peak")
        return 2;
    const double error = alert.errorRadius.has() ? alert.errorRadius.value : alert.errorMajor.value;
    if (error >= 0.1) // angle() writes it in degrees
        return 2;
    if (error >= 1.0 / 60)
        return 4;
    return 5;
}

QString errorText(const Alert &alert)
{
    if (alert.area90.has())
        return area(alert.area90.value);
    if (alert.errorRadius.has())
        return angle(alert.errorRadius.value);
    return alert.errorMajor.has() ? angle(alert.errorMajor.value) : QString();
}

QString stageText(const Alert &alert)
{
    if (alert.retraction)
        return QCoreApplication::translate("formats", "Retracted");
    struct Stage {
        const char *type;
        const char *word;
    };
    static constexpr Stage stages[] = {{"early-warning", QT_TRANSLATE_NOOP("formats", "Early warning")}, {"preliminary", QT_TRANSLATE_NOOP("formats", "Preliminary")},
                                       {"initial", QT_TRANSLATE_NOOP("formats", "Initial")},             {"update", QT_TRANSLATE_NOOP("formats", "Update")},
                                       {"subsequent", QT_TRANSLATE_NOOP("formats", "Subsequent")},       {"final", QT_TRANSLATE_NOOP("formats", "Final")}};
    for (const Stage &stage : stages) {
        if (alert.alertType == stage.type) {
            const QString word = QCoreApplication::translate("formats", stage.word);
            return alert.revision.empty() ? word : word + u' ' + plain(alert.revision);
        }
    }
    return {};
}

QString revisionText(const Alert &alert, const Alert *beside)
{
    const auto momentOf = [](const Alert &of) {
        const UtcTime &own = of.message == "detection" ? of.timestamp : of.issued;
        return QString::fromStdString((own.isValid() ? own : of.brokerTime.isValid() ? of.brokerTime : of.received).iso());
    };
    QStringList parts;
    if (const QString stage = stageText(alert); !stage.isEmpty())
        parts << stage;
    else if (!alert.revision.empty())
        parts << QCoreApplication::translate("formats", "revision %1").arg(plain(alert.revision));
    const QString moment = momentOf(alert);
    const bool sameDay = beside && momentOf(*beside).first(10) == moment.first(10);
    parts << (sameDay ? QString() : moment.mid(5, 5) + u' ') + moment.mid(11, 5);
    if (alert.message == "detection" && alert.mag.has() && !beside)
        parts << (plain(alert.band).section(u'-', -1) + u' ' + number(alert.mag.value, 2)).trimmed();
    return parts.join(u", "_s);
}

QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? u"<p style=\"white-space:pre-wrap\">"_s + text.toHtmlEscaped() + u"</p>"_s : text;
}

QString sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text.isEmpty() || text.endsWith(u'.') ? text : text + u'.';
}

} // namespace tocsin::ui::formats
