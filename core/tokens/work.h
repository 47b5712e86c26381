// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>

#include <functional>
#include <memory>
#include <stop_token>

namespace tocsin::tokens {

// Runs `work` on a thread of a pool of ours. At the end of the program `ending` is requested, and what still runs is waited for,
// 1 s at most: a refresh token that has just come is stored by then.
void startWork(std::function<void(const std::stop_token &ending)> work);

// The same with an answer, which comes back to the main thread through its loop; nobody is told once `context`, which lives
// there, has gone.
template <typename T>
void startWork(QObject *context, std::function<T(const std::stop_token &ending)> work, std::function<void(T)> done)
{
    startWork([context = QPointer<QObject>(context), work = std::move(work), done = std::move(done)](const std::stop_token &ending) {
        auto answer = std::make_shared<T>(work(ending));
        QMetaObject::invokeMethod(qApp, [context, done, answer] {
            if (context)
                done(std::move(*answer));
        }, Qt::QueuedConnection);
    });
}

} // namespace tocsin::tokens
