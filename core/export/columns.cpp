// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/columns.h"

#include "core/filter/reading.h"
#include "core/filter/sky.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <optional>

namespace tocsin::exporting {

namespace {

using Kind = ExportColumn::Kind;
using Type = ExportColumn::Type;

Type typeOf(const decoders::FieldTree &value)
{
    switch (value.type()) {
    case decoders::FieldTree::value_t::null:
        return Type::Unknown;
    case decoders::FieldTree::value_t::boolean:
        return Type::Bool;
    case decoders::FieldTree::value_t::number_integer:
        return Type::Integer;
    case decoders::FieldTree::value_t::number_unsigned: // one that no int64 holds keeps its digits as text
        return value.get<uint64_t>() > static_cast<uint64_t>(std::numeric_limits<int64_t>::max()) ? Type::Text : Type::Integer;
    case decoders::FieldTree::value_t::number_float:
        return Type::Number;
    default:
        return Type::Text;
    }
}

decoders::FieldTree valueAt(const decoders::FieldTree *tree, const filter::PacketPath &path)
{
    decoders::FieldTree out;
    bool many = false;
    const auto visit = [&](const decoders::FieldTree *found) {
        if (!found || found->is_null())
            return true;
        if (out.is_null()) {
            out = *found;
            return true;
        }
        if (!many) {
            decoders::FieldTree list = decoders::FieldTree::array();
            list.push_back(std::move(out));
            out = std::move(list);
            many = true;
        }
        out.push_back(*found);
        return true;
    };
    if (tree)
        filter::visitPath(*tree, path, false, visit);
    return out;
}

decoders::FieldTree computed(Kind kind, const Alert &alert, const UtcTime &now)
{
    if (kind == Kind::Age) {
        if (!alert.timestamp.isValid() || !now.isValid())
            return {};
        return (static_cast<double>(now.us) - static_cast<double>(alert.timestamp.us)) / 1e6;
    }
    if (!alert.hasPosition())
        return {};
    const filter::Galactic place = filter::galactic(alert.ra.value, alert.dec.value);
    return kind == Kind::GalacticB ? place.b : place.l;
}

std::optional<ExportColumn> computedColumn(const std::string &name)
{
    if (name == "b")
        return ExportColumn(Kind::GalacticB, name);
    if (name == "l")
        return ExportColumn(Kind::GalacticL, name);
    if (name == "age")
        return ExportColumn(Kind::Age, name);
    return {};
}

} // namespace

void ExportColumn::see(const decoders::FieldTree &value)
{
    const Type seen = typeOf(value);
    if (seen == Type::Unknown || seen == type)
        return;
    const bool numbers = (seen == Type::Integer || seen == Type::Number) && (type == Type::Integer || type == Type::Number);
    type = type == Type::Unknown ? seen : numbers ? Type::Number : Type::Text;
}

const char *ExportColumn::unit() const
{
    switch (kind) {
    case Kind::Key:
        return field->unit;
    case Kind::GalacticB:
    case Kind::GalacticL:
        return "deg";
    case Kind::Age:
        return "s";
    case Kind::Packet:
        break;
    }
    return "";
}

const char *ExportColumn::help() const
{
    switch (kind) {
    case Kind::Key:
        return field->help;
    case Kind::GalacticB:
        return "Galactic latitude";
    case Kind::GalacticL:
        return "Galactic longitude";
    case Kind::Age:
        return "From the time of the alert to the export";
    case Kind::Packet:
        break;
    }
    return "As sent";
}

Result<std::vector<ExportColumn>> columnsNamed(const QStringList &names)
{
    std::vector<ExportColumn> columns;
    for (const QString &named : names) {
        const std::string name = named.trimmed().toStdString();
        std::optional<ExportColumn> column = computedColumn(name);
        QString suggestion;
        if (!column) {
            const std::variant<filter::NamedField, filter::Problem> field = filter::namedField(name, filter::FieldCatalogue());
            if (const auto *found = std::get_if<filter::NamedField>(&field)) {
                if (found->key)
                    column.emplace(found->key);
                else if (!found->path.empty())
                    column.emplace(found->path);
            } else {
                suggestion = QString::fromStdString(std::get<filter::Problem>(field).suggestion);
            }
        }
        if (!column)
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("export", "There is no column “%1”.").arg(named.trimmed()),
                         .remedy = suggestion.isEmpty()
                             ? QCoreApplication::translate("export", "The columns are the keys of a JSON line, such as timestamp, id, name, ra, dec; b, l and age; "
                                                                     "and fields of packets, such as fields.candidate.drb.")
                             : QCoreApplication::translate("export", "Write: %1").arg(suggestion)};
        if (std::ranges::find(columns, column->name, &ExportColumn::name) != columns.end())
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("export", "The column “%1” stands there twice.").arg(named.trimmed()),
                         .remedy = QCoreApplication::translate("export", "Name each column once.")};
        columns.push_back(std::move(*column));
    }
    return columns;
}

ColumnValues::ColumnValues(std::vector<ExportColumn> columns, const UtcTime &now) : m_columns(std::move(columns)), m_now(now)
{
    if (!std::ranges::all_of(m_columns, [](const ExportColumn &column) { return column.kind == Kind::Key; }))
        m_values.resize(m_columns.size());
}

bool ColumnValues::needsPacket() const
{
    return std::ranges::any_of(m_columns, [](const ExportColumn &column) { return column.kind == Kind::Packet; });
}

std::span<const decoders::FieldTree> ColumnValues::of(const Alert &alert, filter::PacketFields &packet)
{
    for (size_t i = 0; i < m_values.size(); ++i) {
        if (m_columns[i].kind == Kind::Packet)
            m_values[i] = valueAt(packet.tree(), m_columns[i].path);
        else if (m_columns[i].kind != Kind::Key)
            m_values[i] = computed(m_columns[i].kind, alert, m_now);
    }
    return m_values;
}

} // namespace tocsin::exporting
