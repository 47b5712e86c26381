// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/mapping.h"

namespace tocsin::decoders {

// A format whose packets are trees of named values, in JSON or Avro: says whether a tree is of its kind, and maps it. A
// new one is one file with one of these and one line in decoders.cpp.
class TreeFormat : public Decoder
{
public:
    [[nodiscard]] virtual bool fits(const Value &root) const = 0;
    virtual void map(const Value &root, Alert &alert) const = 0;
};

[[nodiscard]] const TreeFormat &gcnNotice();
[[nodiscard]] const TreeFormat &gcnCircular();
[[nodiscard]] const TreeFormat &gwAlert();
[[nodiscard]] const TreeFormat &plainJson();
[[nodiscard]] const TreeFormat &plainAvro();

// Messages that only say "alive": GCN's and SCiMMA's heartbeats. Other senders write two such fields and mean an alert, so
// the topic must say it too.
[[nodiscard]] bool isHeartbeat(const Value &root, std::string_view topic);

} // namespace tocsin::decoders
