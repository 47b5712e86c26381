// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/sealedfile.h"

namespace tocsin::vault {

// The vault file: all secrets in one file under a passphrase, for machines without a keyring. The person chooses it. Written
// beside and renamed; each change is made under a lock, to what the file holds then.
class EncryptedFilePlace final : public SecretPlace
{
public:
    explicit EncryptedFilePlace(QString file, SealedFile::Cost cost = SealedFile::kUsual) : m_file(std::move(file)), m_cost(cost) {}

    // Kept until the program ends or it turns out to be wrong. Without a file: of the one to be made.
    void setPassphrase(const SecretBytes &passphrase);
    [[nodiscard]] const QString &file() const { return m_file; }

    [[nodiscard]] QString id() const override { return kFilePlace.toString(); }
    void probe(Answered done) override;
    void read(const QString &account, Answered done) override;
    void write(const QString &account, const SecretBytes &secret, Answered done) override;
    void remove(const QString &account, Answered done) override;

private:
    [[nodiscard]] Answer load(Secrets &secrets); // an absent file holds none
    [[nodiscard]] Answer change(const std::function<void(Secrets &)> &how);

    const QString m_file;
    const SealedFile::Cost m_cost;
    SealedFile m_sealed;
    SecretBytes m_passphrase;
};

} // namespace tocsin::vault
