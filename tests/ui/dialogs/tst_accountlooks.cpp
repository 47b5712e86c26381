// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the dialogs of accounts and secrets in every state and mode (support/looks.h). There is no session bus, so no keychain.
#include "support/jwt.h"
#include "support/looks.h"
#include "support/vaultbench.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/accountsdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/passphrasedialog.h"
#include "ui/dialogs/vaultbar.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/secretfield.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::clickButton;
using tests::kModeCount;
using tests::kModes;
using tests::look;
using tests::Mode;
using tests::VaultBench;

namespace {

constexpr int64_t kDayUs = 86'400LL * 1'000'000;

void fill(VaultBench &bench)
{
    const auto ago = [](double days) { return UtcTime::fromUs(UtcTime::now().us - static_cast<int64_t>(days * kDayUs)); };
    QVERIFY(bench.useFile("four words of mine"));
    const auto gcn = [](const QString &name) {
        return VaultBench::account(name, u"client-credentials"_s,
                                   {{u"host"_s, u"kafka.gcn.nasa.gov"_s}, {u"client_id"_s, u"3f6k1m0s9qa"_s}, {u"token_endpoint"_s, u"https://auth.gcn.nasa.gov/oauth2/token"_s}});
    };
    QVERIFY(bench.add(gcn(u"gcn-lasilla"_s), "secret"));
    QVERIFY(bench.add(VaultBench::account(u"hop-mira"_s, u"scram"_s, {{u"host"_s, u"kafka.scimma.org"_s}, {u"user"_s, u"mira-3f2c9b"_s}}), "secret"));
    QVERIFY(bench.add(VaultBench::account(u"gracedb-token"_s, u"scitoken"_s, {{u"host"_s, u"kafka-dev.ligo.example.org"_s}, {u"expires"_s, u"2026-01-01T00:00:00Z"_s}}), "secret"));
    QVERIFY(bench.add(VaultBench::account(u"google-mira"_s, u"oauth"_s,
                                          {{u"issuer"_s, u"https://accounts.google.com"_s}, {u"client_id"_s, u"81727-invented.apps.googleusercontent.com"_s},
                                           {u"scope"_s, u"https://www.googleapis.com/auth/pubsub"_s}}), "secret"));
    QVERIFY(bench.add(gcn(u"gcn-old"_s), "secret"));
    QVERIFY(bench.add(gcn(u"gcn-of-the-night-assistants-at-the-southern-station"_s), "secret"));
    QVERIFY(bench.add(VaultBench::account(u"tom-lasilla"_s, u"tom"_s, {{u"url"_s, u"https://tom.example.org"_s}}), "secret"));
    bench.date(u"gcn-lasilla"_s, [&](vault::Account &a) { a.lastUsed = ago(2); });
    bench.date(u"gcn-old"_s, [&](vault::Account &a) { a.lastUsed = ago(34); });
    bench.date(u"gcn-of-the-night-assistants-at-the-southern-station"_s, [&](vault::Account &a) { a.lastUsed = ago(27.2); });
    QVERIFY(bench.stream(u"gcn"_s, u"gcn-lasilla"_s));
    QVERIFY(bench.stream(u"hop"_s, u"hop-mira"_s));
    QVERIFY(bench.stream(u"gracedb"_s, u"gracedb-token"_s));
}

template <typename T>
T *keep(T *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

// The place of secrets has been looked at.
void settle(const QWidget &dialog)
{
    const auto *bar = dialog.findChild<VaultBar *>();
    QTRY_VERIFY(std::ranges::any_of(bar->findChildren<QLabel *>(), [](const QLabel *each) { return each->text().startsWith(u"Kept in"_s); }));
}

} // namespace

class AccountLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void shown_data();
    void shown();

private:
    void showPage(const Mode &mode);
    void showForms(const Mode &mode);
    void showImport(const Mode &mode);
};

void AccountLooks::shown_data()
{
    QTest::addColumn<int>("mode");
    for (int i = 0; i < kModeCount; ++i)
        QTest::newRow(kModes[i].name) << i;
}

void AccountLooks::shown()
{
    QFETCH(int, mode);
    Theme::setScheme(kModes[mode].scheme);
    Theme::setTextScale(kModes[mode].scale);
    tests::Wordy wordy;
    if (kModes[mode].wordy)
        QCoreApplication::installTranslator(&wordy);
    showPage(kModes[mode]);
    showForms(kModes[mode]);
    showImport(kModes[mode]);
}

void AccountLooks::showPage(const Mode &mode)
{
    VaultBench bench;
    {
        const std::unique_ptr<AccountsDialog> dialog(keep(new AccountsDialog(bench.vault, bench.streams.manager, bench.places, nullptr)));
        settle(*dialog);
        look(*dialog, mode, u"accounts-session"_s); // there is no keychain
    }
    fill(bench);
    AccountsDialog dialog(bench.vault, bench.streams.manager, bench.places, nullptr);
    keep(&dialog);
    settle(dialog);
    for (const auto &[account, name] : {std::pair{u"hop-mira"_s, u"accounts"_s}, {u"gracedb-token"_s, u"accounts-ended"_s}, {u"gcn-old"_s, u"accounts-idle"_s},
                                        {u"gcn-of-the-night-assistants-at-the-southern-station"_s, u"accounts-soon"_s}}) {
        dialog.select(account);
        look(dialog, mode, name);
    }
    for (const auto &[left, name] : {std::pair{41 * 60 + 30, u"accounts-scitoken"_s}, {5 * 60 + 30, u"accounts-scitoken-soon"_s}, {-300, u"accounts-scitoken-ended"_s}}) {
        qputenv("BEARER_TOKEN", test::unsignedToken({{u"iss"_s, u"https://cilogon.org/igwn"_s}, {u"sub"_s, u"mira.holm@ligo.example.org"_s}, {u"scope"_s, u"gracedb.read"_s},
                                                     {u"aud"_s, u"ANY"_s}, {u"iat"_s, test::secondsFromNow(-600)}, {u"exp"_s, test::secondsFromNow(left)}}));
        AccountsDialog withToken(bench.vault, bench.streams.manager, bench.places, nullptr);
        keep(&withToken);
        settle(withToken);
        const auto *list = withToken.findChild<QTreeWidget *>();
        QTRY_COMPARE(list->topLevelItemCount(), 8);
        withToken.select(u"/scitoken"_s);
        look(withToken, mode, name);
    }
    qunsetenv("BEARER_TOKEN");
    clickButton(dialog, u"Test"_s);
    auto *outcome = dialog.findChild<MessagePanel *>(u"outcome"_s);
    QTRY_VERIFY(outcome->isVisible());
    look(dialog, mode, u"accounts-tested"_s);
    bench.vault.setPassphrase({});
    {
        const std::unique_ptr<AccountsDialog> locked(keep(new AccountsDialog(bench.vault, bench.streams.manager, bench.places, nullptr)));
        settle(*locked);
        look(*locked, mode, u"accounts-locked"_s);
    }
    QFile file(bench.vaultFile());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write("damaged") == 7);
    file.close();
    const std::unique_ptr<AccountsDialog> damaged(keep(new AccountsDialog(bench.vault, bench.streams.manager, bench.places, nullptr)));
    settle(*damaged);
    look(*damaged, mode, u"accounts-damaged"_s);
}

void AccountLooks::showForms(const Mode &mode)
{
    VaultBench bench;
    {
        const std::unique_ptr<PassphraseDialog> dialog(keep(new PassphraseDialog(bench.vault, bench.vaultFile(), nullptr)));
        dialog->findChildren<SecretField *>().at(0)->setText(u"one"_s);
        dialog->findChildren<SecretField *>().at(1)->setText(u"two"_s);
        look(*dialog, mode, u"passphrase-new"_s);
    }
    {
        const std::unique_ptr<AccountDialog> dialog(keep(new AccountDialog(bench.vault, bench.vaultFile(), vault::Account{}, {}, nullptr)));
        settle(*dialog);
        look(*dialog, mode, u"account-add-session"_s);
    }
    fill(bench);
    for (const vault::AccountKind &kind : vault::accountKinds()) {
        const std::unique_ptr<AccountDialog> dialog(keep(new AccountDialog(bench.vault, bench.vaultFile(), vault::Account{.kind = kind.id}, {}, nullptr)));
        settle(*dialog);
        look(*dialog, mode, u"account-add-"_s + kind.id);
        clickButton(*dialog, kind.id == u"oauth"_s ? u"Sign in in the browser"_s : u"Add account"_s);
        look(*dialog, mode, u"account-add-wrong-"_s + kind.id);
    }
    {
        const std::unique_ptr<AccountDialog> dialog(keep(new AccountDialog(bench.vault, bench.vaultFile(), u"hop-mira"_s, nullptr)));
        settle(*dialog);
        clickButton(*dialog, u"Renew"_s);
        look(*dialog, mode, u"account-renew-empty"_s);
    }
    bench.vault.setPassphrase({});
    PassphraseDialog dialog(bench.vault, bench.vaultFile(), nullptr);
    keep(&dialog);
    look(dialog, mode, u"passphrase"_s);
    dialog.findChildren<SecretField *>().at(0)->setText(u"wrong"_s);
    clickButton(dialog, u"Open"_s);
    QTRY_VERIFY(dialog.findChild<MessagePanel *>()->isVisible());
    look(dialog, mode, u"passphrase-wrong"_s);
}

void AccountLooks::showImport(const Mode &mode)
{
    VaultBench bench;
    QVERIFY(bench.useFile("four words of mine"));
    QTemporaryDir home;
    QVERIFY(QDir(home.path()).mkpath(u".config/hop"_s));
    QFile hop(home.path() + u"/.config/hop/auth.toml"_s);
    QVERIFY(hop.open(QIODevice::WriteOnly));
    hop.write("[[auth]]\nusername = \"mira-3f2c9b\"\npassword = \"invented\"\nhostname = \"kafka.scimma.org\"\n");
    hop.close();
    QFile netrc(home.path() + u"/.netrc"_s);
    QVERIFY(netrc.open(QIODevice::WriteOnly));
    netrc.write("machine kafka.lasair.example.org login mira password invented\nmachine example.org login mira password invented\n");
    netrc.close();
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.path() + u"/.config"_s));
    ImportDialog dialog(bench.vault, bench.vaultFile(), home.path(), {}, nullptr);
    keep(&dialog);
    settle(dialog);
    const auto *list = dialog.findChild<QTreeWidget *>();
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    look(dialog, mode, u"import"_s);
    clickButton(dialog, u"Import"_s);
    QTRY_VERIFY(!list->isVisible());
    look(dialog, mode, u"import-done"_s);
    clickButton(dialog, u"Remove file"_s);
    QVERIFY(!hop.exists() && netrc.exists());
    look(dialog, mode, u"import-removed"_s);
    ImportDialog nothing(bench.vault, bench.vaultFile(), home.path(), {}, nullptr);
    keep(&nothing);
    settle(nothing);
    look(nothing, mode, u"import-nothing"_s);
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    for (const char *name : {"SCIMMA_AUTH_USERNAME", "GCN_CLASSIC_CLIENT_ID", "NETRC", "BEARER_TOKEN", "BEARER_TOKEN_FILE", "XDG_RUNTIME_DIR"})
        qunsetenv(name);
    QApplication application(argc, argv);
    AccountLooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accountlooks.moc"
