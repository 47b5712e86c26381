// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/completion.h"

#include <QFrame>

class QAbstractListModel;
class QKeyEvent;
class QLabel;
class QListView;

namespace tocsin::ui {

class FilterBox;
class FilterMessage;

// What may be written at the cursor of the filter box, below it: text, type and unit, meaning, a sample value. The box keeps
// the focus. Enter takes only what somebody has moved to, so that it still applies a filter that is complete; Tab takes the
// first one. Main thread; lies over the box's window.
class FilterCompletion final : public QFrame
{
    Q_OBJECT
public:
    static constexpr int kMostRows = 12;

    FilterCompletion(FilterBox *box, FilterMessage *message);
    // Offers what fits; hides where nothing does. `always`: also where nothing has been typed yet.
    void offer(const filter::FieldCatalogue &catalogue, bool always);
    // Keys of the box go here first while this is shown; true: done with it.
    [[nodiscard]] bool takeKey(int key);
    void place(); // below the box, wherever that is now
    [[nodiscard]] QListView *list() const { return m_list; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void move(int step);
    void take(int row);

    FilterBox *m_box;
    FilterMessage *m_message;
    QListView *m_list;
    QLabel *m_foot;
    QAbstractListModel *m_model;
    filter::Completion m_completion;
};

} // namespace tocsin::ui
