// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/instanceframe.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

namespace tocsin::ui::instanceframe {

namespace {

constexpr int kWidth = 4;
constexpr int kDot = 3;
constexpr int kStep = 7; // dots 3, gaps 4

QColor colourOf(Instance instance)
{
    return instance == Instance::Demo ? Theme::palette().instMock : Theme::palette().instProduction;
}

class Tag final : public QWidget
{
public:
    Tag(Instance instance, QWidget *parent) : QWidget(parent), m_instance(instance)
    {
        setAccessibleName(word(instance));
        setToolTip(instance == Instance::Demo
                       ? QCoreApplication::translate("instanceframe", "An invented night in an archive of its own; nothing here is real.")
                       : QCoreApplication::translate("instanceframe", "Real streams and the real archive."));
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Theme::font(Theme::Font::TinyStrong));
        return {metrics.horizontalAdvance(word(m_instance)) + 10 + kRight, metrics.height() + 6};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(m_instance));
        const QRectF box(0, 2, width() - kRight, height() - 4);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(Theme::palette().onInst);
        painter.setFont(Theme::font(Theme::Font::TinyStrong));
        painter.drawText(box, Qt::AlignCenter, word(m_instance));
    }

private:
    static constexpr int kRight = 14; // air to the window's edge
    const Instance m_instance;
};

} // namespace

QString word(Instance instance)
{
    return instance == Instance::Demo ? QCoreApplication::translate("instanceframe", "Demo")
                                      : QCoreApplication::translate("instanceframe", "Production");
}

QMargins margins(Instance instance)
{
    return instance == Instance::Demo ? QMargins(kWidth, kWidth, kWidth, kWidth) : QMargins(0, kWidth, 0, 0);
}

void paint(QPainter &painter, const QRect &window, Instance instance)
{
    const QColor colour = colourOf(instance);
    if (instance == Instance::Production) {
        painter.fillRect(0, 0, window.width(), kWidth, colour);
        return;
    }
    for (int x = 0; x < window.width(); x += kStep) {
        painter.fillRect(x, 0, kDot, kWidth, colour);
        painter.fillRect(x, window.height() - kWidth, kDot, kWidth, colour);
    }
    for (int y = 0; y < window.height(); y += kStep) {
        painter.fillRect(0, y, kWidth, kDot, colour);
        painter.fillRect(window.width() - kWidth, y, kWidth, kDot, colour);
    }
}

QWidget *makeTag(Instance instance, QWidget *parent)
{
    return new Tag(instance, parent);
}

} // namespace tocsin::ui::instanceframe
