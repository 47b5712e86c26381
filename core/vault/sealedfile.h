// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/secretplace.h"

#include <QByteArray>

#include <map>

namespace tocsin::vault {

using Secrets = std::map<QString, SecretBytes>;

// The bytes of the encrypted vault file (libsodium): a key by Argon2id from the passphrase; from it a check value, which
// tells a wrong passphrase, and the key of one secretbox around all secrets. A checksum over the open part tells a file
// that was damaged there. Pure functions and a key that is kept; any thread.
class SealedFile
{
public:
    // Cost of one guess; in the file, so that it can grow later.
    struct Cost {
        quint64 operations;
        quint64 memory;
    };
    static const Cost kUsual; // about a second on a slow machine
    static const Cost kCheap; // for tests

    [[nodiscard]] bool isOpen() const { return !m_key.isEmpty(); }
    void close();
    // A new one, empty, with a salt of its own.
    [[nodiscard]] Trouble create(const SecretBytes &passphrase, Cost cost);
    // Takes the key from a file as it is on disk; `detail` of what is wrong.
    [[nodiscard]] Answer open(const QByteArray &file, const SecretBytes &passphrase);
    // With the key that open() or create() left; another program may have changed the passphrase meanwhile.
    [[nodiscard]] Answer unseal(const QByteArray &file, Secrets &secrets) const;
    [[nodiscard]] QByteArray seal(const Secrets &secrets) const;

private:
    [[nodiscard]] bool derive(const SecretBytes &passphrase, const QByteArray &salt, Cost cost);

    QByteArray m_head; // magic, cost, salt, check value, checksum: what stands open
    SecretBytes m_key;
};

} // namespace tocsin::vault
