// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldspage.h"

#include "ui/models/cellfilter.h"
#include "ui/models/fieldtreemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

FieldsPage::FieldsPage(QWidget *parent)
    : QWidget(parent), m_problem(new MessagePanel(this)), m_find(new QLineEdit(this)), m_found(new QLabel(this)), m_tree(new QTreeView(this)),
      m_model(new FieldTreeModel(this))
{
    setAccessibleName(tr("Fields"));
    m_problem->hide();
    m_find->setPlaceholderText(tr("Find field or value"));
    m_find->setAccessibleName(tr("Find field or value"));
    m_find->setClearButtonEnabled(true);
    const QAction *glass = m_find->addAction(Theme::icon(u"edit-find"_s), QLineEdit::LeadingPosition);
    connect(glass, &QAction::triggered, m_find, qOverload<>(&QWidget::setFocus));
    for (QToolButton *inside : m_find->findChildren<QToolButton *>())
        inside->setAccessibleName(m_find->placeholderText());
    m_found->setForegroundRole(QPalette::PlaceholderText);
    m_found->setFont(Theme::font(Theme::Font::Small));
    m_found->hide();
    auto *findRow = new QHBoxLayout;
    findRow->addWidget(m_find, 1);
    findRow->addWidget(m_found);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new FieldDelegate(m_tree));
    m_tree->setAccessibleName(tr("Fields"));
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 0);
    column->addWidget(m_problem);
    column->addLayout(findRow);
    column->addWidget(m_tree, 1);
    column->addStretch();
    setFocusProxy(m_tree);
    connect(m_find, &QLineEdit::textChanged, this, &FieldsPage::find);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &FieldsPage::showMenu);
}

void FieldsPage::showFields(const decoders::FieldTree &fields)
{
    m_problem->hide();
    m_find->show();
    m_tree->show();
    m_model->setTree(fields);
    m_fields = &fields;
    m_tree->expandToDepth(0);
    m_tree->setColumnWidth(0, m_tree->viewport()->width() * 42 / 100);
    find(m_find->text());
}

void FieldsPage::showProblem(const QString &title, const QString &text)
{
    m_model->setTree({});
    m_fields = nullptr;
    m_find->hide();
    m_found->hide();
    m_tree->hide();
    m_problem->setMessage(MessagePanel::Kind::Bad, title, text);
    m_problem->show();
}

bool FieldsPage::showMatching(const QModelIndex &parent, const QString &text)
{
    bool any = false;
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex key = m_model->index(row, 0, parent);
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

void FieldsPage::find(const QString &text)
{
    m_matches = 0;
    showMatching({}, text.trimmed());
    const bool looking = !text.trimmed().isEmpty();
    m_found->setText(looking ? tr("%n found", nullptr, m_matches) : QString());
    m_found->setVisible(looking && m_find->isVisibleTo(this));
}

void FieldsPage::showMenu(const QPoint &at)
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
    CellFilter cell;
    const filter::PacketPath steps = m_model->pathOf(index);
    const auto take = [&](const decoders::FieldTree *found) {
        if (found)
            cell = packetFilter(steps, *found);
        return false;
    };
    if (m_fields && m_fields->is_object())
        filter::visitPath(*m_fields, steps, false, take);
    menu->addSeparator();
    QAction *only = menu->addAction(Theme::icon(u"view-filter"_s), tr("Only this value"));
    QAction *without = menu->addAction(tr("Without it"));
    QAction *copy = menu->addAction(tr("Copy as filter"));
    connect(only, &QAction::triggered, this, [this, cell] { Q_EMIT conditionWanted(cell.only); });
    connect(without, &QAction::triggered, this, [this, cell] { Q_EMIT conditionWanted(cell.without); });
    connect(copy, &QAction::triggered, this, [cell] { QApplication::clipboard()->setText(cell.only); });
    for (QAction *action : {only, without, copy})
        action->setEnabled(!cell.isEmpty());
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

} // namespace tocsin::ui
