// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig/desktop.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tocsin::rig {

namespace {

constexpr int kLimitMs = 20'000;
constexpr int kLookMs = 20;
constexpr int kUnavailable = 77;
constexpr int kRate = 44'100; // of what the ear writes down

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

void signal(const std::unique_ptr<QProcess> &process, int number)
{
    if (process && process->state() != QProcess::NotRunning)
        ::kill(static_cast<pid_t>(process->processId()), number);
}

} // namespace

Desktop::~Desktop()
{
    for (std::unique_ptr<QProcess> *process : {&m_recorder, &m_pulse, &m_dunst, &m_logind, &m_trayer, &m_indicators, &m_manager, &m_screen, &m_bus})
        end(*process);
}

void Desktop::end(std::unique_ptr<QProcess> &process, bool kill)
{
    if (!process)
        return;
    signal(process, SIGCONT);
    if (kill)
        process->kill();
    else
        process->terminate();
    if (process->state() != QProcess::NotRunning && !process->waitForFinished(3'000)) {
        process->kill();
        process->waitForFinished(3'000);
    }
    process.reset();
}

bool Desktop::fail(const QString &why)
{
    m_why = why;
    return false;
}

std::unique_ptr<QProcess> Desktop::start(const QString &program, const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(program, arguments);
    if (process->waitForStarted(kLimitMs))
        return process;
    m_why = program + u": "_s + process->errorString();
    return nullptr;
}

QByteArray Desktop::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(kLimitMs);
    m_code = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return process.readAllStandardOutput();
}

bool Desktop::waitForName(const QString &name)
{
    run(u"gdbus"_s, {u"wait"_s, u"--session"_s, u"--timeout"_s, u"15"_s, name});
    return m_code == 0 || fail(name + u" does not come to the bus"_s);
}

bool Desktop::up()
{
    const QDir folder(m_folder.path());
    for (const QString &name : {u"run"_s, u"home"_s, u"config"_s})
        folder.mkdir(name);
    QFile::setPermissions(folder.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString config = folder.filePath(u"bus.conf"_s);
    write(config, "<busconfig><type>session</type><listen>unix:dir=" + folder.filePath(u"run"_s).toUtf8()
              + "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                "<allow own=\"*\"/></policy></busconfig>");
    m_bus = start(u"dbus-daemon"_s, {u"--config-file="_s + config, u"--nofork"_s, u"--print-address=1"_s});
    if (!m_bus || !m_bus->waitForReadyRead(kLimitMs))
        return fail(m_why.isEmpty() ? u"dbus-daemon says nothing"_s : m_why);
    const QString address = QString::fromUtf8(m_bus->readLine()).trimmed();
    const std::pair<const char *, QString> variables[] = {{"DBUS_SESSION_BUS_ADDRESS", address},
                                                          {"DBUS_SYSTEM_BUS_ADDRESS", address},
                                                          {"XDG_RUNTIME_DIR", folder.filePath(u"run"_s)},
                                                          {"XDG_CONFIG_HOME", folder.filePath(u"config"_s)},
                                                          {"PULSE_RUNTIME_PATH", folder.filePath(u"run/pulse"_s)},
                                                          {"HOME", folder.filePath(u"home"_s)}};
    for (const auto &[name, value] : variables) {
        m_environment.insert(QString::fromLatin1(name), value);
        qputenv(name, value.toLocal8Bit());
    }
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "PULSE_SERVER", "CANBERRA_DRIVER"}) {
        m_environment.remove(QString::fromLatin1(name));
        qunsetenv(name);
    }
    return true;
}

bool Desktop::startScreen()
{
    if (m_screen)
        return true;
    m_screen = start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1600x1000x24"_s, u"-nolisten"_s, u"tcp"_s});
    if (!m_screen || !m_screen->waitForReadyRead(kLimitMs))
        return fail(m_why.isEmpty() ? u"Xvfb says nothing"_s : m_why);
    m_environment.insert(u"DISPLAY"_s, u":"_s + QString::fromUtf8(m_screen->readLine()).trimmed());
    return true;
}

bool Desktop::startNotifications()
{
    if (!startScreen())
        return false;
    const QString config = m_folder.filePath(u"dunstrc"_s);
    write(config, "[global]\nmarkup = full\nmouse_left_click = do_action\nstack_duplicates = false\nhistory_length = 50\nformat = \"%s\\n%b\"\n");
    m_dunst = start(u"dunst"_s, {u"-conf"_s, config});
    return m_dunst && waitForName(u"org.freedesktop.Notifications"_s);
}

void Desktop::stopNotifications()
{
    end(m_dunst, true);
}

void Desktop::freezeNotifications(bool frozen)
{
    signal(m_dunst, frozen ? SIGSTOP : SIGCONT);
}

int Desktop::displayed()
{
    const QByteArray answer = run(u"dunstctl"_s, {u"count"_s, u"displayed"_s}).trimmed();
    return m_code == 0 ? answer.toInt() : -1;
}

QString Desktop::newestClosed()
{
    const QJsonDocument history = QJsonDocument::fromJson(run(u"dunstctl"_s, {u"history"_s}));
    const QJsonArray list = history[u"data"_s].toArray().at(0).toArray();
    if (list.isEmpty())
        return {};
    const auto text = [newest = list.first().toObject()](const QString &key) { return newest[key].toObject()[u"data"_s].toString(); };
    return text(u"summary"_s) + u'|' + text(u"body"_s);
}

void Desktop::pressNewest()
{
    run(u"dunstctl"_s, {u"action"_s, u"0"_s});
}

bool Desktop::useScreen()
{
    if (!startScreen())
        return false;
    qputenv("DISPLAY", m_environment.value(u"DISPLAY"_s).toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "xcb");
    if (!m_manager)
        m_manager = start(u"openbox"_s, {u"--sm-disable"_s});
    return m_manager != nullptr;
}

bool Desktop::startTray()
{
    if (useScreen())
        m_trayer = start(u"trayer"_s, {u"--edge"_s, u"bottom"_s, u"--align"_s, u"right"_s, u"--widthtype"_s, u"pixel"_s, u"--width"_s, u"200"_s, u"--height"_s, u"24"_s});
    return m_trayer != nullptr;
}

bool Desktop::startIndicators()
{
    if (useScreen())
        m_indicators = start(u"/usr/libexec/ayatana-indicator-application/ayatana-indicator-application-service"_s, {});
    return m_indicators && waitForName(u"org.kde.StatusNotifierWatcher"_s);
}

void Desktop::stopTray()
{
    end(m_trayer);
}

void Desktop::click(int x, int y, int button)
{
    run(u"xdotool"_s, {u"mousemove"_s, QString::number(x), QString::number(y), u"click"_s, QString::number(button)});
}

bool Desktop::startLogind()
{
    m_logind = start(u"/usr/bin/python3"_s, {u"-m"_s, u"dbusmock"_s, u"--system"_s, u"--template"_s, u"logind"_s});
    return m_logind && waitForName(u"org.freedesktop.login1"_s);
}

void Desktop::stopLogind()
{
    end(m_logind);
}

QStringList Desktop::inhibitors()
{
    const QString answer = QString::fromUtf8(run(u"gdbus"_s, {u"call"_s, u"--session"_s, u"-d"_s, u"org.freedesktop.login1"_s, u"-o"_s, u"/org/freedesktop/login1"_s, u"-m"_s,
                                                             u"org.freedesktop.login1.Manager.ListInhibitors"_s}));
    static const QRegularExpression one(u"\\('([^']*)', '([^']*)', '([^']*)', '([^']*)', "_s);
    QStringList list;
    for (const QRegularExpressionMatch &match : one.globalMatch(answer))
        list << match.captured(1) + u'|' + match.captured(2) + u'|' + match.captured(3) + u'|' + match.captured(4);
    return list;
}

void Desktop::prepareForSleep(bool going)
{
    run(u"gdbus"_s, {u"call"_s, u"--session"_s, u"-d"_s, u"org.freedesktop.login1"_s, u"-o"_s, u"/org/freedesktop/login1"_s, u"-m"_s,
                     u"org.freedesktop.DBus.Mock.EmitSignal"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, u"b"_s,
                     going ? u"[<true>]"_s : u"[<false>]"_s});
}

bool Desktop::startSound()
{
    m_pulse = start(u"pulseaudio"_s, {u"-n"_s, u"--daemonize=no"_s, u"--exit-idle-time=-1"_s, u"--use-pid-file=no"_s, u"--load=module-native-protocol-unix"_s,
                                      u"--load=module-null-sink sink_name=ear rate=44100 channels=1"_s});
    if (!m_pulse)
        return false;
    QElapsedTimer clock;
    clock.start();
    do {
        run(u"pactl"_s, {u"info"_s});
        QThread::msleep(kLookMs);
    } while (m_code != 0 && clock.elapsed() < kLimitMs);
    if (m_code != 0)
        return fail(u"pulseaudio does not answer"_s);
    QFile::remove(m_folder.filePath(u"heard"_s));
    m_heard = 0;
    m_recorder = start(u"parec"_s, {u"--device=ear.monitor"_s, u"--format=s16le"_s, u"--rate=44100"_s, u"--channels=1"_s, u"--latency-msec=20"_s, m_folder.filePath(u"heard"_s)});
    return m_recorder != nullptr;
}

void Desktop::stopSound()
{
    end(m_recorder);
    end(m_pulse, true);
}

void Desktop::freezeSound(bool frozen)
{
    signal(m_pulse, frozen ? SIGSTOP : SIGCONT);
}

int Desktop::loudest() const
{
    QFile file(m_folder.filePath(u"heard"_s));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(m_heard))
        return -1;
    const QByteArray heard = file.readAll();
    int loudest = heard.size() < 2 ? -1 : 0;
    for (qsizetype i = 0; i + 1 < heard.size(); i += 2) {
        qint16 sample = 0;
        std::memcpy(&sample, heard.constData() + i, 2);
        loudest = std::max(loudest, std::abs(int{sample}));
    }
    return loudest;
}

void Desktop::forget()
{
    m_heard = QFileInfo(m_folder.filePath(u"heard"_s)).size() / 2 * 2;
}

double Desktop::heardSeconds() const
{
    return static_cast<double>(QFileInfo(m_folder.filePath(u"heard"_s)).size() - m_heard) / 2 / kRate;
}

void Desktop::turnDown(bool muted, int percent)
{
    run(u"pactl"_s, {u"set-sink-mute"_s, u"ear"_s, muted ? u"1"_s : u"0"_s});
    run(u"pactl"_s, {u"set-sink-volume"_s, u"ear"_s, u"%1%"_s.arg(percent)});
}

int desktopIsMissing(const QString &why)
{
    const bool required = qgetenv("REQUIRE_REAL_PARTS") == "1";
    std::fprintf(stderr, "%s: no desktop can be had: %s\n", required ? "FAILED" : "SKIPPED", qPrintable(why));
    return required ? 1 : kUnavailable;
}

} // namespace tocsin::rig
