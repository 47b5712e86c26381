// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"
#include "ui/widgets/messagepanel.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <cstdint>
#include <deque>
#include <functional>
#include <vector>

class QPushButton;

namespace tocsin::ui {

// The line across the window that tells what became of a target, and takes it back for ten seconds. What asks for a decision
// (strangers can see it, its alert was retracted, the TOM refused it) stays until somebody answers. Main thread.
class TargetBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TargetBar(QWidget *parent = nullptr);

    void tellMade(const tom::TargetRecord &record, const QString &host, std::chrono::milliseconds undo);
    void tellStrangers(const tom::TargetRecord &record, const QString &host);
    void tellRefused(const tom::TargetRecord &record, const QString &host);
    void tellKept(const tom::TargetRecord &record, const QString &host); // it was to be removed
    void tellRetracted(const QString &name, const std::vector<int64_t> &numbers);
    // Nobody has to decide about this one any more.
    void forget(int64_t number);

Q_SIGNALS:
    void pageWanted(const QUrl &page);
    void removeWanted(const std::vector<int64_t> &numbers);
    void correctWanted(const tocsin::tom::TargetRecord &record);

private:
    struct Message {
        MessagePanel::Kind kind = MessagePanel::Kind::Info;
        QString title;
        QString text;
        QString verb; // of the decision; empty: it may be undone
        std::function<void()> decide;
        std::vector<int64_t> numbers;
        QUrl page;
        int seconds = 0; // to undo
    };
    void decideLater(Message message);
    void present();
    void tick();
    void putAway();
    [[nodiscard]] const Message *shown() const;

    std::deque<Message> m_decisions; // the oldest first
    Message m_made; // no title: none
    MessagePanel *m_panel;
    QPushButton *m_open;
    QPushButton *m_verb;
    QPushButton *m_keep;
    QTimer m_second;
};

} // namespace tocsin::ui
