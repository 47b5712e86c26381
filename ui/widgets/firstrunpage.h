// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tocsin::ui {

// What stands in place of the table while no stream is configured: three ways to begin. Owned by the window.
class FirstRunPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void demoWanted();
    void addStreamWanted();
    void openFilesWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tocsin::ui
