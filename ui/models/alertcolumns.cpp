// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertcolumns.h"

#include "ui/models/alertcells.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostDecimals = 8;

const char *const kTitles[] = {QT_TRANSLATE_NOOP("table", "Flags"), QT_TRANSLATE_NOOP("table", "Time UT"), QT_TRANSLATE_NOOP("table", "Name"),
                               QT_TRANSLATE_NOOP("table", "Class"), QT_TRANSLATE_NOOP("table", "Mag"),     QT_TRANSLATE_NOOP("table", "Score"),
                               QT_TRANSLATE_NOOP("table", "RA °"),  QT_TRANSLATE_NOOP("table", "Dec °"),   QT_TRANSLATE_NOOP("table", "Error"),
                               QT_TRANSLATE_NOOP("table", "Stream"), QT_TRANSLATE_NOOP("table", "Delay"),  QT_TRANSLATE_NOOP("table", "State")};

struct FormatName {
    CellFormat::Kind kind;
    const char *word;
    const char *label;
};
using Kind = CellFormat::Kind;
constexpr FormatName kFormats[] = {{Kind::Auto, "auto", QT_TRANSLATE_NOOP("table", "Automatic")},
                                   {Kind::Night, "night", QT_TRANSLATE_NOOP("table", "Time of the night")},
                                   {Kind::Date, "date", QT_TRANSLATE_NOOP("table", "Date and time")},
                                   {Kind::Relative, "relative", QT_TRANSLATE_NOOP("table", "How long ago")},
                                   {Kind::Mjd, "mjd", QT_TRANSLATE_NOOP("table", "MJD")},
                                   {Kind::Jd, "jd", QT_TRANSLATE_NOOP("table", "JD")},
                                   {Kind::Since, "since", QT_TRANSLATE_NOOP("table", "T+, since the event")},
                                   {Kind::Degrees, "degrees", QT_TRANSLATE_NOOP("table", "Degrees")},
                                   {Kind::Sexagesimal, "sexagesimal", QT_TRANSLATE_NOOP("table", "Sexagesimal")}};

bool isNumeric(const AlertField &field)
{
    return std::holds_alternative<Number Alert::*>(field.member) || std::holds_alternative<int64_t Alert::*>(field.member)
        || std::holds_alternative<std::optional<int64_t> Alert::*>(field.member) || std::holds_alternative<AlertField::Derived>(field.member);
}

bool isMeasure(const AlertField &field)
{
    return std::holds_alternative<Number Alert::*>(field.member) || std::holds_alternative<AlertField::Derived>(field.member);
}

bool isPosition(const AlertColumnSpec &column)
{
    return column.kind == CellKind::Ra || column.kind == CellKind::Dec
        || (column.kind == CellKind::Key && (std::string_view(column.field->key) == "ra" || std::string_view(column.field->key) == "dec"));
}

} // namespace

QString formatWord(const CellFormat &format)
{
    if (format.kind == Kind::Decimals)
        return u"decimals:"_s + QString::number(format.decimals);
    return QString::fromLatin1(std::ranges::find(kFormats, format.kind, &FormatName::kind)->word);
}

CellFormat formatOf(const QString &word)
{
    if (word.startsWith(u"decimals:"_s))
        return {Kind::Decimals, std::clamp(word.section(u':', 1).toInt(), 0, kMostDecimals)};
    const auto it = std::ranges::find_if(kFormats, [&word](const FormatName &name) { return word == QLatin1String(name.word); });
    return it == std::end(kFormats) ? CellFormat{} : CellFormat{it->kind};
}

QString formatLabel(const CellFormat &format)
{
    if (format.kind == Kind::Decimals)
        return QCoreApplication::translate("table", "%n decimal(s)", nullptr, format.decimals);
    return QCoreApplication::translate("table", std::ranges::find(kFormats, format.kind, &FormatName::kind)->label);
}

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
        for (AlertColumnSpec &column : list)
            column.format = defaultFormat(column);
        return list;
    }();
    return columns;
}

AlertColumnSpec packetColumn(filter::PacketPath path)
{
    const QString id = QString::fromStdString(filter::pathText(path));
    return {.kind = CellKind::Packet, .id = id, .width = 90, .path = std::move(path)};
}

QString columnTitle(const AlertColumnSpec &column)
{
    const auto composed = [](size_t kind) { return QCoreApplication::translate("table", kTitles[kind]); };
    if (column.kind == CellKind::Packet) {
        // The last step says what it is; the path is in the tooltip. A place in a list belongs to the name before it.
        QString title;
        for (auto step = column.path.rbegin(); step != column.path.rend(); ++step) {
            if (!step->isIndex())
                return QString::fromStdString(step->name) + title;
            title.prepend(u'[' + QString::number(step->index) + u']');
        }
        return title;
    }
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

QString columnHelp(const AlertColumnSpec &column)
{
    QString help = column.field ? QCoreApplication::translate("AlertField", column.field->help) : column.kind == CellKind::Packet ? column.id : QString();
    if (column.format.kind != Kind::Since)
        return help;
    if (!help.isEmpty())
        help += u'\n';
    const bool event = column.kind == CellKind::Time || std::string_view(column.field->key) == "timestamp";
    return help + (event ? QCoreApplication::translate("table", "T+: from the event's time to now") : QCoreApplication::translate("table", "T+: from the time of the row's event to this one"));
}

bool isTime(const AlertColumnSpec &column)
{
    return column.kind == CellKind::Time || (column.kind == CellKind::Key && std::holds_alternative<UtcTime Alert::*>(column.field->member));
}

CellFormat defaultFormat(const AlertColumnSpec &column)
{
    if (isTime(column))
        return {column.kind == CellKind::Time ? Kind::Night : Kind::Date};
    return {isPosition(column) ? Kind::Degrees : Kind::Auto};
}

QList<CellFormat> formatsFor(const AlertColumnSpec &column)
{
    if (isTime(column)) {
        if (column.kind == CellKind::Time)
            return {{Kind::Night}, {Kind::Date}, {Kind::Relative}, {Kind::Mjd}, {Kind::Jd}, {Kind::Since}};
        return {{Kind::Date}, {Kind::Night}, {Kind::Relative}, {Kind::Mjd}, {Kind::Jd}, {Kind::Since}};
    }
    if (isPosition(column))
        return {{Kind::Degrees}, {Kind::Sexagesimal}};
    const bool numbers = column.kind == CellKind::Mag || column.kind == CellKind::Score || column.kind == CellKind::Packet
        || (column.kind == CellKind::Key && isMeasure(*column.field));
    if (!numbers)
        return {};
    QList<CellFormat> list{{Kind::Auto}};
    for (int decimals = 0; decimals <= kMostDecimals; ++decimals)
        list << CellFormat{Kind::Decimals, decimals};
    return list;
}

const AlertField *sortField(const AlertColumnSpec &column)
{
    switch (column.kind) {
    case CellKind::Flags:
    case CellKind::Packet:
        return nullptr;
    case CellKind::Key:
        return column.field;
    case CellKind::Time:
        return findAlertField("timestamp");
    case CellKind::Name:
        return findAlertField("name");
    case CellKind::Class:
        return findAlertField("classification");
    case CellKind::Mag:
        return findAlertField("mag");
    case CellKind::Score:
        return findAlertField("score");
    case CellKind::Ra:
        return findAlertField("ra");
    case CellKind::Dec:
        return findAlertField("dec");
    case CellKind::Error:
        return findAlertField("error_radius");
    case CellKind::Stream:
        return findAlertField("stream");
    case CellKind::Delay: {
        static const AlertField delay{"_delay", AlertField::Derived(delaySeconds), "s", "", "", false};
        return &delay;
    }
    case CellKind::State:
        return findAlertField("alert_type");
    }
    return nullptr;
}

} // namespace tocsin::ui
