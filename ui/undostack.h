// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <deque>
#include <functional>

namespace tocsin::ui {

// What people have done in the window, the newest last, and how each is taken back: marks, pins, tags, notes, ignored objects,
// targets. Whoever does something pushes it. Main thread; owned by the window.
class UndoStack final : public QObject
{
    Q_OBJECT
public:
    static constexpr size_t kMost = 200;

    using QObject::QObject;
    // `what`: a sentence, “Ignored ZTF26abcdefg.”; `undo` says by itself what came of it.
    void push(const QString &what, std::function<void()> undo);
    void undo();
    [[nodiscard]] bool canUndo() const { return !m_deeds.empty(); }
    [[nodiscard]] QString what() const { return m_deeds.empty() ? QString() : m_deeds.back().what; } // that undo() would take back

Q_SIGNALS:
    void changed();

private:
    struct Deed {
        QString what;
        std::function<void()> undo;
    };
    std::deque<Deed> m_deeds;
};

} // namespace tocsin::ui
