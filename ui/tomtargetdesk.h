// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/targetdesk.h"

namespace tocsin::ui {

// The window's face of tom::Targets. Main thread; owned by the session, which keeps the targets longer. In the demo all stays in
// its own local list: invented targets meet neither a TOM nor a file that one could import.
class TomTargetDesk final : public TargetDesk
{
    Q_OBJECT
public:
    enum class Alerts { Real, Invented };
    TomTargetDesk(tom::Targets &targets, Alerts alerts, QObject *parent = nullptr);

    std::vector<Tom> toms() override;
    void allowRestricted(const QString &account, QObject *context, std::function<void(Outcome)> done) override;
    void draft(int64_t row, QObject *context, Done<tom::Draft> done) override;
    void facts(const QString &account, QObject *context, Done<tom::TomFacts> done) override;
    void lookUp(const QString &account, const tom::Draft &draft, QObject *context, Done<tom::Lookup> done) override;
    void create(const QString &account, const tom::Draft &draft, bool anyway, std::chrono::milliseconds delay, QObject *context, Done<tom::TargetRecord> done) override;
    void useExisting(const QString &account, const tom::Draft &draft, const tom::Target &existing, QObject *context, Done<tom::TargetRecord> done) override;
    void addAsAlias(const QString &account, const tom::Draft &draft, const tom::Target &existing, QObject *context, Done<tom::TargetRecord> done) override;
    void remove(int64_t number, QObject *context, Done<tom::TargetRecord> done) override;
    void restore(const tom::TargetRecord &before, QObject *context, Done<tom::TargetRecord> done) override;
    void retry(int64_t number) override;
    void send(int64_t number, const QString &account, QObject *context, Done<tom::TargetRecord> done) override;
    void list(QObject *context, Done<Records> done) override;
    int waiting() const override;
    void noteOffered(int64_t number) override;
    void retracted(QObject *context, Done<std::vector<tom::Retracted>> done) override;
    void renameAccount(const QString &account, const QString &newName) override;
    void leaveAccount(const QString &account) override;
    void exportTo(const QString &file, const Records &records, QObject *context, Done<int> done) override;

private:
    tom::Targets &m_targets;
    const Alerts m_alerts;
};

} // namespace tocsin::ui
