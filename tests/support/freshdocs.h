// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>

namespace tocsin::test {

// What is wrong when a page in docs/ is not what the program makes of itself now; empty: nothing. TOCSIN_RENEW_DOCS writes it.
inline QString staleDocs(const char *name, const QByteArray &page)
{
    const QString path = QStringLiteral(TOCSIN_TEST_DATA "/../../docs/") + QLatin1String(name);
    QFile file(path);
    if (qEnvironmentVariableIsSet("TOCSIN_RENEW_DOCS")) {
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size())
            return file.errorString();
        file.close();
    }
    if (!file.open(QIODevice::ReadOnly))
        return path + QStringLiteral(": ") + file.errorString();
    if (file.readAll() == page)
        return {};
    return QStringLiteral("docs/%1 is stale: run “TOCSIN_RENEW_DOCS=1 %2 docsAreFresh” and commit the file").arg(QLatin1String(name), QCoreApplication::applicationFilePath());
}

} // namespace tocsin::test
