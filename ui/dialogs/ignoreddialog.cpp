// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ignoreddialog.h"

#include "ui/dialogs/dialogparts.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, OtherNames };
constexpr int kIdRole = Qt::UserRole;

} // namespace

IgnoredDialog::IgnoredDialog(QWidget *parent)
    : QDialog(parent), m_objects(new QTreeWidget(this)), m_none(new QLabel(tr("Nothing is ignored. X in the table hides the object of a row, in all streams."), this)),
      m_restore(new QPushButton(tr("Show again"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ignored objects"));
    resize(QSize(Theme::scaled(720), Theme::scaled(420)).boundedTo(screen()->availableSize() * 9 / 10));
    m_objects->setAccessibleName(tr("Ignored objects"));
    m_objects->setHeaderLabels({tr("Name"), tr("Other names"), tr("Place"), tr("Since (UT)")});
    m_objects->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_objects->header()->setSectionResizeMode(OtherNames, QHeaderView::Stretch);
    m_objects->header()->setStretchLastSection(false);
    m_objects->setItemDelegate(new StateRowDelegate(m_objects));
    m_objects->setRootIsDecorated(false);
    m_objects->setUniformRowHeights(true);
    m_objects->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_objects->setTextElideMode(Qt::ElideRight);
    m_none->setWordWrap(true);
    m_none->setTextFormat(Qt::PlainText);
    m_none->hide();
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_restore);
    buttons->addStretch();
    buttons->addWidget(close);
    m_restore->setAutoDefault(false);
    m_restore->setEnabled(false);
    close->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(8);
    column->addWidget(m_objects, 1);
    column->addWidget(m_none);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_objects, &QTreeWidget::itemSelectionChanged, this, &IgnoredDialog::showButtons);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        std::vector<int64_t> ids;
        for (const QTreeWidgetItem *item : m_objects->selectedItems())
            ids.push_back(item->data(Name, kIdRole).toLongLong());
        Q_EMIT restoreWanted(ids);
    });
}

// The newest first: that is what somebody looks for.
void IgnoredDialog::setObjects(const std::vector<triage::IgnoredObject> &objects)
{
    m_objects->clear();
    for (auto it = objects.rbegin(); it != objects.rend(); ++it) {
        QStringList others;
        for (const std::string &name : it->names) {
            if (name != it->name)
                others << QString::fromStdString(name);
        }
        const QString place = it->ra && it->dec ? u"%1 %2"_s.arg(*it->ra, 0, 'f', 5).arg(*it->dec, 0, 'f', 5) : tr("by name alone");
        auto *item = new QTreeWidgetItem(m_objects, {QString::fromStdString(it->name), others.join(u", "_s), place, QString::fromStdString(it->made.iso()).left(16).replace(u'T', u' ')});
        item->setData(Name, kIdRole, qlonglong(it->id));
        item->setToolTip(OtherNames, formats::plainTip(others.join(u", "_s)));
    }
    m_none->setVisible(objects.empty());
    showButtons();
}

void IgnoredDialog::showButtons()
{
    m_restore->setEnabled(!m_objects->selectedItems().isEmpty());
}

} // namespace tocsin::ui
