// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/firstrunpage.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

// A bordered card: glyph and tag, what it is, the verb. A plain holder of labels; the page owns it.
class Card final : public QWidget
{
public:
    struct Words {
        QString glyph;
        QString tag;
        QColor Palette::*tagColour;
        QString title;
        QString text;
        QString verb;
    };

    Card(const Words &words, bool primary, QWidget *parent)
        : QWidget(parent), m_words(words), m_button(new QPushButton(words.verb, this))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(16, 50, 16, 18);
        column->setSpacing(8);
        auto *title = new QLabel(words.title, this);
        title->setFont(Theme::font(Theme::Font::Subheading));
        title->setWordWrap(true);
        auto *text = new QLabel(words.text, this);
        text->setWordWrap(true);
        text->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(title);
        column->addWidget(text);
        column->addSpacing(24);
        column->addStretch();
        column->addWidget(m_button, 0, Qt::AlignLeft);
        Theme::setPrimary(m_button, primary);
        setMinimumWidth(236);
        setMaximumWidth(300);
    }
    QPushButton *button() const { return m_button; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Palette &colours = Theme::palette();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colours.lineStrong);
        painter.setBrush(colours.base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.drawPixmap(QPointF(17, 16), Theme::glyph(m_words.glyph, 20, colours.accent, devicePixelRatioF()));
        const QFont font = Theme::font(Theme::Font::TinyStrong);
        const QColor tag = colours.*m_words.tagColour;
        const int width_ = QFontMetrics(font).horizontalAdvance(m_words.tag) + 10;
        const QRectF box(width() - 16.5 - width_, 17.5, width_, 18);
        painter.setPen(tag);
        painter.drawRoundedRect(box, 3, 3);
        painter.setFont(font);
        painter.drawText(box, Qt::AlignCenter, m_words.tag);
    }

private:
    const Words m_words;
    QPushButton *m_button;
};

} // namespace

FirstRunPage::FirstRunPage(QWidget *parent) : QWidget(parent)
{
    auto *title = new QLabel(tr("Welcome to Tocsin"), this);
    title->setFont(Theme::font(Theme::Font::Page));
    auto *text = new QLabel(tr("Alerts from every stream in one window. Choose where to begin; everything can be changed later."), this);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    auto *demo = new Card({.glyph = u"play"_s, .tag = tr("no account"), .tagColour = &Palette::good,
                           .title = tr("Watch something now"),
                           .text = tr("A whole invented night plays through the real machinery. Works without a network."),
                           .verb = tr("Start the demo")},
                          true, this);
    auto *add = new Card({.glyph = u"gw"_s, .tag = tr("your broker"), .tagColour = &Palette::muted,
                          .title = tr("Apache Kafka"),
                          .text = tr("Any broker that speaks Kafka: servers, topics and, where it asks for one, an account."),
                          .verb = tr("Add stream")},
                         false, this);
    auto *file = new Card({.glyph = u"circular"_s, .tag = tr("from disk"), .tagColour = &Palette::muted,
                           .title = tr("Alerts in files"),
                           .text = tr("Notices, circulars, Avro packets, JSON, also gzipped: opened here or dropped on the window."),
                           .verb = tr("Open files")},
                          false, this);
    auto *lock = new QLabel(this);
    lock->setPixmap(Theme::glyph(u"lock"_s, Theme::scaled(14), Theme::palette().good, devicePixelRatioF()));
    auto *secret = new QLabel(tr("What you type is kept for this session only; accounts keep it in the keychain. No file ever holds a secret in plain text."), this);
    secret->setWordWrap(true);
    secret->setForegroundRole(QPalette::PlaceholderText);

    auto *cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addWidget(demo);
    cards->addWidget(add);
    cards->addWidget(file);
    auto *block = new QWidget(this);
    block->setMaximumWidth(790);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(10);
    column->addLayout(cards);
    column->addSpacing(8);
    auto *promise = new QHBoxLayout;
    promise->setSpacing(8);
    promise->addWidget(lock);
    promise->addWidget(secret, 1);
    column->addLayout(promise);
    // The optical centre lies above the middle. A small window scrolls the page and is not made wider by it.
    auto *whole = new QWidget;
    whole->setBackgroundRole(QPalette::Base);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(whole);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *outside = new QVBoxLayout(this);
    outside->setContentsMargins({});
    outside->addWidget(scroll);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(block, 100); // as wide as it may be, so that its lines break where there is room
    row->addStretch(1);
    auto *page = new QVBoxLayout(whole);
    page->addStretch(2);
    page->addLayout(row);
    page->addStretch(3);

    connect(demo->button(), &QPushButton::clicked, this, &FirstRunPage::demoWanted);
    connect(add->button(), &QPushButton::clicked, this, &FirstRunPage::addStreamWanted);
    connect(file->button(), &QPushButton::clicked, this, &FirstRunPage::openFilesWanted);
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::palette().base);
}

} // namespace tocsin::ui
