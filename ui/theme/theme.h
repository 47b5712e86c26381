#pragma once
#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPixmap>
#include <QString>
class QAbstractButton;
namespace tocsin::ui {
struct Palette { QColor window{0xF2F4F6}, base{0xFFFFFF}, raised{0xffffff}, line{0xD3D8DE}, lineStrong{0x848D98}, text{0x1A1E24}, muted{0x56606B}, hover{0xEEF2F6}, select{0xD6E6FA}, selectIdle{0xE3E7EC}, accent{0x0B5FBE}, accentSoft{0xE4EFFC}, good{0x0E7450}, warn{0x8A5A00}, warnSoft{0xFBEFD2}, bad{0xA8141F}, badSoft{0xFCE4E4}, instMock{0x0B6B57}, instProduction{0x3D4A5C}, onInst{0xffffff}, spark{0x5E93BF}; };
struct Theme {
 enum class Font { Page, PageSmall, Heading, Subheading, Strong, Body, Small, SmallStrong, SmallBold, TinyStrong, Mono };
 static const Palette &palette();
 static QFont font(Font f);
 static QPixmap glyph(const QString &name, int size, const QColor &c, qreal dpr);
 static QIcon icon(const QString &name);
 static void setPrimary(QAbstractButton *b, bool on);
};
}
