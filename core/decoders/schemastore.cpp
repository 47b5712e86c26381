// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/schemastore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <algorithm>

static void initSchemaResources()
{
    Q_INIT_RESOURCE(schemas); // a static library's resources are not there by themselves
}

namespace tocsin::decoders {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 8 << 20;
constexpr size_t kMostKnown = 1'000; // numbers that packets named; what is not known costs a look at the disk

std::string readWhole(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes)
        return {};
    return file.readAll().toStdString();
}

// The registries whose numbers the shipped schemas bear.
std::string nameOf(std::string_view registry)
{
    for (const std::string_view host : {"rubin-alert-schemas.slac.stanford.edu", "usdf-alert-schemas-dev.slac.stanford.edu"}) {
        if (registry.find(host) != std::string_view::npos)
            return {};
    }
    return std::string(registry);
}

SchemaStore::Schema parsed(std::string_view text)
{
    if (text.empty())
        return nullptr;
    auto result = AvroSchema::cached(text);
    const auto *schema = std::get_if<0>(&result);
    return schema ? *schema : nullptr;
}

} // namespace

SchemaStore::SchemaStore()
{
    initSchemaResources();
}

SchemaStore &SchemaStore::instance()
{
    static SchemaStore store;
    return store;
}

QString SchemaStore::fileOf(const Key &key) const
{
    // Addresses become no part of a path.
    const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(key.first), QCryptographicHash::Sha256).toHex().first(16);
    return m_folder + u'/' + (key.first.empty() ? u"rubin"_s : QString::fromLatin1(hash)) + u'-' + QString::number(key.second) + u".avsc"_s;
}

std::string SchemaStore::load(const Key &key) const
{
    if (key.first.empty()) { // 100 * major + minor
        std::string text = readWhole(u":/schemas/lsst.v%1_%2.avsc"_s.arg(key.second / 100).arg(key.second % 100));
        if (!text.empty())
            return text;
    }
    if (const auto it = m_added.find(key); it != m_added.end())
        return it->second;
    return m_folder.isEmpty() ? std::string() : readWhole(fileOf(key));
}

SchemaStore::Schema SchemaStore::byId(std::string_view registry, uint32_t id)
{
    const std::lock_guard lock(m_mutex);
    const Key key{nameOf(registry), id};
    if (const auto it = m_known.find(key); it != m_known.end())
        return it->second;
    if (m_known.size() >= kMostKnown)
        m_known.clear();
    return m_known[key] = parsed(load(key));
}

SchemaStore::Schema SchemaStore::byFingerprint(uint64_t fingerprint)
{
    const std::lock_guard lock(m_mutex);
    if (!m_fingerprinted) {
        m_fingerprinted = true;
        QStringList files = QDir(u":/schemas"_s).entryList({u"*.avsc"_s}, QDir::Files);
        std::ranges::transform(files, files.begin(), [](const QString &name) { return u":/schemas/"_s + name; });
        if (!m_folder.isEmpty()) {
            for (const QString &name : QDir(m_folder).entryList({u"*.avsc"_s}, QDir::Files))
                files.push_back(m_folder + u'/' + name);
        }
        const auto remember = [&](const std::string &text) {
            if (const auto known = fingerprintOf(text))
                m_fingerprints.emplace(*known, parsed(text));
        };
        for (const QString &name : files)
            remember(readWhole(name));
        for (const auto &[key, text] : m_added)
            remember(text);
    }
    const auto it = m_fingerprints.find(fingerprint);
    return it == m_fingerprints.end() ? nullptr : it->second;
}

void SchemaStore::setFolder(const QString &folder)
{
    const std::lock_guard lock(m_mutex);
    m_folder = folder;
    m_fingerprinted = false;
    std::erase_if(m_known, [](const auto &entry) { return !entry.second; });
}

void SchemaStore::lookAgain()
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_known, [](const auto &entry) { return !entry.second; });
}

std::string SchemaStore::schemaTextOf(std::string_view answer)
{
    const nlohmann::json json = nlohmann::json::parse(answer, nullptr, false);
    if (json.is_object()) {
        if (const auto it = json.find("schema"); it != json.end() && it->is_string())
            return it->get<std::string>();
    }
    return std::string(answer);
}

Outcome SchemaStore::add(std::string_view registry, uint32_t id, std::string_view answer)
{
    const std::string text = schemaTextOf(answer);
    auto result = AvroSchema::parse(text);
    if (const auto *wrong = std::get_if<std::string>(&result))
        return Error{.kind = ErrorKind::Undecodable,
                     .message = QCoreApplication::translate("schemas", "What came for schema %1 cannot be used: %2.").arg(id).arg(QString::fromStdString(*wrong)),
                     .remedy = QCoreApplication::translate("schemas", "The alerts that need it stay as they came. Try again later.")};
    const std::lock_guard lock(m_mutex);
    const Key key{nameOf(registry), id};
    const std::string known = load(key);
    if (parsed(known)) { // what was kept and cannot be read is as good as unknown
        if (fingerprintOf(known) == fingerprintOf(text))
            return Done{};
        return Error{.kind = ErrorKind::Undecodable,
                     .message = QCoreApplication::translate("schemas", "Schema %1 is known, and what came is another one.").arg(id),
                     .remedy = QCoreApplication::translate("schemas", "The known one stays. Check the address of the registry.")};
    }
    m_known[key] = parsed(text);
    m_added[key] = text;
    m_fingerprinted = false;
    if (m_folder.isEmpty())
        return Done{};
    QSaveFile file(fileOf(key));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
        return Error{.kind = ErrorKind::Internal,
                     .message = QCoreApplication::translate("schemas", "Schema %1 cannot be kept: %2.").arg(id).arg(file.errorString()),
                     .remedy = QCoreApplication::translate("schemas", "It is used until the program ends. Check the room and the rights of %1.").arg(m_folder)};
    return Done{};
}

} // namespace tocsin::decoders
