// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shiftlogdialog.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHours[] = {1, 4, 8, 12, 24, 48, 24 * 7, 24 * 31};
constexpr int kUsual = 3; // of them

} // namespace

ShiftLogDialog::ShiftLogDialog(QWidget *parent)
    : QDialog(parent), m_span(new QComboBox(this)), m_zone(new QComboBox(this)), m_text(new QPlainTextEdit(this)), m_copy(new QPushButton(Theme::icon(u"edit-copy"_s), tr("Copy"), this)),
      m_save(new QPushButton(tr("Save…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Shift log"));
    resize(Theme::scaled(720), Theme::scaled(520));
    for (const int hours : kHours)
        m_span->addItem(hours < 72 ? tr("The last %n hour(s)", nullptr, hours) : tr("The last %n day(s)", nullptr, hours / 24), hours);
    m_span->insertSeparator(m_span->count());
    m_span->addItem(tr("Tonight"), u"tonight"_s);
    m_span->addItem(tr("Last night"), u"last"_s);
    m_span->setCurrentIndex(kUsual);
    m_span->setAccessibleName(tr("Time"));
    // The observatory's: nights go from noon to noon there.
    const QByteArray own = QTimeZone::systemTimeZoneId();
    m_zone->addItem(tr("noon to noon UTC"), u"UTC"_s);
    if (own != "UTC" && own != "Etc/UTC" && QTimeZone(own).isValid())
        m_zone->addItem(tr("noon to noon in %1").arg(QString::fromLatin1(own)), u"local"_s);
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setToolTip(tr("“tocsin shift --night last --zone America/Santiago” knows all zones"));
    m_text->setReadOnly(true);
    m_text->setFont(Theme::font(Theme::Font::Mono));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Shift log"));
    m_text->setPlaceholderText(tr("Looking through the archive and the journal."));
    auto *close = new QPushButton(tr("Close"), this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_span);
    top->addWidget(m_zone);
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
    connect(m_span, &QComboBox::currentIndexChanged, this, &ShiftLogDialog::ask);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &ShiftLogDialog::ask);
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
    const QVariant span = m_span->currentData();
    const bool isNight = span.typeId() == QMetaType::QString;
    m_zone->setVisible(isNight);
    if (!isNight)
        return void(Q_EMIT wanted(triage::lastHours(std::chrono::hours(span.toInt()), UtcTime::now())));
    const Result<QTimeZone> zone = triage::zoneNamed(m_zone->currentData().toString());
    if (const Result<triage::ShiftSpan> night = triage::nightSpan(span.toString(), zone ? zone.value() : QTimeZone::utc(), UtcTime::now()))
        Q_EMIT wanted(night.value());
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
