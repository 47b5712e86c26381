// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig/rig.h"

#include "rig/realpart.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace tocsin::rig {

namespace {

constexpr int kScriptTimeoutMs = 110'000;
constexpr int kFetchTimeoutMs = 700'000;

} // namespace

KafkaRig::KafkaRig() = default;

KafkaRig::~KafkaRig()
{
    if (!m_values.isEmpty())
        script({u"down"_s, m_folder.path()});
}

bool KafkaRig::up()
{
    const auto answer = script({u"up"_s, m_folder.path(), QString::number(QCoreApplication::applicationPid())});
    if (!answer)
        return false;
    for (const QByteArray &line : answer->split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0)
            m_values.insert(QString::fromUtf8(line.left(equals)), QString::fromUtf8(line.mid(equals + 1)));
    }
    return true;
}

bool KafkaRig::start()
{
    return script({u"start"_s, m_folder.path()}).has_value();
}

bool KafkaRig::stop()
{
    return script({u"stop"_s, m_folder.path()}).has_value();
}

bool KafkaRig::kill()
{
    return script({u"kill"_s, m_folder.path()}).has_value();
}

bool KafkaRig::createTopic(const QString &topic, int partitions)
{
    return tool({u"create"_s, topic, QString::number(partitions)}).has_value();
}

bool KafkaRig::deleteTopic(const QString &topic)
{
    return tool({u"delete"_s, topic}).has_value();
}

bool KafkaRig::growTopic(const QString &topic, int partitions)
{
    return tool({u"grow"_s, topic, QString::number(partitions)}).has_value();
}

bool KafkaRig::cutTopic(const QString &topic, int partition, qint64 before)
{
    return tool({u"cut"_s, topic, QString::number(partition), QString::number(before)}).has_value();
}

bool KafkaRig::denyTopic(const QString &topic)
{
    return script({u"deny"_s, m_folder.path(), topic}).has_value();
}

bool KafkaRig::changeRights(const QStringList &arguments)
{
    return script(QStringList{u"acl"_s, m_folder.path()} + arguments).has_value();
}

bool KafkaRig::produce(const QString &topic, qint64 count, const QStringList &options)
{
    return tool(QStringList{u"produce"_s, topic, QString::number(count)} + options).has_value();
}

QList<PartitionEnds> KafkaRig::ends(const QString &topic)
{
    QList<PartitionEnds> result;
    const auto answer = tool({u"ends"_s, topic});
    if (!answer)
        return result;
    for (const QByteArray &line : answer->trimmed().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3)
            result.push_back({words[0].toInt(), words[1].toLongLong(), words[2].toLongLong()});
    }
    return result;
}

std::optional<QByteArray> KafkaRig::tool(const QStringList &arguments, int timeoutMs)
{
    return run(QStringLiteral(TOCSIN_RIG_TOOL), QStringList{plain()} + arguments, timeoutMs);
}

QString KafkaRig::value(const char *key) const
{
    return m_values.value(QString::fromLatin1(key));
}

std::optional<QByteArray> KafkaRig::script(const QStringList &arguments)
{
    return run(QStringLiteral(TOCSIN_RIG_SCRIPT), arguments, kScriptTimeoutMs);
}

std::optional<QByteArray> KafkaRig::run(const QString &program, const QStringList &arguments, int timeoutMs)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KAFKA_JWKS"_s, m_jwks);
    process.setProcessEnvironment(environment);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(timeoutMs)) {
        m_why = u"%1 %2: %3"_s.arg(program, arguments.value(0), process.errorString());
        process.kill();
        process.waitForFinished();
        return {};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        m_why = lastLine(process.readAllStandardError());
        return {};
    }
    return process.readAllStandardOutput();
}

int runWithKafka(QObject *test, int argc, char **argv)
{
    return runWithPart(whyNoPart(QStringLiteral(TOCSIN_RIG_SCRIPT), kFetchTimeoutMs), test, argc, argv);
}

} // namespace tocsin::rig
