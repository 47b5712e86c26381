// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tom/tomclient.h"

#include "core/tokens/webquestion.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tocsin::tom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 8 * 1024 * 1024; // a long list of targets

QString say(const char *text)
{
    return QCoreApplication::translate("tom", text);
}

} // namespace

QString tomAddressProblem(const QUrl &url)
{
    const QString problem = tokens::addressProblem(url);
    return problem.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("tom", "%1 Over http:// everybody on the way could read the token.")).arg(problem);
}

QString simpleName(const QString &name)
{
    QString simple = name.toLower();
    simple.removeIf([](QChar c) { return c == u' ' || c == u'-' || c == u'_' || c == u'(' || c == u')'; });
    return simple;
}

double degreesBetween(double ra1, double dec1, double ra2, double dec2)
{
    constexpr double rad = std::numbers::pi / 180;
    const double a = std::sin((dec2 - dec1) * rad / 2);
    const double b = std::sin((ra2 - ra1) * rad / 2);
    const double h = a * a + std::cos(dec1 * rad) * std::cos(dec2 * rad) * b * b;
    return 2 * std::asin(std::min(1.0, std::sqrt(h))) / rad;
}

QUrl addressAt(const QUrl &front, const QString &path)
{
    QUrl url = front.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    url.setPath((url.path() == u"/" ? QString() : url.path()) + path);
    return url;
}

QByteArray TomClient::authorization(TomFacts::SignIn signIn, const QString &user, const vault::SecretBytes &secret)
{
    if (secret.isEmpty())
        return {};
    const QByteArray bytes(secret.data(), static_cast<qsizetype>(secret.size()));
    return signIn == TomFacts::SignIn::Token ? "Token " + bytes : "Basic " + (user.toUtf8() + ':' + bytes).toBase64();
}

Told<web::Reply> TomClient::ask(const Question &question) const
{
    // The address may come from a file: checked each time before the secret goes.
    if (const QString problem = tomAddressProblem(m_access.url); !problem.isEmpty())
        return Trouble{.kind = Trouble::Kind::Refused,
                       .error = {.kind = ErrorKind::BadArgument,
                                 .message = say(QT_TRANSLATE_NOOP("tom", "The TOM at %1 is not asked.")).arg(m_access.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
                                 .remedy = problem}};
    QUrl url = addressAt(m_access.url, question.path);
    if (!question.query.isEmpty())
        url.setQuery(QString::fromLatin1(question.query), QUrl::StrictMode);
    web::Request request{.url = url, .method = question.method, .limit = question.limit, .mostBytes = kMostBytes};
    if (question.body)
        request.body = QJsonDocument(*question.body).toJson(QJsonDocument::Compact);
    QByteArray header = question.authorization ? *question.authorization : authorization(m_access.signIn, m_access.user, m_access.secret);
    if (!header.isEmpty())
        request.headers.emplace_back("Authorization", header);
    std::variant<web::Reply, web::Failure> answer = web::exchange(request, m_stop);
    for (auto &[name, value] : request.headers)
        vault::wipe(value);
    vault::wipe(header);
    const bool writes = question.method != "GET" && question.method != "OPTIONS";
    if (const auto *failure = std::get_if<web::Failure>(&answer))
        return troubleIn(*failure, writes);
    return std::get<web::Reply>(std::move(answer));
}

Told<QJsonDocument> TomClient::read(const Question &question, std::initializer_list<int> good) const
{
    const Told<web::Reply> answer = ask(question);
    if (const Trouble *trouble = troubleOf(answer))
        return *trouble;
    const auto &reply = std::get<web::Reply>(answer);
    const QJsonDocument json = reply.isPage() ? QJsonDocument() : QJsonDocument::fromJson(reply.body);
    if (std::ranges::find(good, reply.status) != good.end() && (!json.isNull() || reply.status == 204))
        return json;
    return troubleIn(reply, addressAt(m_access.url, question.path), question.method != "GET" && question.method != "OPTIONS");
}

Target TomClient::targetIn(const QJsonObject &object) const
{
    Target target{.id = object.value(u"id"_s).toInteger(), .name = object.value(u"name"_s).toString()};
    const QJsonValue ra = object.value(u"ra"_s);
    const QJsonValue dec = object.value(u"dec"_s);
    target.ra = ra.toDouble(std::nan(""));
    target.dec = dec.toDouble(std::nan(""));
    for (const QJsonValue &alias : object.value(u"aliases"_s).toArray())
        target.aliases << alias.toObject().value(u"name"_s).toString();
    target.url = m_access.url.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    target.url.setPath((target.url.path() == u"/" ? QString() : target.url.path()) + u"/targets/%1/"_s.arg(target.id));
    target.created = UtcTime::fromIso(object.value(u"created"_s).toString().toStdString());
    return target;
}

Told<TomFacts> TomClient::facts()
{
    TomFacts facts{.signIn = m_access.signIn, .user = m_access.user};
    const Told<QJsonDocument> groups = read({.path = u"/api/groups/"_s, .query = "limit=1000"});
    if (const Trouble *trouble = troubleOf(groups))
        return *trouble;
    for (const QJsonValue &each : std::get<QJsonDocument>(groups).object().value(u"results"_s).toArray()) {
        const QString name = each.toObject().value(u"name"_s).toString();
        facts.groups << name;
        facts.groupNumbers.insert(name, each.toObject().value(u"id"_s).toInteger());
    }
    const Told<QJsonDocument> options = read({.method = "OPTIONS", .path = u"/api/targets/"_s});
    if (const Trouble *trouble = troubleOf(options))
        return *trouble;
    // What TOM Toolkit's own targets have in 2.32 or 3.1; the rest is the site's.
    static const QStringList usual{u"id"_s, u"targetextra_set"_s, u"aliases"_s, u"target_lists"_s, u"groups"_s, u"name"_s, u"type"_s, u"created"_s, u"modified"_s,
                                   u"permissions"_s, u"ra"_s, u"dec"_s, u"epoch"_s, u"parallax"_s, u"pm_ra"_s, u"pm_dec"_s, u"galactic_lng"_s, u"galactic_lat"_s,
                                   u"distance"_s, u"distance_err"_s, u"scheme"_s, u"epoch_of_elements"_s, u"mean_anomaly"_s, u"arg_of_perihelion"_s, u"eccentricity"_s,
                                   u"lng_asc_node"_s, u"inclination"_s, u"mean_daily_motion"_s, u"semimajor_axis"_s, u"epoch_of_perihelion"_s, u"ephemeris_period"_s,
                                   u"ephemeris_period_err"_s, u"ephemeris_epoch"_s, u"ephemeris_epoch_err"_s, u"perihdist"_s, u"abs_mag"_s, u"slope"_s, u"shared_by"_s, u"shared_from"_s};
    const QJsonObject fields = std::get<QJsonDocument>(options).object().value(u"actions"_s).toObject().value(u"POST"_s).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QJsonObject field = it.value().toObject();
        if (usual.contains(it.key()) || field.value(u"read_only"_s).toBool())
            continue;
        TomFacts::Extra extra{.key = it.key(), .label = field.value(u"label"_s).toString(), .type = field.value(u"type"_s).toString(),
                              .required = field.value(u"required"_s).toBool(), .maxLength = field.value(u"max_length"_s).toInt()};
        for (const QJsonValue &each : field.value(u"choices"_s).toArray()) {
            const QJsonObject choice = each.toObject();
            const QString value = choice.value(u"value"_s).toVariant().toString();
            const QString name = choice.value(u"display_name"_s).toVariant().toString().simplified();
            extra.choices << value;
            extra.choiceNames << (name.isEmpty() ? value : name);
        }
        facts.extras.push_back(std::move(extra));
    }
    // What is required first, then as the TOM orders them no more: QJson sorts by name.
    std::ranges::stable_sort(facts.extras, [](const TomFacts::Extra &a, const TomFacts::Extra &b) { return a.required && !b.required; });
    const Told<QJsonDocument> photometry = read({.method = "OPTIONS", .path = u"/api/reduceddatums/"_s});
    facts.takesPhotometry = !troubleOf(photometry) && std::get<QJsonDocument>(photometry).object().value(u"actions"_s).toObject().contains(u"POST"_s);
    return facts;
}

Told<Target> TomClient::target(int64_t id)
{
    const Told<QJsonDocument> answer = read({.path = targetPathOf(id)});
    if (const Trouble *trouble = troubleOf(answer))
        return *trouble;
    return targetIn(std::get<QJsonDocument>(answer).object());
}

Told<bool> TomClient::strangersSee(int64_t id)
{
    const Told<web::Reply> answer = ask({.path = targetPathOf(id), .authorization = QByteArray()});
    if (const Trouble *trouble = troubleOf(answer))
        return *trouble;
    const auto &reply = std::get<web::Reply>(answer);
    if (reply.status == 200 && !reply.isPage())
        return true;
    if (reply.status == 401 || reply.status == 403 || reply.status == 404 || reply.status == 302)
        return false;
    return troubleIn(reply, m_access.url, false);
}

} // namespace tocsin::tom
