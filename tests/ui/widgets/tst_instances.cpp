// SPDX-License-Identifier: GPL-3.0-or-later
// How real a stream is, in word, colour and pattern: the frame, the tag, the stream's row, the window's title.
#include "core/services/alertfeed.h"
#include "support/looks.h"
#include "support/streambench.h"
#include "ui/mainwindow.h"
#include "ui/models/streammodel.h"
#include "ui/widgets/instanceframe.h"

#include <QMenuBar>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using streams::Instance;
using tests::StreamBench;

namespace {

const ShownInstance kAll[] = {{Instance::Production}, {Instance::Playground}, {Instance::Test}, {Instance::Mock}};

QImage painted(const ShownInstance &instance)
{
    QImage image(240, 120, QImage::Format_RGB32);
    image.fill(Theme::palette().window);
    QPainter painter(&image);
    instanceframe::paint(painter, image.rect(), instance);
    instanceframe::paintMark(painter, {20, 20, 8, 8}, instance);
    return image;
}

// Pixels that differ by more than 25 of 255 when all is grey: no hue is needed.
int difference(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 25;
    }
    return count;
}

streams::StreamConfig stream(const QString &name, const QString &instance)
{
    streams::StreamConfig config = StreamBench::kafka(name);
    config.values.set(u"instance"_s, instance);
    return config;
}

} // namespace

class InstancesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void frameTellsWithoutHue()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::Red}) {
            Theme::setScheme(scheme);
            for (const ShownInstance &one : kAll) {
                for (const ShownInstance &other : kAll) {
                    if (one.instance < other.instance)
                        QVERIFY2(difference(painted(one), painted(other)) > 100, qPrintable(instanceWord(one) + instanceWord(other)));
                }
            }
        }
        Theme::setScheme(Scheme::Light);
        // A plain line above; the others go around.
        const QImage production = painted(kAll[0]);
        QCOMPARE(production.pixelColor(120, 1), Theme::palette().instProduction);
        QCOMPARE(production.pixelColor(1, 60), Theme::palette().window);
        QCOMPARE(painted(kAll[1]).pixelColor(1, 60), Theme::palette().instPlayground);
        QCOMPARE(painted(kAll[3]).pixelColor(1, 1), Theme::palette().instMock);
    }

    void words()
    {
        QCOMPARE(instanceWord({Instance::Mock, true}), u"Demo"_s);
        QCOMPARE(instanceWord({Instance::Mock, false}), u"Mock"_s);
        QCOMPARE(leastReal({Instance::Test}, {Instance::Playground}).instance, Instance::Test);
        QCOMPARE(leastReal({Instance::Playground}, {Instance::Mock}).instance, Instance::Mock);
    }

    // Mixed streams: the least real one; a stream that is not enabled does not count.
    void windowShowsTheLeastRealOne()
    {
        StreamBench bench;
        services::AlertFeed feed;
        Places places = Places::resolve(bench.folder.path());
        MainWindow window(WindowServices{.manager = bench.manager, .feed = feed, .archive = bench.archive, .sink = bench.pipeline, .places = places, .profile = {}});
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto *tag = window.findChild<InstanceTag *>();
        QCOMPARE(window.windowTitle(), u"Tocsin"_s);
        QCOMPARE(tag->accessibleName(), u"Production"_s);
        QVERIFY(bench.manager.add(stream(u"real"_s, u"production"_s)));
        QVERIFY(bench.manager.add(stream(u"rehearsal"_s, u"playground"_s)));
        QTRY_COMPARE(window.windowTitle(), u"Tocsin · Playground"_s);
        QVERIFY(bench.manager.add(stream(u"drill"_s, u"test"_s)));
        QTRY_COMPARE(window.windowTitle(), u"Tocsin · Test"_s);
        QCOMPARE(tag->accessibleName(), u"Test"_s);
        QVERIFY(tag->isVisible() && tag->width() >= tag->sizeHint().width());
        QCOMPARE(window.contentsMargins(), QMargins(4, 4, 4, 4));
        streams::StreamConfig drill = *bench.manager.find(u"drill"_s);
        drill.enabled = false;
        QVERIFY(bench.manager.update(drill));
        QTRY_COMPARE(window.windowTitle(), u"Tocsin · Playground"_s);
    }

    void rowSaysTheWord()
    {
        StreamBench bench;
        QVERIFY(bench.manager.add(stream(u"drill"_s, u"test"_s)));
        StreamModel model(bench.manager);
        const QModelIndex row = model.index(0);
        QCOMPARE(row.data(StreamModel::InstanceRole).toString(), u"Test"_s);
        QCOMPARE(row.data(StreamModel::ShownInstanceRole).value<ShownInstance>().instance, Instance::Test);
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"Test"_s));
        QCOMPARE(instanceOfStream(nullptr, "drill").instance, Instance::Production);
        const StreamInstances all = model.instances();
        QCOMPARE(instanceOfStream(&all, "drill").instance, Instance::Test);
        QCOMPARE(instanceOfStream(&all, "gone").instance, Instance::Production);
    }
};

QTEST_MAIN(InstancesTest)
#include "tst_instances.moc"
