// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/streammodel.h"

#include <QColor>
#include <QStatusBar>

#include <optional>

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
    enum class Item { Streams, SignIn, Rate, Lag, Hidden, Unseen, Paused, Silenced, Archive, Gaps, Outbox, Rules, Clock };

    struct ArchiveState {
        qint64 bytes = -1; // -1: not asked yet
        qint64 quota = 0;
        qint64 gaps = -1;
        QString trouble; // empty: all is well
    };

    struct RulesState {
        int armed = 0;
        bool wrong = false; // one cannot run, or its action went wrong
        bool waiting = false; // one is held back by a question
        bool broken = false; // their file cannot be read
    };

    explicit WindowStatus(QWidget *parent = nullptr);

    void setStreams(const StreamModel::Totals &totals);
    void setUnseen(qint64 unseen);
    void setHidden(qint64 rows, bool shown); // rows of ignored objects; shown all the same?
    void setPaused(bool paused, qint64 waiting);
    // What is left of the silence of the alarms; empty: they sound.
    void setSilenced(const QString &left, const QString &tip);
    void setArchive(const ArchiveState &state);
    void setOutbox(int targets); // that wait for their TOM; 0: hidden
    void setRules(const RulesState &state);
    // For people and for assistive technology; goes after a while unless `stays`.
    void say(const QString &message, bool bad = false);
    [[nodiscard]] QString said() const;

Q_SIGNALS:
    void clicked(tocsin::ui::WindowStatus::Item item);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
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
    [[nodiscard]] Face rulesFace() const;
    void put(QToolButton *button, const Face &face);
    void present();
    void fitRules();
    void tick();

    QToolButton *m_streams;
    QToolButton *m_signIn;
    QToolButton *m_rate;
    QToolButton *m_lag;
    QToolButton *m_hidden;
    QToolButton *m_unseen;
    QToolButton *m_paused;
    QToolButton *m_silenced;
    QToolButton *m_archive;
    QToolButton *m_gaps;
    QToolButton *m_outbox;
    QToolButton *m_rules;
    QToolButton *m_clock;
    QLabel *m_message;
    QTimer *m_ticker;
    QTimer *m_messageEnd;
    StreamModel::Totals m_totals;
    ArchiveState m_archiveState;
    std::optional<RulesState> m_rulesState; // nobody has told
    qint64 m_unseenCount = 0;
    int m_outboxCount = 0;
    qint64 m_hiddenCount = 0;
    bool m_hiddenShown = false;
    bool m_isPaused = false;
    QString m_silence;
    qint64 m_waiting = 0;
};

} // namespace tocsin::ui
