// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/signindialog.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using tokens::DeviceCode;
using tokens::DeviceFlow;
using tokens::SignedIn;
using tokens::SignInFlow;

SignInDialog::SignInDialog(tokens::SignInWish wish, QWidget *parent)
    : QDialog(parent), m_wish(std::move(wish)), m_what(new QLabel(this)), m_scopes(new QLabel(this)), m_code(new QLabel(this)), m_address(new QLineEdit(this)),
      m_copy(new QPushButton(tr("Copy link"), this)), m_pasteLabel(new QLabel(tr("If the browser ends at a page that it cannot show, paste the address of that page:"), this)),
      m_paste(new QLineEdit(this)), m_time(new QLabel(this)), m_message(new MessagePanel(this)), m_other(new QPushButton(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_open(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign in in the browser"));
    setMinimumWidth(Theme::scaled(520));
    auto *heading = new QLabel(tr("Sign in at %1").arg(QUrl(m_wish.issuer).host()), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(Theme::font(Theme::Font::Heading));
    heading->setWordWrap(true);
    for (QLabel *label : {m_what, m_scopes, m_pasteLabel, m_time}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_scopes->setFont(Theme::font(Theme::Font::Mono));
    m_scopes->setAccessibleName(tr("Scopes"));
    m_code->setTextFormat(Qt::PlainText);
    m_code->setFont(Theme::font(Theme::Font::Page));
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setAccessibleName(tr("Code"));
    m_address->setReadOnly(true);
    m_address->setAccessibleName(tr("Link"));
    m_paste->setAccessibleName(tr("Address of the last page"));
    m_paste->setMaxLength(8'192);
    m_time->setForegroundRole(QPalette::PlaceholderText);
    auto *link = new QHBoxLayout;
    link->setSpacing(6);
    link->addWidget(m_address, 1);
    link->addWidget(m_copy);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_other);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    column->addWidget(heading);
    column->addWidget(m_what);
    column->addWidget(m_scopes);
    column->addWidget(m_code);
    column->addLayout(link);
    column->addWidget(m_pasteLabel);
    column->addWidget(m_paste);
    column->addWidget(m_time);
    column->addWidget(m_message);
    column->addStretch();
    column->addLayout(buttons);
    for (QPushButton *button : {m_copy, m_other, m_cancel})
        button->setAutoDefault(false);
    m_open->setDefault(true);
    Theme::setPrimary(m_open, true);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_address->text()); });
    connect(m_other, &QPushButton::clicked, this, [this] { begin(m_device == nullptr); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_flow || m_device)
            openBrowser();
        else
            begin(false);
    });
    connect(m_paste, &QLineEdit::textChanged, this, &SignInDialog::paste);
    m_clock.setInterval(1'000);
    connect(&m_clock, &QTimer::timeout, this, &SignInDialog::showTime);
    begin(false);
}

SignInDialog::~SignInDialog() = default;

void SignInDialog::begin(bool withCode)
{
    m_flow.reset();
    m_device.reset();
    m_link.clear();
    if (withCode) {
        m_device = std::make_unique<DeviceFlow>(m_wish);
        connect(m_device.get(), &DeviceFlow::shows, this, &SignInDialog::handleCode);
        connect(m_device.get(), &DeviceFlow::finished, this, &SignInDialog::handleFinished);
    } else {
        // The person opens the browser, when they have read what it will ask.
        m_flow = std::make_unique<SignInFlow>(m_wish, [](const QUrl &) { return true; });
        connect(m_flow.get(), &SignInFlow::asks, this, &SignInDialog::handleAsked);
        connect(m_flow.get(), &SignInFlow::answered, this, [this] { show_(Face::Fetching); });
        connect(m_flow.get(), &SignInFlow::finished, this, &SignInDialog::handleFinished);
    }
    show_(Face::Asking);
    if (m_flow)
        m_flow->begin();
    else
        m_device->begin();
}

void SignInDialog::showScopes(const QStringList &scopes)
{
    m_scopes->setText(scopes.join(u'\n'));
}

void SignInDialog::handleAsked(const QStringList &scopes, const QUrl &link)
{
    m_link = link;
    m_address->setText(link.toString(QUrl::FullyEncoded));
    m_address->setCursorPosition(0);
    showScopes(scopes);
    show_(Face::Ready);
}

void SignInDialog::handleCode(const QStringList &scopes, const DeviceCode &code)
{
    m_link = code.completeAddress.isEmpty() ? code.address : code.completeAddress;
    m_address->setText(code.address.toString(QUrl::FullyEncoded));
    m_code->setText(code.userCode);
    showScopes(scopes);
    show_(Face::Code);
}

void SignInDialog::openBrowser()
{
    if (!QDesktopServices::openUrl(m_link)) {
        m_message->setMessage(MessagePanel::Kind::Warn, tr("No browser could be opened"), tr("Copy the link and open it by hand, on this computer; or use a code on another one."));
        m_message->show();
    }
    if (m_flow)
        show_(Face::Waiting);
}

// Taken as soon as it is whole; what is pasted wrongly is told and can be pasted again.
void SignInDialog::paste()
{
    const QString address = m_paste->text().trimmed();
    if (address.isEmpty() || !m_flow)
        return;
    if (const Outcome taken = m_flow->paste(address); !taken) {
        m_message->setMessage(MessagePanel::Kind::Bad, taken.error().message, taken.error().remedy, taken.error().detail);
        m_message->show();
    }
}

void SignInDialog::handleFinished(const Result<SignedIn> &result)
{
    if (result) {
        Q_EMIT signedIn(result.value());
        accept();
        return;
    }
    m_message->setMessage(MessagePanel::Kind::Bad, result.error().message, result.error().remedy, result.error().detail);
    // From the loop: the flow that tells it goes with it.
    QMetaObject::invokeMethod(this, [this] {
        m_flow.reset();
        m_device.reset();
        show_(Face::Failed);
    }, Qt::QueuedConnection);
}

void SignInDialog::showTime()
{
    const auto left = m_flow ? m_flow->timeLeft() : m_device ? m_device->timeLeft() : std::chrono::milliseconds(0);
    m_time->setText(left.count() > 0 ? tr("%1 left").arg(formats::span(static_cast<double>(left.count()) / 1'000)) : QString());
}

void SignInDialog::show_(Face face)
{
    const bool links = face == Face::Ready || face == Face::Waiting || face == Face::Code;
    m_what->setText(face == Face::Asking     ? tr("Asking the provider how it signs people in…")
                    : face == Face::Ready    ? tr("The browser will ask you to let Tocsin do this, and nothing else:")
                    : face == Face::Waiting  ? tr("Sign in in the browser and come back; this window goes on by itself. You are asked for:")
                    : face == Face::Code     ? tr("Open the page below on any machine and enter this code, if you began this sign-in yourself. You are asked for:")
                    : face == Face::Fetching ? tr("The browser was here. Fetching the tokens…")
                                             : tr("Nothing was stored."));
    m_scopes->setVisible(links && !m_scopes->text().isEmpty());
    m_code->setVisible(face == Face::Code);
    m_address->setVisible(links);
    m_copy->setVisible(links);
    m_pasteLabel->setVisible(face == Face::Waiting);
    m_paste->setVisible(face == Face::Waiting);
    m_time->setVisible(links);
    if (face != Face::Waiting || m_message->title().isEmpty())
        m_message->setVisible(face == Face::Failed);
    m_other->setVisible(face != Face::Asking && face != Face::Fetching);
    m_other->setText(m_device ? tr("In the browser here") : tr("Use a code instead"));
    m_open->setVisible(face == Face::Ready || face == Face::Waiting || face == Face::Code || face == Face::Failed);
    m_open->setText(face == Face::Failed ? tr("Try again") : face == Face::Waiting ? tr("Open it again") : tr("Open the browser"));
    if (links) {
        showTime();
        m_clock.start();
    } else {
        m_clock.stop();
    }
    if (face == Face::Ready)
        m_open->setFocus();
    adjustSize();
}

} // namespace tocsin::ui
