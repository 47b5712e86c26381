// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ladder/revocation.h"

#include "core/ladder/certificates.h"

#include <QCoreApplication>
#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <utility>
#include <vector>

namespace tocsin::ladder {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 64 << 20; // of a file of lists

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *value) const
    {
        Free(value);
    }
};
void freeAll(STACK_OF(X509) * chain)
{
    sk_X509_pop_free(chain, X509_free);
}
using Crl = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Store = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using Judge = std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>>;
using Chain = std::unique_ptr<STACK_OF(X509), Freed<freeAll>>;

QString say(const char *text)
{
    return QCoreApplication::translate("ladder", text);
}

Certificate openSsl(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return Certificate(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
}

} // namespace

struct RevocationLists::Lists {
    std::vector<Crl> all;
};

RevocationLists::RevocationLists(QString file, std::shared_ptr<const Lists> lists) : m_file(std::move(file)), m_lists(std::move(lists))
{
}

Result<RevocationLists> RevocationLists::read(const QString &file)
{
    auto lists = std::make_shared<Lists>();
    QFile source(file);
    if (source.open(QIODevice::ReadOnly) && source.size() <= kMostBytes) {
        const QByteArray text = source.readAll();
        const std::unique_ptr<BIO, Freed<BIO_free_all>> bytes(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
        while (Crl list{PEM_read_bio_X509_CRL(bytes.get(), nullptr, nullptr, nullptr)})
            lists->all.push_back(std::move(list));
        ERR_clear_error(); // the end of the file is one
    }
    if (lists->all.empty())
        return Error{.kind = ErrorKind::TlsRefused,
                     .message = say(QT_TRANSLATE_NOOP("ladder", "The file %1 holds no list of withdrawn certificates that can be read.")).arg(file),
                     .remedy = say(QT_TRANSLATE_NOOP("ladder", "Give a file of such lists (CRL) in PEM, or empty the option “CRL file”."))};
    return RevocationLists(file, std::move(lists));
}

std::optional<Error> RevocationLists::problemOf(const QList<QSslCertificate> &chain, const QList<QSslCertificate> &authorities, const QString &server) const
{
    const Store store(X509_STORE_new());
    for (const QSslCertificate &authority : authorities)
        X509_STORE_add_cert(store.get(), openSsl(authority).get());
    for (const Crl &list : m_lists->all)
        X509_STORE_add_crl(store.get(), list.get());
    X509_STORE_set_flags(store.get(), X509_V_FLAG_CRL_CHECK);
    const Certificate certificate = openSsl(chain.value(0));
    const Chain between(sk_X509_new_null());
    for (const QSslCertificate &one : chain.sliced(std::min<qsizetype>(1, chain.size())))
        sk_X509_push(between.get(), openSsl(one).release());
    const Judge judge(X509_STORE_CTX_new());
    X509_STORE_CTX_init(judge.get(), store.get(), certificate.get(), between.get());
    const bool good = X509_verify_cert(judge.get()) == 1;
    const int why = X509_STORE_CTX_get_error(judge.get());
    ERR_clear_error();
    if (good)
        return std::nullopt;
    Error error{.kind = ErrorKind::TlsRefused, .detail = QString::fromUtf8(X509_verify_cert_error_string(why))};
    switch (why) {
    case X509_V_ERR_CERT_REVOKED:
        error.message = say(QT_TRANSLATE_NOOP("ladder", "The certificate of %1 was withdrawn by its issuer, “%2”.")).arg(server, issuerName(chain.value(0)));
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Tell the broker's people, and do not sign in there: somebody else may hold the key."));
        break;
    case X509_V_ERR_UNABLE_TO_GET_CRL:
        error.message = say(QT_TRANSLATE_NOOP("ladder", "The lists in %1 say nothing of what “%2” has withdrawn, who issued the certificate of %3."))
                            .arg(m_file, issuerName(chain.value(0)), server);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Add the list of this issuer to the file, or empty the option “CRL file”."));
        break;
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_CRL_NOT_YET_VALID:
        error.message = say(QT_TRANSLATE_NOOP("ladder", "The list of withdrawn certificates in %1 is out of date.")).arg(m_file);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Fetch the issuer's present list; check the clock of this computer, too."));
        break;
    default:
        error.message = say(QT_TRANSLATE_NOOP("ladder", "The list of withdrawn certificates in %1 cannot be applied to %2: %3.")).arg(m_file, server, error.detail);
        error.remedy = say(QT_TRANSLATE_NOOP("ladder", "Fetch the issuer's present list, or empty the option “CRL file”."));
    }
    return error;
}

} // namespace tocsin::ladder
