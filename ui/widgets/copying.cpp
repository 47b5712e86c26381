// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copying.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextDocumentFragment>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

void copyWhenAllowed(const QWidget &from, const std::function<void()> &copy)
{
    for (const QObject *at = &from; at; at = at->parent()) {
        if (auto *guard = dynamic_cast<CopyGuard *>(const_cast<QObject *>(at)))
            return guard->whenAllowed(copy);
    }
    copy();
}

QString selectedText(const QWidget &in)
{
    if (const auto *view = qobject_cast<const QPlainTextEdit *>(&in))
        return view->textCursor().selection().toPlainText();
    const auto *label = qobject_cast<const QLabel *>(&in);
    return label ? label->selectedText() : QString();
}

void popupMenu(QWidget &on, const QPoint &at)
{
    auto *menu = new QMenu(&on);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString text = selectedText(on);
    QAction *copy = menu->addAction(Theme::icon(u"edit-copy"_s), SelectionCopies::tr("Copy"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(!text.isEmpty());
    QObject::connect(copy, &QAction::triggered, &on, [&on, text] { copyToClipboard(on, text); });
    QAction *all = menu->addAction(SelectionCopies::tr("Select all"));
    all->setShortcut(QKeySequence::SelectAll);
    if (auto *view = qobject_cast<QPlainTextEdit *>(&on))
        QObject::connect(all, &QAction::triggered, view, &QPlainTextEdit::selectAll);
    else if (auto *label = qobject_cast<QLabel *>(&on))
        QObject::connect(all, &QAction::triggered, label, [label] { label->setSelection(0, static_cast<int>(label->text().size())); });
    menu->popup(at);
}

} // namespace

void copyToClipboard(const QWidget &from, const QString &text)
{
    copyWhenAllowed(from, [text] { QGuiApplication::clipboard()->setText(text); });
}

void copyToClipboard(const QWidget &from, const QString &text, const QString &type, const QByteArray &data)
{
    copyWhenAllowed(from, [text, type, data] {
        auto *copied = new QMimeData;
        copied->setText(text);
        copied->setData(type, data);
        QGuiApplication::clipboard()->setMimeData(copied);
    });
}

SelectionCopies::SelectionCopies(QWidget &pane) : QObject(&pane)
{
    for (QPlainTextEdit *view : pane.findChildren<QPlainTextEdit *>()) {
        view->installEventFilter(this);
        view->viewport()->installEventFilter(this);
    }
    for (QLabel *label : pane.findChildren<QLabel *>()) {
        if (label->textInteractionFlags() & (Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard))
            label->installEventFilter(this);
    }
}

bool SelectionCopies::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget)
        return false;
    if (auto *view = qobject_cast<QPlainTextEdit *>(widget->parentWidget()); view && view->viewport() == widget)
        widget = view;
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        const QString text = selectedText(*widget);
        if (text.isEmpty())
            return false;
        copyToClipboard(*widget, text);
        return true;
    }
    // The lines of the card have a menu of their own.
    if (event->type() == QEvent::ContextMenu && !qobject_cast<ElidedLabel *>(widget)) {
        popupMenu(*widget, static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    return false;
}

} // namespace tocsin::ui
