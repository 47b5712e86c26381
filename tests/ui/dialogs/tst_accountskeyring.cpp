// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the accounts over a real keyring: open, locked, and one that does not answer.
#include "rig/keyring.h"
#include "support/clicks.h"
#include "support/vaultbench.h"
#include "support/widgets.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/accountsdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QLabel>
#include <QLineEdit>
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

rig::Keyring *keyring = nullptr;

bool told(const QWidget &window, const QString &title)
{
    const auto panels = window.findChildren<MessagePanel *>();
    return std::ranges::any_of(panels, [&](const MessagePanel *panel) { return panel->isVisible() && panel->title().startsWith(title); });
}

bool isKept(const QWidget &window)
{
    const auto *words = named<QLabel>(&window, u"Where secrets are kept"_s);
    return words && words->text().startsWith(u"Kept in the keychain of the desktop"_s);
}

void fill(const QString &name)
{
    QTest::mouseClick(buttonOf<AccountsDialog>(u"Add account"_s), Qt::LeftButton);
    QTRY_VERIFY(shown<AccountDialog>());
    for (const auto &[field, text] : {std::pair{u"Name"_s, name}, {u"User"_s, u"mira"_s}, {u"Password"_s, u"invented"_s}})
        named<QLineEdit>(shown<AccountDialog>(), field)->setText(text);
    QTest::mouseClick(buttonOf<AccountDialog>(u"Add account"_s), Qt::LeftButton);
}

} // namespace

class AccountsKeyringTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QVERIFY(keyring->unlock());
        Theme::install();
    }
    void cleanup() { keyring->thaw(); }

    void keptInTheKeychain()
    {
        VaultBench bench;
        AccountsDialog dialog(bench.vault, bench.streams.manager, bench.places, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QTRY_VERIFY(isKept(dialog));
        QVERIFY(!buttonOf<AccountsDialog>(u"Retry"_s));
        fill(u"hop"_s);
        QTRY_VERIFY(!shown<AccountDialog>());
        QVERIFY2(keyring->keys().filter(u"/hop"_s).size() > 0, qPrintable(keyring->keys().join(u' ')));
        QCOMPARE(bench.secretOf(u"hop"_s), QByteArray("invented"));
    }

    // Nothing is stored and nothing is lost; after Retry the same entry is stored.
    void lockedThenRetried()
    {
        VaultBench bench;
        AccountsDialog dialog(bench.vault, bench.streams.manager, bench.places, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QTRY_VERIFY(isKept(dialog));
        QVERIFY(keyring->lock());
        fill(u"hop"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shown<AccountDialog>() && (told(*shown<AccountDialog>(), u"The keyring is locked"_s) || told(*shown<AccountDialog>(), u"The keychain refused"_s)), 15'000);
        QCOMPARE(bench.vault.accounts().accounts().size(), 0u);
        QVERIFY(keyring->unlock());
        QTest::mouseClick(buttonOf<AccountDialog>(u"Retry"_s), Qt::LeftButton);
        QTRY_VERIFY(!shown<AccountDialog>());
        QCOMPARE(bench.secretOf(u"hop"_s), QByteArray("invented"));
    }

    void frozenIsSaidInTime()
    {
        VaultBench bench;
        AccountsDialog dialog(bench.vault, bench.streams.manager, bench.places, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QTRY_VERIFY(isKept(dialog));
        QVERIFY(bench.add(VaultBench::account(u"hop"_s, u"scram"_s, {{u"user"_s, u"mira"_s}}), "invented"));
        keyring->freeze();
        QElapsedTimer clock;
        clock.start();
        QTest::mouseClick(buttonOf<AccountsDialog>(u"Test"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(told(dialog, u"The keychain did not answer in time"_s), 15'000);
        QVERIFY2(clock.elapsed() < 4'000, qPrintable(QString::number(clock.elapsed()))); // its own limit is 2 s here
        QVERIFY(dialog.isEnabled());
        keyring->thaw();
        const QSignalSpy came(&dialog, &AccountsDialog::secretsCame);
        const auto again = [&] {
            if (auto *retry = buttonOf<AccountsDialog>(u"Retry"_s))
                QTest::mouseClick(retry, Qt::LeftButton);
            return !came.isEmpty();
        };
        QVERIFY(QTest::qWaitFor(again, 30'000)); // the job that hangs ends by itself
        QVERIFY(told(dialog, u"The secret can be read"_s) || QTest::qWaitFor([&] { return told(dialog, u"The secret can be read"_s); }));
    }
};

int main(int argc, char **argv)
{
    rig::Keyring real;
    if (!real.up())
        return rig::keyringIsMissing(real.why());
    real.useHere();
    keyring = &real;
    QApplication application(argc, argv);
    AccountsKeyringTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accountskeyring.moc"
