// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/schemadoctor.h"
#include "core/services/schemauses.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tocsin::ui {

// What there is to say of schemas, in words. Pure functions.
namespace schemawords {

struct Words {
    QString title;
    QString text;
    bool broken = false; // something of the person's own, or a column, has lost its field
};

// "lsst.alert 11.0 → 11.1"
[[nodiscard]] QString versions(const services::SchemaChange &change);
// The notice in the window.
[[nodiscard]] Words notice(const services::SchemaChange &change, const std::vector<services::BrokenUse> &broken);
// One sentence for each column of alerts and each thing of the person's own that has lost its field.
[[nodiscard]] QStringList broken(const services::SchemaChange &change, const std::vector<services::BrokenUse> &uses);
// Of rows that wait; `now` tells what is still to come.
[[nodiscard]] Words waiting(const services::WaitingSchema &waiting, const UtcTime &now);

} // namespace schemawords

} // namespace tocsin::ui
