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

// What a search has found since its last answer. A plain value.
struct FoundRows {
    quint64 ticket = 0; // of the question
    std::vector<int64_t> rows; // ascending; a later piece lies before all earlier ones
    double fraction = 0; // of the work that is done
    bool done = false; // no further piece follows
    bool failed = false; // failed() said why
    qint64 total = -1; // rows of the archive, filtered or not; where asked for
    qint64 behind = 0; // of these, behind the row that was named
};

// Finds the rows that pass a filter, on a thread of its own, so that pages can be read while it runs. The newest question
// ends the one that runs. Lives on the main thread; answers arrive there; the archive outlives it.
class AlertSearch final : public QObject
{
    Q_OBJECT
public:
    struct Question {
        quint64 ticket = 0;
        std::shared_ptr<const filter::Filter> filter; // null: all rows
        UtcTime now;
        bool inPieces = false; // the newest rows first and as soon as there are some; else all of them in one piece
        std::optional<int64_t> countBehind; // count the archive's rows, and those behind this one
    };

    explicit AlertSearch(archive::Archive &archive, QObject *parent = nullptr);
    ~AlertSearch() override;
    void find(Question question); // found() follows until it is done, unless asked anew
    // Ends a search in pieces; what it has found so far comes as its last piece.
    void stop();

Q_SIGNALS:
    void found(const tocsin::ui::FoundRows &rows);
    void failed(const tocsin::Error &error);

private:
    void run();
    [[nodiscard]] Outcome answer(archive::Reader &reader, const Question &question);
    [[nodiscard]] bool isStale();
    void tell(FoundRows rows);

    archive::Archive &m_archive;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
    std::optional<Question> m_question;
    bool m_inPieces = false; // the search that runs
    bool m_stop = false; // and is to end
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::ui
