// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::watch {

// A FIELD of a VOTable, as far as its place in a row goes.
struct VotableField {
    std::string type; // datatype: boolean, bit, unsignedByte, short, int, long, char, unicodeChar, float, double, floatComplex, doubleComplex
    std::string arraysize; // as written: empty, 8, *, 8*, 3x4 …
};

// Reads the rows of a table that is kept as BINARY or BINARY2 (VOTable 1.5, sections 5.3 and 5.4), each cell as the text that
// TABLEDATA would have; null values and lists of numbers are empty. A plain value over bytes that outlive it.
class VotableStream
{
public:
    // `masked`: BINARY2, with a mask of null values before each row. The error: a type that is none.
    VotableStream(std::string_view bytes, std::vector<VotableField> fields, bool masked);
    [[nodiscard]] const QString &error() const { return m_error; }
    // Nothing: the end, or what is left is no whole row (error()).
    [[nodiscard]] std::optional<std::vector<std::string>> next();

private:
    struct Layout {
        char kind = 0; // b: boolean, x: bit, B S I L: whole, c u: text, f d: real, F D: complex
        size_t width = 0; // of one; 0: bits
        size_t count = 1; // of fixed ones
        bool isList = false; // how many stands before it
        bool isText = false;
    };
    [[nodiscard]] bool read(const Layout &layout, std::string &cell);
    [[nodiscard]] bool take(size_t bytes, std::string_view &out);

    std::string_view m_rest;
    std::vector<Layout> m_layouts;
    const bool m_masked;
    qint64 m_row = 0;
    QString m_error;
};

} // namespace tocsin::watch
