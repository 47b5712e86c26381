// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertcells.h"

#include "ui/theme/formats.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

const char *const kTitles[] = {QT_TRANSLATE_NOOP("table", "Flags"), QT_TRANSLATE_NOOP("table", "Time UT"), QT_TRANSLATE_NOOP("table", "Name"),
                               QT_TRANSLATE_NOOP("table", "Class"), QT_TRANSLATE_NOOP("table", "Mag"),     QT_TRANSLATE_NOOP("table", "Score"),
                               QT_TRANSLATE_NOOP("table", "RA °"),  QT_TRANSLATE_NOOP("table", "Dec °"),   QT_TRANSLATE_NOOP("table", "Error"),
                               QT_TRANSLATE_NOOP("table", "Stream"), QT_TRANSLATE_NOOP("table", "Delay"),  QT_TRANSLATE_NOOP("table", "State")};

constexpr int kMostDigits = 12;

struct KeyText {
    const Alert &alert;
    QString operator()(Text Alert::*member) const { return formats::plain(alert.*member); }
    QString operator()(Number Alert::*member) const
    {
        const Number &number = alert.*member;
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
    QString operator()(UtcTime Alert::*member) const { return formats::dateTime(alert.*member); }
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
    QString operator()(AlertField::Derived derived) const { return formats::number(derived(alert), 5); }
};

bool isNumeric(const AlertField &field)
{
    return std::holds_alternative<Number Alert::*>(field.member) || std::holds_alternative<int64_t Alert::*>(field.member)
        || std::holds_alternative<std::optional<int64_t> Alert::*>(field.member) || std::holds_alternative<AlertField::Derived>(field.member);
}

// Known moving objects: a number, or a year with letters, is a minor planet's; C/2023 A3 and 12P are not.
QString movingObject(const std::string &designation)
{
    const bool number = designation.find_first_not_of("0123456789()") == std::string::npos;
    const bool provisional = designation.size() > 5 && designation.find_first_not_of("0123456789") == 4 && designation.find('/') == std::string::npos;
    return number || provisional ? QCoreApplication::translate("table", "Asteroid") : QCoreApplication::translate("table", "Moving object");
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

} // namespace

const std::vector<AlertColumnSpec> &alertTableColumns()
{
    static const std::vector<AlertColumnSpec> columns = [] {
        std::vector<AlertColumnSpec> list{
            {CellKind::Flags, nullptr, u"_flags"_s, 34, false, true},   {CellKind::Time, nullptr, u"_time"_s, 78, false, true},
            {CellKind::Name, nullptr, u"_name"_s, 168, false, true},    {CellKind::Class, nullptr, u"_class"_s, 101, false, true},
            {CellKind::Mag, nullptr, u"_mag"_s, 58, true, true},        {CellKind::Score, nullptr, u"_score"_s, 82, true, true},
            {CellKind::Ra, nullptr, u"_ra"_s, 82, true, true},          {CellKind::Dec, nullptr, u"_dec"_s, 74, true, true},
            {CellKind::Error, nullptr, u"_error"_s, 74, true, true},    {CellKind::Stream, nullptr, u"_stream"_s, 58, false, true},
            {CellKind::Delay, nullptr, u"_delay"_s, 50, true, true},    {CellKind::State, nullptr, u"_state"_s, 99, false, true}};
        for (const AlertField &field : alertFields())
            list.push_back({CellKind::Key, &field, QString::fromLatin1(field.key), 110, isNumeric(field), false});
        return list;
    }();
    return columns;
}

QString columnTitle(const AlertColumnSpec &column)
{
    const auto composed = [](size_t kind) { return QCoreApplication::translate("table", kTitles[kind]); };
    if (column.kind != CellKind::Key)
        return composed(static_cast<size_t>(column.kind));
    const QString label = QCoreApplication::translate("AlertField", column.field->label);
    if (*column.field->unit)
        return label + u" ["_s + QString::fromUtf8(column.field->unit) + u']';
    // Every title is there once: whoever asks for "Class" means the column made for reading.
    for (size_t kind = 0; kind < std::size(kTitles); ++kind) {
        if (label == composed(kind))
            return label + u" ("_s + QLatin1String(column.field->key) + u')';
    }
    return label;
}

QString keyText(const AlertField &field, const Alert &alert)
{
    return std::visit(KeyText{alert}, field.member);
}

QString mainText(CellKind kind, const Alert &alert)
{
    switch (kind) {
    case CellKind::Time:
        return formats::timeOfNight(alert.timestamp.isValid() ? alert.timestamp : alert.brokerTime, UtcTime::now());
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
            return u"> "_s + formats::number(alert.magLimit.value, 1);
        return alert.mag.has() ? formats::number(alert.mag.value, 2) : QString();
    case CellKind::Score:
        return alert.score.has() ? formats::number(alert.score.value, std::abs(alert.score.value) < 2 ? 2 : 1) : QString();
    case CellKind::Ra:
        return alert.hasPosition() ? formats::number(alert.ra.value, formats::positionDecimals(alert)) : QString();
    case CellKind::Dec:
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
        return formats::stageText(alert);
    case CellKind::Flags:
    case CellKind::Key:
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
        return keyText(*column.field, alert);
    QString text = mainText(column.kind, alert);
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
    if (column.kind == CellKind::Time) {
        const UtcTime &time = alert.timestamp.isValid() ? alert.timestamp : alert.brokerTime;
        return time.isValid() ? formats::dateTime(time) + u" UT"_s : QString();
    }
    if (spans && !alert.error.empty())
        return formats::plain(alert.error);
    if (spans && alert.message == "circular")
        return formats::plain(alert.subject);
    const QString text = cellText(column, alert);
    if (column.kind == CellKind::Class && alert.classification.empty() && !alert.solarSystem.empty())
        return text + u' ' + formats::plain(alert.solarSystem);
    return text;
}

bool isFromFile(const Alert &alert)
{
    // A stream of that name has partitions or message ids.
    return alert.stream == "file" && !alert.partition && alert.messageId.empty();
}

} // namespace tocsin::ui
