// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the accounts and its dialogs where there is no keychain: in memory, and with an encrypted vault file.
#include "support/accessiblewalk.h"
#include "support/clicks.h"
#include "support/httpstandin.h"
#include "support/vaultbench.h"
#include "support/widgets.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/accountsdialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/namedialog.h"
#include "ui/dialogs/passphrasedialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accountlook.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/secretfield.h"

#include <QAccessible>
#include <QComboBox>
#include <QCheckBox>
#include <QDirIterator>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::buttonOf;
using tests::named;
using tests::shown;
using tests::VaultBench;

namespace {

const QByteArray kCanary = "canary-7f31c9e2a8";

struct Opened {
    VaultBench bench;
    std::unique_ptr<AccountsDialog> dialog;

    void open()
    {
        dialog = std::make_unique<AccountsDialog>(bench.vault, bench.streams.manager, bench.places, nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    }
    [[nodiscard]] QTreeWidget *list() const { return named<QTreeWidget>(dialog.get(), u"Accounts"_s); }
    [[nodiscard]] QString cell(int row, int column) const { return list()->topLevelItem(row)->text(column); }
    [[nodiscard]] QString said() const
    {
        const auto *panel = dialog->findChild<MessagePanel *>(u"outcome"_s);
        return panel->isVisible() ? panel->title() + u'|' + panel->accessibleDescription() : QString();
    }
};

// A message that begins so can be seen.
bool told(const QWidget *window, const QString &title)
{
    const auto panels = window ? window->findChildren<MessagePanel *>() : QList<MessagePanel *>();
    return std::ranges::any_of(panels, [&](const MessagePanel *panel) { return panel->isVisible() && panel->title().startsWith(title); });
}

template <typename Window>
void click(const QString &text)
{
    QTRY_VERIFY2(buttonOf<Window>(text) && buttonOf<Window>(text)->isEnabled(), qPrintable(text));
    QTest::mouseClick(buttonOf<Window>(text), Qt::LeftButton);
}

template <typename Window>
void write(const QString &field, const QString &text)
{
    QTRY_VERIFY(shown<Window>());
    auto *line = named<QLineEdit>(shown<Window>(), field);
    QVERIFY2(line, qPrintable(field));
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

template <typename Window>
void gone()
{
    QTRY_VERIFY(!shown<Window>());
}

void fillAccount(const QString &name, const QString &secret)
{
    write<AccountDialog>(u"Name"_s, name);
    write<AccountDialog>(u"Server"_s, u"kafka.example.org"_s);
    write<AccountDialog>(u"User"_s, u"mira"_s);
    write<AccountDialog>(u"Password"_s, secret);
}

// Files below a folder that hold these bytes.
QStringList holding(const QString &folder, const QByteArray &bytes)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            found << file.fileName();
    }
    return found;
}

} // namespace

class AccountsDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    // product.md 2.1 e: no keychain is said, and memory is offered, never plain text.
    void withoutKeychainForTheSession()
    {
        Opened page;
        page.open();
        QTRY_VERIFY(told(page.dialog.get(), u"There is no keychain here: no service for secrets answers."_s));
        QSignalSpy came(page.dialog.get(), &AccountsDialog::secretsCame);
        click<AccountsDialog>(u"Add account"_s);
        fillAccount(u"hop"_s, QString::fromLatin1(kCanary));
        click<AccountDialog>(u"Add account"_s);
        gone<AccountDialog>();
        QCOMPARE(page.list()->topLevelItemCount(), 1);
        QCOMPARE(page.cell(0, 0), u"hop"_s);
        QCOMPARE(page.cell(0, 6), u"This session"_s);
        QCOMPARE(came.count(), 1);
        QCOMPARE(page.bench.secretOf(u"hop"_s), kCanary);
        QCOMPARE(holding(page.bench.folder.path(), kCanary), QStringList());
    }

    void tomSaysWhatItTakes()
    {
        Opened page;
        QVERIFY(page.bench.useFile("four words of mine"));
        page.open();
        Result<tom::TomFacts> answer = tom::TomFacts{.user = u"mira"_s, .groups = {u"Observers"_s}, .extras = {{.key = u"priority"_s, .label = u"Priority"_s, .required = true}}, .takesPhotometry = true};
        QStringList asked;
        page.dialog->setAskTom([&](const QString &account, QObject *, const std::function<void(Result<tom::TomFacts>)> &done) {
            asked << account;
            done(answer);
        });
        page.dialog->addOfKind(u"tom"_s);
        write<AccountDialog>(u"Name"_s, u"tom-lasilla"_s);
        write<AccountDialog>(u"Address"_s, u"https://tom.example.org"_s);
        write<AccountDialog>(u"Token"_s, u"invented-token"_s);
        click<AccountDialog>(u"Add account"_s);
        gone<AccountDialog>();
        QTRY_COMPARE(asked, QStringList({u"tom-lasilla"_s})); // at once: only it knows
        QCOMPARE(page.said(), u"tom.example.org takes it, as mira|Your groups: Observers. It asks for these fields with every target: Priority. It takes photometry."_s);
        answer.value().notice = u"This TOM ignores tokens"_s;
        click<AccountsDialog>(u"Test"_s);
        QTRY_VERIFY2(page.said().contains(u"This TOM ignores tokens."_s), qPrintable(page.said()));
        answer = Error{.kind = ErrorKind::SignInRefused, .message = u"tom.example.org refused it."_s, .remedy = u"Renew it."_s};
        click<AccountsDialog>(u"Test"_s);
        QTRY_COMPARE(page.said(), u"tom.example.org refused it.|Renew it."_s);
    }

    // The password is not kept where its token does.
    void tomGivesATokenForThePassword()
    {
        tests::HttpStandIn site;
        site.lay(u"/api/token-auth/"_s, 200, R"({"token": "given-token"})", "Content-Type: application/json\r\n");
        site.lay(u"/api/groups/"_s, 200, R"({"count": 0, "next": null, "previous": null, "results": []})", "Content-Type: application/json\r\n");
        site.refuse = [](const QByteArray &request) {
            return request.contains("GET /api/groups/") && !request.contains("Token given-token")
                ? QByteArray("HTTP/1.1 401 said\r\nWWW-Authenticate: Token\r\nContent-Type: application/json\r\nContent-Length: 27\r\n\r\n{\"detail\":\"Invalid token.\"}")
                : QByteArray();
        };
        Opened page;
        QVERIFY(page.bench.useFile("four words of mine"));
        page.open();
        page.dialog->addOfKind(u"tom"_s);
        write<AccountDialog>(u"Name"_s, u"tom-here"_s);
        write<AccountDialog>(u"Address"_s, site.address());
        write<AccountDialog>(u"Token"_s, QString::fromLatin1(kCanary));
        auto *box = shown<AccountDialog>()->findChild<QCheckBox *>();
        QVERIFY(box);
        box->setChecked(true);
        click<AccountDialog>(u"Add account"_s);
        QTRY_VERIFY(told(shown<AccountDialog>(), u"Whose password it is, is not said."_s));
        write<AccountDialog>(u"User"_s, u"mira"_s);
        click<AccountDialog>(u"Add account"_s);
        gone<AccountDialog>();
        QCOMPARE(page.bench.secretOf(u"tom-here"_s), QByteArray("given-token"));
        QCOMPARE(site.asked.constFirst(), u"/api/token-auth/"_s);
    }

    void vaultFileIsMadeAndKeeps()
    {
        Opened page;
        page.open();
        click<AccountsDialog>(u"Use an encrypted file…"_s);
        write<PassphraseDialog>(u"Passphrase"_s, u"four words of mine"_s);
        write<PassphraseDialog>(u"The same again"_s, u"four words"_s);
        QVERIFY(!buttonOf<PassphraseDialog>(u"Use this file"_s)->isEnabled());
        write<PassphraseDialog>(u"The same again"_s, u"four words of mine"_s);
        click<PassphraseDialog>(u"Use this file"_s);
        gone<PassphraseDialog>();
        QTRY_COMPARE(named<QComboBox>(page.dialog.get(), u"Keep secrets in"_s)->currentText(), u"Encrypted vault file"_s);
        click<AccountsDialog>(u"Add account"_s);
        fillAccount(u"hop"_s, QString::fromLatin1(kCanary));
        click<AccountDialog>(u"Add account"_s);
        gone<AccountDialog>();
        QVERIFY(QFile::exists(page.bench.vaultFile()));
        QCOMPARE(page.cell(0, 6), u"Good"_s);
        for (const QByteArray &secret : {kCanary, QByteArray("four words of mine")})
            QCOMPARE(holding(page.bench.folder.path(), secret), QStringList());
    }

    // Another start: locked. Whoever stores something is asked, a wrong passphrase is told, and nothing has to be typed twice.
    void lockedFileAsksForItsPassphrase()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        QVERIFY(page.bench.add(VaultBench::account(u"hop"_s, u"scram"_s, {{u"user"_s, u"mira"_s}}), "first"));
        page.bench.vault.setPassphrase({});
        page.open();
        QTRY_VERIFY(told(page.dialog.get(), u"The vault file is locked."_s));
        QSignalSpy came(page.dialog.get(), &AccountsDialog::secretsCame);
        click<AccountsDialog>(u"Renew…"_s);
        write<AccountDialog>(u"Password"_s, u"second"_s);
        click<AccountDialog>(u"Renew"_s);
        write<PassphraseDialog>(u"Passphrase"_s, u"wrong"_s);
        click<PassphraseDialog>(u"Open"_s);
        QTRY_VERIFY(told(shown<PassphraseDialog>(), u"This is not the passphrase"_s));
        QCOMPARE(named<QLineEdit>(shown<PassphraseDialog>(), u"Passphrase"_s)->text(), QString());
        write<PassphraseDialog>(u"Passphrase"_s, u"right"_s);
        click<PassphraseDialog>(u"Open"_s);
        gone<AccountDialog>();
        QCOMPARE(page.bench.secretOf(u"hop"_s), QByteArray("second"));
        QTRY_VERIFY(came.contains(QVariantList{u"hop"_s}));
        QTRY_VERIFY(came.contains(QVariantList{QString()})); // others of the file may be read now
    }

    void damagedFileIsLeftAlone()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        QVERIFY(page.bench.add(VaultBench::account(u"hop"_s, u"scram"_s, {{u"user"_s, u"mira"_s}}), "first"));
        QFile file(page.bench.vaultFile());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 3) && file.write("???") == 3);
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray damaged = file.readAll();
        file.close();
        page.open();
        click<AccountsDialog>(u"Test"_s);
        QTRY_VERIFY(told(page.dialog.get(), u"The vault file is damaged"_s));
        QVERIFY(buttonOf<AccountsDialog>(u"Retry"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), damaged);
    }

    void renamedWithItsStreams()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        QVERIFY(page.bench.add(VaultBench::account(u"hop"_s, u"scram"_s, {{u"user"_s, u"mira"_s}}), "first"));
        QVERIFY(page.bench.add(VaultBench::account(u"other"_s, u"scram"_s, {{u"user"_s, u"mira"_s}}), "first"));
        QVERIFY(page.bench.stream(u"hopskotch"_s, u"hop"_s));
        page.open();
        page.dialog->select(u"hop"_s);
        QCOMPARE(page.cell(0, 3), u"hopskotch"_s);
        click<AccountsDialog>(u"Rename…"_s);
        write<NameDialog>(u"Name"_s, u"other"_s);
        QVERIFY(!buttonOf<NameDialog>(u"Rename"_s)->isEnabled());
        write<NameDialog>(u"Name"_s, u"hop-2"_s);
        click<NameDialog>(u"Rename"_s);
        QTRY_COMPARE(page.cell(0, 0), u"hop-2"_s);
        QTRY_COMPARE(page.bench.streams.manager.find(u"hopskotch"_s)->values.stored().value(u"account"_s).toString(), u"hop-2"_s);
        QCOMPARE(page.bench.secretOf(u"hop-2"_s), QByteArray("first"));
    }

    void signOutNamesWhoLosesIt()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        QVERIFY(page.bench.add(VaultBench::account(u"hop"_s, u"scram"_s, {{u"user"_s, u"mira"_s}}), "first"));
        QVERIFY(page.bench.stream(u"hopskotch"_s, u"hop"_s));
        page.open();
        QSignalSpy out(page.dialog.get(), &AccountsDialog::signedOut);
        click<AccountsDialog>(u"Sign out…"_s);
        QTRY_VERIFY(shown<AskDialog>());
        QVERIFY(shown<AskDialog>()->accessibleDescription().contains(u"hopskotch"_s));
        QVERIFY(!buttonOf<AskDialog>(u"Sign out"_s)->isDefault()); // Enter harms nobody
        click<AskDialog>(u"Cancel"_s);
        gone<AskDialog>();
        QCOMPARE(page.list()->topLevelItemCount(), 1);
        click<AccountsDialog>(u"Sign out…"_s);
        click<AskDialog>(u"Sign out"_s);
        QTRY_COMPARE(page.list()->topLevelItemCount(), 0);
        QTRY_COMPARE(out.count(), 1);
        QCOMPARE(page.bench.secretOf(u"hop"_s), QByteArray());
    }

    // The file cannot be opened: the account may go nevertheless, after a question.
    void signOutOfAnUnreachableSecret()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        QVERIFY(page.bench.add(VaultBench::account(u"hop"_s, u"scram"_s, {{u"user"_s, u"mira"_s}}), "first"));
        page.bench.vault.setPassphrase({});
        page.open();
        click<AccountsDialog>(u"Sign out…"_s);
        click<AskDialog>(u"Sign out"_s);
        click<AskDialog>(u"Take off the list"_s);
        QTRY_COMPARE(page.list()->topLevelItemCount(), 0);
    }

    // The server of a stream that uses it is asked; nobody listens there, and that is what is said.
    void testAsksTheServer()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        QVERIFY(page.bench.add(VaultBench::account(u"hop"_s, u"scram"_s, {{u"user"_s, u"mira"_s}}), "first"));
        page.open();
        click<AccountsDialog>(u"Test"_s);
        QTRY_COMPARE(page.said(), u"The secret can be read from the encrypted vault file|No stream uses it yet, so no server was asked."_s);
        QVERIFY(page.bench.stream(u"hopskotch"_s, u"hop"_s));
        page.bench.streams.manager.setSignIn([](const streams::StreamConfig &config, const auto &done) {
            streams::StreamConfig signedIn = config;
            signedIn.values.set(u"user"_s, u"mira"_s);
            signedIn.values.set(u"password"_s, u"first"_s);
            done(signedIn);
        });
        click<AccountsDialog>(u"Test"_s);
        QTRY_VERIFY_WITH_TIMEOUT(page.said().startsWith(u"TCP: "_s), 10'000);
        QVERIFY(ladder::Ladder::waitForAll(10'000));
    }

    void importedAndTheFileRemoved()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        QTemporaryDir home;
        QFile hop(home.filePath(u"auth.toml"_s));
        QVERIFY(hop.open(QIODevice::WriteOnly));
        hop.write("[[auth]]\nusername = \"mira-3f2c9b\"\npassword = \"" + kCanary + "\"\nhostname = \"kafka.scimma.org\"\n");
        hop.close();
        auto *dialog = new ImportDialog(page.bench.vault, page.bench.vaultFile(), home.path(), hop.fileName(), nullptr);
        QSignalSpy imported(dialog, &ImportDialog::imported);
        dialog->open();
        click<ImportDialog>(u"Import"_s);
        QTRY_COMPARE(imported.count(), 1);
        QVERIFY(hop.exists()); // nobody asked for its end
        QCOMPARE(page.bench.secretOf(imported[0][0].toStringList().value(0)), kCanary);
        click<ImportDialog>(u"Remove file"_s);
        QVERIFY(!hop.exists());
        click<ImportDialog>(u"Close"_s);
        gone<ImportDialog>();
    }

    // What would be gone at the end of the session is no reason to remove the file that keeps it.
    void importForTheSessionLeavesTheFile()
    {
        Opened page;
        QTemporaryDir home;
        QFile hop(home.filePath(u"auth.toml"_s));
        QVERIFY(hop.open(QIODevice::WriteOnly));
        hop.write("[[auth]]\nusername = \"mira-3f2c9b\"\npassword = \"invented\"\nhostname = \"kafka.scimma.org\"\n");
        hop.close();
        auto *dialog = new ImportDialog(page.bench.vault, page.bench.vaultFile(), home.path(), hop.fileName(), nullptr);
        QSignalSpy imported(dialog, &ImportDialog::imported);
        dialog->open();
        click<ImportDialog>(u"Import"_s);
        QTRY_COMPARE(imported.count(), 1);
        QVERIFY(!buttonOf<ImportDialog>(u"Remove file"_s));
        dialog->close();
        gone<ImportDialog>();
    }

    void secretsAreNotReadOut()
    {
        SecretField field;
        field.setText(QString::fromLatin1(kCanary));
        field.show();
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&field);
        QVERIFY(spoken->state().passwordEdit);
        QVERIFY(!spoken->text(QAccessible::Value).contains(u"canary"_s));
        field.selectAll();
        field.copy();
        QCOMPARE(field.secret().view(), std::string_view(kCanary.constData(), static_cast<size_t>(kCanary.size())));
        field.wipe();
        QVERIFY(field.text().isEmpty() && !field.isUndoAvailable());
    }

    void everythingByKeyboard()
    {
        Opened page;
        QVERIFY(page.bench.useFile("right"));
        page.open();
        QTest::qWait(0);
        auto *dialog = new AccountDialog(page.bench.vault, page.bench.vaultFile(), vault::Account{}, {}, page.dialog.get());
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        for (const QWidget *each : {static_cast<const QWidget *>(page.dialog.get()), static_cast<const QWidget *>(dialog)})
            QCOMPARE(tests::namelessControls(*each), QStringList());
        QStringList walked;
        for (int i = 0; i < 12; ++i) {
            QWidget *at = dialog->focusWidget();
            const auto *button = qobject_cast<QPushButton *>(at);
            const QString name = button ? button->text() : at->accessibleName();
            if (walked.contains(name))
                break;
            walked << name;
            QTest::keyClick(at, Qt::Key_Tab);
        }
        QCOMPARE(walked, QStringList({u"Kind"_s, u"Name"_s, u"Server"_s, u"User"_s, u"Mechanism"_s, u"Expires"_s, u"Password"_s, u"Keep secrets in"_s, u"Cancel"_s, u"Add account"_s}));
        QTest::keyClick(dialog, Qt::Key_Escape);
        gone<AccountDialog>();
    }

    // What dies of what, and what is said beforehand.
    void endsAreTold()
    {
        const UtcTime now = UtcTime::fromIso("2026-09-14T03:00:00Z");
        const auto days = [&](double n) { return UtcTime::fromUs(now.us + static_cast<int64_t>(n * 86'400e6)); };
        vault::Account gcn = VaultBench::account(u"gcn"_s, u"client-credentials"_s, {{u"host"_s, u"kafka.gcn.nasa.gov"_s}, {u"client_id"_s, u"x"_s}});
        using State = AccountLook::State;
        gcn.place = u"file"_s;
        gcn.lastUsed = days(-2);
        QCOMPARE(lookOf(gcn, {}, now).state, State::Good);
        gcn.lastUsed = days(-25);
        QCOMPARE(lookOf(gcn, {}, now).state, State::EndsSoon);
        gcn.lastUsed = days(-31);
        QCOMPARE(lookOf(gcn, {}, now).state, State::Remove);
        QCOMPARE(lookOf(gcn, {u"gcn"_s}, now).state, State::Renew);
        vault::Account token = VaultBench::account(u"igwn"_s, u"scitoken"_s, {});
        token.place = u"file"_s;
        token.expires = days(1.0 / 24);
        QCOMPARE(lookOf(token, {}, now).state, State::Good); // an hour is much for a token
        QCOMPARE(lookOf(token, {}, now).ends, u"in 1 h"_s);
        token.expires = days(5.0 / 1440);
        QCOMPARE(lookOf(token, {}, now).state, State::EndsSoon);
        token.expires = days(-6.0 / 1440);
        QCOMPARE(lookOf(token, {}, now).state, State::Renew);
        QVERIFY(lookOf(token, {}, now).ends.startsWith(u"ended 6 min"_s));
    }
};

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QApplication application(argc, argv);
    AccountsDialogTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accountsdialog.moc"
