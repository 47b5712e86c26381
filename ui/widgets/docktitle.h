// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;

namespace tocsin::ui {

// The title of a dock: name, a word at the right, and the two small buttons. While its pane was reached with F6 the
// title stands in the text colour below an accent line. Owned by the dock.
class DockTitle final : public QWidget
{
    Q_OBJECT
public:
    DockTitle(const QString &title, QDockWidget *dock, bool withButtons);
    void setInfo(const QString &info);
    void setActive(bool active);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void present();

    QLabel *m_title;
    QLabel *m_info;
    bool m_active = false;
};

} // namespace tocsin::ui
