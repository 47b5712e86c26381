// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of Google Pub/Sub (protocols.md 6.3): what pull answers, what push posts, and one message alone. The alert inside
// is base64; attributes go along as headers.
#include "core/decoders/brokers/brokers.h"

#include <array>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"message_id", "messageId"},
    FieldNote{"broker_time", "publishTime"},
};

bool isMessage(const Value &message)
{
    return message.isObject() && (message["data"].isText() || message["attributes"].isObject())
        && !anyOf(message, {"messageId", "message_id", "publishTime", "publish_time", "attributes"}).isNull();
}

// {ackId, message}, {message, subscription} or the message itself.
Value messageIn(const Value &received)
{
    const Value inner = received["message"];
    return isMessage(inner) ? inner : isMessage(received) ? received : Value();
}

Carried carry(const Value &message)
{
    Carried out;
    message["attributes"].forEach([&](std::string_view name, const Value &value) {
        if (auto text = value.idText())
            out.headers.emplace_back(std::string(name), std::move(*text));
    });
    out.key = std::string(anyOf(message, {"orderingKey", "ordering_key"}).text().value_or(std::string_view()));
    out.messageId = anyOf(message, {"messageId", "message_id"}).idText().value_or(std::string());
    out.stamp = UtcTime::fromIso(anyOf(message, {"publishTime", "publish_time"}).text().value_or(std::string_view()));
    const Value data = message["data"];
    const auto text = data.text();
    if (!text || text->empty()) {
        // Notices of files say everything in their attributes.
        if (message["attributes"].size() > 0)
            out.value = jsonOf(message["attributes"]);
        else
            out.error = "the Pub/Sub message has no data";
    } else if (auto bytes = fromBase64(*text)) {
        out.value = std::move(*bytes);
    } else {
        out.error = "the data of the Pub/Sub message are no base64";
    }
    return out;
}

class PubSub final : public Envelope
{
public:
    const char *id() const override { return "pubsub"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Pub/Sub message"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Messages of Google Pub/Sub, pulled or pushed; what they carry is decoded by its content."); }
    std::span<const FieldNote> notes() const override { return kNotes; }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty())
            return false;
        if (shape.root().isArray())
            return !messageIn(shape.root().first()).isAbsent() && shape.root().first()["message"].isObject();
        if (shape.has("receivedMessages") || shape.has("received_messages"))
            return anyOf(shape.root(), {"receivedMessages", "received_messages"}).isArray();
        return (shape.has("message") || shape.has("data") || shape.has("attributes")) && !messageIn(shape.root()).isAbsent();
    }

    bool open(const Value &root, const Origin &, std::vector<Carried> &out, std::string &error) const override
    {
        constexpr size_t kMostMessages = 10'000;
        const Value list = root.isArray() ? root : anyOf(root, {"receivedMessages", "received_messages"});
        if (!list.isArray()) {
            const Value message = messageIn(root);
            if (message.isAbsent()) {
                error = "this is no Pub/Sub message";
                return false;
            }
            out.push_back(carry(message));
            return true;
        }
        if (list.size() > kMostMessages) {
            error = "the answer holds more than 10,000 messages";
            return false;
        }
        list.forEach([&](std::string_view, const Value &received) {
            const Value message = messageIn(received);
            if (message.isAbsent())
                out.push_back({.error = "this part of the answer is no Pub/Sub message"});
            else
                out.push_back(carry(message));
        });
        return true;
    }
};

} // namespace

const Envelope &pubSub()
{
    static const PubSub format;
    return format;
}

} // namespace tocsin::decoders
