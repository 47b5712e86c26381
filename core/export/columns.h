// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/alertfields.h"
#include "core/filter/packetfields.h"
#include "core/filter/packetpath.h"

#include <QStringList>

#include <span>
#include <string>
#include <vector>

namespace tocsin::exporting {

// One column of what leaves the program: a key of an alert, what is computed from it, or a field of its packet. A plain value.
struct ExportColumn {
    enum class Kind : uint8_t { Key, GalacticB, GalacticL, Age, Packet };
    // What the values are; of a packet's field that is known when they were looked at.
    enum class Type : uint8_t { Unknown, Bool, Integer, Number, Text };

    ExportColumn(const AlertField *key) : field(key), name(key->key) {}
    ExportColumn(Kind computed, std::string as) : kind(computed), type(Type::Number), name(std::move(as)) {}
    explicit ExportColumn(filter::PacketPath packet) : kind(Kind::Packet), path(std::move(packet)), name(filter::pathText(path)) {}

    // Widens the type so that it holds this value as well.
    void see(const decoders::FieldTree &value);
    [[nodiscard]] const char *unit() const; // "" where there is none
    [[nodiscard]] const char *help() const; // in English

    Kind kind = Kind::Key;
    Type type = Type::Unknown;
    const AlertField *field = nullptr; // of Key
    filter::PacketPath path; // of Packet
    std::string name; // as the header has it
};

// What a person named, each once; the error says what is wrong and what was likely meant.
[[nodiscard]] Result<std::vector<ExportColumn>> columnsNamed(const QStringList &names);

// The values of those columns that are no keys. One per export, on the thread that reads.
class ColumnValues
{
public:
    // `now`: what ages are counted to.
    ColumnValues(std::vector<ExportColumn> columns, const UtcTime &now);

    [[nodiscard]] bool needsPacket() const;
    // Parallel to the columns, until the next call: null for keys and for what is missing; where lists lie on the path the
    // values that are there, as a list when there are several. Empty when all columns are keys.
    [[nodiscard]] std::span<const decoders::FieldTree> of(const Alert &alert, filter::PacketFields &packet);

private:
    const std::vector<ExportColumn> m_columns;
    std::vector<decoders::FieldTree> m_values; // none when all columns are keys
    const UtcTime m_now;
};

} // namespace tocsin::exporting
