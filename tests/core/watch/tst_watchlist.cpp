// SPDX-License-Identifier: GPL-3.0-or-later
// Positions as people keep them: CSV of many kinds, VOTable; and the lists of a profile.
#include "core/watch/watchlists.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::watch;

namespace {

Watchlist read(const QByteArray &bytes, double radius = kDefaultRadius)
{
    const Result<Watchlist> list = readWatchlist(bytes, radius);
    if (!list)
        qWarning().noquote() << list.error().message << list.error().remedy;
    return list ? list.value() : Watchlist{};
}

QByteArray votable(const QByteArray &fields, const QByteArray &rows)
{
    return "<?xml version='1.0'?><VOTABLE version='1.4' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'><RESOURCE><TABLE>" + fields + "<DATA>" + rows + "</DATA></TABLE></RESOURCE></VOTABLE>";
}

const QByteArray kFields = "<FIELD name='cat' datatype='char' arraysize='*' ucd='meta.id;meta.main'/><FIELD name='x' datatype='double' unit='deg' ucd='pos.eq.ra;meta.main'/>"
                           "<FIELD name='y' datatype='double' unit='deg' ucd='pos.eq.dec;meta.main'/><FIELD name='radius' datatype='float' unit='arcmin'/>";

} // namespace

class TestWatchlist final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyKindsOfCsv_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("form");
        const auto row = [](const char *name, const QByteArray &text, const QString &form) { QTest::newRow(name) << text << form; };
        row("header", "name,ra,dec,radius\nM 31,10.6847,41.2687,3\n", u"commas"_s);
        row("no header", "M 31,10.6847,41.2687,3", u"commas"_s);
        row("mark, CRLF, comment", "\xef\xbb\xbf# mine\r\nName,RA,Dec,Radius_arcsec\r\n\"M 31\",10.6847,+41.2687,3\r\n\r\n", u"commas"_s);
        row("other order", "dec;radius_deg;ra;object\n41.2687;0.000833333333333333;10.6847;M 31\n", u"semicolons"_s);
        row("tabs", "M 31\t10.6847\t41.2687\t3\n", u"tabs"_s);
        row("bars", "main_id|RAJ2000|DEJ2000|radius [arcmin]\nM 31|10.6847|41.2687|0.05\n", u"bars"_s);
        row("blanks", "M_31 10.6847  41.2687 3\n", u"blanks"_s);
        row("place first", "10.6847,41.2687,M 31,3\n", u"commas"_s);
        row("old Mac", "name,ra,dec,radius\rM 31,10.6847,41.2687,3\r", u"commas"_s);
        row("unit in the value", "name,ra,dec,radius\nM 31,10.6847,41.2687,0.05arcmin\n", u"commas"_s);
        row("hours", "name,ra_hours,dec,radius\nM 31,0.712313333333333,41.2687,3\n", u"commas"_s);
        row("sexagesimal", "name,ra,dec,radius\nM 31,00:42:44.328,+41:16:07.32,3\n", u"commas"_s);
        row("letters", "name,ra,dec,radius\nM 31,0h42m44.328s,+41d16m07.32s,3\n", u"commas"_s);
        row("blanks within", "name,ra,dec,radius\nM 31,00 42 44.328,+41 16 07.32,3\n", u"commas"_s);
        row("wrapped", "name,ra,dec,radius\nM 31,-349.3153,41.2687,3\n", u"commas"_s);
    }
    void manyKindsOfCsv()
    {
        QFETCH(const QByteArray, text);
        const Watchlist list = read(text);
        QCOMPARE(list.sources.size(), size_t{1});
        QCOMPARE(QString::fromStdString(list.sources[0].name).replace(u'_', u' '), u"M 31"_s);
        QVERIFY2(std::abs(list.sources[0].ra - 10.6847) < 1e-9, qPrintable(QString::number(list.sources[0].ra, 'g', 17)));
        QVERIFY2(std::abs(list.sources[0].dec - 41.2687) < 1e-9, qPrintable(QString::number(list.sources[0].dec, 'g', 17)));
        QVERIFY2(std::abs(list.sources[0].radius - 3.0 / 3600) < 1e-12, qPrintable(QString::number(list.sources[0].radius, 'g', 17)));
        QVERIFY(list.problems.isEmpty());
        QTEST(list.form.section(u' ', -1), "form");
    }

    void whatIsMissingIsFilledIn()
    {
        const Watchlist list = read("10.5,-0.25\n350,45\n", 0.01);
        QCOMPARE(list.sources.size(), size_t{2});
        QCOMPARE(QString::fromStdString(list.sources[0].name), u"10.50000-0.25000"_s);
        QCOMPARE(list.sources[0], (WatchSource{"10.50000-0.25000", 10.5, -0.25, 0.01}));
        QCOMPARE(read("a,1,2\nb,3,4,\n").sources[1].radius, kDefaultRadius);
        QCOMPARE(read("\"a, \"\"b\"\"\",1,2,5\n").sources[0].name, std::string("a, \"b\""));
    }

    void problemsAreToldByLine()
    {
        const Watchlist list = read("name,ra,dec,radius\ngood,1,2,3\nx,,2,3\n\nnorth,10,91,3\neast,abc,1,3\nwide,1,1,40deg\nquote,\"1,2\nlast,5,6,7\n");
        QCOMPARE(list.sources.size(), size_t{2});
        QCOMPARE(list.leftOut, qsizetype{5});
        QCOMPARE(list.problems.size(), 5);
        const QList<int> lines{3, 5, 6, 7, 8};
        for (int i = 0; i < 5; ++i)
            QVERIFY2(list.problems[i].startsWith(u"Line %1:"_s.arg(lines[i])), qPrintable(list.problems[i]));
        QByteArray many("name,ra,dec\ngood,1,2\n");
        for (int i = 0; i < 100; ++i)
            many += "bad,1,100\n";
        QCOMPARE(read(many).leftOut, qsizetype{100});
        QCOMPARE(read(many).problems.size(), 20);
    }

    void whatIsNoListIsSaidSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << u"empty"_s;
        QTest::newRow("only a comment") << QByteArray("# nothing\n") << u"empty"_s;
        QTest::newRow("prose") << QByteArray("dear diary\nnothing today\n") << u"Line 1"_s;
        QTest::newRow("header alone") << QByteArray("name,ra,dec\n") << u"No line"_s;
        QTest::newRow("FITS") << QByteArray("SIMPLE  =                    T") << u"neither"_s;
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08rest") << u"neither"_s;
        QTest::newRow("cut binary") << votable(kFields, "<BINARY2><STREAM encoding='base64'>AAAA</STREAM></BINARY2>") << u"Row 1 ends"_s;
        QTest::newRow("huge binary") << votable(kFields, "<BINARY><STREAM encoding='base64'>/////w==</STREAM></BINARY>") << u"Row 1 ends"_s;
        QTest::newRow("no base64") << votable(kFields, "<BINARY><STREAM encoding='base64'>A?</STREAM></BINARY>") << u"base64"_s;
        QTest::newRow("elsewhere") << votable(kFields, "<BINARY><STREAM href='file:///etc/passwd'/></BINARY>") << u"another file"_s;
        QTest::newRow("type") << votable(kFields + "<FIELD name='z' datatype='quad'/>", "<BINARY><STREAM>AAAA</STREAM></BINARY>") << u"quad"_s;
        QTest::newRow("size") << votable(kFields + "<FIELD name='z' datatype='int' arraysize='0x'/>", "<BINARY><STREAM>AAAA</STREAM></BINARY>") << u"0x"_s;
        QTest::newRow("FITS") << votable(kFields, "<FITS><STREAM/></FITS>") << u"FITS"_s;
        QTest::newRow("no columns") << votable("<FIELD name='a'/><FIELD name='b'/>", "<TABLEDATA><TR><TD>1</TD><TD>2</TD></TR></TABLEDATA>") << u"right ascension"_s;
        QTest::newRow("no table") << QByteArray("<VOTABLE><RESOURCE/></VOTABLE>") << u"no table"_s;
        QTest::newRow("cut") << votable(kFields, "<TABLEDATA><TR><TD>a</TD><TD>1</TD><TD>2</TD><TD>1</TD></TR>").left(520) << u"broken"_s;
        QTest::newRow("B1950") << votable("<COOSYS ID='s' system='eq_FK4'/>" + kFields, "<TABLEDATA><TR><TD>a</TD><TD>1</TD><TD>2</TD><TD>1</TD></TR></TABLEDATA>") << u"FK4"_s;
    }
    void whatIsNoListIsSaidSo()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, word);
        const Result<Watchlist> list = readWatchlist(bytes);
        QVERIFY(!list);
        QVERIFY2(list.error().message.contains(word), qPrintable(list.error().message));
        QVERIFY(!list.error().remedy.isEmpty());
    }

    // As astropy writes it, in all its serialisations.
    void votablesOfAstropy()
    {
        for (const char *form : {"tabledata", "binary", "binary2"}) {
            QFile file(QStringLiteral(TOCSIN_TEST_DATA "/watch_%1.vot").arg(QLatin1String(form)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Watchlist list = read(file.readAll(), 0.01);
            QCOMPARE(list.sources.size(), size_t{5});
            QCOMPARE(list.leftOut, qsizetype{1});
            QVERIFY2(list.problems.front().contains(u"no position"_s), qPrintable(list.problems.front()));
            QCOMPARE(list.sources[0], (WatchSource{"M 31", 10.684708, 41.26875, 1.5 / 60}));
            QCOMPARE(list.sources[1], (WatchSource{"NGC 253", 11.888002, -25.288442, 0.5 / 60}));
            QCOMPARE(list.sources[2], (WatchSource{"0.00000-0.00000", 0, -0.0000001, 0.01}));
            QCOMPARE(list.sources[3].name, std::string("\xc3\x84 object"));
            QCOMPARE(list.sources[4], (WatchSource{"pole", 77, 90, 1}));
        }
    }

    void votables()
    {
        Watchlist list = read(votable(kFields, "<TABLEDATA>\n<TR><TD>M 31</TD><TD>10.6847</TD><TD>41.2687</TD><TD>0.5</TD></TR>\n<TR><TD/><TD>NaN</TD><TD/><TD/></TR><TR><TD>b</TD><TD>1</TD><TD>-2</TD><TD/></TR></TABLEDATA>"), 0.01);
        QCOMPARE(list.sources.size(), size_t{2});
        QCOMPARE(list.sources[0], (WatchSource{"M 31", 10.6847, 41.2687, 0.5 / 60}));
        QCOMPARE(list.sources[1], (WatchSource{"b", 1, -2, 0.01}));
        QCOMPARE(list.leftOut, qsizetype{1});
        QVERIFY2(list.problems[0].startsWith(u"Line 3:"_s), qPrintable(list.problems[0]));
        // By names alone, sexagesimal.
        list = read(votable("<FIELD name='main_id'/><FIELD name='RA' unit='\"h:m:s\"'/><FIELD name='DEC' unit='\"d:m:s\"'/>", "<TABLEDATA><TR><TD>a &amp; b</TD><TD>12:00:00</TD><TD>-00:30:00</TD></TR></TABLEDATA>"));
        QCOMPARE(list.sources[0], (WatchSource{"a & b", 180, -0.5, kDefaultRadius}));
    }

    // Whatever stands in a file: a name is a line of text, and what is kept is read again as it was.
    void namesAreTextInOneLine()
    {
        const Watchlist list = read(votable(kFields, "<TABLEDATA><TR><TD>two&#10;lines &quot;q&quot;</TD><TD>-1e-20</TD><TD>-90</TD><TD>1</TD></TR></TABLEDATA>"));
        QCOMPARE(list.sources.size(), size_t{1});
        QCOMPARE(list.sources[0].name, std::string("two lines \"q\""));
        QCOMPARE(list.sources[0].ra, 0.0);
        QVERIFY(read(watchlistText(list)).sources == list.sources);
        const Watchlist latin = read("\x01 \xe9toile ,10,20,3\n");
        QCOMPARE(latin.sources.size(), size_t{1});
        QCOMPARE(latin.sources[0].name, std::string("\xef\xbf\xbdtoile"));
        QVERIFY(read(watchlistText(latin)).sources == latin.sources);
    }

    void listsOfAProfile()
    {
        const QTemporaryDir home;
        const Watchlists lists(Watchlists::folderOf(Places::resolve(home.path()), {}));
        QVERIFY(lists.names().isEmpty());
        QCOMPARE(lists.index()->size(), size_t{0});
        const Watchlist mine = read("\"a \"\"quoted\"\", name\",10.123456789012345,-45.000000000000001,3\nb,350,80,1\n");
        QVERIFY(lists.add(u"mine"_s, mine).ok());
        QCOMPARE(lists.read(u"mine"_s).value().sources, mine.sources); // to the last bit
        QCOMPARE(lists.index()->match(350, 80)->name, std::string("b"));
        QVERIFY(lists.add(u"other"_s, read("c,200,0,1\n")).ok());
        QCOMPARE(lists.names(), (QStringList{u"mine"_s, u"other"_s}));
        QCOMPARE(lists.index()->match(350, 80)->name, std::string("mine/b"));
        QVERIFY(!lists.index()->match(351, 80));
        QCOMPARE(lists.add(u"../up"_s, mine).error().kind, ErrorKind::BadArgument);
        QCOMPARE(lists.remove(u"nobody"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(lists.remove(u"mine"_s).ok());
        // One that somebody has spoilt is told, and the others stay.
        QFile spoilt(lists.folder() + u"/spoilt.csv"_s);
        QVERIFY(spoilt.open(QIODevice::WriteOnly) && spoilt.write("dear diary") > 0);
        spoilt.close();
        QStringList problems;
        QCOMPARE(lists.index(&problems)->size(), size_t{1});
        QVERIFY2(problems.size() == 1 && problems[0].startsWith(u"spoilt:"_s), qPrintable(problems.join(u'\n')));
    }

    void radii()
    {
        QCOMPARE(radiusIn(u"36"_s).value(), 0.01);
        QCOMPARE(radiusIn(u" 3' "_s).value(), 0.05);
        QCOMPARE(radiusIn(u"2 deg"_s).value(), 2.0);
        for (const QString &bad : {u""_s, u"0"_s, u"-1"_s, u"31deg"_s, u"2 parsec"_s, u"nan"_s, u"inf"_s})
            QVERIFY2(!radiusIn(bad), qPrintable(bad));
    }
};

QTEST_GUILESS_MAIN(TestWatchlist)
#include "tst_watchlist.moc"
