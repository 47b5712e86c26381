// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas in the window: rows that wait become readable where they stand, the notice, the dialog with the difference.
#include "core/decoders/schemastore.h"
#include "core/services/alertfeed.h"
#include "core/services/schemadoctor.h"
#include "support/archivebatches.h"
#include "support/filters.h"
#include "support/framedpackets.h"
#include "ui/dialogs/schemadialog.h"
#include "ui/models/alerttablemodel.h"
#include "ui/models/schemawords.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/fieldspage.h"
#include "ui/widgets/messagepanel.h"
#include "ui/windowredecoding.h"
#include "ui/windowschemas.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::tests;
using namespace tocsin::ui;
using services::BrokenUse;
using services::FieldUse;
using services::SchemaChange;

namespace {

constexpr uint32_t kSchema = 4711;

decoders::SchemaShape shape(const std::string &version, std::vector<decoders::SchemaField> fields, std::vector<decoders::KeySource> keys)
{
    return {.survey = "far.alert", .version = version, .fields = std::move(fields), .keys = std::move(keys)};
}

SchemaChange change()
{
    return {.streamUuid = "u-rubin",
            .stream = "rubin",
            .was = shape("1.0", {{"cand", "record"}, {"cand.drb", "float"}, {"cand.mag", "float"}, {"cand.old", "int"}}, {{"mag", "cand.mag"}, {"score", "cand.drb"}}),
            .is = shape("1.1", {{"cand", "record"}, {"cand.mag", "double"}, {"cand.new", "string"}}, {{"mag", "cand.mag"}}),
            .since = UtcTime::fromIso("2026-09-14T22:10:00Z")};
}

void clickButton(const QWidget &in, const QString &text)
{
    for (QPushButton *button : in.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button->click();
    }
    QFAIL("there is no such button");
}

struct Setup {
    QTemporaryDir folder;
    services::AlertFeed feed;
    std::unique_ptr<archive::Archive> archive;
    std::unique_ptr<services::SchemaDoctor> doctor;
    std::unique_ptr<AlertTableModel> model;
    std::unique_ptr<AlertTable> table;
    std::unique_ptr<DetailPane> detail;
    std::unique_ptr<MessagePanel> banner;
    WindowSchemas *schemas = nullptr; // the banner's
    std::string registry;

    explicit Setup(int rows)
    {
        static int number = 0; // the store keeps what it has learnt
        registry = "https://schemas.example/" + std::to_string(++number);
        archive = std::move(archive::openSqliteArchive({.place = folder.filePath(u"archive"_s)}).value());
        archive->setListener(&feed);
        archive->append(framedBatch(framedStream({}), lane(), kSchema, 0, rows));
        model = std::make_unique<AlertTableModel>(*archive, feed);
        table = std::make_unique<AlertTable>(*model);
        detail = std::make_unique<DetailPane>(*archive);
        banner = std::make_unique<MessagePanel>(nullptr, MessagePanel::Shape::Banner);
        doctor = std::make_unique<services::SchemaDoctor>(*archive, folder.filePath(u"schemas.json"_s), services::SchemaFetch::Settings{});
        schemas = new WindowSchemas(*doctor, *archive, *model, *detail, *banner, [] { return std::vector<FieldUse>{{FieldUse::Kind::Filter, "mine", {"dec"}}}; });
        table->resize(900, 300);
        table->show();
        detail->show();
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), rows, 20'000);
    }
    ~Setup()
    {
        doctor->stop();
        banner.reset();
        table.reset();
        model.reset();
        detail.reset();
        archive.reset();
    }
    void learn()
    {
        QVERIFY(decoders::SchemaStore::instance().add(registry, kSchema, kPlaceSchema));
        archive->setRegistry("u-rubin", registry, [this] { doctor->look(); });
    }
    [[nodiscard]] QString cell(int row, const char *key) const { return model->cellAt(row, model->columnOf(QString::fromLatin1(key))); }
    void send(const std::string &schema, const std::string &datum)
    {
        test::AvroContainerBuilder builder(schema);
        builder.block(1, datum);
        std::vector<Gap> gaps;
        Packet packet;
        packet.lane = lane();
        packet.value = builder.bytes;
        packet.stream = framedStream({});
        std::shared_ptr<const decoders::AvroSchema> seen;
        (void)services::decodePacket(packet, gaps, &seen);
        doctor->sawSchema(packet.stream, seen, {});
    }
};

} // namespace

class TestWindowSchemas final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsChangeWhereTheyStand()
    {
        Setup setup(400);
        QTRY_VERIFY(setup.model->recordAt(200) != nullptr);
        setup.table->selectRow(200);
        const int64_t selected = setup.model->numberAt(200);
        setup.table->scrollTo(setup.model->index(195, 0), QAbstractItemView::PositionAtTop);
        setup.detail->showRow(selected);
        const QPushButton *first = setup.banner->findChildren<QPushButton *>().front();
        auto *page = setup.detail->findChild<FieldsPage *>();
        const auto says = [page](const QString &words) {
            return std::ranges::any_of(page->findChildren<MessagePanel *>(), [&](const MessagePanel *panel) { return !panel->isHidden() && panel->title().contains(words); });
        };
        QTRY_VERIFY(says(u"waits for schema 4711"_s));
        // Nobody has said where its registry is: the notice says so, and leads there.
        setup.doctor->look();
        QTRY_VERIFY(!setup.banner->isHidden());
        QVERIFY2(setup.banner->title().startsWith(u"400 alert"_s) && setup.banner->title().contains(u"4711"_s), qPrintable(setup.banner->title()));
        const QSignalSpy wanted(setup.schemas, &WindowSchemas::registryWanted);
        QTest::mouseClick(const_cast<QPushButton *>(first), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), u"rubin"_s);
        const int top = setup.table->rowAt(0);
        const int scrolled = setup.table->verticalScrollBar()->value();
        const QSignalSpy reset(setup.model.get(), &QAbstractItemModel::modelReset);
        setup.learn();
        QTRY_COMPARE_WITH_TIMEOUT(setup.cell(200, "id"), QString::number(selected - 1), 20'000);
        QCOMPARE(setup.model->rowCount(), 400);
        QCOMPARE(setup.table->currentIndex().row(), 200);
        QCOMPARE(setup.model->numberAt(200), selected);
        QCOMPARE(setup.table->rowAt(0), top);
        QCOMPARE(setup.table->verticalScrollBar()->value(), scrolled);
        QVERIFY(reset.isEmpty());
        QTRY_VERIFY(!says(u"waits for schema"_s)); // the pane has read it again
        QTRY_VERIFY(setup.banner->isHidden());
    }

    void filteredRowsComeAndGo()
    {
        Setup setup(300);
        setup.model->setFilter(filterOf("has(ra) and ra < 10.6"));
        QTRY_VERIFY(!setup.model->isLoading());
        QCOMPARE(setup.model->rowCount(), 0);
        setup.learn();
        QTRY_COMPARE_WITH_TIMEOUT(setup.model->rowCount(), 100, 20'000);
        setup.model->setFilter(filterOf("has(error)"));
        QTRY_VERIFY(!setup.model->isLoading());
        QCOMPARE(setup.model->rowCount(), 0);
    }

    void aNewVersionIsSaidCalmly()
    {
        Setup setup(1);
        const std::string first = R"({"type": "record", "name": "alert", "namespace": "far.v1_0", "fields": [{"name": "id", "type": "long"}, {"name": "dec", "type": "double"}]})";
        const std::string second = R"({"type": "record", "name": "alert", "namespace": "far.v1_1", "fields": [{"name": "id", "type": "long"}, {"name": "ra", "type": "double"}]})";
        setup.send(first, test::avroLong(1) + test::avroDouble(1));
        setup.send(second, test::avroLong(1) + test::avroDouble(1));
        QTRY_VERIFY(setup.banner->title().contains(u"far.alert 1.0 → 1.1"_s));
        QVERIFY(!QApplication::activeModalWidget()); // it waits to be looked at
        QVERIFY2(setup.banner->accessibleDescription().contains(u"1 "_s), qPrintable(setup.banner->accessibleDescription()));
        const auto buttons = setup.banner->findChildren<QPushButton *>();
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        auto *dialog = setup.banner->findChild<SchemaDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Schema of far.alert"_s);
        const QPointer<SchemaDialog> there(dialog);
        clickButton(*dialog, u"Remind me again"_s);
        QTRY_VERIFY(!there);
        QCOMPARE(setup.doctor->news().size(), size_t{1});
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        clickButton(*setup.banner->findChild<SchemaDialog *>(), u"Close"_s);
        QTRY_VERIFY(setup.doctor->news().empty());
        QVERIFY(!setup.banner->title().contains(u"far.alert"_s) || setup.banner->isHidden());
    }

    void theDialogShowsTheDifference()
    {
        const std::vector<BrokenUse> uses{{FieldUse::Kind::Filter, "good <b>", "cand.old"}};
        SchemaDialog dialog(change(), uses, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto *tree = dialog.findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 3);
        const auto lines = [tree](int group) {
            QStringList all;
            for (int i = 0; i < tree->topLevelItem(group)->childCount(); ++i) {
                const QTreeWidgetItem *item = tree->topLevelItem(group)->child(i);
                all << item->text(0) + u'|' + item->text(1) + u'|' + item->text(2);
            }
            return all;
        };
        QCOMPARE(lines(0), (QStringList{u"cand.drb|float|"_s, u"cand.old|int|"_s}));
        QCOMPARE(lines(1), QStringList{u"cand.mag|float|double"_s});
        QCOMPARE(lines(2), QStringList{u"cand.new||string"_s});
        const auto *panel = dialog.findChild<MessagePanel *>();
        QVERIFY2(panel->accessibleDescription().contains(u"cand.drb"_s) && panel->accessibleDescription().contains(u"good <b>"_s), qPrintable(panel->accessibleDescription()));
        clickButton(dialog, u"Copy"_s);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"cand.mag\tfloat\tdouble"_s));
    }

    void decodeAgainTellsHowItWent()
    {
        Setup setup(14);
        QAction action;
        WindowRedecoding again(*setup.doctor, *setup.table, *setup.model, *setup.detail, action, nullptr);
        QVERIFY(!action.isEnabled());
        again.setEnabled(true);
        QCOMPARE(action.text(), u"Decode again"_s);
        const QSignalSpy said(&again, &WindowRedecoding::said);
        QTRY_VERIFY(setup.model->recordAt(13) != nullptr);
        setup.table->selectAll();
        setup.detail->showRow(setup.model->numberAt(3));
        auto *page = setup.detail->findChild<FieldsPage *>();
        const auto says = [page](const QString &words) {
            return std::ranges::any_of(page->findChildren<MessagePanel *>(), [&](const MessagePanel *panel) { return !panel->isHidden() && panel->title().contains(words); });
        };
        QTRY_VERIFY(says(u"waits for schema 4711"_s));
        action.trigger();
        QCOMPARE(action.text(), u"Stop decoding"_s);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said.front().front().toString().startsWith(u"0 of 14 rows decoded again, 14 still cannot be read: "_s), qPrintable(said.front().front().toString()));
        QVERIFY2(said.front().front().toString().contains(u"4711"_s), qPrintable(said.front().front().toString()));
        QCOMPARE(action.text(), u"Decode again"_s);
        // Now the schema is here; nobody but the person asks.
        QVERIFY(decoders::SchemaStore::instance().add(setup.registry, kSchema, kPlaceSchema));
        std::atomic<bool> known = false;
        setup.archive->setRegistry("u-rubin", setup.registry, [&known] { known = true; });
        QTRY_VERIFY(known);
        action.trigger();
        QTRY_COMPARE(said.size(), 2);
        QVERIFY2(said.back().front().toString().startsWith(u"14 row"_s), qPrintable(said.back().front().toString()));
        QVERIFY(!said.back().at(1).toBool());
        QTRY_VERIFY(!says(u"waits for schema"_s));
        QTRY_COMPARE(setup.cell(3, "id"), QString::number(setup.model->numberAt(3) - 1));
        again.setEnabled(false);
        QVERIFY(!action.isEnabled());
    }

    void decodeAgainIsStoppedByTheSameCommand()
    {
        Setup setup(3'000);
        QAction action;
        WindowRedecoding again(*setup.doctor, *setup.table, *setup.model, *setup.detail, action, nullptr);
        again.setEnabled(true);
        const QSignalSpy said(&again, &WindowRedecoding::said);
        setup.table->selectAll();
        action.trigger();
        again.setEnabled(false); // whatever is selected meanwhile
        QVERIFY(action.isEnabled());
        action.trigger();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said.front().front().toString().startsWith(u"Stopped."_s), qPrintable(said.front().front().toString()));
        QVERIFY(!said.front().at(1).toBool());
        QVERIFY(!action.isEnabled());
    }

    void decodeAgainWords()
    {
        services::DecodedAgain result;
        QCOMPARE(WindowRedecoding::words(result), u"These rows are no longer in the archive."_s);
        result.done = {.rows = 12, .undecoded = 1, .removed = 3, .kept = 2, .unread = {7}, .why = "truncated"};
        const QString words = WindowRedecoding::words(result);
        QVERIFY2(words.startsWith(u"11 of 13 rows decoded again, 2 still cannot be read: truncated; 3 row"_s), qPrintable(words));
        QVERIFY2(words.contains(u"2 marked row"_s) && words.endsWith(u'.'), qPrintable(words));
        result.done = {.rows = 1, .unread = {7}};
        QVERIFY2(WindowRedecoding::words(result).contains(u"1 of 2 rows"_s) && WindowRedecoding::words(result).contains(u"damaged"_s), qPrintable(WindowRedecoding::words(result)));
        result.stopped = {.kind = ErrorKind::Archive, .message = u"The disk is nearly full."_s};
        QCOMPARE(WindowRedecoding::words(result), u"The disk is nearly full."_s);
    }

    void words()
    {
        QVERIFY(schemawords::notice(change(), {}).broken); // the score
        SchemaChange harmless = change();
        harmless.is.keys = harmless.was.keys;
        const auto calm = schemawords::notice(harmless, {});
        QVERIFY(!calm.broken);
        QVERIFY2(calm.text.contains(u"Nothing that you use is gone"_s), qPrintable(calm.text));
        // Of packets without a schema one of each version is compared: nothing is claimed to be gone.
        SchemaChange sampled = change();
        sampled.was.isSampled = sampled.is.isSampled = true;
        sampled.was.keys = sampled.is.keys = {};
        const auto careful = schemawords::notice(sampled, {{FieldUse::Kind::Filter, "mine", "cand.old"}});
        QVERIFY(!careful.broken);
        QVERIFY2(careful.text.contains(u"one packet of each"_s) && careful.text.contains(u"lacks"_s) && !careful.text.contains(u"gone"_s), qPrintable(careful.text));
        services::WaitingSchema waiting{.stream = "rubin", .key = {"https://a.example", 1102}, .rows = 3};
        QVERIFY(schemawords::waiting(waiting, UtcTime::now()).text.contains(u"as soon as the registry has answered"_s));
        waiting.lastError = {.message = u"It said 503."_s};
        waiting.nextTry = UtcTime::fromIso("2026-09-14T22:10:00Z");
        QVERIFY(schemawords::waiting(waiting, UtcTime::fromIso("2026-09-14T22:00:00Z")).text.contains(u"22:10 UT"_s));
        QVERIFY(!schemawords::waiting(waiting, UtcTime::fromIso("2026-09-14T23:00:00Z")).text.contains(u"22:10"_s));
    }
};

QTEST_MAIN(TestWindowSchemas)
#include "tst_windowschemas.moc"
