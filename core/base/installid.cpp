// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/installid.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSysInfo>

namespace tocsin {

QString installId()
{
    static const QString id = [] {
        QByteArray machine = QSysInfo::machineUniqueId();
        if (machine.isEmpty()) // containers have none
            machine = QSysInfo::machineHostName().toUtf8();
        const QByteArray seed = "tocsin\n" + machine + '\n' + QDir::homePath().toUtf8();
        return QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex().first(8));
    }();
    return id;
}

} // namespace tocsin
