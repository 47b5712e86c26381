// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tocsin::ui {

class ElidedLabel;
class FilterBox;

// Below the filter box: underline and caret under what is wrong in it, then one line that says what, what was expected,
// and the correction as a link; or a note about the rows, which points at nothing. Says itself to assistive technology when its words change. Main thread.
class FilterMessage final : public QWidget
{
    Q_OBJECT
public:
    FilterMessage(FilterBox *box, QWidget *parent);
    // The place in the box; without a correction there is no link.
    void setMessage(qsizetype position, qsizetype length, const QString &text, const QString &correction);
    void setNote(const QString &text);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void correctionWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void useLook();
    void tell(); // to assistive technology
    [[nodiscard]] int markHeight() const; // above the fill
    [[nodiscard]] QRect line() const; // the message's fill

    FilterBox *m_box;
    ElidedLabel *m_text;
    QPushButton *m_link;
    QLabel *m_column;
    bool m_isNote = false;
    qsizetype m_position = 0;
    qsizetype m_length = 0;
};

} // namespace tocsin::ui
