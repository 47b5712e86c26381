// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/secretplace.h"

#include <map>

namespace tocsin::vault {

// A file with one secret that the person made (`--secret-file`, `--passphrase-file`): a plain file, ours, readable by nobody
// else, no symbolic link; or a pipe that a shell has given us as /dev/fd/N or /dev/stdin. At most 64 kB; line ends at the
// end are no part of it. Blocks as long as reading takes.
[[nodiscard]] Answer readSecretFile(const QString &path);
// All of an open descriptor, under the same limit.
[[nodiscard]] Answer readSecret(int descriptor, const QString &name);

// What systemd gave a service in $CREDENTIALS_DIRECTORY, a file for each account. Read only.
class CredentialsPlace final : public SecretPlace
{
public:
    explicit CredentialsPlace(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] QString id() const override { return kCredentialsPlace.toString(); }
    void probe(Answered done) override;
    void read(const QString &account, Answered done) override;
    void write(const QString &account, const SecretBytes &secret, Answered done) override;
    void remove(const QString &account, Answered done) override;

private:
    const QString m_folder;
};

// Memory: gone with the program.
class SessionPlace final : public SecretPlace
{
public:
    [[nodiscard]] QString id() const override { return kSessionPlace.toString(); }
    void probe(Answered done) override;
    void read(const QString &account, Answered done) override;
    void write(const QString &account, const SecretBytes &secret, Answered done) override;
    void remove(const QString &account, Answered done) override;

private:
    std::map<QString, SecretBytes> m_secrets;
};

} // namespace tocsin::vault
