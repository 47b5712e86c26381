// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/gunzip.h"

#include <QCoreApplication>

#include <zlib.h>

#include <memory>

namespace tocsin {

namespace {

constexpr qint64 kJudgeRatioAbove = 16ll << 20;
constexpr qint64 kMostRatio = 200;
constexpr qsizetype kChunk = 1 << 18;

QString tr(const char *text)
{
    return QCoreApplication::translate("tocsin", text);
}

} // namespace

bool looksGzipped(const QByteArray &bytes)
{
    return bytes.size() > 2 && static_cast<uchar>(bytes[0]) == 0x1f && static_cast<uchar>(bytes[1]) == 0x8b;
}

Result<QByteArray> gunzip(const QByteArray &packed, qint64 mostBytes)
{
    z_stream stream{};
    constexpr int kGzipOnly = 15 + 16;
    if (inflateInit2(&stream, kGzipOnly) != Z_OK)
        return Error{.kind = ErrorKind::Internal, .message = tr("The unpacker could not be started.")};
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray out;
    QByteArray chunk(kChunk, Qt::Uninitialized);
    for (;;) {
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        const int result = inflate(&stream, Z_NO_FLUSH);
        out.append(chunk.constData(), chunk.size() - static_cast<qsizetype>(stream.avail_out));
        if (out.size() > mostBytes || (out.size() > kJudgeRatioAbove && out.size() / packed.size() > kMostRatio))
            return Error{.kind = ErrorKind::Undecodable, .message = tr("The file unpacks to more than is allowed.")};
        if (result == Z_STREAM_END) {
            if (stream.avail_in == 0)
                return out;
            if (inflateReset(&stream) != Z_OK)
                return Error{.kind = ErrorKind::Undecodable, .message = tr("The gzip file is damaged.")};
            continue;
        }
        if (result != Z_OK)
            return Error{.kind = ErrorKind::Undecodable, .message = tr("The gzip file is damaged or cut short.")};
    }
}

} // namespace tocsin
