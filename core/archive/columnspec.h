// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alertfields.h"

#include <QString>

#include <cstdint>
#include <span>
#include <string_view>

namespace tocsin::archive {

// How the values of one field lie in its column file: fixed width, the row's number is the place, zero bytes are
// "missing", so that stretches without a value are holes and cost nothing.
enum class ColumnKind {
    Number, // 8 bytes: the double's bits against those of NaN
    Time, // 8 bytes: microseconds against those of "no time"
    Count, // 8 bytes: value + 1
    Flag, // 1 byte: 1 = false, 2 = true
    Coded, // 4 bytes: 1 + place in the column's dictionary
    Long, // 8 bytes: 1 + place in the column's heap
    List, // as Long; the texts of a list, each ended by a zero byte
    Stream, // 4 bytes: number of the stream in the index; every row that is there has one
    Hash, // 8 bytes: eventHash() of a text that has a column of its own besides; to find what belongs together
};

struct ColumnSpec {
    const AlertField *field = nullptr;
    ColumnKind kind = ColumnKind::Number;

    [[nodiscard]] int width() const { return kind == ColumnKind::Flag ? 1 : kind == ColumnKind::Coded || kind == ColumnKind::Stream ? 4 : 8; }
    [[nodiscard]] std::string_view key() const { return field->key; }
    [[nodiscard]] QString fileName() const; // without its end
};

// All fields that have a file, in the order of alertFields(): everything but the row's own number and what is derived; and
// the hashes of the events.
[[nodiscard]] std::span<const ColumnSpec> columnSpecs();
// -1: no file.
[[nodiscard]] int columnIndex(const AlertField *field);
[[nodiscard]] int streamColumn();
[[nodiscard]] int eventHashColumn();

// Changes when the columns or their kinds change: files of another layout are made anew.
[[nodiscard]] uint64_t columnLayout();

} // namespace tocsin::archive
