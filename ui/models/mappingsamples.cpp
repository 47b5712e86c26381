// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/mappingsamples.h"

#include "core/filter/filter.h"
#include "ui/theme/formats.h"

#include <QFile>
#include <QFileInfo>
#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using decoders::Decoded;

namespace {

Decoded decodedFrom(const archive::StoredPacket &packet, bool fields, const FieldMapping *mapping)
{
    return decoders::decode({.value = packet.value, .key = packet.key, .headers = packet.headers, .topic = packet.topic},
                            {.fields = fields, .registry = packet.registry, .mapping = mapping});
}

// Takes the records of one decoded message; `only` >= 0: this one.
void take(MappingSampleSet &set, const std::shared_ptr<const archive::StoredPacket> &packet, qint64 only, const QString &title)
{
    Decoded decoded = decodedFrom(*packet, true, nullptr);
    if (!decoded.error.empty() && set.unreadable.isEmpty())
        set.unreadable = formats::plain(decoded.error);
    for (size_t i = 0; i < decoded.alerts.size() && set.samples.size() < MappingSamples::kMost; ++i) {
        if ((only >= 0 && static_cast<size_t>(only) != i) || decoded.trees[i].is_null() || !decoded.alerts[i])
            continue;
        MappingSample &sample = set.samples.emplace_back();
        sample.packet = packet;
        sample.record = i;
        sample.title = title.isEmpty() ? MappingSamples::tr("Record %1").arg(i + 1) : title;
        sample.fields = std::move(decoded.trees[i]);
        sample.alert = std::move(decoded.alerts[i]);
    }
}

std::shared_ptr<const MappingSampleSet> finished(std::shared_ptr<MappingSampleSet> set)
{
    for (MappingSample &sample : set->samples) {
        sample.nodes = FieldNodes::of(sample.fields);
        addPointers(sample.fields, set->pointers);
    }
    return set;
}

std::shared_ptr<const MappingSampleSet> setFrom(std::string bytes, const QString &source)
{
    auto set = std::make_shared<MappingSampleSet>();
    set->source = source;
    auto packet = std::make_shared<archive::StoredPacket>();
    packet->value = std::move(bytes);
    take(*set, packet, -1, {});
    return finished(std::move(set));
}

} // namespace

MappingSamples::MappingSamples(archive::Archive *archive, QObject *parent) : QObject(parent), m_archive(archive)
{
    m_pool.setMaxThreadCount(1);
}

MappingSamples::~MappingSamples()
{
    ++m_reading;
    ++m_previewing;
}

void MappingSamples::start(Source source)
{
    const quint64 ticket = ++m_reading;
    m_pool.start([this, ticket, source = std::move(source)] {
        const auto stale = [this, ticket] { return m_reading != ticket; };
        if (stale())
            return;
        auto result = source(stale);
        if (stale())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, stale, result = std::move(result)] {
                if (stale())
                    return;
                if (result)
                    Q_EMIT read(result.value());
                else
                    Q_EMIT failed(result.error());
            },
            Qt::QueuedConnection);
    });
}

void MappingSamples::readStream(const QString &name)
{
    start([archive = m_archive, name](const std::function<bool()> &stale) -> Result<std::shared_ptr<const MappingSampleSet>> {
        auto set = std::make_shared<MappingSampleSet>();
        if (!archive || name.isEmpty())
            return finished(std::move(set));
        auto compiled = filter::Filter::compile("stream == \"" + name.toStdString() + "\"", {}); // a stream's name has no quotes
        const auto *ofStream = std::get_if<filter::Filter>(&compiled);
        if (!ofStream)
            return finished(std::move(set));
        Result<std::unique_ptr<archive::Reader>> reader = archive->reader();
        if (!reader && reader.error().kind == ErrorKind::NotFound)
            return finished(std::move(set)); // nothing is kept
        if (!reader)
            return reader.error();
        std::vector<int64_t> newest;
        const Outcome found = reader.value()->findRows(ofStream, UtcTime::now(), true, [&](const std::vector<int64_t> &rows, double) {
            newest.insert(newest.end(), rows.rbegin(), rows.rend());
            return !stale() && newest.size() < kMost;
        });
        if (!found && newest.empty() && !stale())
            return found.error();
        newest.resize(std::min(newest.size(), kMost));
        const auto alerts = reader.value()->alerts(newest);
        if (!alerts)
            return alerts.error();
        for (const auto &alert : alerts.value()) {
            if (stale())
                break;
            Result<archive::StoredPacket> raw = reader.value()->packet(alert->row);
            if (!raw)
                continue; // damaged or gone; the others will do
            take(*set, std::make_shared<const archive::StoredPacket>(std::move(raw.value())), alert->record,
                 u"%1 · %2"_s.arg(formats::dateTime(alert->received), formats::plain(alert->topic)));
        }
        return finished(std::move(set));
    });
}

void MappingSamples::readFile(const QString &path)
{
    start([path](const std::function<bool()> &) -> Result<std::shared_ptr<const MappingSampleSet>> {
        const QFileInfo info(path);
        const QString name = info.fileName();
        if (!info.isFile()) // a pipe or a device would never end
            return Error{.kind = ErrorKind::NotFound, .message = tr("%1 is no file.").arg(name), .remedy = tr("Choose a file that holds one packet.")};
        if (info.size() > kMostBytes)
            return Error{.kind = ErrorKind::BadArgument, .message = tr("%1 is larger than 64 MiB.").arg(name), .remedy = tr("Choose a file that holds one packet.")};
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{.kind = ErrorKind::NotFound, .message = tr("%1 cannot be read: %2").arg(name, file.errorString()), .remedy = {}};
        return setFrom(file.read(kMostBytes).toStdString(), name);
    });
}

void MappingSamples::readText(const QByteArray &text)
{
    start([text](const std::function<bool()> &) -> Result<std::shared_ptr<const MappingSampleSet>> {
        if (text.size() > kMostBytes)
            return Error{.kind = ErrorKind::BadArgument, .message = tr("The text is larger than 64 MiB."), .remedy = tr("Paste one packet.")};
        return setFrom(text.toStdString(), tr("Pasted text"));
    });
}

void MappingSamples::preview(const std::shared_ptr<const MappingSampleSet> &set, size_t sample, const std::shared_ptr<const FieldMapping> &mapping)
{
    const quint64 ticket = ++m_previewing;
    m_pool.start([this, ticket, set, sample, mapping] {
        if (m_previewing != ticket)
            return;
        const MappingSample &one = set->samples[sample];
        Decoded decoded = decodedFrom(*one.packet, false, mapping.get());
        std::shared_ptr<const Alert> alert = one.record < decoded.alerts.size() ? decoded.alerts[one.record] : nullptr;
        QMetaObject::invokeMethod(
            this,
            [this, ticket, sample, alert = std::move(alert)] {
                if (m_previewing == ticket && alert)
                    Q_EMIT previewed(sample, alert);
            },
            Qt::QueuedConnection);
    });
}

} // namespace tocsin::ui
