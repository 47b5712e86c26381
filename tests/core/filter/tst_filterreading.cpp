// SPDX-License-Identifier: GPL-3.0-or-later
// What is read out of a filter beside its truth.
#include "core/filter/reading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::filter;

class TestFilterReading final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStreamIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stream"); // empty: none
        QTest::newRow("whole") << u"stream = \"ztf\""_s << u"ztf"_s;
        QTest::newRow("turned round") << u"\"ztf\" = stream"_s << u"ztf"_s;
        QTest::newRow("joined") << u"mag < 19 and (stream = \"lsst\" and not test)"_s << u"lsst"_s;
        QTest::newRow("one of one") << u"stream in (\"gcn\")"_s << u"gcn"_s;
        QTest::newRow("one of two") << u"stream in (\"gcn\", \"ztf\")"_s << QString();
        QTest::newRow("either") << u"stream = \"ztf\" or mag < 19"_s << QString();
        QTest::newRow("not it") << u"not (stream = \"ztf\")"_s << QString();
        QTest::newRow("others") << u"stream != \"ztf\""_s << QString();
        QTest::newRow("another key") << u"topic = \"ztf\""_s << QString();
    }
    void oneStreamIsFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, stream);
        const auto compiled = Filter::compile(text.toStdString(), {});
        const auto *filter = std::get_if<Filter>(&compiled);
        QVERIFY(filter);
        QCOMPARE(QString::fromStdString(onlyStream(*filter).value_or("")), stream);
    }

    void fieldsAreNamed()
    {
        const FieldCatalogue catalogue;
        const auto named = [&catalogue](std::string_view text) {
            const auto field = namedField(text, catalogue);
            const auto *found = std::get_if<NamedField>(&field);
            return !found ? u"problem"_s : found->key ? QString::fromLatin1(found->key->key) : QString::fromStdString(pathText(found->path));
        };
        QCOMPARE(named("mag"), u"mag"_s);
        QCOMPARE(named(" test "), u"test"_s); // no condition is needed around it
        QCOMPARE(named("fields.a.b[0]"), u"fields.a.b[0]"_s);
        QCOMPARE(named("fields[\"a.b\"]"), u"fields[\"a.b\"]"_s);
        QCOMPARE(named("drb"), u"fields.candidate.drb"_s);
        QCOMPARE(named("mag) or has(ra"), u"fields"_s); // no field: a path without steps
        QCOMPARE(named("no such thing"), u"problem"_s);
        QCOMPARE(named(""), u"problem"_s);
    }
};

QTEST_GUILESS_MAIN(TestFilterReading)
#include "tst_filterreading.moc"
