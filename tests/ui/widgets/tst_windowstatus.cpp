// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/windowstatus.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tocsin::ui;

namespace {

QStringList items(const WindowStatus &status)
{
    QStringList all;
    for (const QToolButton *button : status.findChildren<QToolButton *>()) {
        if (button->isVisibleTo(&status))
            all << button->text();
    }
    return all;
}

} // namespace

class WindowStatusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysOnlyWhatIsKnown();
    void troubleChangesWordAndShape();
    void pausedNeverLooksWell();
    void everyItemLeadsSomewhere();
    void messageStandsApart();
    void tipsAreNeverMarkup();
};

void WindowStatusTest::saysOnlyWhatIsKnown()
{
    WindowStatus status;
    QVERIFY(items(status).contains(u"no streams yet"_s));
    QVERIFY(items(status).contains(u"archive: asking"_s));
    QVERIFY(items(status).filter(u"gaps"_s).isEmpty());
    QVERIFY(items(status).filter(u"lag"_s).isEmpty());
    StreamModel::Totals totals{.configured = 2, .listening = 2, .perSecond = 311, .lagKnown = false};
    status.setStreams(totals);
    QVERIFY(items(status).contains(u"lag not known"_s));
    totals.lagKnown = true;
    totals.lag = 41'200;
    totals.lagComplete = false;
    status.setStreams(totals);
    QVERIFY2(items(status).contains(u"lag 41200 or more"_s) || items(status).contains(u"lag 41,200 or more"_s),
             qPrintable(items(status).join(u'|')));
    status.setArchive({.bytes = 41'000'000'000, .quota = 80'000'000'000, .gaps = 0});
    QVERIFY(items(status).contains(u"archive 41 GB of 80 GB"_s));
    QVERIFY(items(status).contains(u"gaps 0"_s));
    QVERIFY(items(status).constLast().startsWith(u"UT "_s));
}

void WindowStatusTest::troubleChangesWordAndShape()
{
    WindowStatus status;
    status.setStreams({.configured = 3, .listening = 2, .troubled = 1});
    QVERIFY(items(status).contains(u"2 listening, 1 in trouble"_s));
    status.setStreams({.configured = 3, .listening = 0, .needSignIn = 2, .stopped = 1});
    QVERIFY(items(status).contains(u"no stream is listening"_s));
    QVERIFY(!items(status).filter(u"sign-in"_s).isEmpty());
    status.setArchive({.bytes = 1, .quota = 2, .gaps = 0, .trouble = u"The disk is full."_s});
    QVERIFY(items(status).contains(u"archive: not writing"_s));
    for (const QToolButton *button : status.findChildren<QToolButton *>()) {
        if (button->text() == u"archive: not writing") {
            QVERIFY(!button->icon().isNull());
            QCOMPARE(button->toolTip(), u"The disk is full."_s);
        }
    }
}

void WindowStatusTest::pausedNeverLooksWell()
{
    WindowStatus status;
    QVERIFY(items(status).filter(u"paused"_s).isEmpty());
    status.setPaused(true, 12);
    QVERIFY(items(status).contains(u"view paused, 12 waiting"_s));
    status.setPaused(false, 0);
    QVERIFY(items(status).filter(u"paused"_s).isEmpty());
}

void WindowStatusTest::everyItemLeadsSomewhere()
{
    WindowStatus status;
    status.setStreams({.configured = 1, .listening = 1, .needSignIn = 1, .lagKnown = true});
    status.setArchive({.bytes = 1, .quota = 2, .gaps = 3});
    status.setPaused(true, 0);
    status.show();
    QSignalSpy clicked(&status, &WindowStatus::clicked);
    int shown = 0;
    for (QToolButton *button : status.findChildren<QToolButton *>()) {
        if (!button->isVisible())
            continue;
        ++shown;
        QCOMPARE(button->accessibleName(), button->text());
        button->click();
    }
    QCOMPARE(shown, 9);
    QCOMPARE(clicked.count(), shown);
}

// FAULT-69: an address or a tag in a broker's words is shown, not obeyed.
void WindowStatusTest::tipsAreNeverMarkup()
{
    const QString hostile = u"refused by <img src=\"file:///etc/hostname\"> & <a href=\"http://x.example\">more</a>"_s;
    WindowStatus status;
    status.setArchive({.trouble = hostile});
    status.say(hostile);
    int tips = 0;
    for (const QWidget *widget : status.findChildren<QWidget *>()) {
        const QString tip = widget->toolTip();
        if (!tip.contains(u"refused by"_s))
            continue;
        ++tips;
        QTextDocument shown;
        shown.setHtml(tip);
        QCOMPARE(shown.toPlainText(), hostile);
        QVERIFY(!tip.contains(u"<img"_s) && !tip.contains(u"<a "_s));
    }
    QCOMPARE(tips, 2);
}

void WindowStatusTest::messageStandsApart()
{
    WindowStatus status;
    const QStringList before = items(status);
    status.say(u"<i>gcn</i> was removed; its alerts stay."_s);
    QCOMPARE(status.said(), u"<i>gcn</i> was removed; its alerts stay."_s);
    QCOMPARE(items(status).size(), before.size()); // hides none
}

QTEST_MAIN(WindowStatusTest)
#include "tst_windowstatus.moc"
