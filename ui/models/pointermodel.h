// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldmapping.h"
#include "ui/models/fieldnodes.h"

#include <QAbstractListModel>

#include <vector>

namespace tocsin::ui {

// A field of a packet by its JSON pointer, and what it says in one of them.
struct KnownPointer {
    QString pointer;
    QString value;
};

// Adds the fields of a tree that are not known yet; of long lists the first elements. Bounded.
void addPointers(const decoders::FieldTree &tree, std::vector<KnownPointer> &known);
// Where a line of the tree is, as a mapping says it; empty for a line that stands for many.
[[nodiscard]] FieldMapping::Pointer pointerOf(const FieldNodes &nodes, int node);

// Pointers to choose from or to complete: shown with their values, edited without. Never changes once made. Main thread.
class PointerModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit PointerModel(std::vector<KnownPointer> pointers, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const std::vector<KnownPointer> m_pointers;
};

} // namespace tocsin::ui
