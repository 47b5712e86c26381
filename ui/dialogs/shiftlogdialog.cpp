// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shiftlogdialog.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDateTime>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualHours = 12;
constexpr int kMostHours = 24 * 31;

} // namespace

ShiftLogDialog::ShiftLogDialog(QWidget *parent)
    : QDialog(parent), m_hours(new QSpinBox(this)), m_text(new QPlainTextEdit(this)), m_copy(new QPushButton(Theme::icon(u"edit-copy"_s), tr("Copy"), this)),
      m_save(new QPushButton(tr("Save…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Shift log"));
    resize(Theme::scaled(720), Theme::scaled(520));
    m_hours->setRange(1, kMostHours);
    m_hours->setValue(kUsualHours);
    m_hours->setSuffix(tr(" h"));
    m_hours->setAccessibleName(tr("The last hours"));
    auto *label = new QLabel(tr("The last"), this);
    label->setBuddy(m_hours);
    m_text->setReadOnly(true);
    m_text->setFont(Theme::font(Theme::Font::Mono));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Shift log"));
    m_text->setPlaceholderText(tr("Looking through the archive and the journal."));
    auto *close = new QPushButton(tr("Close"), this);
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_hours);
    top->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addStretch();
    for (QPushButton *button : {close, m_copy, m_save}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    m_save->setDefault(true);
    Theme::setPrimary(m_save, true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->addLayout(top);
    column->addWidget(m_text);
    column->addLayout(buttons);
    connect(m_hours, &QSpinBox::valueChanged, this, &ShiftLogDialog::ask);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(log());
        Q_EMIT said(tr("The shift log was copied."), false);
    });
    connect(m_save, &QPushButton::clicked, this, &ShiftLogDialog::save);
}

void ShiftLogDialog::ask()
{
    m_text->clear();
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    Q_EMIT wanted(m_hours->value());
}

void ShiftLogDialog::setLog(const QString &markdown)
{
    m_text->setPlainText(markdown);
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
}

QString ShiftLogDialog::log() const
{
    return m_text->toPlainText();
}

void ShiftLogDialog::save()
{
    auto *chooser = new QFileDialog(this, tr("Save the shift log"), {}, tr("Markdown (*.md)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"md"_s);
    chooser->selectFile(u"shift-%1.md"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd"_s)));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        const QByteArray text = log().toUtf8();
        if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) {
            Q_EMIT said(tr("The shift log was written to %1.").arg(path), false);
            accept();
        } else {
            Q_EMIT said(tr("%1 cannot be written: %2. Choose another place.").arg(path, file.errorString()), true);
        }
    });
    chooser->open();
}

} // namespace tocsin::ui
