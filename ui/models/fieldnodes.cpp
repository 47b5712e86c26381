// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fieldnodes.h"

#include "ui/theme/formats.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <unordered_map>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using decoders::FieldTree;
using Mark = FieldNode::Mark;

namespace {

constexpr int kMostOpen = 2'000; // lines opened for a search
constexpr int kAskEach = 512;

constexpr auto kReplace = FieldTree::error_handler_t::replace;

bool hasChildren(const FieldTree &tree)
{
    return tree.is_structured() && !compare::isOneValue(tree);
}

std::string head(const std::string &text, size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80)
        --most;
    return text.substr(0, most) + "…";
}

} // namespace

void FieldNodes::addChildren(int parent, const FieldTree &tree, int from, int to)
{
    const int first = static_cast<int>(m_nodes.size());
    // More than one thousand siblings in one place is nothing to look through, and much to lay out.
    const bool stretches = to - from > kStretch;
    const int step = stretches ? kStretch : 1;
    const int count = (to - from + step - 1) / step;
    const FieldTree::object_t *members = tree.is_object() ? tree.get_ptr<const FieldTree::object_t *>() : nullptr;
    for (int i = 0; i < count; ++i) {
        FieldNode &node = m_nodes.emplace_back();
        node.parent = parent;
        node.row = i;
        node.from = from + i * step;
        if (stretches) {
            node.tree = &tree;
            node.to = std::min(to, node.from + step);
        } else if (members) {
            const auto &member = members->data()[node.from];
            node.name = &member.first;
            node.tree = &member.second;
            node.from = -1;
        } else {
            node.tree = &tree[static_cast<size_t>(node.from)];
        }
    }
    if (parent < 0) {
        m_top = count;
    } else {
        m_nodes[static_cast<size_t>(parent)].first = first;
        m_nodes[static_cast<size_t>(parent)].count = count;
    }
}

void FieldNodes::addRemoved(int parent, const std::vector<const compare::TreeChange *> &removed)
{
    int &count = parent < 0 ? m_top : m_nodes[static_cast<size_t>(parent)].count;
    if (parent >= 0 && count == 0)
        m_nodes[static_cast<size_t>(parent)].first = static_cast<int>(m_nodes.size());
    count += static_cast<int>(removed.size());
    int row = count - static_cast<int>(removed.size());
    for (const compare::TreeChange *change : removed) {
        FieldNode &node = m_nodes.emplace_back();
        node.parent = parent;
        node.row = row++;
        node.tree = change->before;
        node.mark = Mark::Removed;
        const filter::PathStep &step = change->path.back();
        if (step.isIndex())
            node.from = static_cast<int>(step.index);
        else
            node.name = &step.name;
    }
}

std::shared_ptr<const FieldNodes> FieldNodes::of(const FieldTree &fields, const compare::TreeChanges *changes)
{
    auto made = std::make_shared<FieldNodes>();
    std::unordered_map<const FieldTree *, const compare::TreeChange *> changed;
    std::unordered_map<const FieldTree *, std::vector<const compare::TreeChange *>> removed;
    if (changes) {
        for (const compare::TreeChange &change : changes->list) {
            if (change.kind == compare::TreeChange::Kind::Removed)
                removed[change.inside].push_back(&change);
            else
                changed[change.after] = &change;
        }
    }
    const auto open = [&](int parent, const FieldTree &tree, int from, int to) {
        made->addChildren(parent, tree, from, to);
        if (const auto gone = removed.find(&tree); gone != removed.end() && to == static_cast<int>(tree.size()) && (parent < 0 || !made->at(parent).isStretch()))
            made->addRemoved(parent, gone->second);
    };
    if (hasChildren(fields)) {
        open(-1, fields, 0, static_cast<int>(fields.size()));
    } else if (!fields.is_null()) {
        FieldNode &only = made->m_nodes.emplace_back();
        only.tree = &fields;
        made->m_top = 1;
    }
    // Breadth first: what lies near the top is there, whatever the bound.
    for (int i = 0; i < made->size(); ++i) {
        FieldNode &node = made->m_nodes[static_cast<size_t>(i)];
        if (node.mark == Mark::Removed)
            continue;
        if (const auto it = node.isStretch() ? changed.end() : changed.find(node.tree); it != changed.end()) {
            node.mark = it->second->kind == compare::TreeChange::Kind::Added ? Mark::Added : Mark::Changed;
            node.before = it->second->before;
        }
        if (!hasChildren(*node.tree))
            continue;
        const FieldTree &tree = *node.tree;
        const int from = node.isStretch() ? node.from : 0;
        const int to = node.isStretch() ? node.to : static_cast<int>(tree.size());
        const int more = to - from > kStretch ? (to - from) / kStretch + 1 : to - from;
        if (made->m_nodes.size() + static_cast<size_t>(more) > kMost)
            made->m_cut = true;
        else
            open(i, tree, from, to);
    }
    made->markParents();
    return made;
}

void FieldNodes::markParents()
{
    for (int i = size() - 1; i >= 0; --i) {
        const FieldNode &node = at(i);
        if (node.mark == Mark::None || node.parent < 0)
            continue;
        if (Mark &above = m_nodes[static_cast<size_t>(node.parent)].mark; above == Mark::None)
            above = Mark::Inside;
    }
}

std::shared_ptr<const FieldNodes> FieldNodes::filtered(const QString &text, bool onlyChanges, const std::function<bool()> &cancelled) const
{
    enum : uint8_t { Leads = 1, Match = 2, Below = 4 };
    std::vector<uint8_t> keep(m_nodes.size());
    const auto isChange = [](const FieldNode &node) { return node.mark >= Mark::Changed; };
    for (int i = 0; i < size(); ++i) {
        if (i % kAskEach == 0 && cancelled())
            return nullptr;
        const FieldNode &node = at(i);
        uint8_t &mine = keep[static_cast<size_t>(i)];
        const uint8_t above = node.parent < 0 ? 0 : keep[static_cast<size_t>(node.parent)];
        if (above & (Match | Below))
            mine |= Below; // what belongs to a match stays in view
        if (node.isStretch())
            continue;
        if (onlyChanges && !isChange(node) && !(above & (Match | Below)))
            continue;
        const bool fits = text.isEmpty() || keyOf(i).contains(text, Qt::CaseInsensitive)
            || (!hasChildren(*node.tree) && wholeText(*node.tree).contains(text, Qt::CaseInsensitive));
        if (fits && !(text.isEmpty() && (above & (Match | Below))))
            mine |= Match;
    }
    auto made = std::make_shared<FieldNodes>();
    made->m_cut = m_cut;
    for (int i = size() - 1; i >= 0; --i) {
        const uint8_t mine = keep[static_cast<size_t>(i)];
        if ((mine & (Match | Leads)) && at(i).parent >= 0)
            keep[static_cast<size_t>(at(i).parent)] |= Leads;
        made->m_matches += mine & Match ? 1 : 0;
    }
    std::vector<int> place(m_nodes.size(), -1);
    int opened = 0;
    for (int i = 0; i < size(); ++i) {
        if (keep[static_cast<size_t>(i)] == 0)
            continue;
        const int self = made->size();
        place[static_cast<size_t>(i)] = self;
        FieldNode &copy = made->m_nodes.emplace_back(at(i));
        copy.count = 0;
        copy.parent = copy.parent < 0 ? -1 : place[static_cast<size_t>(copy.parent)];
        if (copy.parent < 0) {
            copy.row = made->m_top++;
        } else {
            FieldNode &above = made->m_nodes[static_cast<size_t>(copy.parent)];
            if (above.count == 0)
                above.first = self;
            copy.row = above.count++;
        }
        if ((keep[static_cast<size_t>(i)] & Leads) && opened < kMostOpen) {
            made->m_toOpen.push_back(self);
            opened += at(i).count;
        }
    }
    return made;
}

filter::PacketPath FieldNodes::pathOf(int node) const
{
    filter::PacketPath path;
    for (; node >= 0; node = at(node).parent) {
        const FieldNode &step = at(node);
        if (step.name)
            path.push_back({*step.name, -1});
        else if (!step.isStretch() && step.from >= 0)
            path.push_back({{}, step.from});
    }
    std::ranges::reverse(path);
    return path;
}

int FieldNodes::find(const filter::PacketPath &path) const
{
    int found = -1;
    int first = 0;
    int count = m_top;
    for (size_t step = 0; step < path.size();) {
        int next = -1;
        for (int i = first; i < first + count && next < 0; ++i) {
            const FieldNode &node = at(i);
            if (node.mark == Mark::Removed)
                continue;
            if (node.isStretch()) {
                // Of an object nobody knows in which stretch a name stands without a look.
                const bool inside = path[step].isIndex() && path[step].index >= node.from && path[step].index < node.to;
                next = inside ? i : -1;
            } else if (node.name ? *node.name == path[step].name && !path[step].isIndex() : node.from == path[step].index) {
                next = i;
            }
        }
        if (next < 0)
            return found;
        found = next;
        if (!at(next).isStretch())
            ++step;
        first = at(next).first;
        count = at(next).count;
    }
    return found;
}

QString FieldNodes::keyOf(int node) const
{
    const FieldNode &line = at(node);
    if (line.isStretch()) {
        const FieldTree::object_t *members = line.tree->is_object() ? line.tree->get_ptr<const FieldTree::object_t *>() : nullptr;
        if (!members)
            return u"[%1 … %2]"_s.arg(line.from).arg(line.to - 1);
        return formats::plain(head(members->data()[line.from].first, 40)) + u" … "_s + formats::plain(head(members->data()[line.to - 1].first, 40));
    }
    if (line.name)
        return formats::plain(head(*line.name, 400));
    return line.from < 0 ? QCoreApplication::translate("FieldTreeModel", "value") : u"[%1]"_s.arg(line.from);
}

QString valueText(const FieldTree &tree, qsizetype most)
{
    if (tree.is_object() && compare::isOneValue(tree)) {
        return QCoreApplication::translate("FieldTreeModel", "%1 bytes · %2")
            .arg(QLocale().toString(tree["bytes"].is_number_unsigned() || tree["bytes"].is_number_integer() ? tree["bytes"].get<qulonglong>() : 0),
                 formats::plain(tree["media"].is_string() ? tree["media"].get<std::string>() : std::string()));
    }
    if (hasChildren(tree))
        return (tree.is_object() ? u"{ %1 }"_s : u"[ %1 ]"_s).arg(tree.size());
    // A megabyte of text is not written out to show its beginning.
    if (tree.is_string() && tree.get_ref<const std::string &>().size() > static_cast<size_t>(most) * 4)
        return formats::plain(FieldTree(head(tree.get_ref<const std::string &>(), static_cast<size_t>(most))).dump(-1, ' ', false, kReplace));
    const QString text = formats::plain(tree.dump(-1, ' ', false, kReplace));
    return text.size() > most ? text.first(most - 1) + u'…' : text;
}

QString wholeText(const FieldTree &tree)
{
    if (tree.is_string())
        return QString::fromStdString(tree.get_ref<const std::string &>());
    return wholeJson(tree);
}

QString wholeJson(const FieldTree &tree)
{
    return QString::fromStdString(tree.dump(tree.is_structured() && !compare::isOneValue(tree) ? 2 : -1, ' ', false, kReplace));
}

} // namespace tocsin::ui
