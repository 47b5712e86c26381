// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/upkeepwords.h"

#include "ui/models/streamwords.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace tocsin::ui::upkeepwords {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShownComplaints = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("tocsin::ui::upkeepwords", text);
}

Words verified(const archive::VerifyReport &report)
{
    const QString checked = tr("Checked: %1 rows, %2 packets, %3.").arg(streamwords::count(report.rows), streamwords::count(report.packets), streamwords::bytes(report.bytes));
    if (report.sound())
        return {.kind = Kind::Good, .title = tr("The archive is sound"), .text = checked, .detail = {}};
    Words words{.kind = Kind::Bad, .title = {}, .text = {}, .detail = report.complaints.join(u'\n')};
    QStringList lines = report.complaints.first(std::min(report.complaints.size(), kShownComplaints));
    if (report.complaints.size() > kShownComplaints)
        lines << u"…"_s;
    if (report.indexDamaged) {
        words.title = tr("The archive's index is damaged");
        lines << tr("Recover it: a new index is made from the old one and from the packets; the old one is kept.");
    } else {
        words.title = tr("Damaged packets: %1").arg(streamwords::count(report.damaged));
        lines << checked << tr("Nothing was changed; the rows stay, but their damaged packets cannot be shown.");
    }
    words.text = lines.join(u'\n');
    return words;
}

Words compacted(const archive::CompactReport &report)
{
    const qint64 all = report.segmentBytes + report.indexBytes + report.columnBytes;
    QStringList lines{tr("Packets %1, index %2, column files %3.")
                          .arg(streamwords::bytes(std::max<qint64>(0, report.segmentBytes)), streamwords::bytes(std::max<qint64>(0, report.indexBytes)),
                               streamwords::bytes(std::max<qint64>(0, report.columnBytes)))};
    lines += report.left;
    return {.kind = report.left.isEmpty() ? Kind::Good : Kind::Warn, .title = tr("%1 were given back").arg(streamwords::bytes(std::max<qint64>(0, all))),
            .text = lines.join(u'\n'), .detail = {}};
}

Words recovered(const archive::RecoverReport &report)
{
    if (report.wasSound)
        return {.kind = Kind::Good, .title = tr("The index is sound"), .text = tr("There was nothing to recover; nothing was changed."), .detail = {}};
    qint64 offsets = 0;
    for (const archive::Coverage &lost : report.lost)
        offsets += lost.to - lost.from;
    const qint64 lost = std::max<qint64>(report.rowsLost, offsets);
    QStringList lines{tr("Rows read from the old index: %1; decoded again from their packets: %2; lost: %3.")
                          .arg(streamwords::count(report.rowsRead), streamwords::count(report.rowsDecoded), streamwords::count(lost))};
    if (lost > 0)
        lines << tr("What was lost stands in the coverage below the streams and can be fetched there, while the broker still has it.");
    if (report.packetsWithoutOrigin > 0)
        lines << tr("Packets of an earlier version that do not tell where they came from: %1; their files are kept.").arg(streamwords::count(report.packetsWithoutOrigin));
    if (!report.oldIndex.isEmpty())
        lines << tr("The old index is kept as %1.").arg(QFileInfo(report.oldIndex).fileName());
    return {.kind = lost > 0 ? Kind::Warn : Kind::Good, .title = tr("The archive has a new index"), .text = lines.join(u'\n'), .detail = {}};
}

} // namespace

QString title(Task task)
{
    switch (task) {
    case Task::Verify:
        return tr("Verify the archive");
    case Task::Compact:
        return tr("Compact the archive");
    case Task::Recover:
        break;
    }
    return tr("Recover the archive");
}

QString purpose(Task task)
{
    switch (task) {
    case Task::Verify:
        return tr("The index and every packet are read and checked. Nothing is changed; receiving goes on.");
    case Task::Compact:
        return tr("Space that deleted rows left behind is given back to the disk. Receiving goes on.");
    case Task::Recover:
        break;
    }
    return tr("A new index is made from what can be read of the old one and from the packets. The old index is kept; until the new one is whole, nothing is changed.");
}

Words outcome(const End &end)
{
    if (end.error.kind == ErrorKind::Interrupted)
        return {.kind = Kind::Warn, .title = tr("Cancelled"), .text = tr("The archive is as it was."), .detail = {}};
    if (!end.isDone())
        return {.kind = Kind::Bad, .title = end.error.message, .text = end.error.remedy, .detail = end.error.detail};
    switch (end.task) {
    case Task::Verify:
        return verified(end.verified);
    case Task::Compact:
        return compacted(end.compacted);
    case Task::Recover:
        break;
    }
    return recovered(end.recovered);
}

} // namespace tocsin::ui::upkeepwords
