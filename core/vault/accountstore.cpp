// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/accountstore.h"

#include "core/options/optiontable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QUuid>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tocsin::vault {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {

constexpr int kFormat = 1;
constexpr int kLockMs = 5'000;
constexpr const char *kKnown[] = {"name", "kind", "place", "secret", "created", "last_used", "expires", "options"};

QString say(const char *text)
{
    return QCoreApplication::translate("vault", text);
}

QString textOf(const Json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? QString::fromStdString(it->get<std::string>()) : QString();
}

UtcTime timeOf(const Json &object, const char *key)
{
    return UtcTime::fromIso(textOf(object, key).toStdString());
}

void putTime(Json &object, const char *key, const UtcTime &time)
{
    if (time.isValid())
        object[key] = time.iso();
}

Json toJson(const Account &account)
{
    Json entry{{"name", account.name.toStdString()}, {"kind", account.kind.toStdString()}, {"place", account.place.toStdString()}, {"secret", account.hasSecret}};
    putTime(entry, "created", account.created);
    putTime(entry, "last_used", account.lastUsed);
    putTime(entry, "expires", account.expires);
    if (const AccountKind *kind = findAccountKind(account.kind))
        entry["options"] = options::optionsToJson(kind->options, account.values);
    if (const Json more = Json::parse(account.unknown.toStdString(), nullptr, false); more.is_object()) {
        for (const auto &[key, value] : more.items())
            entry[key] = value;
    }
    return entry;
}

Account fromJson(const Json &entry)
{
    Account account{.name = textOf(entry, "name"), .kind = textOf(entry, "kind")};
    account.place = textOf(entry, "place");
    account.hasSecret = entry.contains("secret") && entry["secret"].is_boolean() && entry["secret"].get<bool>();
    account.created = timeOf(entry, "created");
    account.lastUsed = timeOf(entry, "last_used");
    account.expires = timeOf(entry, "expires");
    const AccountKind *kind = findAccountKind(account.kind);
    const bool readsOptions = kind && entry.contains("options") && entry["options"].is_object();
    if (readsOptions)
        account.values = options::optionsFromJson(kind->options, entry["options"]);
    Json more = Json::object();
    for (const auto &[key, value] : entry.items()) {
        const bool known = std::ranges::find(kKnown, key, [](const char *each) { return std::string(each); }) != std::end(kKnown);
        if (!known || (key == "options" && !readsOptions))
            more[key] = value;
    }
    if (!more.empty())
        account.unknown = QString::fromStdString(more.dump());
    return account;
}

Error noSuchAccount(const QString &name)
{
    return {.kind = ErrorKind::NotFound,
            .message = say(QT_TRANSLATE_NOOP("vault", "There is no account “%1”.")).arg(name),
            .remedy = say(QT_TRANSLATE_NOOP("vault", "“tocsin accounts list” shows those there are."))};
}

Error nameIsTaken(const QString &name)
{
    return {.kind = ErrorKind::BadArgument,
            .message = say(QT_TRANSLATE_NOOP("vault", "There is an account “%1” already.")).arg(name),
            .remedy = say(QT_TRANSLATE_NOOP("vault", "Choose another name; “tocsin accounts renew” gives that one a new secret."))};
}

} // namespace

struct AccountStore::Content {
    QString home;
    QString chosenPlace;
    std::vector<Account> accounts;
    Json unknown = Json::object();

    [[nodiscard]] std::vector<Account>::iterator find(const QString &name) { return std::ranges::find(accounts, name, &Account::name); }
};

Result<AccountStore::Content> AccountStore::read() const
{
    Content content;
    QFile file(m_file);
    if (!file.exists())
        return content;
    const auto broken = [this](const QString &why) {
        return Error{.kind = ErrorKind::BadArgument,
                     .message = say(QT_TRANSLATE_NOOP("vault", "The list of accounts in %1 cannot be read: %2.")).arg(m_file, why),
                     .remedy = say(QT_TRANSLATE_NOOP("vault", "Mend the file or move it away; Tocsin does not overwrite it. Secrets are not in it."))};
    };
    if (!file.open(QIODevice::ReadOnly))
        return broken(file.errorString());
    const QByteArray text = file.readAll();
    const Json root = Json::parse(text.constData(), text.constData() + text.size(), nullptr, false);
    if (!root.is_object() || !root.contains("accounts") || !root["accounts"].is_array())
        return broken(say(QT_TRANSLATE_NOOP("vault", "it holds no list “accounts”")));
    const auto format = root.find("tocsin_accounts");
    if (format != root.end() && (!format->is_number_integer() || format->get<int>() > kFormat))
        return broken(say(QT_TRANSLATE_NOOP("vault", "it was written by a newer Tocsin")));
    content.home = textOf(root, "home");
    content.chosenPlace = textOf(root, "place");
    for (const auto &[key, value] : root.items()) {
        if (key != "tocsin_accounts" && key != "home" && key != "place" && key != "accounts")
            content.unknown[key] = value;
    }
    for (const Json &entry : root["accounts"]) {
        if (!entry.is_object())
            return broken(say(QT_TRANSLATE_NOOP("vault", "an entry of “accounts” is no object")));
        Account account = fromJson(entry);
        if (content.find(account.name) != content.accounts.end())
            return broken(say(QT_TRANSLATE_NOOP("vault", "“%1” stands there twice")).arg(account.name));
        content.accounts.push_back(std::move(account));
    }
    return content;
}

void AccountStore::take(const Content &content)
{
    m_home = content.home;
    m_chosenPlace = content.chosenPlace;
    m_accounts = content.accounts;
}

Outcome AccountStore::load()
{
    const Result<Content> content = read();
    if (!content)
        return content.error();
    take(content.value());
    return Done{};
}

Outcome AccountStore::change(const std::function<Outcome(Content &)> &how)
{
    const auto unsaved = [this](const QString &why) {
        return Error{.kind = ErrorKind::Internal,
                     .message = say(QT_TRANSLATE_NOOP("vault", "The list of accounts cannot be saved: %1.")).arg(why),
                     .remedy = say(QT_TRANSLATE_NOOP("vault", "Look at %1; the old list is still there.")).arg(m_file)};
    };
    QDir().mkpath(QFileInfo(m_file).path());
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(kLockMs))
        return unsaved(lock.error() == QLockFile::LockFailedError ? say(QT_TRANSLATE_NOOP("vault", "another program is changing it"))
                                                                 : say(QT_TRANSLATE_NOOP("vault", "its folder cannot be written")));
    Result<Content> now = read();
    if (!now)
        return now.error();
    Content next = std::move(now).value();
    if (next.home.isEmpty())
        next.home = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const Outcome changed = how(next); !changed)
        return changed;
    Json root{{"tocsin_accounts", kFormat}, {"home", next.home.toStdString()}};
    if (!next.chosenPlace.isEmpty())
        root["place"] = next.chosenPlace.toStdString();
    for (const auto &[key, value] : next.unknown.items())
        root[key] = value;
    root["accounts"] = Json::array();
    for (const Account &account : next.accounts)
        root["accounts"].push_back(toJson(account));
    const std::string text = root.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
    QSaveFile file(m_file);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) != static_cast<qint64>(text.size()) || !file.commit())
        return unsaved(file.errorString());
    take(next);
    return Done{};
}

const Account *AccountStore::find(const QString &name) const
{
    const auto it = std::ranges::find(m_accounts, name, &Account::name);
    return it == m_accounts.end() ? nullptr : &*it;
}

Result<QString> AccountStore::home()
{
    if (m_home.isEmpty()) {
        if (const Outcome made = change([](Content &) -> Outcome { return Done{}; }); !made)
            return made.error();
    }
    return m_home;
}

Outcome AccountStore::choosePlace(const QString &id)
{
    return change([&](Content &content) -> Outcome {
        content.chosenPlace = id;
        return Done{};
    });
}

Outcome AccountStore::add(const Account &account)
{
    if (const Outcome checked = checkAccount(account); !checked)
        return checked;
    return change([&](Content &content) -> Outcome {
        if (content.find(account.name) != content.accounts.end())
            return nameIsTaken(account.name);
        content.accounts.push_back(account);
        return Done{};
    });
}

Outcome AccountStore::update(const QString &name, const std::function<void(Account &)> &how)
{
    return change([&](Content &content) -> Outcome {
        const auto it = content.find(name);
        if (it == content.accounts.end())
            return noSuchAccount(name);
        how(*it);
        it->name = name; // rename() knows what hangs on it
        return Done{};
    });
}

Outcome AccountStore::rename(const QString &name, const QString &newName)
{
    return change([&](Content &content) -> Outcome {
        const auto it = content.find(name);
        if (it == content.accounts.end())
            return noSuchAccount(name);
        if (content.find(newName) != content.accounts.end())
            return nameIsTaken(newName);
        Account renamed = *it;
        renamed.name = newName;
        if (const Outcome checked = checkAccount(renamed); !checked)
            return checked;
        *it = std::move(renamed);
        return Done{};
    });
}

Outcome AccountStore::remove(const QString &name)
{
    return change([&](Content &content) -> Outcome {
        const auto it = content.find(name);
        if (it == content.accounts.end())
            return noSuchAccount(name);
        content.accounts.erase(it);
        return Done{};
    });
}

} // namespace tocsin::vault
