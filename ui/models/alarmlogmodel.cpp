// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarmlogmodel.h"

#include "core/alarms/alarmwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGlyph = 14;

QString timeText(const UtcTime &time)
{
    return time.isValid() ? formats::dateTime({time.us, 0, false}) : QString();
}

QString soundedText(const alarms::Alarm &alarm)
{
    const QString why = alarms::silenceWords(alarm);
    if (alarm.heard == 0)
        return why.isEmpty() ? AlarmLogModel::tr("not yet") : why;
    const QString times = AlarmLogModel::tr("%n time(s)", nullptr, alarm.heard);
    return why.isEmpty() ? times : times + u", "_s + why;
}

} // namespace

void AlarmLogModel::setAlarms(std::vector<alarms::Alarm> alarms)
{
    beginResetModel();
    m_alarms = std::move(alarms);
    endResetModel();
}

int AlarmLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_alarms.size());
}

int AlarmLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AlarmLogModel::text(const alarms::Alarm &alarm, int column) const
{
    switch (column) {
    case Raised:
        return timeText(alarm.raised);
    case State:
        return alarms::stateWord(alarm);
    case Rule: {
        const QString title = alarms::plainLine(alarm.title);
        return alarm.test && !alarm.rule.isEmpty() ? tr("Test: %1").arg(title) : title;
    }
    case Fact:
        return alarms::plainLine(alarm.fact);
    case Arrived:
        return timeText(alarm.arrived);
    case Heard:
        return soundedText(alarm);
    default:
        return alarm.isOpen() ? QString() : timeText(alarm.acknowledged) + u", "_s + alarms::acknowledgedBy(alarm);
    }
}

QVariant AlarmLogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const alarms::Alarm &of = alarm(index);
    if (role == Qt::DisplayRole)
        return text(of, index.column());
    if (role == Qt::ToolTipRole && (index.column() == Fact || index.column() == Rule))
        return formats::plainTip(text(of, index.column()));
    if (role == Qt::DecorationRole && index.column() == State) {
        const Palette &p = Theme::palette();
        const bool isTaken = of.kind == alarms::Kind::Retraction;
        const QString glyph = isTaken ? u"retracted"_s : of.isOpen() ? u"bell"_s : u"tick"_s;
        return QIcon(Theme::glyph(glyph, Theme::scaled(kGlyph), isTaken ? p.retracted : of.isOpen() ? p.bad : p.muted, qApp->devicePixelRatio()));
    }
    return {};
}

QVariant AlarmLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Raised:
        return tr("Raised, UT");
    case State:
        return tr("State");
    case Rule:
        return tr("Rule");
    case Fact:
        return tr("What");
    case Arrived:
        return tr("Arrived, UT");
    case Heard:
        return tr("Sounded");
    default:
        return tr("Acknowledged, UT");
    }
}

} // namespace tocsin::ui
