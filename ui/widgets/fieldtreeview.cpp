// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldtreeview.h"

#include "ui/models/cellfilter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copying.h"
#include "ui/widgets/valueactions.h"

#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTimerEvent>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using Mark = FieldNode::Mark;

namespace {

constexpr int kTreeRow = 21;
constexpr int kMarkWide = 3;
constexpr int kMarkHigh = 11;
constexpr int kMostTopRows = 400; // shown without being asked
constexpr int kMostOpened = 20'000; // lines, by “open all below”
constexpr qint64 kSliceMs = 6;
constexpr size_t kMostPlace = 300;
constexpr size_t kMostAtOnce = 64 << 10; // bytes of text written out on the main thread

// Keys in the text font, values in the fixed one, coloured by type.
class FieldDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Palette &colours = Theme::palette();
        const bool removed = index.data(FieldTreeModel::MarkRole).toInt() == static_cast<int>(Mark::Removed);
        QColor colour = colours.muted;
        if (index.column() == 0) {
            if (!removed)
                return;
        } else {
            option->font = Theme::font(Theme::Font::Mono);
            const auto type = removed ? FieldTreeModel::Type::Container : static_cast<FieldTreeModel::Type>(index.data(FieldTreeModel::TypeRole).toInt());
            switch (type) {
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
        }
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), Theme::scaled(kTreeRow)};
    }
};

// Whether writing it out takes no time worth speaking of; ends early.
bool isSmall(const decoders::FieldTree &tree, size_t &left)
{
    const size_t cost = tree.is_string() ? tree.get_ref<const std::string &>().size() + 8 : 24;
    if (cost > left)
        return false;
    left -= cost;
    return !tree.is_structured() || std::ranges::all_of(tree, [&left](const decoders::FieldTree &item) { return isSmall(item, left); });
}

bool isCopyPath(const QKeyEvent &event)
{
    return event.key() == Qt::Key_C && event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
}

} // namespace

FieldTreeView::FieldTreeView(QWidget *parent) : QTreeView(parent), m_model(new FieldTreeModel(this))
{
    setModel(m_model);
    setItemDelegate(new FieldDelegate(this));
    setUniformRowHeights(true);
    setIndentation(14);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(true);
    header()->hide();
    connect(this, &QWidget::customContextMenuRequested, this, &FieldTreeView::showMenu);
}

void FieldTreeView::setNodes(std::shared_ptr<const FieldNodes> nodes, bool asChanges, const Place *place)
{
    m_toOpen.clear();
    m_openTimer.stop();
    m_model->setNodes(std::move(nodes), asChanges);
    // The view lays out once, after all this.
    if (!m_model->nodes())
        return;
    if (!place) {
        openTop();
        return;
    }
    for (const filter::PacketPath &path : place->open) {
        // Of longer lists the stretches on the way are opened with it.
        for (int node = m_model->nodes()->find(path); node >= 0; node = m_model->nodes()->at(node).parent)
            expand(m_model->indexOf(node));
    }
    if (const int current = place->current.empty() ? -1 : m_model->nodes()->find(place->current); current >= 0)
        setCurrentIndex(m_model->indexOf(current));
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(place->scroll);
}

void FieldTreeView::openTop()
{
    const FieldNodes &nodes = *m_model->nodes();
    int rows = nodes.topCount();
    for (int i = 0; i < nodes.topCount() && rows < kMostTopRows; ++i) {
        if (nodes.at(i).count == 0 || nodes.at(i).count > kMostTopRows)
            continue;
        rows += nodes.at(i).count;
        expand(m_model->indexOf(i));
    }
}

FieldTreeView::Place FieldTreeView::place() const
{
    Place place;
    const FieldNodes *nodes = m_model->nodes();
    if (!nodes)
        return place;
    std::deque<int> ahead;
    for (int i = 0; i < nodes->topCount(); ++i)
        ahead.push_back(i);
    while (!ahead.empty() && place.open.size() < kMostPlace) {
        const int node = ahead.front();
        ahead.pop_front();
        const FieldNode &line = nodes->at(node);
        if (line.count == 0 || !isExpanded(m_model->indexOf(node)))
            continue;
        if (!line.isStretch())
            place.open.push_back(nodes->pathOf(node));
        for (int i = 0; i < line.count; ++i)
            ahead.push_back(line.first + i);
    }
    if (currentIndex().isValid())
        place.current = nodes->pathOf(static_cast<int>(currentIndex().internalId()));
    place.scroll = verticalScrollBar()->value();
    return place;
}

std::vector<int> FieldTreeView::rowsTo(int node) const
{
    std::vector<int> rows;
    for (; node >= 0; node = m_model->nodes()->at(node).parent)
        rows.push_back(m_model->nodes()->at(node).row);
    std::ranges::reverse(rows);
    return rows;
}

void FieldTreeView::goToChange(int step)
{
    const FieldNodes *nodes = m_model->nodes();
    if (!nodes)
        return;
    // In the order in which they stand below each other.
    std::vector<std::pair<std::vector<int>, int>> changed;
    for (int i = 0; i < nodes->size(); ++i) {
        if (nodes->at(i).mark >= Mark::Changed)
            changed.emplace_back(rowsTo(i), i);
    }
    if (changed.empty())
        return;
    std::ranges::sort(changed);
    const std::pair<std::vector<int>, int> here{currentIndex().isValid() ? rowsTo(static_cast<int>(currentIndex().internalId())) : std::vector<int>{}, -1};
    auto it = std::ranges::lower_bound(changed, here);
    if (step > 0 && it != changed.end() && it->first == here.first)
        ++it;
    if (step > 0)
        it = it == changed.end() ? changed.begin() : it;
    else
        it = it == changed.begin() ? changed.end() - 1 : it - 1;
    for (int up = nodes->at(it->second).parent; up >= 0; up = nodes->at(up).parent)
        expand(m_model->indexOf(up));
    const QModelIndex index = m_model->indexOf(it->second);
    setCurrentIndex(index);
    scrollTo(index);
}

void FieldTreeView::openBelow(const QModelIndex &index)
{
    if (!m_model->nodes())
        return;
    m_toOpen.clear();
    m_opened = 0;
    if (index.isValid()) {
        m_toOpen.push_back(static_cast<int>(index.internalId()));
    } else {
        for (int i = 0; i < m_model->nodes()->topCount(); ++i)
            m_toOpen.push_back(i);
    }
    m_openTimer.start(0, this);
}

void FieldTreeView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_openTimer.timerId())
        return QTreeView::timerEvent(event);
    QElapsedTimer clock;
    clock.start();
    while (!m_toOpen.empty() && clock.elapsed() < kSliceMs) {
        const int node = m_toOpen.front();
        m_toOpen.pop_front();
        const FieldNode &line = m_model->nodes()->at(node);
        if (line.count == 0)
            continue;
        if (m_opened + line.count > kMostOpened) {
            m_toOpen.clear();
            break;
        }
        m_opened += line.count;
        expand(m_model->indexOf(node));
        for (int i = 0; i < line.count; ++i)
            m_toOpen.push_back(line.first + i);
    }
    if (m_toOpen.empty())
        m_openTimer.stop();
}

bool FieldTreeView::event(QEvent *event)
{
    // In the window the same key opens “Copy as” over the rows.
    if (event->type() == QEvent::ShortcutOverride && isCopyPath(*static_cast<QKeyEvent *>(event)) && currentIndex().isValid()) {
        event->accept();
        return true;
    }
    // The menu key speaks of the line one is on.
    if (event->type() == QEvent::ContextMenu && contextMenuPolicy() == Qt::CustomContextMenu
        && static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid()) {
        scrollTo(currentIndex());
        showMenu(visualRect(currentIndex()).center());
        return true;
    }
    return QTreeView::event(event);
}

void FieldTreeView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const Qt::KeyboardModifiers with = event->modifiers() & ~Qt::KeypadModifier;
    if (index.isValid()) {
        if (event->matches(QKeySequence::Copy))
            return copyValue(index, false);
        if (isCopyPath(*event))
            return copyPath(index);
        if (event->key() == Qt::Key_J && with == Qt::ControlModifier)
            return copyValue(index, true);
        if (event->key() == Qt::Key_F && (with == Qt::NoModifier || with == Qt::ShiftModifier))
            return useCondition(index, with == Qt::ShiftModifier);
        if (event->key() == Qt::Key_Asterisk)
            return openBelow(index); // Qt's own does it all at once
    }
    QTreeView::keyPressEvent(event);
}

void FieldTreeView::copyPath(const QModelIndex &index)
{
    copyToClipboard(*this, index.data(FieldTreeModel::PathRole).toString());
}

void FieldTreeView::copyValue(const QModelIndex &index, bool json)
{
    const FieldNode *node = m_model->nodeAt(index);
    if (!node)
        return;
    size_t left = kMostAtOnce;
    if (isSmall(*node->tree, left))
        copyToClipboard(*this, json ? wholeJson(*node->tree) : wholeText(*node->tree));
    else
        Q_EMIT copyWanted(node->tree, json);
}

namespace {

// Of a value too long to be typed there is no condition.
CellFilter conditionOf(const FieldTreeModel &model, const QModelIndex &index)
{
    constexpr size_t kMostText = 1'000;
    const FieldNode *node = model.nodeAt(index);
    const filter::PacketPath path = model.nodes()->pathOf(static_cast<int>(index.internalId()));
    const bool long_ = node->tree->is_string() && node->tree->get_ref<const std::string &>().size() > kMostText;
    if (node->mark == Mark::Removed)
        return {.why = FieldTreeView::tr("This field was in the revision before; it is not in this one.")};
    if (long_)
        return {.why = FieldTreeView::tr("The value is too long for a condition.")};
    if (node->isStretch() || path.empty())
        return {.why = FieldTreeView::tr("This line stands for several values. Open it for one.")};
    return packetFilter(path, *node->tree);
}

} // namespace

void FieldTreeView::useCondition(const QModelIndex &index, bool without)
{
    if (const CellFilter cell = conditionOf(*m_model, index); !cell.isEmpty())
        Q_EMIT conditionWanted(without ? cell.without : cell.only);
}

void FieldTreeView::showMenu(const QPoint &at)
{
    const QModelIndex index = indexAt(at).siblingAtColumn(0);
    if (!index.isValid())
        return;
    const FieldNode &node = *m_model->nodeAt(index);
    const QPersistentModelIndex line = index; // a search may answer while the menu is open
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QString &icon, const QKeySequence &key, const auto &act) {
        QAction *action = menu->addAction(icon.isEmpty() ? QIcon() : Theme::icon(icon), text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, [line, act] {
            if (line.isValid())
                act(line);
        });
        return action;
    };
    add(tr("Copy value"), u"edit-copy"_s, QKeySequence::Copy, [this](const QModelIndex &it) { copyValue(it, false); });
    add(tr("Copy path"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this](const QModelIndex &it) { copyPath(it); });
    add(tr("Copy as JSON"), {}, Qt::CTRL | Qt::Key_J, [this](const QModelIndex &it) { copyValue(it, true); });
    if (node.mark == Mark::Changed && node.before) {
        add(tr("Copy the value before"), {}, {}, [this](const QModelIndex &it) {
            if (const FieldNode *changed = m_model->nodeAt(it); changed && changed->before)
                copyToClipboard(*this, wholeText(*changed->before));
        });
    }
    menu->addSeparator();
    const CellFilter cell = conditionOf(*m_model, index);
    QAction *only = add(tr("Only this value"), u"view-filter"_s, Qt::Key_F, [this](const QModelIndex &it) { useCondition(it, false); });
    QAction *without = add(tr("Without it"), {}, Qt::SHIFT | Qt::Key_F, [this](const QModelIndex &it) { useCondition(it, true); });
    QAction *column = add(tr("As column"), {}, {}, [this](const QModelIndex &it) { Q_EMIT columnWanted(it.data(FieldTreeModel::PathRole).toString()); });
    column->setEnabled(!node.isStretch() && node.mark != Mark::Removed);
    QAction *copy = add(tr("Copy as filter"), {}, {}, [this, cell](const QModelIndex &) { copyToClipboard(*this, cell.only); });
    for (QAction *action : {only, without, copy})
        action->setEnabled(!cell.isEmpty());
    addReason(*menu, cell.why);
    if (node.count > 0) {
        menu->addSeparator();
        add(tr("Open all below"), {}, Qt::Key_Asterisk, [this](const QModelIndex &it) { openBelow(it); });
    }
    menu->popup(viewport()->mapToGlobal(at));
}

void FieldTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    const FieldNode *node = m_model->nodeAt(index);
    if (!node || node->mark == Mark::None)
        return;
    const int high = Theme::scaled(kMarkHigh);
    const QRect mark(viewport()->width() - kMarkWide - 1, option.rect.center().y() - high / 2, kMarkWide, high);
    // Of what is folded it says that there is more inside.
    if (node->mark != Mark::Inside)
        painter->fillRect(mark, Theme::palette().changed);
    else if (!isExpanded(index))
        painter->fillRect(mark.adjusted(0, high / 3, 0, -(high / 3)), Theme::palette().changed);
}

void FieldTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    setColumnWidth(0, viewport()->width() * 42 / 100);
}

} // namespace tocsin::ui
