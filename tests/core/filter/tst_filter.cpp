// SPDX-License-Identifier: GPL-3.0-or-later
// What filters mean, one line each: grammar, units, times, places, ids, packets.
#include "samples.h"

#include <QTest>

using namespace samples;

namespace {

constexpr Truth T = Truth::True;
constexpr Truth F = Truth::False;
constexpr Truth U = Truth::Unknown;

void row(const char *text, Truth wanted)
{
    QTest::newRow(text) << QByteArray(text) << wanted;
}

} // namespace

class TestFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void means_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Truth>("wanted");
        // grammar
        row("mag < 19.5 and score > 0.9 and topic ~ \"^gcn\\.\"", T);
        row("mag<19&&score>0.9||test", T);
        row("true or false and false", T);
        row("(true or false) and false", F);
        row("not false and false", F);
        row("not (false and false)", T);
        row("not not test", F);
        row("! !true", T);
        row("not mag < 19", F);
        row("1 + 2 * 3 = 7", T);
        row("(1 + 2) * 3 = 9", T);
        row("10 - 4 - 3 = 3", T);
        row("2 * -3 = -6", T);
        row("- - 3 = 3", T);
        row("+3 = 3", T);
        row("mag\n<\t19", T);
        row("mag = 18.5", T);
        row("mag == 18.5", T);
        row("mag != 18.5", F);
        row("18.5 <= mag", T);
        row("mag >= 1.85e1", T);
        row("mag > .5", T);
        row("(mag) < (19)", T);
        row("mag in (17, 18.5)", T);
        row("mag not in (17, 18.5)", F);
        row("mag IN (17)", F);
        row("name in (\"ZTF26abc\", 'AT2026xyz')", T);
        row("name not in (\"x\")", T);
        // keys
        row("test", F);
        row("significant", T);
        row("significant = true", T);
        row("test != TRUE", T);
        row("significant in (true)", T);
        row("error_systematic", U);
        row("not error_systematic", U);
        row("name = \"ZTF26abc\"", T);
        row("name = \"ztf26abc\"", F);
        row("lower(name) = \"ztf26abc\"", T);
        row("lower(name) = lower(\"ZTF26ABC\")", T);
        row("name < \"ZTF26abd\"", T);
        row("solar_system = \"x\"", U);
        row("solar_system != \"x\"", U);
        row("len(name) = 8", T);
        row("len(solar_system) = 0", U);
        row("len(problems) = 2", T);
        row("problems ~ \"finite\"", T);
        row("problems = \"jd is no time\"", T);
        row("problems in (\"a\", \"jd is no time\")", T);
        row("problems !~ \"finite\"", T); // one of the two has it not
        row("not (problems ~ \"infinite\")", T);
        row("offset = 42", T);
        row("row = 9007199254740993", T);
        row("row = 9007199254740992", F);
        row("row > 9007199254740992", T);
        row("row in (9007199254740992, 9007199254740994)", F);
        row("mjd > 61100 and mjd < 61101", T);
        row("abs(-3) = 3", T);
        row("abs(mag - 20) = 1.5", T);
        row("min(mag, mag_limit, 30) = 18.5", T);
        row("max(mag, mag_limit) = 20.5", T);
        row("min(mag, mag_error) < 20", U);
        row("max(received, broker_time) = received", T);
        row("flux / 0 > 1", U);
        row("flux / (mag - mag) > 1", U);
        row("p_bns + p_nsbh > 0.5", T);
        row("p_bns + p_bbh > 0.5", U);
        // ids
        row("id = 3458293962815015016", T);
        row("id = 3458293962815015017", F);
        row("id != 3458293962815015017", T);
        row("id = \"3458293962815015016\"", T);
        row("3458293962815015016 = id", T);
        row("id in (1, 3458293962815015016)", T);
        row("id in (3458293962815015017)", F);
        row("id > 3458293962815015015", T);
        row("id > 3458293962815015016", F);
        row("revision > 2", T);
        row("revision > 10", F);
        row("revision = 3", T);
        row("revision = 3.0", F); // as it was written
        row("revision = -3", F);
        row("name > 2", U);
        // units
        row("far < 1/yr", T);
        row("far < 1 / yr", T);
        row("far > 0.03/yr", T);
        row("far * 1yr < 0.0316", T);
        row("1/far > 30yr", T);
        row("1/far > 32yr", F);
        row("far < 3e-8 Hz", T);
        row("error_radius = 6 arcmin", T);
        row("error_radius < 361arcsec", T);
        row("error_radius <= 0.1", T);
        row("error_radius < 0.5\xc2\xb0", T);
        row("area90 < 100 deg2", T);
        row("area90 < 10 deg * 10 deg", T);
        row("distance_mpc < 200 Mpc", T);
        row("time_precision = 10ms", T);
        row("mag < 19 mag", T);
        row("mag_limit - mag = 2", T);
        row("mag_limit - mag = 2 mag", T);
        row("mag * 2 < 40", T);
        row("abs(b) > 15 deg", T);
        row("b > 74 and b < 75", T);
        row("l > 283 and l < 284", T);
        row("10 arcmin in (10 arcmin)", T);
        row("error_radius in (6 arcmin, 1)", T);
        row("1yr = 365.25 d", T);
        row("1h = 60 min", T);
        row("1h + 30m = 90m", T);
        row("2d / 1d = 2", T);
        row("min(error_radius, 5 arcmin) = 5 arcmin", T);
        row("min(5 arcmin, error_radius) < 0.084", T);
        row("mjd > 1000yr / 10", T);
        // times
        row("timestamp > now - 6h", T);
        row("timestamp > now - 4m", F);
        row("timestamp < now", T);
        row("timestamp > 2026-03-01", T);
        row("timestamp < 2026-03-01T04:05:06.7891Z", T);
        row("timestamp = 2026-03-01T04:05:06.789Z", T);
        row("timestamp = \"2026-03-01 04:05:06.789\"", T);
        row("timestamp = 2026-03-01T05:05:06.789+01:00", T);
        row("timestamp in (2026-03-01T04:05:06.789, \"2027-01-01\")", T);
        row("timestamp > 2026-03-01 + 4h", T);
        row("timestamp > 2026-03-01+4h", T);
        row("4h + 2026-03-01 < timestamp", T);
        row("timestamp + 1yr > 2027-03-01", T);
        row("now - timestamp < 5m", T);
        row("now - timestamp = age", T);
        row("age < 300", T);
        row("age < 5m and age > 4.8m", T);
        row("received - broker_time = 0.5s", T);
        row("received - broker_time < 1", T);
        row("2026-03-02 - 2026-03-01 = 1d", T);
        row("issued > now", U);
        row("now - issued < 1h", U);
        // places
        row("cone(12h30m49s, +12d23m28s, 2deg)", T);
        row("cone(12:30:49, +12:23:28, 30 arcsec)", T);
        row("cone(12h 30m 49s, +12d 23m 28s, 30 arcsec)", T);
        row("cone(12h30m49, 12\xc2\xb0"
            "23'28\", 30 arcsec)",
            T);
        row("cone(12h30.8166667m, 12.39111, 0\xc2\xb0"
            "0'30\")",
            T);
        row("cone(187.7, 12.39, 1)", T);
        row("cone(187.7 deg, 12.39, 10 arcsec)", F);
        row("cone(-172.29407, 12.39112, 1 arcsec)", T);
        row("cone(12.5h, 12d, 1d)", T);
        row("cone(187.7, -12:23:28, 1)", F);
        row("cone(187.7, -0:00:30, 12.5)", T);
        row("cone(180 + 7.7, 12.39, 60 arcmin)", T);
        row("cone(0, 0, 180)", T);
        // word
        row("word(\"kilonova\")", T);
        row("word(\"KILONOVA in\")", T);
        row("word(\"kilo\")", F);
        row("word(\"h1\")", T);
        row("word(\"ztf26abc\")", T);
        row("word(\"\xc3\xa9ta carinae\")", T); // in the packet
        row("word(\"\xc3\x89TA CARINAE\")", T);
        row("word(\"carinae, A NOVA\")", T);
        row("word(\"eta\")", F);
        // has
        row("has(mag)", T);
        row("has(mag_error)", F);
        row("has(solar_system)", F);
        row("has(test)", T);
        row("has(error_systematic)", F);
        row("has(b) and has(l) and has(age) and has(now)", T);
        row("has(issued) or has(partition)", T);
        row("has(problems)", T);
        row("not has(mag_error)", T);
        // packet
        row("fields.candidate.drb >= 0.9", T);
        row("drb >= 0.9", T);
        row("candidate.drb >= 0.9", T);
        row("fields[\"a.b\"][0] = 7", T);
        row("fields[\"a.b\"] = 8", T);
        row("fields[\"a.b\"] = 9", F);
        row("fields.list[2].x = 5", T);
        row("fields.list[9].x = 5", U);
        row("fields.list[0].x = 5", U);
        row("fields.candid = 3458293962815015016", T);
        row("fields.candid = 3458293962815015017", F);
        row("fields.big = 18446744073709551615", T);
        row("fields.big > 18446744073709551614", T);
        row("fields.candid = \"3458293962815015016\"", U);
        row("fields.text = 42", U);
        row("fields.text = \"42\"", T);
        row("fields.candidate.isdiffpos", T);
        row("fields.candidate.isdiffpos = false", F);
        row("fields.candidate.isdiffpos = 1", U);
        row("fields.instruments = \"L1\"", T);
        row("fields.instruments = \"V1\"", F);
        row("fields.instruments != \"H1\"", T);
        row("fields.instruments in (\"V1\", \"L1\")", T);
        row("fields.instruments not in (\"V1\", \"L1\")", F);
        row("fields.instruments ~ \"^h\"", F);
        row("fields.instruments ~ \"(?i)^h\"", T);
        row("lower(fields.instruments) = \"h1\"", T);
        row("fields.nested = 3", T);
        row("fields.nested > 3", F);
        row("len(fields.nested) = 2", T);
        row("len(fields.instruments) = 2", T);
        row("len(fields.object) = 1", T);
        row("len(fields.text) = 2", T);
        row("len(fields.candid) = 2", U);
        row("fields.empty = 1", F);
        row("fields.empty != 1", F);
        row("has(fields.empty)", T);
        row("fields.flags", T);
        row("fields.object", U);
        row("fields.object = 1", U);
        row("fields.prv_candidates.magpsf < 18", T);
        row("fields.prv_candidates[0].magpsf < 18", F);
        row("fields.prv_candidates.magpsf < 17", U); // one of them is not known
        row("prv_candidates.magpsf < 18", T);
        row("has(fields.candidate.drb)", T);
        row("has(fields.candidate.ssnamenr)", F);
        row("has(fields.nothing)", F);
        row("has(fields.prv_candidates.drb)", F);
        row("fields.when < now", T);
        row("now - fields.when < 11m", T);
        row("fields.text < now", U);
        row("fields.when = 2026-03-01T04:00", T);
        row("fields.when in (2026-03-01T04:00)", T);
        row("fields.candidate.drb + 1 > 1.9", T);
        row("abs(fields.candidate.drb - 1) < 0.1", T);
        row("fields.instruments + 1 > 0", U);
        row("fields.candidate.magpsf = mag", T);
        row("fields.candid in (\"a\", 5)", U);
        row("fields.candid in (4, 5)", F);
        row("magpsf < 19 mag", T);
        row("neargaia < 3 arcsec", U);
    }
    void means()
    {
        QFETCH(QByteArray, text);
        QFETCH(Truth, wanted);
        QCOMPARE(static_cast<int>(judged(text.toStdString())), static_cast<int>(wanted));
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
