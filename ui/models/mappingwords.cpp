// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/mappingwords.h"

#include "core/domain/fieldmapping.h"
#include "ui/theme/formats.h"

#include <QCoreApplication>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("FieldMapping", source);
}

QString flagText(bool on)
{
    return on ? text(QT_TRANSLATE_NOOP("FieldMapping", "yes")) : text(QT_TRANSLATE_NOOP("FieldMapping", "no"));
}

} // namespace

QString mappingInWords(const QString &mapping)
{
    if (mapping.trimmed().isEmpty())
        return text(QT_TRANSLATE_NOOP("FieldMapping", "By the usual names"));
    const auto read = FieldMapping::fromJson(mapping.toStdString());
    if (const auto *wrong = std::get_if<std::string>(&read))
        return text(QT_TRANSLATE_NOOP("FieldMapping", "Cannot be used: %1")).arg(formats::plain(*wrong));
    QStringList keys;
    for (const FieldMapping::Rule &rule : std::get<std::shared_ptr<const FieldMapping>>(read)->rules())
        keys << QString::fromLatin1(rule.field->key);
    return text(QT_TRANSLATE_NOOP("FieldMapping", "%1 mapped")).arg(keys.join(u", "_s));
}

QString keyLabel(const AlertField &field)
{
    return QCoreApplication::translate("AlertField", field.label);
}

QString keyText(const AlertField &field, const Alert &alert)
{
    if (const auto *member = std::get_if<Text Alert::*>(&field.member))
        return formats::plain(alert.*(*member));
    if (const auto *member = std::get_if<Number Alert::*>(&field.member))
        return (alert.*(*member)).has() ? formats::asSent(alert.*(*member)) : QString();
    if (const auto *member = std::get_if<UtcTime Alert::*>(&field.member))
        return (alert.*(*member)).isValid() ? formats::dateTime(alert.*(*member)) : QString();
    if (const auto *member = std::get_if<bool Alert::*>(&field.member))
        return alert.*(*member) ? flagText(true) : QString();
    if (const auto *member = std::get_if<std::optional<bool> Alert::*>(&field.member))
        return alert.*(*member) ? flagText(*(alert.*(*member))) : QString();
    return {};
}

QStringList notesOf(const AlertField &field, const Alert &alert)
{
    const std::string key = field.key;
    const bool place = key == "ra" || key == "dec";
    QStringList notes;
    for (const std::string &problem : alert.problems) {
        bool mine = problem.starts_with(key + " ");
        if (place) // words of the check that all positions pass
            mine = mine || problem.starts_with(key == "ra" ? "RA " : "Dec ") || problem.starts_with("the position ") || problem.starts_with("0, 0 ");
        if (mine)
            notes << formats::plain(problem);
    }
    return notes;
}

} // namespace tocsin::ui
