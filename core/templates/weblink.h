// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/templates/texttemplate.h"

#include <QUrl>

namespace tocsin::templates {

// Why a template cannot be a link to the web: it begins with http:// or https:// and a host that no value can change, or
// is `{url}` alone. Nothing when it can.
[[nodiscard]] std::optional<Problem> linkProblem(const TextTemplate &text);

// The page of an alert, checked after it was filled in: http or https, the template's own host, no user before the host, no
// control characters, no step out of its folder. Every value is percent-encoded whole. NotFound: a value is missing;
// BadArgument: a value is refused.
[[nodiscard]] Result<QUrl> fillLink(const TextTemplate &text, const Alert &alert, filter::PacketFields *packet = nullptr);

} // namespace tocsin::templates
