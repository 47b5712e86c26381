// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/templates/templates.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tocsin::templates {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostTemplates = 200;
constexpr qsizetype kLongestName = 60;
constexpr qsizetype kLongestText = 8'000;

struct Shipped {
    const char *id;
    Kind kind;
    const char *name; // translate in context "templates"
    const char *before;
    const char *text;
    const char *condition;
};

constexpr const char *kZtf = "name ~ \"^ZTF[0-9]{2}[a-z]{7}$\"";
constexpr const char *kLsst = "name ~ \"^[0-9]{15,19}$\""; // a diaObjectId
constexpr const char *kPosition = "has(ra) and has(dec)";

// Pages as the services themselves link to them: ALeRCE, Fink, Lasair, TNS, SIMBAD and NED as on Fink's and Lasair's pages of
// an object, the Sky Viewer as in the Legacy Surveys' documentation, GraceDB as in its alerts (urls.gracedb).
constexpr std::array kShipped{
    Shipped{"sender", Kind::Link, QT_TRANSLATE_NOOP("templates", "Page of the sender"), "", "{url}", ""},
    Shipped{"alerce-ztf", Kind::Link, QT_TRANSLATE_NOOP("templates", "ALeRCE (ZTF)"), "", "https://alerce.online/object/{name}", kZtf},
    Shipped{"alerce-lsst", Kind::Link, QT_TRANSLATE_NOOP("templates", "ALeRCE (LSST)"), "", "https://lsst.alerce.online/object/{name}?survey=lsst", kLsst},
    Shipped{"fink-ztf", Kind::Link, QT_TRANSLATE_NOOP("templates", "Fink (ZTF)"), "", "https://ztf.fink-portal.org/{name}", kZtf},
    Shipped{"fink-lsst", Kind::Link, QT_TRANSLATE_NOOP("templates", "Fink (LSST)"), "", "https://lsst.fink-portal.org/{name}", kLsst},
    Shipped{"lasair-ztf", Kind::Link, QT_TRANSLATE_NOOP("templates", "Lasair (ZTF)"), "", "https://lasair-ztf.lsst.ac.uk/objects/{name}/", kZtf},
    Shipped{"lasair-lsst", Kind::Link, QT_TRANSLATE_NOOP("templates", "Lasair (LSST)"), "", "https://lasair.lsst.ac.uk/objects/{name}/", kLsst},
    Shipped{"tns", Kind::Link, QT_TRANSLATE_NOOP("templates", "TNS, the object"), "", "https://www.wis-tns.org/object/{tns}", ""},
    Shipped{"tns-near", Kind::Link, QT_TRANSLATE_NOOP("templates", "TNS, within 10 arcsec"), "",
            "https://www.wis-tns.org/search?ra={ra:.6f}&decl={dec:+.6f}&radius=10&coords_unit=arcsec", kPosition},
    Shipped{"simbad", Kind::Link, QT_TRANSLATE_NOOP("templates", "SIMBAD, within 10 arcsec"), "",
            "https://simbad.cds.unistra.fr/simbad/sim-coo?Coord={ra:.6f}%20{dec:+.6f}&CooFrame=ICRS&Radius=10&Radius.unit=arcsec", kPosition},
    Shipped{"ned", Kind::Link, QT_TRANSLATE_NOOP("templates", "NED, within half an arcmin"), "",
            "https://ned.ipac.caltech.edu/conesearch?search_type=Near%20Position%20Search&in_csys=Equatorial&in_equinox=J2000"
            "&ra={ra:.6f}d&dec={dec:+.6f}d&radius=0.5&Z_CONSTRAINT=Unconstrained",
            kPosition},
    Shipped{"legacysurvey", Kind::Link, QT_TRANSLATE_NOOP("templates", "Legacy Survey"), "",
            "https://www.legacysurvey.org/viewer?ra={ra:.6f}&dec={dec:.6f}&layer=ls-dr10&zoom=16&mark={ra:.6f},{dec:.6f}", kPosition},
    Shipped{"gracedb", Kind::Link, QT_TRANSLATE_NOOP("templates", "GraceDB"), "", "https://gracedb.ligo.org/superevents/{name}/view/",
            "name ~ \"^[MT]?S[0-9]{6}[a-z]+$\""},
    Shipped{"chat", Kind::Text, QT_TRANSLATE_NOOP("templates", "Chat line"), "",
            "{name|unnamed}: {classification|} {ra_hms:.1|no position} {dec_dms:.0|}, mag {mag:.1f|not sent} {band|}, {timestamp:.0|no time} {url|}", ""},
    Shipped{"gcn", Kind::Text, QT_TRANSLATE_NOOP("templates", "GCN circular, a stub"), "",
            "SUBJECT: {name|Object}: TELESCOPE observations\n\n"
            "AUTHORS (AFFILIATIONS) report:\n\n"
            "We observed {name|the object} ({mission|reported} alert of {timestamp:.0|unknown time}) with INSTRUMENT at TELESCOPE, beginning on TIME UT.\n"
            "At RA, Dec (ICRS) = {ra_hms:.2}, {dec_dms:.1}\n"
            "({ra:.5f}, {dec:+.5f} deg) we RESULT.\n",
            kPosition},
    Shipped{"ds9", Kind::Text, QT_TRANSLATE_NOOP("templates", "DS9 region"), "# Region file format: DS9 version 4.1\nicrs",
            "circle({ra:.7f},{dec:+.7f},5\") # text={{{name:word|no name}}}", kPosition},
    Shipped{"python", Kind::Text, QT_TRANSLATE_NOOP("templates", "Python snippet"), "from astropy.coordinates import SkyCoord\n\ntargets = {}",
            "targets[{name:quoted|\"unnamed\"}] = SkyCoord({ra}, {dec}, unit=\"deg\", frame=\"icrs\")", kPosition},
    Shipped{"catalogue", Kind::Text, QT_TRANSLATE_NOOP("templates", "Catalogue line"), "", "{name:word|unnamed} {ra_hms:.2} {dec_dms:.1} 2000.0 # mag {mag:.1f|?}", kPosition},
};

Template fromShipped(const Shipped &shipped)
{
    return {.id = QString::fromLatin1(shipped.id),
            .kind = shipped.kind,
            .name = QCoreApplication::translate("templates", shipped.name),
            .before = QString::fromUtf8(shipped.before),
            .text = QString::fromUtf8(shipped.text),
            .condition = QString::fromUtf8(shipped.condition)};
}

Template fromJson(const QJsonObject &json, Template out)
{
    const auto take = [&json](const QString &key, QString &value, qsizetype most) {
        if (json[key].isString())
            value = json[key].toString().left(most);
    };
    if (json[u"kind"].isString())
        out.kind = json[u"kind"].toString() == u"link" ? Kind::Link : Kind::Text;
    take(u"name"_s, out.name, kLongestName);
    take(u"before"_s, out.before, kLongestText);
    take(u"text"_s, out.text, kLongestText);
    take(u"condition"_s, out.condition, kLongestText);
    out.hidden = json[u"hidden"].toBool();
    return out;
}

} // namespace

std::vector<Template> shippedTemplates()
{
    std::vector<Template> all;
    for (const Shipped &shipped : kShipped)
        all.push_back(fromShipped(shipped));
    return all;
}

std::optional<Template> shippedTemplate(const QString &id)
{
    const auto it = std::ranges::find_if(kShipped, [&id](const Shipped &shipped) { return id == QLatin1String(shipped.id); });
    return it == kShipped.end() ? std::optional<Template>() : fromShipped(*it);
}

std::vector<Template> templatesFromJson(const QByteArray &json)
{
    std::vector<Template> all;
    const auto known = [&all](const QString &id) { return std::ranges::find(all, id, &Template::id) != all.end(); };
    for (const QJsonValue &each : QJsonDocument::fromJson(json).array()) {
        const QJsonObject object = each.toObject();
        const QString id = each.isString() ? each.toString() : object[u"id"].toString().left(kLongestName);
        if (id.isEmpty() || known(id) || static_cast<qsizetype>(all.size()) >= kMostTemplates)
            continue;
        const std::optional<Template> shipped = shippedTemplate(id);
        if (!shipped && (!id.startsWith(u"own-") || object[u"name"].toString().isEmpty()))
            continue; // a later version's
        all.push_back(fromJson(object, shipped.value_or(Template{.id = id})));
    }
    for (Template &shipped : shippedTemplates()) {
        if (!known(shipped.id))
            all.push_back(std::move(shipped));
    }
    return all;
}

QByteArray templatesToJson(const std::vector<Template> &templates)
{
    QJsonArray list;
    for (const Template &one : templates) {
        const Template shipped = shippedTemplate(one.id).value_or(Template());
        if (one == shipped) {
            list << one.id;
            continue;
        }
        QJsonObject object{{u"id"_s, one.id}};
        const auto put = [&object](const QString &key, const QString &value, const QString &standard) {
            if (value != standard)
                object[key] = value;
        };
        if (shipped.id.isEmpty())
            object[u"kind"_s] = one.kind == Kind::Link ? u"link"_s : u"text"_s;
        put(u"name"_s, one.name, shipped.name);
        put(u"before"_s, one.before, shipped.before);
        put(u"text"_s, one.text, shipped.text);
        put(u"condition"_s, one.condition, shipped.condition);
        if (one.hidden)
            object[u"hidden"_s] = true;
        list << object;
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

std::variant<ReadyTemplate, TemplateProblem> ReadyTemplate::make(const Template &spec)
{
    using Field = TemplateProblem::Field;
    const auto say = [](const char *text) { return QCoreApplication::translate("templates", text); };
    if (spec.name.trimmed().isEmpty())
        return TemplateProblem{Field::Name, say(QT_TRANSLATE_NOOP("templates", "Give the template a name."))};
    if (spec.text.trimmed().isEmpty())
        return TemplateProblem{Field::Text, say(QT_TRANSLATE_NOOP("templates", "Write what is to be opened or copied."))};
    ReadyTemplate ready;
    ready.m_spec = spec;
    std::variant<TextTemplate, Problem> text = TextTemplate::compile(spec.text.toStdString());
    if (const auto *problem = std::get_if<Problem>(&text))
        return TemplateProblem{Field::Text, problem->message};
    ready.m_text = std::get<TextTemplate>(std::move(text));
    if (spec.kind == Kind::Link) {
        if (const auto problem = linkProblem(ready.m_text))
            return TemplateProblem{Field::Text, problem->message};
    }
    if (!spec.condition.trimmed().isEmpty()) {
        std::variant<filter::Filter, filter::Problem> condition = filter::Filter::compile(spec.condition.toStdString(), filter::FieldCatalogue());
        if (const auto *problem = std::get_if<filter::Problem>(&condition))
            return TemplateProblem{Field::Condition, problem->expected.isEmpty() ? problem->message : problem->message + u' ' + problem->expected};
        ready.m_condition = std::get<filter::Filter>(std::move(condition));
        // The menu opens at once: nothing is read from the archive for it.
        if (ready.m_condition->needsPacket())
            return TemplateProblem{Field::Condition, say(QT_TRANSLATE_NOOP("templates", "A condition looks at the keys of a row, not into its packet."))};
    }
    return ready;
}

bool ReadyTemplate::isOfferedFor(const Alert &alert, const UtcTime &now) const
{
    if (!alert.error.empty() || !meets(alert, now))
        return false;
    return m_spec.kind == Kind::Text || m_text.needsPacket() || link(alert).ok() || link(alert).error().kind != ErrorKind::NotFound;
}

} // namespace tocsin::templates
