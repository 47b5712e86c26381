// SPDX-License-Identifier: GPL-3.0-or-later
// docs/rules.md is true: its examples load, its tables name what there is, and its Python takes what we sign.
#include "core/options/optiontable.h"
#include "core/rules/actions/action.h"
#include "core/rules/rehearsal.h"
#include "core/rules/rulecheck.h"
#include "core/rules/ruletext.h"
#include "support/hookserver.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::rules;

class TestRulesPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(TOCSIN_TEST_DATA "/../../docs/rules.md"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        m_page = QString::fromUtf8(file.readAll());
    }

    void examplesLoad()
    {
        const QStringList examples = blocks(u"json"_s);
        QCOMPARE(examples.size(), 5);
        QStringList kinds;
        for (const QString &example : examples) {
            const Result<std::vector<Rule>> read = rulesFromText(example.toUtf8());
            QVERIFY2(read, qPrintable(example));
            for (const Rule &rule : read.value()) {
                const Outcome checked = checkRule(rule);
                QVERIFY2(checked, qPrintable(checked ? QString() : rule.name + u": "_s + checked.error().message));
                QVERIFY2(rule.unknown.isEmpty(), qPrintable(rule.unknown)); // a key that nobody reads
                for (const Action &action : rule.actions) {
                    kinds << action.kind;
                    for (const auto &[key, value] : action.values.stored().asKeyValueRange())
                        QVERIFY2(options::findOption(findActionKind(action.kind)->options, key), qPrintable(key));
                }
            }
        }
        for (const char *kind : {"notify", "sound", "webhook", "target", "tag", "program", "log", "kafka", "colour"})
            QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
    }

    void tablesAreWhole()
    {
        Rule full{.name = u"a"_s, .label = u"b"_s, .enabled = true, .topics = {u"t"_s}, .filter = u"test"_s, .actions = {{.kind = u"notify"_s}}, .tests = true, .measure = u"mag"_s, .throttle = 1s,
                  .quiet = {1, 2}, .always = true, .repeat = 1s, .retractions = true, .marked = true, .shipped = true, .rehearsed = UtcTime::now()};
        const nlohmann::ordered_json json = ruleToJson(full);
        QCOMPARE(json.size(), size_t{16});
        for (const auto &[key, value] : json.items())
            QVERIFY2(QRegularExpression(u"(?m)^\\| [^|]*`%1`"_s.arg(QString::fromStdString(key))).match(m_page).hasMatch(), key.c_str());
        for (const char16_t *why : {u"same event", u"throttle", u"quiet hours", u"retraction", u"restricted", u"no alarm"}) {
            const QString word = QString::fromUtf16(why);
            QVERIFY2(whyLabel(word) != word && m_page.contains(u'`' + word + u'`'), qPrintable(word));
        }
    }

    void variablesAreThose()
    {
        QTemporaryDir folder;
        const ActionWork work = workOf(u"program"_s, {{u"command"_s, u"/usr/bin/env"_s}});
        const ActionResult result = runProgram(work, {.packet = [](int64_t) -> Result<archive::StoredPacket> {
            archive::StoredPacket packet;
            packet.key = "k";
            packet.headers = {{"name", "v"}};
            return packet;
        }}, {});
        QVERIFY2(result.worked, qPrintable(result.result));
        QCOMPARE(namesIn(u"(?m)^(TOCSIN_\\w+)="_s, result.output), namesIn(u"(?m)^\\| `(TOCSIN_\\w+)`"_s, m_page));
    }

    void thePythonTakesOurSignature()
    {
        QTemporaryDir folder;
        tests::HookServer server(folder.path(), {u"200"_s});
        QVERIFY(server.isUp());
        const ActionHelp help{.secret = [](const QString &, std::stop_token) -> Result<vault::SecretBytes> { return vault::SecretBytes(std::string_view("hush")); }};
        const ActionResult posted = postToWebhook(workOf(u"webhook"_s, {{u"url"_s, server.url(u"/"_s)}, {u"signature"_s, u"s"_s}}), help, {});
        QVERIFY2(posted.worked, qPrintable(posted.result));
        const QStringList python = blocks(u"python"_s);
        QCOMPARE(python.size(), 1);
        const QString check = python.front() + u"\nimport json, sys\nasked = json.loads(open(sys.argv[1]).readline())\nheaders, body = asked['headers'], asked['body'].encode()\n"
                                               "assert is_from_tocsin(headers, body, b'hush')\n"
                                               "assert not is_from_tocsin(headers, body, b'other')\n"
                                               "assert not is_from_tocsin(headers, body + b' ', b'hush')\n"
                                               "assert not is_from_tocsin(headers, body, b'hush', oldest=-1)\n"
                                               "assert not is_from_tocsin({**headers, 'X-Tocsin-Timestamp': '1'}, body, b'hush', oldest=10**12)\n"_s;
        QFile script(folder.filePath(u"check.py"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(check.toUtf8());
        script.close();
        QProcess python3;
        python3.setProcessChannelMode(QProcess::MergedChannels);
        python3.start(u"python3"_s, {script.fileName(), server.file()});
        QVERIFY(python3.waitForFinished());
        QVERIFY2(python3.exitCode() == 0, python3.readAll().constData());
    }

private:
    [[nodiscard]] QStringList blocks(const QString &language) const { return namesIn(u"(?ms)^```%1\\n(.*?)^```"_s.arg(language), m_page); }
    static QStringList namesIn(const QString &pattern, const QString &text)
    {
        QStringList found;
        for (const QRegularExpressionMatch &match : QRegularExpression(pattern).globalMatch(text))
            found << match.captured(1);
        found.sort();
        return found;
    }
    static ActionWork workOf(const QString &kind, const QVariantMap &values)
    {
        Action action{.kind = kind};
        for (const auto &[key, value] : values.asKeyValueRange())
            action.values.set(key, value);
        auto alert = std::make_shared<Alert>();
        alert->name = "S260914ab";
        return {.rule = std::make_shared<Rule>(Rule{.name = u"page"_s, .actions = {action}}), .action = action, .run = {.rule = u"page"_s, .kind = kind, .place = 0}, .alert = alert};
    }

    QString m_page;
};

QTEST_GUILESS_MAIN(TestRulesPage)
#include "tst_rulespage.moc"
