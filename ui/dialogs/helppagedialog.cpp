// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/helppagedialog.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

namespace tocsin::ui {

namespace {

constexpr int kCell = 4; // around the text of a cell
constexpr int kGap = 10; // above and below a table

}

HelpPageDialog::HelpPageDialog(const QString &title, const QString &markdown, QWidget *parent) : QDialog(parent), m_page(new QTextBrowser(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    resize(820, 640);
    m_page->setAccessibleName(windowTitle());
    m_page->setOpenLinks(false);
    m_page->setMarkdown(markdown);
    fitHeadings();
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->addWidget(m_page, 1);
    column->addLayout(buttons);
    m_page->setFocus();
    useLook();
}

// Qt gives a piece of code in a heading neither its weight nor its size.
void HelpPageDialog::fitHeadings()
{
    for (QTextBlock block = m_page->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || block.begin().atEnd())
            continue;
        const QTextCharFormat first = block.begin().fragment().charFormat();
        QTextCharFormat heading;
        heading.setFontWeight(first.fontWeight());
        heading.setProperty(QTextFormat::FontSizeAdjustment, first.property(QTextFormat::FontSizeAdjustment));
        QTextCursor whole(block);
        whole.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        whole.mergeCharFormat(heading);
    }
}

// Hairlines between the cells, in the colours of the window.
void HelpPageDialog::useLook()
{
    for (QTextFrame *frame : m_page->document()->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(Theme::palette().line);
        format.setCellPadding(kCell);
        format.setCellSpacing(0);
        format.setTopMargin(kGap);
        format.setBottomMargin(kGap);
        table->setFormat(format);
    }
}

void HelpPageDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        useLook();
}

} // namespace tocsin::ui
