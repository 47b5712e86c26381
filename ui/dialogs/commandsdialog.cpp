// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/commandsdialog.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 560; // at text scale 1, as the height
constexpr int kHeight = 420;
constexpr int kPlace = Qt::UserRole; // in m_commands

// Without the signs of a menu, and without the digit by which an entry is chosen there.
QString plain(QString text)
{
    if (text.size() > 4 && text[0] == u'&' && text[1].isDigit() && text.mid(2, 2) == u"  "_s)
        text.remove(0, 4);
    const QString kept(QChar(0x1)); // in the place of a real &
    return text.replace(u"&&"_s, kept).remove(u'&').replace(kept, u"&"_s).remove(u'…').simplified();
}

} // namespace

CommandsDialog::CommandsDialog(const QMenuBar &bar, QWidget *parent)
    : QDialog(parent), m_words(new QLineEdit(this)), m_list(new QTreeWidget(this)), m_none(new QLabel(tr("No command has these words."), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commands"));
    resize(QSize(Theme::scaled(kWidth), Theme::scaled(kHeight)).boundedTo(screen()->availableSize()));
    m_words->setAccessibleName(tr("Words of a command"));
    m_words->setPlaceholderText(tr("Some words of what you want to do"));
    m_words->setMaxLength(100);
    m_words->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setHeaderLabels({tr("What it does"), tr("Menu"), tr("Keys")});
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys of the box move in it
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_none->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(m_words);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    for (const QAction *action : bar.actions()) {
        if (QMenu *menu = action->menu())
            collect(*menu, plain(menu->title()));
    }
    connect(m_words, &QLineEdit::textChanged, this, &CommandsDialog::list);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandsDialog::run);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        m_words->setAccessibleDescription(item ? item->text(0) + u", "_s + item->text(1) : m_none->text()); // the box has the focus
    });
    list({});
}

// Some menus are filled when they are looked at.
void CommandsDialog::collect(QMenu &menu, const QString &where)
{
    Q_EMIT menu.aboutToShow();
    for (QAction *action : menu.actions()) {
        const bool known = std::ranges::any_of(m_commands, [action](const Command &command) { return command.action == action; });
        if (action->isSeparator() || !action->isVisible() || !action->isEnabled() || known)
            continue;
        if (QMenu *below = action->menu())
            collect(*below, tr("%1, %2", "menu, menu in it").arg(where, plain(below->title())));
        else
            m_commands.push_back({plain(action->text()), where, action->shortcut().toString(QKeySequence::NativeText), action});
    }
}

void CommandsDialog::list(const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    std::vector<size_t> found;
    for (size_t i = 0; i < m_commands.size(); ++i) {
        const QString all = m_commands[i].what + u' ' + m_commands[i].where;
        if (std::ranges::all_of(wanted, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
            found.push_back(i);
    }
    std::ranges::stable_partition(found, [&](size_t i) { return m_commands[i].what.startsWith(words.trimmed(), Qt::CaseInsensitive); });
    m_list->clear();
    for (const size_t i : found) {
        auto *item = new QTreeWidgetItem(m_list, {m_commands[i].what, m_commands[i].where, m_commands[i].keys});
        item->setData(0, kPlace, QVariant::fromValue(qulonglong(i)));
        item->setForeground(1, m_list->palette().placeholderText());
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_none->setVisible(found.empty());
}

void CommandsDialog::run()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QPointer<QAction> action = m_commands[item->data(0, kPlace).toULongLong()].action;
    accept();
    // When the window has the focus again: what is done may depend on where it is.
    if (action)
        QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

bool CommandsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(m_list, event);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace tocsin::ui
