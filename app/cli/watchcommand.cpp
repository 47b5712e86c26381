// SPDX-License-Identifier: GPL-3.0-or-later
// `tocsin watch …`: lists of places to watch, and coincidences.
#include "app/cli/commands.h"

#include "app/cli/filterargument.h"
#include "app/cli/signals.h"
#include "core/archive/archive.h"
#include "core/options/duration.h"
#include "core/watch/coincidencerows.h"
#include "core/watch/watchlists.h"
#include "core/watch/watchrows.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

class Watch final : public QObject
{
public:
    explicit Watch(const CliContext &context) : m_context(context), m_lists(watch::Watchlists::folderOf(context.places, context.profile))
    {
        connect(&m_signals, &Signals::interrupted, this, [this] { m_interrupted = true; });
    }

    int run()
    {
        const QString word = m_context.arguments.command->name.section(u' ', 1);
        return word == u"list" ? list() : word == u"add" ? add() : word == u"remove" ? remove() : word == u"match" ? match(true) : coincidence();
    }

private:
    int list()
    {
        int code = 0;
        for (const QString &name : m_lists.names()) {
            if (const Result<watch::Watchlist> list = m_lists.read(name))
                putLine(name + u'\t' + QString::number(list.value().sources.size()));
            else
                code = complain(list.error());
        }
        return code;
    }

    int add()
    {
        const QString name = m_context.arguments.positional.at(0);
        const QString path = m_context.arguments.positional.at(1);
        const Result<double> radius = m_context.arguments.has(u"radius"_s) ? watch::radiusIn(m_context.arguments.value(u"radius"_s)) : Result<double>(watch::kDefaultRadius);
        if (!radius)
            return complain(radius.error());
        QFile file(path);
        if (path == u"-" ? !file.open(stdin, QIODevice::ReadOnly) : !file.open(QIODevice::ReadOnly))
            return complain({.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "%1 cannot be read: %2").arg(path, file.errorString()),
                             .remedy = QCoreApplication::translate("cli", "Name a file that is there and that you may read.")});
        const Result<watch::Watchlist> list = watch::readWatchlist(file.readAll(), radius.value());
        if (!list)
            return complain(list.error());
        if (const Outcome added = m_lists.add(name, list.value()); !added)
            return complain(added.error());
        sayLine(QCoreApplication::translate("cli", "Read as %1.").arg(list.value().form));
        sayLine(radii(list.value().sources));
        for (const QString &problem : list.value().problems)
            sayLine(problem);
        if (list.value().leftOut > 0)
            sayLine(QCoreApplication::translate("cli", "%n line(s) left out.", nullptr, static_cast<int>(list.value().leftOut)));
        putLine(name + u'\t' + QString::number(list.value().sources.size()));
        return match(false);
    }

    // So that who meant degrees sees it.
    static QString radii(const std::vector<watch::WatchSource> &sources)
    {
        constexpr double kArcsec = 3600;
        const auto [least, most] = std::ranges::minmax(sources, {}, &watch::WatchSource::radius);
        const QString from = QString::number(least.radius * kArcsec, 'g', 6);
        if (least.radius == most.radius)
            return QCoreApplication::translate("cli", "Radius: %1 arcsec.").arg(from);
        return QCoreApplication::translate("cli", "Radii: %1 to %2 arcsec.").arg(from, QString::number(most.radius * kArcsec, 'g', 6));
    }

    int remove()
    {
        if (const Outcome removed = m_lists.remove(m_context.arguments.positional.at(0)); !removed)
            return complain(removed.error());
        return match(false);
    }

    bool goOn()
    {
        QCoreApplication::processEvents();
        return !m_interrupted;
    }

    // Not asked for: an archive that is not there, or rows that are to stay, are no trouble.
    int match(bool asked)
    {
        if (!asked && (m_context.arguments.has(u"no-match"_s) || !QFile::exists(m_context.places.archive + u"/index.sqlite"_s)))
            return 0;
        QStringList problems;
        const auto index = m_lists.index(&problems);
        for (const QString &problem : problems)
            sayLine(problem);
        const Result<std::vector<watch::Coincidence>> coincidences = watch::readCoincidences(watch::coincidenceFile(m_lists.folder()));
        if (!coincidences)
            return complain(coincidences.error());
        const Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = m_context.places.archive});
        if (!opened)
            return complain(opened.error());
        const auto ask = [this](double) { return goOn(); };
        Result<watch::RowMatching> done = watch::matchRows(*opened.value(), m_context.places.archive, *index, ask);
        if (!done)
            return m_interrupted ? 130 : complain(done.error());
        putLine(u"matched\t"_s + QString::number(done.value().matched));
        putLine(u"changed\t"_s + QString::number(done.value().changed));
        if (!asked || coincidences.value().empty())
            return 0;
        done = watch::matchCoincidences(*opened.value(), coincidences.value(), ask);
        if (!done)
            return m_interrupted ? 130 : complain(done.error());
        putLine(u"coincidences\t"_s + QString::number(done.value().matched));
        return 0;
    }

    static int nobody(const QString &name)
    {
        return complain({.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("cli", "There is no coincidence “%1”.").arg(name),
                         .remedy = QCoreApplication::translate("cli", "“tocsin watch coincidence” shows those there are.")});
    }

    // What it would have said of stored rows, enabled or not.
    int preview(watch::Coincidence coincidence)
    {
        const Result<UtcTime> since = timeArgument(m_context.arguments, u"since"_s);
        if (!since)
            return complain(since.error());
        const Result<std::unique_ptr<archive::Archive>> opened = archive::openSqliteArchive({.place = m_context.places.archive, .readOnly = true});
        if (!opened)
            return complain(opened.error());
        coincidence.enabled = true;
        const Result<watch::CoincidencePreview> found = watch::previewCoincidences(*opened.value(), {coincidence}, since.value(), [this](double) { return goOn(); });
        if (!found)
            return m_interrupted ? 130 : complain(found.error());
        putLine(u"candidates\t"_s + QString::number(found.value().candidates));
        putLine(u"pairs\t"_s + QString::number(found.value().pairs));
        putLine(u"without circle\t"_s + QString::number(found.value().withoutCircle));
        for (const watch::CoincidentPair &pair : found.value().last)
            putLine(QStringList{QString::number(pair.later->row), QString::fromStdString(watch::coincidenceName(*pair.later)), QString::number(pair.earlier->row),
                                QString::fromStdString(watch::coincidenceName(*pair.earlier))}.join(u'\t'));
        return 0;
    }

    int coincidence()
    {
        const QStringList &words = m_context.arguments.positional;
        const QString file = watch::coincidenceFile(m_lists.folder());
        Result<std::vector<watch::Coincidence>> read = watch::readCoincidences(file);
        if (!read)
            return complain(read.error());
        std::vector<watch::Coincidence> &list = read.value();
        const QString word = words.value(0);
        if (words.isEmpty()) {
            for (const watch::Coincidence &one : list) {
                QStringList cells{one.name, one.a, one.b, QString::number(one.within.count() / 1000) + u's', one.anywhere ? u"anywhere"_s : QString::number(one.floor) + u"deg"_s};
                if (!one.enabled)
                    cells << u"disabled"_s;
                putLine(cells.join(u'\t'));
            }
            return 0;
        }
        const auto named = std::ranges::find(list, words.value(1), &watch::Coincidence::name);
        if ((word == u"enable" || word == u"disable" || word == u"preview") && words.size() == 2) {
            if (named == list.end())
                return nobody(words.at(1));
            if (word == u"preview")
                return preview(*named);
            named->enabled = word == u"enable";
        } else if (word == u"remove" && words.size() == 2) {
            if (std::erase_if(list, [&](const watch::Coincidence &one) { return one.name == words.at(1); }) == 0)
                return nobody(words.at(1));
        } else if (word == u"add" && words.size() == 5) {
            watch::Coincidence made{.name = words.at(1), .a = words.at(2), .b = words.at(3), .anywhere = m_context.arguments.has(u"anywhere"_s)};
            const auto within = options::parseDuration(words.at(4));
            const Result<double> floor = m_context.arguments.has(u"radius"_s) ? watch::radiusIn(m_context.arguments.value(u"radius"_s)) : Result<double>(0.0);
            if (!within)
                return complain({.kind = ErrorKind::BadArgument,
                                 .message = QCoreApplication::translate("cli", "“%1” is no span of time.").arg(words.at(4)),
                                 .remedy = QCoreApplication::translate("cli", "Write 60s, 10m, 2h …")});
            if (!floor)
                return complain(floor.error());
            made.within = *within;
            made.floor = floor.value();
            if (const Outcome good = watch::checkCoincidence(made); !good)
                return complain(good.error());
            std::erase_if(list, [&](const watch::Coincidence &one) { return one.name == made.name; });
            list.push_back(std::move(made));
        } else {
            return complain({.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "Say what is to be done with coincidences."),
                             .remedy = QCoreApplication::translate("cli", "tocsin watch coincidence add NAME A B WITHIN, or enable, disable, preview or remove NAME, or nothing to see them.")});
        }
        const Outcome written = watch::writeCoincidences(file, list);
        return written ? 0 : complain(written.error());
    }

    const CliContext &m_context;
    const watch::Watchlists m_lists;
    Signals m_signals;
    bool m_interrupted = false;
};

} // namespace

int runWatch(const CliContext &context)
{
    return Watch(context).run();
}

} // namespace tocsin::app
