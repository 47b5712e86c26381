// SPDX-License-Identifier: GPL-3.0-or-later
// FAULT-32: the window on an archive with a damaged index says so and offers what to do; clicked as a person would.
#include "support/clicks.h"
#include "support/night.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/upkeepdialog.h"
#include "ui/mainwindow.h"
#include "ui/widgets/windowstatus.h"
#include "ui/windowapp.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;

namespace {

// A home whose archive of 40 rows is damaged at its beginning; `steps` are tried one after another while the program runs.
struct Damaged {
    using Step = std::function<bool()>; // false: not yet

    QTemporaryDir home;
    Places places = Places::resolve(home.path());
    std::vector<Step> steps;
    size_t done = 0;

    Damaged()
    {
        tests::Night night;
        places.archive = home.filePath(u"archive"_s);
        night.store->close();
        night.store = std::move(archive::openSqliteArchive({.place = places.archive}).value());
        night.store->setListener(&night.feed);
        night.arrive(40);
        night.settle();
        night.store->close();
        night.store = archive::makeNullArchive();
        QFile file(index());
        if (!file.open(QIODevice::ReadWrite) || file.write(QByteArray(60, 'Z')) != 60)
            qFatal("no damage");
    }
    [[nodiscard]] QString index() const { return places.archive + u"/index.sqlite"_s; }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(index());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    template <typename Window>
    void click(const QString &text)
    {
        steps.push_back([text] {
            QPushButton *button = tests::buttonOf<Window>(text);
            if (button)
                QTest::mouseClick(button, Qt::LeftButton);
            return button != nullptr;
        });
    }
    int run()
    {
        WindowApp app({.places = places});
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &timer, [this] {
            if (done < steps.size() && steps[done]())
                ++done;
        });
        QTimer::singleShot(30'000, &timer, [&app] { app.quit(99); });
        steps.push_back([&app] {
            app.quit(0);
            return true;
        });
        timer.start(20);
        return app.run();
    }
};

} // namespace

class DamagedStartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recoverNow()
    {
        Damaged start;
        start.click<AskDialog>(u"Recover now"_s);
        start.click<UpkeepDialog>(u"Open Tocsin"_s);
        start.steps.push_back([] {
            const auto *window = tests::shown<MainWindow>();
            return window && window->rows() == 40 && !tests::shown<AskDialog>();
        });
        QCOMPARE(start.run(), 0);
        QCOMPARE(start.done, start.steps.size());
        QVERIFY(archive::openSqliteArchive({.place = start.places.archive}).ok());
    }

    void onlyLook()
    {
        Damaged start;
        const QByteArray before = start.bytes();
        start.click<AskDialog>(u"Only look"_s);
        QString said;
        start.steps.push_back([&said] {
            const auto *window = tests::shown<MainWindow>();
            if (!window || tests::shown<AskDialog>())
                return false;
            said = window->findChild<WindowStatus *>()->said();
            return true;
        });
        QCOMPARE(start.run(), 0);
        QCOMPARE(start.done, start.steps.size());
        QVERIFY2(said.startsWith(u"The archive's index is damaged"_s), qPrintable(said)); // and no word of --no-archive
        QCOMPARE(start.bytes(), before);
    }

    // Clicked through to the folder: the other archive is opened for this run, the damaged one stays as it is.
    void otherArchive()
    {
        Damaged start;
        const QByteArray before = start.bytes();
        const QString other = start.home.filePath(u"other"_s);
        {
            tests::Night night;
            night.store->close();
            night.store = std::move(archive::openSqliteArchive({.place = other}).value());
            night.store->setListener(&night.feed);
            night.arrive(7);
            night.settle();
        }
        start.click<AskDialog>(u"Other archive…"_s);
        start.steps.push_back([] { // thought again: the question comes back
            auto *dialog = tests::shown<QFileDialog>();
            if (dialog)
                dialog->reject();
            return dialog != nullptr;
        });
        start.click<AskDialog>(u"Other archive…"_s);
        start.steps.push_back([&other] {
            auto *dialog = tests::shown<QFileDialog>();
            auto *box = dialog ? dialog->findChild<QLineEdit *>() : nullptr;
            if (!box)
                return false;
            box->selectAll();
            QTest::keyClicks(box, other);
            QTest::keyClick(box, Qt::Key_Return);
            return true;
        });
        start.steps.push_back([] {
            if (auto *dialog = tests::shown<QFileDialog>()) { // Return only closed the list of proposals
                for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                    if (button->isVisible() && button->isDefault())
                        QTest::mouseClick(button, Qt::LeftButton);
                }
            }
            const auto *window = tests::shown<MainWindow>();
            return window && window->rows() == 7 && !tests::shown<AskDialog>();
        });
        QCOMPARE(start.run(), 0);
        QCOMPARE(start.done, start.steps.size());
        QCOMPARE(start.bytes(), before);
    }

    void quitChangesNothing()
    {
        Damaged start;
        const QByteArray before = start.bytes();
        start.click<AskDialog>(u"Quit"_s);
        QCOMPARE(start.run(), 0);
        QCOMPARE(start.bytes(), before);
    }
};

QTEST_MAIN(DamagedStartTest)
#include "tst_damagedstart.moc"
