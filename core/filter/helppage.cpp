// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/helppage.h"

#include "core/filter/checking.h"
#include "core/filter/fieldcatalogue.h"
#include "core/filter/functions.h"

#include <QCoreApplication>
#include <QStringList>

namespace tocsin::filter {

namespace {

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString translated(const char *text)
{
    return *text ? QCoreApplication::translate("filter", text) : QString();
}

// Code in a table: a bar would end the cell.
QString code(QString text)
{
    if (text.isEmpty())
        return text;
    text.replace(QLatin1Char('|'), QStringLiteral("\\|"));
    return QLatin1Char('`') + text + QLatin1Char('`');
}

QString row(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString tableHead(const QStringList &titles)
{
    QStringList lines;
    for (qsizetype i = 0; i < titles.size(); ++i)
        lines << QStringLiteral("---");
    return row(titles) + row(lines);
}

QString title(const QString &text)
{
    return QStringLiteral("\n## ") + text + QStringLiteral("\n\n");
}

QString typeName(Type type)
{
    switch (type) {
    case Type::Truth:
        return QCoreApplication::translate("filter", "true or false");
    case Type::Number:
        return QCoreApplication::translate("filter", "number");
    case Type::Text:
        return QCoreApplication::translate("filter", "text");
    case Type::Time:
        return QCoreApplication::translate("filter", "time");
    case Type::Texts:
        return QCoreApplication::translate("filter", "list of texts");
    case Type::Any:
        break;
    }
    return {};
}

QString exampleTitle()
{
    return QCoreApplication::translate("filter", "Example");
}

QString introduction()
{
    return QStringLiteral("# ") + QCoreApplication::translate("filter", "Filters") + QStringLiteral("\n\n")
        + QCoreApplication::translate("filter", "One language for the filter box, rules, the command line and exports. A filter is a condition on one alert; an alert passes when it is true.") + QStringLiteral("\n\n")
        + tableHead({QCoreApplication::translate("filter", "Filter"), QCoreApplication::translate("filter", "Meaning")});
}

QString operatorTable()
{
    QString out = title(QCoreApplication::translate("filter", "Operators"))
        + QCoreApplication::translate("filter", "From the loosest to the tightest: or, and, not, comparisons, + and -, * and /. Words in any case.") + QStringLiteral("\n\n")
        + tableHead({QCoreApplication::translate("filter", "Operator"), QCoreApplication::translate("filter", "Meaning"), exampleTitle()});
    for (const Operator &op : operators()) {
        QString name = code(plain(op.name));
        if (!op.other.empty())
            name += QLatin1Char(' ') + code(plain(op.other));
        out += row({name, translated(op.meaning), code(plain(op.example))});
    }
    return out;
}

QString literalTable()
{
    QString out = title(QCoreApplication::translate("filter", "Values and names")) + tableHead({QCoreApplication::translate("filter", "Written"), QCoreApplication::translate("filter", "Meaning"), exampleTitle()});
    for (const LiteralForm &form : literalForms())
        out += row({code(QString::fromUtf8(form.form)), translated(form.meaning), code(QString::fromUtf8(form.example))});
    return out;
}

QString unitTable()
{
    QString out = title(QCoreApplication::translate("filter", "Units"))
        + QCoreApplication::translate("filter", "A unit follows its number, or a “/” (1/yr). What is compared must measure the same; a bare number takes the unit of the key.") + QStringLiteral("\n\n")
        + tableHead({QCoreApplication::translate("filter", "Unit"), QCoreApplication::translate("filter", "Meaning"), exampleTitle()});
    for (const UnitName &unit : units())
        out += row({code(plain(unit.name)), translated(unit.meaning), code(plain(unit.example))});
    return out;
}

QString functionTable()
{
    QString out = title(QCoreApplication::translate("filter", "Functions"))
        + tableHead({QCoreApplication::translate("filter", "Function"), QCoreApplication::translate("filter", "Gives"), QCoreApplication::translate("filter", "Meaning"), exampleTitle()});
    for (const Function &function : functions())
        out += row({code(QString::fromUtf8(function.signature)), translated(function.type), translated(function.meaning), code(plain(function.example))});
    return out;
}

QString missingValues()
{
    return title(QCoreApplication::translate("filter", "What is missing"))
        + QCoreApplication::translate("filter", "A value that is not there makes a comparison unknown, neither true nor false: not of unknown is unknown, “unknown and false” is false, “unknown or true” is true. Only what is true passes, so not (mag < 19) drops alerts without a magnitude; not has(mag) finds them. A bare name must be true or false by itself, as test is.")
        + QStringLiteral("\n")
        + title(QCoreApplication::translate("filter", "Packets"))
        + QCoreApplication::translate("filter", "Fields of the packet take the type that they have there: a text beside a number is unknown. A list fulfils a comparison when any of its elements does; so fields.x != 1 asks for an element that is not 1, and not (fields.x = 1) for a list without 1. “not in” is the opposite of “in”.")
        + QStringLiteral("\n");
}

QString grammarText()
{
    return title(QCoreApplication::translate("filter", "Grammar")) + QStringLiteral("```\n") + QString::fromUtf8(grammar()) + QStringLiteral("```\n");
}

QString keyTable()
{
    const QStringList head{QCoreApplication::translate("filter", "Key"), QCoreApplication::translate("filter", "Type"), QCoreApplication::translate("filter", "Unit"), QCoreApplication::translate("filter", "Meaning")};
    QString out = title(QCoreApplication::translate("filter", "Keys")) + tableHead(head);
    for (const AlertField &field : alertFields())
        out += row({code(QString::fromUtf8(field.key)), typeName(typeOf(field)), QString::fromUtf8(field.unit), QCoreApplication::translate("AlertField", field.help)});
    for (const SpecialWord &word : specialWords()) {
        if (word.kind != Kind::Bool)
            out += row({code(plain(word.name)), typeName(word.type), QString::fromUtf8(word.unit), translated(word.meaning)});
    }
    return out;
}

QString fieldTables()
{
    QString out = title(QCoreApplication::translate("filter", "Fields of packets"))
        + QCoreApplication::translate("filter", "The most useful ones; any other field works as well.") + QStringLiteral("\n");
    const FieldCatalogue catalogue;
    std::string format;
    for (const KnownField &field : catalogue.fields()) {
        if (field.format != format) {
            format = field.format;
            out += QStringLiteral("\n### ") + QString::fromStdString(format) + QStringLiteral("\n\n")
                + tableHead({QCoreApplication::translate("filter", "Field"), QCoreApplication::translate("filter", "Unit"), QCoreApplication::translate("filter", "Meaning")});
        }
        if (*field.meaning)
            out += row({code(QString::fromStdString(pathText(field.path))), QString::fromStdString(field.unit), translated(field.meaning)});
    }
    return out;
}

} // namespace

QString helpPage()
{
    QString page = introduction();
    for (const Example &example : examples())
        page += row({code(QString::fromUtf8(example.text)), translated(example.meaning)});
    return page + operatorTable() + literalTable() + unitTable() + functionTable() + missingValues() + grammarText() + keyTable() + fieldTables();
}

} // namespace tocsin::filter
