// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/upkeepdialog.h"

#include "ui/models/upkeepwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

UpkeepDialog::UpkeepDialog(Task task, const QString &folder, QWidget *parent)
    : QDialog(parent), m_progress(new QProgressBar(this)), m_state(new QLabel(this)), m_result(new MessagePanel(this)),
      m_recover(new QPushButton(tr("Recover…"), this)), m_close(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(upkeepwords::title(task));
    auto *heading = new QLabel(windowTitle(), this);
    heading->setFont(Theme::font(Theme::Font::Heading));
    auto *purpose = new QLabel(upkeepwords::purpose(task), this);
    purpose->setWordWrap(true);
    purpose->setMinimumWidth(Theme::scaled(440));
    auto *place = new QLabel(folder, this);
    place->setTextFormat(Qt::PlainText);
    place->setWordWrap(true);
    place->setForegroundRole(QPalette::PlaceholderText);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 0);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setAccessibleName(tr("Message"));
    m_state->setText(tr("Starting…"));
    m_result->hide();
    m_recover->hide();
    m_recover->setAutoDefault(false);
    m_close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_recover);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    for (QWidget *part : std::initializer_list<QWidget *>{heading, purpose, place, m_progress, m_state, m_result})
        column->addWidget(part);
    column->addStretch();
    column->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &UpkeepDialog::reject);
    connect(m_recover, &QPushButton::clicked, this, [this] {
        Q_EMIT recoverWanted();
        close();
    });
    connect(&m_upkeep, &services::ArchiveUpkeep::progressed, this, &UpkeepDialog::showProgress);
    connect(&m_upkeep, &services::ArchiveUpkeep::said, m_state, &QLabel::setText);
    connect(&m_upkeep, &services::ArchiveUpkeep::finished, this, &UpkeepDialog::showEnd);
    m_upkeep.start(task, folder);
}

void UpkeepDialog::showProgress(double fraction)
{
    if (!m_running || m_closing || fraction < 0)
        return;
    m_progress->setRange(0, 1'000);
    m_progress->setValue(static_cast<int>(fraction * 1'000));
    m_state->setText(tr("%1 % done.").arg(QLocale().toString(static_cast<int>(fraction * 100))));
}

void UpkeepDialog::showEnd(const services::ArchiveUpkeep::End &end)
{
    m_running = false;
    if (m_closing) {
        QDialog::reject();
        return;
    }
    const upkeepwords::Words words = upkeepwords::outcome(end);
    m_progress->hide();
    m_state->hide();
    m_result->setMessage(words.kind == upkeepwords::Kind::Good       ? MessagePanel::Kind::Info
                             : words.kind == upkeepwords::Kind::Warn ? MessagePanel::Kind::Warn
                                                                     : MessagePanel::Kind::Bad,
                         words.title, words.text, words.detail);
    m_result->show();
    m_recover->setVisible(end.task != Task::Recover && (end.verified.indexDamaged || archive::recoveryHelps(end.error)));
    m_close->setText(m_closeVerb.isEmpty() ? tr("Close") : m_closeVerb);
    m_close->setFocus();
    // A layout grows with its dialog, a dialog does not with what comes into its layout later.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void UpkeepDialog::reject()
{
    if (!m_running) {
        QDialog::reject();
        return;
    }
    m_upkeep.cancel();
    m_closing = true;
    m_progress->setRange(0, 0);
    m_state->setText(tr("Cancelling…"));
    m_close->setEnabled(false);
}

} // namespace tocsin::ui
