// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "ui/models/eventfold.h"
#include "ui/models/rowlist.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace tocsin::ui {

// A whole list in its order. Handed over from thread to thread, and taken apart there: it may be large.
struct ArrangedRows {
    RowList list;
    std::optional<EventFold> fold; // where the list is folded
};

// What a search has found since its last answer. A plain value.
struct FoundRows {
    enum class Step { Finding, Folding, Sorting };
    quint64 ticket = 0; // of the question
    std::vector<int64_t> rows; // of a question in pieces: ascending; a later piece lies before all earlier ones
    std::shared_ptr<ArrangedRows> whole; // of any other question, once it is done
    Step step = Step::Finding;
    double fraction = 0; // of the step that is done
    bool done = false; // no further piece follows
    bool failed = false; // failed() said why
    qint64 total = -1; // rows of the archive, filtered or not; where asked for
    qint64 behind = 0; // of these, behind the row that was named
    int64_t last = 0; // the greatest of these
    std::optional<std::vector<int64_t>> unread; // ascending: rows left out because their packets are damaged or lost; nothing: not looked for
};

// Finds the rows that pass a filter, folds and sorts them, on a thread of its own, so that pages can be read while it runs. The
// newest question ends the one that runs. Lives on the main thread; answers arrive there; the archive outlives it.
class AlertSearch final : public QObject
{
    Q_OBJECT
public:
    struct Question {
        quint64 ticket = 0;
        std::shared_ptr<const filter::Filter> filter; // null: all rows
        UtcTime now;
        bool inPieces = false; // the newest rows first and as soon as there are some; then neither folded nor sorted
        bool fold = false;
        std::optional<archive::SortKey> sort;
        std::shared_ptr<const RowList> known; // the rows that pass, in any order, where they need not be found
        std::vector<int64_t> knownToo; // and more of them
        std::optional<int64_t> countBehind; // count the archive's rows, and those behind this one; not of `known`
    };

    explicit AlertSearch(archive::Archive &archive, QObject *parent = nullptr);
    ~AlertSearch() override;
    // Ends a search in pieces; what it has found so far comes as its last piece.
    void stop();
    void find(Question question); // found() follows until it is done, unless asked anew or cancelled
    void cancel();

Q_SIGNALS:
    void found(const tocsin::ui::FoundRows &rows);
    void failed(const tocsin::Error &error);

private:
    void run();
    [[nodiscard]] Outcome answer(archive::Reader &reader, Question &question);
    [[nodiscard]] Outcome answerInPieces(archive::Reader &reader, const Question &question, FoundRows last);
    [[nodiscard]] Result<std::vector<int64_t>> rowsOf(archive::Reader &reader, Question &question, FoundRows &last);
    [[nodiscard]] archive::GoOn teller(quint64 ticket, FoundRows::Step step);
    [[nodiscard]] bool isStale();
    void tell(FoundRows rows);
    void tellFailed(quint64 ticket, const Error &error);

    archive::Archive &m_archive;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
    bool m_cancelled = false; // the question that runs
    std::optional<Question> m_question;
    bool m_inPieces = false; // the search that runs
    bool m_stop = false; // and is to end
    std::thread m_thread; // last: starts when all else is there
};

} // namespace tocsin::ui
