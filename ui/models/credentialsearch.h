// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/foundfiles.h"

#include <QObject>

namespace tocsin::ui {

// Looks for what other programs keep in plain files, without holding up the window: the files are read on a thread of the
// pool. Lives on the main thread; an answer that nobody waits for is dropped, its secrets with it.
class CredentialSearch final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // The usual places below `home` (the person's, not Tocsin's), and the environment: found() follows.
    void look(const QString &home);
    // This file alone: found(), or failed() when it is no file of credentials.
    void read(const QString &file);

Q_SIGNALS:
    void found(const std::vector<tocsin::vault::FoundPlace> &places);
    void failed(const tocsin::Error &error);

private:
    void run(std::function<Result<std::vector<vault::FoundPlace>>()> work);
};

} // namespace tocsin::ui
