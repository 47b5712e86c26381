// SPDX-License-Identifier: GPL-3.0-or-later
// German is complete, and says the same numbers and names as the English; English has its plurals.
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(?:[1-9]|n)"_s);
    QStringList list;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        list << it.next().captured();
    list.sort();
    list.removeDuplicates();
    return list;
}

} // namespace

class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void germanIsComplete()
    {
        QFile file(QStringLiteral(TOCSIN_TEST_DATA "/../../translations/tocsin_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        int messages = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"source") {
                source = xml.readElementText();
                ++messages;
            } else if (xml.name() == u"translation") {
                QVERIFY2(!xml.attributes().hasAttribute(u"type"_s), qPrintable(source));
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                QVERIFY2(!text.trimmed().isEmpty() || source.trimmed().isEmpty(), qPrintable(source));
                QVERIFY2(placeholders(text) == placeholders(source), qPrintable(source + u" / "_s + text));
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(messages > 800);
    }

    // "1 stream(s)" is no English.
    void englishHasItsPlurals()
    {
        QFile file(QStringLiteral(TOCSIN_TEST_DATA "/../../translations/tocsin_en.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        int forms = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == u"translation")
                QVERIFY(!xml.attributes().hasAttribute(u"type"_s));
            if (!xml.isStartElement() || xml.name() != u"numerusform")
                continue;
            const QString form = xml.readElementText();
            QVERIFY2(!form.isEmpty() && !form.contains(u"(s)"_s), qPrintable(form));
            ++forms;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(forms >= 28);
        QTranslator english;
        QVERIFY(english.load(QStringLiteral(TOCSIN_ENGLISH)));
        QCOMPARE(english.translate("tocsin::ui::MainWindow", "%n stream(s)", nullptr, 1), u"%n stream"_s);
        QCOMPARE(english.translate("tocsin::ui::MainWindow", "%n stream(s)", nullptr, 2), u"%n streams"_s);
        QVERIFY(english.translate("tocsin::ui::MainWindow", "Streams").isEmpty()); // all else stays as it is in the sources
    }

    // Every string with a number has its English forms.
    void everyPluralIsInTheEnglishFile()
    {
        const auto plurals = [](const QString &name) {
            QFile file(QStringLiteral(TOCSIN_TEST_DATA "/../../translations/") + name);
            QSet<QString> sources;
            if (!file.open(QIODevice::ReadOnly))
                return sources;
            QXmlStreamReader xml(&file);
            bool numerus = false;
            while (!xml.atEnd()) {
                xml.readNext();
                if (xml.isStartElement() && xml.name() == u"message")
                    numerus = xml.attributes().hasAttribute(u"numerus"_s);
                else if (xml.isStartElement() && xml.name() == u"source" && numerus)
                    sources << xml.readElementText();
            }
            return sources;
        };
        const QSet<QString> missing = plurals(u"tocsin_de.ts"_s) - plurals(u"tocsin_en.ts"_s);
        QVERIFY2(missing.isEmpty(), qPrintable(QStringList(missing.values()).join(u'|')));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
