// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/gcn/xmltree.h"

#include "core/decoders/gcn/noticetext.h"
#include "core/decoders/jsonreader.h"

#include <QXmlStreamReader>

#include <unordered_map>
#include <vector>

namespace tocsin::decoders {

namespace {

constexpr size_t kMostTagBytes = 64u << 10;
constexpr int kMostAttributes = 256; // of one element: QXmlStreamReader compares each with all others

std::string plain(QStringView text)
{
    return text.toUtf8().toStdString();
}

// Without its prefix.
QStringView localName(QStringView qualified)
{
    return qualified.mid(qualified.indexOf(u':') + 1);
}

// What the reader must never see: it takes quadratic time for many attributes, and knows DTDs. Looks at the bytes, so it holds
// for all encodings in which "<" is a byte of its own.
bool isHarmless(std::string_view bytes, std::string &error)
{
    const auto skipTo = [&](size_t from, std::string_view end) {
        const size_t at = bytes.find(end, from);
        return at == std::string_view::npos ? bytes.size() : at + end.size();
    };
    for (size_t at = bytes.find('<'); at < bytes.size(); at = bytes.find('<', at)) {
        const std::string_view rest = bytes.substr(at);
        if (rest.starts_with("<!--")) {
            at = skipTo(at, "-->");
        } else if (rest.starts_with("<![CDATA[")) {
            at = skipTo(at, "]]>");
        } else if (rest.starts_with("<?")) {
            at = skipTo(at, "?>");
        } else if (rest.starts_with("<!")) {
            error = "the XML has a document type definition, which is never read";
            return false;
        } else {
            char quote = '\0';
            int attributes = 0;
            const size_t begin = at;
            for (++at; at < bytes.size() && (quote != '\0' || bytes[at] != '>'); ++at) {
                if (at - begin > kMostTagBytes) {
                    error = "a tag of the XML is longer than 64 kB at byte " + std::to_string(begin);
                    return false;
                }
                if (quote != '\0')
                    quote = bytes[at] == quote ? '\0' : quote;
                else if (bytes[at] == '"' || bytes[at] == '\'')
                    quote = bytes[at];
                else
                    attributes += bytes[at] == '=';
            }
            if (attributes > kMostAttributes) {
                error = "a tag of the XML has more than 256 attributes at byte " + std::to_string(begin);
                return false;
            }
        }
    }
    return true;
}

// An element whose end has not come.
struct Open {
    std::string name;
    std::string text;
    FieldTree members = FieldTree::object();
    std::unordered_map<std::string, size_t> places; // of the members

    bool add(std::string key, FieldTree value, TreeBudget &budget)
    {
        auto &list = members.get_ref<FieldTree::object_t &>();
        if (!budget.spend(2 * TreeBudget::kPerValue + key.size()))
            return false;
        const auto [known, isNew] = places.try_emplace(key, list.size());
        if (isNew) {
            list.emplace_back(std::move(key), std::move(value));
            return true;
        }
        FieldTree &there = (list.begin() + static_cast<std::ptrdiff_t>(known->second))->second;
        if (!there.is_array())
            there = FieldTree::array({std::move(there)});
        there.push_back(std::move(value));
        return true;
    }

    [[nodiscard]] FieldTree take()
    {
        const std::string_view content = trimmed(text);
        if (members.empty())
            return content.empty() ? FieldTree() : FieldTree(std::string(content));
        if (!content.empty())
            members.get_ref<FieldTree::object_t &>().emplace_back("#text", std::string(content));
        return std::move(members);
    }
};

} // namespace

bool readXml(std::string_view bytes, TreeBudget &budget, std::string &name, FieldTree &root, std::string &error)
{
    if (bytes.size() > kMostXmlBytes) {
        error = "the XML has " + std::to_string(bytes.size()) + " bytes, more than 4 MiB";
        return false;
    }
    // What stands around the document is forgiven; XML does not.
    while (!bytes.empty() && std::string_view(" \t\r\n\0", 5).find(bytes.front()) != std::string_view::npos)
        bytes.remove_prefix(1);
    while (!bytes.empty() && std::string_view(" \t\r\n\0", 5).find(bytes.back()) != std::string_view::npos)
        bytes.remove_suffix(1);
    if (!isHarmless(bytes, error))
        return false;
    const auto fail = [&](const QXmlStreamReader &reader, const std::string &what) {
        error = what + " at line " + std::to_string(reader.lineNumber()) + ", column " + std::to_string(reader.columnNumber());
        return false;
    };
    QXmlStreamReader reader(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
    // Only the local names are asked for: packets whose prefix nobody declared are read like others.
    reader.setNamespaceProcessing(false);
    std::vector<Open> open;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return fail(reader, "the XML has a document type definition or an entity of its own, which is never read");
        case QXmlStreamReader::StartElement: {
            if (open.size() >= static_cast<size_t>(kMostDepth))
                return fail(reader, "the XML is nested deeper than 64 levels");
            Open element;
            element.name = plain(localName(reader.qualifiedName()));
            for (const QXmlStreamAttribute &attribute : reader.attributes()) {
                const QStringView qualified = attribute.qualifiedName();
                const QStringView attributeName = localName(qualified);
                // Namespaces and where the schema lies are no part of the message.
                if (qualified == u"xmlns" || qualified.startsWith(u"xmlns:") || attributeName == u"schemaLocation" || attributeName == u"noNamespaceSchemaLocation")
                    continue;
                if (!element.add(plain(attributeName), plain(attribute.value()), budget))
                    return fail(reader, "the XML has too many values");
            }
            open.push_back(std::move(element));
            break;
        }
        case QXmlStreamReader::Characters:
            if (!open.empty()) {
                const std::string text = plain(reader.text());
                if (!budget.spend(text.size()))
                    return fail(reader, "the XML has too many values");
                open.back().text += text;
            }
            break;
        case QXmlStreamReader::EndElement: {
            Open element = std::move(open.back());
            open.pop_back();
            if (open.empty()) {
                name = element.name;
                root = element.take();
            } else if (!open.back().add(element.name, element.take(), budget)) {
                return fail(reader, "the XML has too many values");
            }
            break;
        }
        default:
            break;
        }
    }
    if (reader.hasError()) {
        error = reader.error() == QXmlStreamReader::PrematureEndOfDocumentError
            ? "the XML ends at byte " + std::to_string(bytes.size()) + " inside an element"
            : "the XML is not well formed at line " + std::to_string(reader.lineNumber()) + ", column " + std::to_string(reader.columnNumber()) + ": "
                + reader.errorString().toStdString();
        return false;
    }
    return true;
}

} // namespace tocsin::decoders
