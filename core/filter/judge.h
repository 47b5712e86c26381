// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/expression.h"
#include "core/filter/packetfields.h"
#include "core/filter/value.h"

namespace tocsin::filter {

// Judges one alert; lives on the stack of whoever judges.
class Judge
{
public:
    Judge(const Alert &alert, const UtcTime &now, PacketFields *packet) : m_alert(alert), m_now(now), m_packet(packet) {}
    [[nodiscard]] Truth truth(const Node &node);
    // Of a node that is no condition; missing where a packet holds several. Texts live until the next one is asked for.
    [[nodiscard]] Value valueOf(const Node &node) { return value(node, Side::Left); }

private:
    // Buffers for lowered texts: the two sides of a comparison live at once.
    enum class Side : uint8_t { Left, Right };

    [[nodiscard]] Value value(const Node &node, Side side);
    [[nodiscard]] Value key(const AlertField &field) const;
    [[nodiscard]] Value arithmetic(const Node &node, Side side);
    [[nodiscard]] Value extreme(const Node &node, Side side);
    [[nodiscard]] Value applied(const Node &node, const Value &argument, Side side) const;
    [[nodiscard]] Value along(const Node &node, const Value &sourceValue, Side side) const;
    [[nodiscard]] Truth has(const Node &node);
    [[nodiscard]] Truth word(const Phrase &phrase);
    [[nodiscard]] const decoders::FieldTree *tree();
    template <typename Test>
    void each(const Node &node, Side side, Test &&test);
    template <typename Test>
    [[nodiscard]] Truth any(const Node &node, Side side, Test &&test);

    const Alert &m_alert;
    const UtcTime &m_now;
    PacketFields *m_packet;
    const decoders::FieldTree *m_tree = nullptr;
    bool m_treeAsked = false;
    int m_comparisonsLeft = 1'000'000; // two long lists of a packet must not hold a stream up
};

} // namespace tocsin::filter
