// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace tocsin::ui {

struct ComparedPacket;

// “Changed since Update 1, 02:41” and below it what, old → new (look.md 6). Says the same to assistive technology in one line.
class ChangesBox final : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesBox(QWidget *parent = nullptr);
    void showChanges(const ComparedPacket &packet); // hidden where there is no revision before
    void clear();

Q_SIGNALS:
    void compareWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void useLook();

    QLabel *m_title;
    QLabel *m_text;
    QToolButton *m_compare;
};

} // namespace tocsin::ui
