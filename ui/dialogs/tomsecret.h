// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/vault/account.h"

#include <functional>

class QObject;

namespace tocsin::ui {

// What a TOM wants of somebody who has a password: the token that it gives for it, or, where tokens are ignored, the password
// itself. Asks the TOM on a thread; tells on the main thread, unless `context` has gone.
void askForTomSecret(QObject *context, const vault::Account &account, const vault::SecretBytes &password, std::function<void(Result<vault::SecretBytes>)> done);

} // namespace tocsin::ui
