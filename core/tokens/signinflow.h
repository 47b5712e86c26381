// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/redirectlistener.h"
#include "core/tokens/signin.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <stop_token>

namespace tocsin::tokens {

// One sign-in in the system's browser: authorization code with PKCE S256 (RFC 8252, 7636, 9207), the answer caught on this
// machine or pasted by the person. begin() once; then asks() with the scopes and the link, the link is opened, and finished()
// comes once, in five minutes at most. What does not fit (another state, another issuer) is ignored, and the right answer still
// waited for. Lives on the main thread and never blocks; whoever cancels deletes it.
class SignInFlow final : public QObject
{
    Q_OBJECT
public:
    // Shows an address to the person; false: there is no browser.
    using OpenLink = std::function<bool(const QUrl &)>;
    struct Limits {
        std::chrono::milliseconds question{20'000}; // of each question to the provider
        std::chrono::milliseconds person{300'000};
        RedirectListener::Limits listener = {};
    };

    SignInFlow(SignInWish wish, OpenLink openLink, Limits limits, QObject *parent = nullptr);
    SignInFlow(SignInWish wish, OpenLink openLink, QObject *parent = nullptr) : SignInFlow(std::move(wish), std::move(openLink), Limits(), parent) {}
    ~SignInFlow() override;

    void begin();
    // The address that the browser could not show, from its address line. An error says what is wrong with it; the flow goes on.
    [[nodiscard]] Outcome paste(const QString &address);
    [[nodiscard]] std::chrono::milliseconds timeLeft() const { return std::chrono::milliseconds(m_patience.remainingTime()); }

Q_SIGNALS:
    // Before the browser opens: what the person will be asked for, and where. The link holds no secret.
    void asks(const QStringList &scopes, const QUrl &link);
    void browserMissing(const QUrl &link); // the link has to be opened by hand, or in another flow
    void answered(); // the browser was here; the provider is asked for the tokens
    void finished(const tocsin::Result<tocsin::tokens::SignedIn> &result);

private:
    [[nodiscard]] QUrl link() const;
    void handleProvider(const Result<Provider> &provider);
    [[nodiscard]] RedirectListener::Verdict judge(const QUrlQuery &query);
    void exchange(const QString &code);
    void finish(const Result<SignedIn> &result);

    const SignInWish m_wish;
    const OpenLink m_openLink;
    const Limits m_limits;
    std::stop_source m_stop;
    std::unique_ptr<RedirectListener> m_listener;
    QTimer m_patience;
    Provider m_provider;
    QByteArray m_state; // empty: the answer has come, or is not awaited yet
    QString m_nonce;
    vault::SecretBytes m_verifier;
    QString m_redirect;
};

} // namespace tocsin::tokens
