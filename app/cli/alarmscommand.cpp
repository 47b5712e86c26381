// SPDX-License-Identifier: GPL-3.0-or-later
// alarms …: the alarm log of a home without its window, and a try whether one would be noticed.
#include "app/cli/commands.h"

#include "core/alarms/alarmbook.h"
#include "core/alarms/alarmstore.h"
#include "core/alarms/alarmwords.h"
#include "core/alarms/ringer.h"
#include "core/journal/journal.h"
#include "core/options/duration.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSqlDatabase>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace tocsin::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Json = nlohmann::ordered_json;
using alarms::Alarm;

namespace {

constexpr int kMost = 100'000;
constexpr auto kTestLimit = 12s;
const QString kBy = u"command line"_s;

QString iso(const UtcTime &time)
{
    return QString::fromStdString(time.iso());
}

Json jsonOf(const Alarm &alarm)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? Json() : Json(value.toStdString()); };
    const auto time = [](const UtcTime &value) { return value.isValid() ? Json(value.iso()) : Json(); };
    return {{"number", alarm.number},
            {"kind", alarm.kind == alarms::Kind::Retraction ? "retraction" : "news"},
            {"rule", text(alarm.rule)},
            {"title", text(alarm.title)},
            {"fact", text(alarm.fact)},
            {"row", alarm.row > 0 ? Json(alarm.row) : Json()},
            {"event", text(alarm.event)},
            {"test", alarm.test},
            {"arrived", time(alarm.arrived)},
            {"raised", time(alarm.raised)},
            {"heard", alarm.heard},
            {"last_heard", time(alarm.lastHeard)},
            {"silenced_by", text(alarm.silencedBy)},
            {"acknowledged", time(alarm.acknowledged)},
            {"acknowledged_by", text(alarm.acknowledgedBy)}};
}

// One run of `alarms …`.
class Alarms
{
public:
    explicit Alarms(const CliContext &context) : m_arguments(context.arguments), m_journal(journal::Journal::fileIn(context.places.archive)) {}

    int run()
    {
        const QString what = m_arguments.command->name.section(u' ', 1);
        if (what == u"list")
            return list();
        if (what == u"acknowledge")
            return acknowledge();
        if (what == u"silence")
            return silence();
        return test();
    }

private:
    int list()
    {
        UtcTime since;
        if (m_arguments.has(u"since"_s)) {
            since = UtcTime::fromIso(m_arguments.value(u"since"_s).toStdString());
            if (!since.isValid())
                return complain({.kind = ErrorKind::BadArgument,
                                 .message = QCoreApplication::translate("cli", "--since: “%1” is no time.").arg(m_arguments.value(u"since"_s)),
                                 .remedy = QCoreApplication::translate("cli", "Write 2026-09-14 or 2026-09-14T03:00:00.")});
        }
        const Result<std::vector<Alarm>> log =
            m_journal.wait<std::vector<Alarm>>([since](QSqlDatabase &db) { return alarms::readLog(db, since, kMost); });
        if (!log)
            return complain(log.error());
        for (const Alarm &alarm : log.value()) {
            if (m_arguments.has(u"open"_s) && !alarm.isOpen())
                continue;
            if (m_arguments.has(u"json"_s))
                putLine(QString::fromStdString(jsonOf(alarm).dump(-1, ' ', false, Json::error_handler_t::replace)));
            else
                putLine(QStringList{QString::number(alarm.number), alarms::stateWord(alarm), iso(alarm.raised), alarms::plainLine(alarm.title), alarms::plainLine(alarm.fact),
                                    QString::number(alarm.heard), alarms::silenceWords(alarm), iso(alarm.acknowledged)}.join(u'\t'));
        }
        return 0;
    }

    int acknowledge()
    {
        const QStringList &given = m_arguments.positional;
        if (given.isEmpty() != m_arguments.has(u"all"_s))
            return complain({.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "Which alarms are meant is not clear."),
                             .remedy = QCoreApplication::translate("cli", "Name their numbers, which “tocsin alarms list --open” shows, or write --all.")});
        std::vector<int64_t> numbers;
        for (const QString &word : given) {
            bool isNumber = false;
            numbers.push_back(word.toLongLong(&isNumber));
            if (!isNumber)
                return complain({.kind = ErrorKind::BadArgument,
                                 .message = QCoreApplication::translate("cli", "“%1” is no number of an alarm.").arg(word),
                                 .remedy = QCoreApplication::translate("cli", "“tocsin alarms list --open” shows them.")});
        }
        const Result<int> done = m_journal.wait<int>([numbers](QSqlDatabase &db) -> Result<int> {
            if (numbers.empty())
                return alarms::acknowledgeOpen(db, kBy);
            int count = 0;
            for (const int64_t number : numbers) {
                const Result<int> one = alarms::acknowledgeAlarm(db, number, kBy);
                if (!one)
                    return one.error();
                count += one.value();
            }
            return count;
        });
        if (!done)
            return complain(done.error());
        putLine(QString::number(done.value()));
        if (done.value() > 0)
            return 0;
        return complain({.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("cli", "None of these alarms is open."),
                         .remedy = QCoreApplication::translate("cli", "“tocsin alarms list --open” shows those that are.")});
    }

    int silence()
    {
        const QString word = m_arguments.positional.value(0);
        UtcTime until;
        if (word == u"off") {
            // not valid: at once
        } else if (const auto length = options::parseDuration(word); length && length->count() > 0) {
            until = UtcTime::fromUs(UtcTime::now().us + static_cast<int64_t>(length->count()) * 1'000);
        } else if (!word.isEmpty()) {
            return complain({.kind = ErrorKind::BadArgument,
                             .message = QCoreApplication::translate("cli", "“%1” is no time.").arg(word),
                             .remedy = QCoreApplication::translate("cli", "Write 30m, 2h …, or off.")});
        }
        const Result<alarms::Standing> standing = m_journal.wait<alarms::Standing>([until, isAsking = word.isEmpty()](QSqlDatabase &db) -> Result<alarms::Standing> {
            if (!isAsking) {
                if (const Outcome kept = alarms::keepSilence(db, until); !kept)
                    return kept.error();
            }
            return alarms::readStanding(db);
        });
        if (!standing)
            return complain(standing.error());
        const UtcTime &ends = standing.value().silencedUntil;
        putLine(ends.isValid() && ends.us > UtcTime::now().us ? iso(ends) : u"off"_s);
        return 0;
    }

    // A real one, as a rule raises it: an open window of this home shows it as well.
    int test()
    {
        alarms::AlarmBook book(m_journal);
        alarms::Ringer ringer(book);
        QEventLoop loop;
        Result<int64_t> number = Error{};
        QObject::connect(&ringer, &alarms::Ringer::checked, &loop, [&loop] { QTimer::singleShot(3s, &loop, &QEventLoop::quit); }); // the sound ends
        QTimer::singleShot(kTestLimit, &loop, &QEventLoop::quit);
        book.raise(alarms::testAlarm(), [&number](Result<int64_t> got) { number = std::move(got); });
        ringer.check();
        loop.exec();
        if (number)
            book.acknowledge(number.value(), kBy);
        bool isNoticed = false;
        for (const alarms::CheckPart &part : ringer.lastCheck()) {
            isNoticed = isNoticed || (part.works && part.id != alarms::CheckPart::Id::Inhibitor);
            const QString fact = part.remedy.isEmpty() ? part.fact : part.fact + u' ' + part.remedy;
            putLine(QStringList{part.name, part.works ? QCoreApplication::translate("cli", "works") : QCoreApplication::translate("cli", "missing"), fact}.join(u'\t'));
        }
        if (!number)
            return complain(number.error());
        if (isNoticed)
            return 0;
        return complain({.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("cli", "Without a window nobody would notice an alarm here."),
                         .remedy = QCoreApplication::translate("cli", "Set up sound or notifications as said above, or let rules send mail or call a webhook.")});
    }

    const CliArguments &m_arguments;
    journal::Journal m_journal;
};

} // namespace

int runAlarms(const CliContext &context)
{
    return Alarms(context).run();
}

} // namespace tocsin::app
