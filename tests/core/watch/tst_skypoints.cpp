// SPDX-License-Identifier: GPL-3.0-or-later
// Which source a place lies on, against astropy (makereference.py), and against looking at all of them.
#include "core/watch/skypoints.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace tocsin::watch;
using Json = nlohmann::json;

class TestSkyPoints final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(TOCSIN_TEST_DATA) + u"/watch_reference.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_reference = Json::parse(file.readAll().toStdString());
    }

    void separationsAreThoseOfAstropy()
    {
        for (const Json &pair : m_reference["separations"]) {
            const auto wanted = pair[4].get<double>();
            const double far = separation(pair[0].get<double>(), pair[1].get<double>(), pair[2].get<double>(), pair[3].get<double>());
            QVERIFY2(std::abs(far - wanted) < 1e-11 + wanted * 1e-9, pair.dump().c_str());
        }
    }

    void nearestIsThatOfAstropy()
    {
        std::vector<SkyPoint> points;
        for (const Json &source : m_reference["sources"])
            points.push_back({source[0].get<double>(), source[1].get<double>(), source[2].get<double>()});
        const SkyPoints index(points);
        QCOMPARE(index.size(), points.size());
        int hits = 0;
        for (size_t i = 0; i < m_reference["places"].size(); ++i) {
            const Json &place = m_reference["places"][i];
            const Json &wanted = m_reference["expected"][i];
            const auto match = index.nearest(place[0].get<double>(), place[1].get<double>());
            QVERIFY2(match.has_value() == !wanted.is_null(), place.dump().c_str());
            if (!match)
                continue;
            ++hits;
            QVERIFY2(std::abs(match->separation - wanted[1].get<double>()) < 1e-10, place.dump().c_str());
            // Two that stand at one place are as good as each other.
            const double other = separation(points[wanted[0].get<size_t>()].ra, points[wanted[0].get<size_t>()].dec, place[0].get<double>(), place[1].get<double>());
            QVERIFY2(match->index == wanted[0].get<size_t>() || std::abs(other - match->separation) < 1e-12, place.dump().c_str());
        }
        QCOMPARE(hits, 216);
    }

    void sameAsLookingAtAll()
    {
        std::mt19937_64 random(7);
        std::uniform_real_distribution<double> any(0, 1);
        const auto place = [&](double &ra, double &dec) {
            ra = any(random) * 360;
            // Crowded where it is hard: at the poles and beside right ascension 0.
            const double kind = any(random);
            dec = kind < 0.3 ? (any(random) < 0.5 ? 90 - any(random) * 0.5 : any(random) * 0.5 - 90) : std::asin(2 * any(random) - 1) * 57.29577951308232;
            if (kind > 0.7)
                ra = std::fmod(any(random) * 0.4 - 0.2 + 360, 360);
        };
        std::vector<SkyPoint> points(4'000);
        for (SkyPoint &point : points) {
            place(point.ra, point.dec);
            point.radius = std::pow(10, -4 + any(random) * 4.5); // 0.4 arcsec to 3 degrees
        }
        const SkyPoints index(points);
        int hits = 0;
        for (int i = 0; i < 4'000; ++i) {
            double ra = 0;
            double dec = 0;
            place(ra, dec);
            double best = 1e9;
            size_t bestAt = 0;
            for (size_t at = 0; at < points.size(); ++at) {
                const double far = separation(points[at].ra, points[at].dec, ra, dec);
                if (far <= points[at].radius && far < best) {
                    best = far;
                    bestAt = at;
                }
            }
            const auto match = index.nearest(ra, dec);
            QCOMPARE(match.has_value(), best < 1e9);
            if (match) {
                QCOMPARE(match->index, bestAt);
                QCOMPARE(match->separation, best);
                ++hits;
            }
        }
        QVERIFY2(hits > 1'500, qPrintable(QString::number(hits)));
    }

    void nothingIsNowhere()
    {
        QVERIFY(!SkyPoints().nearest(1, 2));
        const SkyPoints one({{10, 20, 1}});
        QVERIFY(!one.nearest(std::nan(""), 20));
        QVERIFY(one.nearest(10, 21)); // the edge belongs to it
        QVERIFY(!one.nearest(10, 21.0000001));
    }

private:
    Json m_reference;
};

QTEST_GUILESS_MAIN(TestSkyPoints)
#include "tst_skypoints.moc"
