// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowwatch.h"

#include "core/watch/coincidence.h"
#include "ui/dialogs/coincidencesdialog.h"
#include "ui/dialogs/watchlistsdialog.h"

#include <QFile>
#include <QLocale>

#include <chrono>
#include <memory>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

WindowWatch::WindowWatch(archive::Archive &archive, journal::Journal &journal, services::AlertNotes *notes, const Places &places, const QString &profile, UndoStack &undo, QWidget *window)
    : QObject(window), m_archive(archive), m_undo(undo), m_window(window), m_archivePlace(places.archive), m_lists(watch::Watchlists::folderOf(places, profile)), m_desk(archive, journal, notes)
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

WindowWatch::~WindowWatch()
{
    ++*m_previews; // nobody waits for it any more
    *m_ended = true;
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
        OldList old = std::make_shared<std::optional<watch::Watchlist>>();
    };
    auto answer = std::make_shared<Answer>();
    m_desk.run([answer, path, name, radius, lists = m_lists] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            answer->error = {.kind = ErrorKind::BadArgument, .message = tr("%1 cannot be read: %2").arg(path, file.errorString())};
            return;
        }
        Result<watch::Watchlist> list = watch::readWatchlist(file.readAll(), radius);
        if (list && lists.names().contains(name)) {
            if (Result<watch::Watchlist> before = lists.read(name))
                *answer->old = std::move(before.value());
        }
        const Outcome kept = list ? lists.add(name, list.value()) : Outcome(list.error());
        if (!kept)
            answer->error = kept.error();
        else
            answer->list = std::move(list.value());
        answer->isKept = kept.ok();
    }, this, [this, answer, name] {
        if (answer->isKept) {
            const QString what = tr("Added the watchlist %1.").arg(name);
            m_undo.push(what, [this, name, old = answer->old, what] { putBack(name, old, what); });
        }
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
    auto old = std::make_shared<std::optional<watch::Watchlist>>();
    m_desk.run([removed, old, name, lists = m_lists] {
        if (Result<watch::Watchlist> before = lists.read(name))
            *old = std::move(before.value());
        *removed = lists.remove(name);
    }, this, [this, removed, old, name] {
        if (!*removed) {
            if (m_dialog)
                m_dialog->setState(removed->error().message, removed->error().remedy, true);
            return;
        }
        const QString what = tr("Removed the watchlist %1.").arg(name);
        if (*old)
            m_undo.push(what, [this, name, old, what] { putBack(name, old, what); });
        Q_EMIT said(*old ? tr("%1 Ctrl+Z takes it back.").arg(what) : what, false);
    });
    list();
    m_desk.match(m_archivePlace, m_lists);
}

void WindowWatch::putBack(const QString &name, const OldList &old, const QString &what)
{
    auto done = std::make_shared<Outcome>(Done{});
    m_desk.run([done, name, old, lists = m_lists] { *done = *old ? lists.add(name, **old) : lists.remove(name); }, this, [this, done, what] {
        if (!*done)
            return void(Q_EMIT said((done->error().message + u' ' + done->error().remedy).trimmed(), true));
        Q_EMIT said(tr("Taken back: %1").arg(what), false);
    });
    list();
    m_desk.match(m_archivePlace, m_lists);
}

void WindowWatch::openCoincidences()
{
    if (m_coincidences) {
        m_coincidences->raise();
        return m_coincidences->activateWindow();
    }
    auto read = std::make_shared<Result<Coincidences>>(Coincidences());
    m_desk.run([read, file = watch::coincidenceFile(m_lists.folder())] { *read = watch::readCoincidences(file); }, this, [this, read] {
        if (m_coincidences)
            return;
        // A file that somebody has broken by hand is not written over.
        if (!*read)
            return void(Q_EMIT said((read->error().message + u' ' + read->error().remedy).trimmed(), true));
        showCoincidences(read->value());
    });
}

void WindowWatch::showCoincidences(const Coincidences &list)
{
    m_coincidences = new CoincidencesDialog(list, m_window);
    connect(m_coincidences, &CoincidencesDialog::previewWanted, this, &WindowWatch::preview);
    connect(m_coincidences, &CoincidencesDialog::previewUnwanted, this, [this] { ++*m_previews; });
    connect(m_coincidences, &CoincidencesDialog::saved, this, [this, list](const Coincidences &wanted) {
        if (wanted != list)
            save(wanted, list, false);
    });
    m_coincidences->open();
}

void WindowWatch::preview(const watch::Coincidence &coincidence, int nights)
{
    watch::Coincidence asked = coincidence;
    asked.enabled = true; // it may be tried before it is ticked
    const int ticket = ++*m_previews;
    const UtcTime since = nights > 0 ? UtcTime::fromUs(UtcTime::now().us - std::chrono::microseconds(std::chrono::hours(24 * nights)).count()) : UtcTime();
    auto found = std::make_shared<Result<watch::CoincidencePreview>>(watch::CoincidencePreview());
    const QPointer<CoincidencesDialog> dialog = m_coincidences;
    m_desk.run([this, found, asked, since, ticket, previews = m_previews, dialog] {
        const auto goOn = [this, ticket, previews, dialog](double fraction) {
            if (*previews != ticket)
                return false;
            QMetaObject::invokeMethod(this, [dialog, fraction, ticket, previews] {
                if (dialog && *previews == ticket)
                    dialog->setProgress(fraction);
            }, Qt::QueuedConnection);
            return true;
        };
        *found = watch::previewCoincidences(m_archive, {asked}, since, goOn);
    }, dialog, [found, dialog, ticket, previews = m_previews] {
        if (*previews != ticket)
            return;
        if (*found)
            dialog->setPreview(found->value());
        else
            dialog->showError(found->error());
    });
}

// Alerts that come go by the file; the stored ones are looked at once.
void WindowWatch::save(const Coincidences &list, const Coincidences &before, bool isUndo)
{
    auto written = std::make_shared<Outcome>(Done{});
    auto matched = std::make_shared<Result<watch::RowMatching>>(watch::RowMatching());
    m_desk.run([this, written, matched, list, file = watch::coincidenceFile(m_lists.folder()), ended = m_ended] {
        *written = watch::writeCoincidences(file, list);
        if (*written)
            *matched = watch::matchCoincidences(m_archive, list, [ended](double) { return !*ended; });
    }, this, [this, written, matched, list, before, isUndo] {
        if (!*written)
            return void(Q_EMIT said((written->error().message + u' ' + written->error().remedy).trimmed(), true));
        const QString what = tr("Changed the coincidences.");
        if (isUndo)
            return void(Q_EMIT said(tr("Taken back: %1").arg(what), false));
        m_undo.push(what, [this, list, before] { save(before, list, true); });
        Q_EMIT said(*matched ? tr("Coincidences: %1 stored rows are one of two.").arg(QLocale().toString(qlonglong(matched->value().matched))) : matched->error().message, !*matched);
    });
}

} // namespace tocsin::ui
