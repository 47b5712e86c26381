// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packetloader.h"

#include <QMetaObject>
#include <QRegularExpression>

#include <algorithm>
#include <string_view>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

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
    }
    m_changed.notify_all();
    m_thread.join();
}

void PacketLoader::load(qint64 row)
{
    {
        const std::lock_guard lock(m_mutex);
        m_asked = row;
    }
    m_changed.notify_all();
}

std::shared_ptr<const LoadedPacket> PacketLoader::read(archive::Reader &reader, qint64 row)
{
    auto loaded = std::make_shared<LoadedPacket>();
    loaded->row = row;
    const int64_t rows[] = {row};
    const Result<std::vector<std::shared_ptr<const Alert>>> alerts = reader.alerts(rows);
    if (!alerts || alerts.value().empty()) {
        loaded->error = alerts ? Error{.kind = ErrorKind::NotFound, .message = tr("This row is not in the archive any more.")} : alerts.error();
        return loaded;
    }
    loaded->alert = alerts.value().front();
    Result<archive::StoredPacket> packet = reader.packet(row);
    if (!packet) {
        loaded->error = packet.error();
        return loaded;
    }
    loaded->packet = std::move(packet.value());
    const archive::StoredPacket &raw = loaded->packet;
    const decoders::Decoded decoded
        = decoders::decode({.value = raw.value, .key = raw.key, .headers = raw.headers, .topic = raw.topic}, {.fields = true});
    const auto record = static_cast<size_t>(loaded->alert->record);
    if (record < decoded.trees.size())
        loaded->fields = decoded.trees[record];
    loaded->badAt = stumbledAt(loaded->alert->error, raw.value.size());
    fillRaw(*loaded);
    return loaded;
}

void PacketLoader::run()
{
    std::unique_ptr<archive::Reader> reader;
    for (;;) {
        qint64 row = 0;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || m_asked != 0; });
            if (m_ending)
                return;
            row = std::exchange(m_asked, 0);
        }
        std::shared_ptr<const LoadedPacket> packet;
        if (!reader) {
            Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
            if (opened) {
                reader = std::move(opened.value());
            } else {
                auto failed = std::make_shared<LoadedPacket>();
                failed->row = row;
                failed->error = opened.error();
                packet = failed;
            }
        }
        if (reader)
            packet = read(*reader, row);
        QMetaObject::invokeMethod(this, [this, packet] { Q_EMIT loaded(packet); }, Qt::QueuedConnection);
    }
}

} // namespace tocsin::ui
