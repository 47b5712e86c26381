// SPDX-License-Identifier: GPL-3.0-or-later
// Places of secrets that are files: the person's own, a service's credentials, the vault file under a passphrase.
#include "core/vault/encryptedfileplace.h"
#include "core/vault/secretfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::vault;

namespace {

// The file places answer at once.
Answer wait(const std::function<void(Answered)> &question)
{
    Answer got{.trouble = Trouble::Frozen};
    question([&](Answer answer) { got = std::move(answer); });
    return got;
}

Answer readFrom(SecretPlace &place, const QString &name)
{
    return wait([&](Answered done) { place.read(name, std::move(done)); });
}

Answer writeTo(SecretPlace &place, const QString &name, std::string_view secret)
{
    return wait([&](Answered done) { place.write(name, SecretBytes(secret), std::move(done)); });
}

} // namespace

class TestSecretFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void oneFileOneSecret()
    {
        QCOMPARE(readSecretFile(file(u"a"_s, "hunter2 \r\n\n", 0600)).secret.view(), std::string_view("hunter2 "));
        QCOMPARE(readSecretFile(file(u"b"_s, "two\nlines\n", 0400)).secret.view(), std::string_view("two\nlines"));
        QCOMPARE(readSecretFile(m_folder->path() + u"/none"_s).trouble, Trouble::Missing);
    }

    void filesOfOthersAreRefused()
    {
        for (const int mode : {0640, 0604, 0620, 0602, 0610, 04600, 0700}) {
            const Answer answer = readSecretFile(file(u"open"_s, "hunter2", static_cast<mode_t>(mode)));
            QVERIFY2(answer.trouble == Trouble::NotSafe, qPrintable(QString::number(mode, 8)));
            QVERIFY(answer.secret.isEmpty() && answer.detail.contains(u"chmod 600"_s));
        }
        const QString real = file(u"real"_s, "hunter2", 0600);
        QVERIFY(QFile::link(real, m_folder->path() + u"/link"_s));
        QCOMPARE(readSecretFile(m_folder->path() + u"/link"_s).trouble, Trouble::NotSafe);
        QCOMPARE(readSecretFile(m_folder->path()).trouble, Trouble::NotSafe);
        QCOMPARE(readSecretFile(u"/dev/zero"_s).trouble, Trouble::NotSafe);
        const QString pipe = m_folder->path() + u"/pipe"_s;
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(readSecretFile(pipe).trouble, Trouble::NotSafe); // and does not wait for a writer
        QCOMPARE(readSecretFile(file(u"long"_s, QByteArray(70'000, 'x'), 0600)).trouble, Trouble::NotSafe);
        if (geteuid() == 0) {
            const QString foreign = file(u"foreign"_s, "hunter2", 0600);
            QCOMPARE(chown(QFile::encodeName(foreign).constData(), 12345, 12345), 0);
            QCOMPARE(readSecretFile(foreign).trouble, Trouble::NotSafe);
        }
    }

    void pipesOfTheShellAreRead()
    {
        int ends[2] = {};
        QCOMPARE(pipe(ends), 0);
        QCOMPARE(::write(ends[1], "hunter2\n", 8), 8);
        close(ends[1]);
        QCOMPARE(readSecretFile(u"/dev/fd/%1"_s.arg(ends[0])).secret.view(), std::string_view("hunter2"));
        close(ends[0]);
        QVERIFY(readSecretFile(u"/dev/fd/999"_s).secret.isEmpty());
    }

    void credentialsOfAService()
    {
        file(u"hop"_s, "hunter2\n", 0440); // as systemd's access list shows it
        file(u"open"_s, "hunter2\n", 0644);
        CredentialsPlace place(m_folder->path());
        QCOMPARE(readFrom(place, u"hop"_s).secret.view(), std::string_view("hunter2"));
        QCOMPARE(readFrom(place, u"open"_s).trouble, Trouble::NotSafe);
        QCOMPARE(readFrom(place, u"none"_s).trouble, Trouble::Absent);
        QCOMPARE(readFrom(place, u"../x"_s).trouble, Trouble::Absent);
        QCOMPARE(writeTo(place, u"hop"_s, "x").trouble, Trouble::CannotWrite);
        CredentialsPlace nowhere{QString()};
        QCOMPARE(readFrom(nowhere, u"hop"_s).trouble, Trouble::Absent);
    }

    void vaultFileKeepsItsSecrets()
    {
        const std::string longOne(300'000, 'x');
        {
            EncryptedFilePlace place(vaultFile(), SealedFile::kCheap);
            QCOMPARE(readFrom(place, u"a"_s).trouble, Trouble::Locked); // nobody gave a passphrase
            QCOMPARE(writeTo(place, u"a"_s, "hunter2-canary").trouble, Trouble::Locked);
            QVERIFY(!QFile::exists(vaultFile()));
            place.setPassphrase(SecretBytes("correct horse"));
            QVERIFY(writeTo(place, u"a"_s, "hunter2-canary").ok());
            QVERIFY(writeTo(place, u"b"_s, longOne).ok());
            QCOMPARE(readFrom(place, u"a"_s).secret.view(), std::string_view("hunter2-canary"));
        }
        QCOMPARE(QFileInfo(vaultFile()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(!bytes().contains("canary") && !bytes().contains("horse") && !bytes().contains("xxxxxxxx"));
        EncryptedFilePlace again(vaultFile(), SealedFile::kCheap);
        again.setPassphrase(SecretBytes("wrong"));
        QCOMPARE(readFrom(again, u"a"_s).trouble, Trouble::WrongPassphrase);
        QCOMPARE(writeTo(again, u"c"_s, "x").trouble, Trouble::Locked); // and it is forgotten
        again.setPassphrase(SecretBytes("correct horse"));
        QCOMPARE(readFrom(again, u"b"_s).secret.view(), std::string_view(longOne));
        QCOMPARE(readFrom(again, u"none"_s).trouble, Trouble::Missing);
        QVERIFY(wait([&](Answered done) { again.remove(u"b"_s, std::move(done)); }).ok());
        QCOMPARE(readFrom(again, u"b"_s).trouble, Trouble::Missing);
    }

    // What another program wrote meanwhile stays, and a file made anew is opened with the passphrase that is known.
    void vaultFileIsShared()
    {
        EncryptedFilePlace one(vaultFile(), SealedFile::kCheap);
        EncryptedFilePlace two(vaultFile(), SealedFile::kCheap);
        one.setPassphrase(SecretBytes("p"));
        two.setPassphrase(SecretBytes("p"));
        QVERIFY(writeTo(one, u"a"_s, "1").ok());
        QVERIFY(writeTo(two, u"b"_s, "2").ok());
        QCOMPARE(readFrom(one, u"b"_s).secret.view(), std::string_view("2"));
        QVERIFY(QFile::remove(vaultFile()));
        QVERIFY(writeTo(two, u"c"_s, "3").ok());
        QCOMPARE(readFrom(one, u"c"_s).secret.view(), std::string_view("3"));
    }

    // Every byte of it: told as damage, never opened, never overwritten.
    void damageIsToldFromAWrongPassphrase()
    {
        EncryptedFilePlace place(vaultFile(), SealedFile::kCheap);
        place.setPassphrase(SecretBytes("p"));
        QVERIFY(writeTo(place, u"a"_s, "hunter2").ok());
        const QByteArray good = bytes();
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x41);
            write(bad);
            EncryptedFilePlace again(vaultFile(), SealedFile::kCheap);
            again.setPassphrase(SecretBytes("p"));
            QCOMPARE(readFrom(again, u"a"_s).trouble, Trouble::Damaged);
            QCOMPARE(writeTo(again, u"b"_s, "x").trouble, Trouble::Damaged);
            QCOMPARE(bytes(), bad);
        }
        for (qsizetype size = 0; size < good.size(); ++size) {
            write(good.left(size));
            EncryptedFilePlace again(vaultFile(), SealedFile::kCheap);
            again.setPassphrase(SecretBytes("p"));
            QCOMPARE(readFrom(again, u"a"_s).trouble, Trouble::Damaged);
        }
    }

    void everyTroubleHasItsWords()
    {
        QSet<QString> messages;
        for (const Trouble trouble : {Trouble::Locked, Trouble::Absent, Trouble::Denied, Trouble::Frozen, Trouble::Torn, Trouble::Missing, Trouble::WrongPassphrase,
                                      Trouble::Damaged, Trouble::NotSafe, Trouble::CannotWrite}) {
            const Error error = explain({.trouble = trouble, .detail = u"why"_s}, u"keychain"_s, u"hop"_s);
            QVERIFY(!error.message.isEmpty() && !error.remedy.isEmpty());
            QVERIFY(!error.message.contains(u'%') && !error.remedy.contains(u'%'));
            QCOMPARE(error.kind, ErrorKind::Keychain);
            messages.insert(error.message);
        }
        QCOMPARE(messages.size(), 10);
    }

private:
    QString file(const QString &name, const QByteArray &text, mode_t mode) const
    {
        const QString path = m_folder->path() + u'/' + name;
        QFile::remove(path);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            return {};
        out.close();
        ::chmod(QFile::encodeName(path).constData(), mode);
        return path;
    }
    [[nodiscard]] QString vaultFile() const { return m_folder->path() + u"/vault.bin"_s; }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile in(vaultFile());
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void write(const QByteArray &text) const
    {
        QFile out(vaultFile());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSecretFiles)
#include "tst_secretfiles.moc"
