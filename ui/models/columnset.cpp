// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/columnset.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonArray>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastWidth = 16;
constexpr int kMostWidth = 10'000;
constexpr qsizetype kMostColumns = 1'000;

int saneWidth(int width)
{
    return width >= kLeastWidth && width <= kMostWidth ? width : 0;
}

} // namespace

QJsonObject toJson(const ColumnSet &set)
{
    QJsonArray columns;
    for (const ColumnState &column : set.arrangement.columns) {
        QJsonObject one{{u"id"_s, column.id}};
        if (!column.shown)
            one.insert(u"shown"_s, false);
        if (column.width > 0)
            one.insert(u"width"_s, column.width);
        if (!column.format.isEmpty())
            one.insert(u"format"_s, column.format);
        columns << one;
    }
    QJsonObject json{{u"name"_s, set.name}, {u"columns"_s, columns}};
    if (const ColumnSort &sort = set.arrangement.sort; !sort.column.isEmpty())
        json.insert(u"sort"_s, QJsonObject{{u"column"_s, sort.column}, {u"descending"_s, sort.descending}});
    if (!set.streams.isEmpty())
        json.insert(u"streams"_s, QJsonArray::fromStringList(set.streams));
    return json;
}

ColumnSet columnSetOf(const QJsonObject &json)
{
    ColumnSet set{.name = json[u"name"_s].toString()};
    for (const QJsonValue &each : json[u"columns"_s].toArray()) {
        const QJsonObject one = each.toObject();
        const ColumnState column{.id = one[u"id"_s].toString(),
                                 .shown = one[u"shown"_s].toBool(true),
                                 .width = saneWidth(one[u"width"_s].toInt()),
                                 .format = one[u"format"_s].toString()};
        if (!column.id.isEmpty() && set.arrangement.columns.size() < kMostColumns)
            set.arrangement.columns << column;
    }
    const QJsonObject sort = json[u"sort"_s].toObject();
    set.arrangement.sort = {sort[u"column"_s].toString(), sort[u"descending"_s].toBool()};
    for (const QJsonValue &stream : json[u"streams"_s].toArray()) {
        if (!stream.toString().isEmpty())
            set.streams << stream.toString();
    }
    return set;
}

QList<ColumnState> columnsOf(const QByteArray &bytes)
{
    QDataStream in(bytes);
    quint32 version = 0;
    quint32 count = 0;
    in >> version >> count;
    QList<ColumnState> columns;
    if (version != 2 || count > kMostColumns)
        return columns;
    for (quint32 n = 0; n < count; ++n) {
        ColumnState column;
        qint32 width = 0;
        in >> column.id >> column.shown >> width;
        if (in.status() != QDataStream::Ok)
            break;
        column.width = saneWidth(width);
        if (column.shown)
            columns << column;
    }
    return columns;
}

} // namespace tocsin::ui
