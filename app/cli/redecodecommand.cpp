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
#include <future>
#include <map>
#include <set>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using services::SchemaKey;

namespace {

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
        for (const streams::StreamConfig &config : store.streams()) {
            const StreamRefPtr stream = config.ref();
            m_mappings[stream->uuid] = stream->mapping;
            auto told = std::make_shared<std::promise<void>>();
            const std::future<void> heard = told->get_future();
            m_archive->setRegistry(stream->uuid, stream->registry, [told] { told->set_value(); });
            heard.wait_for(std::chrono::seconds(10));
        }
        return Done{};
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
        say(done.value().rows, done.value().unread.size());
        return 0;
    }

    int decodeWaiting()
    {
        const Result<std::vector<archive::WaitingRows>> waiting = m_reader->waiting();
        if (!waiting)
            return complain(waiting.error());
        int64_t rows = 0;
        size_t unread = 0;
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
            rows += done.value().rows;
            unread += done.value().unread.size();
        }
        say(rows, unread);
        return code;
    }

    static void say(int64_t rows, size_t unread)
    {
        putLine(u"rows\t"_s + QString::number(rows));
        if (unread > 0)
            putLine(u"unread\t"_s + QString::number(unread));
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
