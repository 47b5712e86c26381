// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ladder/ladder.h"
#include "ui/dialogs/brokerquestion.h"

#include <QWidget>

#include <utility>

class QLabel;
class QPushButton;

namespace tocsin::ui {

class LadderView;

// Tries the connection of the stream that is being filled in, and shows how far it comes. Owned by the stream dialog.
class ConnectionPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionPanel(QWidget *parent = nullptr);

    void setQuestion(BrokerQuestion question) { m_question = std::move(question); } // what to try
    [[nodiscard]] QList<QWidget *> fields() const; // in reading order
    void test();
    void forget(); // another server or account: what was found no longer holds
    void fold(); // only the outcome, to make room
    // The rung that did not hold; null: none did fail, or nobody tried.
    [[nodiscard]] const ladder::Rung *failure() const { return m_ended ? m_ladder.failure() : nullptr; }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    // For a mail to those who run the broker; no secrets.
    [[nodiscard]] QString report() const;

Q_SIGNALS:
    void began();
    void changed(); // ended, or forgotten

private:
    void climb(const streams::StreamType &type, const Result<streams::StreamConfig> &config);
    void handleFinished();
    void present();

    ladder::Ladder m_ladder;
    BrokerQuestion m_question;
    int m_turn = 0; // an answer of the vault to an earlier one is not wanted any more
    bool m_reading = false; // the account
    Error m_refused; // by the vault
    QString m_tried; // the stream's servers
    bool m_ended = false;
    QPushButton *m_button;
    QLabel *m_hint;
    LadderView *m_view;
    QLabel *m_outcome;
};

} // namespace tocsin::ui
