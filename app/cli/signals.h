// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>

class QSocketNotifier;

namespace tocsin::app {

// Turns SIGINT and SIGTERM into a Qt signal on the main thread; a second one ends the process at once, and so does the
// first when the process is still there after `limit` (0 = never): not even a blocked write may hold it. SIGPIPE is
// ignored: a closed pipe is seen where it is written. One per process.
class Signals final : public QObject
{
    Q_OBJECT
public:
    explicit Signals(std::chrono::seconds limit = {}, QObject *parent = nullptr);
    ~Signals() override;

Q_SIGNALS:
    void interrupted();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace tocsin::app
