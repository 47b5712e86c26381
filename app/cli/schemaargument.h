// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>
#include <string>

namespace tocsin::app {

// What `--schema FILE or URL` names. A file finds the named types that it refers to in the .avsc files beside it; an address is
// that of one schema, or of a registry, which is then asked by the number that a packet bears. Command line only: blocks, for
// 30 s at most, and SIGINT or SIGTERM end that (ErrorKind::Interrupted).
class SchemaArgument
{
public:
    // Reads a file or fetches an address that ends in .avsc, a version or a number.
    [[nodiscard]] static Result<SchemaArgument> open(const QString &argument);

    [[nodiscard]] const std::string &text() const { return m_text; } // empty: ask the registry
    [[nodiscard]] const std::string &registry() const { return m_registry; } // empty: none given
    // Asks the registry for a number and keeps the answer; a registry that did not answer is not asked again.
    [[nodiscard]] Outcome fetch(const std::string &id);

private:
    std::string m_text;
    std::string m_registry;
    std::optional<Error> m_silent; // why the registry is not asked any more
};

} // namespace tocsin::app
