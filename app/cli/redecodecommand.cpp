// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin archive redecode`: rows are read again from their packets and change in place.
#include "app/cli/commands.h"

#include "app/cli/filterargument.h"
#include "app/cli/signals.h"
#include "app/cli/streamarguments.h"
#include "core/archive/archive.h"
#include "core/decoders/schemastore.h"
#include "core/services/engine.h"
#include "core/services/redecoding.h"
#include "core/services/schemafetch.h"
#include "core/services/streamstore.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>
#include <chrono>
#include <future>
#include <limits>
#include <map>
#include <set>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using services::SchemaKey;

namespace {

constexpr std::chrono::seconds kArchivePatience{10};

class Redecode final : public QObject
{
public:
    explicit Redecode(const CliContext &context) : m_context(context)
    {
        connect(&m_signals, &Signals::interrupted, this, [this] { m_interrupted = true; });
    }

    int run()
    {
        const CliArguments &arguments = m_context.arguments;
        archive::Selection selection;
        const bool chosen = arguments.has(u"filter"_s) || arguments.has(u"since"_s) || arguments.has(u"until"_s);
        Result<std::shared_ptr<const filter::Filter>> filter = filterArgument(arguments);
        const Result<UtcTime> since = timeArgument(arguments, u"since"_s);
        const Result<UtcTime> until = timeArgument(arguments, u"until"_s);
        if (!filter || !since || !until)
            return complain((!filter ? filter.error() : !since ? since.error() : until.error()));
        selection.filter = std::move(filter.value());
        selection.since = since.value();
        selection.until = until.value();
        selection.now = UtcTime::now();
        Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = m_context.places.archive});
        if (!opened)
            return complain(opened.error());
        m_archive = std::move(opened.value());
        if (const Outcome known = readStreams(); !known)
            return complain(known.error());
        if (m_interrupted)
            return 130;
        Result<std::unique_ptr<archive::Reader>> reader = m_archive->reader();
        if (!reader)
            return complain(reader.error());
        m_reader = std::move(reader.value());
        return chosen ? decodeChosen(selection) : decodeWaiting();
    }

private:
    // What the archive is to know of the streams as they are set up now.
    Outcome readStreams()
    {
        services::StreamStore store(services::Engine::streamsFile(m_context.places, m_context.profile));
        if (const Outcome loaded = store.load(); !loaded)
            return loaded;
        std::vector<std::future<void>> answers;
        for (const streams::StreamConfig &config : store.streams()) {
            const StreamRefPtr stream = config.ref();
            m_mappings[stream->uuid] = stream->mapping;
            auto told = std::make_shared<std::promise<void>>();
            answers.push_back(told->get_future());
            m_archive->setRegistry(stream->uuid, stream->registry, [told] { told->set_value(); });
        }
        waitForArchive(answers);
        return Done{};
    }

    // Another program may be writing: for a while, and not in silence.
    void waitForArchive(std::vector<std::future<void>> &answers)
    {
        using namespace std::chrono_literals;
        const auto began = std::chrono::steady_clock::now();
        bool said = false;
        for (auto it = answers.begin(); it != answers.end() && goOn();) {
            if (it->wait_for(50ms) == std::future_status::ready) {
                ++it;
                continue;
            }
            const auto waited = std::chrono::steady_clock::now() - began;
            if (!said && waited > 500ms) {
                sayLine(QCoreApplication::translate("cli", "Waiting for the archive, which another program is writing to."));
                said = true;
            }
            if (waited > kArchivePatience) {
                sayLine(QCoreApplication::translate("cli", "The archive is still busy. Going on with the schema registries that it knew before."));
                return;
            }
        }
    }

    bool goOn()
    {
        QCoreApplication::processEvents();
        return !m_interrupted;
    }

    Result<services::Redecoding> decode(const std::vector<int64_t> &rows)
    {
        const auto mappingOf = [this](const std::string &uuid) {
            const auto it = m_mappings.find(uuid);
            return it == m_mappings.end() ? nullptr : it->second;
        };
        return services::redecode(*m_archive, *m_reader, rows, mappingOf, [this](double) { return goOn(); });
    }

    int decodeChosen(const archive::Selection &selection)
    {
        const Result<std::vector<int64_t>> rows = m_reader->rowNumbers(selection, [this] { return !goOn(); });
        if (!rows)
            return m_interrupted ? 130 : complain(rows.error());
        if (rows.value().empty())
            return complain({.kind = ErrorKind::NotFound, .message = QCoreApplication::translate("cli", "No row matches.")});
        const Result<services::Redecoding> done = decode(rows.value());
        if (!done)
            return m_interrupted ? 130 : complain(done.error());
        say(done.value());
        return 0;
    }

    int decodeWaiting()
    {
        const Result<std::vector<archive::WaitingRows>> waiting = m_reader->waiting();
        if (!waiting)
            return complain(waiting.error());
        services::Redecoding all;
        int code = 0;
        for (const archive::WaitingRows &one : waiting.value()) {
            const Outcome known = have({one.registry, one.schema});
            if (m_interrupted)
                return 130;
            if (!known) {
                putLine(QStringList{u"waiting"_s, QString::fromStdString(one.stream), QString::number(one.schema), QString::number(one.rows.size())}.join(u'\t'));
                const int failed = complain(known.error());
                code = code == 0 ? failed : std::min(code, failed); // several failures: the lowest rung
                continue;
            }
            const Result<services::Redecoding> done = decode(one.rows);
            if (!done)
                return m_interrupted ? 130 : complain(done.error());
            all.add(done.value());
        }
        say(all);
        return code;
    }

    static void say(const services::Redecoding &done)
    {
        const auto put = [](const QString &what, int64_t rows) { putLine(what + u'\t' + QString::number(rows)); };
        put(u"rows"_s, done.rows);
        if (done.removed > 0)
            put(u"removed"_s, done.removed);
        if (done.kept > 0) {
            put(u"kept"_s, done.kept);
            sayLine(QCoreApplication::translate("cli", "%n marked row(s) stay although their packets do not hold them any more; take the marks away and decode again to remove them.", nullptr,
                                                static_cast<int>(std::min<int64_t>(done.kept, std::numeric_limits<int>::max()))));
        }
        if (!done.unread.empty())
            put(u"unread"_s, static_cast<int64_t>(done.unread.size()));
    }

    // Asks the registry once for a schema that is not here.
    Outcome have(const SchemaKey &key)
    {
        auto &store = decoders::SchemaStore::instance();
        if (store.byId(key.registry, key.id))
            return Done{};
        if (key.registry.empty() || m_context.arguments.has(u"offline"_s))
            return Error{.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("cli", "Schema %1 is not known here.").arg(key.id),
                         .remedy = key.registry.empty() ? QCoreApplication::translate("cli", "Say where it is: tocsin streams set NAME registry=https://HOST/PATH.")
                                                        : QCoreApplication::translate("cli", "Leave out --offline to ask the stream's registry.")};
        Outcome answer = Done{};
        QEventLoop loop;
        services::SchemaFetch fetch;
        connect(&fetch, &services::SchemaFetch::fetched, &loop, [&](const SchemaKey &asked, const QByteArray &text) {
            answer = store.add(asked.registry, asked.id, text.toStdString());
            loop.quit();
        });
        connect(&fetch, &services::SchemaFetch::failed, &loop, [&](const SchemaKey &, const Error &error) {
            answer = error;
            loop.quit();
        });
        connect(&m_signals, &Signals::interrupted, &loop, &QEventLoop::quit);
        QMetaObject::invokeMethod(&fetch, [&fetch, &key] { fetch.want(key); }, Qt::QueuedConnection);
        loop.exec();
        return answer;
    }

    const CliContext &m_context;
    Signals m_signals;
    bool m_interrupted = false;
    std::unique_ptr<archive::Archive> m_archive;
    std::unique_ptr<archive::Reader> m_reader;
    std::map<std::string, std::shared_ptr<const FieldMapping>> m_mappings; // by uuid of the stream
};

} // namespace

int runArchiveRedecode(const CliContext &context)
{
    return Redecode(context).run();
}

} // namespace tocsin::app
