// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/scitokensearch.h"
#include "core/tokens/token.h"
#include "core/tokens/watched.h"

#include <mutex>

namespace tocsin::tokens {

// The SciToken of this computer as a source of tokens: whatever token() is asked, the places are looked through again, since
// another program (htgettoken, a batch system) renews the file, mostly by a rename. Nothing is kept but which one was given.
// Thread-safe; shared by the streams that use it.
class SciToken final : public TokenSource, public Watched
{
public:
    explicit SciToken(SciTokenWish wish, QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());

    [[nodiscard]] Result<Token> token(std::chrono::milliseconds limit, std::stop_token stop, Want want = Want::Kept) override;
    // Looks at the files' names once a second: a rename is seen, and so is what happens on network file systems, which tell nobody.
    [[nodiscard]] bool waitForNews(std::chrono::milliseconds limit, std::stop_token stop) override;
    // What lies where, for people.
    [[nodiscard]] SciTokenSearch look() const;
    [[nodiscard]] const SciTokenWish &wish() const { return m_wish; }

private:
    [[nodiscard]] QString traces() const; // of the files: another text, another file

    const SciTokenWish m_wish;
    const QProcessEnvironment m_environment;
    std::mutex m_mutex;
    vault::SecretBytes m_given; // last
    QString m_seen; // the files when they were last read
};

// A token that was handed over as it stands, for example one that was put into the vault.
class FixedToken final : public TokenSource
{
public:
    // `name`: what it is called in messages.
    FixedToken(vault::SecretBytes token, QString name) : m_token(std::move(token)), m_name(std::move(name)) {}
    [[nodiscard]] Result<Token> token(std::chrono::milliseconds limit, std::stop_token stop, Want want = Want::Kept) override;

private:
    const vault::SecretBytes m_token;
    const QString m_name;
};

} // namespace tocsin::tokens
