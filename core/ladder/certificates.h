// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/ladder/clock.h"

#include <QSslCertificate>
#include <QSslError>

namespace tocsin::ladder {

struct CertificateCheck {
    QString server; // as the person wrote it, with the port
    QString host; // what the certificate must be for
    QString caFile; // the person's own CA file; empty: the system's
    ClockEvidence clock;
};

// Why a certificate was not taken, as one cause: an unknown issuer before another host's name before a date, since a date means
// nothing on a certificate of nobody knows whom. A wrong clock is called a wrong clock. All of them stand in `detail`.
[[nodiscard]] Error certificateProblem(const QSslCertificate &certificate, const QList<QSslError> &errors, const CertificateCheck &check);

// The stream's option that can help: the CA file, or the servers; empty: none can.
[[nodiscard]] QString certificateOption(const QList<QSslError> &errors);

// "CN, O": who it is for, or who issued it, in one line.
[[nodiscard]] QString subjectName(const QSslCertificate &certificate);
[[nodiscard]] QString issuerName(const QSslCertificate &certificate);

} // namespace tocsin::ladder
