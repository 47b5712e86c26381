// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/foundcredentials.h"

#include "core/base/places.h"
#include "core/vault/secretfile.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <map>
#include <optional>

namespace tocsin::vault {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("vault", text);
}

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

// The fields of one credential; wiped when they go.
class Fields
{
public:
    Fields() = default;
    void set(std::string_view key, std::string_view value) { m_values.insert_or_assign(std::string(key), SecretBytes(value)); }
    [[nodiscard]] std::string_view secret(const std::string &key) const
    {
        const auto it = m_values.find(key);
        return it == m_values.end() ? std::string_view() : it->second.view();
    }
    [[nodiscard]] QString text(const std::string &key) const { return textOf(secret(key)); }
    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }

private:
    std::map<std::string, SecretBytes> m_values;
};

std::string_view trimmed(std::string_view text)
{
    const size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

Error wrongLine(const QString &file, size_t line, const QString &what)
{
    return {.kind = ErrorKind::BadArgument,
            .message = say(QT_TRANSLATE_NOOP("vault", "%1, line %2: %3")).arg(file).arg(line + 1).arg(what),
            .remedy = say(QT_TRANSLATE_NOOP("vault", "Nothing was imported. Mend the line, or enter the account with “tocsin accounts add”."))};
}

// 'as it stands', "with \escapes", or a bare word up to a comment; nothing where it is none of them.
std::optional<SecretBytes> scalar(std::string_view text, bool isToml)
{
    text = trimmed(text);
    if (text.starts_with("\"\"\"") || text.starts_with("'''"))
        return {};
    if (text.empty() || (text.front() != '"' && text.front() != '\'')) {
        const size_t comment = isToml ? text.find('#') : text.find(" #");
        text = trimmed(text.substr(0, comment));
        return text == "null" || text == "~" ? SecretBytes() : SecretBytes(text);
    }
    const char quote = text.front();
    SecretBytes value(text.size());
    size_t filled = 0;
    for (size_t i = 1; i < text.size(); ++i) {
        if (text[i] == quote) {
            const std::string_view rest = trimmed(text.substr(i + 1));
            if (quote == '\'' && !isToml && rest.starts_with('\'')) { // YAML doubles it
                value.data()[filled++] = '\'';
                ++i;
                continue;
            }
            value.truncate(filled);
            return rest.empty() || rest.front() == '#' ? std::optional(value) : std::nullopt;
        }
        if (text[i] != '\\' || quote == '\'') {
            value.data()[filled++] = text[i];
            continue;
        }
        if (++i == text.size())
            return {};
        static constexpr std::string_view kNames = "btnfr\"\\/";
        static constexpr std::string_view kMeans = "\b\t\n\f\r\"\\/";
        if (const size_t at = kNames.find(text[i]); at != std::string_view::npos) {
            value.data()[filled++] = kMeans[at];
            continue;
        }
        const size_t digits = text[i] == 'u' ? 4 : text[i] == 'U' ? 8 : 0;
        if (digits == 0 || i + digits >= text.size())
            return {};
        bool ok = false;
        const uint code = textOf(text.substr(i + 1, digits)).toUInt(&ok, 16);
        const QByteArray utf8 = QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1).toUtf8();
        if (!ok || code > 0x10ffff || static_cast<size_t>(utf8.size()) > digits + 2)
            return {};
        std::ranges::copy(utf8, value.data() + filled);
        filled += static_cast<size_t>(utf8.size());
        i += digits;
    }
    return {};
}

QString plainName(const QString &prefix, const QString &rest)
{
    QString name = prefix + (rest.isEmpty() ? QString() : u'-' + rest);
    static const QRegularExpression others(u"[^A-Za-z0-9._-]+"_s);
    name = name.replace(others, u"-"_s).left(60);
    return isPlainName(name) ? name : prefix;
}

// One credential in hop's words: of auth.toml or of the CSV.
std::optional<FoundAccount> fromHop(const Fields &fields, QStringList &notes)
{
    const QString user = fields.text("username");
    if (user.isEmpty() || fields.secret("password").empty()) {
        notes << (fields.text("token_command").isEmpty() ? say(QT_TRANSLATE_NOOP("vault", "A credential without user or password was left out."))
                                                         : say(QT_TRANSLATE_NOOP("vault", "A credential whose tokens come from a command was left out.")));
        return {};
    }
    FoundAccount found{.secret = SecretBytes(fields.secret("password"))};
    const QString endpoint = fields.text("token_endpoint");
    found.account.kind = endpoint.isEmpty() ? u"scram"_s : u"client-credentials"_s;
    found.account.name = plainName(u"hop"_s, user);
    found.account.values.set(endpoint.isEmpty() ? u"user"_s : u"client_id"_s, user);
    if (const QString host = fields.text("hostname"); !host.isEmpty())
        found.account.values.set(u"host"_s, host);
    if (!endpoint.isEmpty())
        found.account.values.set(u"token_endpoint"_s, endpoint);
    // hop's own command writes SCRAM_SHA_512.
    const QString mechanism = fields.text("mechanism").replace(u'_', u'-').toUpper();
    if (endpoint.isEmpty() && !mechanism.isEmpty())
        found.account.values.set(u"mechanism"_s, mechanism);
    if (const QString ca = fields.text("ssl_ca_location"); !ca.isEmpty())
        found.note = say(QT_TRANSLATE_NOOP("vault", "Its CA file belongs into the option ca of the stream: %1")).arg(ca);
    return found;
}

Result<FoundCredentials> fromToml(const std::vector<std::string_view> &lines, const QString &file)
{
    FoundCredentials found{.format = u"hop"_s};
    Fields fields;
    bool inAuth = false;
    const auto finish = [&] {
        if (inAuth && !fields.isEmpty()) {
            if (auto account = fromHop(fields, found.notes))
                found.accounts.push_back(std::move(*account));
        }
        fields = Fields();
    };
    for (size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = trimmed(lines[i]);
        if (line.empty() || line.front() == '#')
            continue;
        if (line.front() == '[') {
            finish();
            inAuth = line.starts_with("[[auth]]") || line.starts_with("[auth]");
            continue;
        }
        const size_t equals = line.find('=');
        if (equals == std::string_view::npos)
            return wrongLine(file, i, say(QT_TRANSLATE_NOOP("vault", "it is no KEY = \"VALUE\".")));
        if (!inAuth)
            continue; // other settings of hop
        const std::optional<SecretBytes> value = scalar(line.substr(equals + 1), true);
        if (!value)
            return wrongLine(file, i, say(QT_TRANSLATE_NOOP("vault", "its value cannot be read.")));
        fields.set(trimmed(line.substr(0, equals)), value->view());
    }
    finish();
    return found;
}

// The cells of one line; quotes are doubled inside quotes.
std::vector<SecretBytes> cellsOf(std::string_view line)
{
    std::vector<SecretBytes> cells;
    SecretBytes cell(line.size() + 1);
    size_t filled = 0;
    bool quoted = false;
    for (size_t i = 0; i <= line.size(); ++i) {
        if (i == line.size() || (line[i] == ',' && !quoted)) {
            cells.emplace_back(trimmed({cell.data(), filled}));
            filled = 0;
        } else if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
            cell.data()[filled++] = line[i++];
        } else if (line[i] == '"') {
            quoted = !quoted;
        } else {
            cell.data()[filled++] = line[i];
        }
    }
    return cells;
}

Result<FoundCredentials> fromCsv(const std::vector<std::string_view> &lines, const QString &file)
{
    FoundCredentials found{.format = u"csv"_s};
    const std::vector<SecretBytes> head = cellsOf(trimmed(lines[0]));
    for (size_t i = 1; i < lines.size(); ++i) {
        if (trimmed(lines[i]).empty())
            continue;
        const std::vector<SecretBytes> cells = cellsOf(trimmed(lines[i]));
        if (cells.size() != head.size())
            return wrongLine(file, i, say(QT_TRANSLATE_NOOP("vault", "it has another number of columns than the first line.")));
        Fields fields;
        for (size_t column = 0; column < head.size(); ++column)
            fields.set(head[column].view(), cells[column].view());
        if (auto account = fromHop(fields, found.notes))
            found.accounts.push_back(std::move(*account));
    }
    return found;
}

// Words between white space; a macro definition goes to the next empty line.
Result<FoundCredentials> fromNetrc(const std::vector<std::string_view> &lines, const QString &file)
{
    FoundCredentials found{.format = u"netrc"_s};
    Fields fields;
    int others = 0;
    const auto finish = [&] {
        const QString machine = fields.text("machine");
        if (fields.isEmpty())
            return;
        const bool isUrl = machine.startsWith(u"kafka://"_s);
        const QUrl url(machine);
        const QString host = isUrl ? url.host() + (url.port() > 0 ? u":%1"_s.arg(url.port()) : QString()) : machine;
        const bool isStream = isUrl || host.contains(u"kafka"_s);
        if (isStream && !host.isEmpty() && !fields.text("login").isEmpty() && !fields.secret("password").empty()) {
            FoundAccount account{.account = {.name = plainName(host.section(u':', 0, 0), fields.text("login")), .kind = u"scram"_s}, .secret = SecretBytes(fields.secret("password"))};
            account.account.values.set(u"host"_s, host);
            account.account.values.set(u"user"_s, fields.text("login"));
            found.accounts.push_back(std::move(account));
        } else {
            ++others;
        }
        fields = Fields();
    };
    std::string key;
    bool inMacro = false;
    for (size_t i = 0; i < lines.size(); ++i) {
        std::string_view rest = trimmed(lines[i]);
        inMacro = inMacro && !rest.empty();
        while (!rest.empty() && !inMacro && !(key.empty() && rest.front() == '#')) {
            const bool quoted = rest.front() == '"';
            size_t end = quoted ? rest.find('"', 1) : rest.find_first_of(" \t");
            if (quoted && end == std::string_view::npos)
                return wrongLine(file, i, say(QT_TRANSLATE_NOOP("vault", "a quotation mark is not closed.")));
            const std::string_view word = quoted ? rest.substr(1, end - 1) : rest.substr(0, end);
            rest = trimmed(end == std::string_view::npos ? std::string_view() : rest.substr(end + (quoted ? 1 : 0)));
            if (!key.empty()) {
                fields.set(key, word);
                key.clear();
            } else if (word == "machine" || word == "default") {
                finish();
                if (word == "machine")
                    key = word;
                else
                    fields.set("default", "yes");
            } else if (word == "login" || word == "user" || word == "password" || word == "account") {
                key = word == "user" ? "login" : word;
            } else if (word == "macdef") {
                finish();
                inMacro = true;
            } else {
                return wrongLine(file, i, say(QT_TRANSLATE_NOOP("vault", "a word that netrc does not know.")));
            }
        }
    }
    finish();
    if (others > 0)
        found.notes << QCoreApplication::translate("vault", "%n other machine(s) were left out: nothing says that alerts come from there.", nullptr, others);
    return found;
}

Result<FoundCredentials> fromFink(const std::vector<std::string_view> &lines, const QString &file)
{
    FoundCredentials found{.format = u"fink"_s};
    Fields fields;
    for (size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        if (trimmed(line).empty() || trimmed(line).front() == '#' || trimmed(line) == "---" || line.front() == ' ' || line.front() == '-')
            continue; // what is indented belongs to topics: secrets of other services
        const size_t colon = line.find(':');
        const std::optional<SecretBytes> value = colon == std::string_view::npos ? std::nullopt : scalar(line.substr(colon + 1), false);
        if (!value)
            return wrongLine(file, i, say(QT_TRANSLATE_NOOP("vault", "it is no KEY: VALUE.")));
        fields.set(trimmed(line.substr(0, colon)), value->view());
    }
    if (fields.text("username").isEmpty() || fields.secret("password").empty()) {
        found.notes << say(QT_TRANSLATE_NOOP("vault", "Fink's file holds no password: its brokers are read without sign-in."));
        return found;
    }
    FoundAccount account{.account = {.name = plainName(u"fink"_s, fields.text("survey")), .kind = u"scram"_s}, .secret = SecretBytes(fields.secret("password"))};
    account.account.values.set(u"user"_s, fields.text("username"));
    if (const QString server = fields.text("servers").section(u',', 0, 0).trimmed(); !server.isEmpty())
        account.account.values.set(u"host"_s, server);
    if (!fields.text("groupid").isEmpty())
        account.note = say(QT_TRANSLATE_NOOP("vault", "Its group is not taken over: two readers in one group would share the alerts."));
    found.accounts.push_back(std::move(account));
    return found;
}

Account tokenAccount()
{
    return {.name = u"scitoken"_s, .kind = u"scitoken"_s};
}

bool isToken(std::string_view text)
{
    return text.find_first_of(" \t\r\n") == std::string_view::npos && tokenExpiry(SecretBytes(text)).isValid();
}

} // namespace

Result<FoundCredentials> findCredentials(const SecretBytes &file, const QString &fileName)
{
    const std::vector<std::string_view> lines = linesOf(file.view());
    const auto first = std::ranges::find_if(lines, [](std::string_view line) { return !trimmed(line).empty() && trimmed(line).front() != '#'; });
    const std::string_view line = first == lines.end() ? std::string_view() : trimmed(*first);
    const auto begins = [&](std::string_view word) { return line == word || (line.starts_with(word) && (line[word.size()] == ' ' || line[word.size()] == '\t')); };
    if (begins("machine") || begins("default") || begins("macdef"))
        return fromNetrc(lines, fileName);
    if (line.find("username") != std::string_view::npos && line.find(',') != std::string_view::npos && line.find_first_of("=:") == std::string_view::npos)
        return fromCsv({first, lines.end()}, fileName);
    if (line.starts_with('[') || std::ranges::any_of(lines, [](std::string_view each) { return trimmed(each).starts_with("[auth]") || trimmed(each).starts_with("[[auth]]"); }))
        return fromToml(lines, fileName);
    if (std::ranges::any_of(lines, [](std::string_view each) { return each.starts_with("username:") || each.starts_with("survey:"); }))
        return fromFink(lines, fileName);
    if (isToken(trimmed(file.view()))) {
        FoundCredentials found{.format = u"token"_s};
        found.accounts.push_back({.account = tokenAccount(), .secret = SecretBytes(trimmed(file.view()))});
        return found;
    }
    return Error{.kind = ErrorKind::BadArgument,
                 .message = say(QT_TRANSLATE_NOOP("vault", "%1 is no file of credentials that Tocsin knows.")).arg(fileName),
                 .remedy = say(QT_TRANSLATE_NOOP("vault", "It reads hop's auth.toml, SCiMMA's CSV, netrc, Fink's yml and the file of a SciToken."))};
}

FoundCredentials findCredentials(const QProcessEnvironment &environment)
{
    FoundCredentials found{.format = u"environment"_s};
    const auto take = [&](const QString &user, const QString &secret, Account account, const QString &userKey) {
        const QString name = environment.value(user);
        QByteArray bytes = environment.value(secret).toUtf8();
        if (name.isEmpty() || bytes.isEmpty())
            return;
        account.values.set(userKey, name);
        found.accounts.push_back({.account = std::move(account), .secret = SecretBytes::takeFrom(bytes), .note = say(QT_TRANSLATE_NOOP("vault", "From %1 and %2.")).arg(user, secret)});
    };
    Account hop{.name = u"hop"_s, .kind = u"scram"_s};
    hop.values.set(u"host"_s, u"kafka.scimma.org"_s);
    take(u"SCIMMA_AUTH_USERNAME"_s, u"SCIMMA_AUTH_PASSWORD"_s, hop, u"user"_s);
    Account gcn{.name = u"gcn"_s, .kind = u"client-credentials"_s};
    gcn.values.set(u"host"_s, u"kafka.gcn.nasa.gov"_s);
    gcn.values.set(u"token_endpoint"_s, u"https://auth.gcn.nasa.gov/oauth2/token"_s);
    take(u"GCN_CLASSIC_CLIENT_ID"_s, u"GCN_CLASSIC_CLIENT_SECRET"_s, gcn, u"client_id"_s);
    QByteArray bearer = environment.value(u"BEARER_TOKEN"_s).trimmed().toUtf8();
    if (!bearer.isEmpty()) {
        found.accounts.push_back({.account = tokenAccount(), .secret = SecretBytes::takeFrom(bearer), .note = say(QT_TRANSLATE_NOOP("vault", "From %1.")).arg(u"BEARER_TOKEN"_s)});
    } else if (const QString path = environment.value(u"BEARER_TOKEN_FILE"_s); !path.isEmpty()) {
        const Answer answer = readSecretFile(path);
        if (answer.ok() && isToken(trimmed(answer.secret.view())))
            found.accounts.push_back({.account = tokenAccount(), .secret = SecretBytes(trimmed(answer.secret.view())), .note = say(QT_TRANSLATE_NOOP("vault", "From the file of %1. Streams find it there by themselves, and a renewed one too.")).arg(u"BEARER_TOKEN_FILE"_s)});
        else if (!answer.detail.isEmpty())
            found.notes.push_back(answer.detail);
    }
    return found;
}

} // namespace tocsin::vault
