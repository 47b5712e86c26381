// SPDX-License-Identifier: GPL-3.0-or-later
// The first five minutes of a newcomer: from the first page to the first real row with a real Kafka, clicks counted; what is
// said when something is wrong; and where the secret lies afterwards. There is no session bus, so no keychain.
#include "core/archive/archive.h"
#include "core/services/engine.h"
#include "core/services/streamstore.h"
#include "core/vault/vault.h"
#include "rig/rig.h"
#include "support/clicks.h"
#include "support/widgets.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/accountsdialog.h"
#include "ui/dialogs/connectionpanel.h"
#include "ui/dialogs/passphrasedialog.h"
#include "ui/dialogs/streamdialog.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/models/streammodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/firstrunpage.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/optionform.h"
#include "ui/widgets/streamdelegate.h"
#include "ui/widgets/streamlist.h"
#include "ui/windowsession.h"

#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::buttonOf;
using tests::named;
using tests::shown;

namespace {

constexpr int kMostClicks = 8;
const QString kSecret = u"alice-secret"_s;

// A hand that counts. What is typed costs no click: Tab leads from field to field.
class Hand
{
public:
    int clicks = 0;

    void press(QWidget *at)
    {
        QVERIFY(at && at->isVisible() && at->isEnabled());
        ++clicks;
        QTest::mouseClick(at, Qt::LeftButton);
    }
    template <typename Window>
    void button(const QString &text)
    {
        QTRY_VERIFY2(buttonOf<Window>(text) && buttonOf<Window>(text)->isEnabled(), qPrintable(text));
        press(buttonOf<Window>(text));
    }
    // Two: the list, and the entry in it.
    void choose(QComboBox *box, const QString &entry)
    {
        QVERIFY(box);
        press(box);
        QTRY_VERIFY(box->view()->isVisible());
        const int row = box->findText(entry);
        QVERIFY2(row >= 0, qPrintable(entry));
        ++clicks;
        const QPoint at = box->view()->visualRect(box->model()->index(row, 0)).center();
        QTest::mouseMove(box->view()->viewport(), at);
        QTest::mouseClick(box->view()->viewport(), Qt::LeftButton, {}, at);
    }
};

template <typename Window>
void type(const QString &field, const QString &text)
{
    QTRY_VERIFY(shown<Window>());
    if (auto *line = named<QLineEdit>(shown<Window>(), field)) {
        line->setFocus(Qt::TabFocusReason);
        line->selectAll();
        QTest::keyClicks(line, text);
    } else {
        auto *lines = named<QPlainTextEdit>(shown<Window>(), field);
        QVERIFY2(lines, qPrintable(field));
        lines->setFocus(Qt::TabFocusReason);
        lines->selectAll();
        QTest::keyClicks(lines, text);
    }
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

// One home with its window, as the program opens it.
struct Start {
    QTemporaryDir home;
    std::unique_ptr<WindowSession> session;

    void open()
    {
        Places places = Places::resolve(home.path());
        session = std::make_unique<WindowSession>(WindowSession::Settings{.places = places});
        QVERIFY(session->open().ok());
        session->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&session->window()));
        session->start();
    }
    ~Start()
    {
        if (!session)
            return;
        const QSignalSpy ended(session.get(), &WindowSession::ended);
        session->end();
        (void)QTest::qWaitFor([&] { return !ended.isEmpty(); }, 10'000);
    }
    [[nodiscard]] FirstRunPage *page() const { return session->window().findChild<FirstRunPage *>(); }
};

} // namespace

class FirstMinutesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Theme::install();
        QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
        for (const QString &topic : {u"gcn.open"_s, u"gcn.closed"_s})
            QVERIFY2(m_rig.createTopic(topic, 1), qPrintable(m_rig.why()));
        QVERIFY2(m_rig.produce(u"gcn.open"_s, 20) && m_rig.denyTopic(u"gcn.closed"_s), qPrintable(m_rig.why()));
        QVERIFY2(m_rig.changeRights({u"--add"_s, u"--allow-principal"_s, u"User:nobody"_s, u"--operation"_s, u"Read"_s, u"--group"_s, u"*"_s}), qPrintable(m_rig.why()));
    }

    // product.md 2.1 b, d, e.
    void firstRealRow()
    {
        Start start;
        start.open();
        QTRY_VERIFY(start.page()->isVisible());
        QTRY_VERIFY(named<QLabel>(start.page(), u"Where secrets are kept"_s)->text().startsWith(u"There is no keychain here"_s));
        Hand hand;
        hand.button<MainWindow>(u"Connect Hopskotch"_s);
        QTRY_VERIFY(shown<StreamDialog>());
        hand.choose(named<QComboBox>(shown<StreamDialog>(), u"Account"_s), u"New account…"_s);
        type<AccountDialog>(u"User"_s, u"alice"_s);
        type<AccountDialog>(u"Password"_s, kSecret);
        hand.button<AccountDialog>(u"Add account"_s);
        QTRY_VERIFY(!shown<AccountDialog>());
        // Only the rig needs this: the servers are not Hopskotch's.
        hand.press(shown<StreamDialog>()->findChild<OptionForm *>()->findChild<QToolButton *>());
        type<StreamDialog>(u"Servers"_s, m_rig.saslTls());
        type<StreamDialog>(u"CA file"_s, m_rig.caFile());
        hand.button<StreamDialog>(u"Test connection"_s);
        auto *connection = shown<StreamDialog>()->findChild<ConnectionPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(connection->hasEnded(), 60'000);
        QVERIFY2(!connection->failure(), qPrintable(connection->report()));
        hand.button<StreamDialog>(u"Add stream"_s);
        QTRY_VERIFY_WITH_TIMEOUT(start.session->window().rows() > 0, 60'000);
        qInfo("first real row after %d clicks", hand.clicks);
        QVERIFY2(hand.clicks <= kMostClicks, qPrintable(QString::number(hand.clicks)));
        QVERIFY(!start.page()->isVisible());
        QCOMPARE(holding(start.home.path(), kSecret.toUtf8()), QStringList());
    }

    // The same account in a vault file: its bytes are nowhere in the clear, nor is the passphrase.
    void noFileHoldsTheSecret()
    {
        Start start;
        start.open();
        start.session->window().actions().accounts->trigger();
        Hand hand;
        hand.button<AccountsDialog>(u"Use an encrypted file…"_s);
        type<PassphraseDialog>(u"Passphrase"_s, u"four words of mine"_s);
        type<PassphraseDialog>(u"The same again"_s, u"four words of mine"_s);
        hand.button<PassphraseDialog>(u"Use this file"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!shown<PassphraseDialog>(), 20'000);
        hand.button<AccountsDialog>(u"Add account"_s);
        type<AccountDialog>(u"Name"_s, u"hop"_s);
        type<AccountDialog>(u"User"_s, u"alice"_s);
        type<AccountDialog>(u"Password"_s, kSecret);
        hand.button<AccountDialog>(u"Add account"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!shown<AccountDialog>(), 20'000);
        QVERIFY(QFile::exists(Places::resolve(start.home.path()).data + u"/vault.bin"_s));
        for (const QByteArray &secret : {kSecret.toUtf8(), QByteArray("four words of mine")})
            QCOMPARE(holding(start.home.path(), secret), QStringList());
    }

    // The next start: the vault file is locked, so its stream waits; its row leads to the passphrase, and then it runs.
    void lockedVaultIsOpenedFromTheRow()
    {
        Start start;
        const Places places = Places::resolve(start.home.path());
        {
            vault::Vault vault({.places = places, .cost = vault::SealedFile::kCheap});
            QVERIFY(vault.open().ok() && vault.choosePlace(u"file"_s).ok());
            vault.setPassphrase(vault::SecretBytes("four words of mine"));
            vault::Account account{.name = u"hop"_s, .kind = u"scram"_s};
            account.values.set(u"user"_s, u"alice"_s);
            std::optional<Outcome> added;
            vault.add(account, vault::SecretBytes(kSecret.toStdString()), [&](const Outcome &outcome) { added = outcome; });
            QTRY_VERIFY_WITH_TIMEOUT(added && added->ok(), 20'000);
            services::StreamStore streams(services::Engine::streamsFile(places, {}));
            streams::StreamConfig config{.name = u"mine"_s, .type = u"kafka"_s};
            for (const auto &[key, value] : {std::pair{u"security"_s, u"SASL_SSL"_s}, {u"account"_s, u"hop"_s}, {u"ca"_s, m_rig.caFile()}, {u"start"_s, u"earliest"_s}})
                config.values.set(key, value);
            config.values.set(u"servers"_s, QStringList{m_rig.saslTls()});
            config.values.set(u"topics"_s, QStringList{u"gcn.open"_s});
            QVERIFY(streams.add(config).ok());
        }
        start.open();
        auto *list = start.session->window().findChild<StreamList *>();
        const auto offer = [&] {
            const QModelIndex row = list->model()->index(0, 0);
            return StreamDelegate::signInRect(list->visualRect(row), row);
        };
        QTRY_VERIFY_WITH_TIMEOUT(!offer().isEmpty(), 20'000);
        QVERIFY(list->model()->index(0, 0).data(StreamModel::CauseRole).toString().contains(u"vault file is locked"_s));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, offer().center());
        Hand hand;
        hand.button<AccountsDialog>(u"Enter passphrase…"_s);
        type<PassphraseDialog>(u"Passphrase"_s, u"four words of mine"_s);
        hand.button<PassphraseDialog>(u"Open"_s);
        QTRY_VERIFY_WITH_TIMEOUT(start.session->window().rows() > 0, 60'000);
        QVERIFY(offer().isEmpty());
        QCOMPARE(holding(start.home.path(), kSecret.toUtf8()), QStringList());
    }

    // product.md 2.1 c: each has its own words, and they name the rung.
    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("topics");
        QTest::addColumn<bool>("withCa");
        QTest::addColumn<QString>("rung");
        QTest::newRow("wrong secret") << u"sasltls"_s << u"wrong"_s << u"gcn.open"_s << true << u"Sign-in"_s;
        QTest::newRow("blocked port") << u"blocked"_s << kSecret << u"gcn.open"_s << true << u"TCP"_s;
        QTest::newRow("wrong CA") << u"sasltls"_s << kSecret << u"gcn.open"_s << false << u"TLS"_s;
        QTest::newRow("forbidden topic") << u"sasltls"_s << kSecret << u"gcn.closed"_s << true << u"Rights"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QString, server);
        QFETCH(QString, secret);
        QFETCH(QString, topics);
        QFETCH(bool, withCa);
        QFETCH(QString, rung);
        Start start;
        start.open();
        Hand hand;
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString blocked = u"127.0.0.1:%1"_s.arg(closed.serverPort());
        closed.close();
        hand.button<MainWindow>(u"Connect Hopskotch"_s);
        type<StreamDialog>(u"Topics"_s, topics);
        type<StreamDialog>(u"User"_s, u"alice"_s);
        type<StreamDialog>(u"Password"_s, secret);
        hand.press(shown<StreamDialog>()->findChild<OptionForm *>()->findChild<QToolButton *>());
        type<StreamDialog>(u"Servers"_s, server == u"blocked" ? blocked : m_rig.saslTls());
        if (withCa)
            type<StreamDialog>(u"CA file"_s, m_rig.caFile());
        hand.button<StreamDialog>(u"Test connection"_s);
        auto *connection = shown<StreamDialog>()->findChild<ConnectionPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(connection->hasEnded(), 60'000);
        QVERIFY2(connection->failure(), qPrintable(connection->report()));
        QCOMPARE(connection->failure()->what, rung);
        const QString outcome = named<QLabel>(connection, u"Outcome"_s)->text();
        QVERIFY2(outcome.contains(rung), qPrintable(outcome));
        const QString message = connection->failure()->problem.message;
        QVERIFY2(!message.isEmpty() && !connection->failure()->problem.remedy.isEmpty(), qPrintable(connection->report()));
        QVERIFY2(!m_messages.contains(message), qPrintable(message));
        m_messages << message;
        QVERIFY(!connection->report().contains(kSecret));
        shown<StreamDialog>()->reject();
        QTRY_VERIFY(!shown<StreamDialog>());
    }

    // product.md 2.1 a: rows within 10 s of the first start; nothing of it touches a network.
    void demoHasRowsSoon()
    {
        QElapsedTimer clock;
        clock.start();
        WindowSession session({.demo = DemoSettings{}});
        QVERIFY(session.open().ok());
        session.window().show();
        session.start();
        QTRY_VERIFY_WITH_TIMEOUT(session.window().rows() > 0, 10'000);
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
        const QSignalSpy ended(&session, &WindowSession::ended);
        session.end();
        QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty(), 10'000);
    }

private:
    rig::KafkaRig m_rig;
    QStringList m_messages;
};

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QApplication application(argc, argv);
    QApplication::setDoubleClickInterval(0); // a list does not take a click that comes sooner
    FirstMinutesTest test;
    return rig::runWithKafka(&test, argc, argv);
}

#include "tst_firstminutes.moc"
