// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/mappingoption.h"

#include <QCoreApplication>

namespace tocsin::streams {

using namespace Qt::StringLiterals;

options::OptionSpec mappingOption()
{
    return {
        .key = u"mapping"_s,
        .type = options::OptionType::Text,
        .label = QT_TRANSLATE_NOOP("options", "Field mapping"),
        .help = QT_TRANSLATE_NOOP("options", "Which field of the packets becomes which key of an alert, as JSON: a pointer per key, with a unit and, for "
                                             "times, a scale. Used for plain JSON and Avro, or for the format that it names."),
        .defaultValue = QString(),
        .advanced = true,
        .example = R"({"fields": {"id": "/event/number", "ra": {"from": "/pos/ra", "unit": "h"}}})",
        .valueProblem = [](const QVariant &value) -> QString {
            const QString text = value.toString();
            if (text.trimmed().isEmpty())
                return {};
            const auto read = FieldMapping::fromJson(text.toStdString());
            const auto *wrong = std::get_if<std::string>(&read);
            return wrong ? QCoreApplication::translate("options", "The mapping cannot be used: %1.").arg(QString::fromStdString(*wrong)) : QString();
        },
    };
}

std::shared_ptr<const FieldMapping> mappingOf(const options::OptionValues &values)
{
    const QString text = values.stored().value(u"mapping"_s).toString();
    if (text.trimmed().isEmpty())
        return nullptr;
    auto read = FieldMapping::fromJson(text.toStdString());
    const auto *mapping = std::get_if<std::shared_ptr<const FieldMapping>>(&read);
    return mapping ? *mapping : nullptr;
}

} // namespace tocsin::streams
