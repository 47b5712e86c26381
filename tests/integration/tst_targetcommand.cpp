// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin target` and accounts of the kind tom, as a person at a terminal has them, against real TOMs.
#include "integration/program.h"
#include "rig/tomrig.h"
#include "support/lossyproxy.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tocsin;
using rig::TomRig;
using Json = nlohmann::json;

namespace {

constexpr int kPatience = 90'000;

} // namespace

class TestTargetCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void makesListsRemoves();
    void filterMakesOneOfEachName();
    void dryRunMakesNothing();
    void wrongArguments();
    void refusalsHaveTheirCodes();
    void outboxWaitsForTheTom();
    void killedInTheMiddle();
    void manyDoNotWaitOneByOne();
    void whatCameOfThemIsSaid();
    void removalWaitsForTheTom();
    void retractionIsSaid();
    void accountsTakeThemAlong();
    void localListIsImportedByATom();
    void tokenForThePassword();
    void passwordWhereTokensAreIgnored();
    void canariesAreNowhere();

private:
    struct Run {
        int code = -1;
        QString out;
        QString said;
        std::vector<Json> lines;
    };
    QStringList words(const QStringList &arguments) const { return QStringList{u"--home"_s, m_home->path(), u"--log-level"_s, u"debug"_s} + arguments; }
    void prepare(QProcess &process)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        environment.insert(u"CREDENTIALS_DIRECTORY"_s, m_credentials->path());
        process.setProcessEnvironment(environment);
    }
    // In the test's own loop, in which stand-ins may live.
    Run tocsin(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        prepare(process);
        process.start(QStringLiteral(TOCSIN_PROGRAM), words(arguments));
        process.write(input);
        process.closeWriteChannel();
        Run run;
        if (QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kPatience))
            run.code = process.exitCode();
        const QByteArray out = process.readAllStandardOutput();
        m_everything += out;
        run.out = QString::fromUtf8(out);
        const QByteArray said = process.readAllStandardError();
        m_everything += said;
        run.said = QString::fromUtf8(said);
        for (const QByteArray &line : out.split('\n')) {
            if (line.startsWith('{'))
                run.lines.push_back(Json::parse(line.constData(), nullptr, false));
        }
        return run;
    }
    TomRig *tom(const QString &site = u"stock"_s)
    {
        std::unique_ptr<TomRig> &rig = m_toms[site];
        if (!rig) {
            rig = std::make_unique<TomRig>();
            if (!rig->up(site))
                qFatal("%s", qPrintable(rig->why()));
        }
        return rig.get();
    }
    void account(const QString &name, const QString &url, const QByteArray &secret = TomRig::token("alice"), const QStringList &more = {})
    {
        QFile file(m_credentials->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        file.write(secret);
        file.close();
        const Run added = tocsin(QStringList{u"accounts"_s, u"add"_s, u"tom"_s, name, u"url="_s + url, u"--in"_s, u"credentials"_s} + more);
        QVERIFY2(added.code == 0, qPrintable(added.said));
    }
    // Rows 1 … count of fillhome.
    void fill(int count, const QStringList &how = {})
    {
        QProcess process;
        process.start(QStringLiteral(TOCSIN_FILLHOME), QStringList{m_home->path(), QString::number(count)} + how);
        QVERIFY(process.waitForFinished(kPatience) && process.exitCode() == 0);
    }

    std::map<QString, std::unique_ptr<TomRig>> m_toms;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_credentials;
    QByteArray m_everything;
};

void TestTargetCommand::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_credentials = std::make_unique<QTemporaryDir>();
}

void TestTargetCommand::makesListsRemoves()
{
    account(u"obs"_s, tom()->url(), TomRig::token("alice"), {u"groups=SN"_s});
    fill(3);
    const Run made = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"1"_s});
    QVERIFY2(made.code == 0, qPrintable(made.said));
    QCOMPARE(made.lines.size(), size_t(1));
    const Json &line = made.lines[0];
    QCOMPARE(line["state"].get<std::string>(), "created");
    QVERIFY(line["why"].is_null());
    QCOMPARE(line["target"]["name"].get<std::string>(), "SN2026-1");
    QCOMPARE(line["target"]["ra"].get<double>(), 0.5);
    QCOMPARE(line["target"]["dec"].get<double>(), -0.25);
    const int id = line["target"]["id"].get<int>();
    QCOMPARE(QString::fromStdString(line["target"]["url"].get<std::string>()), tom()->url() + u"/targets/%1/"_s.arg(id));
    // The account's group sees it, others do not.
    QCOMPARE(tom()->ask("GET", u"/api/targets/%1/"_s.arg(id), TomRig::byToken("carol")).status, 200);
    QCOMPARE(tom()->ask("GET", u"/api/targets/%1/"_s.arg(id), TomRig::byToken("bob")).status, 404);
    const Run again = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"1"_s});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.lines.at(0)["state"].get<std::string>(), "exists");
    QCOMPARE(again.lines.at(0)["target"]["id"].get<int>(), id);
    const Run list = tocsin({u"target"_s, u"list"_s});
    QCOMPARE(list.lines.size(), size_t(2));
    QCOMPARE(list.lines[1]["state"].get<std::string>(), "created");
    QCOMPARE(tocsin({u"target"_s, u"list"_s, u"--state"_s, u"exists"_s}).lines.size(), size_t(1));
    const Run gone = tocsin({u"target"_s, u"remove"_s, QString::number(list.lines[1]["number"].get<int>())});
    QVERIFY2(gone.code == 0, qPrintable(gone.said));
    QCOMPARE(gone.lines.at(0)["state"].get<std::string>(), "removed");
    QCOMPARE(tom()->targetsNamed(u"SN2026-1"_s), 0);
    // A row with a target stays in the archive.
    QVERIFY(tocsin({u"archive"_s, u"info"_s}).code == 0);
}

void TestTargetCommand::filterMakesOneOfEachName()
{
    account(u"obs"_s, tom()->url());
    fill(14);
    const Run made = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--filter"_s, u"name = \"S260914a\""_s, u"--group"_s, u"Observers"_s}); // rows 4 and 14
    QVERIFY2(made.code == 0, qPrintable(made.said));
    QCOMPARE(made.lines.size(), size_t(1));
    QCOMPARE(made.lines[0]["row"].get<int>(), 14);
    QCOMPARE(made.lines[0]["groups"][0].get<std::string>(), "Observers");
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--filter"_s, u"mag < 1"_s}).code, 3);
}

void TestTargetCommand::dryRunMakesNothing()
{
    account(u"obs"_s, tom()->url());
    fill(6);
    const int posts = tom()->asked("POST /api/targets/");
    const Run dry = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"6"_s, u"--dry-run"_s});
    QVERIFY2(dry.code == 0, qPrintable(dry.said));
    QCOMPARE(dry.lines.at(0)["state"].get<std::string>(), "dry-run");
    QCOMPARE(tom()->asked("POST /api/targets/"), posts);
    QCOMPARE(tocsin({u"target"_s, u"list"_s}).lines.size(), size_t(0));
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"6"_s}).code, 0);
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"6"_s, u"--dry-run"_s}).lines.at(0)["state"].get<std::string>(), "exists");
}

void TestTargetCommand::wrongArguments()
{
    fill(1);
    QCOMPARE(tocsin({u"target"_s, u"create"_s}).code, 2);
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--row"_s, u"x"_s}).code, 2);
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--row"_s, u"1"_s, u"--filter"_s, u"test"_s}).code, 2);
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--row"_s, u"99"_s}).code, 3);
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--row"_s, u"1"_s, u"--tom"_s, u"nobody"_s}).code, 3);
    QCOMPARE(tocsin({u"target"_s, u"list"_s, u"--state"_s, u"gone"_s}).code, 2);
    QCOMPARE(tocsin({u"target"_s, u"remove"_s, u"7"_s}).code, 3);
    QCOMPARE(tocsin({u"target"_s, u"export"_s, u"-o"_s, u"-"_s}).code, 3);
    // An account without its secret: no vault to be had.
    account(u"obs"_s, u"http://127.0.0.1:1"_s);
    QVERIFY(QFile::remove(m_credentials->filePath(u"obs"_s)));
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--row"_s, u"1"_s, u"--tom"_s, u"obs"_s}).code, 6);
    QCOMPARE(tocsin({u"target"_s, u"list"_s}).lines.size(), size_t(0));
}

void TestTargetCommand::refusalsHaveTheirCodes()
{
    fill(2);
    account(u"wrong"_s, tom()->url(), "no-such-token");
    const Run refused = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"wrong"_s, u"--row"_s, u"2"_s});
    QCOMPARE(refused.code, 13);
    QCOMPARE(refused.lines.at(0)["state"].get<std::string>(), "refused");
    QVERIFY(refused.lines[0]["target"]["id"].is_null());
    QVERIFY(QString::fromStdString(refused.lines[0]["why"].get<std::string>()).contains(u"Invalid token"));
    account(u"locked"_s, tom(u"locked"_s)->url());
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"locked"_s, u"--row"_s, u"2"_s}).code, 14);
    QCOMPARE(tocsin({u"accounts"_s, u"test"_s, u"locked"_s}).code, 14);
    account(u"group"_s, tom()->url());
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"group"_s, u"--row"_s, u"2"_s, u"--group"_s, u"Strangers"_s}).code, 2);
    // A field of their own.
    account(u"own"_s, tom(u"custom"_s)->url());
    const Run bare = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"own"_s, u"--row"_s, u"2"_s});
    QCOMPARE(bare.code, 2);
    QVERIFY(QString::fromStdString(bare.lines.at(0)["why"].get<std::string>()).contains(u"kind"));
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"own"_s, u"--row"_s, u"2"_s, u"--field"_s, u"kind=SN"_s}).code, 0);
    const Run told = tocsin({u"accounts"_s, u"test"_s, u"own"_s});
    QCOMPARE(told.code, 0);
    QVERIFY2(told.out.contains(u"“kind” (required)"), qPrintable(told.out));
}

void TestTargetCommand::outboxWaitsForTheTom()
{
    account(u"obs"_s, tom()->url());
    fill(7);
    tom()->stop();
    const Run queued = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"7"_s});
    QCOMPARE(queued.code, 16);
    QCOMPARE(queued.lines.at(0)["state"].get<std::string>(), "queued");
    const Run waits = tocsin({u"target"_s, u"outbox"_s});
    QCOMPARE(waits.code, 16);
    QCOMPARE(waits.lines.size(), size_t(1));
    QVERIFY2(tom()->start(), qPrintable(tom()->why()));
    const Run sent = tocsin({u"target"_s, u"outbox"_s, u"--retry"_s});
    QVERIFY2(sent.code == 0, qPrintable(sent.said + sent.out));
    QCOMPARE(sent.lines.at(0)["state"].get<std::string>(), "created");
    QCOMPARE(tom()->targetsNamed(u"SN2026-7"_s), 1);
    QCOMPARE(tocsin({u"target"_s, u"outbox"_s}).code, 0);
}

void TestTargetCommand::killedInTheMiddle()
{
    tests::LossyProxy proxy(tom()->url());
    account(u"obs"_s, proxy.address());
    fill(8);
    proxy.lost = "POST /api/targets/";
    proxy.holds = true;
    const int posts = tom()->asked("POST /api/targets/");
    QProcess process;
    prepare(process);
    process.start(QStringLiteral(TOCSIN_PROGRAM), words({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"8"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(proxy.swallowed, 1, kPatience);
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(tocsin({u"target"_s, u"outbox"_s}).lines.size(), size_t(1));
    proxy.lost.clear();
    const Run sent = tocsin({u"target"_s, u"outbox"_s, u"--retry"_s});
    QVERIFY2(sent.code == 0, qPrintable(sent.said + sent.out));
    QCOMPARE(sent.lines.at(0)["state"].get<std::string>(), "created");
    QCOMPARE(tom()->targetsNamed(u"SN2026-8"_s), 1);
    QCOMPARE(tom()->asked("POST /api/targets/") - posts, 1);
}

// A TOM that is away is asked once for all of them, and not for each until its time limit.
void TestTargetCommand::manyDoNotWaitOneByOne()
{
    QTcpServer away;
    int questions = 0;
    connect(&away, &QTcpServer::newConnection, this, [&] {
        while (QTcpSocket *caller = away.nextPendingConnection()) {
            ++questions;
            connect(caller, &QTcpSocket::disconnected, caller, &QObject::deleteLater);
            caller->abort();
        }
    });
    QVERIFY(away.listen(QHostAddress::LocalHost));
    account(u"away"_s, u"http://127.0.0.1:%1"_s.arg(away.serverPort()));
    fill(23);
    questions = 0;
    const Run made = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"away"_s, u"--filter"_s, u"name ~ \"SN\""_s});
    QCOMPARE(made.code, 16);
    QCOMPARE(made.lines.size(), size_t(21));
    for (const Json &line : made.lines)
        QVERIFY2(line["state"] == "queued" && line["why"].is_string(), line.dump().c_str());
    QVERIFY2(questions < 15, qPrintable(QString::number(questions)));
    QVERIFY2(made.said.contains(u"tocsin: 21 target"), qPrintable(made.said));
    QVERIFY(made.said.contains(u"tocsin target outbox --retry"));
    QCOMPARE(tocsin({u"target"_s, u"outbox"_s}).lines.size(), size_t(21));
}

// One line on standard error what happened, the next what to do.
void TestTargetCommand::whatCameOfThemIsSaid()
{
    account(u"obs"_s, tom()->url());
    fill(93, {u"nowhere"_s});
    const Run nowhere = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"93"_s});
    QCOMPARE(nowhere.code, 2);
    QVERIFY(nowhere.lines.at(0)["target"]["ra"].is_null() && nowhere.lines.at(0)["target"]["dec"].is_null());
    QVERIFY2(nowhere.said.contains(u"tocsin: 1 target") && nowhere.said.contains(u"This alert tells no place"), qPrintable(nowhere.said));
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"91"_s}).code, 0);
    const Run dry = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"91"_s, u"--dry-run"_s});
    QCOMPARE(dry.code, 0);
    QVERIFY2(dry.lines.at(0)["why"].is_string() && dry.lines.at(0)["why"].get<std::string>().starts_with("The TOM has"), dry.lines.at(0).dump().c_str());
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--row"_s, u"92"_s}).code, 0);
    const Run unsaid = tocsin({u"target"_s, u"send"_s, u"3"_s});
    QVERIFY2(unsaid.code == 2 && unsaid.said.contains(u"--tom ACCOUNT"), qPrintable(unsaid.said));
    // The address that was asked, not one that would have worked.
    account(u"below"_s, tom()->url() + u"/targets"_s);
    const Run below = tocsin({u"accounts"_s, u"test"_s, u"below"_s});
    QVERIFY2(below.code == 3 && below.said.contains(u"/targets/api/groups/"), qPrintable(below.said));
}

void TestTargetCommand::removalWaitsForTheTom()
{
    account(u"obs"_s, tom()->url());
    fill(13);
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"13"_s}).code, 0);
    tom()->stop();
    const Run waits = tocsin({u"target"_s, u"remove"_s, u"1"_s});
    QCOMPARE(waits.code, 16);
    QCOMPARE(waits.lines.at(0)["state"].get<std::string>(), "queued");
    QVERIFY(waits.lines[0]["removal"].get<bool>());
    QVERIFY(!waits.lines[0]["why"].is_null());
    QCOMPARE(tocsin({u"target"_s, u"outbox"_s}).lines.size(), size_t(1));
    QVERIFY2(tom()->start(), qPrintable(tom()->why()));
    const Run sent = tocsin({u"target"_s, u"outbox"_s, u"--retry"_s});
    QVERIFY2(sent.code == 0, qPrintable(sent.said + sent.out));
    QCOMPARE(sent.lines.at(0)["state"].get<std::string>(), "removed");
    QCOMPARE(tom()->targetsNamed(u"SN2026-13"_s), 0);
}

void TestTargetCommand::retractionIsSaid()
{
    fill(14, {u"retracted"_s});
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--row"_s, u"4"_s, u"--row"_s, u"5"_s}).code, 0);
    const Run list = tocsin({u"target"_s, u"list"_s});
    QCOMPARE(list.code, 0);
    QCOMPARE(list.lines.size(), size_t(2));
    QCOMPARE(list.lines[1]["row"].get<int>(), 4);
    QVERIFY(list.lines[1]["retracted"].get<bool>());
    QVERIFY(!list.lines[0]["retracted"].get<bool>());
}

void TestTargetCommand::accountsTakeThemAlong()
{
    account(u"obs"_s, tom()->url());
    fill(16);
    tom()->stop();
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"obs"_s, u"--row"_s, u"15"_s}).code, 16);
    // A secret that systemd gives goes by the name.
    QVERIFY(QFile::copy(m_credentials->filePath(u"obs"_s), m_credentials->filePath(u"paranal"_s)));
    const Run renamed = tocsin({u"accounts"_s, u"rename"_s, u"obs"_s, u"paranal"_s});
    QVERIFY2(renamed.code == 0, qPrintable(renamed.said));
    QCOMPARE(tocsin({u"target"_s, u"outbox"_s}).lines.at(0)["account"].get<std::string>(), "paranal");
    QVERIFY2(tom()->start(), qPrintable(tom()->why()));
    QCOMPARE(tocsin({u"target"_s, u"outbox"_s, u"--retry"_s}).lines.at(0)["state"].get<std::string>(), "created");
    tom()->stop();
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"paranal"_s, u"--row"_s, u"16"_s}).code, 16);
    const Run removed = tocsin({u"accounts"_s, u"remove"_s, u"paranal"_s, u"--forget"_s});
    QVERIFY2(removed.code == 0, qPrintable(removed.said));
    QVERIFY2(removed.said.contains(u"waited for it"), qPrintable(removed.said));
    const Run list = tocsin({u"target"_s, u"list"_s});
    QCOMPARE(list.lines.at(0)["state"].get<std::string>(), "local");
    QVERIFY(list.lines[0]["account"].is_null());
    QVERIFY2(tom()->start(), qPrintable(tom()->why()));
}

void TestTargetCommand::localListIsImportedByATom()
{
    fill(12);
    QCOMPARE(tocsin({u"target"_s, u"create"_s, u"--row"_s, u"9"_s, u"--row"_s, u"10"_s, u"--group"_s, u"SN"_s, u"--group"_s, u"Observers"_s}).code, 0);
    QCOMPARE(tocsin({u"target"_s, u"list"_s, u"--state"_s, u"local"_s}).lines.size(), size_t(2));
    const QString file = m_home->filePath(u"targets.csv"_s);
    QCOMPARE(tocsin({u"target"_s, u"export"_s, u"-o"_s, file}).code, 0);
    // The function behind the import page.
    const std::optional<QString> imported = tom()->manage({u"shell"_s}, "from tom_targets.utils import import_targets\nr = import_targets(open('" + file.toUtf8()
                                                                           + "', newline=''))\nprint('IMPORTED', len(r['targets']), r['errors'])\n");
    QVERIFY2(imported.has_value(), qPrintable(tom()->why()));
    QVERIFY2(imported->contains(u"IMPORTED 2 []"), qPrintable(*imported));
    const QJsonArray found = tom()->ask("GET", u"/api/targets/?name=SN2026-10"_s, TomRig::byToken("carol")).json.object().value(u"results"_s).toArray(); // of the group
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].toObject().value(u"ra"_s).toDouble(), 5.0);
    QCOMPARE(found[0].toObject().value(u"dec"_s).toDouble(), -2.5);
    QCOMPARE(found[0].toObject().value(u"targetextra_set"_s).toArray().size(), 2); // classification, and the site's own
    // And sent over the interface, later.
    account(u"obs"_s, tom()->url());
    const Run sent = tocsin({u"target"_s, u"send"_s, u"1"_s, u"--tom"_s, u"obs"_s});
    QVERIFY2(sent.code == 0, qPrintable(sent.said));
    QCOMPARE(sent.lines.at(0)["state"].get<std::string>(), "exists");
}

void TestTargetCommand::tokenForThePassword()
{
    const QString passphrase = m_home->filePath(u"passphrase"_s);
    QFile file(passphrase);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    file.write("open sesame\n");
    file.close();
    const QStringList with{u"--passphrase-file"_s, passphrase};
    QCOMPARE(tocsin(QStringList{u"accounts"_s, u"vault"_s, u"file"_s} + with).code, 0);
    const Run added = tocsin(QStringList{u"accounts"_s, u"add"_s, u"tom"_s, u"mine"_s, u"url="_s + tom()->url(), u"user=alice"_s, u"--password"_s} + with, "user-pw\n");
    QVERIFY2(added.code == 0, qPrintable(added.said));
    QVERIFY2(added.said.contains(u"A token was fetched"), qPrintable(added.said));
    const Run told = tocsin(QStringList{u"accounts"_s, u"test"_s, u"mine"_s} + with);
    QVERIFY2(told.code == 0, qPrintable(told.said));
    QVERIFY2(told.out.contains(u"honours the token"), qPrintable(told.out));
    QVERIFY2(told.out.contains(u"Observers, SN"), qPrintable(told.out));
    // A group that every target would be refused for is known at once.
    const Run groups = tocsin(QStringList{u"accounts"_s, u"add"_s, u"tom"_s, u"groups"_s, u"url="_s + tom()->url(), u"groups=Observers, Secret"_s} + with, QByteArray(40, 'b') + '\n');
    QVERIFY2(groups.code == 0 && groups.said.contains(u"not in its groups Secret,"), qPrintable(groups.said));
    const Run wrong = tocsin(QStringList{u"accounts"_s, u"add"_s, u"tom"_s, u"wrong"_s, u"url="_s + tom()->url(), u"user=alice"_s, u"--password"_s} + with, "wrong\n");
    QCOMPARE(wrong.code, 13);
    QVERIFY(!tocsin({u"accounts"_s, u"list"_s}).out.contains(u"wrong"));
}

void TestTargetCommand::passwordWhereTokensAreIgnored()
{
    account(u"old"_s, tom(u"old"_s)->url(), "user-pw", {u"user=alice"_s});
    const Run told = tocsin({u"accounts"_s, u"test"_s, u"old"_s});
    QVERIFY2(told.code == 0, qPrintable(told.said));
    QVERIFY2(told.out.contains(u"ignores tokens"), qPrintable(told.out));
    fill(11);
    const Run made = tocsin({u"target"_s, u"create"_s, u"--tom"_s, u"old"_s, u"--row"_s, u"11"_s, u"--photometry"_s});
    QVERIFY2(made.code == 0, qPrintable(made.said + made.out));
    const QString page = u"/api/targets/%1/"_s.arg(made.lines.at(0)["target"]["id"].get<int>());
    QCOMPARE(tom(u"old"_s)->ask("GET", page, TomRig::byPassword("alice")).status, 200);
    QCOMPARE(tom(u"old"_s)->ask("GET", page).status, 404);
    QCOMPARE(tom(u"old"_s)->ask("GET", u"/api/reduceddatums/?target__id=%1"_s.arg(made.lines[0]["target"]["id"].get<int>()), TomRig::byPassword("alice"))
                 .json.object().value(u"results"_s).toArray().size(),
             1);
}

void TestTargetCommand::canariesAreNowhere()
{
    QVERIFY(!m_everything.isEmpty());
    QVERIFY(!m_everything.contains(TomRig::token("alice")));
    QVERIFY(!m_everything.contains("user-pw"));
    QVERIFY(!m_everything.contains(QByteArray("alice:user-pw").toBase64()));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TestTargetCommand test;
    return rig::runWithTom(&test, argc, argv);
}

#include "tst_targetcommand.moc"
