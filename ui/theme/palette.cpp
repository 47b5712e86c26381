// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

namespace tocsin::ui {

namespace {

struct Token {
    QColor Palette::*member;
    QRgb light;
    QRgb dark;
    QRgb red;
};

// clang-format off
constexpr Token kTokens[] = {
    {&Palette::window, 0xF2F4F6, 0x14171B, 0x000000},
    {&Palette::base, 0xFFFFFF, 0x1A1E23, 0x000000},
    {&Palette::raised, 0xFFFFFF, 0x22272E, 0x080000},
    {&Palette::sunken, 0xE8EBEF, 0x101317, 0x000000},
    {&Palette::line, 0xD3D8DE, 0x323840, 0x540000},
    {&Palette::lineStrong, 0x848D98, 0x727C88, 0xC00000},
    {&Palette::text, 0x1A1E24, 0xE4E8EC, 0xFF0000},
    {&Palette::muted, 0x56606B, 0x9FA9B4, 0xEC0000},
    {&Palette::disabled, 0x8A929C, 0x69727D, 0x960000},
    {&Palette::hover, 0xEEF2F6, 0x242A31, 0x0A0000},
    {&Palette::select, 0xD6E6FA, 0x1D3B5F, 0x1C0000},
    {&Palette::selectIdle, 0xE3E7EC, 0x2A3038, 0x0A0000},
    {&Palette::focus, 0x0B62C4, 0x6FB1FF, 0xFF0000},
    {&Palette::accent, 0x0B5FBE, 0x74B3FF, 0xFF0000},
    {&Palette::onAccent, 0xFFFFFF, 0x0B1B2E, 0x000000},
    {&Palette::accentSoft, 0xE4EFFC, 0x17304C, 0x0A0000},
    {&Palette::good, 0x0E7450, 0x52C795, 0xF00000},
    {&Palette::goodSoft, 0xDDF2E8, 0x12352A, 0x080000},
    {&Palette::warn, 0x8A5A00, 0xE2B04A, 0xF80000},
    {&Palette::warnSoft, 0xFBEFD2, 0x2F2711, 0x000000},
    {&Palette::bad, 0xA8141F, 0xFF8A82, 0xFF0000},
    {&Palette::badSoft, 0xFCE4E4, 0x3A1B1E, 0x0A0000},
    {&Palette::onBad, 0xFFFFFF, 0x2B0709, 0x000000},
    {&Palette::retracted, 0x6A4B94, 0xBFA6EC, 0xEC0000},
    {&Palette::retractedSoft, 0xEFEAF6, 0x282139, 0x000000},
    {&Palette::mark, 0x8A5300, 0xE8B44C, 0xFF0000},
    {&Palette::watch, 0x00697A, 0x55CBD8, 0xFF0000},
    {&Palette::watchSoft, 0xDEF2F4, 0x0F3339, 0x000000},
    {&Palette::test, 0x6B5E00, 0xCFC26A, 0xEC0000},
    {&Palette::hatch, 0xE4E2D6, 0x2B2E29, 0x280000},
    {&Palette::changed, 0x8A5A00, 0xE2B04A, 0xFF0000},
    {&Palette::gw, 0x5B3BC4, 0xB39DFF, 0xFF0000},
    {&Palette::gamma, 0xAD1F62, 0xF786B6, 0xFF0000},
    {&Palette::xray, 0x9E3A10, 0xFF9A5C, 0xFF0000},
    {&Palette::uv, 0x96189A, 0xEBA6F2, 0xFF0000},
    {&Palette::optical, 0x1F62A8, 0x86BBF5, 0xF00000},
    {&Palette::infrared, 0x6E4433, 0xC99F90, 0xF00000},
    {&Palette::radio, 0x566200, 0xD6D05A, 0xF00000},
    {&Palette::neutrino, 0x00707F, 0x4FC9D6, 0xFF0000},
    {&Palette::none, 0x56606B, 0x9FA9B4, 0xEC0000},
    {&Palette::instProduction, 0x3D4A5C, 0x8C9BB0, 0xEC0000},
    {&Palette::instPlayground, 0x1F62A8, 0x86BBF5, 0xF00000},
    {&Palette::instTest, 0x9A6200, 0xE2B04A, 0xF00000},
    {&Palette::instMock, 0x0B6B57, 0x5FD0B0, 0xF00000},
    {&Palette::onInst, 0xFFFFFF, 0x14171B, 0x000000},
    {&Palette::ribOk, 0x5E93BF, 0x4C7FA8, 0x540000},
    {&Palette::ribWait, 0xA8761A, 0xC9993A, 0xDC0000},
    {&Palette::ribMiss, 0xA8141F, 0xFF8A82, 0xFF0000},
    {&Palette::ribGone, 0x848D98, 0x727C88, 0xBE0000},
    {&Palette::spark, 0x5E93BF, 0x5C93C0, 0xC00000},
    {&Palette::codeKey, 0x5B3BC4, 0xB39DFF, 0xFF0000},
    {&Palette::codeStr, 0x0E6B4A, 0x7CCFA5, 0xEC0000},
    {&Palette::codeNum, 0x0B5FBE, 0x86BBF5, 0xFF0000},
};
// clang-format on

Palette make(QRgb Token::*column)
{
    Palette palette;
    for (const Token &token : kTokens)
        palette.*token.member = QColor(token.*column);
    return palette;
}

} // namespace

const Palette &Palette::of(Scheme scheme)
{
    static const Palette light = make(&Token::light);
    static const Palette dark = make(&Token::dark);
    static const Palette red = make(&Token::red);
    switch (scheme) {
    case Scheme::Dark:
        return dark;
    case Scheme::Red:
        return red;
    case Scheme::System:
    case Scheme::Light:
        break;
    }
    return light;
}

QColor Palette::messenger(QStringView word) const
{
    if (word == u"gw")
        return gw;
    if (word == u"gamma")
        return gamma;
    if (word == u"x-ray")
        return xray;
    if (word == u"uv")
        return uv;
    if (word == u"optical")
        return optical;
    if (word == u"infrared")
        return infrared;
    if (word == u"radio")
        return radio;
    if (word == u"neutrino")
        return neutrino;
    return none;
}

namespace {

struct RuleColour {
    const char16_t *name;
    QColor Palette::*colour;
};

// In the order in which they are offered.
constexpr RuleColour kRuleColours[] = {{u"gw", &Palette::gw},           {u"gamma", &Palette::gamma},       {u"x-ray", &Palette::xray},
                                       {u"uv", &Palette::uv},           {u"optical", &Palette::optical},   {u"infrared", &Palette::infrared},
                                       {u"radio", &Palette::radio},     {u"neutrino", &Palette::neutrino}, {u"good", &Palette::good},
                                       {u"warn", &Palette::warn},       {u"bad", &Palette::bad},           {u"accent", &Palette::accent},
                                       {u"watch", &Palette::watch},     {u"grey", &Palette::none}};

} // namespace

const QStringList &Palette::ruleColours()
{
    static const QStringList names = [] {
        QStringList list;
        for (const RuleColour &colour : kRuleColours)
            list << QString::fromUtf16(colour.name);
        return list;
    }();
    return names;
}

QColor Palette::ruleColour(QStringView name) const
{
    for (const RuleColour &colour : kRuleColours) {
        if (name == colour.name)
            return this->*colour.colour;
    }
    return {};
}

const QList<QRgb> &Palette::imageRamp(Scheme scheme)
{
    const auto made = [](bool red) {
        QList<QRgb> ramp;
        for (int i = 0; i < 255; ++i) {
            const int value = qRound(i * 255 / 254.0);
            ramp << (red ? qRgb(value, 0, 0) : qRgb(value, value, value));
        }
        return ramp << qRgba(0, 0, 0, 0);
    };
    static const QList<QRgb> grey = made(false);
    static const QList<QRgb> red = made(true);
    return scheme == Scheme::Red ? red : grey;
}

QColor Palette::mix(const QColor &over, const QColor &under, double share)
{
    const auto blend = [share](int a, int b) { return qRound(share * a + (1 - share) * b); };
    return QColor(blend(over.red(), under.red()), blend(over.green(), under.green()), blend(over.blue(), under.blue()));
}

} // namespace tocsin::ui
