// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <poll.h>
#include <unistd.h>

namespace tocsin::app {

using namespace Qt::StringLiterals;

namespace {

const char kStreamArgument[] = QT_TRANSLATE_NOOP("cli", "STREAM or URL");

CliOption secretFile()
{
    return {u"secret-file"_s, "FILE", QT_TRANSLATE_NOOP("cli", "FILE holds the secret and nothing else; it must be yours and readable by you alone (chmod 600). /dev/stdin and <(COMMAND) will do.")};
}

CliOption clientSecretFile()
{
    return {u"client-secret-file"_s, "FILE", QT_TRANSLATE_NOOP("cli", "For the kind oauth: the secret that the provider gave with the client ID (Google does).")};
}

CliOption byDevice()
{
    return {u"device"_s, "", QT_TRANSLATE_NOOP("cli", "For the kind oauth: sign in with a code, in a browser on any machine.")};
}

CliOption byPassword()
{
    return {u"password"_s, "", QT_TRANSLATE_NOOP("cli", "The secret given is the password of the user (kind tom): a token is fetched with it and kept in its place.")};
}

CliOption byPaste()
{
    return {u"paste"_s, "", QT_TRANSLATE_NOOP("cli", "For the kind oauth: open no browser; the address that it ends at is pasted here.")};
}

CliOption passphraseFile()
{
    return {u"passphrase-file"_s, "FILE", QT_TRANSLATE_NOOP("cli", "FILE holds the passphrase of the encrypted vault file; else it is asked on the terminal.")};
}

std::vector<CliOption> rowOptions(bool off)
{
    std::vector<CliOption> options{{u"row"_s, "N", QT_TRANSLATE_NOOP("cli", "A row of the archive; may be repeated."), true},
                                   {u"filter"_s, "EXPR", QT_TRANSLATE_NOOP("cli", "Instead: what passes, such as mag < 19.5 and not test.")}};
    if (off)
        options.push_back({u"off"_s, "", QT_TRANSLATE_NOOP("cli", "Take it away again.")});
    return options;
}

std::vector<CliOption> markOptions()
{
    std::vector<CliOption> options = rowOptions(true);
    options.push_back({u"pin"_s, "", QT_TRANSLATE_NOOP("cli", "Pin them above the list as well; with --off: the pin alone goes.")});
    return options;
}

QString say(const char *text)
{
    return *text ? QCoreApplication::translate("cli", text) : QString();
}

Error wrong(qsizetype position, const QString &what)
{
    return {.kind = ErrorKind::BadArgument,
            .message = QCoreApplication::translate("cli", "Argument %1: %2").arg(position + 1).arg(what),
            .remedy = QCoreApplication::translate("cli", "“tocsin --help” and “tocsin COMMAND --help” describe everything.")};
}

QString usage(const CliCommand &command)
{
    QString line = u"tocsin "_s + command.name;
    if (*command.arguments)
        line += u' ' + say(command.arguments);
    return line;
}

constexpr int kNameWidth = 22; // the longest name of a command, and room

QString optionLine(const CliOption &option)
{
    QString left = u"  --"_s + option.name;
    if (*option.value)
        left += u' ' + QString::fromUtf8(option.value);
    const QString help = say(option.help);
    return left.size() < 28 ? left.leftJustified(28) + help : left + u'\n' + QString(28, u' ') + help;
}

bool outputReaderIsGone()
{
    pollfd out{STDOUT_FILENO, POLLOUT, 0};
    return poll(&out, 1, 0) > 0 && (out.revents & POLLERR) != 0;
}

QString troff(const QString &text)
{
    QString out = text;
    out.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    if (out.startsWith(u'.') || out.startsWith(u'\''))
        out.prepend(u"\\&"_s);
    return out;
}

} // namespace

const std::vector<CliOption> &cliGlobalOptions()
{
    static const std::vector<CliOption> options{
        {u"home"_s, "DIR", QT_TRANSLATE_NOOP("cli", "Everything (settings, archive, logs) lies under DIR; beats TOCSIN_HOME and the XDG folders.")},
        {u"profile"_s, "NAME", QT_TRANSLATE_NOOP("cli", "Another set of streams and window settings on the same archive.")},
        {u"log-level"_s, "LEVEL", QT_TRANSLATE_NOOP("cli", "error, warning, info or debug: what goes to standard error, librdkafka's own lines included.")},
        {u"help"_s, "", QT_TRANSLATE_NOOP("cli", "This text.")},
        {u"version"_s, "", QT_TRANSLATE_NOOP("cli", "The version.")},
        {u"man"_s, "", QT_TRANSLATE_NOOP("cli", "The manual page in troff.")},
        {u"screenshot"_s, "OUT.png", QT_TRANSLATE_NOOP("cli", "Window only: draw it to a file, then end.")},
        {u"after"_s, "N", QT_TRANSLATE_NOOP("cli", "With --screenshot: wait until N alerts are in.")},
        {u"scale"_s, "FACTOR", QT_TRANSLATE_NOOP("cli", "With --screenshot: device pixels per logical pixel.")},
        {u"size"_s, "WxH", QT_TRANSLATE_NOOP("cli", "With --screenshot: size of the window.")},
        {u"dark"_s, "", QT_TRANSLATE_NOOP("cli", "Dark colours for this start.")},
    };
    return options;
}

const std::vector<CliCommand> &cliCommands()
{
    static const std::vector<CliCommand> commands{
        {u"demo"_s, "", QT_TRANSLATE_NOOP("cli", "The window (or JSON lines) on an invented night from a broker inside the program; no network, a throw-away home."),
         {{u"headless"_s, "", QT_TRANSLATE_NOOP("cli", "JSON lines instead of the window.")},
          {u"seed"_s, "N", QT_TRANSLATE_NOOP("cli", "The same number gives the same night (1).")},
          {u"speed"_s, "X", QT_TRANSLATE_NOOP("cli", "How many times as fast as life (1).")},
          {u"count"_s, "N", QT_TRANSLATE_NOOP("cli", "End after N alerts.")}},
         0, 0},
        {u"decode"_s, QT_TRANSLATE_NOOP("cli", "[FILE or -]…"), QT_TRANSLATE_NOOP("cli", "Alerts in files as JSON lines; no network but --schema URL. Gzip is unpacked first."),
         {{u"topic"_s, "T", QT_TRANSLATE_NOOP("cli", "The topic the bytes came from, a hint for the decoders.")},
          {u"key"_s, "FILE", QT_TRANSLATE_NOOP("cli", "The message key.")},
          {u"header"_s, "K=V", QT_TRANSLATE_NOOP("cli", "A message header; may be repeated."), true},
          {u"format"_s, "NAME", QT_TRANSLATE_NOOP("cli", "Decode as this format and no other.")},
          {u"schema"_s, "FILE or URL",
           QT_TRANSLATE_NOOP("cli", "Avro schema for packets that bring none; types it names are looked for beside it. A URL of a schema, or of a registry.")},
          {u"all-fields"_s, "", QT_TRANSLATE_NOOP("cli", "Add the whole packet as “fields”.")},
          {u"inside"_s, "", QT_TRANSLATE_NOOP("cli", "Add light curve and stamps as “inside”.")},
          {u"formats"_s, "", QT_TRANSLATE_NOOP("cli", "List the formats.")}}},
        {u"listen"_s, QT_TRANSLATE_NOOP("cli", "[STREAM or URL]…"),
         QT_TRANSLATE_NOOP("cli", "Streams to standard output, and into the same archive as the window. Without a name: every stream that is set up."),
         {{u"filter"_s, "EXPR", QT_TRANSLATE_NOOP("cli", "Print only what passes: mag < 19.5 and not test. All is stored and counted.")},
          {u"from"_s, "F", QT_TRANSLATE_NOOP("cli", "live, resume, recent, earliest, an ISO time in UTC, or last:N (per partition).")},
          {u"count"_s, "N", QT_TRANSLATE_NOOP("cli", "End after N alerts are printed.")},
          {u"for"_s, "DURATION", QT_TRANSLATE_NOOP("cli", "End after 90s, 10m, 2h …")},
          {u"until-end"_s, "", QT_TRANSLATE_NOOP("cli", "Read what is there at the start, then end.")},
          {u"quiet"_s, "", QT_TRANSLATE_NOOP("cli", "No alert lines and no states; the summary goes to standard output.")},
          {u"no-archive"_s, "", QT_TRANSLATE_NOOP("cli", "Keep nothing.")},
          {u"rules"_s, "", QT_TRANSLATE_NOOP("cli", "Act by the rules as the window does; one program of a home does so at a time. With --from a time, earliest or last:N what comes from there counts as news.")},
          {u"format"_s, "F", QT_TRANSLATE_NOOP("cli", "jsonl or table.")},
          {u"include-tests"_s, "", QT_TRANSLATE_NOOP("cli", "Print alerts that are marked as tests too; they are stored and counted always.")},
          {u"all-fields"_s, "", QT_TRANSLATE_NOOP("cli", "Add the whole packet as “fields”.")},
          secretFile(), passphraseFile()}},
        {u"topics"_s, kStreamArgument, QT_TRANSLATE_NOOP("cli", "Topics that the credential may see: name, partitions, time of the newest message."),
         {{u"match"_s, "PATTERN", QT_TRANSLATE_NOOP("cli", "Only topics that fit: a name, * or ^regex.")}, secretFile(), passphraseFile()},
         1, 1},
        {u"check"_s, kStreamArgument,
         QT_TRANSLATE_NOOP("cli", "The way to the first record, a line a rung with its time: name, TCP, TLS, sign-in, rights, first record. The exit code tells which rung did not hold."),
         {{u"timeout"_s, "DURATION", QT_TRANSLATE_NOOP("cli", "The most that a rung may take: 2s, 1m … (5s to 8s).")}, secretFile(), passphraseFile()},
         1, 1},
        {u"streams list"_s, "", QT_TRANSLATE_NOOP("cli", "Streams that are set up: name, type, enabled or disabled, label."), {}, 0, 0},
        {u"streams types"_s, "", QT_TRANSLATE_NOOP("cli", "Types of streams and every option of each."),
         {{u"json"_s, "", QT_TRANSLATE_NOOP("cli", "For programs.")}}, 0, 0},
        {u"streams show"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "One stream as JSON, without secrets."), {}, 1, 1},
        {u"streams add"_s, QT_TRANSLATE_NOOP("cli", "TYPE NAME key=value…"),
         QT_TRANSLATE_NOOP("cli", "Set up a stream; also label=…, enabled=…, autostart=…"), {}, 2},
        {u"streams set"_s, QT_TRANSLATE_NOOP("cli", "NAME key=value…"), QT_TRANSLATE_NOOP("cli", "Change a stream; key= puts the default back."), {}, 2},
        {u"streams rename"_s, QT_TRANSLATE_NOOP("cli", "NAME NEW"), QT_TRANSLATE_NOOP("cli", "Rename a stream; its rows follow."), {}, 2, 2},
        {u"streams remove"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "Remove a stream; its rows stay."), {}, 1, 1},
        {u"streams import"_s, QT_TRANSLATE_NOOP("cli", "FILE or -"), QT_TRANSLATE_NOOP("cli", "Add the streams of a file."), {}, 1, 1},
        {u"streams export"_s, "", QT_TRANSLATE_NOOP("cli", "All streams as a file for “streams import”, without secrets."), {}, 0, 0},
        {u"accounts list"_s, "", QT_TRANSLATE_NOOP("cli", "Accounts: name, kind, server, user, where the secret lies, last use, end, streams that use it, separated by tabs."),
         {{u"json"_s, "", QT_TRANSLATE_NOOP("cli", "A JSON line for each account.")}}, 0, 0},
        {u"accounts kinds"_s, "", QT_TRANSLATE_NOOP("cli", "Kinds of accounts and every option of each."), {}, 0, 0},
        {u"accounts add"_s, QT_TRANSLATE_NOOP("cli", "KIND NAME key=value…"),
         QT_TRANSLATE_NOOP("cli", "Keep a secret under a name. The secret comes from standard input (asked on a terminal) or --secret-file, never from an argument; the kind oauth opens the browser for it (issuer=google is Google's)."),
         {secretFile(), clientSecretFile(), byDevice(), byPaste(), byPassword(), passphraseFile(),
          {u"in"_s, "VAULT", QT_TRANSLATE_NOOP("cli", "keychain, file, or credentials (of a systemd service: $CREDENTIALS_DIRECTORY/NAME, nothing is stored); else what “accounts vault” says.")}},
         2},
        {u"accounts renew"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "A new secret for an account, given as with “accounts add”; for the kind oauth: sign in again."),
         {secretFile(), clientSecretFile(), byDevice(), byPaste(), byPassword(), passphraseFile()}, 1, 1},
        {u"accounts test"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "Whether the secret can be read, and what its server says: a token is fetched, or the connection is tried up to the sign-in; when it ends."), {passphraseFile()}, 1, 1},
        {u"accounts rename"_s, QT_TRANSLATE_NOOP("cli", "NAME NEW"), QT_TRANSLATE_NOOP("cli", "Rename an account; streams that use it follow."), {passphraseFile()}, 2, 2},
        {u"accounts remove"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "Remove an account and its secret; not while a stream uses it. A sign-in in the browser is taken back at its provider first."),
         {{u"forget"_s, "", QT_TRANSLATE_NOOP("cli", "Also when the secret cannot be reached; it stays where it lies.")}, passphraseFile()}, 1, 1},
        {u"accounts import"_s, QT_TRANSLATE_NOOP("cli", "[FILE]"),
         QT_TRANSLATE_NOOP("cli", "Accounts from the file of another program: hop's auth.toml, SCiMMA's CSV, netrc, Fink's yml, a SciToken. Prints name, kind, server, user of each."),
         {{u"remove-file"_s, "", QT_TRANSLATE_NOOP("cli", "Remove the plain file when all that is in it was imported.")},
          {u"dry-run"_s, "", QT_TRANSLATE_NOOP("cli", "Only say what would be imported.")},
          {u"environment"_s, "", QT_TRANSLATE_NOOP("cli", "Instead of a file: SCIMMA_AUTH_…, GCN_CLASSIC_… and BEARER_TOKEN… of the environment.")},
          passphraseFile()}, 0, 1},
        {u"accounts scitoken"_s, "",
         QT_TRANSLATE_NOOP("cli", "Where SciTokens are looked for, and which one is taken: place, what was found, issuer, subject, scope, audience, end, separated by tabs."),
         {{u"audience"_s, "HOST", QT_TRANSLATE_NOOP("cli", "Whom it is to be for.")}, {u"scope"_s, "SCOPE", QT_TRANSLATE_NOOP("cli", "What it is to allow, for example kafka.consume.")}}, 0, 0},
        {u"accounts vault"_s, QT_TRANSLATE_NOOP("cli", "[keychain or file]"),
         QT_TRANSLATE_NOOP("cli", "Where new secrets go, and whether it answers. With a word: choose it. The file is encrypted and has a passphrase."), {passphraseFile()}, 0, 1},
        {u"export"_s, "", QT_TRANSLATE_NOOP("cli", "Alerts from the archive to a file."),
         {{u"output"_s, "FILE", QT_TRANSLATE_NOOP("cli", "Where to (also -o); - is standard output.")},
          {u"format"_s, "F", QT_TRANSLATE_NOOP("cli", "csv, jsonl or ecsv.")},
          {u"filter"_s, "EXPR", QT_TRANSLATE_NOOP("cli", "Only what passes, such as mag < 19.5 and not test.")},
          {u"since"_s, "T", QT_TRANSLATE_NOOP("cli", "From this time on (ISO, UTC).")},
          {u"until"_s, "T", QT_TRANSLATE_NOOP("cli", "Before this time.")},
          {u"columns"_s, "K,K…", QT_TRANSLATE_NOOP("cli", "These instead of all keys: keys, b, l, age, and fields of packets such as fields.candidate.drb.")},
          {u"exact"_s, "", QT_TRANSLATE_NOOP("cli", "No guard against formulas in spreadsheets.")},
          {u"eol"_s, "lf", QT_TRANSLATE_NOOP("cli", "Line ends of one character.")}},
         0, 0},
        {u"target create"_s, "",
         QT_TRANSLATE_NOOP("cli", "Make targets of stored alerts in a TOM: first it is looked for what is there already, by place and by name. Prints a JSON line per target; what the TOM cannot take now waits in the outbox."),
         {{u"tom"_s, QT_TRANSLATE_NOOP("cli", "ACCOUNT"), QT_TRANSLATE_NOOP("cli", "An account of the kind tom; without one targets are kept in the local list.")},
          {u"row"_s, "N", QT_TRANSLATE_NOOP("cli", "The alert with this row number."), true},
          {u"filter"_s, "EXPR", QT_TRANSLATE_NOOP("cli", "All alerts that pass; of those that would have one name the newest.")},
          {u"group"_s, "G", QT_TRANSLATE_NOOP("cli", "A group there that may see them; else those of the account."), true},
          {u"field"_s, QT_TRANSLATE_NOOP("cli", "KEY=VALUE"), QT_TRANSLATE_NOOP("cli", "A field that targets of this TOM have beside the usual ones."), true},
          {u"photometry"_s, "", QT_TRANSLATE_NOOP("cli", "Send the light curve of the packet, too.")},
          {u"anyway"_s, "", QT_TRANSLATE_NOOP("cli", "Also when the TOM has such a target.")},
          {u"uncertain"_s, "", QT_TRANSLATE_NOOP("cli", "Also when nobody measured the place, or its error exceeds 0.5 degrees.")},
          {u"allow-restricted"_s, "", QT_TRANSLATE_NOOP("cli", "Restricted alerts may go to this TOM, now and later.")},
          {u"dry-run"_s, "", QT_TRANSLATE_NOOP("cli", "Only say what would be made, and what is there.")},
          passphraseFile()},
         0, 0},
        {u"target list"_s, "", QT_TRANSLATE_NOOP("cli", "Targets made of alerts, and the local list: a JSON line each, the newest first."),
         {{u"state"_s, "S", QT_TRANSLATE_NOOP("cli", "Only those that are local, queued, created, exists, refused or removed.")}}, 0, 0},
        {u"target outbox"_s, "", QT_TRANSLATE_NOOP("cli", "What waits for its TOM: a JSON line each. With --retry it is sent now."),
         {{u"retry"_s, "", QT_TRANSLATE_NOOP("cli", "Send all of it now, and what was refused at the sign-in.")}, passphraseFile()}, 0, 0},
        {u"target send"_s, QT_TRANSLATE_NOOP("cli", "NUMBER…"), QT_TRANSLATE_NOOP("cli", "Send targets of the local list to a TOM, and those whose account is gone."),
         {{u"tom"_s, QT_TRANSLATE_NOOP("cli", "ACCOUNT"), QT_TRANSLATE_NOOP("cli", "An account of the kind tom.")}, passphraseFile()}, 1},
        {u"target remove"_s, QT_TRANSLATE_NOOP("cli", "NUMBER…"), QT_TRANSLATE_NOOP("cli", "Take back what was not sent, delete at the TOM what was, once it answers: a JSON line each; the number is that of “target list”."), {passphraseFile()}, 1},
        {u"target export"_s, "", QT_TRANSLATE_NOOP("cli", "Targets as a CSV file that the import page of a TOM Toolkit reads."),
         {{u"output"_s, "FILE", QT_TRANSLATE_NOOP("cli", "Where to (also -o); - is standard output.")},
          {u"state"_s, "S", QT_TRANSLATE_NOOP("cli", "Only those that are local, queued, created, exists, refused or removed; else the local list.")}}, 0, 0},
        {u"alarms list"_s, "",
         QT_TRANSLATE_NOOP("cli", "The alarm log, newest first: number, open or not, when it was raised, rule, what, how often it sounded, why not, when it was acknowledged, separated by tabs."),
         {{u"open"_s, "", QT_TRANSLATE_NOOP("cli", "Only those that nobody has acknowledged.")},
          {u"since"_s, "T", QT_TRANSLATE_NOOP("cli", "From this time on (ISO, UTC).")},
          {u"json"_s, "", QT_TRANSLATE_NOOP("cli", "A JSON line for each alarm.")}},
         0, 0},
        {u"alarms acknowledge"_s, QT_TRANSLATE_NOOP("cli", "[NUMBER]…"), QT_TRANSLATE_NOOP("cli", "Acknowledge alarms, also those that a window or listen shows; prints how many."),
         {{u"all"_s, "", QT_TRANSLATE_NOOP("cli", "All that are open.")}}},
        {u"alarms silence"_s, QT_TRANSLATE_NOOP("cli", "[DURATION or off]"),
         QT_TRANSLATE_NOOP("cli", "Nothing sounds for so long but rules marked “always”, in every program of this home; what is open then is heard. Prints until when, or off."), {}, 0, 1},
        {u"alarms test"_s, "", QT_TRANSLATE_NOOP("cli", "Raise an alarm as a rule does, and say of each part whether it works here: sound, notification, staying awake."), {}, 0, 0},
        {u"rules list"_s, "", QT_TRANSLATE_NOOP("cli", "Rules in their order: name, enabled or disabled, actions, when it was rehearsed, label, separated by tabs."), {}, 0, 0},
        {u"rules kinds"_s, "", QT_TRANSLATE_NOOP("cli", "Kinds of actions and every option of each."), {}, 0, 0},
        {u"rules show"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "One rule as JSON, as “rules add” takes it."), {}, 1, 1},
        {u"rules add"_s, QT_TRANSLATE_NOOP("cli", "FILE or -"), QT_TRANSLATE_NOOP("cli", "Add the rules of a file (JSON). What can wake somebody stays off until it was rehearsed."),
         {{u"replace"_s, "", QT_TRANSLATE_NOOP("cli", "One that is there already is changed in its place.")}}, 1, 1},
        {u"rules move"_s, QT_TRANSLATE_NOOP("cli", "NAME PLACE"), QT_TRANSLATE_NOOP("cli", "Change the order of the rules: to this place, counted from 1."), {}, 2, 2},
        {u"rules enable"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "Switch a rule on; one that can wake somebody only after its rehearsal."),
         {{u"without-rehearsal"_s, "", QT_TRANSLATE_NOOP("cli", "For scripts: nobody has to have looked how often it wakes.")}}, 1, 1},
        {u"rules disable"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "Switch a rule off."), {}, 1, 1},
        {u"rules remove"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "Remove a rule."), {}, 1, 1},
        {u"rules rehearse"_s, QT_TRANSLATE_NOOP("cli", "NAME"),
         QT_TRANSLATE_NOOP("cli", "What a rule would have done with the stored alerts: a JSON line for each night with its hits and how often it would have been heard, then the last ten rows. Does nothing else."),
         {{u"since"_s, "T", QT_TRANSLATE_NOOP("cli", "From this time on (ISO, UTC).")}}, 1, 1},
        {u"rules allow"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "Restricted alerts may go where this rule sends them; what waits for it is sent. Prints the places."),
         {{u"forget"_s, "", QT_TRANSLATE_NOOP("cli", "They may not any more.")}}, 1, 1},
        {u"rules log"_s, QT_TRANSLATE_NOOP("cli", "[NAME]"), QT_TRANSLATE_NOOP("cli", "What rules did and what came of it, newest first: a JSON line for each."), {}, 0, 1},
        {u"archive info"_s, "", QT_TRANSLATE_NOOP("cli", "Place, size, limits, rows, gaps."), {}, 0, 0},
        {u"archive ids"_s, "", QT_TRANSLATE_NOOP("cli", "stream, topic, partition, offset of every stored message, separated by tabs."), {}, 0, 0},
        {u"archive coverage"_s, "",
         QT_TRANSLATE_NOOP("cli", "stream, topic, partition, first and last offset, received or missed and why, separated by tabs. After each gap that a broker may still hold stands fetchable, fetchable from OFFSET, gone, or unknown and why."),
         {{u"offline"_s, "", QT_TRANSLATE_NOOP("cli", "Do not ask the brokers.")},
          {u"json"_s, "", QT_TRANSLATE_NOOP("cli", "A JSON line for each stretch, with times, and until when a gap can be fetched.")},
          secretFile(), passphraseFile()}, 0, 0},
        {u"archive fetch"_s, QT_TRANSLATE_NOOP("cli", "[STREAM or URL]…"),
         QT_TRANSLATE_NOOP("cli", "Read what was missed and the broker still has, also while the stream is read elsewhere. Without a name: of every stream. Prints stream, messages that came, offsets that are gone for good, offsets still missing, separated by tabs."),
         {secretFile(), passphraseFile()}},
        {u"archive redecode"_s, "",
         QT_TRANSLATE_NOOP("cli", "Read rows again from their packets, in place: without an option those that wait for a schema, which the stream's registry is asked for. Safe while a window or listen uses the archive. Prints how many rows were written, how many were removed because their packets do not hold them, how many of those stay because they are marked, and what still waits."),
         {{u"filter"_s, "EXPR", QT_TRANSLATE_NOOP("cli", "Instead: what passes, such as mag < 19.5 and not test.")},
          {u"since"_s, "T", QT_TRANSLATE_NOOP("cli", "From this time on (ISO, UTC).")},
          {u"until"_s, "T", QT_TRANSLATE_NOOP("cli", "Before this time.")},
          {u"offline"_s, "", QT_TRANSLATE_NOOP("cli", "Do not ask the registries.")}},
         0, 0},
        {u"archive verify"_s, "", QT_TRANSLATE_NOOP("cli", "Check the index and every packet's checksum; changes nothing."), {}, 0, 0},
        {u"archive limit"_s, "",
         QT_TRANSLATE_NOOP("cli", "How large the archive may grow and how long it keeps what is not marked; without an option: what holds. The oldest goes first, marked rows never."),
         {{u"size"_s, "SIZE", QT_TRANSLATE_NOOP("cli", "20GB, 500MB …: index, packets and column files together.")},
          {u"age"_s, "AGE", QT_TRANSLATE_NOOP("cli", "90d: rows go when they were received so long ago; none: no limit by age.")}},
         0, 0},
        {u"archive compact"_s, "", QT_TRANSLATE_NOOP("cli", "Give space back to the disk. Safe while a window or listen uses the archive; the index itself needs them to have ended."), {}, 0, 0},
        {u"archive find"_s, QT_TRANSLATE_NOOP("cli", "NAME"),
         QT_TRANSLATE_NOOP("cli", "Alerts of an event by any of its names (GW, GRB, EP, AT or SN, ZTF, LSST, IceCube, triggers), however they are spelt, as JSON lines; the names that packets have had side by side go to standard error."),
         {}, 1, 1},
        {u"archive recover"_s, "",
         QT_TRANSLATE_NOOP("cli", "A new index in place of one that is damaged or missing, from what can be read of it and from the packets. The old one is kept; what is lost is printed and becomes gaps."),
         {}, 0, 0},
        {u"watch list"_s, "", QT_TRANSLATE_NOOP("cli", "Watchlists: name and number of sources, separated by a tab."), {}, 0, 0},
        {u"watch add"_s, QT_TRANSLATE_NOOP("cli", "NAME FILE"),
         QT_TRANSLATE_NOOP("cli", "Keep a copy of the positions in FILE (- is standard input) as a watchlist, in place of one of that name, and match the stored rows. CSV with name, ra, dec (degrees or sexagesimal) and radius (arcsec, or with its unit as in 0.5deg), a header or none; or VOTable with its units. Alerts on a source get the keys watch and watch_sep."),
         {{u"radius"_s, "R", QT_TRANSLATE_NOOP("cli", "Of sources that bring none: 2arcsec, 0.5arcmin, 1deg (2arcsec).")},
          {u"no-match"_s, "", QT_TRANSLATE_NOOP("cli", "Leave stored rows as they are; “watch match” looks at them later.")}}, 2, 2},
        {u"watch remove"_s, QT_TRANSLATE_NOOP("cli", "NAME"), QT_TRANSLATE_NOOP("cli", "Remove a watchlist, and its names from the stored rows."),
         {{u"no-match"_s, "", QT_TRANSLATE_NOOP("cli", "Leave stored rows as they are; “watch match” looks at them later.")}}, 1, 1},
        {u"watch match"_s, "", QT_TRANSLATE_NOOP("cli", "Look at all stored rows anew, for watchlists and coincidences. Safe while a window or listen uses the archive. Prints how many rows match and how many changed."), {}, 0, 0},
        {u"watch coincidence"_s, QT_TRANSLATE_NOOP("cli", "[add NAME A B WITHIN, or enable, disable, preview or remove NAME]"),
         QT_TRANSLATE_NOOP("cli", "Alerts that pass A within a span of time of one that passes B, and inside its error circle, or the 90 % area of its sky map; both get the key coincidence with the other's name. A and B are conditions in the filter language, WITHIN is 60s, 10m, 2h … preview tells what it would have said of stored rows. Without a word: those there are."),
         {{u"radius"_s, "R", QT_TRANSLATE_NOOP("cli", "No circle is smaller, and alerts without an error or a map have this one.")},
          {u"since"_s, "T", QT_TRANSLATE_NOOP("cli", "With preview: only rows that were received since then (ISO, UTC).")},
          {u"anywhere"_s, "", QT_TRANSLATE_NOOP("cli", "The times alone count, wherever the two lie.")}}, 0, 5},
        {u"triage list"_s, "", QT_TRANSLATE_NOOP("cli", "Tags, notes and ignored objects as JSON lines."), {}, 0, 0},
        {u"triage tag"_s, QT_TRANSLATE_NOOP("cli", "TAG"), QT_TRANSLATE_NOOP("cli", "Give a tag to the events of the rows; new revisions have it too."), rowOptions(true), 1, 1},
        {u"triage note"_s, QT_TRANSLATE_NOOP("cli", "TEXT"), QT_TRANSLATE_NOOP("cli", "Write a note to the events of the rows, in place of one that is there; an empty text takes it away."), rowOptions(false), 1, 1},
        {u"triage ignore"_s, "", QT_TRANSLATE_NOOP("cli", "Hide the objects of the rows in all streams, by their names and within 1.5 arcsec of their place; with --off: show them again."), rowOptions(true), 0, 0},
        {u"triage seen"_s, "", QT_TRANSLATE_NOOP("cli", "The objects of the rows are seen, in all streams, as far as they are stored; what comes later of them is unseen. With --off: unseen again."), rowOptions(true), 0, 0},
        {u"triage mark"_s, "", QT_TRANSLATE_NOOP("cli", "Mark the rows, as the star in the window does: marked rows stay when the archive makes room."), markOptions(), 0, 0},
        {u"triage restore"_s, QT_TRANSLATE_NOOP("cli", "NUMBER…"), QT_TRANSLATE_NOOP("cli", "Show ignored objects again, by the numbers that “triage list” shows."), {}, 1},
        {u"shift"_s, "", QT_TRANSLATE_NOOP("cli", "The shift log in Markdown: alarms and acknowledgements, targets, tags, notes, ignored objects, and what each stream received and missed."),
         {{u"since"_s, "T", QT_TRANSLATE_NOOP("cli", "From this time on (ISO, UTC); 12 hours ago.")},
          {u"until"_s, "T", QT_TRANSLATE_NOOP("cli", "Before this time; now.")},
          {u"night"_s, "NIGHT", QT_TRANSLATE_NOOP("cli", "Instead: from noon to noon; the date of its evening (YYYY-MM-DD), tonight or last.")},
          {u"zone"_s, "ZONE", QT_TRANSLATE_NOOP("cli", "Of the noons of --night: America/Santiago …, local or UTC (UTC).")},
          {u"output"_s, "FILE", QT_TRANSLATE_NOOP("cli", "Where to (also -o); standard output.")}}, 0, 0},
    };
    return commands;
}

Result<CliArguments> parseCommandLine(const QStringList &arguments)
{
    CliArguments parsed;
    const auto &commands = cliCommands();
    const auto findCommand = [&](const QString &name) {
        const auto it = std::ranges::find(commands, name, &CliCommand::name);
        return it == commands.end() ? nullptr : &*it;
    };
    QString group;
    bool onlyPositional = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString argument = arguments.at(i);
        if (!onlyPositional && argument == u"--") {
            onlyPositional = true;
            continue;
        }
        if (argument == u"-h")
            argument = u"--help"_s;
        if (argument == u"-o" && parsed.command && (parsed.command->name == u"export" || parsed.command->name == u"target export" || parsed.command->name == u"shift"))
            argument = u"--output"_s;
        if (!onlyPositional && argument.startsWith(u"--")) {
            const qsizetype equals = argument.indexOf(u'=');
            const QString name = equals < 0 ? argument.sliced(2) : argument.sliced(2, equals - 2);
            const auto among = [&](const std::vector<CliOption> &options) -> const CliOption * {
                const auto it = std::ranges::find(options, name, &CliOption::name);
                return it == options.end() ? nullptr : &*it;
            };
            const CliOption *option = parsed.command ? among(parsed.command->options) : nullptr;
            if (!option)
                option = among(cliGlobalOptions());
            if (!option)
                return wrong(i, QCoreApplication::translate("cli", "there is no option “%1” here.").arg(u"--"_s + name));
            QString value;
            if (*option->value) {
                if (equals >= 0)
                    value = argument.sliced(equals + 1);
                else if (i + 1 < arguments.size())
                    value = arguments.at(++i);
                else
                    return wrong(i, QCoreApplication::translate("cli", "“%1” needs a value.").arg(argument));
            } else if (equals >= 0) {
                return wrong(i, QCoreApplication::translate("cli", "“%1” takes no value.").arg(u"--"_s + name));
            }
            QStringList &values = parsed.values[name];
            if (!values.isEmpty() && !option->repeats)
                values.clear(); // the last one counts
            values.push_back(value);
            continue;
        }
        if (!onlyPositional && argument.size() > 1 && argument.startsWith(u'-'))
            return wrong(i, QCoreApplication::translate("cli", "there is no option “%1” here.").arg(argument));
        if (!parsed.command && !onlyPositional) {
            const QString name = group.isEmpty() ? argument : group + u' ' + argument;
            parsed.command = findCommand(name);
            if (parsed.command)
                continue;
            const bool isGroup = group.isEmpty() && std::ranges::any_of(commands, [&](const CliCommand &c) { return c.name.startsWith(argument + u' '); });
            if (!isGroup)
                return wrong(i, QCoreApplication::translate("cli", "there is no command “%1”.").arg(name));
            group = argument;
            continue;
        }
        parsed.positional.push_back(argument);
    }
    if (parsed.has(u"help"_s) || parsed.has(u"version"_s) || parsed.has(u"man"_s)) {
        if (!parsed.command && !group.isEmpty())
            parsed.positional = {group};
        return parsed;
    }
    if (!parsed.command && !group.isEmpty())
        return wrong(arguments.size() - 1, QCoreApplication::translate("cli", "“%1” needs a further word; “tocsin %1 --help” lists them.").arg(group));
    if (!parsed.command && !parsed.positional.isEmpty())
        return wrong(0, QCoreApplication::translate("cli", "there is no command “%1”.").arg(parsed.positional.first()));
    if (parsed.command) {
        const auto count = static_cast<int>(parsed.positional.size());
        if (count < parsed.command->leastArguments)
            return wrong(arguments.size() - 1, QCoreApplication::translate("cli", "something is missing: %1").arg(usage(*parsed.command)));
        if (parsed.command->mostArguments >= 0 && count > parsed.command->mostArguments)
            return wrong(arguments.indexOf(parsed.positional.at(parsed.command->mostArguments)),
                         QCoreApplication::translate("cli", "“%1” is too much: %2").arg(parsed.positional.at(parsed.command->mostArguments), usage(*parsed.command)));
    }
    return parsed;
}

QString groupHelp(const QString &word)
{
    QString text;
    for (const CliCommand &command : cliCommands()) {
        if (!command.name.startsWith(word + u' '))
            continue;
        text += usage(command) + u"\n    "_s + say(command.help) + u'\n';
        for (const CliOption &option : command.options)
            text += optionLine(option) + u'\n';
    }
    return text;
}

QString helpText(const CliCommand *command)
{
    QString text;
    if (command) {
        text = usage(*command) + u"\n\n"_s + say(command->help) + u'\n';
        if (!command->options.empty())
            text += u'\n';
        for (const CliOption &option : command->options)
            text += optionLine(option) + u'\n';
        return text;
    }
    text = QCoreApplication::translate("cli", "Tocsin %1: a live monitor of astronomical alerts. Without a command: the window.").arg(QStringLiteral(TOCSIN_VERSION))
        + u"\n\ntocsin [--home DIR] [--profile NAME] [--log-level LEVEL] [COMMAND …]\n\n"_s;
    for (const CliCommand &each : cliCommands())
        text += (u"  "_s + each.name).leftJustified(kNameWidth) + say(each.help) + u'\n';
    text += u'\n';
    for (const CliOption &option : cliGlobalOptions())
        text += optionLine(option) + u'\n';
    text += u'\n'
        + QCoreApplication::translate("cli", "A URL is kafka://[USER@]HOST[:9092][,HOST…]/TOPIC[,TOPIC…]?key=value&… with the options of the Kafka stream type (“tocsin streams types”), or demo:.")
        + u'\n'
        + QCoreApplication::translate("cli",
                                      "Exit codes: 0 done, 1 internal error, 2 bad arguments, 3 nothing found, 4 some input could not be decoded, 5 archive, 6 keychain, "
                                      "10 name not resolved, 11 no connection, 12 TLS refused, 13 sign-in refused, 14 not authorised, 15 unknown topic, 16 time limit, 130 interrupted.")
        + u'\n';
    return text;
}

QString manPage()
{
    QString page = u".TH TOCSIN 1 \"\" \"Tocsin "_s + QStringLiteral(TOCSIN_VERSION) + u"\"\n.SH NAME\ntocsin \\- live monitor of astronomical alerts\n.SH SYNOPSIS\n.B tocsin\n[\\-\\-home DIR] [\\-\\-profile NAME] [\\-\\-log\\-level LEVEL] [COMMAND ...]\n.SH OPTIONS\n"_s;
    const auto options = [&page](const std::vector<CliOption> &list) {
        for (const CliOption &option : list)
            page += u".TP\n.B "_s + troff(u"--"_s + option.name + (*option.value ? u' ' + QString::fromUtf8(option.value) : QString())) + u'\n' + troff(say(option.help)) + u'\n';
    };
    options(cliGlobalOptions());
    page += u".SH COMMANDS\n"_s;
    for (const CliCommand &command : cliCommands()) {
        page += u".SS "_s + troff(usage(command)) + u'\n' + troff(say(command.help)) + u'\n';
        options(command.options);
    }
    return page;
}

int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Internal:
        return 1;
    case ErrorKind::BadArgument:
        return 2;
    case ErrorKind::NotFound:
        return 3;
    case ErrorKind::Undecodable:
        return 4;
    case ErrorKind::Archive:
        return 5;
    case ErrorKind::Keychain:
        return 6;
    case ErrorKind::NameNotResolved:
        return 10;
    case ErrorKind::NoConnection:
        return 11;
    case ErrorKind::TlsRefused:
        return 12;
    case ErrorKind::SignInRefused:
        return 13;
    case ErrorKind::NotAuthorised:
        return 14;
    case ErrorKind::UnknownTopic:
        return 15;
    case ErrorKind::TimeLimit:
        return 16;
    case ErrorKind::Interrupted:
        return 130;
    }
    return 1;
}

void sayLine(const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr);
    std::fflush(stderr);
}

void putLine(const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stdout);
}

int closeOutput(int code)
{
    // The stream remembers that a write failed, but not why: the last one tells.
    const bool failedBefore = std::ferror(stdout) != 0;
    std::clearerr(stdout);
    errno = 0;
    const bool failed = std::fputs("", stdout) < 0 || std::fflush(stdout) != 0 || failedBefore;
    if (!failed || errno == EPIPE || outputReaderIsGone())
        return code;
    complain({.kind = ErrorKind::Internal,
              .message = QCoreApplication::translate("cli", "Standard output could not be written: %1.").arg(QString::fromLocal8Bit(std::strerror(errno))),
              .remedy = QCoreApplication::translate("cli", "What was printed is not complete; free some space, or write elsewhere.")});
    return code == 0 ? exitCode(ErrorKind::Internal) : code;
}

int complain(const Error &error)
{
    sayLine(u"tocsin: "_s + error.message);
    if (!error.remedy.isEmpty())
        sayLine(error.remedy);
    return exitCode(error.kind);
}

} // namespace tocsin::app
