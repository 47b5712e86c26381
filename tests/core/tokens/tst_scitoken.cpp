// SPDX-License-Identifier: GPL-3.0-or-later
// SciTokens: where they are looked for, which one is taken and why, what is told of the others, and that a renewal is noticed.
#include "core/tokens/scitoken.h"

#include "support/jwt.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::tokens;
using test::secondsFromNow;
using State = SciTokenPlace::State;

namespace {

QByteArray tokenFor(const QJsonValue &audience, const QString &scope, qint64 left = 3'600)
{
    return test::unsignedToken({{u"iss"_s, u"https://issuer.example.org/igwn"_s}, {u"sub"_s, u"mira"_s}, {u"aud"_s, audience}, {u"scope"_s, scope},
                                {u"iat"_s, secondsFromNow(left - 3'600)}, {u"exp"_s, secondsFromNow(left)}});
}

const SciTokenPlace *place(const SciTokenSearch &search, const QString &name)
{
    const auto it = std::ranges::find(search.places, name, &SciTokenPlace::name);
    return it == search.places.end() ? nullptr : &*it;
}

} // namespace

class TestSciToken final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_environment = {};
        m_environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
        QVERIFY(QDir(m_folder->path()).mkpath(u"run"_s));
    }

    void claimsAreRead()
    {
        const vault::SecretBytes token(test::unsignedToken({{u"iss"_s, u"https://issuer.example.org"_s}, {u"sub"_s, u"mira"_s},
                                                            {u"aud"_s, QJsonArray{u"kafka"_s, u"ANY"_s}}, {u"scope"_s, u"kafka.consume gracedb.read"_s},
                                                            {u"iat"_s, 1'700'000'000}, {u"exp"_s, 1'700'003'600.5}}).toStdString());
        const std::optional<Claims> claims = readClaims(token);
        QVERIFY(claims);
        QCOMPARE(claims->issuer, u"https://issuer.example.org"_s);
        QCOMPARE(claims->subject, u"mira"_s);
        QCOMPARE(claims->audience, (QStringList{u"kafka"_s, u"ANY"_s}));
        QCOMPARE(claims->scopes(), (QStringList{u"kafka.consume"_s, u"gracedb.read"_s}));
        QCOMPARE(claims->expires.us, 1'700'003'600'000'000);
        QVERIFY(!claims->notBefore.isValid());
        for (const char *text : {"", "eyJ", "eyJ.e30", "eyJ.%%%.x", "eyJ.W10.x", "hunter2", "a.b.c", "<html>a.b.c</html>"})
            QVERIFY2(!readClaims(vault::SecretBytes(std::string_view(text))), text);
    }

    void ourTimeIsToldInWords()
    {
        QCOMPARE(spanText(59'000'000), u"59 s"_s);
        QCOMPARE(spanText(43 * 60'000'000LL), u"43 min"_s);
        QCOMPARE(spanText(130 * 60'000'000LL), u"2 h 10 min"_s);
        QCOMPARE(spanText(-3 * 86'400'000'000LL), u"3 d"_s);
    }

    void theOrderIsThatOfTheField()
    {
        const QString file = u"bt_u%1"_s.arg(geteuid());
        QVERIFY(QDir(m_folder->path()).mkpath(u"condor"_s));
        m_environment.insert(u"_CONDOR_CREDS"_s, path(u"condor"_s));
        write(u"condor/b.use"_s, tokenFor(u"ANY"_s, u"s"_s));
        write(u"condor/a.use"_s, tokenFor(u"ANY"_s, u"s"_s));
        write(u"condor/c.top"_s, tokenFor(u"ANY"_s, u"s"_s));
        write(u"run/"_s + file, tokenFor(u"ANY"_s, u"s"_s));
        m_environment.insert(u"BEARER_TOKEN_FILE"_s, write(u"bearer"_s, tokenFor(u"ANY"_s, u"s"_s)));
        m_environment.insert(u"SCITOKEN_FILE"_s, write(u"sci"_s, tokenFor(u"ANY"_s, u"s"_s)));
        QStringList names;
        for (const SciTokenPlace &one : look({}).places)
            names << one.name;
        QCOMPARE(names, (QStringList{u"SCITOKEN"_s, u"SCITOKEN_FILE"_s, u"_CONDOR_CREDS/a.use"_s, u"_CONDOR_CREDS/b.use"_s, u"BEARER_TOKEN"_s,
                                     u"BEARER_TOKEN_FILE"_s, u"XDG_RUNTIME_DIR/"_s + file, u"/tmp/"_s + file}));
        // Each wins when those before it are gone.
        for (const QString &gone : {u"sci"_s, u"condor/a.use"_s, u"condor/b.use"_s, u"bearer"_s, u"run/"_s + file}) {
            const SciTokenSearch search = look({});
            QVERIFY(search.taken());
            QCOMPARE(search.taken()->path, path(gone));
            QVERIFY(QFile::remove(path(gone)));
        }
        m_environment.insert(u"BEARER_TOKEN"_s, QString::fromLatin1(" " + tokenFor(u"ANY"_s, u"s"_s) + "\n"));
        QCOMPARE(look({}).taken()->name, u"BEARER_TOKEN"_s);
        QVERIFY(readClaims(look({}).token));
    }

    // As ligo-gracedb chooses: audience and scope, then ANY, then the audience alone, then the rest.
    void theOneThatFitsBestIsTaken()
    {
        const SciTokenWish wish{u"kafka.example.org"_s, u"kafka.consume"_s};
        m_environment.insert(u"SCITOKEN"_s, QString::fromLatin1(tokenFor(u"https://other.example.org"_s, u"kafka.consume"_s)));
        SciTokenSearch search = look(wish);
        QCOMPARE(search.taken()->name, u"SCITOKEN"_s); // the broker decides
        QCOMPARE(search.lacks, QStringList{u"it is for https://other.example.org, not for kafka.example.org"_s});

        m_environment.insert(u"SCITOKEN_FILE"_s, write(u"sci"_s, tokenFor(u"https://kafka.example.org"_s, u"gracedb.read"_s)));
        search = look(wish);
        QCOMPARE(search.taken()->name, u"SCITOKEN_FILE"_s);
        QCOMPARE(search.lacks, QStringList{u"its scope is gracedb.read, without kafka.consume"_s});
        QCOMPARE(place(search, u"SCITOKEN"_s)->why, u"not taken: it is for https://other.example.org, not for kafka.example.org"_s);

        m_environment.insert(u"BEARER_TOKEN"_s, QString::fromLatin1(tokenFor(u"ANY"_s, u"x"_s)));
        QCOMPARE(look(wish).taken()->name, u"BEARER_TOKEN"_s);

        m_environment.insert(u"BEARER_TOKEN_FILE"_s, write(u"bearer"_s, tokenFor(QJsonArray{u"a"_s, u"kafka.example.org"_s}, u"y kafka.consume:/t"_s)));
        search = look(wish);
        QCOMPARE(search.taken()->name, u"BEARER_TOKEN_FILE"_s);
        QVERIFY(search.lacks.isEmpty());
        QVERIFY2(search.taken()->why.startsWith(u"taken; ends in 59 min"_s) || search.taken()->why.startsWith(u"taken; ends in 60 min"_s), qPrintable(search.taken()->why));
    }

    void whatCannotBeUsedIsNamed()
    {
        const QString file = write(u"bearer"_s, tokenFor(u"ANY"_s, u"s"_s));
        m_environment.insert(u"BEARER_TOKEN_FILE"_s, file);
        const auto state = [&] { return place(look({}), u"BEARER_TOKEN_FILE"_s)->state; };
        const auto why = [&] { return place(look({}), u"BEARER_TOKEN_FILE"_s)->why; };
        const auto message = [&] { return look({}).problem({u"kafka.example.org"_s, u"kafka.consume"_s}).message; };
        QCOMPARE(state(), State::Usable);

        QCOMPARE(chmod(QFile::encodeName(file).constData(), 0644), 0);
        QCOMPARE(state(), State::Unsafe);
        QVERIFY2(why().contains(u"chmod 600"_s), qPrintable(why()));
        QVERIFY2(message().contains(u"BEARER_TOKEN_FILE"_s) && message().contains(u"chmod 600"_s), qPrintable(message()));
        QVERIFY(!look({}).taken() && look({}).token.isEmpty());

        QVERIFY(QFile::link(write(u"real"_s, tokenFor(u"ANY"_s, u"s"_s)), path(u"link"_s)));
        m_environment.insert(u"BEARER_TOKEN_FILE"_s, path(u"link"_s));
        QCOMPARE(state(), State::Unsafe);
        QVERIFY2(why().contains(u"symbolic link"_s), qPrintable(why()));
        m_environment.insert(u"BEARER_TOKEN_FILE"_s, path(u"none"_s));
        QCOMPARE(state(), State::NotThere);
        QCOMPARE(message(), u"There is no SciToken here."_s);
        m_environment.insert(u"BEARER_TOKEN_FILE"_s, write(u"html"_s, "<html>hunter2</html>"));
        QCOMPARE(state(), State::NoToken);
        QVERIFY2(message().contains(u"BEARER_TOKEN_FILE"_s) && !message().contains(u"hunter2"_s), qPrintable(message()));

        if (geteuid() == 0) {
            m_environment.insert(u"BEARER_TOKEN_FILE"_s, write(u"foreign"_s, tokenFor(u"ANY"_s, u"s"_s)));
            QCOMPARE(chown(QFile::encodeName(path(u"foreign"_s)).constData(), 12345, 12345), 0);
            QCOMPARE(state(), State::Unsafe);
        }
        const Error error = look({}).problem({u"kafka.example.org"_s, u"kafka.consume"_s});
        QVERIFY2(error.remedy.contains(u"htgettoken -a vault.ligo.org -i igwn --audience kafka.example.org --scopes kafka.consume"_s), qPrintable(error.remedy));
        QCOMPARE(error.kind, ErrorKind::SignInRefused);
    }

    void endedTokensAreToldFromAWrongClock()
    {
        // Written while it held, by our clock: it has ended.
        const QString file = write(u"bearer"_s, tokenFor(u"ANY"_s, u"s"_s, -720));
        m_environment.insert(u"BEARER_TOKEN_FILE"_s, file);
        setWritten(file, secondsFromNow(-4'000));
        QCOMPARE(look({}).problem({}).message, u"The SciToken of BEARER_TOKEN_FILE ended 12 min ago."_s);
        // Less than a minute is no use.
        write(u"bearer"_s, tokenFor(u"ANY"_s, u"s"_s, 30));
        QVERIFY(!look({}).taken());
        QVERIFY2(place(look({}), u"BEARER_TOKEN_FILE"_s)->why.contains(u"too soon"_s), qPrintable(place(look({}), u"BEARER_TOKEN_FILE"_s)->why));
        // Written just now, and it had ended long before: somebody's clock is wrong.
        write(u"bearer"_s, tokenFor(u"ANY"_s, u"s"_s, -400 * 86'400));
        const Error ahead = look({}).problem({});
        QVERIFY2(ahead.message.contains(u"clock of this computer seems to be ahead"_s) && ahead.message.contains(u"400 d"_s), qPrintable(ahead.message));
        // Issued in our future.
        write(u"bearer"_s, test::unsignedToken({{u"aud"_s, u"ANY"_s}, {u"iat"_s, secondsFromNow(3'600)}, {u"nbf"_s, secondsFromNow(3'600)}, {u"exp"_s, secondsFromNow(7'200)}}));
        const Error behind = look({}).problem({});
        QVERIFY2(behind.message.contains(u"clock of this computer is behind"_s), qPrintable(behind.message));
        QVERIFY2(behind.remedy.contains(u"clock"_s), qPrintable(behind.remedy));
    }

    void theSourceReadsAnewAndNoticesARename()
    {
        const QString file = write(u"bearer"_s, tokenFor(u"ANY"_s, u"s"_s, -720));
        setWritten(file, secondsFromNow(-4'000));
        m_environment.insert(u"BEARER_TOKEN_FILE"_s, file);
        m_environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
        SciToken source({}, m_environment);
        const Result<Token> none = source.token(1s, {});
        QVERIFY(!none.ok());
        QVERIFY(none.error().retriable); // a renewal is a matter of time
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!source.waitForNews(50ms, {}));
        // A renewal as other programs make it: written beside, renamed over.
        const QByteArray renewed = tokenFor(u"ANY"_s, u"kafka.consume"_s);
        std::thread other([&] {
            write(u"bearer.new"_s, renewed);
            QVERIFY(::rename(QFile::encodeName(path(u"bearer.new"_s)).constData(), QFile::encodeName(file).constData()) == 0);
        });
        QVERIFY(source.waitForNews(20s, {}));
        other.join();
        QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));
        const Result<Token> token = source.token(1s, {});
        QVERIFY(token.ok());
        QCOMPARE(token.value().value.view(), std::string_view(renewed.constData(), static_cast<size_t>(renewed.size())));
        QCOMPARE(token.value().principal, u"mira"_s);
        QCOMPARE(token.value().scope, u"kafka.consume"_s);
        QVERIFY(token.value().expires.us > UtcTime::now().us + 3'500'000'000);
        QVERIFY(!source.waitForNews(50ms, {}));

        // Refused: the same once more is of no use, another is.
        const Result<Token> refused = source.token(1s, {}, TokenSource::Want::Renewed);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::SignInRefused);
        QVERIFY2(refused.error().message.contains(u"refused"_s), qPrintable(refused.error().message));
        write(u"bearer"_s, tokenFor(u"ANY"_s, u"another"_s));
        QVERIFY(source.token(1s, {}, TokenSource::Want::Renewed).ok());

        // A wait that nobody needs any more ends at once.
        clock.restart();
        std::stop_source stop;
        std::thread stopper([&stop] { stop.request_stop(); });
        QVERIFY(!source.waitForNews(60s, stop.get_token()));
        stopper.join();
        QVERIFY(clock.elapsed() < 5'000);
    }

    void aTokenOfTheVaultIsGivenAsItStands()
    {
        FixedToken good(vault::SecretBytes(tokenFor(u"ANY"_s, u"s"_s).toStdString()), u"igwn"_s);
        QVERIFY(good.token(1s, {}).ok());
        QVERIFY(!good.token(1s, {}, TokenSource::Want::Renewed).ok());
        FixedToken ended(vault::SecretBytes(tokenFor(u"ANY"_s, u"s"_s, -720).toStdString()), u"igwn"_s);
        const Result<Token> answer = ended.token(1s, {});
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().message, u"The token of igwn ended 12 min ago."_s);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->path() + u'/' + name; }
    [[nodiscard]] SciTokenSearch look(const SciTokenWish &wish) const { return findSciToken(wish, m_environment, UtcTime::now()); }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("cannot write %s", qPrintable(name));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(bytes);
        return path(name);
    }

    static void setWritten(const QString &path, qint64 seconds)
    {
        const timespec both[] = {{seconds, 0}, {seconds, 0}};
        QCOMPARE(utimensat(AT_FDCWD, QFile::encodeName(path).constData(), both, 0), 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(TestSciToken)
#include "tst_scitoken.moc"
