// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/archiveupkeep.h"

#include "core/services/packetdecoding.h"

namespace tocsin::services {

ArchiveUpkeep::~ArchiveUpkeep()
{
    m_cancelled = true;
    if (m_thread.joinable())
        m_thread.join();
}

void ArchiveUpkeep::start(Task task, const QString &folder)
{
    m_thread = std::thread([this, task, folder] {
        const End end = work(task, folder);
        QMetaObject::invokeMethod(this, [this, end] { Q_EMIT finished(end); }, Qt::QueuedConnection);
    });
}

bool ArchiveUpkeep::tell(double fraction)
{
    const int now = static_cast<int>(fraction * 1'000);
    if (now != m_told) {
        m_told = now;
        QMetaObject::invokeMethod(this, [this, fraction] { Q_EMIT progressed(fraction); }, Qt::QueuedConnection);
    }
    return !m_cancelled;
}

ArchiveUpkeep::End ArchiveUpkeep::work(Task task, const QString &folder)
{
    End end{.task = task, .error = {}, .verified = {}, .compacted = {}, .recovered = {}};
    const auto keep = [&end](auto &into, auto result) {
        if (result)
            into = std::move(result).value();
        else
            end.error = result.error();
    };
    const auto say = [this](const QString &sentence) { QMetaObject::invokeMethod(this, [this, sentence] { Q_EMIT said(sentence); }, Qt::QueuedConnection); };
    const archive::GoOn goOn = [this](double fraction) { return tell(fraction); };
    switch (task) {
    case Task::Verify:
        keep(end.verified, archive::verifyArchive(folder, [this](qint64 done, qint64 all) {
                 return tell(all > 0 ? static_cast<double>(done) / static_cast<double>(all) : -1);
             }));
        break;
    case Task::Compact:
        keep(end.compacted, archive::compactArchive({.folder = folder, .say = say, .goOn = goOn}));
        break;
    case Task::Recover:
        keep(end.recovered, archive::recoverArchive({.folder = folder,
                                                     .decode =
                                                         [](const Packet &packet) {
                                                             std::vector<Gap> gaps;
                                                             return decodePacket(packet, gaps).alerts;
                                                         },
                                                     .say = say,
                                                     .goOn = goOn}));
        break;
    }
    return end;
}

} // namespace tocsin::services
