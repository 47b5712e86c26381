// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/secretarguments.h"
#include "core/options/optiontable.h"
#include "core/services/engine.h"
#include "core/services/signin.h"
#include "core/services/streamstore.h"

#include <QCoreApplication>
#include <QFile>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;
using streams::StreamConfig;

namespace {

Error badPair(const QString &pair)
{
    return {.kind = ErrorKind::BadArgument,
            .message = QCoreApplication::translate("cli", "“%1”: write key=value.").arg(pair),
            .remedy = QCoreApplication::translate("cli", "“tocsin streams types” describes every option.")};
}

Result<bool> flag(const QString &key, const QString &text)
{
    if (text == u"true" || text == u"yes" || text == u"1")
        return true;
    if (text == u"false" || text == u"no" || text == u"0")
        return false;
    return Error{.kind = ErrorKind::BadArgument,
                 .message = QCoreApplication::translate("cli", "%1: write true or false, not “%2”.").arg(key, text),
                 .remedy = QCoreApplication::translate("cli", "For example %1=false.").arg(key)};
}

// key=value pairs into the stream; the first that is wrong ends it.
Outcome apply(StreamConfig &config, const QStringList &pairs)
{
    const streams::StreamType *type = streams::findStreamType(config.type);
    if (!type)
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("cli", "There is no stream type “%1”.").arg(config.type),
                     .remedy = QCoreApplication::translate("cli", "“tocsin streams types” lists them.")};
    for (const QString &pair : pairs) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1)
            return badPair(pair);
        const QString key = pair.first(equals);
        const QString text = pair.sliced(equals + 1);
        if (key == u"label") {
            config.label = text;
            continue;
        }
        if (key == u"enabled" || key == u"autostart") {
            const Result<bool> value = flag(key, text);
            if (!value)
                return value.error();
            (key == u"enabled" ? config.enabled : config.autostart) = value.value();
            continue;
        }
        if (key.startsWith(u"x.") && options::findOption(type->options, u"properties"_s)) {
            QVariantMap properties = config.values.value(type->options, u"properties"_s).toMap();
            if (text.isEmpty())
                properties.remove(key.sliced(2));
            else
                properties.insert(key.sliced(2), text);
            config.values.set(u"properties"_s, properties);
            continue;
        }
        const options::OptionSpec *spec = options::findOption(type->options, key);
        if (!spec)
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "There is no option “%1”.").arg(key),
                         .remedy = QCoreApplication::translate("cli", "“tocsin streams types” describes every option.")};
        if (spec->type == options::OptionType::Secret)
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "A password never stands on the command line, where others can read it."),
                         .remedy = QCoreApplication::translate("cli", "Keep it in an account (“tocsin accounts add”, then account=NAME), or give it when the stream is opened: --secret-file FILE.")};
        if (text.isEmpty()) {
            config.values.unset(spec->key);
            continue;
        }
        const Result<QVariant> value = options::parseOption(*spec, text);
        if (!value) {
            Error error = value.error();
            if (!error.message.startsWith(key + u':'))
                error.message = key + u": "_s + error.message;
            if (error.remedy.isEmpty())
                error.remedy = QCoreApplication::translate("cli", "“tocsin streams types” describes every option.");
            return error;
        }
        config.values.set(spec->key, value.value());
    }
    return Done{};
}

// An account that a stream names is there and is of use to it.
Outcome checkAccount(const CliContext &context, const StreamConfig &config, const QStringList &pairs)
{
    const bool named = std::ranges::any_of(pairs, [](const QString &pair) { return pair.startsWith(u"account="_s); });
    if (!named || services::namedAccount(config).isEmpty())
        return Done{};
    CommandVault vault(context);
    if (const Outcome opened = vault.open(); !opened)
        return opened;
    const Result<const vault::Account *> account = services::accountFor(config, vault.accounts().accounts());
    return account ? Outcome(Done{}) : account.error();
}

// The choices of other options that make a condition true, as key=value: found by trying each.
Json conditions(const streams::StreamType &type, const std::function<bool(const options::OptionValues &)> &holds)
{
    Json list = Json::array();
    for (const options::OptionSpec &spec : type.options) {
        for (const options::Choice &choice : spec.choices) {
            options::OptionValues without;
            for (const options::OptionSpec &other : type.options) {
                if (!other.choices.empty())
                    without.set(other.key, other.choices.front().value);
            }
            options::OptionValues with = without;
            with.set(spec.key, choice.value);
            if (holds(with) && (!holds(without) || choice.value == spec.choices.front().value))
                list.push_back((spec.key + u'=' + choice.value).toStdString());
        }
    }
    return list;
}

Json typeAsJson(const streams::StreamType &type)
{
    static const char *const kTypes[] = {"text", "secret", "integer", "boolean", "choice", "file", "duration", "text-list", "key-values", "start-at"};
    Json json{{"id", type.id.toStdString()},
              {"label", QCoreApplication::translate("streams", type.label).toStdString()},
              {"help", QCoreApplication::translate("streams", type.help).toStdString()},
              {"options", Json::array()}};
    for (const options::OptionSpec &spec : type.options) {
        Json option{{"key", spec.key.toStdString()},
                    {"type", kTypes[static_cast<int>(spec.type)]},
                    {"label", options::optionLabel(spec).toStdString()},
                    {"help", options::optionHelp(spec).toStdString()},
                    {"default", spec.defaultValue.isValid() ? Json(options::displayOption(spec, spec.defaultValue).toStdString()) : Json()},
                    {"required", spec.required},
                    {"required_sometimes", static_cast<bool>(spec.requiredWhen)},
                    {"secret", spec.type == options::OptionType::Secret}};
        if (spec.requiredWhen)
            option["required_when"] = conditions(type, spec.requiredWhen);
        if (spec.usedWhen)
            option["used_when"] = conditions(type, spec.usedWhen);
        if (spec.min)
            option["min"] = *spec.min;
        if (spec.max)
            option["max"] = *spec.max;
        if (!spec.choices.empty()) {
            option["choices"] = Json::array();
            for (const options::Choice &choice : spec.choices)
                option["choices"].push_back(choice.value.toStdString());
        }
        json["options"].push_back(std::move(option));
    }
    return json;
}

int listTypes(bool json)
{
    if (json) {
        Json list = Json::array();
        for (const streams::StreamType &type : streams::streamTypes())
            list.push_back(typeAsJson(type));
        putLine(QString::fromStdString(list.dump(2)));
        return 0;
    }
    for (const streams::StreamType &type : streams::streamTypes()) {
        putLine(type.id + u": "_s + QCoreApplication::translate("streams", type.label) + u". "_s + QCoreApplication::translate("streams", type.help));
        putLine(options::describeOptions(type.options));
    }
    return 0;
}

int importFile(services::StreamStore &store, const QString &name)
{
    QFile file(name);
    if (!(name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
        return complain({.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("cli", "%1 cannot be read: %2.").arg(name, file.errorString()),
                         .remedy = QCoreApplication::translate("cli", "Check the name and the rights.")});
    const Result<std::vector<StreamConfig>> streams = services::StreamStore::fromText(QString::fromUtf8(file.readAll()));
    if (!streams)
        return complain(streams.error());
    // All or none: every name is checked before the first is written.
    for (const StreamConfig &config : streams.value()) {
        if (store.find(config.name))
            return complain({.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "There is a stream “%1” already; nothing was imported.").arg(config.name),
                             .remedy = QCoreApplication::translate("cli", "Rename or remove it first, or change the file.")});
    }
    for (StreamConfig config : streams.value()) {
        if (store.find(config.uuid))
            config.uuid.clear(); // a copy of a stream that is here under another name
        if (const Outcome added = store.add(std::move(config)); !added)
            return complain(added.error());
    }
    const int imported = static_cast<int>(streams.value().size());
    sayLine(QCoreApplication::translate("cli", "%n stream(s) imported.", nullptr, imported));
    return 0;
}

} // namespace

int runStreams(const CliContext &context)
{
    const QString what = context.arguments.command->name.section(u' ', 1);
    const QStringList &given = context.arguments.positional;
    if (what == u"types")
        return listTypes(context.arguments.has(u"json"_s));
    services::StreamStore store(services::Engine::streamsFile(context.places, context.profile));
    if (const Outcome loaded = store.load(); !loaded)
        return complain(loaded.error());
    const auto missing = [&](const QString &name) {
        return complain({.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("cli", "There is no stream “%1”.").arg(name),
                         .remedy = QCoreApplication::translate("cli", "“tocsin streams list” shows those there are.")});
    };
    const auto ended = [](const Outcome &outcome) { return outcome ? 0 : complain(outcome.error()); };

    if (what == u"list") {
        for (const StreamConfig &config : store.streams())
            putLine(QStringList{config.name, config.type, config.enabled ? u"enabled"_s : u"disabled"_s, config.label}.join(u'\t'));
        return 0;
    }
    if (what == u"export") {
        std::fputs(services::StreamStore::toText(store.streams()).toUtf8().constData(), stdout);
        return 0;
    }
    if (what == u"import")
        return importFile(store, given.first());
    if (what == u"add") {
        StreamConfig config;
        config.type = given.at(0);
        config.name = given.at(1);
        if (const Outcome applied = apply(config, given.mid(2)); !applied)
            return complain(applied.error());
        if (const Outcome checked = checkAccount(context, config, given.mid(2)); !checked)
            return complain(checked.error());
        return ended(store.add(std::move(config)));
    }
    const StreamConfig *found = store.find(given.first());
    if (!found)
        return missing(given.first());
    if (what == u"show") {
        const std::string all = services::StreamStore::toText({*found}).toStdString();
        putLine(QString::fromStdString(Json::parse(all)["streams"][0].dump(2)));
        return 0;
    }
    StreamConfig config = *found;
    if (what == u"remove")
        return ended(store.remove(config.uuid));
    if (what == u"rename") {
        config.name = given.at(1);
        if (const Outcome renamed = store.update(config); !renamed)
            return complain(renamed.error());
        // Rows show the new name at once, without waiting for the next message of the stream.
        if (QFile::exists(context.places.archive + u"/index.sqlite"_s)) {
            Result<std::unique_ptr<archive::Archive>> archive = archive::openSqliteArchive({.place = context.places.archive});
            if (!archive)
                return complain(archive.error());
            archive.value()->renameStream(config.uuid.toStdString(), config.name.toStdString());
            archive.value()->close();
        }
        return 0;
    }
    if (const Outcome applied = apply(config, given.mid(1)); !applied)
        return complain(applied.error());
    if (const Outcome checked = checkAccount(context, config, given.mid(1)); !checked)
        return complain(checked.error());
    return ended(store.update(config));
}

} // namespace tocsin::app
