// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig/keyring.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtEndian>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tocsin::rig {

namespace {

constexpr int kLimitMs = 20'000;
constexpr int kUnavailable = 77;
const QByteArray kPassword = "keyring-password";

} // namespace

Keyring::~Keyring()
{
    thaw();
    for (QProcess *process : {&m_daemon, &m_bus}) {
        process->terminate();
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(3'000)) {
            process->kill();
            process->waitForFinished(3'000);
        }
    }
}

QProcessEnvironment Keyring::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString base = m_folder.path();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    environment.insert(u"HOME"_s, base);
    environment.insert(u"XDG_RUNTIME_DIR"_s, base + u"/run"_s);
    environment.insert(u"XDG_DATA_HOME"_s, base + u"/data"_s);
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"XDG_CURRENT_DESKTOP"_s, u"KDE_FULL_SESSION"_s, u"DESKTOP_SESSION"_s, u"GNOME_KEYRING_CONTROL"_s})
        environment.remove(name);
    return environment;
}

QProcessEnvironment Keyring::withoutBus() const
{
    QProcessEnvironment without = environment();
    without.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + m_folder.path() + u"/no-bus"_s);
    return without;
}

void Keyring::useHere() const
{
    const QProcessEnvironment all = environment();
    for (const QString &name : {u"DBUS_SESSION_BUS_ADDRESS"_s, u"HOME"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_DATA_HOME"_s})
        qputenv(qPrintable(name), all.value(name).toLocal8Bit());
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "KDE_FULL_SESSION", "DESKTOP_SESSION"})
        qunsetenv(name);
}

bool Keyring::up()
{
    const QDir folder(m_folder.path());
    folder.mkdir(u"run"_s);
    folder.mkdir(u"data"_s);
    QFile::setPermissions(folder.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_bus.setProcessEnvironment(environment());
    m_bus.setReadChannel(QProcess::StandardOutput);
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    if (!m_bus.waitForReadyRead(kLimitMs)) {
        m_why = u"dbus-daemon: "_s + m_bus.errorString();
        return false;
    }
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    m_daemon.setProcessEnvironment(environment());
    m_daemon.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    if (!m_daemon.waitForStarted(kLimitMs)) {
        m_why = u"gnome-keyring-daemon: "_s + m_daemon.errorString();
        return false;
    }
    m_daemon.write(kPassword);
    m_daemon.waitForBytesWritten(kLimitMs); // no event loop runs here that would
    m_daemon.closeWriteChannel();
    run(u"gdbus"_s, {u"wait"_s, u"--session"_s, u"--timeout"_s, u"15"_s, u"org.freedesktop.secrets"_s});
    if (m_code != 0)
        return false;
    run(u"secret-tool"_s, {u"store"_s, u"--label=rig"_s, u"rig"_s, u"ready"_s}, "yes");
    return m_code == 0;
}

bool Keyring::lock()
{
    run(u"gdbus"_s, {u"call"_s, u"--session"_s, u"-d"_s, u"org.freedesktop.secrets"_s, u"-o"_s, u"/org/freedesktop/secrets"_s, u"-m"_s,
                     u"org.freedesktop.Secret.Service.Lock"_s, u"[objectpath '/org/freedesktop/secrets/collection/login']"_s});
    return m_code == 0;
}

// As PAM does it at sign-in, through the daemon's control socket: a byte that carries who we are, then length, operation
// (1 = unlock) and the password with its length; the answer is length and result (0 = done).
bool Keyring::unlock()
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(m_folder.path() + u"/run/keyring/control"_s);
    qstrncpy(where.sun_path, path.constData(), sizeof where.sun_path);
    QByteArray request(13, '\0');
    qToBigEndian(static_cast<quint32>(12 + kPassword.size()), request.data() + 1);
    qToBigEndian(quint32{1}, request.data() + 5);
    qToBigEndian(static_cast<quint32>(kPassword.size()), request.data() + 9);
    request += kPassword;
    QByteArray answer(8, '\0');
    const bool done = ::connect(fd, reinterpret_cast<const sockaddr *>(&where), sizeof where) == 0
        && ::send(fd, request.constData(), 1, MSG_NOSIGNAL) == 1
        && ::send(fd, request.constData() + 1, static_cast<size_t>(request.size() - 1), MSG_NOSIGNAL) == request.size() - 1
        && ::recv(fd, answer.data(), 8, MSG_WAITALL) == 8 && qFromBigEndian<quint32>(answer.constData() + 4) == 0;
    ::close(fd);
    if (!done)
        m_why = u"the keyring does not take its password"_s;
    return done;
}

int Keyring::prompts()
{
    m_bus.waitForReadyRead(100);
    for (const QByteArray &line : m_bus.readAllStandardError().split('\n'))
        m_prompts += line.contains("Activating service name='org.gnome.keyring.SystemPrompter'") ? 1 : 0;
    return m_prompts;
}

void Keyring::freeze()
{
    ::kill(static_cast<pid_t>(m_daemon.processId()), SIGSTOP);
}

void Keyring::thaw()
{
    if (m_daemon.state() != QProcess::NotRunning)
        ::kill(static_cast<pid_t>(m_daemon.processId()), SIGCONT);
}

QByteArray Keyring::lookup(const QString &key)
{
    return run(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"tocsin"_s, u"user"_s, key});
}

bool Keyring::clear(const QString &key)
{
    run(u"secret-tool"_s, {u"clear"_s, u"server"_s, u"tocsin"_s, u"user"_s, key});
    return m_code == 0;
}

bool Keyring::put(const QString &key, const QByteArray &base64)
{
    if (!clear(key))
        return false;
    run(u"secret-tool"_s, {u"store"_s, u"--label=rig"_s, u"server"_s, u"tocsin"_s, u"user"_s, key, u"type"_s, u"base64"_s, u"xdg:schema"_s, u"org.qt.keychain"_s}, base64);
    return m_code == 0;
}

QStringList Keyring::keys()
{
    const QString text = QString::fromUtf8(run(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, u"tocsin"_s}));
    static const QRegularExpression line(u"attribute\\.user = (\\S+)"_s);
    QStringList keys;
    for (const QRegularExpressionMatch &match : line.globalMatch(text))
        keys << match.captured(1);
    keys.sort();
    return keys;
}

QByteArray Keyring::run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(kLimitMs);
    m_code = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    QByteArray output = process.readAll();
    if (m_code != 0)
        m_why = program + u": "_s + (output.isEmpty() ? process.errorString() : QString::fromUtf8(output).trimmed());
    return output;
}

int keyringIsMissing(const QString &why)
{
    const bool required = qgetenv("REQUIRE_REAL_PARTS") == "1";
    std::fprintf(stderr, "%s: no keyring can be had: %s\n", required ? "FAILED" : "SKIPPED", qPrintable(why));
    return required ? 1 : kUnavailable;
}

} // namespace tocsin::rig
