// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/vault/accountstore.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace tocsin::tom {

constexpr double kUsualRadius = 3; // arcsec

// An account of the kind "tom" as those who ask its TOM need it, without the secret. A plain value.
struct TomAccount {
    QUrl url;
    QString user;
    QStringList groups; // of new targets
    double radiusArcsec = kUsualRadius; // within which a target is the same one
};

[[nodiscard]] Result<TomAccount> tomAccount(const vault::AccountStore &accounts, const QString &name);

} // namespace tocsin::tom
