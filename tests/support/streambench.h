// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/pipeline.h"
#include "core/services/streammanager.h"
#include "core/services/streamstore.h"
#include "support/recordingarchive.h"

#include <QTemporaryDir>

namespace tocsin::tests {

// A stream manager over a folder of its own and an archive in memory: what window parts need to be driven without a
// real home. Real streams can be added; those that nobody answers stay Connecting.
struct StreamBench {
    QTemporaryDir folder;
    RecordingArchive archive;
    services::Pipeline pipeline{archive};
    services::StreamStore store{folder.filePath(QStringLiteral("streams.json"))};
    services::StreamManager manager{store, {.sink = &pipeline, .archive = &archive}};

    // Not started with the program, so that adding it starts nothing.
    static streams::StreamConfig kafka(const QString &name, const QString &server = QStringLiteral("127.0.0.1:9"))
    {
        streams::StreamConfig config;
        config.name = name;
        config.type = QStringLiteral("kafka");
        config.autostart = false;
        config.values.set(QStringLiteral("servers"), QStringList{server});
        config.values.set(QStringLiteral("topics"), QStringList{QStringLiteral("alerts.*")});
        return config;
    }
    // Wants a password and has none: as after each start, for secrets are not kept.
    static streams::StreamConfig signedIn(const QString &name)
    {
        streams::StreamConfig config = kafka(name);
        config.values.set(QStringLiteral("security"), QStringLiteral("SASL_SSL"));
        config.values.set(QStringLiteral("user"), QStringLiteral("person"));
        return config;
    }
    QString uuid(const QString &name) const
    {
        const streams::StreamConfig *config = manager.find(name);
        return config ? config->uuid : QString();
    }
};

} // namespace tocsin::tests
