// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the formats, and their copy in docs/.
#include "core/decoders/decoder.h"
#include "core/decoders/formatpages.h"
#include "core/domain/alertfields.h"
#include "tests/support/freshdocs.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;

class TestFormatPages final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Every format says what it is, and of every key that it names there is one.
    void everyFormatIsDescribed()
    {
        QSet<QString> ids;
        for (const decoders::Decoder *decoder : decoders::all()) {
            QVERIFY2(qstrlen(decoder->label()) > 0 && qstrlen(decoder->help()) > 0, decoder->id());
            QVERIFY2(!ids.contains(QLatin1String(decoder->id())), decoder->id());
            ids.insert(QLatin1String(decoder->id()));
            for (const decoders::FieldNote &note : decoder->notes()) {
                QVERIFY2(findAlertField(note.key), note.key);
                QVERIFY2(qstrlen(note.from) > 0, note.key);
            }
            QCOMPARE(decoders::decoderOf(decoder->id()), decoder);
            QCOMPARE(decoders::decoderOf(std::string(decoder->id()) + " 4.02"), decoder);
        }
        QCOMPARE(decoders::decoderOf("none of them"), nullptr);
    }

    void pagesNameEverything()
    {
        const QString pages = decoders::formatPages();
        const QString list = decoders::formatList();
        for (const decoders::Decoder *decoder : decoders::all()) {
            const QString id = QString::fromUtf8(decoder->id());
            QVERIFY2(pages.contains(u"(`"_s + id + u"`)"_s), decoder->id());
            QVERIFY2(list.contains(QRegularExpression(u"(^|\n)"_s + QRegularExpression::escape(id + u"  "_s + QString::fromUtf8(decoder->label())))), decoder->id());
            QVERIFY2(list.contains(QString::fromUtf8(decoder->notRead())), decoder->id());
            for (const decoders::FieldNote &note : decoder->notes())
                QVERIFY2(decoders::formatPage(*decoder).contains(u"| `"_s + QString::fromUtf8(note.key) + u"` |"_s), note.key);
        }
        QVERIFY(pages.contains(u"skymap"_s) && pages.contains(u"DISTMEAN"_s));
        // One line of text stays one line: names of fields break no table.
        for (const QString &line : pages.split(u'\n'))
            QVERIFY2(!line.startsWith(u'|') || QString(line).remove(u"\\|"_s).count(u'|') == 4, qPrintable(line));
    }

    void docsAreFresh()
    {
        const QString stale = tocsin::test::staleDocs("formats.md", decoders::formatPages().toUtf8());
        QVERIFY2(stale.isEmpty(), qPrintable(stale));
    }
};

QTEST_GUILESS_MAIN(TestFormatPages)
#include "tst_formatpages.moc"
