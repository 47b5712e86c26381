// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/columnspec.h"

#include <xxhash.h>

#include <algorithm>
#include <string>
#include <vector>

namespace tocsin::archive {

namespace {

// Texts that are nearly as many as the rows; a dictionary of them would only be a slower heap.
constexpr std::string_view kLong[] = {"id", "name", "url", "event", "solar_system", "message_id", "error", "subject", "note"};

struct KindOf {
    std::string_view key;

    ColumnKind operator()(Text Alert::*) const
    {
        if (key == "stream")
            return ColumnKind::Stream;
        return std::ranges::find(kLong, key) != std::end(kLong) ? ColumnKind::Long : ColumnKind::Coded;
    }
    ColumnKind operator()(Number Alert::*) const { return ColumnKind::Number; }
    ColumnKind operator()(bool Alert::*) const { return ColumnKind::Flag; }
    ColumnKind operator()(std::optional<bool> Alert::*) const { return ColumnKind::Flag; }
    ColumnKind operator()(UtcTime Alert::*) const { return ColumnKind::Time; }
    ColumnKind operator()(int64_t Alert::*) const { return ColumnKind::Count; }
    ColumnKind operator()(std::optional<int64_t> Alert::*) const { return ColumnKind::Count; }
    ColumnKind operator()(std::vector<std::string> Alert::*) const { return ColumnKind::List; }
    ColumnKind operator()(AlertField::Derived) const { return ColumnKind::Number; }
};

} // namespace

std::span<const ColumnSpec> columnSpecs()
{
    static const std::vector<ColumnSpec> specs = [] {
        std::vector<ColumnSpec> list;
        for (const AlertField &field : alertFields()) {
            if (std::holds_alternative<AlertField::Derived>(field.member) || std::string_view(field.key) == "row")
                continue;
            list.push_back({&field, std::visit(KindOf{field.key}, field.member)});
        }
        list.push_back({findAlertField("event"), ColumnKind::Hash});
        return list;
    }();
    return specs;
}

int columnIndex(const AlertField *field)
{
    const auto specs = columnSpecs();
    const auto it = std::ranges::find(specs, field, &ColumnSpec::field);
    return it == specs.end() ? -1 : static_cast<int>(it - specs.begin());
}

QString ColumnSpec::fileName() const
{
    return QString::fromLatin1(field->key) + (kind == ColumnKind::Hash ? QStringLiteral(".hash") : QString());
}

int eventHashColumn()
{
    static const int column = static_cast<int>(std::ranges::find(columnSpecs(), ColumnKind::Hash, &ColumnSpec::kind) - columnSpecs().begin());
    return column;
}

int streamColumn()
{
    static const int column = columnIndex(findAlertField("stream"));
    return column;
}

uint64_t columnLayout()
{
    static const uint64_t layout = [] {
        std::string text = "1";
        for (const ColumnSpec &spec : columnSpecs()) {
            text += '\n';
            text += spec.key();
            text += static_cast<char>('A' + static_cast<int>(spec.kind));
        }
        return XXH3_64bits(text.data(), text.size());
    }();
    return layout;
}

} // namespace tocsin::archive
