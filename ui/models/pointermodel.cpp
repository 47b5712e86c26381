// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pointermodel.h"

#include <QSet>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using decoders::FieldTree;

namespace {

constexpr size_t kMostPointers = 2'000;
constexpr size_t kMostElements = 3; // of a list
constexpr int kMostDepth = 16;
constexpr qsizetype kMostValue = 60;

struct Collector {
    std::vector<KnownPointer> &known;
    QSet<QString> seen;
    FieldMapping::Pointer at;

    void visit(const FieldTree &tree)
    {
        if (known.size() >= kMostPointers || at.size() > kMostDepth)
            return;
        if (tree.is_object() && !compare::isOneValue(tree)) {
            for (const auto &[name, value] : tree.items())
                step(name, value);
            return;
        }
        // A short list is one value to people; its elements are what a position is made of.
        if (!tree.is_array() || compare::isOneValue(tree))
            add(tree);
        if (tree.is_array()) {
            for (size_t i = 0; i < std::min(tree.size(), kMostElements); ++i)
                step(std::to_string(i), tree[i]);
        }
    }
    void add(const FieldTree &tree)
    {
        const QString pointer = QString::fromStdString(FieldMapping::pointerText(at));
        if (!pointer.isEmpty() && !seen.contains(pointer)) {
            seen.insert(pointer);
            known.push_back({pointer, valueText(tree, kMostValue)});
        }
    }
    void step(const std::string &name, const FieldTree &value)
    {
        at.push_back(name);
        visit(value);
        at.pop_back();
    }
};

} // namespace

void addPointers(const FieldTree &tree, std::vector<KnownPointer> &known)
{
    Collector collector{.known = known, .seen = {}, .at = {}};
    for (const KnownPointer &one : known)
        collector.seen.insert(one.pointer);
    collector.visit(tree);
}

FieldMapping::Pointer pointerOf(const FieldNodes &nodes, int node)
{
    FieldMapping::Pointer pointer;
    if (node < 0 || nodes.at(node).isStretch())
        return pointer;
    for (const filter::PathStep &step : nodes.pathOf(node))
        pointer.push_back(step.isIndex() ? std::to_string(step.index) : step.name);
    return pointer;
}

PointerModel::PointerModel(std::vector<KnownPointer> pointers, QObject *parent) : QAbstractListModel(parent), m_pointers(std::move(pointers)) {}

int PointerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pointers.size());
}

QVariant PointerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const KnownPointer &one = m_pointers[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::EditRole:
        return one.pointer;
    case Qt::DisplayRole:
        return u"%1   %2"_s.arg(one.pointer, one.value);
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(one.pointer, one.value);
    default:
        return {};
    }
}

} // namespace tocsin::ui
