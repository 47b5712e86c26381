// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin decode --schema URL`: the one address that is given is asked, under the same bounds as a stream's registry.
#include "support/framedpackets.h"
#include "support/httpstandin.h"

#include <QFile>
#include <QFloat16> // QCOMPARE of a json value asks for the complete type
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tocsin::tests;

namespace {

struct Ended {
    int code = -1;
    QByteArray output;
    QString said;
};

} // namespace

class TestDecodeSchema final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<HttpStandIn>();
        for (int i = 0; i < 3; ++i) {
            const std::string bytes = framedPlace(4711, i);
            QFile file(packet(i));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes.data(), static_cast<qint64>(bytes.size())) > 0);
        }
    }

    void theRegistryIsAsked();
    void addressesThatAreNotUsed_data();
    void addressesThatAreNotUsed();
    void nobodyElseIsAsked();
    void whatIsMissingOrTooLarge();
    void aSilentRegistryIsAskedOnce();
    void ctrlCEndsTheWait();

private:
    [[nodiscard]] QString packet(int number) const { return m_folder->filePath(u"packet%1"_s.arg(number)); }
    // In this process's event loop: the server has to answer meanwhile.
    Ended run(const QStringList &more, const QString &interruptAt = {})
    {
        QProcess process;
        process.start(QStringLiteral(TOCSIN_PROGRAM), QStringList{u"--home"_s, m_folder->filePath(u"home"_s), u"decode"_s} + more);
        if (!interruptAt.isEmpty()) {
            [&] { QTRY_VERIFY_WITH_TIMEOUT(m_server->asked.contains(interruptAt), 20'000); }();
            kill(static_cast<pid_t>(process.processId()), SIGINT);
        }
        [&] { QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000); }();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HttpStandIn> m_server;
};

void TestDecodeSchema::theRegistryIsAsked()
{
    m_server->lay(u"/schemas/ids/4711"_s, 301, {}, "Location: /moved\r\n");
    m_server->lay(u"/moved"_s, 200, QByteArray::fromStdString(nlohmann::json{{"schema", kPlaceSchema}}.dump()));
    Ended ended = run({u"--schema"_s, m_server->address(), packet(0), packet(1)});
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QCOMPARE(nlohmann::json::parse(ended.output.split(u'\n').value(1).toStdString())["id"], "1");
    QCOMPARE(m_server->asked, (QStringList{u"/schemas/ids/4711"_s, u"/moved"_s}));
    // The address of one schema.
    m_server->lay(u"/place.avsc"_s, 200, kPlaceSchema);
    ended = run({u"--schema"_s, m_server->address() + u"/place.avsc"_s, packet(2)});
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QCOMPARE(nlohmann::json::parse(ended.output.toStdString())["id"], "2");
}

void TestDecodeSchema::addressesThatAreNotUsed_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"http://schemas.example", "http://schemas.example/x.avsc", "https://user:word@schemas.example/x.avsc", "https://schemas.example/x.avsc?token=1"})
        QTest::addRow("%s", address) << QString::fromLatin1(address);
}

void TestDecodeSchema::addressesThatAreNotUsed()
{
    QFETCH(QString, address);
    const Ended ended = run({u"--schema"_s, address, packet(0)});
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.said.contains(u"schemas.example"_s) && !ended.said.contains(u"word@"_s), qPrintable(ended.said));
    QVERIFY(ended.output.isEmpty());
}

void TestDecodeSchema::nobodyElseIsAsked()
{
    HttpStandIn other;
    other.lay(u"/place.avsc"_s, 200, kPlaceSchema);
    m_server->lay(u"/place.avsc"_s, 302, {}, "Location: " + other.address().toUtf8() + "/place.avsc\r\n");
    const Ended ended = run({u"--schema"_s, m_server->address() + u"/place.avsc"_s, packet(0)});
    QCOMPARE(ended.code, 14);
    QVERIFY2(ended.said.contains(u"another server"_s), qPrintable(ended.said));
    QVERIFY(other.asked.isEmpty());
}

void TestDecodeSchema::whatIsMissingOrTooLarge()
{
    QCOMPARE(run({u"--schema"_s, m_server->address() + u"/none.avsc"_s, packet(0)}).code, 3);
    m_server->lay(u"/large.avsc"_s, 200, QByteArray(2 << 20, ' '));
    const Ended ended = run({u"--schema"_s, m_server->address() + u"/large.avsc"_s, packet(0)});
    QCOMPARE(ended.code, 4);
    QVERIFY2(ended.said.contains(u"1 MiB"_s), qPrintable(ended.said));
    m_server->lay(u"/circle.avsc"_s, 302, {}, "Location: /circle.avsc\r\n");
    QCOMPARE(run({u"--schema"_s, m_server->address() + u"/circle.avsc"_s, packet(0)}).code, 4);
    QCOMPARE(m_server->asked.count(u"/circle.avsc"_s), 4);
}

void TestDecodeSchema::aSilentRegistryIsAskedOnce()
{
    m_server->lay(u"/schemas/ids/4711"_s, 503, {});
    const Ended ended = run({u"--schema"_s, m_server->address(), packet(0), packet(1), packet(2)});
    QCOMPARE(ended.code, 4); // the rows tell that they wait
    QCOMPARE(m_server->asked.size(), 1);
    QCOMPARE(ended.output.count('\n'), 3);
}

void TestDecodeSchema::ctrlCEndsTheWait()
{
    for (const QString &path : {u"/schemas/ids/4711"_s, u"/place.avsc"_s}) {
        m_server->silent << path;
        const Ended ended = run({u"--schema"_s, m_server->address() + (path.endsWith(u".avsc"_s) ? path : QString()), packet(0), packet(1)}, path);
        QCOMPARE(ended.code, 130);
        QCOMPARE(m_server->asked.count(path), 1);
    }
}

QTEST_GUILESS_MAIN(TestDecodeSchema)
#include "tst_decodeschema.moc"
