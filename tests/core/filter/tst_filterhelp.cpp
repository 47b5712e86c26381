// SPDX-License-Identifier: GPL-3.0-or-later
// The help page, its copy in docs/, and every example that stands on it.
#include "samples.h"

#include "core/filter/functions.h"
#include "core/filter/helppage.h"
#include "tests/support/freshdocs.h"

#include <QRegularExpression>
#include <QTest>

using namespace samples;

class TestFilterHelp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesHold_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto add = [](std::string_view text) {
            QTest::addRow("%s", std::string(text).c_str()) << QByteArray(text.data(), static_cast<qsizetype>(text.size()));
        };
        for (const filter::Function &function : filter::functions())
            add(function.example);
        for (const filter::Operator &op : filter::operators())
            add(op.example);
        for (const filter::UnitName &unit : filter::units())
            add(unit.example);
        for (const filter::SpecialWord &word : filter::specialWords())
            add(word.example);
        for (const filter::LiteralForm &form : filter::literalForms())
            add(form.example);
        for (const filter::Example &example : filter::examples())
            add(example.text);
    }
    void examplesHold()
    {
        QFETCH(QByteArray, text);
        // These ask for something else than the sample is.
        const bool fails = text == "name = \"AT2026xyz\"" || text.startsWith("not (mag < 19)") || text.startsWith("l < 30");
        QCOMPARE(static_cast<int>(judged(text.toStdString())), static_cast<int>(fails ? Truth::False : Truth::True));
    }

    // Every text in code that reads like a filter is one.
    void everythingOnThePageCompiles()
    {
        const QString page = filter::helpPage();
        QRegularExpression cell(QStringLiteral("`([^`]+)` \\|\\n"));
        int found = 0;
        for (auto it = cell.globalMatch(page); it.hasNext();) {
            QString text = it.next().captured(1);
            text.replace(QStringLiteral("\\|"), QStringLiteral("|"));
            (void)compiled(text.toStdString());
            ++found;
        }
        QVERIFY(found > 40);
        // Each field of a packet can be named as the page names it.
        QRegularExpression field(QStringLiteral("\\| `(fields[^`]+)` \\|"));
        for (auto it = field.globalMatch(page); it.hasNext();) {
            const QString path = it.next().captured(1);
            if (!path.contains(QLatin1Char(' '))) // the row that shows two spellings
                (void)compiled("has(" + path.toStdString() + ")");
        }
    }

    void everyKeyIsOnThePage()
    {
        const QString page = filter::helpPage();
        for (const AlertField &field : alertFields())
            QVERIFY2(page.contains(QStringLiteral("| `%1` |").arg(QString::fromUtf8(field.key))), field.key);
        for (const filter::Function &function : filter::functions())
            QVERIFY(page.contains(QString::fromUtf8(function.signature)));
    }

    void docsAreFresh()
    {
        const QString stale = tocsin::test::staleDocs("filter.md", filter::helpPage().toUtf8());
        QVERIFY2(stale.isEmpty(), qPrintable(stale));
    }
};

QTEST_GUILESS_MAIN(TestFilterHelp)
#include "tst_filterhelp.moc"
