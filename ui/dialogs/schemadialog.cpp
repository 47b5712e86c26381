// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/schemadialog.h"

#include "ui/models/schemawords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostShown = 6; // of what broke; all of it is copied

} // namespace

SchemaDialog::SchemaDialog(const services::SchemaChange &change, const std::vector<services::BrokenUse> &uses, QWidget *parent)
    : QDialog(parent), m_change(change), m_broken(schemawords::broken(change, uses)), m_fields(new QTreeWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Schema of %1").arg(formats::plain(change.is.survey)));
    resize(Theme::scaled(640), Theme::scaled(480));
    auto *heading = new QLabel(schemawords::versions(change), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(Theme::font(Theme::Font::Heading));
    auto *where = new QLabel(tr("Stream %1 · first packet of this version %2 UT")
                                 .arg(formats::plain(change.stream), QString::fromStdString(change.since.iso()).left(16).replace(u'T', u' ')),
                             this);
    where->setTextFormat(Qt::PlainText);
    where->setForegroundRole(QPalette::PlaceholderText);
    auto *panel = new MessagePanel(this);
    QStringList shown = m_broken.first(std::min(kMostShown, m_broken.size()));
    if (shown.size() < m_broken.size())
        shown << tr("and %n more", nullptr, int(m_broken.size() - shown.size()));
    if (change.is.isSampled) {
        shown.prepend(tr("Fields that are sent now and then may seem to come or go."));
        panel->setMessage(MessagePanel::Kind::Info, tr("One packet of each version was compared"), shown.join(u'\n'));
    } else if (m_broken.isEmpty()) {
        panel->setMessage(MessagePanel::Kind::Info, tr("Nothing that you use is gone"), tr("Columns, filters, colour rules and mappings find their fields."));
    } else {
        panel->setMessage(MessagePanel::Kind::Warn, tr("%n thing(s) lost a field", nullptr, int(m_broken.size())), shown.join(u'\n'));
    }
    m_fields->setAccessibleName(tr("Fields"));
    m_fields->setHeaderLabels({tr("Field"), tr("Before"), tr("Now")});
    m_fields->setUniformRowHeights(true);
    m_fields->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_fields->setSelectionMode(QAbstractItemView::ExtendedSelection);
    fill();
    auto *copyButton = new QPushButton(tr("Copy"), this);
    copyButton->setAutoDefault(false);
    auto *later = new QPushButton(tr("Remind me again"), this);
    later->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copyButton);
    buttons->addStretch();
    buttons->addWidget(later);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    column->addWidget(heading);
    column->addWidget(where);
    column->addWidget(panel);
    column->addWidget(m_fields, 1);
    column->addLayout(buttons);
    connect(copyButton, &QPushButton::clicked, this, &SchemaDialog::copy);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(close, &QPushButton::clicked, this, [this] {
        Q_EMIT putAside();
        accept();
    });
    m_fields->setFocus();
}

void SchemaDialog::fill()
{
    const decoders::SchemaDiff diff = decoders::difference(m_change.was, m_change.is);
    const auto group = [this](const QString &title) {
        auto *item = new QTreeWidgetItem(m_fields, {title});
        item->setFont(0, Theme::font(Theme::Font::Strong));
        item->setFirstColumnSpanned(true);
        item->setExpanded(true);
        return item;
    };
    const auto add = [](QTreeWidgetItem *below, const std::string &path, const std::string &was, const std::string &is) {
        new QTreeWidgetItem(below, {formats::plain(path), formats::plain(was), formats::plain(is)});
    };
    if (!diff.removed.empty()) {
        QTreeWidgetItem *removed = group(tr("Removed (%1)").arg(diff.removed.size()));
        for (const decoders::SchemaField &field : diff.removed)
            add(removed, field.path, field.type, {});
    }
    if (!diff.changed.empty()) {
        QTreeWidgetItem *changed = group(tr("Of another type (%1)").arg(diff.changed.size()));
        for (const decoders::SchemaDiff::Changed &field : diff.changed)
            add(changed, field.path, field.was, field.is);
    }
    if (!diff.added.empty()) {
        QTreeWidgetItem *added = group(tr("Added (%1)").arg(diff.added.size()));
        for (const decoders::SchemaField &field : diff.added)
            add(added, field.path, {}, field.type);
    }
    for (int i = 0; i < m_fields->topLevelItemCount(); ++i)
        m_fields->topLevelItem(i)->setExpanded(true);
    m_fields->header()->setStretchLastSection(true);
    m_fields->setColumnWidth(0, Theme::scaled(290));
    m_fields->setColumnWidth(1, Theme::scaled(140));
}

// As tab-separated lines: what broke, then the fields.
void SchemaDialog::copy()
{
    QStringList lines{schemawords::versions(m_change)};
    lines << m_broken;
    for (int i = 0; i < m_fields->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *group = m_fields->topLevelItem(i);
        lines << group->text(0);
        for (int j = 0; j < group->childCount(); ++j)
            lines << group->child(j)->text(0) + u'\t' + group->child(j)->text(1) + u'\t' + group->child(j)->text(2);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace tocsin::ui
