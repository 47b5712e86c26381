// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/archive/commitlisteners.h"
#include "core/base/error.h"
#include "core/base/places.h"
#include "core/journal/journal.h"
#include "core/services/alertfeed.h"
#include "core/services/alertnotes.h"
#include "core/services/pipeline.h"
#include "core/services/schemadoctor.h"
#include "core/services/streammanager.h"
#include "core/services/streamstore.h"
#include "core/services/tokensources.h"
#include "core/tom/targets.h"
#include "core/vault/vault.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>
#include <string>

namespace tocsin::alarms {
class AlarmBook;
}

namespace tocsin::rules {
class RuleEngine;
}

namespace tocsin::services {

struct EngineSettings {
    Places places;
    QString profile; // empty: the default one
    bool keepNothing = false; // no archive (`--no-archive`)
    bool openDamaged = false; // the window opens with what can be read of a damaged archive, or with none
    Pipeline::Gate gate = {}; // see Pipeline
    size_t feedCapacity = 20'000;
    SchemaFetch::Settings schemaFetch = {};
    bool demo = false; // rules send nothing anywhere
};

// The whole of core, put together in the order in which its parts need each other and taken down in the opposite one.
// The window and the command line each own one. Lives on the main thread.
class Engine final : public QObject
{
    Q_OBJECT
public:
    explicit Engine(EngineSettings settings, QObject *parent = nullptr);
    ~Engine() override;

    // Opens the archive, reads the streams. A broken list of streams is an error; nothing is started yet. Where nothing can
    // be written, the archive lies in memory and goes with the program.
    [[nodiscard]] Outcome open();
    // What is not as it should be with the archive: in memory only, or damaged and only read. Empty message = all is well.
    [[nodiscard]] const Error &archiveTrouble() const { return m_archiveTrouble; }
    // False: the archive takes nothing, so no stream should be started.
    [[nodiscard]] bool canKeep() const { return m_canKeep; }

    [[nodiscard]] archive::Archive &archive() { return *m_archive; }
    [[nodiscard]] AlertFeed &feed() { return *m_feed; }
    [[nodiscard]] Pipeline &pipeline() { return *m_pipeline; }
    [[nodiscard]] StreamManager &manager() { return *m_manager; }
    [[nodiscard]] SchemaDoctor &schemas() { return *m_schemas; }
    // Made at the first need; its list of accounts is read then.
    [[nodiscard]] vault::Vault &vault();
    [[nodiscard]] const Places &places() const { return m_settings.places; }
    // Beside the archive of this home; in memory where nothing is kept.
    [[nodiscard]] journal::Journal &journal() { return *m_journal; }
    [[nodiscard]] alarms::AlarmBook &alarms() { return *m_alarms; }
    [[nodiscard]] tom::Targets &targets() { return *m_targets; }
    // Judges what comes once it is started.
    [[nodiscard]] rules::RuleEngine &rules() { return *m_rules; }
    // Told of what is committed in the place of the feed; before anything is, and outlives the engine.
    void setListener(archive::CommitListener &listener) { m_listeners.replace(m_feed.get(), &listener); }

    // What is noted on alerts as they come.
    [[nodiscard]] AlertNotes &notes() { return *m_notes; }

    // Stops the streams, lets the pipeline and the archive finish; finished() follows within 3 s whatever a broker does.
    void shutDown();
    [[nodiscard]] bool isFinished() const { return m_finished; }

    [[nodiscard]] static QString streamsFile(const Places &places, const QString &profile);
    [[nodiscard]] static QString rulesFile(const Places &places, const QString &profile);

Q_SIGNALS:
    void finished();

private:
    void finish();
    void tellSchemas();
    void signIn(const streams::StreamConfig &config, std::function<void(Result<streams::StreamConfig>)> done);
    void makeRules();
    [[nodiscard]] Pipeline::Gate gate();
    [[nodiscard]] Outcome openArchive();
    [[nodiscard]] Outcome openInMemory();

    EngineSettings m_settings;
    Error m_archiveTrouble;
    bool m_canKeep = true;
    std::unique_ptr<QTemporaryDir> m_memory; // outlives the archive in it
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<alarms::AlarmBook> m_alarms;
    std::unique_ptr<AlertFeed> m_feed;
    archive::CommitListeners m_listeners;
    std::unique_ptr<rules::RuleEngine> m_rules; // listens to the archive, which it outlives
    std::unique_ptr<AlertNotes> m_notes; // outlives the archive, which tells it, and is told of by the pipeline
    std::unique_ptr<archive::Archive> m_archive;
    std::unique_ptr<SchemaDoctor> m_schemas; // outlives the pipeline, which tells it
    std::map<std::string, std::string> m_registries; // by uuid of the stream: what the archive was told
    std::unique_ptr<Pipeline> m_pipeline;
    std::unique_ptr<vault::Vault> m_vault;
    std::unique_ptr<tom::Targets> m_targets; // asks journal, archive and vault
    std::unique_ptr<TokenSources> m_tokenSources;
    std::unique_ptr<StreamStore> m_store;
    std::unique_ptr<StreamManager> m_manager;
    QTimer m_limit; // of the streams
    std::chrono::steady_clock::time_point m_endBegan;
    bool m_finished = false;
};

} // namespace tocsin::services
