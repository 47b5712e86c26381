// SPDX-License-Identifier: GPL-3.0-or-later
#include "slowvalue.h"

#include <cmath>
#include <cstdlib>

namespace randomfilter {

namespace {

Value packetScalar(const FieldTree &tree)
{
    if (tree.is_string())
        return textValue(tree.get<std::string>());
    if (tree.is_boolean())
        return boolValue(tree.get<bool>());
    if (tree.is_number_unsigned())
        return wholeValue(tree.get<uint64_t>());
    if (tree.is_number_integer())
        return wholeValue(tree.get<int64_t>());
    if (tree.is_number())
        return numberValue(tree.get<double>());
    return tree.is_null() ? Value{} : Value{Value::Other, 0, false, {}, false};
}

} // namespace

Value numberValue(double value)
{
    return std::isnan(value) ? Value{} : Value{Value::Number, value, false, {}, false};
}
Value wholeValue(long double value)
{
    return {Value::Number, value, true, {}, false};
}
Value textValue(const std::string &text)
{
    return {Value::Text, 0, false, text, false};
}
Value boolValue(bool flag)
{
    return {Value::Bool, 0, false, {}, flag};
}
Value timeValue(int64_t us)
{
    return {Value::Time, static_cast<long double>(us), true, {}, false};
}

Verdict any(const Values &values, const std::function<Verdict(const Value &)> &test)
{
    bool open = false;
    for (const Value &value : values) {
        const Verdict verdict = test(value);
        if (verdict && *verdict)
            return true;
        open = open || !verdict;
    }
    return open ? Verdict() : Verdict(false);
}

Verdict compared(const Value &a, const std::string &op, const Value &b)
{
    if (a.kind != b.kind || a.kind == Value::Missing || a.kind == Value::Other)
        return {};
    if (a.kind == Value::Bool)
        return op == "=" || op == "!=" ? Verdict((a.flag == b.flag) == (op == "=")) : Verdict();
    int order = 0;
    if (a.kind == Value::Text) {
        order = a.text.compare(b.text);
    } else if (a.whole && b.whole) {
        order = a.number < b.number ? -1 : a.number > b.number;
    } else {
        const auto x = static_cast<double>(a.number);
        const auto y = static_cast<double>(b.number);
        order = x < y ? -1 : x > y;
    }
    if (op == "=")
        return order == 0;
    if (op == "!=")
        return order != 0;
    if (op == "<")
        return order < 0;
    if (op == "<=")
        return order <= 0;
    return op == ">" ? order > 0 : order >= 0;
}

Value numberOfText(const Value &value)
{
    if (value.kind != Value::Text || value.text.empty() || value.text.find_first_not_of("0123456789") != std::string::npos)
        return {};
    return wholeValue(std::strtold(value.text.c_str(), nullptr));
}

std::vector<const FieldTree *> reached(const FieldTree *tree, const std::vector<std::string> &steps)
{
    std::vector<const FieldTree *> now{tree};
    for (const std::string &step : steps) {
        std::vector<const FieldTree *> next;
        const bool place = step.front() == '[';
        for (size_t i = 0; i < now.size(); ++i) {
            const FieldTree *one = now[i];
            if (!one) {
                next.push_back(nullptr);
            } else if (place) {
                const auto index = static_cast<size_t>(std::atoi(step.c_str() + 1));
                next.push_back(one->is_array() && index < one->size() ? &(*one)[index] : nullptr);
            } else if (one->is_array()) {
                std::vector<const FieldTree *> items;
                for (const FieldTree &item : *one)
                    items.push_back(&item);
                now.insert(now.begin() + static_cast<std::ptrdiff_t>(i) + 1, items.begin(), items.end());
            } else {
                next.push_back(one->is_object() && one->contains(step) ? &(*one)[step] : nullptr);
            }
        }
        now = next;
    }
    return now;
}

void flatten(const FieldTree *tree, Values &out)
{
    if (!tree) {
        out.push_back({});
    } else if (tree->is_array()) {
        for (const FieldTree &item : *tree)
            flatten(&item, out);
    } else {
        out.push_back(packetScalar(*tree));
    }
}

} // namespace randomfilter
