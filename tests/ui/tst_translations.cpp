// SPDX-License-Identifier: GPL-3.0-or-later
// German is complete, and says the same numbers and names as the English.
#include <QFile>
#include <QRegularExpression>
#include <QTest>
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
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
