// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/names.h"

#include "core/filter/nearest.h"

#include <QCoreApplication>

namespace tocsin::filter {

namespace {

constexpr uint8_t kPacketCost = 100;

void useKey(const AlertField &field, Node &out)
{
    out.kind = Kind::Key;
    out.field = &field;
    out.type = typeOf(field);
    out.spread = out.type == Type::Texts;
    if (out.type == Type::Number)
        out.unit = unitOf(field.unit);
}

void useWord(const SpecialWord &word, Node &out)
{
    out.kind = word.kind;
    out.type = word.type;
    out.flag = word.name == "true";
    out.usesNow = word.kind == Kind::Age || word.kind == Kind::Now;
    out.cost = word.kind == Kind::GalacticL || word.kind == Kind::GalacticB ? 3 : 0;
    if (out.type == Type::Number)
        out.unit = unitOf(word.unit);
}

void usePacket(PacketPath path, const KnownField *known, Node &out)
{
    out.kind = Kind::Packet;
    out.type = Type::Any;
    out.path = std::move(path);
    out.spread = true;
    out.needsPacket = true;
    out.cost = kPacketCost;
    // A number that is known to have no unit is rare in a catalogue of names; not knowing forbids less.
    if (known && !known->unit.empty())
        out.unit = unitOf(known->unit);
}

// The path that a short name stands for: what was written may have places in lists behind its names, and they stay.
PacketPath wholePath(const KnownField &field, std::span<const PathStep> shortName, const PacketPath &written)
{
    PacketPath path = field.path;
    size_t names = 0;
    for (const PathStep &step : shortName)
        names += step.isIndex() ? 0 : 1;
    path.resize(path.size() - names);
    path.insert(path.end(), written.begin(), written.end());
    return path;
}

Problem unknownName(const Syntax &name, const FieldCatalogue &catalogue)
{
    std::vector<std::string_view> names;
    for (const AlertField &field : alertFields())
        names.push_back(field.key);
    for (const SpecialWord &word : specialWords())
        names.push_back(word.name);
    for (const KnownField &field : catalogue.fields()) {
        if (field.shipped && !field.insideList)
            names.push_back(field.path.back().name);
    }
    const bool one = name.path.size() == 1;
    if (const Function *function = one ? findFunction(name.path[0].name) : nullptr)
        return {name.begin, name.end - name.begin, QCoreApplication::translate("filter", "%1 is a function and needs its parentheses: %2.")
                    .arg(inQuotes(name.source), QString::fromUtf8(function->signature)), {}, {}};
    Problem problem{name.begin, name.end - name.begin, QCoreApplication::translate("filter", "%1 is no key, and no known packet has a field of this name.").arg(inQuotes(name.source)),
                    QCoreApplication::translate("filter", "a key such as mag, or a packet field as fields.candidate.drb; text stands in quotes"), {}};
    if (one)
        problem.suggestion = nearest(name.path[0].name, names);
    return problem;
}

Problem ambiguous(const Syntax &name, const std::vector<const KnownField *> &found)
{
    constexpr size_t kShown = 6;
    QStringList paths;
    for (size_t i = 0; i < found.size() && i < kShown; ++i)
        paths << QString::fromStdString(pathText(found[i]->path));
    if (found.size() > kShown)
        paths << QStringLiteral("…");
    return {name.begin, name.end - name.begin, QCoreApplication::translate("filter", "%1 may mean several packet fields: say which.").arg(inQuotes(name.source)),
            paths.join(QStringLiteral(", ")), pathText(found.front()->path)};
}

} // namespace

bool resolve(const Syntax &name, const FieldCatalogue &catalogue, Node &out, std::optional<Problem> &problem)
{
    const std::string &first = name.path.front().name;
    if (name.path.size() == 1) {
        if (const AlertField *field = findAlertField(first)) {
            useKey(*field, out);
            return true;
        }
        if (const SpecialWord *word = findSpecialWord(first)) {
            useWord(*word, out);
            return true;
        }
    }
    if (first == "fields") {
        PacketPath path(name.path.begin() + 1, name.path.end());
        if (path.empty()) {
            problem = Problem{name.begin, name.end - name.begin, QCoreApplication::translate("filter", "“fields” is the whole packet: say which field of it."),
                              QCoreApplication::translate("filter", "a path such as fields.candidate.drb"), {}};
            return false;
        }
        const KnownField *known = catalogue.find(path);
        usePacket(std::move(path), known, out);
        return true;
    }
    const std::vector<const KnownField *> found = catalogue.named(name.path);
    if (found.size() == 1) {
        usePacket(wholePath(*found[0], name.path, name.path), found[0], out);
        return true;
    }
    // What stands inside a known list or object need not be known itself.
    for (size_t size = name.path.size() - 1; size > 0 && found.empty(); --size) {
        const std::span<const PathStep> known = std::span(name.path).first(size);
        const std::vector<const KnownField *> outer = catalogue.named(known);
        if (outer.size() == 1 && (outer[0]->type == FieldType::List || outer[0]->type == FieldType::Object || outer[0]->type == FieldType::Any)) {
            usePacket(wholePath(*outer[0], known, name.path), nullptr, out);
            return true;
        }
    }
    problem = found.empty() ? unknownName(name, catalogue) : ambiguous(name, found);
    return false;
}

bool isKnownName(const Syntax &name, const FieldCatalogue &catalogue)
{
    Node node;
    std::optional<Problem> problem;
    return name.kind == SyntaxKind::Name && resolve(name, catalogue, node, problem);
}

Problem unknownFunction(const Syntax &call)
{
    const std::string &name = call.path.front().name;
    std::vector<std::string_view> names;
    QStringList all;
    for (const Function &function : functions()) {
        names.push_back(function.name);
        all << QString::fromUtf8(function.name.data(), static_cast<qsizetype>(function.name.size())) + QStringLiteral("()");
    }
    return {call.begin, name.size(), QCoreApplication::translate("filter", "%1 is no function.").arg(inQuotes(name)), all.join(QStringLiteral(", ")), nearest(name, names)};
}

} // namespace tocsin::filter
