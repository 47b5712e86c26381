// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace tocsin::ui {

class ElidedLabel;

// The bar below the table in which a text to find is written: how many rows have it, the next one, the one before. Escape
// closes it. Main thread.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    void open(); // shows it, with the text selected
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool matchCase() const;
    // What was found, and the word to it (where the way went around); `none`: nothing was, so there is nowhere to go.
    void setFound(const QString &found, bool none);
    void setNote(const QString &note);
    [[nodiscard]] QString found() const;
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void wanted(const QString &text, bool matchCase);
    void stepped(int step); // 1 next, -1 previous
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void useLook();
    QToolButton *addButton(const QString &icon, const QString &what);

    QLineEdit *m_text;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_matchCase;
    ElidedLabel *m_found;
    ElidedLabel *m_note;
    QToolButton *m_close;
    bool m_none = false;
};

} // namespace tocsin::ui
