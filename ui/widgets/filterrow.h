// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QTimer;

namespace tocsin::ui {

// The row above the table: what the filter does in a word, the box, how many rows pass. Says what is typed after a
// short rest, or at once on Enter. Escape leaves the box and keeps the text.
class FilterRow final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterRow(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void clear();
    void focusBox();
    [[nodiscard]] QLineEdit *box() const { return m_box; }
    void setRunning(bool running);
    // -1 for `shown`: no filter, then only the total is said.
    void setCounts(qint64 shown, qint64 total);

Q_SIGNALS:
    void filterChanged(const QString &text);
    void left(); // Enter or Escape: the focus belongs to the table

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void present();
    void apply();
    [[nodiscard]] int chipWidth() const;

    QLabel *m_glyph;
    QLabel *m_word;
    QLineEdit *m_box;
    QLabel *m_count;
    QTimer *m_rest;
    QString m_applied;
    bool m_running = false;
};

} // namespace tocsin::ui
