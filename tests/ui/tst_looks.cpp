// SPDX-License-Identifier: GPL-3.0-or-later
// Shows every dialog, page and list of the window's frame in light, dark and red, at text scale 1 and 2, and looks for text
// that has no room, and in red for any other colour. With TOCSIN_LOOK_DIR set the pictures are written there, to be looked at.
#include "core/services/topiclookup.h"
#include "core/streams/demo/demobroker.h"
#include "support/filters.h"
#include "support/insides.h"
#include "support/looks.h"
#include "support/streambench.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/commandsdialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/dialogs/mappingdialog.h"
#include "ui/dialogs/namedialog.h"
#include "ui/dialogs/schemadialog.h"
#include "ui/dialogs/connectionpanel.h"
#include "ui/dialogs/streamdialog.h"
#include "ui/dialogs/streamlogdialog.h"
#include "ui/dialogs/templatesdialog.h"
#include "ui/dialogs/topicbrowser.h"
#include "ui/keybindings.h"
#include "ui/mainwindowprofile.h"
#include "ui/models/streammodel.h"
#include "ui/models/schemawords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/fieldtreeview.h"
#include "ui/widgets/firstrunpage.h"
#include "ui/widgets/lightpage.h"
#include "ui/widgets/mappingpreview.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/streamdelegate.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::StreamBench;
using tests::clickButton;
using tests::kModeCount;
using tests::kModes;
using tests::look;
using tests::Mode;
using tests::Wordy;

namespace {

void addStream(QStandardItemModel &model, streams::State state, const QString &name, const QString &cause, const QString &rate,
               const QList<int> &bins, const ShownInstance &instance = {})
{
    auto *item = new QStandardItem(name);
    item->setData(static_cast<int>(state), StreamModel::StateRole);
    item->setData(streams::stateWord(state), StreamModel::StateWordRole);
    item->setData(cause, StreamModel::CauseRole);
    item->setData(rate, StreamModel::RateRole);
    item->setData(QVariant::fromValue(bins), StreamModel::BinsRole);
    item->setData(instance.isReal() ? QString() : instanceWord(instance), StreamModel::InstanceRole);
    item->setData(QVariant::fromValue(instance), StreamModel::ShownInstanceRole);
    item->setData(true, StreamModel::EnabledRole);
    model.appendRow(item);
}

streams::StreamConfig signedIn()
{
    streams::StreamConfig config = StreamBench::kafka({}, u"kafka.observatory.example.org:9093"_s);
    config.values.set(u"security"_s, u"SASL_SSL"_s);
    config.values.set(u"user"_s, u"night-assistant"_s);
    config.values.set(u"topics"_s, QStringList{u"gcn.*"_s, u"igwn.gwalert"_s});
    return config;
}

Outcome refuse(const streams::StreamConfig &)
{
    return Error{.message = u"The list of streams could not be written: no space is left on the device."_s,
                 .remedy = u"Make room on this disk, then press the button again."_s};
}

} // namespace

class LooksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void cleanupTestCase() { QVERIFY(services::TopicLookup::waitForAll(30'000) && ladder::Ladder::waitForAll(30'000)); }
    void shown_data();
    void shown();
    void topicsAtABroker();
    void connectionOfAStream();

private:
    void showDialogs(const Mode &mode);
    void showPages(const Mode &mode);
    void showStates(const Mode &mode);
    void showPane(const Mode &mode);
};

void LooksTest::shown_data()
{
    QTest::addColumn<int>("mode");
    for (int i = 0; i < kModeCount; ++i)
        QTest::newRow(kModes[i].name) << i;
}

void LooksTest::shown()
{
    QFETCH(int, mode);
    Theme::setScheme(kModes[mode].scheme);
    Theme::setTextScale(kModes[mode].scale);
    Wordy wordy;
    if (kModes[mode].wordy)
        QCoreApplication::installTranslator(&wordy); // takes itself out when it goes
    showDialogs(kModes[mode]);
    showPages(kModes[mode]);
    showStates(kModes[mode]);
    showPane(kModes[mode]);
}

void LooksTest::showDialogs(const Mode &mode)
{
    {
        StreamDialog dialog({}, {}, &refuse, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"add-stream"_s);
        clickButton(dialog, u"Add stream"_s);
        look(dialog, mode, u"add-stream-wrong"_s);
    }
    for (const QString &kind : {u"gcn"_s, u"hopskotch"_s}) {
        StreamDialog dialog(streams::StreamConfig{.type = kind}, {}, &refuse, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"add-stream-"_s + kind);
        dialog.findChild<QToolButton *>()->setChecked(true);
        look(dialog, mode, u"add-stream-"_s + kind + u"-advanced"_s);
    }
    {
        StreamDialog dialog(signedIn(), {}, &refuse, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<QToolButton *>()->setChecked(true);
        clickButton(dialog, u"Add stream"_s);
        look(dialog, mode, u"add-stream-refused"_s);
    }
    {
        MappingDialog dialog(uR"({"fields":{"id":"/event/number","ra":{"from":"/pos/ra","unit":"h"},"dec":"/pos/dec","mag":"/nowhere",)"
                             R"("timestamp":{"from":"/when","unit":"mjd","scale":"tai"}}})"_s,
                             u"mine"_s, nullptr, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"mapping-empty"_s);
        auto *preview = dialog.findChild<MappingPreview *>();
        const QSignalSpy previewed(preview, &MappingPreview::previewed);
        preview->readText(uR"({"event": {"number": 9007199254740993, "nights": [7, 8], "by": "the night watch"},)"
                          R"("pos": {"ra": 12.513729, "dec": -95}, "when": 61000.5, "magnitude": 18.25})"_s);
        QTRY_VERIFY(!previewed.isEmpty());
        look(dialog, mode, u"mapping"_s);
    }
    {
        using decoders::SchemaShape;
        const services::SchemaChange change{
            .streamUuid = "u",
            .stream = "rubin-alerts",
            .was = SchemaShape{.survey = "lsst.alert",
                               .version = "11.0",
                               .fields = {{"diaSource", "record"}, {"diaSource.band", "string or null"}, {"diaSource.psfFlux", "float"}, {"diaSource.reliability", "float or null"}},
                               .keys = {{"score", "diaSource.reliability"}}},
            .is = SchemaShape{.survey = "lsst.alert",
                              .version = "11.1",
                              .fields = {{"diaSource", "record"}, {"diaSource.band", "string"}, {"diaSource.glint_trail", "boolean or null"}, {"diaSource.psfFlux", "float"},
                                         {"observation_reason", "string or null"}}},
            .since = UtcTime::fromIso("2026-09-14T22:10:00Z")};
        const std::vector<services::BrokenUse> uses{{services::FieldUse::Kind::Filter, "real ones", "diaSource.reliability"},
                                                    {services::FieldUse::Kind::Column, "reliability", "diaSource.reliability"}};
        for (const bool broken : {true, false}) {
            services::SchemaChange shown = change;
            if (!broken)
                shown.was.keys.clear();
            SchemaDialog dialog(shown, broken ? uses : std::vector<services::BrokenUse>(), nullptr);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            look(dialog, mode, broken ? u"schema"_s : u"schema-nothing-gone"_s);
            MessagePanel banner(nullptr, MessagePanel::Shape::Banner);
            const schemawords::Words words = schemawords::notice(shown, broken ? uses : std::vector<services::BrokenUse>());
            banner.setMessage(words.broken ? MessagePanel::Kind::Warn : MessagePanel::Kind::Info, words.title, words.text);
            banner.addButton(u"Details"_s);
            banner.addButton(u"Put away"_s);
            banner.resize(1'100, std::max(48, banner.heightForWidth(1'100)));
            look(banner, mode, broken ? u"schema-banner"_s : u"schema-banner-calm"_s);
        }
    }
    {
        AskDialog dialog(u"Close Tocsin?"_s,
                         u"Streams are running. Kept in the tray they go on receiving and storing; after quitting, reading goes on "
                         "later where it left off."_s,
                         nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.offerToRemember(u"Do so from now on"_s);
        dialog.addCancel();
        dialog.addAnswer(1, u"Quit"_s, false);
        dialog.addAnswer(2, u"Keep in the tray"_s, true);
        look(dialog, mode, u"ask"_s);
    }
    {
        NameDialog dialog(u"Rename gcn"_s, u"Rename"_s, u"gcn"_s, [](const QString &name) { return StreamDialog::nameProblem(name, {}); },
                          u"Its alerts in the archive stay with it."_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<QLineEdit *>()->setText(u"no blanks"_s);
        look(dialog, mode, u"rename"_s);
    }
    {
        AboutDialog dialog(u"/home/observer/.config/tocsin"_s, u"/home/observer/.local/share/tocsin/archive"_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"about"_s);
    }
    {
        QAction action(u"Pause view"_s);
        action.setShortcuts({QKeySequence(u"Ctrl+Shift+P"_s)});
        const QTemporaryDir folder;
        MainWindowProfile profile(folder.path());
        KeyBindings bindings({&action}, {}, profile, nullptr);
        KeysDialog dialog(bindings, {{u"End"_s, u"Newest row, and follow"_s}}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"keys"_s);
        dialog.findChild<QTreeWidget *>()->setCurrentItem(dialog.findChild<QTreeWidget *>()->topLevelItem(1)->child(0));
        dialog.findChild<QKeySequenceEdit *>()->setKeySequence(QKeySequence(u"M"_s));
        look(dialog, mode, u"keys-taken"_s);
    }
    {
        QMenuBar bar;
        QMenu *view = bar.addMenu(u"&View"_s);
        view->addAction(u"Pause view"_s)->setShortcut(QKeySequence(u"Ctrl+Shift+P"_s));
        QMenu *colours = view->addMenu(u"Colours"_s);
        colours->addAction(u"Light"_s);
        colours->addAction(u"Dark"_s);
        CommandsDialog dialog(bar, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"commands"_s);
        dialog.findChild<QLineEdit *>()->setText(u"no such thing"_s);
        look(dialog, mode, u"commands-none"_s);
    }
    {
        StreamBench bench;
        StreamLogDialog dialog(bench.manager, u"x"_s, u"gcn"_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        Q_EMIT bench.manager.logged(u"x"_s, {.time = UtcTime::now(), .level = 6, .text = u"connected to 3 brokers"_s});
        Q_EMIT bench.manager.logged(u"x"_s, {.time = UtcTime::now(), .level = 3, .text = u"kafka.example.org:9092: refused"_s});
        look(dialog, mode, u"log"_s);
    }
    {
        tests::RecordingArchive archive;
        ExportDialog dialog(archive, {.selected = {1, 2, 3}, .filter = tests::filterOf("mag < 19"), .shownKeys = {u"name"_s, u"ra"_s}, .folder = {}}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"export"_s);
        clickButton(dialog, u"Export"_s);
        const auto *failure = dialog.findChild<MessagePanel *>();
        QTRY_VERIFY(failure->isVisible());
        look(dialog, mode, u"export-failed"_s);
    }
    {
        auto alert = std::make_shared<Alert>();
        alert->name = "ZTF26aabcdef";
        alert->ra = 187.70593;
        alert->dec = -12.391123;
        alert->mag = Number(18.925f);
        alert->band = "ztf-r";
        alert->timestamp = UtcTime::fromIso("2026-03-01T04:05:06.789Z");
        TemplatesDialog dialog(templates::shippedTemplates(), alert, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *list = dialog.findChild<QTreeWidget *>();
        list->setCurrentItem(list->topLevelItem(0)->child(9));
        look(dialog, mode, u"templates-link"_s);
        list->setCurrentItem(list->topLevelItem(1)->child(2));
        dialog.findChildren<QPlainTextEdit *>()[1]->setPlainText(u"circle({ra:.7f},{decl:+.7f},5\")"_s);
        look(dialog, mode, u"templates-problem"_s);
        list->setCurrentItem(list->topLevelItem(1)->child(3));
        look(dialog, mode, u"templates-text"_s);
    }
    {
        tests::RecordingArchive archive;
        services::ArchiveWatch watch(archive);
        ArchiveDialog dialog(watch, {}, u"The disk has less than 64 MB left. Make room; receiving goes on by itself."_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"archive"_s);
    }
}

void LooksTest::showPages(const Mode &mode)
{
    const auto size = QSize(1200, 760) * mode.scale;
    FirstRunPage first;
    first.resize(size);
    look(first, mode, u"first-run"_s);
    first.setFound({{.file = u"/home/mira/.config/hop/auth.toml"_s, .shown = u"~/.config/hop/auth.toml"_s, .what = u"2 accounts for kafka.scimma.org"_s},
                    {.file = {}, .shown = u"Environment"_s, .what = u"1 account for kafka.gcn.nasa.gov"_s}});
    first.setPlace(u"There is no keychain here: secrets are kept for this session only, or in an encrypted file that you choose under Accounts. Never in plain text."_s, false);
    look(first, mode, u"first-run-found"_s);

    StreamBench bench;
    for (const QString &name : {u"gcn"_s, u"hopskotch"_s, u"ztf-public"_s})
        QVERIFY(bench.manager.add(StreamBench::kafka(name)));
    StreamModel model(bench.manager);
    EmptyPage empty(model);
    empty.resize(size);
    look(empty, mode, u"empty"_s);
    empty.setFiltered(true, 1'034'211);
    look(empty, mode, u"empty-filtered"_s);

    QWidget window;
    window.resize(size.width(), 120);
    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins({});
    auto *banner = new MessagePanel(&window, MessagePanel::Shape::Banner);
    banner->setMessage(MessagePanel::Kind::Bad, u"Nothing is being written just now"_s,
                       u"The disk has less than 64 MB left. Make room; receiving goes on by itself."_s);
    banner->addButton(u"Details"_s);
    column->addWidget(banner);
    look(window, mode, u"banner"_s);
}

void LooksTest::showStates(const Mode &mode)
{
    using streams::State;
    const QList<int> busy{3, 4, 6, 2, 8, 9, 4, 6, 7, 5, 3, 8, 9, 6, 4, 7, 8, 5, 6, 9, 7, 8, 6, 9};
    const QList<int> rare{0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0};
    QStandardItemModel model;
    addStream(model, State::Connecting, u"hop"_s, u"asking the broker, 1 s"_s, u"—"_s, {});
    addStream(model, State::CatchingUp, u"LSST via Fink"_s, u"41,200 left, 2 min"_s, u"640 /s"_s, busy);
    addStream(model, State::Live, u"ZTF public"_s, u"lag 0"_s, u"311 /s"_s, busy);
    addStream(model, State::Quiet, u"GCN"_s, u"last 3 d ago, heartbeat 1 s"_s, u"0 /s"_s, rare);
    addStream(model, State::Stale, u"Babamul"_s, u"no heartbeat for 94 s, expected 1 s"_s, u"0 /s"_s, rare);
    addStream(model, State::Degraded, u"ANTARES"_s, u"2 of 6 partitions without leader"_s, u"4.1 /s"_s, busy);
    addStream(model, State::NeedsSignIn, u"GraceDB"_s, u"the broker refused this credential"_s, u"—"_s, {});
    addStream(model, State::Missing, u"SVOM"_s, u"there is no topic gcn.notices.svom.voevent.eclairs"_s, u"—"_s, {});
    addStream(model, State::Stopped, u"A stream with a name that is longer than its dock"_s, u"by you, 01:12"_s, u"—"_s, {});
    addStream(model, State::Live, u"Demo night"_s, u"heartbeat 1 s"_s, u"12 /s"_s, busy, {streams::Instance::Mock, true});
    addStream(model, State::Live, u"GCN drills"_s, u"heartbeat 1 s"_s, u"0.2 /s"_s, rare, {streams::Instance::Test});
    addStream(model, State::NeedsSignIn, u"gracedb-playground"_s, u"the vault file is locked"_s, u"—"_s, {}, {streams::Instance::Playground});
    QListView list;
    list.setModel(&model);
    list.setItemDelegate(new StreamDelegate(&list));
    list.setFrameShape(QFrame::NoFrame);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setCurrentIndex(model.index(2, 0));
    list.resize(static_cast<int>(330 * mode.scale), static_cast<int>(430 * mode.scale));
    look(list, mode, u"stream-states"_s);
}

void LooksTest::showPane(const Mode &mode)
{
    tests::RecordingArchive archive;
    DetailPane pane(archive);
    QAction mark(Theme::icon(u"star"_s), u"Mark"_s);
    QAction degrees(u"Copy position in degrees"_s);
    QMenu copies(u"Copy as"_s);
    copies.addAction(&degrees);
    pane.setActions(&mark, {&copies});
    pane.resize(QSize(376, 790) * mode.scale);
    look(pane, mode, u"alert-none"_s);

    auto loaded = std::make_shared<LoadedPacket>();
    auto alert = std::make_shared<Alert>();
    alert->row = 1;
    alert->name = "S260914ab";
    alert->id = "S260914ab-4-Update";
    alert->messenger = "gw";
    alert->alertType = "update";
    alert->revision = "2";
    alert->test = true;
    alert->ra = 187.70593;
    alert->dec = 12.39112;
    alert->positionKind = "map-peak";
    alert->area90 = 310.0;
    alert->far = 2.6e-13;
    alert->distanceMpc = 41.0;
    alert->distanceErrorMpc = 9.0;
    alert->classification = "BNS";
    alert->classificationScore = 0.97;
    alert->timestamp = UtcTime::fromIso("2026-09-14T03:01:58.214Z");
    alert->url = "https://gracedb.ligo.org/superevents/S260914ab/view/and/further/and/further/on";
    alert->stream = "gcn";
    alert->topic = "igwn.gwalert";
    alert->received = UtcTime::now();
    alert->brokerTime = UtcTime::fromUs(alert->received.us - 800'000);
    loaded->alert = alert;
    loaded->row = 1;
    loaded->packet.value = R"({"superevent_id":"S260914ab","time_created":"2026-09-14T03:02:06Z","alert_type":"UPDATE","event":{"significant":true,)"
                           R"("far":2.61e-13,"instruments":["H1","L1","V1"],"group":"CBC","classification":{"BNS":0.9694,"NSBH":0.0281}},"urls":null})";
    loaded->fields = decoders::FieldTree::parse(loaded->packet.value);
    loaded->nodes = FieldNodes::of(loaded->fields);
    loaded->raw = prettyJson(loaded->packet.value, LoadedPacket::kMostRaw);
    loaded->rawIsJson = true;
    pane.showPacket(loaded);
    auto *tabs = pane.findChild<QTabWidget *>();
    look(pane, mode, u"alert-fields"_s);
    auto before = std::make_shared<Alert>(*alert);
    before->row = 2;
    before->revision = "1";
    before->area90 = 1'240.0;
    before->far = 7.8e-12;
    alert->pBns = 0.9694;
    before->pBns = 0.4;
    before->issued = UtcTime::fromIso("2026-09-14T02:41:00Z");
    alert->issued = UtcTime::fromIso("2026-09-14T03:02:06Z");
    compare::Revisions revisions{.list = {before, alert}, .current = 1, .paths = 2, .previous = before};
    pane.showChanges(PacketLoader::compared(
        loaded, revisions,
        decoders::FieldTree::parse(R"({"superevent_id":"S260914ab","time_created":"2026-09-14T02:41:00Z","alert_type":"UPDATE","event":{"significant":true,)"
                                   R"("far":7.8e-12,"instruments":["H1"],"group":"CBC","classification":{"BNS":0.4,"NSBH":0.0281,"BBH":0.1}}})")));
    look(pane, mode, u"alert-changes"_s);
    pane.toggleChanges();
    QTRY_COMPARE(pane.findChild<FieldTreeView *>()->model()->rowCount(), 3);
    look(pane, mode, u"alert-only-changes"_s);
    pane.toggleChanges();
    tabs->setCurrentIndex(3);
    look(pane, mode, u"alert-raw"_s);
    tabs->setCurrentIndex(5);
    look(pane, mode, u"alert-headers"_s);

    auto inside = std::make_shared<LoadedPacket>(*loaded);
    inside->nodes = FieldNodes::of(inside->fields);
    inside->hasImages = inside->hasLight = true;
    pane.showPacket(inside);
    pane.showInside(PacketInside::of(1, tests::three(tests::fits(21, 0)), "LSST"));
    tabs->setCurrentIndex(1);
    look(pane, mode, u"alert-images"_s);
    tabs->setCurrentIndex(2);
    look(pane, mode, u"alert-light"_s);
    const QHeaderView *columns = pane.findChild<LightPage *>()->findChild<QTreeView *>()->header();
    for (int column = 0; column < columns->count(); ++column)
        QVERIFY(columns->sectionSize(column) >= QFontMetrics(Theme::font(Theme::Font::SmallStrong)).horizontalAdvance(columns->model()->headerData(column, Qt::Horizontal).toString()) + 12 * mode.scale);
    pane.showInside(PacketInside::of(1, tests::three("SIMPLE  = invented"), "LSST"));
    tabs->setCurrentIndex(1);
    look(pane, mode, u"alert-images-broken"_s);

    auto broken = std::make_shared<LoadedPacket>(*loaded);
    auto unreadable = std::make_shared<Alert>(*alert);
    unreadable->error = "a colon is missing at byte 25";
    broken->alert = unreadable;
    broken->fields = {};
    broken->nodes = {};
    broken->badAt = 25;
    pane.showPacket(broken);
    tabs->setCurrentIndex(4);
    look(pane, mode, u"alert-hex"_s);
    tabs->setCurrentIndex(0);
    look(pane, mode, u"alert-unreadable"_s);
}

void LooksTest::topicsAtABroker()
{
    Theme::setTextScale(1);
    demo::DemoBroker broker(demo::DemoBroker::Settings{.seed = 1, .speed = 1, .count = 1});
    const Result<std::string> address = broker.start();
    QVERIFY(address);
    for (const Mode &mode : {kModes[0], kModes[1]}) {
        Theme::setScheme(mode.scheme);
        streams::StreamConfig config = StreamBench::kafka({}, QString::fromStdString(address.value()));
        config.values.set(u"topics"_s, QStringList{u"gcn.*"_s, u"igwn.gwalert"_s});
        StreamDialog dialog(config, {}, &refuse, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        clickButton(dialog, u"Browse topics"_s);
        const auto *list = dialog.findChild<TopicBrowser *>()->findChild<QTreeWidget *>();
        QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), 15'000);
        look(dialog, mode, u"add-stream-topics"_s);
    }
    Theme::setScheme(Scheme::Light);
    StreamDialog dialog(StreamBench::kafka({}, u"127.0.0.1:9"_s), {}, &refuse, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    clickButton(dialog, u"Browse topics"_s);
    const auto *failure = dialog.findChild<TopicBrowser *>()->findChild<MessagePanel *>();
    QTRY_VERIFY_WITH_TIMEOUT(failure->isVisible(), 20'000);
    look(dialog, kModes[0], u"add-stream-fail"_s);
}

void LooksTest::connectionOfAStream()
{
    demo::DemoBroker broker(demo::DemoBroker::Settings{.seed = 1, .speed = 1, .count = 1});
    const Result<std::string> address = broker.start();
    QVERIFY(address);
    Wordy wordy;
    for (const Mode &mode : kModes) {
        Theme::setScheme(mode.scheme);
        Theme::setTextScale(mode.scale);
        if (mode.wordy)
            QCoreApplication::installTranslator(&wordy);
        for (const auto &[security, name] : {std::pair{u"PLAINTEXT"_s, u"add-stream-holds"_s}, {u"SSL"_s, u"add-stream-held-up"_s}}) {
            streams::StreamConfig config = StreamBench::kafka({}, QString::fromStdString(address.value()));
            config.values.set(u"topics"_s, QStringList{u"gcn.*"_s, u"igwn.gwalert"_s});
            config.values.set(u"security"_s, security);
            StreamDialog dialog(config, {}, &refuse, nullptr);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            clickButton(dialog, u"Test connection"_s);
            QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<ConnectionPanel *>()->hasEnded(), 30'000);
            look(dialog, mode, name);
        }
    }
    Theme::setTextScale(1);
    Theme::setScheme(Scheme::Light);
}

QTEST_MAIN(LooksTest)
#include "tst_looks.moc"
