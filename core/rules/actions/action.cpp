// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/actions/action.h"

#include "core/export/jsonline.h"
#include "core/options/duration.h"
#include "core/rules/fact.h"
#include "core/templates/texttemplate.h"

#include <QCoreApplication>
#include <QUrl>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

QStringList destinationsOf(const Action &action)
{
    const ActionKind *kind = findActionKind(action.kind);
    if (!kind || !kind->leaves)
        return {};
    if (action.kind == u"webhook") {
        const QUrl url(action.text(u"url"_s).replace(u"{secret}"_s, u"secret"_s));
        return {u"webhook "_s + url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo).toString().toLower()};
    }
    QStringList list;
    if (action.kind == u"mail") {
        for (const QString &address : action.value(u"to"_s).toStringList())
            list << u"mail "_s + address.toLower();
    } else if (action.kind == u"kafka") {
        list << u"kafka "_s + action.text(u"stream"_s) + u'/' + action.text(u"topic"_s);
    } else if (action.kind == u"target" && !action.text(u"tom"_s).isEmpty()) {
        list << u"tom "_s + action.text(u"tom"_s);
    }
    return list;
}

QStringList destinationsOf(const Rule &rule)
{
    QStringList list;
    for (const Action &action : rule.actions) {
        for (const QString &each : destinationsOf(action)) {
            if (!list.contains(each))
                list << each;
        }
    }
    return list;
}

QString destinationLabel(const QString &destination)
{
    const QString what = destination.section(u' ', 0, 0);
    const QString where = destination.section(u' ', 1);
    if (what == u"webhook")
        return QCoreApplication::translate("rules", "the web server %1").arg(where);
    if (what == u"mail")
        return QCoreApplication::translate("rules", "the mail address %1").arg(where);
    if (what == u"kafka")
        return QCoreApplication::translate("rules", "the Kafka topic %1").arg(where);
    if (what == u"tom")
        return QCoreApplication::translate("rules", "the TOM %1").arg(where);
    return destination;
}

QString messageOf(const ActionWork &work, const QString &key)
{
    const QString own = work.action.text(key);
    if (own.isEmpty())
        return work.run.fact;
    const auto compiled = templates::TextTemplate::compile(own.toStdString());
    const auto *text = std::get_if<templates::TextTemplate>(&compiled);
    std::vector<std::string> missing;
    return text ? QString::fromStdString(text->fill(*work.alert, missing)) : work.run.fact;
}

Result<archive::StoredPacket> packetOf(const ActionWork &work, const ActionHelp &help)
{
    if (work.packet)
        return *work.packet;
    if (help.packet)
        return help.packet(work.alert->row);
    return Error{.kind = ErrorKind::NotFound, .message = QCoreApplication::translate("rules", "no archive keeps it")};
}

QString pageOf(const Alert &alert)
{
    const QUrl url(QString::fromStdString(alert.url), QUrl::StrictMode);
    const bool isPage = url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty();
    return isPage ? url.toString(QUrl::FullyEncoded) : QString();
}

QByteArray jsonOf(const Alert &alert)
{
    std::string line;
    exporting::appendJsonLine(line, alert);
    return QByteArray::fromStdString(line);
}

std::chrono::milliseconds limitOf(const Action &action)
{
    return options::parseDuration(action.text(u"limit"_s)).value_or(std::chrono::milliseconds(60'000));
}

QString outputText(const QByteArray &bytes, bool wasCut)
{
    QString text = QString::fromUtf8(bytes.left(kMostOutput));
    text.remove(QChar(0));
    if (wasCut || bytes.size() > kMostOutput)
        text += u"\n"_s + QCoreApplication::translate("rules", "[more was written and not kept]");
    return text;
}

} // namespace tocsin::rules
