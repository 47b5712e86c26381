// SPDX-License-Identifier: GPL-3.0-or-later
// The table that JSON lines, CSV, the archive and the window are made from.
#include "core/domain/alertfields.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tocsin;

class TestAlertFields final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Contract, section 3: "All keys below always present in this order".
    void orderOfTheContract()
    {
        const char *const keys[] = {"timestamp", "id", "name", "ra", "dec", "mag", "score", "url", "score_kind", "mjd", "time_kind", "time_precision", "message", "messenger",
                                    "event", "revision", "alert_type", "alert_tense", "test", "retraction", "classification", "classification_score", "classification_by",
                                    "significant", "far", "error_radius", "error_containment", "error_systematic", "position_kind", "mag_error", "mag_system", "mag_kind",
                                    "mag_limit", "band", "flux", "flux_error", "flux_unit", "is_negative", "mission", "instruments", "solar_system", "access", "stream", "topic",
                                    "partition", "offset", "record", "message_id", "issued", "broker_time", "received", "format", "row", "problems", "error"};
        const auto fields = alertFields();
        QVERIFY(fields.size() > std::size(keys));
        for (size_t i = 0; i < std::size(keys); ++i) {
            QCOMPARE(fields[i].key, keys[i]);
            QVERIFY(fields[i].always);
        }
        for (const AlertField &field : fields.subspan(std::size(keys)))
            QVERIFY2(!field.always, field.key);
    }

    void everyFieldIsDescribed()
    {
        static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9_]*$")); // a column of SQL as it stands
        QSet<QByteArray> keys;
        QSet<QByteArray> labels;
        for (const AlertField &field : alertFields()) {
            QVERIFY2(form.match(QLatin1String(field.key)).hasMatch(), field.key);
            QVERIFY2(*field.label && *field.help, field.key);
            QVERIFY(field.unit);
            keys.insert(field.key);
            labels.insert(field.label);
        }
        QCOMPARE(static_cast<size_t>(keys.size()), alertFields().size());
        QCOMPARE(static_cast<size_t>(labels.size()), alertFields().size()); // two columns of one title cannot be told apart
    }

    void fieldsAreFoundByKey()
    {
        for (const AlertField &field : alertFields())
            QCOMPARE(findAlertField(field.key), &field);
        for (const char *none : {"", "RA", "ra ", "nonsense"})
            QVERIFY(!findAlertField(none));
    }

    // Each row points at a member of its own, of the kind that its unit promises.
    void membersAreNotMixedUp()
    {
        Alert alert;
        size_t numbers = 0;
        QSet<const void *> seen;
        for (const AlertField &field : alertFields()) {
            std::visit(
                [&](auto member) {
                    if constexpr (std::is_member_object_pointer_v<decltype(member)>) {
                        QVERIFY2(!seen.contains(&(alert.*member)), field.key);
                        seen.insert(&(alert.*member));
                        if constexpr (std::is_same_v<decltype(member), Number Alert::*>)
                            ++numbers;
                        else
                            QVERIFY2(!*field.unit, field.key); // only numbers have units
                    }
                },
                field.member);
        }
        QVERIFY(numbers > 20);
    }

    void whatIsDerived()
    {
        Alert alert;
        alert.timestamp = UtcTime::fromIso("2000-01-01T12:00:00Z");
        const auto *derived = std::get_if<AlertField::Derived>(&findAlertField("mjd")->member);
        QVERIFY(derived);
        QCOMPARE((*derived)(alert), 51'544.5);
        QVERIFY(std::isnan((*derived)(Alert{})));
    }
};

QTEST_GUILESS_MAIN(TestAlertFields)
#include "tst_alertfields.moc"
