// SPDX-License-Identifier: GPL-3.0-or-later
// The arguments of cone(): places and angles in every spelling.
#include "core/filter/checking.h"
#include "core/filter/lexer.h"

#include <QCoreApplication>

#include <cmath>

namespace tocsin::filter {

namespace {

constexpr uint8_t kConeCost = 2;

} // namespace

bool Checking::cone(const Syntax &syntax, Node &out)
{
    double ra = 0;
    double dec = 0;
    double radius = 0;
    if (!degrees(syntax.children[0], Coordinate::Ra, ra) || !degrees(syntax.children[1], Coordinate::Dec, dec) || !degrees(syntax.children[2], Coordinate::Radius, radius))
        return false;
    if (!(ra >= -360 && ra <= 720))
        return fail(syntax.children[0], QCoreApplication::translate("filter", "%1 is no right ascension.").arg(inQuotes(syntax.children[0].source)), QCoreApplication::translate("filter", "0 to 360 degrees, or 0h to 24h"));
    if (!(std::abs(dec) <= 90))
        return fail(syntax.children[1], QCoreApplication::translate("filter", "%1 is no declination.").arg(inQuotes(syntax.children[1].source)), QCoreApplication::translate("filter", "-90 to 90 degrees"));
    if (!(radius > 0 && radius <= 180))
        return fail(syntax.children[2], QCoreApplication::translate("filter", "%1 is no radius on the sky.").arg(inQuotes(syntax.children[2].source)), QCoreApplication::translate("filter", "more than 0 and at most 180 degrees, such as 2deg or 30 arcsec"));
    out.cone = Cone::of(ra, dec, radius);
    out.cost = kConeCost;
    return true;
}

bool Checking::sexagesimalDegrees(const Syntax &syntax, Coordinate coordinate, double &out)
{
    const Sexagesimal place = sexagesimalValue(syntax.literal);
    if (!place.sound)
        return fail(syntax, QCoreApplication::translate("filter", "%1 has minutes or seconds of 60 or more.").arg(inQuotes(syntax.source)));
    if (place.form == Sexagesimal::Form::Hours && coordinate != Coordinate::Ra)
        return fail(syntax, QCoreApplication::translate("filter", "%1 counts hours, which only right ascension does.").arg(inQuotes(syntax.source)), QCoreApplication::translate("filter", "degrees, as in +12d23m28s"));
    const bool hours = place.form == Sexagesimal::Form::Hours || (place.form == Sexagesimal::Form::Colons && coordinate == Coordinate::Ra);
    out = hours ? place.value * 15 : place.value;
    return true;
}

bool Checking::degrees(const Syntax &syntax, Coordinate coordinate, double &out)
{
    if (syntax.kind == SyntaxKind::Negate) {
        if (!degrees(syntax.children[0], coordinate, out))
            return false;
        out = -out;
        return true;
    }
    if (syntax.kind == SyntaxKind::Sexagesimal)
        return sexagesimalDegrees(syntax, coordinate, out);
    Node node;
    if (!value(syntax, node))
        return false;
    if (node.kind != Kind::Number) {
        const QString message = isLiteral(node) ? QCoreApplication::translate("filter", "%1 is %2, and cone() takes a fixed place.").arg(inQuotes(syntax.source), described(node.type))
                                                : QCoreApplication::translate("filter", "%1 varies from alert to alert, and cone() takes a fixed place: it asks where the alert lies.").arg(inQuotes(syntax.source));
        return fail(syntax, message, QCoreApplication::translate("filter", "numbers, as in cone(187.7, 12.39, 2deg)"));
    }
    out = node.number.real;
    if (node.unit.free || node.unit.dimension == Dimension{.angle = 1})
        return true;
    // “12h” is an hour angle and “5d” are degrees to everybody who writes places.
    const bool hours = syntax.unit && syntax.unit->name == "h" && coordinate == Coordinate::Ra;
    const bool days = syntax.unit && syntax.unit->name == "d";
    if (hours || days) {
        out = hours ? out / 3600 * 15 : out / 86400;
        return true;
    }
    return fail(syntax, QCoreApplication::translate("filter", "%1 is %2, and cone() takes angles.").arg(inQuotes(syntax.source), described(node.unit)), QCoreApplication::translate("filter", "an angle such as 2deg or 30 arcsec"));
}

} // namespace tocsin::filter
