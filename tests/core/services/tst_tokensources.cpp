// SPDX-License-Identifier: GPL-3.0-or-later
// How the window's streams come to their tokens: account, vault (its encrypted file), provider.
#include "core/services/engine.h"
#include "core/services/signin.h"
#include "core/tokens/signinflow.h"
#include "core/tokens/storedgrant.h"
#include "rig/oidcrig.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace std::chrono_literals;
using services::Engine;
using streams::StreamConfig;
using vault::SecretBytes;

namespace {

constexpr int kLimitMs = 30'000;

StreamConfig stream(const QString &name, const QString &account)
{
    StreamConfig config{.uuid = name, .name = name, .type = u"kafka"_s};
    config.values.set(u"servers"_s, QStringList{u"127.0.0.1:1"_s});
    config.values.set(u"topics"_s, QStringList{u"t"_s});
    config.values.set(u"security"_s, u"SASL_PLAINTEXT"_s); // to this machine
    config.values.set(u"account"_s, account);
    return config;
}

} // namespace

class TestTokenSources final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.up(), qPrintable(m_rig.why())); }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<Engine>(services::EngineSettings{.places = Places::resolve(m_home->path())});
        QVERIFY(m_engine->open());
        vault::Vault &vault = m_engine->vault();
        QVERIFY(vault.open());
        QVERIFY(vault.choosePlace(vault::kFilePlace.toString()));
        vault.setPassphrase(SecretBytes("a passphrase"));
    }
    void cleanup() { m_engine.reset(); }

    void streamsOfAnAccountShareOneSource()
    {
        add(u"svc"_s, u"client-credentials"_s, {{u"client_id"_s, u"svc"_s}, {u"token_endpoint"_s, m_rig.tokenEndpoint()}}, "svc-secret");
        const Result<StreamConfig> first = signIn(stream(u"a"_s, u"svc"_s));
        QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
        QVERIFY(services::wantsTokens(first.value()));
        const Result<StreamConfig> second = signIn(stream(u"b"_s, u"svc"_s));
        QVERIFY(first.value().tokens && first.value().tokens == second.value().tokens);
        const Result<tokens::Token> token = first.value().tokens->token(10s, {});
        QVERIFY2(token, qPrintable(token ? QString() : token.error().message));
        QVERIFY(m_engine->vault().accounts().find(u"svc"_s)->lastUsed.isValid());
        // Another secret, another source.
        finish([&](vault::Vault::Finished done) { m_engine->vault().renew(u"svc"_s, SecretBytes("another"), std::move(done)); });
        const Result<StreamConfig> third = signIn(stream(u"a"_s, u"svc"_s));
        QVERIFY(third.value().tokens != first.value().tokens);
        QCOMPARE(third.value().tokens->token(10s, {}).error().kind, ErrorKind::SignInRefused);
    }

    // The vault holds what was rotated, and the source lives on when the vault has gone.
    void aBrowserAccountRefreshesInTheVault()
    {
        const SecretBytes refresh = signInAtProvider();
        QVERIFY(!refresh.isEmpty());
        add(u"night"_s, u"oauth"_s, {{u"client_id"_s, u"desktop"_s}, {u"issuer"_s, m_rig.issuer()}}, refresh.view());
        const Result<StreamConfig> signedIn = signIn(stream(u"a"_s, u"night"_s));
        QVERIFY(signedIn);
        const tokens::TokenSourcePtr source = signedIn.value().tokens;
        QVERIFY(source == signIn(stream(u"b"_s, u"night"_s)).value().tokens);
        // Blocks the main thread, as a stream that is being stopped may: the vault answers on its own.
        const Result<tokens::Token> token = source->token(20s, {});
        QVERIFY2(token, qPrintable(token ? QString() : token.error().message));
        std::optional<Result<SecretBytes>> kept;
        m_engine->vault().read(u"night"_s, [&](Result<SecretBytes> secret) { kept = std::move(secret); });
        QTRY_VERIFY(kept);
        QVERIFY(kept->ok() && !(kept->value() == refresh));
        m_engine.reset();
        QVERIFY(source->token(1s, {}));
    }

    void gcnsEndpointIsKnown()
    {
        add(u"gcn"_s, u"client-credentials"_s, {{u"client_id"_s, u"c"_s}}, "x");
        StreamConfig config{.uuid = u"g"_s, .name = u"g"_s, .type = u"gcn"_s};
        config.values.set(u"account"_s, u"gcn"_s);
        QVERIFY(signIn(config));
        const Result<StreamConfig> elsewhere = signIn(stream(u"a"_s, u"gcn"_s));
        QVERIFY(!elsewhere);
        QVERIFY2(elsewhere.error().message.contains(u"does not say where"), qPrintable(elsewhere.error().message));
    }

    // A stream whose account is not to be had says so in its row, and is not started without.
    void aMissingAccountIsSaidInTheRow()
    {
        m_engine->manager().startTransient({.config = stream(u"a"_s, u"nobody"_s)});
        StreamConfig bearer = stream(u"b"_s, u"nobody"_s);
        bearer.values.set(u"mechanism"_s, u"OAUTHBEARER"_s);
        m_engine->manager().startTransient({.config = bearer});
        for (const QString &uuid : {u"a"_s, u"b"_s}) {
            QTRY_COMPARE_WITH_TIMEOUT(m_engine->manager().status(uuid).state, streams::State::NeedsSignIn, kLimitMs);
            QVERIFY2(m_engine->manager().status(uuid).cause.contains(u"“nobody”, which is not there"), qPrintable(m_engine->manager().status(uuid).cause));
        }
    }

private:
    void finish(const std::function<void(vault::Vault::Finished)> &question)
    {
        std::optional<Outcome> outcome;
        question([&](const Outcome &done) { outcome = done; });
        QTRY_VERIFY_WITH_TIMEOUT(outcome, kLimitMs);
        QVERIFY2(*outcome, qPrintable(*outcome ? QString() : outcome->error().message));
    }
    void add(const QString &name, const QString &kind, const QVariantMap &values, std::string_view secret)
    {
        vault::Account account{.name = name, .kind = kind};
        for (const auto &[key, value] : values.asKeyValueRange())
            account.values.set(key, value);
        finish([&](vault::Vault::Finished done) { m_engine->vault().add(account, SecretBytes(secret), std::move(done)); });
    }
    Result<StreamConfig> signIn(const StreamConfig &config)
    {
        std::optional<Result<StreamConfig>> answer;
        m_engine->manager().signIn()(config, [&](const Result<StreamConfig> &signedIn) { answer = signedIn; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, kLimitMs))
            return Error{.message = u"no answer"_s};
        return *answer;
    }
    SecretBytes signInAtProvider()
    {
        tokens::SignInFlow flow({.issuer = m_rig.issuer(), .clientId = u"desktop"_s}, {});
        QUrl link;
        std::optional<Result<tokens::SignedIn>> result;
        connect(&flow, &tokens::SignInFlow::asks, &flow, [&](const QStringList &, const QUrl &address) { link = address; });
        connect(&flow, &tokens::SignInFlow::finished, &flow, [&](const Result<tokens::SignedIn> &ended) { result = ended; });
        flow.begin();
        if (!QTest::qWaitFor([&] { return !link.isEmpty(); }, kLimitMs))
            return {};
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(link.toString(QUrl::FullyEncoded), {}, nullptr));
        if (!QTest::qWaitFor([&] { return result && browser->state() == QProcess::NotRunning; }, kLimitMs) || !result->ok())
            return {};
        return tokens::toSecret({.refreshToken = result->value().refreshToken});
    }

    rig::OidcRig m_rig;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Engine> m_engine;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestTokenSources test;
    return rig::runWithOidc(&test, argc, argv);
}

#include "tst_tokensources.moc"
