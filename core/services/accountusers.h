// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/places.h"
#include "core/services/streamstore.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace tocsin::services {

// The streams of every profile, as they stand in their files, and which account each names: accounts belong to all of them.
// A list that cannot be read is left out. Short-lived; main thread.
class AccountUsers
{
public:
    explicit AccountUsers(const Places &places);

    [[nodiscard]] QStringList of(const QString &account) const; // names of streams, each once
    Outcome rename(const QString &account, const QString &newName);

private:
    std::vector<std::unique_ptr<StreamStore>> m_stores;
};

} // namespace tocsin::services
