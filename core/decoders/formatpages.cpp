// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/formatpages.h"

#include "core/decoders/decoder.h"
#include "core/domain/alertfields.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::decoders {

using namespace Qt::StringLiterals;

namespace {

// Of the formats: most of what stands in a packet is a name and stays as it is.
QString translated(const char *text)
{
    return *text ? QCoreApplication::translate("decoders", text) : QString();
}

// Names of fields in prose: nothing in them is markup.
QString escaped(QString text)
{
    for (const char16_t mark : {u'\\', u'|', u'*', u'_', u'<', u'[', u'`'})
        text.replace(QChar(mark), u'\\' + QString(QChar(mark)));
    return text;
}

QString code(const char *text)
{
    return u'`' + QString::fromUtf8(text) + u'`';
}

QString row(const QString &first, const QString &second, const QString &third)
{
    return u"| "_s + first + u" | "_s + second + u" | "_s + third + u" |\n"_s;
}

QString notRead()
{
    return QCoreApplication::translate("FormatPages", "Stays in the packet: %1");
}

} // namespace

QString formatPage(const Decoder &decoder)
{
    QString page = u"## "_s + escaped(translated(decoder.label())) + u" ("_s + code(decoder.id()) + u")\n\n"_s + escaped(translated(decoder.help())) + u"\n"_s;
    if (!decoder.notes().empty()) {
        page += u'\n'
            + row(QCoreApplication::translate("FormatPages", "Key"), QCoreApplication::translate("FormatPages", "Meaning"),
                  QCoreApplication::translate("FormatPages", "Taken from"))
            + row(u"---"_s, u"---"_s, u"---"_s);
        for (const FieldNote &note : decoder.notes()) {
            const AlertField *field = findAlertField(note.key);
            page += row(code(note.key), field ? QCoreApplication::translate("AlertField", field->label) : QString(), escaped(translated(note.from)));
        }
    }
    if (*decoder.notRead())
        page += u'\n' + notRead().arg(escaped(translated(decoder.notRead()))) + u'\n';
    return page;
}

QString formatPages()
{
    QString page = u"# "_s + QCoreApplication::translate("FormatPages", "Formats") + u"\n\n"_s
        + QCoreApplication::translate("FormatPages",
                                      "What can be read, in the order in which it is tried: a message is of the first format that its content "
                                      "fits, whatever its topic is called. All other fields of a packet stay in it; they can be seen and "
                                      "filtered by their own names, as fields.candidate.drb.")
        + u'\n';
    for (const Decoder *decoder : all())
        page += u'\n' + formatPage(*decoder);
    return page;
}

QString formatList()
{
    QString text;
    for (const Decoder *decoder : all()) {
        qsizetype width = 0;
        for (const FieldNote &note : decoder->notes())
            width = std::max(width, static_cast<qsizetype>(qstrlen(note.key)));
        if (!text.isEmpty())
            text += u'\n';
        text += QString::fromUtf8(decoder->id()) + u"  "_s + translated(decoder->label()) + u"\n    "_s + translated(decoder->help()) + u'\n';
        for (const FieldNote &note : decoder->notes())
            text += u"    "_s + QString::fromUtf8(note.key).leftJustified(width + 2) + translated(note.from) + u'\n';
        if (*decoder->notRead())
            text += u"    "_s + notRead().arg(translated(decoder->notRead())) + u'\n';
    }
    return text;
}

const Decoder *decoderOf(std::string_view format)
{
    const std::string_view id = format.substr(0, format.find(' '));
    const auto list = all();
    const auto it = std::ranges::find_if(list, [&](const Decoder *decoder) { return id == decoder->id(); });
    return it == list.end() ? nullptr : *it;
}

} // namespace tocsin::decoders
