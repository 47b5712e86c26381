// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/places.h"
#include "ui/singlewindow.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using tocsin::ui::SingleWindow;

class SingleWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secondStartCallsTheFirst();
    void anotherHomeIsAnotherWindow();
    void nextStartAfterTheEnd();
};

void SingleWindowTest::secondStartCallsTheFirst()
{
    const QTemporaryDir home;
    SingleWindow first(Places::resolve(home.path()));
    QVERIFY(first.claim());
    QSignalSpy asked(&first, &SingleWindow::asked);
    SingleWindow second(Places::resolve(home.path() + u"/./"_s)); // the same folder in other words
    QVERIFY(!second.claim());
    QTRY_COMPARE(asked.count(), 1);
}

void SingleWindowTest::anotherHomeIsAnotherWindow()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    SingleWindow first(Places::resolve(one.path()));
    SingleWindow second(Places::resolve(other.path()));
    QVERIFY(first.claim());
    QVERIFY(second.claim());
}

void SingleWindowTest::nextStartAfterTheEnd()
{
    const QTemporaryDir home;
    {
        SingleWindow first(Places::resolve(home.path()));
        QVERIFY(first.claim());
    }
    SingleWindow next(Places::resolve(home.path()));
    QVERIFY(next.claim());
}

QTEST_GUILESS_MAIN(SingleWindowTest)
#include "tst_singlewindow.moc"
