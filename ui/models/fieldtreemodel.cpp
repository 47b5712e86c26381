// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fieldtreemodel.h"

#include "ui/models/pointermodel.h"

#include <QMimeData>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using Mark = FieldNode::Mark;

namespace {

constexpr qsizetype kMostShown = 400; // letters of one value; copying takes the whole
constexpr qsizetype kMostTip = 2'000;

FieldTreeModel::Type typeOf(const FieldNode &node)
{
    using Type = FieldTreeModel::Type;
    const decoders::FieldTree &tree = *node.tree;
    if (node.isStretch() || (tree.is_structured() && !compare::isOneValue(tree)))
        return Type::Container;
    if (tree.is_object())
        return Type::Binary;
    return tree.is_number() ? Type::Number : tree.is_string() || tree.is_array() ? Type::Text : Type::Word;
}

} // namespace

void FieldTreeModel::setNodes(std::shared_ptr<const FieldNodes> nodes, bool asChanges)
{
    beginResetModel();
    m_nodes = std::move(nodes);
    m_asChanges = asChanges;
    endResetModel();
}

const FieldNode *FieldTreeModel::nodeAt(const QModelIndex &index) const
{
    return m_nodes && index.isValid() ? &m_nodes->at(static_cast<int>(index.internalId())) : nullptr;
}

QModelIndex FieldTreeModel::indexOf(int node, int column) const
{
    return m_nodes && node >= 0 ? createIndex(m_nodes->at(node).row, column, static_cast<quintptr>(node)) : QModelIndex();
}

QModelIndex FieldTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || row >= rowCount(parent) || column < 0 || column > 1)
        return {};
    const int first = parent.isValid() ? nodeAt(parent)->first : 0;
    return createIndex(row, column, static_cast<quintptr>(first + row));
}

QModelIndex FieldTreeModel::parent(const QModelIndex &index) const
{
    const FieldNode *node = nodeAt(index);
    return node ? indexOf(node->parent) : QModelIndex();
}

int FieldTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!m_nodes || parent.column() > 0)
        return 0;
    return parent.isValid() ? nodeAt(parent)->count : m_nodes->topCount();
}

int FieldTreeModel::columnCount(const QModelIndex &) const
{
    return 2;
}

QString FieldTreeModel::valueOf(const FieldNode &node, qsizetype most) const
{
    if (node.isStretch())
        return {};
    const bool unopened = node.count == 0 && typeOf(node) == Type::Container && !node.tree->empty() && node.mark != Mark::Removed;
    const QString text = valueText(*node.tree, most) + (unopened && m_nodes->isCut() ? tr("  too much to show; see Raw") : QString());
    switch (node.mark) {
    case Mark::Changed:
        return m_asChanges && node.before ? valueText(*node.before, most) + u" → "_s + text : text;
    case Mark::Added:
        return tr("%1 · added").arg(text);
    case Mark::Removed:
        return tr("removed, was %1").arg(text);
    default:
        return text;
    }
}

QString FieldTreeModel::spokenOf(const FieldNode &node, int column, int self) const
{
    if (column == 0)
        return m_nodes->keyOf(self);
    const QString value = valueOf(node, kMostShown);
    if (m_asChanges || node.mark == Mark::Removed || node.mark == Mark::Added)
        return value;
    if (node.mark == Mark::Changed && node.before)
        return tr("%1, before %2").arg(value, valueText(*node.before, kMostShown));
    return node.mark == Mark::Inside ? tr("%1, changed inside").arg(value) : value;
}

QVariant FieldTreeModel::data(const QModelIndex &index, int role) const
{
    const FieldNode *node = nodeAt(index);
    if (!node)
        return {};
    const auto self = static_cast<int>(index.internalId());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? m_nodes->keyOf(self) : valueOf(*node, kMostShown);
    case Qt::AccessibleTextRole:
        return spokenOf(*node, index.column(), self);
    case Qt::ToolTipRole: {
        if (node->isStretch())
            return {};
        QString tip = QString::fromStdString(filter::pathText(m_nodes->pathOf(self))) + u'\n' + valueText(*node->tree, kMostTip);
        if (node->mark == Mark::Changed && node->before)
            tip += u'\n' + tr("Before: %1").arg(valueText(*node->before, kMostTip));
        else if (node->mark == Mark::Added)
            tip += u'\n' + tr("Not in the revision before");
        else if (node->mark == Mark::Removed)
            tip += u'\n' + tr("Only in the revision before");
        return u"<span style=\"white-space:pre-wrap\">"_s + tip.toHtmlEscaped() + u"</span>"_s;
    }
    case TypeRole:
        return static_cast<int>(typeOf(*node));
    case MarkRole:
        return static_cast<int>(node->mark);
    case PathRole:
        return QString::fromStdString(filter::pathText(m_nodes->pathOf(self)));
    default:
        return {};
    }
}

Qt::ItemFlags FieldTreeModel::flags(const QModelIndex &index) const
{
    return QAbstractItemModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QString FieldTreeModel::pointerType()
{
    return u"application/x-tocsin-pointer"_s;
}

QStringList FieldTreeModel::mimeTypes() const
{
    return {pointerType(), u"text/plain"_s};
}

QMimeData *FieldTreeModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty() || !m_nodes)
        return nullptr;
    const QString pointer = QString::fromStdString(FieldMapping::pointerText(pointerOf(*m_nodes, static_cast<int>(indexes.front().internalId()))));
    auto *data = new QMimeData; // the drag takes it
    data->setData(pointerType(), pointer.toUtf8());
    data->setText(pointer);
    return data;
}

QVariant FieldTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Field") : tr("Value");
}

} // namespace tocsin::ui
