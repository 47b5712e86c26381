// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/shiftlog.h"

#include "core/filter/filter.h"
#include "core/filter/text.h"
#include "core/triage/tables.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <map>

namespace tocsin::triage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("triage", text);
}

// In a cell of a table: on one line, and no sign that Markdown takes for itself.
QString cell(QString text)
{
    text = text.simplified();
    for (const QChar sign : {u'\\', u'|', u'*', u'_', u'`', u'<', u'['})
        text.replace(sign, QString(u'\\') + sign);
    return text;
}

// "2026-09-14 03:01:58", UTC
QString moment(const UtcTime &time)
{
    return time.isValid() ? QString::fromStdString(time.iso()).left(19).replace(u'T', u' ') : QString();
}

QString moment(const QVariant &us)
{
    return us.isNull() ? QString() : moment(UtcTime::fromUs(us.toLongLong()));
}

class Markdown
{
public:
    void heading(const QString &title) { m_text += u"\n## "_s + title + u"\n\n"_s; }
    void table(const QStringList &titles, const QList<QStringList> &rows)
    {
        if (rows.isEmpty()) {
            m_text += tr(QT_TRANSLATE_NOOP("triage", "None.")) + u'\n';
            return;
        }
        m_text += u"| "_s + titles.join(u" | "_s) + u" |\n|"_s + u" --- |"_s.repeated(titles.size()) + u'\n';
        for (const QStringList &row : rows) {
            QStringList cells;
            for (const QString &each : row)
                cells << cell(each);
            m_text += u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
        }
    }
    void line(const QString &text) { m_text += text + u'\n'; }
    [[nodiscard]] QString text() const { return m_text; }

private:
    QString m_text;
};

// What of the journal belongs in; each is empty where that part of the program has written nothing yet.
struct Written {
    QList<QStringList> alarms;
    QList<QStringList> targets;
    std::vector<Said> tags;
    std::vector<Said> notes;
    std::vector<IgnoredObject> ignored;
};

Result<Written> readWritten(QSqlDatabase &db, const UtcTime &since, const UtcTime &until)
{
    Written written;
    const QStringList tables = db.tables();
    const auto select = [&](const QString &sql, const std::function<void(QSqlQuery &)> &take) {
        QSqlQuery query(db);
        query.prepare(sql);
        query.addBindValue(qlonglong(since.us));
        query.addBindValue(qlonglong(until.us));
        if (query.exec()) {
            while (query.next())
                take(query);
        }
    };
    if (tables.contains(u"alarms"_s)) {
        select(u"SELECT raised, title, fact, kind, acknowledged, acknowledged_by, silenced_by, test FROM alarms WHERE raised >= ? AND raised < ? ORDER BY raised"_s, [&](QSqlQuery &query) {
            QString title = query.value(1).toString();
            if (query.value(3).toInt() == 1)
                title += u", "_s + tr(QT_TRANSLATE_NOOP("triage", "retraction"));
            if (query.value(7).toBool())
                title += u", "_s + tr(QT_TRANSLATE_NOOP("triage", "test"));
            if (const QString silenced = query.value(6).toString(); !silenced.isEmpty())
                title += u", "_s + tr(QT_TRANSLATE_NOOP("triage", "silent: %1")).arg(silenced);
            const QString acknowledged = query.value(4).isNull() ? tr(QT_TRANSLATE_NOOP("triage", "open")) : u"%1 (%2)"_s.arg(moment(query.value(4)), query.value(5).toString());
            written.alarms << QStringList{moment(query.value(0)), title, query.value(2).toString(), acknowledged};
        });
    }
    if (tables.contains(u"targets"_s)) {
        select(u"SELECT made, draft, account, CASE WHEN state = 'queued' AND job LIKE 'remove%' THEN 'removal queued' ELSE state END, target, why FROM targets WHERE made >= ? AND made < ? ORDER BY made"_s, [&](QSqlQuery &query) {
            const QJsonObject draft = QJsonDocument::fromJson(query.value(1).toString().toUtf8()).object();
            const QJsonObject target = QJsonDocument::fromJson(query.value(4).toString().toUtf8()).object();
            QString state = query.value(3).toString();
            if (const QString why = query.value(5).toString(); !why.isEmpty())
                state += u": "_s + why;
            const QString name = target[u"name"_s].toString();
            written.targets << QStringList{moment(query.value(0)), name.isEmpty() ? draft[u"name"_s].toString() : name, query.value(2).toString(), state, target[u"url"_s].toString()};
        });
    }
    Result<std::vector<Said>> tags = readTags(db);
    Result<std::vector<Said>> notes = readNotes(db);
    Result<std::vector<IgnoredObject>> ignored = readIgnored(db);
    if (!tags || !notes || !ignored)
        return (!tags ? tags.error() : !notes ? notes.error() : ignored.error());
    written.tags = std::move(tags.value());
    written.notes = std::move(notes.value());
    written.ignored = std::move(ignored.value());
    const auto outside = [&](const UtcTime &time) { return time.us < since.us || time.us >= until.us; };
    std::erase_if(written.tags, [&](const Said &one) { return outside(one.made); });
    std::erase_if(written.notes, [&](const Said &one) { return outside(one.made); });
    std::erase_if(written.ignored, [&](const IgnoredObject &one) { return outside(one.made); });
    return written;
}

// Alerts of a stream in the span: how many, the first and the last.
struct Received {
    int64_t count = 0;
    int64_t first = 0; // rows
    int64_t last = 0;
};

Result<Received> receivedOf(archive::Reader &reader, const std::string &condition)
{
    const auto compiled = filter::Filter::compile(condition, filter::FieldCatalogue());
    const auto *filter = std::get_if<filter::Filter>(&compiled);
    if (!filter)
        return Error{.kind = ErrorKind::Internal, .message = std::get<filter::Problem>(compiled).message, .detail = QString::fromStdString(condition)};
    Received received;
    const Outcome done = reader.findRows(filter, UtcTime::now(), false, [&received](const std::vector<int64_t> &rows, double) {
        for (const int64_t row : rows) {
            received.first = received.first == 0 ? row : std::min(received.first, row);
            received.last = std::max(received.last, row);
        }
        received.count += static_cast<int64_t>(rows.size());
        return true;
    });
    if (!done)
        return done.error();
    return received;
}

// Streams whose alerts pass: those of transports without offsets have no coverage to be known by.
Outcome addStreams(archive::Reader &reader, const std::string &condition, std::map<std::string, int64_t> &streams)
{
    constexpr size_t kMost = 200;
    while (streams.size() < kMost) {
        std::string known;
        for (const auto &[stream, missed] : streams)
            known += (known.empty() ? " and not (stream in (" : ", ") + filter::quotedText(stream);
        const auto compiled = filter::Filter::compile(condition + (known.empty() ? known : known + "))"), filter::FieldCatalogue());
        const auto *filter = std::get_if<filter::Filter>(&compiled);
        if (!filter)
            return Error{.kind = ErrorKind::Internal, .message = std::get<filter::Problem>(compiled).message};
        std::vector<int64_t> first;
        const Outcome found = reader.findRows(filter, UtcTime::now(), false, [&first](const std::vector<int64_t> &rows, double) {
            first.assign(rows.begin(), rows.begin() + (rows.empty() ? 0 : 1));
            return first.empty();
        });
        if (first.empty())
            return found;
        const auto alerts = reader.alerts(first);
        if (!alerts)
            return alerts.error();
        if (alerts.value().empty() || !streams.try_emplace(alerts.value().front()->stream, 0).second)
            break;
    }
    return Done{};
}

QString receivedAt(archive::Reader &reader, int64_t row)
{
    const auto alerts = row > 0 ? reader.alerts(std::vector<int64_t>{row}) : Result<std::vector<std::shared_ptr<const Alert>>>(Error{});
    return alerts && !alerts.value().empty() ? moment(alerts.value().front()->received) : QString();
}

QString rowText(int64_t row)
{
    return u'#' + QString::number(row);
}

} // namespace

Result<QString> shiftLog(archive::Reader &reader, journal::Journal &journal, const ShiftSpan &span)
{
    const Result<Written> read = journal.wait<Written>([span](QSqlDatabase &db) { return readWritten(db, span.since, span.until); });
    if (!read)
        return read.error();
    const Written &written = read.value();
    Markdown log;
    const QString hours = QCoreApplication::translate("triage", "%1 to %2 UT").arg(moment(span.since).left(16), moment(span.until).left(16));
    log.line(u"# "_s + tr(QT_TRANSLATE_NOOP("triage", "Shift log")) + u", "_s + (span.title.isEmpty() ? hours : span.title));
    if (!span.title.isEmpty())
        log.line(u'\n' + hours);

    log.heading(tr(QT_TRANSLATE_NOOP("triage", "Alarms")));
    log.table({tr(QT_TRANSLATE_NOOP("triage", "Raised (UT)")), tr(QT_TRANSLATE_NOOP("triage", "Alarm")), tr(QT_TRANSLATE_NOOP("triage", "What")), tr(QT_TRANSLATE_NOOP("triage", "Acknowledged (UT)"))},
              written.alarms);
    log.heading(tr(QT_TRANSLATE_NOOP("triage", "Targets")));
    log.table({tr(QT_TRANSLATE_NOOP("triage", "Made (UT)")), tr(QT_TRANSLATE_NOOP("triage", "Name")), tr(QT_TRANSLATE_NOOP("triage", "TOM")), tr(QT_TRANSLATE_NOOP("triage", "State")),
               tr(QT_TRANSLATE_NOOP("triage", "Link"))},
              written.targets);

    QList<QStringList> rows;
    for (const Said &tag : written.tags)
        rows << QStringList{moment(tag.made), QString::fromStdString(tag.name), QString::fromStdString(tag.text), rowText(tag.row)};
    log.heading(tr(QT_TRANSLATE_NOOP("triage", "Tags")));
    log.table({tr(QT_TRANSLATE_NOOP("triage", "Given (UT)")), tr(QT_TRANSLATE_NOOP("triage", "Name")), tr(QT_TRANSLATE_NOOP("triage", "Tag")), tr(QT_TRANSLATE_NOOP("triage", "Row"))}, rows);
    rows.clear();
    for (const Said &note : written.notes)
        rows << QStringList{moment(note.made), QString::fromStdString(note.name), QString::fromStdString(note.text), rowText(note.row)};
    log.heading(tr(QT_TRANSLATE_NOOP("triage", "Notes")));
    log.table({tr(QT_TRANSLATE_NOOP("triage", "Written (UT)")), tr(QT_TRANSLATE_NOOP("triage", "Name")), tr(QT_TRANSLATE_NOOP("triage", "Note")), tr(QT_TRANSLATE_NOOP("triage", "Row"))}, rows);
    rows.clear();
    for (const IgnoredObject &object : written.ignored)
        rows << QStringList{moment(object.made), QString::fromStdString(object.name), rowText(object.row)};
    log.heading(tr(QT_TRANSLATE_NOOP("triage", "Ignored objects")));
    log.table({tr(QT_TRANSLATE_NOOP("triage", "Ignored (UT)")), tr(QT_TRANSLATE_NOOP("triage", "Name")), tr(QT_TRANSLATE_NOOP("triage", "Row"))}, rows);

    // What was received, by the stream's name; and what was found to be missing.
    const Result<std::vector<archive::Coverage>> coverage = reader.coverage();
    if (!coverage)
        return coverage.error();
    const std::string within = "received >= \"" + span.since.iso() + "\" and received < \"" + span.until.iso() + '"';
    std::map<std::string, int64_t> missed; // messages, by stream
    QList<QStringList> holes;
    for (const archive::Coverage &one : coverage.value()) {
        missed.try_emplace(one.stream, 0);
        if (one.missed.empty() || one.missed == "skipped")
            continue;
        const Result<archive::TimesAround> begin = reader.timesAround(one.laneNumber, one.from);
        const Result<archive::TimesAround> end = reader.timesAround(one.laneNumber, one.to);
        const UtcTime from = begin ? begin.value().before : UtcTime();
        const UtcTime to = end ? end.value().after : UtcTime();
        // Noticed in the shift, or of its hours and noticed later.
        const auto inside = [&span](const UtcTime &time) { return time.isValid() && time.us >= span.since.us && time.us < span.until.us; };
        const bool around = from.isValid() && to.isValid() && from.us < span.until.us && to.us >= span.since.us;
        if (!inside(one.noticed) && !inside(from) && !inside(to) && !around)
            continue;
        missed[one.stream] += one.to - one.from;
        holes << QStringList{QString::fromStdString(one.stream), moment(from), moment(to), QString::number(one.to - one.from), QString::fromStdString(one.topic),
                             u"%1, %2–%3"_s.arg(one.partition).arg(one.from).arg(one.to - 1), QString::fromStdString(one.missed), moment(one.noticed)};
    }
    const Result<Received> all = receivedOf(reader, within);
    if (!all)
        return all.error();
    if (const Outcome added = addStreams(reader, within, missed); !added)
        return added.error();
    rows.clear();
    for (const auto &[stream, lost] : missed) {
        const Result<Received> received = receivedOf(reader, within + " and stream = " + filter::quotedText(stream));
        if (!received)
            return received.error();
        if (received.value().count > 0 || lost > 0)
            rows << QStringList{QString::fromStdString(stream), QString::number(received.value().count), receivedAt(reader, received.value().first), receivedAt(reader, received.value().last), QString::number(lost)};
    }
    log.heading(tr(QT_TRANSLATE_NOOP("triage", "Coverage")));
    log.line(QCoreApplication::translate("triage", "%1 alerts were received.").arg(all.value().count));
    if (!rows.isEmpty()) {
        log.line({});
        log.table({tr(QT_TRANSLATE_NOOP("triage", "Stream")), tr(QT_TRANSLATE_NOOP("triage", "Alerts received")), tr(QT_TRANSLATE_NOOP("triage", "First (UT)")), tr(QT_TRANSLATE_NOOP("triage", "Last (UT)")),
                   tr(QT_TRANSLATE_NOOP("triage", "Messages missed"))},
                  rows);
    }
    log.line({});
    if (holes.isEmpty()) {
        log.line(tr(QT_TRANSLATE_NOOP("triage", "No gap is known.")));
    } else {
        log.line(tr(QT_TRANSLATE_NOOP("triage", "Gaps, between the last message before and the first one after:")) + u'\n');
        log.table({tr(QT_TRANSLATE_NOOP("triage", "Stream")), tr(QT_TRANSLATE_NOOP("triage", "From (UT)")), tr(QT_TRANSLATE_NOOP("triage", "To (UT)")), tr(QT_TRANSLATE_NOOP("triage", "Messages")),
                   tr(QT_TRANSLATE_NOOP("triage", "Topic")), tr(QT_TRANSLATE_NOOP("triage", "Partition, offsets")), tr(QT_TRANSLATE_NOOP("triage", "Why")), tr(QT_TRANSLATE_NOOP("triage", "Noticed (UT)"))},
                  holes);
    }
    return log.text();
}

} // namespace tocsin::triage
