// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

namespace tocsin::rig {

// A real gnome-keyring on a session bus of its own, its data in a temporary folder; unlocked at first. Owned by the test,
// used from one thread. A program has one session bus for its life, so a test that asks the keychain itself calls
// useHere() before anything else.
class Keyring final
{
public:
    Keyring() = default;
    ~Keyring();
    Q_DISABLE_COPY_MOVE(Keyring)

    // False with why() when it cannot be had.
    [[nodiscard]] bool up();
    [[nodiscard]] QString why() const { return m_why; }
    void useHere() const;
    // For a program that is to see it, and for one that is to see no bus at all. Neither sees a display.
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QProcessEnvironment withoutBus() const;

    [[nodiscard]] bool lock();
    [[nodiscard]] bool unlock();
    // How often the person was asked so far: each time the bus starts the prompter, which finds no display and ends.
    [[nodiscard]] int prompts();
    void freeze(); // SIGSTOP
    void thaw();

    // As another program sees it: the value under a key of the service "tocsin".
    [[nodiscard]] QByteArray lookup(const QString &key);
    [[nodiscard]] bool clear(const QString &key);
    [[nodiscard]] bool put(const QString &key, const QByteArray &base64); // in place of what qtkeychain wrote
    // Everything of the service "tocsin", one "user = KEY" line each.
    [[nodiscard]] QStringList keys();

private:
    QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {});

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_daemon;
    QString m_address;
    QString m_why;
    int m_prompts = 0;
    int m_code = 0; // of the last run
};

// The main of a test program that needs one: exit status 77 with the reason when it cannot be had, 1 when
// REQUIRE_REAL_PARTS=1 says that it must be.
int keyringIsMissing(const QString &why);

} // namespace tocsin::rig
