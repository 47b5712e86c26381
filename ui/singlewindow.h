// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QObject>
#include <QString>

class QLocalServer;

namespace tocsin {
struct Places;
}

namespace tocsin::ui {

// One window per home: the first start holds a lock and listens on a local socket named after the home; a second one
// finds the lock taken, asks the first to come forward and ends. Main thread; owned by the program.
class SingleWindow final : public QObject
{
    Q_OBJECT
public:
    explicit SingleWindow(const Places &places, QObject *parent = nullptr);
    ~SingleWindow() override;

    // True: this process has the window of the home. False: another one was asked to show itself.
    [[nodiscard]] bool claim();
    [[nodiscard]] static QString nameFor(const Places &places);

Q_SIGNALS:
    void asked(); // another start wants the window

private:
    void askTheOther();

    const QString m_name;
    QLockFile m_lock;
    QLocalServer *m_server = nullptr;
};

} // namespace tocsin::ui
