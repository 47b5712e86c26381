// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/changesbox.h"

#include "ui/models/packetloader.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostShown = 8;
constexpr int kWhole = 170; // wide: the narrowest pane has room for it

} // namespace

ChangesBox::ChangesBox(QWidget *parent) : QWidget(parent), m_title(new QLabel(this)), m_text(new QLabel(this)), m_compare(new QToolButton(this))
{
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::WindowText); // whatever it stands on
    }
    m_compare->setText(tr("Compare"));
    m_compare->setAutoRaise(true);
    m_compare->setToolTip(tr("Show only the fields that changed (D in the table)"));
    connect(m_compare, &QToolButton::clicked, this, &ChangesBox::compareWanted);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_compare, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 4, 4, 7);
    column->setSpacing(1);
    column->addLayout(head);
    column->addWidget(m_text);
    useLook();
    hide();
}

void ChangesBox::clear()
{
    hide();
}

void ChangesBox::showChanges(const ComparedPacket &packet)
{
    const std::shared_ptr<const Alert> &before = packet.revisions.previous;
    setVisible(before != nullptr);
    if (!before)
        return;
    const QString title = tr("Changed since %1").arg(formats::revisionText(*before, packet.packet->alert.get()));
    const QString words = packet.changes.empty() ? tr("Nothing of what the card shows") : compare::changesInWords(packet.changes, kMostShown);
    // A short change is not torn apart at the end of a line.
    QStringList parts;
    for (size_t i = 0; i < packet.changes.size() && i < kMostShown; ++i)
        parts << (m_text->fontMetrics().horizontalAdvance(packet.changes[i].text) <= kWhole ? QString(packet.changes[i].text).replace(u' ', QChar(0x00a0))
                                                                                           : packet.changes[i].text);
    if (packet.changes.size() > kMostShown)
        parts << words.section(u", "_s, -1);
    m_title->setText(title);
    m_text->setText(parts.isEmpty() ? words : parts.join(u"   "_s));
    m_text->setAccessibleName(words);
    setAccessibleName(title);
    setAccessibleDescription(words);
}

void ChangesBox::useLook()
{
    m_title->setFont(Theme::font(Theme::Font::SmallBold));
    m_text->setFont(Theme::font(Theme::Font::Small));
    m_compare->setFont(Theme::font(Theme::Font::Small));
    QPalette palette = m_title->palette();
    palette.setColor(QPalette::WindowText, Theme::palette().warn);
    m_title->setPalette(palette);
}

void ChangesBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        useLook();
}

void ChangesBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::palette().warn);
    painter.setBrush(Theme::palette().warnSoft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace tocsin::ui
