// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/watchlistsdialog.h"

#include "core/watch/watchlist.h"
#include "ui/dialogs/namedialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/messagepanel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

WatchlistsDialog::WatchlistsDialog(QWidget *parent)
    : QDialog(parent), m_lists(new QTreeWidget(this)), m_radius(new QLineEdit(this)), m_help(new FieldNote(this)), m_state(new MessagePanel(this)),
      m_add(new QPushButton(Theme::icon(u"list-add"_s), tr("Add file…"), this)), m_remove(new QPushButton(Theme::icon(u"edit-delete"_s), tr("Remove"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Watchlists"));
    resize(Theme::scaled(520), Theme::scaled(400));
    m_lists->setRootIsDecorated(false);
    m_lists->setUniformRowHeights(true);
    m_lists->setHeaderLabels({tr("Name"), tr("Sources")});
    m_lists->header()->setStretchLastSection(false);
    m_lists->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_lists->setAccessibleName(tr("Watchlists"));
    m_radius->setText(u"2 arcsec"_s);
    m_radius->setMaxLength(30);
    m_radius->setAccessibleName(tr("Radius"));
    auto *label = new QLabel(tr("Radius of sources that bring none"), this);
    label->setBuddy(m_radius);
    m_state->hide();
    auto *close = new QPushButton(tr("Close"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_radius);
    row->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(close);
    for (QPushButton *button : {m_add, m_remove})
        button->setAutoDefault(false);
    close->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(8);
    column->addWidget(m_lists, 1);
    column->addLayout(row);
    column->addWidget(m_help);
    column->addWidget(m_state);
    column->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &WatchlistsDialog::chooseFile);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const QTreeWidgetItem *item = m_lists->currentItem())
            Q_EMIT removeWanted(item->text(0));
    });
    connect(m_lists, &QTreeWidget::currentItemChanged, this, &WatchlistsDialog::showButtons);
    connect(m_radius, &QLineEdit::textChanged, this, &WatchlistsDialog::checkRadius);
    showButtons();
    checkRadius();
}

void WatchlistsDialog::checkRadius()
{
    const Result<double> radius = watch::radiusIn(m_radius->text());
    m_add->setEnabled(radius.ok());
    if (!radius)
        return m_help->setProblem(radius.error().message + u' ' + radius.error().remedy);
    m_help->setProblem({});
    m_help->setHelp(tr("CSV with name, ra, dec and radius, in degrees or sexagesimal; or VOTable. A copy is kept in the profile. "
                       "Alerts on a source say so in the column State; “has(watch)” finds them."));
}

void WatchlistsDialog::setLists(const QList<Entry> &lists)
{
    m_lists->clear();
    for (const Entry &entry : lists) {
        auto *item = new QTreeWidgetItem(m_lists, {entry.name, entry.sources < 0 ? tr("cannot be read") : QLocale().toString(entry.sources)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (m_lists->topLevelItemCount() > 0)
        m_lists->setCurrentItem(m_lists->topLevelItem(0));
    showButtons();
}

void WatchlistsDialog::setState(const QString &title, const QString &details, bool warns)
{
    m_state->setMessage(warns ? MessagePanel::Kind::Warn : MessagePanel::Kind::Info, title, details);
    m_state->show();
}

void WatchlistsDialog::showButtons()
{
    m_remove->setEnabled(m_lists->currentItem() != nullptr);
}

void WatchlistsDialog::chooseFile()
{
    auto *chooser = new QFileDialog(this, tr("Add a watchlist"), {}, tr("Tables (*.csv *.txt *.tsv *.dat *.xml *.vot *.votable);;All files (*)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &WatchlistsDialog::addFile);
    chooser->open();
}

void WatchlistsDialog::addFile(const QString &file)
{
    static const QRegularExpression kNot(u"[^A-Za-z0-9._-]+"_s);
    const auto rule = [](const QString &name) {
        return name.contains(kNot) || name.startsWith(u'.') ? tr("Use letters without accents, digits, dot, dash and underscore.") : QString();
    };
    auto *dialog = new NameDialog(tr("Name of the watchlist"), tr("Add"), QFileInfo(file).completeBaseName().replace(kNot, u"-"_s), rule, tr("A list of that name is replaced."), this);
    connect(dialog, &NameDialog::named, this, [this, file](const QString &name) {
        if (const Result<double> radius = watch::radiusIn(m_radius->text()))
            Q_EMIT addWanted(file, name, radius.value());
    });
    dialog->open();
}

} // namespace tocsin::ui
