// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"
#include "core/filter/packetpath.h"

#include <QAbstractItemModel>

#include <vector>

namespace tocsin::ui {

// A whole packet as a tree of keys and values. Bounded: what lies behind 50,000 values is said, not shown. Main thread.
class FieldTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole, TypeRole }; // "candidate.drb"; Type as int
    enum class Type { Container, Text, Number, Word, Binary };

    using QAbstractItemModel::QAbstractItemModel;
    void setTree(const decoders::FieldTree &tree);
    [[nodiscard]] filter::PacketPath pathOf(const QModelIndex &index) const; // with names as they were sent
    [[nodiscard]] int valueCount() const { return static_cast<int>(m_nodes.size()); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        int parent = -1;
        int row = 0;
        filter::PathStep step;
        QString key;
        QString value;
        Type type = Type::Container;
        std::vector<int> children;
    };
    void add(int parent, const QString &key, filter::PathStep step, const decoders::FieldTree &tree);

    std::vector<Node> m_nodes;
    std::vector<int> m_top;
};

} // namespace tocsin::ui
