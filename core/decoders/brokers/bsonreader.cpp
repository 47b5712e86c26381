// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/brokers/bsonreader.h"

#include "core/base/utctime.h"
#include "core/base/utf8.h"
#include "core/decoders/brokers/hopmarks.h"
#include "core/decoders/jsonreader.h"

#include <cstring>
#include <vector>

namespace tocsin::decoders {

namespace {

constexpr size_t kLeastDocument = 5; // its length and the NUL at its end

template <typename Number>
Number littleEndian(std::string_view bytes)
{
    Number value{};
    std::memcpy(&value, bytes.data(), sizeof(Number)); // the machines that we run on are little-endian
    return value;
}

std::string hexOf(std::string_view bytes)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        out += kHex[static_cast<unsigned char>(c) >> 4];
        out += kHex[static_cast<unsigned char>(c) & 15];
    }
    return out;
}

std::string cleanText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        char32_t character = 0;
        const size_t length = utf8Sequence(text, character);
        if (length > 0)
            out.append(text.substr(0, length));
        else
            out += "\xef\xbf\xbd";
        text.remove_prefix(std::max<size_t>(length, 1));
    }
    return out;
}

class BsonReader
{
public:
    BsonReader(std::string_view bytes, TreeBudget &budget) : m_bytes(bytes), m_budget(budget) {}

    bool read(FieldTree &out)
    {
        out = FieldTree::object();
        if (!enter(out, true))
            return false;
        while (!m_open.empty()) {
            if (!step())
                return false;
        }
        return m_at == m_bytes.size() || fail("bytes follow behind the document");
    }
    [[nodiscard]] std::string takeError() { return std::move(m_error); }

private:
    struct Open {
        FieldTree *tree;
        size_t end; // where its NUL stands
    };

    bool fail(const char *what)
    {
        m_error = std::string("BSON, byte ") + std::to_string(m_at) + ": " + what;
        return false;
    }

    [[nodiscard]] size_t limit() const { return m_open.empty() ? m_bytes.size() : m_open.back().end; }

    bool take(size_t length, std::string_view &out)
    {
        if (length > limit() - m_at)
            return fail("the data end inside a value");
        out = m_bytes.substr(m_at, length);
        m_at += length;
        return true;
    }

    bool length32(int64_t least, size_t &out)
    {
        std::string_view bytes;
        if (!take(4, bytes))
            return false;
        const auto value = littleEndian<int32_t>(bytes);
        if (value < least)
            return fail("a length is impossible");
        out = static_cast<size_t>(value);
        return true;
    }

    bool name(std::string_view &out)
    {
        const size_t end = m_bytes.find('\0', m_at);
        if (end == std::string_view::npos || end >= limit())
            return fail("a name does not end");
        out = m_bytes.substr(m_at, end - m_at);
        m_at = end + 1;
        return true;
    }

    bool text(std::string_view &out)
    {
        size_t length = 0;
        if (!length32(1, length) || !take(length, out))
            return false;
        if (out.back() != '\0')
            return fail("a text does not end with NUL");
        out.remove_suffix(1);
        return true;
    }

    bool enter(FieldTree &tree, bool outermost)
    {
        const size_t begin = m_at;
        size_t length = 0;
        if (m_open.size() >= kMostDepth)
            return fail("more than 64 levels");
        if (!length32(kLeastDocument, length))
            return false;
        if (length > limit() - begin || (outermost && length != m_bytes.size()))
            return fail("a document is longer than the data");
        m_open.push_back({&tree, begin + length - 1});
        return true;
    }

    // One element, or the end of the document.
    bool step()
    {
        Open &open = m_open.back();
        if (m_at == open.end) {
            if (m_bytes[m_at] != '\0')
                return fail("a document does not end with NUL");
            ++m_at;
            m_open.pop_back();
            return true;
        }
        const char type = m_bytes[m_at++];
        std::string_view key;
        if (!name(key))
            return false;
        if (!m_budget.spend(TreeBudget::kPerValue + key.size()))
            return fail("too many values");
        FieldTree *place = nullptr;
        if (open.tree->is_array()) {
            open.tree->push_back(nullptr);
            place = &open.tree->back();
        } else {
            auto &members = open.tree->get_ref<FieldTree::object_t &>();
            members.emplace_back(cleanText(key), nullptr);
            place = &members.back().second;
        }
        return value(static_cast<unsigned char>(type), *place);
    }

    bool value(unsigned char type, FieldTree &out)
    {
        std::string_view bytes;
        size_t length = 0;
        switch (type) {
        case 0x01:
            if (!take(8, bytes))
                return false;
            out = littleEndian<double>(bytes);
            return true;
        case 0x02: // text
        case 0x0d: // JavaScript
        case 0x0e: // symbol
            if (!text(bytes))
                return false;
            if (!m_budget.spend(bytes.size()))
                return fail("too many values");
            out = cleanText(bytes);
            return true;
        case 0x03:
            out = FieldTree::object();
            return enter(out, false);
        case 0x04:
            out = FieldTree::array();
            return enter(out, false);
        case 0x05:
            return binary(out);
        case 0x06: // undefined
        case 0x0a: // null
        case 0x7f: // keys beyond all others
        case 0xff:
            return true;
        case 0x07:
            if (!take(12, bytes))
                return false;
            out = hexOf(bytes);
            return true;
        case 0x08:
            if (!take(1, bytes))
                return false;
            out = bytes[0] != 0;
            return true;
        case 0x09:
            if (!take(8, bytes))
                return false;
            out = dateOf(littleEndian<int64_t>(bytes));
            return true;
        case 0x0b: { // a regular expression and its options
            std::string_view options;
            if (!name(bytes) || !name(options))
                return false;
            out = cleanText(bytes);
            return true;
        }
        case 0x0c: // a pointer into a database
            return text(bytes) && take(12, bytes);
        case 0x0f: // JavaScript with its variables
            return length32(4, length) && take(length - 4, bytes);
        case 0x10:
            if (!take(4, bytes))
                return false;
            out = littleEndian<int32_t>(bytes);
            return true;
        case 0x11: // hop's unsigned numbers
            if (!take(8, bytes))
                return false;
            out = littleEndian<uint64_t>(bytes);
            return true;
        case 0x12:
            if (!take(8, bytes))
                return false;
            out = littleEndian<int64_t>(bytes);
            return true;
        case 0x13: // decimal of 128 bits
            if (!take(16, bytes))
                return false;
            out = binaryOf(bytes);
            return true;
        default:
            return fail("a type that is not known");
        }
    }

    bool binary(FieldTree &out)
    {
        size_t length = 0;
        std::string_view kind;
        std::string_view bytes;
        if (!length32(0, length) || !take(1, kind) || !take(length, bytes))
            return false;
        if (!m_budget.spend(bytes.size()))
            return fail("too many values");
        if ((kind[0] == 3 || kind[0] == 4) && bytes.size() == 16) {
            out = uuidText(bytes);
            return true;
        }
        if (kind[0] == 2 && bytes.size() >= 4) // an old form says its length twice
            bytes.remove_prefix(4);
        out = binaryOf(bytes);
        return true;
    }

    static FieldTree binaryOf(std::string_view bytes)
    {
        return FieldTree::binary(std::vector<uint8_t>(bytes.begin(), bytes.end()));
    }

    static FieldTree dateOf(int64_t ms)
    {
        constexpr int64_t kFirst = -62'135'596'800'000; // the year 1
        constexpr int64_t kLast = 253'402'300'799'999; // the end of 9999
        if (ms < kFirst || ms > kLast)
            return ms;
        return UtcTime::fromMs(ms).iso();
    }

    std::string_view m_bytes;
    TreeBudget &m_budget;
    size_t m_at = 0;
    std::vector<Open> m_open;
    std::string m_error;
};

} // namespace

bool readBson(std::string_view bytes, TreeBudget &budget, FieldTree &out, std::string &error)
{
    BsonReader reader(bytes, budget);
    if (reader.read(out))
        return true;
    error = reader.takeError();
    return false;
}

bool looksLikeBson(std::string_view bytes)
{
    if (bytes.size() < kLeastDocument || bytes.back() != '\0')
        return false;
    const auto length = littleEndian<int32_t>(bytes);
    if (length < 0 || static_cast<size_t>(length) != bytes.size())
        return false;
    const auto type = static_cast<unsigned char>(bytes[4]);
    return type <= 0x13 || type == 0x7f || type == 0xff;
}

} // namespace tocsin::decoders
