// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailpane.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertcard.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/fieldspage.h"
#include "ui/widgets/hexview.h"
#include "ui/widgets/messagepanel.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostHex = 64 << 10;
constexpr qint64 kBeforeBad = 4 << 10; // shown before the place that is wrong, where that lies further in
constexpr int kBoxed = 4;
constexpr int kLeastWidth = 220; // below it nothing can be read

// As high as its card, and lower only where there is no room.
class CardScroll final : public QScrollArea
{
public:
    explicit CardScroll(QWidget *card)
    {
        setWidget(card);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setBackgroundRole(QPalette::Base);
        setFocusPolicy(Qt::NoFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    }
    QSize sizeHint() const override
    {
        const int wide = std::max(width(), kLeastWidth);
        return {wide, widget()->hasHeightForWidth() ? widget()->heightForWidth(wide) : widget()->sizeHint().height()};
    }
    QSize minimumSizeHint() const override { return {0, 60}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

QString sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text.isEmpty() || text.endsWith(u'.') ? text : text + u'.';
}

QLabel *makeNote()
{
    auto *note = new QLabel;
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setFont(Theme::font(Theme::Font::Small));
    note->setForegroundRole(QPalette::PlaceholderText);
    return note;
}

} // namespace

DetailPane::DetailPane(archive::Archive &archive, QWidget *parent)
    : QWidget(parent), m_loader(archive), m_pages(new QStackedWidget(this)), m_card(new AlertCard), m_tabs(new QTabWidget), m_fields(new FieldsPage),
      m_headers(new QTreeWidget)
{
    setAccessibleName(tr("Alert"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    m_headers->setColumnCount(2);
    m_headers->setHeaderLabels({tr("Header"), tr("Value")});
    m_headers->setRootIsDecorated(false);
    m_headers->setFrameShape(QFrame::NoFrame);
    m_headers->setAccessibleName(tr("Headers"));
    m_headers->setTextElideMode(Qt::ElideMiddle);
    m_headers->header()->setAccessibleName(tr("Columns"));

    m_rawPage = makeRawPage();
    m_hexPage = makeHexPage();
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setUsesScrollButtons(false); // a narrow pane has shorter words, not hidden ones
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->addTab(m_fields, tr("Fields"));
    m_tabs->addTab(m_rawPage, tr("Raw"));
    m_tabs->addTab(m_hexPage, tr("Hex"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->setMinimumHeight(120);

    m_card->setBackgroundRole(QPalette::Base);
    m_card->setAutoFillBackground(true);
    auto *alert = new QWidget;
    auto *column = new QVBoxLayout(alert);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_cardArea = new CardScroll(m_card);
    column->addWidget(m_cardArea);
    column->addWidget(m_tabs, 1);
    m_pages->addWidget(makeNothing());
    m_pages->addWidget(alert);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    setMinimumWidth(kLeastWidth);
    setFocusProxy(m_pages->widget(0));

    connect(m_fields, &FieldsPage::conditionWanted, this, &DetailPane::conditionWanted);
    connect(&m_loader, &PacketLoader::loaded, this, [this](const std::shared_ptr<const LoadedPacket> &loaded) {
        if (loaded->row == m_row)
            showPacket(loaded);
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailPane::showTab);
}

// A quiet block in the middle; it takes the focus, so that F6 finds the pane.
QWidget *DetailPane::makeNothing()
{
    auto *page = new QWidget;
    page->setFocusPolicy(Qt::StrongFocus);
    auto *title = new QLabel(tr("No alert selected"), page);
    title->setFont(Theme::font(Theme::Font::Medium));
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    auto *text = new QLabel(tr("Its card, fields and bytes appear here."), page);
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    page->setAccessibleName(title->text());
    auto *column = new QVBoxLayout(page);
    column->setSpacing(4);
    column->addStretch(4);
    column->addWidget(title);
    column->addWidget(text);
    column->addStretch(5);
    return page;
}

QWidget *DetailPane::makeRawPage()
{
    auto *page = new QWidget;
    m_rawNote = makeNote();
    m_rawNote->setContentsMargins(12, 6, 12, 0);
    m_raw = new CodeView;
    m_raw->setAccessibleName(tr("Raw"));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_rawNote);
    column->addWidget(m_raw, 1);
    page->setFocusProxy(m_raw);
    return page;
}

QWidget *DetailPane::makeHexPage()
{
    auto *page = new QWidget;
    m_hexMessage = new MessagePanel;
    m_hexMessage->hide();
    m_hex = new HexView;
    m_hex->setAccessibleName(tr("Hex"));
    m_hexNote = makeNote();
    m_hexNote->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *copy = new QPushButton(tr("Copy bytes"));
    copy->setAutoDefault(false);
    copy->setToolTip(tr("As hexadecimal text, and as they are for programs that take bytes"));
    connect(copy, &QPushButton::clicked, this, &DetailPane::copyBytes);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(10, 6, 10, 8);
    footer->addWidget(copy);
    footer->addWidget(m_hexNote, 1);
    auto *box = new QVBoxLayout;
    box->setContentsMargins(10, 8, 10, 2);
    box->addWidget(m_hexMessage);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(box);
    column->addWidget(m_hex, 1);
    column->addLayout(footer);
    page->setFocusProxy(m_hex);
    return page;
}

void DetailPane::setActions(QAction *mark, const QList<QAction *> &copies)
{
    m_card->setActions(mark, copies);
}

void DetailPane::showRow(qint64 row)
{
    if (row == m_row)
        return;
    m_row = row;
    if (row != 0) {
        m_loader.load(row);
        return;
    }
    const bool here = isAncestorOf(QApplication::focusWidget());
    m_loaded.reset();
    m_pages->setCurrentIndex(0);
    setFocusProxy(m_pages->widget(0));
    if (here)
        setFocus(Qt::OtherFocusReason);
}

void DetailPane::showPacket(const std::shared_ptr<const LoadedPacket> &loaded)
{
    const bool here = isAncestorOf(QApplication::focusWidget()) && m_pages->currentIndex() == 0;
    m_loaded = loaded;
    m_rawFilled = m_hexFilled = false;
    if (loaded->alert)
        m_card->show(*loaded->alert);
    else
        m_card->clear();
    m_card->layout()->activate(); // as high as it is now at once, not one picture later
    m_cardArea->updateGeometry();
    m_pages->setCurrentIndex(1);
    const bool readable = !loaded->fields.is_null();
    if (readable)
        m_fields->showFields(loaded->fields);
    else if (!loaded->error.message.isEmpty())
        m_fields->showProblem(loaded->error.message, loaded->error.remedy);
    else
        m_fields->showProblem(tr("This packet could not be decoded"),
                              sentence(loaded->alert ? formats::plain(loaded->alert->error) : QString()) + u'\n' + tr("The bytes are kept; Hex shows them."));
    showHeaders();
    // Of a packet that nobody could read the bytes say most.
    if (!readable && m_tabs->currentWidget() == m_fields)
        m_tabs->setCurrentWidget(m_hexPage);
    else if (readable && m_tabs->currentWidget() == m_hexPage)
        m_tabs->setCurrentWidget(m_fields);
    showTab();
    if (here)
        setFocus(Qt::OtherFocusReason);
    Q_EMIT packetShown(loaded);
}

void DetailPane::showTab()
{
    if (!m_loaded)
        return;
    setFocusProxy(focusTarget());
    if (m_tabs->currentWidget() == m_rawPage && !std::exchange(m_rawFilled, true))
        showRaw();
    else if (m_tabs->currentWidget() == m_hexPage && !std::exchange(m_hexFilled, true))
        showHex();
}

QWidget *DetailPane::focusTarget() const
{
    const bool message = m_tabs->currentWidget() == m_fields && m_loaded->fields.is_null(); // nothing to move in
    return message ? m_tabs : m_tabs->currentWidget();
}

void DetailPane::showRaw()
{
    const LoadedPacket &loaded = *m_loaded;
    QString note;
    if (!loaded.error.message.isEmpty())
        note = (loaded.error.message + u' ' + loaded.error.remedy).trimmed();
    else if (loaded.raw.text.isEmpty())
        note = tr("Not text; see Hex");
    else if (loaded.raw.cut)
        note = tr("The beginning, of %1 in all").arg(formats::bytes(static_cast<qint64>(loaded.packet.value.size())));
    m_rawNote->setText(note);
    m_rawNote->setVisible(!note.isEmpty());
    m_raw->setCode(loaded.raw.text, loaded.rawIsJson);
    m_raw->setVisible(!loaded.raw.text.isEmpty());
}

void DetailPane::showHex()
{
    const LoadedPacket &loaded = *m_loaded;
    const std::string &bytes = loaded.packet.value;
    const auto all = static_cast<qint64>(bytes.size());
    const QString why = loaded.alert ? formats::plain(loaded.alert->error) : QString();
    if (!why.isEmpty())
        m_hexMessage->setMessage(MessagePanel::Kind::Bad, tr("This packet could not be decoded"), sentence(why) + u'\n' + tr("The bytes are kept."));
    m_hexMessage->setVisible(!why.isEmpty());
    const qint64 first = loaded.badAt > kMostHex - kBeforeBad ? (loaded.badAt - kBeforeBad) / 16 * 16 : 0;
    const qint64 shown = std::min(all - first, kMostHex);
    const int boxed = loaded.badAt < 0 ? 0 : static_cast<int>(std::min<qint64>(kBoxed, all - loaded.badAt));
    m_hex->setBytes(QByteArray(bytes.data() + first, shown), first, loaded.badAt, boxed);
    const QString total = QLocale().toString(all);
    if (loaded.badAt >= 0)
        m_hexNote->setText(tr("Offset 0x%1 of %2").arg(QString::number(loaded.badAt, 16), total));
    else if (shown < all)
        m_hexNote->setText(tr("The first %1 of %2 bytes").arg(QLocale().toString(shown), total));
    else
        m_hexNote->setText(tr("%1 bytes").arg(total));
}

void DetailPane::copyBytes() const
{
    if (!m_loaded)
        return;
    const std::string &bytes = m_loaded->packet.value;
    const QByteArray raw(bytes.data(), static_cast<qsizetype>(bytes.size()));
    auto *copied = new QMimeData;
    copied->setText(QString::fromLatin1(raw.toHex(' ')));
    copied->setData(u"application/octet-stream"_s, raw);
    QApplication::clipboard()->setMimeData(copied);
}

void DetailPane::showHeaders()
{
    const LoadedPacket &loaded = *m_loaded;
    m_headers->clear();
    const auto add = [this](const QString &name, const QString &value) {
        auto *item = new QTreeWidgetItem(m_headers, {name, value});
        item->setFont(1, Theme::font(Theme::Font::Mono));
        item->setToolTip(1, QString());
    };
    if (loaded.alert) {
        const Alert &alert = *loaded.alert;
        add(tr("topic"), formats::plain(alert.topic));
        if (alert.partition)
            add(tr("partition"), QString::number(*alert.partition));
        if (alert.offset)
            add(tr("offset"), QString::number(*alert.offset));
        if (!alert.messageId.empty())
            add(tr("message id"), formats::plain(alert.messageId));
        add(tr("broker time"), formats::dateTime(alert.brokerTime));
        add(tr("received"), formats::dateTime(alert.received));
        add(tr("format"), formats::plain(alert.format));
        add(tr("row"), QString::number(alert.row));
        add(tr("size"), formats::bytes(static_cast<qint64>(loaded.packet.value.size())));
    }
    if (!loaded.packet.key.empty())
        add(tr("key"), formats::plain(loaded.packet.key.substr(0, 500)));
    for (const auto &[name, value] : loaded.packet.headers)
        add(formats::plain(name), formats::plain(value.substr(0, 2'000)));
    m_headers->resizeColumnToContents(0);
}

} // namespace tocsin::ui
