// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tocsin::ui {

// A message in the window: what happened, why and what to do, as plain text on the soft fill of its kind. As a box in
// a dialog it has a border; as a banner across the window a stripe at the left. Says itself to assistive technology
// when its words change.
class MessagePanel final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Info, Good, Warn, Bad };
    enum class Shape { Box, Banner };

    explicit MessagePanel(QWidget *parent = nullptr, Shape shape = Shape::Box);
    // `detail` (the library's own words) can be read as tooltip and is copied along.
    void setMessage(Kind kind, const QString &title, const QString &text, const QString &detail = {});
    QPushButton *addButton(const QString &text);
    [[nodiscard]] QString title() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Shape m_shape;
    Kind m_kind = Kind::Info;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_row;
};

} // namespace tocsin::ui
