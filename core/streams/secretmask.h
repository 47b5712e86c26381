// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/options/optionspec.h"

#include <QRegularExpression>
#include <QString>

namespace tocsin::streams {

// Blots out the secrets of this session in a text that goes to a log, a message or a report, in every form in which a
// library may write them: as typed, percent-encoded, as a JSON text, in base64 (alone or as part of "user:password").
// Made once per client; masked() is const and may be called from several threads. A plain value.
class SecretMask
{
public:
    SecretMask() = default;
    // All options of the type Secret, and of NAME=VALUE pairs those whose name says that they are one.
    SecretMask(const std::vector<options::OptionSpec> &specs, const options::OptionValues &values);

    void add(const QString &secret); // e.g. a token that was fetched later; not while masked() runs elsewhere

    [[nodiscard]] QString masked(const QString &text) const;

private:
    void rebuild();

    QStringList m_secrets;
    QRegularExpression m_pattern; // all forms of all secrets, the longest first
};

} // namespace tocsin::streams
