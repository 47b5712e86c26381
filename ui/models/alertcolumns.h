// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alertfields.h"
#include "core/filter/packetpath.h"

#include <QList>
#include <QString>

#include <vector>

namespace tocsin::ui {

// How the values of a column are written; a person chooses one for each column. A plain value.
struct CellFormat {
    enum class Kind : uint8_t { Auto, Night, Date, Relative, Mjd, Jd, Since, Degrees, Sexagesimal, Decimals };
    Kind kind = Kind::Auto;
    int decimals = 0; // of Decimals

    // Changes while one looks at it.
    [[nodiscard]] bool isLive() const { return kind == Kind::Relative || kind == Kind::Since; }
    friend bool operator==(const CellFormat &, const CellFormat &) = default;
};
[[nodiscard]] QString formatWord(const CellFormat &format); // “mjd”, “decimals:3”; in the profile
[[nodiscard]] CellFormat formatOf(const QString &word); // Auto where it is none
[[nodiscard]] QString formatLabel(const CellFormat &format); // translated

// The table's columns: those made for reading at night, one for each key of an alert, and fields of packets that a person
// has added.
enum class CellKind { Flags, Time, Name, Class, Mag, Score, Ra, Dec, Error, Stream, Delay, State, Key, Packet };

struct AlertColumnSpec {
    CellKind kind = CellKind::Key;
    const AlertField *field = nullptr; // of a Key column
    QString id; // in the profile; of a Packet column its path
    int width = 100; // logical pixels at text scale 1 (look.md 4)
    bool right = false; // numbers
    bool shown = true; // by default
    filter::PacketPath path = {}; // of a Packet column
    CellFormat format = {};
};

// Those that are always there; fields of packets come behind them.
[[nodiscard]] const std::vector<AlertColumnSpec> &alertTableColumns();
[[nodiscard]] AlertColumnSpec packetColumn(filter::PacketPath path);
[[nodiscard]] QString columnTitle(const AlertColumnSpec &column); // translated
[[nodiscard]] QString columnHelp(const AlertColumnSpec &column); // translated; may be empty
// What a person may choose from, the default first; empty: there is nothing to choose.
[[nodiscard]] QList<CellFormat> formatsFor(const AlertColumnSpec &column);
[[nodiscard]] CellFormat defaultFormat(const AlertColumnSpec &column);
[[nodiscard]] bool isTime(const AlertColumnSpec &column);
// The key that the table sorts by; null: a field of a packet, or nothing to sort by.
[[nodiscard]] const AlertField *sortField(const AlertColumnSpec &column);

} // namespace tocsin::ui
