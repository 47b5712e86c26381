// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace tocsin {

// What kind of trouble it is. The command line's exit codes (contract, section 2) follow from it.
enum class ErrorKind {
    Internal,
    BadArgument, // what the person wrote; the message names the place
    NotFound,
    Undecodable,
    Archive,
    Keychain,
    NameNotResolved,
    NoConnection,
    TlsRefused,
    SignInRefused,
    NotAuthorised,
    UnknownTopic,
    TimeLimit,
    Interrupted,
};

// One failure: `message` is for people (translated, says what happened), `remedy` says what to do,
// `detail` is for the log.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString message = {};
    QString remedy = {};
    QString detail = {};
    bool retriable = false;
};

// A value or an Error. Anything that can fail returns one.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

struct Done {
};
using Outcome = Result<Done>;

} // namespace tocsin
