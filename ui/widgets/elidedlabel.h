// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QUrl>

namespace tocsin::ui {

// One line of plain text that gives up its middle or its end where there is no room, and says the whole in its tooltip
// and to assistive technology. May be a link, whose address is the tooltip. Where it takes the focus it shows it.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget *parent = nullptr);
    void setFullText(const QString &text);
    void setLink(const QUrl &address, const QString &text); // of an address that was checked
    [[nodiscard]] const QString &fullText() const { return m_full; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void present();

    const Qt::TextElideMode m_mode;
    QString m_full;
    QString m_address; // encoded; empty: no link
};

} // namespace tocsin::ui
