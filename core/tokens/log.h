// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

// Which server was asked for what and how it went. Never a token, a code, a secret or an address with its query.
Q_DECLARE_LOGGING_CATEGORY(lcTokens)
