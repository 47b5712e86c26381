// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/avroreader.h"
#include "core/decoders/mapping.h"

#include <QVarLengthArray>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::decoders {

// Everything is a tree of named values in the end, whatever it was read from; a format says whether a tree is of its kind and
// maps it. A new one is one file with one of these and one line in the family.cpp of its folder. All are stateless and owned
// by their families.

// What is known beside the tree.
struct Origin {
    const Input &input;
    std::string_view schema = {}; // full name of the Avro record; empty: no Avro
    std::string hint = {}; // `_format` of hop's headers in lower case; decides only what the content leaves open
    Value whole = {}; // while mapping: the tree of which the record is a part
};

// The rows of a packet; one as a rule.
using Records = QVarLengthArray<Value, 4>;

// A format whose packets are trees of named values: JSON, Avro, and whatever a ByteFormat made one of.
class TreeFormat : public Decoder
{
public:
    [[nodiscard]] virtual bool fits(const Shape &shape, const Origin &origin) const = 0;
    // One value per row, as views into the tree. As it stands: the packet itself.
    virtual void records(const Value &root, Records &out) const { out.push_back(root); }
    virtual void map(const Value &record, const Origin &origin, Alert &alert) const = 0;
    // Light curve, stamps and map of a record.
    virtual void inside(const Value &, const Origin &, Inside &) const {}
    // A message that only says "alive" (ping, iamalive): no row comes of it.
    [[nodiscard]] virtual bool isLifeSign(const Value &, const Origin &) const { return false; }
};

// A format of its own bytes (XML, text, binary, FITS): makes trees of them, which it maps itself.
class ByteFormat : public TreeFormat
{
public:
    // By the first bytes; cheap. Of a packed message, when readsPacked(), the first 4 KiB of what is in it. Not asked of "{…}": JSON.
    [[nodiscard]] virtual bool fitsBytes(std::string_view bytes, const Origin &origin) const = 0;
    // One tree per row. False: `error` says what is wrong where. `problems` goes to every row. Bounded by `budget` and by
    // itself; no network, no files.
    virtual bool read(std::string_view bytes, TreeBudget &budget, std::vector<FieldTree> &records, std::vector<std::string> &problems,
                      std::string &error) const = 0;
    // False: it only makes trees (BSON); who maps them, and whether they carry messages, is asked as it is of JSON.
    [[nodiscard]] virtual bool mapsItself() const { return true; }
    // Takes gzip as it came: what is in it may be larger than a packet may be.
    [[nodiscard]] virtual bool readsPacked() const { return false; }
    [[nodiscard]] bool fits(const Shape &, const Origin &) const override { return false; }
};

struct KeySource; // schemadiff.h

// A format that is read straight from Avro by a plan over its schema: no tree on the way of live alerts.
class SchemaFormat : public TreeFormat
{
public:
    enum class Outcome {
        Read,
        NotMine, // the data show that it is another one's after all: the reader is put back, others are asked
        Broken, // the reader says what is wrong
    };
    [[nodiscard]] virtual bool fitsSchema(const AvroSchema &schema) const = 0;
    // `forced`: asked for by name, so that it is never another one's.
    // Which keys of an alert come from which fields of this schema, as far as a description tells.
    virtual void sources(const AvroSchema &, std::vector<KeySource> &) const {}
    [[nodiscard]] virtual Outcome readDatum(AvroReader &reader, const std::shared_ptr<const AvroSchema> &schema, bool forced, Alert &alert) const = 0;
    [[nodiscard]] bool fits(const Shape &, const Origin &) const override { return false; }
    void map(const Value &, const Origin &, Alert &) const override {}
};

// One message inside another. Owns what it says.
struct Carried {
    std::string value;
    std::string key;
    Headers headers;
    std::string messageId;
    UtcTime stamp; // of the inner transport
    std::string error; // set: it cannot be unpacked, and why
};

// Something that carries messages: what it opens is decoded like any message.
class Envelope : public Decoder
{
public:
    [[nodiscard]] virtual bool fits(const Shape &shape, const Origin &origin) const = 0;
    // False: `error` says what is wrong. None carried and true: an empty answer, which is no alert and no error.
    virtual bool open(const Value &root, const Origin &origin, std::vector<Carried> &out, std::string &error) const = 0;
};

// The formats of one folder, in the order in which they are tried.
struct Family {
    std::span<const Envelope *const> envelopes = {};
    std::span<const ByteFormat *const> bytes = {};
    std::span<const SchemaFormat *const> schemas = {};
    std::span<const TreeFormat *const> trees = {};
};
[[nodiscard]] Family gcnFamily();
[[nodiscard]] Family brokerFamily();
[[nodiscard]] Family surveyFamily();
[[nodiscard]] Family fitsFamily();
// What nobody else knows; asked last.
[[nodiscard]] Family plainFamily();

} // namespace tocsin::decoders
