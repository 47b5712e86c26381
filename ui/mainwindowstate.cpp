// SPDX-License-Identifier: GPL-3.0-or-later
// What the profile keeps of the window, and how the window takes it back.
#include "ui/keybindings.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/models/alerttablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/columnsets.h"
#include "ui/windowcolours.h"
#include "ui/windowfilter.h"
#include "ui/windowsending.h"

#include <QDockWidget>
#include <QJsonObject>
#include <QToolBar>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastScale = 80;
constexpr int kMostScale = 200;
const QString kGeometry = u"geometry"_s;
const QString kDocks = u"docks"_s;
const QString kColumns = u"columns"_s; // of versions before the sets
const QString kFold = u"foldRevisions"_s;
const QString kPlace = u"place"_s; // {row, top, archive}: where somebody was in the table
const QString kColumnSets = u"columnSets"_s;
const QString kScheme = u"scheme"_s;
const QString kTextScale = u"textScale"_s;
const QString kDockWidths[] = {u"streamsWidth"_s, u"alertWidth"_s};
const QString kWatchedSince = u"watchedSince"_s; // "row folder": what came behind it is unseen until somebody looks

} // namespace

void MainWindow::chooseScheme(Scheme scheme)
{
    showScheme(scheme);
    m_profile.setNumber(kScheme, static_cast<int>(scheme));
}

void MainWindow::showScheme(Scheme scheme)
{
    Theme::setScheme(scheme);
    (scheme == Scheme::Dark        ? m_actions->darkTheme
         : scheme == Scheme::Light ? m_actions->lightTheme
                                   : m_actions->systemTheme)
        ->setChecked(true);
}

void MainWindow::scaleText(int percent)
{
    m_textScale = std::clamp(percent, kLeastScale, kMostScale);
    Theme::setTextScale(m_textScale / 100.0);
    m_actions->larger->setEnabled(m_textScale < kMostScale);
    m_actions->smaller->setEnabled(m_textScale > kLeastScale);
    m_actions->toolBar->setIconSize({Theme::scaled(16), Theme::scaled(16)});
    m_dockWidths->place();
    m_profile.setNumber(kTextScale, m_textScale);
}

void MainWindow::restore()
{
    showScheme(static_cast<Scheme>(std::clamp(m_profile.number(kScheme, 0), 0, 2)));
    scaleText(m_profile.number(kTextScale, 100));
    if (const QByteArray geometry = m_profile.bytes(kGeometry); !geometry.isEmpty())
        restoreGeometry(geometry);
    if (const QByteArray docks = m_profile.bytes(kDocks); !docks.isEmpty())
        restoreState(docks, kLayoutVersion);
    if (const QJsonObject sets = m_profile.object(kColumnSets); !sets.isEmpty())
        m_columnSets->restore(sets);
    else
        m_columnSets->restoreOld(m_profile.bytes(kColumns));
    m_actions->foldRevisions->setChecked(m_profile.number(kFold, 0) != 0);
    if (const QJsonObject place = m_profile.object(kPlace); place[u"archive"_s].toString() == m_services.places.archive)
        m_table->setPlace(place[u"row"_s].toInteger(), place[u"top"_s].toInteger());
    if (!m_profile.object(kPlace)[u"follow"_s].toBool(true))
        m_table->setFollow(false);
    m_windowFilter->restore();
    m_colours->restore();
    m_sending->restore();
    m_keys->restore();
    QList<int> widths = m_dockWidths->wishes();
    for (qsizetype i = 0; i < widths.size(); ++i)
        widths[i] = std::clamp(m_profile.number(kDockWidths[i], widths[i]), 100, 2'000);
    m_dockWidths->setWishes(widths);

    // The mark holds for one archive; TOCSIN_ARCHIVE may name another.
    const QString since = m_profile.text(kWatchedSince);
    if (since.section(u' ', 1) == m_services.places.archive)
        m_alerts->watchSince(since.section(u' ', 0, 0).toLongLong());
    connect(m_alerts, &AlertTableModel::watchingSince, this, [this](qint64 row) {
        m_profile.setText(kWatchedSince, QString::number(row) + u' ' + m_services.places.archive);
        if (m_services.remember)
            m_profile.save();
    });
}

void MainWindow::keep()
{
    if (!m_services.remember)
        return;
    m_profile.setBytes(kGeometry, saveGeometry());
    m_profile.setBytes(kDocks, m_layoutBehind.isEmpty() ? saveState(kLayoutVersion) : m_layoutBehind);
    m_profile.setNumber(kFold, m_alerts->isFolded() ? 1 : 0);
    const auto [row, top] = m_table->place();
    m_profile.setObject(kPlace, {{u"row"_s, row}, {u"top"_s, top}, {u"follow"_s, m_table->isFollowing()}, {u"archive"_s, m_services.places.archive}});
    m_profile.setObject(kColumnSets, m_columnSets->save());
    m_profile.remove(kColumns);
    for (qsizetype i = 0; i < m_dockWidths->wishes().size(); ++i)
        m_profile.setNumber(kDockWidths[i], m_dockWidths->wishes()[i]);
    m_profile.save();
}

void MainWindow::resetLayout()
{
    for (QDockWidget *dock : {m_streamsDock, m_alertDock}) {
        dock->setFloating(false);
        dock->show();
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_streamsDock);
    addDockWidget(Qt::RightDockWidgetArea, m_alertDock);
    m_profile.setBytes(kDocks, {});
    m_layoutBehind.clear();
    m_dockWidths->reset();
    m_dockWidths->place();
}

} // namespace tocsin::ui
