// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vaultthread.h"

#include <QCoreApplication>
#include <QThread>

namespace tocsin::vault {

namespace {

constexpr unsigned long kEndMs = 1'000;
QThread *theThread = nullptr; // never deleted: what hangs in it at the end may still hang

void endThread()
{
    theThread->quit();
    theThread->wait(kEndMs);
}

} // namespace

QThread *vaultThread()
{
    if (!theThread) {
        theThread = new QThread;
        theThread->setObjectName(QStringLiteral("vault"));
        theThread->start();
        qAddPostRoutine(&endThread);
    }
    return theThread;
}

} // namespace tocsin::vault
