// SPDX-License-Identifier: GPL-3.0-or-later
// The popover of one target, led through every answer of a TOM by keys and clicks.
#include "support/accessiblewalk.h"
#include "support/canneddesk.h"
#include "support/looks.h"
#include "support/widgets.h"
#include "ui/mainwindowprofile.h"
#include "ui/restrictedrows.h"
#include "ui/widgets/duplicateview.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/targetform.h"
#include "ui/widgets/targetpopover.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::CannedDesk;
using State = TargetPopover::State;

namespace {

tom::Draft supernova()
{
    tom::Draft draft;
    draft.name = u"ZTF26abmqlfe"_s;
    draft.ra = 89.45796;
    draft.dec = -0.86213;
    draft.aliases = {u"AT 2026xyz"_s};
    draft.groups = {u"La Silla transients"_s};
    draft.tags = {u"SN Ia"_s, u"young"_s};
    draft.row = 7;
    for (int i = 0; i < 26; ++i) {
        tom::PhotometryPoint point;
        point.band = u"r"_s;
        (i < 6 ? point.magnitude : point.limit) = 18.9 + i * 0.01;
        draft.photometry.push_back(point);
    }
    return draft;
}

tom::Target there()
{
    return {.id = 412, .name = u"SN 2026xyz"_s, .ra = 89.45812, .dec = -0.86202, .url = QUrl(u"https://tom.example.org/targets/412/"_s),
            .created = UtcTime::fromUs(UtcTime::now().us - 5LL * 86'400 * 1'000'000), .owner = u"ines"_s, .distanceArcsec = 0.70};
}

Result<tom::Lookup> twins(const tom::Draft &)
{
    return tom::Lookup{.found = {there()}, .names = 2, .milliseconds = 140};
}

Result<tom::Lookup> away(const tom::Draft &)
{
    return Error{.kind = ErrorKind::NoConnection, .message = u"no TCP connection for 10 s"_s, .retriable = true};
}

struct Setup {
    QTemporaryDir folder;
    MainWindowProfile profile{folder.path()};
    QWidget window;
    QLineEdit *table; // stands for what had the focus
    CannedDesk desk;
    RestrictedRows restricted{profile, nullptr};
    TargetPopover *popover;
    std::vector<tom::TargetRecord> made;

    explicit Setup(const tom::Draft &draft = supernova(), QSize size = {900, 700})
    {
        desk.drafts[7] = draft;
        table = new QLineEdit(&window);
        popover = new TargetPopover(desk, restricted, &window);
        QObject::connect(popover, &TargetPopover::made, &window, [this](const tom::TargetRecord &record) { made.push_back(record); });
        window.resize(size);
        window.show();
        window.activateWindow();
        [this] { QVERIFY(QTest::qWaitForWindowActive(&window)); }();
        table->setFocus();
    }
    // Until the answer is shown.
    void open(State state)
    {
        popover->openFor(7, nullptr, anchor());
        QTRY_COMPARE(popover->state(), state);
    }
    [[nodiscard]] QRect anchor() const { return {60, 120, 800, 22}; }
    [[nodiscard]] QString title() const { return popover->findChild<MessagePanel *>()->title(); }
    [[nodiscard]] QString text() const { return popover->findChild<MessagePanel *>()->accessibleDescription(); }
    template <typename T>
    [[nodiscard]] T *field(const QString &name) const
    {
        return tests::named<T>(popover, name);
    }
    void key(Qt::Key key) const { QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : popover, key); }
    void press(const QString &verb) const { tests::clickButton(*popover, verb); }
    [[nodiscard]] QString primary() const
    {
        for (const QPushButton *each : popover->findChildren<QPushButton *>()) {
            if (Theme::isPrimary(each))
                return each->text();
        }
        return {};
    }
};

} // namespace

class TargetPopoverTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void isThereInTheSameFrame()
    {
        Setup setup;
        setup.desk.held = true; // nobody answers
        Alert alert;
        alert.name = "ZTF26abmqlfe";
        alert.ra = 89.45796;
        alert.dec = -0.86213;
        alert.positionKind = "measured";
        QElapsedTimer clock;
        clock.start();
        setup.popover->openFor(7, &alert, setup.anchor());
        const qint64 took = clock.elapsed();
        QVERIFY(setup.popover->isVisible());
        QCOMPARE(setup.field<QLineEdit>(u"Name"_s)->text(), u"ZTF26abmqlfe"_s);
        QVERIFY(setup.popover->geometry().top() > setup.anchor().bottom());
        QCOMPARE(setup.popover->width(), 390);
        qInfo("the popover was there after %lld ms", took);
        QVERIFY(took < 100);
    }

    void enterCreatesWhatIsNew()
    {
        Setup setup;
        setup.open(State::New);
        QCOMPARE(setup.title(), u"No duplicate"_s);
        QVERIFY2(setup.text().contains(u"3″"_s) && setup.text().contains(u"140"_s), qPrintable(setup.text()));
        QCOMPARE(setup.primary(), u"Create target"_s);
        setup.key(Qt::Key_Return);
        QTRY_COMPARE(setup.made.size(), 1);
        QCOMPARE(setup.made[0].target->id, 412);
        const CannedDesk::Made &asked = setup.desk.made.at(0);
        QVERIFY(!asked.anyway);
        QCOMPARE(asked.draft, supernova()); // with its photometry
        QVERIFY(!setup.popover->isVisible());
        QVERIFY(setup.table->hasFocus());
    }

    void waitsForWhatBecomesOfIt()
    {
        Setup setup;
        setup.desk.settlesLater = true;
        setup.open(State::New);
        setup.key(Qt::Key_Return);
        QTRY_COMPARE(setup.made.size(), 1);
        QCOMPARE(setup.made[0].state, tom::State::Created);
    }

    void isSentAsItWasChanged()
    {
        Setup setup;
        setup.open(State::New);
        QTRY_VERIFY(setup.field<QToolButton>(u"Groups"_s)->menu()->actions().size() == 2);
        auto *name = setup.field<QLineEdit>(u"Name"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"SN 2026xyz"_s);
        QCOMPARE(setup.popover->state(), State::Looking); // others may have the new name
        QTRY_COMPARE(setup.popover->state(), State::New);
        QCOMPARE(setup.desk.looked.last(), u"SN 2026xyz"_s);
        auto *tags = setup.field<QLineEdit>(u"Tags"_s);
        tags->setFocus();
        tags->selectAll();
        QTest::keyClicks(tags, u"young,  bright ,, young"_s);
        setup.field<QToolButton>(u"Groups"_s)->menu()->actions().at(1)->trigger();
        auto *box = setup.popover->findChild<QCheckBox *>();
        QCOMPARE(box->accessibleName(), u"Send photometry: 6 point(s), 20 limit(s)"_s);
        box->click();
        tags->setFocus();
        setup.key(Qt::Key_Return); // also from a field
        QTRY_COMPARE(setup.made.size(), 1);
        const tom::Draft &sent = setup.desk.made.at(0).draft;
        QCOMPARE(sent.name, u"SN 2026xyz"_s);
        QCOMPARE(sent.aliases, QStringList({u"ZTF26abmqlfe"_s, u"AT 2026xyz"_s})); // the former name is not lost
        QCOMPARE(sent.tags, QStringList({u"young"_s, u"bright"_s}));
        QCOMPARE(sent.groups, QStringList({u"La Silla transients"_s, u"Followers"_s}));
        QVERIFY(sent.photometry.empty());
    }

    void duplicateIsUsedUnlessOneSaysOtherwise_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("anyway");
        QTest::newRow("Enter") << QString() << u"existing"_s << false;
        QTest::newRow("existing") << u"Use existing"_s << u"existing"_s << false;
        QTest::newRow("alias") << u"Add as alias"_s << u"alias"_s << false;
        QTest::newRow("anyway") << u"Create anyway"_s << u"create"_s << true;
    }

    void duplicateIsUsedUnlessOneSaysOtherwise()
    {
        QFETCH(QString, verb);
        QFETCH(QString, how);
        QFETCH(bool, anyway);
        Setup setup;
        setup.desk.find = twins;
        setup.open(State::Duplicate);
        QCOMPARE(setup.title(), u"One target is already there"_s);
        QCOMPARE(setup.text(), u"One of the same place, under another name"_s);
        QStringList shown;
        for (const ElidedLabel *each : setup.popover->findChild<DuplicateView *>()->findChildren<ElidedLabel *>())
            shown << each->fullText();
        for (const QString &text : {u"SN 2026xyz"_s, u"0.70″ (limit 3″)"_s, u"5 d ago by ines"_s, u"−0.86202°"_s})
            QVERIFY2(shown.contains(text), qPrintable(text + u" of "_s + shown.join(u'|')));
        if (verb.isEmpty())
            setup.key(Qt::Key_Return);
        else
            setup.press(verb);
        QTRY_COMPARE(setup.made.size(), 1);
        QCOMPARE(setup.desk.made.at(0).how, how);
        QCOMPARE(setup.desk.made.at(0).anyway, anyway);
    }

    void severalDuplicatesAreSteppedThrough()
    {
        Setup setup;
        setup.desk.find = [](const tom::Draft &) {
            tom::Target second = there();
            second.id = 413;
            second.distanceArcsec = 2.5;
            return tom::Lookup{.found = {there(), second}, .names = 2, .milliseconds = 140};
        };
        setup.open(State::Duplicate);
        QCOMPARE(setup.title(), u"2 targets are already there"_s);
        setup.field<QToolButton>(u"Next target"_s)->click();
        setup.press(u"Use existing"_s);
        QTRY_COMPARE(setup.made.size(), 1);
        QCOMPARE(setup.made[0].target->id, 413);
    }

    void tomThatIsAwayHasAnOutbox()
    {
        Setup setup;
        setup.desk.find = away;
        setup.open(State::Down);
        QCOMPARE(setup.title(), u"The TOM does not answer"_s);
        QVERIFY(setup.text().contains(u"tom.example.org: no TCP connection for 10 s."_s));
        QCOMPARE(setup.primary(), u"Put in outbox"_s);
        const qsizetype before = setup.desk.looked.size();
        setup.press(u"Try now"_s);
        QTRY_COMPARE(setup.popover->state(), State::Down);
        QCOMPARE(setup.desk.looked.size(), before + 1);
        setup.key(Qt::Key_Return);
        QTRY_COMPARE(setup.made.size(), 1);
        QCOMPARE(setup.made[0].state, tom::State::Queued);
        QCOMPARE(setup.desk.made.at(0).delay, TargetPopover::undoTime()); // so that it can be taken back
        QVERIFY(!setup.desk.made.at(0).anyway); // it is looked up again
    }

    void refusedSignInLeadsToTheAccounts()
    {
        Setup setup;
        setup.desk.find = [](const tom::Draft &) { return Error{.kind = ErrorKind::SignInRefused, .message = u"tom.example.org refused this token."_s, .remedy = u"Renew the account."_s}; };
        QSignalSpy wanted(setup.popover, &TargetPopover::accountsWanted);
        setup.open(State::Trouble);
        QCOMPARE(setup.title(), u"tom.example.org refused this token."_s);
        setup.press(u"Accounts"_s);
        QCOMPARE(wanted.at(0).at(0).toString(), u"tom-lasilla"_s);
    }

    void movingObjectIsNeverSent()
    {
        tom::Draft draft = supernova();
        draft.refusal = u"It is the minor planet 2026 AB12: its place is another one tomorrow."_s;
        Setup setup(draft);
        setup.open(State::Refused);
        QVERIFY(setup.text().contains(u"2026 AB12"_s));
        setup.key(Qt::Key_Return);
        QVERIFY(!setup.popover->isVisible());
        QVERIFY(setup.desk.made.empty() && setup.desk.looked.isEmpty());
    }

    void doubtWantsASecondKey()
    {
        tom::Draft draft = supernova();
        draft.doubt = u"The position was not measured: it is the middle of a field."_s;
        Setup setup(draft);
        setup.open(State::New);
        setup.key(Qt::Key_Return);
        QTest::qWait(0);
        QVERIFY(setup.desk.made.empty());
        QCOMPARE(setup.title(), u"Press once more to create it all the same"_s);
        // A key that is held down is no second one.
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QApplication::sendEvent(setup.popover, &held);
        QVERIFY(setup.desk.made.empty());
        setup.key(Qt::Key_Return);
        QTRY_COMPARE(setup.made.size(), 1);
    }

    void withoutATomThereIsTheLocalList()
    {
        Setup setup;
        setup.desk.accounts.clear();
        setup.open(State::Local);
        QCOMPARE(setup.title(), u"No TOM is set up"_s);
        setup.key(Qt::Key_Return);
        QTRY_COMPARE(setup.made.size(), 1);
        QCOMPARE(setup.made[0].state, tom::State::Local);
        QVERIFY(setup.desk.made.at(0).account.isEmpty() && setup.desk.looked.isEmpty());
    }

    void restrictedAlertAsksOnceBeforeAnythingLeaves()
    {
        tom::Draft draft = supernova();
        draft.restricted = true;
        Setup setup(draft);
        setup.open(State::Restricted);
        QVERIFY(setup.desk.looked.isEmpty());
        QCOMPARE(setup.primary(), u"Keep in local list"_s); // Enter sends nothing
        setup.press(u"Send it there"_s);
        QTRY_COMPARE(setup.popover->state(), State::New);
        QCOMPARE(setup.desk.looked.size(), 1);
        QCOMPARE(setup.desk.allowed, QStringList({u"tom-lasilla"_s})); // also for the commands of this home
        setup.key(Qt::Key_Escape);
        QVERIFY(!setup.popover->isVisible());
        setup.open(State::New); // asked once
        setup.key(Qt::Key_Escape);
        setup.desk.accounts = {{u"other"_s, u"other.example.org"_s}};
        setup.open(State::Restricted); // for each TOM
    }

    void fieldsSayWhatTheTomRefused()
    {
        Setup setup;
        tom::TomFacts facts = setup.desk.knows.value();
        facts.extras = {{.key = u"priority"_s, .label = u"Priority"_s, .type = u"string"_s, .required = true, .choices = {u"1"_s, u"2"_s}, .choiceNames = {u"high"_s, u"low"_s}},
                        {.key = u"watched"_s, .label = u"Watched"_s, .type = u"boolean"_s},
                        {.key = u"redshift"_s, .label = u"Redshift"_s, .type = u"float"_s}};
        setup.desk.knows = facts;
        setup.desk.becomes = [](const tom::Draft &draft) { return draft.extras.value(u"redshift"_s) == u"0.1"_s ? tom::State::Created : tom::State::Refused; };
        setup.desk.complains = [](const tom::Draft &) { return QMap<QString, QString>{{u"redshift"_s, u"A valid number is required."_s}, {u"other"_s, u"odd"_s}}; };
        setup.open(State::New);
        QTRY_VERIFY(setup.field<QLineEdit>(u"Redshift"_s));
        setup.key(Qt::Key_Return);
        QVERIFY(setup.desk.made.empty()); // what the TOM asks for is missing
        auto *priority = setup.field<QComboBox>(u"Priority"_s);
        QVERIFY(priority->hasFocus());
        QCOMPARE(priority->count(), 2); // one of them it has to be
        QCOMPARE(priority->placeholderText(), u"This TOM asks for it"_s);
        priority->setCurrentText(u"low"_s);
        setup.field<QComboBox>(u"Watched"_s)->setCurrentText(u"Yes"_s);
        setup.field<QLineEdit>(u"Redshift"_s)->setText(u"z"_s);
        setup.key(Qt::Key_Return);
        QTRY_COMPARE(setup.popover->state(), State::Failed);
        QCOMPARE(setup.desk.made.at(0).draft.extras.value(u"priority"_s), u"2"_s);
        QCOMPARE(setup.desk.made.at(0).draft.extras.value(u"watched"_s), u"true"_s);
        QVERIFY(setup.field<QLineEdit>(u"Redshift"_s)->hasFocus());
        QStringList notes;
        for (const FieldNote *each : setup.popover->findChildren<FieldNote *>()) {
            if (each->isVisible())
                notes << each->problem();
        }
        QCOMPARE(notes, QStringList({u"A valid number is required."_s}));
        QVERIFY(setup.text().contains(u"other: odd"_s)); // of no field here
        setup.field<QLineEdit>(u"Redshift"_s)->setText(u"0.1"_s);
        setup.key(Qt::Key_Return);
        QTRY_COMPARE(setup.made.size(), 1);
        QCOMPARE(setup.desk.removed, std::vector<int64_t>{1}); // the refused one does not stay in the list
    }

    void saysThatStrangersCanSee()
    {
        Setup setup;
        setup.desk.settlesLater = true;
        setup.open(State::New);
        QObject::connect(&setup.desk, &TargetDesk::changed, &setup.window, [&setup] {
            QTimer::singleShot(0, &setup.window, [&setup] { QTimer::singleShot(0, &setup.window, [&setup] { setup.desk.tellStrangers(setup.desk.records.front()); }); });
        });
        setup.key(Qt::Key_Return);
        QTRY_COMPARE(setup.popover->state(), State::Strangers);
        QCOMPARE(setup.primary(), u"Keep it"_s);
        setup.press(u"Remove it from the TOM"_s);
        QCOMPARE(setup.desk.removed, std::vector<int64_t>{1});
    }

    void closingEndsWhatItAsks()
    {
        Setup setup;
        setup.popover->openFor(7, nullptr, setup.anchor());
        setup.key(Qt::Key_Escape);
        QVERIFY(!setup.popover->isVisible());
        QTest::qWait(20); // answers that nobody wants any more
        QVERIFY(!setup.popover->isVisible());
        QVERIFY(setup.desk.looked.isEmpty());
        QVERIFY(setup.table->hasFocus());
        setup.open(State::New);
        QTest::mouseClick(&setup.window, Qt::LeftButton, {}, {850, 650}); // beside it
        QVERIFY(!setup.popover->isVisible());
    }

    void standsAboveWhereThereIsNoRoomBelow()
    {
        Setup setup;
        setup.popover->openFor(7, nullptr, {60, 600, 800, 22});
        QTRY_COMPARE(setup.popover->state(), State::New);
        QVERIFY(setup.popover->geometry().bottom() < 600);
        QVERIFY(setup.window.rect().contains(setup.popover->geometry()));
        setup.window.resize(420, 260); // smaller than it is: it scrolls
        QTRY_VERIFY(setup.window.rect().contains(setup.popover->geometry()));
    }

    void tabStaysInside()
    {
        Setup setup;
        setup.open(State::New);
        QTRY_VERIFY(setup.field<QToolButton>(u"Groups"_s)->isEnabled());
        QStringList seen;
        for (int i = 0; i < 12; ++i) {
            setup.key(Qt::Key_Tab);
            QVERIFY(setup.popover->isAncestorOf(QApplication::focusWidget()));
            seen << tests::accessibleNameOf(*QApplication::focusWidget());
        }
        for (const QString &name : {u"Name"_s, u"Groups"_s, u"Tags"_s, u"Cancel"_s, u"Create target"_s})
            QVERIFY2(seen.contains(name), qPrintable(name + u" of "_s + seen.join(u'|')));
        QVERIFY(seen.indexOf(u"Name"_s) < seen.indexOf(u"Groups"_s) && seen.indexOf(u"Tags"_s) < seen.indexOf(u"Create target"_s));
        QVERIFY(tests::namelessControls(*setup.popover).isEmpty());
    }

    void looks_data()
    {
        QTest::addColumn<int>("mode");
        for (int i = 0; i < tests::kModeCount; ++i)
            QTest::newRow(tests::kModes[i].name) << i;
    }

    void looks()
    {
        QFETCH(int, mode);
        const tests::Mode &as = tests::kModes[mode];
        Theme::setScheme(as.scheme);
        Theme::setTextScale(as.scale);
        tests::Wordy wordy;
        if (as.wordy)
            QCoreApplication::installTranslator(&wordy);
        const auto shown = [&](const QString &name, State state, const std::function<void(Setup &)> &change, const tom::Draft &draft = supernova(), const std::function<void(Setup &)> &then = {}) {
            if (QTest::currentTestFailed())
                return;
            Setup setup(draft, QSize(900, 800) * as.scale);
            if (change)
                change(setup);
            setup.open(state);
            QTest::qWait(30); // groups and fields of the TOM come beside it
            if (then)
                then(setup);
            tests::look(*setup.popover, as, u"target-"_s + name);
            const auto *area = setup.popover->findChild<QScrollArea *>();
            QVERIFY2(area->widget()->height() <= area->viewport()->height(), qPrintable(name)); // all of it is in sight
        };
        shown(u"new"_s, State::New, {});
        shown(u"duplicate"_s, State::Duplicate, [](Setup &setup) { setup.desk.find = twins; });
        shown(u"down"_s, State::Down, [](Setup &setup) { setup.desk.find = away; });
        shown(u"local"_s, State::Local, [](Setup &setup) { setup.desk.accounts.clear(); });
        shown(u"trouble"_s, State::Trouble, [](Setup &setup) {
            setup.desk.find = [](const tom::Draft &) { return Error{.kind = ErrorKind::SignInRefused, .message = u"tom.example.org refused this token."_s, .remedy = u"Renew the account with a token of today."_s}; };
        });
        shown(u"several-toms"_s, State::New, [](Setup &setup) {
            setup.desk.accounts.push_back({u"tom-of-the-southern-station"_s, u"tom.south.example.org"_s});
            tom::TomFacts facts = setup.desk.knows.value();
            facts.notice = u"This TOM ignores tokens; it is signed in to with user and password."_s;
            facts.extras = {{.key = u"priority"_s, .label = u"Priority"_s, .type = u"choice"_s, .required = true, .choices = {u"1"_s, u"2"_s}, .choiceNames = {u"high"_s, u"low"_s}},
                            {.key = u"redshift"_s, .label = u"Redshift"_s, .type = u"float"_s, .required = true}};
            setup.desk.knows = facts;
        });
        tom::Draft doubtful = supernova();
        doubtful.doubt = u"The position was not measured: it is the middle of a field of 4.2°."_s;
        shown(u"doubt"_s, State::New, {}, doubtful);
        shown(u"doubt-pressed"_s, State::New, {}, doubtful, [](Setup &setup) { setup.key(Qt::Key_Return); });
        shown(u"sending"_s, State::New, {}, supernova(), [](Setup &setup) {
            setup.desk.held = true;
            setup.key(Qt::Key_Return);
            QCOMPARE(setup.popover->state(), State::Sending);
        });
        shown(u"strangers"_s, State::New, [](Setup &setup) { setup.desk.settlesLater = true; }, supernova(), [](Setup &setup) {
            QObject::connect(&setup.desk, &TargetDesk::changed, &setup.window, [&setup] {
                QTimer::singleShot(0, &setup.window, [&setup] { QTimer::singleShot(0, &setup.window, [&setup] { setup.desk.tellStrangers(setup.desk.records.front()); }); });
            });
            setup.key(Qt::Key_Return);
            QTRY_COMPARE(setup.popover->state(), State::Strangers);
        });
        tom::Draft wide = supernova();
        wide.name = u"LSST-DP1-O-614438606195654759-with-a-name-that-goes-on-and-on-as-only-machines-would-ever-write-it"_s;
        wide.aliases = {u"AT 2026abcdef"_s, u"ZTF26aaaaaaaaaaaaaaaaaaaaaa"_s, u"ATLAS26xyz"_s, u"PS26klmnopqrstuvw"_s};
        wide.tags = {u"classification=Superluminous supernova of type I"_s, u"event=LSST-DP1-O-614438606195654759"_s};
        shown(u"long"_s, State::Duplicate, [](Setup &setup) {
            setup.desk.accounts = {{u"tom-of-the-southern-station"_s, u"tom.of-the-southern-station.observatory.example.org"_s}};
            setup.desk.find = twins;
        }, wide);
        shown(u"long-new"_s, State::New, [](Setup &setup) { setup.desk.accounts = {{u"t"_s, u"tom.of-the-southern-station.observatory.example.org"_s}}; }, wide);
        tom::Draft moving = supernova();
        moving.refusal = u"It is the minor planet 2026 AB12: its place is another one tomorrow."_s;
        shown(u"refused"_s, State::Refused, {}, moving);
        tom::Draft secret = supernova();
        secret.restricted = true;
        shown(u"restricted"_s, State::Restricted, {}, secret);
        {
            Setup setup(supernova(), QSize(900, 800) * as.scale);
            tom::TargetRecord record;
            record.number = 3;
            record.account = u"tom-lasilla"_s;
            record.draft = supernova();
            record.state = tom::State::Refused;
            record.problems = {{u"name"_s, u"target with this Name already exists."_s}};
            setup.popover->openRefused(record, setup.anchor());
            QTest::qWait(30);
            tests::look(*setup.popover, as, u"target-failed"_s);
        }
        Theme::setTextScale(1);
        Theme::setScheme(Scheme::Light);
    }
};

QTEST_MAIN(TargetPopoverTest)
#include "tst_targetpopover.moc"
