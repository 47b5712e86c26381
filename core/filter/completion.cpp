// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/completion.h"

#include "core/filter/checking.h"
#include "core/filter/lexer.h"
#include "core/filter/names.h"
#include "core/filter/parser.h"
#include "core/filter/situation.h"
#include "core/filter/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::filter {

namespace {

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString translated(const char *text)
{
    return *text ? QCoreApplication::translate("filter", text) : QString();
}

std::string small(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

// How well a name answers what was typed: 0 begins with it, 1 a part of it does, 2 holds it; 3 not at all.
int rank(std::string_view name, const std::string &typed)
{
    const std::string low = small(name);
    const size_t at = low.find(typed);
    if (at == 0)
        return 0;
    for (size_t part = at; part != std::string::npos; part = low.find(typed, part + 1)) {
        if (low[part - 1] == '_' || low[part - 1] == '.')
            return 1;
    }
    return at == std::string::npos || typed.size() < 2 ? 3 : 2;
}

QString described(FieldType type)
{
    switch (type) {
    case FieldType::Number:
    case FieldType::Integer:
        return described(Type::Number);
    case FieldType::Text:
        return described(Type::Text);
    case FieldType::Bool:
        return described(Type::Truth);
    case FieldType::List:
        return QCoreApplication::translate("filter", "a list");
    case FieldType::Object:
        return QCoreApplication::translate("filter", "an object");
    case FieldType::Any:
        break;
    }
    return {};
}

class Completer
{
public:
    Completer(std::string_view typed, const Situation &situation, const FieldCatalogue &catalogue)
        : m_typed(typed), m_low(small(typed)), m_situation(situation), m_catalogue(catalogue)
    {
    }

    std::vector<Candidate> candidates()
    {
        switch (m_situation.wants) {
        case Situation::Wants::Operand:
            operands();
            break;
        case Situation::Wants::Operator:
            operators();
            break;
        case Situation::Wants::ListBegin:
            offer(0, {.text = "(", .kind = CandidateKind::Operator, .meaning = QCoreApplication::translate("filter", "the list begins")});
            break;
        case Situation::Wants::Nothing:
            break;
        }
        std::ranges::stable_sort(m_ranked, {}, &Ranked::rank);
        std::vector<Candidate> result;
        for (Ranked &ranked : m_ranked) {
            if (result.size() == kMostCandidates)
                break;
            if (ranked.byLastName)
                ranked.candidate.text = shortest(*ranked.byLastName);
            if (std::ranges::none_of(result, [&](const Candidate &other) { return other.text == ranked.candidate.text; }))
                result.push_back(std::move(ranked.candidate));
        }
        return result;
    }

private:
    struct Ranked {
        int rank = 0;
        Candidate candidate;
        const KnownField *byLastName = nullptr; // its text is found only when it is among the best
    };
    void offer(int rank, Candidate candidate) { m_ranked.push_back({rank, std::move(candidate)}); }
    // Keys go before packet fields, values before both.
    void offerNamed(std::string_view name, int group, Candidate candidate)
    {
        if (const int found = rank(name, m_low); found < 3)
            offer(found * 10 + group, std::move(candidate));
    }

    [[nodiscard]] bool wantsText() const { return m_situation.inside && (m_situation.inside->takes == Takes::Text || m_situation.inside->takes == Takes::TextOrList); }
    [[nodiscard]] bool wantsName() const { return m_situation.inside && m_situation.inside->takes == Takes::Name; }

    void operands()
    {
        // A place and the words of word() are written, not chosen.
        if (m_situation.inside && (m_situation.inside->takes == Takes::Place || m_situation.inside->kind == Kind::Word))
            return;
        if (m_typed.starts_with('"') || m_typed.starts_with('\''))
            return values();
        if (m_typed.find('.') != std::string_view::npos || m_typed.find('[') != std::string_view::npos)
            return paths();
        if (!m_situation.compared.empty())
            values();
        keys();
        words();
        if (!wantsName())
            functions();
        shortNames();
        offerNamed("fields", 4, {.text = "fields.", .kind = CandidateKind::PacketField, .type = described(FieldType::Object), .meaning = QCoreApplication::translate("filter", "A field of the packet")});
    }

    void keys()
    {
        for (const AlertField &field : alertFields()) {
            const Type type = typeOf(field);
            if (wantsText() && type != Type::Text && type != Type::Texts)
                continue;
            const std::span<const std::string> samples = m_catalogue.samplesOf(field);
            offerNamed(field.key, 1, {.text = field.key, .kind = CandidateKind::Key, .type = described(type), .unit = QString::fromUtf8(field.unit),
                                      .meaning = QCoreApplication::translate("AlertField", field.help), .sample = samples.empty() ? QString() : plain(samples.back())});
        }
    }
    void words()
    {
        for (const SpecialWord &word : specialWords()) {
            if (wantsText() || (word.kind == Kind::Bool && m_situation.compared.empty()))
                continue;
            offerNamed(word.name, 1, {.text = std::string(word.name), .kind = word.kind == Kind::Bool ? CandidateKind::Value : CandidateKind::Key, .type = described(word.type),
                                      .unit = QString::fromUtf8(word.unit), .meaning = translated(word.meaning)});
        }
        if (m_situation.compared.empty() && !m_situation.inside)
            offerNamed("not", 3, {.text = "not ", .kind = CandidateKind::Operator, .meaning = QCoreApplication::translate("filter", "the opposite; what is unknown stays unknown")});
    }
    void functions()
    {
        for (const Function &function : filter::functions()) {
            const bool value = !m_situation.compared.empty() || m_situation.inside;
            if (value && function.condition)
                continue;
            offerNamed(function.name, 2, {.text = std::string(function.name) + '(', .kind = CandidateKind::Function, .type = translated(function.type),
                                          .meaning = QString::fromUtf8(function.signature) + QStringLiteral(": ") + translated(function.meaning)});
        }
    }
    Candidate fieldCandidate(const KnownField &field, std::string text)
    {
        return {.text = std::move(text), .kind = CandidateKind::PacketField, .type = described(field.type), .unit = QString::fromStdString(field.unit), .meaning = translated(field.meaning),
                .sample = field.samples.empty() ? QString() : plain(field.samples.back())};
    }
    // Fields by their last name: the short form where it is unique, else the whole path. Nothing typed, nothing offered:
    // there are hundreds.
    void shortNames()
    {
        if (m_typed.empty())
            return;
        for (const KnownField &field : m_catalogue.fields()) {
            const PathStep &last = field.path.back();
            const int found = rank(last.name, m_low);
            if (found == 3 || (wantsText() && field.type == FieldType::Bool))
                continue;
            m_ranked.push_back({found * 10 + 3, fieldCandidate(field, {}), &field});
        }
    }
    [[nodiscard]] std::string shortest(const KnownField &field) const
    {
        const PathStep &last = field.path.back();
        const bool taken = field.insideList || !isPlainName(last.name) || findAlertField(last.name) || findSpecialWord(last.name);
        return !taken && m_catalogue.named({&last, 1}).size() == 1 ? last.name : pathText(field.path);
    }
    // “fields.cand”, “candidate.dr”: what was typed stays, the rest of the path follows.
    void paths()
    {
        const size_t begun = m_typed.rfind('.') == std::string_view::npos ? m_typed.size() : m_typed.rfind('.') + 1;
        const std::string_view written = m_typed.substr(0, begun);
        const std::string last = small(m_typed.substr(begun));
        std::optional<Problem> problem;
        const std::optional<Syntax> syntax = parse(std::string(written.substr(0, begun - 1)), problem);
        if (!syntax || syntax->kind != SyntaxKind::Name)
            return;
        std::vector<std::string> names;
        for (const PathStep &step : syntax->path) {
            if (!step.isIndex())
                names.push_back(step.name);
        }
        if (names.front() == "fields")
            names.erase(names.begin());
        for (const KnownField &field : m_catalogue.fields()) {
            if (field.path.size() <= names.size())
                continue;
            bool fits = true;
            for (size_t i = 0; i < names.size(); ++i)
                fits = fits && field.path[i].name == names[i];
            const PathStep &next = field.path[names.size()];
            if (!fits || !isPlainName(next.name) || rank(next.name, last) > 0)
                continue;
            // “fields” at the front of the rest gives way to what was written.
            const std::string rest = pathText(std::span(field.path).subspan(names.size())).substr(std::string_view("fields.").size());
            offer(static_cast<int>(field.path.size()), fieldCandidate(field, std::string(written) + rest));
        }
    }
    void values()
    {
        std::optional<Problem> problem;
        const std::optional<Syntax> syntax = parse(m_situation.compared, problem);
        Node node;
        if (!syntax || syntax->kind != SyntaxKind::Name || !resolve(*syntax, m_catalogue, node, problem))
            return;
        std::vector<std::string> samples;
        if (m_situation.equality && node.kind == Kind::Key) {
            const auto seen = m_catalogue.samplesOf(*node.field);
            samples.assign(seen.rbegin(), seen.rend());
        } else if (const KnownField *field = node.kind == Kind::Packet ? m_catalogue.find(node.path) : nullptr) {
            samples.assign(field->samples.rbegin(), field->samples.rend());
        }
        if (node.type == Type::Truth)
            samples = {"true", "false"};
        if (node.type == Type::Time)
            samples = {"now - 1h", "now - 6h", "now - 1d"};
        for (const std::string &sample : samples)
            offerNamed(sample, 0, {.text = sample, .kind = CandidateKind::Value, .type = node.type == Type::Any ? QString() : described(node.type), .meaning = node.type == Type::Time ? QString() : QCoreApplication::translate("filter", "a value seen")});
    }

    void operators()
    {
        if (m_situation.afterNumber)
            unitsHere();
        for (const Operator &op : filter::operators()) {
            if (m_situation.afterNot ? op.name != "in" : !fits(op))
                continue;
            if (op.name.starts_with(m_low))
                offer(op.role == OperatorRole::Logic && m_situation.afterComparison ? 1 : 2, {.text = std::string(op.name), .kind = CandidateKind::Operator, .meaning = translated(op.meaning)});
        }
    }
    [[nodiscard]] bool fits(const Operator &op) const
    {
        switch (op.role) {
        case OperatorRole::Logic:
            return op.name != "not";
        case OperatorRole::Grouping:
            return false;
        case OperatorRole::Arithmetic:
            return true;
        default:
            return !m_situation.afterComparison;
        }
    }
    // Those that fit the key before the number; all when there is none.
    void unitsHere()
    {
        Unit wanted;
        std::optional<Problem> problem;
        Node node;
        if (const std::optional<Syntax> syntax = parse(m_situation.compared, problem); syntax && syntax->kind == SyntaxKind::Name && resolve(*syntax, m_catalogue, node, problem) && node.type != Type::Text)
            wanted = node.unit;
        for (const UnitName &unit : units()) {
            if (unit.name.starts_with(m_typed) && (wanted.free || wanted.dimension == unit.dimension))
                offer(0, {.text = std::string(unit.name), .kind = CandidateKind::Unit, .meaning = translated(unit.meaning)});
        }
    }

    std::string_view m_typed;
    std::string m_low;
    const Situation &m_situation;
    const FieldCatalogue &m_catalogue;
    std::vector<Ranked> m_ranked;
};

} // namespace

Completion complete(std::string_view text, size_t cursor, const FieldCatalogue &catalogue)
{
    Completion completion;
    cursor = std::min({cursor, text.size(), kMostBytes});
    const std::string_view before = text.substr(0, cursor);
    std::optional<Problem> problem;
    std::vector<Token> tokens = tokensOf(before, problem);
    tokens.pop_back(); // End
    size_t begin = cursor;
    size_t known = tokens.size();
    if (problem) {
        // An open quote is a value that is being written; anything else wrong ends the help.
        const bool quote = before[problem->position] == '"' || before[problem->position] == '\'';
        if (!quote || problem->position + problem->length < cursor)
            return completion;
        begin = problem->position;
    } else if (!tokens.empty() && tokens.back().end == cursor) {
        if (const size_t path = pathBegin(tokens); path < tokens.size()) {
            begin = tokens[path].begin;
            known = path;
        }
    }
    // The rest of a name that the cursor stands in goes with it.
    size_t end = cursor;
    while (begin < cursor && end < text.size() && isPlainName(std::string("_") + text[end]))
        ++end;
    completion.position = begin;
    completion.length = end - begin;
    const Situation situation = situationAfter(std::span(tokens).first(known), before);
    completion.candidates = Completer(text.substr(begin, cursor - begin), situation, catalogue).candidates();
    return completion;
}

} // namespace tocsin::filter
