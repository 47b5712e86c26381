#include "ui/theme/theme.h"
#include <QAbstractButton>
#include <QPainter>
namespace tocsin::ui {
const Palette &Theme::palette(){ static Palette p; return p; }
QFont Theme::font(Font f){ QFont x(QStringLiteral("Roboto")); double px=13; int w=400; switch(f){case Font::Page: px=22;w=700;break;case Font::PageSmall:px=18;w=700;break;case Font::Heading:px=16;w=700;break;case Font::Subheading:px=15;w=700;break;case Font::Strong:w=500;break;case Font::Body:break;case Font::Small:px=12;break;case Font::SmallStrong:px=12;w=500;break;case Font::SmallBold:px=12;w=700;break;case Font::TinyStrong:px=11;w=500;break;case Font::Mono:x.setFamily(QStringLiteral("Noto Sans Mono"));break;} x.setPointSizeF(px*.75); x.setWeight(QFont::Weight(w)); return x;}
QPixmap Theme::glyph(const QString &, int size, const QColor &c, qreal dpr){ QPixmap p(QSize(size,size)*dpr); p.setDevicePixelRatio(dpr); p.fill(Qt::transparent); QPainter q(&p); q.setRenderHint(QPainter::Antialiasing); q.setBrush(c); q.setPen(Qt::NoPen); q.drawEllipse(2,2,size-4,size-4); return p;}
QIcon Theme::icon(const QString &n){ return QIcon::fromTheme(n);}
void Theme::setPrimary(QAbstractButton *b, bool on){ b->setProperty("primary", on);}
}
