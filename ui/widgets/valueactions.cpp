// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/valueactions.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QMenu>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

void addReason(QMenu &menu, const QString &why)
{
    if (!why.isEmpty())
        menu.addAction(why)->setEnabled(false);
}

void ValueActions::addTo(QMenu &menu) const
{
    const auto add = [&menu](const char *text, bool possible, const std::function<void()> &act) {
        QAction *action = menu.addAction(QCoreApplication::translate("values", text));
        action->setEnabled(possible);
        QObject::connect(action, &QAction::triggered, action, act);
        return action;
    };
    const bool some = !filter.isEmpty();
    add(QT_TRANSLATE_NOOP("values", "Only this value"), some, [narrow = narrow, only = filter.only] { narrow(only); })->setIcon(Theme::icon(u"view-filter"_s));
    add(QT_TRANSLATE_NOOP("values", "Without it"), some, [narrow = narrow, without = filter.without] { narrow(without); });
    add(QT_TRANSLATE_NOOP("values", "As column"), whyNoColumn.isEmpty(), addColumn);
    add(QT_TRANSLATE_NOOP("values", "Copy as filter"), some, [copy = copy, only = filter.only] { copy(only); });
    addReason(menu, filter.why);
    if (whyNoColumn != filter.why)
        addReason(menu, whyNoColumn);
}

} // namespace tocsin::ui
