// SPDX-License-Identifier: GPL-3.0-or-later
// Positions from CSV and its cousins.
#include "core/decoders/skytext.h"
#include "core/watch/watchreading.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace tocsin::watch {

namespace {

struct Separator {
    char sign;
    const char *name; // translate in context "watch"
};
// Those first that hardly stand in a value.
constexpr std::array kSeparators{Separator{'\t', QT_TRANSLATE_NOOP("watch", "tabs")}, Separator{';', QT_TRANSLATE_NOOP("watch", "semicolons")},
                                 Separator{'|', QT_TRANSLATE_NOOP("watch", "bars")}, Separator{',', QT_TRANSLATE_NOOP("watch", "commas")},
                                 Separator{' ', QT_TRANSLATE_NOOP("watch", "blanks")}};

// Nothing: a quote that does not end. Several blanks are one.
std::optional<std::vector<std::string>> cellsOf(std::string_view line, char separator)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted) {
            if (c == '"' && i + 1 < line.size() && line[i + 1] == '"')
                cells.back() += line[++i];
            else if (c == '"')
                quoted = false;
            else
                cells.back() += c;
        } else if (c == '"' && cells.back().find_first_not_of(' ') == std::string::npos) {
            cells.back().clear();
            quoted = true;
        } else if (c == separator) {
            if (separator != ' ' || !cells.back().empty())
                cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    if (quoted)
        return std::nullopt;
    if (separator == ' ' && cells.back().empty())
        cells.pop_back();
    return cells;
}

Separator separatorOf(std::string_view line)
{
    for (const Separator &separator : kSeparators) {
        if (const auto cells = cellsOf(line, separator.sign); cells && cells->size() > 1)
            return separator;
    }
    return kSeparators[3];
}

bool isAngle(const std::string &text, bool hours)
{
    return !text.empty() && decoders::degreesIn(text, hours).has();
}

// Without a header: name, ra, dec, radius; or ra, dec and maybe a name and a radius, as some brokers have them.
WatchColumns withoutHeader(const std::vector<std::string> &cells)
{
    WatchColumns columns;
    const size_t count = cells.size();
    if (count >= 3 && isAngle(cells[1], true) && isAngle(cells[2], false) && (count < 4 || cells[3].empty() || radiusIn(QString::fromStdString(cells[3])).ok())) {
        columns = {.name = 0, .ra = 1, .dec = 2, .radius = count > 3 ? 3 : -1};
    } else if (count >= 2 && isAngle(cells[0], true) && isAngle(cells[1], false)) {
        columns = {.name = count > 2 ? 2 : -1, .ra = 0, .dec = 1, .radius = count > 3 ? 3 : -1};
    }
    return columns;
}

class Lines
{
public:
    explicit Lines(std::string_view text) : m_rest(text) {}
    // Without its end; nothing: there is none left.
    std::optional<std::string_view> next()
    {
        if (m_rest.empty())
            return std::nullopt;
        const size_t end = m_rest.find_first_of("\r\n");
        std::string_view line = m_rest.substr(0, end);
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : m_rest.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
        ++m_number;
        return line;
    }
    [[nodiscard]] qint64 number() const { return m_number; }

private:
    std::string_view m_rest;
    qint64 m_number = 0;
};

bool isEmpty(std::string_view line)
{
    const size_t first = line.find_first_not_of(" \t");
    return first == std::string_view::npos || line[first] == '#';
}

} // namespace

Result<Watchlist> readCsv(std::string_view text, double radius)
{
    Lines lines(text);
    std::optional<std::string_view> line = lines.next();
    while (line && isEmpty(*line))
        line = lines.next();
    if (!line)
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("watch", "The file is empty."),
                     .remedy = QCoreApplication::translate("watch", "A line is: name, ra, dec, radius; in degrees or sexagesimal, the radius in arcseconds or left out.")};
    const Separator separator = separatorOf(*line);
    const std::vector<std::string> first = cellsOf(*line, separator.sign).value_or(std::vector<std::string>());
    WatchColumns columns;
    for (size_t i = 0; i < first.size(); ++i) {
        const size_t begin = first[i].find_first_not_of(" \t");
        if (begin != std::string::npos)
            columns.learn(static_cast<int>(i), std::string_view(first[i]).substr(begin, first[i].find_last_not_of(" \t") - begin + 1));
    }
    const bool header = columns.havePosition();
    if (!header)
        columns = withoutHeader(first);
    if (!columns.havePosition())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("watch", "Line %1 is neither a header with ra and dec nor a position.").arg(lines.number()),
                     .remedy = QCoreApplication::translate("watch", "A line is: name, ra, dec, radius; in degrees or sexagesimal, the radius in arcseconds or left out.")};
    WatchRows rows(columns, radius);
    for (line = header ? lines.next() : line; line; line = lines.next()) {
        if (isEmpty(*line))
            continue;
        if (const auto cells = cellsOf(*line, separator.sign))
            rows.add(*cells, lines.number());
        else
            rows.refuse(lines.number(), QCoreApplication::translate("watch", "a quotation mark is not closed."));
    }
    const QString name = QCoreApplication::translate("watch", separator.name);
    return rows.finish(header ? QCoreApplication::translate("watch", "CSV with a header, separated by %1").arg(name) : QCoreApplication::translate("watch", "CSV without a header, separated by %1").arg(name));
}

} // namespace tocsin::watch
