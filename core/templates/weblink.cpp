// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/templates/weblink.h"

#include "core/base/utf8.h"

#include <QCoreApplication>

namespace tocsin::templates {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kLongest = 4'096; // more is cut or refused on the way

Error refused(const QString &message)
{
    return {.kind = ErrorKind::BadArgument,
            .message = message,
            .remedy = QCoreApplication::translate("templates", "The page is not opened. The value stands in the row's fields.")};
}

bool isUnreserved(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

std::string percentEncoded(std::string_view value)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char each : value) {
        const auto c = static_cast<unsigned char>(each);
        if (isUnreserved(c)) {
            out += each;
        } else {
            out += '%';
            out += kDigits[c >> 4];
            out += kDigits[c & 15];
        }
    }
    return out;
}

// Broken UTF-8 and characters that nobody sees have no place in an address.
bool isClean(std::string_view text)
{
    while (!text.empty()) {
        char32_t character = 0;
        const size_t length = utf8Sequence(text, character);
        if (length == 0 || isUnseen(character))
            return false;
        text.remove_prefix(length);
    }
    return true;
}

// A browser takes “..” as “one folder up”, whether it is encoded or not; some servers decode %2F as well.
bool leavesItsFolder(const QUrl &url)
{
    const QString path = QUrl::fromPercentEncoding(url.path(QUrl::FullyEncoded).toLatin1()).replace(u'\\', u'/');
    for (const QString &step : path.split(u'/')) {
        if (step == u"." || step == u"..")
            return true;
    }
    return false;
}

// `{url}` alone: the sender's own address.
const Placeholder *wholeAddress(const TextTemplate &text)
{
    const auto *only = text.parts().size() == 1 ? std::get_if<Placeholder>(&text.parts().front()) : nullptr;
    return only && only->field && only->field == findAlertField("url") && only->form == Placeholder::Form::Plain ? only : nullptr;
}

bool isWeb(const QUrl &url)
{
    return url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty() && url.userInfo().isEmpty()
        && !url.authority(QUrl::FullyEncoded).contains(u'@');
}

QUrl strictUrl(std::string_view text)
{
    return QUrl(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), QUrl::StrictMode);
}

// Scheme, host and port of a template, up to the first "/", "?" or "#" behind the host; "" when they are not complete.
std::string_view originOf(const TextTemplate &text)
{
    const auto *first = text.parts().empty() ? nullptr : std::get_if<std::string>(&text.parts().front());
    const size_t slashes = first ? first->find("://") : std::string::npos;
    if (slashes == std::string::npos)
        return {};
    const size_t end = first->find_first_of("/?#", slashes + 3);
    if (end == std::string::npos && text.parts().size() > 1)
        return {}; // a value would become part of the host
    return std::string_view(*first).substr(0, end);
}

} // namespace

std::optional<Problem> linkProblem(const TextTemplate &text)
{
    if (wholeAddress(text))
        return {};
    const std::string_view origin = originOf(text);
    if (!isWeb(strictUrl(origin)))
        return Problem{0, std::max<size_t>(origin.size(), 1),
                       QCoreApplication::translate("templates", "A link begins with https:// or http:// and the whole name of a host, or is {url} alone.")};
    size_t at = 0;
    for (const TextTemplate::Part &part : text.parts()) {
        const auto *literal = std::get_if<std::string>(&part);
        if (!literal)
            continue;
        const size_t bad = literal->find_first_of(" \t\r\n\\\"<>^`{|}");
        if (bad != std::string::npos || !isClean(*literal))
            return Problem{at, 0, QCoreApplication::translate("templates", "The address holds a character that addresses do not have; a blank is written %20.")};
        at += literal->size();
    }
    return {};
}

Result<QUrl> fillLink(const TextTemplate &text, const Alert &alert, filter::PacketFields *packet)
{
    std::string address;
    const Placeholder *whole = wholeAddress(text);
    for (const TextTemplate::Part &part : text.parts()) {
        if (const auto *literal = std::get_if<std::string>(&part)) {
            address += *literal;
            continue;
        }
        const Placeholder &placeholder = std::get<Placeholder>(part);
        std::optional<std::string> value = placeholder.value(alert, packet);
        if (!value)
            value = placeholder.otherwise;
        if (!value)
            return Error{.kind = ErrorKind::NotFound,
                         .message = QCoreApplication::translate("templates", "The row has no value “%1”.").arg(QString::fromStdString(placeholder.name))};
        if (!isClean(*value))
            return refused(QCoreApplication::translate("templates", "The value “%1” holds characters that are not seen; no address has them.")
                               .arg(QString::fromStdString(placeholder.name)));
        address += whole ? *value : percentEncoded(placeholder.formed(*value));
        if (address.size() > kLongest)
            return refused(QCoreApplication::translate("templates", "The address would be longer than %1 characters.").arg(kLongest));
    }
    const QUrl url = strictUrl(address);
    if (!isWeb(url) || address.find('\\') != std::string::npos)
        return refused(QCoreApplication::translate("templates", "What came out is no address of the web."));
    if (!whole) {
        const QUrl origin = strictUrl(originOf(text));
        if (url.scheme() != origin.scheme() || url.host() != origin.host() || url.port() != origin.port())
            return refused(QCoreApplication::translate("templates", "A value would lead to another host."));
        if (leavesItsFolder(url))
            return refused(QCoreApplication::translate("templates", "A value would lead to another page of the host."));
    }
    return url;
}

} // namespace tocsin::templates
