// SPDX-License-Identifier: GPL-3.0-or-later
// What SCiMMA's hop puts around alerts (protocols.md 2.4, 2.5, 2.8, 4.1): JSON text inside JSON, the older envelope of name
// and content, messages of the archive, and the placeholder of one that is kept elsewhere.
#include "core/decoders/brokers/brokers.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNoNotes{FieldNote{"message_id", "header _id"}, FieldNote{"test", "header _test"}};
constexpr std::array kArchiveNotes{FieldNote{"message_id", "metadata.headers, _id"}, FieldNote{"broker_time", "metadata.timestamp"}};
constexpr std::array kExternalNotes{FieldNote{"url", "url"}};

Headers headersOf(const Origin &origin)
{
    Headers out;
    for (const auto &[name, value] : origin.input.headers) {
        if (name != "_format")
            out.emplace_back(name, value);
    }
    return out;
}

// igwn-alert publishes JSON text as a JSON string, its command line twice so.
class HopText final : public Envelope
{
public:
    const char *id() const override { return "json-text"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Text inside JSON"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "A message that was encoded as JSON more than once; what is inside is decoded by its content."); }
    std::span<const FieldNote> notes() const override { return kNoNotes; }

    bool fits(const Shape &shape, const Origin &) const override
    {
        const auto text = shape.root().text();
        if (!text)
            return false;
        const size_t at = text->find_first_not_of(" \t\r\n");
        return at != std::string_view::npos && std::string_view("{[\"<").find((*text)[at]) != std::string_view::npos;
    }

    bool open(const Value &root, const Origin &origin, std::vector<Carried> &out, std::string &error) const override
    {
        const auto text = root.text();
        if (!text) {
            error = "this is no JSON text";
            return false;
        }
        out.push_back({.value = std::string(*text), .key = std::string(origin.input.key), .headers = headersOf(origin)});
        return true;
    }
};

// Before hop had headers: {"format": name, "content": …}.
class HopLegacy final : public Envelope
{
public:
    const char *id() const override { return "hop-legacy"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Older hop message"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Messages of SCiMMA's hop before version 0.5: the name of the format and the content."); }
    std::span<const FieldNote> notes() const override { return kNoNotes; }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        return origin.schema.empty() && shape.has("format") && shape.has("content") && shape.root().size() <= 4 && shape.root()["format"].isText();
    }

    bool open(const Value &root, const Origin &origin, std::vector<Carried> &out, std::string &error) const override
    {
        const Value content = root["content"];
        const std::string format = lower(root["format"].text().value_or(std::string_view()).substr(0, 100));
        Carried carried{.value = {}, .key = std::string(origin.input.key), .headers = headersOf(origin)};
        if (const auto text = content.text()) {
            carried.value = std::string(*text);
            if (format == "avro") {
                if (auto bytes = fromBase64(*text))
                    carried.value = std::move(*bytes);
            }
        } else if (const auto bytes = content.binary()) {
            carried.value = std::string(*bytes);
        } else if (!content.isNull()) {
            carried.value = jsonOf(content);
        } else {
            error = "the content of the message is missing";
            return false;
        }
        carried.headers.emplace_back("_format", format);
        out.push_back(std::move(carried));
        return true;
    }
};

// Messages as hop's archive and its store of large messages answer them, BSON mostly.
class HopArchive final : public Envelope
{
public:
    const char *id() const override { return "hop-archive"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Message of hop's archive"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Messages that SCiMMA's archive or its store of large messages gave back, with their headers."); }
    std::span<const FieldNote> notes() const override { return kArchiveNotes; }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty())
            return false;
        if (shape.has("messages"))
            return isStored(shape.root()["messages"].first());
        return shape.has("message") && (shape.has("metadata") || shape.has("headers")) && isStored(shape.root());
    }

    bool open(const Value &root, const Origin &, std::vector<Carried> &out, std::string &error) const override
    {
        constexpr size_t kMostMessages = 10'000;
        const Value list = root["messages"];
        if (list.size() > kMostMessages) {
            error = "the answer holds more than 10,000 messages";
            return false;
        }
        if (list.isArray())
            list.forEach([&](std::string_view, const Value &item) { out.push_back(carry(item)); });
        else
            out.push_back(carry(root));
        return true;
    }

private:
    static bool isStored(const Value &item)
    {
        return item["message"].isBinary() || (!item["message"].isNull() && item["metadata"].isObject());
    }

    static Carried carry(const Value &item)
    {
        Carried out;
        const Value message = item["message"];
        if (const auto bytes = message.binary())
            out.value = std::string(*bytes);
        else if (const auto text = message.text())
            out.value = std::string(*text);
        else if (!message.isNull())
            out.value = jsonOf(message);
        else
            out.error = "the archive's message has no content";
        const Value metadata = item["metadata"];
        const Value headers = metadata.isObject() ? metadata["headers"] : item["headers"];
        headers.forEach([&](std::string_view, const Value &pair) {
            std::string name;
            std::string value;
            size_t at = 0;
            pair.forEach([&](std::string_view, const Value &part) {
                const auto bytes = part.binary();
                (at++ == 0 ? name : value) = bytes ? std::string(*bytes) : part.idText().value_or(std::string());
            });
            if (at == 2)
                out.headers.emplace_back(std::move(name), std::move(value));
        });
        const Value key = anyOf(metadata.isObject() ? metadata : item, {"key"});
        out.key = std::string(key.binary().value_or(key.text().value_or(std::string_view())));
        if (const auto ms = metadata["timestamp"].number(); ms && *ms > 0 && *ms < 2.5e14)
            out.stamp = UtcTime::fromMs(static_cast<int64_t>(*ms));
        return out;
    }
};

// Stands for a message that is too large for Kafka. Whoever reads it may be led anywhere: decoders open no connection.
class HopExternal final : public TreeFormat
{
public:
    const char *id() const override { return "hop-external"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Message kept elsewhere"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "The place of a message that is too large for SCiMMA's broker. The message itself is not fetched."); }
    std::span<const FieldNote> notes() const override { return kExternalNotes; }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        return origin.hint == "external" && shape.has("url") && shape.root().size() == 1;
    }
    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        alert.format = id();
        alert.message = "other";
        alert.url = urlOf(alert, root["url"], "url");
        note(alert, "the message is kept elsewhere and was not fetched");
    }
};

} // namespace

const Envelope &hopText()
{
    static const HopText format;
    return format;
}

const Envelope &hopLegacy()
{
    static const HopLegacy format;
    return format;
}

const Envelope &hopArchive()
{
    static const HopArchive format;
    return format;
}

const TreeFormat &hopExternal()
{
    static const HopExternal format;
    return format;
}

} // namespace tocsin::decoders
