// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/tom/target.h"

#include <QByteArray>

#include <vector>

namespace tocsin::tom {

// Targets as the import page of a TOM Toolkit reads them: name, type, ra, dec, epoch, aliases as name2, name3, …, groups in one
// cell, then tags and further fields. RFC 4180 with LF; refused drafts are left out.
[[nodiscard]] QByteArray targetCsv(const std::vector<TargetRecord> &records);
// Into a file, all or nothing; how many targets. Not on the main thread.
[[nodiscard]] Result<int> writeTargetCsv(const QString &file, const std::vector<TargetRecord> &records);

} // namespace tocsin::tom
