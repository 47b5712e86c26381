// SPDX-License-Identifier: GPL-3.0-or-later
// Actions against real processes and a real HTTP server; the mailer is a script that stands for the system's.
#include "core/rules/actionrunner.h"

#include "support/hookserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <csignal>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::rules;

namespace {

ActionWork work(const QString &kind, const QVariantMap &values)
{
    auto alert = std::make_shared<Alert>();
    alert->name = "S260914ab <!channel> @all *";
    alert->url = "https://gracedb.example.org/S260914ab";
    alert->topic = "igwn.gwalert";
    alert->row = 7;
    Action action{.kind = kind};
    for (const auto &[key, value] : values.asKeyValueRange())
        action.values.set(key, value);
    Rule rule{.name = u"waves"_s, .label = u"Wäves"_s};
    rule.actions = {action};
    return {.rule = std::make_shared<Rule>(rule), .action = action, .run = {.number = 41, .rule = rule.name, .kind = kind, .place = 0, .row = 7, .fact = QString::fromStdString(alert->name)}, .alert = alert};
}

ActionHelp help()
{
    return {.secret = [](const QString &account, std::stop_token) -> Result<vault::SecretBytes> {
                if (account == u"hook")
                    return vault::SecretBytes(std::string_view("hush-hush"));
                return Error{.kind = ErrorKind::NotFound, .message = u"no such account"_s};
            },
            .packet = [](int64_t) -> Result<archive::StoredPacket> {
                archive::StoredPacket packet;
                packet.value = std::string("\0raw\xff", 5);
                packet.key = "k1";
                packet.headers = {{"content-type", "application/json"}, {"x-ödd", "v"}};
                return packet;
            },
            .firstPause = 20ms};
}

bool isRunning(const QString &pidFile)
{
    QFile file(pidFile);
    const int pid = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
    return pid > 0 && ::kill(pid, 0) == 0 && !QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(pid)).isEmpty();
}

} // namespace

class TestRuleActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aProgramIsGivenTheAlert()
    {
        qputenv("MY_API_TOKEN", "must-not-be-seen");
        const ActionResult result = runProgram(work(u"program"_s, {{u"command"_s, u"/bin/sh -c \"env; cat\""_s}}), help(), {});
        QVERIFY2(result.worked, qPrintable(result.result + result.output));
        for (const QString &line : {u"TOCSIN_TOPIC=igwn.gwalert"_s, u"TOCSIN_KEY=k1"_s, u"TOCSIN_HEADER_CONTENT_TYPE=application/json"_s, u"TOCSIN_HEADER_X__DD=v"_s, u"TOCSIN_ROW=7"_s, u"TOCSIN_RULE=waves"_s})
            QVERIFY2(result.output.contains(line + u'\n'), qPrintable(line + u" not in "_s + result.output));
        QVERIFY(!result.output.contains(u"must-not-be-seen"_s));
        const QString json = result.output.section(u'\n', -2, -2);
        QCOMPARE(nlohmann::json::parse(json.toStdString())["row"].get<int>(), 7);
        const ActionResult raw = runProgram(work(u"program"_s, {{u"command"_s, u"/usr/bin/wc -c"_s}, {u"input"_s, u"packet"_s}}), help(), {});
        QCOMPARE(raw.output.trimmed(), u"5"_s);
        const ActionResult words = runProgram(work(u"program"_s, {{u"command"_s, u"/usr/bin/printf \"%s|\" a \"b c\" $HOME ;"_s}, {u"input"_s, u"none"_s}}), help(), {});
        QCOMPARE(words.output, u"a|b c|$HOME|;|"_s); // no shell
    }

    void whatHangsIsEndedWithItsGroup()
    {
        const QString pid = m_folder->filePath(u"pid"_s);
        write(u"hang"_s, "#!/bin/sh\ntrap '' TERM\nsleep 600 &\necho $! > " + pid.toUtf8() + "\necho begun\nwait\nsleep 600\n");
        QElapsedTimer clock;
        clock.start();
        const ActionResult result = runProgram(work(u"program"_s, {{u"command"_s, m_folder->filePath(u"hang"_s)}, {u"limit"_s, u"1s"_s}}), help(), {});
        QVERIFY(!result.worked);
        QVERIFY2(result.result.contains(u"longer than 1 s"_s), qPrintable(result.result));
        QCOMPARE(result.output, u"begun\n"_s);
        QVERIFY(clock.elapsed() < 10'000);
        QTRY_VERIFY(!isRunning(pid)); // what it had started
    }

    void whatFloodsIsCut()
    {
        const ActionResult result = runProgram(work(u"program"_s, {{u"command"_s, u"/usr/bin/yes"_s}, {u"limit"_s, u"60s"_s}}), help(), {});
        QVERIFY(!result.worked);
        QVERIFY2(result.result.contains(u"16 MB"_s), qPrintable(result.result));
        QVERIFY(result.output.size() >= kMostOutput && result.output.size() < kMostOutput + 200);
        const ActionResult cut = runProgram(work(u"program"_s, {{u"command"_s, u"/usr/bin/head -c 100000 /dev/zero"_s}}), help(), {});
        QVERIFY(cut.worked && cut.output.contains(u"more was written"_s));
    }

    void whatFailsIsShown()
    {
        const ActionResult result = runProgram(work(u"program"_s, {{u"command"_s, u"/bin/sh -c \"echo why >&2; exit 3\""_s}}), help(), {});
        QVERIFY(!result.worked);
        QCOMPARE(result.result, u"exit status 3"_s);
        QCOMPARE(result.output, u"why\n"_s);
        const ActionResult none = runProgram(work(u"program"_s, {{u"command"_s, u"/no/such"_s}}), help(), {});
        QVERIFY(none.result.contains(u"could not be started"_s));
        // Reads nothing of much: no hang, no crash.
        QVERIFY(runProgram(work(u"program"_s, {{u"command"_s, u"/bin/true"_s}}), help(), {}).worked);
    }

    void logsRotate()
    {
        const QString file = m_folder->filePath(u"a/b.log"_s);
        const auto line = [&] { return appendToLog(work(u"log"_s, {{u"file"_s, file}, {u"size"_s, 1}, {u"keep"_s, 2}}), help()); };
        QVERIFY(line().worked);
        const qint64 length = QFile(file).size();
        QVERIFY(length > 100);
        const qint64 perFile = (1 << 20) / length;
        for (qint64 i = 0; i < 3 * perFile + 1; ++i)
            QVERIFY(line().worked);
        QCOMPARE(QDir(m_folder->filePath(u"a"_s)).entryList(QDir::Files, QDir::Name), QStringList({u"b.log"_s, u"b.log.1"_s, u"b.log.2"_s}));
        QVERIFY(QFile(file + u".1"_s).size() <= 1 << 20);
        QVERIFY(!appendToLog(work(u"log"_s, {{u"file"_s, u"/proc/no/such"_s}}), help()).worked);
    }

    void aWebhookIsSigned()
    {
        tests::HookServer server(m_folder->path(), {u"200"_s});
        QVERIFY(server.isUp());
        const ActionResult result = postToWebhook(work(u"webhook"_s, {{u"url"_s, server.url(u"/x/{secret}"_s)}, {u"account"_s, u"hook"_s}, {u"sign_in"_s, u"bearer"_s}, {u"signature"_s, u"hook"_s}}), help(), {});
        QVERIFY2(result.worked, qPrintable(result.result));
        QCOMPARE(result.result, u"HTTP 200"_s);
        QCOMPARE(result.output, u"said the server"_s);
        const auto asked = server.asked();
        QCOMPARE(asked.size(), size_t{1});
        QCOMPARE(asked[0]["path"].get<std::string>(), "/x/hush-hush");
        const auto &headers = asked[0]["headers"];
        QCOMPARE(headers["Authorization"].get<std::string>(), "Bearer hush-hush");
        QCOMPARE(headers["X-Tocsin-Delivery"].get<std::string>().size(), size_t{36});
        const QByteArray body = QByteArray::fromStdString(asked[0]["body"].get<std::string>());
        const QByteArray time = QByteArray::fromStdString(headers["X-Tocsin-Timestamp"].get<std::string>());
        const QByteArray expected = "sha256=" + QMessageAuthenticationCode::hash(time + '.' + body, "hush-hush", QCryptographicHash::Sha256).toHex();
        QCOMPARE(QByteArray::fromStdString(headers["X-Tocsin-Signature"].get<std::string>()), expected);
        const auto json = nlohmann::json::parse(body.toStdString());
        QCOMPARE(json["alert"]["row"].get<int>(), 7);
        QCOMPARE(json["kind"].get<std::string>(), "news");
        QVERIFY(!postToWebhook(work(u"webhook"_s, {{u"url"_s, server.url(u"/"_s)}, {u"account"_s, u"other"_s}}), help(), {}).worked);
        QCOMPARE(server.asked().size(), size_t{1}); // without its secret nothing is asked
    }

    void bodies_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("holds");
        QTest::newRow("slack") << u"slack"_s << u"application/json"_s << u"S260914ab &lt;!channel&gt; @all *"_s;
        QTest::newRow("mattermost") << u"mattermost"_s << u"application/json"_s << u"S260914ab \\\\<\\\\!channel\\\\> @\u200ball \\\\*"_s;
        QTest::newRow("zulip") << u"zulip"_s << u"application/x-www-form-urlencoded"_s << u"type=stream&to=observers&topic=W%C3%A4ves&content=S260914ab%20%5C%3C"_s;
        QTest::newRow("ntfy") << u"ntfy"_s << u"text/plain; charset=utf-8"_s << u"S260914ab <!channel> @all *"_s;
        QTest::newRow("text") << u"text"_s << u"text/x-mine"_s << u"now: S260914ab <!channel> @all *, [no mag]"_s;
    }
    void bodies()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, type);
        QFETCH(const QString, holds);
        tests::HookServer server(m_folder->path(), {u"200"_s});
        QVariantMap values{{u"url"_s, server.url(u"/"_s)}, {u"body"_s, kind}, {u"channel"_s, u"observers"_s}};
        if (kind == u"text")
            values.insert({{u"text"_s, u"now: {name}, {mag}"_s}, {u"content_type"_s, u"text/x-mine"_s}});
        const ActionResult result = postToWebhook(work(u"webhook"_s, values), help(), {});
        QVERIFY2(result.worked, qPrintable(result.result));
        const auto asked = server.asked().at(0);
        QCOMPARE(QString::fromStdString(asked["headers"]["Content-Type"].get<std::string>()), type);
        const QString body = QString::fromStdString(asked["body"].get<std::string>());
        QVERIFY2(body.contains(holds), qPrintable(body));
    }

    void aServerInTroubleIsAskedAgain()
    {
        {
            tests::HookServer server(m_folder->path(), {u"503,Retry-After=1"_s, u"429"_s, u"200"_s});
            QElapsedTimer clock;
            clock.start();
            QVERIFY(postToWebhook(work(u"webhook"_s, {{u"url"_s, server.url(u"/"_s)}}), help(), {}).worked);
            QVERIFY(clock.elapsed() >= 1'000); // as it asked
            QCOMPARE(server.asked().size(), size_t{3});
        }
        {
            tests::HookServer server(m_folder->path(), {u"400"_s});
            const ActionResult refused = postToWebhook(work(u"webhook"_s, {{u"url"_s, server.url(u"/"_s)}}), help(), {});
            QVERIFY(!refused.worked);
            QCOMPARE(refused.result, u"HTTP 400"_s);
            QCOMPARE(refused.output, u"said the server"_s);
            QCOMPARE(server.asked().size(), size_t{1});
        }
        tests::HookServer server(m_folder->path(), {u"302,Location=http://127.0.0.1:1/"_s});
        QVERIFY(postToWebhook(work(u"webhook"_s, {{u"url"_s, server.url(u"/"_s)}}), help(), {}).result.contains(u"not followed"_s));
        const ActionResult nobody = postToWebhook(work(u"webhook"_s, {{u"url"_s, u"http://127.0.0.1:1/"_s}}), help(), {});
        QVERIFY(!nobody.worked && !nobody.result.isEmpty());
    }

    // What was taken and never answered may have worked: a chat has it twice at the most, and is told so.
    void aLostAnswer_data()
    {
        QTest::addColumn<QVariantMap>("values");
        QTest::addColumn<QStringList>("answers");
        QTest::addColumn<int>("asked");
        QTest::addColumn<bool>("marked"); // the second says that it is one
        QTest::addColumn<QString>("says");
        const auto body = [](const char *kind) { return QVariantMap{{u"body"_s, QString::fromLatin1(kind)}, {u"channel"_s, u"observers"_s}, {u"text"_s, u"now: {name}"_s}}; };
        const QStringList once{u"hang"_s, u"200"_s};
        const QString twice = u"HTTP 200 (sent twice"_s;
        QTest::newRow("slack") << body("slack") << once << 2 << true << twice;
        QTest::newRow("mattermost") << body("mattermost") << once << 2 << true << twice;
        QTest::newRow("zulip") << body("zulip") << once << 2 << true << twice;
        QTest::newRow("text") << body("text") << once << 2 << true << twice;
        QVariantMap form = body("text");
        form[u"content_type"_s] = u"application/json"_s;
        QTest::newRow("a form of one's own") << form << once << 2 << false << twice;
        QTest::newRow("ntfy knows") << body("ntfy") << once << 2 << false << u"HTTP 200"_s;
        QTest::newRow("own services know") << body("json") << once << 2 << false << u"HTTP 200"_s;
        QTest::newRow("never more than twice") << body("slack") << QStringList{u"hang"_s} << 2 << true << u"all the same. (sent twice"_s;
        QTest::newRow("lost on the way back") << body("slack") << QStringList{u"502"_s, u"504"_s} << 2 << true << u"HTTP 504 (sent twice"_s;
        QTest::newRow("not taken, then lost") << body("slack") << QStringList{u"503"_s, u"hang"_s, u"429"_s, u"200"_s} << 4 << false << twice;
        QTest::newRow("who knows is asked on") << body("json") << QStringList{u"500"_s, u"502"_s, u"504"_s, u"200"_s} << 4 << false << u"HTTP 200"_s;
    }
    void aLostAnswer()
    {
        QFETCH(QVariantMap, values);
        QFETCH(const QStringList, answers);
        tests::HookServer server(m_folder->path(), answers);
        QVERIFY(server.isUp());
        values.insert({{u"url"_s, server.url(u"/"_s)}, {u"limit"_s, u"1s"_s}, {u"signature"_s, u"hook"_s}});
        const ActionResult result = postToWebhook(work(u"webhook"_s, values), help(), {});
        QFETCH(const QString, says);
        QVERIFY2(result.result.contains(says), qPrintable(result.result));
        QCOMPARE(result.result.contains(u"sent twice"_s), says.contains(u"sent twice"_s));
        QCOMPARE(result.worked, answers.constLast() == u"200");
        const auto asked = server.asked();
        QTEST(static_cast<int>(asked.size()), "asked");
        const auto bodyOf = [](const nlohmann::json &request) { return QUrl::fromPercentEncoding(QByteArray::fromStdString(request["body"].get<std::string>())); };
        QVERIFY(!bodyOf(asked[0]).contains(u"sent again"_s));
        QTEST(bodyOf(asked[1]).contains(u"(sent again: the first answer was lost)"_s), "marked");
        for (const auto &request : asked) { // one delivery, however often, and each post signed for itself
            const auto delivery = request["headers"]["X-Tocsin-Delivery"].get<std::string>();
            QCOMPARE(delivery, asked[0]["headers"]["X-Tocsin-Delivery"].get<std::string>());
            QCOMPARE(request["headers"].value("X-Sequence-ID", std::string()), values[u"body"_s].toString() == u"ntfy" ? delivery : std::string());
            const QByteArray time = QByteArray::fromStdString(request["headers"]["X-Tocsin-Timestamp"].get<std::string>());
            QCOMPARE(QByteArray::fromStdString(request["headers"]["X-Tocsin-Signature"].get<std::string>()),
                     "sha256=" + QMessageAuthenticationCode::hash(time + '.' + QByteArray::fromStdString(request["body"].get<std::string>()), "hush-hush", QCryptographicHash::Sha256).toHex());
        }
    }

    void deliveriesAreTheirOwn()
    {
        tests::HookServer server(m_folder->path(), {u"200"_s});
        ActionWork first = work(u"webhook"_s, {{u"url"_s, server.url(u"/"_s)}});
        first.run.number = 0; // as when the journal cannot be written
        ActionWork second = first;
        second.run.row = 8;
        for (const ActionWork &each : {first, second, first})
            QVERIFY(postToWebhook(each, help(), {}).worked);
        const auto asked = server.asked();
        const auto delivery = [&](size_t i) { return asked[i]["headers"]["X-Tocsin-Delivery"].get<std::string>(); };
        QVERIFY(delivery(0) != delivery(1));
        QCOMPARE(delivery(2), delivery(0)); // taken up again after a restart
    }

    void aMailHoldsNothingButText()
    {
        write(u"sendmail"_s, "#!/bin/sh\necho \"$@\" > " + m_folder->filePath(u"arguments"_s).toUtf8() + "\ncat > " + m_folder->filePath(u"mail"_s).toUtf8() + "\n");
        ActionWork mail = work(u"mail"_s, {{u"to"_s, QStringList{u"a@example.org"_s, u"b@example.org"_s}}, {u"from"_s, u"me@example.org"_s}, {u"sendmail"_s, m_folder->filePath(u"sendmail"_s)},
                                           {u"subject"_s, u"{name}"_s}});
        auto alert = std::make_shared<Alert>(*mail.alert);
        alert->name = "x\nBcc: thief@example.org\n\n.\nMAIL";
        mail.alert = alert;
        mail.run.fact = u"one\r\n.\r\nBcc: thief@example.org"_s;
        const ActionResult result = sendMail(mail, {});
        QVERIFY2(result.worked, qPrintable(result.result));
        QCOMPARE(content(u"arguments"_s).trimmed(), u"-i -t"_s);
        const QString sent = content(u"mail"_s);
        const QStringList head = sent.section(u"\n\n"_s, 0, 0).split(u'\n');
        QVERIFY(head.contains(u"To: a@example.org, b@example.org"_s) && head.contains(u"From: me@example.org"_s));
        for (const QString &line : head)
            QVERIFY2(!line.startsWith(u"Bcc"_s, Qt::CaseInsensitive), qPrintable(sent));
        const QString body = QString::fromUtf8(QByteArray::fromBase64(sent.section(u"\n\n"_s, 1).toUtf8()));
        QVERIFY2(body.contains(u"thief@example.org"_s) && body.contains(u"igwn.gwalert"_s), qPrintable(body));
        write(u"sendmail"_s, "#!/bin/sh\necho no route >&2; exit 75\n");
        const ActionResult failed = sendMail(mail, {});
        QCOMPARE(failed.result, u"exit status 75"_s);
        QCOMPARE(failed.output, u"no route\n"_s);
    }

    void rowsAreBoundedAndOrdered()
    {
        std::mutex mutex;
        std::vector<RuleRun> noted;
        const auto count = [&](RuleRun::State state) {
            const std::scoped_lock lock(mutex);
            return std::ranges::count(noted, state, &RuleRun::state);
        };
        {
            ActionRunner runner(help(), [&](const RuleRun &run) {
                const std::scoped_lock lock(mutex);
                noted.push_back(run);
            });
            ActionWork hanging = work(u"program"_s, {{u"command"_s, u"/bin/sleep 600"_s}});
            for (size_t i = 0; i < ActionRunner::kMostWaiting + 3; ++i)
                runner.take(hanging);
            QTRY_COMPARE(count(RuleRun::State::Dropped), 2);
            QTRY_COMPARE(count(RuleRun::State::Started), 1);
            ActionWork other = work(u"log"_s, {{u"file"_s, m_folder->filePath(u"log"_s)}});
            other.run.place = 1;
            for (int i = 0; i < 1'200; ++i) // a burst: what is done here waits and is not left out
                runner.take(other);
            QTRY_COMPARE_WITH_TIMEOUT(count(RuleRun::State::Done), 1'200, 60'000);
            QCOMPARE(count(RuleRun::State::Dropped), 2);
        }
        QCOMPARE(count(RuleRun::State::Unsure), 1); // the end does not wait for it
    }

private:
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    [[nodiscard]] QString content(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRuleActions)
#include "tst_ruleactions.moc"
