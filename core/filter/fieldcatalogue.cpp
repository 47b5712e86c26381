// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/fieldcatalogue.h"

#include "core/filter/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tocsin::filter {

namespace {

std::string shortest(double number)
{
    std::array<char, 32> buffer;
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return std::string(buffer.data(), written.ptr);
}

constexpr size_t kMostFields = 5'000;
constexpr size_t kMostSamples = 8; // of one field
constexpr size_t kLongestSample = 80;
constexpr int kDeepest = 12;
constexpr size_t kMostItems = 4; // of one list

PacketPath pathOf(std::string_view text)
{
    PacketPath path;
    for (size_t at = 0; at <= text.size();) {
        const size_t dot = std::min(text.find('.', at), text.size());
        path.push_back({std::string(text.substr(at, dot - at)), -1});
        at = dot + 1;
    }
    return path;
}

// Whether the names of `name` are the last ones of `path`.
bool endsWith(std::span<const PathStep> path, std::span<const PathStep> name)
{
    size_t at = path.size();
    for (size_t i = name.size(); i-- > 0;) {
        if (name[i].isIndex())
            continue;
        if (at == 0 || path[at - 1].name != name[i].name)
            return false;
        --at;
    }
    return true;
}

size_t namesIn(std::span<const PathStep> path)
{
    return static_cast<size_t>(std::ranges::count_if(path, [](const PathStep &step) { return !step.isIndex(); }));
}

FieldType typeOf(const decoders::FieldTree &tree)
{
    if (tree.is_boolean())
        return FieldType::Bool;
    if (tree.is_number_integer())
        return FieldType::Integer;
    if (tree.is_number())
        return FieldType::Number;
    if (tree.is_string())
        return FieldType::Text;
    if (tree.is_array())
        return FieldType::List;
    return tree.is_object() ? FieldType::Object : FieldType::Any;
}

void addSample(std::vector<std::string> &samples, std::string sample)
{
    if (std::ranges::find(samples, sample) != samples.end())
        return;
    if (samples.size() >= kMostSamples)
        samples.erase(samples.begin()); // the newest are worth most
    samples.push_back(std::move(sample));
}

void addSample(std::vector<std::string> &samples, const decoders::FieldTree &tree)
{
    if (tree.is_string() && tree.get_ref<const std::string &>().size() <= kLongestSample)
        addSample(samples, quotedText(tree.get_ref<const std::string &>()));
    else if (tree.is_number() || tree.is_boolean())
        addSample(samples, tree.dump());
}

} // namespace

FieldCatalogue::FieldCatalogue()
{
    for (const ShippedFormat &format : shippedFormats()) {
        std::vector<std::string> lists; // paths of the lists of this format, each with a dot behind
        for (const ShippedField &shipped : format.fields) {
            KnownField field;
            field.format = format.format;
            field.path = pathOf(shipped.path);
            field.type = shipped.type;
            field.unit = shipped.unit;
            field.meaning = shipped.meaning;
            field.shipped = true;
            const std::string_view path = shipped.path;
            field.insideList = std::ranges::any_of(lists, [&](const std::string &list) { return path.starts_with(list); });
            if (shipped.type == FieldType::List)
                lists.push_back(std::string(path) + '.');
            m_fields.push_back(std::move(field));
        }
    }
}

KnownField *FieldCatalogue::field(std::string_view format, const PacketPath &path)
{
    const auto it = std::ranges::find_if(m_fields, [&](const KnownField &known) { return known.format == format && known.path == path; });
    if (it != m_fields.end())
        return &*it;
    if (m_fields.size() >= kMostFields)
        return nullptr;
    KnownField known;
    known.format = std::string(format);
    known.path = path;
    m_fields.push_back(std::move(known));
    return &m_fields.back();
}

void FieldCatalogue::add(std::string_view format, const decoders::FieldTree &tree)
{
    PacketPath path;
    learn(format.substr(0, format.find(' ')), tree, path, false, 0);
}

void FieldCatalogue::learn(std::string_view format, const decoders::FieldTree &tree, PacketPath &path, bool insideList, int depth)
{
    if (depth > kDeepest)
        return;
    if (!path.empty() && !tree.is_null()) {
        KnownField *known = field(format, path);
        if (!known)
            return;
        if (known->type == FieldType::Any || (known->type == FieldType::Integer && tree.is_number_float()))
            known->type = typeOf(tree);
        known->insideList = known->insideList || insideList;
        addSample(known->samples, tree);
    }
    if (tree.is_object()) {
        for (const auto &[name, item] : tree.items()) {
            path.push_back({name, -1});
            learn(format, item, path, insideList, depth + 1);
            path.pop_back();
        }
    } else if (tree.is_array()) {
        for (size_t i = 0; i < tree.size() && i < kMostItems; ++i) {
            if (tree[i].is_structured())
                learn(format, tree[i], path, true, depth + 1);
            else if (KnownField *known = field(format, path))
                addSample(known->samples, tree[i]);
        }
    }
}

void FieldCatalogue::add(const Alert &alert)
{
    const std::span<const AlertField> fields = alertFields();
    m_keySamples.resize(fields.size());
    for (size_t i = 0; i < fields.size(); ++i) {
        std::string sample;
        if (const auto *member = std::get_if<Text Alert::*>(&fields[i].member)) {
            if (!(alert.**member).empty() && (alert.**member).size() <= kLongestSample)
                sample = quotedText(alert.**member);
        } else if (const auto *number = std::get_if<Number Alert::*>(&fields[i].member)) {
            if ((alert.**number).has())
                sample = shortest((alert.**number).value);
        }
        if (sample.empty())
            continue;
        // Most alerts bring what the last one brought.
        if (m_keySamples[i].empty() || m_keySamples[i].back() != sample)
            addSample(m_keySamples[i], sample);
    }
}

std::span<const std::string> FieldCatalogue::samplesOf(const AlertField &field) const
{
    const auto index = static_cast<size_t>(&field - alertFields().data());
    return index < m_keySamples.size() ? std::span<const std::string>(m_keySamples[index]) : std::span<const std::string>();
}

const KnownField *FieldCatalogue::find(std::span<const PathStep> path) const
{
    const size_t names = namesIn(path);
    const KnownField *found = nullptr;
    for (const KnownField &known : m_fields) {
        if (known.path.size() == names && endsWith(known.path, path) && (!found || (found->unit.empty() && !known.unit.empty())))
            found = &known;
    }
    return found;
}

bool FieldCatalogue::mayBe(std::span<const PathStep> path, FieldType type) const
{
    const size_t names = namesIn(path);
    bool known = false;
    for (const KnownField &field : m_fields) {
        if (field.path.size() != names || !endsWith(field.path, path))
            continue;
        if (field.type == type || field.type == FieldType::Any || field.type == FieldType::List)
            return true;
        known = true;
    }
    return !known;
}

std::vector<const KnownField *> FieldCatalogue::named(std::span<const PathStep> name) const
{
    std::vector<const KnownField *> found;
    const size_t names = namesIn(name);
    if (names == 0)
        return found;
    for (const bool shipped : {true, false}) {
        for (const KnownField &known : m_fields) {
            if (known.shipped != shipped || !endsWith(known.path, name) || (known.insideList && names < 2 && known.path.size() > 1))
                continue;
            if (known.path.size() == names && names > 1)
                return {&known}; // the whole path, written out
            if (std::ranges::none_of(found, [&](const KnownField *other) { return other->path == known.path; }))
                found.push_back(&known);
        }
        if (!found.empty())
            break;
    }
    return found;
}

} // namespace tocsin::filter
