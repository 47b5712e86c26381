// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterrow.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRestMs = 150; // between the last key and the filter
constexpr int kMargin = 12;
constexpr int kSpacing = 6;
constexpr int kGlyph = 14; // at text scale 1, as all below
constexpr int kChip = 112; // glyph and word, with the row's margin

struct Chip {
    const char *word;
    const char *glyph;
    QColor Palette::*colour;
};

constexpr Chip kNone{QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "No filter"), "wait", &Palette::muted};
constexpr Chip kActive{QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "Filtered"), "tick", &Palette::good};
constexpr Chip kRunning{QT_TRANSLATE_NOOP("tocsin::ui::FilterRow", "Running"), "connecting", &Palette::accent};

} // namespace

FilterRow::FilterRow(QWidget *parent)
    : QWidget(parent), m_glyph(new QLabel(this)), m_word(new QLabel(this)), m_box(new QLineEdit(this)),
      m_count(new QLabel(this)), m_rest(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 4, kMargin, 5);
    row->setSpacing(kSpacing);
    row->addWidget(m_glyph);
    row->addWidget(m_word);
    row->addWidget(m_box, 1);
    row->addWidget(m_count);
    m_word->setFont(Theme::font(Theme::Font::SmallStrong));
    m_word->setForegroundRole(QPalette::WindowText); // a tool bar's children have a button's
    m_box->setFont(Theme::font(Theme::Font::MonoField));
    m_box->setAccessibleName(tr("Filter"));
    m_box->setAccessibleDescription(tr("Shows the rows whose id, name, class, topic, stream or error contains this text."));
    m_box->setPlaceholderText(tr("Filter by text, for example a name or a topic") + u"     Ctrl+/"_s);
    m_box->setClearButtonEnabled(true);
    m_box->installEventFilter(this);
    m_rest->setSingleShot(true);
    m_rest->setInterval(kRestMs);
    connect(m_rest, &QTimer::timeout, this, &FilterRow::apply);
    connect(m_box, &QLineEdit::textChanged, this, [this](const QString &text) {
        // Clearing shows everything at once; typing waits for a rest.
        if (text.isEmpty())
            apply();
        else
            m_rest->start();
    });
    setCounts(-1, 0);
    present();
}

QString FilterRow::text() const
{
    return m_box->text().trimmed();
}

void FilterRow::clear()
{
    m_box->clear();
}

void FilterRow::focusBox()
{
    m_box->setFocus(Qt::ShortcutFocusReason);
    m_box->selectAll();
}

void FilterRow::apply()
{
    m_rest->stop();
    if (m_applied == text())
        return;
    m_applied = text();
    present();
    Q_EMIT filterChanged(m_applied);
}

void FilterRow::setRunning(bool running)
{
    m_running = running;
    present();
}

void FilterRow::setCounts(qint64 shown, qint64 total)
{
    const QLocale locale;
    if (total == 0)
        m_count->setText(tr("no rows"));
    else if (shown < 0)
        m_count->setText(tr("%1 rows").arg(locale.toString(total)));
    else
        m_count->setText(tr("%1 of %2").arg(locale.toString(shown), locale.toString(total)));
}

int FilterRow::chipWidth() const
{
    // The widest word of the set, so that the box does not move when the word changes.
    int width = 0;
    for (const Chip &chip : {kNone, kActive, kRunning})
        width = std::max(width, m_word->fontMetrics().horizontalAdvance(tr(chip.word)));
    return std::max(width + 4, Theme::scaled(kChip - kGlyph) - kMargin - kSpacing);
}

void FilterRow::present()
{
    const Chip &chip = m_running ? kRunning : m_applied.isEmpty() ? kNone : kActive;
    const QColor colour = Theme::palette().*chip.colour;
    m_glyph->setPixmap(Theme::glyph(QString::fromLatin1(chip.glyph), Theme::scaled(kGlyph), colour, devicePixelRatioF()));
    m_word->setText(tr(chip.word));
    m_word->setFixedWidth(chipWidth());
    QPalette colours;
    colours.setColor(QPalette::WindowText, colour);
    m_word->setPalette(colours);
}

void FilterRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::FontChange)
        present();
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_box && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            apply();
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tocsin::ui
