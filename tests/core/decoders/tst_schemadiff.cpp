// SPDX-License-Identifier: GPL-3.0-or-later
// What two versions of a survey's packets differ in, and what that breaks.
#include "core/decoders/schemadiff.h"
#include "core/decoders/schemastore.h"

#include <QTest>

using namespace tocsin::decoders;

namespace {

SchemaShape shape(std::string_view text)
{
    const auto parsed = AvroSchema::parse(text);
    const auto *schema = std::get_if<std::shared_ptr<const AvroSchema>>(&parsed);
    return schema ? shapeOf(**schema) : SchemaShape();
}

std::string record(const std::string &name, const std::string &fields)
{
    return R"({"type": "record", "name": ")" + name + R"(", "fields": [)" + fields + "]}";
}

std::string field(const std::string &name, const std::string &type)
{
    return R"({"name": ")" + name + R"(", "type": )" + type + "}";
}

} // namespace

class TestSchemaDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreFlattened()
    {
        const SchemaShape flat = shape(record("lsst.v11_0.alert",
                                              field("id", R"("long")") + ", " + field("mag", R"(["null", "float"])") + ", "
                                                  + field("prv", R"(["null", {"type": "array", "items": {"type": "record", "name": "p", "fields": [{"name": "jd", "type": "double"}]}}])")
                                                  + ", " + field("band", R"({"type": "enum", "name": "e", "symbols": ["g", "r"]})") + ", "
                                                  + field("stamp", R"({"type": "fixed", "name": "f", "size": 9})")));
        QCOMPARE(flat.survey, std::string("lsst.alert"));
        QCOMPARE(flat.version, std::string("11.0"));
        const std::vector<SchemaField> wanted{{"band", "one of g, r"},  {"id", "long"}, {"mag", "float or null"}, {"prv", "list of record or null"},
                                              {"prv.jd", "double"}, {"stamp", "9 bytes"}};
        QVERIFY(flat.fields == wanted);
        QVERIFY(flat.has("prv.jd"));
        QVERIFY(!flat.has("prv.j"));
    }

    void recursionEnds()
    {
        const SchemaShape flat = shape(record("r", field("next", R"(["null", "r"])") + ", " + field("x", R"("int")")));
        QCOMPARE(flat.fields.size(), size_t{2});
    }

    void addedRemovedAndChanged()
    {
        const SchemaShape was = shape(record("a", field("same", R"("int")") + ", " + field("gone", R"("int")") + ", " + field("type", R"("float")") + ", "
                                                      + field("old", R"({"type": "record", "name": "o", "fields": [{"name": "x", "type": "int"}, {"name": "y", "type": "int"}]})")));
        const SchemaShape is = shape(record("a", field("same", R"("int")") + ", " + field("type", R"(["null", "double"])") + ", " + field("here", R"("string")") + ", "
                                                     + field("young", R"({"type": "record", "name": "n", "fields": [{"name": "x", "type": "int"}]})")));
        const SchemaDiff diff = difference(was, is);
        QVERIFY(diff.added == (std::vector<SchemaField>{{"here", "string"}, {"young", "record"}}));
        QVERIFY(diff.removed == (std::vector<SchemaField>{{"gone", "int"}, {"old", "record"}})); // not each field of it
        QVERIFY(diff.changed == (std::vector<SchemaDiff::Changed>{{"type", "float", "double or null"}}));
        QVERIFY(difference(was, was).empty());
        // Another order, other words about it: no difference.
        const SchemaShape turned = shape(record("a", field("type", R"("float")") + ", " + field("gone", R"("int")") + ", " + field("same", R"({"type": "int", "doc": "text"})") + ", "
                                                         + field("old", R"({"type": "record", "name": "o", "fields": [{"name": "y", "type": "int"}, {"name": "x", "type": "int"}]})")));
        QVERIFY(difference(was, turned).empty());
        QCOMPARE(was.hash(), turned.hash());
        QVERIFY(was.hash() != is.hash());
    }

    // What people wrote, in the ways in which they write paths.
    void pathsOfPeople()
    {
        const SchemaShape was = shape(record("a", field("mag", R"("int")") + ", " + field("prv", R"({"type": "array", "items": {"type": "record", "name": "p", "fields": [{"name": "jd", "type": "int"}, {"name": "mag", "type": "int"}]}})")));
        const SchemaShape is = shape(record("a", field("prv", R"({"type": "array", "items": {"type": "record", "name": "p", "fields": [{"name": "mag", "type": "int"}]}})")));
        for (const char *path : {"mag", "/mag", "prv.jd", "prv[0].jd", "/prv/0/jd", "[\"prv\"].jd"})
            QVERIFY2(isBroken(path, was, is), path);
        for (const char *path : {"prv", "prv.mag", "/prv/3/mag", "never.there", "", "/"})
            QVERIFY2(!isBroken(path, was, is), path);
    }

    // The decoders' own descriptions tell which keys of an alert are affected: real versions of Rubin's schema.
    void keysThatBreak()
    {
        SchemaStore store;
        const SchemaShape seven = shapeOf(*store.byId({}, 703));
        const SchemaShape eleven = shapeOf(*store.byId({}, 1101));
        QCOMPARE(seven.survey, eleven.survey);
        QCOMPARE(eleven.version, std::string("11.1"));
        QVERIFY(!difference(seven, eleven).empty());
        // Names changed, and the decoder knows both: nothing broke but what is really gone.
        for (const KeySource &broken : brokenKeys(seven, eleven))
            QVERIFY2(broken.key != "ra" && broken.key != "dec" && broken.key != "flux" && broken.key != "mag" && broken.key != "timestamp" && broken.key != "id",
                     broken.key.c_str());
        // A version without the flux under any name that is known.
        SchemaShape next = eleven;
        std::erase_if(next.keys, [](const KeySource &source) { return source.path == "diaSource.psfFlux"; });
        QVERIFY(brokenKeys(eleven, next) == (std::vector<KeySource>{{"flux", "diaSource.psfFlux"}, {"mag", "diaSource.psfFlux"}}));
    }

    void aVersionThatNoDecoderKnowsBreaksAllKeys()
    {
        SchemaStore store;
        const SchemaShape eleven = shapeOf(*store.byId({}, 1100));
        SchemaShape strange = eleven;
        strange.keys.clear();
        std::vector<std::string> keys;
        for (const KeySource &broken : brokenKeys(eleven, strange))
            keys.push_back(broken.key);
        for (const char *key : {"id", "ra", "dec", "flux", "mag", "timestamp", "band", "score"})
            QVERIFY2(std::ranges::find(keys, key) != keys.end(), key);
    }
};

QTEST_GUILESS_MAIN(TestSchemaDiff)
#include "tst_schemadiff.moc"
