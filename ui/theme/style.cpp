// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/styleparts.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using namespace styleparts;

namespace {

constexpr int kControl = 28;
constexpr int kCellPadding = 6;
constexpr int kScrollBar = 12;
constexpr int kScrollHandle = 6;

} // namespace

Style::Style() : QProxyStyle(u"Fusion"_s)
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QTabBar *>(widget) || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Palette &colours = Theme::palette();
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButton(option, painter, widget);
    case PE_PanelButtonTool:
        return drawToolButton(option, painter);
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        // The field inside a spin box or a combo box has no edge of its own.
        if (frame && frame->lineWidth == 0)
            return painter->fillRect(option->rect, has(option, State_Enabled) ? colours.base : colours.window);
        return drawField(option, painter);
    }
    case PE_FrameLineEdit:
        return; // part of the panel
    case PE_FrameFocusRect:
        // Views draw their rows themselves; buttons and fields have their border.
        if (qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QPushButton *>(widget))
            return;
        return roundedBox(painter, option->rect, {}, colours.focus, 2);
    case PE_IndicatorCheckBox:
        return drawCheck(option, painter, false);
    case PE_IndicatorRadioButton:
        return drawCheck(option, painter, true);
    case PE_FrameTabBarBase: // the whole width, also where there is no tab
        return painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colours.line);
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
        if (qobject_cast<const QAbstractItemView *>(widget) && widget->parentWidget() && !widget->property("framed").toBool())
            return;
        if (qobject_cast<const QPlainTextEdit *>(widget)) { // a field of several lines
            const bool focus = widget->hasFocus();
            return roundedBox(painter, option->rect, widget->isEnabled() ? colours.base : colours.window,
                              focus ? colours.focus : widget->isEnabled() ? colours.lineStrong : colours.line, focus ? 2 : 1);
        }
        return roundedBox(painter, option->rect, {}, colours.line);
    case PE_IndicatorDockWidgetResizeHandle:
        return painter->fillRect(option->rect, colours.line);
    case PE_IndicatorToolBarSeparator: {
        const QPoint centre = option->rect.center();
        return painter->fillRect(QRect(centre.x(), option->rect.top() + 6, 1, option->rect.height() - 12), colours.line);
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Palette &colours = Theme::palette();
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); button && !button->icon.isNull() && !button->text.isEmpty())
            return drawIconAndWord(button, painter, Theme::isPrimary(widget));
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); button && Theme::isPrimary(widget) && has(option, State_Enabled)) {
            QStyleOptionButton changed(*button);
            changed.palette.setColor(QPalette::ButtonText, colours.onAccent);
            return QProxyStyle::drawControl(element, &changed, painter, widget);
        }
        break;
    case CE_Header: // the base style would ask itself for the rectangles
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader part(*header);
            drawHeader(option, painter);
            part.rect = subElementRect(SE_HeaderLabel, header, widget);
            if (header->sortIndicator != QStyleOptionHeader::None && (header->textAlignment & Qt::AlignRight))
                part.rect.setRight(part.rect.right() - Theme::scaled(kSortRoom));
            drawControl(CE_HeaderLabel, &part, painter, widget);
            if (header->sortIndicator != QStyleOptionHeader::None)
                drawSortTriangle(*header, part.rect, painter);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeader(option, painter);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->save();
            painter->setFont(Theme::font(Theme::Font::SmallStrong));
            painter->setPen(colours.muted);
            const QString text = painter->fontMetrics().elidedText(header->text, Qt::ElideRight, header->rect.width());
            painter->drawText(header->rect, static_cast<int>(header->textAlignment | Qt::AlignVCenter), text);
            painter->restore();
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return drawTab(tab, painter);
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            const bool current = has(tab, State_Selected);
            painter->save();
            painter->setFont(Theme::font(current ? Theme::Font::Medium : Theme::Font::Body));
            painter->setPen(!has(tab, State_Enabled) ? colours.disabled : current ? colours.text : colours.muted);
            painter->drawText(tab->rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
            painter->restore();
            return;
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(option->rect, colours.window);
            if (has(option, State_Selected) || has(option, State_Sunken))
                roundedBox(painter, option->rect.adjusted(1, 2, -1, -2), colours.accentSoft, {});
            painter->setPen(has(option, State_Enabled) ? colours.text : colours.disabled);
            painter->drawText(option->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->text);
            return;
        }
        break;
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, colours.window);
    case CE_ToolBar:
        return painter->fillRect(option->rect, colours.window);
    case CE_Splitter:
        return painter->fillRect(option->rect, colours.line);
    case CE_ProgressBarGroove:
        return roundedBox(painter, option->rect, colours.sunken, colours.lineStrong);
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            const int range = std::max(1, bar->maximum - bar->minimum);
            QRect done = bar->rect.adjusted(2, 2, -2, -2);
            if (bar->maximum <= bar->minimum)
                return drawBusy(painter, done, widget);
            done.setWidth(static_cast<int>(static_cast<qint64>(done.width()) * (bar->progress - bar->minimum) / range));
            return roundedBox(painter, done, colours.accent, {}, 1, 2);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const Palette &colours = Theme::palette();
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        painter->fillRect(option->rect, colours.window);
        if (!bar || bar->maximum <= bar->minimum)
            return;
        QRect handle = subControlRect(control, option, SC_ScrollBarSlider, widget);
        const int inset = (kScrollBar - kScrollHandle) / 2;
        handle = bar->orientation == Qt::Vertical ? handle.adjusted(inset, 1, -inset, -1) : handle.adjusted(1, inset, -1, -inset);
        const bool active = has(option, State_MouseOver) || has(option, State_Sunken);
        return roundedBox(painter, handle, active ? colours.muted : colours.lineStrong, {}, 1, kScrollHandle / 2.0);
    }
    if (control == CC_ComboBox) {
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (box) {
            if (box->editable)
                drawField(option, painter); // one edge around field and arrow
            else
                drawButton(option, painter, nullptr);
            const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
            const int size = 10;
            const QPixmap glyph = Theme::glyph(u"go-down"_s, size, has(option, State_Enabled) ? colours.muted : colours.disabled,
                                               painter->device()->devicePixelRatioF());
            painter->drawPixmap(arrow.center() - QPoint(size / 2, size / 2), glyph);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const auto *combo = control == CC_ComboBox ? qstyleoption_cast<const QStyleOptionComboBox *>(option) : nullptr;
    if (combo && combo->editable && part == SC_ComboBoxEditField) { // inside the edge, also while that has the focus
        const int right = QProxyStyle::subControlRect(control, option, SC_ComboBoxArrow, widget).left() - 1;
        return QRect(QPoint(4, 2), QPoint(right, option->rect.height() - 3));
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) // its text begins where that of a field does
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(4, 0, 0, 0);
    if (control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar)
        return {};
    // The whole length is groove; there are no arrows.
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = static_cast<qint64>(bar->maximum) - bar->minimum;
    int slider = length;
    if (range > 0)
        slider = std::clamp(static_cast<int>(static_cast<qint64>(length) * bar->pageStep / (range + bar->pageStep)), 24, std::max(24, length));
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    const auto piece = [&](int from, int size) { return vertical ? QRect(0, from, bar->rect.width(), size) : QRect(from, 0, size, bar->rect.height()); };
    switch (part) {
    case SC_ScrollBarGroove:
        return piece(0, length);
    case SC_ScrollBarSlider:
        return piece(start, slider);
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + slider, length - start - slider);
    default:
        return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_HeaderLabel) { // exactly over the cells
        const int padding = Theme::scaled(kCellPadding);
        return option->rect.adjusted(padding, 0, -padding, -1);
    }
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return element == SE_LineEditContents && frame && frame->lineWidth > 0 ? rect.adjusted(5, 0, -5, 0) : rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ToolBarItemSpacing:
    case PM_ToolBarFrameWidth:
        return metric == PM_ToolBarItemSpacing ? 4 : 0;
    case PM_ToolBarItemMargin:
        return 4;
    case PM_DockWidgetSeparatorExtent:
        return 1;
    case PM_SplitterWidth:
        return 5;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return Theme::scaled(16);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Theme::scaled(16);
    case PM_ButtonMargin:
        return 12;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        if (const auto *bar = qobject_cast<const QTabBar *>(widget); bar && bar->count() > 4) // six pages beside a table
            return 10;
        return 20;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QAbstractItemView *>(widget))
            return widget->property("framed").toBool() ? 1 : 0;
        if (qobject_cast<const QPlainTextEdit *>(widget))
            return 3; // its square content stays inside the round corners and the edge of the focus
        break;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? 20 : 8;
    case PM_LayoutHorizontalSpacing:
        return 8;
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize out = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int least = Theme::scaled(kControl);
    switch (type) {
    case CT_PushButton:
        out.rwidth() += 12; // look.md 3: 12 left and right; Fusion counts its margin once
        out.setHeight(std::max(out.height(), least));
        break;
    case CT_ComboBox:
        out.rwidth() += 4;
        out.setHeight(std::max(out.height(), least));
        break;
    case CT_SpinBox:
        out.setHeight(std::max(out.height(), least));
        break;
    case CT_LineEdit:
        if (!widget || !qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()))
            out.setHeight(std::max(out.height(), least));
        break;
    case CT_ToolButton:
        out.setHeight(std::max(out.height(), least));
        break;
    case CT_TabBarTab:
        out.setHeight(Theme::scaled(34));
        break;
    case CT_MenuBarItem:
        out = QSize(size.width() + 16, Theme::scaled(26));
        break;
    case CT_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) // in the font and with the air that it is painted in
            out.setWidth(std::max(out.width(), QFontMetrics(Theme::font(Theme::Font::SmallStrong)).horizontalAdvance(header->text) + 2 * Theme::scaled(kCellPadding) + 2));
        out.setHeight(Theme::scaled(26));
        break;
    default:
        break;
    }
    return out;
}

} // namespace tocsin::ui
