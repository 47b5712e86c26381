// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

// FITS files made card by card, right and wrong ones.
namespace fitsbuilder {

struct Card {
    std::string keyword;
    std::string value; // as it stands in the file: 'text' with its quotes
};

inline QByteArray padded(QByteArray data, char with)
{
    while (data.size() % 2880 != 0)
        data.append(with);
    return data;
}

inline QByteArray header(const std::vector<Card> &cards)
{
    QByteArray out;
    for (const Card &card : cards) {
        const std::string line = card.keyword + std::string(8 - card.keyword.size(), ' ') + "= " + card.value;
        out += QByteArray::fromStdString(line).leftJustified(80, ' ');
    }
    out += QByteArray("END").leftJustified(80, ' ');
    return padded(out, ' ');
}

template <typename T> void put(QByteArray &out, T value)
{
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    std::reverse(bytes, bytes + sizeof value);
    out.append(bytes, sizeof value);
}

// The last card of that name gets another value; nothing else moves.
inline QByteArray changed(QByteArray file, const char *keyword, const char *value)
{
    const QByteArray begin = QByteArray(keyword).leftJustified(8, ' ') + "= ";
    const qsizetype at = file.lastIndexOf(begin);
    Q_ASSERT(at >= 0 && at % 80 == 0);
    return file.replace(at, 80, (begin + value).leftJustified(80, ' '));
}

inline QByteArray emptyPrimary()
{
    return header({{"SIMPLE", "T"}, {"BITPIX", "8"}, {"NAXIS", "0"}, {"EXTEND", "T"}});
}

// A table of one kind of rows; `columns` are TTYPEn, TFORMn, TUNITn cards and whatever else stands in the header.
inline QByteArray table(qsizetype width, qsizetype rows, int fields, std::vector<Card> columns, const QByteArray &data)
{
    std::vector<Card> cards{{"XTENSION", "'BINTABLE'"}, {"BITPIX", "8"}, {"NAXIS", "2"}, {"NAXIS1", std::to_string(width)},
                            {"NAXIS2", std::to_string(rows)}, {"PCOUNT", "0"}, {"GCOUNT", "1"}, {"TFIELDS", std::to_string(fields)}};
    cards.insert(cards.end(), columns.begin(), columns.end());
    return header(cards) + padded(data, '\0');
}

// A whole sky of `values`, `repeat` to a row.
template <typename T> QByteArray flatMap(const std::vector<T> &values, const char *ordering, int nside, qsizetype repeat = 1, std::vector<Card> more = {})
{
    QByteArray data;
    for (const T value : values)
        put(data, value);
    std::string form("'");
    form.append(std::to_string(repeat)).append(sizeof(T) == 4 ? "E'" : "D'");
    std::vector<Card> cards{{"TTYPE1", "'PROB'"}, {"TFORM1", form},
                            {"TUNIT1", "'pix-1'"}, {"PIXTYPE", "'HEALPIX'"}, {"ORDERING", std::string("'").append(ordering).append("'")},
                            {"NSIDE", std::to_string(nside)}, {"INDXSCHM", "'IMPLICIT'"}};
    cards.insert(cards.end(), more.begin(), more.end());
    const auto width = repeat * static_cast<qsizetype>(sizeof(T));
    return emptyPrimary() + table(width, data.size() / width, 1, cards, data);
}

inline QByteArray image(int bitpix, std::vector<int> axes, const QByteArray &data, std::vector<Card> more = {}, bool first = true)
{
    std::vector<Card> cards{first ? Card{"SIMPLE", "T"} : Card{"XTENSION", "'IMAGE   '"}, {"BITPIX", std::to_string(bitpix)},
                            {"NAXIS", std::to_string(axes.size())}};
    for (size_t i = 0; i < axes.size(); ++i)
        cards.push_back({"NAXIS" + std::to_string(i + 1), std::to_string(axes[i])});
    cards.insert(cards.end(), more.begin(), more.end());
    return header(cards) + padded(data, '\0');
}

inline QByteArray gzipped(const QByteArray &bytes, int level = 6)
{
    z_stream stream{};
    (void)deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    (void)deflate(&stream, Z_FINISH);
    out.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

} // namespace fitsbuilder
