// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/decoder.h"
#include "support/archivefixture.h"
#include "support/streambench.h"
#include "support/widgets.h"
#include "ui/dialogs/mappingdialog.h"
#include "ui/dialogs/streamdialog.h"
#include "ui/models/fieldtreemodel.h"
#include "ui/models/mappingwords.h"
#include "ui/models/pointermodel.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/fieldtreeview.h"
#include "ui/widgets/messagepanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::button;
using tests::named;
using tests::StreamBench;

namespace {

constexpr auto kPacket = R"({"event": {"number": 9007199254740993, "nights": [7, 8]}, "pos": {"ra": 12.5, "dec": -30, "a/b": 1}, "when": 61000.5})";

QString resultOf(const QDialog &dialog, const QString &key, int column)
{
    const auto *result = named<QTreeWidget>(&dialog, u"What comes out"_s);
    for (int i = 0; i < result->topLevelItemCount(); ++i) {
        if (result->topLevelItem(i)->text(0) == key)
            return result->topLevelItem(i)->text(column);
    }
    return {};
}

bool says(const QDialog &dialog, const QString &words)
{
    for (const FieldNote *note : dialog.findChildren<FieldNote *>()) {
        if (note->isVisible() && note->text().contains(words))
            return true;
    }
    return false;
}

void write(const QDialog &dialog, const QString &key, const QString &text)
{
    auto *line = named<QComboBox>(&dialog, key)->lineEdit();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
    if (auto *popup = QApplication::activePopupWidget())
        popup->close();
}

void choose(const QDialog &dialog, const QString &name, const QString &data)
{
    auto *box = named<QComboBox>(&dialog, name);
    QVERIFY(box && box->findData(data) >= 0);
    box->setCurrentIndex(box->findData(data));
}

void paste(const QDialog &dialog, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    QTest::mouseClick(button(&dialog, u"Paste"_s), Qt::LeftButton);
}

} // namespace

class MappingDialogTest : public QObject, private tests::ArchiveFixture
{
    Q_OBJECT
private Q_SLOTS:
    void editedFromTheStreamsDialog();
    void newestPacketsOfTheStreamAreShown();
    void wrongPointerIsSaid();
    void refusedValueIsSaidAtItsKey();
    void fieldOfThePacketIsTaken();
    void nothingMappedIsNothingStored();
    void whatIsStoredComesBack();
    void unreadableMappingIsSaid();
    void packetThatIsNone();
    void words();
    void pointersOfAPacket();
};

void MappingDialogTest::editedFromTheStreamsDialog()
{
    std::vector<streams::StreamConfig> submitted;
    StreamDialog dialog(
        StreamBench::kafka(u"mine"_s), {},
        [&](const streams::StreamConfig &config) -> Outcome {
            submitted.push_back(config);
            return Done{};
        },
        nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    dialog.findChild<QToolButton *>()->setChecked(true); // Advanced
    QVERIFY(says(dialog, u"By the usual names"_s));
    auto *edit = named<QPushButton>(&dialog, u"Field mapping"_s);
    QVERIFY(edit && edit->isVisible());
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Space);
    const QPointer<MappingDialog> mapping = dialog.findChild<MappingDialog *>();
    QVERIFY(mapping);
    QVERIFY(QTest::qWaitForWindowExposed(mapping));
    const auto *message = mapping->findChild<MessagePanel *>(QString(), Qt::FindChildrenRecursively);
    QVERIFY(message);
    paste(*mapping, QString::fromUtf8(kPacket));
    QTRY_VERIFY(named<QTreeWidget>(mapping, u"What comes out"_s)->isVisible());
    write(*mapping, u"ID"_s, u"/event/number"_s);
    write(*mapping, u"RA"_s, u"/pos/ra"_s);
    choose(*mapping, u"RA: unit"_s, u"h"_s);
    write(*mapping, u"Dec"_s, u"/pos/dec"_s);
    write(*mapping, u"Time"_s, u"/when"_s);
    choose(*mapping, u"Time: unit"_s, u"mjd"_s);
    named<QComboBox>(mapping, u"Time: time scale"_s)->setCurrentIndex(1); // TAI
    QTRY_COMPARE(resultOf(*mapping, u"RA"_s, 2), u"187.5"_s);
    QTRY_COMPARE(resultOf(*mapping, u"ID"_s, 2), u"9007199254740993"_s);
    QTRY_VERIFY2(resultOf(*mapping, u"Time"_s, 2).contains(u"11:59:23"_s), qPrintable(resultOf(*mapping, u"Time"_s, 2)));
    QTRY_VERIFY(says(*mapping, u"→ 187.5"_s));
    auto *ok = button(mapping, u"OK"_s);
    QVERIFY(ok->isEnabled());
    QTest::mouseClick(ok, Qt::LeftButton);
    QTRY_VERIFY(!mapping);
    QVERIFY(says(dialog, u"timestamp, id, ra, dec mapped"_s));
    QTest::mouseClick(button(&dialog, u"Add stream"_s), Qt::LeftButton);
    QCOMPARE(submitted.size(), 1u);
    QCOMPARE(submitted.front().values.stored().value(u"mapping"_s).toString(),
             uR"({"fields":{"timestamp":{"from":"/when","unit":"mjd","scale":"tai"},"id":"/event/number","ra":{"from":"/pos/ra","unit":"h"},"dec":"/pos/dec"}})"_s);
}

void MappingDialogTest::newestPacketsOfTheStreamAreShown()
{
    begin();
    open();
    DecodedBatch batch = tests::batchOf(tests::lane(), 0, 25, {}, tests::stream("u-1", "mine"));
    auto memory = std::make_shared<std::vector<std::string>>();
    for (size_t i = 0; i < batch.packets.size(); ++i)
        memory->push_back(R"({"serial": )" + std::to_string(i) + "}");
    for (size_t i = 0; i < batch.packets.size(); ++i)
        batch.packets[i].packet.value = (*memory)[i];
    batch.keepAlive = memory;
    m_archive->append(std::move(batch));
    m_archive->append(tests::batchOf(tests::lane(1), 0, 3, {}, tests::stream("u-2", "other")));
    QTRY_COMPARE(m_listener.rows.load(), 28);
    {
        MappingDialog dialog({}, u"mine"_s, m_archive.get(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        const auto *packets = named<QComboBox>(&dialog, u"Packet"_s);
        QTRY_COMPARE(packets->count(), 20);
        write(dialog, u"ID"_s, u"/serial"_s);
        QTRY_COMPARE(resultOf(dialog, u"ID"_s, 2), u"24"_s);
        named<QComboBox>(&dialog, u"Packet"_s)->setCurrentIndex(19);
        QTRY_COMPARE(resultOf(dialog, u"ID"_s, 2), u"5"_s);
        QCOMPARE(named<QComboBox>(&dialog, u"ID"_s)->itemData(0, Qt::EditRole).toString(), u"/serial"_s);
    }
    m_archive.reset();
}

void MappingDialogTest::wrongPointerIsSaid()
{
    MappingDialog dialog({}, {}, nullptr, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTRY_VERIFY(dialog.findChildren<MessagePanel *>().constLast()->title().contains(u"no packets"_s)
                || std::ranges::any_of(dialog.findChildren<MessagePanel *>(), [](const MessagePanel *p) { return p->title().contains(u"no packets"_s); }));
    write(dialog, u"RA"_s, u"pos.ra"_s);
    QVERIFY(says(dialog, u"Begin with a slash"_s));
    QVERIFY(says(dialog, u"Correct the field of RA first."_s));
    QVERIFY(!button(&dialog, u"OK"_s)->isEnabled());
    write(dialog, u"RA"_s, u"/pos~2"_s);
    QVERIFY(says(dialog, u"This is no JSON pointer"_s));
    write(dialog, u"RA"_s, u"/pos~1 | /x"_s);
    QVERIFY(button(&dialog, u"OK"_s)->isEnabled());
    QVERIFY(!says(dialog, u"Correct"_s));
}

void MappingDialogTest::refusedValueIsSaidAtItsKey()
{
    MappingDialog dialog({}, {}, nullptr, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    paste(dialog, uR"({"a": 12, "b": 95, "t": "yesterday"})"_s);
    write(dialog, u"RA"_s, u"/a"_s);
    write(dialog, u"Dec"_s, u"/b"_s);
    write(dialog, u"Time"_s, u"/t"_s);
    write(dialog, u"Magnitude"_s, u"/nowhere"_s);
    QTRY_VERIFY(says(dialog, u"Dec 95 is no declination"_s));
    QVERIFY(says(dialog, u"imestamp is no time"_s));
    QVERIFY(says(dialog, u"Not in this packet"_s));
    QVERIFY(button(&dialog, u"OK"_s)->isEnabled()); // another packet may be better
}

void MappingDialogTest::fieldOfThePacketIsTaken()
{
    MappingDialog dialog({}, {}, nullptr, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    paste(dialog, QString::fromUtf8(kPacket));
    auto *tree = named<FieldTreeView>(&dialog, u"Packet's fields"_s);
    QTRY_VERIFY(tree->isVisible() && tree->model()->rowCount() == 3);
    tree->expandAll();
    const QModelIndex pos = tree->model()->index(1, 0);
    // A double click, then Enter.
    named<QComboBox>(&dialog, u"RA"_s)->setFocus();
    QVERIFY(button(&dialog, u"Use for RA"_s));
    const QRect line = tree->visualRect(tree->model()->index(0, 0, pos));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, line.center());
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, line.center());
    QCOMPARE(named<QComboBox>(&dialog, u"RA"_s)->currentText(), u"/pos/ra"_s);
    named<QComboBox>(&dialog, u"Dec"_s)->setFocus();
    tree->setFocus();
    tree->setCurrentIndex(tree->model()->index(2, 0, pos));
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QCOMPARE(named<QComboBox>(&dialog, u"Dec"_s)->currentText(), u"/pos/a~1b"_s);
    // Of a list the element.
    tree->setCurrentIndex(tree->model()->index(1, 0, tree->model()->index(0, 0)));
    QTest::mouseClick(button(&dialog, u"Use for Dec"_s), Qt::LeftButton);
    QCOMPARE(named<QComboBox>(&dialog, u"Dec"_s)->currentText(), u"/event/nights/1"_s);
}

void MappingDialogTest::nothingMappedIsNothingStored()
{
    MappingDialog dialog(uR"({"fields":{"id":"/x"}})"_s, {}, nullptr, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    const QSignalSpy chosen(&dialog, &MappingDialog::chosen);
    named<QComboBox>(&dialog, u"ID"_s)->clearEditText();
    QTest::mouseClick(button(&dialog, u"OK"_s), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toString(), QString());
}

void MappingDialogTest::whatIsStoredComesBack()
{
    const QString stored
        = uR"({"format":"*","fields":{"id":["/a | /b","/c"],"mag":{"from":"/flux","unit":"nJy"},"far":{"from":"/rate","unit":"1/yr"},"issued":{"from":"/t","scale":"gps"}}})"_s;
    MappingDialog dialog(stored, {}, nullptr, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(named<QComboBox>(&dialog, u"FAR"_s)->isVisible()); // mapped, though the further keys are folded
    const QSignalSpy chosen(&dialog, &MappingDialog::chosen);
    QTest::mouseClick(button(&dialog, u"OK"_s), Qt::LeftButton);
    QCOMPARE(chosen.front().front().toString(), uR"({"format":"*","fields":{"id":{"from":["/a | /b","/c"]},"mag":{"from":"/flux","unit":"nJy"},"far":{"from":"/rate","unit":"1/yr"},"issued":{"from":"/t","scale":"gps"}}})"_s);
}

void MappingDialogTest::unreadableMappingIsSaid()
{
    MappingDialog dialog(uR"({"fields":{"nonsense":"/x"}})"_s, {}, nullptr, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    const auto panels = dialog.findChildren<MessagePanel *>();
    QVERIFY(std::ranges::any_of(panels, [](const MessagePanel *p) { return p->isVisible() && p->title().contains(u"“nonsense” is no key"_s); }));
}

void MappingDialogTest::packetThatIsNone()
{
    MappingDialog dialog({}, {}, nullptr, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    const auto said = [&](const QString &words) {
        return std::ranges::any_of(dialog.findChildren<MessagePanel *>(), [&](const MessagePanel *p) { return p->isVisible() && p->title().contains(words); });
    };
    QTRY_VERIFY(said(u"There are no packets of this stream yet."_s));
    paste(dialog, u"  "_s);
    QVERIFY(said(u"no text in the clipboard"_s));
    paste(dialog, u"by no means JSON"_s);
    QTRY_VERIFY(said(u"No packet was found in Pasted text."_s));
    paste(dialog, QString::fromUtf8(kPacket));
    QTRY_VERIFY(named<FieldTreeView>(&dialog, u"Packet's fields"_s)->isVisible());
}

void MappingDialogTest::words()
{
    QCOMPARE(mappingInWords({}), u"By the usual names"_s);
    QCOMPARE(mappingInWords(uR"({"fields":{"id":"/a","ra":"/b"}})"_s), u"id, ra mapped"_s);
    QVERIFY(mappingInWords(u"{"_s).startsWith(u"Cannot be used: "_s));
}

void MappingDialogTest::pointersOfAPacket()
{
    std::vector<KnownPointer> known;
    addPointers(decoders::FieldTree::parse(kPacket), known);
    QStringList pointers;
    for (const KnownPointer &one : known)
        pointers << one.pointer;
    QCOMPARE(pointers, (QStringList{u"/event/number"_s, u"/event/nights"_s, u"/event/nights/0"_s, u"/event/nights/1"_s, u"/pos/ra"_s, u"/pos/dec"_s,
                                    u"/pos/a~1b"_s, u"/when"_s}));
    QCOMPARE(known.front().value, u"9007199254740993"_s);
}

QTEST_MAIN(MappingDialogTest)
#include "tst_mappingdialog.moc"
