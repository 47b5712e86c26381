// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

class QObject;

namespace tocsin::rig {

// Where one partition begins and ends at the broker.
struct PartitionEnds {
    int partition = 0;
    qint64 begin = 0;
    qint64 end = 0;
};

// One real Kafka broker (tests/rig/kafka.sh) for one test program, on free ports of this machine, its data in a temporary folder.
// Owned by the test, used from one thread; the broker goes with it, also when the program crashes.
class KafkaRig final
{
public:
    KafkaRig();
    ~KafkaRig();
    Q_DISABLE_COPY_MOVE(KafkaRig)

    // Before up(): where the keys of an OpenID provider are, whose tokens bearer() takes.
    void setTokenKeys(const QString &jwks) { m_jwks = jwks; }
    // Formats and starts the broker; false with why() when it cannot be had.
    [[nodiscard]] bool up();
    [[nodiscard]] QString why() const { return m_why; }

    // Ports and data stay over an end and a new start.
    [[nodiscard]] bool start();
    bool stop(); // SIGTERM
    bool kill(); // SIGKILL

    [[nodiscard]] QString plain() const { return value("PLAIN"); }       // clear text
    [[nodiscard]] QString ssl() const { return value("SSL"); }           // TLS without sign-in
    [[nodiscard]] QString sasl() const { return value("SCRAM"); }        // SCRAM-SHA-256, -512 and PLAIN in clear text
    [[nodiscard]] QString saslTls() const { return value("SCRAMTLS"); }  // the same over TLS
    [[nodiscard]] QString wrongHost() const { return value("BADHOST"); } // over TLS with another host's certificate
    [[nodiscard]] QString lost() const { return value("LOST"); }         // SCRAM-SHA-512 alone, in clear text; sends its readers on to a host that is not there
    [[nodiscard]] QString unsecured() const { return value("UNSEC"); }   // OAUTHBEARER in clear text, tokens without a signature
    [[nodiscard]] QString bearer() const { return value("BEARER"); }     // OAUTHBEARER over TLS, tokens of the provider
    [[nodiscard]] QString caFile() const { return value("CA"); }

    // False and why() when rigtool could not do it.
    [[nodiscard]] bool createTopic(const QString &topic, int partitions);
    [[nodiscard]] bool deleteTopic(const QString &topic);
    [[nodiscard]] bool growTopic(const QString &topic, int partitions);
    [[nodiscard]] bool cutTopic(const QString &topic, int partition, qint64 before);
    [[nodiscard]] bool denyTopic(const QString &topic);
    // As AclCommand takes them: --add --allow-principal User:alice --operation Read --topic T
    [[nodiscard]] bool changeRights(const QStringList &arguments);
    // Numbered alerts; `options` as rigtool's: first=, size=, codec=, rate=, partition=, stamp=, header=, file=, key=.
    [[nodiscard]] bool produce(const QString &topic, qint64 count, const QStringList &options = {});
    [[nodiscard]] QList<PartitionEnds> ends(const QString &topic);
    // Runs rigtool with any arguments after SERVERS; its output, or nothing and why().
    std::optional<QByteArray> tool(const QStringList &arguments, int timeoutMs = 120'000);

private:
    [[nodiscard]] QString value(const char *key) const;
    std::optional<QByteArray> run(const QString &program, const QStringList &arguments, int timeoutMs);
    std::optional<QByteArray> script(const QStringList &arguments);

    QTemporaryDir m_folder;
    QHash<QString, QString> m_values;
    QString m_jwks;
    QString m_why;
};

// The main of a test program that needs the jars: exit status 77 with the reason when they cannot be had,
// 1 when REQUIRE_REAL_PARTS=1 says that they must be.
int runWithKafka(QObject *test, int argc, char **argv);

} // namespace tocsin::rig
