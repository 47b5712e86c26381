// SPDX-License-Identifier: GPL-3.0-or-later
// Refresh tokens that are good once: many threads, several programs, a vault that does not take them, a provider in trouble.
#include "core/tokens/browseraccount.h"
#include "core/tokens/signinflow.h"
#include "rig/oidcrig.h"

#include <QElapsedTimer>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <set>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tokens;
using namespace std::chrono_literals;

namespace {

constexpr int kLife = 3; // seconds of a token
constexpr int kLimitMs = 30'000;
using Want = TokenSource::Want;

// The vault, as far as an account can tell.
class Slot final : public vault::SecretSlot
{
public:
    explicit Slot(vault::SecretBytes secret) : m_secret(std::move(secret)) {}
    Result<vault::SecretBytes> read() override
    {
        const std::lock_guard lock(m_mutex);
        ++m_reads;
        return m_secret;
    }
    Outcome write(const vault::SecretBytes &secret) override
    {
        const std::lock_guard lock(m_mutex);
        ++m_writes;
        if (m_isLocked)
            return Error{.kind = ErrorKind::Keychain, .message = u"locked"_s};
        m_secret = secret;
        return Done{};
    }
    void setLocked(bool isLocked)
    {
        const std::lock_guard lock(m_mutex);
        m_isLocked = isLocked;
    }
    [[nodiscard]] int reads()
    {
        const std::lock_guard lock(m_mutex);
        return m_reads;
    }
    [[nodiscard]] int writes()
    {
        const std::lock_guard lock(m_mutex);
        return m_writes;
    }

private:
    std::mutex m_mutex;
    vault::SecretBytes m_secret;
    bool m_isLocked = false;
    int m_reads = 0;
    int m_writes = 0;
};

} // namespace

class TestBrowserAccount final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.up({.tokenSeconds = kLife}), qPrintable(m_rig.why())); }
    void init()
    {
        m_rig.thaw();
        QVERIFY(m_rig.behave({}));
        m_slot = std::make_shared<Slot>(signIn());
        QVERIFY(!m_slot->read().value().isEmpty());
    }

    void eachRefreshStoresTheNextToken()
    {
        const auto account = make();
        std::set<std::string> seen{std::string(m_slot->read().value().view())};
        for (int i = 1; i <= 3; ++i) {
            const Result<Token> token = account->token(10s, {}, Want::Renewed);
            QVERIFY2(token, qPrintable(token ? QString() : token.error().message));
            QCOMPARE(token.value().principal, u"alice"_s);
            QCOMPARE(m_slot->writes(), i); // before it is given
            QVERIFY(seen.insert(std::string(m_slot->read().value().view())).second);
            QTRY_VERIFY_WITH_TIMEOUT(secondsLeft(token.value()) < 0, 10'000); // Renewed takes one that is very young
        }
    }

    // FAULT-20
    void threadsAndProgramsRefreshOneAfterTheOther()
    {
        QVERIFY(m_rig.behave({{u"path"_s, u"/token"_s}, {u"delay"_s, 200}, {u"times"_s, -1}}));
        const auto before = m_rig.requests(u"/token"_s).size();
        // Each object is what a program has; the lock file and the vault are what they share.
        const std::vector<std::shared_ptr<BrowserAccount>> programs{make(), make(), make()};
        std::vector<std::future<Result<Token>>> answers;
        for (int i = 0; i < 4; ++i) {
            for (const auto &program : programs)
                answers.push_back(std::async(std::launch::async, [program] { return program->token(20s, {}); }));
        }
        std::set<std::string> values;
        for (auto &answer : answers) {
            const Result<Token> token = answer.get();
            QVERIFY2(token, qPrintable(token ? QString() : token.error().message));
            values.insert(std::string(token.value().value.view()));
        }
        QCOMPARE(values.size(), programs.size());
        QCOMPARE(m_rig.requests(u"/token"_s).size() - before, static_cast<qsizetype>(programs.size()));
        // The provider saw no refresh token twice, else the grant were gone.
        QVERIFY(m_rig.behave({}));
        QVERIFY(make()->token(10s, {}));
    }

    // FAULT-20: the keyring is locked just then. Nothing is lost, and nothing is used that is not kept.
    void whatCannotBeKeptIsNotUsed()
    {
        const auto account = make();
        m_slot->setLocked(true);
        for (int i = 0; i < 2; ++i) {
            Result<Token> token = account->token(10s, {});
            QTRY_VERIFY_WITH_TIMEOUT(!(token = account->token(10s, {})) && m_slot->writes() > i, kLimitMs);
            QCOMPARE(token.error().kind, ErrorKind::Keychain);
            QVERIFY(token.error().retriable);
            QVERIFY2(token.error().message.contains(u"could not be kept: locked"), qPrintable(token.error().message));
        }
        m_slot->setLocked(false);
        QTRY_VERIFY_WITH_TIMEOUT(account->token(10s, {}).ok(), kLimitMs);
        QVERIFY(make()->token(10s, {})); // what the vault holds is the living one
    }

    // FAULT-18: only invalid_grant asks for the person.
    void onlyAnEndedGrantNeedsThePerson()
    {
        const auto account = make();
        const Result<Token> first = account->token(10s, {});
        QVERIFY(first);
        QVERIFY(m_rig.behave({{u"path"_s, u"/token"_s}, {u"status"_s, 503}, {u"times"_s, -1}}));
        QTRY_VERIFY_WITH_TIMEOUT(secondsLeft(first.value()) < 0.4 * kLife / 3.0, 10'000); // due for renewal, and alive
        const Result<Token> same = account->token(10s, {});
        QVERIFY(same);
        QCOMPARE(same.value().value, first.value().value);
        QTRY_VERIFY_WITH_TIMEOUT(!account->token(10s, {}), 10'000); // it has ended
        const Result<Token> trouble = account->token(10s, {});
        QVERIFY2(!trouble && trouble.error().retriable && trouble.error().kind == ErrorKind::NoConnection, "a provider in trouble is no sign-out");
        QVERIFY(m_rig.behave({}));
        QTRY_VERIFY_WITH_TIMEOUT(account->token(10s, {}).ok(), kLimitMs);

        QVERIFY(m_rig.forgetGrants());
        const auto before = m_rig.requests(u"/token"_s).size();
        Result<Token> refused = account->token(10s, {});
        QTRY_VERIFY_WITH_TIMEOUT(!(refused = account->token(10s, {})), kLimitMs);
        QCOMPARE(refused.error().kind, ErrorKind::SignInRefused);
        QVERIFY(!refused.error().retriable);
        QVERIFY2(refused.error().message.contains(u"“night” at 127.0.0.1 has ended"), qPrintable(refused.error().message));
        const int reads = m_slot->reads();
        QTRY_VERIFY_WITH_TIMEOUT(!account->token(10s, {}, Want::Renewed) && m_slot->reads() > reads + 2, kLimitMs);
        QCOMPARE(m_rig.requests(u"/token"_s).size() - before, 1); // it is not tried again
        // Signed in again, in this program or another.
        QVERIFY(m_slot->write(signIn()));
        QTRY_VERIFY_WITH_TIMEOUT(account->token(10s, {}).ok(), kLimitMs);
    }

    // Somebody used the old refresh token: the provider ends the grant, this account alone needs its person.
    void aReusedTokenEndsThisAccountOnly()
    {
        const vault::SecretBytes stolen = m_slot->read().value();
        const auto other = std::make_shared<Slot>(signIn());
        const auto account = make();
        QVERIFY(account->token(10s, {}));
        QVERIFY(!requestToken(QUrl(m_rig.tokenEndpoint()), {.id = u"desktop"_s}, {{"grant_type", vault::SecretBytes("refresh_token")}, {"refresh_token", stolen}}, 10s, {}).granted);
        Result<Token> token = account->token(10s, {});
        QTRY_VERIFY_WITH_TIMEOUT(!(token = account->token(10s, {})), kLimitMs);
        QCOMPARE(token.error().kind, ErrorKind::SignInRefused);
        QVERIFY(make(other)->token(10s, {}));
    }

    // FAULT-19: stopped (SIGSTOP) while it refreshes. Whoever waits has an end; the refresh goes on and is stored.
    void whoeverLosesPatienceLosesNothing()
    {
        const auto account = make();
        const auto before = m_rig.requests(u"/token"_s).size();
        QVERIFY(m_rig.behave({{u"path"_s, u"/token"_s}, {u"delay"_s, 700}}));
        std::stop_source stop;
        auto asked = std::async(std::launch::async, [&] { return account->token(20s, stop.get_token()); });
        QTRY_VERIFY_WITH_TIMEOUT(m_rig.requests(u"/token"_s).size() > before, kLimitMs);
        stop.request_stop();
        const Result<Token> stopped = asked.get();
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Interrupted);
        QTRY_COMPARE_WITH_TIMEOUT(m_slot->writes(), 1, kLimitMs);
        QVERIFY(make()->token(10s, {}));
        m_rig.freeze();
        QElapsedTimer since;
        since.start();
        QVERIFY(!make(m_slot, 1s)->token(300ms, {}));
        QVERIFY(since.elapsed() < 2'000);
        m_rig.thaw();
    }

    void aLockThatIsHeldIsSaid()
    {
        QLockFile other(lockFile());
        QVERIFY(other.tryLock());
        BrowserAccount::Settings settings = settingsFor(m_slot, 10s);
        settings.lockLimit = 300ms;
        const Result<Token> token = std::make_shared<BrowserAccount>(settings)->token(10s, {});
        QVERIFY(!token);
        QVERIFY2(token.error().message.contains(u"lock"), qPrintable(token.error().message));
        QVERIFY(token.error().retriable);
        QCOMPARE(m_slot->writes(), 0);
    }

private:
    static double secondsLeft(const Token &token) { return static_cast<double>(token.expires.us - UtcTime::now().us) / 1e6; }
    [[nodiscard]] QString lockFile() const { return m_folder.filePath(u"night.lock"_s); }

    vault::SecretBytes signIn()
    {
        SignInFlow flow({.issuer = m_rig.issuer(), .clientId = u"desktop"_s, .scope = u"openid kafka-read"_s}, {});
        QUrl link;
        std::optional<Result<SignedIn>> result;
        connect(&flow, &SignInFlow::asks, &flow, [&](const QStringList &, const QUrl &address) { link = address; });
        connect(&flow, &SignInFlow::finished, &flow, [&](const Result<SignedIn> &ended) { result = ended; });
        flow.begin();
        if (!QTest::qWaitFor([&] { return !link.isEmpty(); }, kLimitMs))
            return {};
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(link.toString(QUrl::FullyEncoded), {}, nullptr));
        if (!QTest::qWaitFor([&] { return result && browser->state() == QProcess::NotRunning; }, kLimitMs) || !result->ok())
            return {};
        return toSecret({.refreshToken = result->value().refreshToken});
    }

    [[nodiscard]] BrowserAccount::Settings settingsFor(const std::shared_ptr<Slot> &slot, std::chrono::milliseconds limit) const
    {
        return {.name = u"night"_s, .issuer = m_rig.issuer(), .clientId = u"desktop"_s, .lockFile = lockFile(), .secret = slot, .limit = limit};
    }
    std::shared_ptr<BrowserAccount> make() { return make(m_slot); }
    std::shared_ptr<BrowserAccount> make(const std::shared_ptr<Slot> &slot, std::chrono::milliseconds limit = 10s)
    {
        auto account = std::make_shared<BrowserAccount>(settingsFor(slot, limit));
        account->setPauses({.first = 20ms, .longest = 50ms, .refused = 20ms});
        return account;
    }

    rig::OidcRig m_rig;
    QTemporaryDir m_folder;
    std::shared_ptr<Slot> m_slot;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestBrowserAccount test;
    return rig::runWithOidc(&test, argc, argv);
}

#include "tst_browseraccount.moc"
