// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/segmentfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#define XXH_STATIC_LINKING_ONLY // the state lives on the stack
#include <xxhash.h>

#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace tocsin::archive {

namespace {

constexpr size_t kPartsPerCall = 1024; // IOV_MAX on Linux

void putSize(std::string &out, size_t size)
{
    const auto value = static_cast<uint32_t>(size);
    out.append(reinterpret_cast<const char *>(&value), sizeof value);
}

std::string packHeaders(const Headers &headers)
{
    std::string out;
    for (const auto &[name, value] : headers) {
        putSize(out, name.size());
        out += name;
        putSize(out, value.size());
        out += value;
    }
    return out;
}

template<typename Number> void putNumber(std::string &out, Number value)
{
    out.append(reinterpret_cast<const char *>(&value), sizeof value);
}

template<typename Number> bool takeNumber(std::string_view &from, Number &out)
{
    if (from.size() < sizeof out)
        return false;
    std::memcpy(&out, from.data(), sizeof out);
    from.remove_prefix(sizeof out);
    return true;
}

bool takeText(std::string_view &from, std::string &out)
{
    uint32_t size = 0;
    if (from.size() < sizeof size)
        return false;
    std::memcpy(&size, from.data(), sizeof size);
    from.remove_prefix(sizeof size);
    if (from.size() < size)
        return false;
    out.assign(from.substr(0, size));
    from.remove_prefix(size);
    return true;
}

// As a header without a name.
std::string packOrigin(const Packet &packet)
{
    std::string out;
    for (const std::string *text : {&packet.lane->source, &packet.lane->topic, &packet.stream->uuid, &packet.stream->name, &packet.stream->access,
                                    &packet.messageId}) {
        putSize(out, text->size());
        out += *text;
    }
    putNumber(out, packet.lane->partition);
    putNumber(out, packet.lane->generation);
    putNumber(out, static_cast<uint8_t>(packet.stream->demo ? 1 : 0));
    putNumber(out, packet.position);
    putNumber(out, packet.brokerTime.us);
    putNumber(out, packet.received.us);
    std::string header;
    putSize(header, 0);
    putSize(header, out.size());
    return header + out;
}

bool takeOrigin(std::string_view from, RecordOrigin &origin)
{
    for (std::string *text : {&origin.lane.source, &origin.lane.topic, &origin.stream.uuid, &origin.stream.name, &origin.stream.access, &origin.messageId}) {
        if (!takeText(from, *text))
            return false;
    }
    uint8_t demo = 0;
    const bool whole = takeNumber(from, origin.lane.partition) && takeNumber(from, origin.lane.generation) && takeNumber(from, demo)
        && takeNumber(from, origin.position) && takeNumber(from, origin.brokerTime.us) && takeNumber(from, origin.received.us);
    origin.stream.demo = demo != 0;
    return whole;
}

Error damagedRecord(const QString &why)
{
    return {.kind = ErrorKind::Archive, .message = QCoreApplication::translate("archive", "The stored packet is damaged: %1.").arg(why)};
}

} // namespace

Error fileError(const QString &path, int number)
{
    const QString why = QString::fromLocal8Bit(std::strerror(number));
    if (number == ENOSPC || number == EDQUOT) {
        return {.kind = ErrorKind::Archive,
                .message = QCoreApplication::translate("archive", "The disk is full: nothing can be stored."),
                .remedy = QCoreApplication::translate("archive", "Free some space; Tocsin goes on by itself and nothing is lost."),
                .detail = path + QLatin1String(": ") + why,
                .retriable = true};
    }
    return {.kind = ErrorKind::Archive,
            .message = QCoreApplication::translate("archive", "The archive cannot be written: %1.").arg(why),
            .remedy = QCoreApplication::translate("archive", "Look at %1; Tocsin tries again by itself.").arg(path),
            .detail = path,
            .retriable = true};
}

int64_t SegmentRecord::sizeFrom(std::string_view head)
{
    uint32_t magic = 0;
    uint32_t bodySize = 0;
    if (head.size() < kHeadSize)
        return 0;
    std::memcpy(&magic, head.data(), 4);
    std::memcpy(&bodySize, head.data() + 4, 4);
    const int64_t size = kHeadSize + bodySize;
    return (magic == kMagic || magic == kMagicWithOrigin) && size <= kMostSize ? size : 0;
}

Result<SegmentRecord::View> SegmentRecord::check(std::string_view bytes)
{
    uint64_t hash = 0;
    uint32_t keySize = 0;
    uint32_t headersSize = 0;
    if (bytes.empty() || sizeFrom(bytes) != static_cast<int64_t>(bytes.size()))
        return damagedRecord(QCoreApplication::translate("archive", "no record begins here"));
    std::memcpy(&hash, bytes.data() + 8, 8);
    std::memcpy(&keySize, bytes.data() + 16, 4);
    std::memcpy(&headersSize, bytes.data() + 20, 4);
    const std::string_view body = bytes.substr(kHeadSize);
    if (size_t{keySize} + headersSize > body.size())
        return damagedRecord(QCoreApplication::translate("archive", "no record begins here"));
    if (XXH3_64bits(body.data(), body.size()) != hash)
        return damagedRecord(QCoreApplication::translate("archive", "its checksum differs"));
    uint32_t magic = 0;
    std::memcpy(&magic, bytes.data(), 4);
    return View{body.substr(0, keySize), body.substr(keySize, headersSize), body.substr(size_t{keySize} + headersSize), magic == kMagicWithOrigin};
}

bool SegmentRecord::View::unpackHeaders(Headers &out) const
{
    std::string_view rest = headers;
    while (!rest.empty()) {
        std::pair<std::string, std::string> header;
        if (!takeText(rest, header.first) || !takeText(rest, header.second))
            return false;
        out.push_back(std::move(header));
    }
    return !hasOrigin || !out.empty();
}

Result<SegmentRecord> SegmentRecord::parse(std::string_view bytes)
{
    const Result<View> view = check(bytes);
    if (!view)
        return view.error();
    SegmentRecord record;
    record.packet.key.assign(view.value().key);
    if (!view.value().unpackHeaders(record.packet.headers))
        return damagedRecord(QCoreApplication::translate("archive", "its headers are cut"));
    if (view.value().hasOrigin) {
        record.origin.emplace();
        if (!takeOrigin(record.packet.headers.back().second, *record.origin))
            return damagedRecord(QCoreApplication::translate("archive", "its headers are cut"));
        record.packet.headers.pop_back();
    }
    record.packet.value.assign(view.value().value);
    return record;
}

namespace {

Result<std::string> readBytes(int fd, int64_t place, int64_t size)
{
    if (size < SegmentRecord::kHeadSize || size > SegmentRecord::kMostSize)
        return damagedRecord(QCoreApplication::translate("archive", "its size cannot be"));
    std::string bytes(static_cast<size_t>(size), '\0');
    size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t got = pread(fd, bytes.data() + have, bytes.size() - have, place + static_cast<int64_t>(have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return damagedRecord(QCoreApplication::translate("archive", "the file ends too early"));
        have += static_cast<size_t>(got);
    }
    return bytes;
}

} // namespace

Result<std::string> SegmentRecord::readRaw(int fd, int64_t place, int64_t size)
{
    Result<std::string> bytes = readBytes(fd, place, size);
    if (!bytes)
        return bytes;
    const Result<SegmentRecord> record = parse(bytes.value());
    if (!record)
        return record.error();
    return bytes;
}

Result<SegmentRecord> SegmentRecord::read(int fd, int64_t place, int64_t size)
{
    const Result<std::string> bytes = readBytes(fd, place, size);
    if (!bytes)
        return bytes.error();
    return parse(bytes.value());
}

SegmentFile::~SegmentFile()
{
    close();
}

Outcome SegmentFile::open(const QString &path, int64_t size)
{
    close();
    m_path = path;
    QDir().mkpath(QFileInfo(path).path());
    m_fd = ::open(path.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (m_fd < 0)
        return fileError(path, errno);
    if (ftruncate(m_fd, size) != 0 || lseek(m_fd, size, SEEK_SET) != size) {
        const int number = errno;
        close();
        return fileError(path, number);
    }
    m_written = m_size = size;
    return Done{};
}

void SegmentFile::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
    forget();
}

void SegmentFile::forget()
{
    m_heads.clear();
    m_headers.clear();
    m_parts.clear();
    m_size = m_written;
}

void SegmentFile::cut(int64_t size)
{
    forget();
    // Should it fail, opening the file anew cuts it.
    if (m_fd >= 0 && m_written > size && ftruncate(m_fd, size) == 0 && lseek(m_fd, size, SEEK_SET) == size)
        m_written = m_size = size;
}

SegmentFile::Span SegmentFile::add(const Packet &packet)
{
    const auto part = [this](const void *data, size_t size) {
        if (size > 0)
            m_parts.push_back({const_cast<void *>(data), size});
    };
    std::string &headers = m_headers.emplace_back(packHeaders(packet.headers));
    const bool hasOrigin = packet.lane && packet.stream;
    if (hasOrigin)
        headers += packOrigin(packet);
    const size_t body = packet.key.size() + headers.size() + packet.value.size();
    uint64_t hash = 0;
    if (packet.key.empty() && headers.empty()) {
        hash = XXH3_64bits(packet.value.data(), packet.value.size());
    } else {
        XXH3_state_t state;
        XXH3_64bits_reset(&state);
        XXH3_64bits_update(&state, packet.key.data(), packet.key.size());
        XXH3_64bits_update(&state, headers.data(), headers.size());
        XXH3_64bits_update(&state, packet.value.data(), packet.value.size());
        hash = XXH3_64bits_digest(&state);
    }
    const Head &head = m_heads.emplace_back(Head{hasOrigin ? SegmentRecord::kMagicWithOrigin : SegmentRecord::kMagic, static_cast<uint32_t>(body), hash,
                                                 static_cast<uint32_t>(packet.key.size()), static_cast<uint32_t>(headers.size())});
    part(&head, sizeof head);
    part(packet.key.data(), packet.key.size());
    part(headers.data(), headers.size());
    part(packet.value.data(), packet.value.size());
    const Span span{m_size, SegmentRecord::kHeadSize + static_cast<int64_t>(body)};
    m_size += span.size;
    return span;
}

SegmentFile::Span SegmentFile::addRaw(std::string_view record)
{
    m_parts.push_back({const_cast<char *>(record.data()), record.size()});
    const Span span{m_size, static_cast<int64_t>(record.size())};
    m_size += span.size;
    return span;
}

Outcome SegmentFile::write()
{
    size_t first = 0;
    int failure = 0;
    while (first < m_parts.size()) {
        const size_t count = std::min(kPartsPerCall, m_parts.size() - first);
        ssize_t wrote = writev(m_fd, m_parts.data() + first, static_cast<int>(count));
        if (wrote < 0) {
            if (errno == EINTR)
                continue;
            failure = errno;
            break;
        }
        while (wrote > 0) {
            iovec &part = m_parts[first];
            const size_t took = std::min(static_cast<size_t>(wrote), part.iov_len);
            part.iov_base = static_cast<char *>(part.iov_base) + took;
            part.iov_len -= took;
            wrote -= static_cast<ssize_t>(took);
            if (part.iov_len == 0)
                ++first;
        }
    }
    if (failure == 0 && fdatasync(m_fd) != 0)
        failure = errno;
    if (failure != 0) {
        const bool cut = ftruncate(m_fd, m_written) == 0 && lseek(m_fd, m_written, SEEK_SET) == m_written;
        forget();
        if (!cut)
            close();
        return fileError(m_path, failure);
    }
    m_written = m_size;
    forget();
    return Done{};
}

} // namespace tocsin::archive
