// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>

namespace tocsin::tests {

// Certificates of an authority of our own, good ones and bad ones, made by openssl in a temporary folder.
class Certificates
{
public:
    Certificates()
    {
        write(QStringLiteral("ca.cnf"),
              "[ca]\ndefault_ca=d\n[d]\ndir=.\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n");
        write(QStringLiteral("index.txt"), {});
        write(QStringLiteral("serial"), "01\n");
        m_ready = m_folder.isValid()
            && openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                        QStringLiteral("ca.key"), QStringLiteral("-out"), QStringLiteral("ca.pem"), QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=Ladder test CA")});
    }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString caFile() const { return path(QStringLiteral("ca.pem")); }

    // NAME.pem and NAME.key, for these hosts ("DNS:localhost,IP:127.0.0.1").
    [[nodiscard]] bool issue(const QString &name, const QString &hosts, const QDateTime &from, const QDateTime &to)
    {
        write(name + QStringLiteral(".ext"), "subjectAltName=" + hosts.toUtf8() + "\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n");
        const auto stamp = [](const QDateTime &time) { return time.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")) + u'Z'; };
        return openssl({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"), QStringLiteral("-keyout"), name + QStringLiteral(".key"),
                        QStringLiteral("-out"), name + QStringLiteral(".csr"), QStringLiteral("-subj"), QStringLiteral("/CN=") + name})
            && openssl({QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-config"), QStringLiteral("ca.cnf"), QStringLiteral("-cert"), QStringLiteral("ca.pem"),
                        QStringLiteral("-keyfile"), QStringLiteral("ca.key"), QStringLiteral("-in"), name + QStringLiteral(".csr"), QStringLiteral("-out"), name + QStringLiteral(".pem"),
                        QStringLiteral("-startdate"), stamp(from), QStringLiteral("-enddate"), stamp(to), QStringLiteral("-extfile"), name + QStringLiteral(".ext"),
                        QStringLiteral("-notext")});
    }
    // NAME.crl: the list of what was withdrawn so far, in date for some days; `withdrawn` is put on it.
    [[nodiscard]] bool list(const QString &name, const QString &withdrawn = {}, const QStringList &dates = {QStringLiteral("-crldays"), QStringLiteral("3")})
    {
        const QStringList authority{QStringLiteral("ca"), QStringLiteral("-config"), QStringLiteral("ca.cnf"), QStringLiteral("-cert"), QStringLiteral("ca.pem"), QStringLiteral("-keyfile"), QStringLiteral("ca.key")};
        return (withdrawn.isEmpty() || openssl(authority + QStringList{QStringLiteral("-revoke"), withdrawn + QStringLiteral(".pem")}))
            && openssl(authority + QStringList{QStringLiteral("-gencrl"), QStringLiteral("-out"), name + QStringLiteral(".crl")} + dates);
    }
    [[nodiscard]] bool selfSign(const QString &name)
    {
        return openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                        name + QStringLiteral(".key"), QStringLiteral("-out"), name + QStringLiteral(".pem"), QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=") + name, QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1")});
    }
    [[nodiscard]] QSslCertificate certificate(const QString &name) const
    {
        QFile file(path(name + QStringLiteral(".pem")));
        return file.open(QIODevice::ReadOnly) ? QSslCertificate(&file) : QSslCertificate();
    }
    [[nodiscard]] QSslKey key(const QString &name) const
    {
        QFile file(path(name + QStringLiteral(".key")));
        return file.open(QIODevice::ReadOnly) ? QSslKey(&file, QSsl::Ec) : QSslKey();
    }

private:
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }
    [[nodiscard]] bool openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), arguments);
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    bool m_ready = false;
};

} // namespace tocsin::tests
