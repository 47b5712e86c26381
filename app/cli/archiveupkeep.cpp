// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that look after an archive: its limits, its size, and what to do when its index is damaged.
#include "app/cli/archiveupkeep.h"

#include "core/archive/archivelimits.h"
#include "core/archive/compact.h"
#include "core/archive/recover.h"
#include "core/options/duration.h"
#include "core/services/packetdecoding.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t kLeastBytes = 100'000'000;
constexpr double kMostBytes = 1e15;

// "20GB", "500 MB", "1.5TB", "20GiB", or bytes.
std::optional<int64_t> parseSize(const QString &text)
{
    static const QRegularExpression form(u"\\A([0-9]{1,15}(?:\\.[0-9]{1,3})?) ?(?:([kMGT])(i?)B|B)?\\z"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const double unit = match.captured(3).isEmpty() ? 1000 : 1024;
    const int power = match.captured(2).isEmpty() ? 0 : static_cast<int>(u"KMGT"_s.indexOf(match.captured(2).toUpper())) + 1;
    const double bytes = match.captured(1).toDouble() * std::pow(unit, power);
    if (bytes > kMostBytes)
        return {};
    return static_cast<int64_t>(bytes);
}

QString bytesText(qint64 bytes)
{
    return bytes < 0 ? u'-' + QLocale().formattedDataSize(-bytes) : QLocale().formattedDataSize(bytes);
}

} // namespace

int limitArchive(const CliContext &context)
{
    const CliArguments &arguments = context.arguments;
    const QString &folder = context.places.archive;
    const auto bad = [](const QString &message, const QString &remedy) {
        return complain({.kind = ErrorKind::BadArgument, .message = message, .remedy = remedy});
    };
    archive::Limits limits = archive::decideLimits(folder, false);
    const bool changes = arguments.has(u"size"_s) || arguments.has(u"age"_s);
    if (arguments.has(u"size"_s)) {
        const auto bytes = parseSize(arguments.value(u"size"_s));
        if (!bytes)
            return bad(QCoreApplication::translate("cli", "--size: “%1” is no size.").arg(arguments.value(u"size"_s)),
                       QCoreApplication::translate("cli", "Write 20GB or 500MB."));
        if (*bytes < kLeastBytes)
            return bad(QCoreApplication::translate("cli", "--size: %1 is too small for an archive.").arg(arguments.value(u"size"_s)),
                       QCoreApplication::translate("cli", "Write 100MB or more."));
        limits.bytes = *bytes;
    }
    if (arguments.has(u"age"_s)) {
        const QString text = arguments.value(u"age"_s);
        const auto age = options::parseDuration(text);
        const auto days = age ? std::chrono::duration_cast<std::chrono::days>(*age).count() : 0;
        if (text != u"none" && (!age || days < 1 || days > 36'500))
            return bad(QCoreApplication::translate("cli", "--age: “%1” is no age in days.").arg(text),
                       QCoreApplication::translate("cli", "Write 90d, or none."));
        limits.days = text == u"none" ? 0 : static_cast<int>(days);
    }
    if (changes) {
        if (!QDir().mkpath(folder))
            return complain({.kind = ErrorKind::Archive,
                             .message = QCoreApplication::translate("archive", "The archive's folder %1 cannot be made.").arg(folder),
                             .remedy = QCoreApplication::translate("archive", "Choose another place with TOCSIN_ARCHIVE or --home.")});
        if (const Outcome done = archive::writeLimits(folder, limits); !done)
            return complain(done.error());
    }
    putLine(u"size\t"_s + QString::number(limits.bytes));
    putLine(u"age\t"_s + (limits.days == 0 ? u"none"_s : QString::number(limits.days) + u'd'));
    return 0;
}

int compactArchive(const CliContext &context)
{
    if (!QFileInfo::exists(context.places.archive + u"/index.sqlite"_s))
        return complain({.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("archive", "There is no archive in %1 yet.").arg(context.places.archive),
                         .remedy = QCoreApplication::translate("archive", "Listen to a stream first.")});
    const Result<archive::CompactReport> report = archive::compactArchive({.folder = context.places.archive, .say = &sayLine});
    if (!report)
        return complain(report.error());
    for (const QString &left : report.value().left)
        sayLine(left);
    putLine(QCoreApplication::translate("cli", "%1 given back: %2 of packets, %3 of the index, %4 of column files.")
                .arg(bytesText(report.value().segmentBytes + report.value().indexBytes + report.value().columnBytes), bytesText(report.value().segmentBytes),
                     bytesText(report.value().indexBytes), bytesText(report.value().columnBytes)));
    return 0;
}

int recoverArchive(const CliContext &context)
{
    const Result<archive::RecoverReport> recovered = archive::recoverArchive({.folder = context.places.archive,
                                                                              .decode =
                                                                                  [](const Packet &packet) {
                                                                                      std::vector<Gap> gaps;
                                                                                      return services::decodePacket(packet, gaps).alerts;
                                                                                  },
                                                                              .say = &sayLine});
    if (!recovered)
        return complain(recovered.error());
    const archive::RecoverReport &report = recovered.value();
    if (report.wasSound) {
        putLine(QCoreApplication::translate("cli", "The index is sound: there is nothing to recover."));
        return 0;
    }
    qint64 lostOffsets = 0;
    for (const archive::Coverage &lost : report.lost)
        lostOffsets += lost.to - lost.from;
    for (const archive::Coverage &lost : report.lost)
        putLine(QStringList{u"lost"_s, QString::fromStdString(lost.stream), QString::fromStdString(lost.topic), QString::number(lost.partition),
                            QString::number(lost.from), QString::number(lost.to - 1)}
                    .join(u'\t'));
    if (const int unknown = static_cast<int>(report.packetsWithoutOrigin); unknown > 0)
        sayLine(QCoreApplication::translate("cli", "%n packet(s) of an earlier version could not be told where they came from; their files are kept.", nullptr, unknown));
    putLine(QCoreApplication::translate("cli", "Recovered: %1 rows read from the old index, %2 decoded again from their packets, %3 lost.")
                .arg(report.rowsRead)
                .arg(report.rowsDecoded)
                .arg(std::max<qint64>(report.rowsLost, lostOffsets)));
    if (!report.oldIndex.isEmpty())
        sayLine(QCoreApplication::translate("cli", "The old index is kept as %1. What was lost is listed as gaps.").arg(report.oldIndex));
    return 0;
}

} // namespace tocsin::app
