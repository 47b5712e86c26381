// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packetloader.h"

#include <QMetaObject>
#include <QRegularExpression>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostRevisions = 400; // looked at, around the row: a variable star has thousands of detections

// Bytes that begin like text of the formats we know. Anything else is shown as decoded values, or as bytes.
bool looksLikeText(const std::string &bytes)
{
    const size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string::npos && std::string_view("{[<\"").find(bytes[first]) != std::string_view::npos;
}

void fillRaw(LoadedPacket &loaded)
{
    const std::string &bytes = loaded.packet.value;
    const bool text = looksLikeText(bytes);
    loaded.rawIsJson = text ? bytes[bytes.find_first_not_of(" \t\r\n")] != '<' : !loaded.fields.is_null();
    if (text && loaded.rawIsJson) {
        loaded.raw = prettyJson(bytes, LoadedPacket::kMostRaw);
    } else if (text) {
        const size_t shown = std::min(bytes.size(), LoadedPacket::kMostRaw);
        loaded.raw = {QString::fromUtf8(bytes.data(), static_cast<qsizetype>(shown)), shown < bytes.size()};
    } else if (loaded.rawIsJson) {
        loaded.raw = prettyJson(loaded.fields.dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace), LoadedPacket::kMostRaw);
    }
}

decoders::FieldTree treeOf(const archive::StoredPacket &raw, size_t record)
{
    decoders::Decoded decoded = decoders::decode({.value = raw.value, .key = raw.key, .headers = raw.headers, .topic = raw.topic}, {.fields = true, .registry = raw.registry});
    return record < decoded.trees.size() ? std::move(decoded.trees[record]) : decoders::FieldTree();
}

// The same beside stamps and light curve; sky maps are of no use here.
Inside fillTree(LoadedPacket &loaded)
{
    const archive::StoredPacket &raw = loaded.packet;
    const auto record = static_cast<size_t>(loaded.alert->record);
    decoders::Decoded decoded =
        decoders::decode({.value = raw.value, .key = raw.key, .headers = raw.headers, .topic = raw.topic}, {.fields = true, .inside = true, .registry = raw.registry});
    if (record < decoded.trees.size())
        loaded.fields = std::move(decoded.trees[record]);
    Inside inside = record < decoded.insides.size() ? std::move(decoded.insides[record]) : Inside();
    loaded.hasImages = !inside.stamps.empty();
    loaded.hasLight = PacketInside::hasLight(inside);
    return inside;
}

// Positions in JSON count from the packet's first byte; those in Avro count inside a block that may have been unpacked.
qint64 stumbledAt(const std::string &error, size_t size)
{
    static const QRegularExpression pattern(u"at byte (\\d+)"_s);
    const QRegularExpressionMatch match = pattern.match(QString::fromStdString(error));
    if (!match.hasMatch() || size == 0 || error.find("Avro") != std::string::npos)
        return -1;
    return std::min(match.captured(1).toLongLong(), static_cast<qint64>(size) - 1);
}

} // namespace

PacketLoader::PacketLoader(archive::Archive &archive, QObject *parent) : QObject(parent), m_archive(archive), m_thread([this] { run(); })
{
}

PacketLoader::~PacketLoader()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_newer = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void PacketLoader::load(qint64 row)
{
    {
        const std::lock_guard lock(m_mutex);
        m_asked = row;
        m_newer = true;
    }
    m_changed.notify_all();
}

void PacketLoader::drop(std::shared_ptr<const void> packet)
{
    if (!packet)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_dropped.push_back(std::move(packet));
    }
    m_changed.notify_all();
}

template <typename Packet>
void PacketLoader::hand(std::shared_ptr<const Packet> packet, void (PacketLoader::*signal)(const std::shared_ptr<const Packet> &))
{
    QMetaObject::invokeMethod(
        this,
        [this, packet = std::move(packet), signal]() mutable {
            Q_EMIT(this->*signal)(packet);
            drop(std::move(packet)); // nobody else may have wanted it
        },
        Qt::QueuedConnection);
}

void PacketLoader::answer(archive::Reader &reader, qint64 row)
{
    auto packet = std::make_shared<LoadedPacket>();
    packet->row = row;
    const int64_t rows[] = {row};
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = reader.alerts(rows);
    if (!alerts || alerts.value().empty()) {
        packet->error = alerts ? Error{.kind = ErrorKind::NotFound, .message = tr("This row is not in the archive any more.")} : alerts.error();
        return hand<LoadedPacket>(packet, &PacketLoader::loaded);
    }
    packet->alert = alerts.value().front();
    hand<Alert>(packet->alert, &PacketLoader::alertRead);
    Result<archive::StoredPacket> raw = reader.packet(row);
    if (!raw) {
        packet->error = raw.error();
        return hand<LoadedPacket>(packet, &PacketLoader::loaded);
    }
    packet->packet = std::move(raw.value());
    const Inside inside = fillTree(*packet);
    if (isStale())
        return;
    if (!packet->fields.is_null())
        packet->nodes = FieldNodes::of(packet->fields);
    packet->badAt = stumbledAt(packet->alert->error, packet->packet.value.size());
    fillRaw(*packet);
    const std::shared_ptr<const LoadedPacket> done = std::move(packet);
    hand<LoadedPacket>(done, &PacketLoader::loaded);
    if ((done->hasImages || done->hasLight) && !isStale()) {
        if (auto made = PacketInside::of(row, inside, done->alert->mission, [this] { return isStale(); }))
            hand<PacketInside>(std::move(made), &PacketLoader::insideRead);
    }
    if (!done->alert->event.empty() && done->alert->error.empty())
        compareIt(reader, done);
}

void PacketLoader::compareIt(archive::Reader &reader, const std::shared_ptr<const LoadedPacket> &packet)
{
    if (isStale())
        return;
    const Result<std::vector<int64_t>> rows = reader.revisions(packet->row);
    if (!rows || rows.value().size() < 2 || isStale())
        return;
    std::span<const int64_t> near = rows.value();
    if (near.size() > kMostRevisions) {
        // More of those before than of those behind.
        const auto at = static_cast<size_t>(std::ranges::lower_bound(near, packet->row) - near.begin());
        const size_t end = std::min(near.size(), at + kMostRevisions / 4);
        near = near.subspan(end - std::min(end, kMostRevisions), std::min(end, kMostRevisions));
    }
    const auto alerts = reader.alerts(near);
    if (!alerts || isStale())
        return;
    compare::Revisions revisions = compare::revisionsOf(packet->alert, alerts.value());
    decoders::FieldTree before;
    if (revisions.previous) {
        if (const Result<archive::StoredPacket> raw = reader.packet(revisions.previous->row))
            before = treeOf(raw.value(), static_cast<size_t>(revisions.previous->record));
    }
    std::shared_ptr<const ComparedPacket> result = compared(packet, std::move(revisions), std::move(before), [this] { return isStale(); });
    if (!isStale())
        hand<ComparedPacket>(std::move(result), &PacketLoader::comparedRead);
}

std::shared_ptr<const ComparedPacket> PacketLoader::compared(const std::shared_ptr<const LoadedPacket> &packet, compare::Revisions revisions,
                                                             decoders::FieldTree before, const std::function<bool()> &cancelled)
{
    auto out = std::make_shared<ComparedPacket>();
    out->packet = packet;
    out->revisions = std::move(revisions);
    if (!out->revisions.previous)
        return out;
    out->changes = compare::compareAlerts(*out->revisions.previous, *packet->alert);
    out->before = std::move(before);
    if (!out->before.is_null() && !packet->fields.is_null()) {
        out->tree = compare::compareTrees(out->before, packet->fields, {.cancelled = cancelled});
        out->nodes = FieldNodes::of(packet->fields, &out->tree);
    }
    return out;
}

void PacketLoader::run()
{
    std::unique_ptr<archive::Reader> reader;
    for (;;) {
        qint64 row = 0;
        std::vector<std::shared_ptr<const void>> dropped;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || m_asked != 0 || !m_dropped.empty(); });
            if (m_ending)
                return;
            row = std::exchange(m_asked, 0);
            dropped.swap(m_dropped);
            if (row != 0)
                m_newer = false;
        }
        if (row != 0 && !reader) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
            if (opened) {
                reader = std::move(opened.value());
            } else {
                auto failed = std::make_shared<LoadedPacket>();
                failed->row = row;
                failed->error = opened.error();
                hand<LoadedPacket>(failed, &PacketLoader::loaded);
            }
        }
        if (row != 0 && reader)
            answer(*reader, row);
    }
}

} // namespace tocsin::ui
