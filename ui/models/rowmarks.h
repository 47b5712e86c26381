// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace tocsin::ui {

// The rows of the archive that pass the first, the second … of several conditions, and the marked ones. A plain value.
struct MarkedRows {
    quint64 ticket = 0; // of the question
    std::vector<std::vector<int64_t>> rows; // beside the conditions; each ascending; a row is with the first that it passes
    std::vector<int64_t> starred; // ascending
    std::vector<std::vector<int64_t>> unread; // beside the conditions; ascending: only their packets could tell, which are damaged or lost
};

// Finds them on a thread of its own, at leisure: they colour rows and the strip beside the scroll bar. The newest question
// ends the one that runs. Lives on the main thread; answers arrive there; the archive outlives it.
class RowMarks final : public QObject
{
    Q_OBJECT
public:
    // A condition that more rows pass does not tell rows apart: the newest so many are kept.
    static constexpr size_t kMost = 1'000'000;

    using Conditions = std::vector<std::shared_ptr<const filter::Filter>>; // null ones find nothing

    explicit RowMarks(archive::Archive &archive, QObject *parent = nullptr);
    ~RowMarks() override;

    void ask(quint64 ticket, Conditions conditions); // found() follows, unless asked anew
    // Alerts that have arrived since; added() follows for those that pass one of the conditions asked for last.
    void judge(std::vector<std::shared_ptr<const Alert>> alerts);

Q_SIGNALS:
    void found(const tocsin::ui::MarkedRows &rows); // all of them
    void added(const tocsin::ui::MarkedRows &rows); // more of them
    void failed(const tocsin::Error &error);

private:
    struct Question {
        quint64 ticket = 0;
        Conditions conditions;
    };
    void run();
    [[nodiscard]] Outcome answer(archive::Reader &reader, const Question &question);
    void judgeAll(archive::Reader &reader, const Question &question, const std::vector<std::shared_ptr<const Alert>> &alerts);
    [[nodiscard]] bool isStale();
    void tell(const Error &error);

    archive::Archive &m_archive;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
    std::optional<Question> m_question;
    std::vector<std::shared_ptr<const Alert>> m_alerts;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::ui
