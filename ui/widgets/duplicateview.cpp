// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/duplicateview.h"

#include "ui/models/targetwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

DuplicateView::DuplicateView(QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_new(new QLabel(tr("New"), this)), m_there(new QLabel(this)), m_previous(new QToolButton(this)),
      m_next(new QToolButton(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    m_there->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_there, 1);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    m_grid->addWidget(m_new, 0, 1);
    m_grid->addLayout(head, 0, 2);
    for (const auto &[button, icon, name, by] : {std::tuple{m_previous, u"go-previous"_s, tr("Previous target"), -1}, {m_next, u"go-next"_s, tr("Next target"), 1}}) {
        button->setIcon(Theme::icon(icon));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QToolButton::clicked, this, [this, by = by] { step(by); });
    }
    m_name = addLine(tr("Name"));
    m_ra = addLine(tr("RA"));
    m_dec = addLine(tr("Dec"));
    m_distance = addLine(tr("Distance"));
    m_made = addLine(tr("Made"));
    useLook();
}

DuplicateView::Line DuplicateView::addLine(const QString &label)
{
    const Line line{new QLabel(label, this), new ElidedLabel(Qt::ElideMiddle, this), new ElidedLabel(Qt::ElideMiddle, this)};
    const int row = m_grid->rowCount();
    line.label->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(line.label, row, 0);
    m_grid->addWidget(line.mine, row, 1);
    m_grid->addWidget(line.theirs, row, 2);
    return line;
}

void DuplicateView::setFound(const tom::Draft &draft, const tom::Lookup &lookup)
{
    m_draft = draft;
    m_found = lookup.found;
    m_limit = lookup.radiusArcsec;
    m_at = 0;
    present();
}

void DuplicateView::step(int by)
{
    m_at = std::clamp(m_at + by, 0, static_cast<int>(m_found.size()) - 1);
    present();
}

void DuplicateView::present()
{
    if (m_found.empty())
        return;
    const tom::Target &there = chosen();
    const auto count = static_cast<int>(m_found.size());
    m_there->setText(count == 1 ? tr("In the TOM, no. %1").arg(there.id) : tr("No. %1 (%2 of %3)").arg(there.id).arg(m_at + 1).arg(count));
    for (QToolButton *button : {m_previous, m_next})
        button->setVisible(count > 1);
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < count);
    const auto put = [](const Line &line, const QString &mine, const QString &theirs) {
        line.mine->setFullText(mine);
        line.theirs->setFullText(theirs);
        line.theirs->setAccessibleName(line.label->text());
    };
    put(m_name, m_draft.name, formats::plain(there.name.toStdString()));
    put(m_ra, targetwords::degrees(m_draft.ra, false), targetwords::degrees(there.ra, false));
    put(m_dec, targetwords::degrees(m_draft.dec, true), targetwords::degrees(there.dec, true));
    const QString distance = targetwords::distance(there);
    put(m_distance, {}, distance.isEmpty() ? tr("found by its name") : m_limit > 0 ? tr("%1 (limit %2″)").arg(distance, formats::number(m_limit, m_limit < 10 && m_limit != qRound(m_limit) ? 1 : 0)) : distance);
    const QString made = targetwords::made(there, UtcTime::now());
    put(m_made, {}, made);
    for (QWidget *each : std::initializer_list<QWidget *>{m_made.label, m_made.mine, m_made.theirs})
        each->setVisible(!made.isEmpty());
}

void DuplicateView::useLook()
{
    const QFont head = Theme::font(Theme::Font::SmallBold);
    m_new->setFont(head);
    m_there->setFont(head);
    for (const Line &line : {m_name, m_ra, m_dec, m_distance, m_made})
        line.label->setFont(Theme::font(Theme::Font::Small));
    m_distance.theirs->setFont(Theme::font(Theme::Font::Strong));
    m_grid->setColumnMinimumWidth(0, Theme::scaled(72));
}

void DuplicateView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        useLook();
}

void DuplicateView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, m_name.label->y() - 3, width(), 1), Theme::palette().line);
}

} // namespace tocsin::ui
