// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <unordered_set>

namespace tocsin::app {

// Writes committed alerts to standard output on a thread of its own, in the order of their commits. A reader of the pipe
// that is slow holds the router back through waitForRoom(); nothing is dropped. Thread-safe.
class AlertPrinter
{
public:
    struct Settings {
        bool table = false; // columns for people instead of JSON lines
        bool includeTests = false;
        bool silent = false; // counts, writes nothing
        int64_t most = 0; // 0 = no end
    };
    // `ended` is called once on the printer's thread: `most` alerts are out, or the reader has gone.
    AlertPrinter(Settings settings, std::function<void()> ended);
    ~AlertPrinter();

    void print(std::vector<std::shared_ptr<const Alert>> alerts);
    // Whether this alert is one that is printed: the rule of `--include-tests`.
    [[nodiscard]] bool wants(const Alert &alert) const { return m_settings.includeTests || !alert.test; }
    // JSON text of the whole packet, to go with an alert when it is printed.
    void giveFields(const Alert *alert, std::string json);
    // This alert is not printed although wants() would have it.
    void refuse(const Alert *alert);
    void waitForRoom();
    // From now on nobody is held back: the streams are ending, so what still comes is bounded.
    void letAllPass();
    // Calls back once, when everything given so far is written, the reader has gone or stop() was called: on the printer's
    // thread, or at once. The caller's thread stays free to hear signals while a reader does not read.
    void whenDrained(std::function<void()> drained);
    void stop(); // what is not written stays unwritten
    [[nodiscard]] int64_t printed() const;
    // Given and wanted, and not written: after stop().
    [[nodiscard]] int64_t unwritten() const;
    // errno of what standard output refused; 0: nothing, or the reader of a pipe has gone.
    [[nodiscard]] int failure() const;

private:
    void run();
    [[nodiscard]] bool printToTheEnd(); // false: stop() was called
    void tellDrained(); // when it is so
    [[nodiscard]] bool write(const std::string &text);

    const Settings m_settings;
    const std::function<void()> m_ended;
    const bool m_isFile;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<const Alert>> m_waiting;
    std::unordered_map<const Alert *, std::string> m_fields;
    std::unordered_set<const Alert *> m_refused;
    bool m_writing = false;
    bool m_stopping = false;
    bool m_letAllPass = false;
    bool m_over = false; // the thread prints no more
    std::function<void()> m_drained;
    bool m_gone = false; // the reader of the pipe, or the last alert is out
    int64_t m_printed = 0;
    int64_t m_taken = 0; // of those, and of what is being written
    int m_failure = 0;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::app
