// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QToolButton;
class QVariantAnimation;

namespace tocsin::ui {

class ElidedLabel;

// The newest open alarm across the window (look.md 6): stripe, glyph, what the rule is called, the fact, how long ago, and what
// can be done. Pushes what is below it and covers nothing. Opens in 120 ms, blinks at 1 Hz for 10 s at most; both not where
// motion is reduced. Says itself to assistive technology. Main thread.
class AlarmBanner final : public QWidget
{
    Q_OBJECT
public:
    explicit AlarmBanner(QWidget *parent = nullptr);

    // Without one it is hidden. `others`: further open alarms. `silence`: "silenced until 03:20"; empty: it sounds.
    void setAlarm(const std::optional<alarms::Alarm> &alarm, int others, const QString &silence);
    [[nodiscard]] const std::optional<alarms::Alarm> &alarm() const { return m_alarm; }
    // Targets were made from the event of a retraction: their removal is offered.
    void setTargets(const QString &event, int count);
    void setAcknowledgeKey(const QString &key); // as it is shown
    void blink(); // it is heard just now
    [[nodiscard]] bool isBlinking() const { return m_blinksLeft > 0; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void showWanted(qint64 row);
    void acknowledgeWanted(qint64 number);
    void logWanted();
    void targetsRemovalWanted(const QString &event);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void present();
    void tick();
    void handleBlink();
    void open();
    void letGoOfHeight();
    [[nodiscard]] QString ageText() const;

    std::optional<alarms::Alarm> m_alarm;
    int m_others = 0;
    QString m_silence;
    QString m_targetsOf;
    int m_targets = 0;
    QString m_key;
    QLabel *m_title;
    ElidedLabel *m_fact;
    ElidedLabel *m_age;
    QToolButton *m_more;
    QPushButton *m_remove;
    QPushButton *m_show;
    QPushButton *m_acknowledge;
    QTimer m_ticker;
    QTimer m_blink;
    int m_blinksLeft = 0;
    QVariantAnimation *m_opening;
};

} // namespace tocsin::ui
