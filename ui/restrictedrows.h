// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace tocsin::ui {

class MainWindowProfile;

// Where restricted alerts may go: the person is asked once for each destination before anything leaves (decisions.md 16); the
// answers are kept in the profile. Main thread; owned by what sends, the profile outlives it.
class RestrictedRows final : public QObject
{
    Q_OBJECT
public:
    RestrictedRows(MainWindowProfile &profile, QObject *parent) : QObject(parent), m_profile(profile) {}

    // Names of destinations, as they are kept.
    [[nodiscard]] static QString clipboard();
    [[nodiscard]] static QString webHost(const QString &host);
    [[nodiscard]] static QString folder(const QString &path);
    [[nodiscard]] static QString tom(const QString &account);

    [[nodiscard]] bool mayGoTo(const QString &destination) const;
    void allow(const QString &destination);
    // The destination has another name, or (empty) is no more.
    void rename(const QString &destination, const QString &newName);
    // Asks with the verb as answer, then calls `go`; a cancel does nothing.
    void ask(const QString &destination, const QString &title, const QString &text, const QString &verb, QWidget *window, std::function<void()> go);

Q_SIGNALS:
    void changed(); // something to keep

private:
    MainWindowProfile &m_profile;
};

} // namespace tocsin::ui
