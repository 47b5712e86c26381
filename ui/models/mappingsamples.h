// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archive.h"
#include "core/domain/fieldmapping.h"
#include "ui/models/fieldnodes.h"
#include "ui/models/pointermodel.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace tocsin::ui {

// One record of a packet to try a mapping on: its tree, and what the formats alone make of it. Never changed once made.
struct MappingSample {
    std::shared_ptr<const archive::StoredPacket> packet; // shared by the records of one message
    size_t record = 0;
    QString title;
    decoders::FieldTree fields;
    std::shared_ptr<const FieldNodes> nodes; // point into `fields`
    std::shared_ptr<const Alert> alert;
};

struct MappingSampleSet {
    std::vector<MappingSample> samples; // the newest first
    std::vector<KnownPointer> pointers; // what is found in them, in their order
    QString source; // a file's name, or empty
    QString unreadable; // why the newest packet that could not be read could not
};

// Packets to try a mapping on: the newest of a stream, a file's or a pasted text's. Reads and decodes on a thread of its own;
// what is asked for last counts. Main thread; the archive outlives it.
class MappingSamples final : public QObject
{
    Q_OBJECT
public:
    static constexpr size_t kMost = 20;
    static constexpr qint64 kMostBytes = 64ll << 20;

    explicit MappingSamples(archive::Archive *archive, QObject *parent = nullptr); // null: nothing is kept
    ~MappingSamples() override;

    void readStream(const QString &name);
    void readFile(const QString &path);
    void readText(const QByteArray &text);
    // What becomes of a sample (kept alive by the set) with this mapping; null: with none.
    void preview(const std::shared_ptr<const MappingSampleSet> &set, size_t sample, const std::shared_ptr<const FieldMapping> &mapping);

Q_SIGNALS:
    void read(const std::shared_ptr<const tocsin::ui::MappingSampleSet> &set); // may be empty
    void failed(const tocsin::Error &error);
    void previewed(size_t sample, const std::shared_ptr<const tocsin::Alert> &alert);

private:
    using Source = std::function<Result<std::shared_ptr<const MappingSampleSet>>(const std::function<bool()> &stale)>;
    void start(Source source);

    archive::Archive *m_archive;
    std::atomic<quint64> m_reading{0};
    std::atomic<quint64> m_previewing{0};
    QThreadPool m_pool; // last: it is waited for first
};

} // namespace tocsin::ui
