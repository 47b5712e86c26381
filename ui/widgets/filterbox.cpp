// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterbox.h"

#include "ui/theme/theme.h"

#include <QToolButton>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

FilterBox::FilterBox(QWidget *parent) : QLineEdit(parent)
{
    setFont(Theme::font(Theme::Font::MonoField));
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter, for example %1").arg(u"mag < 19 and score > 0.9"_s) + u"     Ctrl+/"_s);
    setClearButtonEnabled(true);
    setMaxLength(1 << 16);
    if (auto *clear = findChild<QToolButton *>())
        clear->setAccessibleName(tr("Clear filter"));
}

int FilterBox::xOf(qsizetype position) const
{
    // The cursor's rectangle follows the scrolling of the text; a fixed font has no kerning across the cut.
    const QString all = text();
    const QFontMetricsF metrics(font());
    const double from = metrics.horizontalAdvance(all.left(cursorPosition()));
    return cursorRect().center().x() + qRound(metrics.horizontalAdvance(all.left(position)) - from);
}

void FilterBox::replace(qsizetype position, qsizetype length, const QString &text)
{
    setSelection(static_cast<int>(position), static_cast<int>(length));
    if (length == 0)
        setCursorPosition(static_cast<int>(position));
    insert(text);
}

} // namespace tocsin::ui
