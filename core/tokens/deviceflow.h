// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/signin.h"

#include <QObject>
#include <QTimer>

#include <stop_token>

namespace tocsin::tokens {

// What the person takes to a browser on any machine. A plain value.
struct DeviceCode {
    QUrl address;
    QUrl completeAddress; // with the code in it, for a QR code; may be empty
    QString userCode;
    std::chrono::seconds life{0};
};

// A sign-in without a browser on this machine (RFC 8628): shows() with a code and an address, then the provider is asked at the
// interval it names until the person has signed in elsewhere. finished() comes once, within the life of the code. Lives on the
// main thread and never blocks; whoever cancels deletes it.
class DeviceFlow final : public QObject
{
    Q_OBJECT
public:
    explicit DeviceFlow(SignInWish wish, QObject *parent = nullptr);
    ~DeviceFlow() override;

    void begin();
    [[nodiscard]] std::chrono::milliseconds timeLeft() const { return std::chrono::milliseconds(m_patience.remainingTime()); }

Q_SIGNALS:
    void shows(const QStringList &scopes, const tocsin::tokens::DeviceCode &code);
    void finished(const tocsin::Result<tocsin::tokens::SignedIn> &result);

private:
    struct Started;
    void handleStart(const Result<Started> &started);
    void poll();
    void handleReply(const TokenReply &reply);
    void conclude(const TokenReply &reply);
    void finish(const Result<SignedIn> &result);

    const SignInWish m_wish;
    std::stop_source m_stop;
    Provider m_provider;
    vault::SecretBytes m_deviceCode;
    std::chrono::milliseconds m_interval{5'000};
    QTimer m_pause;
    QTimer m_patience;
};

} // namespace tocsin::tokens
