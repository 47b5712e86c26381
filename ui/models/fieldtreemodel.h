// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fieldnodes.h"

#include <QAbstractItemModel>

#include <memory>

namespace tocsin::ui {

// The lines of a packet's tree for a view: keys and values, what changed since the revision before said by word as well.
// Texts are made when they are looked at. Main thread.
class FieldTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole, TypeRole, MarkRole }; // "fields.candidate.drb"; Type, FieldNode::Mark as int
    enum class Type { Container, Text, Number, Word, Binary };

    using QAbstractItemModel::QAbstractItemModel;
    // Null: nothing. Costs nothing, however many they are. `asChanges`: values say what they were before.
    void setNodes(std::shared_ptr<const FieldNodes> nodes, bool asChanges = false);
    [[nodiscard]] const FieldNodes *nodes() const { return m_nodes.get(); }
    [[nodiscard]] const FieldNode *nodeAt(const QModelIndex &index) const; // null: none
    [[nodiscard]] QModelIndex indexOf(int node, int column = 0) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    // What a view that lets lines be dragged hands over: the JSON pointer.
    static QString pointerType();
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString valueOf(const FieldNode &node, qsizetype most) const;
    [[nodiscard]] QString spokenOf(const FieldNode &node, int column, int self) const;

    std::shared_ptr<const FieldNodes> m_nodes;
    bool m_asChanges = false;
};

} // namespace tocsin::ui
