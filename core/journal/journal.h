// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QSqlDatabase>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace tocsin::journal {

// What people and rules have done about alerts: targets and those that wait for their TOM, alarms, tags, notes. One small SQLite
// file in the archive's folder, `journal.sqlite`, since it speaks of its rows; it does not go with them; shared by all programs
// of a home, so that window and command line have one state. Each subject keeps its tables in a class of its own and hands jobs
// to the journal's one thread, which runs them in order; those that wait are kept by one commit, and one that goes wrong is
// taken back alone. Lives on the main thread, jobs may come from any; those who hand them in are told on the main thread,
// through its loop, and not at all once their context is gone.
class Journal final : public QObject
{
    Q_OBJECT
public:
    // Empty: in memory.
    explicit Journal(QString file, QObject *parent = nullptr);
    // What was handed in is done first.
    ~Journal() override;

    [[nodiscard]] static QString fileIn(const QString &archiveFolder) { return archiveFolder + QStringLiteral("/journal.sqlite"); }

    // A job that reads or writes; what it gives comes back to `context`, which lives on the main thread, once it is kept.
    template <typename T>
    void ask(QObject *context, std::function<Result<T>(QSqlDatabase &)> job, std::function<void(Result<T>)> done)
    {
        auto answer = std::make_shared<std::optional<Result<T>>>();
        push({.work = workOf<T>(std::move(job), answer),
              .tell = [guard = QPointer<QObject>(context), done = std::move(done), answer](const std::optional<Error> &trouble) {
                  if (trouble)
                      answer->emplace(*trouble);
                  QMetaObject::invokeMethod(qApp, [guard, done, answer] {
                      if (guard && done)
                          done(std::move(**answer));
                  }, Qt::QueuedConnection);
              }});
    }
    // The same for those who wait: threads of core, and commands without a window. Bounded by the busy time of SQLite.
    template <typename T>
    [[nodiscard]] Result<T> wait(std::function<Result<T>(QSqlDatabase &)> job)
    {
        auto answer = std::make_shared<std::optional<Result<T>>>();
        auto kept = std::make_shared<std::promise<void>>();
        std::future<void> told = kept->get_future();
        push({.work = workOf<T>(std::move(job), answer), .tell = [answer, kept](const std::optional<Error> &trouble) {
                  if (trouble)
                      answer->emplace(*trouble);
                  kept->set_value();
              }});
        told.wait();
        return std::move(**answer);
    }

Q_SIGNALS:
    // Something was written, by this program or another one; a few times a second at most. Those who show something ask again.
    void changed();

private:
    struct Job {
        std::function<bool(QSqlDatabase &)> work; // false: takes back what it wrote
        std::function<void(const std::optional<Error> &)> tell; // after the commit; an error: nothing was kept
    };

    template <typename T>
    [[nodiscard]] static std::function<bool(QSqlDatabase &)> workOf(std::function<Result<T>(QSqlDatabase &)> job, std::shared_ptr<std::optional<Result<T>>> answer)
    {
        return [job = std::move(job), answer = std::move(answer)](QSqlDatabase &db) {
            answer->emplace(job(db));
            return (*answer)->ok();
        };
    }

    void push(Job job);
    void runThread();
    [[nodiscard]] Outcome open();
    void runJobs(const std::vector<Job> &jobs);
    [[nodiscard]] Outcome runJob(const Job &job);
    void lookAround();
    [[nodiscard]] std::chrono::milliseconds untilNews() const;

    const QString m_file;
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Job> m_jobs;
    bool m_ending = false;
    // The journal's thread only.
    std::optional<QSqlDatabase> m_db;
    qlonglong m_version = -1; // SQLite's, of what others wrote
    qlonglong m_written = 0; // rows, by this connection
    bool m_hasNews = false; // for changed()
    std::chrono::steady_clock::time_point m_nextNews;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::journal
