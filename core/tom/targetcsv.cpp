// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/targetcsv.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

QByteArray cell(const QString &text)
{
    const bool isPlain = std::ranges::none_of(text, [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    return isPlain ? text.toUtf8() : '"' + QString(text).replace(u'"', u"\"\""_s).toUtf8() + '"';
}

QByteArray line(const QStringList &cells)
{
    QByteArrayList parts;
    for (const QString &text : cells)
        parts << cell(text);
    return parts.join(',') + '\n';
}

// Columns that are the file's own, or begin like one: "name…" is an alias there.
bool isTaken(const QString &key)
{
    return key.isEmpty() || key.startsWith(u"name") || QStringList{u"type"_s, u"ra"_s, u"dec"_s, u"epoch"_s, u"groups"_s}.contains(key);
}

QMap<QString, QString> further(const Draft &draft)
{
    QMap<QString, QString> cells = draft.extras;
    for (const QString &tag : draft.tags)
        cells.insert(tag.section(u'=', 0, 0), tag.section(u'=', 1));
    for (const QString &key : cells.keys()) {
        if (isTaken(key))
            cells.remove(key);
    }
    return cells;
}

std::vector<const Draft *> exported(const std::vector<TargetRecord> &records)
{
    std::vector<const Draft *> drafts;
    for (const TargetRecord &record : records) {
        if (record.draft.refusal.isEmpty())
            drafts.push_back(&record.draft);
    }
    return drafts;
}

} // namespace

QByteArray targetCsv(const std::vector<TargetRecord> &records)
{
    const std::vector<const Draft *> drafts = exported(records);
    qsizetype aliases = 0;
    QStringList keys;
    for (const Draft *draft : drafts) {
        aliases = std::max(aliases, draft->aliases.size());
        keys += further(*draft).keys();
    }
    keys.removeDuplicates();
    keys.sort();
    QStringList header{u"name"_s, u"type"_s, u"ra"_s, u"dec"_s, u"epoch"_s};
    for (qsizetype i = 0; i < aliases; ++i)
        header << u"name%1"_s.arg(i + 2);
    header << u"groups"_s;
    QByteArray csv = line(header + keys);
    for (const Draft *draft : drafts) {
        QStringList cells{draft->name, u"SIDEREAL"_s, QString::number(draft->ra, 'g', QLocale::FloatingPointShortest), QString::number(draft->dec, 'g', QLocale::FloatingPointShortest),
                          QString::number(draft->epoch, 'g', QLocale::FloatingPointShortest)};
        for (qsizetype i = 0; i < aliases; ++i)
            cells << draft->aliases.value(i);
        cells << draft->groups.join(u',');
        const QMap<QString, QString> values = further(*draft);
        for (const QString &key : keys)
            cells << values.value(key);
        csv += line(cells);
    }
    return csv;
}

Result<int> writeTargetCsv(const QString &file, const std::vector<TargetRecord> &records)
{
    QSaveFile out(file);
    const QByteArray csv = targetCsv(records);
    if (!out.open(QIODevice::WriteOnly) || out.write(csv) != csv.size() || !out.commit())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("tom", "%1 could not be written: %2.").arg(file, out.errorString()),
                     .remedy = QCoreApplication::translate("tom", "Choose another folder, or make room.")};
    return static_cast<int>(exported(records).size());
}

} // namespace tocsin::tom
