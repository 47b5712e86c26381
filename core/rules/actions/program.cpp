// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/actions/action.h"
#include "core/rules/actions/childprogram.h"

#include <QCoreApplication>
#include <QProcess>

#include <algorithm>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostValue = 8'192; // bytes of one variable
constexpr qsizetype kMostHeaders = 100;

QString say(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

// A value as a variable may hold it.
QString variable(std::string_view bytes)
{
    QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(std::min(bytes.size(), kMostValue)));
    text.replace(QChar(0), u' ');
    return text;
}

QString headerName(const std::string &name)
{
    QString word = QString::fromUtf8(name.data(), static_cast<qsizetype>(std::min<size_t>(name.size(), 100))).toUpper();
    for (QChar &c : word) {
        if (!((c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')))
            c = u'_';
    }
    return u"TOCSIN_HEADER_"_s + word;
}

ActionResult wordsFor(const ChildEnd &end, std::chrono::milliseconds limit)
{
    ActionResult result{.output = outputText(end.output, end.wasCut)};
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit).count();
    switch (end.why) {
    case ChildEnd::Why::Exited:
        result.worked = end.status == 0;
        result.result = say(QT_TRANSLATE_NOOP("rules", "exit status %1")).arg(end.status);
        break;
    case ChildEnd::Why::Crashed:
        result.result = say(QT_TRANSLATE_NOOP("rules", "ended by a signal"));
        break;
    case ChildEnd::Why::NotStarted:
        result.result = say(QT_TRANSLATE_NOOP("rules", "could not be started: %1")).arg(end.trouble);
        break;
    case ChildEnd::Why::TooLong:
        result.result = say(QT_TRANSLATE_NOOP("rules", "ran longer than %1 s and was ended")).arg(seconds);
        break;
    case ChildEnd::Why::TooMuch:
        result.result = say(QT_TRANSLATE_NOOP("rules", "wrote more than 16 MB and was ended"));
        break;
    case ChildEnd::Why::Interrupted:
        result.result = say(QT_TRANSLATE_NOOP("rules", "ended since Tocsin ended"));
        break;
    }
    return result;
}

} // namespace

ActionResult runProgram(const ActionWork &work, const ActionHelp &help, std::stop_token stop)
{
    QStringList words = QProcess::splitCommand(work.action.text(u"command"_s));
    if (words.isEmpty())
        return {.result = say(QT_TRANSLATE_NOOP("rules", "there is no command"))};
    ChildProgram program{.file = words.takeFirst(), .arguments = words, .environment = environmentForChildren(), .limit = limitOf(work.action)};
    const Alert &alert = *work.alert;
    QProcessEnvironment &environment = program.environment;
    environment.insert(u"TOCSIN_TOPIC"_s, variable(alert.topic));
    environment.insert(u"TOCSIN_STREAM"_s, variable(alert.stream));
    environment.insert(u"TOCSIN_EVENT"_s, variable(alert.event));
    environment.insert(u"TOCSIN_ROW"_s, QString::number(alert.row));
    environment.insert(u"TOCSIN_RULE"_s, work.run.rule);
    environment.insert(u"TOCSIN_FACT"_s, work.run.fact);
    environment.insert(u"TOCSIN_RETRACTION"_s, work.run.retraction ? u"1"_s : u"0"_s);
    environment.insert(u"TOCSIN_HISTORY"_s, work.run.history ? u"1"_s : u"0"_s);
    const Result<archive::StoredPacket> packet = packetOf(work, help);
    if (packet) {
        environment.insert(u"TOCSIN_KEY"_s, variable(packet.value().key));
        qsizetype count = 0;
        for (const auto &[name, value] : packet.value().headers) {
            if (++count <= kMostHeaders)
                environment.insert(headerName(name), variable(value));
        }
    }
    const QString input = work.action.text(u"input"_s);
    if (input == u"packet") {
        if (!packet)
            return {.result = say(QT_TRANSLATE_NOOP("rules", "the packet cannot be read: %1")).arg(packet.error().message)};
        program.input = QByteArray::fromStdString(packet.value().value);
    } else if (input == u"json") {
        program.input = jsonOf(alert) + '\n';
    }
    return wordsFor(runChild(program, stop), program.limit);
}

ActionResult sendMail(const ActionWork &work, std::stop_token stop)
{
    const Action &action = work.action;
    // Encoded words and base64 throughout: nothing of the alert can begin a header of its own, or a line with a dot.
    const auto encoded = [](const QString &given) {
        const QString text = given.simplified().left(200);
        QByteArrayList words;
        for (qsizetype at = 0; at < text.size(); at += 15) // a word has 75 bytes at the most
            words << "=?UTF-8?B?" + text.mid(at, 15).toUtf8().toBase64() + "?=";
        return words.join("\n ");
    };
    const QString title = work.rule->title();
    const QString subject = action.text(u"subject"_s).isEmpty() ? (work.run.retraction ? say(QT_TRANSLATE_NOOP("rules", "Retraction")) + u": "_s : QString()) + work.run.fact + u" ("_s + title + u')'
                                                         : messageOf(work, u"subject"_s);
    QString body = messageOf(work);
    if (action.text(u"text"_s).isEmpty()) {
        const QString page = pageOf(*work.alert);
        body = say(QT_TRANSLATE_NOOP("rules", "%1\n%2\n\nRule: %3\nStream: %4, topic: %5, row: %6"))
                   .arg(work.run.fact, page, title, QString::fromStdString(work.alert->stream), QString::fromStdString(work.alert->topic), QString::number(work.alert->row));
    }
    QByteArray mail; // with the line ends of the system, as such mailers take it
    if (const QString from = action.text(u"from"_s); !from.isEmpty())
        mail += "From: " + from.toLatin1() + '\n';
    mail += "To: " + action.value(u"to"_s).toStringList().join(u", "_s).toLatin1() + '\n';
    mail += "Subject: " + encoded(subject) + '\n';
    mail += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\nAuto-Submitted: auto-generated\nX-Tocsin-Rule: " + work.run.rule.toLatin1() + "\n\n";
    const QByteArray text = body.toUtf8().toBase64();
    for (qsizetype at = 0; at < text.size(); at += 76)
        mail += text.mid(at, 76) + '\n';
    const ChildProgram program{.file = action.text(u"sendmail"_s), .arguments = {u"-i"_s, u"-t"_s}, .input = mail, .environment = environmentForChildren(), .limit = limitOf(action)};
    return wordsFor(runChild(program, stop), program.limit);
}

} // namespace tocsin::rules
