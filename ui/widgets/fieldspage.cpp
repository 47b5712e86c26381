// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldspage.h"

#include "core/decoders/decoder.h"
#include "core/decoders/formatpages.h"
#include "ui/models/packetloader.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copying.h"
#include "ui/widgets/messagepanel.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

FieldsPage::FieldsPage(QWidget *parent)
    : QWidget(parent), m_problem(new MessagePanel(this)), m_find(new QLineEdit(this)), m_found(new QLabel(this)),
      m_formatHelp(new QToolButton(this)), m_tree(new FieldTreeView(this))
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
    m_formatHelp->setIcon(Theme::icon(u"help-contents"_s));
    m_formatHelp->setAutoRaise(true);
    m_formatHelp->setAccessibleName(tr("About this format"));
    m_formatHelp->hide();
    connect(m_formatHelp, &QToolButton::clicked, this, [this] { Q_EMIT formatHelpWanted(QString::fromStdString(m_format)); });
    findRow->addWidget(m_formatHelp);
    m_tree->setAccessibleName(tr("Fields"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 0, 0);
    findRow->setContentsMargins(0, 0, 10, 0);
    column->setSpacing(4);
    column->addWidget(m_problem);
    column->addLayout(findRow);
    column->addWidget(makeChangesRow());
    column->addWidget(m_tree, 1);
    column->addStretch();
    setFocusProxy(m_tree);
    connect(m_find, &QLineEdit::textChanged, this, &FieldsPage::refresh);
    connect(m_only, &QToolButton::toggled, this, &FieldsPage::refresh);
    connect(&m_search, &FieldSearch::found, this, &FieldsPage::showFound);
    connect(&m_search, &FieldSearch::written, this, [this](const QString &text) { copyToClipboard(*m_tree, text); });
    connect(m_tree, &FieldTreeView::conditionWanted, this, &FieldsPage::conditionWanted);
    connect(m_tree, &FieldTreeView::columnWanted, this, &FieldsPage::columnWanted);
    connect(m_tree, &FieldTreeView::copyWanted, this, [this](const decoders::FieldTree *tree, bool json) {
        if (m_all)
            m_search.write(m_all, tree, json);
    });
}

QWidget *FieldsPage::makeChangesRow()
{
    m_changesRow = new QWidget(this);
    m_changes = new QLabel(m_changesRow);
    m_changes->setTextFormat(Qt::PlainText);
    m_changes->setForegroundRole(QPalette::WindowText); // whatever it stands on
    m_only = new QToolButton(m_changesRow);
    m_only->setText(tr("Only changes"));
    m_only->setCheckable(true);
    m_only->setToolTip(tr("Show only what changed since the revision before (D in the table)"));
    const auto button = [this](const QString &icon, const QString &name, const QString &tip, int step) {
        auto *made = new QToolButton(m_changesRow);
        made->setIcon(Theme::icon(icon));
        made->setAutoRaise(true);
        made->setAccessibleName(name);
        made->setToolTip(tip);
        connect(made, &QToolButton::clicked, this, [this, step] { goToChange(step); });
        return made;
    };
    auto *row = new QHBoxLayout(m_changesRow);
    row->setContentsMargins(0, 0, 10, 0);
    row->setSpacing(4);
    row->addWidget(m_changes, 1);
    row->addWidget(button(u"go-up"_s, tr("Previous change"), tr("Previous change (Shift+F8)"), -1));
    row->addWidget(button(u"go-down"_s, tr("Next change"), tr("Next change (F8)"), 1));
    row->addWidget(m_only);
    m_changesRow->hide();
    return m_changesRow;
}

bool FieldsPage::isNarrowed() const
{
    return !m_find->text().trimmed().isEmpty() || (m_only->isChecked() && m_compared);
}

// The page keeps the lines, and with them the packet, as long as it shows them.
void FieldsPage::setNodes(std::shared_ptr<const FieldNodes> nodes)
{
    if (m_showsAll)
        m_place = m_tree->place();
    m_all = std::move(nodes);
    refresh();
}

void FieldsPage::showFields(const std::shared_ptr<const LoadedPacket> &packet)
{
    m_problem->hide();
    m_find->show();
    m_tree->show();
    const std::string &format = packet->alert ? packet->alert->format : std::string();
    if (m_showsAll && m_format != format) { // other fields: nothing to find again
        m_showsAll = false;
        m_place = {};
    }
    m_format = format;
    const decoders::Decoder *decoder = decoders::decoderOf(format);
    m_formatHelp->setVisible(decoder != nullptr);
    if (decoder)
        m_formatHelp->setToolTip(tr("%1: what it is, and which field becomes which key").arg(QCoreApplication::translate("decoders", decoder->label())));
    m_compared = false;
    showCounts(nullptr);
    setNodes(std::shared_ptr<const FieldNodes>(packet, packet->nodes.get()));
}

void FieldsPage::showChanges(const std::shared_ptr<const ComparedPacket> &packet)
{
    if (!m_all || !packet->nodes)
        return;
    m_compared = true;
    showCounts(packet.get());
    setNodes(std::shared_ptr<const FieldNodes>(packet, packet->nodes.get()));
}

void FieldsPage::showCounts(const ComparedPacket *packet)
{
    m_changesRow->setVisible(packet != nullptr);
    if (!packet)
        return;
    const auto count = [](size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); };
    const compare::TreeChanges &tree = packet->tree;
    m_changes->setText(tree.cut              ? tr("more than %1 changed").arg(count(tree.list.size()))
                           : tree.list.empty() ? tr("no field changed")
                                               : tr("%1 of %2 changed").arg(count(tree.list.size()), count(tree.values)));
    QEvent look(QEvent::PaletteChange);
    changeEvent(&look);
}

void FieldsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    QPalette palette = m_changes->palette();
    palette.setColor(QPalette::WindowText, Theme::palette().changed);
    m_changes->setPalette(palette);
    m_changes->setFont(Theme::font(Theme::Font::Small));
    m_only->setFont(Theme::font(Theme::Font::Small));
}

void FieldsPage::clear()
{
    m_search.cancel();
    if (m_showsAll)
        m_place = m_tree->place();
    m_showsAll = false;
    m_tree->setNodes(nullptr, false, nullptr);
    m_all.reset();
    m_compared = false;
    m_changesRow->hide();
    m_found->hide();
}

void FieldsPage::showProblem(const QString &title, const QString &text)
{
    clear();
    m_find->hide();
    m_formatHelp->hide();
    m_tree->hide();
    m_problem->setMessage(MessagePanel::Kind::Bad, title, text);
    m_problem->show();
}

void FieldsPage::refresh()
{
    m_search.cancel();
    if (!m_all)
        return;
    if (isNarrowed()) {
        if (m_showsAll)
            m_place = m_tree->place();
        m_showsAll = false;
        m_search.find(m_all, m_find->text().trimmed(), m_only->isChecked() && m_compared);
        return;
    }
    m_found->hide();
    m_tree->setNodes(m_all, false, m_place.open.empty() ? nullptr : &m_place);
    m_showsAll = true;
}

void FieldsPage::showFound(const std::shared_ptr<const FieldNodes> &nodes)
{
    m_tree->setNodes(nodes, m_only->isChecked() && m_compared, nullptr);
    for (const int node : nodes->toOpen())
        m_tree->expand(m_tree->fields().indexOf(node));
    const bool looking = !m_find->text().trimmed().isEmpty();
    m_found->setText(looking ? tr("%Ln found", nullptr, nodes->matches()) : QString());
    m_found->setVisible(looking && m_find->isVisibleTo(this));
}

void FieldsPage::goToChange(int step)
{
    m_tree->goToChange(step);
}

void FieldsPage::setOnlyChanges(bool on)
{
    m_only->setChecked(on);
}

bool FieldsPage::isOnlyChanges() const
{
    return m_only->isChecked();
}

} // namespace tocsin::ui
