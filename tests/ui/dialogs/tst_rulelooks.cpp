// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the dialogs of rules in every state and mode (support/looks.h).
#include "support/looks.h"
#include "support/ruleexamples.h"
#include "ui/dialogs/rehearsaldialog.h"
#include "ui/dialogs/ruledialog.h"
#include "ui/dialogs/rulesdialog.h"
#include "ui/models/rulewords.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filtermessage.h"

#include <functional>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::kModeCount;
using tests::kModes;
using tests::look;
using tests::Mode;
using tests::Wordy;

namespace {

Outcome refuse(const rules::Rule &)
{
    return Error{.message = u"The rules file could not be written: no space is left on the device."_s, .remedy = u"Make room on this disk, then press the button again."_s};
}

} // namespace

class RuleLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void shown_data();
    void shown();

private:
    void showList(const Mode &mode);
    void showEditor(const Mode &mode);
    void showRehearsal(const Mode &mode);
};

void RuleLooks::shown_data()
{
    QTest::addColumn<int>("mode");
    for (int i = 0; i < kModeCount; ++i)
        QTest::newRow(kModes[i].name) << i;
}

void RuleLooks::shown()
{
    QFETCH(int, mode);
    Theme::setScheme(kModes[mode].scheme);
    Theme::setTextScale(kModes[mode].scale);
    Wordy wordy;
    if (kModes[mode].wordy)
        QCoreApplication::installTranslator(&wordy); // takes itself out when it goes
    showList(kModes[mode]);
    showEditor(kModes[mode]);
    showRehearsal(kModes[mode]);
}

void RuleLooks::showList(const Mode &mode)
{
    const tests::RuleExamples examples;
    auto *dialog = new RulesDialog(rules::actionKinds(), nullptr);
    look(*dialog, mode, u"rules-none"_s);
    dialog->setRules(rules::shippedRules(), {});
    look(*dialog, mode, u"rules-shipped"_s);
    dialog->setRules(examples.rules, examples.states);
    look(*dialog, mode, u"rules-armed"_s);
    dialog->select(u"members"_s);
    look(*dialog, mode, u"rules-waiting"_s);
    dialog->select(u"point"_s);
    look(*dialog, mode, u"rules-failing"_s);
    dialog->select(u"older"_s);
    dialog->showError({.message = u"The rules file could not be written: no space is left on the device."_s, .remedy = u"Make room on this disk."_s});
    look(*dialog, mode, u"rules-problem"_s);
    delete dialog;
}

void RuleLooks::showEditor(const Mode &mode)
{
    const tests::RuleExamples examples;
    const RuleDialogContext context{.streams = {u"gcn"_s, u"hop"_s}, .trialRow = u"S260914ab"_s};
    {
        RuleDialog dialog({}, rules::actionKinds(), context, &refuse, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"rule-new"_s);
    }
    {
        RuleDialog dialog(examples.rules[0], rules::actionKinds(), context, &refuse, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"rule-edit"_s);
        auto *box = dialog.findChild<FilterBox *>();
        QVERIFY(box);
        box->setText(u"messenger = \"gw\" and signifcant"_s);
        QTRY_VERIFY(dialog.findChild<FilterMessage *>()->isVisible());
        look(dialog, mode, u"rule-wrong"_s);
    }
    {
        RuleDialog dialog(examples.rules[5], rules::actionKinds(), context, &refuse, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"rule-webhook"_s);
        dialog.showTrial({.when = UtcTime::now(), .action = u"Webhook"_s, .good = false, .message = u"chat.example.org answered 403 (Forbidden)."_s, .output = u"{\"error\":\"invalid token\"}"_s});
        for (auto *button : dialog.findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
        look(dialog, mode, u"rule-refused"_s);
    }
}

void RuleLooks::showRehearsal(const Mode &mode)
{
    const tests::RuleExamples examples;
    const QString sentence = rulewords::sentence(examples.rules[0], rules::actionKinds());
    const auto show = [&](const QString &name, bool arms, const std::function<void(RehearsalDialog &)> &state) {
        RehearsalDialog dialog(examples.rules[0].title(), sentence, arms, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.begin();
        state(dialog);
        look(dialog, mode, name);
    };
    show(u"rehearsal-running"_s, true, [](RehearsalDialog &dialog) { dialog.setProgress(0.62, 640'000); });
    show(u"rehearsal-done"_s, true, [](RehearsalDialog &dialog) { dialog.setResult(tests::rehearsalExample()); });
    show(u"rehearsal-loud"_s, true, [](RehearsalDialog &dialog) {
        RehearsalResult result = tests::rehearsalExample();
        result.nights[4].alarms = 11;
        dialog.setResult(result);
    });
    show(u"rehearsal-none"_s, true, [](RehearsalDialog &dialog) { dialog.setResult({}); });
    show(u"rehearsal-failed"_s, false, [](RehearsalDialog &dialog) {
        dialog.setFailed({.message = u"The archive could not be read."_s, .remedy = u"Look at menu File, Archive."_s});
    });
}

QTEST_MAIN(RuleLooks)
#include "tst_rulelooks.moc"
