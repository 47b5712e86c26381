// SPDX-License-Identifier: GPL-3.0-or-later
// The palette file against WCAG 2.1, and the rule that it is the only place of colours.
#include "ui/theme/theme.h"

#include <QDirIterator>
#include <QFile>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <QComboBox>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace tocsin::ui;

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class TestPalette final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void textCanBeRead_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << static_cast<int>(Scheme::Light);
        QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
        QTest::newRow("red") << static_cast<int>(Scheme::Red);
    }
    void textCanBeRead()
    {
        QFETCH(int, scheme);
        const Palette &p = Palette::of(static_cast<Scheme>(scheme));
        for (const QColor &text : {p.text, p.muted, p.accent, p.good, p.warn, p.bad, p.retracted, p.mark, p.test, p.gw, p.optical, p.codeKey, p.codeStr, p.codeNum}) {
            for (const QColor &ground : {p.window, p.base, p.raised, p.hover})
                QVERIFY2(contrast(text, ground) >= 4.45, qPrintable(text.name() + u" on "_s + ground.name())); // the table rounds to one decimal
        }
        QVERIFY(contrast(p.onAccent, p.accent) >= 4.5);
        QVERIFY(contrast(p.bad, p.badSoft) >= 4.5);
        QVERIFY(contrast(p.retracted, p.retractedSoft) >= 4.5);
        QVERIFY(contrast(p.lineStrong, p.window) >= 3);
        QVERIFY(contrast(p.focus, p.window) >= 3);
    }

    void redIsRed()
    {
        const Palette &p = Palette::of(Scheme::Red);
        for (const QColor &colour : {p.window, p.base, p.text, p.accent, p.good, p.gw, p.optical, p.instMock, p.spark, p.codeStr}) {
            QCOMPARE(colour.green(), 0);
            QCOMPARE(colour.blue(), 0);
        }
    }

    // One file holds the colours, none a style sheet.
    void coloursStandInOnePlace()
    {
        static const QRegularExpression literal(u"#[0-9a-fA-F]{6}\"|QColor\\(\\s*(0x|[0-9])|QRgb\\(|qRgb\\(|Qt::(red|blue|green|yellow|white|black|gray|darkGray|lightGray)\\b"_s);
        int files = 0;
        QDirIterator it(QStringLiteral(TOCSIN_TEST_DATA "/../../ui"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString name = it.next();
            if (name.endsWith(u"/palette.cpp"))
                continue;
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            ++files;
            const QRegularExpressionMatch match = literal.match(text);
            QVERIFY2(!match.hasMatch(), qPrintable(name + u": "_s + match.captured()));
            QVERIFY2(!text.contains(u"setStyleSheet"_s), qPrintable(name));
        }
        QVERIFY(files > 30);
    }

    void digitsHaveOneWidth()
    {
        for (const Theme::Font role : {Theme::Font::Body, Theme::Font::Medium, Theme::Font::Strong}) {
            const QFontMetricsF metrics(Theme::font(role));
            for (char16_t digit = u'1'; digit <= u'9'; ++digit)
                QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
        }
    }

    // Around the field and its arrow; nothing of it inside.
    void editableBoxHasOneEdge()
    {
        QComboBox box;
        box.setEditable(true);
        box.addItem(u"x"_s);
        box.setFixedSize(160, 28);
        for (const bool focus : {false, true}) {
            box.show();
            QVERIFY(QTest::qWaitForWindowExposed(&box));
            box.activateWindow();
            focus ? box.setFocus() : box.clearFocus();
            QTRY_COMPARE(box.hasFocus(), focus);
            const QImage image = box.grab().toImage();
            const QColor edge = focus ? Theme::palette().focus : Theme::palette().lineStrong;
            const int wide = focus ? 2 : 1;
            for (int x = 6; x < 154; ++x) {
                for (const int y : {0, 27})
                    QVERIFY2(image.pixelColor(x, y) == edge, qPrintable(u"%1, %2"_s.arg(x).arg(y)));
                for (const int y : {wide, 27 - wide})
                    QVERIFY2(image.pixelColor(x, y) == Theme::palette().base, qPrintable(u"%1, %2"_s.arg(x).arg(y)));
            }
            for (int y = 6; y < 22; ++y) {
                QVERIFY2(image.pixelColor(0, y) == edge && image.pixelColor(159, y) == edge, qPrintable(QString::number(y)));
                for (const int x : {wide, 159 - wide})
                    QVERIFY2(image.pixelColor(x, y) == Theme::palette().base, qPrintable(u"%1, %2"_s.arg(x).arg(y)));
            }
        }
    }

    void everyShapeIsThere()
    {
        for (const char *name : {"connecting", "catchingup", "live", "quiet", "stale", "degraded", "needssignin", "missing", "stopped", "gw", "gamma", "x-ray", "uv",
                                 "optical", "infrared", "radio", "neutrino", "circular", "bytes", "star", "unseen", "retracted"}) {
            const QImage image = Theme::glyph(QString::fromLatin1(name), 16, Theme::palette().text, 1).toImage();
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    drawn += image.pixelColor(x, y).alpha() > 0 ? 1 : 0;
            }
            QVERIFY2(drawn > 10, name);
        }
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
