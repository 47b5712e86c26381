// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowcoverage.h"

#include "core/services/streammanager.h"
#include "ui/models/coveragewords.h"
#include "ui/models/streammodel.h"
#include "ui/widgets/coverageribbon.h"
#include "ui/widgets/streamlist.h"

#include <algorithm>

namespace tocsin::ui {

namespace {

constexpr int kRefreshMs = 5'000;
constexpr qint64 kLeastPauseMs = 1'000; // between two questions, however much happens
constexpr qint64 kBrokerPauseMs = 300'000; // what a broker keeps changes slowly
constexpr size_t kMostBands = 8;

} // namespace

WindowCoverage::WindowCoverage(services::StreamManager &manager, archive::Archive &archive, StreamModel &model, StreamList &list, CoverageRibbon &ribbon, QObject *parent)
    : QObject(parent), m_manager(manager), m_model(model), m_list(list), m_ribbon(ribbon), m_watch(archive)
{
    connect(&m_watch, &services::CoverageWatch::told, this, &WindowCoverage::showBands);
    connect(&m_list, &StreamList::currentStreamChanged, this, &WindowCoverage::showBands);
    services::GapFetch &fetches = m_manager.fetches();
    connect(&fetches, &services::GapFetch::changed, this, &WindowCoverage::showBands);
    connect(&fetches, &services::GapFetch::finished, this, &WindowCoverage::handleFinished);
    const auto fetch = [this](const QString &uuid, std::vector<streams::Hole> holes) {
        if (const streams::StreamConfig *config = m_manager.find(uuid); config && services::GapFetch::canFetch(*config))
            m_manager.fetchGaps(uuid, std::move(holes));
        else
            Q_EMIT said(tr("This stream is no longer set up; set it up again to fetch what it missed."), true);
    };
    connect(&m_ribbon, &CoverageRibbon::fetchWanted, this, [fetch](const QString &uuid, const streams::Hole &hole) { fetch(uuid, {hole}); });
    connect(&m_ribbon, &CoverageRibbon::fetchAllWanted, this, [fetch](const QString &uuid) { fetch(uuid, {}); });
    connect(&m_ribbon, &CoverageRibbon::stopWanted, this, [&fetches](const QString &uuid) { fetches.cancel(uuid); });
    connect(&m_ribbon, &CoverageRibbon::hoursChosen, this, &WindowCoverage::ask);
    connect(&m_lookup, &services::TopicLookup::endsFound, this, [this](const QString &uuid, const std::vector<streams::LaneEnds> &ends) {
        m_answers[uuid].ends = ends;
        showBands();
    });
    m_timer.setInterval(kRefreshMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_ribbon.isVisible())
            ask();
    });
    m_timer.start();
    ask();
}

qint64 WindowCoverage::sinceUs() const
{
    return UtcTime::now().us - m_ribbon.hours() * qint64(3'600'000'000);
}

void WindowCoverage::ask()
{
    m_asked.start();
    m_watch.ask(sinceUs());
}

void WindowCoverage::showBands()
{
    const UtcTime now = UtcTime::now();
    const QString selected = m_list.currentUuid();
    std::vector<RibbonBand> bands;
    for (const services::CoverageBand &band : m_watch.last()) {
        const QString uuid = QString::fromStdString(band.streamUuid);
        const bool known = m_model.config(uuid) != nullptr;
        if (!known || (!selected.isEmpty() && uuid != selected) || bands.size() == kMostBands)
            continue;
        const streams::StreamStatus status = m_model.status(uuid);
        const bool live = status.state == streams::State::Live || status.state == streams::State::Quiet;
        bands.push_back(coveragewords::band(band, m_manager.fetches().state(uuid), m_answers.value(uuid).ends, live ? now.us : 0, now));
        // Only where a connection stands anyway: nobody is signed in for a tooltip.
        if (live && std::ranges::any_of(bands.back().stretches, [](const RibbonStretch &s) { return s.kind == RibbonStretch::Kind::Missed; }))
            askBroker(uuid);
    }
    m_ribbon.setBands(std::move(bands), sinceUs(), now.us);
    // While a hole is being filled, it can be seen to shrink.
    if (m_manager.fetches().isRunning() && m_ribbon.isVisible() && m_asked.elapsed() > kLeastPauseMs)
        ask();
}

void WindowCoverage::askBroker(const QString &uuid)
{
    const streams::StreamConfig *config = m_manager.findRunning(uuid);
    const streams::StreamType *type = config ? streams::findStreamType(config->type) : nullptr;
    Answer &answer = m_answers[uuid];
    if (!type || !type->ends || m_lookup.isAsking() || !m_ribbon.isVisible() || (answer.asked.isValid() && answer.asked.elapsed() < kBrokerPauseMs))
        return;
    answer.asked.start();
    std::vector<Lane> lanes;
    for (const services::CoverageBand &band : m_watch.last()) {
        for (const services::CoverageStretch &stretch : band.stretches) {
            const archive::Coverage &what = stretch.what;
            if (band.streamUuid != uuid.toStdString() || what.missed.empty() || !archive::mayBeThere(what.missed))
                continue;
            if (lanes.empty() || lanes.back().topic != what.topic || lanes.back().partition != what.partition)
                lanes.push_back({what.source, what.topic, static_cast<int32_t>(what.partition), what.generation});
        }
    }
    m_lookup.askEnds(*type, *config, lanes);
}

void WindowCoverage::handleFinished(const QString &uuid)
{
    const services::GapFetch::State state = m_manager.fetches().state(uuid);
    const streams::StreamConfig *config = m_manager.find(uuid);
    const QString name = config ? config->name : QString();
    if (state.error.message.isEmpty())
        Q_EMIT said(coveragewords::outcome(name, state), false);
    else
        Q_EMIT said(name + QStringLiteral(": ") + state.error.message + u' ' + state.error.remedy, state.error.kind != ErrorKind::Interrupted);
    m_answers.remove(uuid);
    ask();
}

} // namespace tocsin::ui
