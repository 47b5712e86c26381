// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alertdelegate.h"

#include "ui/models/alertcells.h"
#include "ui/models/findcondition.h"
#include "ui/models/rowcolours.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cellparts.h"
#include "ui/widgets/instanceframe.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using namespace cells;

namespace {

// Logical pixels at text scale 1.
constexpr int kStripe = 3;
constexpr int kDot = 12;
constexpr int kScoreRoom = 38; // beside a score: its kind
constexpr int kScoreNumber = 28; // "0.99"
constexpr int kLeastScoreRoom = 20; // "drb"; narrower says nothing

QString glyphOf(const Alert &alert)
{
    if (!alert.error.empty())
        return u"bytes"_s;
    if (alert.message == "circular")
        return u"circular"_s;
    static constexpr std::string_view known[] = {"gw", "gamma", "x-ray", "uv", "optical", "infrared", "radio", "neutrino"};
    for (const std::string_view word : known) {
        if (alert.messenger == word)
            return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
    }
    return u"unseen"_s;
}

QColor glyphColour(const Alert &alert)
{
    const Palette &colours = Theme::palette();
    if (!alert.error.empty())
        return colours.bad;
    if (alert.message == "circular")
        return colours.muted;
    return colours.messenger(QString::fromStdString(alert.messenger));
}

void drawText(QPainter *painter, const QRect &rect, int flags, const QString &text, Qt::TextElideMode elide = Qt::ElideRight)
{
    const QFontMetrics metrics = painter->fontMetrics();
    painter->drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine, metrics.elidedText(text, elide, rect.width()));
}

} // namespace

struct AlertDelegate::Dress {
    QColor fill;
    QColor text;
    QColor muted;
    QColor stripe; // invalid: none
    QColor edge; // above and below; invalid: none
    bool hatched = false;
    bool struck = false;
    bool unseen = false;
    bool current = false; // the row one stands on
};

AlertDelegate::AlertDelegate(const RowSource &rows, QObject *parent) : QStyledItemDelegate(parent), m_rows(rows)
{
}

AlertDelegate::Dress AlertDelegate::dressOf(const AlertRecord &record, bool selected, int row) const
{
    const Palette &colours = Theme::palette();
    const Alert &alert = *record.alert;
    Dress dress{.fill = colours.base, .text = colours.text, .muted = colours.muted};
    dress.unseen = m_rows.isUnseen(alert.row);
    dress.hatched = alert.test;
    const bool below = m_rows.isBelow(row);
    if (alert.retraction) {
        dress.fill = colours.retractedSoft;
        dress.stripe = colours.retracted;
        dress.text = dress.muted = colours.retracted;
        dress.struck = true;
    } else if (const int rule = m_colours && !below ? m_colours->ruleOf(alert) : -1; rule >= 0) {
        const QColor colour = colours.ruleColour(m_colours->rules().rules()[rule].colour);
        const double share = Theme::scheme() == Scheme::Dark ? 0.13 : Theme::scheme() == Scheme::Red ? 0 : 0.07;
        dress.fill = Palette::mix(colour, colours.base, share);
        dress.stripe = colour;
    }
    if (!alert.error.empty()) {
        dress.fill = colours.badSoft;
        dress.stripe = colours.bad;
        dress.struck = false;
    }
    if (below)
        dress.text = dress.muted;
    if (row == m_hover && !selected)
        dress.fill = colours.hover;
    if (selected) {
        dress.fill = m_focused ? colours.select : colours.selectIdle;
        dress.stripe = m_focused ? colours.accent : colours.lineStrong;
        if (m_focused)
            dress.edge = Palette::mix(colours.accent, colours.select, 0.55);
    }
    return dress;
}

void AlertDelegate::paintBackground(QPainter *painter, const QRect &rect, const Dress &dress) const
{
    const Palette &colours = Theme::palette();
    painter->fillRect(rect, dress.fill);
    if (dress.hatched) {
        // 45 degrees, period 8, line 2; the pattern hangs on the window, so that rows and cells join.
        painter->save();
        painter->setClipRect(rect);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colours.hatch, 2));
        const int height = rect.height();
        const int phase = ((rect.top() % 8) + 8) % 8;
        for (int x = rect.left() - height - 16 + (8 - ((rect.left() + phase) % 8 + 8) % 8); x < rect.right() + 8; x += 8)
            painter->drawLine(x, rect.bottom() + 1, x + height + 1, rect.top());
        painter->restore();
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), Palette::mix(colours.line, dress.fill, 0.38));
    if (dress.edge.isValid()) {
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), dress.edge);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), dress.edge);
    }
}

void AlertDelegate::paintFlags(QPainter *painter, const QRect &rect, const AlertRecord &record, const Dress &dress) const
{
    const Palette &colours = Theme::palette();
    const qreal ratio = painter->device()->devicePixelRatioF();
    if (dress.stripe.isValid())
        painter->fillRect(QRect(rect.left(), rect.top(), kStripe, rect.height()), dress.stripe);
    const auto glyph = [&](const QString &name, int x, int size, const QColor &colour) {
        size = Theme::scaled(size);
        painter->drawPixmap(rect.left() + Theme::scaled(x), rect.top() + (rect.height() - size) / 2, Theme::glyph(name, size, colour, ratio));
    };
    if (dress.unseen)
        glyph(u"unseen"_s, 5, kDot, colours.accent);
    if (record.marks & (archive::Pinned | archive::Starred))
        glyph(record.marks & archive::Pinned ? u"pin"_s : u"star"_s, 18, kStateGlyph, colours.mark);
}

void AlertDelegate::paintPill(QPainter *painter, const QRect &pill, int rows, bool open, const Dress &dress) const
{
    const Palette &colours = Theme::palette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(dress.struck ? dress.text : colours.lineStrong, 1));
    painter->setBrush(colours.base);
    const double radius = pill.height() / 2.0 - 0.5;
    painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const double size = Theme::scaled(kTriangle);
    const QPointF middle(pill.left() + Theme::scaled(kPillEdge) + size / 2, pill.center().y() + 0.5);
    const double flat = size * 0.4;
    painter->setPen(Qt::NoPen);
    painter->setBrush(dress.muted);
    if (open)
        painter->drawPolygon(QPolygonF{middle + QPointF(-size / 2, -flat), middle + QPointF(size / 2, -flat), middle + QPointF(0, flat)});
    else
        painter->drawPolygon(QPolygonF{middle + QPointF(-flat, -size / 2), middle + QPointF(-flat, size / 2), middle + QPointF(flat, 0)});
    painter->setPen(dress.muted);
    painter->setFont(Theme::font(Theme::Font::TinyStrong));
    painter->drawText(pill.adjusted(0, 0, -Theme::scaled(kPillEdge), 0), Qt::AlignRight | Qt::AlignVCenter, QString::number(rows));
    painter->restore();
}

// An earlier row of the event above: joined to it by a line.
void AlertDelegate::paintBelow(QPainter *painter, const QRect &cell, const Alert &alert, const Dress &dress, int row) const
{
    const QRect inside = cell.adjusted(Theme::scaled(kPadding), 0, -Theme::scaled(kPadding), -1);
    const QColor line = Theme::palette().lineStrong;
    const int x = inside.left() + Theme::scaled(kGlyph) / 2;
    const int middle = cell.top() + cell.height() / 2;
    painter->fillRect(QRect(x, cell.top(), 1, m_rows.isLastBelow(row) ? middle - cell.top() + 1 : cell.height()), line);
    painter->fillRect(QRect(x, middle, Theme::scaled(kGlyph) / 2 + 2, 1), line);
    QFont font = Theme::font(Theme::Font::Body);
    font.setStrikeOut(dress.struck);
    painter->setFont(font);
    painter->setPen(dress.text);
    m_found.paint(painter, inside.adjusted(Theme::scaled(kGlyph + kPadding), 0, 0, 0), nameBelow(alert), Qt::ElideRight, dress.current);
}

void AlertDelegate::paintName(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress, int row) const
{
    const int size = Theme::scaled(kGlyph);
    painter->drawPixmap(rect.left(), rect.top() + (rect.height() - size) / 2,
                        Theme::glyph(glyphOf(alert), size, dress.struck ? dress.text : glyphColour(alert), painter->device()->devicePixelRatioF()));
    QFont font = Theme::font(dress.unseen && alert.error.empty() ? Theme::Font::Medium : Theme::Font::Body);
    font.setStrikeOut(dress.struck);
    painter->setFont(font);
    painter->setPen(dress.text);
    QRect name = rect.adjusted(Theme::scaled(kGlyph + kPadding), 0, 0, 0);
    const int rows = m_rows.foldSize(row);
    if (rows > 1) {
        const QRect pill = pillRect(rect.adjusted(0, 0, Theme::scaled(kPadding), 1), rows);
        name.setRight(pill.left() - Theme::scaled(4));
        paintPill(painter, pill, rows, m_rows.isOpen(row), dress);
    }
    m_found.paint(painter, name, mainText(CellKind::Name, alert), Qt::ElideMiddle, dress.current);
}

void AlertDelegate::paintState(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress) const
{
    const Palette &colours = Theme::palette();
    const qreal ratio = painter->device()->devicePixelRatioF();
    QRect left = rect;
    if (alert.test) {
        painter->save();
        painter->setFont(Theme::font(Theme::Font::TinyStrong));
        const QString word = tr("TEST");
        const int height = Theme::scaled(16);
        const QRect tag(left.left(), left.top() + (left.height() - height) / 2, advance(Theme::Font::TinyStrong, word) + Theme::scaled(10), height);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(colours.base);
        painter->setPen(QPen(colours.test, 1, Qt::DashLine));
        painter->drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter->setPen(colours.test);
        painter->drawText(tag, Qt::AlignCenter, word);
        painter->restore();
        left.setLeft(tag.right() + Theme::scaled(kPadding));
    }
    painter->setFont(Theme::font(alert.significant.value_or(false) && !alert.test ? Theme::Font::Medium : Theme::Font::Body));
    painter->setPen(dress.hatched ? dress.muted : dress.text);
    const bool unreadable = !alert.error.empty();
    if (unreadable || alert.retraction) {
        const int size = Theme::scaled(kStateGlyph);
        const QColor colour = unreadable ? colours.bad : colours.retracted;
        painter->drawPixmap(left.left(), left.top() + (left.height() - size) / 2,
                            Theme::glyph(unreadable ? u"degraded"_s : u"retracted"_s, size, colour, ratio));
        left.setLeft(left.left() + Theme::scaled(kStateGlyph + 5));
        painter->setFont(Theme::font(Theme::Font::Medium));
        painter->setPen(colour);
    }
    const QString stage = mainText(CellKind::State, alert);
    const QString note = m_rows.noteOf(alert);
    if (!note.isEmpty() && stage.isEmpty()) {
        const int size = Theme::scaled(kStateGlyph);
        painter->drawPixmap(left.left(), left.top() + (left.height() - size) / 2, Theme::glyph(u"target"_s, size, colours.accent, ratio));
        left.setLeft(left.left() + Theme::scaled(kStateGlyph + 5));
    }
    drawText(painter, left, Qt::AlignLeft, note.isEmpty() ? stage : stage.isEmpty() ? note : stage + u" · "_s + note);
}

void AlertDelegate::paintStream(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress) const
{
    QRect name = rect;
    if (const ShownInstance instance = instanceOfStream(m_instances, alert.stream); !instance.isReal()) {
        const int mark = Theme::scaled(kMark);
        instanceframe::paintMark(*painter, QRectF(rect.left(), rect.top() + (rect.height() - mark) / 2.0, mark, mark), instance);
        name.setLeft(rect.left() + mark + Theme::scaled(kMarkGap));
    }
    m_found.paint(painter, name, mainText(CellKind::Stream, alert), Qt::ElideMiddle, dress.current);
}

void AlertDelegate::paintNumber(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress, int column) const
{
    const AlertColumnSpec &spec = m_rows.column(column);
    const CellKind kind = spec.kind;
    const QString text = shownNumber(spec, alert);
    if (text.isEmpty())
        return;
    const bool position = kind == CellKind::Ra || kind == CellKind::Dec;
    const bool estimated = position && isEstimated(alert);
    QFont font = Theme::font(Theme::Font::Body);
    font.setItalic(estimated);
    painter->setFont(font);
    painter->setPen(kind == CellKind::Delay || estimated ? dress.muted : dress.text);
    QRect cell = rect;
    if (position) {
        // Fewer decimals end earlier, so that the points stay under each other.
        cell.setRight(cell.right() - missingDecimals(spec, alert) * painter->fontMetrics().horizontalAdvance(u'0'));
    }
    if (kind == CellKind::Mag || kind == CellKind::Score) {
        // The companion has a column of its own inside the cell; the number goes before it when there is no room for both.
        const int gap = Theme::scaled(4);
        const int room = kind == CellKind::Mag ? Theme::scaled(kBandRoom)
                                               : std::min(Theme::scaled(kScoreRoom), cell.width() - gap - Theme::scaled(kScoreNumber));
        const QRect right(cell.right() - room + 1, cell.top(), room, cell.height());
        const bool says = kind == CellKind::Mag || room >= Theme::scaled(kLeastScoreRoom);
        if (const int left = cell.width() - room - gap; says && (surelyFits(font, text, left) || advance(Theme::Font::Body, text) <= left)) {
            cell.setRight(right.left() - gap);
            painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, text);
            painter->setFont(Theme::font(Theme::Font::Small));
            painter->setPen(dress.muted);
            drawText(painter, right, Qt::AlignLeft, besideText(kind, alert));
            return;
        }
    }
    paintValue(painter, cell, text, column, true);
}

void AlertDelegate::paintValue(QPainter *painter, const QRect &rect, const QString &text, int column, bool right) const
{
    if (!surelyFits(painter->font(), text, rect.width())) {
        if (const auto width = static_cast<int>(std::ceil(QFontMetricsF(painter->font()).horizontalAdvance(text))); width > rect.width())
            Q_EMIT roomWanted(column, width + 2 * Theme::scaled(kPadding));
    }
    painter->drawText(rect, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void AlertDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const AlertRecord *record = m_rows.recordAt(index.row());
    const Palette &colours = Theme::palette();
    const int padding = Theme::scaled(kPadding);
    const int glyph = Theme::scaled(kGlyph);
    painter->save();
    painter->setClipRect(option.rect);
    if (!record) {
        paintBackground(painter, option.rect, {.fill = colours.base});
        painter->setPen(colours.muted);
        if (m_rows.column(index.column()).kind == CellKind::Name)
            drawText(painter, option.rect.adjusted(padding, 0, -padding, 0), Qt::AlignLeft, m_rows.cellAt(index.row(), index.column()));
        painter->restore();
        return;
    }
    const Alert &alert = *record->alert;
    Dress dress = dressOf(*record, option.state.testFlag(QStyle::State_Selected), index.row());
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    dress.current = view && view->currentIndex().row() == index.row();
    paintBackground(painter, option.rect, dress);
    const AlertColumnSpec &column = m_rows.column(index.column());
    const QRect inside = option.rect.adjusted(padding, 0, -padding, -1);
    if (spansText(alert) && isUnderSpan(column.kind)) {
        // One text across several cells: painted in each with the same origin, clipped to the cell.
        const int origin = alert.error.empty() ? 3 : 2;
        if (view) {
            QRect whole = view->visualRect(index.sibling(index.row(), origin));
            const QRect end = view->visualRect(index.sibling(index.row(), 8));
            whole.setRight(std::max(end.right(), option.rect.right()));
            whole.setTop(option.rect.top());
            whole.setBottom(option.rect.bottom() - 1);
            whole.adjust(padding + (origin == 2 ? glyph + padding : 0), 0, -padding, 0);
            painter->setFont(Theme::font(Theme::Font::Body));
            painter->setPen(dress.text);
            m_found.paint(painter, whole, mainText(origin == 2 ? CellKind::Name : CellKind::Class, alert), Qt::ElideRight, dress.current);
        }
        painter->restore();
        return;
    }
    switch (column.kind) {
    case CellKind::Flags:
        paintFlags(painter, option.rect, *record, dress);
        break;
    case CellKind::Time:
        painter->setFont(Theme::font(Theme::Font::Body));
        painter->setPen(dress.unseen && !dress.struck ? dress.text : dress.muted);
        paintValue(painter, inside, mainText(CellKind::Time, alert, column.format), index.column(), false);
        break;
    case CellKind::Name:
        if (m_rows.isBelow(index.row())) {
            paintBelow(painter, option.rect, alert, dress, index.row());
        } else if (alert.error.empty()) {
            paintName(painter, inside, alert, dress, index.row());
        } else {
            // The reason goes on across the cells to the right.
            painter->drawPixmap(inside.left(), inside.top() + (inside.height() - glyph) / 2,
                                Theme::glyph(u"bytes"_s, glyph, colours.bad, painter->device()->devicePixelRatioF()));
            painter->setFont(Theme::font(Theme::Font::Body));
            painter->setPen(dress.text);
            m_found.paint(painter, inside.adjusted(glyph + padding, 0, 2'000, 0), mainText(CellKind::Name, alert), Qt::ElideRight, dress.current);
        }
        break;
    case CellKind::Class: {
        const QString beside = besideText(CellKind::Class, alert);
        QRect left = inside;
        painter->setFont(Theme::font(Theme::Font::Body));
        if (!beside.isEmpty()) {
            painter->setPen(dress.muted);
            painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, beside);
            left.setRight(left.right() - painter->fontMetrics().horizontalAdvance(beside) - padding);
        }
        if (alert.significant.value_or(false) && !dress.struck)
            painter->setFont(Theme::font(Theme::Font::Medium));
        painter->setPen(dress.text);
        (alert.classification.empty() ? FoundMarks() : m_found).paint(painter, left, mainText(CellKind::Class, alert), Qt::ElideRight, dress.current);
        break;
    }
    case CellKind::Mag:
    case CellKind::Score:
    case CellKind::Ra:
    case CellKind::Dec:
    case CellKind::Error:
    case CellKind::Delay:
        paintNumber(painter, inside, alert, dress, index.column());
        break;
    case CellKind::Stream:
        painter->setFont(Theme::font(Theme::Font::Body));
        painter->setPen(dress.muted);
        if (!m_rows.isBelow(index.row())) // the same as above
            paintStream(painter, inside, alert, dress);
        break;
    case CellKind::State:
        if (m_rows.isBelow(index.row())) {
            painter->setFont(Theme::font(Theme::Font::Body));
            painter->setPen(dress.muted);
            paintValue(painter, inside, timeBelow(alert), index.column(), false);
        } else {
            paintState(painter, inside, alert, dress);
        }
        break;
    case CellKind::Key:
        painter->setFont(Theme::font(Theme::Font::Body));
        painter->setPen(dress.text);
        if (column.right || isTime(column))
            paintValue(painter, inside, keyText(*column.field, alert, column.format), index.column(), column.right);
        else
            (isSearched(*column.field) ? m_found : FoundMarks()).paint(painter, inside, keyText(*column.field, alert), Qt::ElideRight, dress.current);
        break;
    case CellKind::Packet: {
        const PacketCell *cell = m_rows.packetAt(*record, index.column());
        painter->setFont(Theme::font(Theme::Font::Body));
        painter->setPen(cell ? dress.text : dress.muted);
        if (cell && cell->isNumber)
            paintValue(painter, inside, packetText(*cell, column.format), index.column(), true);
        else
            drawText(painter, inside, column.right ? Qt::AlignRight : Qt::AlignLeft, cell ? cell->text : u"…"_s);
        break;
    }
    }
    painter->restore();
}

bool AlertDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const AlertRecord *record = m_rows.recordAt(index.row());
    const AlertColumnSpec &column = m_rows.column(index.column());
    const bool whole = record && column.kind != CellKind::Flags && column.kind != CellKind::Packet;
    QString text = whole ? fullText(column, *record->alert) : index.data().toString();
    if (const ShownInstance instance = whole && column.kind == CellKind::Stream ? instanceOfStream(m_instances, record->alert->stream) : ShownInstance(); !instance.isReal())
        text += u" · "_s + instanceWord(instance);
    if (const QString note = record && column.kind == CellKind::State ? m_rows.noteOf(*record->alert) : QString(); !note.isEmpty())
        text += (text.isEmpty() ? QString() : u" · "_s) + note;
    // Never rich text: a packet's text must not become markup.
    QToolTip::showText(event->globalPos(), text.isEmpty() ? QString() : u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s, view);
    return true;
}

} // namespace tocsin::ui
