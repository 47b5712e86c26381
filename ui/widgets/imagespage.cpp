// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/imagespage.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/stampview.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEdge = 10;
constexpr int kGap = 8;
constexpr int kLeastSide = 96; // at text scale 1
constexpr int kMostSide = 320;

QLabel *makeLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ImagesPage::ImagesPage(QWidget *parent)
    : QWidget(parent), m_area(new QScrollArea(this)), m_place(new QWidget), m_limits(makeLabel(this)), m_own(new QCheckBox(tr("Each between its own limits"), this)),
      m_readout(makeLabel(this)), m_problems(makeLabel(this))
{
    setAccessibleName(tr("Images"));
    m_place->setBackgroundRole(QPalette::Base);
    auto *inner = new QWidget;
    inner->setBackgroundRole(QPalette::Base);
    inner->setAutoFillBackground(true);
    auto *flow = new FlowLayout;
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(kGap);
    m_place->setLayout(flow);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(kEdge, kGap, kEdge, kGap);
    column->setSpacing(6);
    for (QWidget *part : {m_place, static_cast<QWidget *>(m_readout), static_cast<QWidget *>(m_limits), static_cast<QWidget *>(m_own), static_cast<QWidget *>(m_problems)})
        column->addWidget(part);
    column->addStretch();
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(inner);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_area);
    m_own->setToolTip(tr("Shows faint differences; the images can then not be compared by brightness"));
    connect(m_own, &QCheckBox::toggled, this, [this](bool own) {
        for (StampView *view : std::as_const(m_views))
            view->setOwnLimits(own);
        sayLimits();
    });
    setFocusPolicy(Qt::NoFocus);
    QEvent look(QEvent::FontChange);
    changeEvent(&look);
}

std::shared_ptr<const PacketInside> ImagesPage::setInside(std::shared_ptr<const PacketInside> inside)
{
    std::swap(m_inside, inside);
    const qsizetype count = m_inside ? static_cast<qsizetype>(m_inside->stamps.size()) : 0;
    while (m_views.size() < count) {
        auto *cell = new QWidget(m_place);
        auto *view = new StampView(cell);
        auto *title = new QLabel(cell);
        title->setTextFormat(Qt::PlainText);
        title->setAlignment(Qt::AlignCenter);
        title->setFont(Theme::font(Theme::Font::Small));
        auto *column = new QVBoxLayout(cell);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addWidget(view);
        column->addWidget(title);
        m_place->layout()->addWidget(cell);
        view->setOwnLimits(m_own->isChecked());
        connect(view, &StampView::pixelChosen, this, &ImagesPage::choose);
        m_views << view;
    }
    for (qsizetype i = 0; i < m_views.size(); ++i) {
        m_views[i]->setPicture(i < count ? m_inside : nullptr, static_cast<size_t>(i));
        if (i < count)
            m_views[i]->parentWidget()->findChild<QLabel *>()->setText(m_views[i]->title());
        m_views[i]->parentWidget()->setVisible(i < count);
    }
    setFocusProxy(count > 0 ? m_views.front() : nullptr);
    m_problems->setText(m_inside ? m_inside->problems.join(u'\n') : QString());
    m_problems->setVisible(!m_problems->text().isEmpty());
    m_own->setVisible(count > 1);
    sayLimits();
    choose(std::nullopt);
    arrange();
    return inside;
}

QString ImagesPage::readout() const
{
    return m_readout->text();
}

void ImagesPage::sayLimits()
{
    QStringList parts;
    if (m_inside && !m_inside->limits.isEmpty() && !m_own->isChecked()) {
        parts << (m_inside->stamps.size() > 1 ? tr("Same stretch: asinh, %1.") : tr("Stretch: asinh, %1.")).arg(m_inside->limits);
    } else if (m_inside && m_own->isChecked()) {
        QStringList each;
        for (const StampView *view : std::as_const(m_views)) {
            if (view->picture() && view->picture()->error.isEmpty())
                each << tr("%1 %2").arg(view->title(), view->picture()->limits);
        }
        if (!each.isEmpty())
            parts << tr("Stretch: asinh, each its own: %1.").arg(each.join(u"; "_s));
    }
    const bool drawn = m_inside && std::ranges::any_of(m_inside->stamps, [](const StampPicture &picture) { return picture.error.isEmpty(); });
    const bool unknown = drawn && std::ranges::any_of(m_inside->stamps, [](const StampPicture &picture) { return picture.error.isEmpty() && !picture.stamp.sky; });
    if (unknown)
        parts << (m_inside->topDown ? tr("The headers state no orientation; drawn as the survey does, north usually up.") : tr("The headers state no orientation."));
    if (drawn && std::ranges::any_of(m_inside->stamps, [](const StampPicture &picture) { return picture.stamp.missing > 0; }))
        parts << tr("Hatched: no data.");
    m_limits->setText(parts.join(u' '));
    m_limits->setVisible(!parts.isEmpty());
}

void ImagesPage::choose(std::optional<QPoint> pixel)
{
    const QString words = pixel && m_inside ? wordsOf(*pixel) : QString();
    for (StampView *view : std::as_const(m_views)) {
        view->setPixel(pixel);
        view->setReadout(words);
    }
    m_readout->setText(words.isEmpty() ? tr("Point at a pixel, or choose one with the arrow keys.") : words);
}

// "x 31, y 32 · Science 341.2, Template 300.1 · 12h 30m 49.42s +12° 23′ 28.0″"
QString ImagesPage::wordsOf(const QPoint &pixel) const
{
    QStringList values;
    QString place;
    for (const StampView *view : std::as_const(m_views)) {
        const StampPicture *picture = view->picture();
        if (!picture || !picture->error.isEmpty() || !QRect(0, 0, picture->stamp.width, picture->stamp.height).contains(pixel))
            continue;
        const Number value(picture->stamp.pixels[static_cast<size_t>(pixel.y()) * static_cast<size_t>(picture->stamp.width) + static_cast<size_t>(pixel.x())]);
        const QString unit = picture->stamp.unit.empty() ? QString() : u'\u00a0' + formats::plain(picture->stamp.unit);
        values << view->title() + u'\u00a0' + (value.has() ? formats::asSent(value) + unit : tr("no data"));
        if (place.isEmpty() && picture->stamp.sky) {
            if (const auto sky = picture->stamp.sky->skyAt(pixel.x(), pixel.y()))
                place = formats::number(sky->first, 5) + u"° "_s + formats::number(sky->second, 5, true) + u'°';
        }
    }
    // Pixels are counted from 1, as in FITS and in every viewer of it.
    QString words = tr("x %1, y %2").arg(pixel.x() + 1).arg(pixel.y() + 1);
    if (!values.isEmpty())
        words += u" · "_s + values.join(u", "_s);
    return place.isEmpty() ? words : words + u" · "_s + place;
}

void ImagesPage::arrange()
{
    const qsizetype count = std::ranges::count_if(m_views, [](const StampView *view) { return view->picture() != nullptr; });
    if (count == 0)
        return;
    const int room = width() - 2 * kEdge - m_area->verticalScrollBar()->sizeHint().width();
    const int least = Theme::scaled(kLeastSide);
    const int columns = std::clamp((room + kGap) / (least + kGap), 1, static_cast<int>(std::min<qsizetype>(count, 3)));
    const int side = std::clamp((room - (columns - 1) * kGap) / columns, std::min(least, std::max(room, 1)), Theme::scaled(kMostSide));
    for (StampView *view : std::as_const(m_views))
        view->setSide(side);
    m_place->layout()->invalidate();
    m_place->updateGeometry();
}

void ImagesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ImagesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::PaletteChange)
        return;
    m_limits->setFont(Theme::font(Theme::Font::Small));
    m_limits->setForegroundRole(QPalette::PlaceholderText);
    m_problems->setFont(Theme::font(Theme::Font::Small));
    m_readout->setFont(Theme::font(Theme::Font::Small));
    for (const StampView *view : std::as_const(m_views))
        view->parentWidget()->findChild<QLabel *>()->setFont(Theme::font(Theme::Font::Small));
    arrange();
}

} // namespace tocsin::ui
