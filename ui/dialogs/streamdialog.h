// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/dialogs/brokerquestion.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace tocsin::archive {
class Archive;
}

namespace tocsin::vault {
class Vault;
}

namespace tocsin::ui {

class AccountEditor;
class ConnectionPanel;
class ElidedLabel;
class FieldNote;
class MessagePanel;
class OptionForm;
class TopicBrowser;

// Where a stream's account is chosen from; without a vault its name is typed.
struct StreamAccounts {
    vault::Vault *vault = nullptr;
    QString file; // the vault file
};

// Adds a stream or changes one. Its form is made from the option table of the stream type; beside it how far its
// connection comes, and the topics that the broker has. Does nothing itself: what was filled in goes to `submit`, whose refusal is shown in the dialog.
class StreamDialog final : public QDialog
{
    Q_OBJECT
public:
    using Submit = std::function<Outcome(const streams::StreamConfig &)>;

    // Adding: an empty uuid. `taken` are the names of the other streams. `archive`: where packets to try a mapping on are; it
    // outlives the dialog, null: nowhere. The vault of `accounts` does, too.
    StreamDialog(const streams::StreamConfig &config, const QStringList &taken, Submit submit, QWidget *parent, archive::Archive *archive = nullptr, StreamAccounts accounts = {});

    void chooseType(const QString &id); // while adding
    // Begins at this option (a password that is asked for) instead of the name.
    void focusOn(const QString &key);
    // Where the secret of an account comes from while the connection is tried; without, the person is asked.
    void setSignIn(services::SignIn signIn) { m_signIn = std::move(signIn); }
    // What is filled in just now.
    [[nodiscard]] streams::StreamConfig config() const;
    // A name for a stream that reads from these servers, not among `taken`.
    [[nodiscard]] static QString suggestName(const QStringList &servers, const QString &typeId, const QStringList &taken);
    // Empty when `name` may be a stream's name.
    [[nodiscard]] static QString nameProblem(const QString &name, const QStringList &taken);

protected:
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildTypes();
    void showType(const streams::StreamType &type);
    void handleChanged();
    void handleTested();
    [[nodiscard]] BrokerQuestion question();
    void showAccounts();
    void addAccount(bool withTyped);
    void handleTicked(const QString &topic, bool on);
    void editMapping(const QString &mapping, const std::function<void(const QString &)> &done);
    void showNameProblem();
    void trySubmit();
    [[nodiscard]] bool isAdding() const { return m_before.uuid.isEmpty(); }

    const streams::StreamConfig m_before;
    const QStringList m_taken;
    const Submit m_submit;
    archive::Archive *const m_archive;
    const StreamAccounts m_accounts;
    services::SignIn m_signIn;
    const streams::StreamType *m_type = nullptr;
    bool m_nameTouched = false;
    bool m_complainAboutName = false;
    QStringList m_askedOf; // servers and account that the list of topics belongs to
    QStringList m_tested; // what the connection was tested with

    ElidedLabel *m_subtitle;
    QListWidget *m_types;
    QScrollArea *m_scroll;
    QLineEdit *m_name = nullptr;
    FieldNote *m_nameNote = nullptr;
    OptionForm *m_form = nullptr;
    AccountEditor *m_account = nullptr; // null: the type has none, or there is no vault
    QPushButton *m_keep = nullptr; // keeps the typed password in the vault
    QCheckBox *m_autostart;
    QCheckBox *m_enabled;
    ConnectionPanel *m_connection;
    TopicBrowser *m_topics;
    MessagePanel *m_refusal;
    QPushButton *m_fix; // goes to the option that the failed rung is about
    QPushButton *m_copyReport;
    QPushButton *m_cancel;
    QPushButton *m_submitButton;
    QPushButton *m_more; // its menu adds anyway
};

} // namespace tocsin::ui
