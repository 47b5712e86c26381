// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFile>
#include <QFontDatabase>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <cmath>

static void initIconResources()
{
    Q_INIT_RESOURCE(icons); // a static library's resources are not there by themselves
}

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr char kPrimary[] = "tocsinPrimary";

struct State {
    Scheme scheme = Scheme::Light;
    double scale = 1;
    int generation = 1;
    QHash<QString, QPixmap> glyphs;
    Scheme initial = Scheme::Light; // of the palette that the platform came with
};

State &state()
{
    static State it;
    return it;
}

// What the desktop wishes: its portal says, where there is a bus; else the lightness of the first palette does.
Scheme desktopScheme()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        QDBusMessage ask = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
                                                          u"org.freedesktop.portal.Settings"_s, u"Read"_s);
        ask << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
        const QDBusMessage answer = bus.call(ask, QDBus::Block, 200);
        if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty()) {
            QVariant value = answer.arguments().constFirst();
            while (value.userType() == qMetaTypeId<QDBusVariant>())
                value = value.value<QDBusVariant>().variant();
            if (value.toUInt() == 1)
                return Scheme::Dark;
            if (value.toUInt() == 2)
                return Scheme::Light;
        }
    }
    return state().initial;
}

double pointSize(int pixels, double scale)
{
    return pixels * 0.75 * scale;
}

QPalette toQt(const Palette &colours)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) { palette.setColor(role, colour); };
    set(QPalette::Window, colours.window);
    set(QPalette::Base, colours.base);
    set(QPalette::AlternateBase, colours.sunken);
    set(QPalette::Button, colours.raised);
    set(QPalette::ToolTipBase, colours.raised);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText, QPalette::HighlightedText,
                                           QPalette::BrightText})
        set(role, colours.text);
    set(QPalette::PlaceholderText, colours.muted);
    set(QPalette::Highlight, colours.select);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, colours.selectIdle);
    set(QPalette::Link, colours.accent);
    set(QPalette::LinkVisited, colours.accent);
    set(QPalette::Light, colours.line);
    set(QPalette::Midlight, colours.line);
    set(QPalette::Mid, colours.line);
    set(QPalette::Dark, colours.lineStrong);
    set(QPalette::Shadow, colours.lineStrong);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, colours.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.selectIdle);
    return palette;
}

void apply()
{
    State &now = state();
    ++now.generation;
    now.glyphs.clear();
    const QPalette palette = toQt(Theme::palette());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setFont(Theme::font(Theme::Font::Body));
    QToolTip::setFont(Theme::font(Theme::Font::Small));
    for (QWidget *widget : QApplication::allWidgets())
        widget->update();
}

// Draws a shape in the palette's token for the icon's state.
class GlyphEngine final : public QIconEngine
{
public:
    explicit GlyphEngine(QString name) : m_name(std::move(name)) {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->drawPixmap(rect, render(rect.size(), mode, painter->device()->devicePixelRatioF()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return render(size, mode, 1); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override { return render(size / scale, mode, scale); }
    QIconEngine *clone() const override { return new GlyphEngine(m_name); }

private:
    QPixmap render(const QSize &size, QIcon::Mode mode, qreal ratio) const
    {
        const Palette &colours = Theme::palette();
        return Theme::glyph(m_name, std::min(size.width(), size.height()), mode == QIcon::Disabled ? colours.disabled : colours.text, ratio);
    }
    const QString m_name;
};

} // namespace

void Theme::install()
{
    initIconResources();
    state().initial = QApplication::palette().color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
    QApplication::setStyle(new Style);
    setScheme(Scheme::System);
}

void Theme::setScheme(Scheme scheme)
{
    state().scheme = scheme == Scheme::System ? desktopScheme() : scheme;
    apply();
}

Scheme Theme::scheme()
{
    return state().scheme;
}

void Theme::setTextScale(double scale)
{
    const double before = state().scale;
    state().scale = std::clamp(scale, 0.8, 2.0);
    // A font of a widget's own does not follow QApplication's: it is one of font() below, so its pixels are whole at
    // scale 1, and however often the scale changes, every size comes back exactly.
    if (state().scale != before) {
        for (QWidget *widget : QApplication::allWidgets()) {
            if (!widget->testAttribute(Qt::WA_SetFont) || widget->font().pointSizeF() <= 0)
                continue;
            QFont font = widget->font();
            font.setPointSizeF(pointSize(qRound(font.pointSizeF() / pointSize(1, before)), state().scale));
            widget->setFont(font);
        }
    }
    apply();
}

const Palette &Theme::palette()
{
    return Palette::of(state().scheme);
}

int Theme::generation()
{
    return state().generation;
}

int Theme::scaled(int pixels)
{
    return qRound(pixels * state().scale);
}

QFont Theme::font(Font font)
{
    struct Role {
        int pixels;
        QFont::Weight weight;
    };
    // look.md, section 2
    static const QHash<Font, Role> roles{
        {Font::Page, {22, QFont::Bold}},        {Font::PageSmall, {15, QFont::Normal}},  {Font::Heading, {18, QFont::Bold}},
        {Font::Subheading, {15, QFont::Bold}},  {Font::Strong, {13, QFont::Bold}},       {Font::Body, {13, QFont::Normal}},
        {Font::Medium, {13, QFont::Medium}},    {Font::Small, {12, QFont::Normal}},      {Font::SmallStrong, {12, QFont::Medium}},
        {Font::SmallBold, {12, QFont::Bold}},   {Font::TinyStrong, {11, QFont::Medium}}, {Font::Mono, {12, QFont::Normal}},
        {Font::MonoField, {13, QFont::Normal}},
    };
    const Role role = roles.value(font);
    QFont out(font == Font::Mono || font == Font::MonoField ? QStringList{u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s} : QStringList{u"Roboto"_s, u"DejaVu Sans"_s}, -1, role.weight);
    out.setPointSizeF(pointSize(role.pixels, state().scale));
    out.setHintingPreference(QFont::PreferVerticalHinting);
    if (state().scheme == Scheme::Red)
        out.setStyleStrategy(QFont::NoSubpixelAntialias);
    return out;
}

QPixmap Theme::glyph(const QString &name, int size, const QColor &colour, qreal ratio)
{
    initIconResources();
    State &now = state();
    const QString key = name + u'/' + QString::number(size) + u'/' + QString::number(colour.rgba(), 16) + u'/' + QString::number(ratio);
    if (const auto it = now.glyphs.constFind(key); it != now.glyphs.constEnd())
        return *it;
    const int pixels = std::max(1, static_cast<int>(std::ceil(size * ratio)));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    {
        QSvgRenderer shape(u":/icons/"_s + name + u".svg"_s);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        shape.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour);
    }
    pixmap.setDevicePixelRatio(ratio);
    return now.glyphs.insert(key, pixmap).value();
}

QIcon Theme::icon(const QString &name)
{
    return QIcon(new GlyphEngine(name));
}

void Theme::setPrimary(QAbstractButton *button, bool on)
{
    button->setProperty(kPrimary, on);
    button->update();
}

bool Theme::isPrimary(const QWidget *button)
{
    return button && button->property(kPrimary).toBool();
}

} // namespace tocsin::ui
