// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/streambench.h"
#include "ui/dialogs/askdialog.h"
#include "ui/mainwindowclosing.h"
#include "ui/mainwindowprofile.h"

#include <QCheckBox>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::StreamBench;

namespace {

struct Setup {
    StreamBench bench;
    MainWindowProfile profile{bench.folder.path()};
    QMainWindow window;
    MainWindowClosing closing{bench.manager, profile, &window};

    explicit Setup(bool running, bool tray)
    {
        closing.setTrayThere(tray);
        if (running) {
            streams::StreamConfig config = StreamBench::kafka(u"one"_s);
            config.uuid = u"one"_s;
            bench.manager.startTransient({.config = config, .startOverride = {}, .untilEnd = false});
        }
        window.show();
    }
    QStringList answers() const
    {
        QStringList all;
        if (const auto *dialog = window.findChild<AskDialog *>()) {
            for (const auto *button : dialog->findChildren<QPushButton *>())
                all << button->text();
        }
        return all;
    }
    void answer(const QString &text) const
    {
        const auto *dialog = window.findChild<AskDialog *>();
        QVERIFY(dialog);
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == text) {
                button->click();
                return;
            }
        }
        QFAIL("no such answer");
    }
};

} // namespace

class MainWindowClosingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutStreamsNothingIsAsked();
    void withStreamsItAsksOnce();
    void withoutATrayThereIsNothingToKeep();
    void theAnswerIsRemembered();
    void keptInTheTrayStreamsGoOn();
};

void MainWindowClosingTest::withoutStreamsNothingIsAsked()
{
    Setup setup(false, true);
    const QSignalSpy done(&setup.closing, &MainWindowClosing::done);
    QVERIFY(!setup.closing.mayClose()); // the manager answers first
    QVERIFY(setup.answers().isEmpty());
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(setup.closing.mayClose());
}

void MainWindowClosingTest::withStreamsItAsksOnce()
{
    Setup setup(true, true);
    const QSignalSpy done(&setup.closing, &MainWindowClosing::done);
    QVERIFY(!setup.closing.mayClose());
    QVERIFY(!setup.closing.mayClose()); // while it asks
    QCOMPARE(setup.window.findChildren<AskDialog *>().size(), 1);
    QCOMPARE(setup.answers(), (QStringList{u"Cancel"_s, u"Quit"_s, u"Keep in the tray"_s}));
    setup.answer(u"Cancel"_s);
    QVERIFY(setup.bench.manager.anyRunning());
    QTRY_VERIFY(setup.answers().isEmpty());
    QVERIFY(!setup.closing.mayClose());
    setup.answer(u"Quit"_s);
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 4000);
    QVERIFY(!setup.bench.manager.anyRunning());
}

void MainWindowClosingTest::withoutATrayThereIsNothingToKeep()
{
    Setup setup(true, false);
    QVERIFY(!setup.closing.mayClose());
    QCOMPARE(setup.answers(), (QStringList{u"Cancel"_s, u"Quit"_s}));
    const QSignalSpy done(&setup.closing, &MainWindowClosing::done);
    setup.answer(u"Quit"_s);
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 4000);
}

void MainWindowClosingTest::theAnswerIsRemembered()
{
    Setup setup(true, true);
    QVERIFY(!setup.closing.mayClose());
    setup.window.findChild<AskDialog *>()->findChild<QCheckBox *>()->setChecked(true);
    const QSignalSpy done(&setup.closing, &MainWindowClosing::done);
    setup.answer(u"Quit"_s);
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 4000);
    setup.profile.save();
    MainWindowProfile later(setup.bench.folder.path());
    QCOMPARE(later.text(u"close"_s), u"quit"_s);

    StreamBench bench;
    streams::StreamConfig config = StreamBench::kafka(u"two"_s);
    config.uuid = u"two"_s;
    bench.manager.startTransient({.config = config, .startOverride = {}, .untilEnd = false});
    QMainWindow window;
    MainWindowClosing again(bench.manager, later, &window);
    const QSignalSpy gone(&again, &MainWindowClosing::done);
    QVERIFY(!again.mayClose());
    QVERIFY(!window.findChild<AskDialog *>());
    QTRY_COMPARE_WITH_TIMEOUT(gone.count(), 1, 4000);
}

void MainWindowClosingTest::keptInTheTrayStreamsGoOn()
{
    Setup setup(true, true);
    const QSignalSpy kept(&setup.closing, &MainWindowClosing::keptInTray);
    QVERIFY(!setup.closing.mayClose());
    setup.answer(u"Keep in the tray"_s);
    QCOMPARE(kept.count(), 1);
    QVERIFY(!setup.window.isVisible());
    QVERIFY(setup.bench.manager.anyRunning());
    const QSignalSpy done(&setup.closing, &MainWindowClosing::done);
    setup.closing.quit();
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 4000);
}

QTEST_MAIN(MainWindowClosingTest)
#include "tst_mainwindowclosing.moc"
