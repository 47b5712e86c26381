// SPDX-License-Identifier: GPL-3.0-or-later
// Positions from a VOTable: the first table, with its rows as TABLEDATA (VOTable 1.5, section 5.1). External entities are never
// read and inner ones are bounded by Qt.
#include "core/watch/watchreading.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

namespace tocsin::watch {

using namespace Qt::StringLiterals;

namespace {

class VotableReader
{
public:
    VotableReader(const QByteArray &bytes, double radius) : m_xml(bytes), m_radius(radius) {}

    Result<Watchlist> read()
    {
        while (!m_xml.atEnd()) {
            if (m_xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const QStringView name = m_xml.name();
            if (name == u"FIELD") {
                takeField();
            } else if (name == u"COOSYS" && m_xml.attributes().value(u"system"_s).contains(u"FK4"_s)) {
                return wrong(QCoreApplication::translate("watch", "The positions of this VOTable are of the system %1.").arg(m_xml.attributes().value(u"system"_s)),
                             QCoreApplication::translate("watch", "Convert them to ICRS first; TOPCAT does it."));
            } else if (name == u"BINARY" || name == u"BINARY2" || name == u"FITS") {
                return wrong(QCoreApplication::translate("watch", "The rows of this VOTable are %1, which is not read.").arg(name),
                             QCoreApplication::translate("watch", "Write it again with the format TABLEDATA (in TOPCAT: “votable-tabledata”), or as CSV."));
            } else if (name == u"TABLEDATA") {
                return readRows();
            }
        }
        if (m_xml.hasError())
            return broken();
        return wrong(QCoreApplication::translate("watch", "This VOTable has no table with rows."), QCoreApplication::translate("watch", "Write it with the format TABLEDATA, or as CSV."));
    }

private:
    static Error wrong(const QString &message, const QString &remedy) { return {.kind = ErrorKind::BadArgument, .message = message, .remedy = remedy}; }
    Error broken() const
    {
        return wrong(QCoreApplication::translate("watch", "The VOTable is broken in line %1: %2").arg(m_xml.lineNumber()).arg(m_xml.errorString()),
                     QCoreApplication::translate("watch", "Was the file cut short? Nothing was taken from it."));
    }

    void takeField()
    {
        const int column = m_fields++;
        const QXmlStreamAttributes attributes = m_xml.attributes();
        const QString ucd = attributes.value(u"ucd"_s).toString().toLower();
        const QString unit = attributes.value(u"unit"_s).toString().trimmed().toLower();
        const bool isMain = ucd.endsWith(u"meta.main"_s) || ucd.endsWith(u"_main"_s);
        const bool isRa = ucd.startsWith(u"pos.eq.ra"_s) || ucd.startsWith(u"pos_eq_ra"_s);
        const bool isDec = ucd.startsWith(u"pos.eq.dec"_s) || ucd.startsWith(u"pos_eq_dec"_s);
        WatchColumns &columns = m_columns;
        if (isRa && (columns.ra < 0 || isMain))
            columns.ra = column;
        else if (isDec && (columns.dec < 0 || isMain))
            columns.dec = column;
        else if (ucd.startsWith(u"meta.id"_s) && (columns.name < 0 || isMain))
            columns.name = column;
        else if (!isRa && !isDec)
            columns.learn(column, attributes.value(u"name"_s).toString().toStdString());
        if (columns.ra == column || columns.dec == column) {
            columns.raHours = columns.raHours || (columns.ra == column && (unit == u"h"_s || unit == u"hourangle"_s));
            if (unit == u"rad"_s)
                columns.angle = 57.295779513082323;
        }
        if (columns.radius == column && !unit.isEmpty()) {
            if (const Result<double> one = radiusIn(u"1"_s + unit))
                columns.radiusUnit = one.value();
        }
    }

    Result<Watchlist> readRows()
    {
        if (!m_columns.havePosition())
            return wrong(QCoreApplication::translate("watch", "No columns of this VOTable are right ascension and declination."),
                         QCoreApplication::translate("watch", "Give them the UCDs pos.eq.ra;meta.main and pos.eq.dec;meta.main, or the names ra and dec."));
        WatchRows rows(m_columns, m_radius);
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isEndElement() && m_xml.name() == u"TABLEDATA")
                return rows.finish(QCoreApplication::translate("watch", "VOTable"));
            if (!m_xml.isStartElement() || m_xml.name() != u"TR")
                continue;
            const qint64 line = m_xml.lineNumber();
            std::vector<std::string> cells;
            while (m_xml.readNextStartElement()) {
                cells.push_back(m_xml.name() == u"TD" ? m_xml.readElementText(QXmlStreamReader::SkipChildElements).toStdString() : std::string());
                if (m_xml.isStartElement())
                    m_xml.skipCurrentElement();
            }
            if (!m_xml.hasError())
                rows.add(cells, line);
        }
        return broken();
    }

    QXmlStreamReader m_xml;
    const double m_radius;
    int m_fields = 0;
    WatchColumns m_columns;
};

} // namespace

Result<Watchlist> readVotable(const QByteArray &bytes, double radius)
{
    return VotableReader(bytes, radius).read();
}

} // namespace tocsin::watch
