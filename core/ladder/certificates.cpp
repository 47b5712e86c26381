// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ladder/certificates.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tocsin::ladder {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ladder", text);
}

QString day(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd"_s);
}

QString minute(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) + u" UT"_s;
}

QStringList hostNames(const QSslCertificate &certificate)
{
    const auto alternatives = certificate.subjectAlternativeNames();
    QStringList names = alternatives.values(QSsl::DnsEntry) + alternatives.values(QSsl::IpAddressEntry);
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names.removeDuplicates();
    names.sort();
    if (names.size() > 3)
        names = names.first(3) << u"…"_s;
    return names;
}

bool isOfIssuer(QSslError::SslError error)
{
    static const QSet<QSslError::SslError> errors{QSslError::UnableToGetIssuerCertificate, QSslError::UnableToGetLocalIssuerCertificate,
                                                  QSslError::UnableToVerifyFirstCertificate, QSslError::SelfSignedCertificate,
                                                  QSslError::SelfSignedCertificateInChain, QSslError::CertificateUntrusted,
                                                  QSslError::InvalidCaCertificate};
    return errors.contains(error);
}

Error unknownIssuer(const QSslCertificate &certificate, bool selfSigned, const CertificateCheck &check)
{
    Error error{.kind = ErrorKind::TlsRefused};
    const QString issuer = issuerName(certificate);
    if (!check.caFile.isEmpty()) {
        error.message = say(QT_TRANSLATE_NOOP("ladder", "The certificate of %1 was not issued by the CA file of this stream, but by “%2”.")).arg(check.server, issuer);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Ask the broker's people for the right CA file; empty the option “CA file” if a public authority issues their certificates."));
    } else if (selfSigned) {
        error.message = say(QT_TRANSLATE_NOOP("ladder", "The certificate of %1 is signed by itself: “%2”.")).arg(check.server, issuer);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "If that is meant so, have the broker's people send you this certificate and give it as “CA file”."));
    } else {
        error.message = say(QT_TRANSLATE_NOOP("ladder", "The issuer of the certificate of %1 is not known here: “%2”.")).arg(check.server, issuer);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "The broker seems to have an authority of its own: ask its people for the CA file, and give it as “CA file”."));
    }
    return error;
}

Error wrongHost(const QSslCertificate &certificate, const CertificateCheck &check)
{
    const QStringList names = hostNames(certificate);
    return {.kind = ErrorKind::TlsRefused,
            .message = say(QT_TRANSLATE_NOOP("ladder", "The certificate of %1 is for another host: %2.")).arg(check.server, names.isEmpty() ? subjectName(certificate) : names.join(u", "_s)),
            .remedy = say(QT_TRANSLATE_NOOP("ladder", "Write the server as the certificate names it, if that is the same broker; else somebody may be in between. The CA file is not to blame."))};
}

Error wrongClock(const CertificateCheck &check, const QString &why)
{
    return {.kind = ErrorKind::TlsRefused,
            .message = say(QT_TRANSLATE_NOOP("ladder", "The clock of this computer is wrong: it shows %1, %2.")).arg(minute(check.clock.now), why),
            .remedy = say(QT_TRANSLATE_NOOP("ladder", "Set the clock of this computer; the certificate is not to blame.")),
            .retriable = true};
}

Error wrongDate(const QSslCertificate &certificate, bool expired, const CertificateCheck &check)
{
    const ClockEvidence &clock = check.clock;
    if (clock.isBehind())
        return wrongClock(check, say(QT_TRANSLATE_NOOP("ladder", "and this program was built on %1")).arg(day(clock.built)));
    // Certificates begin when they are issued: one that is there has begun.
    if (!expired)
        return wrongClock(check, say(QT_TRANSLATE_NOOP("ladder", "but the certificate of %1 began on %2")).arg(check.server, minute(certificate.effectiveDate())));
    Error error{.kind = ErrorKind::TlsRefused,
                .message = say(QT_TRANSLATE_NOOP("ladder", "The certificate of %1 expired on %2; the clock of this computer shows %3."))
                               .arg(check.server, day(certificate.expiryDate()), minute(clock.now))};
    if (clock.kept == ClockEvidence::Kept::Yes)
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Only the broker's people can renew it. This clock is kept by a time server."));
    else
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "If that time is wrong, set the clock; no time server is known to keep it. Else only the broker's people can renew the certificate."));
    return error;
}

QString nameOf(const QStringList &common, const QStringList &organisation, const QString &whole)
{
    const QString first = common.value(0).isEmpty() ? whole : common.value(0);
    const QString second = organisation.value(0);
    return second.isEmpty() || second == first ? first : first + u", "_s + second;
}

} // namespace

QString subjectName(const QSslCertificate &certificate)
{
    return nameOf(certificate.subjectInfo(QSslCertificate::CommonName), certificate.subjectInfo(QSslCertificate::Organization), certificate.subjectDisplayName());
}

QString issuerName(const QSslCertificate &certificate)
{
    return nameOf(certificate.issuerInfo(QSslCertificate::CommonName), certificate.issuerInfo(QSslCertificate::Organization), certificate.issuerDisplayName());
}

QString certificateOption(const QList<QSslError> &errors)
{
    if (std::ranges::any_of(errors, [](const QSslError &error) { return isOfIssuer(error.error()); }))
        return u"ca"_s;
    const bool host = std::ranges::any_of(errors, [](const QSslError &error) { return error.error() == QSslError::HostNameMismatch; });
    return host ? u"servers"_s : QString();
}

Error certificateProblem(const QSslCertificate &certificate, const QList<QSslError> &errors, const CertificateCheck &check)
{
    bool issuer = false;
    bool selfSigned = false;
    bool host = false;
    bool early = false;
    bool expired = false;
    QStringList all;
    for (const QSslError &error : errors) {
        issuer = issuer || isOfIssuer(error.error());
        selfSigned = selfSigned || error.error() == QSslError::SelfSignedCertificate;
        host = host || error.error() == QSslError::HostNameMismatch;
        early = early || error.error() == QSslError::CertificateNotYetValid;
        expired = expired || error.error() == QSslError::CertificateExpired;
        all.push_back(error.errorString());
    }
    Error error;
    if (issuer)
        error = unknownIssuer(certificate, selfSigned, check);
    else if (host)
        error = wrongHost(certificate, check);
    else if (early || expired)
        error = wrongDate(certificate, expired && !early, check);
    else
        error = {.kind = ErrorKind::TlsRefused,
                 .message = say(QT_TRANSLATE_NOOP("ladder", "The certificate of %1 was not accepted: %2")).arg(check.server, all.value(0)),
                 .remedy = say(QT_TRANSLATE_NOOP("ladder", "Tell the broker's people."))};
    error.detail = say(QT_TRANSLATE_NOOP("ladder", "Subject %1, issuer %2, from %3 to %4, for %5. %6"))
                       .arg(subjectName(certificate), issuerName(certificate), minute(certificate.effectiveDate()), minute(certificate.expiryDate()),
                            hostNames(certificate).join(u", "_s), all.join(u' '));
    return error;
}

} // namespace tocsin::ladder
