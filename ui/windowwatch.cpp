// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowwatch.h"

#include "ui/dialogs/watchlistsdialog.h"

#include <QFile>
#include <QLocale>

#include <memory>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

WindowWatch::WindowWatch(archive::Archive &archive, journal::Journal &journal, services::AlertNotes *notes, const Places &places, const QString &profile, QWidget *window)
    : QObject(window), m_window(window), m_archivePlace(places.archive), m_lists(watch::Watchlists::folderOf(places, profile)), m_desk(archive, journal, notes)
{
    connect(&m_desk, &services::TriageDesk::matched, this, [this](qint64 matched, qint64 changed) {
        const QLocale locale;
        if (m_dialog)
            m_dialog->setState(tr("%1 stored rows lie on a watched source.").arg(locale.toString(matched)), {});
        Q_EMIT said(tr("Watchlists: %1 stored rows match, %2 changed.").arg(locale.toString(matched), locale.toString(changed)), false);
    });
    connect(&m_desk, &services::TriageDesk::matching, this, [this](double fraction) {
        if (m_dialog)
            m_dialog->setState(tr("Matching the stored rows, %1.").arg(QString::number(static_cast<int>(fraction * 100)) + u"\u00a0%"_s), {});
    });
    connect(&m_desk, &services::TriageDesk::failed, this, [this](const Error &error) { Q_EMIT said((error.message + u' ' + error.remedy).trimmed(), true); });
}

void WindowWatch::open()
{
    if (m_dialog) {
        m_dialog->raise();
        return m_dialog->activateWindow();
    }
    m_dialog = new WatchlistsDialog(m_window);
    connect(m_dialog, &WatchlistsDialog::addWanted, this, &WindowWatch::add);
    connect(m_dialog, &WatchlistsDialog::removeWanted, this, &WindowWatch::remove);
    m_dialog->open();
    list();
}

void WindowWatch::list()
{
    auto entries = std::make_shared<QList<WatchlistsDialog::Entry>>();
    m_desk.run([entries, lists = m_lists] {
        for (const QString &name : lists.names()) {
            const Result<watch::Watchlist> list = lists.read(name);
            entries->push_back({name, list ? static_cast<qint64>(list.value().sources.size()) : -1});
        }
    }, this, [this, entries] {
        if (m_dialog)
            m_dialog->setLists(*entries);
    });
}

void WindowWatch::add(const QString &path, const QString &name, double radius)
{
    struct Answer {
        Error error;
        watch::Watchlist list;
        bool isKept = false;
    };
    auto answer = std::make_shared<Answer>();
    m_desk.run([answer, path, name, radius, lists = m_lists] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            answer->error = {.kind = ErrorKind::BadArgument, .message = tr("%1 cannot be read: %2").arg(path, file.errorString())};
            return;
        }
        Result<watch::Watchlist> list = watch::readWatchlist(file.readAll(), radius);
        const Outcome kept = list ? lists.add(name, list.value()) : Outcome(list.error());
        if (!kept)
            answer->error = kept.error();
        else
            answer->list = std::move(list.value());
        answer->isKept = kept.ok();
    }, this, [this, answer, name] {
        if (!m_dialog)
            return;
        if (!answer->isKept)
            return m_dialog->setState(answer->error.message, answer->error.remedy, true);
        const watch::Watchlist &list = answer->list;
        QString text = tr("%1: %2 sources, read as %3.").arg(name, QLocale().toString(qlonglong(list.sources.size())), list.form);
        if (list.leftOut > 0)
            text += u' ' + tr("%n line(s) left out.", nullptr, static_cast<int>(list.leftOut));
        m_dialog->setState(text, list.problems.join(u'\n'), list.leftOut > 0);
    });
    list();
    m_desk.match(m_archivePlace, m_lists);
}

void WindowWatch::remove(const QString &name)
{
    auto removed = std::make_shared<Outcome>(Done{});
    m_desk.run([removed, name, lists = m_lists] { *removed = lists.remove(name); }, this, [this, removed] {
        if (m_dialog && !*removed)
            m_dialog->setState(removed->error().message, removed->error().remedy, true);
    });
    list();
    m_desk.match(m_archivePlace, m_lists);
}

} // namespace tocsin::ui
