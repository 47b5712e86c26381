// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/ringer.h"

#include "core/alarms/alarmbook.h"
#include "core/base/logging.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;

namespace {

constexpr CheckPart::Id kParts[] = {CheckPart::Id::Sound, CheckPart::Id::Notification, CheckPart::Id::Inhibitor};
constexpr std::chrono::seconds kCheckLimit{7};

QString nameOf(CheckPart::Id id)
{
    switch (id) {
    case CheckPart::Id::Sound:
        return QCoreApplication::translate("alarms", "Sound");
    case CheckPart::Id::Notification:
        return QCoreApplication::translate("alarms", "Desktop notification");
    default:
        return QCoreApplication::translate("alarms", "Stay awake");
    }
}

CheckPart partOf(CheckPart::Id id, const Result<QString> &result)
{
    if (result)
        return {.id = id, .name = nameOf(id), .works = true, .fact = result.value()};
    return {.id = id, .name = nameOf(id), .works = false, .fact = result.error().message, .remedy = result.error().remedy};
}

} // namespace

Ringer::Ringer(AlarmBook &book, QObject *parent) : QObject(parent), m_book(book), m_turns(book)
{
    connect(&book, &AlarmBook::sounds, &m_turns, &RingTurns::handleDue);
    connect(&m_turns, &RingTurns::ours, this, &Ringer::ring);
    connect(&book, &AlarmBook::changed, this, &Ringer::handleBook);
    connect(&m_bell, &Bell::trouble, this, [this](const Error &error) {
        m_turns.setWorks(error.kind == ErrorKind::BadArgument); // the file's fault: another one was played
        m_bellTrouble = error.message;
        handleTrouble(error);
    });
    connect(&m_notifier, &Notifier::shown, this, [this](qint64 number) {
        if (m_unsounded.erase(number) > 0)
            m_turns.noteHeard(number);
    });
    connect(&m_bell, &Bell::played, this, [this] { m_told.remove(m_bellTrouble); });
    connect(&m_notifier, &Notifier::trouble, this, &Ringer::handleTrouble);
    connect(&m_notifier, &Notifier::showWanted, this, &Ringer::showWanted);
    connect(&m_notifier, &Notifier::acknowledgeWanted, this, [this](qint64 number) { m_book.acknowledge(number, u"notification"_s); });
    connect(&m_inhibitor, &SleepInhibitor::trouble, this, &Ringer::handleTrouble);
    connect(&m_resume, &ResumeWatch::resumed, this, [this] {
        m_book.soundAgain();
        Q_EMIT resumed();
    });
    m_checkLimit.setSingleShot(true);
    m_checkLimit.setInterval(kCheckLimit);
    connect(&m_checkLimit, &QTimer::timeout, this, &Ringer::endCheck);
    book.takeOver();
}

Ringer::~Ringer() = default;

void Ringer::setHasWindow(bool has)
{
    m_turns.setHasWindow(has);
    m_notifier.setCanShow(has);
}

void Ringer::ring(const Alarm &alarm)
{
    const int64_t number = alarm.number;
    m_bell.play(alarm.sound, [this, number] {
        m_turns.setWorks(true);
        m_turns.noteHeard(number);
    });
    if (alarm.notifies) {
        if (alarm.sound.isEmpty())
            m_unsounded.insert(number);
        m_notifier.show(alarm);
    } else if (alarm.sound.isEmpty()) {
        m_turns.noteHeard(number); // the log alone
    }
}

void Ringer::handleBook()
{
    const auto isOpen = [this](int64_t number) { return std::ranges::any_of(m_book.open(), [number](const Alarm &alarm) { return alarm.number == number; }); };
    m_notifier.keepOnly(isOpen);
    const bool isAnyLoud = std::ranges::any_of(m_book.open(), [this](const Alarm &alarm) { return !alarm.sound.isEmpty() && (alarm.always || !m_book.isSilenced()); });
    if (!isAnyLoud)
        m_bell.stop();
}

void Ringer::handleTrouble(const Error &error)
{
    qCInfo(lcServices) << "alarms:" << error.message << error.detail; // for the file; people are told below, once
    if (m_told.contains(error.message))
        return;
    m_told.insert(error.message);
    Q_EMIT trouble(error);
}

void Ringer::setArmed(int rules)
{
    const int before = std::exchange(m_armed, rules);
    if (rules == 0)
        return m_inhibitor.release();
    m_inhibitor.hold(QCoreApplication::translate("alarms", "Tocsin: an alarm may come (%n rule(s) armed)", nullptr, rules));
    if (before == 0)
        check();
}

void Ringer::check()
{
    if (std::exchange(m_isChecking, true))
        return;
    const int run = ++m_checkRun;
    m_checking.clear();
    m_checkLimit.start();
    m_bell.check(this, [this, run](const Outcome &outcome) {
        m_turns.setWorks(outcome.ok());
        takePart(run, partOf(CheckPart::Id::Sound,
                             outcome ? Result<QString>(QCoreApplication::translate("alarms", "The sound device takes sounds.")) : Result<QString>(outcome.error())));
    });
    m_notifier.check(this, [this, run](const Result<QString> &service) {
        takePart(run, partOf(CheckPart::Id::Notification, service ? Result<QString>(QCoreApplication::translate("alarms", "%1 shows them.").arg(service.value())) : service));
    });
    m_inhibitor.check(this, [this, run](const Result<QString> &by) {
        takePart(run, partOf(CheckPart::Id::Inhibitor, by ? Result<QString>(QCoreApplication::translate("alarms", "Kept from sleep by: %1, while a rule is armed.").arg(by.value())) : by));
    });
}

void Ringer::takePart(int run, CheckPart part)
{
    if (run != m_checkRun || !m_isChecking)
        return; // too late
    m_checking.push_back(std::move(part));
    if (m_checking.size() == std::size(kParts))
        endCheck();
}

// Whoever has not answered by now would not do so in an alarm either.
void Ringer::endCheck()
{
    m_checkLimit.stop();
    m_isChecking = false;
    for (const CheckPart::Id id : kParts) {
        if (std::ranges::none_of(m_checking, [id](const CheckPart &part) { return part.id == id; }))
            m_checking.push_back({.id = id, .name = nameOf(id), .works = false, .fact = QCoreApplication::translate("alarms", "No answer."),
                                  .remedy = QCoreApplication::translate("alarms", "Sign in to the desktop again; the other parts work without it.")});
    }
    std::ranges::sort(m_checking, {}, &CheckPart::id);
    m_lastCheck = std::exchange(m_checking, {});
    Q_EMIT checked();
}

} // namespace tocsin::alarms
