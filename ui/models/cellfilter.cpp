// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cellfilter.h"

#include "core/export/jsonline.h"
#include "core/filter/filter.h"
#include "core/filter/text.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

CellFilter filterOf(const std::string &only, const std::string &without)
{
    return {.only = QString::fromStdString(only), .without = QString::fromStdString(without)};
}

// Kleene's logic drops rows without a value from “!=”: they are not this one either.
CellFilter valueFilter(const std::string &name, const std::string &literal)
{
    return filterOf(name + " = " + literal, '(' + name + " != " + literal + " or not has(" + name + "))");
}

CellFilter missingFilter(const std::string &name)
{
    return filterOf("not has(" + name + ')', "has(" + name + ')');
}

std::string numeral(double value)
{
    char digits[40];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value);
    return {digits, end.ptr};
}

struct Condition {
    const Alert &alert;
    const std::string name;

    CellFilter operator()(Text Alert::*member) const { return text(alert.*member); }
    CellFilter operator()(Number Alert::*member) const
    {
        const Number &number = alert.*member;
        if (!number.has())
            return missingFilter(name);
        // As it was sent, where that is the value; the exact one where the short digits are another number.
        std::string digits;
        exporting::appendNumber(digits, number);
        const CellFilter sent = valueFilter(name, digits);
        const auto compiled = filter::Filter::compile(sent.only.toStdString(), {});
        const auto *valid = std::get_if<filter::Filter>(&compiled);
        return valid && valid->passes(alert, {}) ? sent : valueFilter(name, numeral(number.value));
    }
    CellFilter operator()(bool Alert::*member) const
    {
        return alert.*member ? filterOf(name, "not " + name) : filterOf("not " + name, name);
    }
    CellFilter operator()(std::optional<bool> Alert::*member) const
    {
        if (!(alert.*member))
            return missingFilter(name);
        return valueFilter(name, *(alert.*member) ? "true" : "false");
    }
    CellFilter operator()(UtcTime Alert::*member) const
    {
        const UtcTime &time = alert.*member;
        return time.isValid() ? valueFilter(name, time.iso()) : missingFilter(name);
    }
    CellFilter operator()(int64_t Alert::*member) const
    {
        if (member == &Alert::row && alert.row == 0)
            return missingFilter(name); // not in the archive
        return valueFilter(name, std::to_string(alert.*member));
    }
    CellFilter operator()(std::optional<int64_t> Alert::*member) const
    {
        return alert.*member ? valueFilter(name, std::to_string(*(alert.*member))) : missingFilter(name);
    }
    CellFilter operator()(const std::vector<std::string> Alert::*member) const
    {
        const std::vector<std::string> &list = alert.*member;
        if (list.empty())
            return missingFilter(name);
        const std::string only = name + " = " + filter::quotedText(list.front());
        return filterOf(only, "not " + only); // an empty list is false, not unknown
    }
    CellFilter operator()(AlertField::Derived derived) const
    {
        const double value = derived(alert);
        return std::isnan(value) ? missingFilter(name) : valueFilter(name, numeral(value));
    }

    CellFilter text(const std::string &value) const
    {
        return value.empty() ? missingFilter(name) : valueFilter(name, filter::quotedText(value));
    }
};

} // namespace

CellFilter keyFilter(const char *key, const Alert &alert)
{
    const AlertField *field = findAlertField(key);
    return field ? std::visit(Condition{alert, key}, field->member) : CellFilter{};
}

const char *cellKey(const AlertColumnSpec &column, const Alert &alert)
{
    switch (column.kind) {
    case CellKind::Flags:
    case CellKind::Delay:
    case CellKind::Packet: // the packet knows: packetFilter()
        return nullptr;
    case CellKind::Key:
        return column.field->key;
    case CellKind::Time:
        return alert.timestamp.isValid() || !alert.brokerTime.isValid() ? "timestamp" : "broker_time";
    case CellKind::Name:
        return !alert.error.empty() ? "error" : alert.name.empty() || alert.message == "circular" ? "id" : "name";
    case CellKind::Class:
        if (alert.message == "circular")
            return "subject";
        return alert.classification.empty() && !alert.solarSystem.empty() ? "solar_system" : "classification";
    case CellKind::Mag:
        return !alert.mag.has() && alert.magLimit.has() ? "mag_limit" : "mag";
    case CellKind::Score:
        return "score";
    case CellKind::Ra:
        return "ra";
    case CellKind::Dec:
        return "dec";
    case CellKind::Error:
        return alert.errorRadius.has() ? "error_radius" : alert.errorMajor.has() ? "error_major" : alert.area90.has() ? "area90" : "error_radius";
    case CellKind::Stream:
        return "stream";
    case CellKind::State:
        return !alert.error.empty() ? "error" : alert.retraction ? "retraction" : alert.test ? "test" : "alert_type";
    }
    return nullptr;
}

CellFilter cellFilter(const AlertColumnSpec &column, const Alert &alert)
{
    if (const char *key = cellKey(column, alert))
        return keyFilter(key, alert);
    if (column.kind == CellKind::Flags)
        return {.why = QCoreApplication::translate("values", "Marks and pins are yours: no condition names them.")};
    if (column.kind == CellKind::Delay)
        return {.why = QCoreApplication::translate("values", "The delay is worked out from two times: no key has it.")};
    return {};
}

CellFilter packetFilter(const filter::PacketPath &path, const decoders::FieldTree &value)
{
    const std::string name = filter::pathText(path);
    if (value.is_null())
        return missingFilter(name);
    if (value.is_string())
        return valueFilter(name, filter::quotedText(value.get_ref<const std::string &>()));
    if (value.is_number() || value.is_boolean())
        return valueFilter(name, value.dump());
    return filterOf("has(" + name + ')', "not has(" + name + ')'); // that it is there
}

QString joinedFilter(const QString &present, const QString &condition)
{
    const QString before = present.trimmed();
    if (before.isEmpty())
        return condition;
    if (before == condition || before.endsWith(u" and "_s + condition))
        return before;
    const auto compiled = filter::Filter::compile(before.toStdString(), {});
    const auto *valid = std::get_if<filter::Filter>(&compiled);
    const bool bare = valid && valid->root().kind != filter::Kind::Or;
    return (bare ? before : u'(' + before + u')') + u" and "_s + condition;
}

} // namespace tocsin::ui
