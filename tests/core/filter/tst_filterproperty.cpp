// SPDX-License-Identifier: GPL-3.0-or-later
// Random filters on random alerts: the judge against the slow evaluator of randomfilter.cpp, with the packet and without.
#include "randomfilter.h"
#include "samples.h"

#include <QTest>

using namespace samples;

class TestFilterProperty final : public QObject
{
    Q_OBJECT

    static Truth truth(const randomfilter::Verdict &verdict) { return verdict ? filter::truthOf(*verdict) : Truth::Unknown; }

private Q_SLOTS:
    void judgesLikeTheSlowOne()
    {
        constexpr int kFilters = 2'500;
        constexpr int kRowsOfEach = 8;
        int seen[3] = {};
        int decidedWithout = 0;
        for (unsigned seed = 1; seed <= kFilters; ++seed) {
            randomfilter::Maker maker(seed);
            const randomfilter::Condition condition = maker.condition(3);
            auto result = Filter::compile(condition.text, catalogue());
            if (const auto *problem = std::get_if<Problem>(&result))
                QFAIL(qPrintable(QStringLiteral("seed %1: %2: %3").arg(seed).arg(QString::fromStdString(condition.text), problem->message)));
            const auto &made = std::get<Filter>(result);
            for (int i = 0; i < kRowsOfEach; ++i) {
                const Alert alert = maker.alert();
                const UtcTime now = UtcTime::fromIso("2026-03-01T05:00:00Z");
                Fixed packet(maker.packet());
                const Truth with = made.judge(alert, now, &packet);
                const Truth without = made.judge(alert, now, nullptr);
                const auto where = [&] {
                    return qPrintable(QStringLiteral("seed %1, row %2: %3\npacket %4").arg(seed).arg(i).arg(QString::fromStdString(condition.text), QString::fromStdString(packet.tree()->dump())));
                };
                QVERIFY2(with == truth(condition.meaning({&alert, now, packet.tree()})), where());
                QVERIFY2(without == truth(condition.meaning({&alert, now, nullptr})), where());
                // What is known without the packet stays.
                QVERIFY2(without == Truth::Unknown || without == with, where());
                QVERIFY2(made.needsPacket() || without == with, where());
                ++seen[static_cast<int>(with)];
                decidedWithout += made.needsPacket() && without != Truth::Unknown ? 1 : 0;
            }
        }
        // The cases are worth something: each verdict is common.
        for (const int count : seen)
            QVERIFY(count > kFilters * kRowsOfEach / 20);
        QVERIFY(decidedWithout > 1'000);
    }
};

QTEST_GUILESS_MAIN(TestFilterProperty)
#include "tst_filterproperty.moc"
