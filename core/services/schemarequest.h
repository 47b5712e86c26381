// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace tocsin::services {

// One question for a schema at a given address. Nothing else is ever asked: https (http on this machine), no cookies, no
// credentials, no other server by redirection, a bounded answer in bounded time, for the whole with its redirections. Lives on
// the thread of its network manager, never blocks; whoever loses patience deletes it.
class SchemaRequest final : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds patience{20'000}; // for a whole answer
        qint64 mostBytes = 1 << 20;
    };
    struct Failure {
        ErrorKind kind = ErrorKind::NoConnection;
        QString why; // a part of a sentence; never the address
    };

    // Begins at once; tells of it not before the next turn of the event loop. `network` outlives it.
    SchemaRequest(QNetworkAccessManager &network, const QUrl &url, Limits limits, QObject *parent = nullptr);
    ~SchemaRequest() override;

Q_SIGNALS:
    void answered(const QByteArray &answer);
    void failed(const tocsin::services::SchemaRequest::Failure &failure);

private:
    void ask(const QUrl &url);
    void judgeSize();
    void finish();
    void drop();
    void fail(ErrorKind kind, const QString &why);

    QNetworkAccessManager &m_network;
    const Limits m_limits;
    QPointer<QNetworkReply> m_reply;
    QTimer m_patience;
    int m_redirects = 0;
};

} // namespace tocsin::services
