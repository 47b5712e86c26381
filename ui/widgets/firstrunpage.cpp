// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/firstrunpage.h"

#include "core/streams/stream.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
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
        column->setContentsMargins(16, 46, 16, 16);
        column->setSpacing(8);
        auto *title = new QLabel(words.title, this);
        title->setFont(Theme::font(Theme::Font::Subheading));
        title->setWordWrap(true);
        auto *text = new QLabel(words.text, this);
        text->setWordWrap(true);
        text->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(title);
        column->addWidget(text);
        column->addSpacing(10);
        column->addStretch();
        column->addWidget(m_button, 0, Qt::AlignLeft);
        Theme::setPrimary(m_button, primary);
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

// The hairline box of what was found.
class FoundBox final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::palette().line);
        painter.setBrush(Theme::palette().base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
};

constexpr int kColumns = 3;
constexpr int kWidth = 790;

// How the card of a kind of stream is dressed. A kind that nothing is known of here brings its own words.
struct Dress {
    QString glyph;
    QString tag;
    QString text;
    QString verb;
};

Dress dressOf(const streams::StreamType &type)
{
    const QString label = QCoreApplication::translate("streams", type.label);
    if (type.id == u"gcn"_s)
        return {u"gw"_s, FirstRunPage::tr("free account"), FirstRunPage::tr("Gravitational waves, gamma-ray bursts, neutrinos and the GCN circulars."), FirstRunPage::tr("Connect %1").arg(label)};
    if (type.id == u"hopskotch"_s)
        return {u"radio"_s, FirstRunPage::tr("free account"), FirstRunPage::tr("The SCiMMA hub: topics of many messengers, and room for your own group."), FirstRunPage::tr("Connect %1").arg(label)};
    if (type.id == u"kafka"_s)
        return {u"target"_s, FirstRunPage::tr("your broker"), FirstRunPage::tr("Any broker that speaks Kafka: servers, topics and, where it asks for one, an account."), FirstRunPage::tr("Add stream")};
    return {u"tag"_s, FirstRunPage::tr("may need an account"), QCoreApplication::translate("streams", type.help), FirstRunPage::tr("Connect %1").arg(label)};
}

} // namespace

FirstRunPage::FirstRunPage(QWidget *parent)
    : QWidget(parent), m_block(new QWidget(this)), m_found(new FoundBox(this)), m_foundRows(new QVBoxLayout(m_found)), m_lock(new QLabel(this)), m_place(new QLabel(this))
{
    auto *title = new QLabel(tr("Welcome to Tocsin"), this);
    title->setFont(Theme::font(Theme::Font::Page));
    auto *text = new QLabel(tr("Alerts from every stream in one window. Choose where to begin; everything can be changed later."), this);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    m_place->setWordWrap(true);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_place->setAccessibleName(tr("Where secrets are kept"));
    m_foundRows->setContentsMargins(16, 12, 16, 12);
    m_foundRows->setSpacing(4);
    m_found->hide();

    auto *column = new QVBoxLayout(m_block);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(10);
    column->addWidget(makeCards(m_block));
    column->addSpacing(8);
    column->addWidget(m_found);
    auto *promise = new QHBoxLayout;
    promise->setSpacing(8);
    promise->addWidget(m_lock);
    promise->addWidget(m_place, 1);
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
    row->addWidget(m_block, 100); // as wide as it may be, so that its lines break where there is room
    row->addStretch(1);
    auto *page = new QVBoxLayout(whole);
    page->addStretch(2);
    page->addLayout(row);
    page->addStretch(3);
    setPlace(tr("Secrets are kept in the keychain. No file ever holds one in plain text."), true);
}

QWidget *FirstRunPage::makeCards(QWidget *parent)
{
    auto *cards = new QWidget(parent);
    auto *grid = new QGridLayout(cards);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(16);
    for (int column = 0; column < kColumns; ++column)
        grid->setColumnStretch(column, 1);
    int at = 0;
    const auto add = [&](const Card::Words &words) {
        auto *card = new Card(words, at == 0, cards);
        grid->addWidget(card, at / kColumns, at % kColumns);
        ++at;
        return card->button();
    };
    connect(add({.glyph = u"play"_s, .tag = tr("no account"), .tagColour = &Palette::good, .title = tr("Watch something now"),
                 .text = tr("A whole invented night plays through the real machinery. Works without a network."), .verb = tr("Start the demo")}),
            &QPushButton::clicked, this, &FirstRunPage::demoWanted);
    for (const streams::StreamType &type : streams::streamTypes()) {
        if (type.id == u"demo"_s)
            continue;
        const Dress dress = dressOf(type);
        connect(add({.glyph = dress.glyph, .tag = dress.tag, .tagColour = &Palette::muted, .title = QCoreApplication::translate("streams", type.label),
                     .text = dress.text, .verb = dress.verb}),
                &QPushButton::clicked, this, [this, id = type.id] { Q_EMIT addStreamWanted(id); });
    }
    connect(add({.glyph = u"circular"_s, .tag = tr("from disk"), .tagColour = &Palette::muted, .title = tr("Alerts in files"),
                 .text = tr("Notices, circulars, Avro packets, JSON, also gzipped: opened here or dropped on the window."), .verb = tr("Open files")}),
            &QPushButton::clicked, this, &FirstRunPage::openFilesWanted);
    return cards;
}

void FirstRunPage::setFound(const std::vector<Found> &found)
{
    while (QLayoutItem *item = m_foundRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_found->setVisible(!found.empty());
    if (found.empty())
        return;
    auto *title = new QLabel(tr("Found on this computer"), m_found);
    title->setFont(Theme::font(Theme::Font::Strong));
    m_foundRows->addWidget(title);
    for (const Found &each : found) {
        auto *line = new QWidget(m_found);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto *file = new ElidedLabel(Qt::ElideMiddle, line);
        file->setFont(Theme::font(Theme::Font::Mono));
        file->setFullText(each.shown);
        auto *what = new ElidedLabel(Qt::ElideRight, line);
        what->setForegroundRole(QPalette::PlaceholderText);
        what->setFullText(each.what);
        auto *use = new QToolButton(line);
        use->setText(tr("Use"));
        use->setAutoRaise(true);
        use->setForegroundRole(QPalette::Link);
        QFont link = Theme::font(Theme::Font::Strong);
        link.setUnderline(true);
        use->setFont(link);
        use->setAccessibleName(tr("Use %1").arg(each.shown));
        use->setToolTip(tr("Take its accounts over into the vault"));
        row->addWidget(file, 1);
        row->addWidget(what, 1);
        row->addWidget(use);
        m_foundRows->addWidget(line);
        connect(use, &QToolButton::clicked, this, [this, path = each.file] { Q_EMIT importWanted(path); });
    }
    for (QWidget *each : m_found->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        each->show(); // else they count only when the loop comes by
}

void FirstRunPage::setPlace(const QString &sentence, bool safe)
{
    m_safe = safe;
    m_place->setText(sentence);
    present();
}

void FirstRunPage::present()
{
    const Palette &colours = Theme::palette();
    m_block->setMaximumWidth(Theme::scaled(kWidth));
    m_lock->setPixmap(Theme::glyph(m_safe ? u"lock"_s : u"degraded"_s, Theme::scaled(14), m_safe ? colours.good : colours.warn, devicePixelRatioF()));
}

void FirstRunPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        present();
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::palette().base);
}

} // namespace tocsin::ui
