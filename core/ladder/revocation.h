// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSslCertificate>

#include <memory>
#include <optional>

namespace tocsin::ladder {

// The lists in which authorities tell what certificates they have withdrawn (CRL, RFC 5280), from a file in PEM that the
// person gives. Qt looks at none, so OpenSSL judges, with the same flag that librdkafka sets. A plain value.
class RevocationLists
{
public:
    [[nodiscard]] static Result<RevocationLists> read(const QString &file);
    // Why the first certificate of a chain, good otherwise, is not to be taken: withdrawn, or no list in date speaks of it.
    [[nodiscard]] std::optional<Error> problemOf(const QList<QSslCertificate> &chain, const QList<QSslCertificate> &authorities, const QString &server) const;

private:
    struct Lists;
    RevocationLists(QString file, std::shared_ptr<const Lists> lists);

    QString m_file;
    std::shared_ptr<const Lists> m_lists;
};

} // namespace tocsin::ladder
