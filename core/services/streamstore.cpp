// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/places.h"
#include "core/services/streamstore.h"

#include "core/options/optiontable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QUuid>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tocsin::services {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;
using streams::StreamConfig;

namespace {

constexpr int kFormat = 1;
constexpr int kLockMs = 3'000;
const QUuid kNamespace(u"{7c1f5c52-3a0e-4f6c-9a5d-2f0e4b7d9c11}"_s); // of streams that were written down without a uuid

QString textOf(const Json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? QString::fromStdString(it->get<std::string>()) : QString();
}

bool boolOf(const Json &object, const char *key, bool otherwise)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_boolean() ? it->get<bool>() : otherwise;
}

Outcome checkName(const QString &name)
{
    if (isPlainName(name)) // no file is named so today; who exports or scripts by name may do it
        return Done{};
    return Error{.kind = ErrorKind::BadArgument,
                 .message = QCoreApplication::translate("streams", "“%1” is no name of a stream.").arg(name),
                 .remedy = QCoreApplication::translate("streams", "Use up to 100 letters, digits, dots, underscores and hyphens, and no device name of Windows; the label may be anything.")};
}

Outcome checkValues(const StreamConfig &config)
{
    const streams::StreamType *type = streams::findStreamType(config.type);
    if (!type)
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("streams", "There is no stream type “%1”.").arg(config.type),
                     .remedy = QCoreApplication::translate("streams", "“tocsin streams types” lists them.")};
    std::vector<options::Problem> problems = options::validate(type->options, config.values);
    if (problems.empty() && type->check)
        problems = type->check(config.values);
    if (problems.empty())
        return Done{};
    const options::Problem &first = problems.front();
    return Error{.kind = ErrorKind::BadArgument,
                 .message = first.key.isEmpty() ? first.message : u"%1: %2"_s.arg(first.key, first.message),
                 .remedy = QCoreApplication::translate("streams", "“tocsin streams types” describes every option.")};
}

const StreamConfig *findIn(const std::vector<StreamConfig> &streams, const QString &nameOrUuid)
{
    const auto it = std::ranges::find_if(streams, [&](const StreamConfig &config) { return config.uuid == nameOrUuid || config.name == nameOrUuid; });
    return it == streams.end() ? nullptr : &*it;
}

} // namespace

Result<StreamStore::Streams> StreamStore::read() const
{
    QFile file(m_file);
    if (!file.exists())
        return Streams();
    const auto broken = [this](const QString &why) {
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("streams", "The list of streams in %1 cannot be read: %2.").arg(m_file, why),
                     .remedy = QCoreApplication::translate("streams", "Mend the file or move it away; Tocsin does not overwrite it.")};
    };
    if (!file.open(QIODevice::ReadOnly))
        return broken(file.errorString());
    Result<Streams> streams = fromText(QString::fromUtf8(file.readAll()));
    if (!streams)
        return broken(streams.error().message);
    // The file holds no secrets: those typed for this session go on to live here.
    for (StreamConfig &config : streams.value()) {
        const StreamConfig *known = find(config.uuid);
        const streams::StreamType *type = known ? streams::findStreamType(config.type) : nullptr;
        if (!type)
            continue;
        for (const options::OptionSpec &spec : type->options) {
            if (spec.type == options::OptionType::Secret && known->values.contains(spec.key))
                config.values.set(spec.key, known->values.stored().value(spec.key));
        }
    }
    return streams;
}

Outcome StreamStore::load()
{
    Result<Streams> streams = read();
    if (!streams)
        return streams.error();
    m_streams = std::move(streams.value());
    return Done{};
}

bool StreamStore::refresh()
{
    Result<Streams> streams = read();
    if (!streams || streams.value() == m_streams)
        return false;
    m_streams = std::move(streams.value());
    return true;
}

Outcome StreamStore::change(const std::function<Outcome(Streams &)> &how)
{
    QDir().mkpath(QFileInfo(m_file).path());
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(kLockMs))
        return Error{.kind = ErrorKind::Internal,
                     .message = QCoreApplication::translate("streams", "The list of streams cannot be saved: %1.")
                                    .arg(lock.error() == QLockFile::LockFailedError
                                             ? QCoreApplication::translate("streams", "another program is changing it")
                                             : QCoreApplication::translate("streams", "its folder cannot be written")),
                     .remedy = QCoreApplication::translate("streams", "Look at %1; the old list is still there.").arg(m_file)};
    // Not to what we read some time ago: another program may have added a stream meanwhile.
    Result<Streams> now = read();
    if (!now)
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("streams", "%1 could not be read, so it is not overwritten.").arg(m_file),
                     .remedy = QCoreApplication::translate("streams", "Mend the file or move it away, then start again.")};
    Streams next = std::move(now.value());
    if (const Outcome changed = how(next); !changed)
        return changed;
    QSaveFile file(m_file);
    file.setDirectWriteFallback(false);
    const QByteArray text = toText(next).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Error{.kind = ErrorKind::Internal,
                     .message = QCoreApplication::translate("streams", "The list of streams cannot be saved: %1.").arg(file.errorString()),
                     .remedy = QCoreApplication::translate("streams", "Look at %1; the old list is still there.").arg(m_file)};
    m_streams = std::move(next);
    // As it will be read again, so that refresh() sees a change where there is one and nowhere else.
    if (Result<Streams> written = read())
        m_streams = std::move(written.value());
    return Done{};
}

const StreamConfig *StreamStore::find(const QString &nameOrUuid) const
{
    return findIn(m_streams, nameOrUuid);
}

Outcome StreamStore::add(StreamConfig config)
{
    if (config.uuid.isEmpty())
        config.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const Outcome named = checkName(config.name); !named)
        return named;
    if (const Outcome checked = checkValues(config); !checked)
        return checked;
    return change([&](Streams &streams) -> Outcome {
        if (findIn(streams, config.name))
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("streams", "There is a stream “%1” already.").arg(config.name),
                         .remedy = QCoreApplication::translate("streams", "Choose another name, or change that one.")};
        streams.push_back(config);
        return Done{};
    });
}

Outcome StreamStore::update(const StreamConfig &config)
{
    if (const Outcome named = checkName(config.name); !named)
        return named;
    if (const Outcome checked = checkValues(config); !checked)
        return checked;
    return change([&](Streams &streams) -> Outcome {
        const auto it = std::ranges::find(streams, config.uuid, &StreamConfig::uuid);
        if (it == streams.end())
            return Error{.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("streams", "There is no stream “%1”.").arg(config.name),
                         .remedy = QCoreApplication::translate("streams", "“tocsin streams list” shows those there are.")};
        if (const StreamConfig *other = findIn(streams, config.name); other && other->uuid != config.uuid)
            return Error{.kind = ErrorKind::BadArgument,
                         .message = QCoreApplication::translate("streams", "There is a stream “%1” already.").arg(config.name),
                         .remedy = QCoreApplication::translate("streams", "Choose another name.")};
        *it = config;
        return Done{};
    });
}

Outcome StreamStore::remove(const QString &uuid)
{
    return change([&](Streams &streams) -> Outcome {
        if (std::erase_if(streams, [&](const StreamConfig &config) { return config.uuid == uuid; }) == 0)
            return Error{.kind = ErrorKind::NotFound, .message = QCoreApplication::translate("streams", "There is no such stream.")};
        return Done{};
    });
}

QString StreamStore::toText(const std::vector<StreamConfig> &streams)
{
    Json list = Json::array();
    for (const StreamConfig &config : streams) {
        Json entry;
        entry["name"] = config.name.toStdString();
        if (!config.label.isEmpty())
            entry["label"] = config.label.toStdString();
        entry["type"] = config.type.toStdString();
        entry["uuid"] = config.uuid.toStdString();
        if (!config.enabled)
            entry["enabled"] = false;
        if (!config.autostart)
            entry["autostart"] = false;
        if (const streams::StreamType *type = streams::findStreamType(config.type))
            entry["options"] = options::optionsToJson(type->options, config.values);
        list.push_back(std::move(entry));
    }
    const Json root{{"tocsin_streams", kFormat}, {"streams", std::move(list)}};
    return QString::fromStdString(root.dump(2, ' ', false, Json::error_handler_t::replace)) + u'\n';
}

Result<std::vector<StreamConfig>> StreamStore::fromText(const QString &text)
{
    const auto wrong = [](const QString &what) {
        return Error{.kind = ErrorKind::BadArgument,
                     .message = what,
                     .remedy = QCoreApplication::translate("streams", "“tocsin streams export” shows the form.")};
    };
    const std::string utf8 = text.toStdString();
    Json root;
    try {
        root = Json::parse(utf8);
    } catch (const Json::parse_error &problem) {
        return wrong(QCoreApplication::translate("streams", "no JSON at byte %1").arg(problem.byte));
    }
    if (!root.is_object() || !root.contains("streams") || !root["streams"].is_array())
        return wrong(QCoreApplication::translate("streams", "it holds no list “streams”"));
    const auto format = root.find("tocsin_streams");
    if (format != root.end() && (!format->is_number_integer() || format->get<int>() > kFormat))
        return wrong(QCoreApplication::translate("streams", "it was written by a newer Tocsin"));
    std::vector<StreamConfig> streams;
    for (const Json &entry : root["streams"]) {
        if (!entry.is_object())
            return wrong(QCoreApplication::translate("streams", "an entry of “streams” is no object"));
        StreamConfig config;
        config.name = textOf(entry, "name");
        config.label = textOf(entry, "label");
        config.type = textOf(entry, "type");
        config.uuid = textOf(entry, "uuid");
        if (config.uuid.isEmpty())
            config.uuid = QUuid::createUuidV5(kNamespace, config.name).toString(QUuid::WithoutBraces); // the same at each reading
        config.enabled = boolOf(entry, "enabled", true);
        config.autostart = boolOf(entry, "autostart", true);
        if (const Outcome named = checkName(config.name); !named)
            return wrong(named.error().message);
        const bool twice = std::ranges::any_of(streams, [&](const StreamConfig &other) { return other.name == config.name || other.uuid == config.uuid; });
        if (twice)
            return wrong(QCoreApplication::translate("streams", "“%1” stands there twice").arg(config.name));
        if (const streams::StreamType *type = streams::findStreamType(config.type); type && entry.contains("options") && entry["options"].is_object())
            config.values = options::optionsFromJson(type->options, entry["options"]);
        streams.push_back(std::move(config));
    }
    return streams;
}

} // namespace tocsin::services
