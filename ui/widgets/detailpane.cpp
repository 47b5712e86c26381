// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailpane.h"

#include "ui/models/fieldtreemodel.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertcard.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTreeView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostRaw = 1 << 20;
constexpr size_t kMostHex = 64 << 10;
constexpr int kTreeRow = 21;

// Keys in the text font, values in the fixed one, coloured by type.
class FieldDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == 0)
            return;
        const Palette &colours = Theme::palette();
        option->font = Theme::font(Theme::Font::Mono);
        QColor colour = colours.muted;
        switch (static_cast<FieldTreeModel::Type>(index.data(FieldTreeModel::TypeRole).toInt())) {
        case FieldTreeModel::Type::Text:
            colour = colours.codeStr;
            break;
        case FieldTreeModel::Type::Number:
            colour = colours.codeNum;
            break;
        case FieldTreeModel::Type::Word:
            colour = colours.codeKey;
            break;
        case FieldTreeModel::Type::Container:
        case FieldTreeModel::Type::Binary:
            break;
        }
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), Theme::scaled(kTreeRow)};
    }
};

QPlainTextEdit *makeText(QWidget *parent, const QString &name)
{
    auto *text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setAccessibleName(name);
    text->setFrameShape(QFrame::NoFrame);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(Theme::font(Theme::Font::Mono));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return text;
}

} // namespace

DetailPane::DetailPane(archive::Archive &archive, QWidget *parent)
    : QWidget(parent), m_loader(archive), m_card(new AlertCard), m_tabs(new QTabWidget(this)), m_find(new QLineEdit), m_found(new QLabel),
      m_tree(new QTreeView), m_fields(new FieldTreeModel(this)), m_raw(makeText(this, tr("Raw"))), m_hex(makeText(this, tr("Hex"))), m_headers(new QTreeWidget)
{
    setAccessibleName(tr("Alert"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *fields = new QWidget;
    fields->setAccessibleName(tr("Fields"));
    m_find->setPlaceholderText(tr("Find field or value"));
    m_find->setAccessibleName(tr("Find field or value"));
    m_find->setClearButtonEnabled(true);
    m_found->setForegroundRole(QPalette::PlaceholderText);
    m_found->setFont(Theme::font(Theme::Font::Small));
    auto *findRow = new QHBoxLayout;
    findRow->addWidget(m_find, 1);
    findRow->addWidget(m_found);
    m_tree->setModel(m_fields);
    m_tree->setItemDelegate(new FieldDelegate(m_tree));
    m_tree->setAccessibleName(tr("Fields"));
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->hide();
    auto *fieldColumn = new QVBoxLayout(fields);
    fieldColumn->setContentsMargins(8, 8, 8, 0);
    fieldColumn->addLayout(findRow);
    fieldColumn->addWidget(m_tree, 1);

    m_headers->setColumnCount(2);
    m_headers->setHeaderLabels({tr("Header"), tr("Value")});
    m_headers->setRootIsDecorated(false);
    m_headers->setFrameShape(QFrame::NoFrame);
    m_headers->setAccessibleName(tr("Headers"));
    m_headers->setTextElideMode(Qt::ElideMiddle);
    m_headers->header()->setAccessibleName(tr("Columns"));

    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->addTab(fields, tr("Fields"));
    m_tabs->addTab(m_raw, tr("Raw"));
    m_tabs->addTab(m_hex, tr("Hex"));
    m_tabs->addTab(m_headers, tr("Headers"));

    auto *scroll = new QScrollArea;
    scroll->setWidget(m_card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_card->setBackgroundRole(QPalette::Base);
    m_card->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 4);
    column->addWidget(m_tabs, 5);
    setFocusProxy(m_tree);
    m_tabs->setEnabled(false);

    connect(&m_loader, &PacketLoader::loaded, this, [this](const std::shared_ptr<const LoadedPacket> &loaded) {
        if (loaded->row == m_row)
            showPacket(*loaded);
    });
    connect(m_find, &QLineEdit::textChanged, this, &DetailPane::find);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &DetailPane::showTreeMenu);
}

void DetailPane::showRow(qint64 row)
{
    if (row == m_row)
        return;
    m_row = row;
    if (row == 0) {
        m_card->clear();
        m_tabs->setEnabled(false);
        return;
    }
    m_loader.load(row);
}

void DetailPane::showPacket(const LoadedPacket &loaded)
{
    m_tabs->setEnabled(true);
    if (loaded.alert)
        m_card->show(*loaded.alert);
    else
        m_card->clear();
    m_fields->setTree(loaded.fields);
    m_tree->expandToDepth(0);
    m_tree->setColumnWidth(0, m_tree->viewport()->width() * 42 / 100);
    find(m_find->text());
    showRaw(loaded);
    showHex(loaded.packet.value);
    showHeaders(loaded);
    // Of a packet that nobody could read the bytes say most.
    if (loaded.fields.is_null() && m_tabs->currentIndex() == 0)
        m_tabs->setCurrentIndex(2);
    else if (!loaded.fields.is_null() && m_tabs->currentIndex() == 2)
        m_tabs->setCurrentIndex(0);
}

void DetailPane::showRaw(const LoadedPacket &loaded)
{
    if (!loaded.error.message.isEmpty()) {
        m_raw->setPlainText(loaded.error.message + u'\n' + loaded.error.remedy);
        return;
    }
    const std::string &bytes = loaded.packet.value;
    const bool text = !bytes.empty() && (bytes.front() == '{' || bytes.front() == '[' || bytes.front() == '<' || bytes.front() == '"');
    QString raw;
    if (text)
        raw = QString::fromUtf8(bytes.data(), std::min(static_cast<qsizetype>(bytes.size()), kMostRaw));
    else if (!loaded.fields.is_null())
        raw = QString::fromStdString(loaded.fields.dump(2, ' ', false, decoders::FieldTree::error_handler_t::replace)).left(kMostRaw);
    else
        raw = tr("This packet is no text; see Hex.");
    if (text && static_cast<qsizetype>(bytes.size()) > kMostRaw)
        raw.prepend(tr("The first %1 of %2.").arg(formats::bytes(kMostRaw), formats::bytes(static_cast<qint64>(bytes.size()))) + u"\n\n"_s);
    m_raw->setPlainText(raw);
}

void DetailPane::showHex(const std::string &bytes)
{
    const size_t size = std::min(bytes.size(), kMostHex);
    QString text;
    text.reserve(static_cast<qsizetype>(size / 16 * 76 + 128));
    if (bytes.size() > kMostHex)
        text += tr("The first %1 of %2.").arg(formats::bytes(kMostHex), formats::bytes(static_cast<qint64>(bytes.size()))) + u"\n\n"_s;
    static constexpr char digits[] = "0123456789abcdef";
    for (size_t line = 0; line < size; line += 16) {
        text += QString::number(line, 16).rightJustified(6, u'0') + u"  "_s;
        QString ascii;
        for (size_t i = line; i < line + 16; ++i) {
            if (i == line + 8)
                text += u' ';
            if (i >= size) {
                text += u"   "_s;
                continue;
            }
            const auto byte = static_cast<unsigned char>(bytes[i]);
            text += QLatin1Char(digits[byte >> 4]);
            text += QLatin1Char(digits[byte & 15]);
            text += u' ';
            ascii += byte >= 0x20 && byte < 0x7f ? QLatin1Char(static_cast<char>(byte)) : QChar(u'·');
        }
        text += u' ' + ascii + u'\n';
    }
    m_hex->setPlainText(text);
}

void DetailPane::showHeaders(const LoadedPacket &loaded)
{
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

bool DetailPane::showMatching(const QModelIndex &parent, const QString &text)
{
    bool any = false;
    for (int row = 0; row < m_fields->rowCount(parent); ++row) {
        const QModelIndex key = m_fields->index(row, 0, parent);
        const bool itself = text.isEmpty() || key.data().toString().contains(text, Qt::CaseInsensitive)
            || key.siblingAtColumn(1).data().toString().contains(text, Qt::CaseInsensitive);
        if (itself && !text.isEmpty())
            ++m_matches;
        // Below a key that fits everything stays in view.
        const bool below = showMatching(key, itself && !text.isEmpty() ? QString() : text);
        const bool shown = itself || below;
        m_tree->setRowHidden(row, parent, !shown);
        if (below && !text.isEmpty())
            m_tree->expand(key);
        any = any || shown;
    }
    return any;
}

void DetailPane::find(const QString &text)
{
    m_matches = 0;
    showMatching({}, text.trimmed());
    m_found->setText(text.trimmed().isEmpty() ? QString() : tr("%n found", nullptr, m_matches));
}

void DetailPane::showTreeMenu(const QPoint &at)
{
    const QModelIndex index = m_tree->indexAt(at);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString value = index.siblingAtColumn(1).data().toString();
    const QString path = index.data(FieldTreeModel::PathRole).toString();
    connect(menu->addAction(tr("Copy value")), &QAction::triggered, this, [value] { QApplication::clipboard()->setText(value); });
    connect(menu->addAction(tr("Copy path")), &QAction::triggered, this, [path] { QApplication::clipboard()->setText(path); });
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

} // namespace tocsin::ui
