// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/kafka/batchledger.h"
#include "core/streams/kafka/kafkaclient.h"

#include <functional>
#include <memory>

namespace tocsin::streams::kafka {

// Ends a client on a thread of its own and waits 1.1 s for it at most: with a black-holed broker, or with messages still in
// the archive's queue, that may take longer than anybody wants to wait (reliability B, Close). `helpersEnd` comes first.
void endClient(ClientHandle client, std::shared_ptr<MessageCount> held, std::function<void()> helpersEnd = {});

} // namespace tocsin::streams::kafka
