// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QString>

class QPlainTextEdit;

namespace tocsin::ui {

// Puts a long text into a view a little at a time: laid out at once, a quarter of a megabyte would hold up the window. What is
// in view comes first. Main thread; owned by its view.
class SlicedText final : public QObject
{
    Q_OBJECT
public:
    explicit SlicedText(QPlainTextEdit *view);
    void set(const QString &text);
    [[nodiscard]] bool isWhole() const { return m_at >= m_text.size(); }

Q_SIGNALS:
    void whole(); // all of it is there

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void addSlice();

    QPlainTextEdit *m_view;
    QString m_text;
    qsizetype m_at = 0;
    QBasicTimer m_timer;
};

} // namespace tocsin::ui
