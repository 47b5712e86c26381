// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/packetpath.h"
#include "ui/models/fieldtreemodel.h"

#include <QBasicTimer>
#include <QTreeView>

#include <deque>
#include <vector>

class QMenu;

namespace tocsin::ui {

// The tree of a packet's fields: changed lines carry a mark at the right edge; everything can be copied, asked for and jumped
// to by keyboard. However large the packet is, opening it does not hold up the window. Main thread.
class FieldTreeView final : public QTreeView
{
    Q_OBJECT
public:
    // What is open and where one is, to be found again in other lines of the same packet or the next one.
    struct Place {
        std::vector<filter::PacketPath> open;
        filter::PacketPath current;
        int scroll = 0;
    };

    explicit FieldTreeView(QWidget *parent = nullptr);
    // `place` may be null: what lies near the top is opened.
    void setNodes(std::shared_ptr<const FieldNodes> nodes, bool asChanges, const Place *place);
    [[nodiscard]] Place place() const;
    [[nodiscard]] FieldTreeModel &fields() const { return *m_model; }
    void goToChange(int step); // 1: the next one, -1: the one before; around the ends
    void openBelow(const QModelIndex &index); // all of it, a little at a time; bounded

Q_SIGNALS:
    void conditionWanted(const QString &condition); // to be joined to the filter
    void columnWanted(const QString &path); // “fields.candidate.drb”
    void copyWanted(const tocsin::decoders::FieldTree *tree, bool json); // too large to be written here

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showMenu(const QPoint &at);
    void copyValue(const QModelIndex &index, bool json);
    void copyPath(const QModelIndex &index);
    void useCondition(const QModelIndex &index, bool without);
    void openTop();
    [[nodiscard]] std::vector<int> rowsTo(int node) const;

    FieldTreeModel *m_model;
    std::deque<int> m_toOpen;
    int m_opened = 0;
    QBasicTimer m_openTimer;
};

} // namespace tocsin::ui
