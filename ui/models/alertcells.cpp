// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertcells.h"

#include "ui/theme/formats.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostDigits = 12;

using Kind = CellFormat::Kind;

// T+ of the event's own time runs; of any other time it is how much later than the event that was.
QString sinceText(const UtcTime &time, const Alert &alert, bool ofEvent, const UtcTime &now)
{
    const UtcTime &from = ofEvent ? time : alert.timestamp;
    const UtcTime &to = ofEvent ? now : time;
    if (!from.isValid() || !to.isValid())
        return {};
    const double seconds = static_cast<double>(to.us - from.us) * 1e-6;
    const QString length = ofEvent ? formats::span(std::abs(seconds)) : formats::duration(std::abs(seconds));
    return u'T' + (seconds < 0 ? QString(QChar(0x2212)) : u"+"_s) + length;
}

QString timeText(const UtcTime &time, const Alert &alert, bool ofEvent, const CellFormat &format)
{
    constexpr int kDayDecimals = 5; // a second
    switch (format.kind) {
    case Kind::Date:
        return formats::dateTime(time);
    case Kind::Relative:
        return formats::ago(time, UtcTime::now());
    case Kind::Mjd:
        return formats::number(time.mjd(), kDayDecimals);
    case Kind::Jd:
        return formats::number(time.mjd() + 2'400'000.5, kDayDecimals);
    case Kind::Since:
        return sinceText(time, alert, ofEvent, UtcTime::now());
    default:
        return formats::timeOfNight(time, UtcTime::now());
    }
}

// The other form of what a cell says about a time.
QString wholeTime(const UtcTime &time)
{
    return time.isValid() ? formats::dateTime(time) + u" UT · "_s + formats::ago(time, UtcTime::now()) : QString();
}

QString sexagesimal(double degrees, bool declination)
{
    return declination ? formats::decSexagesimal(degrees) : formats::raSexagesimal(degrees);
}

const UtcTime &eventTime(const Alert &alert)
{
    return alert.timestamp.isValid() ? alert.timestamp : alert.brokerTime;
}

struct KeyText {
    const Alert &alert;
    const CellFormat format;
    QString operator()(Text Alert::*member) const { return formats::plain(alert.*member); }
    QString operator()(Number Alert::*member) const
    {
        const Number &number = alert.*member;
        if (format.kind == Kind::Decimals)
            return number.has() ? formats::number(number.value, format.decimals) : QString();
        if (format.kind == Kind::Sexagesimal)
            return number.has() ? sexagesimal(number.value, member == &Alert::dec) : QString();
        if (alert.hasPosition() && (member == &Alert::ra || member == &Alert::dec))
            return formats::number(number.value, formats::positionDecimals(alert));
        // The last digits of what was reckoned are noise: 29.999999999999993.
        QString text = formats::asSent(number);
        if (text.size() > kMostDigits && !number.single)
            text = formats::asSent(Number(QString::number(number.value, 'g', kMostDigits).toDouble()));
        return text;
    }
    QString operator()(bool Alert::*member) const { return alert.*member ? u"true"_s : u"false"_s; }
    QString operator()(std::optional<bool> Alert::*member) const
    {
        const auto &value = alert.*member;
        return !value ? QString() : *value ? u"true"_s : u"false"_s;
    }
    QString operator()(UtcTime Alert::*member) const
    {
        return format.kind == Kind::Auto ? formats::dateTime(alert.*member) : timeText(alert.*member, alert, member == &Alert::timestamp, format);
    }
    QString operator()(int64_t Alert::*member) const { return QString::number(alert.*member); }
    QString operator()(std::optional<int64_t> Alert::*member) const
    {
        const auto &value = alert.*member;
        return value ? QString::number(*value) : QString();
    }
    QString operator()(std::vector<std::string> Alert::*member) const
    {
        QStringList list;
        for (const std::string &item : alert.*member)
            list << formats::plain(item);
        return list.join(u"; "_s);
    }
    QString operator()(AlertField::Derived derived) const { return formats::number(derived(alert), format.kind == Kind::Decimals ? format.decimals : 5); }
};

// Known moving objects: a number, or a year with letters, is a minor planet's; C/2023 A3 and 12P are not.
QString movingObject(const std::string &designation)
{
    const bool number = designation.find_first_not_of("0123456789()") == std::string::npos;
    const bool provisional = designation.size() > 5 && designation.find_first_not_of("0123456789") == 4 && designation.find('/') == std::string::npos;
    return number || provisional ? QCoreApplication::translate("table", "Asteroid") : QCoreApplication::translate("table", "Moving object");
}

} // namespace

QString keyText(const AlertField &field, const Alert &alert, const CellFormat &format)
{
    return std::visit(KeyText{alert, format}, field.member);
}

QString mainText(CellKind kind, const Alert &alert, const CellFormat &format)
{
    const auto decimals = [&format](int usual) { return format.kind == Kind::Decimals ? format.decimals : usual; };
    switch (kind) {
    case CellKind::Time:
        return timeText(eventTime(alert), alert, true, format);
    case CellKind::Name:
        if (!alert.error.empty())
            return formats::plain(alert.error);
        if (alert.message == "circular")
            return u"GCN "_s + formats::plain(alert.id);
        return formats::plain(alert.name.empty() ? alert.id : alert.name);
    case CellKind::Class:
        if (alert.message == "circular")
            return formats::plain(alert.subject);
        if (alert.classification.empty() && !alert.solarSystem.empty())
            return movingObject(alert.solarSystem);
        return formats::plain(alert.classification);
    case CellKind::Mag:
        if (!alert.mag.has() && alert.magLimit.has())
            return u"> "_s + formats::number(alert.magLimit.value, decimals(1));
        return alert.mag.has() ? formats::number(alert.mag.value, decimals(2)) : QString();
    case CellKind::Score:
        return alert.score.has() ? formats::number(alert.score.value, decimals(std::abs(alert.score.value) < 2 ? 2 : 1)) : QString();
    case CellKind::Ra:
        if (format.kind == Kind::Sexagesimal)
            return alert.hasPosition() ? sexagesimal(alert.ra.value, false) : QString();
        return alert.hasPosition() ? formats::number(alert.ra.value, formats::positionDecimals(alert)) : QString();
    case CellKind::Dec:
        if (format.kind == Kind::Sexagesimal)
            return alert.hasPosition() ? sexagesimal(alert.dec.value, true) : QString();
        return alert.hasPosition() ? formats::number(alert.dec.value, formats::positionDecimals(alert), true) : QString();
    case CellKind::Error:
        return formats::errorText(alert);
    case CellKind::Stream:
        return formats::plain(alert.stream);
    case CellKind::Delay: {
        const double delay = delaySeconds(alert);
        return std::isfinite(delay) ? formats::duration(delay) : QString();
    }
    case CellKind::State:
        if (!alert.error.empty())
            return QCoreApplication::translate("table", "Unreadable");
        if (!alert.retraction && !alert.watch.empty())
            return QCoreApplication::translate("table", "Watch %1").arg(formats::angle(alert.watchSep.value)) + (formats::stageText(alert).isEmpty() ? QString() : u", "_s + formats::stageText(alert));
        if (!alert.retraction && !alert.coincidence.empty() && formats::stageText(alert).isEmpty())
            return QCoreApplication::translate("table", "With %1").arg(formats::plain(alert.coincidence));
        return formats::stageText(alert);
    case CellKind::Flags:
    case CellKind::Key:
    case CellKind::Packet:
        break;
    }
    return {};
}

QString besideText(CellKind kind, const Alert &alert)
{
    if (kind == CellKind::Class && alert.classificationScore.has() && alert.message != "circular")
        return formats::number(alert.classificationScore.value, 2);
    if (kind == CellKind::Mag && (alert.mag.has() || alert.magLimit.has())) {
        const QString band = formats::plain(alert.band);
        return band.section(u'-', -1);
    }
    if (kind == CellKind::Score && alert.score.has())
        return alert.scoreKind == "real-bogus" ? u"rb"_s : formats::plain(alert.scoreKind);
    return {};
}

QString cellText(const AlertColumnSpec &column, const Alert &alert)
{
    if (column.kind == CellKind::Key)
        return keyText(*column.field, alert, column.format);
    QString text = mainText(column.kind, alert, column.format);
    if (const QString beside = besideText(column.kind, alert); !beside.isEmpty())
        text += u' ' + beside;
    if ((column.kind == CellKind::Ra || column.kind == CellKind::Dec) && !text.isEmpty() && alert.positionKind != "measured")
        text.prepend(u"≈ "_s);
    if (column.kind == CellKind::State && alert.test)
        text = QCoreApplication::translate("table", "TEST") + (text.isEmpty() ? QString() : u' ' + text);
    return text;
}

QString fullText(const AlertColumnSpec &column, const Alert &alert)
{
    const bool spans = column.kind >= CellKind::Class && column.kind <= CellKind::Error;
    if (column.kind == CellKind::Time)
        return wholeTime(eventTime(alert));
    if (isTime(column))
        return wholeTime(alert.*std::get<UtcTime Alert::*>(column.field->member));
    if (spans && !alert.error.empty())
        return formats::plain(alert.error);
    if (spans && alert.message == "circular")
        return formats::plain(alert.subject);
    const QString text = cellText(column, alert);
    const bool dec = column.kind == CellKind::Dec || (column.kind == CellKind::Key && std::string_view(column.field->key) == "dec");
    const bool ra = column.kind == CellKind::Ra || (column.kind == CellKind::Key && std::string_view(column.field->key) == "ra");
    if ((ra || dec) && !text.isEmpty()) {
        const Number &value = dec ? alert.dec : alert.ra;
        return text + u" · "_s + (column.format.kind == Kind::Sexagesimal ? formats::asSent(value) + u'°' : sexagesimal(value.value, dec));
    }
    if (column.kind == CellKind::Class && alert.classification.empty() && !alert.solarSystem.empty())
        return text + u' ' + formats::plain(alert.solarSystem);
    return text;
}

QString nameBelow(const Alert &alert)
{
    const QString stage = formats::stageText(alert);
    return !stage.isEmpty() ? stage : !alert.revision.empty() ? formats::plain(alert.revision) : formats::plain(alert.id.empty() ? alert.name : alert.id);
}

QString timeBelow(const Alert &alert)
{
    return formats::timeOfNight(alert.issued.isValid() ? alert.issued : alert.brokerTime, UtcTime::now());
}

double delaySeconds(const Alert &alert)
{
    if (isFromFile(alert))
        return std::numeric_limits<double>::quiet_NaN();
    const UtcTime &sent = alert.issued.isValid() ? alert.issued : alert.brokerTime;
    if (!sent.isValid() || !alert.received.isValid())
        return std::numeric_limits<double>::quiet_NaN();
    return std::max(0.0, static_cast<double>(alert.received.us - sent.us) * 1e-6);
}

bool isFromFile(const Alert &alert)
{
    // A stream of that name has partitions or message ids.
    return alert.stream == "file" && !alert.partition && alert.messageId.empty();
}

} // namespace tocsin::ui
