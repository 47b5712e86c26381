// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/watchlist.h"

#include "core/decoders/skytext.h"
#include "core/templates/placeholder.h"
#include "core/watch/watchreading.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace tocsin::watch {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostProblems = 20; // that are told one by one
constexpr size_t kMostSources = 5'000'000;
constexpr double kLargest = 30; // degrees; whoever watches more than that watches the sky

QString shown(const std::string &text)
{
    const QString all = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return all.size() > 40 ? all.left(40) + u'…' : all;
}

double factorOf(std::string_view unit)
{
    constexpr std::array<std::pair<std::string_view, double>, 17> kUnits{{{"mas", 1.0 / 3'600'000}, {"milliarcsec", 1.0 / 3'600'000}, {"rad", 57.295779513082323}, {"arcsec", 1.0 / 3600}, {"asec", 1.0 / 3600}, {"as", 1.0 / 3600}, {"\"", 1.0 / 3600}, {"''", 1.0 / 3600},
                                                                       {"\xe2\x80\xb3", 1.0 / 3600}, {"arcmin", 1.0 / 60}, {"amin", 1.0 / 60}, {"'", 1.0 / 60}, {"\xe2\x80\xb2", 1.0 / 60},
                                                                       {"deg", 1}, {"degrees", 1}, {"d", 1}, {"\xc2\xb0", 1}}};
    const auto it = std::ranges::find(kUnits, unit, &std::pair<std::string_view, double>::first);
    return it == kUnits.end() ? 0 : it->second;
}

Error badRadius(const QString &text)
{
    return {.kind = ErrorKind::BadArgument,
            .message = QCoreApplication::translate("watch", "“%1” is no radius.").arg(text),
            .remedy = QCoreApplication::translate("watch", "Write it as 2arcsec, 0.5arcmin or 1.5deg, up to 30deg; a number alone counts arcseconds.")};
}

} // namespace

Result<double> radiusIn(const QString &text, double unit)
{
    const std::string bytes = text.trimmed().toStdString();
    double value = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), value);
    if (error != std::errc())
        return badRadius(text);
    std::string_view rest(end, static_cast<size_t>(bytes.data() + bytes.size() - end));
    while (rest.starts_with(' '))
        rest.remove_prefix(1);
    const double factor = rest.empty() ? unit : factorOf(rest);
    const double radius = value * factor;
    if (!(radius > 0) || radius > kLargest)
        return badRadius(text);
    return radius;
}

// Names as the catalogues and brokers of the field write them.
void WatchColumns::learn(int column, std::string_view title)
{
    std::string word;
    for (const char c : title)
        word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == ' ' || c == '-' ? '_' : c;
    const auto isOneOf = [&word](std::initializer_list<std::string_view> names) { return std::ranges::find(names, word) != names.end(); };
    if (ra < 0 && isOneOf({"ra", "raj2000", "ra_icrs", "raicrs", "_ra", "_raj2000", "ra_deg", "radeg", "ra(deg)", "ra_[deg]", "ra_j2000", "alpha", "right_ascension", "meanra", "alphawin_j2000", "ra_hms"})) {
        ra = column;
    } else if (ra < 0 && isOneOf({"ra_hours", "ra_h", "ra(h)", "ra_[h]"})) {
        ra = column;
        raHours = true;
    } else if (dec < 0 && isOneOf({"dec", "de", "decl", "dej2000", "decj2000", "de_icrs", "deicrs", "_de", "_dej2000", "dec_deg", "decdeg", "dec(deg)", "dec_[deg]", "dec_j2000", "delta", "declination", "meandec", "deltawin_j2000", "dec_icrs", "dec_dms"})) {
        dec = column;
    } else if (name < 0 && isOneOf({"name", "id", "object", "object_id", "objectid", "source", "source_id", "source_name", "designation", "main_id", "target", "target_name", "identifier", "objname"})) {
        name = column;
    } else if (radius < 0 && (isOneOf({"radius", "rad", "r", "match_radius", "cone_radius", "search_radius", "error", "error_radius"}) || word.starts_with("radius_") || word.starts_with("radius(") || word.starts_with("error_radius_"))) {
        radius = column;
        const std::string unit = word.substr(std::min(word.size(), word.find_first_of("[(") == std::string::npos ? word.rfind('_') + 1 : word.find_first_of("[(") + 1));
        const double factor = factorOf(std::string_view(unit).substr(0, unit.find_first_of(")]")));
        radiusUnit = factor > 0 && word.find_first_of("_([") != std::string::npos ? factor : radiusUnit;
    }
}

void WatchRows::refuse(qint64 line, const QString &why)
{
    if (++m_list.leftOut <= kMostProblems)
        m_list.problems.push_back(QCoreApplication::translate("watch", "Line %1: %2").arg(line).arg(why));
}

void WatchRows::add(const std::vector<std::string> &cells, qint64 line)
{
    const auto trimmed = [](const std::string &text) {
        const size_t begin = text.find_first_not_of(" \t\r");
        return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
    };
    const auto cell = [&cells, &trimmed](int column) { return column < 0 || static_cast<size_t>(column) >= cells.size() ? std::string() : trimmed(cells[static_cast<size_t>(column)]); };
    const std::string raText = cell(m_columns.ra);
    const std::string decText = cell(m_columns.dec);
    if (raText.empty() || decText.empty())
        return refuse(line, QCoreApplication::translate("watch", "it has no position."));
    const auto isPlain = [](const std::string &text) { return text.find_first_not_of("+-0123456789.eE") == std::string::npos; };
    double ra = decoders::degreesIn(raText, true).value;
    double dec = decoders::degreesIn(decText, false).value;
    if (isPlain(raText))
        ra *= m_columns.raHours ? 15 : m_columns.angle;
    if (isPlain(decText))
        dec *= m_columns.angle;
    if (!(ra >= -360 && ra <= 720))
        return refuse(line, QCoreApplication::translate("watch", "“%1” is no right ascension.").arg(shown(raText)));
    if (!(std::abs(dec) <= 90))
        return refuse(line, QCoreApplication::translate("watch", "“%1” is no declination.").arg(shown(decText)));
    ra = std::fmod(ra < 0 ? ra + 360 : ra, 360.0); // a tiny step below 0 is 0
    // Whatever the file's encoding: names stand in rows and on the command line.
    WatchSource source{.name = trimmed(templates::inOneLine(cell(m_columns.name))), .ra = ra, .dec = dec, .radius = m_radius};
    if (const std::string text = cell(m_columns.radius); !text.empty()) {
        const Result<double> own = radiusIn(QString::fromStdString(text), m_columns.radiusUnit);
        if (!own)
            return refuse(line, QCoreApplication::translate("watch", "“%1” is no radius up to 30 degrees.").arg(shown(text)));
        source.radius = own.value();
    }
    if (source.name.empty())
        source.name = u"%1%2%3"_s.arg(source.ra, 0, 'f', 5).arg(dec < 0 ? u"-"_s : u"+"_s).arg(std::abs(dec), 0, 'f', 5).toStdString();
    if (m_list.sources.size() >= kMostSources)
        return refuse(line, QCoreApplication::translate("watch", "a list holds five million sources at most."));
    m_list.sources.push_back(std::move(source));
}

Result<Watchlist> WatchRows::finish(const QString &form)
{
    if (m_list.sources.empty())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("watch", "No line of the file is a position. It was read as %1.").arg(form),
                     .remedy = m_list.problems.isEmpty() ? QCoreApplication::translate("watch", "A line is: name, ra, dec, radius; in degrees or sexagesimal, the radius in arcseconds or left out.")
                                                         : m_list.problems.join(u'\n')};
    m_list.form = form;
    return std::move(m_list);
}

Result<Watchlist> readWatchlist(const QByteArray &bytes, double radius)
{
    QByteArray text = bytes;
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    if (text.startsWith("SIMPLE  =") || text.startsWith("\x1f\x8b") || text.startsWith("PK") || text.left(4096).contains('\0'))
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("watch", "The file is neither CSV nor VOTable."),
                     .remedy = QCoreApplication::translate("watch", "Write the table as CSV in UTF-8, or as VOTable; unpack it first.")};
    return text.left(4096).contains("<VOTABLE") || text.left(4096).contains(":VOTABLE") ? readVotable(text, radius) : readCsv({text.constData(), static_cast<size_t>(text.size())}, radius);
}

} // namespace tocsin::watch
