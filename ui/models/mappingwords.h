// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alertfields.h"

#include <QString>
#include <QStringList>

namespace tocsin::ui {

// The words about a field mapping. Pure.

// “id, ra, dec mapped”, “By the usual names”, or why the stored text cannot be used.
[[nodiscard]] QString mappingInWords(const QString &mapping);
// The key's label as people see it.
[[nodiscard]] QString keyLabel(const AlertField &field);
// What an alert says in a key; empty: nothing. A flag that is not set says nothing either.
[[nodiscard]] QString keyText(const AlertField &field, const Alert &alert);
// Of the alert's notes those about this key: values that were refused or repaired.
[[nodiscard]] QStringList notesOf(const AlertField &field, const Alert &alert);

} // namespace tocsin::ui
