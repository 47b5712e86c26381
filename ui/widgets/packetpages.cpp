// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/packetpages.h"

#include "ui/models/packetloader.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/copying.h"
#include "ui/widgets/hexview.h"
#include "ui/widgets/messagepanel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostHex = 64 << 10;
constexpr qint64 kBeforeBad = 4 << 10; // shown before the place that is wrong, where that lies further in
constexpr int kBoxed = 4;
constexpr size_t kMostHeaders = 500;

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

RawPage::RawPage(QWidget *parent) : QWidget(parent), m_note(makeNote()), m_text(new CodeView)
{
    m_note->setContentsMargins(12, 6, 12, 0);
    m_text->setAccessibleName(tr("Raw"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_note);
    column->addWidget(m_text, 1);
    setFocusProxy(m_text);
}

void RawPage::showPacket(const LoadedPacket &loaded)
{
    QString note;
    if (!loaded.error.message.isEmpty())
        note = (loaded.error.message + u' ' + loaded.error.remedy).trimmed();
    else if (loaded.raw.text.isEmpty())
        note = tr("Not text; see Hex");
    else if (loaded.raw.cut)
        note = tr("The beginning, of %1 in all").arg(formats::bytes(static_cast<qint64>(loaded.packet.value.size())));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_text->setCode(loaded.raw.text, loaded.rawIsJson);
    m_text->setVisible(!loaded.raw.text.isEmpty());
}

HexPage::HexPage(QWidget *parent) : QWidget(parent), m_message(new MessagePanel), m_note(makeNote()), m_bytes(new HexView)
{
    m_message->hide();
    m_bytes->setAccessibleName(tr("Hex"));
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *copy = new QPushButton(tr("Copy bytes"));
    copy->setAutoDefault(false);
    copy->setToolTip(tr("As hexadecimal text, and as they are for programs that take bytes"));
    connect(copy, &QPushButton::clicked, this, &HexPage::copyBytes);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(10, 6, 10, 8);
    footer->addWidget(copy);
    footer->addWidget(m_note, 1);
    auto *box = new QVBoxLayout;
    box->setContentsMargins(10, 8, 10, 2);
    box->addWidget(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(box);
    column->addWidget(m_bytes, 1);
    column->addLayout(footer);
    setFocusProxy(m_bytes);
}

void HexPage::clear()
{
    m_packet.reset();
}

void HexPage::showPacket(const std::shared_ptr<const LoadedPacket> &packet)
{
    m_packet = packet;
    const LoadedPacket &loaded = *m_packet;
    const std::string &bytes = loaded.packet.value;
    const auto all = static_cast<qint64>(bytes.size());
    const QString why = loaded.alert ? formats::plain(loaded.alert->error) : QString();
    if (!why.isEmpty())
        m_message->setMessage(MessagePanel::Kind::Bad, tr("This packet could not be decoded"), formats::sentence(why) + u'\n' + tr("The bytes are kept."));
    m_message->setVisible(!why.isEmpty());
    const qint64 first = loaded.badAt > kMostHex - kBeforeBad ? (loaded.badAt - kBeforeBad) / 16 * 16 : 0;
    const qint64 shown = std::min(all - first, kMostHex);
    const int boxed = loaded.badAt < 0 ? 0 : static_cast<int>(std::min<qint64>(kBoxed, all - loaded.badAt));
    m_bytes->setBytes(QByteArray(bytes.data() + first, shown), first, loaded.badAt, boxed);
    const QString total = QLocale().toString(all);
    if (loaded.badAt >= 0)
        m_note->setText(tr("Offset 0x%1 of %2").arg(QString::number(loaded.badAt, 16), total));
    else if (shown < all)
        m_note->setText(tr("The first %1 of %2 bytes").arg(QLocale().toString(shown), total));
    else
        m_note->setText(tr("%1 bytes").arg(total));
}

void HexPage::copyBytes() const
{
    if (!m_packet)
        return;
    const std::string &bytes = m_packet->packet.value;
    const QByteArray raw(bytes.data(), static_cast<qsizetype>(bytes.size()));
    copyToClipboard(*this, QString::fromLatin1(raw.toHex(' ')), u"application/octet-stream"_s, raw);
}

HeadersPage::HeadersPage(QWidget *parent) : QWidget(parent), m_list(new QTreeWidget)
{
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Header"), tr("Value")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Headers"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setAccessibleName(tr("Columns"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    setFocusProxy(m_list);
}

void HeadersPage::showPacket(const LoadedPacket &loaded)
{
    m_list->clear();
    const auto add = [this](const QString &name, const QString &value) {
        auto *item = new QTreeWidgetItem(m_list, {name, value});
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
    for (size_t i = 0; i < std::min(loaded.packet.headers.size(), kMostHeaders); ++i) {
        const auto &[name, value] = loaded.packet.headers[i];
        add(formats::plain(name.substr(0, 200)), formats::plain(value.substr(0, 2'000)));
    }
    if (loaded.packet.headers.size() > kMostHeaders)
        add(u"…"_s, tr("%1 more").arg(loaded.packet.headers.size() - kMostHeaders));
    m_list->resizeColumnToContents(0);
}

} // namespace tocsin::ui
