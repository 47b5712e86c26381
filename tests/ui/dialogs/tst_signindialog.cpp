// SPDX-License-Identifier: GPL-3.0-or-later
// A sign-in in the browser from the form of an account, at a real provider, with somebody who fills in its pages. Every face of
// the dialog is looked at.
#include "core/tokens/storedgrant.h"
#include "rig/oidcrig.h"
#include "support/clicks.h"
#include "support/looks.h"
#include "support/vaultbench.h"
#include "support/widgets.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/accountsdialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/signindialog.h"
#include "ui/widgets/messagepanel.h"

#include <QDesktopServices>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::buttonOf;
using tests::kModes;
using tests::look;
using tests::named;
using tests::shown;
using tests::VaultBench;

namespace {

constexpr int kLimitMs = 30'000;

QString linkOf(const QWidget *dialog)
{
    const auto *field = dialog ? named<QLineEdit>(dialog, u"Link"_s) : nullptr;
    return field && field->isVisible() ? field->text() : QString();
}

template <typename Window>
void click(const QString &text)
{
    QTRY_VERIFY2_WITH_TIMEOUT(buttonOf<Window>(text) && buttonOf<Window>(text)->isEnabled(), qPrintable(text), kLimitMs);
    QTest::mouseClick(buttonOf<Window>(text), Qt::LeftButton);
}

} // namespace

class SignInDialogTest : public QObject
{
    Q_OBJECT
public Q_SLOTS:
    void open(const QUrl &link) { m_opened << link; }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
        Theme::install();
        QDesktopServices::setUrlHandler(u"http"_s, this, "open");
    }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"http"_s); }
    void init()
    {
        m_opened.clear();
        QVERIFY(m_rig.behave({}));
    }

    // Scopes first, then the browser; the account is in the vault, and no file holds a token of it.
    void accountIsAddedInTheBrowser()
    {
        VaultBench bench;
        QVERIFY(bench.useFile("right"));
        auto *form = new AccountDialog(bench.vault, bench.vaultFile(), vault::Account{.kind = u"oauth"_s}, {u"oauth"_s}, nullptr);
        form->open();
        for (const auto &[field, text] : {std::pair{u"Name"_s, u"mine"_s}, {u"Issuer"_s, m_rig.issuer()}, {u"Client ID"_s, u"desktop"_s}, {u"Scope"_s, u"openid kafka-read"_s}})
            named<QLineEdit>(form, field)->setText(text);
        click<AccountDialog>(u"Sign in in the browser…"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!linkOf(shown<SignInDialog>()).isEmpty(), kLimitMs);
        QVERIFY(named<QLabel>(shown<SignInDialog>(), u"Scopes"_s)->text().contains(u"kafka-read"_s));
        QVERIFY(m_opened.isEmpty()); // nobody has read them yet
        click<SignInDialog>(u"Open the browser"_s);
        QCOMPARE(m_opened.size(), 1);
        QCOMPARE(m_opened.first().toString(QUrl::FullyEncoded), linkOf(shown<SignInDialog>()));
        const std::unique_ptr<QProcess> browser(rig::OidcRig::startPerson(m_opened.first().toString(QUrl::FullyEncoded), {}, nullptr));
        QTRY_VERIFY_WITH_TIMEOUT(!shown<SignInDialog>() && !shown<AccountDialog>(), kLimitMs);
        const QByteArray stored = bench.secretOf(u"mine"_s);
        const tokens::StoredGrant grant = tokens::fromSecret(vault::SecretBytes(std::string_view(stored.constData(), static_cast<size_t>(stored.size()))));
        QVERIFY(!grant.refreshToken.isEmpty());
        QCOMPARE(bench.vault.accounts().find(u"mine"_s)->user(), u"alice"_s);
        QDirIterator files(bench.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains(grant.refreshToken.data()));
        }

        // Signing out takes it back at the provider before it is deleted here.
        AccountsDialog page(bench.vault, bench.streams.manager, bench.places, nullptr);
        page.setAttribute(Qt::WA_DeleteOnClose, false);
        page.show();
        click<AccountsDialog>(u"Sign out…"_s);
        click<AskDialog>(u"Sign out"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bench.vault.accounts().accounts().size(), 0u, kLimitMs);
        QVERIFY(!m_rig.requests(u"/token/revocation"_s).isEmpty());
    }

    // The address of a page that the browser could not show.
    void addressIsPasted()
    {
        auto *dialog = new SignInDialog({.issuer = m_rig.issuer(), .clientId = u"desktop"_s, .scope = u"openid kafka-read"_s}, nullptr);
        const QSignalSpy signedIn(dialog, &SignInDialog::signedIn);
        dialog->open();
        click<SignInDialog>(u"Open the browser"_s);
        const std::optional<QString> redirect = m_rig.person(linkOf(dialog), {u"stop"_s});
        QVERIFY2(redirect, qPrintable(m_rig.why()));
        auto *paste = named<QLineEdit>(dialog, u"Address of the last page"_s);
        paste->setText(u"http://127.0.0.1:1/elsewhere"_s);
        QVERIFY(dialog->findChild<MessagePanel *>()->isVisible());
        paste->setText(*redirect);
        QTRY_COMPARE_WITH_TIMEOUT(signedIn.count(), 1, kLimitMs);
        QTRY_VERIFY(!shown<SignInDialog>());
    }

    void everyFaceIsLookedAt()
    {
        for (const tests::Mode &mode : kModes) {
            Theme::setScheme(mode.scheme);
            Theme::setTextScale(mode.scale);
            tests::Wordy wordy;
            if (mode.wordy)
                QCoreApplication::installTranslator(&wordy);
            SignInDialog dialog({.issuer = m_rig.issuer(), .clientId = u"desktop"_s, .scope = u"openid kafka-read"_s}, nullptr);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            look(dialog, mode, u"signin-asking"_s);
            const auto link = [&] { return std::ranges::any_of(dialog.findChildren<QLineEdit *>(), [](const QLineEdit *line) { return line->isVisible() && !line->text().isEmpty(); }); };
            QTRY_VERIFY_WITH_TIMEOUT(link(), kLimitMs);
            look(dialog, mode, u"signin-ready"_s);
            tests::clickButton(dialog, u"Open the browser"_s);
            look(dialog, mode, u"signin-waiting"_s);
            tests::clickButton(dialog, u"Use a code instead"_s);
            QTRY_VERIFY_WITH_TIMEOUT(link(), kLimitMs);
            look(dialog, mode, u"signin-code"_s);
            SignInDialog failed({.issuer = u"http://127.0.0.1:9"_s, .clientId = u"desktop"_s}, nullptr);
            failed.setAttribute(Qt::WA_DeleteOnClose, false);
            failed.show();
            QTRY_VERIFY_WITH_TIMEOUT(failed.findChild<MessagePanel *>()->isVisible(), kLimitMs);
            look(failed, mode, u"signin-failed"_s);
        }
        Theme::setScheme(Scheme::Light);
        Theme::setTextScale(1);
    }

private:
    rig::OidcRig m_rig;
    QList<QUrl> m_opened;
};

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QApplication application(argc, argv);
    SignInDialogTest test;
    return rig::runWithOidc(&test, argc, argv);
}

#include "tst_signindialog.moc"
