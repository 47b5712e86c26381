// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/vault/secretbytes.h"

namespace tocsin::vault {

// The secret of one account for whoever works on another thread and must have it stored before going on (refresh tokens that
// are good once). Thread-safe; blocks for a bounded time, so never on the main thread nor on the vault's. Outlives the Vault
// that gave it.
class SecretSlot
{
public:
    virtual ~SecretSlot() = default;
    // As it is now: another program may have written it.
    [[nodiscard]] virtual Result<SecretBytes> read() = 0;
    [[nodiscard]] virtual Outcome write(const SecretBytes &secret) = 0;
};

} // namespace tocsin::vault
