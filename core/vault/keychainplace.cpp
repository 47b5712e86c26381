// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/keychainplace.h"

#include "core/base/logging.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTimer>

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusVariant>

#include <nlohmann/json.hpp>
#include <qt6keychain/keychain.h>

namespace tocsin::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kChunk = 2'000; // Windows takes 2,560 bytes
constexpr size_t kMostChunks = 1'000;

QByteArray sha256(const SecretBytes &secret)
{
    return QCryptographicHash::hash(QByteArrayView(secret.data(), static_cast<qsizetype>(secret.size())), QCryptographicHash::Sha256).toHex();
}

// What a failed job tells. A locked keyring says AccessDenied to a write and EntryNotFound to a read; see probe().
Trouble troubleOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return Trouble::None;
    case QKeychain::EntryNotFound:
        return Trouble::Missing;
    case QKeychain::AccessDeniedByUser:
        return Trouble::Denied;
    case QKeychain::AccessDenied:
        return Trouble::Locked;
    default:
        return Trouble::Absent; // libsecret without a bus, a service or a collection answers in free text
    }
}

} // namespace

struct KeychainPlace::Manifest {
    QString generation; // empty: none
    size_t chunks = 0;
    size_t size = 0;
    QByteArray sha256;

    [[nodiscard]] QByteArray toText() const
    {
        const nlohmann::ordered_json json{{"v", 1}, {"generation", generation.toStdString()}, {"chunks", chunks}, {"size", size}, {"sha256", sha256.toStdString()}};
        return QByteArray::fromStdString(json.dump());
    }
    static Manifest fromText(std::string_view text)
    {
        const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
        const auto number = [&](const char *key) { return json.contains(key) && json[key].is_number_unsigned() ? json[key].get<size_t>() : size_t{0}; };
        const auto word = [&](const char *key) { return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string(); };
        if (!json.is_object() || number("v") != 1 || number("chunks") < 1 || number("chunks") > kMostChunks)
            return {};
        return {QString::fromStdString(word("generation")), number("chunks"), number("size"), QByteArray::fromStdString(word("sha256"))};
    }
};

struct KeychainPlace::Reading {
    std::vector<QString> keys;
    Manifest manifest;
    SecretBytes secret;
    size_t at = 0; // chunk
    size_t filled = 0;
    Answered done;
};

struct KeychainPlace::Writing {
    QString key;
    std::vector<QString> keys;
    Manifest manifest;
    Manifest before;
    SecretBytes secret;
    size_t at = 0;
    Answered done;
};

void KeychainPlace::run(QKeychain::Job *job, Ran done)
{
    if (m_stuck > 0) {
        // It would only wait behind the one that hangs, and its result would come when nobody waits any more.
        delete job;
        done(nullptr);
        return;
    }
    auto *timer = new QTimer(this);
    const auto answered = std::make_shared<bool>(false);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, timer, answered, done] {
        *answered = true;
        ++m_stuck;
        timer->deleteLater();
        qCWarning(lcVault) << "the keychain did not answer within" << m_settings.limit.count() << "ms";
        done(nullptr);
    });
    connect(job, &QKeychain::Job::finished, this, [this, timer, answered, done](QKeychain::Job *finished) {
        if (*answered) {
            --m_stuck;
            return;
        }
        *answered = true;
        timer->deleteLater();
        timer->stop();
        done(finished);
    });
    timer->start(m_settings.limit);
    job->start(); // deletes itself
}

void KeychainPlace::readEntry(const QString &key, std::function<void(Answer)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(m_settings.service);
    job->setKey(key);
    run(job, [done = std::move(done)](QKeychain::Job *finished) {
        if (!finished)
            return done({.trouble = Trouble::Frozen});
        Answer answer{.trouble = troubleOf(*finished)};
        if (answer.ok()) {
            QByteArray bytes = static_cast<QKeychain::ReadPasswordJob *>(finished)->binaryData();
            answer.secret = SecretBytes::takeFrom(bytes);
        }
        done(std::move(answer));
    });
}

void KeychainPlace::writeEntry(const QString &key, const QByteArray &value, Answered done)
{
    auto *job = new QKeychain::WritePasswordJob(m_settings.service);
    job->setKey(key);
    job->setBinaryData(value);
    run(job, [done = std::move(done)](QKeychain::Job *finished) { done({.trouble = finished ? troubleOf(*finished) : Trouble::Frozen}); });
}

void KeychainPlace::removeEntry(const QString &key, Answered done)
{
    auto *job = new QKeychain::DeletePasswordJob(m_settings.service);
    job->setKey(key);
    run(job, [done = std::move(done)](QKeychain::Job *finished) {
        const Trouble trouble = finished ? troubleOf(*finished) : Trouble::Frozen;
        done({.trouble = trouble == Trouble::Missing ? Trouble::None : trouble});
    });
}

void KeychainPlace::removeEntries(std::vector<QString> keys, Answered done)
{
    if (keys.empty())
        return done({});
    const QString key = keys.back();
    keys.pop_back();
    removeEntry(key, [this, keys = std::move(keys), done = std::move(done)](Answer answer) mutable {
        answer.ok() ? removeEntries(std::move(keys), std::move(done)) : done(std::move(answer));
    });
}

// A write tells what a read does not: locked, absent. It costs one question to the person at most.
void KeychainPlace::probe(Answered done)
{
    const QString key = m_settings.home + u"//probe"_s; // no account is called so
    writeEntry(key, "tocsin", [this, key, done = std::move(done)](Answer answer) mutable {
        if (!answer.ok())
            return done(std::move(answer));
        removeEntry(key, [done = std::move(done)](const Answer &) { done({}); });
    });
}

void KeychainPlace::askWhy(Answered done)
{
    const auto call = [this](const QString &path, const QString &interface, const QString &method, const QVariantList &arguments, std::function<void(QVariant)> told) {
        QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
        message.setArguments(arguments);
        message.setAutoStartService(false);
        auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, static_cast<int>(m_settings.limit.count())), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, told = std::move(told)] {
            watcher->deleteLater();
            told(watcher->isError() ? QVariant() : watcher->reply().arguments().value(0));
        });
    };
    const auto byWriting = [this, done] { probe([done](const Answer &probed) { done({.trouble = probed.ok() ? Trouble::Missing : probed.trouble}); }); };
    call(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s, {u"default"_s}, [call, byWriting, done](const QVariant &alias) {
        const QString collection = alias.value<QDBusObjectPath>().path();
        if (collection.size() < 2)
            return byWriting(); // another kind of keychain, or none
        call(collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s}, [byWriting, done](const QVariant &locked) {
            const QVariant value = locked.value<QDBusVariant>().variant();
            if (value.typeId() != QMetaType::Bool)
                return byWriting();
            done({.trouble = value.toBool() ? Trouble::Locked : Trouble::Missing});
        });
    });
}

void KeychainPlace::readManifest(const QString &key, std::function<void(Answer, Manifest)> done)
{
    readEntry(key, [done = std::move(done)](Answer answer) {
        Manifest manifest;
        if (answer.ok()) {
            manifest = Manifest::fromText(answer.secret.view());
            if (manifest.generation.isEmpty())
                answer.trouble = Trouble::Torn;
        }
        done(std::move(answer), std::move(manifest));
    });
}

void KeychainPlace::read(const QString &account, Answered done)
{
    const QString key = keyOf(account);
    enqueue(key, [this, key](Answered answered) {
        readManifest(key, [this, key, answered = std::move(answered)](Answer answer, Manifest manifest) mutable {
            // "Not found" is what a locked keyring answers too, and whoever asks knows that something was stored.
            if (answer.trouble == Trouble::Missing)
                return askWhy(std::move(answered));
            if (!answer.ok())
                return answered(std::move(answer));
            if (manifest.size > manifest.chunks * kChunk)
                return answered({.trouble = Trouble::Torn});
            auto reading = std::make_shared<Reading>();
            reading->keys = chunkKeys(key, manifest);
            reading->secret = SecretBytes(manifest.size);
            reading->manifest = std::move(manifest);
            reading->done = std::move(answered);
            readChunk(std::move(reading));
        });
    }, std::move(done));
}

void KeychainPlace::readChunk(std::shared_ptr<Reading> reading)
{
    if (reading->at == reading->keys.size()) {
        const bool whole = reading->filled == reading->manifest.size && sha256(reading->secret) == reading->manifest.sha256;
        return reading->done(whole ? Answer{.secret = std::move(reading->secret)} : Answer{.trouble = Trouble::Torn});
    }
    const QString key = reading->keys[reading->at];
    readEntry(key, [this, reading = std::move(reading)](Answer answer) {
        if (answer.trouble == Trouble::Missing)
            answer.trouble = Trouble::Torn; // its manifest is there
        if (!answer.ok())
            return reading->done({.trouble = answer.trouble});
        if (answer.secret.size() > reading->secret.size() - reading->filled)
            return reading->done({.trouble = Trouble::Torn});
        std::ranges::copy(answer.secret.view(), reading->secret.data() + reading->filled);
        reading->filled += answer.secret.size();
        ++reading->at;
        readChunk(reading);
    });
}

void KeychainPlace::write(const QString &account, const SecretBytes &secret, Answered done)
{
    const QString key = keyOf(account);
    auto writing = std::make_shared<Writing>();
    writing->key = key;
    writing->secret = secret;
    writing->manifest = {QString::number(QRandomGenerator::system()->generate64(), 16), (secret.size() + kChunk - 1) / kChunk, secret.size(), sha256(secret)};
    writing->keys = chunkKeys(key, writing->manifest);
    enqueue(key, [this, writing](Answered answered) {
        writing->done = std::move(answered);
        readManifest(writing->key, [this, writing](const Answer &answer, Manifest before) {
            if (answer.trouble == Trouble::Frozen)
                return writing->done(answer);
            writing->before = std::move(before);
            if (answer.trouble != Trouble::Missing)
                return writeChunk(writing);
            // The person has been asked to unlock and did not: once is enough.
            askWhy([this, writing](Answer why) { why.trouble == Trouble::Missing ? writeChunk(writing) : writing->done(std::move(why)); });
        });
    }, std::move(done));
}

void KeychainPlace::writeChunk(std::shared_ptr<Writing> writing)
{
    if (writing->at == writing->keys.size()) {
        writeEntry(writing->key, writing->manifest.toText(), [this, writing](Answer answer) {
            if (!answer.ok())
                return writing->done(std::move(answer));
            // The new value is whole; what cannot be removed of the old one harms nobody.
            removeEntries(chunkKeys(writing->key, writing->before), [writing](const Answer &) { writing->done({}); });
        });
        return;
    }
    const size_t from = writing->at * kChunk;
    const QByteArray chunk(writing->secret.data() + from, static_cast<qsizetype>(std::min(kChunk, writing->secret.size() - from)));
    const QString key = writing->keys[writing->at++];
    writeEntry(key, chunk, [this, writing](Answer answer) { answer.ok() ? writeChunk(writing) : writing->done(std::move(answer)); });
}

void KeychainPlace::remove(const QString &account, Answered done)
{
    const QString key = keyOf(account);
    enqueue(key, [this, key](Answered answered) {
        // A locked keyring would say that there is nothing to remove.
        probe([this, key, answered = std::move(answered)](Answer probed) mutable {
            if (!probed.ok())
                return answered(std::move(probed));
            readManifest(key, [this, key, answered = std::move(answered)](const Answer &answer, const Manifest &manifest) mutable {
                if (answer.trouble == Trouble::Frozen)
                    return answered(answer);
                std::vector<QString> keys = chunkKeys(key, manifest);
                keys.insert(keys.begin(), key); // last, so that a removal by halves can be done again
                removeEntries(std::move(keys), std::move(answered));
            });
        });
    }, std::move(done));
}

std::vector<QString> KeychainPlace::chunkKeys(const QString &key, const Manifest &manifest)
{
    std::vector<QString> keys;
    for (size_t i = 0; i < manifest.chunks; ++i)
        keys.push_back(u"%1/%2/%3"_s.arg(key, manifest.generation).arg(i));
    return keys;
}

void KeychainPlace::enqueue(const QString &key, Operation operation, Answered done)
{
    auto &queue = m_queues[key];
    queue.push_back([this, key, operation = std::move(operation), done = std::move(done)] {
        operation([this, key, done](Answer answer) {
            done(std::move(answer));
            next(key);
        });
    });
    if (queue.size() == 1)
        start(key);
}

void KeychainPlace::start(const QString &key)
{
    const std::function<void()> operation = m_queues[key].front(); // a copy: it may end, and leave the queue, at once
    operation();
}

void KeychainPlace::next(const QString &key)
{
    auto &queue = m_queues[key];
    queue.pop_front();
    if (queue.empty())
        m_queues.erase(key);
    else
        // From the loop: the operation that has just ended still stands on the stack.
        QMetaObject::invokeMethod(this, [this, key] { start(key); }, Qt::QueuedConnection);
}

} // namespace tocsin::vault
