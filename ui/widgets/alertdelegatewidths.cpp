// SPDX-License-Identifier: GPL-3.0-or-later
// How much room rows and cells need.
#include "ui/theme/formats.h"
#include "ui/widgets/alertdelegate.h"
#include "ui/widgets/cellparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using namespace cells;

namespace {

constexpr int kSortRoom = 12; // beside a title: the triangle
constexpr int kPillHeight = 15;

// Pixels between the point of a number and the right edge, so that points stand under each other.
constexpr int kMostPositionDecimals = 5;

} // namespace

namespace cells {

int advance(Theme::Font font, const QString &text)
{
    return static_cast<int>(std::ceil(QFontMetricsF(Theme::font(font)).horizontalAdvance(text)));
}

bool surelyFits(const QFont &font, const QString &text, int width)
{
    static constexpr QStringView kSigns = u"0123456789.,:+-\u2212\u2009 \u00b0\u2032\u2033\u2248dhms";
    struct Measured {
        QFont font;
        double widest = 0;
    };
    static Measured byStyle[2]; // upright and italic take turns in a table
    Measured &known = byStyle[font.italic() ? 1 : 0];
    if (known.widest <= 0 || known.font != font) {
        const QFontMetricsF metrics(font);
        known = {font, 0};
        for (const QChar sign : kSigns)
            known.widest = std::max(known.widest, metrics.horizontalAdvance(sign));
    }
    return known.widest * static_cast<double>(text.size()) <= width && std::ranges::all_of(text, [](QChar sign) { return kSigns.contains(sign); });
}

bool isEstimated(const Alert &alert)
{
    return alert.positionKind != "measured";
}

QString shownNumber(const AlertColumnSpec &column, const Alert &alert)
{
    const QString text = mainText(column.kind, alert, column.format);
    return column.kind == CellKind::Ra && !text.isEmpty() && isEstimated(alert) ? u"≈ "_s + text : text;
}

int missingDecimals(const AlertColumnSpec &column, const Alert &alert)
{
    return column.format.kind == CellFormat::Kind::Sexagesimal ? 0 : kMostPositionDecimals - formats::positionDecimals(alert);
}

bool spansText(const Alert &alert)
{
    return !alert.error.empty() || alert.message == "circular";
}

bool isUnderSpan(CellKind kind)
{
    switch (kind) {
    case CellKind::Class:
    case CellKind::Mag:
    case CellKind::Score:
    case CellKind::Ra:
    case CellKind::Dec:
    case CellKind::Error:
        return true;
    default:
        return false;
    }
}

} // namespace cells

namespace {

// Pixels that the text of a cell takes, without padding; of Score without its kind, which is a word.
int contentWidth(const AlertColumnSpec &column, const Alert &alert)
{
    using Font = Theme::Font;
    switch (column.kind) {
    case CellKind::Flags:
        return 0;
    case CellKind::Ra:
    case CellKind::Dec: {
        return advance(Font::Body, shownNumber(column, alert)) + missingDecimals(column, alert) * advance(Font::Body, u"0"_s);
    }
    case CellKind::Mag:
        return advance(Font::Body, mainText(column.kind, alert, column.format)) + Theme::scaled(kBandRoom + 4);
    case CellKind::Score:
    case CellKind::Error:
    case CellKind::Delay:
    case CellKind::Time:
        return advance(Font::Body, mainText(column.kind, alert, column.format));
    case CellKind::Name:
        return Theme::scaled(kGlyph + kPadding) + advance(Font::Medium, mainText(column.kind, alert));
    case CellKind::Class: {
        const QString beside = besideText(column.kind, alert);
        return advance(Font::Medium, mainText(column.kind, alert)) + (beside.isEmpty() ? 0 : Theme::scaled(kPadding) + advance(Font::Body, beside));
    }
    case CellKind::State: {
        int width = advance(Font::Medium, mainText(column.kind, alert));
        if (alert.test)
            width += advance(Font::TinyStrong, AlertDelegate::tr("TEST")) + Theme::scaled(10 + kPadding);
        if (alert.retraction || !alert.error.empty())
            width += Theme::scaled(kStateGlyph + 5);
        return width;
    }
    case CellKind::Stream:
    case CellKind::Key:
        return advance(Font::Body, cellText(column, alert));
    case CellKind::Packet:
        return 0; // known when it is painted
    }
    return 0;
}

// Alerts whose cells are the widest of their format: no number is ever cut, whatever arrives; nor are the words of the
// program's own in Class and State.
const std::vector<Alert> &widestAlerts()
{
    static const std::vector<Alert> list = [] {
        Alert point;
        point.positionKind = "measured";
        point.ra = 288.88888;
        point.dec = -88.88888;
        point.mag = 28.88;
        point.score = 8888.8;
        point.errorRadius = 88.0 / 60;
        point.received = UtcTime::now();
        point.timestamp = point.received;
        point.timestamp.digits = 3;
        point.issued = UtcTime{point.received.us - 8'888 * 86'400'000'000ll};
        Alert area;
        area.ra = 288.88;
        area.dec = -88.88;
        area.positionKind = "map-peak";
        area.area90 = 41'253.0;
        area.magLimit = 28.88;
        area.score = -0.88;
        area.received = point.received;
        area.timestamp = UtcTime{point.received.us - 2 * 86'400'000'000ll};
        area.issued = UtcTime{point.received.us - 6'480'000'000ll}; // in minutes
        Alert field = point; // an estimate that is written with all digits
        field.positionKind = "pointing";
        field.errorRadius = Number();
        field.timestamp = UtcTime{point.received.us - 800 * 86'400'000'000ll};
        Alert unreadable;
        unreadable.error = "the JSON ends at byte 12";
        Alert test; // of each stage: which word is the longest depends on the language
        test.test = true;
        test.alertType = "early-warning";
        Alert preliminary = test;
        preliminary.alertType = "preliminary";
        Alert initial = test;
        initial.alertType = "initial";
        initial.revision.assign(1, '8'); // from a literal, GCC 12 sees an overlap
        Alert update = initial;
        update.alertType = "update";
        Alert asteroid;
        asteroid.solarSystem = "34817";
        Alert classified;
        classified.classification = "SN Ia";
        classified.classificationScore = 0.88;
        Alert times;
        times.timestamp = point.timestamp;
        times.issued = times.brokerTime = times.received = UtcTime{point.timestamp.us, 3};
        return std::vector<Alert>{point, area, field, unreadable, test, preliminary, initial, update, asteroid, classified, times};
    }();
    return list;
}

} // namespace

int AlertDelegate::rowHeight()
{
    return qRound(QFontMetricsF(Theme::font(Theme::Font::Body)).height() + 5);
}

int AlertDelegate::leastWidth(const AlertColumnSpec &column, bool sorted)
{
    const int padding = 2 * Theme::scaled(kPadding);
    if (column.kind == CellKind::Flags)
        return Theme::scaled(column.width);
    const int title = advance(Theme::Font::SmallStrong, columnTitle(column)) + padding + (sorted ? Theme::scaled(kSortRoom) : 0);
    if (column.format.isLive()) {
        const QString longest = formats::span(3'599); // 59 min 59 s
        return std::max(title, advance(Theme::Font::Body, column.format.kind == CellFormat::Kind::Since ? u"T+"_s + longest : QCoreApplication::translate("formats", "%1 ago").arg(longest)) + padding);
    }
    // A text is elided and has its whole in the tooltip, but some of it must be there. Numbers among the keys take what they
    // need when they are painted.
    const bool text = column.kind == CellKind::Name || column.kind == CellKind::Stream || column.kind == CellKind::Packet;
    if (text || (column.kind == CellKind::Key && !isTime(column)))
        return std::max(title, Theme::scaled(column.kind == CellKind::Name ? 130 : 36));
    int width = title;
    for (const Alert &alert : widestAlerts())
        width = std::max(width, contentWidth(column, alert) + padding);
    return width;
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const AlertRecord *record = m_rows.recordAt(index.row());
    const AlertColumnSpec &column = m_rows.column(index.column());
    if (column.kind == CellKind::Packet)
        return {advance(Theme::Font::Body, m_rows.cellAt(index.row(), index.column())) + 2 * Theme::scaled(kPadding), rowHeight()};
    const bool spans = record && spansText(*record->alert) && isUnderSpan(column.kind);
    const bool marked = record && column.kind == CellKind::Stream && !instanceOfStream(m_instances, record->alert->stream).isReal();
    return {(record && !spans ? contentWidth(column, *record->alert) : 0) + (marked ? Theme::scaled(kMark + kMarkGap) : 0) + 2 * Theme::scaled(kPadding), rowHeight()};
}

QRect AlertDelegate::pillRect(const QRect &cell, int rows)
{
    const int height = Theme::scaled(kPillHeight);
    const int width = advance(Theme::Font::TinyStrong, QString::number(rows)) + Theme::scaled(2 * kPillEdge + kTriangle + 3);
    return {cell.right() - Theme::scaled(kPadding) - width + 1, cell.top() + (cell.height() - 1 - height) / 2, width, height};
}

} // namespace tocsin::ui
