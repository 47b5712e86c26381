// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/vaultbar.h"

#include "core/vault/vault.h"
#include "ui/dialogs/passphrasedialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using vault::Trouble;

namespace {

constexpr int kLock = 14;

} // namespace

VaultBar::VaultBar(vault::Vault &vault, const QString &file, const QString &title, QWidget *parent)
    : QWidget(parent), m_vault(vault), m_file(file), m_lock(new QLabel(this)), m_words(new QLabel(this)), m_choice(new QComboBox(this)),
      m_message(new MessagePanel(this)), m_enter(new QPushButton(tr("Enter passphrase…"), this)), m_useFile(new QPushButton(tr("Use an encrypted file…"), this)),
      m_retry(new QPushButton(tr("Retry"), this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_lock);
    if (!title.isEmpty()) {
        auto *heading = new QLabel(title, this);
        heading->setFont(Theme::font(Theme::Font::Heading));
        row->addWidget(heading);
        row->addSpacing(6);
    }
    row->addWidget(m_words, 1);
    row->addWidget(m_choice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_message);
    auto *ways = new QHBoxLayout; // below the words: beside them they would leave no room for them
    ways->setSpacing(6);
    for (QPushButton *way : {m_enter, m_useFile, m_retry}) {
        way->setAutoDefault(false);
        ways->addWidget(way);
    }
    ways->addStretch();
    column->addLayout(ways);
    m_words->setWordWrap(true);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_words->setAccessibleName(tr("Where secrets are kept"));
    m_choice->setAccessibleName(tr("Keep secrets in"));
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->addItem(tr("Keychain of the desktop"), vault::kKeychainPlace.toString());
    m_choice->addItem(tr("Encrypted vault file"), vault::kFilePlace.toString());
    connect(m_choice, &QComboBox::activated, this, [this] { choose(m_choice->currentData().toString()); });
    connect(m_enter, &QPushButton::clicked, this, &VaultBar::enterPassphrase);
    connect(m_useFile, &QPushButton::clicked, this, [this] { choose(vault::kFilePlace.toString()); });
    connect(m_retry, &QPushButton::clicked, this, &VaultBar::look);
    connect(&m_vault, &vault::Vault::accountsChanged, this, &VaultBar::present);
    present();
}

QList<QWidget *> VaultBar::fields() const
{
    return {m_choice, m_enter, m_useFile, m_retry};
}

QString VaultBar::placeWords() const
{
    const bool inMemory = m_trouble == Trouble::Absent && m_vault.chosenPlace() == vault::kKeychainPlace;
    return vault::placeName(inMemory ? vault::kSessionPlace.toString() : m_vault.chosenPlace());
}

void VaultBar::look()
{
    const QString place = m_vault.chosenPlace();
    if (place == m_looking)
        return; // that answer will do: who asks again and again must not keep it from coming
    m_looking = place;
    m_vault.look(place, [self = QPointer(this), turn = ++m_turn](Trouble trouble, const Error &error) {
        if (!self || turn != self->m_turn)
            return;
        self->m_looking.clear();
        self->handleLooked(trouble, error);
    });
}

void VaultBar::whenOpen(std::function<void()> then)
{
    m_then = std::move(then);
    look();
}

// What waits goes on as soon as secrets can be stored, whoever has looked; until then Retry leads there.
void VaultBar::handleLooked(Trouble trouble, const Error &error)
{
    const bool wasShut = m_known && m_trouble != Trouble::None && m_trouble != Trouble::Absent;
    m_known = true;
    m_trouble = trouble;
    m_error = error;
    present();
    Q_EMIT changed();
    if (wasShut && trouble == Trouble::None)
        Q_EMIT opened();
    const bool isFile = m_vault.chosenPlace() == vault::kFilePlace;
    if (!m_then)
        return;
    if (trouble == Trouble::None || (trouble == Trouble::Absent && !isFile))
        std::exchange(m_then, {})();
    else if (isFile && (trouble == Trouble::Locked || trouble == Trouble::WrongPassphrase))
        enterPassphrase();
}

void VaultBar::enterPassphrase()
{
    auto *dialog = new PassphraseDialog(m_vault, m_file, this);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_looking.clear(); // what was asked before does not know the passphrase
        look();
    });
    connect(dialog, &QDialog::rejected, this, [this] { m_then = {}; });
    dialog->open();
}

// A file without a passphrase is no place yet: it is chosen when it has one.
void VaultBar::choose(const QString &place)
{
    const auto take = [this, place] {
        if (const Outcome chosen = m_vault.choosePlace(place); !chosen)
            return handleLooked(Trouble::CannotWrite, chosen.error());
        m_looking.clear();
        look();
    };
    if (place != vault::kFilePlace) {
        take();
        return;
    }
    auto *dialog = new PassphraseDialog(m_vault, m_file, this);
    connect(dialog, &QDialog::accepted, this, take);
    connect(dialog, &QDialog::rejected, this, &VaultBar::present);
    dialog->open();
}

void VaultBar::present()
{
    const QSignalBlocker quiet(m_choice);
    const QString place = m_vault.chosenPlace();
    const bool isFile = place == vault::kFilePlace;
    m_choice->setCurrentIndex(m_choice->findData(place));
    const bool absent = m_trouble == Trouble::Absent && !isFile;
    const bool bad = m_trouble != Trouble::None;
    const Palette &colours = Theme::palette();
    m_lock->setPixmap(Theme::glyph(bad ? u"degraded"_s : u"lock"_s, Theme::scaled(kLock), !m_known ? colours.muted : bad ? colours.warn : colours.good, devicePixelRatioF()));
    const QString count = tr("%n account(s).", nullptr, static_cast<int>(m_vault.accounts().accounts().size()));
    if (!m_known)
        m_words->setText(tr("Looking at the place of secrets…"));
    else if (absent)
        m_words->setText(tr("Kept in memory, for this session only.") + u' ' + count);
    else
        m_words->setText((isFile ? tr("Kept in the encrypted vault file.") : tr("Kept in the keychain of the desktop.")) + u' ' + count);
    const bool locked = isFile && (m_trouble == Trouble::Locked || m_trouble == Trouble::WrongPassphrase);
    m_message->setVisible(bad);
    m_enter->setVisible(locked);
    m_useFile->setVisible(absent);
    m_retry->setVisible(bad && !locked);
    if (!bad)
        return;
    QString remedy = m_error.remedy;
    if (absent)
        remedy = tr("What you enter is kept in memory and is gone when Tocsin ends. An encrypted file with a passphrase keeps it for longer. Nothing is ever kept in plain text.");
    else if (locked)
        remedy = tr("Streams that need a secret of it wait.");
    m_message->setMessage(absent || locked ? MessagePanel::Kind::Warn : MessagePanel::Kind::Bad, m_error.message, remedy, m_error.detail);
}

} // namespace tocsin::ui
