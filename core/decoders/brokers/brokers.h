// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/format.h"

#include <initializer_list>
#include <optional>
#include <span>

namespace tocsin::decoders {

// The formats of this folder, each in its own file.
[[nodiscard]] const Envelope &pubSub();
[[nodiscard]] const Envelope &bigQueryTable();
[[nodiscard]] const Envelope &hopText();
[[nodiscard]] const Envelope &hopLegacy();
[[nodiscard]] const Envelope &hopArchive();
[[nodiscard]] const Envelope &lvAlert();
[[nodiscard]] const ByteFormat &bson();
[[nodiscard]] const ByteFormat &xmpp();
[[nodiscard]] const TreeFormat &hopExternal();
[[nodiscard]] const TreeFormat &hermes();
[[nodiscard]] const TreeFormat &snews();
[[nodiscard]] const TreeFormat &graceDb();
[[nodiscard]] const TreeFormat &graceDbUpload();
[[nodiscard]] const TreeFormat &antares();
[[nodiscard]] const TreeFormat &alerce();
[[nodiscard]] const TreeFormat &fink();
[[nodiscard]] const TreeFormat &lasair();
[[nodiscard]] const TreeFormat &pittGoogleLite();
[[nodiscard]] const TreeFormat &bigQueryObject();
[[nodiscard]] const TreeFormat &ztfJson();
[[nodiscard]] const TreeFormat &lsstJson();
[[nodiscard]] const TreeFormat &tomBroker();

// By the first bytes.
[[nodiscard]] bool isXmppStanza(std::string_view bytes);

// The value as JSON text, every number in its digits: for packets that were packed as JSON into JSON.
[[nodiscard]] std::string jsonOf(const Value &value);

// Base64 in its usual or its web alphabet, padded or not; missing when it is none.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

// The first of these members that is not null.
[[nodiscard]] Value anyOf(const Value &object, std::initializer_list<Name> names);

// The first of these members, whose names begin with a prefix, that is not null.
[[nodiscard]] Value anyOf(const Value &object, std::string_view prefix, std::span<const Name> names);

// A number or its text, of a member that may have several names.
[[nodiscard]] Number numberAt(Alert &alert, const Value &object, std::initializer_list<Name> names);

// Numbers or texts of numbers; text may be sexagesimal (`ra` in hours).
void setPositionFromText(Alert &alert, const Value &ra, const Value &dec);

// true, "True", "t", "1", 1 …; missing for all else.
[[nodiscard]] std::optional<bool> flagOf(const Value &value);

// Decimals of a number as it was sent: what a time in seconds resolves.
[[nodiscard]] int8_t decimalsOf(const Value &value);

// A leap second that nobody has announced yet may lie between the table and this instant.
void noteLeapTable(Alert &alert, UtcTime time);

} // namespace tocsin::decoders
