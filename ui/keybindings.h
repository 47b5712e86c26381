// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <vector>

class QAction;
class QWidget;

namespace tocsin::ui {

class MainWindowProfile;

// Which keys do what: those of the window's actions, which hold everywhere, and the letters of the table, which hold while it
// has the focus. Every one can be given another key, which the profile keeps. Main thread; owned by the window.
class KeyBindings final : public QObject
{
    Q_OBJECT
public:
    struct Binding {
        QString id; // in the profile
        QString what;
        QList<QKeySequence> standard;
        QList<QKeySequence> keys; // in use
        QPointer<QAction> action; // null: of the table
        [[nodiscard]] bool isTables() const { return !action; }
    };

    // The actions are named by objectName(). `tables` have the letters: the list, and what stands in its place.
    KeyBindings(const QList<QAction *> &actions, const QList<QWidget *> &tables, MainWindowProfile &profile, QObject *parent);

    void restore(); // what the profile keeps
    [[nodiscard]] const std::vector<Binding> &all() const { return m_all; }
    // Why a key cannot be given to this one; empty: it can.
    [[nodiscard]] QString problem(size_t at, const QKeySequence &key) const;
    void set(size_t at, const QKeySequence &key); // empty: none
    void setStandard(size_t at);

Q_SIGNALS:
    void changed(); // something to keep

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void use(Binding &binding, const QList<QKeySequence> &keys);
    void keep();

    std::vector<Binding> m_all;
    MainWindowProfile &m_profile;
    bool m_sending = false; // a key in another's place
};

} // namespace tocsin::ui
