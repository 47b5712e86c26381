// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accessiblecombobox.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

// Made and owned by Qt's accessibility cache, one per box that somebody asked about.
class ComboBoxInterface final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit ComboBoxInterface(QComboBox *box) : QAccessibleWidget(box, QAccessible::ComboBox) {}

    QString text(QAccessible::Text kind) const override
    {
        switch (kind) {
        case QAccessible::Name:
            return named();
        case QAccessible::Value:
            return box()->currentText();
        default:
            return QAccessibleWidget::text(kind);
        }
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this) : QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State now = QAccessibleWidget::state();
        now.expandable = true;
        now.hasPopup = true;
        now.expanded = box()->view()->isVisible();
        now.collapsed = !now.expanded;
        now.readOnly = !box()->isEditable();
        return now;
    }

    int childCount() const override { return box()->isEditable() ? 2 : 1; }
    QAccessibleInterface *child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(box()->view());
        return index == 1 && box()->isEditable() ? QAccessible::queryAccessibleInterface(box()->lineEdit()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child && child->object() == box()->view())
            return 0;
        return child && box()->isEditable() && child->object() == box()->lineEdit() ? 1 : -1;
    }

    QStringList actionNames() const override { return QStringList{showMenuAction(), pressAction()} + QAccessibleWidget::actionNames(); }
    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction())
            QAccessibleWidget::doAction(name);
        else if (box()->view()->isVisible())
            box()->hidePopup();
        else
            box()->showPopup();
    }

    // The value as a text that can be read and not changed.
    QString text(int from, int to) const override
    {
        const QString all = box()->currentText();
        return to < 0 ? all.mid(from) : all.mid(from, to - from);
    }
    int characterCount() const override { return static_cast<int>(box()->currentText().size()); }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override {}
    void selection(int, int *from, int *to) const override { *from = *to = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    QRect characterRect(int) const override { return rect(); }
    int offsetAtPoint(const QPoint &) const override { return 0; }
    void scrollToSubstring(int, int) override {}
    QString attributes(int, int *from, int *to) const override
    {
        *from = 0;
        *to = characterCount();
        return {};
    }

private:
    QComboBox *box() const { return static_cast<QComboBox *>(object()); }
    QString named() const
    {
        const QString own = QAccessibleWidget::text(QAccessible::Name); // the name given, else that of its label
        return own.isEmpty() ? box()->currentText() : own;
    }
};

QAccessibleInterface *make(const QString &className, QObject *object)
{
    auto *box = className == u"QComboBox" ? qobject_cast<QComboBox *>(object) : nullptr;
    return box ? new ComboBoxInterface(box) : nullptr;
}

} // namespace

void nameComboBoxesByTheirLabel()
{
    QAccessible::installFactory(&make); // a second time is no harm: Qt keeps each once
}

} // namespace tocsin::ui
