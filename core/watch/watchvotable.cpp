// SPDX-License-Identifier: GPL-3.0-or-later
// Positions from a VOTable: the first table with rows, as TABLEDATA, BINARY or BINARY2 (VOTable 1.5, section 5). External entities
// are never read and inner ones are bounded by Qt.
#include "core/watch/votablestream.h"
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
            if (name == u"TABLE") {
                m_columns = {};
                m_fields.clear();
            } else if (name == u"FIELD") {
                takeField();
            } else if (name == u"COOSYS" && m_xml.attributes().value(u"system"_s).contains(u"FK4"_s)) {
                return wrong(QCoreApplication::translate("watch", "The positions of this VOTable are of the system %1.").arg(m_xml.attributes().value(u"system"_s)),
                             QCoreApplication::translate("watch", "Convert them to ICRS first; TOPCAT does it."));
            } else if (name == u"FITS") {
                return wrong(QCoreApplication::translate("watch", "The rows of this VOTable are FITS, which is not read."), again());
            } else if (name == u"BINARY" || name == u"BINARY2") {
                return readStream(name == u"BINARY2");
            } else if (name == u"TABLEDATA") {
                return readRows();
            }
        }
        if (m_xml.hasError())
            return broken();
        return wrong(QCoreApplication::translate("watch", "This VOTable has no table with rows."), again());
    }

private:
    static Error wrong(const QString &message, const QString &remedy) { return {.kind = ErrorKind::BadArgument, .message = message, .remedy = remedy}; }
    static QString again() { return QCoreApplication::translate("watch", "Write it again with the format TABLEDATA (in TOPCAT: “votable-tabledata”), or as CSV."); }
    Error broken() const
    {
        return wrong(QCoreApplication::translate("watch", "The VOTable is broken in line %1: %2").arg(m_xml.lineNumber()).arg(m_xml.errorString()),
                     QCoreApplication::translate("watch", "Was the file cut short? Nothing was taken from it."));
    }

    void takeField()
    {
        const auto column = static_cast<int>(m_fields.size());
        const QXmlStreamAttributes attributes = m_xml.attributes();
        m_fields.push_back({attributes.value(u"datatype"_s).toString().toStdString(), attributes.value(u"arraysize"_s).toString().toStdString()});
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

    static Error noPosition()
    {
        return wrong(QCoreApplication::translate("watch", "No columns of this VOTable are right ascension and declination."),
                     QCoreApplication::translate("watch", "Give them the UCDs pos.eq.ra;meta.main and pos.eq.dec;meta.main, or the names ra and dec."));
    }

    // The line of a problem is the number of the row: the stream has no lines.
    Result<Watchlist> readStream(bool masked)
    {
        while (m_xml.readNextStartElement() && m_xml.name() != u"STREAM")
            m_xml.skipCurrentElement();
        if (m_xml.hasError() || m_xml.name() != u"STREAM")
            return broken();
        if (!m_columns.havePosition())
            return noPosition();
        const QString encoding = m_xml.attributes().value(u"encoding"_s).toString();
        if (m_xml.attributes().hasAttribute(u"href"_s) || (!encoding.isEmpty() && encoding != u"base64"_s))
            return wrong(QCoreApplication::translate("watch", "The rows of this VOTable stand in another file, or are packed."), again());
        const QString text = m_xml.readElementText();
        if (m_xml.hasError())
            return broken();
        const auto decoded = QByteArray::fromBase64Encoding(text.simplified().remove(u' ').toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
            return wrong(QCoreApplication::translate("watch", "The rows of this VOTable are no base64."), again());
        VotableStream stream({decoded.decoded.constData(), static_cast<size_t>(decoded.decoded.size())}, m_fields, masked);
        WatchRows rows(m_columns, m_radius);
        for (qint64 row = 1; const auto cells = stream.next(); ++row)
            rows.add(*cells, row);
        if (!stream.error().isEmpty())
            return wrong(QCoreApplication::translate("watch", "The VOTable is broken: %1").arg(stream.error()), QCoreApplication::translate("watch", "Was the file cut short? Nothing was taken from it."));
        return rows.finish(masked ? QCoreApplication::translate("watch", "VOTable (BINARY2)") : QCoreApplication::translate("watch", "VOTable (BINARY)"));
    }

    Result<Watchlist> readRows()
    {
        if (!m_columns.havePosition())
            return noPosition();
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
    std::vector<VotableField> m_fields;
    WatchColumns m_columns;
};

} // namespace

Result<Watchlist> readVotable(const QByteArray &bytes, double radius)
{
    return VotableReader(bytes, radius).read();
}

} // namespace tocsin::watch
