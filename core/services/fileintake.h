// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/streams/stream.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace tocsin::services {

// Brings files from disk (dropped on the window) the same way as every alert: through the pipeline into the archive,
// as messages of a stream named "file" whose topic is the file's name. The lane is bound to the content, so that the
// same file twice is a replay. Lives on the main thread, reads on a thread of its own; the sink outlives it.
class FileIntake final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kMostBytes = 64ll << 20; // decisions.md 19, also after unpacking
    static constexpr int kMostFiles = 200;

    struct Report {
        QString name; // file name without folder
        qint64 alerts = 0;
        qint64 undecoded = 0;
        bool stored = false;
        Error error = {}; // meaningful when not stored
    };

    explicit FileIntake(streams::BatchSink &sink, QObject *parent = nullptr);
    ~FileIntake() override;

    void take(const QStringList &paths);
    [[nodiscard]] bool isBusy() const;

    // The stream that rows from files belong to.
    [[nodiscard]] static StreamRefPtr streamRef();

Q_SIGNALS:
    void finished(const tocsin::services::FileIntake::Report &report); // one per file

private:
    class Worker;
    std::shared_ptr<Worker> m_worker;
};

} // namespace tocsin::services

Q_DECLARE_METATYPE(tocsin::services::FileIntake::Report)
