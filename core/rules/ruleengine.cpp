// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleengine.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <array>

Q_LOGGING_CATEGORY(lcRules, "tocsin.rules", QtInfoMsg)

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t kMostCommitted = 20'000; // kept here; more is read from the archive

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

} // namespace

// What actions and clock need of the program here.
RuleEngine::Settings RuleEngine::completed(Settings settings, archive::Archive &archive)
{
    if (!settings.clock)
        settings.clock = [] { return UtcTime::now(); };
    if (!settings.keepsNothing) {
        settings.help.packet = [&archive](int64_t row) -> Result<archive::StoredPacket> {
            Result<std::unique_ptr<archive::Reader>> reader = archive.reader();
            return reader ? reader.value()->packet(row) : reader.error();
        };
    }
    return settings;
}

RuleEngine::RuleEngine(journal::Journal &journal, archive::Archive &archive, Settings settings, QObject *parent)
    : QObject(parent), m_archive(archive), m_settings(completed(std::move(settings), archive)), m_ledger(journal), m_consents(journal),
      m_dispatch(journal, {.bells = m_settings.bells, .help = m_settings.help, .clock = m_settings.clock}),
      m_trials({.bells = m_settings.bells, .help = m_settings.help, .demo = m_settings.demo, .clock = m_settings.clock}), m_lanes(UtcTime())
{
    connect(&m_dispatch, &RuleDispatch::consentWanted, this, &RuleEngine::consentWanted);
    connect(&m_dispatch, &RuleDispatch::runFinished, this, &RuleEngine::runFinished);
}

RuleEngine::~RuleEngine()
{
    stop();
}

void RuleEngine::start()
{
    if (m_thread.joinable())
        return;
    m_lanes = LaneWatch(m_settings.clock());
    m_lanes.takeAll(m_settings.takesHistory);
    m_store = std::make_unique<RuleStore>(m_settings.rulesFile);
    m_dispatch.start();
    m_started = true;
    m_thread = std::thread([this] { run(); });
}

void RuleEngine::endSoon()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_woken.notify_all();
    m_passing.endSoon();
    m_dispatch.stopSoon();
    m_trials.stopSoon();
}

void RuleEngine::stop()
{
    endSoon();
    if (m_thread.joinable())
        m_thread.join();
    m_dispatch.stop();
    m_trials.stop();
    m_reader.reset(); // before the archive goes
    m_lock.unlock();
    m_acting = false;
}

void RuleEngine::look()
{
    {
        const std::lock_guard lock(m_mutex);
        m_looks = true;
    }
    m_woken.notify_all();
}

void RuleEngine::askAgain(const std::vector<int64_t> &rows)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_started || m_settings.keepsNothing)
            return;
        m_again.insert(m_again.end(), rows.begin(), rows.end());
        m_looks = true;
    }
    m_woken.notify_all();
}

void RuleEngine::streamBegins(const QString &stream, const QString &settings)
{
    const QByteArray form = QCryptographicHash::hash(settings.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    {
        const std::lock_guard lock(m_mutex);
        m_begun.push_back({.stream = stream.toStdString(), .form = form.toStdString(), .when = m_settings.clock()});
    }
    m_woken.notify_all();
}

bool RuleEngine::isIdle()
{
    const std::lock_guard lock(m_mutex);
    if (!m_acting)
        return m_tried; // another program does it
    return !m_busy && m_committed.empty() && m_again.empty() && m_judgedLast >= m_committedLast && m_dispatch.isIdle();
}

bool RuleEngine::isEnding() const
{
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

void RuleEngine::packetComes(const DecodedPacket &packet)
{
    if (m_settings.keepsNothing && m_started)
        m_passing.give(packet);
}

void RuleEngine::alertsCommitted(std::vector<std::shared_ptr<const Alert>> alerts, uint64_t, uint64_t, uint64_t)
{
    if (alerts.empty() || !m_started)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_committedLast = std::max(m_committedLast, alerts.back()->row);
        if (m_firstCommitted == 0)
            m_firstCommitted = alerts.front()->row;
        if (!m_acting && !m_settings.keepsNothing)
            return; // they are found in the archive, by whoever acts
        // Rows that do not fit are found again in the archive.
        for (auto &alert : alerts) {
            if (m_committed.size() < kMostCommitted || m_settings.keepsNothing)
                m_committed.push_back(std::move(alert));
        }
    }
    m_woken.notify_all();
    if (m_settings.keepsNothing)
        m_passing.waitForRoom();
}

void RuleEngine::complain(const QString &message)
{
    if (std::exchange(m_complaint, message) == message)
        return;
    if (!message.isEmpty())
        qCWarning(lcRules).noquote() << message;
    QMetaObject::invokeMethod(this, [this, message] { Q_EMIT troubleChanged(message); }, Qt::QueuedConnection);
}

archive::Reader *RuleEngine::reader()
{
    if (!m_reader && !m_settings.keepsNothing) {
        Result<std::unique_ptr<archive::Reader>> opened = m_archive.reader();
        if (opened)
            m_reader = std::move(opened.value());
        else
            complain(say(QT_TRANSLATE_NOOP("rules", "The rules cannot read the archive: %1")).arg(opened.error().message));
    }
    return m_reader.get();
}

void RuleEngine::run()
{
    while (!isEnding()) {
        const bool isNew = !m_acting && becomeActing();
        m_tried = true;
        bool looks = false;
        {
            std::unique_lock lock(m_mutex);
            m_busy = false;
            const auto isWanted = [this] { return m_ending || m_looks || (m_acting && (!m_committed.empty() || !m_begun.empty())); };
            if (!isNew)
                m_woken.wait_for(lock, m_settings.look, isWanted);
            if (m_ending)
                return;
            m_busy = m_acting.load();
            looks = std::exchange(m_looks, false);
        }
        if (!m_acting)
            continue;
        const auto steady = std::chrono::steady_clock::now();
        if (looks || steady >= m_nextLook) {
            m_nextLook = steady + std::max<std::chrono::milliseconds>(m_settings.look, 500ms);
            readRules(false);
            m_dispatch.lookAtHeld();
        }
        if (!judgeNew())
            m_reader.reset(); // busy, or whatever it was: opened anew
        const std::lock_guard lock(m_mutex);
        m_judgedLast = m_judged;
    }
}

bool RuleEngine::becomeActing()
{
    if (!m_settings.lockFile.isEmpty() && !m_lock.isLocked() && !m_lock.tryLock(m_settings.lockFile))
        return false;
    const Result<RuleLedger::Standing> standing = m_ledger.standing();
    if (!standing) {
        complain(standing.error().message);
        return false;
    }
    if (standing.value().judged) {
        m_judged = *standing.value().judged;
    } else if (!m_settings.keepsNothing) {
        // What lies in the archive already is no news.
        archive::Reader *source = reader();
        const Result<int64_t> last = source ? source->lastRow() : Result<int64_t>(Error{});
        if (!last)
            return false;
        m_judged = last.value();
        const std::lock_guard lock(m_mutex);
        if (m_firstCommitted > 0)
            m_judged = std::min(m_judged, m_firstCommitted - 1); // came since start()
    }
    m_kept = -1;
    for (const WatchedLane &lane : standing.value().lanes)
        m_lanes.restore(lane);
    for (const auto &[rule, event] : standing.value().events)
        m_judge.restore(rule, event);
    readRules(true);
    m_acting = true;
    m_dispatch.takeUp(standing.value().open, *m_store, [this](int64_t row) { return alertOf(row); });
    complain({});
    QMetaObject::invokeMethod(this, [this] { Q_EMIT actingChanged(true); }, Qt::QueuedConnection);
    return true;
}

Result<std::shared_ptr<const Alert>> RuleEngine::alertOf(int64_t row)
{
    archive::Reader *source = reader();
    if (!source)
        return Error{.kind = ErrorKind::Archive, .message = say(QT_TRANSLATE_NOOP("rules", "the archive cannot be read"))};
    const std::array rows{row};
    Result<std::vector<std::shared_ptr<const Alert>>> alerts = source->alerts(rows);
    if (!alerts)
        return alerts.error();
    if (alerts.value().empty())
        return Error{.kind = ErrorKind::NotFound, .message = say(QT_TRANSLATE_NOOP("rules", "row %1 is gone")).arg(row)};
    return alerts.value().front();
}

void RuleEngine::readRules(bool first)
{
    if (first) {
        if (const Outcome loaded = m_store->load(); !loaded)
            complain(loaded.error().message + u' ' + loaded.error().remedy);
    } else if (!m_store->refresh()) {
        return;
    }
    m_judge.setRules(RuleSet(m_store->rules()));
    QMetaObject::invokeMethod(this, [this] { Q_EMIT rulesChanged(); }, Qt::QueuedConnection);
}

} // namespace tocsin::rules
