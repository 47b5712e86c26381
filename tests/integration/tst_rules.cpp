// SPDX-License-Identifier: GPL-3.0-or-later
// Rules without a window: the program reads a real Kafka and does what rules want, with real programs and the broker itself.
#include "integration/program.h"
#include "rig/rig.h"
#include "support/hookserver.h"

#include <QFile>
#include <QMap>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tocsin::tests;
using tocsin::rig::KafkaRig;

class TestRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rig.up(), qPrintable(m_rig.why())); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_topic = u"topic%1"_s.arg(++m_number);
        QVERIFY2(m_rig.createTopic(m_topic, 1), qPrintable(m_rig.why()));
    }

    void listenActs();
    void oneProgramOfAHomeActs();
    void everyKind();
    void toAnotherTopic();
    void withoutAnArchive();
    void rehearsalBeforeItWakes();
    void wrongRulesAreRefused();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString url() const { return u"kafka://%1/%2"_s.arg(m_rig.plain(), m_topic); }
    [[nodiscard]] Finished tocsin(const QStringList &arguments) const { return runProgram(QStringList{u"--home"_s, path(u"home"_s)} + arguments); }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void addRule(const QByteArray &json) const
    {
        write(u"rule.json"_s, json);
        const Finished added = tocsin({u"rules"_s, u"add"_s, path(u"rule.json"_s)});
        QVERIFY2(added.code == 0, qPrintable(added.said));
    }
    // A superevent of LVK as GCN sends it.
    [[nodiscard]] bool send(const QByteArray &name, const QByteArray &type = "INITIAL")
    {
        write(u"message"_s, "{\"alert_type\": \"" + type + "\", \"time_created\": \"2026-09-14T00:01:00Z\", \"superevent_id\": \"" + name
                  + "\", \"urls\": {}, \"event\": {\"time\": \"2026-09-14T00:00:00Z\", \"far\": 1e-9, \"significant\": true, \"classification\": {\"BNS\": 0.97}}, \"external_coinc\": null}");
        return m_rig.produce(m_topic, 1, {u"file="_s + path(u"message"_s), u"header=sender=rig"_s});
    }

    KafkaRig m_rig;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_topic;
    int m_number = 0;
};

void TestRules::listenActs()
{
    addRule("{\"name\": \"waves\", \"filter\": \"messenger = \\\"gw\\\" and significant\", \"retractions\": true, \"actions\": [\"notify\", {\"kind\": \"program\", \"command\": \"/bin/sh -c \\\"cat >> "
            + path(u"seen"_s).toUtf8() + "; echo $TOCSIN_TOPIC $TOCSIN_HEADER_SENDER >> " + path(u"variables"_s).toUtf8() + "\\\"\"}, {\"kind\": \"program\", \"command\": \"/bin/sh -c \\\"echo why; exit 3\\\"\"}]}");
    QCOMPARE(tocsin({u"rules"_s, u"enable"_s, u"waves"_s}).code, 2); // not rehearsed
    const Finished enabled = tocsin({u"rules"_s, u"enable"_s, u"waves"_s, u"--without-rehearsal"_s});
    QCOMPARE(enabled.code, 0);
    QVERIFY(enabled.said.contains(u"without a rehearsal"_s));
    Program listen({u"--home"_s, path(u"home"_s), u"listen"_s, u"--rules"_s, url()});
    QVERIFY(listen.waitForSaid(u": Quiet"_s));
    QVERIFY(send("S260914ab"));
    QVERIFY2(listen.waitForSaid(u"Alarm: waves: S260914ab: BNS 0.97"_s), qPrintable(listen.said()));
    QVERIFY(send("S260914ab", "UPDATE"));
    QVERIFY(send("MS260914ab"));
    QVERIFY(send("S260914ab", "RETRACTION"));
    QVERIFY2(listen.waitForSaid(u"Alarm: waves: S260914ab: retracted"_s), qPrintable(listen.said()));
    QVERIFY(listen.waitForSaid(u"exit status 3"_s));
    listen.signal(SIGTERM);
    QVERIFY(listen.waitForEnd(10'000));
    QCOMPARE(listen.saidTimes(u"Alarm:"_s), 2);
    const QByteArrayList lines = content(u"seen"_s).trimmed().split('\n');
    QCOMPARE(lines.size(), 3); // each alert that it takes, and that it was taken back; not the test
    QCOMPARE(nlohmann::json::parse(lines[1].toStdString())["alert_type"].get<std::string>(), "update");
    QVERIFY(nlohmann::json::parse(lines[2].toStdString())["retraction"].get<bool>());
    QCOMPARE(content(u"variables"_s).split('\n').first(), m_topic.toUtf8() + " rig");
    const Finished log = tocsin({u"rules"_s, u"log"_s, u"waves"_s});
    QVERIFY(log.output.contains("\"output\":\"why\\n\""));
    QVERIFY(tocsin({u"rules"_s, u"show"_s, u"waves"_s}).output.contains("\"action\":\"alarm\""));
}

void TestRules::oneProgramOfAHomeActs()
{
    addRule("{\"name\": \"all\", \"enabled\": true, \"topics\": [\"*\"], \"actions\": [{\"kind\": \"log\", \"file\": \"" + path(u"log"_s).toUtf8() + "\", \"text\": \"{name}\"}]}");
    Program first({u"--home"_s, path(u"home"_s), u"listen"_s, u"--rules"_s, url()});
    QVERIFY(first.waitForSaid(u": Quiet"_s));
    Program second({u"--home"_s, path(u"home"_s), u"listen"_s, u"--rules"_s, url()});
    QVERIFY(second.waitForSaid(u"Another program of this home acts by the rules"_s));
    QVERIFY(send("S1"));
    QVERIFY(second.waitForAlerts(1));
    QTRY_COMPARE(content(u"log"_s), QByteArray("S1\n"));
    first.signal(SIGKILL);
    QVERIFY(first.waitForEnd());
    QVERIFY(send("S2"));
    QVERIFY(second.waitForAlerts(2));
    QTRY_COMPARE_WITH_TIMEOUT(content(u"log"_s), QByteArray("S1\nS2\n"), 20'000);
}

// One rule with all that a rule can do, by hand of a file, on one message of a real stream.
void TestRules::everyKind()
{
    HookServer server(m_folder->path(), {u"200"_s});
    QVERIFY(server.isUp());
    QVERIFY(m_rig.createTopic(m_topic + u"-out"_s, 1));
    QCOMPARE(tocsin({u"streams"_s, u"add"_s, u"kafka"_s, u"s"_s, u"servers="_s + m_rig.plain(), u"topics="_s + m_topic}).code, 0);
    write(u"mailer"_s, "#!/bin/sh\ncat > " + path(u"mail"_s).toUtf8() + "\n");
    QVERIFY(QFile::setPermissions(path(u"mailer"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    using Json = nlohmann::ordered_json;
    const auto text = [this](const QString &name) { return path(name).toStdString(); };
    const Json rule{{"name", "all"},
                    {"topics", {m_topic.toStdString()}},
                    {"actions",
                     {"notify", "sound", {{"kind", "colour"}, {"colour", "gw"}}, "mark", {{"kind", "tag"}, {"tag", "follow-up"}}, "target",
                      {{"kind", "program"}, {"command", "/usr/bin/tee " + text(u"seen"_s)}},
                      {{"kind", "log"}, {"file", text(u"log"_s)}, {"text", "{event} {p_bns:.2f}"}},
                      {{"kind", "webhook"}, {"url", server.url(u"/x"_s).toStdString()}, {"body", "ntfy"}},
                      {{"kind", "mail"}, {"to", {"a@example.org"}}, {"sendmail", text(u"mailer"_s)}},
                      {{"kind", "kafka"}, {"stream", "s"}, {"topic", m_topic.toStdString() + "-out"}}}}};
    addRule(QByteArray::fromStdString(rule.dump()));
    QCOMPARE(tocsin({u"rules"_s, u"enable"_s, u"all"_s, u"--without-rehearsal"_s}).code, 0);
    QVERIFY(send("S260914ab"));
    const Finished read = tocsin({u"listen"_s, u"s"_s, u"--rules"_s, u"--from"_s, u"earliest"_s, u"--until-end"_s});
    QVERIFY2(read.code == 0, qPrintable(read.said));
    QVERIFY2(read.said.contains(u"Alarm: all: S260914ab"_s), qPrintable(read.said));
    QMap<QString, QString> states;
    for (const QByteArray &line : tocsin({u"rules"_s, u"log"_s, u"all"_s}).output.trimmed().split('\n')) {
        const auto run = nlohmann::json::parse(line.toStdString());
        states[QString::fromStdString(run["action"].get<std::string>())] = QString::fromStdString(run["state"].get<std::string>() + " " + run["result"].get<std::string>());
    }
    for (const char *kind : {"alarm", "tag", "program", "log", "webhook", "mail", "kafka"})
        QVERIFY2(states.value(QLatin1String(kind)).startsWith(u"done"_s), qPrintable(QLatin1String(kind) + u": "_s + states.value(QLatin1String(kind))));
    // It has no position, so it is no target: said, and nothing else waits for it.
    QVERIFY2(states.value(u"target"_s).startsWith(u"failed"_s), qPrintable(states.value(u"target"_s)));
    QCOMPARE(content(u"log"_s), QByteArray("S260914ab 0.97\n"));
    QCOMPARE(nlohmann::json::parse(content(u"seen"_s).toStdString())["event"].get<std::string>(), "S260914ab");
    QVERIFY(content(u"mail"_s).contains("To: a@example.org\n"));
    const auto asked = server.asked();
    QCOMPARE(asked.size(), size_t{1});
    QVERIFY(asked[0]["body"].get<std::string>().starts_with("S260914ab: BNS 0.97"));
    QCOMPARE(asked[0]["headers"]["Priority"].get<std::string>(), "urgent");
    const Finished kept = tocsin({u"export"_s, u"-o"_s, path(u"kept.jsonl"_s), u"--format"_s, u"jsonl"_s});
    QCOMPARE(kept.code, 0);
    QVERIFY2(content(u"kept.jsonl"_s).contains("follow-up"), content(u"kept.jsonl"_s).constData());
    const Finished out = runProgram({u"listen"_s, u"--no-archive"_s, u"--until-end"_s, url() + u"-out"_s});
    QCOMPARE(out.summary["messages"].get<int>(), 1);
}

void TestRules::toAnotherTopic()
{
    QVERIFY(m_rig.createTopic(m_topic + u"-out"_s, 1));
    QCOMPARE(tocsin({u"streams"_s, u"add"_s, u"kafka"_s, u"s"_s, u"servers="_s + m_rig.plain(), u"topics="_s + m_topic}).code, 0);
    addRule("{\"name\": \"on\", \"enabled\": true, \"topics\": [\"" + m_topic.toUtf8() + "\"], \"actions\": [{\"kind\": \"kafka\", \"stream\": \"s\", \"topic\": \"" + m_topic.toUtf8()
            + "-out\", \"key\": \"{event}\"}, {\"kind\": \"kafka\", \"stream\": \"s\", \"topic\": \"" + m_topic.toUtf8() + "-out\", \"body\": \"packet\"}]}");
    QVERIFY(send("S260914ab"));
    const Finished read = tocsin({u"listen"_s, u"s"_s, u"--rules"_s, u"--from"_s, u"earliest"_s, u"--until-end"_s, u"--quiet"_s});
    QVERIFY2(read.code == 0, qPrintable(read.said));
    QCOMPARE(read.summary["messages"].get<int>(), 1);
    const Finished out = runProgram({u"listen"_s, u"--no-archive"_s, u"--until-end"_s, url() + u"-out"_s});
    QCOMPARE(out.summary["messages"].get<int>(), 2);
    QVERIFY2(out.output.contains("S260914ab"), out.output.constData());
    QVERIFY(tocsin({u"rules"_s, u"log"_s, u"on"_s}).output.count("\"state\":\"done\"") == 2);
}

// Fields of the packet and the packet itself are there although nothing keeps them.
void TestRules::withoutAnArchive()
{
    addRule("{\"name\": \"deep\", \"enabled\": true, \"filter\": \"fields.event.far < 1e-8\", \"actions\": [{\"kind\": \"program\", \"input\": \"packet\", \"command\": \"/bin/sh -c \\\"cat >> "
            + path(u"packets"_s).toUtf8() + "; echo $TOCSIN_HEADER_SENDER $TOCSIN_ROW >> " + path(u"variables"_s).toUtf8() + "\\\"\"}]}");
    for (const char *name : {"S260914ab", "S260914cd"})
        QVERIFY(send(name));
    const Finished read = tocsin({u"listen"_s, url(), u"--no-archive"_s, u"--rules"_s, u"--until-end"_s, u"--quiet"_s});
    QVERIFY2(read.code == 0, qPrintable(read.said));
    QCOMPARE(read.summary["messages"].get<int>(), 2);
    QCOMPARE(content(u"packets"_s).count("superevent_id"), 2);
    QCOMPARE(content(u"variables"_s), QByteArray("rig 0\nrig 0\n"));
    QVERIFY(!QFile::exists(path(u"home/data/archive/index.sqlite"_s)));
}

void TestRules::rehearsalBeforeItWakes()
{
    addRule("{\"name\": \"waves\", \"enabled\": true, \"filter\": \"messenger = \\\"gw\\\"\", \"actions\": [\"notify\"]}");
    QVERIFY(tocsin({u"rules"_s, u"list"_s}).output.contains("waves\tdisabled\tnotify\t-\twaves"));
    QCOMPARE(tocsin({u"rules"_s, u"rehearse"_s, u"waves"_s}).code, 3); // nothing is stored yet
    for (const char *name : {"S260914ab", "S260914ab", "MS260914cd", "S260914ef"})
        QVERIFY(send(name));
    QCOMPARE(tocsin({u"listen"_s, url(), u"--until-end"_s, u"--quiet"_s}).code, 0);
    const Finished rehearsal = tocsin({u"rules"_s, u"rehearse"_s, u"waves"_s});
    QVERIFY2(rehearsal.code == 0, qPrintable(rehearsal.said));
    const QByteArrayList lines = rehearsal.output.trimmed().split('\n');
    const auto night = nlohmann::json::parse(lines[0].toStdString());
    QCOMPARE(night["hits"].get<int>(), 3);
    QCOMPARE(night["alarms"].get<int>(), 2);
    QCOMPARE(night["tests"].get<int>(), 1);
    QVERIFY(night["night"].get<std::string>().starts_with("20"));
    QCOMPARE(lines.size(), 4);
    const auto hit = [&lines](int line) { return nlohmann::ordered_json::parse(lines[line].toStdString()); };
    QCOMPARE(hit(3)["name"].get<std::string>(), "S260914ef");
    QVERIFY(hit(1)["alarm"].get<bool>() && hit(1)["why"].is_null());
    QVERIFY(!hit(2)["alarm"].get<bool>());
    QCOMPARE(hit(2)["why"].get<std::string>(), "same event");
    QCOMPARE(hit(3).back().is_null(), true); // the two stand at its end
    QCOMPARE(tocsin({u"rules"_s, u"enable"_s, u"waves"_s}).code, 0);
    QVERIFY(tocsin({u"rules"_s, u"list"_s}).output.contains("waves\tenabled\tnotify\t20"));
    QCOMPARE(tocsin({u"rules"_s, u"disable"_s, u"waves"_s}).code, 0);
    QCOMPARE(tocsin({u"rules"_s, u"remove"_s, u"waves"_s}).code, 0);
    QCOMPARE(tocsin({u"rules"_s, u"show"_s, u"waves"_s}).code, 3);
}

void TestRules::wrongRulesAreRefused()
{
    write(u"rule.json"_s, "{\"name\": \"a\", \"filter\": \"mag << 3\", \"actions\": [\"notify\"]}");
    const Finished added = tocsin({u"rules"_s, u"add"_s, path(u"rule.json"_s)});
    QCOMPARE(added.code, 2);
    QVERIFY2(added.said.contains(u"character 6"_s), qPrintable(added.said));
    QVERIFY(tocsin({u"rules"_s, u"kinds"_s}).output.contains("webhook: "));
    QCOMPARE(tocsin({u"rules"_s, u"list"_s}).output.count('\n'), 5); // those that ship
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TestRules test;
    return tocsin::rig::runWithKafka(&test, argc, argv);
}
#include "tst_rules.moc"
