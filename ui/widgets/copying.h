// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace tocsin::ui {

// Whoever shows what may not leave the program without a word; whatever is copied out of it asks it first. Main thread.
class CopyGuard
{
public:
    virtual void whenAllowed(const std::function<void()> &copy) = 0; // now, later or never

protected:
    ~CopyGuard() = default;
};

// Puts the text on the clipboard as soon as the guard around `from`, where there is one, allows it.
void copyToClipboard(const QWidget &from, const QString &text);
// Beside the text, the same in a format of its own.
void copyToClipboard(const QWidget &from, const QString &text, const QString &type, const QByteArray &data);

// Texts that a person selects in the labels and views of a pane go to the clipboard on the same way, by key and by menu.
// Made when they are all there; owned by the pane.
class SelectionCopies final : public QObject
{
    Q_OBJECT
public:
    explicit SelectionCopies(QWidget &pane);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tocsin::ui
