// SPDX-License-Identifier: GPL-3.0-or-later
// What a rehearsal costs, against finding the rows of its condition alone: rules that take few, many and all rows, and one that
// needs packets; how soon each stops when it is told to, and the memory behind it.
//   bench_rehearsal [ARCHIVE …]   stored archives; without any one of a million rows is made (TOCSIN_BENCH_ROWS)
#include "bench/benchalerts.h"

#include "core/archive/archive.h"
#include "core/filter/filter.h"
#include "core/rules/rehearsal.h"
#include "core/rules/ruletext.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tocsin;

namespace {

constexpr qint64 kPatience = 300'000; // ms for one rule

long residentMb()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLong() * 4 / 1024 : 0;
}

// Milliseconds to find the rows of the rule's condition.
double finding(archive::Archive &archive, const rules::Rule &rule)
{
    const auto reader = std::move(archive.reader().value());
    auto compiled = filter::Filter::compile(rules::conditionOf(rule).toStdString(), filter::FieldCatalogue());
    QElapsedTimer clock;
    clock.start();
    (void)reader->findRows(&std::get<filter::Filter>(compiled), UtcTime::now(), false, [](const auto &, double) { return true; });
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

void measure(archive::Archive &archive, const char *what, const rules::Rule &rule)
{
    QElapsedTimer clock;
    clock.start();
    int asked = 0;
    double done = 0;
    qint64 longest = 0;
    qint64 last = 0;
    const Result<rules::Rehearsal> whole = rules::rehearse(archive, rule, {}, [&](double fraction) {
        ++asked;
        done = fraction;
        longest = std::max(longest, clock.elapsed() - std::exchange(last, clock.elapsed()));
        return clock.elapsed() < kPatience;
    });
    const double took = static_cast<double>(clock.nsecsElapsed()) * 1e-6;
    const double found = finding(archive, rule);
    if (whole)
        std::printf("  %-44s %9.0f ms  found alone %8.0f ms  %9lld hits %8lld alarms  asked %6d times, at most %5lld ms apart  %4ld MB\n", what, took, found, static_cast<long long>(whole.value().hits),
                    static_cast<long long>(whole.value().alarms), asked, static_cast<long long>(longest), residentMb());
    else
        std::printf("  %-44s %9.0f ms  %s at %.1f %%  %4ld MB\n", what, took, qPrintable(whole.error().message), done * 100, residentMb());
    std::fflush(stdout);
}

rules::Rule waking(const QString &filter, const QStringList &topics = {})
{
    return {.name = u"bench"_s, .topics = topics, .filter = filter, .actions = {{.kind = u"notify"_s}}};
}

void measure(archive::Archive &archive, const QString &name)
{
    const auto reader = std::move(archive.reader().value());
    const Result<archive::Info> info = reader->info();
    std::printf("%s: %lld rows\n", qPrintable(name), info ? static_cast<long long>(info.value().rows) : -1LL);
    measure(archive, "few: mag < 15.01", waking(u"mag < 15.01"_s));
    measure(archive, "no topic of it", waking({}, {u"nobody.*"_s}));
    measure(archive, "what ships: gravitational waves", waking(u"messenger = \"gw\" and message = \"notice\" and significant"_s));
    measure(archive, "one in ten: mag < 16", waking(u"mag < 16"_s));
    measure(archive, "every row of every topic", waking({}, {u"*"_s}));
    measure(archive, "packets: fields.candidate.drb > 0.999", waking(u"fields.candidate.drb > 0.999"_s));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList places = app.arguments().mid(1);
    for (const QString &place : places) {
        const auto archive = archive::openSqliteArchive({.place = place, .readOnly = true});
        if (archive)
            measure(*archive.value(), place);
        else
            std::printf("%s: %s\n", qPrintable(place), qPrintable(archive.error().message));
    }
    if (!places.isEmpty())
        return 0;
    const QTemporaryDir folder;
    const qint64 rows = std::max<qint64>(1'000'000, qEnvironmentVariableIntValue("TOCSIN_BENCH_ROWS"));
    const auto archive = std::move(archive::openSqliteArchive({.place = folder.path() + u"/archive"_s, .quotaBytes = int64_t{1} << 40}).value());
    bench::fill(*archive, rows, bench::detections);
    bench::waitForColumns(folder.path() + u"/archive"_s, rows);
    measure(*archive, u"made"_s);
    return 0;
}
