// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/alarmcheckdialog.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 520;
constexpr int kGlyph = 16;

QLabel *makeLabel(const QString &text, Theme::Font font, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(Theme::font(font));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AlarmCheckDialog::AlarmCheckDialog(QWidget *parent)
    : QDialog(parent), m_rows(new QVBoxLayout), m_verdict(makeLabel({}, Theme::Font::Subheading, this)), m_again(new QPushButton(tr("Check again"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Check the alarms"));
    setMinimumWidth(kWidth);
    m_rows->setSpacing(10);
    auto *test = new QPushButton(tr("Test alarm"), this);
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_again, test})
        button->setAutoDefault(false);
    close->setDefault(true);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_again);
    bottom->addWidget(test);
    bottom->addStretch();
    bottom->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 12);
    column->setSpacing(14);
    column->addWidget(m_verdict);
    column->addLayout(m_rows);
    column->addStretch();
    column->addLayout(bottom);
    connect(m_again, &QPushButton::clicked, this, &AlarmCheckDialog::againWanted);
    connect(test, &QPushButton::clicked, this, &AlarmCheckDialog::testWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    setRunning();
}

void AlarmCheckDialog::setRunning()
{
    m_again->setEnabled(false);
    m_verdict->setText(tr("Asking sound, desktop and power management"));
}

void AlarmCheckDialog::setParts(const std::vector<alarms::CheckPart> &parts)
{
    m_again->setEnabled(true);
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto missing = std::ranges::count_if(parts, [](const alarms::CheckPart &part) { return !part.works; });
    m_verdict->setText(missing == 0 ? tr("Alarms are heard and seen") : tr("%n part(s) of the alarms missing", nullptr, static_cast<int>(missing)));
    const Palette &p = Theme::palette();
    for (const alarms::CheckPart &part : parts) {
        auto *row = new QWidget(this);
        auto *glyph = new QLabel(row);
        glyph->setPixmap(Theme::glyph(part.works ? u"okdisc"_s : u"degraded"_s, kGlyph, part.works ? p.good : p.warn, devicePixelRatioF()));
        glyph->setAccessibleName(part.works ? tr("works") : tr("missing"));
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(makeLabel(part.works ? tr("%1: works").arg(part.name) : tr("%1: missing").arg(part.name), Theme::Font::Medium, row));
        words->addWidget(makeLabel(part.remedy.isEmpty() ? part.fact : part.fact + u' ' + part.remedy, Theme::Font::Small, row));
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(10);
        line->addWidget(glyph, 0, Qt::AlignTop);
        line->addLayout(words, 1);
        m_rows->addWidget(row);
    }
}

} // namespace tocsin::ui
