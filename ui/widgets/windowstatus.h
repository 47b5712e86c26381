// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/streammodel.h"

#include <QColor>
#include <QStatusBar>

class QLabel;
class QTimer;
class QToolButton;

namespace tocsin::ui {

struct Palette;

// The status bar: every item a flat button that leads to its reason. What is not known is said so; what is wrong
// changes its shape and its word, not only its colour. Messages stand at their own place and hide nothing.
class WindowStatus final : public QStatusBar
{
    Q_OBJECT
public:
    enum class Item { Streams, SignIn, Rate, Lag, Unseen, Paused, Archive, Gaps, Outbox, Clock };

    struct ArchiveState {
        qint64 bytes = -1; // -1: not asked yet
        qint64 quota = 0;
        qint64 gaps = -1;
        QString trouble; // empty: all is well
    };

    explicit WindowStatus(QWidget *parent = nullptr);

    void setStreams(const StreamModel::Totals &totals);
    void setUnseen(qint64 unseen);
    void setPaused(bool paused, qint64 waiting);
    void setArchive(const ArchiveState &state);
    void setOutbox(int targets); // that wait for their TOM; 0: hidden
    // For people and for assistive technology; goes after a while unless `stays`.
    void say(const QString &message, bool bad = false);
    [[nodiscard]] QString said() const;

Q_SIGNALS:
    void clicked(tocsin::ui::WindowStatus::Item item);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Face {
        QString text;
        QString glyph = {}; // empty: none
        QColor Palette::*colour = nullptr; // of the glyph, and of the word when strong
        bool strong = false;
        bool visible = true;
    };
    QToolButton *add(Item item, const QString &name);
    void put(QToolButton *button, const Face &face);
    void present();
    void tick();

    QToolButton *m_streams;
    QToolButton *m_signIn;
    QToolButton *m_rate;
    QToolButton *m_lag;
    QToolButton *m_unseen;
    QToolButton *m_paused;
    QToolButton *m_archive;
    QToolButton *m_gaps;
    QToolButton *m_outbox;
    QToolButton *m_clock;
    QLabel *m_message;
    QTimer *m_ticker;
    QTimer *m_messageEnd;
    StreamModel::Totals m_totals;
    ArchiveState m_archiveState;
    qint64 m_unseenCount = 0;
    int m_outboxCount = 0;
    bool m_isPaused = false;
    qint64 m_waiting = 0;
};

} // namespace tocsin::ui
