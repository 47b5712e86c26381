// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/options/optiontable.h"

#include "core/options/duration.h"
#include "core/options/startat.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tocsin::options {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("options", text);
}

Error wrong(const QString &message)
{
    return {.kind = ErrorKind::BadArgument, .message = message};
}

bool isEmpty(const QVariant &value)
{
    if (!value.isValid())
        return true;
    if (value.typeId() == QMetaType::QStringList)
        return value.toStringList().isEmpty();
    if (value.typeId() == QMetaType::QVariantMap)
        return value.toMap().isEmpty();
    return value.typeId() == QMetaType::QString && value.toString().isEmpty();
}

bool isRequired(const OptionSpec &spec, const OptionValues &values)
{
    return spec.required || (spec.requiredWhen && spec.requiredWhen(values));
}

// Length of the regular expression at the start of `text`, up to a comma that is outside its brackets. A bracket that never
// closes takes all: the pattern is refused as a whole then, with the place.
qsizetype patternLength(QStringView text)
{
    static const QRegularExpression repeat(u"\\{\\d*,\\d*\\}"_s); // any other { is an ordinary character
    int groups = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\\') {
            ++i;
        } else if (c == u'[') {
            // A ] that stands first, also behind ^, is a member of the class.
            i += text.sliced(i).startsWith(u"[^") ? 2 : 1;
            if (i < text.size() && text[i] == u']')
                ++i;
            for (; i < text.size() && text[i] != u']'; ++i)
                i += text[i] == u'\\';
        } else if (c == u'(') {
            ++groups;
        } else if (c == u')') {
            --groups;
        } else if (c == u'{') {
            const auto match = repeat.match(text.toString(), i, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
            i += match.hasMatch() ? match.capturedLength() - 1 : 0;
        } else if (c == u',' && groups <= 0) {
            return i;
        }
    }
    return text.size();
}

// NAME=VALUE, one a line or between commas.
QStringList pairEntries(QStringView text)
{
    QStringList pairs;
    for (const QStringView line : text.split(u'\n')) {
        bool begun = false;
        for (const QStringView part : line.split(u',')) {
            if (begun && !part.contains(u'='))
                pairs.back() += u',' + part.toString();
            else if (!part.trimmed().isEmpty())
                pairs.push_back(part.toString());
            begun = begun || !part.trimmed().isEmpty();
        }
    }
    return pairs;
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

// The problem of one value, or empty.
QString problemOf(const OptionSpec &spec, const QVariant &value)
{
    if (spec.valueProblem) {
        if (const QString problem = spec.valueProblem(value); !problem.isEmpty())
            return problem;
    }
    switch (spec.type) {
    case OptionType::Integer: {
        bool ok = false;
        const qint64 number = value.toLongLong(&ok);
        if (!ok)
            return say(QT_TRANSLATE_NOOP("options", "Write a whole number."));
        if (spec.min && number < *spec.min)
            return say(QT_TRANSLATE_NOOP("options", "Write %1 or more.")).arg(*spec.min);
        if (spec.max && number > *spec.max)
            return say(QT_TRANSLATE_NOOP("options", "Write %1 or less.")).arg(*spec.max);
        return {};
    }
    case OptionType::Choice: {
        QStringList words;
        for (const Choice &choice : spec.choices) {
            if (choice.value == value.toString())
                return {};
            words.push_back(choice.value);
        }
        return say(QT_TRANSLATE_NOOP("options", "“%1” is not one of %2.")).arg(value.toString(), words.join(u", "_s));
    }
    case OptionType::Duration:
        return parseDuration(value.toString()) ? QString() : say(QT_TRANSLATE_NOOP("options", "Write a duration such as 90s, 10m or 2h."));
    case OptionType::StartAt:
        return StartAt::parse(value.toString())
            ? QString()
            : say(QT_TRANSLATE_NOOP("options", "Write live, resume, recent, earliest, a time such as 2026-09-14T22:00 or last:100."));
    case OptionType::File: {
        const QString path = value.toString();
        return path.isEmpty() || QFileInfo(path).isReadable() ? QString() : say(QT_TRANSLATE_NOOP("options", "The file “%1” cannot be read.")).arg(path);
    }
    case OptionType::Text:
    case OptionType::Secret:
    case OptionType::Boolean:
    case OptionType::TextList:
    case OptionType::KeyValues:
        return {};
    }
    return {};
}

} // namespace

QVariant OptionValues::value(const std::vector<OptionSpec> &specs, const QString &key) const
{
    const auto it = m_values.constFind(key);
    if (it != m_values.constEnd())
        return *it;
    const OptionSpec *spec = findOption(specs, key);
    return spec ? spec->defaultValue : QVariant();
}

const OptionSpec *findOption(const OptionTable &table, const QString &key)
{
    const auto it = std::ranges::find_if(table, [&](const OptionSpec &spec) { return spec.key == key || spec.aliases.contains(key); });
    return it == table.end() ? nullptr : &*it;
}

qsizetype firstEntryLength(QStringView line)
{
    if (line.startsWith(u'^'))
        return patternLength(line);
    const qsizetype comma = line.indexOf(u',');
    return comma < 0 ? line.size() : comma;
}

QStringList listEntries(QStringView text)
{
    QStringList list;
    for (QStringView line : text.split(u'\n')) {
        for (;;) {
            line = line.trimmed();
            const qsizetype length = firstEntryLength(line);
            if (const QStringView entry = line.first(length).trimmed(); !entry.isEmpty())
                list.push_back(entry.toString());
            if (length == line.size())
                break;
            line = line.sliced(length + 1);
        }
    }
    return list;
}

std::vector<Problem> validate(const OptionTable &table, const OptionValues &values)
{
    std::vector<Problem> problems;
    for (const auto &[key, value] : values.stored().asKeyValueRange()) {
        if (!findOption(table, key))
            problems.push_back({key, say(QT_TRANSLATE_NOOP("options", "There is no option “%1”.")).arg(key)});
    }
    for (const OptionSpec &spec : table) {
        if (spec.usedWhen && !spec.usedWhen(values))
            continue;
        const QVariant value = values.value(table, spec.key);
        // An empty list is a value of the wrong kind where a number should be.
        const bool isList = value.typeId() == QMetaType::QStringList && spec.type != OptionType::TextList;
        if (isEmpty(value) && !isList) {
            if (spec.type != OptionType::Secret && isRequired(spec, values))
                problems.push_back({spec.key, say(QT_TRANSLATE_NOOP("options", "“%1” is needed.")).arg(optionLabel(spec))});
            continue;
        }
        if (const QString problem = problemOf(spec, value); !problem.isEmpty())
            problems.push_back({spec.key, problem});
    }
    return problems;
}

const OptionSpec *missingSecret(const OptionTable &table, const OptionValues &values)
{
    const auto it = std::ranges::find_if(table, [&](const OptionSpec &spec) {
        return spec.type == OptionType::Secret && (!spec.usedWhen || spec.usedWhen(values)) && isRequired(spec, values)
            && isEmpty(values.value(table, spec.key));
    });
    return it == table.end() ? nullptr : &*it;
}

Result<QVariant> parseOption(const OptionSpec &spec, const QString &text)
{
    switch (spec.type) {
    case OptionType::Integer: {
        bool ok = false;
        const qlonglong number = text.trimmed().toLongLong(&ok);
        if (!ok)
            return wrong(say(QT_TRANSLATE_NOOP("options", "%1: “%2” is not a whole number.")).arg(spec.key, text));
        return QVariant(number);
    }
    case OptionType::Boolean: {
        const QString word = text.trimmed().toLower();
        if (word == u"true" || word == u"yes" || word == u"on" || word == u"1")
            return QVariant(true);
        if (word == u"false" || word == u"no" || word == u"off" || word == u"0")
            return QVariant(false);
        return wrong(say(QT_TRANSLATE_NOOP("options", "%1: write true or false.")).arg(spec.key));
    }
    case OptionType::TextList:
        return QVariant(listEntries(text));
    case OptionType::KeyValues: {
        QVariantMap map;
        for (const QString &entry : pairEntries(text)) {
            const qsizetype equals = entry.indexOf(u'=');
            if (equals < 1)
                return wrong(say(QT_TRANSLATE_NOOP("options", "%1: write NAME=VALUE, not “%2”.")).arg(spec.key, entry));
            map.insert(entry.first(equals).trimmed(), entry.sliced(equals + 1).trimmed());
        }
        return QVariant(map);
    }
    case OptionType::Secret:
        return QVariant(text);
    case OptionType::Text:
    case OptionType::Choice:
    case OptionType::File:
    case OptionType::Duration:
    case OptionType::StartAt: {
        const QVariant value(text.trimmed());
        if (const QString problem = isEmpty(value) ? QString() : problemOf(spec, value); !problem.isEmpty())
            return wrong(spec.key + u": "_s + problem);
        return value;
    }
    }
    return QVariant(text);
}

QString displayOption(const OptionSpec &spec, const QVariant &value)
{
    switch (spec.type) {
    case OptionType::Secret:
        return value.toString().isEmpty() ? QString() : u"••••••"_s;
    case OptionType::Boolean:
        return value.toBool() ? u"true"_s : u"false"_s;
    case OptionType::TextList: {
        const QStringList list = value.toStringList();
        const QString line = list.join(u',');
        return listEntries(line) == list ? line : list.join(u'\n');
    }
    case OptionType::KeyValues: {
        QStringList lines;
        const QVariantMap map = value.toMap();
        for (const auto &[name, entry] : map.asKeyValueRange())
            lines.push_back(name + u'=' + entry.toString());
        const QString line = lines.join(u',');
        return pairEntries(line) == lines ? line : lines.join(u'\n');
    }
    default:
        return value.toString();
    }
}

Json optionsToJson(const OptionTable &table, const OptionValues &values)
{
    Json json = Json::object();
    for (const auto &[key, value] : values.stored().asKeyValueRange()) {
        const OptionSpec *spec = findOption(table, key);
        if (spec && (spec->type == OptionType::Secret || spec->defaultValue == value))
            continue;
        const std::string name = utf8(spec ? spec->key : key);
        switch (value.typeId()) {
        case QMetaType::Bool:
            json[name] = value.toBool();
            break;
        case QMetaType::Int:
        case QMetaType::LongLong:
            json[name] = static_cast<int64_t>(value.toLongLong());
            break;
        case QMetaType::QStringList: {
            Json list = Json::array();
            for (const QString &entry : value.toStringList())
                list.push_back(utf8(entry));
            json[name] = std::move(list);
            break;
        }
        case QMetaType::QVariantMap: {
            Json map = Json::object();
            const QVariantMap entriesOfMap = value.toMap();
            for (const auto &[entry, text] : entriesOfMap.asKeyValueRange())
                map[utf8(entry)] = utf8(text.toString());
            json[name] = std::move(map);
            break;
        }
        default:
            json[name] = utf8(value.toString());
        }
    }
    return json;
}

OptionValues optionsFromJson(const OptionTable &table, const Json &json)
{
    OptionValues values;
    if (!json.is_object())
        return values;
    for (const auto &[name, entry] : json.items()) {
        const QString key = QString::fromStdString(name);
        const OptionSpec *spec = findOption(table, key);
        QVariant value;
        if (entry.is_boolean()) {
            value = entry.get<bool>();
        } else if (entry.is_number_integer()) {
            value = static_cast<qlonglong>(entry.get<int64_t>());
        } else if (entry.is_string()) {
            value = QString::fromStdString(entry.get<std::string>());
        } else if (entry.is_array()) {
            QStringList list;
            for (const Json &item : entry) {
                if (item.is_string())
                    list.push_back(QString::fromStdString(item.get<std::string>()));
            }
            value = list;
        } else if (entry.is_object()) {
            QVariantMap map;
            for (const auto &[field, item] : entry.items())
                map.insert(QString::fromStdString(field), item.is_string() ? QString::fromStdString(item.get<std::string>())
                                                                           : QString::fromStdString(item.dump()));
            value = map;
        } else {
            continue;
        }
        if (spec && spec->type == OptionType::Secret)
            continue; // one that somebody wrote by hand is not taken from a file
        values.set(spec ? spec->key : key, value);
    }
    return values;
}

QString describeOptions(const OptionTable &table)
{
    QString text;
    for (const OptionSpec &spec : table) {
        text += u"  "_s + spec.key;
        if (spec.type == OptionType::Choice) {
            QStringList words;
            for (const Choice &choice : spec.choices)
                words.push_back(choice.value);
            text += u" = "_s + words.join(u" | "_s);
        }
        if (const QString standard = displayOption(spec, spec.defaultValue); !standard.isEmpty())
            text += u" ["_s + standard + u']';
        if (spec.required)
            text += u" ("_s + say(QT_TRANSLATE_NOOP("options", "needed")) + u')';
        if (spec.type == OptionType::Secret)
            text += u" ("_s + say(QT_TRANSLATE_NOOP("options", "secret: never in a file or an argument")) + u')';
        text += u"\n      "_s + optionHelp(spec) + u'\n';
    }
    return text;
}

QString optionLabel(const OptionSpec &spec)
{
    return say(spec.label);
}

QString optionHelp(const OptionSpec &spec)
{
    return say(spec.help);
}

} // namespace tocsin::options
