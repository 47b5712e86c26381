// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/walk.h"

#include "core/base/gunzip.h"
#include "core/decoders/brokers/hopmarks.h"
#include "core/decoders/fieldpick.h"
#include "core/decoders/jsonreader.h"
#include "core/decoders/mapped.h"
#include "core/domain/fieldmapping.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace tocsin::decoders {

namespace {

constexpr size_t kMostRecords = 10'000; // alerts in one message
constexpr int kMostLevels = 4; // of envelopes and gzip
constexpr size_t kPeek = 4'096;

// Most of what comes, told without asking anybody: no format of its own bytes begins like an object of JSON (format.h), but
// for BSON, which begins with the number of its bytes.
bool isPlainlyJson(std::string_view bytes)
{
    size_t number = 0;
    for (size_t i = 0; i < std::min<size_t>(bytes.size(), 4); ++i)
        number |= static_cast<size_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return bytes.front() == '{' && number != bytes.size();
}

bool looksLikeJson(std::string_view bytes)
{
    const size_t at = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return at != std::string_view::npos && std::string_view("{[\"-0123456789tfnNI").find(bytes[at]) != std::string_view::npos;
}

bool isBlank(std::string_view bytes)
{
    return bytes.empty() || (bytes.front() <= ' ' && bytes.find_first_not_of(" \t\r\n") == std::string_view::npos);
}

bool isGzip(std::string_view bytes)
{
    return bytes.size() > 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

// The first bytes of what is packed; shorter when it ends or breaks.
std::string peek(std::string_view packed)
{
    std::string out(kPeek, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min<size_t>(packed.size(), 1u << 20));
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = kPeek;
    (void)inflate(&stream, Z_SYNC_FLUSH);
    out.resize(kPeek - stream.avail_out);
    inflateEnd(&stream);
    return out;
}

// SCiMMA's header; a hint, never the proof of a format.
std::string hintOf(const Input &input)
{
    for (const auto &[name, value] : input.headers) {
        if (name == "_format")
            return lower(std::string_view(value).substr(0, 100));
    }
    return {};
}

// Messages that only say "alive": GCN's and SCiMMA's heartbeats (protocols.md 3.2 and 2.7). Other senders write two such
// fields and mean an alert, so the topic must say it too.
bool isHeartbeat(const Value &root, std::string_view topic)
{
    if (!isHeartbeatTopic(topic) || !root.isObject() || root.size() == 0 || root.size() > 2)
        return false;
    bool only = true;
    root.forEach([&](std::string_view key, const Value &) { only = only && (key == "$schema" || key == "alert_datetime"); });
    if (only && !root["alert_datetime"].isAbsent())
        return true;
    return root.size() == 2 && root["timestamp"].isNumber() && root["count"].isNumber();
}

const char *unknownBytes(std::string_view bytes)
{
    if (bytes.starts_with("Obj"))
        return "this begins like an Avro container, but its version is not known";
    return "no decoder knows these bytes";
}

template <typename Format>
const Format *named(const std::vector<const Format *> &formats, std::string_view id)
{
    const auto it = std::ranges::find_if(formats, [&](const Format *format) { return id == format->id(); });
    return it == formats.end() ? nullptr : *it;
}

// A format that only makes trees says nothing about who maps them.
bool isReader(std::string_view id)
{
    const ByteFormat *format = named(FormatList::instance().bytes, id);
    return format && !format->mapsItself();
}

} // namespace

const FormatList &FormatList::instance()
{
    static const FormatList list = [] {
        FormatList made;
        for (const Family &family : {gcnFamily(), brokerFamily(), surveyFamily(), fitsFamily(), plainFamily()}) {
            made.envelopes.insert(made.envelopes.end(), family.envelopes.begin(), family.envelopes.end());
            made.bytes.insert(made.bytes.end(), family.bytes.begin(), family.bytes.end());
            made.schemas.insert(made.schemas.end(), family.schemas.begin(), family.schemas.end());
            made.trees.insert(made.trees.end(), family.trees.begin(), family.trees.end());
            made.all.insert(made.all.end(), family.envelopes.begin(), family.envelopes.end());
            made.all.insert(made.all.end(), family.bytes.begin(), family.bytes.end());
            made.all.insert(made.all.end(), family.schemas.begin(), family.schemas.end());
            made.all.insert(made.all.end(), family.trees.begin(), family.trees.end());
        }
        return made;
    }();
    return list;
}

bool Walk::tooMany()
{
    if (m_out.alerts.size() < kMostRecords)
        return false;
    m_out.error = "the message holds more than 10,000 records";
    return true;
}

// All rows but the first so many.
void Walk::forget(size_t rows)
{
    m_out.alerts.resize(rows);
    m_out.trees.resize(std::min(rows, m_out.trees.size()));
    m_out.insides.resize(std::min(rows, m_out.insides.size()));
}

void Walk::packet(const Input &input)
{
    const std::string_view bytes = input.value;
    if (bytes.size() > kMostPacketBytes)
        m_out.error = "the message has " + std::to_string(bytes.size()) + " bytes, more than 64 MiB";
    else if (bytes.empty() || (m_wanted.schema.empty() && isBlank(bytes))) // a number of Avro may be a blank
        m_out.error = "the message is empty";
    else if (m_wanted.format.empty() || m_depth > 0)
        byContent(input);
    else
        byName(input);
}

void Walk::byContent(const Input &input)
{
    const std::string_view bytes = input.value;
    if (isAvroContainer(bytes))
        return container(input);
    if (isGzip(bytes))
        return gzip(input);
    if (!m_wanted.schema.empty())
        return bare(input, m_wanted.schema);
    if (isSchema(input.key))
        return bare(input, input.key);
    if (isPlainlyJson(bytes))
        return json(input, nullptr, nullptr);
    const Origin origin{.input = input, .hint = hintOf(input)};
    for (const ByteFormat *format : FormatList::instance().bytes) {
        if (format->fitsBytes(bytes, origin))
            return this->bytes(*format, input);
    }
    if (framed(input))
        return;
    if (looksLikeJson(bytes))
        return json(input, nullptr, nullptr);
    m_out.error = unknownBytes(bytes);
}

// As the format that was asked for and no other.
void Walk::byName(const Input &input)
{
    const FormatList &list = FormatList::instance();
    const ByteFormat *byteFormat = named(list.bytes, m_wanted.format);
    if (isGzip(input.value) && !(byteFormat && byteFormat->readsPacked()))
        return gzip(input);
    if (byteFormat)
        return bytes(*byteFormat, input);
    if (isAvroContainer(input.value))
        return container(input);
    if (!m_wanted.schema.empty())
        return bare(input, m_wanted.schema);
    if (isSchema(input.key))
        return bare(input, input.key);
    if (framed(input))
        return;
    if (named(list.schemas, m_wanted.format) || m_wanted.format == "avro") {
        m_out.error = unknownBytes(input.value);
        return;
    }
    const Origin origin{.input = input, .hint = hintOf(input)};
    for (const ByteFormat *reader : list.bytes) {
        if (!reader->mapsItself() && reader->fitsBytes(input.value, origin))
            return bytes(*reader, input, named(list.trees, m_wanted.format));
    }
    json(input, named(list.trees, m_wanted.format), named(list.envelopes, m_wanted.format));
}

void Walk::gzip(const Input &input)
{
    if (m_depth == 0 && m_wanted.format.empty()) {
        const std::string beginning = peek(input.value);
        const Origin origin{.input = input, .hint = hintOf(input)};
        for (const ByteFormat *format : FormatList::instance().bytes) {
            if (format->readsPacked() && format->fitsBytes(beginning, origin))
                return bytes(*format, input);
        }
    }
    if (m_depth >= kMostLevels) {
        m_out.error = "the message is packed more than four times";
        return;
    }
    const auto unpacked = gunzip(QByteArray::fromRawData(input.value.data(), static_cast<qsizetype>(input.value.size())),
                                 static_cast<qint64>(kMostPacketBytes));
    if (!unpacked) {
        if (!m_wanted.schema.empty()) // a number of Avro may begin like gzip
            return bare(input, m_wanted.schema);
        m_out.error = unpacked.error().message.toStdString();
        return;
    }
    const QByteArray &data = unpacked.value();
    Input inner = input;
    inner.value = {data.constData(), static_cast<size_t>(data.size())};
    if (inner.value.empty() || isGzip(inner.value)) {
        m_out.error = inner.value.empty() ? "the message is empty" : "the message is packed more than once";
        return;
    }
    if (m_wanted.format.empty() || m_depth > 0)
        byContent(inner);
    else
        byName(inner);
}

// `forced`: maps what a format that only makes trees has read.
void Walk::bytes(const ByteFormat &format, const Input &input, const TreeFormat *forced)
{
    m_out.format = format.id();
    std::vector<FieldTree> records;
    std::vector<std::string> problems;
    TreeBudget budget;
    if (!format.read(input.value, budget, records, problems, m_out.error)) {
        if (m_out.error.empty())
            m_out.error = "the message cannot be read";
        return;
    }
    const Origin origin{.input = input, .hint = hintOf(input)};
    if (records.empty())
        m_out.error = "no alert is in the message";
    for (const FieldTree &record : records) {
        if (!m_out.error.empty())
            return;
        const Shape shape{Value(&record)};
        if (!format.mapsItself() && !forced && envelope(shape, origin, nullptr))
            continue;
        tree(shape, format.mapsItself() ? &format : forced, origin, problems, m_shown);
    }
}

void Walk::json(const Input &input, const TreeFormat *forced, const Envelope *forcedEnvelope)
{
    m_out.format = "json";
    JsonDocument document = readJson(input.value);
    if (!document.error.empty()) {
        m_out.error = std::move(document.error);
        return;
    }
    if (m_wanted.format.empty() && isHeartbeat(document.root, input.topic)) {
        m_out.heartbeat = true;
        m_out.format = "heartbeat";
        return;
    }
    const Origin origin{.input = input, .hint = hintOf(input)};
    const Shape shape(document.root);
    if (!forced && (forcedEnvelope || m_wanted.format.empty() || m_depth > 0) && (envelope(shape, origin, forcedEnvelope) || forcedEnvelope))
        return;
    if (!document.root.isArray())
        return tree(shape, forced, origin, document.problems, m_shown);
    if (document.root.size() == 0)
        m_out.error = "the JSON is well formed, but no alert is in it";
    if (document.root.size() > kMostRecords)
        m_out.error = "the message holds more than 10,000 records";
    m_out.alerts.reserve(m_out.alerts.size() + std::min(document.root.size(), kMostRecords));
    document.root.forEach([&](std::string_view, const Value &item) {
        if (m_out.error.empty())
            tree(Shape(item), forced, origin, document.problems, m_shown);
    });
}

// True when it was one; then m_out has what it carried.
bool Walk::envelope(const Shape &shape, const Origin &origin, const Envelope *forced)
{
    const std::vector<const Envelope *> &list = FormatList::instance().envelopes;
    const auto it = std::ranges::find_if(list, [&](const Envelope *one) { return forced ? one == forced : one->fits(shape, origin); });
    if (it == list.end())
        return false;
    m_out.format = (*it)->id();
    if (m_depth >= kMostLevels) {
        m_out.error = "the message is packed more than four times";
        return true;
    }
    std::vector<Carried> messages;
    if (!(*it)->open(shape.root(), origin, messages, m_out.error))
        return true;
    // The document must not be looked at again: reading what is inside takes the reader's room.
    if (messages.empty()) {
        m_out.heartbeat = true;
        return true;
    }
    carried(messages, origin);
    return true;
}

// What cannot be read beside others that can becomes a row that says so: an envelope must not lose its neighbours for it.
void Walk::carried(std::vector<Carried> &messages, const Origin &origin)
{
    const std::string topic(origin.input.topic);
    size_t read = 0;
    std::string firstError;
    ++m_depth;
    for (Carried &message : messages) {
        m_unpacked += message.value.size();
        if (m_unpacked > kMostPacketBytes)
            m_out.error = "the message unpacks to more than 64 MiB";
        if (!m_out.error.empty() || tooMany())
            break;
        const size_t before = m_out.alerts.size();
        if (message.error.empty())
            packet({.value = message.value, .key = message.key, .headers = message.headers, .topic = topic});
        else
            m_out.error = std::move(message.error);
        if (std::exchange(m_out.heartbeat, false))
            continue;
        if (!m_out.error.empty()) {
            if (firstError.empty())
                firstError = m_out.error;
            forget(before);
            auto unread = std::make_shared<Alert>();
            unread->message = "other";
            unread->format = m_out.format;
            unread->error = std::exchange(m_out.error, {});
            m_out.alerts.push_back(std::move(unread));
            if (wantsTrees())
                m_out.trees.emplace_back();
            if (m_wanted.inside)
                m_out.insides.emplace_back();
        } else {
            ++read;
        }
        for (size_t i = before; i < m_out.alerts.size(); ++i) {
            Alert *alert = m_out.alerts[i].get();
            if (alert && alert->messageId.empty())
                alert->messageId = message.messageId;
            if (alert && !alert->brokerTime.isValid())
                alert->brokerTime = message.stamp;
        }
    }
    --m_depth;
    if (!m_out.error.empty())
        return;
    if (read == 0)
        m_out.error = firstError;
    m_out.heartbeat = m_out.alerts.empty() && firstError.empty();
}

// The records of one tree, as the format that fits or the one that is forced.
void Walk::tree(const Shape &shape, const TreeFormat *forced, const Origin &origin, const std::vector<std::string> &problems, TreeBudget &shown)
{
    const TreeFormat *format = forced;
    const Value &root = shape.root();
    if (!format) {
        const auto &list = FormatList::instance().trees;
        const auto it = std::ranges::find_if(list, [&](const TreeFormat *one) {
            return m_wanted.format.empty() || m_depth > 0 || isReader(m_wanted.format) ? one->fits(shape, origin) : m_wanted.format == one->id();
        });
        format = it == list.end() ? nullptr : *it;
    }
    if (!format || !root.isObject() || root.size() == 0) {
        m_out.error = origin.schema.empty() ? "the JSON is well formed, but no alert is in it" : "the Avro data are well formed, but no alert is in them";
        return;
    }
    if (format->isLifeSign(root, origin)) {
        m_out.heartbeat = m_out.alerts.empty();
        m_out.format = "heartbeat";
        return;
    }
    Records records;
    format->records(root, records);
    if (records.isEmpty())
        m_out.error = "the message is well formed, but no alert is in it";
    Origin within = origin;
    within.whole = root;
    for (const Value &record : records) {
        if (tooMany())
            return;
        m_out.heartbeat = false;
        std::shared_ptr<Alert> alert;
        if (!m_wanted.pick) {
            alert = std::make_shared<Alert>();
            alert->problems = problems;
            format->map(Shape(record).root(), within, *alert);
        }
        add(std::move(alert), *format, record, origin, shown);
    }
}

bool Walk::isMapped(std::string_view format) const
{
    return m_wanted.mapping && m_wanted.mapping->appliesTo(format);
}

void Walk::add(std::shared_ptr<Alert> alert, const TreeFormat &format, const Value &record, const Origin &origin, TreeBudget &shown)
{
    if (m_wanted.pick) {
        m_out.trees.push_back(m_wanted.pick->treeOf(record, shown));
    } else if (m_wanted.fields) {
        m_out.trees.push_back(toFieldTree(record, shown));
        if (shown.isSpent())
            note(*alert, "the packet has too many values to show them all");
    }
    if (m_wanted.inside)
        format.inside(record, origin, m_out.insides.emplace_back());
    if (alert) {
        if (isMapped(alert->format))
            applyMapping(*m_wanted.mapping, record, *alert);
        refuseImpossible(*alert);
        setHopMarks(origin.input, *alert);
        m_out.format = alert->format;
    }
    m_out.alerts.push_back(std::move(alert));
}

} // namespace tocsin::decoders
