// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accessiblemessage.h"

#include "ui/widgets/filtermessage.h"
#include "ui/widgets/messagepanel.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace tocsin::ui {

namespace {

QAccessibleInterface *make(const QString &className, QObject *object)
{
    for (const QMetaObject *kind : {&MessagePanel::staticMetaObject, &FilterMessage::staticMetaObject}) {
        if (className == QLatin1String(kind->className()))
            return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::AlertMessage);
    }
    return nullptr;
}

} // namespace

void tellMessagesAsAlerts()
{
    QAccessible::installFactory(&make); // a second time is no harm: Qt keeps each once
}

} // namespace tocsin::ui
