// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextEdit>
#include <QWidget>

namespace tocsin::tests {

// As assistive technology reads it: the widget's own name, else what its kind falls back to (text, buddy label).
inline QString accessibleNameOf(const QWidget &widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    return interface ? interface->text(QAccessible::Name) : QString();
}

// What a person can press, type into or move in.
inline bool isControl(const QWidget &widget)
{
    // Parts of another control answer through it.
    const QWidget *parent = widget.parentWidget();
    if (qobject_cast<const QLineEdit *>(&widget)
        && (qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)))
        return false;
    if (widget.objectName().startsWith(QLatin1String("qt_")))
        return false; // Qt's own helpers: the extension button of a bar, a dock's spacer
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget)
        || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QPlainTextEdit *>(&widget) || qobject_cast<const QTextEdit *>(&widget)
        || qobject_cast<const QAbstractItemView *>(&widget);
}

// Visible controls below `root` that say nothing of themselves.
inline QStringList namelessControls(const QWidget &root)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->isVisible() && isControl(*widget) && accessibleNameOf(*widget).trimmed().isEmpty()) {
            QString path = QLatin1String(widget->metaObject()->className());
            for (const QWidget *up = widget->parentWidget(); up && up != &root; up = up->parentWidget())
                path.prepend(QLatin1String(up->metaObject()->className()) + QLatin1Char('/'));
            found << path;
        }
    }
    return found;
}

inline QWidget *controlNamed(const QWidget &root, const QString &name)
{
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (isControl(*widget) && accessibleNameOf(*widget) == name)
            return widget;
    }
    return nullptr;
}

} // namespace tocsin::tests
