// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnsets.h"

#include "ui/dialogs/namedialog.h"
#include "ui/widgets/alerttable.h"

#include <QActionGroup>
#include <QJsonArray>
#include <QMenu>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostSets = 100;

} // namespace

ColumnSets::ColumnSets(AlertTable &table, QObject *parent) : QObject(parent), m_table(table)
{
    m_sets << ColumnSet{.name = tr("Standard")};
    connect(&table, &AlertTable::arrangementChanged, this, &ColumnSets::changed);
}

void ColumnSets::keepCurrent()
{
    m_sets[m_current].arrangement = m_table.arrangement();
}

QJsonObject ColumnSets::save()
{
    keepCurrent();
    QJsonArray sets;
    for (const ColumnSet &set : m_sets)
        sets << toJson(set);
    // A set that a filter has brought goes with it.
    return {{u"current"_s, m_former.isEmpty() ? current().name : m_former}, {u"sets"_s, sets}};
}

void ColumnSets::restore(const QJsonObject &kept)
{
    QList<ColumnSet> sets;
    for (const QJsonValue &each : kept[u"sets"_s].toArray()) {
        ColumnSet set = columnSetOf(each.toObject());
        if (!set.name.isEmpty() && sets.size() < kMostSets && std::ranges::find(sets, set.name, &ColumnSet::name) == sets.end())
            sets << std::move(set);
    }
    if (sets.isEmpty())
        return;
    m_sets = std::move(sets);
    show(std::max<qsizetype>(0, names().indexOf(kept[u"current"_s].toString())));
}

void ColumnSets::restoreOld(const QByteArray &bytes)
{
    if (QList<ColumnState> columns = columnsOf(bytes); !columns.isEmpty()) {
        m_sets[m_current].arrangement.columns = std::move(columns);
        show(m_current);
    }
}

QStringList ColumnSets::names() const
{
    QStringList names;
    for (const ColumnSet &set : m_sets)
        names << set.name;
    return names;
}

void ColumnSets::show(qsizetype index)
{
    m_current = index;
    m_table.setArrangement(m_sets[index].arrangement);
}

void ColumnSets::setOnlyStream(const std::optional<std::string> &stream)
{
    const std::optional<QString> only = stream ? std::optional(QString::fromStdString(*stream)) : std::nullopt;
    if (only == m_onlyStream)
        return;
    m_onlyStream = only;
    const auto bound = only ? std::ranges::find_if(m_sets, [&only](const ColumnSet &set) { return set.streams.contains(*only); }) : m_sets.end();
    const qsizetype wanted = bound != m_sets.end() ? bound - m_sets.begin() : names().indexOf(m_former);
    if (bound == m_sets.end())
        m_former.clear();
    else if (m_former.isEmpty())
        m_former = current().name;
    if (wanted < 0 || wanted == m_current)
        return;
    keepCurrent();
    show(wanted);
}

void ColumnSets::use(const QString &name)
{
    const qsizetype index = names().indexOf(name);
    if (index < 0 || index == m_current)
        return;
    keepCurrent();
    m_former.clear(); // a person's choice stays
    show(index);
    Q_EMIT changed();
}

void ColumnSets::saveAs(const QString &name)
{
    if (name.isEmpty() || names().contains(name) || m_sets.size() >= kMostSets)
        return;
    keepCurrent();
    m_sets << ColumnSet{.name = name, .arrangement = current().arrangement};
    m_former.clear();
    m_current = m_sets.size() - 1; // looks the same
    Q_EMIT changed();
}

void ColumnSets::rename(const QString &name)
{
    if (name.isEmpty() || names().contains(name))
        return;
    if (m_former == current().name)
        m_former = name;
    m_sets[m_current].name = name;
    Q_EMIT changed();
}

void ColumnSets::remove()
{
    if (m_sets.size() < 2)
        return;
    m_sets.removeAt(m_current);
    const qsizetype next = std::max<qsizetype>(0, names().indexOf(m_former));
    m_former.clear();
    show(next);
    Q_EMIT changed();
}

void ColumnSets::bind(const QString &stream, bool on)
{
    for (ColumnSet &set : m_sets)
        set.streams.removeAll(stream); // a stream has one set
    if (on)
        m_sets[m_current].streams << stream;
    Q_EMIT changed();
}

void ColumnSets::askName(bool anew)
{
    auto *dialog = new NameDialog(anew ? tr("Save columns as") : tr("Rename %1").arg(current().name), anew ? tr("Save") : tr("Rename"),
                                  anew ? QString() : current().name, names(), m_table.window());
    connect(dialog, &NameDialog::named, this, anew ? &ColumnSets::saveAs : &ColumnSets::rename);
    dialog->open();
}

void ColumnSets::fillMenu(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    for (const ColumnSet &set : m_sets) {
        QAction *action = menu.addAction(QString(set.name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(set.name == current().name);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name = set.name] { use(name); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Save as…")), &QAction::triggered, this, [this] { askName(true); });
    connect(menu.addAction(tr("Rename…")), &QAction::triggered, this, [this] { askName(false); });
    QAction *away = menu.addAction(tr("Remove %1").arg(QString(current().name).replace(u'&', u"&&"_s)));
    away->setEnabled(m_sets.size() > 1);
    connect(away, &QAction::triggered, this, &ColumnSets::remove);
    QMenu *streams = menu.addMenu(tr("Use for stream"));
    QStringList listed = m_streams;
    for (const QString &stream : current().streams) {
        if (!listed.contains(stream))
            listed << stream; // gone, but its rows may be there
    }
    streams->setEnabled(!listed.isEmpty());
    for (const QString &stream : listed) {
        QAction *action = streams->addAction(QString(stream).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(current().streams.contains(stream));
        connect(action, &QAction::toggled, this, [this, stream](bool on) { bind(stream, on); });
    }
}

} // namespace tocsin::ui
