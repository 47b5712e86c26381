// SPDX-License-Identifier: GPL-3.0-or-later
// What every kind of stream promises (style.md 6): a new one is tested here by standing in the list.
#include "core/options/optiontable.h"
#include "core/streams/stream.h"

#include <QSet>
#include <QTest>
#include <QVariantMap>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace tocsin;
using options::OptionSpec;
using options::OptionType;
using options::OptionValues;
using streams::StreamType;

namespace {

// A value that is not the default, as a person would write it.
QString sample(const OptionSpec &spec)
{
    switch (spec.type) {
    case OptionType::Text:
        if (spec.key == u"registry")
            return u"https://schemas.example.org:8443/registry"_s;
        if (spec.key == u"proxy")
            return QString::fromUtf8(spec.example);
        return spec.key == u"mapping" ? u"{\"fields\":{\"id\":\"/number\"}}"_s : u"a text, with a comma"_s;
    case OptionType::Secret:
        return u"canary"_s;
    case OptionType::Integer:
        return QString::number(spec.max.value_or(spec.min.value_or(0) + 7));
    case OptionType::Boolean:
        return spec.defaultValue.toBool() ? u"false"_s : u"true"_s;
    case OptionType::Choice:
        return spec.choices.back().value;
    case OptionType::File:
        return QStringLiteral(TOCSIN_TEST_DATA "/plain.json");
    case OptionType::Duration:
        return u"17m"_s;
    case OptionType::TextList:
        return u"a.example.org,^b{1,2}c"_s;
    case OptionType::KeyValues:
        return u"debug=broker,fetch,fetch.min.bytes=2"_s;
    case OptionType::StartAt:
        return u"last:17"_s;
    }
    return {};
}

} // namespace

class TestStreamTypes final : public QObject
{
    Q_OBJECT

private:
    static void eachType()
    {
        QTest::addColumn<QString>("id");
        for (const StreamType &type : streams::streamTypes())
            QTest::newRow(qPrintable(type.id)) << type.id;
    }

private Q_SLOTS:
    void typesAreDistinct()
    {
        QSet<QString> ids;
        for (const StreamType &type : streams::streamTypes()) {
            ids.insert(type.id);
            QCOMPARE(streams::findStreamType(type.id), &type);
            QVERIFY(*type.label && *type.help);
            QVERIFY(type.create && type.consumerKey);
        }
        QCOMPARE(static_cast<size_t>(ids.size()), streams::streamTypes().size());
        QVERIFY(!streams::findStreamType(u"nonsense"_s));
    }

    void optionsAreDescribed_data() { eachType(); }
    void optionsAreDescribed()
    {
        QFETCH(QString, id);
        QSet<QString> keys;
        for (const OptionSpec &spec : streams::findStreamType(id)->options) {
            const char *key = qPrintable(spec.key);
            QVERIFY2(*spec.label && *spec.help, key);
            for (const QString &word : QStringList{spec.key} + spec.aliases) {
                QVERIFY2(!keys.contains(word), qPrintable(word));
                keys.insert(word);
                QVERIFY2(!word.contains(u'=') && !word.contains(u'&') && !word.contains(u' ') && !word.startsWith(u"x."), qPrintable(word)); // of a URL
            }
            for (const char *taken : {"label", "enabled", "autostart", "name", "type", "uuid"}) // of every stream
                QVERIFY2(!keys.contains(QLatin1String(taken)), taken);
            QCOMPARE(spec.type == OptionType::Choice, !spec.choices.empty());
            for (const options::Choice &choice : spec.choices)
                QVERIFY2(*choice.label, key);
            QVERIFY2(!spec.min || !spec.max || *spec.min <= *spec.max, key);
            QVERIFY2(!spec.required || !spec.defaultValue.isValid(), key);
            QVERIFY2(spec.type != OptionType::Secret || !spec.defaultValue.isValid(), key);
        }
    }

    void defaultsPassTheirOwnChecks_data() { eachType(); }
    void defaultsPassTheirOwnChecks()
    {
        QFETCH(QString, id);
        const StreamType &type = *streams::findStreamType(id);
        QStringList wanting;
        for (const OptionSpec &spec : type.options) {
            if (spec.required || (spec.requiredWhen && spec.type != OptionType::Secret && spec.requiredWhen({})))
                wanting.push_back(spec.key);
        }
        QStringList told;
        for (const options::Problem &problem : options::validate(type.options, {}))
            told.push_back(problem.key);
        QCOMPARE(told, wanting);
    }

    void valuesComeBack_data() { eachType(); }
    void valuesComeBack()
    {
        QFETCH(QString, id);
        const StreamType &type = *streams::findStreamType(id);
        OptionValues values;
        for (const OptionSpec &spec : type.options) {
            const Result<QVariant> parsed = options::parseOption(spec, sample(spec));
            QVERIFY2(parsed.ok(), qPrintable(spec.key));
            values.set(spec.key, parsed.value());
            if (spec.type == OptionType::Secret)
                continue;
            const Result<QVariant> again = options::parseOption(spec, options::displayOption(spec, parsed.value()));
            QVERIFY2(again.ok() && again.value() == parsed.value(), qPrintable(spec.key));
        }
        const nlohmann::ordered_json json = options::optionsToJson(type.options, values);
        OptionValues expected = values;
        for (const OptionSpec &spec : type.options) {
            if (spec.type == OptionType::Secret || spec.defaultValue == values.stored().value(spec.key))
                expected.unset(spec.key);
        }
        QCOMPARE(options::optionsFromJson(type.options, json), expected);
    }

    void secretsAreNeverWritten_data() { eachType(); }
    void secretsAreNeverWritten()
    {
        QFETCH(QString, id);
        const StreamType &type = *streams::findStreamType(id);
        streams::StreamConfig config{.uuid = u"u"_s, .name = u"n"_s, .type = id};
        for (const OptionSpec &spec : type.options)
            config.values.set(spec.key, spec.type == OptionType::Secret ? QVariant(u"canary"_s) : options::parseOption(spec, sample(spec)).value());
        QVERIFY(options::optionsToJson(type.options, config.values).dump().find("canary") == std::string::npos);
        QVERIFY(!type.consumerKey(config).contains(u"canary"_s));
        for (const OptionSpec &spec : type.options)
            QVERIFY(!options::displayOption(spec, config.values.value(type.options, spec.key)).contains(u"canary"_s));
        for (const options::Problem &problem : options::validate(type.options, config.values))
            QVERIFY(!problem.message.contains(u"canary"_s));
    }

    void helpNamesEveryOption_data() { eachType(); }
    void helpNamesEveryOption()
    {
        QFETCH(QString, id);
        const StreamType &type = *streams::findStreamType(id);
        const QString help = options::describeOptions(type.options);
        for (const OptionSpec &spec : type.options)
            QVERIFY2(help.contains(u"  "_s + spec.key) && help.contains(options::optionHelp(spec)), qPrintable(spec.key));
    }
};

QTEST_GUILESS_MAIN(TestStreamTypes)
#include "tst_streamtypes.moc"
