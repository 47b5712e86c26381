// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/streamlogdialog.h"

#include "core/services/streammanager.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 2'000; // as many as the manager keeps

QString levelWord(int level)
{
    if (level <= 3)
        return StreamLogDialog::tr("error");
    if (level == 4)
        return StreamLogDialog::tr("warning");
    if (level <= 6)
        return StreamLogDialog::tr("info");
    return StreamLogDialog::tr("debug");
}

QString lineText(const streams::LogLine &line)
{
    QString text = line.text;
    text.replace(u'\n', u' ');
    return QString::fromStdString(line.time.iso()).left(23) + u"Z  "_s + levelWord(line.level).leftJustified(8) + text;
}

} // namespace

StreamLogDialog::StreamLogDialog(services::StreamManager &manager, const QString &uuid, const QString &name, QWidget *parent)
    : QDialog(parent), m_manager(manager), m_uuid(uuid), m_level(new QComboBox(this)), m_text(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log of %1").arg(name));
    resize(820, 420);
    m_level->addItem(tr("Errors"), 3);
    m_level->addItem(tr("Warnings and errors"), 4);
    m_level->addItem(tr("Information"), 6);
    m_level->addItem(tr("Everything"), 7);
    m_level->setCurrentIndex(m_level->findData(6));
    m_level->setAccessibleName(tr("Show"));
    m_text->setReadOnly(true);
    m_text->setMaximumBlockCount(kMostLines);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(Theme::font(Theme::Font::Mono));
    m_text->setAccessibleName(windowTitle());
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setPlaceholderText(tr("Nothing has been said yet."));

    auto *label = new QLabel(tr("Show"), this);
    label->setBuddy(m_level);
    auto *copyButton = new QPushButton(tr("Copy"), this);
    auto *close = new QPushButton(tr("Close"), this);
    copyButton->setAutoDefault(false);
    close->setDefault(true);
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_level);
    top->addStretch();
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(copyButton);
    bottom->addStretch();
    bottom->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->addLayout(top);
    column->addWidget(m_text, 1);
    column->addLayout(bottom);

    connect(m_level, &QComboBox::currentIndexChanged, this, &StreamLogDialog::fill);
    connect(copyButton, &QPushButton::clicked, this, &StreamLogDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&manager, &services::StreamManager::logged, this, [this](const QString &of, const streams::LogLine &line) {
        if (of == m_uuid)
            append(line);
    });
    fill();
}

void StreamLogDialog::fill()
{
    m_text->clear();
    for (const streams::LogLine &line : m_manager.log(m_uuid))
        append(line);
    m_text->moveCursor(QTextCursor::End);
    m_text->moveCursor(QTextCursor::StartOfBlock); // else the view goes to the end of a long line
}

void StreamLogDialog::append(const streams::LogLine &line)
{
    if (line.level <= m_level->currentData().toInt())
        m_text->appendPlainText(lineText(line));
}

void StreamLogDialog::copy()
{
    const QString selected = m_text->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
    QGuiApplication::clipboard()->setText(selected.isEmpty() ? m_text->toPlainText() : selected);
}

} // namespace tocsin::ui
