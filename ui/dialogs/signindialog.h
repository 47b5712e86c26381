// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokens/deviceflow.h"
#include "core/tokens/signinflow.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin::ui {

class MessagePanel;

// A sign-in in the system's browser: says what will be asked for before anything opens, waits with the link and the time that
// is left, takes the address from the browser where that cannot come back by itself, or shows a code for another machine.
// Cancel ends it at once. Deletes itself; main thread.
class SignInDialog final : public QDialog
{
    Q_OBJECT
public:
    SignInDialog(tokens::SignInWish wish, QWidget *parent);
    ~SignInDialog() override;

Q_SIGNALS:
    void signedIn(const tocsin::tokens::SignedIn &who);

private:
    void begin(bool withCode);
    void handleAsked(const QStringList &scopes, const QUrl &link);
    void handleCode(const QStringList &scopes, const tokens::DeviceCode &code);
    void handleFinished(const Result<tokens::SignedIn> &result);
    void openBrowser();
    void paste();
    void showTime();
    void showScopes(const QStringList &scopes);
    enum class Face { Asking, Ready, Waiting, Code, Fetching, Failed };
    void show_(Face face);

    const tokens::SignInWish m_wish;
    std::unique_ptr<tokens::SignInFlow> m_flow; // one of the two while somebody signs in
    std::unique_ptr<tokens::DeviceFlow> m_device;
    QTimer m_clock;
    QUrl m_link;

    QLabel *m_what;
    QLabel *m_scopes;
    QLabel *m_code;
    QLineEdit *m_address; // the link, to be copied
    QPushButton *m_copy;
    QLabel *m_pasteLabel;
    QLineEdit *m_paste;
    QLabel *m_time;
    MessagePanel *m_message;
    QPushButton *m_other; // with a code, or in the browser after all
    QPushButton *m_cancel;
    QPushButton *m_open;
};

} // namespace tocsin::ui
