// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/credentialsearch.h"

#include <QCoreApplication>
#include <QPointer>
#include <QProcessEnvironment>
#include <QThreadPool>

namespace tocsin::ui {

using Places = std::vector<vault::FoundPlace>;

void CredentialSearch::look(const QString &home)
{
    run([home, environment = QProcessEnvironment::systemEnvironment()] { return Result<Places>(vault::lookForCredentials(home, environment)); });
}

void CredentialSearch::read(const QString &file)
{
    run([file]() -> Result<Places> {
        Result<vault::FoundCredentials> found = vault::findCredentialsIn(file);
        if (!found)
            return found.error();
        return Places{{.file = file, .found = std::move(found).value()}};
    });
}

void CredentialSearch::run(std::function<Result<Places>()> work)
{
    QThreadPool::globalInstance()->start([self = QPointer(this), work = std::move(work)] {
        // To the application, which is there as long as the pool: this may go meanwhile.
        QMetaObject::invokeMethod(qApp, [self, answer = work()] {
            if (!self)
                return;
            if (answer)
                Q_EMIT self->found(answer.value());
            else
                Q_EMIT self->failed(answer.error());
        }, Qt::QueuedConnection);
    });
}

} // namespace tocsin::ui
