// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/topiclookup.h"
#include "core/streams/topicrules.h"
#include "ui/dialogs/brokerquestion.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tocsin::ui {

class MessagePanel;

// Asks the broker which topics there are, shows them by families with the time of their newest message, which of them the
// rules of the stream take, and what each rule takes. Ticking one adds it to the rules. Owned by the stream dialog.
class TopicBrowser final : public QWidget
{
    Q_OBJECT
public:
    explicit TopicBrowser(QWidget *parent = nullptr);

    void setQuestion(BrokerQuestion question) { m_question = std::move(question); } // what to ask
    // What the stream reads, shown live. `own`: those of the rules that a tick adds and takes away.
    void setRules(const QStringList &rules, const QStringList &excludes, const QStringList &own);
    [[nodiscard]] QList<QWidget *> fields() const; // in reading order
    void ask();
    void forget(); // another server: the list no longer holds

Q_SIGNALS:
    void ticked(const QString &topic, bool on);
    void asked();

private:
    enum class Face { Idle, Asking, Found, Failed };
    void lookUp(const streams::StreamType &type, const Result<streams::StreamConfig> &config);
    void show_(Face face);
    void handleFound(const std::vector<streams::TopicInfo> &topics);
    void handleFailed(const Error &error);
    void refreshTicks();
    void refreshPreview();
    void applyFind();

    services::TopicLookup m_lookup;
    BrokerQuestion m_question;
    int m_turn = 0; // an answer of the vault to an earlier one is not wanted any more
    bool m_reading = false; // the account
    QStringList m_ruleTexts;
    QStringList m_excludes;
    QStringList m_own;
    streams::TopicRules m_rules;
    std::vector<streams::TopicInfo> m_topics;

    QPushButton *m_askButton;
    QLabel *m_hint;
    QProgressBar *m_progress;
    QLineEdit *m_find;
    QCheckBox *m_onlyTaken;
    QTreeWidget *m_list;
    QLabel *m_summary;
    QLabel *m_preview; // what each rule takes
    MessagePanel *m_failure;
    bool m_filling = false;
};

} // namespace tocsin::ui
