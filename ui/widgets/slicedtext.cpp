// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slicedtext.h"

#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTimerEvent>

#include <algorithm>

namespace tocsin::ui {

namespace {

constexpr qsizetype kFirst = 3 << 10; // letters: about what a window shows
constexpr qsizetype kSlice = 1 << 10;
constexpr qint64 kSliceMs = 5;

} // namespace

SlicedText::SlicedText(QPlainTextEdit *view) : QObject(view), m_view(view)
{
    m_view->setUndoRedoEnabled(false);
}

void SlicedText::set(const QString &text)
{
    m_text = text;
    // Whole lines.
    const qsizetype end = text.size() <= 2 * kFirst ? text.size() : text.indexOf(QLatin1Char('\n'), kFirst);
    m_at = end < 0 ? text.size() : end;
    m_view->setPlainText(m_text.first(m_at));
    if (isWhole()) {
        m_timer.stop();
        Q_EMIT whole();
    } else {
        m_timer.start(0, this);
    }
}

void SlicedText::addSlice()
{
    const qsizetype end = m_text.indexOf(QLatin1Char('\n'), std::min(m_at + kSlice, m_text.size()));
    const qsizetype to = end < 0 ? m_text.size() : end;
    QTextCursor cursor(m_view->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(m_text.sliced(m_at, to - m_at));
    m_at = to;
}

void SlicedText::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    QElapsedTimer clock;
    clock.start();
    while (!isWhole() && clock.elapsed() < kSliceMs)
        addSlice();
    if (isWhole()) {
        m_timer.stop();
        Q_EMIT whole();
    }
}

} // namespace tocsin::ui
