// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/sortvalue.h"

#include <cmath>
#include <utility>
#include <variant>

namespace tocsin::archive {

namespace {

SortValue fromText(std::string text)
{
    return text.empty() ? SortValue{} : SortValue{.kind = SortValue::Kind::Text, .text = std::move(text)};
}

SortValue fromNumber(double number)
{
    return std::isnan(number) ? SortValue{} : SortValue{.kind = SortValue::Kind::Number, .number = number, .text = {}};
}

struct ValueOf {
    const Alert &alert;

    SortValue operator()(Text Alert::*member) const { return fromText(alert.*member); }
    SortValue operator()(Number Alert::*member) const { return fromNumber((alert.*member).value); }
    SortValue operator()(bool Alert::*member) const { return fromNumber(alert.*member ? 1 : 0); }
    SortValue operator()(std::optional<bool> Alert::*member) const { return alert.*member ? fromNumber(*(alert.*member) ? 1 : 0) : SortValue{}; }
    SortValue operator()(UtcTime Alert::*member) const
    {
        return (alert.*member).isValid() ? fromNumber(static_cast<double>((alert.*member).us)) : SortValue{};
    }
    SortValue operator()(int64_t Alert::*member) const { return fromNumber(static_cast<double>(alert.*member)); }
    SortValue operator()(std::optional<int64_t> Alert::*member) const
    {
        return alert.*member ? fromNumber(static_cast<double>(*(alert.*member))) : SortValue{};
    }
    SortValue operator()(std::vector<std::string> Alert::*member) const
    {
        std::string all;
        for (const std::string &item : alert.*member)
            all += item + ',';
        return fromText(std::move(all));
    }
    SortValue operator()(AlertField::Derived derived) const { return fromNumber(derived(alert)); }
};

} // namespace

SortValue sortValue(const Alert &alert, const AlertField &field)
{
    return std::visit(ValueOf{alert}, field.member);
}

SortValue sortValue(const decoders::FieldTree *packet, const filter::PacketPath &path)
{
    SortValue value;
    if (!packet)
        return value;
    const auto visit = [&value](const decoders::FieldTree *found) {
        if (!found || found->is_null())
            return true;
        if (found->is_number())
            value = fromNumber(found->get<double>());
        else if (found->is_boolean())
            value = fromNumber(found->get<bool>() ? 1 : 0);
        else
            value = fromText(found->is_string() ? found->get_ref<const std::string &>() : found->dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace));
        return false;
    };
    filter::visitPath(*packet, path, true, visit);
    return value;
}

} // namespace tocsin::archive
