// SPDX-License-Identifier: GPL-3.0-or-later
// What a ColumnPass compares: numbers and times of the rows at hand, from columns and arithmetic. The scalar judge
// (core/filter/judge.cpp) reckons the same way, to the last bit; tst_rowsearch compares them.
#include "core/archive/columnpass.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace tocsin::archive {

using filter::Kind;
using filter::Node;
using filter::Type;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

} // namespace

bool ColumnPass::keyNumbers(const AlertField *field, Numbers &into)
{
    into.resize(m_count);
    const std::string_view key = field->key;
    if (key == "row") {
        for (size_t i = 0; i < m_count; ++i)
            into[i] = static_cast<double>(m_first + static_cast<int64_t>(i));
        return true;
    }
    if (key == "mjd") {
        Times stamps(m_count);
        m_failed = m_failed || !m_reader.times(columnIndex(findAlertField("timestamp")), m_first, m_count, stamps.data());
        for (size_t i = 0; i < m_count; ++i)
            into[i] = UtcTime{stamps[i]}.mjd();
        return true;
    }
    const int column = columnIndex(field);
    if (column < 0)
        return false;
    if (const auto it = m_numbers.find(column); it != m_numbers.end()) {
        into = it->second;
        return true;
    }
    switch (columnSpecs()[static_cast<size_t>(column)].kind) {
    case ColumnKind::Number:
        m_failed = m_failed || !m_reader.numbers(column, m_first, m_count, into.data());
        break;
    case ColumnKind::Count: {
        Times counts(m_count);
        m_failed = m_failed || !m_reader.counts(column, m_first, m_count, counts.data());
        for (size_t i = 0; i < m_count; ++i)
            into[i] = counts[i] < 0 ? kNan : static_cast<double>(counts[i]);
        break;
    }
    default:
        return false;
    }
    m_numbers[column] = into;
    return true;
}

bool ColumnPass::positions()
{
    Numbers scratch;
    return keyNumbers(findAlertField("ra"), scratch) && keyNumbers(findAlertField("dec"), scratch);
}

bool ColumnPass::numbers(const Node &node, Numbers &into)
{
    const auto both = [&](auto work) {
        Numbers other;
        if (!numbers(node.children[0], into) || !numbers(node.children[1], other))
            return false;
        for (size_t i = 0; i < m_count; ++i)
            into[i] = work(into[i], other[i]);
        return true;
    };
    switch (node.kind) {
    case Kind::Number:
        into.assign(m_count, node.number.real);
        return true;
    case Kind::Key:
        return keyNumbers(node.field, into);
    case Kind::GalacticL:
    case Kind::GalacticB: {
        if (!positions())
            return false;
        const Numbers &ra = m_numbers[columnIndex(findAlertField("ra"))];
        const Numbers &dec = m_numbers[columnIndex(findAlertField("dec"))];
        into.assign(m_count, kNan);
        for (size_t i = 0; i < m_count; ++i) {
            if (std::isnan(ra[i]) || std::isnan(dec[i]))
                continue;
            const filter::Galactic place = filter::galactic(ra[i], dec[i]);
            into[i] = node.kind == Kind::GalacticL ? place.l : place.b;
        }
        return true;
    }
    case Kind::Age: {
        Times stamps(m_count);
        m_failed = m_failed || !m_reader.times(columnIndex(findAlertField("timestamp")), m_first, m_count, stamps.data());
        into.assign(m_count, kNan);
        for (size_t i = 0; i < m_count; ++i) {
            if (stamps[i] != UtcTime::kNone)
                into[i] = (static_cast<double>(m_now.us) - static_cast<double>(stamps[i])) / 1e6;
        }
        return true;
    }
    case Kind::Negate:
        if (!numbers(node.children[0], into))
            return false;
        for (double &number : into)
            number = -number;
        return true;
    case Kind::Abs:
        if (!numbers(node.children[0], into))
            return false;
        for (double &number : into)
            number = std::abs(number);
        return true;
    case Kind::Add:
        return both(std::plus<double>());
    case Kind::Subtract: {
        if (node.children[0].type != Type::Time)
            return both(std::minus<double>());
        Times a;
        Times b;
        if (!times(node.children[0], a) || !times(node.children[1], b))
            return false;
        into.assign(m_count, kNan);
        for (size_t i = 0; i < m_count; ++i) {
            if (a[i] != UtcTime::kNone && b[i] != UtcTime::kNone)
                into[i] = (static_cast<double>(a[i]) - static_cast<double>(b[i])) / 1e6;
        }
        return true;
    }
    case Kind::Multiply:
        return both(std::multiplies<double>());
    case Kind::Divide:
        return both([](double a, double b) { return b == 0 ? kNan : a / b; });
    case Kind::Min:
    case Kind::Max: {
        Numbers other;
        if (!numbers(node.children[0], into))
            return false;
        for (size_t child = 1; child < node.children.size(); ++child) {
            if (!numbers(node.children[child], other))
                return false;
            for (size_t i = 0; i < m_count; ++i) {
                const bool missing = std::isnan(into[i]) || std::isnan(other[i]);
                into[i] = missing ? kNan : node.kind == Kind::Min ? std::min(into[i], other[i]) : std::max(into[i], other[i]);
            }
        }
        return true;
    }
    default:
        return false;
    }
}

bool ColumnPass::times(const Node &node, Times &into)
{
    switch (node.kind) {
    case Kind::Time:
        into.assign(m_count, node.timeUs);
        return true;
    case Kind::Now:
        into.assign(m_count, m_now.us);
        return true;
    case Kind::Key: {
        const int column = columnIndex(node.field);
        if (column < 0)
            return false;
        into.resize(m_count);
        m_failed = m_failed || !m_reader.times(column, m_first, m_count, into.data());
        return true;
    }
    case Kind::Add:
    case Kind::Subtract: {
        Numbers seconds;
        if (node.type != Type::Time || !times(node.children[0], into) || !numbers(node.children[1], seconds))
            return false;
        const double sign = node.kind == Kind::Subtract ? -1 : 1;
        for (size_t i = 0; i < m_count; ++i) {
            const double by = sign * seconds[i];
            const bool possible = into[i] != UtcTime::kNone && std::abs(by) < 9e12 && std::abs(static_cast<double>(into[i]) + by * 1e6) < 9e18;
            into[i] = possible ? into[i] + std::llround(by * 1e6) : UtcTime::kNone;
        }
        return true;
    }
    default:
        return false;
    }
}

} // namespace tocsin::archive
