// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lightmodel.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostDecimals = 6;

} // namespace

std::shared_ptr<const PacketInside> LightModel::setInside(std::shared_ptr<const PacketInside> inside)
{
    beginResetModel();
    std::swap(m_inside, inside);
    endResetModel();
    return inside;
}

int LightModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_inside ? 0 : static_cast<int>(m_inside->light.size());
}

int LightModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LightModel::withError(const Number &value, const Number &error)
{
    if (!value.has())
        return {};
    if (!error.has() || !(error.value > 0) || !std::isfinite(error.value))
        return formats::asSent(value);
    const int decimals = std::clamp(1 - static_cast<int>(std::floor(std::log10(error.value))), 0, kMostDecimals);
    return formats::number(value.value, decimals) + u"\u00a0±\u00a0"_s + formats::number(error.value, decimals);
}

QString LightModel::text(const LightPoint &point, int column) const
{
    switch (column) {
    case Time:
        return formats::dateTime(point.time);
    case Band:
        return formats::plain(point.band);
    case Magnitude:
        if (point.mag.has() && point.kind != LightPoint::Kind::Limit)
            return withError(point.mag, point.magError);
        return point.limit.has() ? u">\u00a0"_s + (point.limit.single ? formats::asSent(point.limit) : formats::number(point.limit.value, 2)) : QString();
    case Flux: {
        const QString flux = withError(point.flux, point.fluxError);
        return flux.isEmpty() || point.fluxUnit.empty() ? flux : flux + u'\u00a0' + formats::plain(point.fluxUnit);
    }
    default:
        break;
    }
    QString kind = point.kind == LightPoint::Kind::Limit ? tr("Limit") : point.kind == LightPoint::Kind::Forced ? tr("Forced") : tr("Detection");
    if (point.isNegative.value_or(false))
        kind = tr("%1, negative").arg(kind);
    return point.current ? tr("%1, this alert").arg(kind) : kind;
}

QString LightModel::tip(const LightPoint &point, int column) const
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const Number &number) {
        if (number.has())
            lines << name + u' ' + formats::asSent(number);
    };
    if (column == Time && point.time.isValid()) {
        lines << u"MJD "_s + QString::number(point.time.mjd(), 'f', 6);
        if (!point.timeKind.empty())
            lines << formats::plain(point.timeKind);
    } else if (column == Magnitude) {
        add(tr("magnitude"), point.mag);
        add(tr("error"), point.magError);
        add(tr("5 sigma limit"), point.limit);
    } else if (column == Flux) {
        add(tr("flux"), point.flux);
        add(tr("error"), point.fluxError);
    } else if (column == Kind && !point.id.empty()) {
        lines << formats::plain(point.id);
    }
    return formats::plainTip(lines.join(u'\n'));
}

QVariant LightModel::data(const QModelIndex &index, int role) const
{
    if (!m_inside || !index.isValid() || static_cast<size_t>(index.row()) >= m_inside->light.size())
        return {};
    const LightPoint &point = m_inside->light[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(point, index.column());
    case Qt::ToolTipRole:
        return tip(point, index.column());
    case Qt::FontRole:
        return Theme::font(point.current ? Theme::Font::Medium : Theme::Font::Body);
    case Qt::ForegroundRole:
        return point.kind == LightPoint::Kind::Limit ? QVariant(Theme::palette().muted) : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter | (index.column() == Magnitude || index.column() == Flux ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant LightModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (section == Magnitude || section == Flux ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time (UTC)");
    case Band:
        return tr("Band");
    case Magnitude:
        return tr("Magnitude");
    case Flux:
        return tr("Flux");
    case Kind:
        return tr("Kind");
    default:
        return {};
    }
}

} // namespace tocsin::ui
