// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/schemawords.h"

#include "core/domain/alertfields.h"
#include "ui/models/alertcolumns.h"
#include "ui/theme/formats.h"

#include <QCoreApplication>
#include <QLocale>

namespace tocsin::ui::schemawords {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("tocsin::ui::schemawords", text, comment, n);
}

// Texts of packets are shown as they are, their control characters made visible.
QString plain(const std::string &text)
{
    return formats::plain(text);
}

QString keyTitle(const std::string &key)
{
    for (const AlertColumnSpec &column : alertTableColumns()) {
        if (column.kind == CellKind::Key && column.field && column.field->key == key)
            return columnTitle(column);
    }
    return plain(key);
}

} // namespace

QString versions(const services::SchemaChange &change)
{
    const QString survey = plain(change.is.survey);
    const QString was = plain(change.was.version);
    const QString is = plain(change.is.version);
    if (was.isEmpty() || is.isEmpty() || was == is)
        return survey + (is.isEmpty() ? QString() : u' ' + is);
    return survey + u' ' + was + u" → "_s + is;
}

Words notice(const services::SchemaChange &change, const std::vector<services::BrokenUse> &uses)
{
    const decoders::SchemaDiff diff = decoders::difference(change.was, change.is);
    QStringList parts;
    if (!diff.added.empty())
        parts << tr("%n field(s) added", nullptr, int(diff.added.size()));
    if (!diff.removed.empty())
        parts << tr("%n removed", "fields", int(diff.removed.size()));
    if (!diff.changed.empty())
        parts << tr("%n of another type", "fields", int(diff.changed.size()));
    const qsizetype lost = broken(change, uses).size();
    Words words;
    words.broken = lost > 0 && !change.is.isSampled;
    words.title = tr("%1 sends a new version of its packets: %2.").arg(plain(change.stream), versions(change));
    if (change.is.isSampled) {
        parts << tr("one packet of each was compared, and fields that are sent now and then may seem to come or go");
        words.text = parts.join(u", "_s) + u'.';
        if (lost > 0)
            words.text += u' ' + tr("%n of your columns, filters or rules name(s) a field that the new one lacks.", nullptr, int(lost));
        return words;
    }
    words.text = parts.join(u", "_s) + u". "_s
        + (lost > 0 ? tr("%n of your columns, filters or rules name(s) a field that is gone.", nullptr, int(lost)) : tr("Nothing that you use is gone."));
    return words;
}

QStringList broken(const services::SchemaChange &change, const std::vector<services::BrokenUse> &uses)
{
    QStringList lines;
    for (const decoders::KeySource &key : decoders::brokenKeys(change.was, change.is))
        lines << tr("The column %1 stays empty: %2 is gone.").arg(keyTitle(key.key), plain(key.path));
    for (const services::BrokenUse &use : uses) {
        QString line;
        switch (use.kind) {
        case services::FieldUse::Kind::Column:
            line = tr("Your column %1 stays empty: %2 is gone.");
            break;
        case services::FieldUse::Kind::Filter:
            line = tr("Your filter %1 asks for %2, which is gone.");
            break;
        case services::FieldUse::Kind::ColourRule:
            line = tr("Your colour rule %1 asks for %2, which is gone.");
            break;
        case services::FieldUse::Kind::Mapping:
            line = tr("The field mapping of %1 reads %2, which is gone.");
            break;
        }
        lines << line.arg(plain(use.name), plain(use.path));
    }
    return lines;
}

Words waiting(const services::WaitingSchema &waiting, const UtcTime &now)
{
    Words words;
    words.title = tr("%n alert(s) of %1 wait for schema %2.", nullptr, int(std::min<int64_t>(waiting.rows, INT_MAX))).arg(plain(waiting.stream)).arg(waiting.key.id);
    if (waiting.key.registry.empty()) {
        words.text = tr("The packets are kept. Set the stream’s schema registry, and they are read.");
    } else if (waiting.lastError.message.isEmpty()) {
        words.text = tr("The packets are kept and are read as soon as the registry has answered.");
    } else {
        words.text = waiting.lastError.message + u' ';
        if (waiting.nextTry.isValid() && waiting.nextTry.us > now.us)
            words.text += tr("Next try at %1 UT; the packets are kept.").arg(QString::fromStdString(waiting.nextTry.iso()).mid(11, 5));
        else
            words.text += tr("The packets are kept.");
    }
    return words;
}

} // namespace tocsin::ui::schemawords
