// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/tom/target.h"
#include "core/tom/targets.h"

#include <QObject>

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

namespace tocsin::ui {

// What the window asks of targets and their TOMs: tom::Targets behind a face, so that popover and lists can be led through
// every answer. Each question is answered later, on the main thread, and never once `context` is gone. Main thread; outlives
// those who ask.
class TargetDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    template <typename T>
    using Done = std::function<void(Result<T>)>;
    using Records = std::vector<tom::TargetRecord>;

    // An account of a TOM. A plain value.
    struct Tom {
        QString account;
        QString host; // tom.example.org
    };
    [[nodiscard]] virtual std::vector<Tom> toms() = 0;

    // The person agreed that restricted alerts go to this TOM: until then nothing of them is looked up or sent there.
    virtual void allowRestricted(const QString &account, QObject *context, std::function<void(Outcome)> done) = 0;
    virtual void draft(int64_t row, QObject *context, Done<tom::Draft> done) = 0;
    virtual void facts(const QString &account, QObject *context, Done<tom::TomFacts> done) = 0;
    virtual void lookUp(const QString &account, const tom::Draft &draft, QObject *context, Done<tom::Lookup> done) = 0;
    virtual void create(const QString &account, const tom::Draft &draft, bool anyway, std::chrono::milliseconds delay, QObject *context,
                        Done<tom::TargetRecord> done) = 0;
    virtual void useExisting(const QString &account, const tom::Draft &draft, const tom::Target &existing, QObject *context, Done<tom::TargetRecord> done) = 0;
    virtual void addAsAlias(const QString &account, const tom::Draft &draft, const tom::Target &existing, QObject *context, Done<tom::TargetRecord> done) = 0;
    virtual void remove(int64_t number, QObject *context, Done<tom::TargetRecord> done) = 0;
    virtual void restore(const tom::TargetRecord &before, QObject *context, Done<tom::TargetRecord> done) = 0; // takes the removal back
    virtual void retry(int64_t number) = 0; // 0: all that wait
    virtual void send(int64_t number, const QString &account, QObject *context, Done<tom::TargetRecord> done) = 0;
    virtual void list(QObject *context, Done<Records> done) = 0; // newest first
    [[nodiscard]] virtual int waiting() const = 0;
    virtual void noteOffered(int64_t number) = 0; // its alert was retracted, and the person was told
    virtual void retracted(QObject *context, Done<std::vector<tom::Retracted>> done) = 0; // while nobody looked
    virtual void renameAccount(const QString &account, const QString &newName) = 0;
    virtual void leaveAccount(const QString &account) = 0; // it is no more
    // As the import page of a TOM reads it; how many lines.
    virtual void exportTo(const QString &file, const Records &records, QObject *context, Done<int> done) = 0;

Q_SIGNALS:
    void changed(); // the list
    void settled(const tocsin::tom::TargetRecord &record);
    void strangersCanSee(const tocsin::tom::TargetRecord &record);
};

} // namespace tocsin::ui
