// SPDX-License-Identifier: GPL-3.0-or-later
// JSON lines and CSV as the contract lays them down; FAULT-70 (formulas), FAULT-73 (text), FAULT-74 (numbers).
#include "core/domain/alertfields.h"
#include "core/export/columns.h"
#include "core/export/csv.h"
#include "core/export/export.h"
#include "core/export/jsonline.h"
#include "core/filter/sky.h"

#include <QDir>
#include <QFile>
#include <QFloat16> // QCOMPARE of a json value asks for the complete type
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <map>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::exporting;

namespace {

// An archive of a few alerts in memory.
class ListReader final : public archive::Reader
{
public:
    std::vector<Alert> list;
    std::vector<int64_t> damaged;
    [[nodiscard]] const std::vector<int64_t> &unread() const override { return damaged; }
    Result<std::vector<int64_t>> rowNumbers(const archive::Selection &, const std::function<bool()> &) override { return std::vector<int64_t>(); }
    Result<std::vector<std::shared_ptr<const Alert>>> alerts(std::span<const int64_t>) override { return std::vector<std::shared_ptr<const Alert>>(); }
    Outcome forEach(const archive::Selection &, const std::function<bool(const Alert &)> &visit) override
    {
        for (const Alert &alert : list) {
            if (!visit(alert))
                break;
        }
        return Done{};
    }
    Outcome findRows(const filter::Filter *, const UtcTime &, bool, const archive::FindRows &) override { return Done{}; }
    Outcome sortRows(std::vector<int64_t> &, const archive::SortKey &, const archive::GoOn &) override { return Done{}; }
    Result<archive::Folded> foldRows(const std::vector<int64_t> &, const archive::GoOn &) override { return archive::Folded(); }
    Result<std::vector<int64_t>> revisions(int64_t row) override { return std::vector<int64_t>{row}; }
    std::map<int64_t, std::string> packets; // of the rows with these numbers
    Result<archive::StoredPacket> packet(int64_t row) override
    {
        if (packets.empty())
            return archive::StoredPacket();
        const auto it = packets.find(row);
        if (it == packets.end())
            return Error{.kind = ErrorKind::Archive, .message = u"damaged"_s};
        return archive::StoredPacket{.value = it->second, .topic = "night"};
    }
    Result<std::vector<archive::StoredMessage>> messages(std::span<const int64_t>) override { return std::vector<archive::StoredMessage>(); }
    Result<std::vector<archive::WaitingRows>> waiting() override { return std::vector<archive::WaitingRows>(); }
    Result<archive::RowChanges> changesAfter(int64_t) override { return archive::RowChanges(); }
    Result<std::vector<uint8_t>> marks(std::span<const int64_t>) override { return std::vector<uint8_t>(); }
    Result<std::vector<int64_t>> marked(archive::Mark, int64_t) override { return std::vector<int64_t>(); }
    Outcome forEachId(const std::function<bool(const archive::StoredId &)> &) override { return Done{}; }
    Result<std::vector<archive::StoredGap>> gaps() override { return std::vector<archive::StoredGap>(); }
    Result<std::vector<archive::StoredPosition>> positions(const std::string &) override { return std::vector<archive::StoredPosition>(); }
    Result<std::vector<archive::Coverage>> coverage() override { return std::vector<archive::Coverage>(); }
    Result<archive::TimesAround> timesAround(int64_t, int64_t) override { return archive::TimesAround{}; }
    Result<std::vector<archive::StoredPosition>> lanePositions(const std::string &, const std::string &, int32_t) override
    {
        return std::vector<archive::StoredPosition>();
    }
    Result<archive::Info> info() override { return archive::Info(); }
    Result<int64_t> lastRow() override { return int64_t{0}; }
};

std::string cellOf(const Text &name, bool exact = false)
{
    CsvWriter writer({.columns = {findAlertField("name")}, .exact = exact, .lf = true});
    Alert alert;
    alert.name = name;
    std::string line;
    writer.appendLine(line, alert);
    return line.substr(0, line.size() - 1);
}

QByteArray readAll(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonLineHasEveryKeyInOrder()
    {
        std::string line;
        exporting::appendJsonLine(line, Alert());
        const auto json = nlohmann::ordered_json::parse(line);
        auto it = json.begin();
        for (const AlertField &field : alertFields()) {
            if (!field.always)
                continue;
            QVERIFY(it != json.end());
            QCOMPARE(it.key(), std::string(field.key));
            ++it;
        }
        QVERIFY(it == json.end()); // further keys only when known
        QVERIFY(json["ra"].is_null());
        QVERIFY(json["row"].is_null());
        QCOMPARE(json["test"], false);
    }

    void jsonNumbersHaveTheirDigits()
    {
        Alert alert;
        alert.ra = 210.123456789;
        alert.mag = Number(18.925f);
        alert.far = 9.1e-14;
        alert.timestamp = UtcTime::fromIso("2026-03-01T04:05:06.789Z");
        std::string line;
        appendJsonLine(line, alert);
        QVERIFY(line.find("\"ra\": 210.123456789,") != std::string::npos);
        QVERIFY(line.find("\"mag\": 18.925,") != std::string::npos);
        QVERIFY(line.find("\"timestamp\": \"2026-03-01T04:05:06.789000Z\"") != std::string::npos);
        QCOMPARE(nlohmann::json::parse(line)["far"].get<double>(), 9.1e-14);
    }

    // FAULT-73
    void brokenTextBecomesValidJson()
    {
        for (const std::string &text : {std::string("\xff\xfe"), std::string("a\0b", 3), std::string("\xed\xa0\x80"), std::string("\xe2\x80\xae right"), std::string("\xc3")}) {
            Alert alert;
            alert.name = text;
            std::string line;
            appendJsonLine(line, alert);
            QVERIFY2(nlohmann::json::accept(line), line.c_str());
        }
    }

    // FAULT-70
    void formulasAreGuarded_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
        QTest::newRow("command") << QByteArray("=cmd|' /C calc'!A0") << QByteArray("'=cmd|' /C calc'!A0");
        QTest::newRow("plus") << QByteArray("+SUM(A1)") << QByteArray("'+SUM(A1)");
        QTest::newRow("minus") << QByteArray("-2+3") << QByteArray("'-2+3");
        QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
        QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("'\t=1");
        QTest::newRow("line feed") << QByteArray("\n=1") << QByteArray("\"'\n=1\"");
        QTest::newRow("negative number") << QByteArray("-12.5") << QByteArray("\"-12.5\"");
        QTest::newRow("positive number") << QByteArray("+12") << QByteArray("\"+12\"");
        QTest::newRow("id") << QByteArray("3458293962815015016") << QByteArray("\"3458293962815015016\"");
        QTest::newRow("comma and quote") << QByteArray("a,\"b\"") << QByteArray("\"a,\"\"b\"\"\"");
        QTest::newRow("plain") << QByteArray("AT2026xyz") << QByteArray("AT2026xyz");
    }
    void formulasAreGuarded()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(QByteArray::fromStdString(cellOf(text.toStdString())), cell);
        if (cell.startsWith('\''))
            QCOMPARE(QByteArray::fromStdString(cellOf(text.toStdString(), true)), text);
    }

    // FAULT-73
    void brokenBytesAreNoCsv()
    {
        QCOMPARE(cellOf("a\xff\xc3"), std::string("a\xef\xbf\xbd\xef\xbf\xbd"));
        QCOMPARE(cellOf("\xc3\xa4"), std::string("\xc3\xa4"));
    }

    void formatsAreKnownByTheirNames()
    {
        for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::JsonLines, ExportFormat::Ecsv}) {
            QCOMPARE(formatNamed(formatName(format)), format);
            QCOMPARE(formatOfFile(u"/a.b/c."_s + formatName(format).toUpper()), format);
        }
        QVERIFY(!formatNamed(u"xml"_s) && !formatOfFile(u"/a.csv/b"_s) && !formatOfFile(u"a.txt"_s));
    }

    void jsonLinesOfSomeKeys()
    {
        const QTemporaryDir folder;
        ListReader reader;
        reader.list.resize(2);
        reader.list[0].name = Text("a");
        reader.list[1].access = "restricted";
        const ExportJob job{.selection = {}, .file = folder.filePath(u"out.jsonl"_s), .format = ExportFormat::JsonLines, .columns = {u"mag"_s, u"name"_s}};
        const auto report = runExport(reader, job, {});
        QVERIFY(report.ok());
        QCOMPARE(readAll(job.file), "{\"mag\": null, \"name\": \"a\"}\n{\"mag\": null, \"name\": null}\n");
        const auto note = nlohmann::json::parse(readAll(job.file + u".provenance.json"_s).toStdString());
        QCOMPARE(note["rows"], 2);
        QCOMPARE(note["restricted_rows"], 1);
        QVERIFY(!note.contains("pandas"));
    }

    // What stood there before stays, with its own provenance.
    void failureKeepsTheOlderFile()
    {
        const QTemporaryDir folder;
        ListReader reader;
        reader.list.resize(2'000);
        const ExportJob job{.selection = {}, .file = folder.filePath(u"out.csv"_s)};
        QVERIFY(runExport(reader, job, {}).ok());
        const QByteArray csv = readAll(job.file);
        const QByteArray note = readAll(job.file + u".provenance.json"_s);
        reader.list.resize(4'000);
        QVERIFY(!runExport(reader, job, [](qint64, qint64) { return false; }).ok());
        QCOMPARE(readAll(job.file), csv);
        QCOMPARE(readAll(job.file + u".provenance.json"_s), note);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void negativeDeclinationsStayNumbers()
    {
        CsvWriter writer({.columns = {findAlertField("dec")}, .lf = true});
        Alert alert;
        alert.dec = -12.5;
        std::string line;
        writer.appendLine(line, alert);
        QCOMPARE(line, std::string("-12.5\n"));
        QCOMPARE(writer.guardedCells(), int64_t{0});
    }

    void fileHasHeaderAndProvenance()
    {
        const QTemporaryDir folder;
        ListReader reader;
        reader.list.resize(3);
        reader.list[0].name = "=evil()";
        reader.list[0].id = "3458293962815015016";
        reader.list[0].stream = "ztf";
        reader.list[1].error = "broken";
        const ExportJob job{.selection = {}, .file = folder.filePath(u"out.csv"_s)};
        const auto report = runExport(reader, job, {});
        QVERIFY(report.ok());
        QCOMPARE(report.value().rows, 2);
        QCOMPARE(report.value().undecodable, 1);
        QCOMPARE(report.value().guardedCells, 1);
        const QByteArray csv = readAll(job.file);
        QVERIFY(csv.startsWith("timestamp,id,name,ra,dec,mag,score,url,score_kind,mjd,"));
        QCOMPARE(csv.count("\r\n"), 3);
        const auto note = nlohmann::json::parse(readAll(job.file + u".provenance.json"_s).toStdString());
        QCOMPARE(note["rows"], 2);
        QCOMPARE(note["guarded_cells"], 1);
        QCOMPARE(note["sha256"].get<std::string>(), report.value().sha256.toStdString());
        QVERIFY(note["pandas"].get<std::string>().find("'id': 'str'") != std::string::npos);
        QVERIFY(note["pandas"].get<std::string>().find("'offset': 'Int64'") != std::string::npos);
    }

    void cancelLeavesNothing()
    {
        const QTemporaryDir folder;
        ListReader reader;
        reader.list.resize(10'000);
        const ExportJob job{.selection = {}, .file = folder.filePath(u"out.csv"_s)};
        const auto report = runExport(reader, job, [](qint64 done, qint64) { return done < 2'000; });
        QVERIFY(!report.ok());
        QCOMPARE(report.error().kind, ErrorKind::Interrupted);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 0);
    }

    void unwritablePlaceIsSaid()
    {
        ListReader reader;
        const auto report = runExport(reader, {.selection = {}, .file = u"/no/such/folder/out.csv"_s}, {});
        QVERIFY(!report.ok());
        QVERIFY(report.error().message.contains(u"/no/such/folder/out.csv"_s));
        QVERIFY(!runExport(reader, {.selection = {}, .file = u"/tmp/x.csv"_s, .columns = {u"nonsense"_s}}, {}).ok());
    }

    void packetFieldsAndComputedColumns()
    {
        const QTemporaryDir folder;
        ListReader reader;
        reader.list.resize(4);
        for (int64_t i = 0; i < 4; ++i)
            reader.list[static_cast<size_t>(i)].row = i + 1;
        reader.list[0].ra = 266.405;
        reader.list[0].dec = -28.936;
        reader.list[0].timestamp = UtcTime::fromIso("2026-03-01T04:05:06.5Z");
        using Json = nlohmann::json;
        reader.packets[1] = Json{{"drb", 0.1}, {"count", 3}, {"flag", true}, {"note", "=x, \"y\""}, {"list", {{{"v", 1}}, {{"v", 2.5}}}}, {"big", 18446744073709551615u}, {"a,b", "in"}}.dump();
        reader.packets[2] = Json{{"drb", 2}, {"count", -1}, {"flag", nullptr}, {"note", "7"}, {"list", Json::array({{{"v", 4}}})}, {"a,b", {1, {{"c", "d"}}}}}.dump();
        reader.packets[4] = Json{{"drb", nullptr}, {"big", 1}}.dump();
        ExportJob job{.selection = {}, .file = folder.filePath(u"out.csv"_s), .lf = true};
        job.selection.now = UtcTime::fromIso("2026-03-01T04:06:37Z");
        job.columns = QStringList{u"row"_s, u"age"_s, u"fields.drb"_s, u"fields.count"_s, u"fields.flag"_s, u"fields.note"_s, u"fields.list.v"_s, u"fields.big"_s, u"fields[\"a,b\"]"_s};
        const auto csv = runExport(reader, job, {});
        QVERIFY(csv.ok());
        QCOMPARE(csv.value().rows, 4);
        QCOMPARE(csv.value().blank, 1); // the third is damaged, and there all the same
        QCOMPARE(csv.value().guardedCells, 1);
        QCOMPARE(readAll(job.file),
                 "row,age,fields.drb,fields.count,fields.flag,fields.note,fields.list.v,fields.big,\"fields[\"\"a,b\"\"]\"\n"
                 "1,90.5,0.1,3,true,\"'=x, \"\"y\"\"\",\"[1,2.5]\",18446744073709551615,in\n"
                 "2,,2,-1,,\"7\",4,,\"[1,{\"\"c\"\":\"\"d\"\"}]\"\n"
                 "3,,,,,,,,\n"
                 "4,,,,,,,1,\n");
        const auto note = nlohmann::json::parse(readAll(job.file + u".provenance.json"_s).toStdString());
        QCOMPARE(note["damaged_without_fields"], 1);
        QCOMPARE(note["now"], "2026-03-01T04:06:37.000000Z");
        QCOMPARE(note["columns"].back(), "fields[\"a,b\"]");
        for (const char *type : {"'age': 'float64'", "'fields.drb': 'float64'", "'fields.count': 'Int64'", "'fields.flag': 'boolean'", "'fields.big': 'str'"})
            QVERIFY2(note["pandas"].get<std::string>().find(type) != std::string::npos, type);

        job.format = ExportFormat::JsonLines;
        job.file = folder.filePath(u"out.jsonl"_s);
        job.columns << u"l"_s << u"b"_s;
        QVERIFY(runExport(reader, job, {}).ok());
        const QList<QByteArray> lines = readAll(job.file).split('\n');
        const auto first = nlohmann::json::parse(lines[0].toStdString());
        const filter::Galactic centre = filter::galactic(266.405, -28.936);
        QCOMPARE(first["l"].get<double>(), centre.l);
        QCOMPARE(first["b"].get<double>(), centre.b);
        QCOMPARE(first["age"], 90.5);
        QCOMPARE(first["fields.list.v"], (nlohmann::json{1, 2.5}));
        QCOMPARE(first["fields.note"], "=x, \"y\"");
        QCOMPARE(first["fields.big"], 18446744073709551615u);
        const auto third = nlohmann::json::parse(lines[2].toStdString());
        QVERIFY(third["fields.drb"].is_null() && third["l"].is_null());

        // The types stand in front of the rows that they come from.
        job.format = ExportFormat::Ecsv;
        job.file = folder.filePath(u"out.ecsv"_s);
        QVERIFY(runExport(reader, job, {}).ok());
        const QByteArray ecsv = readAll(job.file);
        for (const char *column : {"{name: age, unit: s, datatype: float64,", "{name: fields.drb, datatype: float64,", "{name: fields.count, datatype: int64,",
                                   "{name: fields.flag, datatype: bool,", "{name: fields.note, datatype: string,", "{name: fields.list.v, datatype: string,",
                                   "{name: fields.big, datatype: string,", "{name: 'fields[\"a,b\"]', datatype: string,", "{name: b, unit: deg, datatype: float64,"})
            QVERIFY2(ecsv.contains(column), column);
        QVERIFY(ecsv.contains("\n1,90.5,0.1,3,True,\"=x, \"\"y\"\"\","));
    }

    void columnsAreNamed()
    {
        QCOMPARE(columnsNamed({u"nmae"_s}).error().remedy, u"Write: name"_s);
        QVERIFY(columnsNamed({u"nmae"_s}).error().message.contains(u"“nmae”"_s));
        QVERIFY(!columnsNamed({u"mag < 3"_s}) && !columnsNamed({u"name) and has(mag"_s}) && !columnsNamed({u"now"_s}));
        QCOMPARE(columnsNamed({u"b"_s, u"b "_s}).error().kind, ErrorKind::BadArgument); // twice
        QCOMPARE(columnsNamed({u" fields[\"candidate\"].drb"_s}).value().front().name, std::string("fields.candidate.drb"));
    }

    void ecsvDescribesItsColumns()
    {
        const QTemporaryDir folder;
        ListReader reader;
        reader.list.resize(1);
        const ExportJob job{.selection = {}, .file = folder.filePath(u"out.ecsv"_s), .format = ExportFormat::Ecsv, .columns = {u"ra"_s, u"test"_s}};
        QVERIFY(runExport(reader, job, {}).ok());
        const QByteArray text = readAll(job.file);
        QVERIFY(text.startsWith("# %ECSV 1.0\n# ---\n"));
        QVERIFY(text.contains("# - {name: ra, unit: deg, datatype: float64"));
        QVERIFY(text.endsWith("ra,test\n,False\n"));
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
