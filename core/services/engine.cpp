// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/engine.h"

#include "core/alarms/alarmbook.h"
#include "core/base/logging.h"
#include "core/rules/ruleengine.h"
#include "core/rules/rulestore.h"
#include "core/services/ruletargets.h"
#include "core/triage/triage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <future>
#include <memory>
#include <unistd.h>

namespace tocsin::services {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// One deadline of 3 s, handed down: none of the parts has 3 s of its own. Each limit counts from the start of the end.
constexpr auto kStreams = 2'000ms;
constexpr auto kPipeline = 2'400ms;
constexpr auto kArchive = 2'900ms;

// The folder, or the nearest one above it that is there.
bool canBeWritten(QString folder)
{
    while (!QFileInfo::exists(folder) && QFileInfo(folder).path() != folder)
        folder = QFileInfo(folder).path();
    return QFileInfo(folder).isDir() && ::access(QFile::encodeName(folder).constData(), W_OK | X_OK) == 0;
}

// Asks on the main thread and waits on another one, until there is an answer, somebody asks to stop, or a minute has passed.
template <typename T>
Result<T> askMain(QObject *context, const std::stop_token &stop, std::function<void(std::function<void(Result<T>)>)> question)
{
    auto promise = std::make_shared<std::promise<Result<T>>>();
    std::future<Result<T>> answer = promise->get_future();
    QMetaObject::invokeMethod(context, [question = std::move(question), promise] { question([promise](Result<T> result) { promise->set_value(std::move(result)); }); }, Qt::QueuedConnection);
    promise.reset();
    for (int tries = 0; tries < 1'200; ++tries) {
        if (answer.wait_for(50ms) == std::future_status::ready) {
            try {
                return answer.get();
            } catch (const std::future_error &) {
                break; // nobody is there any more
            }
        }
        if (stop.stop_requested())
            break;
    }
    return Error{.kind = ErrorKind::TimeLimit, .message = QCoreApplication::translate("services", "There was no answer in time.")};
}

// All that decides what a stream reads, without its secrets.
QString settingsText(const streams::StreamConfig &config)
{
    QJsonObject settings{{u"type"_s, config.type}};
    if (const streams::StreamType *type = streams::findStreamType(config.type)) {
        for (const options::OptionSpec &spec : type->options) {
            if (spec.type != options::OptionType::Secret && config.values.contains(spec.key))
                settings.insert(spec.key, QJsonValue::fromVariant(config.values.stored().value(spec.key)));
        }
    }
    return QString::fromUtf8(QJsonDocument(settings).toJson(QJsonDocument::Compact));
}

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
    if (m_rules)
        m_rules->stop();
    m_manager.reset();
    m_targets.reset();
    if (m_schemas)
        m_schemas->stop();
    if (m_notes)
        m_notes->beginToEnd();
    m_pipeline.reset();
    if (m_notes)
        m_notes->stop();
    m_archive.reset();
    m_schemas.reset(); // the archive may have had an answer for it
}

QString Engine::streamsFile(const Places &places, const QString &profile)
{
    return profile.isEmpty() ? places.config + u"/streams.json"_s : places.config + u"/profiles/"_s + profile + u"/streams.json"_s;
}

QString Engine::rulesFile(const Places &places, const QString &profile)
{
    return rules::RuleStore::fileIn(QFileInfo(streamsFile(places, profile)).path());
}

void Engine::makeRules()
{
    const bool isKept = !m_settings.keepNothing && !m_memory;
    rules::RuleEngine::Settings settings{.rulesFile = rulesFile(m_settings.places, m_settings.profile),
                                         .lockFile = isKept ? m_settings.places.archive + u"/rules.lock"_s : QString(),
                                         .keepsNothing = m_settings.keepNothing,
                                         .demo = m_settings.demo};
    settings.bells = {.raise = [this](const alarms::Alarm &alarm, auto done) { m_alarms->raise(alarm, std::move(done)); },
                      .withdraw = [this](const QString &event) { m_alarms->withdraw(event); },
                      .raisedSince = [this](const UtcTime &since, auto done) { m_alarms->list(since, 10'000, m_alarms.get(), std::move(done)); }};
    settings.help.logFolder = m_settings.places.state;
    settings.help.secret = [this](const QString &account, std::stop_token stop) {
        return askMain<vault::SecretBytes>(this, stop, [this, account](auto done) {
            if (const Outcome opened = vault().open(); !opened)
                return done(opened.error());
            vault().read(account, done);
        });
    };
    settings.help.stream = [this](const QString &name, std::stop_token stop) {
        return askMain<streams::StreamConfig>(this, stop, [this, name](auto done) {
            const streams::StreamConfig *config = m_store->find(name);
            if (!config)
                return done(Error{.kind = ErrorKind::NotFound, .message = QCoreApplication::translate("services", "There is no stream “%1”.").arg(name)});
            if (namedAccount(*config).isEmpty())
                return done(*config);
            signIn(*config, done);
        });
    };
    settings.help.target = targetMaker(*m_targets);
    if (!m_settings.keepNothing) {
        settings.help.tag = [this](const rules::ActionWork &work) -> rules::ActionResult {
            triage::Triage triage(*m_archive, *m_journal, [this] { m_notes->judgementsChanged(); });
            const Result<triage::Deed> deed = triage.tag({work.run.row}, work.action.text(u"tag"_s).toStdString(), true);
            return deed ? rules::ActionResult{.worked = true, .result = deed.value().said} : rules::ActionResult{.result = deed.error().message};
        };
    }
    m_rules = std::make_unique<rules::RuleEngine>(*m_journal, *m_archive, std::move(settings));
    m_listeners.add(m_rules.get());
}

vault::Vault &Engine::vault()
{
    if (!m_vault)
        m_vault = std::make_unique<vault::Vault>(vault::Vault::Settings{.places = m_settings.places, .sessionIsEnough = true});
    return *m_vault;
}

void Engine::signIn(const streams::StreamConfig &config, std::function<void(Result<streams::StreamConfig>)> done)
{
    vault::Vault &accounts = vault();
    // Read again each time: a command may have added the account while the window was open.
    const Outcome opened = accounts.open();
    const Result<const vault::Account *> account = opened ? accountFor(config, accounts.accounts().accounts()) : opened.error();
    if (!account)
        return done(account.error());
    streams::StreamConfig signedIn = config;
    applyAccount(signedIn, *account.value());
    if (givesTokens(*account.value())) {
        if (!m_tokenSources)
            m_tokenSources = std::make_unique<TokenSources>(accounts, m_settings.places.config);
        return m_tokenSources->sourceFor(*account.value(), TokenSources::serversOf(signedIn), [signedIn, done = std::move(done)](Result<tokens::TokenSourcePtr> source) mutable {
            if (!source)
                return done(source.error());
            signedIn.tokens = std::move(source).value();
            done(std::move(signedIn));
        });
    }
    const QString name = account.value()->name;
    accounts.read(name, [this, name, signedIn, done = std::move(done)](const Result<vault::SecretBytes> &secret) mutable {
        if (!secret)
            return done(secret.error());
        applySecret(signedIn, secret.value());
        m_vault->noteUse(name);
        done(std::move(signedIn));
    });
}

Outcome Engine::openArchive()
{
    if (m_settings.keepNothing) {
        m_archive = archive::makeNullArchive();
        return Done{};
    }
    const QString &place = m_settings.places.archive;
    Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = place});
    if (opened) {
        m_archive = std::move(opened.value());
        return Done{};
    }
    if (!canBeWritten(place))
        return openInMemory();
    if (!m_settings.openDamaged || opened.error().kind != ErrorKind::Archive)
        return opened.error();
    m_archiveTrouble = opened.error();
    m_canKeep = false;
    Result<std::unique_ptr<archive::Archive>> readable = archive::openSqliteArchive({.place = place, .readOnly = true});
    Error nothing = m_archiveTrouble;
    nothing.kind = ErrorKind::NotFound;
    m_archive = readable ? std::move(readable.value()) : archive::makeNullArchive(std::move(nothing));
    return Done{};
}

Outcome Engine::openInMemory()
{
    const QString &place = m_settings.places.archive;
    // A file system in memory where there is one.
    const QString memory = u"/dev/shm"_s;
    m_memory = std::make_unique<QTemporaryDir>((::access("/dev/shm", W_OK) == 0 ? memory : QDir::tempPath()) + u"/tocsin-XXXXXX"_s);
    m_archiveTrouble = {.kind = ErrorKind::Archive,
                        .message = QCoreApplication::translate("services", "Nothing can be written in %1: alerts are kept in memory and go when Tocsin ends.").arg(place),
                        .remedy = QCoreApplication::translate("services", "Make the folder writable, or choose another place with --home or TOCSIN_ARCHIVE.")};
    if (m_memory->isValid()) {
        Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = m_memory->filePath(u"archive"_s)});
        if (!opened)
            return opened.error();
        m_archive = std::move(opened.value());
        return Done{};
    }
    m_memory.reset();
    m_archiveTrouble.message = QCoreApplication::translate("services", "Nothing can be written, neither in %1 nor in the folder for temporary files: no alert is kept.").arg(place);
    m_settings.keepNothing = true;
    Error nothing = m_archiveTrouble;
    nothing.kind = ErrorKind::NotFound;
    m_archive = archive::makeNullArchive(std::move(nothing));
    return Done{};
}

Outcome Engine::open()
{
    m_feed = std::make_unique<AlertFeed>(m_settings.feedCapacity);
    if (const Outcome opened = openArchive(); !opened)
        return opened;
    // What it says of rows is about this archive.
    m_journal = std::make_unique<journal::Journal>(m_settings.keepNothing || m_memory ? QString() : journal::Journal::fileIn(m_settings.places.archive));
    m_alarms = std::make_unique<alarms::AlarmBook>(*m_journal);
    m_targets = std::make_unique<tom::Targets>(*m_journal, *m_archive, [this]() -> vault::Vault & { return vault(); });
    m_listeners.add(m_feed.get());
    makeRules();
    m_notes = std::make_unique<AlertNotes>(*m_archive, *m_journal, m_listeners, watch::Watchlists::folderOf(m_settings.places, m_settings.profile));
    m_notes->setCoincided([rules = m_rules.get()](const std::vector<int64_t> &rows) { rules->askAgain(rows); });
    m_archive->setListener(m_notes.get());
    m_pipeline = std::make_unique<Pipeline>(*m_archive, Pipeline::Limits{}, gate());
    m_schemas = std::make_unique<SchemaDoctor>(*m_archive, m_settings.keepNothing || !m_canKeep ? QString() : m_settings.places.data + u"/schemas.json"_s,
                                               m_settings.schemaFetch);
    m_pipeline->setNoter(m_notes.get());
    m_pipeline->setSchemaListener(m_schemas.get());
    if (m_canKeep && !m_settings.keepNothing) {
        connect(m_feed.get(), &AlertFeed::alertsWait, m_schemas.get(), &SchemaDoctor::look);
        m_schemas->look(); // what waited when the program ended
    }
    m_store = std::make_unique<StreamStore>(streamsFile(m_settings.places, m_settings.profile));
    const Outcome loaded = m_store->load();
    m_manager = std::make_unique<StreamManager>(
        *m_store, streams::ConsumerContext{.sink = m_pipeline.get(), .archive = m_settings.keepNothing ? nullptr : m_archive.get()});
    m_manager->setSignIn([this](const streams::StreamConfig &config, auto done) { signIn(config, std::move(done)); });
    connect(m_manager.get(), &StreamManager::begins, this, [this](const streams::StreamConfig &config) { m_rules->streamBegins(config.name, settingsText(config)); });
    connect(m_manager.get(), &StreamManager::allStopped, this, &Engine::finish);
    connect(m_manager.get(), &StreamManager::configsChanged, this, &Engine::tellSchemas);
    tellSchemas();
    return loaded;
}

// Rules that have no archive to read from are given the packets that go on.
Pipeline::Gate Engine::gate()
{
    if (!m_settings.keepNothing)
        return m_settings.gate;
    return [this, asked = m_settings.gate](const DecodedPacket &packet) {
        const Pipeline::Verdict verdict = asked ? asked(packet) : Pipeline::Verdict::Keep;
        if (verdict != Pipeline::Verdict::Refuse)
            m_rules->packetComes(packet);
        return verdict;
    };
}

// What stored packets need of their streams' settings to be read: mappings, and where their schemas are.
void Engine::tellSchemas()
{
    SchemaDoctor::Mappings mappings;
    for (const streams::StreamConfig &config : m_manager->configs()) {
        const StreamRefPtr stream = config.ref();
        if (stream->mapping)
            mappings[stream->uuid] = stream->mapping;
        const auto known = m_registries.find(stream->uuid);
        if (known != m_registries.end() && known->second == stream->registry)
            continue;
        m_registries[stream->uuid] = stream->registry;
        if (m_canKeep)
            m_archive->setRegistry(stream->uuid, stream->registry, [schemas = m_schemas.get()] { schemas->look(); });
    }
    m_schemas->setMappings(std::move(mappings));
}

void Engine::shutDown()
{
    if (m_finished || m_limit.isActive())
        return;
    m_endBegan = std::chrono::steady_clock::now();
    m_rules->endSoon();
    m_limit.start();
    m_manager->stopAll();
}

void Engine::finish()
{
    if (m_finished)
        return;
    m_limit.stop();
    m_finished = true;
    m_schemas->stop();
    m_notes->beginToEnd();
    m_pipeline->close(m_endBegan + kPipeline);
    m_archive->close(m_endBegan + kArchive);
    m_rules->stop();
    Q_EMIT finished();
}

} // namespace tocsin::services
