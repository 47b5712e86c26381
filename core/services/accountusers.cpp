// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/accountusers.h"

#include "core/services/engine.h"
#include "core/services/signin.h"

#include <QDir>

namespace tocsin::services {

using namespace Qt::StringLiterals;

AccountUsers::AccountUsers(const Places &places)
{
    QStringList profiles{QString()};
    profiles += QDir(places.config + u"/profiles"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &profile : profiles) {
        auto store = std::make_unique<StreamStore>(Engine::streamsFile(places, profile));
        if (store->load())
            m_stores.push_back(std::move(store));
    }
}

QStringList AccountUsers::of(const QString &account) const
{
    QStringList names;
    for (const auto &store : m_stores)
        names += streamsUsing(account, store->streams());
    names.removeDuplicates();
    return names;
}

Outcome AccountUsers::rename(const QString &account, const QString &newName)
{
    for (const auto &store : m_stores) {
        for (streams::StreamConfig config : std::vector(store->streams())) {
            if (namedAccount(config) != account)
                continue;
            config.values.set(u"account"_s, newName);
            if (const Outcome updated = store->update(config); !updated)
                return updated;
        }
    }
    return Done{};
}

} // namespace tocsin::services
