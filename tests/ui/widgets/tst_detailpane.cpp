// SPDX-License-Identifier: GPL-3.0-or-later
// The alert pane from a packet to what one sees: card, fields, text, bytes.
#include "support/accessiblewalk.h"
#include "support/recordingarchive.h"
#include "ui/models/prettyjson.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertcard.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldspage.h"
#include "ui/widgets/hexview.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/taglabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;

namespace {

std::shared_ptr<Alert> measured()
{
    auto alert = std::make_shared<Alert>();
    alert->row = 1;
    alert->name = "S260914ab";
    alert->id = "S260914ab-4-Update";
    alert->ra = 187.7059;
    alert->dec = -12.5;
    alert->positionKind = "measured";
    alert->stream = "gcn";
    alert->topic = "gcn.notices.swift.bat.guano.and.a.topic.whose.name.is.longer.than.the.pane";
    alert->url = "https://gracedb.ligo.org/superevents/S260914ab/view/and/a/path/that/is/longer/than/the/pane";
    return alert;
}

std::shared_ptr<LoadedPacket> packet(std::shared_ptr<Alert> alert, const std::string &bytes, bool readable = true)
{
    auto loaded = std::make_shared<LoadedPacket>();
    loaded->row = alert->row;
    loaded->alert = std::move(alert);
    loaded->packet.value = bytes;
    if (readable)
        loaded->fields = decoders::FieldTree::parse(bytes);
    if (readable)
        loaded->nodes = FieldNodes::of(loaded->fields);
    loaded->raw = prettyJson(bytes, LoadedPacket::kMostRaw);
    loaded->rawIsJson = true;
    return loaded;
}

ElidedLabel *value(const QWidget &in, const QString &name)
{
    for (auto *label : in.findChildren<ElidedLabel *>()) {
        if (label->accessibleName() == name)
            return label;
    }
    return nullptr;
}

struct Pane {
    tests::RecordingArchive archive;
    DetailPane pane{archive};
    QTabWidget *tabs = pane.findChild<QTabWidget *>();

    explicit Pane(QSize size = {376, 700})
    {
        pane.resize(size);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
    }
};

void showTab(QTabWidget &tabs, const QString &name)
{
    for (int i = 0; i < tabs.count(); ++i) {
        if (tabs.tabText(i) == name)
            return tabs.setCurrentIndex(i);
    }
    QFAIL(qPrintable(name));
}

} // namespace

class DetailPaneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void nothingChosenIsQuiet();
    void cardSaysTheDigitsThatWereSent();
    void linkStaysOnOneLine();
    void secondFormsHaveTheirRoom();
    void stageAndTestAreTags();
    void cardIsAsHighAsItsContents();
    void buttonsBelowTheCard();
    void valuesFilterByKeyboard();
    void cardGivesWayWithThePane();
    void undecodableSaysWhy();
    void offendingBytesAreBoxed();
    void bytesCanBeCopied();
    void hexFitsTheDefaultPane();
    void rawIsPrettyAndNumbered();
    void largePacketsAreBounded();
    void prettyJsonKeepsWhatWasWritten_data();
    void prettyJsonKeepsWhatWasWritten();
    void narrowPaneStaysReadable();
};

void DetailPaneTest::nothingChosenIsQuiet()
{
    Pane setup;
    QVERIFY(!setup.tabs->isVisible());
    for (const QLineEdit *field : setup.pane.findChildren<QLineEdit *>())
        QVERIFY(!field->isVisible());
    setup.pane.showPacket(packet(measured(), "{}"));
    QVERIFY(setup.tabs->isVisible() && setup.tabs->isEnabled());
}

void DetailPaneTest::cardSaysTheDigitsThatWereSent()
{
    AlertCard card;
    auto alert = measured();
    card.show(*alert);
    QCOMPARE(value(card, u"RA"_s)->fullText(), u"187.7059°"_s);
    QCOMPARE(value(card, u"Dec"_s)->fullText(), u"−12.5°"_s);
    alert->ra = 10.5F;
    alert->dec = 89.45796;
    card.show(*alert);
    QCOMPARE(value(card, u"RA"_s)->fullText(), u"10.5°"_s);
    QCOMPARE(value(card, u"Dec"_s)->fullText(), u"+89.45796°"_s);
    alert->positionKind = "map-peak"; // computed: no finer than its error
    alert->ra = 187.705932;
    alert->area90 = 310.0;
    card.show(*alert);
    QCOMPARE(value(card, u"RA"_s)->fullText(), u"≈ 187.71°"_s);
    // No form of it invents digits.
    QStringList texts;
    for (const QLabel *label : card.findChildren<QLabel *>())
        texts << label->text();
    QVERIFY2(texts.contains(u"12h 30m 49s"_s), qPrintable(texts.join(u'|')));
}

void DetailPaneTest::linkStaysOnOneLine()
{
    Pane setup;
    setup.pane.showPacket(packet(measured(), "{}"));
    const ElidedLabel *link = value(setup.pane, u"Link"_s);
    const ElidedLabel *topic = value(setup.pane, u"Topic"_s);
    QTRY_VERIFY(link->text().contains(u'…'));
    QVERIFY(link->height() < 2 * link->fontMetrics().height());
    QVERIFY(link->text().startsWith(u"<a href=\"https://gracedb.ligo.org/superevents/S260914ab/view"_s));
    QVERIFY(topic->text().contains(u'…'));
    QCOMPARE(topic->toolTip(), topic->fullText());
    QVERIFY(topic->geometry().right() > setup.pane.width() / 2); // over both columns
}

// Whatever stands in the lines that have none.
void DetailPaneTest::secondFormsHaveTheirRoom()
{
    for (const bool timed : {true, false}) {
        Pane setup;
        auto alert = measured();
        if (timed)
            alert->timestamp = UtcTime::fromIso("2026-09-14T03:01:58.214Z");
        setup.pane.showPacket(packet(alert, "{}"));
        QCoreApplication::processEvents();
        int found = 0;
        for (const auto *label : setup.pane.findChildren<ElidedLabel *>()) {
            if (!label->isVisible() || !label->fullText().startsWith(u"12h 30m 49"_s))
                continue;
            ++found;
            QCOMPARE(label->text(), label->fullText());
        }
        QCOMPARE(found, 1);
    }
}

void DetailPaneTest::stageAndTestAreTags()
{
    Pane setup;
    auto alert = measured();
    alert->alertType = "update";
    alert->revision = "2";
    alert->test = true;
    setup.pane.showPacket(packet(alert, "{}"));
    QStringList tags;
    for (const TagLabel *tag : setup.pane.findChildren<TagLabel *>()) {
        if (tag->isVisible())
            tags << tag->text();
    }
    tags.sort();
    QCOMPARE(tags, (QStringList{u"TEST"_s, u"Update 2"_s}));
}

void DetailPaneTest::cardIsAsHighAsItsContents()
{
    Pane setup({376, 900});
    setup.pane.showPacket(packet(measured(), "{}"));
    const auto *card = setup.pane.findChild<AlertCard *>();
    const int first = card->sizeHint().height();
    QTRY_VERIFY(std::abs(card->height() - first) <= 4);
    auto more = measured();
    more->far = 2.6e-13;
    more->area90 = 310.0;
    setup.pane.showPacket(packet(more, "{}"));
    QTRY_VERIFY(card->height() > first);
    QTRY_VERIFY(std::abs(card->height() - card->sizeHint().height()) <= 4);
}

void DetailPaneTest::buttonsBelowTheCard()
{
    Pane setup;
    QAction mark(u"Mark"_s);
    QAction degrees(u"Copy position in degrees"_s);
    QMenu copies(u"Copy as"_s);
    copies.addAction(&degrees);
    setup.pane.setActions(&mark, {&copies});
    setup.pane.showPacket(packet(measured(), "{}"));
    auto *button = qobject_cast<QPushButton *>(tests::controlNamed(setup.pane, u"Mark"_s));
    QVERIFY(button && button->isVisible());
    bool marked = false;
    connect(&mark, &QAction::triggered, this, [&marked] { marked = true; });
    button->click();
    QVERIFY(marked);
    mark.setEnabled(false);
    QVERIFY(!button->isEnabled());
    QVERIFY(tests::controlNamed(setup.pane, u"Copy as"_s));
    QCOMPARE(tests::namelessControls(setup.pane).join(u' '), QString());
}

void DetailPaneTest::valuesFilterByKeyboard()
{
    Pane setup;
    setup.pane.showPacket(packet(measured(), "{}"));
    setup.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&setup.pane));
    auto *name = value(setup.pane, u"Name"_s);
    QCOMPARE(name->focusPolicy(), Qt::StrongFocus); // the one stop of Tab
    QCOMPARE(value(setup.pane, u"ID"_s)->focusPolicy(), Qt::ClickFocus);
    name->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(name->hasFocus());
    QTest::keyClick(name, Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    auto *ra = value(setup.pane, u"RA"_s);
    QCOMPARE(QApplication::focusWidget(), ra);
    QCOMPARE(ra->focusPolicy(), Qt::StrongFocus);
    QCOMPARE(name->focusPolicy(), Qt::ClickFocus);
    const QSignalSpy condition(&setup.pane, &DetailPane::conditionWanted);
    const QSignalSpy column(&setup.pane, &DetailPane::columnWanted);
    QTest::keyClick(ra, Qt::Key_F);
    QCOMPARE(condition.back().at(0).toString(), u"ra = 187.7059"_s);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, ra->rect().center(), ra->mapToGlobal(QPoint()));
    QApplication::sendEvent(ra, &asked);
    auto *menu = setup.pane.findChild<AlertCard *>()->findChild<QMenu *>();
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == u"As column"_s || action->text() == u"Without it"_s)
            action->trigger();
    }
    menu->close();
    QCOMPARE(column.back().at(0).toString(), u"ra"_s);
    QCOMPARE(condition.back().at(0).toString(), u"(ra != 187.7059 or not has(ra))"_s);
    // The stop is never on a line that went.
    auto *link = value(setup.pane, u"Link"_s);
    link->setFocus(Qt::TabFocusReason);
    auto bare = measured();
    bare->row = 2;
    bare->url.clear();
    setup.pane.showPacket(packet(bare, "{}"));
    QVERIFY(!link->isVisible());
    QCOMPARE(name->focusPolicy(), Qt::StrongFocus);
}

// Nothing of it is cut away: the buttons take another line, the second forms go before the values.
void DetailPaneTest::cardGivesWayWithThePane()
{
    Pane setup({280, 900});
    QAction mark(u"Mark"_s);
    QMenu open(u"Open in"_s);
    QMenu copy(u"Copy as"_s);
    setup.pane.setActions(&mark, {&open, &copy});
    auto alert = measured();
    alert->timestamp = UtcTime::fromIso("2026-09-14T03:01:58.214Z");
    setup.pane.showPacket(packet(alert, "{}"));
    const auto *card = setup.pane.findChild<AlertCard *>();
    for (const double scale : {1.0, 2.0}) {
        Theme::setTextScale(scale);
        setup.pane.resize(scale > 1 ? 384 : 280, 900);
        QTRY_VERIFY(card->width() <= setup.pane.width());
        for (const QPushButton *button : card->findChildren<QPushButton *>())
            QVERIFY(!button->isVisible() || card->rect().contains(button->geometry()));
        if (scale > 1)
            continue;
        const auto *time = value(setup.pane, u"Time"_s);
        QTRY_COMPARE(time->text(), time->fullText());
        const auto labels = card->findChildren<ElidedLabel *>();
        const auto sexagesimal = std::ranges::find_if(labels, [](const ElidedLabel *label) { return label->fullText().startsWith(u"12h 30m"_s); });
        QVERIFY(sexagesimal != labels.end() && (*sexagesimal)->text() == (*sexagesimal)->fullText());
    }
    Theme::setTextScale(1);
}

void DetailPaneTest::undecodableSaysWhy()
{
    Pane setup;
    auto alert = measured();
    alert->error = "no decoder knows these bytes";
    auto loaded = packet(alert, std::string("\x01\x02\xff", 3), false);
    loaded->raw = {};
    setup.pane.showPacket(loaded);
    QCOMPARE(setup.tabs->tabText(setup.tabs->currentIndex()), u"Hex"_s);
    const auto panelOf = [&] { return setup.tabs->currentWidget()->findChild<MessagePanel *>(); };
    QVERIFY(panelOf()->isVisible());
    QVERIFY(panelOf()->accessibleDescription().startsWith(u"No decoder knows these bytes."_s));
    setup.tabs->setCurrentIndex(0);
    QVERIFY(panelOf()->isVisible());
    QCOMPARE(panelOf()->title(), u"This packet could not be decoded"_s);
    QVERIFY(!setup.tabs->currentWidget()->findChild<QLineEdit *>()->isVisible()); // nothing to find in
    showTab(*setup.tabs, u"Raw"_s);
    QStringList said;
    for (const QLabel *label : setup.tabs->currentWidget()->findChildren<QLabel *>())
        said << label->text();
    QVERIFY(said.contains(u"Not text; see Hex"_s));
}

void DetailPaneTest::offendingBytesAreBoxed()
{
    Pane setup;
    auto alert = measured();
    alert->error = "a colon is missing at byte 6";
    auto loaded = packet(alert, "{\"id\" 12345678901234567890}", false);
    loaded->badAt = 6;
    setup.pane.showPacket(loaded);
    auto *hex = setup.pane.findChild<HexView *>();
    QVERIFY(hex->isVisible());
    const QColor edge = Theme::palette().bad;
    const auto edges = [&] {
        const QImage picture = hex->viewport()->grab().toImage();
        int count = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                count += picture.pixelColor(x, y) == edge ? 1 : 0;
        }
        return count;
    };
    QVERIFY(edges() > 40);
    loaded->badAt = -1;
    setup.pane.showPacket(loaded);
    QCOMPARE(edges(), 0);
}

void DetailPaneTest::bytesCanBeCopied()
{
    Pane setup;
    auto alert = measured();
    alert->error = "no decoder knows these bytes";
    setup.pane.showPacket(packet(alert, std::string("\x01\x02\xff", 3), false));
    auto *copy = qobject_cast<QPushButton *>(tests::controlNamed(setup.pane, u"Copy bytes"_s));
    QVERIFY(copy && copy->isVisible());
    copy->click();
    QCOMPARE(QApplication::clipboard()->text(), u"01 02 ff"_s);
    QCOMPARE(QApplication::clipboard()->mimeData()->data(u"application/octet-stream"_s), QByteArray("\x01\x02\xff", 3));
}

void DetailPaneTest::hexFitsTheDefaultPane()
{
    Pane setup;
    setup.pane.showPacket(packet(measured(), std::string(400, 'x'), false));
    auto *hex = setup.pane.findChild<HexView *>();
    QVERIFY(hex->isVisible());
    QCOMPARE(hex->bytesPerLine(), 8);
    QCOMPARE(hex->horizontalScrollBar()->maximum(), 0);
    setup.pane.resize(760, 700);
    QTRY_COMPARE(hex->bytesPerLine(), 16);
    QCOMPARE(hex->horizontalScrollBar()->maximum(), 0);
    QVERIFY(hex->toPlainText().startsWith(u"000000  78 78"_s));
}

void DetailPaneTest::rawIsPrettyAndNumbered()
{
    Pane setup;
    setup.pane.showPacket(packet(measured(), R"({"id":"S1","far":2.61e-13,"ok":true})"));
    showTab(*setup.tabs, u"Raw"_s);
    auto *raw = setup.pane.findChild<CodeView *>();
    QCOMPARE(raw->accessibleName(), u"Raw"_s);
    QCOMPARE(raw->toPlainText(), u"{\n  \"id\": \"S1\",\n  \"far\": 2.61e-13,\n  \"ok\": true\n}"_s);
    const QImage picture = raw->grab().toImage();
    QSet<QRgb> seen;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            seen << picture.pixel(x, y);
    }
    for (const QColor &colour : {Theme::palette().codeStr, Theme::palette().codeNum, Theme::palette().codeKey, Theme::palette().muted})
        QVERIFY2(seen.contains(colour.rgb()), qPrintable(colour.name()));
}

void DetailPaneTest::largePacketsAreBounded()
{
    std::string large = "[";
    while (large.size() < 5'000'000)
        large += R"({"name": "a value of some length", "number": 1.25},)";
    large.back() = ']';
    auto loaded = packet(measured(), large, false);
    QVERIFY(loaded->raw.cut);
    QVERIFY(loaded->raw.text.size() <= static_cast<qsizetype>(LoadedPacket::kMostRaw) + 4'000);
    Pane setup;
    setup.pane.showPacket(loaded);
    showTab(*setup.tabs, u"Raw"_s);
    QTRY_VERIFY(setup.pane.findChild<CodeView *>()->blockCount() > 1'000);
    showTab(*setup.tabs, u"Hex"_s);
    QTRY_COMPARE(setup.pane.findChild<HexView *>()->blockCount(), (64 << 10) / 8);
}

void DetailPaneTest::prettyJsonKeepsWhatWasWritten_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("pretty");
    QTest::newRow("digits") << QByteArray("{\"a\":1.50,\"b\":12345678901234567890123}") << u"{\n  \"a\": 1.50,\n  \"b\": 12345678901234567890123\n}"_s;
    QTest::newRow("empty") << QByteArray(" { \"a\" : { } , \"b\":[ ] } ") << u"{\n  \"a\": {},\n  \"b\": []\n}"_s;
    QTest::newRow("short list") << QByteArray("{\"i\":[\"H1\",\"L1\", 3]}") << u"{\n  \"i\": [\"H1\", \"L1\", 3]\n}"_s;
    QTest::newRow("list in list") << QByteArray("[[1,2],[3]]") << u"[\n  [1, 2],\n  [3]\n]"_s;
    QTest::newRow("quotes") << QByteArray("{\"a\":\"x\\\"{,:\\\\\"}") << u"{\n  \"a\": \"x\\\"{,:\\\\\"\n}"_s;
    QTest::newRow("cut") << QByteArray("{\"a\":\"x") << u"{\n  \"a\": \"x"_s;
    QTest::newRow("text after it") << QByteArray("{}!") << u"{}!"_s;
    QTest::newRow("too many ends") << QByteArray("}}") << u"\n}\n}"_s;
}

void DetailPaneTest::prettyJsonKeepsWhatWasWritten()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, pretty);
    const PrettyText out = prettyJson({json.constData(), static_cast<size_t>(json.size())}, 1 << 20);
    QCOMPARE(out.text, pretty);
    QVERIFY(!out.cut);
    // A map in base64 says how long it is.
    const std::string map = "{\"skymap\":\"" + std::string(1'000'000, 'U') + "\"}";
    QVERIFY(prettyJson(map, 1 << 20).text.size() < 400);
    const std::string digits = "{\"n\":" + std::string(1'000'000, '7') + ",\"m\":1}";
    QVERIFY(prettyJson(digits, 1 << 20).text.size() < 400);
    QVERIFY(prettyJson(digits, 1 << 20).text.endsWith(u"\"m\": 1\n}"_s));
}

void DetailPaneTest::narrowPaneStaysReadable()
{
    Pane setup({90, 600});
    setup.pane.showPacket(packet(measured(), "{}"));
    QVERIFY(setup.pane.width() >= 200);
    for (const ElidedLabel *label : setup.pane.findChildren<ElidedLabel *>()) {
        if (!label->isVisible() || label->textFormat() != Qt::PlainText)
            continue;
        QVERIFY2(label->fontMetrics().horizontalAdvance(label->text()) <= label->width() + 2, qPrintable(label->fullText()));
    }
}

QTEST_MAIN(DetailPaneTest)
#include "tst_detailpane.moc"
