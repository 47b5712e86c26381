// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archive.h"
#include "core/archive/columnfiles.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDir>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>

namespace tocsin::archive {

using namespace Qt::StringLiterals;

namespace {

constexpr uint32_t kMostCodes = 1u << 20; // more texts than this are no vocabulary
constexpr uint32_t kLongestText = 64u << 20;
const uint64_t kNanBits = std::bit_cast<uint64_t>(std::numeric_limits<double>::quiet_NaN());
constexpr uint64_t kNoTimeBits = std::bit_cast<uint64_t>(UtcTime::kNone);

int openFile(const QString &path)
{
    return ::open(path.toLocal8Bit().constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

void appendText(std::string &to, std::string_view text)
{
    const auto size = static_cast<uint32_t>(std::min<size_t>(text.size(), kLongestText));
    to.append(reinterpret_cast<const char *>(&size), sizeof size);
    to.append(text.data(), size);
}

// The 8 bytes of a value, zero when it is missing.
struct Bits {
    const Alert &alert;

    uint64_t operator()(Number Alert::*member) const
    {
        const Number &number = alert.*member;
        return number.has() ? std::bit_cast<uint64_t>(number.value) ^ kNanBits : 0;
    }
    uint64_t operator()(UtcTime Alert::*member) const { return static_cast<uint64_t>((alert.*member).us) ^ kNoTimeBits; }
    uint64_t operator()(bool Alert::*member) const { return alert.*member ? 2 : 1; }
    uint64_t operator()(std::optional<bool> Alert::*member) const
    {
        const auto &value = alert.*member;
        return value ? *value ? 2 : 1 : 0;
    }
    uint64_t operator()(int64_t Alert::*member) const { return static_cast<uint64_t>(alert.*member + 1); }
    uint64_t operator()(std::optional<int64_t> Alert::*member) const
    {
        const auto &value = alert.*member;
        return value ? static_cast<uint64_t>(*value + 1) : 0;
    }
    uint64_t operator()(Text Alert::*) const { return 0; }
    uint64_t operator()(std::vector<std::string> Alert::*) const { return 0; }
    uint64_t operator()(AlertField::Derived) const { return 0; }
};

} // namespace

Error ColumnWriter::failure(const char *doing) const
{
    return {.kind = ErrorKind::Archive,
            .message = QCoreApplication::translate("archive", "The column files in %1 cannot be written: %2.")
                           .arg(m_folder, QString::fromLocal8Bit(std::strerror(errno))),
            .remedy = QCoreApplication::translate("archive", "Searches are slower without them; nothing else is missing."),
            .detail = QString::fromLatin1(doing)};
}

Outcome ColumnWriter::open(const QString &archiveFolder)
{
    m_folder = columnFolder(archiveFolder);
    const auto openAll = [this]() -> Outcome {
        if (!QDir().mkpath(m_folder))
            return failure("folder");
        m_stateFile = ColumnFile(openFile(m_folder + u"/state"_s));
        if (!m_stateFile.isOpen())
            return failure("state");
        m_columns.clear();
        for (const ColumnSpec &spec : columnSpecs()) {
            const QString name = m_folder + u'/' + spec.fileName();
            Column column;
            column.values = ColumnFile(openFile(name + u".col"_s));
            if (spec.kind == ColumnKind::Coded)
                column.texts = ColumnFile(openFile(name + u".dic"_s));
            else if (spec.kind == ColumnKind::Long || spec.kind == ColumnKind::List)
                column.texts = ColumnFile(openFile(name + u".heap"_s));
            if (!column.values.isOpen())
                return failure("column");
            column.textSize = column.texts.size();
            m_columns.push_back(std::move(column));
        }
        return Done{};
    };
    if (const Outcome done = openAll(); !done)
        return done;
    ColumnState stored;
    const bool there = m_stateFile.size() >= static_cast<int64_t>(sizeof stored) && m_stateFile.read(0, &stored, sizeof stored);
    const uint64_t boot = currentBoot();
    if (!there || stored.magic != ColumnState::kMagic || stored.layout != columnLayout()) {
        if (there)
            qCInfo(lcArchive) << "the column files are of another layout and are made anew";
        m_columns.clear();
        QDir(m_folder).removeRecursively();
        if (const Outcome done = openAll(); !done)
            return done;
        stored = {.layout = columnLayout()};
    } else if (stored.boot != boot) {
        stored.complete = std::min(stored.complete, stored.durable); // the rest may be holes
    }
    m_state = stored;
    m_state.boot = boot;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (columnSpecs()[i].kind == ColumnKind::Coded) {
            if (const Outcome done = loadDictionary(m_columns[i]); !done)
                return done;
        }
    }
    return writeState();
}

Outcome ColumnWriter::loadDictionary(Column &column)
{
    std::string bytes(static_cast<size_t>(column.textSize), '\0');
    if (!column.texts.read(0, bytes.data(), bytes.size()))
        return failure("dictionary");
    size_t at = 0;
    uint32_t code = 0;
    while (at + sizeof(uint32_t) <= bytes.size()) {
        uint32_t size = 0;
        std::memcpy(&size, bytes.data() + at, sizeof size);
        if (size > bytes.size() - at - sizeof size)
            break; // torn
        column.codes.emplace(bytes.substr(at + sizeof size, size), ++code);
        at += sizeof size + size;
    }
    if (at < bytes.size() && ::ftruncate(column.texts.fd(), static_cast<off_t>(at)) != 0)
        return failure("dictionary");
    column.textSize = static_cast<int64_t>(at);
    return Done{};
}

uint32_t ColumnWriter::codeOf(Column &column, const std::string &text)
{
    if (text.empty())
        return 0;
    if (text == column.lastText)
        return column.lastCode;
    uint32_t code = kCodeElsewhere;
    if (const auto it = column.codes.find(text); it != column.codes.end()) {
        code = it->second;
    } else if (column.codes.size() < kMostCodes) {
        code = static_cast<uint32_t>(column.codes.size()) + 1;
        column.codes.emplace(text, code);
        appendText(m_newTexts, text);
    }
    column.lastText = text;
    column.lastCode = code;
    return code;
}

Outcome ColumnWriter::append(std::vector<Entry> entries, int64_t complete)
{
    if (!entries.empty()) {
        if (const Outcome done = write(entries, entries.front().row, entries.back().row, false); !done)
            return done;
    }
    m_state.complete = complete;
    return writeState();
}

Outcome ColumnWriter::replace(std::vector<Entry> entries, int64_t first, int64_t last)
{
    return write(entries, first, last, true);
}

Outcome ColumnWriter::noteChange(int64_t change)
{
    m_state.change = change;
    return writeState();
}

Outcome ColumnWriter::write(const std::vector<Entry> &entries, int64_t first, int64_t last, bool overZeros)
{
    // In stretches: a buffer of one column stays in the processor's cache.
    constexpr int64_t kStretch = 16'384;
    auto from = entries.begin();
    for (int64_t begin = first; begin <= last; begin += kStretch) {
        const int64_t end = std::min(last, begin + kStretch - 1);
        const auto to = std::ranges::upper_bound(from, entries.end(), end, {}, &Entry::row);
        if (from != to || overZeros) {
            const std::vector<Entry> part(from, to);
            // The stream's column goes last: a row is there when its stream is.
            for (size_t i = 0; i < m_columns.size(); ++i) {
                if (static_cast<int>(i) == streamColumn())
                    continue;
                if (const Outcome done = writeColumn(i, part, begin, end, overZeros); !done)
                    return done;
            }
            if (const Outcome done = writeColumn(static_cast<size_t>(streamColumn()), part, begin, end, overZeros); !done)
                return done;
        }
        from = to;
    }
    return Done{};
}

Outcome ColumnWriter::writeColumn(size_t index, const std::vector<Entry> &entries, int64_t first, int64_t last, bool overZeros)
{
    Column &column = m_columns[index];
    const ColumnSpec &spec = columnSpecs()[index];
    const auto width = static_cast<size_t>(spec.width());
    const size_t bytes = static_cast<size_t>(last - first + 1) * width;
    m_buffer.assign(bytes, 0);
    m_newTexts.clear();
    const int64_t textsBegin = column.textSize;
    bool any = false;
    for (const Entry &entry : entries) {
        uint64_t bits = 0;
        switch (spec.kind) {
        case ColumnKind::Stream:
            bits = entry.stream;
            break;
        case ColumnKind::Coded:
            bits = codeOf(column, entry.alert->*std::get<Text Alert::*>(spec.field->member));
            break;
        case ColumnKind::Long:
            if (const Text &text = entry.alert->*std::get<Text Alert::*>(spec.field->member); !text.empty()) {
                bits = static_cast<uint64_t>(textsBegin) + m_newTexts.size() + 1;
                appendText(m_newTexts, text);
            }
            break;
        case ColumnKind::List:
            if (const auto &list = entry.alert->*std::get<std::vector<std::string> Alert::*>(spec.field->member); !list.empty()) {
                std::string joined;
                for (const std::string &text : list)
                    joined.append(text).push_back('\0');
                bits = static_cast<uint64_t>(textsBegin) + m_newTexts.size() + 1;
                appendText(m_newTexts, joined);
            }
            break;
        case ColumnKind::Hash:
            bits = eventHash(entry.alert->*std::get<Text Alert::*>(spec.field->member));
            break;
        default:
            bits = std::visit(Bits{*entry.alert}, spec.field->member);
        }
        if (bits == 0)
            continue;
        any = true;
        std::memcpy(m_buffer.data() + static_cast<size_t>(entry.row - first) * width, &bits, width); // little-endian, as all of Debian's
    }
    if (!m_newTexts.empty()) {
        if (!column.texts.write(textsBegin, m_newTexts.data(), m_newTexts.size()))
            return failure("texts");
        column.textSize += static_cast<int64_t>(m_newTexts.size());
    }
    if (!any && !overZeros)
        return Done{};
    column.dirty = true;
    if (!column.values.write(first * static_cast<int64_t>(width), m_buffer.data(), bytes))
        return failure("values");
    return Done{};
}

Outcome ColumnWriter::writeState()
{
    if (!m_stateFile.write(0, &m_state, sizeof m_state))
        return failure("state");
    return Done{};
}

Outcome ColumnWriter::sync()
{
    if (m_state.durable == m_state.complete)
        return Done{};
    const int64_t reached = m_state.complete;
    for (Column &column : m_columns) {
        if (!column.dirty)
            continue;
        if ((column.texts.isOpen() && ::fdatasync(column.texts.fd()) != 0) || ::fdatasync(column.values.fd()) != 0)
            return failure("sync");
        column.dirty = false;
    }
    m_state.durable = reached;
    if (const Outcome done = writeState(); !done)
        return done;
    return ::fdatasync(m_stateFile.fd()) == 0 ? Outcome(Done{}) : Outcome(failure("sync"));
}

} // namespace tocsin::archive
