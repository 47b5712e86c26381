// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/topicfamilies.h"

#include "core/streams/topicrules.h"

#include <QCoreApplication>
#include <QMap>

#include <vector>

namespace tocsin::streams {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFewestAlike = 2; // a first part that only one topic has makes no family

struct Known {
    const char *rule; // as a person would write it
    const char *label;
};
constexpr Known kKnown[] = {
    {"^(igwn[.]gwalert|gcn[.]classic[.][a-z]+[.]LVC_)", QT_TRANSLATE_NOOP("streams", "Gravitational waves")},
    {"^gracedb", QT_TRANSLATE_NOOP("streams", "GraceDB")},
    {"gcn.notices.*", QT_TRANSLATE_NOOP("streams", "GCN notices")},
    {"gcn.classic.voevent.*", QT_TRANSLATE_NOOP("streams", "GCN classic, VOEvent")},
    {"gcn.classic.text.*", QT_TRANSLATE_NOOP("streams", "GCN classic, text")},
    {"gcn.classic.binary.*", QT_TRANSLATE_NOOP("streams", "GCN classic, binary")},
    {"gcn.classic.json.*", QT_TRANSLATE_NOOP("streams", "GCN classic, JSON")},
    {"^gcn[.]circulars?([.]|$)", QT_TRANSLATE_NOOP("streams", "GCN circulars")},
    {"hermes.*", QT_TRANSLATE_NOOP("streams", "Hermes")},
    {"^(ztf_|lsst|alerts-simulated|babamul[.])", QT_TRANSLATE_NOOP("streams", "Surveys")},
    {"^(fink_|ftransfer_|fxmatch_)", QT_TRANSLATE_NOOP("streams", "Fink")},
    {"lasair_*", QT_TRANSLATE_NOOP("streams", "Lasair")},
    {"^(lc|stamp)_classifier_", QT_TRANSLATE_NOOP("streams", "ALeRCE")},
    {"^(sys[.]|.*heartbeat$)", QT_TRANSLATE_NOOP("streams", "Heartbeat and server")},
};

const std::vector<TopicRules> &rules()
{
    static const std::vector<TopicRules> compiled = [] {
        std::vector<TopicRules> list;
        for (const Known &known : kKnown)
            list.emplace_back(QStringList{QString::fromLatin1(known.rule)}, QStringList());
        return list;
    }();
    return compiled;
}

// "icecube" of icecube.gold, "ztf" of ztf_20260914.
QString firstPart(const QString &topic)
{
    qsizetype end = 0;
    while (end < topic.size() && topic[end].isLetterOrNumber())
        ++end;
    return topic.first(end);
}

} // namespace

QList<TopicFamily> familiesOf(const QStringList &topics)
{
    std::vector<QStringList> known(std::size(kKnown));
    QMap<QString, QStringList> byPart;
    for (const QString &topic : topics) {
        size_t at = 0;
        while (at < known.size() && !rules()[at].matches(topic))
            ++at;
        if (at < known.size())
            known[at] << topic;
        else
            byPart[firstPart(topic)] << topic;
    }
    QList<TopicFamily> families;
    for (size_t at = 0; at < known.size(); ++at) {
        if (!known[at].isEmpty())
            families << TopicFamily{QCoreApplication::translate("streams", kKnown[at].label), known[at]};
    }
    QStringList others;
    for (const auto &[part, alike] : byPart.asKeyValueRange()) {
        if (alike.size() >= kFewestAlike && !part.isEmpty())
            families << TopicFamily{part, alike};
        else
            others << alike;
    }
    if (!others.isEmpty())
        families << TopicFamily{QCoreApplication::translate("streams", "Other topics"), others};
    return families;
}

} // namespace tocsin::streams
