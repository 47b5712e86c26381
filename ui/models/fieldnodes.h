// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/treechanges.h"
#include "core/decoders/decoder.h"
#include "core/filter/packetpath.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace tocsin::ui {

// One line of the field tree. Points into the packet's tree, or into that of the revision before (what was removed).
struct FieldNode {
    enum class Mark : uint8_t { None, Inside, Changed, Added, Removed };

    const decoders::FieldTree *tree = nullptr; // the value; of a stretch the object or list
    const decoders::FieldTree *before = nullptr; // what it was, where it changed
    const std::string *name = nullptr; // null: an element of a list, or a stretch
    int parent = -1;
    int first = 0; // children stand one behind the other
    int count = 0;
    int row = 0; // among its siblings
    int from = -1; // an element's place; of a stretch its first
    int to = -1; // a stretch of many siblings: up to before this one
    Mark mark = Mark::None;

    [[nodiscard]] bool isStretch() const { return to >= 0; }
};

// The lines of a packet's tree, made off the main thread and never changed, so that showing them costs nothing: no texts, and
// not more than a thousand siblings in one place (longer lists come in stretches). Whoever has them keeps the packet too.
class FieldNodes
{
public:
    static constexpr size_t kMost = 400'000;
    static constexpr int kStretch = 1'000;

    // `changes` may be null. Pure.
    [[nodiscard]] static std::shared_ptr<const FieldNodes> of(const decoders::FieldTree &fields, const compare::TreeChanges *changes = nullptr);
    // Only what has the text in its key or value, or what changed, with all that leads there. Null when it was cancelled.
    [[nodiscard]] std::shared_ptr<const FieldNodes> filtered(const QString &text, bool onlyChanges, const std::function<bool()> &cancelled) const;

    [[nodiscard]] const FieldNode &at(int node) const { return m_nodes[static_cast<size_t>(node)]; }
    [[nodiscard]] int size() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] int topCount() const { return m_top; }
    [[nodiscard]] bool isCut() const { return m_cut; } // containers beyond the bound have no children here
    [[nodiscard]] int matches() const { return m_matches; }
    [[nodiscard]] const std::vector<int> &toOpen() const { return m_toOpen; } // so that what was looked for is in view; bounded
    [[nodiscard]] filter::PacketPath pathOf(int node) const; // with names as they were sent
    [[nodiscard]] int find(const filter::PacketPath &path) const; // -1: none; of what was removed: what leads there

    [[nodiscard]] QString keyOf(int node) const;

private:
    void addChildren(int parent, const decoders::FieldTree &tree, int from, int to);
    void addRemoved(int parent, const std::vector<const compare::TreeChange *> &removed);
    void markParents();

    std::vector<FieldNode> m_nodes;
    std::vector<int> m_toOpen;
    int m_top = 0;
    int m_matches = 0;
    bool m_cut = false;
};

// A value in one line, no longer than `most` letters: as JSON, of a container its size.
[[nodiscard]] QString valueText(const decoders::FieldTree &tree, qsizetype most);
// The whole of it, for copying: texts without quotes, numbers with all digits, containers as JSON.
[[nodiscard]] QString wholeText(const decoders::FieldTree &tree);
[[nodiscard]] QString wholeJson(const decoders::FieldTree &tree);

} // namespace tocsin::ui
