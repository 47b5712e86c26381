// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/schemafetch.h"

#include "core/base/logging.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::services {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kMostAtOnce = 2;
constexpr size_t kMostWanted = 64; // numbers come from packets: nobody may make us ask for a million

Error failureOf(const SchemaKey &key, const SchemaRequest::Failure &failure)
{
    return {.kind = failure.kind,
            .message = QCoreApplication::translate("services", "Schema %1 cannot be had from %2: %3.").arg(key.id).arg(QUrl(QString::fromStdString(key.registry)).host(), failure.why),
            .remedy = QCoreApplication::translate("services", "The alerts that need it are kept and wait. Check the stream's schema registry.")};
}

} // namespace

SchemaFetch::SchemaFetch(Settings settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SchemaFetch::beginNext);
}

SchemaFetch::~SchemaFetch()
{
    stop();
}

QUrl SchemaFetch::addressOf(const SchemaKey &key)
{
    return QUrl(QString::fromStdString(key.registry) + u"/schemas/ids/"_s + QString::number(key.id));
}

void SchemaFetch::stop()
{
    m_stopped = true;
    m_next.stop();
    m_tries.clear();
}

void SchemaFetch::want(const SchemaKey &key)
{
    if (m_stopped || m_tries.contains(key) || m_tries.size() >= kMostWanted)
        return;
    m_tries[key].next = Clock::now();
    beginNext();
}

void SchemaFetch::tryNow()
{
    for (auto &[key, one] : m_tries)
        one.next = Clock::now();
    beginNext();
}

int SchemaFetch::inFlight() const
{
    return static_cast<int>(std::ranges::count_if(m_tries, [](const auto &entry) { return entry.second.request != nullptr; }));
}

void SchemaFetch::beginNext()
{
    while (!m_stopped && inFlight() < kMostAtOnce) {
        auto nearest = m_tries.end();
        for (auto it = m_tries.begin(); it != m_tries.end(); ++it) {
            if (!it->second.request && !it->second.judged && (nearest == m_tries.end() || it->second.next < nearest->second.next))
                nearest = it;
        }
        if (nearest == m_tries.end())
            return;
        const auto left = nearest->second.next - Clock::now();
        if (left > Clock::duration::zero()) {
            m_next.start(std::chrono::ceil<std::chrono::milliseconds>(left));
            return;
        }
        const SchemaKey key = nearest->first;
        begin(key);
    }
}

void SchemaFetch::begin(const SchemaKey &key)
{
    Try &one = m_tries[key];
    one.request = std::make_unique<SchemaRequest>(m_network, addressOf(key), SchemaRequest::Limits{m_settings.patience, m_settings.mostBytes});
    connect(one.request.get(), &SchemaRequest::answered, this, [this, key](const QByteArray &answer) {
        Try &asked = m_tries[key];
        asked.request.release()->deleteLater(); // its signal
        asked.judged = true;
        Q_EMIT fetched(key, answer);
        beginNext();
    });
    connect(one.request.get(), &SchemaRequest::failed, this, [this, key](const SchemaRequest::Failure &failure) {
        m_tries[key].request.release()->deleteLater();
        fail(key, failureOf(key, failure));
        beginNext();
    });
}

void SchemaFetch::accept(const SchemaKey &key)
{
    m_tries.erase(key);
    beginNext();
}

void SchemaFetch::refuse(const SchemaKey &key, const Error &why)
{
    if (m_stopped || !m_tries.contains(key))
        return;
    fail(key, why);
    beginNext();
}

void SchemaFetch::fail(const SchemaKey &key, Error error)
{
    Try &one = m_tries[key];
    one.judged = false;
    const auto pause = std::min<std::chrono::milliseconds>(m_settings.longestPause, m_settings.firstPause * (1 << std::min(one.failures, 20)));
    ++one.failures;
    one.next = Clock::now() + pause;
    qCInfo(lcServices).noquote() << error.message << "next try in" << pause.count() << "ms";
    Q_EMIT failed(key, error, UtcTime::fromUs(UtcTime::now().us + std::chrono::duration_cast<std::chrono::microseconds>(pause).count()));
}

} // namespace tocsin::services
