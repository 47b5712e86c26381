// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/schemamemory.h"

#include "core/base/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tocsin::services {

using Json = nlohmann::json;

namespace {

constexpr size_t kMostVersions = 4;
constexpr size_t kMostSurveys = 200; // names come from packets
constexpr size_t kMostShape = 1 << 20; // LSST's has 30 kB
constexpr qint64 kMostBytes = 64 << 20;

Json toJson(const decoders::SchemaShape &shape)
{
    Json fields = Json::array();
    for (const decoders::SchemaField &field : shape.fields)
        fields.push_back({field.path, field.type});
    Json keys = Json::array();
    for (const decoders::KeySource &source : shape.keys)
        keys.push_back({source.key, source.path});
    Json json{{"version", shape.version}, {"fields", std::move(fields)}, {"keys", std::move(keys)}};
    if (shape.isSampled)
        json["sampled"] = true;
    return json;
}

// Throws where the file is not as it was written.
decoders::SchemaShape fromJson(const Json &json, const std::string &survey)
{
    decoders::SchemaShape shape{.survey = survey, .version = json.at("version").get<std::string>(), .isSampled = json.value("sampled", false)};
    for (const Json &field : json.at("fields"))
        shape.fields.push_back({field.at(0).get<std::string>(), field.at(1).get<std::string>()});
    for (const Json &key : json.at("keys"))
        shape.keys.push_back({key.at(0).get<std::string>(), key.at(1).get<std::string>()});
    return shape;
}

} // namespace

SchemaMemory::SchemaMemory(QString file) : m_file(std::move(file))
{
    load();
}

std::optional<SchemaChange> SchemaMemory::changeOf(const std::string &streamUuid, const Survey &survey) const
{
    if (survey.versions.size() < 2)
        return std::nullopt;
    const Version &is = survey.versions.back();
    return SchemaChange{streamUuid, survey.stream, survey.versions[survey.versions.size() - 2].shape, is.shape, is.since};
}

std::optional<SchemaChange> SchemaMemory::saw(const std::string &streamUuid, const std::string &stream, const decoders::SchemaShape &shape, const UtcTime &now)
{
    const std::pair key(streamUuid, shape.survey);
    size_t bytes = 0;
    for (const decoders::SchemaField &field : shape.fields)
        bytes += field.path.size() + field.type.size();
    if (bytes == 0 || bytes > kMostShape || (!m_surveys.contains(key) && m_surveys.size() >= kMostSurveys))
        return std::nullopt;
    Survey &survey = m_surveys[key];
    survey.stream = stream;
    // Packets without a schema differ from one to the next: there only what they call themselves counts.
    const auto isKnown = [&](const Version &known) { return shape.isSampled ? known.shape.version == shape.version : known.shape.fields == shape.fields; };
    if (std::ranges::any_of(survey.versions, isKnown))
        return std::nullopt;
    survey.versions.push_back({shape, now});
    if (survey.versions.size() > kMostVersions)
        survey.versions.erase(survey.versions.begin());
    survey.news = survey.versions.size() > 1;
    save();
    return changeOf(streamUuid, survey);
}

std::vector<SchemaChange> SchemaMemory::news() const
{
    std::vector<SchemaChange> all;
    for (const auto &[key, survey] : m_surveys) {
        if (auto change = survey.news ? changeOf(key.first, survey) : std::nullopt)
            all.push_back(std::move(*change));
    }
    return all;
}

void SchemaMemory::putAside(const std::string &streamUuid, const std::string &survey)
{
    const auto it = m_surveys.find({streamUuid, survey});
    if (it == m_surveys.end() || !std::exchange(it->second.news, false))
        return;
    save();
}

void SchemaMemory::load()
{
    if (m_file.isEmpty())
        return;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes)
        return;
    const Json json = Json::parse(file.readAll().toStdString(), nullptr, false);
    try {
        for (const Json &one : json.at("surveys")) {
            Survey survey{.stream = one.at("stream").get<std::string>(), .news = one.at("news").get<bool>()};
            const auto name = one.at("survey").get<std::string>();
            for (const Json &version : one.at("versions"))
                survey.versions.push_back({fromJson(version, name), UtcTime::fromUs(version.at("since").get<int64_t>())});
            m_surveys[{one.at("uuid").get<std::string>(), name}] = std::move(survey);
        }
    } catch (const Json::exception &wrong) {
        // It is made anew: then the next version is the first one that is known.
        qCInfo(lcServices) << "what is known of schemas cannot be read:" << wrong.what();
        m_surveys.clear();
    }
}

void SchemaMemory::save()
{
    if (m_file.isEmpty())
        return;
    Json surveys = Json::array();
    for (const auto &[key, survey] : m_surveys) {
        Json versions = Json::array();
        for (const Version &version : survey.versions) {
            Json one = toJson(version.shape);
            one["since"] = version.since.us;
            versions.push_back(std::move(one));
        }
        surveys.push_back({{"uuid", key.first}, {"survey", key.second}, {"stream", survey.stream}, {"news", survey.news}, {"versions", std::move(versions)}});
    }
    const std::string text = Json{{"surveys", std::move(surveys)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
    QSaveFile file(m_file);
    if (!QDir().mkpath(QFileInfo(m_file).path()) || !file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
        qCInfo(lcServices).noquote() << "what is known of schemas is not kept:" << file.errorString();
}

} // namespace tocsin::services
