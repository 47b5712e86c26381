// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace tocsin::ui {

class StreamModel;

// The list in the streams dock. Asks its owner for the menu of a stream and folds topics with Left and Right or a
// double click. The model outlives it.
class StreamList final : public QListView
{
    Q_OBJECT
public:
    explicit StreamList(StreamModel &model, QWidget *parent = nullptr);
    [[nodiscard]] QString currentUuid() const;
    void select(const QString &uuid);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void menuWanted(const QString &uuid, const QPoint &globalPosition);
    void opened(const QString &uuid); // Enter
    void signInWanted(const QString &uuid); // the offer in its row
    void currentStreamChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void restoreCurrent();
    [[nodiscard]] bool isOnSignIn(const QPoint &at) const;
    void toggleFold(const QModelIndex &index, bool fold);

    StreamModel &m_streams;
    QString m_current; // while the model is reset
};

} // namespace tocsin::ui
