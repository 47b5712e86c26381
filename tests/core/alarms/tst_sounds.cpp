// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarm.h"
#include "core/alarms/alarmwords.h"
#include "core/alarms/sounds.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::alarms;

// The shipped sounds, and the words that are said of an alarm.
class TestSounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areWaves_data();
    void areWaves();
    void haveAPath();
    void wordsOfAge_data();
    void wordsOfAge();
    void linesArePlain();
};

void TestSounds::areWaves_data()
{
    QTest::addColumn<double>("seconds");
    QTest::newRow("alarm") << 2.8;
    QTest::newRow("soft") << 1.2;
    QTest::newRow("retraction") << 1.7;
}

void TestSounds::areWaves()
{
    QFETCH(double, seconds);
    const QByteArray wave = soundData(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(wave.startsWith("RIFF"));
    QCOMPARE(wave.mid(8, 8), QByteArray("WAVEfmt "));
    const auto number = [&wave](qsizetype at) { return qFromLittleEndian<quint32>(wave.constData() + at); };
    QCOMPARE(number(4), static_cast<quint32>(wave.size() - 8));
    QCOMPARE(number(24), 44'100U);
    QCOMPARE(number(40), static_cast<quint32>(wave.size() - 44));
    QCOMPARE(qRound(static_cast<double>(number(40)) / 2 / 44'100 * 100), qRound(seconds * 100));
    int loudest = 0;
    for (qsizetype i = 44; i < wave.size(); i += 2)
        loudest = std::max(loudest, std::abs(int{qFromLittleEndian<qint16>(wave.constData() + i)}));
    QVERIFY2(loudest > 10'000 && loudest <= 32'000, qPrintable(QString::number(loudest)));
    QCOMPARE(qFromLittleEndian<qint16>(wave.constData() + wave.size() - 2), qint16{0}); // ends without a click
}

void TestSounds::haveAPath()
{
    for (const QString &name : shippedSounds()) {
        QFile file(soundPath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == soundData(name));
    }
    QCOMPARE(soundPath(u"/home/me/gong.wav"_s), u"/home/me/gong.wav"_s);
}

void TestSounds::wordsOfAge_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("now") << qint64{0} << u"arrived 0\u00a0s ago"_s;
    QTest::newRow("clock set back") << qint64{-5} << u"arrived 0\u00a0s ago"_s;
    QTest::newRow("a minute") << qint64{72} << u"arrived 1\u00a0min 12\u00a0s ago"_s;
    QTest::newRow("after a sleep") << qint64{42 * 60 + 7} << u"arrived 42\u00a0min ago"_s;
    QTest::newRow("hours") << qint64{3 * 3'600 + 300} << u"arrived 3\u00a0h 5\u00a0min ago"_s;
    QTest::newRow("days") << qint64{3 * 86'400} << u"arrived 3\u00a0d ago"_s;
}

void TestSounds::wordsOfAge()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, words);
    const UtcTime now = UtcTime::fromUs(1'789'354'948'500'000);
    QCOMPARE(arrivedAgo({.arrived = UtcTime::fromUs(now.us - seconds * 1'000'000)}, now), words);
}

void TestSounds::linesArePlain()
{
    QCOMPARE(plainLine(u" a\nb\u202ec\x1b[0m "_s), u"a bc [0m"_s);
    QCOMPARE(plainLine(QString(300, u'x')).size(), 200);
}

QTEST_GUILESS_MAIN(TestSounds)
#include "tst_sounds.moc"
