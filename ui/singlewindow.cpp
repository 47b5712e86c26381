// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/singlewindow.h"

#include "core/base/places.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QThread>

#include <unistd.h>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAnswerMs = 2'000;

} // namespace

QString SingleWindow::nameFor(const Places &places)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &folder : {places.config, places.data}) {
        hash.addData(QDir::cleanPath(QDir(folder).absolutePath()).toUtf8());
        hash.addData(QByteArrayView("\n"));
    }
    return u"tocsin-%1-"_s.arg(getuid()) + QString::fromLatin1(hash.result().toHex().left(24));
}

SingleWindow::SingleWindow(const Places &places, QObject *parent)
    : QObject(parent), m_name(nameFor(places)), m_lock(QDir::tempPath() + u'/' + m_name + u".lock"_s)
{
    m_lock.setStaleLockTime(0); // only a process that is gone makes it stale
}

SingleWindow::~SingleWindow() = default;

bool SingleWindow::claim()
{
    if (!m_lock.tryLock(0) && m_lock.error() == QLockFile::LockFailedError) {
        askTheOther();
        return false;
    }
    // A folder that takes no lock file must not keep anyone from the window.
    QLocalServer::removeServer(m_name); // left by a process that was killed
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            Q_EMIT asked();
        }
    });
    m_server->listen(m_name);
    return true;
}

void SingleWindow::askTheOther()
{
    // The first may be between its lock and its socket.
    const QDeadlineTimer limit(kAnswerMs);
    QLocalSocket socket;
    do {
        socket.connectToServer(m_name);
        if (socket.waitForConnected(100)) {
            socket.disconnectFromServer();
            return;
        }
        QThread::msleep(20);
    } while (!limit.hasExpired());
}

} // namespace tocsin::ui
