// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hexview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/slicedtext.h"

#include <QEvent>
#include <QPainter>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGroup = 8;
constexpr int kOffsetLetters = 8; // six digits and two blanks
constexpr int kMostPerLine = 16;

// Where byte `i` of a line begins, in letters.
int columnOf(int i)
{
    return kOffsetLetters + 3 * i + i / kGroup;
}

int lettersOf(int perLine)
{
    return columnOf(perLine) + 1 + perLine;
}

} // namespace

// The offset of each line in `muted`, and what is boxed in its colour. Owned by the document.
class HexView::Offsets final : public QSyntaxHighlighter
{
public:
    explicit Offsets(HexView *view) : QSyntaxHighlighter(view->document()), m_view(view) {}

protected:
    void highlightBlock(const QString &) override
    {
        setFormat(0, kOffsetLetters, Theme::palette().muted);
        const qint64 start = m_view->m_first + static_cast<qint64>(currentBlock().blockNumber()) * m_view->m_perLine;
        for (int i = 0; i < m_view->m_badCount; ++i) {
            const qint64 at = m_view->m_badAt + i - start;
            if (m_view->m_badAt >= 0 && at >= 0 && at < m_view->m_perLine)
                setFormat(columnOf(static_cast<int>(at)), 2, Theme::palette().bad);
        }
    }

private:
    HexView *m_view;
};

HexView::HexView(QWidget *parent) : QPlainTextEdit(parent), m_offsets(new Offsets(this)), m_text(new SlicedText(this))
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(Theme::font(Theme::Font::Mono));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(m_text, &SlicedText::whole, this, &HexView::goToBad);
}

void HexView::setBytes(const QByteArray &bytes, qint64 first, qint64 badAt, int badCount)
{
    m_bytes = bytes;
    m_first = first;
    m_badAt = badAt;
    m_badCount = badCount;
    m_perLine = fittingBytes();
    write();
}

void HexView::goToBad()
{
    if (m_badAt >= m_first)
        setTextCursor(QTextCursor(document()->findBlockByNumber(static_cast<int>((m_badAt - m_first) / m_perLine))));
}

int HexView::fittingBytes() const
{
    const int letters = static_cast<int>(viewport()->width() - 2 * document()->documentMargin()) / std::max(1, fontMetrics().horizontalAdvance(u'0'));
    for (const int perLine : {kMostPerLine, kGroup}) {
        if (lettersOf(perLine) <= letters)
            return perLine;
    }
    return kGroup / 2; // and a scroll bar where even that is too much
}

void HexView::write()
{
    static constexpr char16_t kDigits[] = u"0123456789abcdef";
    QString text;
    text.reserve((m_bytes.size() / m_perLine + 1) * (lettersOf(m_perLine) + 1));
    for (qsizetype line = 0; line < m_bytes.size(); line += m_perLine) {
        if (line > 0)
            text += u'\n';
        text += QString::number(m_first + line, 16).rightJustified(6, u'0') + u"  "_s;
        QString letters;
        for (int i = 0; i < m_perLine; ++i) {
            if (i > 0 && i % kGroup == 0)
                text += u' ';
            if (line + i >= m_bytes.size()) {
                text += u"   "_s;
                continue;
            }
            const auto byte = static_cast<unsigned char>(m_bytes[line + i]);
            text += QChar(kDigits[byte >> 4]);
            text += QChar(kDigits[byte & 15]);
            text += u' ';
            letters += byte >= 0x20 && byte < 0x7f ? QChar(static_cast<char16_t>(byte)) : QChar(u'·');
        }
        text += u' ' + letters;
    }
    m_text->set(text);
}

void HexView::paintEvent(QPaintEvent *event)
{
    // Boxes first, the digits over them.
    if (m_badAt >= m_first && m_perLine > 0) {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::palette().bad);
        painter.setBrush(Theme::palette().badSoft);
        const double letter = fontMetrics().horizontalAdvance(QString(100, u'0')) / 100.0;
        for (int i = 0; i < m_badCount; ++i) {
            const auto at = static_cast<int>(m_badAt - m_first) + i;
            const QTextBlock block = document()->findBlockByNumber(at / m_perLine);
            if (!block.isValid() || at >= m_bytes.size())
                break;
            const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
            const double left = line.left() + document()->documentMargin() + columnOf(at % m_perLine) * letter;
            painter.drawRect(QRectF(left - letter / 2 + 0.5, line.top() + 0.5, 3 * letter - 1, line.height() - 1));
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (m_perLine == 0 || fittingBytes() == m_perLine)
        return;
    m_perLine = fittingBytes();
    write();
}

void HexView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        setFont(Theme::font(Theme::Font::Mono));
        if (m_perLine > 0 && fittingBytes() != m_perLine) {
            m_perLine = fittingBytes();
            write();
        }
    } else if (event->type() == QEvent::PaletteChange) {
        m_offsets->rehighlight();
    }
}

} // namespace tocsin::ui
