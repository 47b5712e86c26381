// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/foundfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace tocsin::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 1 << 20;

} // namespace

Result<FoundCredentials> findCredentialsIn(const QString &name)
{
    QFile file(name);
    const auto refused = [&](const QString &why) {
        return Error{.kind = ErrorKind::BadArgument,
                     .message = QCoreApplication::translate("vault", "%1 cannot be read: %2.").arg(name, why),
                     .remedy = QCoreApplication::translate("vault", "Check the name and the rights.")};
    };
    // A pipe would hold us up before anything of it is known.
    const QFileInfo info(name);
    if (info.exists() && (!info.isFile() || info.size() > kMostBytes))
        return refused(QCoreApplication::translate("vault", "it is no file of credentials"));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return refused(file.errorString());
    QByteArray bytes = file.read(kMostBytes);
    return findCredentials(SecretBytes::takeFrom(bytes), name);
}

std::vector<FoundPlace> lookForCredentials(const QString &home, const QProcessEnvironment &environment)
{
    const QString config = environment.value(u"XDG_CONFIG_HOME"_s, home + u"/.config"_s);
    QStringList files{config + u"/hop/auth.toml"_s, environment.value(u"NETRC"_s, home + u"/.netrc"_s)};
    const QDir fink(home + u"/.finkclient"_s);
    for (const QString &each : fink.entryList({u"*credentials.yml"_s}, QDir::Files, QDir::Name))
        files << fink.filePath(each);
    std::vector<FoundPlace> places;
    for (const QString &file : files) {
        if (!QFileInfo(file).isFile())
            continue;
        if (Result<FoundCredentials> found = findCredentialsIn(file); found && !found.value().accounts.empty())
            places.push_back({.file = file, .found = std::move(found).value()});
    }
    if (FoundCredentials found = findCredentials(environment); !found.accounts.empty())
        places.push_back({.file = {}, .found = std::move(found)});
    return places;
}

void dropKnown(std::vector<FoundPlace> &places, const AccountStore &accounts)
{
    const auto isKnown = [&](const FoundAccount &found) {
        return std::ranges::any_of(accounts.accounts(), [&](const Account &account) {
            return account.kind == found.account.kind && account.user() == found.account.user() && account.host() == found.account.host();
        });
    };
    for (FoundPlace &place : places)
        place.known += static_cast<int>(std::erase_if(place.found.accounts, isKnown));
    std::erase_if(places, [](const FoundPlace &place) { return place.found.accounts.empty(); });
}

void giveFreeNames(std::vector<FoundAccount> &found, const AccountStore &accounts)
{
    QSet<QString> taken;
    for (FoundAccount &each : found) {
        const QString wanted = each.account.name;
        for (int i = 2; accounts.find(each.account.name) || taken.contains(each.account.name); ++i)
            each.account.name = wanted + u"-%1"_s.arg(i);
        taken.insert(each.account.name);
    }
}

} // namespace tocsin::vault
