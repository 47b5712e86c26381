// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of BigQuery (protocols.md 6.5): its REST replies, where every value is text beside a schema, tables of plain rows,
// and the rows of one object, which are its light curve.
#include "core/decoders/brokers/brokers.h"
#include "core/decoders/brokers/lsstjson.h"
#include "core/decoders/brokers/ztfjson.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tocsin::decoders {

namespace {

constexpr std::array kNotes{
    FieldNote{"timestamp", "jd (UTC), midpointMjdTai (TAI)"},
    FieldNote{"id", "candid, diaSourceId"},
    FieldNote{"name", "objectId, diaObjectId"},
    FieldNote{"ra", "ra"},
    FieldNote{"dec", "dec, decl"},
    FieldNote{"mag", "magpsf, psfFlux"},
};
constexpr std::array kTableNotes{FieldNote{"record", "rows, one alert each; the values as schema.fields says"}};

constexpr int kDeepest = 32; // records in records

// "1.6304678E9" seconds, or microseconds where the reply was asked for whole numbers.
FieldTree timestampOf(std::string_view text)
{
    const Number number = numberIn(text);
    if (!number.has() || std::abs(number.value) > 1e17)
        return std::string(text);
    const double us = std::abs(number.value) > 1e12 ? number.value : number.value * 1e6;
    return UtcTime::fromUs(std::llround(us)).iso();
}

FieldTree scalarOf(const Value &value, std::string_view type)
{
    const auto text = value.text();
    if (!text) {
        if (const auto flag = value.boolean())
            return *flag;
        if (const auto number = value.number())
            return *number;
        return nullptr;
    }
    if (type == "INTEGER" || type == "INT64") {
        int64_t integer = 0;
        const char *end = text->data() + text->size();
        if (const auto r = std::from_chars(text->data(), end, integer); r.ec == std::errc() && r.ptr == end)
            return integer;
        return std::string(*text);
    }
    if (type == "FLOAT" || type == "FLOAT64" || type == "NUMERIC" || type == "BIGNUMERIC") {
        const Number number = numberIn(*text);
        return number.has() ? FieldTree(number.value) : FieldTree(nullptr);
    }
    if (type == "BOOLEAN" || type == "BOOL")
        return *text == "true";
    if (type == "TIMESTAMP")
        return timestampOf(*text);
    return std::string(*text);
}

FieldTree recordOf(const Value &cells, const Value &fields, int depth);

FieldTree cellOf(const Value &cell, const Value &field, int depth)
{
    if (cell.isNull() || depth > kDeepest)
        return nullptr;
    const std::string type(field["type"].text().value_or(std::string_view()));
    if (cell.isArray()) { // REPEATED
        FieldTree list = FieldTree::array();
        cell.forEach([&](std::string_view, const Value &item) { list.push_back(cellOf(item["v"], field, depth + 1)); });
        return list;
    }
    if (type == "RECORD" || type == "STRUCT")
        return recordOf(cell["f"], field["fields"], depth + 1);
    return scalarOf(cell, type);
}

FieldTree recordOf(const Value &cells, const Value &fields, int depth)
{
    std::vector<Value> columns;
    fields.forEach([&](std::string_view, const Value &field) { columns.push_back(field); });
    FieldTree record = FieldTree::object();
    auto &members = record.get_ref<FieldTree::object_t &>();
    size_t at = 0;
    cells.forEach([&](std::string_view, const Value &cell) {
        if (at >= columns.size())
            return;
        const Value field = columns[at++];
        members.emplace_back(std::string(field["name"].text().value_or(std::string_view())), cellOf(cell["v"], field, depth));
    });
    return record;
}

bool isRestReply(const Shape &shape)
{
    if (shape.has("schema") && shape.root()["schema"]["fields"].isArray())
        return true;
    return shape.has("jobReference") && shape.root()["jobReference"].isObject();
}

bool isRowsOfOneObject(const Value &root)
{
    const Value first = root["rows"].first();
    return first.isObject() && !anyOf(root, {"objectId", "diaObjectId", "oid"}).isNull()
        && !anyOf(first, {"jd", "mjd", "midpointMjdTai", "midPointTai"}).isNull();
}

class BigQueryTable final : public Envelope
{
public:
    const char *id() const override { return "bigquery"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "BigQuery reply"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "Rows that Google BigQuery answered; each is decoded as an alert of its own."); }
    std::span<const FieldNote> notes() const override { return kTableNotes; }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        if (!origin.schema.empty() || !shape.root().isObject())
            return false;
        if (isRestReply(shape))
            return true;
        return shape.has("rows") && shape.root()["rows"].first().isObject() && !isRowsOfOneObject(shape.root());
    }

    bool open(const Value &root, const Origin &, std::vector<Carried> &out, std::string &error) const override
    {
        constexpr size_t kMostRows = 10'000;
        const Value rows = root["rows"];
        const Value fields = root["schema"]["fields"];
        if (rows.size() > kMostRows) {
            error = "the reply holds more than 10,000 rows";
            return false;
        }
        size_t bytes = 0;
        rows.forEach([&](std::string_view, const Value &row) {
            if (bytes > kMostPacketBytes)
                return;
            Carried carried;
            if (row["f"].isArray() && fields.isArray())
                carried.value = recordOf(row["f"], fields, 0).dump(-1, ' ', false, FieldTree::error_handler_t::replace);
            else if (row.isObject())
                carried.value = jsonOf(row);
            else
                carried.error = "this row of the reply is no record";
            bytes += carried.value.size();
            out.push_back(std::move(carried));
        });
        return true;
    }
};

class BigQueryObject final : public TreeFormat
{
public:
    const char *id() const override { return "bigquery-object"; }
    const char *label() const override { return QT_TRANSLATE_NOOP("decoders", "Rows of one object"); }
    const char *help() const override { return QT_TRANSLATE_NOOP("decoders", "The detections of one object from a table: the newest is the alert, all of them its light curve."); }
    std::span<const FieldNote> notes() const override { return kNotes; }

    bool fits(const Shape &shape, const Origin &origin) const override
    {
        return origin.schema.empty() && shape.has("rows") && isRowsOfOneObject(shape.root());
    }

    void map(const Value &root, const Origin &, Alert &alert) const override
    {
        Value newest;
        double last = 0;
        root["rows"].forEach([&](std::string_view, const Value &row) {
            const Number time = numberIn(anyOf(row, {"jd", "mjd", "midpointMjdTai", "midPointTai"}));
            if (newest.isAbsent() || (time.has() && time.value > last)) {
                newest = row;
                last = time.has() ? time.value : last;
            }
        });
        alert.format = id();
        if (isLsst(newest)) {
            mapLsstSource(newest, {}, alert);
            if (const Text name = lsstId(alert, anyOf(root, {"diaObjectId", "objectId"}), "diaObjectId"); !name.empty())
                alert.event = alert.name = name;
        } else {
            mapZtfDetection(newest, {}, alert);
            setZtfObject(alert, anyOf(root, {"objectId", "oid"}));
        }
    }

    void inside(const Value &root, const Origin &, Inside &out) const override
    {
        if (isLsst(root["rows"].first()))
            addLsstPoints(root["rows"], {}, false, out);
        else
            addZtfPoints(root["rows"], {}, out);
    }

private:
    static bool isLsst(const Value &row) { return !anyOf(row, {"midpointMjdTai", "midPointTai"}).isNull(); }
};

} // namespace

const Envelope &bigQueryTable()
{
    static const BigQueryTable format;
    return format;
}

const TreeFormat &bigQueryObject()
{
    static const BigQueryObject format;
    return format;
}

} // namespace tocsin::decoders
