// SPDX-License-Identifier: GPL-3.0-or-later
// The account of a stream in its dialog, and the offer to sign in in its row.
#include "support/clicks.h"
#include "support/vaultbench.h"
#include "support/widgets.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/accounteditor.h"
#include "ui/dialogs/streamdialog.h"
#include "ui/models/streammodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/streamdelegate.h"
#include "ui/widgets/streamlist.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::buttonOf;
using tests::named;
using tests::shown;
using tests::StreamBench;
using tests::VaultBench;

namespace {

struct Opened {
    VaultBench bench;
    std::vector<streams::StreamConfig> submitted;
    std::unique_ptr<StreamDialog> dialog;

    void open(const streams::StreamConfig &config = {})
    {
        dialog = std::make_unique<StreamDialog>(
            config, QStringList(),
            [this](const streams::StreamConfig &filled) -> Outcome {
                submitted.push_back(filled);
                return Done{};
            },
            nullptr, nullptr, StreamAccounts{&bench.vault, bench.vaultFile()});
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    }
    [[nodiscard]] QComboBox *account() const { return named<QComboBox>(dialog.get(), u"Account"_s); }
    [[nodiscard]] QStringList offered() const
    {
        QStringList all;
        for (int i = 0; i < account()->count(); ++i) {
            if (!account()->itemText(i).isEmpty())
                all << account()->itemText(i);
        }
        return all;
    }
    void submit() const { QTest::mouseClick(buttonOf<StreamDialog>(u"Add stream"_s), Qt::LeftButton); }
};

streams::StreamConfig signedIn(const QString &server)
{
    streams::StreamConfig config = StreamBench::kafka({}, server);
    config.values.set(u"security"_s, u"SASL_PLAINTEXT"_s);
    return config;
}

} // namespace

class StreamAccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    // Only what can sign in there is offered; the only one is chosen, and brings user and password.
    void theOneThatFitsIsChosen()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        QVERIFY(page.bench.add(VaultBench::account(u"hop-mira"_s, u"scram"_s, {{u"host"_s, u"kafka.example.org"_s}, {u"user"_s, u"mira"_s}}), "invented"));
        QVERIFY(page.bench.add(VaultBench::account(u"tom"_s, u"tom"_s, {{u"url"_s, u"https://tom.example.org"_s}}), "invented"));
        page.open(signedIn(u"kafka.example.org"_s));
        QCOMPARE(page.offered(), QStringList({u"None"_s, u"hop-mira"_s, u"New account…"_s}));
        QCOMPARE(page.account()->currentText(), u"hop-mira"_s);
        QVERIFY(!named<QLineEdit>(page.dialog.get(), u"Password"_s)->isVisible());
        QVERIFY(!named<QLineEdit>(page.dialog.get(), u"User"_s)->isVisible());
        page.submit();
        QCOMPARE(page.submitted.size(), 1u);
        const QVariantMap stored = page.submitted[0].values.stored();
        QCOMPARE(stored.value(u"account"_s).toString(), u"hop-mira"_s);
        QVERIFY(!stored.contains(u"user"_s) && !stored.contains(u"password"_s));
    }

    // One of another server is offered and not chosen: nobody's password goes where it does not belong.
    void thatOfAnotherServerIsNotChosen()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        QVERIFY(page.bench.add(VaultBench::account(u"other"_s, u"scram"_s, {{u"host"_s, u"kafka.elsewhere.example.org"_s}, {u"user"_s, u"mira"_s}}), "invented"));
        page.open(signedIn(u"kafka.example.org"_s));
        QVERIFY(page.offered().contains(u"other"_s));
        QCOMPARE(page.account()->currentText(), u"None"_s);
    }

    void severalLeaveTheChoice()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        for (const QString &name : {u"one"_s, u"two"_s})
            QVERIFY(page.bench.add(VaultBench::account(name, u"scram"_s, {{u"user"_s, name}}), "invented"));
        page.open(signedIn(u"kafka.example.org"_s));
        QCOMPARE(page.account()->currentText(), u"None"_s);
        QVERIFY(named<QLineEdit>(page.dialog.get(), u"Password"_s)->isVisible());
        page.account()->setCurrentIndex(page.account()->findText(u"two"_s));
        QVERIFY(!named<QLineEdit>(page.dialog.get(), u"Password"_s)->isVisible());
        page.submit();
        QCOMPARE(page.submitted[0].values.stored().value(u"account"_s).toString(), u"two"_s);
    }

    void newOneIsMadeInPlace()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        page.open(signedIn(u"kafka.example.org:9192"_s));
        page.account()->setCurrentIndex(page.account()->findText(u"New account…"_s));
        QTRY_VERIFY(shown<AccountDialog>());
        QCOMPARE(page.account()->currentText(), u"None"_s); // it is no choice
        QCOMPARE(named<QLineEdit>(shown<AccountDialog>(), u"Server"_s)->text(), u"kafka.example.org:9192"_s);
        QTest::keyClicks(named<QLineEdit>(shown<AccountDialog>(), u"User"_s), u"mira"_s);
        QTest::keyClicks(named<QLineEdit>(shown<AccountDialog>(), u"Password"_s), u"invented"_s);
        QTest::mouseClick(buttonOf<AccountDialog>(u"Add account"_s), Qt::LeftButton);
        QTRY_VERIFY(!shown<AccountDialog>());
        QCOMPARE(page.account()->currentText(), u"example"_s); // after the server
        page.submit();
        QCOMPARE(page.submitted[0].values.stored().value(u"account"_s).toString(), u"example"_s);
        QCOMPARE(page.bench.secretOf(u"example"_s), QByteArray("invented"));
    }

    // On request: what was typed goes into the vault, and out of the dialog.
    void typedPasswordIsKept()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        page.open(signedIn(u"kafka.example.org"_s));
        QVERIFY(!buttonOf<StreamDialog>(u"Keep it in the vault…"_s)->isEnabled());
        QTest::keyClicks(named<QLineEdit>(page.dialog.get(), u"User"_s), u"mira"_s);
        auto *password = named<QLineEdit>(page.dialog.get(), u"Password"_s);
        QTest::keyClicks(password, u"invented"_s);
        QTest::mouseClick(buttonOf<StreamDialog>(u"Keep it in the vault…"_s), Qt::LeftButton);
        QTRY_VERIFY(shown<AccountDialog>());
        QCOMPARE(named<QLineEdit>(shown<AccountDialog>(), u"User"_s)->text(), u"mira"_s);
        QTest::mouseClick(buttonOf<AccountDialog>(u"Add account"_s), Qt::LeftButton);
        QTRY_VERIFY(!shown<AccountDialog>());
        QCOMPARE(page.account()->currentText(), u"example"_s);
        QCOMPARE(password->text(), QString());
        QCOMPARE(page.bench.secretOf(u"example"_s), QByteArray("invented"));
    }

    // An account that is not there stays named until somebody chooses another.
    void missingAccountIsNotDropped()
    {
        Opened page;
        streams::StreamConfig config = signedIn(u"kafka.example.org"_s);
        config.uuid = u"0d6e0f5c-1111-4222-8333-444455556666"_s;
        config.name = u"hop"_s;
        config.values.set(u"account"_s, u"lost"_s);
        page.open(config);
        QCOMPARE(page.account()->currentText(), u"lost (does not fit)"_s);
        QTest::mouseClick(buttonOf<StreamDialog>(u"Save"_s), Qt::LeftButton);
        QCOMPARE(page.submitted[0].values.stored().value(u"account"_s).toString(), u"lost"_s);
    }

    void rowOffersTheSignIn()
    {
        VaultBench bench;
        QVERIFY(bench.stream(u"hop"_s, u"lost"_s));
        const QString uuid = bench.streams.uuid(u"hop"_s);
        StreamModel model(bench.streams.manager);
        StreamList list(model);
        list.resize(242, 120);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QVERIFY(StreamDelegate::signInRect(list.visualRect(model.index(0)), model.index(0)).isEmpty());
        bench.streams.manager.setSignIn([](const streams::StreamConfig &, const auto &done) { done(Error{.kind = ErrorKind::Keychain, .message = u"The vault file is locked."_s}); });
        bench.streams.manager.start(uuid);
        QTRY_COMPARE(model.status(uuid).state, streams::State::NeedsSignIn);
        const QSignalSpy wanted(&list, &StreamList::signInWanted);
        const auto offer = [&] { return StreamDelegate::signInRect(list.visualRect(model.index(0)), model.index(0)); };
        QTRY_VERIFY(!offer().isEmpty());
        QVERIFY(list.visualRect(model.index(0)).contains(offer()));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(model.index(0)).topLeft() + QPoint(40, 8));
        QCOMPARE(wanted.count(), 0);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, offer().center());
        QCOMPARE(wanted, (QList<QList<QVariant>>{{uuid}}));
        bench.streams.manager.stopAll();
    }
};

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QApplication application(argc, argv);
    StreamAccountsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_streamaccounts.moc"
