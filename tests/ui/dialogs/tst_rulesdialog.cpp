// SPDX-License-Identifier: GPL-3.0-or-later
// The list of rules, its editor and the rehearsal, used as a person does.
#include "core/rules/rulecheck.h"
#include "support/accessiblewalk.h"
#include "support/ruleexamples.h"
#include "support/widgets.h"
#include "ui/dialogs/rehearsaldialog.h"
#include "ui/dialogs/ruledialog.h"
#include "ui/dialogs/rulesdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filtermessage.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::ui;
using rules::Rule;

namespace {

struct List {
    tests::RuleExamples examples;
    QPointer<RulesDialog> dialog = new RulesDialog(rules::actionKinds(), nullptr);
    QTreeWidget *view = dialog->findChild<QTreeWidget *>();

    List()
    {
        dialog->setRules(examples.rules, examples.states);
        dialog->show();
    }
    ~List() { delete dialog; }
    QTreeWidgetItem *item(int row) const { return view->topLevelItem(row); }
    QPushButton *button(const QString &text) const { return tests::button(dialog, text); }
    // As the mouse does.
    void tick(int row) const
    {
        QStyleOptionViewItem option;
        option.initFrom(view);
        option.rect = view->visualItemRect(item(row));
        option.features = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDisplay;
        const QRect box = view->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, view);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, box.center());
    }
};

struct Editor {
    QPointer<RuleDialog> dialog;
    std::vector<Rule> kept;
    Outcome answer = Done{};

    explicit Editor(const Rule &rule, const QStringList &taken = {})
    {
        dialog = new RuleDialog(rule, rules::actionKinds(), {.taken = taken, .trialRow = u"S260914ab"_s},
                                [this](const Rule &made) {
                                    kept.push_back(made);
                                    return answer;
                                },
                                nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
    }
    ~Editor() { delete dialog; }
    template <typename T>
    T *named(const QString &name) const { return tests::named<T>(dialog, name); }
    QPushButton *button(const QString &text) const { return tests::button(dialog, text); }
    void addAction(const QString &label) const
    {
        for (QAction *action : button(u"Add action"_s)->menu()->actions()) {
            if (action->text() == label)
                return action->trigger();
        }
        QFAIL(qPrintable(label));
    }
    MessagePanel *message(const QString &title) const
    {
        for (auto *panel : dialog->findChildren<MessagePanel *>()) {
            if (panel->isVisible() && panel->title() == title)
                return panel;
        }
        return nullptr;
    }
};

} // namespace

class RulesDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    // The list.
    void tickOfWhatWakesRehearsesFirst();
    void tickOfTheOthersIsAsked();
    void orderByKeysAndButtons();
    void waitingAndFailing();
    void controlsHaveNames();
    // The editor.
    void newRule();
    void nothingIsLostByEditing();
    void wrongConditionStopsSaving();
    void correctionByKeyboard();
    void incompleteAction();
    void unknownActionStays();
    void changedConditionLosesItsRehearsal();
    void wakingSettingsOnlyWhereItWakes();
    void refusedKeepsWhatWasTyped();
    void trial();
    void tabsThroughAll();
    // The rehearsal.
    void rehearsal();
    void rehearsalStops();
    void nightsBeginAtNoon();
};

void RulesDialogTest::tickOfWhatWakesRehearsesFirst()
{
    const List list;
    QSignalSpy rehearsal(list.dialog, &RulesDialog::rehearsalWanted);
    QSignalSpy enabled(list.dialog, &RulesDialog::enabledWanted);
    QVERIFY(!list.examples.rules[1].rehearsed.isValid());
    list.tick(1);
    QCOMPARE(rehearsal.size(), 1);
    QCOMPARE(rehearsal[0][0].toString(), list.examples.rules[1].name);
    QVERIFY(rehearsal[0][1].toBool());
    QCOMPARE(enabled.size(), 0);
    QCOMPARE(list.item(1)->checkState(0), Qt::Unchecked); // until it is so
    // The button says the same.
    QTest::mouseClick(list.button(u"Arm…"_s), Qt::LeftButton);
    QCOMPARE(rehearsal.size(), 2);
}

void RulesDialogTest::tickOfTheOthersIsAsked()
{
    const List list;
    QSignalSpy rehearsal(list.dialog, &RulesDialog::rehearsalWanted);
    QSignalSpy enabled(list.dialog, &RulesDialog::enabledWanted);
    list.tick(2); // rehearsed
    QCOMPARE(enabled.size(), 1);
    QCOMPARE(enabled[0][0].toString(), list.examples.rules[2].name);
    QVERIFY(enabled[0][1].toBool());
    list.tick(0); // armed
    QCOMPARE(enabled.size(), 2);
    QVERIFY(!enabled[1][1].toBool());
    QCOMPARE(rehearsal.size(), 0);
    QTest::mouseClick(list.button(u"Disarm"_s), Qt::LeftButton);
    QCOMPARE(enabled.size(), 3);
}

void RulesDialogTest::orderByKeysAndButtons()
{
    const List list;
    QSignalSpy place(list.dialog, &RulesDialog::placeWanted);
    list.dialog->select(list.examples.rules[1].name);
    list.view->setFocus();
    QTest::keyClick(list.view, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(place.size(), 1);
    QCOMPARE(place[0][0].toString(), list.examples.rules[1].name);
    QCOMPARE(place[0][1].toInt(), 2);
    QTest::mouseClick(list.button(u"Up"_s), Qt::LeftButton);
    QCOMPARE(place[1][1].toInt(), 0);
    QSignalSpy edit(list.dialog, &RulesDialog::editWanted);
    QTest::keyClick(list.view, Qt::Key_Return);
    QCOMPARE(edit.size(), 1);
    QVERIFY(list.dialog->isVisible());
    list.dialog->select(list.examples.rules[0].name);
    QVERIFY(!list.button(u"Up"_s)->isEnabled());
    QTest::keyClick(list.view, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(place.size(), 2);
    // The one that was chosen stays so, wherever it stands now.
    std::vector<Rule> other = list.examples.rules;
    std::swap(other[0], other[3]);
    list.dialog->setRules(other, list.examples.states);
    QCOMPARE(list.dialog->current(), list.examples.rules[0].name);
}

void RulesDialogTest::waitingAndFailing()
{
    const List list;
    QSignalSpy allow(list.dialog, &RulesDialog::allowWanted);
    QSignalSpy refuse(list.dialog, &RulesDialog::refuseWanted);
    list.dialog->select(u"members"_s);
    QVERIFY(list.button(u"Allow"_s)->isVisible());
    QTest::mouseClick(list.button(u"Allow"_s), Qt::LeftButton);
    QTest::mouseClick(list.button(u"Do not send"_s), Qt::LeftButton);
    QCOMPARE(allow.size(), 1);
    QCOMPARE(allow[0][0].toString(), u"chat.example.org"_s);
    QCOMPARE(refuse[0][0].toString(), u"chat.example.org"_s);
    list.dialog->select(u"point"_s);
    QVERIFY(!list.button(u"Allow"_s)->isVisible());
    const auto *output = tests::named<QPlainTextEdit>(list.dialog, u"Output of the action"_s);
    QVERIFY(output->isVisible());
    QVERIFY(output->toPlainText().contains(u"dome is closed"_s));
    list.dialog->select(list.examples.rules[0].name);
    QVERIFY(!output->isVisible());
}

void RulesDialogTest::controlsHaveNames()
{
    const List list;
    const Editor editor(list.examples.rules[0]);
    RehearsalDialog rehearsal(u"One"_s, u"It does."_s, true, nullptr);
    rehearsal.setAttribute(Qt::WA_DeleteOnClose, false);
    rehearsal.show();
    for (const QWidget *dialog : {static_cast<QWidget *>(list.dialog), static_cast<QWidget *>(editor.dialog), static_cast<QWidget *>(&rehearsal)}) {
        for (const QWidget *each : dialog->findChildren<QWidget *>()) {
            if (each->isVisible() && tests::isControl(*each))
                QVERIFY2(!tests::accessibleNameOf(*each).isEmpty(), each->metaObject()->className());
        }
    }
}

void RulesDialogTest::newRule()
{
    Editor editor({}, {u"bright-and-near"_s});
    editor.named<QLineEdit>(u"Name"_s)->setText(u"Bright and near"_s);
    QTest::keyClicks(editor.named<FilterBox>(u"Condition"_s), u"mag < 16"_s);
    QTest::mouseClick(editor.button(u"Add rule"_s), Qt::LeftButton);
    QVERIFY(editor.kept.empty());
    QVERIFY(editor.message(u"The rule does nothing yet"_s));
    editor.addAction(u"Notification"_s);
    editor.addAction(u"Mark"_s);
    QTest::mouseClick(editor.button(u"Add rule"_s), Qt::LeftButton);
    QCOMPARE(editor.kept.size(), 1U);
    const Rule &made = editor.kept.front();
    QCOMPARE(made.name, u"bright-and-near-2"_s);
    QCOMPARE(made.title(), u"Bright and near"_s);
    QCOMPARE(made.filter, u"mag < 16"_s);
    QCOMPARE(made.actions.size(), 2U);
    QCOMPARE(made.actions[1].kind, u"mark"_s);
    QVERIFY(!made.enabled && !made.rehearsed.isValid());
    QVERIFY(rules::problemsOf(made).empty());
}

// A form that drops or rounds anything would change the rule of somebody who only looked at it.
void RulesDialogTest::nothingIsLostByEditing()
{
    Rule rule = tests::RuleExamples().rules[5];
    rule.tests = true;
    rule.marked = true;
    rule.measure = u"-far"_s;
    rule.throttle = 95s;
    rule.repeat = 7'200s;
    rule.quiet = {23 * 60 + 30, 6 * 60};
    rule.retractions = true;
    rule.unknown = u"{\"later\":1}"_s;
    for (const bool always : {false, true}) {
        rule.always = always;
        if (always)
            rule.quiet = {};
        Editor editor(rule);
        QTest::mouseClick(editor.button(u"Save rule"_s), Qt::LeftButton);
        QCOMPARE(editor.kept.size(), 1U);
        QVERIFY(editor.kept.front() == rule);
    }
    for (const Rule &shipped : rules::shippedRules()) {
        Editor editor(shipped);
        QVERIFY2(editor.dialog->rule() == shipped, qPrintable(shipped.name));
    }
}

void RulesDialogTest::wrongConditionStopsSaving()
{
    Editor editor(tests::RuleExamples().rules[0]);
    auto *box = editor.named<FilterBox>(u"Condition"_s);
    box->setText(u"mag <"_s);
    QVERIFY(!editor.button(u"Save rule"_s)->isEnabled());
    QVERIFY(!editor.button(u"Save rule"_s)->toolTip().isEmpty());
    QVERIFY(!editor.button(u"Rehearse…"_s)->isEnabled());
    QTRY_VERIFY(box->parentWidget()->findChild<FilterMessage *>()->isVisible());
    box->setText(u"mag < 12"_s);
    QVERIFY(editor.button(u"Save rule"_s)->isEnabled());
    auto *measure = editor.named<FilterBox>(u"Important by"_s);
    measure->setText(u"mag < 12"_s); // no number
    QVERIFY(!editor.button(u"Save rule"_s)->isEnabled());
    measure->setText(u"-mag"_s);
    QVERIFY(editor.button(u"Save rule"_s)->isEnabled());
}

void RulesDialogTest::correctionByKeyboard()
{
    Editor editor(tests::RuleExamples().rules[0]);
    auto *box = editor.named<FilterBox>(u"Condition"_s);
    box->setFocus();
    box->setText(u"signifcant"_s);
    QTest::keyClick(box, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(box->text(), u"significant"_s);
    QVERIFY(editor.kept.empty());
}

void RulesDialogTest::incompleteAction()
{
    Editor editor(tests::RuleExamples().rules[0]);
    editor.addAction(u"Run a program"_s);
    auto *actions = editor.named<QListWidget>(u"Actions"_s);
    QVERIFY(actions->currentItem()->text().contains(u"incomplete"_s));
    actions->setCurrentRow(0);
    QTest::mouseClick(editor.button(u"Save rule"_s), Qt::LeftButton);
    QVERIFY(editor.kept.empty());
    QVERIFY(actions->currentItem()->text().contains(u"incomplete"_s)); // it is shown
    editor.named<QLineEdit>(u"Command"_s)->setText(u"/bin/true"_s);
    QVERIFY(!actions->currentItem()->text().contains(u"incomplete"_s));
    QTest::mouseClick(editor.button(u"Save rule"_s), Qt::LeftButton);
    QCOMPARE(editor.kept.size(), 1U);
    QCOMPARE(editor.kept.front().actions[1].text(u"command"_s), u"/bin/true"_s);
}

// What only a newer version can do is neither dropped nor changed by looking at it.
void RulesDialogTest::unknownActionStays()
{
    Rule rule = tests::RuleExamples().rules[0];
    rules::Action newer{.kind = u"telepathy"_s};
    newer.values.set(u"to"_s, u"mira"_s);
    rule.actions.push_back(newer);
    const Editor editor(rule);
    editor.named<QListWidget>(u"Actions"_s)->setCurrentRow(static_cast<int>(rule.actions.size()) - 1);
    QVERIFY(editor.dialog->rule() == rule);
}

void RulesDialogTest::changedConditionLosesItsRehearsal()
{
    const Rule armed = tests::RuleExamples().rules[0];
    QVERIFY(armed.enabled && armed.rehearsed.isValid());
    const Editor editor(armed);
    auto *box = editor.named<FilterBox>(u"Condition"_s);
    box->setText(u"messenger = \"gw\""_s);
    QVERIFY(!editor.dialog->rule().enabled);
    QVERIFY(!editor.dialog->rule().rehearsed.isValid());
    const auto *said = editor.named<QLabel>(u"What the rule does"_s);
    QVERIFY(said->text().contains(u"rehearsed again"_s));
    box->setText(armed.filter); // back again
    QVERIFY(editor.dialog->rule() == armed);
    editor.named<QLineEdit>(u"Repeat every"_s)->setText(u"2m"_s); // changes nothing of how often
    QVERIFY(editor.dialog->rule().enabled);
}

void RulesDialogTest::wakingSettingsOnlyWhereItWakes()
{
    const Editor editor({});
    QVERIFY(!editor.named<QLineEdit>(u"Repeat every"_s)->isVisible());
    editor.addAction(u"Sound"_s);
    QVERIFY(editor.named<QLineEdit>(u"Repeat every"_s)->isVisible());
    QVERIFY(editor.named<QCheckBox>(u"Quiet hours"_s)->isVisible());
    editor.named<QCheckBox>(u"Sound at any hour"_s)->setChecked(true);
    QVERIFY(!editor.named<QCheckBox>(u"Quiet hours"_s)->isVisible());
    QTest::mouseClick(tests::named<QPushButton>(editor.dialog, u"Remove action"_s), Qt::LeftButton);
    QVERIFY(!editor.named<QLineEdit>(u"Repeat every"_s)->isVisible());
}

void RulesDialogTest::refusedKeepsWhatWasTyped()
{
    Editor editor(tests::RuleExamples().rules[0]);
    editor.answer = Error{.message = u"No room."_s, .remedy = u"Make some."_s};
    editor.named<QLineEdit>(u"Name"_s)->setText(u"Another name"_s);
    QTest::mouseClick(editor.button(u"Save rule"_s), Qt::LeftButton);
    QVERIFY(editor.dialog->isVisible());
    QVERIFY(editor.message(u"No room."_s));
    QCOMPARE(editor.named<QLineEdit>(u"Name"_s)->text(), u"Another name"_s);
    editor.answer = Done{};
    QTest::mouseClick(editor.button(u"Save rule"_s), Qt::LeftButton);
    QVERIFY(!editor.dialog->isVisible());
    QCOMPARE(editor.kept.back().name, tests::RuleExamples().rules[0].name); // its key stays
    QCOMPARE(editor.kept.back().title(), u"Another name"_s);
}

void RulesDialogTest::trial()
{
    const Editor editor(tests::RuleExamples().rules[6]);
    QSignalSpy wanted(editor.dialog, &RuleDialog::trialWanted);
    auto *button = editor.button(u"Try it"_s);
    QVERIFY(button->toolTip().contains(u"S260914ab"_s));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<rules::Action>().kind, u"program"_s);
    QVERIFY(!button->isEnabled()); // once is enough
    editor.dialog->showTrial({.when = UtcTime::now(), .action = u"Run a program"_s, .good = false, .message = u"It ended with code 3."_s, .output = u"dome is closed"_s});
    QVERIFY(button->isEnabled());
    const MessagePanel *said = editor.message(u"It went wrong"_s);
    QVERIFY(said);
    QVERIFY(std::ranges::any_of(said->findChildren<QLabel *>(), [](const QLabel *label) { return label->text().contains(u"dome is closed"_s); }));
}

void RulesDialogTest::tabsThroughAll()
{
    const Editor editor(tests::RuleExamples().rules[6]);
    QVERIFY(QTest::qWaitForWindowActive(editor.dialog));
    QStringList met;
    for (int i = 0; i < 40 && editor.dialog->focusWidget(); ++i) {
        const QWidget *now = editor.dialog->focusWidget(); // of a choice its value would be read
        const QString name = now->accessibleName().isEmpty() ? tests::accessibleNameOf(*now) : now->accessibleName();
        if (met.contains(name))
            break;
        met << name;
        QTest::keyClick(editor.dialog->focusWidget(), Qt::Key_Tab);
    }
    const QStringList order{u"Name"_s, u"Topics"_s, u"Condition"_s, u"Test alerts too"_s, u"Only marked events"_s, u"Actions"_s, u"Add action"_s, u"Remove action"_s,
                            u"Command"_s, u"Standard input"_s};
    QCOMPARE(met.mid(0, order.size()), order);
    for (const QString &last : {u"Try it"_s, u"Rehearse…"_s, u"Cancel"_s, u"Save rule"_s})
        QVERIFY2(met.contains(last), qPrintable(met.join(u", "_s)));
}

void RulesDialogTest::rehearsal()
{
    QPointer<RehearsalDialog> dialog = new RehearsalDialog(u"One"_s, u"It does."_s, true, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->show();
    QSignalSpy wanted(dialog, &RehearsalDialog::wanted);
    QSignalSpy arm(dialog, &RehearsalDialog::armWanted);
    QSignalSpy row(dialog, &RehearsalDialog::rowWanted);
    dialog->begin();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<UtcTime>().isValid());
    QPushButton *armButton = tests::button(dialog, u"Arm now"_s);
    QVERIFY(!armButton->isEnabled()); // not before it is known
    dialog->setResult(tests::rehearsalExample());
    QVERIFY(armButton->isEnabled());
    const auto *nights = tests::named<QTreeWidget>(dialog, u"Hits per night"_s);
    QCOMPARE(nights->topLevelItemCount(), 7);
    QCOMPARE(nights->topLevelItem(4)->text(1), u"11"_s);
    auto *last = tests::named<QTreeWidget>(dialog, u"The last ten"_s);
    QCOMPARE(last->topLevelItemCount(), 10);
    QTest::mouseDClick(last->viewport(), Qt::LeftButton, {}, last->visualItemRect(last->topLevelItem(1)).center());
    last->setCurrentItem(last->topLevelItem(2));
    QTest::keyClick(last, Qt::Key_Return);
    QVERIFY(dialog->isVisible()); // Enter is not for its buttons there
    QVERIFY(row.size() >= 1);
    QCOMPARE(row.back()[0].toLongLong(), 8'998);
    // All of them: another question.
    tests::named<QComboBox>(dialog, u"Stored alerts"_s)->setCurrentIndex(2);
    QCOMPARE(wanted.size(), 2);
    QVERIFY(!wanted[1][0].value<UtcTime>().isValid());
    QVERIFY(!armButton->isEnabled());
    dialog->setResult({});
    QVERIFY(std::ranges::any_of(dialog->findChildren<QLabel *>(), [](const QLabel *label) { return label->isVisible() && label->text() == u"No alert is stored yet"_s; }));
    QTest::mouseClick(armButton, Qt::LeftButton);
    QCOMPARE(arm.size(), 1);
    QVERIFY(!dialog->isVisible());
    delete dialog;
}

void RulesDialogTest::rehearsalStops()
{
    QPointer<RehearsalDialog> dialog = new RehearsalDialog(u"One"_s, u"It does."_s, true, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->show();
    QSignalSpy wanted(dialog, &RehearsalDialog::wanted);
    QSignalSpy stopped(dialog, &RehearsalDialog::stopWanted);
    dialog->begin();
    QTest::mouseClick(tests::button(dialog, u"Stop"_s), Qt::LeftButton);
    QCOMPARE(stopped.size(), 1);
    dialog->setResult(tests::rehearsalExample()); // too late
    QVERIFY(!tests::button(dialog, u"Arm now"_s)->isEnabled());
    QTest::mouseClick(tests::button(dialog, u"Again"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 2);
    dialog->reject(); // nobody waits for it any more
    QCOMPARE(stopped.size(), 2);
    delete dialog;
}

void RulesDialogTest::nightsBeginAtNoon()
{
    const auto back = [](const char *now, int nights) { return RehearsalDialog::nightsBack(UtcTime::fromIso(now), nights).iso(); };
    QCOMPARE(back("2026-09-14T03:00:00Z", 1), std::string("2026-09-13T12:00:00.000000Z"));
    QCOMPARE(back("2026-09-14T12:00:00Z", 1), std::string("2026-09-14T12:00:00.000000Z"));
    QCOMPARE(back("2026-09-14T03:00:00Z", 7), std::string("2026-09-07T12:00:00.000000Z"));
}

QTEST_MAIN(RulesDialogTest)
#include "tst_rulesdialog.moc"
