// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fieldtreemodel.h"

#include "ui/theme/formats.h"

#include <QLocale>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostNodes = 50'000;
constexpr qsizetype kMostText = 2'000; // characters of one value; Raw has it all

} // namespace

void FieldTreeModel::setTree(const decoders::FieldTree &tree)
{
    beginResetModel();
    m_nodes.clear();
    m_top.clear();
    if (tree.is_object()) {
        for (const auto &[key, value] : tree.items())
            add(-1, formats::plain(key), {key, -1}, value);
    } else if (!tree.is_null()) {
        add(-1, tr("value"), {}, tree);
    }
    endResetModel();
}

void FieldTreeModel::add(int parent, const QString &key, filter::PathStep step, const decoders::FieldTree &tree)
{
    if (m_nodes.size() >= kMostNodes)
        return;
    const int self = static_cast<int>(m_nodes.size());
    m_nodes.emplace_back();
    {
        std::vector<int> &siblings = parent < 0 ? m_top : m_nodes[static_cast<size_t>(parent)].children;
        m_nodes.back().parent = parent;
        m_nodes.back().row = static_cast<int>(siblings.size());
        siblings.push_back(self);
    }
    Node &node = m_nodes.back();
    node.key = key;
    node.step = std::move(step);
    if (m_nodes.size() == kMostNodes) {
        node.key = u"…"_s;
        node.value = tr("more than %1 values; Raw shows all").arg(QLocale().toString(static_cast<qulonglong>(kMostNodes)));
        node.type = Type::Word;
        return;
    }
    if (tree.is_object() && tree.size() == 2 && tree.contains("bytes") && tree.contains("media")) {
        node.type = Type::Binary;
        node.value = tr("%1 bytes · %2").arg(QLocale().toString(tree["bytes"].get<qulonglong>()), formats::plain(tree["media"].get<std::string>()));
        return;
    }
    if (tree.is_structured()) {
        node.value = (tree.is_object() ? u"{ %1 }"_s : u"[ %1 ]"_s).arg(tree.size());
        // Short lists of plain values stand in one line.
        const bool flat = tree.is_array() && tree.size() <= 8 && std::ranges::none_of(tree, [](const auto &item) { return item.is_structured(); });
        if (flat) {
            node.value = formats::plain(tree.dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace)).left(kMostText);
            node.type = Type::Text;
            return;
        }
        if (tree.is_object()) {
            for (const auto &[name, value] : tree.items())
                add(self, formats::plain(name), {name, -1}, value);
        } else {
            int i = 0;
            for (const auto &value : tree) {
                add(self, u"[%1]"_s.arg(i), {{}, i}, value);
                ++i;
            }
        }
        return;
    }
    node.type = tree.is_string() ? Type::Text : tree.is_number() ? Type::Number : Type::Word;
    node.value = formats::plain(tree.dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace)).left(kMostText);
}

filter::PacketPath FieldTreeModel::pathOf(const QModelIndex &index) const
{
    filter::PacketPath path;
    for (int at = index.isValid() ? static_cast<int>(index.internalId()) : -1; at >= 0; at = m_nodes[static_cast<size_t>(at)].parent)
        path.insert(path.begin(), m_nodes[static_cast<size_t>(at)].step);
    return path;
}

QModelIndex FieldTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const std::vector<int> &children = parent.isValid() ? m_nodes[parent.internalId()].children : m_top;
    if (row < 0 || row >= static_cast<int>(children.size()) || column < 0 || column > 1)
        return {};
    return createIndex(row, column, static_cast<quintptr>(children[static_cast<size_t>(row)]));
}

QModelIndex FieldTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int up = m_nodes[index.internalId()].parent;
    return up < 0 ? QModelIndex() : createIndex(m_nodes[static_cast<size_t>(up)].row, 0, static_cast<quintptr>(up));
}

int FieldTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? m_nodes[parent.internalId()].children.size() : m_top.size());
}

int FieldTreeModel::columnCount(const QModelIndex &) const
{
    return 2;
}

QVariant FieldTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = m_nodes[index.internalId()];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? node.key : node.value;
    case TypeRole:
        return static_cast<int>(node.type);
    case PathRole: {
        QString path = node.key;
        for (int up = node.parent; up >= 0; up = m_nodes[static_cast<size_t>(up)].parent)
            path = m_nodes[static_cast<size_t>(up)].key + (path.startsWith(u'[') ? QString() : u"."_s) + path;
        return path;
    }
    default:
        return {};
    }
}

QVariant FieldTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Field") : tr("Value");
}

} // namespace tocsin::ui
