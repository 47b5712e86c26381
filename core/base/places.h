// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tocsin {

// Where the program keeps its things (contract, section 6). `--home DIR` beats TOCSIN_HOME beats the
// XDG folders; with a home everything lies under that one folder. A plain value; folders are made by
// those who write into them.
struct Places {
    QString config; // profiles, streams: text, no secret
    QString data; // the archive
    QString state; // logs
    QString cache;
    QString archive; // the archive's folder; TOCSIN_ARCHIVE names another
    QString home; // empty unless one folder holds all

    [[nodiscard]] static Places resolve(const QString &homeArgument);
};

// Whether a name may become part of a path: at most 100 letters, digits, dots, dashes, underscores; not dots alone, and
// nothing that Windows keeps for its devices.
[[nodiscard]] bool isPlainName(const QString &name);

} // namespace tocsin
