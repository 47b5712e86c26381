// SPDX-License-Identifier: GPL-3.0-or-later
// A gravitational wave at three in the morning: two streams of a real broker, a rule that is armed, a window that is
// minimised, a desktop with notifications, sound and logind (python3-dbusmock's). What was asked for: product story
// "the right person, once".
#include "core/alarms/alarmbook.h"
#include "core/base/places.h"
#include "core/journal/journal.h"
#include "core/rules/rulestore.h"
#include "core/services/engine.h"
#include "core/services/streamstore.h"
#include "rig/desktop.h"
#include "rig/rig.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/models/streammodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alarmbanner.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/streamlist.h"
#include "ui/windowsession.h"

#include <QApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tocsin;
using namespace tocsin::ui;

namespace {

constexpr int kPatience = 20'000;
const QString kRule = u"gw-significant"_s;

// A notice as LVK sends it; `neutron`: the probability that a neutron star is part of it.
QByteArray notice(const QString &event, const QString &type, double neutron = 0.3)
{
    QJsonObject alert{{u"alert_type"_s, type},
                      {u"time_created"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                      {u"superevent_id"_s, event},
                      {u"urls"_s, QJsonObject{{u"gracedb"_s, QString(u"https://example.org/superevents/%1/view/"_s.arg(event))}}},
                      {u"event"_s, QJsonValue::Null},
                      {u"external_coinc"_s, QJsonValue::Null}};
    if (type != u"RETRACTION")
        alert[u"event"_s] = QJsonObject{{u"significant"_s, true},
                                        {u"time"_s, u"2026-09-14T03:00:12.654Z"_s},
                                        {u"far"_s, 9.1e-14},
                                        {u"instruments"_s, QJsonArray{u"H1"_s, u"L1"_s}},
                                        {u"group"_s, u"CBC"_s},
                                        {u"pipeline"_s, u"gstlal"_s},
                                        {u"search"_s, u"AllSky"_s},
                                        {u"properties"_s, QJsonObject{{u"HasNS"_s, neutron}, {u"HasRemnant"_s, neutron}, {u"HasMassGap"_s, 0.0}}},
                                        {u"classification"_s, QJsonObject{{u"BNS"_s, neutron}, {u"NSBH"_s, 0.0}, {u"BBH"_s, 1 - neutron}, {u"Terrestrial"_s, 0.0}}},
                                        {u"skymap"_s, QJsonValue::Null}};
    return QJsonDocument(alert).toJson(QJsonDocument::Compact);
}

} // namespace

class NightTest : public QObject
{
    Q_OBJECT
public:
    explicit NightTest(rig::Desktop &desktop) : m_desktop(desktop) {}

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void oneEventWakesOnceUntilAcknowledged();
    void aRetractionTakesTheAlarmBack();
    void mocksAreSilent();
    void quietHoursSpareWhatIsAlwaysHeard();
    void afterASleepTheAgeIsSaid();

private:
    using Alarms = std::vector<alarms::Alarm>;

    void arm(const std::function<void(rules::Rule &)> &how);
    void open();
    void close();
    [[nodiscard]] int changeJournal(const QString &statement); // how many rows; -1: it went wrong
    void send(const QString &topic, const QByteArray &message, const QStringList &more = {});
    [[nodiscard]] MainWindow &window() const { return m_session->window(); }
    [[nodiscard]] AlarmBanner *banner() const { return window().findChild<AlarmBanner *>(); }
    [[nodiscard]] Alarms log(); // newest first

    rig::Desktop &m_desktop;
    rig::KafkaRig m_rig;
    int m_nights = 0;
    QString m_gcn;
    QString m_scimma;
    int m_messages = 0;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<WindowSession> m_session;
};

void NightTest::initTestCase()
{
    Theme::install();
    QVERIFY2(m_rig.up(), qPrintable(m_rig.why()));
}

void NightTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    // New topics: what earlier tests sent is no history of this one.
    m_gcn = u"igwn.gwalert.%1"_s.arg(++m_nights);
    m_scimma = u"scimma.gwalert.%1"_s.arg(m_nights);
    for (const QString &topic : {m_gcn, m_scimma})
        QVERIFY2(m_rig.createTopic(topic, 1), qPrintable(m_rig.why()));
    const Places places = Places::resolve(m_home->path());
    services::StreamStore streams(services::Engine::streamsFile(places, {}));
    for (const auto &[name, topic] : {std::pair{u"gcn"_s, m_gcn}, {u"scimma"_s, m_scimma}}) {
        streams::StreamConfig config{.name = name, .type = u"kafka"_s};
        config.values.set(u"servers"_s, QStringList{m_rig.plain()});
        config.values.set(u"topics"_s, QStringList{topic});
        config.values.set(u"start"_s, u"live"_s);
        config.values.set(u"group"_s, name); // a client of its own
        QVERIFY(streams.add(config).ok());
    }
}

void NightTest::cleanup()
{
    close();
    m_home.reset();
}

void NightTest::close()
{
    if (m_session) {
        const QSignalSpy ended(m_session.get(), &WindowSession::ended);
        m_session->end();
        QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty(), kPatience);
    }
    m_session.reset();
}

int NightTest::changeJournal(const QString &statement)
{
    journal::Journal journal(journal::Journal::fileIn(Places::resolve(m_home->path()).archive));
    const Result<int> rows = journal.wait<int>([&statement](QSqlDatabase &db) -> Result<int> {
        QSqlQuery query(db);
        return query.exec(statement) ? Result<int>(query.numRowsAffected()) : Result<int>(Error{.message = query.lastError().text()});
    });
    return rows ? rows.value() : -1;
}

void NightTest::arm(const std::function<void(rules::Rule &)> &how)
{
    rules::RuleStore store(services::Engine::rulesFile(Places::resolve(m_home->path()), {}));
    QVERIFY(store.load().ok());
    const rules::Rule *shipped = store.find(kRule);
    QVERIFY(shipped);
    rules::Rule rule = *shipped;
    how(rule);
    QVERIFY(store.update(kRule, rule).ok());
    QVERIFY(store.setEnabled(kRule, true, true).ok());
}

void NightTest::open()
{
    m_session = std::make_unique<WindowSession>(WindowSession::Settings{.places = Places::resolve(m_home->path())});
    QVERIFY(m_session->open().ok());
    window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
    m_session->start();
    const QAbstractItemModel *streams = window().findChild<StreamList *>()->model();
    const auto isListening = [streams](int row) {
        const auto state = static_cast<streams::State>(streams->index(row, 0).data(StreamModel::StateRole).toInt());
        return state == streams::State::Live || state == streams::State::Quiet;
    };
    const auto areListening = [&] {
        int listening = 0;
        for (int row = 0; row < streams->rowCount(); ++row)
            listening += !streams->index(row, 0).data(StreamModel::IsTopicRole).toBool() && isListening(row) ? 1 : 0;
        return listening == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(areListening(), 60'000);
    window().showMinimized();
}

void NightTest::send(const QString &topic, const QByteArray &message, const QStringList &more)
{
    QFile file(m_home->filePath(u"message-%1.json"_s.arg(++m_messages)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(message) == message.size());
    file.close();
    QVERIFY2(m_rig.produce(topic, 1, QStringList{u"file="_s + file.fileName()} + more), qPrintable(m_rig.why()));
}

NightTest::Alarms NightTest::log()
{
    // As another program of this home sees it.
    journal::Journal journal(journal::Journal::fileIn(Places::resolve(m_home->path()).archive));
    alarms::AlarmBook book(journal);
    std::optional<Result<Alarms>> answer;
    book.list(UtcTime(), 1'000, &book, [&answer](Result<Alarms> got) { answer.emplace(std::move(got)); });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience);
    return answer && answer->ok() ? answer->value() : Alarms();
}

// Facts a, b, c.
void NightTest::oneEventWakesOnceUntilAcknowledged()
{
    arm([](rules::Rule &rule) { rule.repeat = 1s; });
    open();
    m_desktop.forget();
    send(m_gcn, notice(u"S260914ab"_s, u"PRELIMINARY"_s));
    QTRY_VERIFY_WITH_TIMEOUT(banner()->alarm() && banner()->isVisibleTo(&window()), kPatience);
    QVERIFY2(banner()->alarm()->fact.contains(u"S260914ab"_s), qPrintable(banner()->alarm()->fact));
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.displayed() == 1 && m_desktop.loudest() > 1'000, kPatience);
    // The second path, seconds later; then an update that is more important. Had the second path alarmed, there would be three.
    send(m_scimma, notice(u"S260914ab"_s, u"PRELIMINARY"_s));
    QTRY_COMPARE_WITH_TIMEOUT(window().rows(), 2, kPatience);
    QCOMPARE(log().size(), 1u);
    send(m_gcn, notice(u"S260914ab"_s, u"UPDATE"_s, 0.97));
    QTRY_COMPARE_WITH_TIMEOUT(log().size(), 2u, kPatience);
    QCOMPARE(window().rows(), 3);
    // Again and again, until somebody says that it was heard.
    m_desktop.forget();
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.loudest() > 1'000, kPatience);
    window().raiseAgain();
    window().actions().acknowledgeAlarm->trigger(); // the newest
    QTRY_VERIFY_WITH_TIMEOUT(banner()->alarm() && banner()->alarm()->number == log().back().number, kPatience);
    window().actions().acknowledgeAlarm->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!banner()->alarm(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop.displayed(), 0, kPatience);
    for (const alarms::Alarm &alarm : log()) {
        QVERIFY(alarm.acknowledged.isValid() && alarm.raised.isValid() && alarm.acknowledged.us >= alarm.raised.us);
        QCOMPARE(alarm.acknowledgedBy, u"window"_s);
    }
}

// Fact e.
void NightTest::aRetractionTakesTheAlarmBack()
{
    arm([](rules::Rule &rule) { rule.repeat = 60s; });
    open();
    send(m_gcn, notice(u"S260914ab"_s, u"PRELIMINARY"_s));
    QTRY_VERIFY_WITH_TIMEOUT(banner()->alarm(), kPatience);
    send(m_gcn, notice(u"S260914ab"_s, u"RETRACTION"_s));
    QTRY_VERIFY_WITH_TIMEOUT(banner()->alarm() && banner()->alarm()->kind == alarms::Kind::Retraction, kPatience);
    const Alarms all = log();
    QCOMPARE(all.size(), 2u);
    QVERIFY(all[0].kind == alarms::Kind::Retraction && all[0].isOpen());
    QVERIFY(!all[1].isOpen());
    QCOMPARE(all[1].acknowledgedBy, u"withdrawn"_s);
    QVERIFY2(all[0].sound != all[1].sound, qPrintable(all[0].sound));
}

// Fact f: the real one behind them proves that they were judged.
void NightTest::mocksAreSilent()
{
    arm([](rules::Rule &) {});
    open();
    send(m_gcn, notice(u"MS260914a"_s, u"PRELIMINARY"_s, 0.9));
    send(m_gcn, notice(u"TS260914a"_s, u"PRELIMINARY"_s, 0.9));
    send(m_gcn, notice(u"S260914ab"_s, u"PRELIMINARY"_s));
    QTRY_VERIFY_WITH_TIMEOUT(banner()->alarm(), kPatience);
    QCOMPARE(window().rows(), 3);
    const Alarms all = log();
    QCOMPARE(all.size(), 1u);
    QCOMPARE(all[0].event, u"S260914ab"_s);
}

// Fact g.
void NightTest::quietHoursSpareWhatIsAlwaysHeard()
{
    const QTime now = QTime::currentTime();
    const int minute = now.hour() * 60 + now.minute();
    const rules::QuietHours quiet{.fromMinute = (minute + 1'440 - 60) % 1'440, .toMinute = (minute + 60) % 1'440};
    arm([&quiet](rules::Rule &rule) { rule.quiet = quiet; });
    open();
    m_desktop.forget();
    send(m_gcn, notice(u"S260914ab"_s, u"PRELIMINARY"_s));
    QTRY_COMPARE_WITH_TIMEOUT(log().size(), 1u, kPatience);
    QCOMPARE(log()[0].silencedBy, u"quiet hours"_s);
    close();
    arm([&quiet](rules::Rule &rule) {
        rule.quiet = quiet;
        rule.always = true;
    });
    QVERIFY(m_desktop.loudest() < 1'000);
    open();
    send(m_gcn, notice(u"S260914cd"_s, u"PRELIMINARY"_s));
    QTRY_COMPARE_WITH_TIMEOUT(log().size(), 2u, kPatience);
    QCOMPARE(log()[0].silencedBy, QString());
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.loudest() > 1'000, kPatience);
}

// Fact h: what came while the computer slept is read when it wakes up.
void NightTest::afterASleepTheAgeIsSaid()
{
    arm([](rules::Rule &rule) { rule.repeat = 60s; });
    open();
    close();
    // The program has run for two hours; nothing has come on this topic so far.
    QVERIFY(changeJournal(u"UPDATE rule_lanes SET since = since - 7200000000"_s) > 0);
    open();
    m_desktop.prepareForSleep(true);
    const qint64 then = QDateTime::currentMSecsSinceEpoch() - 42 * 60'000 - 5'000;
    m_desktop.prepareForSleep(false);
    send(m_gcn, notice(u"S260914ab"_s, u"PRELIMINARY"_s), {u"stamp=%1"_s.arg(then)});
    QTRY_VERIFY_WITH_TIMEOUT(banner()->alarm(), kPatience);
    const auto said = [this] { return banner()->accessibleDescription().replace(QChar(0xa0), u' '); };
    QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"arrived 42 min"_s), qPrintable(said()), kPatience);
}

int main(int argc, char **argv)
{
    rig::Desktop desktop;
    if (!desktop.up() || !desktop.startLogind() || !desktop.startNotifications() || !desktop.startSound())
        return rig::desktopIsMissing(desktop.why());
    QApplication application(argc, argv);
    NightTest test(desktop);
    return rig::runWithKafka(&test, argc, argv);
}

#include "tst_alarmnight.moc"
