// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alertdelegate.h"

#include "ui/models/alertcells.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <cmath>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 6;
constexpr int kStripe = 3;
constexpr int kGlyph = 15;

// Pixels between the point of a number and the right edge, so that points stand under each other.
constexpr int kMostPositionDecimals = 5;

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

bool spansText(const Alert &alert)
{
    return !alert.error.empty() || alert.message == "circular";
}

// Columns under a text that goes from Name or Class to Error.
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
};

AlertDelegate::AlertDelegate(AlertTableModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model)
{
}

int AlertDelegate::rowHeight()
{
    return static_cast<int>(std::ceil(QFontMetricsF(Theme::font(Theme::Font::Body)).height())) + 6;
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    return {QFontMetrics(Theme::font(Theme::Font::Medium)).horizontalAdvance(text) + 2 * kPadding + (index.column() == 2 ? kGlyph + kPadding : 0), rowHeight()};
}

AlertDelegate::Dress AlertDelegate::dressOf(const AlertRecord &record, bool selected, int row) const
{
    const Palette &colours = Theme::palette();
    const Alert &alert = *record.alert;
    Dress dress{.fill = colours.base, .text = colours.text, .muted = colours.muted};
    dress.unseen = m_model.isUnseen(alert.row);
    dress.hatched = alert.test;
    if (alert.retraction) {
        dress.fill = colours.retractedSoft;
        dress.stripe = colours.retracted;
        dress.text = dress.muted = colours.retracted;
        dress.struck = true;
    } else if (alert.messenger == "gw" && alert.significant.value_or(false) && !alert.test) {
        dress.fill = Palette::mix(colours.gw, colours.base, Theme::scheme() == Scheme::Dark ? 0.13 : 0.07);
        dress.stripe = colours.gw;
    }
    if (!alert.error.empty()) {
        dress.fill = colours.badSoft;
        dress.stripe = colours.bad;
        dress.struck = false;
    }
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
    const int middle = rect.center().y();
    if (dress.unseen)
        painter->drawPixmap(rect.left() + 5, middle - 6, Theme::glyph(u"unseen"_s, 12, colours.accent, ratio));
    if (record.marks & archive::Starred)
        painter->drawPixmap(rect.left() + 18, middle - 6, Theme::glyph(u"star"_s, 13, colours.mark, ratio));
}

void AlertDelegate::paintName(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress) const
{
    const int middle = rect.center().y();
    painter->drawPixmap(rect.left(), middle - kGlyph / 2,
                        Theme::glyph(glyphOf(alert), kGlyph, dress.struck ? dress.text : glyphColour(alert), painter->device()->devicePixelRatioF()));
    QFont font = Theme::font(dress.unseen && alert.error.empty() ? Theme::Font::Medium : Theme::Font::Body);
    font.setStrikeOut(dress.struck);
    painter->setFont(font);
    painter->setPen(dress.text);
    drawText(painter, rect.adjusted(kGlyph + kPadding, 0, 0, 0), Qt::AlignLeft, mainText(CellKind::Name, alert),
             alert.error.empty() ? Qt::ElideMiddle : Qt::ElideRight);
}

void AlertDelegate::paintState(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress) const
{
    const Palette &colours = Theme::palette();
    const qreal ratio = painter->device()->devicePixelRatioF();
    QRect left = rect;
    const auto glyph = [&](const QString &name, const QColor &colour) {
        painter->drawPixmap(left.left(), left.center().y() - 6, Theme::glyph(name, 13, colour, ratio));
        left.setLeft(left.left() + 13 + 5);
        painter->setFont(Theme::font(Theme::Font::Medium));
        painter->setPen(colour);
    };
    if (alert.test) {
        painter->save();
        painter->setFont(Theme::font(Theme::Font::TinyStrong));
        const QString word = tr("TEST");
        const QRect tag(left.left(), left.center().y() - 8, painter->fontMetrics().horizontalAdvance(word) + 10, 16);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(colours.base);
        painter->setPen(QPen(colours.test, 1, Qt::DashLine));
        painter->drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter->setPen(colours.test);
        painter->drawText(tag, Qt::AlignCenter, word);
        painter->restore();
        left.setLeft(tag.right() + 6);
    }
    painter->setFont(Theme::font(Theme::Font::Body));
    painter->setPen(dress.hatched ? dress.muted : dress.text);
    if (!alert.error.empty())
        glyph(u"degraded"_s, colours.bad);
    else if (alert.retraction)
        glyph(u"retracted"_s, colours.retracted);
    drawText(painter, left, Qt::AlignLeft, mainText(CellKind::State, alert));
}

void AlertDelegate::paintNumber(QPainter *painter, const QRect &rect, const Alert &alert, const Dress &dress, int column) const
{
    const CellKind kind = alertTableColumns()[static_cast<size_t>(column)].kind;
    const QString text = mainText(kind, alert);
    if (text.isEmpty())
        return;
    const bool position = kind == CellKind::Ra || kind == CellKind::Dec;
    const bool estimated = position && alert.positionKind != "measured";
    QFont font = Theme::font(Theme::Font::Body);
    font.setItalic(estimated);
    painter->setFont(font);
    painter->setPen(kind == CellKind::Delay || estimated ? dress.muted : dress.text);
    QRect cell = rect;
    if (position) {
        // Fewer decimals end earlier, so that the points stay under each other.
        const int missing = kMostPositionDecimals - formats::positionDecimals(alert);
        cell.setRight(cell.right() - missing * painter->fontMetrics().horizontalAdvance(u'0'));
        painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, estimated && kind == CellKind::Ra ? u"≈ "_s + text : text);
        return;
    }
    const QString beside = besideText(kind, alert);
    if (kind == CellKind::Mag || kind == CellKind::Score) {
        // The companion has a column of its own inside the cell.
        const int room = kind == CellKind::Mag ? Theme::scaled(10) : Theme::scaled(38);
        const QRect right(cell.right() - room + 1, cell.top(), room, cell.height());
        cell.setRight(right.left() - 4);
        painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, text);
        painter->setFont(Theme::font(Theme::Font::Small));
        painter->setPen(dress.muted);
        drawText(painter, right, Qt::AlignLeft, beside);
        return;
    }
    painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, text);
}

void AlertDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const AlertRecord *record = m_model.recordAt(index.row());
    const Palette &colours = Theme::palette();
    painter->save();
    painter->setClipRect(option.rect);
    if (!record) {
        paintBackground(painter, option.rect, {.fill = colours.base});
        painter->setPen(colours.muted);
        painter->drawText(option.rect.adjusted(kPadding, 0, -kPadding, 0), Qt::AlignVCenter, index.column() == 2 ? u"…"_s : QString());
        painter->restore();
        return;
    }
    const Alert &alert = *record->alert;
    const Dress dress = dressOf(*record, option.state.testFlag(QStyle::State_Selected), index.row());
    paintBackground(painter, option.rect, dress);
    const AlertColumnSpec &column = alertTableColumns()[static_cast<size_t>(index.column())];
    const QRect inside = option.rect.adjusted(kPadding, 0, -kPadding, -1);
    if (spansText(alert) && isUnderSpan(column.kind)) {
        // One text across several cells: painted in each with the same origin, clipped to the cell.
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const int origin = alert.error.empty() ? 3 : 2;
        if (view) {
            QRect whole = view->visualRect(index.sibling(index.row(), origin));
            const QRect end = view->visualRect(index.sibling(index.row(), 8));
            whole.setRight(std::max(end.right(), option.rect.right()));
            whole.setTop(option.rect.top());
            whole.setBottom(option.rect.bottom() - 1);
            whole.adjust(kPadding + (origin == 2 ? kGlyph + kPadding : 0), 0, -kPadding, 0);
            painter->setFont(Theme::font(Theme::Font::Body));
            painter->setPen(dress.text);
            drawText(painter, whole, Qt::AlignLeft, mainText(origin == 2 ? CellKind::Name : CellKind::Class, alert));
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
        drawText(painter, inside, Qt::AlignLeft, mainText(CellKind::Time, alert));
        break;
    case CellKind::Name:
        if (alert.error.empty()) {
            paintName(painter, inside, alert, dress);
        } else {
            // The reason goes on across the cells to the right.
            painter->drawPixmap(inside.left(), inside.center().y() - kGlyph / 2,
                                Theme::glyph(u"bytes"_s, kGlyph, colours.bad, painter->device()->devicePixelRatioF()));
            painter->setFont(Theme::font(Theme::Font::Body));
            painter->setPen(dress.text);
            painter->drawText(inside.adjusted(kGlyph + kPadding, 0, 2'000, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, mainText(CellKind::Name, alert));
        }
        break;
    case CellKind::Class: {
        const QString beside = besideText(CellKind::Class, alert);
        QRect left = inside;
        painter->setFont(Theme::font(Theme::Font::Body));
        if (!beside.isEmpty()) {
            painter->setPen(dress.muted);
            painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, beside);
            left.setRight(left.right() - painter->fontMetrics().horizontalAdvance(beside) - kPadding);
        }
        if (alert.significant.value_or(false) && !dress.struck)
            painter->setFont(Theme::font(Theme::Font::Medium));
        painter->setPen(dress.text);
        drawText(painter, left, Qt::AlignLeft, mainText(CellKind::Class, alert));
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
        drawText(painter, inside, Qt::AlignLeft, mainText(CellKind::Stream, alert), Qt::ElideMiddle);
        break;
    case CellKind::State:
        paintState(painter, inside, alert, dress);
        break;
    case CellKind::Key:
        painter->setFont(Theme::font(Theme::Font::Body));
        painter->setPen(dress.text);
        drawText(painter, inside, column.right ? Qt::AlignRight : Qt::AlignLeft, keyText(*column.field, alert));
        break;
    }
    painter->restore();
}

bool AlertDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data().toString();
    const AlertRecord *record = m_model.recordAt(index.row());
    const CellKind kind = alertTableColumns()[static_cast<size_t>(index.column())].kind;
    if (record && kind == CellKind::Time)
        text = formats::dateTime(record->alert->timestamp.isValid() ? record->alert->timestamp : record->alert->brokerTime) + u" UT"_s;
    else if (record && record->alert->message == "circular" && isUnderSpan(kind))
        text = formats::plain(record->alert->subject);
    else if (record && !record->alert->error.empty() && isUnderSpan(kind))
        text = formats::plain(record->alert->error);
    // Never rich text: a packet's text must not become markup.
    QToolTip::showText(event->globalPos(), text.isEmpty() ? QString() : u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s, view);
    return true;
}

} // namespace tocsin::ui
