// SPDX-License-Identifier: GPL-3.0-or-later
// What rules can do: the table from which editor, checks, rules file and documentation are made.
#include "core/rules/rule.h"

#include "core/base/webaddress.h"
#include "core/templates/texttemplate.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

namespace tocsin::rules {

using namespace Qt::StringLiterals;
using options::OptionSpec;
using options::OptionType;
using options::OptionValues;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("options", text);
}

// A text with placeholders for what the alert says.
OptionSpec texts(const QString &key, const char *label, const char *help, const QString &usual = {}, const char *example = "")
{
    return {.key = key, .type = OptionType::Text, .label = label, .help = help, .defaultValue = usual, .example = example, .valueProblem = [](const QVariant &value) {
                const auto compiled = templates::TextTemplate::compile(value.toString().toStdString());
                const auto *problem = std::get_if<templates::Problem>(&compiled);
                return problem ? say(QT_TRANSLATE_NOOP("options", "Character %1: %2")).arg(problem->position + 1).arg(problem->message) : QString();
            }};
}

OptionSpec when(const QString &usual)
{
    return {.key = u"when"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "When"),
            .help = QT_TRANSLATE_NOOP("options", "Once when the rule alarms, or for every alert that it takes: further revisions and paths as well."), .defaultValue = usual,
            .choices = {{u"alarm"_s, QT_TRANSLATE_NOOP("options", "Once an event, when it alarms")}, {u"alert"_s, QT_TRANSLATE_NOOP("options", "For every alert")}}};
}

OptionSpec limit(const QString &usual)
{
    return {.key = u"limit"_s, .type = OptionType::Duration, .label = QT_TRANSLATE_NOOP("options", "Time limit"),
            .help = QT_TRANSLATE_NOOP("options", "What takes longer is ended."), .defaultValue = usual, .advanced = true, .valueProblem = [](const QVariant &value) {
                static const QRegularExpression nothing(u"^0+(s|m|min|h|d)?$"_s);
                return nothing.match(value.toString().trimmed()).hasMatch() ? say(QT_TRANSLATE_NOOP("options", "Write more than 0, for example 60s.")) : QString();
            }};
}

bool isSignedIn(const OptionValues &values)
{
    return !values.stored().value(u"account"_s).toString().isEmpty();
}

QString commandProblem(const QVariant &value)
{
    const QString text = value.toString();
    if (text.count(u'"') % 2 != 0)
        return say(QT_TRANSLATE_NOOP("options", "A quotation mark is not closed."));
    const QStringList words = QProcess::splitCommand(text);
    if (words.isEmpty())
        return say(QT_TRANSLATE_NOOP("options", "Write the program and its arguments."));
    static const QRegularExpression shell(u"[|<>;&`]"_s);
    if (std::ranges::any_of(words, [](const QString &word) { return word.size() <= 2 && shell.match(word).hasMatch(); }))
        return say(QT_TRANSLATE_NOOP("options", "No shell reads this, so | < > ; & mean nothing in it. Put such a line into a script."));
    return {};
}

QString hookProblem(const QVariant &value)
{
    QString address = value.toString();
    if (address.isEmpty())
        return {};
    // Whoever knows the end of such an address may post: it is a secret, and secrets lie in the vault.
    static const QRegularExpression secrets(u"^https://(hooks\\.slack\\.com/(services|workflows)/|[^/]*/hooks/)[^{]*$|[?&](api_key|token|key|secret|password|sig)=[^{]"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (secrets.match(address).hasMatch())
        return say(QT_TRANSLATE_NOOP("options", "This address holds a secret. Keep that part in an account of the kind token, choose the account here, and write {secret} in its place."));
    address.replace(u"{secret}"_s, u"secret"_s);
    return webAddressProblem(address);
}

QString addressesProblem(const QVariant &value)
{
    static const QRegularExpression plain(u"^[^\\s<>(),;:\\\\\"\\[\\]@-][^\\s<>(),;:\\\\\"\\[\\]@]*@[A-Za-z0-9.-]+$"_s);
    for (const QString &address : value.toStringList()) {
        if (!plain.match(address).hasMatch())
            return say(QT_TRANSLATE_NOOP("options", "“%1” is no plain mail address such as observer@example.org.")).arg(address);
    }
    return {};
}

QString addressProblem(const QVariant &value)
{
    return value.toString().isEmpty() ? QString() : addressesProblem(QStringList{value.toString()});
}

QString topicProblem(const QVariant &value)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9._-]{1,249}$"_s);
    const QString topic = value.toString();
    return topic.isEmpty() || plain.match(topic).hasMatch() ? QString() : say(QT_TRANSLATE_NOOP("options", "A topic has up to 249 letters, digits, dots, underscores and hyphens."));
}

// Names of the window's palette for rules.
std::vector<options::Choice> colours()
{
    return {{u"gw"_s, QT_TRANSLATE_NOOP("options", "Gravitational waves")}, {u"gamma"_s, QT_TRANSLATE_NOOP("options", "Gamma rays")}, {u"x-ray"_s, QT_TRANSLATE_NOOP("options", "X-rays")},
            {u"uv"_s, QT_TRANSLATE_NOOP("options", "Ultraviolet")}, {u"optical"_s, QT_TRANSLATE_NOOP("options", "Optical")}, {u"infrared"_s, QT_TRANSLATE_NOOP("options", "Infrared")},
            {u"radio"_s, QT_TRANSLATE_NOOP("options", "Radio")}, {u"neutrino"_s, QT_TRANSLATE_NOOP("options", "Neutrinos")}, {u"good"_s, QT_TRANSLATE_NOOP("options", "Good")},
            {u"warn"_s, QT_TRANSLATE_NOOP("options", "Warning")}, {u"bad"_s, QT_TRANSLATE_NOOP("options", "Bad")}, {u"accent"_s, QT_TRANSLATE_NOOP("options", "Accent")},
            {u"watch"_s, QT_TRANSLATE_NOOP("options", "Watched")}, {u"grey"_s, QT_TRANSLATE_NOOP("options", "Grey")}};
}

ActionKind notify()
{
    return {.id = u"notify"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Notification"),
            .help = QT_TRANSLATE_NOOP("rules", "Raises the window and shows a notification of the desktop."),
            .options = {texts(u"text"_s, QT_TRANSLATE_NOOP("options", "Text"), QT_TRANSLATE_NOOP("options", "What it says, with placeholders such as {name}; empty = name, class, area, distance or magnitude, as far as known."),
                              {}, "{name} {mag:.1f|no mag}")},
            .wakes = true,
            .setting = u"text"_s};
}

ActionKind sound()
{
    return {.id = u"sound"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Sound"),
            .help = QT_TRANSLATE_NOOP("rules", "Sounds an alarm; a retraction has a sound of its own."),
            .options = {{.key = u"sound"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Sound"),
                         .help = QT_TRANSLATE_NOOP("options", "A shipped sound, or the path of a WAV file."), .defaultValue = u"alarm"_s, .example = "/home/me/bell.wav"},
                        {.key = u"retraction_sound"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Sound of a retraction"),
                         .help = QT_TRANSLATE_NOOP("options", "Likewise, when what has alarmed is taken back."), .defaultValue = u"retraction"_s}},
            .wakes = true,
            .setting = u"sound"_s};
}

ActionKind colour()
{
    return {.id = u"colour"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Colour"),
            .help = QT_TRANSLATE_NOOP("rules", "Gives the rows a colour in the table."),
            .options = {{.key = u"colour"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Colour"), .help = QT_TRANSLATE_NOOP("options", "A colour of the palette."),
                         .defaultValue = u"accent"_s, .choices = colours()}},
            .setting = u"colour"_s};
}

ActionKind mark()
{
    return {.id = u"mark"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Mark"),
            .help = QT_TRANSLATE_NOOP("rules", "Marks the rows; marked rows are never deleted by age or size."),
            .options = {{.key = u"mark"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Mark"), .help = QT_TRANSLATE_NOOP("options", "Which mark."), .defaultValue = u"star"_s,
                         .choices = {{u"star"_s, QT_TRANSLATE_NOOP("options", "Star")}, {u"pin"_s, QT_TRANSLATE_NOOP("options", "Pin")}}}},
            .setting = u"mark"_s};
}

ActionKind tag()
{
    return {.id = u"tag"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Tag"),
            .help = QT_TRANSLATE_NOOP("rules", "Gives the event a tag of yours."),
            .options = {{.key = u"tag"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Tag"), .help = QT_TRANSLATE_NOOP("options", "As it stands in the table, such as follow-up."),
                         .required = true, .example = "follow-up"}},
            .setting = u"tag"_s};
}

ActionKind target()
{
    return {.id = u"target"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Create target"),
            .help = QT_TRANSLATE_NOOP("rules", "Makes a target in a TOM; duplicates, doubtful positions and moving objects are left to you."),
            .options = {{.key = u"tom"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "TOM account"),
                         .help = QT_TRANSLATE_NOOP("options", "Account of the kind tom; empty = the local list only.")},
                        {.key = u"groups"_s, .type = OptionType::TextList, .label = QT_TRANSLATE_NOOP("options", "Groups"),
                         .help = QT_TRANSLATE_NOOP("options", "Who sees the target in the TOM; empty = its maker alone.")},
                        when(u"alarm"_s)},
            .leaves = true,
            .setting = u"tom"_s};
}

ActionKind program()
{
    return {.id = u"program"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Run a program"),
            .help = QT_TRANSLATE_NOOP("rules", "Runs a program with the alert on its standard input; TOCSIN_TOPIC, TOCSIN_KEY, TOCSIN_ROW, TOCSIN_RULE and TOCSIN_HEADER_NAME tell the rest."),
            .options = {{.key = u"command"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Command"),
                         .help = QT_TRANSLATE_NOOP("options", "The program and its arguments; blanks part them, quotation marks keep them together. No shell reads it."), .required = true,
                         .example = "/home/me/bin/point-telescope --now", .valueProblem = commandProblem},
                        {.key = u"input"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Standard input"), .help = QT_TRANSLATE_NOOP("options", "What it reads."),
                         .defaultValue = u"json"_s,
                         .choices = {{u"json"_s, QT_TRANSLATE_NOOP("options", "The alert as a JSON line")}, {u"packet"_s, QT_TRANSLATE_NOOP("options", "The packet as it came")},
                                     {u"none"_s, QT_TRANSLATE_NOOP("options", "Nothing")}}},
                        when(u"alert"_s), limit(u"60s"_s),
                        {.key = u"at_once"_s, .type = OptionType::Integer, .label = QT_TRANSLATE_NOOP("options", "At once"),
                         .help = QT_TRANSLATE_NOOP("options", "How many of them run beside each other; more wait."), .defaultValue = 1, .min = 1, .max = 16, .advanced = true}},
            .setting = u"command"_s};
}

ActionKind log()
{
    return {.id = u"log"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Append to a file"),
            .help = QT_TRANSLATE_NOOP("rules", "Writes a line per alert to the end of a file, which begins anew when it is large."),
            .options = {{.key = u"file"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "File"),
                         .help = QT_TRANSLATE_NOOP("options", "A full path; empty = one named after the rule, beside Tocsin's own log."), .example = "/home/me/alerts.jsonl",
                         .valueProblem = [](const QVariant &value) {
                             return value.toString().isEmpty() || value.toString().startsWith(u'/') ? QString() : say(QT_TRANSLATE_NOOP("options", "Write a full path, beginning with /."));
                         }},
                        texts(u"text"_s, QT_TRANSLATE_NOOP("options", "Line"), QT_TRANSLATE_NOOP("options", "With placeholders such as {name}; empty = the alert as a JSON line.")), when(u"alert"_s),
                        {.key = u"size"_s, .type = OptionType::Integer, .label = QT_TRANSLATE_NOOP("options", "Size (MB)"), .help = QT_TRANSLATE_NOOP("options", "From here on a new file begins."),
                         .defaultValue = 10, .min = 1, .max = 10'000, .advanced = true},
                        {.key = u"keep"_s, .type = OptionType::Integer, .label = QT_TRANSLATE_NOOP("options", "Older files"),
                         .help = QT_TRANSLATE_NOOP("options", "How many are kept beside it, as FILE.1, FILE.2 …"), .defaultValue = 5, .min = 0, .max = 100, .advanced = true}},
            .setting = u"file"_s};
}

ActionKind webhook()
{
    const auto isText = [](const OptionValues &values) { return values.stored().value(u"body"_s).toString() == u"text"; };
    const auto hasText = [](const OptionValues &values) { return values.stored().value(u"body"_s, u"json"_s).toString() != u"json"; };
    OptionSpec text = texts(u"text"_s, QT_TRANSLATE_NOOP("options", "Text"), QT_TRANSLATE_NOOP("options", "With placeholders such as {name}; empty = name, class, area, distance or magnitude, as far as known."));
    text.usedWhen = hasText;
    text.requiredWhen = isText;
    return {.id = u"webhook"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Webhook"),
            .help = QT_TRANSLATE_NOOP("rules", "Posts the alert to an address of the web: a chat, a telephone, a service of your own."),
            .options = {{.key = u"url"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Address"),
                         .help = QT_TRANSLATE_NOOP("options", "https, or http on this computer; {secret} in it is filled in with the account's secret."), .required = true,
                         .example = "https://hooks.slack.com/services/{secret}", .valueProblem = hookProblem},
                        {.key = u"body"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Body"), .help = QT_TRANSLATE_NOOP("options", "What is posted. When an answer is lost, Slack, Mattermost and Zulip are sent the message once more, marked as sent again; ntfy and services that look at X-Tocsin-Delivery see it once."), .defaultValue = u"json"_s,
                         .choices = {{u"json"_s, QT_TRANSLATE_NOOP("options", "The alert as JSON")}, {u"slack"_s, "Slack"}, {u"mattermost"_s, "Mattermost"}, {u"zulip"_s, "Zulip"},
                                     {u"ntfy"_s, "ntfy"}, {u"text"_s, QT_TRANSLATE_NOOP("options", "A text of your own")}}},
                        text,
                        {.key = u"content_type"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Content type"), .help = QT_TRANSLATE_NOOP("options", "Of a text of your own."),
                         .defaultValue = u"text/plain; charset=utf-8"_s, .usedWhen = isText, .advanced = true,
                         .valueProblem = [](const QVariant &value) {
                             static const QRegularExpression plain(u"^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(; ?[A-Za-z0-9_-]+=[A-Za-z0-9_-]+)?$"_s);
                             return plain.match(value.toString()).hasMatch() ? QString() : say(QT_TRANSLATE_NOOP("options", "Write a type such as text/plain or application/json."));
                         }},
                        {.key = u"channel"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Channel"), .help = QT_TRANSLATE_NOOP("options", "The channel of Zulip."),
                         .requiredWhen = [](const OptionValues &values) { return values.stored().value(u"body"_s).toString() == u"zulip"; },
                         .usedWhen = [](const OptionValues &values) { return values.stored().value(u"body"_s).toString() == u"zulip"; }},
                        {.key = u"account"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Account"),
                         .help = QT_TRANSLATE_NOOP("options", "Account of the kind token whose secret stands for {secret} or signs in; empty = none.")},
                        {.key = u"sign_in"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Sign-in"), .help = QT_TRANSLATE_NOOP("options", "How the account's secret is sent."),
                         .defaultValue = u"none"_s, .choices = {{u"none"_s, QT_TRANSLATE_NOOP("options", "Only in the address")}, {u"bearer"_s, "Bearer"}, {u"basic"_s, "Basic"}},
                         .usedWhen = isSignedIn},
                        {.key = u"user"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "User"), .help = QT_TRANSLATE_NOOP("options", "The user name or bot address that belongs to the secret."),
                         .usedWhen = [](const OptionValues &values) { return isSignedIn(values) && values.stored().value(u"sign_in"_s).toString() == u"basic"; }},
                        {.key = u"signature"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Signed with"),
                         .help = QT_TRANSLATE_NOOP("options", "Account of the kind token whose secret signs what is posted (HMAC-SHA256 over time and body, in X-Tocsin-Signature); empty = not signed.")},
                        when(u"alarm"_s), limit(u"20s"_s)},
            .wakes = true,
            .leaves = true,
            .setting = u"url"_s};
}

ActionKind mail()
{
    return {.id = u"mail"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Mail"),
            .help = QT_TRANSLATE_NOOP("rules", "Sends a mail through the mailer of this computer (sendmail)."),
            .options = {{.key = u"to"_s, .type = OptionType::TextList, .label = QT_TRANSLATE_NOOP("options", "To"), .help = QT_TRANSLATE_NOOP("options", "Who gets it."), .required = true,
                         .example = "observer@example.org", .valueProblem = addressesProblem},
                        {.key = u"from"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "From"), .help = QT_TRANSLATE_NOOP("options", "Empty = as the mailer has it."),
                         .valueProblem = addressProblem},
                        texts(u"subject"_s, QT_TRANSLATE_NOOP("options", "Subject"), QT_TRANSLATE_NOOP("options", "With placeholders such as {name}; empty = the rule and what is known in short.")),
                        texts(u"text"_s, QT_TRANSLATE_NOOP("options", "Text"), QT_TRANSLATE_NOOP("options", "With placeholders such as {name}; empty = what is known in short, the page and where it came from.")),
                        {.key = u"sendmail"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Mailer"), .help = QT_TRANSLATE_NOOP("options", "A program that is used like sendmail -t."),
                         .defaultValue = u"/usr/sbin/sendmail"_s, .advanced = true,
                         .valueProblem = [](const QVariant &value) { return value.toString().startsWith(u'/') ? QString() : say(QT_TRANSLATE_NOOP("options", "Write a full path, beginning with /.")); }},
                        when(u"alarm"_s), limit(u"60s"_s)},
            .wakes = true,
            .leaves = true,
            .setting = u"to"_s};
}

ActionKind kafka()
{
    return {.id = u"kafka"_s,
            .label = QT_TRANSLATE_NOOP("rules", "Send to Kafka"),
            .help = QT_TRANSLATE_NOOP("rules", "Writes the alert to a topic, with the servers and the account of one of your streams."),
            .options = {{.key = u"stream"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Stream"),
                         .help = QT_TRANSLATE_NOOP("options", "Name of a Kafka stream whose servers and account are used."), .required = true},
                        {.key = u"topic"_s, .type = OptionType::Text, .label = QT_TRANSLATE_NOOP("options", "Topic"), .help = QT_TRANSLATE_NOOP("options", "Where it is written; the account must be allowed to."),
                         .required = true, .example = "my-group.filtered", .valueProblem = topicProblem},
                        {.key = u"body"_s, .type = OptionType::Choice, .label = QT_TRANSLATE_NOOP("options", "Body"), .help = QT_TRANSLATE_NOOP("options", "What is written."), .defaultValue = u"json"_s,
                         .choices = {{u"json"_s, QT_TRANSLATE_NOOP("options", "The alert as JSON")}, {u"packet"_s, QT_TRANSLATE_NOOP("options", "The packet as it came")}}},
                        texts(u"key"_s, QT_TRANSLATE_NOOP("options", "Key"), QT_TRANSLATE_NOOP("options", "With placeholders such as {event}; empty = none.")), when(u"alert"_s), limit(u"30s"_s)},
            .leaves = true,
            .setting = u"topic"_s};
}

} // namespace

const std::vector<ActionKind> &actionKinds()
{
    static const std::vector<ActionKind> kinds{notify(), sound(), colour(), mark(), tag(), target(), program(), log(), webhook(), mail(), kafka()};
    return kinds;
}

const ActionKind *findActionKind(const QString &id)
{
    const auto it = std::ranges::find(actionKinds(), id, &ActionKind::id);
    return it == actionKinds().end() ? nullptr : &*it;
}

QString actionLabel(const ActionKind &kind)
{
    return QCoreApplication::translate("rules", kind.label);
}

QString actionHelp(const ActionKind &kind)
{
    return QCoreApplication::translate("rules", kind.help);
}

} // namespace tocsin::rules
