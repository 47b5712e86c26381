// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/restrictedrows.h"

#include "core/base/utctime.h"
#include "ui/dialogs/askdialog.h"
#include "ui/mainwindowprofile.h"

#include <QDir>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kAllowed = u"restrictedTo"_s; // {destination: when it was allowed}

} // namespace

QString RestrictedRows::clipboard()
{
    return u"clipboard"_s;
}

QString RestrictedRows::webHost(const QString &host)
{
    return u"web:"_s + host;
}

QString RestrictedRows::folder(const QString &path)
{
    return u"folder:"_s + QDir(path).absolutePath();
}

QString RestrictedRows::tom(const QString &account)
{
    return u"tom:"_s + account;
}

bool RestrictedRows::mayGoTo(const QString &destination) const
{
    return m_profile.object(kAllowed).contains(destination);
}

void RestrictedRows::allow(const QString &destination)
{
    if (mayGoTo(destination))
        return;
    QJsonObject all = m_profile.object(kAllowed);
    all.insert(destination, QString::fromStdString(UtcTime::now().iso()));
    m_profile.setObject(kAllowed, all);
    Q_EMIT changed();
}

void RestrictedRows::rename(const QString &destination, const QString &newName)
{
    QJsonObject all = m_profile.object(kAllowed);
    if (!all.contains(destination))
        return;
    const QJsonValue when = all.take(destination);
    if (!newName.isEmpty())
        all.insert(newName, when);
    m_profile.setObject(kAllowed, all);
    Q_EMIT changed();
}

void RestrictedRows::ask(const QString &destination, const QString &title, const QString &text, const QString &verb, QWidget *window, std::function<void()> go)
{
    auto *dialog = new AskDialog(title, text, window);
    dialog->addCancel();
    dialog->addAnswer(1, verb, false);
    connect(dialog, &AskDialog::answered, this, [this, destination, go = std::move(go)] {
        allow(destination);
        go();
    });
    dialog->open();
}

} // namespace tocsin::ui
