// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/topiclookup.h"
#include "core/streams/demo/demobroker.h"
#include "support/streambench.h"
#include "ui/dialogs/connectionpanel.h"
#include "ui/dialogs/streamdialog.h"
#include "ui/dialogs/topicbrowser.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessiblecombobox.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/ladderview.h"
#include "ui/widgets/messagepanel.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTcpServer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::StreamBench;

namespace {

template <typename W>
W *named(const QWidget &in, const QString &name)
{
    for (W *widget : in.findChildren<W *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

QPushButton *button(const QWidget &in, const QString &text)
{
    for (auto *found : in.findChildren<QPushButton *>()) {
        if (found->text() == text)
            return found;
    }
    return nullptr;
}

// What is complained about where one can see it.
QStringList complaints(const QWidget &in)
{
    QStringList all;
    for (const FieldNote *note : in.findChildren<FieldNote *>()) {
        if (note->isVisible() && !note->problem().isEmpty())
            all << note->problem();
    }
    return all;
}

void type(QPlainTextEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

// A dialog that keeps what was handed in.
struct Opened {
    std::vector<streams::StreamConfig> submitted;
    Outcome answer = Done{};
    QPointer<StreamDialog> dialog;

    explicit Opened(const streams::StreamConfig &config = {.type = u"kafka"_s}, const QStringList &taken = {})
    {
        dialog = new StreamDialog(
            config, taken,
            [this](const streams::StreamConfig &filled) {
                submitted.push_back(filled);
                return answer;
            },
            nullptr);
        dialog->show();
        QTest::qWaitForWindowExposed(dialog) ? void() : qFatal("no dialog");
    }
    ~Opened() { delete dialog; }
};

} // namespace

class StreamDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { qRegisterMetaType<streams::StreamStatus>(); }
    void cleanupTestCase() { QVERIFY(services::TopicLookup::waitForAll(30'000) && ladder::Ladder::waitForAll(30'000)); }
    void everyOptionHasItsField();
    void filledInAndAdded();
    void emptyFieldsAreNamed();
    void wrongNameIsRefused_data();
    void wrongNameIsRefused();
    void nameFollowsTheServer();
    void unknownPropertyIsRefusedByTheLibrary();
    void clearTextPasswordIsRefused();
    void secretIsForTheSession();
    void refusalStaysInTheDialog();
    void cancelSubmitsNothing();
    void editKeepsWhatIsNotShown();
    void browserShowsTopicsAndTicksRules();
    void browserKnowsTheFamiliesOfAKind();
    void browserSaysWhyItFailed();
    void browserAsksForThePassword();
    void connectionIsTestedRungByRung();
    void failedRungOffersItsRemedy();
    void accountBringsItsSecret();
    void rungThatWantsAnAnswerHoldsUpAdding();
    void testingCanBeStopped();
    void tabGoesThroughAllFields();
    void focusedFieldIsInView();
    void beginsAtTheMissingPassword();
    void choicesAreNamedByTheirLabel();
    void addIsTheFilledButton();
};

void StreamDialogTest::everyOptionHasItsField()
{
    const Opened opened;
    const streams::StreamType *type = streams::findStreamType(u"kafka"_s);
    for (const options::OptionSpec &spec : type->options) {
        const QString label = QString::fromUtf8(spec.label);
        QVERIFY2(named<QWidget>(*opened.dialog, label), qPrintable(label));
    }
}

void StreamDialogTest::filledInAndAdded()
{
    Opened opened;
    StreamDialog &dialog = *opened.dialog;
    type(named<QPlainTextEdit>(dialog, u"Servers"_s), u"broker.example.org:9093"_s);
    type(named<QPlainTextEdit>(dialog, u"Topics"_s), u"gcn.notices.*, igwn.gwalert"_s);
    auto *security = named<QComboBox>(dialog, u"Security"_s);
    security->setCurrentIndex(security->findData(u"SASL_SSL"_s));
    auto *user = named<QLineEdit>(dialog, u"User"_s);
    QVERIFY(user->isVisible());
    QTest::keyClicks(user, u"person"_s);
    QTest::keyClicks(named<QLineEdit>(dialog, u"Password"_s), u"secret"_s);
    auto *name = named<QLineEdit>(dialog, u"Name"_s);
    name->selectAll();
    QTest::keyClicks(name, u"my-stream"_s);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(button(dialog, u"Add stream"_s), Qt::LeftButton);
    QCOMPARE(complaints(dialog), QStringList());
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(opened.submitted.size(), 1u);
    const streams::StreamConfig &config = opened.submitted.front();
    QCOMPARE(config.name, u"my-stream"_s);
    QCOMPARE(config.type, u"kafka"_s);
    QVERIFY(config.enabled && config.autostart);
    QCOMPARE(config.values.stored().value(u"servers"_s).toStringList(), QStringList{u"broker.example.org:9093"_s});
    QCOMPARE(config.values.stored().value(u"topics"_s).toStringList(), (QStringList{u"gcn.notices.*"_s, u"igwn.gwalert"_s}));
    QCOMPARE(config.values.stored().value(u"security"_s).toString(), u"SASL_SSL"_s);
    QCOMPARE(config.values.stored().value(u"password"_s).toString(), u"secret"_s);
    QVERIFY(!config.values.contains(u"start"_s)); // its default
}

void StreamDialogTest::emptyFieldsAreNamed()
{
    Opened opened;
    QCOMPARE(complaints(*opened.dialog), QStringList()); // nothing was touched yet
    QTest::mouseClick(button(*opened.dialog, u"Add stream"_s), Qt::LeftButton);
    QVERIFY(opened.submitted.empty());
    QCOMPARE(complaints(*opened.dialog).size(), 2); // servers and topics
    QCOMPARE(QApplication::focusWidget(), named<QPlainTextEdit>(*opened.dialog, u"Servers"_s));
}

void StreamDialogTest::wrongNameIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank inside") << u"my stream"_s;
    QTest::newRow("slash") << u"../etc"_s;
    QTest::newRow("letter beyond ASCII") << u"Sternwarte-München"_s;
    QTest::newRow("taken") << u"GCN"_s;
}

void StreamDialogTest::wrongNameIsRefused()
{
    QFETCH(QString, typed);
    Opened opened(StreamBench::kafka({}), {u"gcn"_s});
    auto *name = named<QLineEdit>(*opened.dialog, u"Name"_s);
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    name->insert(typed); // key clicks know ASCII alone
    QTest::mouseClick(button(*opened.dialog, u"Add stream"_s), Qt::LeftButton);
    QVERIFY(opened.submitted.empty());
    QCOMPARE(complaints(*opened.dialog), QStringList{StreamDialog::nameProblem(typed, {u"gcn"_s})});
}

void StreamDialogTest::nameFollowsTheServer()
{
    const Opened opened({}, {u"gcn"_s});
    auto *name = named<QLineEdit>(*opened.dialog, u"Name"_s);
    type(named<QPlainTextEdit>(*opened.dialog, u"Servers"_s), u"kafka.gcn.example.org:9092"_s);
    QCOMPARE(name->text(), u"gcn-2"_s);
    QTest::keyClicks(name, u"x"_s); // from here on it is the person's
    const QString own = name->text();
    type(named<QPlainTextEdit>(*opened.dialog, u"Servers"_s), u"kafka.other.example.org"_s);
    QCOMPARE(name->text(), own);
}

void StreamDialogTest::unknownPropertyIsRefusedByTheLibrary()
{
    Opened opened(StreamBench::kafka({}));
    StreamDialog &dialog = *opened.dialog;
    dialog.findChild<QToolButton *>()->setChecked(true); // Advanced
    auto *properties = named<QPlainTextEdit>(dialog, u"Further properties"_s);
    QVERIFY(properties->isVisible());
    type(properties, u"no.such.property=1"_s);
    QTest::mouseClick(button(dialog, u"Add stream"_s), Qt::LeftButton);
    QVERIFY(opened.submitted.empty());
    QCOMPARE(complaints(dialog).size(), 1);
    QVERIFY2(complaints(dialog).constFirst().contains(u"No such configuration property: \"no.such.property\""_s),
             qPrintable(complaints(dialog).constFirst()));
    type(properties, u"fetch.min.bytes=1"_s);
    QTest::mouseClick(button(dialog, u"Add stream"_s), Qt::LeftButton);
    QCOMPARE(opened.submitted.size(), 1u);
    QCOMPARE(opened.submitted.front().values.stored().value(u"properties"_s).toMap().value(u"fetch.min.bytes"_s).toString(), u"1"_s);
}

void StreamDialogTest::clearTextPasswordIsRefused()
{
    streams::StreamConfig config = StreamBench::kafka({}, u"far.example.org:9092"_s);
    config.values.set(u"user"_s, u"person"_s);
    config.values.set(u"security"_s, u"SASL_PLAINTEXT"_s);
    config.values.set(u"mechanism"_s, u"PLAIN"_s);
    Opened opened(config);
    QTest::mouseClick(button(*opened.dialog, u"Add stream"_s), Qt::LeftButton);
    QVERIFY(opened.submitted.empty());
    QVERIFY(complaints(*opened.dialog).join(u' ').contains(u"clear text"_s));
}

void StreamDialogTest::secretIsForTheSession()
{
    streams::StreamConfig config = StreamBench::kafka({});
    config.values.set(u"security"_s, u"SASL_SSL"_s);
    const Opened opened(config);
    auto *password = named<QLineEdit>(*opened.dialog, u"Password"_s);
    QVERIFY(password->isVisible());
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    bool said = false;
    for (const FieldNote *note : opened.dialog->findChildren<FieldNote *>())
        said = said || (note->isVisible() && note->text().contains(u"for this session only"_s));
    QVERIFY(said);
}

void StreamDialogTest::refusalStaysInTheDialog()
{
    Opened opened(StreamBench::kafka({}));
    opened.answer = Error{.message = u"The disk is full."_s, .remedy = u"Make room."_s};
    QTest::mouseClick(button(*opened.dialog, u"Add stream"_s), Qt::LeftButton);
    QCOMPARE(opened.submitted.size(), 1u);
    QVERIFY(opened.dialog && opened.dialog->isVisible());
    QStringList shown;
    for (const MessagePanel *panel : opened.dialog->findChildren<MessagePanel *>()) {
        if (panel->isVisible())
            shown << panel->title();
    }
    QCOMPARE(shown, QStringList{u"The disk is full."_s});
}

void StreamDialogTest::cancelSubmitsNothing()
{
    Opened opened(StreamBench::kafka({}));
    const QSignalSpy rejected(opened.dialog, &QDialog::rejected);
    QTest::mouseClick(button(*opened.dialog, u"Cancel"_s), Qt::LeftButton);
    QCOMPARE(rejected.count(), 1);
    QVERIFY(opened.submitted.empty());
}

void StreamDialogTest::editKeepsWhatIsNotShown()
{
    streams::StreamConfig config = StreamBench::kafka(u"one"_s);
    config.uuid = u"7e0c"_s;
    config.label = u"For people"_s;
    config.enabled = false;
    Opened opened(config, {u"two"_s});
    QCOMPARE(opened.dialog->windowTitle(), u"Edit stream"_s);
    QTest::mouseClick(button(*opened.dialog, u"Save"_s), Qt::LeftButton);
    QCOMPARE(opened.submitted.size(), 1u);
    QCOMPARE(opened.submitted.front(), config);
}

void StreamDialogTest::browserShowsTopicsAndTicksRules()
{
    demo::DemoBroker broker(demo::DemoBroker::Settings{.seed = 1, .speed = 1, .count = 1});
    const Result<std::string> address = broker.start();
    QVERIFY(address);
    streams::StreamConfig config = StreamBench::kafka({}, QString::fromStdString(address.value()));
    config.values.set(u"topics"_s, QStringList{u"gcn.*"_s});
    const Opened opened(config);
    auto *list = opened.dialog->findChild<TopicBrowser *>()->findChild<QTreeWidget *>();
    QVERIFY(!list->isVisible());
    QTest::mouseClick(button(*opened.dialog, u"Browse topics"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), 15'000);
    QTreeWidgetItem *byPattern = nullptr;
    QTreeWidgetItem *other = nullptr;
    for (int f = 0; f < list->topLevelItemCount(); ++f) {
        for (int t = 0; t < list->topLevelItem(f)->childCount(); ++t) {
            QTreeWidgetItem *item = list->topLevelItem(f)->child(t);
            (item->text(0).startsWith(u"gcn."_s) ? byPattern : other) = item;
        }
    }
    QVERIFY(byPattern && other);
    QVERIFY(byPattern->parent()->isExpanded());
    const auto *preview = named<QLabel>(*opened.dialog, u"What each rule takes"_s);
    QVERIFY2(preview->isVisible() && preview->text().startsWith(u"gcn.*: "_s) && preview->text().contains(byPattern->text(0)), qPrintable(preview->text()));
    QCOMPARE(byPattern->checkState(0), Qt::PartiallyChecked);
    QCOMPARE(other->checkState(0), Qt::Unchecked);
    const QString topic = other->text(0);
    other->setCheckState(0, Qt::Checked);
    QCOMPARE(opened.dialog->config().values.stored().value(u"topics"_s).toStringList(), (QStringList{u"gcn.*"_s, topic}));
    other->setCheckState(0, Qt::Unchecked);
    QCOMPARE(opened.dialog->config().values.stored().value(u"topics"_s).toStringList(), QStringList{u"gcn.*"_s});
    auto *find = named<QLineEdit>(*opened.dialog, u"Find a topic"_s);
    QTest::keyClicks(find, topic);
    QVERIFY(byPattern->isHidden() && !other->isHidden());
    QVERIFY(byPattern->parent()->isHidden() || byPattern->parent() == other->parent());
    find->clear();
    QTest::keyClicks(find, byPattern->parent()->text(0).section(u" ("_s, 0, 0)); // a family by its name
    QVERIFY(!byPattern->isHidden());
    // A rule that takes nothing is seen.
    type(named<QPlainTextEdit>(*opened.dialog, u"Topics"_s), u"no.such.*, gcn.*"_s);
    QVERIFY2(preview->text().startsWith(u"no.such.*: none\ngcn.*: "_s), qPrintable(preview->text()));
    // Another server: the list is not its list.
    type(named<QPlainTextEdit>(*opened.dialog, u"Servers"_s), u"elsewhere.example.org"_s);
    QVERIFY(!list->isVisible());
}

// The families of a kind that stands on Kafka are rules as well.
void StreamDialogTest::browserKnowsTheFamiliesOfAKind()
{
    const Opened opened(streams::StreamConfig{.type = u"gcn"_s});
    QCOMPARE(named<QLineEdit>(*opened.dialog, u"Name"_s)->text(), u"gcn"_s);
    for (const QString &family : {u"Gravitational waves"_s, u"Notices"_s, u"Circulars"_s, u"Heartbeat"_s})
        QVERIFY2(named<QCheckBox>(*opened.dialog, family)->isChecked(), qPrintable(family));
    QVERIFY(!named<QWidget>(*opened.dialog, u"Servers"_s)->isVisible()); // advanced
    QTest::mouseClick(button(*opened.dialog, u"Add stream"_s), Qt::LeftButton);
    QCOMPARE(complaints(*opened.dialog).size(), 1); // the account
    QTest::keyClicks(named<QLineEdit>(*opened.dialog, u"Account"_s), u"gcn-mira"_s);
    QTest::mouseClick(button(*opened.dialog, u"Add stream"_s), Qt::LeftButton);
    QCOMPARE(opened.submitted.size(), 1u);
    QCOMPARE(opened.submitted.front().type, u"gcn"_s);
}

void StreamDialogTest::browserSaysWhyItFailed()
{
    const Opened opened(StreamBench::kafka({}, u"127.0.0.1:9"_s));
    QTest::mouseClick(button(*opened.dialog, u"Browse topics"_s), Qt::LeftButton);
    QVERIFY(button(*opened.dialog, u"Stop asking"_s));
    const auto *browser = opened.dialog->findChild<TopicBrowser *>();
    const auto *failure = browser->findChild<MessagePanel *>();
    QTRY_VERIFY_WITH_TIMEOUT(failure->isVisible(), 20'000);
    QVERIFY(!failure->title().isEmpty());
    QVERIFY(button(*opened.dialog, u"Ask again"_s));
}

void StreamDialogTest::browserAsksForThePassword()
{
    streams::StreamConfig config = StreamBench::kafka({});
    config.values.set(u"security"_s, u"SASL_SSL"_s);
    config.values.set(u"user"_s, u"person"_s);
    const Opened opened(config);
    QTest::mouseClick(button(*opened.dialog, u"Browse topics"_s), Qt::LeftButton);
    const auto *failure = opened.dialog->findChild<TopicBrowser *>()->findChild<MessagePanel *>();
    QVERIFY(failure->isVisible()); // at once: nobody was asked
    QCOMPARE(failure->title(), u"“Password” is needed"_s);
}

void StreamDialogTest::connectionIsTestedRungByRung()
{
    demo::DemoBroker broker(demo::DemoBroker::Settings{.seed = 1, .speed = 1, .count = 1});
    const Result<std::string> address = broker.start();
    QVERIFY(address);
    streams::StreamConfig config = StreamBench::kafka({}, QString::fromStdString(address.value()));
    config.values.set(u"topics"_s, QStringList{u"gcn.*"_s});
    const Opened opened(config);
    auto *panel = opened.dialog->findChild<ConnectionPanel *>();
    auto *view = panel->findChild<LadderView *>();
    QVERIFY(!view->isVisible());
    QTest::mouseClick(button(*opened.dialog, u"Test connection"_s), Qt::LeftButton);
    QVERIFY(view->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(panel->hasEnded(), 30'000);
    QVERIFY2(!panel->failure(), qPrintable(panel->report()));
    QVERIFY2(named<QLabel>(*panel, u"Outcome"_s)->text().startsWith(u"Connected in"), qPrintable(panel->report()));
    QVERIFY(panel->report().contains(u"Rights: holds") && panel->report().contains(u"topics fit and may be read"));
    QVERIFY(button(*opened.dialog, u"Add stream"_s)->isEnabled());
    // The list of topics needs the room; the outcome stays.
    QTest::mouseClick(button(*opened.dialog, u"Browse topics"_s), Qt::LeftButton);
    QVERIFY(!view->isVisible());
    QVERIFY(named<QLabel>(*panel, u"Outcome"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(opened.dialog->findChild<TopicBrowser *>()->findChild<QTreeWidget *>()->isVisible(), 15'000);
    // The next test of the connection takes it back, and keeps what is ticked.
    QTest::mouseClick(button(*opened.dialog, u"Test again"_s), Qt::LeftButton);
    QVERIFY(view->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(panel->hasEnded(), 30'000);
    QVERIFY(ladder::Ladder::waitForAll(10'000)); // before its broker
}

// A stream that names an account is tried with what the vault has; what the vault says when it has nothing is shown.
void StreamDialogTest::accountBringsItsSecret()
{
    streams::StreamConfig config = StreamBench::kafka({}, u"no-such-host.invalid:9092"_s);
    config.values.set(u"security"_s, u"SASL_SSL"_s);
    config.values.set(u"account"_s, u"mira"_s);
    const Opened opened(config);
    std::vector<std::function<void(Result<streams::StreamConfig>)>> asked;
    opened.dialog->setSignIn([&asked](const streams::StreamConfig &, auto done) { asked.push_back(std::move(done)); });
    auto *panel = opened.dialog->findChild<ConnectionPanel *>();
    auto *outcome = named<QLabel>(*panel, u"Outcome"_s);
    QTest::mouseClick(button(*opened.dialog, u"Test connection"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), size_t(1));
    QVERIFY(!panel->findChild<LadderView *>()->isVisible());
    asked[0](Error{.kind = ErrorKind::Keychain, .message = u"The keyring is locked."_s, .remedy = u"Unlock it."_s});
    QVERIFY(outcome->isVisible());
    QCOMPARE(outcome->text(), u"The keyring is locked. Unlock it."_s);

    // Stopped while it is asked: a late answer tries nothing.
    QTest::mouseClick(button(*opened.dialog, u"Test connection"_s), Qt::LeftButton);
    QTest::mouseClick(button(*opened.dialog, u"Stop testing"_s), Qt::LeftButton);
    streams::StreamConfig signedIn = config;
    signedIn.values.set(u"user"_s, u"mira"_s);
    signedIn.values.set(u"password"_s, u"a secret"_s);
    asked[1](signedIn);
    QVERIFY(!panel->findChild<LadderView *>()->isVisible());

    QTest::mouseClick(button(*opened.dialog, u"Test connection"_s), Qt::LeftButton);
    asked[2](signedIn);
    QVERIFY(panel->findChild<LadderView *>()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(panel->hasEnded(), 30'000);
    QVERIFY(panel->failure());
    QVERIFY2(!panel->report().contains(u"a secret"), qPrintable(panel->report()));

    QTest::mouseClick(button(*opened.dialog, u"Browse topics"_s), Qt::LeftButton);
    asked[3](Error{.kind = ErrorKind::Keychain, .message = u"The keyring is locked."_s, .remedy = u"Unlock it."_s});
    auto *browser = opened.dialog->findChild<TopicBrowser *>();
    QCOMPARE(browser->findChild<MessagePanel *>()->title(), u"The keyring is locked."_s);
}

void StreamDialogTest::failedRungOffersItsRemedy()
{
    const Opened opened(StreamBench::kafka({}, u"no-such-host.invalid:9092"_s));
    auto *panel = opened.dialog->findChild<ConnectionPanel *>();
    opened.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(opened.dialog));
    QTest::mouseClick(button(*opened.dialog, u"Test connection"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(panel->hasEnded(), 30'000);
    QVERIFY(panel->failure());
    auto *box = panel->findChild<MessagePanel *>();
    QVERIFY(box && box->isVisible());
    QVERIFY2(box->title().contains(u"no-such-host.invalid"), qPrintable(box->title()));
    QVERIFY(named<QLabel>(*panel, u"Outcome"_s)->text().startsWith(u"Stopped at rung 1 of 6"));
    // It may be the network: that holds up nobody.
    QVERIFY(button(*opened.dialog, u"Add stream"_s)->isEnabled());
    QTest::mouseClick(button(*opened.dialog, u"Copy report"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(u"Name: does not hold"));
    QTest::mouseClick(button(*opened.dialog, u"Go to “Servers”"_s), Qt::LeftButton);
    auto *servers = named<QPlainTextEdit>(*opened.dialog, u"Servers"_s);
    QCOMPARE(QApplication::focusWidget(), servers);
    // Another server: what was found no longer holds.
    type(servers, u"127.0.0.1:9"_s);
    QVERIFY(!panel->hasEnded());
    QVERIFY(!button(*opened.dialog, u"Copy report"_s)->isVisible());
}

void StreamDialogTest::rungThatWantsAnAnswerHoldsUpAdding()
{
    demo::DemoBroker broker(demo::DemoBroker::Settings{.seed = 1, .speed = 1, .count = 1});
    const Result<std::string> address = broker.start();
    QVERIFY(address);
    streams::StreamConfig config = StreamBench::kafka({}, QString::fromStdString(address.value()));
    config.values.set(u"security"_s, u"SSL"_s); // and the broker speaks in clear text
    Opened opened(config);
    auto *panel = opened.dialog->findChild<ConnectionPanel *>();
    QTest::mouseClick(button(*opened.dialog, u"Test connection"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(panel->hasEnded(), 30'000);
    QVERIFY2(panel->failure() && panel->failure()->what == u"TLS", qPrintable(panel->report()));
    QVERIFY(!button(*opened.dialog, u"Add stream"_s)->isEnabled());
    auto *more = named<QPushButton>(*opened.dialog, u"More"_s);
    QVERIFY(more->isVisible());
    const QSignalSpy accepted(opened.dialog, &QDialog::accepted);
    more->menu()->actions().constFirst()->trigger(); // Add anyway
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(opened.submitted.size(), 1u);
}

void StreamDialogTest::testingCanBeStopped()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const Opened opened(StreamBench::kafka({}, u"127.0.0.1:%1"_s.arg(silent.serverPort())));
    auto *panel = opened.dialog->findChild<ConnectionPanel *>();
    QTest::mouseClick(button(*opened.dialog, u"Test connection"_s), Qt::LeftButton);
    QTRY_VERIFY(silent.hasPendingConnections());
    QTest::mouseClick(button(*opened.dialog, u"Stop testing"_s), Qt::LeftButton);
    QVERIFY(!panel->hasEnded());
    QVERIFY(button(*opened.dialog, u"Test connection"_s));
    QVERIFY(!panel->findChild<LadderView *>()->isVisible());
}

void StreamDialogTest::tabGoesThroughAllFields()
{
    streams::StreamConfig config = StreamBench::kafka({});
    config.values.set(u"security"_s, u"SASL_SSL"_s);
    config.values.set(u"start"_s, u"last:5"_s);
    const Opened opened(config);
    StreamDialog &dialog = *opened.dialog;
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.findChild<QToolButton *>()->setChecked(true); // Advanced
    const QStringList reading{u"Name"_s, u"Servers"_s, u"Security"_s, u"Mechanism"_s, u"Account"_s, u"User"_s, u"Password"_s, u"Topics"_s, u"Start"_s,
                              u"Start: how many"_s, u"Advanced"_s, u"CA file"_s, u"Browse for CA file"_s, u"CRL file"_s, u"Browse for CRL file"_s, u"Except"_s, u"After a gap"_s, u"Group"_s,
                              u"Further properties"_s, u"Proxy"_s, u"Schema registry"_s, u"Field mapping"_s, u"Instance"_s, u"Test connection"_s, u"Browse topics"_s, u"Enabled"_s,
                              u"Start with the program"_s, u"Cancel"_s, u"Add stream"_s};
    const auto nameOf = [](QWidget *widget) {
        const auto *pressed = qobject_cast<QAbstractButton *>(widget);
        return widget->accessibleName().isEmpty() && pressed ? pressed->text() : widget->accessibleName();
    };
    QStringList met;
    for (qsizetype i = 0; i < reading.size(); ++i) {
        met << nameOf(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(met, reading);
    QCOMPARE(nameOf(QApplication::focusWidget()), reading.constFirst()); // and round
    QStringList back;
    for (qsizetype i = 0; i < reading.size(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        back.prepend(nameOf(QApplication::focusWidget()));
    }
    QCOMPARE(back, reading);
}

void StreamDialogTest::focusedFieldIsInView()
{
    streams::StreamConfig config = StreamBench::kafka({});
    config.values.set(u"security"_s, u"SASL_SSL"_s);
    const Opened opened(config);
    StreamDialog &dialog = *opened.dialog;
    dialog.resize(900, 360);
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.findChild<QToolButton *>()->setChecked(true);
    for (const QString &name : {u"Further properties"_s, u"Servers"_s}) {
        auto *field = named<QPlainTextEdit>(dialog, name);
        field->setFocus();
        const QWidget *viewport = dialog.findChild<QScrollArea *>()->viewport();
        QTRY_VERIFY2(viewport->rect().contains(QRect(field->mapTo(viewport, QPoint()), field->size())), qPrintable(name));
    }
}

void StreamDialogTest::beginsAtTheMissingPassword()
{
    streams::StreamConfig config = StreamBench::kafka(u"one"_s);
    config.uuid = u"7e0c"_s;
    config.values.set(u"security"_s, u"SASL_SSL"_s);
    const Opened opened(config);
    opened.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(opened.dialog));
    opened.dialog->focusOn(u"password"_s);
    QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(*opened.dialog, u"Password"_s));
}

void StreamDialogTest::choicesAreNamedByTheirLabel()
{
    nameComboBoxesByTheirLabel();
    const Opened opened;
    auto *security = named<QComboBox>(*opened.dialog, u"Security"_s);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(security);
    QCOMPARE(spoken->text(QAccessible::Name), u"Security"_s);
    QCOMPARE(spoken->text(QAccessible::Value), security->currentText());
    QCOMPARE(spoken->textInterface()->text(0, -1), security->currentText());
    QCOMPARE(spoken->role(), QAccessible::ComboBox);
    QCOMPARE(spoken->childCount(), 1);
    QCOMPARE(spoken->child(0)->childCount(), security->count());
}

void StreamDialogTest::addIsTheFilledButton()
{
    const Opened opened;
    QVERIFY(Theme::isPrimary(button(*opened.dialog, u"Add stream"_s)));
    QVERIFY(!Theme::isPrimary(button(*opened.dialog, u"Cancel"_s)));
}

QTEST_MAIN(StreamDialogTest)
#include "tst_streamdialog.moc"
