// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/indexcheck.h"

#include "core/archive/verify.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QSaveFile>

#include <sys/resource.h>

#include <utility>

namespace tocsin::services {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGivesWay = 19;
// While somebody reads, SQLite's log cannot be shortened: a busy night comes first.
constexpr qint64 kLongestLog = 256ll << 20;

} // namespace

IndexCheck::IndexCheck(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder))
{
}

IndexCheck::~IndexCheck()
{
    m_ending = true;
    if (m_thread.joinable())
        m_thread.join();
}

QString IndexCheck::noteFile(const QString &folder)
{
    return folder + u"/checked"_s;
}

void IndexCheck::start()
{
    if (m_running.exchange(true))
        return;
    if (m_thread.joinable())
        m_thread.join(); // has ended
    m_thread = std::thread([this] {
        (void)::setpriority(PRIO_PROCESS, 0, kGivesWay); // of this thread alone, on Linux
        Error damage;
        const bool checked = work(damage);
        m_running = false;
        QMetaObject::invokeMethod(
            this,
            [this, checked, damage] {
                if (!damage.message.isEmpty())
                    Q_EMIT damaged(damage);
                Q_EMIT ended(checked);
            },
            Qt::QueuedConnection);
    });
}

bool IndexCheck::work(Error &damage)
{
    const QFileInfo note(noteFile(m_folder));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (note.exists() && note.lastModified() <= now && note.lastModified().msecsTo(now) < std::chrono::milliseconds(kPause).count())
        return false;
    const QString log = m_folder + u"/index.sqlite-wal"_s;
    const Result<QString> complaint = archive::checkIndex(m_folder, [&] { return !m_ending && QFileInfo(log).size() < kLongestLog; });
    if (!complaint) {
        qCInfo(lcServices) << "the index was not checked:" << complaint.error().message << complaint.error().detail;
        return false;
    }
    if (!complaint.value().isEmpty()) {
        damage = {.kind = ErrorKind::Archive,
                  .message = QCoreApplication::translate("services", "A check of the archive's index found damage."),
                  .remedy = QCoreApplication::translate("services", "Nothing was changed and receiving goes on. “Recover…” under Details makes a new index; the old one is kept."),
                  .detail = complaint.value()};
        return true;
    }
    QSaveFile file(note.filePath());
    if (!file.open(QIODevice::WriteOnly) || !file.commit())
        qCInfo(lcServices) << "the check of the index cannot be noted:" << file.errorString();
    qCInfo(lcServices) << "the index was checked as a whole and is sound";
    return true;
}

} // namespace tocsin::services
