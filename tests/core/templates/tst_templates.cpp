// SPDX-License-Identifier: GPL-3.0-or-later
// Templates of “Open in” and “Copy as”: what they make of sound alerts, and of hostile ones.
#include "core/templates/templates.h"

#include <QFloat16> // QCOMPARE of a json value asks for the complete type
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::templates;

namespace {

Alert ztf()
{
    Alert alert;
    alert.name = "ZTF26aabcdef";
    alert.id = "3458293962815015016";
    alert.ra = 187.705930;
    alert.dec = -12.391123;
    alert.mag = Number(18.925f);
    alert.band = "ztf-r";
    alert.timestamp = UtcTime::fromIso("2026-03-01T04:05:06.789Z");
    alert.url = "https://alerce.online/object/ZTF26aabcdef";
    alert.row = 7;
    return alert;
}

// What the packet of an alert holds.
class JsonPacket final : public filter::PacketFields
{
public:
    explicit JsonPacket(const char *json) : m_tree(decoders::FieldTree::parse(json)) {}
    [[nodiscard]] const decoders::FieldTree *tree() override { return &m_tree; }

private:
    const decoders::FieldTree m_tree;
};

QByteArray filled(const char *text, const Alert &alert, std::vector<std::string> *missing = nullptr, filter::PacketFields *packet = nullptr)
{
    std::vector<std::string> none;
    const auto made = TextTemplate::compile(text);
    if (const auto *problem = std::get_if<Problem>(&made))
        return "problem at " + QByteArray::number(qulonglong(problem->position)) + ": " + problem->message.toUtf8();
    return QByteArray::fromStdString(std::get<TextTemplate>(made).fill(alert, missing ? *missing : none, packet));
}

ReadyTemplate ready(const Template &spec)
{
    auto made = ReadyTemplate::make(spec);
    if (const auto *problem = std::get_if<TemplateProblem>(&made)) {
        qWarning().noquote() << spec.name << problem->message;
        std::abort();
    }
    return std::get<ReadyTemplate>(std::move(made));
}

ReadyTemplate link(const QString &text)
{
    return ready({.id = u"own-1"_s, .kind = Kind::Link, .name = u"x"_s, .text = text});
}

QString problemOf(const Template &spec)
{
    const auto made = ReadyTemplate::make(spec);
    const auto *problem = std::get_if<TemplateProblem>(&made);
    return problem ? problem->message : QString();
}

Template ownLink(const QString &text)
{
    return {.id = u"own-1"_s, .kind = Kind::Link, .name = u"x"_s, .text = text};
}

QStringList offered(const Alert &alert, Kind kind)
{
    QStringList ids;
    for (const Template &spec : shippedTemplates()) {
        if (spec.kind == kind && ready(spec).isOfferedFor(alert, UtcTime::now()))
            ids << spec.id;
    }
    return ids;
}

QString shippedLink(const char *id, const Alert &alert)
{
    const Result<QUrl> url = ready(*shippedTemplate(QString::fromLatin1(id))).link(alert);
    return url ? url.value().toString(QUrl::FullyEncoded) : u"refused: "_s + url.error().message;
}

} // namespace

class TestTemplates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeholders_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *text, const char *result) { QTest::newRow(text) << QByteArray(text) << QByteArray(result); };
        row("{name} {id}", "ZTF26aabcdef 3458293962815015016");
        row("{ra} {dec}", "187.70593 -12.391123");
        row("{ra:.3f} {dec:+.2}", "187.706 -12.39");
        row("{mag:+.1f} {mag}", "+18.9 18.925");
        row("{mag:.3e} {mag:.3g}", "1.893e+01 18.9");
        row("{ra_hms} {dec_dms}", "12:30:49.42 -12:23:28.0");
        row("{ra_hms:.0} {dec_dms:.3}", "12:30:49 -12:23:28.043");
        row("{timestamp}", "2026-03-01T04:05:06.789000Z");
        row("{timestamp:.0} {timestamp:.3} {timestamp:date}", "2026-03-01T04:05:06Z 2026-03-01T04:05:06.789Z 2026-03-01");
        row("{mjd} {mjd:.2f}", "61100.1702174653 61100.17");
        row("{{{name}}} {{}}", "{ZTF26aabcdef} {}");
        row("{score|none}, {score}", "none, [no score]");
        row("a {score|}\nb ", "a\nb");
        row("{test} {row}", "false 7");
        row("{name:quoted}", "\"ZTF26aabcdef\"");
    }
    void placeholders()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, result);
        QCOMPARE(filled(text.constData(), ztf()), result);
    }

    void fieldsOfPackets_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *text, const char *result) { QTest::newRow(text) << QByteArray(text) << QByteArray(result); };
        row("{fields.candidate.drb} {fields.candidate.drb:.2f} {fields.candidate.drb:+.1}", "0.98765 0.99 +1.0");
        row("{fields.id} {fields.flag}", "3458293962815015016 true");
        row("{fields.text:quoted} {fields.text:word}", "\"two\\u000alines\" two_lines");
        row("{fields.text}|{fields.text:.2f}", "two lines|two lines"); // never a new line; a text has no decimals
        row("{fields.list.v} {fields.list[1].v}", "1; 2 2");
        row("{fields[\"a|b:c\"]|none}", "in");
        row("{fields.candidate.no|none} {fields.candidate.none} {fields.null|}", "none [no fields.candidate.none]");
        row("{fields.candidate}", "{\"drb\":0.98765}");
        row("{fields.}", "problem at 8: ");
        row("{fields.candidate.drb:date}", "problem at 22: The format of a number is like .5f, +.5f, .3e or .4g.");
    }
    void fieldsOfPackets()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, result);
        JsonPacket packet(R"({"candidate": {"drb": 0.98765}, "id": 3458293962815015016, "flag": true, "text": "two\nlines", "list": [{"v": 1}, {"v": 2}], "a|b:c": "in", "null": null})");
        const QByteArray is = filled(text.constData(), ztf(), nullptr, &packet);
        QVERIFY2(result.startsWith("problem") ? is.startsWith(result) : is == result, is.constData());
    }

    void linksWithFieldsOfPackets()
    {
        const ReadyTemplate page = link(u"https://example.org/object/{fields.name}"_s);
        QVERIFY(page.isOfferedFor(ztf(), UtcTime())); // what the packet says is not known to the menu
        JsonPacket sound(R"({"name": "a/b c"})");
        QCOMPARE(page.link(ztf(), &sound).value().toString(QUrl::FullyEncoded), u"https://example.org/object/a%2Fb%20c"_s);
        JsonPacket hostile(R"({"name": ".."})");
        QCOMPARE(page.link(ztf(), &hostile).error().kind, ErrorKind::BadArgument);
        JsonPacket without(R"({})");
        QCOMPARE(page.link(ztf(), &without).error().kind, ErrorKind::NotFound);
        QCOMPARE(page.link(ztf()).error().kind, ErrorKind::NotFound);
    }

    void missingValuesAreNamedOnce()
    {
        std::vector<std::string> missing;
        filled("{score} {score} {far} {mag} {classification|}", ztf(), &missing);
        QCOMPARE(missing, (std::vector<std::string>{"score", "far"}));
    }

    void anglesRoundAtTheirEnds()
    {
        Alert alert = ztf();
        alert.ra = 359.9999999;
        alert.dec = -0.0000001;
        QCOMPARE(filled("{ra_hms} {dec_dms}", alert), "00:00:00.00 -00:00:00.0");
        alert.ra = 0.0;
        alert.dec = 89.9999999;
        QCOMPARE(filled("{ra_hms:.0} {dec_dms:.0}", alert), "00:00:00 +90:00:00");
        alert.dec = -0.0001;
        QCOMPARE(filled("{dec:.2f} {dec:+.2f}", alert), "0.00 +0.00"); // no sign that only rounding made
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *text, const char *said) { QTest::newRow(text) << QByteArray(text) << QByteArray(said); };
        row("{nam}", "problem at 1: There is no value “nam”. Perhaps {name}.");
        row("ab {name", "problem at 3: This brace is not closed; a brace itself is written {{.");
        row("ab } c", "problem at 3: This brace closes nothing; a brace itself is written }}.");
        row("{ra:5}", "problem at 4: The format of a number is like .5f, +.5f, .3e or .4g.");
        row("{ra:}", "problem at 4: The format of a number is like .5f, +.5f, .3e or .4g.");
        row("{ra:.99f}", "problem at 4: The format of a number is like .5f, +.5f, .3e or .4g.");
        row("{ra:.-1f}", "problem at 4: The format of a number is like .5f, +.5f, .3e or .4g.");
        row("{ra:.99999999999999999999f}", "problem at 4: The format of a number is like .5f, +.5f, .3e or .4g.");
        row("{name:.2f}", "problem at 6: A text takes “quoted” or “word” after the colon.");
        row("{test:.1}", "problem at 6: This value takes no format.");
    }
    void mistakesAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, said);
        QCOMPARE(filled(text.constData(), ztf()), said);
    }

    // Of the services' own pages (weblink sources: see templates.cpp).
    void shippedLinks()
    {
        const Alert alert = ztf();
        QCOMPARE(shippedLink("alerce-ztf", alert), u"https://alerce.online/object/ZTF26aabcdef"_s);
        QCOMPARE(shippedLink("fink-ztf", alert), u"https://ztf.fink-portal.org/ZTF26aabcdef"_s);
        QCOMPARE(shippedLink("lasair-ztf", alert), u"https://lasair-ztf.lsst.ac.uk/objects/ZTF26aabcdef/"_s);
        QCOMPARE(shippedLink("sender", alert), u"https://alerce.online/object/ZTF26aabcdef"_s);
        QCOMPARE(shippedLink("tns-near", alert), u"https://www.wis-tns.org/search?ra=187.705930&decl=-12.391123&radius=10&coords_unit=arcsec"_s);
        QCOMPARE(shippedLink("simbad", alert),
                 u"https://simbad.cds.unistra.fr/simbad/sim-coo?Coord=187.705930%20-12.391123&CooFrame=ICRS&Radius=10&Radius.unit=arcsec"_s);
        QCOMPARE(shippedLink("legacysurvey", alert),
                 u"https://www.legacysurvey.org/viewer?ra=187.705930&dec=-12.391123&layer=ls-dr10&zoom=16&mark=187.705930,-12.391123"_s);
        Alert north = alert;
        north.dec = 12.5;
        QVERIFY(shippedLink("ned", north).endsWith(u"&ra=187.705930d&dec=%2B12.500000d&radius=0.5&Z_CONSTRAINT=Unconstrained"_s));
        Alert lsst = alert;
        lsst.name = "170635519425249637";
        QCOMPARE(shippedLink("alerce-lsst", lsst), u"https://lsst.alerce.online/object/170635519425249637?survey=lsst"_s);
        QCOMPARE(shippedLink("fink-lsst", lsst), u"https://lsst.fink-portal.org/170635519425249637"_s);
        QCOMPARE(shippedLink("lasair-lsst", lsst), u"https://lasair.lsst.ac.uk/objects/170635519425249637/"_s);
        Alert gw = alert;
        gw.name = "MS181101ab";
        QCOMPARE(shippedLink("gracedb", gw), u"https://gracedb.ligo.org/superevents/MS181101ab/view/"_s);
        Alert supernova = alert;
        supernova.name = "AT 2026xyz";
        QCOMPARE(shippedLink("tns", supernova), u"https://www.wis-tns.org/object/2026xyz"_s);
        supernova.name = "SN1987A";
        QCOMPARE(shippedLink("tns", supernova), u"https://www.wis-tns.org/object/1987A"_s);
    }

    // ZTF's names go to ZTF's pages, LSST's to LSST's.
    void rowsGetTheirOwnPages()
    {
        QStringList position{u"tns-near"_s, u"simbad"_s, u"ned"_s, u"legacysurvey"_s};
        Alert alert = ztf();
        QCOMPARE(offered(alert, Kind::Link), (QStringList{u"sender"_s, u"alerce-ztf"_s, u"fink-ztf"_s, u"lasair-ztf"_s} + position));
        alert.url.clear();
        alert.name = "170635519425249637";
        QCOMPARE(offered(alert, Kind::Link), (QStringList{u"alerce-lsst"_s, u"fink-lsst"_s, u"lasair-lsst"_s} + position));
        alert.ra = Number();
        alert.name = "S251118cm";
        QCOMPARE(offered(alert, Kind::Link), QStringList{u"gracedb"_s});
        alert.name = "AT2026xyz";
        QCOMPARE(offered(alert, Kind::Link), QStringList{u"tns"_s});
        QCOMPARE(offered(alert, Kind::Text), QStringList{u"chat"_s});
        alert.name = "ATLAS26abc";
        QVERIFY(offered(alert, Kind::Link).isEmpty());
        alert = ztf();
        alert.error = "broken";
        QVERIFY(offered(alert, Kind::Link).isEmpty());
    }

    void shippedTexts()
    {
        const Alert alert = ztf();
        std::vector<std::string> missing;
        const auto text = [&](const char *id) { return QString::fromStdString(ready(*shippedTemplate(QString::fromLatin1(id))).text(alert, missing)); };
        QCOMPARE(text("chat"), u"ZTF26aabcdef:  12:30:49.4 -12:23:28, mag 18.9 ztf-r, 2026-03-01T04:05:06Z https://alerce.online/object/ZTF26aabcdef"_s);
        QCOMPARE(text("ds9"), u"circle(187.7059300,-12.3911230,5\") # text={ZTF26aabcdef}"_s);
        QCOMPARE(text("python"), u"targets[\"ZTF26aabcdef\"] = SkyCoord(187.70593, -12.391123, unit=\"deg\", frame=\"icrs\")"_s);
        QCOMPARE(text("catalogue"), u"ZTF26aabcdef 12:30:49.42 -12:23:28.0 2000.0 # mag 18.9"_s);
        QVERIFY(text("gcn").startsWith(u"SUBJECT: ZTF26aabcdef: TELESCOPE observations\n\nAUTHORS"_s));
        QVERIFY(missing.empty());
    }

    void hostileLinks_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("path"); // as part of a path
        QTest::addColumn<QString>("query"); // as part of a query
        const QString no = u"refused"_s;
        QTest::newRow("folder up") << QByteArray("../") << no << u"..%2F"_s;
        QTest::newRow("two up") << QByteArray("..") << no << u".."_s;
        QTest::newRow("inside") << QByteArray("a/../../b") << no << u"a%2F..%2F..%2Fb"_s;
        QTest::newRow("backslash") << QByteArray("a\\..\\b") << no << u"a%5C..%5Cb"_s;
        QTest::newRow("here") << QByteArray(".") << no << u"."_s;
        QTest::newRow("encoded nul") << QByteArray("%00") << u"%2500"_s << u"%2500"_s;
        QTest::newRow("encoded dots") << QByteArray("%2e%2e") << u"%252e%252e"_s << u"%252e%252e"_s;
        QTest::newRow("nul") << QByteArray("a\0b", 3) << no << no;
        QTest::newRow("markup") << QByteArray("\"><script>") << u"%22%3E%3Cscript%3E"_s << u"%22%3E%3Cscript%3E"_s;
        QTest::newRow("new line") << QByteArray("a\r\nHost: evil") << no << no;
        QTest::newRow("right to left") << QByteArray("\xe2\x80\xaegpj.exe") << no << no;
        QTest::newRow("broken") << QByteArray("\xff\xfe") << no << no;
        QTest::newRow("long") << QByteArray(10'000, 'x') << no << no;
        QTest::newRow("query and fragment") << QByteArray("a?b=c&d#e") << u"a%3Fb%3Dc%26d%23e"_s << u"a%3Fb%3Dc%26d%23e"_s;
        QTest::newRow("user") << QByteArray("@evil.example") << u"%40evil.example"_s << u"%40evil.example"_s;
        QTest::newRow("scheme") << QByteArray("javascript:alert(1)") << u"javascript%3Aalert%281%29"_s << u"javascript%3Aalert%281%29"_s;
        QTest::newRow("umlaut") << QByteArray("ä b") << u"%C3%A4%20b"_s << u"%C3%A4%20b"_s;
        QTest::newRow("template") << QByteArray("{id}") << u"%7Bid%7D"_s << u"%7Bid%7D"_s;
    }
    void hostileLinks()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, path);
        QFETCH(QString, query);
        Alert alert = ztf();
        alert.name = name.toStdString();
        const auto check = [&alert](const QString &text, const QString &wanted) {
            const Result<QUrl> url = link(text).link(alert);
            if (wanted == u"refused") {
                QVERIFY2(!url, url ? qPrintable(url.value().toString()) : "");
                QCOMPARE(url.error().kind, ErrorKind::BadArgument);
                return;
            }
            QVERIFY2(url.ok(), url ? "" : qPrintable(url.error().message));
            QCOMPARE(url.value().toString(QUrl::FullyEncoded), QString(text).replace(u"{name}"_s, wanted));
            QCOMPARE(url.value().host(), u"example.org"_s);
        };
        check(u"https://example.org/object/{name}/view"_s, path);
        check(u"https://example.org/search?q={name}&x=1"_s, query);
    }

    void addressesOfSenders_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("opens");
        QTest::newRow("page") << QByteArray("https://gcn.nasa.gov/circulars/41872?a=b&c=d#e") << true;
        QTest::newRow("plain") << QByteArray("http://example.org") << true;
        QTest::newRow("script") << QByteArray("javascript:alert(1)") << false;
        QTest::newRow("file") << QByteArray("file:///etc/passwd") << false;
        QTest::newRow("data") << QByteArray("data:text/html,x") << false;
        QTest::newRow("user") << QByteArray("https://gcn.nasa.gov@evil.example/") << false;
        QTest::newRow("empty user") << QByteArray("https://@evil.example/") << false;
        QTest::newRow("secret") << QByteArray("https://a:b@evil.example/") << false;
        QTest::newRow("backslash") << QByteArray("https://evil.example\\@gcn.nasa.gov/") << false;
        QTest::newRow("blank") << QByteArray("https://example.org/a b") << false;
        QTest::newRow("control") << QByteArray("https://example.org/\n") << false;
        QTest::newRow("no host") << QByteArray("https:///etc/passwd") << false;
        QTest::newRow("relative") << QByteArray("//example.org/") << false;
        QTest::newRow("right to left") << QByteArray("https://example.org/\xe2\x80\xae") << false;
    }
    void addressesOfSenders()
    {
        QFETCH(QByteArray, url);
        QFETCH(bool, opens);
        Alert alert;
        alert.url = url.toStdString();
        QCOMPARE(link(u"{url}"_s).link(alert).ok(), opens);
    }

    void linksThatNobodyMayWrite()
    {
        for (const QString &text : {u"javascript:alert('{name}')"_s, u"file:///{name}"_s, u"{name}"_s, u"https://{name}/"_s, u"https://{name}.example.org/"_s,
                                    u"https://example.org{name}"_s, u"https://a@example.org/{name}"_s, u"https://example.org/a b"_s, u"ftp://example.org/{name}"_s,
                                    u"{url}/{name}"_s, u"{url:word}"_s, u"https:///{name}"_s, u" https://example.org/{name}"_s, u"https://example.org/\u202e{name}"_s})
            QVERIFY2(!problemOf(ownLink(text)).isEmpty(), qPrintable(text));
        QCOMPARE(problemOf(ownLink(u"https://example.org:8080/{name}?a={ra:.5f}"_s)), QString());
        QCOMPARE(problemOf(ownLink(u"https://example.org"_s)), QString());
    }

    // A text is text: one line for each value, no braces read again, no marks that turn the direction.
    void hostileTexts()
    {
        Alert alert = ztf();
        using namespace std::string_literals;
        alert.name = "a\nb\r\0c\x1b[31m{id}\xe2\x80\xae"s;
        QCOMPARE(filled("{name}", alert).count('\n'), 0);
        QVERIFY(filled("{name}", alert).contains("{id}\xef\xbf\xbd"));
        QVERIFY(!filled("{name}", alert).contains('\x1b'));
        alert.name = "x\"]; import os; os.system('x') #\\\n";
        const QByteArray python = filled("t[{name:quoted}] = 1", alert);
        QCOMPARE(python, "t[\"x\\\"]; import os; os.system('x') #\\\\\\u000a\"] = 1");
        QCOMPARE(nlohmann::json::parse(filled("{name:quoted}", alert).toStdString()), alert.name);
        alert.name = "a} ; box(1,2,3) # {";
        QCOMPARE(filled("# text={{{name:word}}}", alert), "# text={a____box_1_2_3_____}");
        alert.name = std::string(10'000, 'x');
        QCOMPARE(filled("{name}", alert).size(), 10'000);
        alert.name = "\xff";
        QCOMPARE(filled("{name}", alert), "\xef\xbf\xbd");
    }

    void conditionsDecide()
    {
        Template spec = ownLink(u"https://example.org/{name}"_s);
        spec.condition = u"mag < 19 and name ~ \"^ZTF\""_s;
        QVERIFY(ready(spec).isOfferedFor(ztf(), UtcTime::now()));
        Alert faint = ztf();
        faint.mag = 20.0;
        QVERIFY(!ready(spec).isOfferedFor(faint, UtcTime::now()));
        spec.condition = u"mag <"_s;
        QVERIFY(!problemOf(spec).isEmpty());
        spec.condition = u"fields.candidate.drb > 0.5"_s;
        QCOMPARE(problemOf(spec), u"A condition looks at the keys of a row, not into its packet."_s);
        spec.condition.clear();
        spec.name = u" "_s;
        QVERIFY(!problemOf(spec).isEmpty());
    }

    void profileKeepsWhatIsOurs()
    {
        std::vector<Template> all = shippedTemplates();
        const QJsonArray plain = QJsonDocument::fromJson(templatesToJson(all)).array();
        QCOMPARE(plain.size(), static_cast<qsizetype>(all.size()));
        QVERIFY(plain[0].isString()); // follows the program
        QCOMPARE(templatesFromJson(templatesToJson(all)), all);
        std::swap(all[0], all[3]);
        all[1].text = u"https://example.org/{name}"_s;
        all[2].hidden = true;
        all.push_back({.id = u"own-2"_s, .kind = Kind::Text, .name = u"Mine"_s, .before = u"# head"_s, .text = u"{name}"_s, .condition = u"test"_s});
        QCOMPARE(templatesFromJson(templatesToJson(all)), all);
        QCOMPARE(templatesFromJson({}), shippedTemplates());
        // A file that somebody wrote: what is no template is left out, nothing is taken twice.
        const std::vector<Template> odd = templatesFromJson(R"([1, null, {"id": 5}, "ned", "ned", {"id": "own-x"}, "of-a-later-version", {"id": "own-1", "name": "n", "kind": "link"}])");
        QCOMPARE(odd.size(), shippedTemplates().size() + 1);
        QCOMPARE(odd[0].id, u"ned"_s);
        QCOMPARE(odd[1].id, u"own-1"_s);
    }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
