// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/instance.h"

#include "core/options/optiontable.h"
#include "core/streams/stream.h"

#include <QCoreApplication>

#include <array>

namespace tocsin::streams {

using namespace Qt::StringLiterals;
using options::OptionSpec;
using options::OptionType;

namespace {

constexpr std::array kInstances{Instance::Production, Instance::Playground, Instance::Test, Instance::Mock};

std::optional<Instance> instanceOfWord(QStringView word)
{
    for (const Instance instance : kInstances) {
        if (word == instanceName(instance))
            return instance;
    }
    return std::nullopt;
}

// "igwn.gwalert-playground" and "gracedb-test.superevent", but not "contest.results".
std::optional<Instance> instanceOfTopic(const QString &topic)
{
    if (topic.startsWith(u'^'))
        return std::nullopt;
    QString words = topic.toLower();
    for (const QChar mark : {u'-', u'_', u'*'})
        words.replace(mark, u'.');
    for (const QStringView word : QStringView(words).split(u'.', Qt::SkipEmptyParts)) {
        if (const auto instance = instanceOfWord(word))
            return instance;
    }
    return std::nullopt;
}

} // namespace

QString instanceName(Instance instance)
{
    switch (instance) {
    case Instance::Production:
        return u"production"_s;
    case Instance::Playground:
        return u"playground"_s;
    case Instance::Test:
        return u"test"_s;
    case Instance::Mock:
        return u"mock"_s;
    }
    return {};
}

OptionSpec instanceOption()
{
    return {
        .key = u"instance"_s,
        .type = OptionType::Choice,
        .label = QT_TRANSLATE_NOOP("options", "Instance"),
        .help = QT_TRANSLATE_NOOP("options", "How real its alerts are. It is shown with a word and a colour, so that a drill is never taken for the sky."),
        .defaultValue = u"auto"_s,
        .choices = {{u"auto"_s, QT_TRANSLATE_NOOP("options", "As the names of its topics say")},
                    {u"production"_s, QT_TRANSLATE_NOOP("options", "Production")},
                    {u"playground"_s, QT_TRANSLATE_NOOP("options", "Playground")},
                    {u"test"_s, QT_TRANSLATE_NOOP("options", "Test")},
                    {u"mock"_s, QT_TRANSLATE_NOOP("options", "Mock")}},
        .advanced = true,
    };
}

std::optional<Instance> instanceOfTopics(const QStringList &topics)
{
    std::optional<Instance> all;
    for (const QString &topic : topics) {
        const auto one = instanceOfTopic(topic);
        if (!one || (all && *all != *one))
            return std::nullopt;
        all = one;
    }
    return all;
}

Instance instanceOf(const StreamConfig &config)
{
    if (config.type == u"demo")
        return Instance::Mock;
    const StreamType *type = findStreamType(config.type);
    if (!type)
        return Instance::Production;
    const auto value = [&](const QString &key) {
        return options::findOption(type->options, key) ? config.values.value(type->options, key) : QVariant();
    };
    if (const auto chosen = instanceOfWord(value(u"instance"_s).toString()))
        return *chosen;
    // test.gcn.nasa.gov carries the playground's gravitational waves (protocols 4.3), but its own word is "test".
    const QString domain = value(u"domain"_s).toString();
    if (!domain.isEmpty())
        return instanceOfWord(domain).value_or(domain == u"dev" ? Instance::Test : Instance::Production);
    return instanceOfTopics(value(u"topics"_s).toStringList()).value_or(Instance::Production);
}

} // namespace tocsin::streams
