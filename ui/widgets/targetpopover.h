// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"
#include "core/tom/target.h"
#include "core/tom/targets.h"
#include "ui/models/targetdesk.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tocsin::ui {

class DuplicateView;
class FittingScroll;
class MessagePanel;
class RestrictedRows;
class TargetForm;

// The target of one row as it would be, below the row (look.md 6): is there in the same frame, reads the alert, looks for
// duplicates and says what it found; only then it creates. Esc closes, Enter is the primary verb, which is always the
// harmless one. Whatever it waits for ends when it closes, but for a target that is on its way already. Lies over the window
// as a child of it. Main thread; desk and answers outlive it.
class TargetPopover final : public QWidget
{
    Q_OBJECT
public:
    enum class State { Closed, Reading, Looking, New, Duplicate, Down, Trouble, Local, Restricted, Refused, Sending, Failed, Strangers };

    TargetPopover(TargetDesk &desk, RestrictedRows &restricted, QWidget *window);
    ~TargetPopover() override;

    // `row` in the archive; `known`: its alert, where somebody has it in memory; `anchor`: the row on the screen, in the window.
    void openFor(int64_t row, const Alert *known, const QRect &anchor);
    // One that the TOM refused, with what it said.
    void openRefused(const tom::TargetRecord &record, const QRect &anchor);
    void setLastTom(const QString &account) { m_lastTom = account; } // is offered first
    [[nodiscard]] State state() const { return m_state; }
    // Whether it has told this answer itself; once for each.
    [[nodiscard]] bool hasTold(int64_t number);
    [[nodiscard]] static constexpr std::chrono::milliseconds undoTime() { return std::chrono::seconds(10); }

Q_SIGNALS:
    void made(const tocsin::tom::TargetRecord &record); // created, linked, queued or in the local list
    void accountsWanted(const QString &account); // empty: a new one
    void tomChosen(const QString &account);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Verb { None, Close, Create, CreateAnyway, UseExisting, AddAsAlias, Queue, KeepLocal, TryAgain, Allow, Accounts, NewAccount, KeepSeen, Delete };

    void begin(const QRect &anchor);
    void askFacts();
    void look();
    void takeDraft(const Result<tom::Draft> &draft);
    void takeLookup(const Result<tom::Lookup> &found);
    void take(const Result<tom::TargetRecord> &record);
    void takeSettled(const tom::TargetRecord &record);
    void takeStrangers(const tom::TargetRecord &record);
    void chooseTom(const QString &account);
    void create(bool anyway);
    void link(bool alias);
    void keep(const QString &account); // in the outbox, or in the local list
    void send(Verb verb);
    void finish(const tom::TargetRecord &record);
    void fail(const QString &title, const QString &text, const QMap<QString, QString> &problems);
    void act(Verb verb);
    void show(State state);
    void offer(Verb left, const QString &leftText, Verb second, const QString &secondText, Verb primary, const QString &primaryText);
    void sayNext();
    void place();
    void useLook();
    [[nodiscard]] QString destination() const;
    [[nodiscard]] QList<QWidget *> fields() const;

    TargetDesk &m_desk;
    RestrictedRows &m_restricted;
    State m_state = State::Closed;
    QRect m_anchor;
    QPointer<QWidget> m_before; // had the focus
    QString m_lastTom;
    std::unique_ptr<QObject> m_session; // what is asked while it is open
    std::unique_ptr<QObject> m_question; // the look for duplicates that counts
    tom::Draft m_draft; // as it was read
    tom::TomFacts m_facts;
    tom::Lookup m_lookup;
    tom::TargetRecord m_sent; // on its way, or refused, or seen by strangers
    int64_t m_told = 0; // the record whose answer it told
    bool m_allowed = false; // restricted alerts, just now
    bool m_armed = false; // a doubt was told: the next press counts
    bool m_waits = false; // for what becomes of m_sent
    int m_secondsLeft = 0; // until it looks again by itself
    QTimer m_second;
    QTimer m_typing; // the name is looked for when nobody types
    QTimer m_patience; // with a target on its way

    QHBoxLayout *m_head;
    QLabel *m_glyph;
    QLabel *m_title;
    QLabel *m_hint;
    QWidget *m_body;
    FittingScroll *m_scroll;
    TargetForm *m_form;
    QLabel *m_notice; // of the TOM
    MessagePanel *m_panel;
    DuplicateView *m_duplicates;
    QWidget *m_photometryRow;
    QCheckBox *m_photometry;
    QLabel *m_points;
    QLabel *m_next;
    QWidget *m_foot;
    QPushButton *m_leftButton;
    QPushButton *m_secondButton;
    QPushButton *m_primary;
    Verb m_leftVerb = Verb::None;
    Verb m_secondVerb = Verb::None;
    Verb m_primaryVerb = Verb::None;
};

} // namespace tocsin::ui
