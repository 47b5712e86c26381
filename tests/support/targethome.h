// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"
#include "core/tom/targets.h"
#include "rig/tomrig.h"
#include "support/archivefixture.h"
#include "support/vaultbench.h"

#include <QTest>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace tocsin::tests {

constexpr int kTomPatience = 30'000; // ms

// One program of a home, as far as targets go: a journal and an outbox of its own over the home's one file.
struct TargetProgram {
    template <typename T>
    using Done = tom::Targets::Done<T>;

    TargetProgram(const QString &file, archive::Archive &archive, vault::Vault &vault)
        : journal(std::make_unique<journal::Journal>(file)), targets(std::make_unique<tom::Targets>(*journal, archive, [&vault]() -> vault::Vault & { return vault; }))
    {
        QObject::connect(targets.get(), &tom::Targets::settled, &context, [this](const tom::TargetRecord &record) { settled[record.number].push_back(record); });
        QObject::connect(targets.get(), &tom::Targets::strangersCanSee, &context, [this](const tom::TargetRecord &record) { seen.push_back(record); });
    }
    ~TargetProgram()
    {
        targets.reset();
        journal.reset();
    }

    template <typename T>
    Result<T> wait(const std::function<void(Done<T>)> &question)
    {
        std::optional<Result<T>> got;
        question([&](Result<T> answer) { got = std::move(answer); });
        return QTest::qWaitFor([&] { return got.has_value(); }, kTomPatience) ? std::move(*got) : Result<T>(Error{.message = QStringLiteral("no answer")});
    }
    tom::TargetRecord create(const QString &account, const tom::Draft &draft, bool anyway = false, std::chrono::milliseconds delay = {})
    {
        return kept(wait<tom::TargetRecord>([&](auto done) { targets->create(account, draft, anyway, delay, &context, std::move(done)); }));
    }
    // The n-th answer to one that waited; a record of number 0: none came.
    tom::TargetRecord settle(int64_t number, size_t times = 1)
    {
        return QTest::qWaitFor([&] { return settled[number].size() >= times; }, kTomPatience) ? settled[number][times - 1] : tom::TargetRecord();
    }
    tom::TargetRecord made(const QString &account, const tom::Draft &draft, bool anyway = false) { return settle(create(account, draft, anyway).number); }
    std::vector<tom::TargetRecord> list()
    {
        const auto got = wait<std::vector<tom::TargetRecord>>([&](auto done) { targets->list(&context, std::move(done)); });
        return got ? got.value() : std::vector<tom::TargetRecord>();
    }
    tom::TargetRecord find(int64_t number)
    {
        for (const tom::TargetRecord &record : list()) {
            if (record.number == number)
                return record;
        }
        return {};
    }
    // As the journal has it then.
    tom::TargetRecord remove(int64_t number)
    {
        return kept(wait<tom::TargetRecord>([&](auto done) { targets->remove(number, &context, std::move(done)); }));
    }
    tom::TargetRecord restore(const tom::TargetRecord &before)
    {
        return kept(wait<tom::TargetRecord>([&](auto done) { targets->restore(before, &context, std::move(done)); }));
    }
    // Its state, once it waits no more; Queued: it still does.
    tom::State end(int64_t number)
    {
        (void)QTest::qWaitFor([&] { return find(number).state != tom::State::Queued; }, kTomPatience);
        return find(number).state;
    }

    QObject context;
    std::unique_ptr<journal::Journal> journal;
    std::unique_ptr<tom::Targets> targets;
    std::map<int64_t, std::vector<tom::TargetRecord>> settled;
    std::vector<tom::TargetRecord> seen; // by strangers

private:
    static tom::TargetRecord kept(const Result<tom::TargetRecord> &record)
    {
        if (!record)
            qWarning("%s", qPrintable(record.error().message));
        return record ? record.value() : tom::TargetRecord();
    }
};

// A home with an archive, a vault and real TOMs, which stay for the whole program; a base of test classes.
class TargetHome : protected ArchiveFixture
{
protected:
    void beginHome()
    {
        begin();
        open();
        m_bench = std::make_unique<VaultBench>();
        QVERIFY(m_bench->vault.open());
        QVERIFY(m_bench->useFile("open sesame"));
    }
    void endHome()
    {
        m_archive.reset();
        m_bench.reset();
    }
    rig::TomRig *tom(const QString &site = QStringLiteral("stock"))
    {
        std::unique_ptr<rig::TomRig> &rig = m_toms[site];
        if (!rig) {
            rig = std::make_unique<rig::TomRig>();
            if (!rig->up(site))
                qFatal("%s", qPrintable(rig->why()));
        }
        return rig.get();
    }
    // An account for alice there.
    void account(const QString &name, const QString &url, const QByteArray &secret = rig::TomRig::token("alice"), const QString &user = {})
    {
        QVERIFY(m_bench->add(VaultBench::account(name, QStringLiteral("tom"), {{QStringLiteral("url"), url}, {QStringLiteral("user"), user}}), secret.constData()));
    }
    [[nodiscard]] QString journalFile() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }
    std::unique_ptr<TargetProgram> program() { return std::make_unique<TargetProgram>(journalFile(), *m_archive, m_bench->vault); }
    // One alert in the archive, with this packet.
    int64_t row(const std::function<void(Alert &)> &how, const std::string &packet = "{}")
    {
        DecodedBatch batch = batchOf(lane(), ++m_offset, 1);
        auto memory = std::make_shared<std::string>(packet);
        batch.packets[0].packet.value = *memory;
        how(*batch.packets[0].alerts[0]);
        batch.keepAlive = memory;
        const int before = m_listener.rows;
        m_archive->append(std::move(batch));
        return QTest::qWaitFor([&] { return m_listener.rows > before; }, kTomPatience) ? m_listener.lastRow.load() : 0;
    }
    static tom::Draft draftNamed(const QString &name, double ra) { return {.name = name, .ra = ra, .dec = 12.5}; }

    std::unique_ptr<VaultBench> m_bench;

private:
    std::map<QString, std::unique_ptr<rig::TomRig>> m_toms;
    int64_t m_offset = 0;
};

} // namespace tocsin::tests
