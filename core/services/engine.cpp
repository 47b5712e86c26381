// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/engine.h"

#include "core/base/logging.h"

namespace tocsin::services {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// One deadline of 3 s, handed down: none of the parts has 3 s of its own. Each limit counts from the start of the end.
constexpr auto kStreams = 2'000ms;
constexpr auto kPipeline = 2'400ms;
constexpr auto kArchive = 2'900ms;

} // namespace

Engine::Engine(EngineSettings settings, QObject *parent) : QObject(parent), m_settings(std::move(settings))
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(kStreams);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        qCWarning(lcServices) << "a stream did not stop in time; going without it";
        finish();
    });
}

Engine::~Engine()
{
    // The streams end before what they write into.
    if (m_pipeline && !m_finished)
        m_pipeline->close();
    m_manager.reset();
    m_pipeline.reset();
    m_archive.reset();
}

QString Engine::streamsFile(const Places &places, const QString &profile)
{
    return profile.isEmpty() ? places.config + u"/streams.json"_s : places.config + u"/profiles/"_s + profile + u"/streams.json"_s;
}

Outcome Engine::open()
{
    m_feed = std::make_unique<AlertFeed>(m_settings.feedCapacity);
    if (m_settings.keepNothing) {
        m_archive = archive::makeNullArchive();
    } else {
        Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = m_settings.places.archive});
        if (!opened)
            return opened.error();
        m_archive = std::move(opened.value());
    }
    m_archive->setListener(m_feed.get());
    m_pipeline = std::make_unique<Pipeline>(*m_archive, Pipeline::Limits{}, m_settings.gate);
    m_store = std::make_unique<StreamStore>(streamsFile(m_settings.places, m_settings.profile));
    const Outcome loaded = m_store->load();
    m_manager = std::make_unique<StreamManager>(
        *m_store, streams::ConsumerContext{.sink = m_pipeline.get(), .archive = m_settings.keepNothing ? nullptr : m_archive.get()});
    connect(m_manager.get(), &StreamManager::allStopped, this, &Engine::finish);
    return loaded;
}

void Engine::shutDown()
{
    if (m_finished || m_limit.isActive())
        return;
    m_endBegan = std::chrono::steady_clock::now();
    m_limit.start();
    m_manager->stopAll();
}

void Engine::finish()
{
    if (m_finished)
        return;
    m_limit.stop();
    m_finished = true;
    m_pipeline->close(m_endBegan + kPipeline);
    m_archive->close(m_endBegan + kArchive);
    Q_EMIT finished();
}

} // namespace tocsin::services
