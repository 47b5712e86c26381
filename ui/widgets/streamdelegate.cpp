// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/streamdelegate.h"

#include "core/streams/stream.h"
#include "ui/models/streammodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/instanceframe.h"
#include "ui/widgets/streamlook.h"

#include <QPainter>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using streams::State;

namespace {

// look.md 3 and 6, logical pixels at text scale 1.
constexpr int kStreamAir = 11; // row 42 with lines of 16 and 15
constexpr int kTopicAir = 7; // row 22
constexpr int kGlyphX = 12;
constexpr int kGlyph = 14;
constexpr int kTextX = 34;
constexpr int kTopicX = 35;
constexpr int kTopicGlyph = 11;
constexpr int kRight = 12;
constexpr int kStripe = 3;
constexpr int kMark = 8; // of the instance
constexpr QSize kSpark{48, 12};

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

void paintSpark(QPainter &painter, const QRect &area, const QList<int> &bins)
{
    const int most = bins.isEmpty() ? 0 : *std::ranges::max_element(bins);
    if (most == 0)
        return;
    const Palette &colours = Theme::palette();
    const int step = area.width() / static_cast<int>(bins.size());
    for (int i = 0; i < bins.size(); ++i) {
        const int x = area.left() + i * step;
        if (bins[i] == 0) {
            painter.fillRect(x, area.bottom(), step, 1, colours.line);
            continue;
        }
        const int height = std::max(1, bins[i] * area.height() / most);
        painter.fillRect(x, area.bottom() + 1 - height, step - 1, height, colours.spark);
    }
}

// The dashed tag with the instance's mark and word.
void paintTag(QPainter &painter, const QPoint &at, int height, const ShownInstance &instance)
{
    const QFont font = Theme::font(Theme::Font::TinyStrong);
    const QColor colour = instanceframe::colour(instance);
    const QString word = instanceWord(instance);
    const int mark = Theme::scaled(kMark);
    const QRectF box(at.x() + 0.5, at.y() + 0.5, QFontMetrics(font).horizontalAdvance(word) + 14 + mark, height - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(colour);
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(colour);
    painter.setFont(font);
    painter.drawText(box.adjusted(9 + mark, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
    painter.restore();
    instanceframe::paintMark(painter, QRectF(box.left() + 5, box.top() + (box.height() - mark) / 2, mark, mark), instance);
}

void paintBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Palette &colours = Theme::palette();
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = selected && (option.state & QStyle::State_HasFocus);
    if (selected) {
        painter.fillRect(option.rect, focused ? colours.select : colours.selectIdle);
        painter.fillRect(QRect(option.rect.topLeft(), QSize(kStripe, option.rect.height())), colours.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter.fillRect(option.rect, colours.hover);
    }
}

} // namespace

QSize StreamDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(StreamModel::IsTopicRole).toBool())
        return {120, lineHeight(Theme::font(Theme::Font::Small)) + kTopicAir};
    return {160, lineHeight(Theme::font(Theme::Font::Strong)) + lineHeight(Theme::font(Theme::Font::Small)) + kStreamAir};
}

QRect StreamDelegate::signInRect(const QRect &row, const QModelIndex &index)
{
    if (index.data(StreamModel::IsTopicRole).toBool() || index.data(StreamModel::StateRole).toInt() != static_cast<int>(State::NeedsSignIn))
        return {};
    const QFontMetrics metrics(Theme::font(Theme::Font::SmallStrong));
    const int width = metrics.horizontalAdvance(tr("Sign in"));
    const int first = lineHeight(Theme::font(Theme::Font::Strong));
    const int top = row.top() + (row.height() - first - metrics.height() - 2) / 2 + first + 2;
    return {row.right() - kRight - width + 1, top, width, metrics.height()};
}

void StreamDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintBackground(*painter, option);
    if (index.data(StreamModel::IsTopicRole).toBool())
        paintTopic(*painter, option, index);
    else
        paintStream(*painter, option, index);
    if (index.data(StreamModel::LastTopicRole).toBool())
        painter->fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), Theme::palette().line);
    painter->restore();
}

void StreamDelegate::paintStream(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &colours = Theme::palette();
    const auto state = static_cast<State>(index.data(StreamModel::StateRole).toInt());
    const bool off = !index.data(StreamModel::EnabledRole).toBool();
    const QFont strong = Theme::font(Theme::Font::Strong);
    const QFont body = Theme::font(Theme::Font::Body);
    const QFont small = Theme::font(Theme::Font::Small);
    const QFont smallStrong = Theme::font(Theme::Font::SmallStrong);
    const int first = lineHeight(strong);
    const int second = lineHeight(small);
    const QRect row = option.rect;
    const int top = row.top() + (row.height() - first - second - 2) / 2;
    const int right = row.right() - kRight;

    const QPixmap glyph = Theme::glyph(stateGlyph(state), kGlyph, stateColour(state), painter.device()->devicePixelRatioF());
    painter.drawPixmap(QPointF(row.left() + kGlyphX, top + (first - kGlyph) / 2.0), glyph);

    // First line: name, instance, rate.
    const QString rate = index.data(StreamModel::RateRole).toString();
    const int rateWidth = QFontMetrics(body).horizontalAdvance(rate);
    painter.setFont(body);
    painter.setPen(colours.text);
    painter.drawText(QRect(right - rateWidth, top, rateWidth, first), Qt::AlignVCenter | Qt::AlignRight, rate);
    const QString instance = index.data(StreamModel::InstanceRole).toString();
    const int tagRoom = instance.isEmpty() ? 0
                                           : QFontMetrics(Theme::font(Theme::Font::TinyStrong)).horizontalAdvance(instance) + 22 + Theme::scaled(kMark);
    const int nameRoom = right - rateWidth - 10 - tagRoom - row.left() - kTextX;
    const QString name = QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideMiddle, nameRoom);
    painter.setFont(strong);
    painter.setPen(off ? colours.muted : colours.text);
    painter.drawText(QRect(row.left() + kTextX, top, nameRoom, first), Qt::AlignVCenter | Qt::AlignLeft, name);
    if (!instance.isEmpty()) {
        const int x = row.left() + kTextX + QFontMetrics(strong).horizontalAdvance(name) + 8;
        paintTag(painter, {x, top - 1}, first + 1, index.data(StreamModel::ShownInstanceRole).value<ShownInstance>());
    }

    // Second line: the state's word, cause, sparkline.
    const QRect spark(right - kSpark.width() + 1, top + first + 2 + (second - kSpark.height()) / 2, kSpark.width(), kSpark.height());
    const QList<int> bins = index.data(StreamModel::BinsRole).value<QList<int>>();
    const QRect signIn = signInRect(row, index);
    const bool drawn = signIn.isEmpty() && std::ranges::any_of(bins, [](int n) { return n > 0; });
    if (drawn)
        paintSpark(painter, spark, bins);
    if (!signIn.isEmpty()) {
        QFont link = smallStrong;
        link.setUnderline(true);
        painter.setFont(link);
        painter.setPen(colours.accent);
        painter.drawText(signIn, Qt::AlignVCenter | Qt::AlignLeft, tr("Sign in"));
    }
    const int secondRight = !signIn.isEmpty() ? signIn.left() - 8 : drawn ? spark.left() - 8 : right;
    const QString word = index.data(StreamModel::StateWordRole).toString();
    QRect line(row.left() + kTextX, top + first + 2, secondRight - row.left() - kTextX, second);
    painter.setFont(smallStrong);
    painter.setPen(stateWordColour(state));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(smallStrong).elidedText(word, Qt::ElideRight, line.width()));
    const QString cause = index.data(StreamModel::CauseRole).toString();
    if (cause.isEmpty())
        return;
    line.setLeft(line.left() + QFontMetrics(smallStrong).horizontalAdvance(word));
    painter.setFont(small);
    painter.setPen(colours.muted);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(small).elidedText(u" · "_s + cause, Qt::ElideRight, line.width()));
}

void StreamDelegate::paintTopic(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &colours = Theme::palette();
    const auto state = static_cast<State>(index.data(StreamModel::StateRole).toInt());
    const QFont small = Theme::font(Theme::Font::Small);
    const QFontMetrics metrics(small);
    const QRect row = option.rect;
    const QPixmap glyph =
        Theme::glyph(stateGlyph(state), kTopicGlyph, stateColour(state), painter.device()->devicePixelRatioF());
    painter.drawPixmap(QPointF(row.left() + kTopicX, row.top() + (row.height() - kTopicGlyph) / 2.0), glyph);
    const QString rate = index.data(StreamModel::RateRole).toString();
    const int rateWidth = metrics.horizontalAdvance(rate);
    const int right = row.right() - kRight;
    painter.setFont(small);
    painter.setPen(colours.muted);
    painter.drawText(QRect(right - rateWidth, row.top(), rateWidth, row.height()), Qt::AlignVCenter | Qt::AlignRight, rate);
    const int left = row.left() + kTopicX + kTopicGlyph + 6;
    const int room = right - rateWidth - 10 - left;
    painter.setPen(colours.text);
    painter.drawText(QRect(left, row.top(), room, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(index.data().toString(), Qt::ElideMiddle, room));
}

} // namespace tocsin::ui
