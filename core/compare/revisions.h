// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <memory>
#include <span>
#include <vector>

namespace tocsin::compare {

// The revisions of an event as its sender made them, out of all rows that carry the event's key. Rows of the same revision
// that came by several ways (another stream, another topic) count once.
struct Revisions {
    std::vector<std::shared_ptr<const Alert>> list; // oldest first, each by the row that came first or, where it is the one asked for, by that
    size_t current = 0; // the one asked for, in `list`
    int paths = 1; // ways by which it came
    std::shared_ptr<const Alert> previous; // to compare with; null: nothing came before

    [[nodiscard]] bool isEmpty() const { return list.size() < 2; }
};

// Whether two rows are the same revision by two ways.
[[nodiscard]] bool isSameRevision(const Alert &a, const Alert &b);
// Whether one may be a revision of the other: the same sender says the same kind of thing about the same event. Notices of
// Fermi and of Swift on one burst are not, nor are circulars with other numbers.
[[nodiscard]] bool isOfOneSeries(const Alert &a, const Alert &b);
// In the order of the sender's stamps; detections in that of their exposures.
[[nodiscard]] Revisions revisionsOf(const std::shared_ptr<const Alert> &alert, std::span<const std::shared_ptr<const Alert>> rowsOfEvent);

} // namespace tocsin::compare
