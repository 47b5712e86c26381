// SPDX-License-Identifier: GPL-3.0-or-later
// GraceDB's alerts as LVAlert sent them until 2022: stanzas of XMPP, whose entries hold the JSON that igwn-alert sends now.
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/gcn/xmltree.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{FieldNote{"message_id", "the item's id"}, FieldNote{"broker_time", "stamp of the delay"}};
constexpr const char *kStanza = "xmpp"; // of the tree that the reader makes

class Xmpp final : public ByteFormat
{
public:
    const char *id() const override { return "xmpp"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "XMPP stanza"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Messages of the publish-subscribe service that LVAlert used."); }
    std::span<const FieldNote> notes() const override { return {}; } // what is in it is decoded by its content
    bool mapsItself() const override { return false; }
    void map(const Value &, const Origin &, Alert &) const override {}

    bool fitsBytes(std::string_view bytes, const Origin &) const override { return isXmppStanza(bytes); }

    bool read(std::string_view bytes, TreeBudget &budget, std::vector<FieldTree> &records, std::vector<std::string> &, std::string &error) const override
    {
        std::string name;
        FieldTree root;
        if (!readXml(bytes, budget, name, root, error))
            return false;
        records.push_back(FieldTree{{kStanza, std::move(root)}});
        return true;
    }
};

class LvAlert final : public Envelope
{
public:
    const char *id() const override { return "lvalert"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "LVAlert message"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "GraceDB's alerts of before 2022, in XMPP; what is inside is decoded by its content."); }
    std::span<const FieldNote> notes() const override { return kNotes; }

    bool fits(const Shape &shape, const Origin &) const override { return shape.root()[kStanza].isObject(); }

    bool open(const Value &root, const Origin &, std::vector<Carried> &out, std::string &error) const override
    {
        constexpr size_t most = 10'000;
        const Value stanza = root[kStanza];
        const UtcTime stamp = UtcTime::fromIso(stanza["delay"]["stamp"].text().value_or(std::string_view()));
        const auto carry = [&](const Value &item) {
            if (const auto text = item["entry"].text(); text && out.size() < most)
                out.push_back({.value = std::string(*text), .messageId = item["id"].idText().value_or(std::string()), .stamp = stamp});
        };
        const Value items = stanza["event"]["items"]["item"];
        if (items.isArray())
            items.forEach([&](std::string_view, const Value &item) { carry(item); });
        else
            carry(items);
        if (out.empty())
            error = "the stanza of XMPP holds no alert";
        return !out.empty();
    }
};

} // namespace

bool isXmppStanza(std::string_view bytes)
{
    constexpr size_t peek = 1'000; // namespaces stand in the first tag
    return bytes.starts_with('<') && bytes.substr(0, peek).find("\"jabber:client\"") != std::string_view::npos;
}

const ByteFormat &xmpp()
{
    static const Xmpp format;
    return format;
}

const Envelope &lvAlert()
{
    static const LvAlert format;
    return format;
}

} // namespace tocsin::decoders
