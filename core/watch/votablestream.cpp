// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/votablestream.h"

#include <QCoreApplication>
#include <QtEndian>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>

namespace tocsin::watch {

namespace {

struct Type {
    std::string_view name;
    char kind;
    size_t width;
};
constexpr std::array kTypes{Type{"boolean", 'b', 1}, Type{"bit", 'x', 0},  Type{"unsignedByte", 'B', 1}, Type{"short", 'S', 2},        Type{"int", 'I', 4},          Type{"long", 'L', 8},
                            Type{"char", 'c', 1},    Type{"unicodeChar", 'u', 2}, Type{"float", 'f', 4}, Type{"double", 'd', 8}, Type{"floatComplex", 'F', 8}, Type{"doubleComplex", 'D', 16}};

template <typename T> std::string text(T value)
{
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, end.ptr};
}

template <typename T> T whole(std::string_view bytes)
{
    return qFromBigEndian<T>(bytes.data());
}

std::string number(char kind, std::string_view bytes)
{
    switch (kind) {
    case 'b':
        return bytes[0] == 'T' || bytes[0] == 't' || bytes[0] == '1' ? "T" : bytes[0] == 'F' || bytes[0] == 'f' || bytes[0] == '0' ? "F" : "";
    case 'B':
        return text(static_cast<int>(static_cast<unsigned char>(bytes[0])));
    case 'S':
        return text(whole<qint16>(bytes));
    case 'I':
        return text(whole<qint32>(bytes));
    case 'L':
        return text(whole<qint64>(bytes));
    case 'f': {
        const auto value = std::bit_cast<float>(whole<quint32>(bytes));
        return std::isnan(value) ? std::string() : text(value);
    }
    case 'd': {
        const auto value = std::bit_cast<double>(whole<quint64>(bytes));
        return std::isnan(value) ? std::string() : text(value);
    }
    default:
        return {};
    }
}

} // namespace

VotableStream::VotableStream(std::string_view bytes, std::vector<VotableField> fields, bool masked) : m_rest(bytes), m_masked(masked)
{
    for (const VotableField &field : fields) {
        Layout layout;
        for (const Type &type : kTypes) {
            if (type.name == field.type) {
                layout.kind = type.kind;
                layout.width = type.width;
            }
        }
        if (!layout.kind) {
            m_error = QCoreApplication::translate("watch", "“%1” is no type of a VOTable.").arg(QString::fromStdString(field.type));
            return;
        }
        layout.isText = layout.kind == 'c' || layout.kind == 'u';
        // Dimensions are joined by x; the last one may be open.
        layout.isList = field.arraysize.ends_with('*');
        std::string_view sizes = field.arraysize;
        while (!layout.isList && !sizes.empty()) {
            size_t size = 0;
            const auto [end, error] = std::from_chars(sizes.data(), sizes.data() + sizes.size(), size);
            const bool isRight = error == std::errc() && size > 0 && layout.count <= (size_t{1} << 28) / size && (end == sizes.data() + sizes.size() || *end == 'x');
            if (!isRight) {
                m_error = QCoreApplication::translate("watch", "“%1” is no size of a VOTable's field.").arg(QString::fromStdString(field.arraysize));
                return;
            }
            layout.count *= size;
            sizes.remove_prefix(std::min(sizes.size(), static_cast<size_t>(end - sizes.data()) + 1));
        }
        m_layouts.push_back(layout);
    }
}

bool VotableStream::take(size_t bytes, std::string_view &out)
{
    if (m_rest.size() < bytes)
        return false;
    out = m_rest.substr(0, bytes);
    m_rest.remove_prefix(bytes);
    return true;
}

bool VotableStream::read(const Layout &layout, std::string &cell)
{
    size_t count = layout.count;
    std::string_view bytes;
    if (layout.isList) {
        if (!take(4, bytes))
            return false;
        count = whole<quint32>(bytes);
    }
    if (count > m_rest.size() * 8)
        return false;
    if (!take(layout.width ? count * layout.width : (count + 7) / 8, bytes))
        return false;
    if (layout.kind == 'c') {
        cell = bytes.substr(0, bytes.find('\0'));
    } else if (layout.kind == 'u') {
        QString decoded;
        for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
            const auto unit = whole<quint16>(bytes.substr(i, 2));
            if (unit == 0)
                break;
            decoded += QChar(unit);
        }
        cell = decoded.toStdString();
    } else if (count == 1 && layout.width) {
        cell = number(layout.kind, bytes);
    }
    return true;
}

std::optional<std::vector<std::string>> VotableStream::next()
{
    if (m_rest.empty() || !m_error.isEmpty())
        return std::nullopt;
    ++m_row;
    std::string_view mask;
    bool isWhole = !m_masked || take((m_layouts.size() + 7) / 8, mask);
    std::vector<std::string> cells(m_layouts.size());
    for (size_t i = 0; isWhole && i < m_layouts.size(); ++i) {
        isWhole = read(m_layouts[i], cells[i]);
        if (isWhole && m_masked && (static_cast<unsigned char>(mask[i / 8]) & (0x80 >> i % 8)))
            cells[i].clear();
    }
    if (isWhole)
        return cells;
    m_error = QCoreApplication::translate("watch", "Row %1 ends in the middle.").arg(m_row);
    return std::nullopt;
}

} // namespace tocsin::watch
