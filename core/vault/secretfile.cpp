// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/secretfile.h"

#include "core/base/places.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tocsin::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMost = 64 * 1024;

QString say(const char *text)
{
    return QCoreApplication::translate("vault", text);
}

Answer refused(const QString &why)
{
    return {.trouble = Trouble::NotSafe, .detail = why};
}

Answer unreadable(const QString &name, int error)
{
    return refused(say(QT_TRANSLATE_NOOP("vault", "The secret file %1 cannot be read: %2.")).arg(name, QString::fromLocal8Bit(std::strerror(error))));
}

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] int get() const { return m_fd; }

private:
    const int m_fd;
};

// systemd shows a credential to the service's user by an access list, which makes the group's bits of the mode look wider
// than they are.
Answer readChecked(const QString &path, mode_t forbidden)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
    if (file.get() < 0) {
        if (errno == ELOOP)
            return refused(say(QT_TRANSLATE_NOOP("vault", "The secret file %1 is a symbolic link: somebody could point it elsewhere.")).arg(path));
        if (errno == ENOENT)
            return {.trouble = Trouble::Missing, .detail = say(QT_TRANSLATE_NOOP("vault", "There is no secret file %1.")).arg(path)};
        return unreadable(path, errno);
    }
    // Of what is open, not of what the name means now.
    struct stat facts = {};
    if (::fstat(file.get(), &facts) != 0)
        return unreadable(path, errno);
    if (!S_ISREG(facts.st_mode))
        return refused(say(QT_TRANSLATE_NOOP("vault", "The secret file %1 is no plain file.")).arg(path));
    if (facts.st_uid != ::geteuid() && facts.st_uid != 0)
        return refused(say(QT_TRANSLATE_NOOP("vault", "The secret file %1 belongs to somebody else.")).arg(path));
    if ((facts.st_mode & forbidden) != 0)
        return refused(say(QT_TRANSLATE_NOOP("vault", "Others may read or change the secret file %1; run: chmod 600 %1")).arg(path));
    return readSecret(file.get(), path);
}

} // namespace

Answer readSecret(int descriptor, const QString &name)
{
    SecretBytes bytes(kMost + 1);
    size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return unreadable(name, errno);
        if (got == 0)
            break;
        filled += static_cast<size_t>(got);
    }
    if (filled > kMost)
        return refused(say(QT_TRANSLATE_NOOP("vault", "%1 is longer than 64 kB: this is no secret.")).arg(name));
    while (filled > 0 && (bytes.data()[filled - 1] == '\n' || bytes.data()[filled - 1] == '\r'))
        --filled;
    return {.secret = SecretBytes(std::string_view(bytes.data(), filled))};
}

Answer readSecretFile(const QString &path)
{
    static const QRegularExpression handed(u"\\A/(?:dev/stdin|(?:dev|proc/self)/fd/[0-9]{1,6})\\z"_s);
    if (!handed.match(path).hasMatch())
        return readChecked(path, 07177);
    // Handed over by whoever started us, so nobody can have put it there; a file among them is looked at as any other.
    const Descriptor pipe(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    struct stat facts = {};
    if (pipe.get() < 0 || ::fstat(pipe.get(), &facts) != 0)
        return unreadable(path, errno);
    if (S_ISREG(facts.st_mode) && ((facts.st_uid != ::geteuid() && facts.st_uid != 0) || (facts.st_mode & 077) != 0))
        return refused(say(QT_TRANSLATE_NOOP("vault", "Others may read or change the secret file %1.")).arg(path));
    return readSecret(pipe.get(), path);
}

void CredentialsPlace::probe(Answered done)
{
    done({.trouble = m_folder.isEmpty() ? Trouble::Absent : Trouble::None});
}

void CredentialsPlace::read(const QString &account, Answered done)
{
    if (m_folder.isEmpty() || !isPlainName(account))
        return done({.trouble = Trouble::Absent});
    Answer answer = readChecked(m_folder + u'/' + account, 07137);
    if (answer.trouble == Trouble::Missing)
        answer = {.trouble = Trouble::Absent};
    done(std::move(answer));
}

void CredentialsPlace::write(const QString &, const SecretBytes &, Answered done)
{
    done({.trouble = Trouble::CannotWrite, .detail = say(QT_TRANSLATE_NOOP("vault", "the credentials of a service come from its unit file."))});
}

void CredentialsPlace::remove(const QString &, Answered done)
{
    done({}); // it is the unit file's
}

void SessionPlace::probe(Answered done)
{
    done({});
}

void SessionPlace::read(const QString &account, Answered done)
{
    const auto it = m_secrets.find(account);
    done(it == m_secrets.end() ? Answer{.trouble = Trouble::Missing} : Answer{.secret = it->second});
}

void SessionPlace::write(const QString &account, const SecretBytes &secret, Answered done)
{
    m_secrets[account] = secret;
    done({});
}

void SessionPlace::remove(const QString &account, Answered done)
{
    m_secrets.erase(account);
    done({});
}

} // namespace tocsin::vault
