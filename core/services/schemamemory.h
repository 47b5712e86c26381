// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/utctime.h"
#include "core/decoders/schemadiff.h"

#include <QMetaType>
#include <QString>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tocsin::services {

// A survey's packets on one stream look different from those before. A plain value.
struct SchemaChange {
    std::string streamUuid;
    std::string stream; // its name
    decoders::SchemaShape was;
    decoders::SchemaShape is;
    UtcTime since; // when the first packet of the new version came
};

// Which fields the packets of each stream and survey had, in a text file that survives the program: so that a new version is
// noticed, once, also when it came while nobody looked. Versions that alternate (several topics, a slow change-over) are all
// known, and none of them is news again. Used on one thread; reads and writes its file.
class SchemaMemory
{
public:
    explicit SchemaMemory(QString file);

    // The change that this is, if it is one: the first shape of a survey on a stream is none.
    std::optional<SchemaChange> saw(const std::string &streamUuid, const std::string &stream, const decoders::SchemaShape &shape, const UtcTime &now);
    // Changes that nobody has put aside yet.
    [[nodiscard]] std::vector<SchemaChange> news() const;
    void putAside(const std::string &streamUuid, const std::string &survey);

private:
    struct Version {
        decoders::SchemaShape shape;
        UtcTime since;
    };
    struct Survey {
        std::string stream;
        std::vector<Version> versions; // by time of the first packet; a few
        bool news = false; // between the last two
    };
    [[nodiscard]] std::optional<SchemaChange> changeOf(const std::string &streamUuid, const Survey &survey) const;
    void load();
    void save();

    const QString m_file;
    std::map<std::pair<std::string, std::string>, Survey> m_surveys; // by stream and name of the survey
};

} // namespace tocsin::services

Q_DECLARE_METATYPE(tocsin::services::SchemaChange)
