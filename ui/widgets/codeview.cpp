// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codeview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/slicedtext.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAir = 12; // between a number and its line

// One line at a time: no value of JSON goes over the end of a line. Owned by its document.
class JsonColours final : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;
    void setOn(bool on) { m_on = on; }

protected:
    void highlightBlock(const QString &line) override
    {
        if (!m_on)
            return;
        const Palette &colours = Theme::palette();
        for (qsizetype at = 0; at < line.size();) {
            const qsizetype from = at;
            const QChar c = line[at];
            if (c == u'"') {
                for (++at; at < line.size() && line[at] != u'"'; ++at) {
                    if (line[at] == u'\\')
                        ++at;
                }
                at = std::min(at + 1, line.size());
                const bool key = at < line.size() && line[at] == u':';
                if (!key)
                    paint(from, at, colours.codeStr);
            } else if (c.isDigit() || c == u'-') {
                while (at < line.size() && (line[at].isLetterOrNumber() || line[at] == u'.' || line[at] == u'+' || line[at] == u'-'))
                    ++at;
                paint(from, at, colours.codeNum);
            } else if (c.isLetter()) {
                while (at < line.size() && line[at].isLetter())
                    ++at;
                paint(from, at, colours.codeKey);
            } else {
                ++at;
            }
        }
    }

private:
    void paint(qsizetype from, qsizetype to, const QColor &colour) { setFormat(static_cast<int>(from), static_cast<int>(to - from), colour); }
    bool m_on = false;
};

} // namespace

// The strip at the left; draws what its view tells it to.
class CodeView::Numbers final : public QWidget
{
public:
    explicit Numbers(CodeView *view) : QWidget(view), m_view(view) {}

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintNumbers(*event); }

private:
    CodeView *m_view;
};

CodeView::CodeView(QWidget *parent) : QPlainTextEdit(parent), m_numbers(new Numbers(this)), m_colours(new JsonColours(document())), m_text(new SlicedText(this))
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(Theme::font(Theme::Font::Mono));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, area.y(), m_numbers->width(), area.height());
    });
    placeNumbers();
}

void CodeView::setCode(const QString &text, bool json)
{
    static_cast<JsonColours *>(m_colours)->setOn(json);
    m_text->set(text);
    placeNumbers();
}

int CodeView::numbersWidth() const
{
    const int digits = std::max(2, static_cast<int>(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'0') * digits + kAir + 8;
}

void CodeView::placeNumbers()
{
    const int width_ = numbersWidth();
    setViewportMargins(width_, 0, 0, 0);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(inside.left(), inside.top(), width_, inside.height());
}

void CodeView::paintNumbers(QPaintEvent &event)
{
    QPainter painter(m_numbers);
    painter.fillRect(event.rect(), Theme::palette().base);
    painter.setPen(Theme::palette().muted);
    painter.setFont(font());
    const int right = m_numbers->width() - kAir;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > event.rect().bottom())
            break;
        painter.drawText(QRectF(0, line.top(), right, fontMetrics().height()), Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
    }
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(Theme::font(Theme::Font::Mono));
    else if (event->type() == QEvent::PaletteChange)
        m_colours->rehighlight();
    else if (event->type() == QEvent::FontChange)
        placeNumbers();
}

} // namespace tocsin::ui
