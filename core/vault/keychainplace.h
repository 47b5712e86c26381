// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/secretplace.h"

#include <QObject>

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace QKeychain {
class Job;
}

namespace tocsin::vault {

// The keychain of the desktop through qtkeychain (the only file that knows it). A value lies in chunks of 2,000 bytes under
// <key>/<generation>/<i>, and a manifest with their SHA-256 under <key> itself, written last: what was written by halves is
// known, and the old value stays until the new one is whole. Every job has our own limit, because a service that hangs
// holds one for 50 s; operations on one key follow each other. reliability.md C3 has the traps.
class KeychainPlace final : public QObject, public SecretPlace
{
    Q_OBJECT
public:
    struct Settings {
        QString home; // the uuid of the home, the first part of every key
        std::chrono::milliseconds limit{10'000}; // of one job
        QString service = QStringLiteral("tocsin");
    };
    explicit KeychainPlace(Settings settings) : m_settings(std::move(settings)) {}

    [[nodiscard]] QString id() const override { return kKeychainPlace.toString(); }
    void probe(Answered done) override;
    void read(const QString &account, Answered done) override;
    void write(const QString &account, const SecretBytes &secret, Answered done) override;
    void remove(const QString &account, Answered done) override;

private:
    struct Manifest;
    struct Reading;
    struct Writing;
    using Ran = std::function<void(QKeychain::Job *)>; // null: no answer in time

    // A job is started with its own limit; a result that comes later is thrown away.
    void run(QKeychain::Job *job, Ran done);
    void readEntry(const QString &key, std::function<void(Answer)> done);
    void writeEntry(const QString &key, const QByteArray &value, Answered done);
    void removeEntry(const QString &key, Answered done);
    void removeEntries(std::vector<QString> keys, Answered done);

    // What "not found" means: locked or missing, as the service itself says; where it says nothing, as a write tells.
    void askWhy(Answered done);
    void readManifest(const QString &key, std::function<void(Answer, Manifest)> done);
    void readChunk(std::shared_ptr<Reading> reading);
    void writeChunk(std::shared_ptr<Writing> writing);
    [[nodiscard]] static std::vector<QString> chunkKeys(const QString &key, const Manifest &manifest);

    // One at a time for each key.
    using Operation = std::function<void(Answered)>;
    void enqueue(const QString &key, Operation operation, Answered done);
    void start(const QString &key);
    void next(const QString &key);
    [[nodiscard]] QString keyOf(const QString &account) const { return m_settings.home + u'/' + account; }

    const Settings m_settings;
    std::map<QString, std::deque<std::function<void()>>> m_queues;
    int m_stuck = 0; // jobs that went over their limit and still run: qtkeychain runs one at a time
};

} // namespace tocsin::vault
