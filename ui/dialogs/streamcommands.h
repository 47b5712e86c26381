// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QMenu;
class QWidget;

namespace tocsin::services {
class StreamManager;
}

namespace tocsin::archive {
class Archive;
}

namespace tocsin::ui {

class StreamModel;
class WindowAccounts;

// What one can do with streams, each as one call that opens its dialog: used by the menu bar, the dock's menu and the
// pages. Main thread; owned by the window.
class StreamCommands final : public QObject
{
    Q_OBJECT
public:
    // `accounts`: those of the window; they outlive this.
    StreamCommands(services::StreamManager &manager, archive::Archive &archive, StreamModel &model, WindowAccounts &accounts, QWidget *window);

    void add(const QString &type = {}); // begins with this kind
    void edit(const QString &uuid); // begins at a secret that is missing
    void signIn(const QString &uuid); // where its secret can be given: the account, or the stream's own password
    void rename(const QString &uuid);
    void start(const QString &uuid);
    void stop(const QString &uuid);
    void startAll();
    void stopAllStreams(); // the streams end, the program does not
    void setEnabled(const QString &uuid, bool enabled);
    void remove(const QString &uuid); // asks once
    void showLog(const QString &uuid);
    void fillGaps(const QString &uuid); // all that the archive knows of and the broker may still have
    void copyStatus(const QString &uuid);
    [[nodiscard]] bool canStart(const QString &uuid) const;
    [[nodiscard]] bool canStop(const QString &uuid) const;

    void fillMenu(QMenu &menu, const QString &uuid);

Q_SIGNALS:
    void said(const QString &message, bool bad); // for the status bar

private:
    void openDialog(const QString &uuid, const QString &type = {});
    [[nodiscard]] QString shownName(const QString &uuid) const;
    [[nodiscard]] QStringList namesBut(const QString &uuid) const;

    services::StreamManager &m_manager;
    archive::Archive &m_archive;
    StreamModel &m_model;
    WindowAccounts &m_accounts;
    QWidget *m_window;
};

} // namespace tocsin::ui
