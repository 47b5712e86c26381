// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/watchlists.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <charconv>

namespace tocsin::watch {

using namespace Qt::StringLiterals;

namespace {

const QString kEnd = u".csv"_s;

void appendNumber(QByteArray &out, double value)
{
    char buffer[32];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
    out.append(buffer, static_cast<qsizetype>(result.ptr - buffer));
}

// Always in quotes: a name may hold whatever there is, and a line end would begin another row.
void appendQuoted(QByteArray &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    out += '"';
}

} // namespace

WatchIndex::WatchIndex(const std::vector<Named> &lists)
{
    std::vector<SkyPoint> points;
    for (const Named &named : lists) {
        const std::string front = lists.size() > 1 ? named.list.toStdString() + "/" : std::string();
        for (const WatchSource &source : named.watchlist.sources) {
            points.push_back({source.ra, source.dec, source.radius});
            m_names.push_back(front + source.name);
        }
    }
    m_points = SkyPoints(points);
}

std::optional<WatchIndex::Hit> WatchIndex::match(double ra, double dec) const
{
    const auto match = m_points.nearest(ra, dec);
    return match ? std::optional(Hit{m_names[match->index], match->separation}) : std::nullopt;
}

QByteArray watchlistText(const Watchlist &list)
{
    QByteArray text("name,ra,dec,radius_deg\n");
    for (const WatchSource &source : list.sources) {
        appendQuoted(text, source.name);
        for (const double value : {source.ra, source.dec, source.radius}) {
            text += ',';
            appendNumber(text, value);
        }
        text += '\n';
    }
    return text;
}

QString Watchlists::folderOf(const Places &places, const QString &profile)
{
    return profile.isEmpty() ? places.config + u"/watchlists"_s : places.config + u"/profiles/"_s + profile + u"/watchlists"_s;
}

QString Watchlists::fileOf(const QString &name) const
{
    return m_folder + u'/' + name + kEnd;
}

QStringList Watchlists::names() const
{
    QStringList names = QDir(m_folder).entryList({u'*' + kEnd}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(kEnd.size());
    return names;
}

Result<Watchlist> Watchlists::read(const QString &name) const
{
    QFile file(fileOf(name));
    if (!file.exists())
        return Error{.kind = ErrorKind::NotFound,
                     .message = QCoreApplication::translate("watch", "There is no watchlist “%1”.").arg(name),
                     .remedy = QCoreApplication::translate("watch", "“tocsin watch list” shows those there are.")};
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("watch", "The watchlist %1 cannot be read: %2").arg(file.fileName(), file.errorString()),
                     .remedy = QCoreApplication::translate("watch", "Make the file readable.")};
    return readWatchlist(file.readAll());
}

Outcome Watchlists::add(const QString &name, const Watchlist &list) const
{
    static const QRegularExpression kName(u"^[A-Za-z0-9_-][A-Za-z0-9._-]*$"_s);
    if (!kName.match(name).hasMatch())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("watch", "“%1” is no name for a watchlist.").arg(name),
                     .remedy = QCoreApplication::translate("watch", "Use letters without accents, digits, dot, dash and underscore.")};
    const QByteArray text = watchlistText(list);
    QSaveFile file(fileOf(name));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("watch", "The watchlist %1 cannot be written: %2").arg(file.fileName(), file.errorString()),
                     .remedy = QCoreApplication::translate("watch", "Make room on the disk, or the folder writable.")};
    return Done{};
}

Outcome Watchlists::remove(const QString &name) const
{
    if (!names().contains(name))
        return read(name).error();
    if (QFile file(fileOf(name)); !file.remove())
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("watch", "The watchlist %1 cannot be removed: %2").arg(file.fileName(), file.errorString()),
                     .remedy = QCoreApplication::translate("watch", "Make its folder writable.")};
    return Done{};
}

std::shared_ptr<const WatchIndex> Watchlists::index(QStringList *problems) const
{
    std::vector<WatchIndex::Named> lists;
    for (const QString &name : names()) {
        Result<Watchlist> list = read(name);
        if (list)
            lists.push_back({name, std::move(list.value())});
        else if (problems)
            problems->push_back(name + u": "_s + list.error().message);
    }
    return std::make_shared<const WatchIndex>(lists);
}

} // namespace tocsin::watch
