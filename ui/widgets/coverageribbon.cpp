// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/coverageribbon.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ribbonpaint.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <optional>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

// look.md 6 and the pictures, logical pixels at text scale 1.
constexpr int kMargin = 12;
constexpr int kLabel = 66;
constexpr int kWidth = 242; // of the dock
constexpr int kLeast = 120;
constexpr int kPitch = 22;
constexpr int kBand = 10;
constexpr int kLeastWidth = 5; // of what must be seen and hit
constexpr int kHourChoices[] = {1, 12, 24, 72, 168};

QString lastHours(int hours)
{
    return hours >= 48 ? CoverageRibbon::tr("%1 d").arg(hours / 24) : CoverageRibbon::tr("%1 h").arg(hours);
}

} // namespace

CoverageRibbon::CoverageRibbon(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true); // the legend takes the lines that it needs
    setSizePolicy(policy);
    describe();
}

void CoverageRibbon::setBands(std::vector<RibbonBand> bands, qint64 sinceUs, qint64 nowUs)
{
    const bool resized = bands.size() != m_bands.size();
    // The person stays at the stretch that they are at, wherever it stands now.
    const RibbonStretch *before = stretchOf(m_current);
    const std::optional<RibbonStretch> kept = before ? std::optional(*before) : std::nullopt;
    const QString uuid = before ? m_bands[static_cast<size_t>(m_current.band)].uuid : QString();
    m_bands = std::move(bands);
    m_since = sinceUs;
    m_now = std::max(nowUs, sinceUs + 1);
    m_current = {};
    m_pressed = {};
    for (size_t b = 0; kept && b < m_bands.size(); ++b) {
        const auto &stretches = m_bands[b].stretches;
        const auto it = std::ranges::find_if(stretches, [&](const RibbonStretch &s) {
            return m_bands[b].uuid == uuid && s.hole == kept->hole && (s.hole.to > 0 || s.fromUs == kept->fromUs);
        });
        if (it != stretches.end()) {
            m_current = {static_cast<int>(b), static_cast<int>(it - stretches.begin())};
            break;
        }
    }
    if (resized)
        updateGeometry();
    describe();
    update();
}

void CoverageRibbon::setHours(int hours)
{
    if (std::ranges::find(kHourChoices, hours) == std::end(kHourChoices))
        return;
    m_hours = hours;
    describe();
    update();
}

const RibbonStretch *CoverageRibbon::stretchOf(const At &at) const
{
    if (at.band < 0 || at.band >= static_cast<int>(m_bands.size()))
        return nullptr;
    const auto &stretches = m_bands[static_cast<size_t>(at.band)].stretches;
    return at.stretch < 0 || at.stretch >= static_cast<int>(stretches.size()) ? nullptr : &stretches[static_cast<size_t>(at.stretch)];
}

int CoverageRibbon::top() const
{
    return QFontMetrics(Theme::font(Theme::Font::SmallStrong)).height() + Theme::scaled(14);
}

QRect CoverageRibbon::bandRect(int band) const
{
    const int pitch = Theme::scaled(kPitch);
    const int left = Theme::scaled(kMargin + kLabel + 6);
    return {left, top() + band * pitch + (pitch - Theme::scaled(kBand)) / 2, std::max(20, width() - left - Theme::scaled(kMargin)), Theme::scaled(kBand)};
}

int CoverageRibbon::xOf(qint64 us, const QRect &band) const
{
    const double share = static_cast<double>(us - m_since) / static_cast<double>(std::max<qint64>(1, m_now - m_since));
    return band.left() + static_cast<int>(std::clamp(share, 0.0, 1.0) * band.width());
}

QRect CoverageRibbon::stretchRect(int band, int stretch) const
{
    const RibbonStretch *one = stretchOf({band, stretch});
    if (!one || one->toUs < m_since || one->fromUs > m_now)
        return {};
    const QRect area = bandRect(band);
    int from = xOf(one->fromUs, area);
    int to = xOf(one->toUs, area);
    const int least = one->kind == RibbonStretch::Kind::Received ? 1 : Theme::scaled(kLeastWidth);
    if (to - from < least) {
        from = std::max(area.left(), (from + to - least) / 2);
        to = std::min(area.right() + 1, from + least);
        from = to - least;
    }
    return {from, area.top(), to - from, area.height()};
}

CoverageRibbon::At CoverageRibbon::atPoint(const QPoint &point) const
{
    for (int b = 0; b < static_cast<int>(m_bands.size()); ++b) {
        const QRect area = bandRect(b);
        const int air = (Theme::scaled(kPitch) - area.height()) / 2; // a target as high as the line
        if (point.y() < area.top() - air || point.y() > area.bottom() + air)
            continue;
        // The rare lies above the common; and a thin one is hit from beside it.
        for (const int near : {0, 3}) {
            for (int s = static_cast<int>(m_bands[static_cast<size_t>(b)].stretches.size()) - 1; s >= 0; --s) {
                const QRect rect = stretchRect(b, s);
                if (!rect.isEmpty() && point.x() >= rect.left() - near && point.x() <= rect.right() + near)
                    return {b, s};
            }
        }
    }
    return {};
}

int CoverageRibbon::legendHeight(int width) const
{
    return ribbon::paintLegend(nullptr, QRect(0, 0, width - 2 * Theme::scaled(kMargin), 0));
}

int CoverageRibbon::heightForWidth(int width) const
{
    const int axis = QFontMetrics(Theme::font(Theme::Font::Small)).height() + Theme::scaled(10);
    const int bands = std::max(1, static_cast<int>(m_bands.size())) * Theme::scaled(kPitch);
    return m_bands.empty() ? top() + bands : top() + bands + axis + legendHeight(width) + Theme::scaled(8);
}

QSize CoverageRibbon::sizeHint() const
{
    return {kWidth, heightForWidth(kWidth)};
}

QSize CoverageRibbon::minimumSizeHint() const
{
    return {kLeast, heightForWidth(kWidth)};
}

void CoverageRibbon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colours = Theme::palette();
    painter.fillRect(rect(), colours.base);
    const int margin = Theme::scaled(kMargin);
    const QRect title(margin, 0, width() - 2 * margin, top() - Theme::scaled(6));
    painter.fillRect(QRect(0, 0, width(), title.height()), colours.window);
    painter.fillRect(QRect(0, title.height() - 1, width(), 1), colours.line);
    painter.setFont(Theme::font(Theme::Font::SmallStrong));
    painter.setPen(hasFocus() ? colours.text : colours.muted);
    painter.drawText(title, Qt::AlignVCenter | Qt::AlignLeft, tr("Coverage, last %1").arg(lastHours(m_hours)));
    painter.setFont(Theme::font(Theme::Font::Small));
    painter.setPen(colours.muted);
    painter.drawText(title, Qt::AlignVCenter | Qt::AlignRight, tr("UT"));
    if (m_bands.empty()) {
        painter.drawText(QRect(margin, top(), width() - 2 * margin, Theme::scaled(kPitch)), Qt::AlignVCenter | Qt::AlignLeft, tr("Nothing was read yet."));
        return;
    }
    for (int b = 0; b < static_cast<int>(m_bands.size()); ++b)
        paintBand(painter, b);
    paintAxis(painter);
    paintLegend(painter);
}

void CoverageRibbon::paintBand(QPainter &painter, int band) const
{
    const Palette &colours = Theme::palette();
    const RibbonBand &one = m_bands[static_cast<size_t>(band)];
    const QRect area = bandRect(band);
    const QFont small = Theme::font(Theme::Font::Small);
    const int room = Theme::scaled(kLabel);
    painter.setFont(small);
    painter.setPen(colours.text);
    painter.drawText(QRect(Theme::scaled(kMargin), area.center().y() - Theme::scaled(kPitch) / 2, room, Theme::scaled(kPitch)), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(small).elidedText(one.topic, Qt::ElideMiddle, room));
    painter.fillRect(area, colours.sunken);
    for (int s = 0; s < static_cast<int>(one.stretches.size()); ++s) {
        const QRect rect = stretchRect(band, s);
        if (!rect.isEmpty())
            ribbon::paintStretch(painter, rect, one.stretches[static_cast<size_t>(s)].kind);
    }
    if (m_current.band == band && hasFocus()) {
        const QRect rect = stretchRect(band, m_current.stretch);
        if (!rect.isEmpty())
            ribbon::paintFocus(painter, rect.adjusted(-3, -3, 3, 3));
    }
}

void CoverageRibbon::paintAxis(QPainter &painter) const
{
    const Palette &colours = Theme::palette();
    const QRect last = bandRect(static_cast<int>(m_bands.size()) - 1);
    const int bottom = last.bottom() + Theme::scaled(6);
    painter.fillRect(QRect(last.right() + 1, top() - 2, 1, bottom - top() + 2), colours.accent); // now
    const QFont small = Theme::font(Theme::Font::Small);
    const QFontMetrics metrics(small);
    painter.setFont(small);
    painter.setPen(colours.muted);
    constexpr qint64 kHourUs = 3'600'000'000;
    int step = 1; // hours between two marks: as many as have room
    const int most = std::max(1, last.width() / (metrics.horizontalAdvance(u"00:00"_s) + 6));
    for (const int choice : {1, 2, 3, 4, 6, 12, 24, 48}) {
        step = choice;
        if (m_hours / choice <= most)
            break;
    }
    // An hour alone is told by minutes.
    const qint64 stepUs = m_hours <= 1 ? kHourUs / 4 : step * kHourUs;
    for (qint64 at = (m_since / stepUs + 1) * stepUs; at < m_now; at += stepUs) {
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(at / 1000, Qt::UTC);
        const QString text = when.toString(m_hours <= 1 ? u"HH:mm"_s : step >= 24 ? u"MM-dd"_s : u"HH"_s);
        const int x = xOf(at, last);
        const int wide = metrics.horizontalAdvance(text);
        if (x - wide / 2 < last.left() || x + wide / 2 > last.right())
            continue;
        painter.fillRect(QRect(x, bottom - 3, 1, 3), colours.lineStrong);
        painter.drawText(QRect(x - wide, bottom + 1, 2 * wide, metrics.height()), Qt::AlignCenter, text);
    }
}

void CoverageRibbon::paintLegend(QPainter &painter) const
{
    const QRect last = bandRect(static_cast<int>(m_bands.size()) - 1);
    const int y = last.bottom() + QFontMetrics(Theme::font(Theme::Font::Small)).height() + Theme::scaled(12);
    ribbon::paintLegend(&painter, QRect(Theme::scaled(kMargin), y, width() - 2 * Theme::scaled(kMargin), height() - y));
}

void CoverageRibbon::describe()
{
    setAccessibleName(tr("Coverage, last %1").arg(lastHours(m_hours)));
    int missed = 0;
    for (const RibbonBand &band : m_bands)
        missed += static_cast<int>(std::ranges::count_if(band.stretches, [](const RibbonStretch &s) { return s.kind == RibbonStretch::Kind::Missed; }));
    const QString all = m_bands.empty() ? tr("Nothing was read yet.")
        : missed == 0                   ? tr("Topics: %1. Nothing is missing that can be fetched.").arg(m_bands.size())
                                        : tr("Stretches that are missing and can be fetched: %1.").arg(missed);
    const RibbonStretch *current = stretchOf(m_current);
    const QString said = current ? current->words + u'\n' + all : all;
    if (said == accessibleDescription())
        return;
    setAccessibleDescription(said);
}

void CoverageRibbon::moveTo(const At &at)
{
    m_current = at;
    describe();
    update();
}

void CoverageRibbon::step(int bands, int stretches)
{
    if (m_bands.empty())
        return;
    const auto visible = [this](int band) {
        std::vector<int> order; // in time
        for (int s = 0; s < static_cast<int>(m_bands[static_cast<size_t>(band)].stretches.size()); ++s) {
            if (!stretchRect(band, s).isEmpty())
                order.push_back(s);
        }
        std::ranges::stable_sort(order, {}, [&](int s) { return m_bands[static_cast<size_t>(band)].stretches[static_cast<size_t>(s)].fromUs; });
        return order;
    };
    const int last = static_cast<int>(m_bands.size()) - 1;
    const int band = std::clamp(m_current.band + (m_current.band < 0 ? 1 : bands), 0, last);
    const std::vector<int> order = visible(band);
    if (order.empty()) {
        moveTo({band, -1});
        return;
    }
    const auto it = m_current.band == band ? std::ranges::find(order, m_current.stretch) : order.end();
    if (it == order.end()) {
        // The newest is what people look for first.
        moveTo({band, order.back()});
        return;
    }
    const auto place = std::clamp<qsizetype>((it - order.begin()) + stretches, 0, static_cast<qsizetype>(order.size()) - 1);
    moveTo({band, order[static_cast<size_t>(place)]});
}

void CoverageRibbon::activate(const At &at)
{
    const RibbonStretch *one = stretchOf(at);
    if (one && one->kind == RibbonStretch::Kind::Missed)
        Q_EMIT fetchWanted(m_bands[static_cast<size_t>(at.band)].uuid, one->hole);
}

void CoverageRibbon::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        step(0, -1);
        break;
    case Qt::Key_Right:
        step(0, 1);
        break;
    case Qt::Key_Up:
        step(-1, 0);
        break;
    case Qt::Key_Down:
        step(1, 0);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_current.band < 0)
        return;
    const bool first = m_current.band == 0; // the title says what hours these are
    const QRect area = bandRect(m_current.band);
    const int air = (Theme::scaled(kPitch) - area.height()) / 2;
    Q_EMIT steppedTo(QRect(0, first ? 0 : area.top() - air, width(), first ? area.bottom() + air : Theme::scaled(kPitch)));
    if (const RibbonStretch *one = stretchOf(m_current); one && isVisible())
        QToolTip::showText(mapToGlobal(stretchRect(m_current.band, m_current.stretch).bottomLeft() + QPoint(0, 6)), formats::plainTip(one->words), this);
}

void CoverageRibbon::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = atPoint(event->position().toPoint());
    if (stretchOf(m_pressed))
        moveTo(m_pressed);
}

void CoverageRibbon::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_pressed == atPoint(event->position().toPoint()))
        activate(m_pressed);
    m_pressed = {};
}

void CoverageRibbon::mouseMoveEvent(QMouseEvent *event)
{
    const RibbonStretch *one = stretchOf(atPoint(event->position().toPoint()));
    setCursor(one && one->kind == RibbonStretch::Kind::Missed ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool CoverageRibbon::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const At at = atPoint(help->pos());
        if (const RibbonStretch *one = stretchOf(at))
            QToolTip::showText(help->globalPos(), formats::plainTip(one->words), this, stretchRect(at.band, at.stretch).adjusted(-3, -6, 3, 6));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void CoverageRibbon::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    At at = byKey ? m_current : atPoint(event->pos());
    if (stretchOf(at))
        moveTo(at);
    const RibbonStretch *one = stretchOf(at);
    int band = at.band;
    for (int b = 0; band < 0 && !byKey && b < static_cast<int>(m_bands.size()); ++b) {
        if (std::abs(event->pos().y() - bandRect(b).center().y()) <= Theme::scaled(kPitch) / 2)
            band = b;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (band >= 0 && band < static_cast<int>(m_bands.size())) {
        const QString uuid = m_bands[static_cast<size_t>(band)].uuid;
        if (one && one->kind == RibbonStretch::Kind::Missed)
            menu->addAction(tr("Fetch what is missing here"), this, [this, uuid, hole = one->hole] { Q_EMIT fetchWanted(uuid, hole); });
        menu->addAction(tr("Fill all gaps of this stream"), this, [this, uuid] { Q_EMIT fetchAllWanted(uuid); });
        if (one && one->kind == RibbonStretch::Kind::Fetching)
            menu->addAction(tr("Stop fetching"), this, [this, uuid] { Q_EMIT stopWanted(uuid); });
        menu->addSeparator();
    }
    for (const int hours : kHourChoices) {
        QAction *choice = menu->addAction(tr("Last %1").arg(lastHours(hours)), this, [this, hours] {
            setHours(hours);
            Q_EMIT hoursChosen(hours);
        });
        choice->setCheckable(true);
        choice->setChecked(hours == m_hours);
    }
    menu->popup(byKey ? mapToGlobal(stretchRect(at.band, at.stretch).bottomLeft()) : event->globalPos());
}

void CoverageRibbon::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace tocsin::ui
