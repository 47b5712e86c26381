// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keysdialog.h"

#include "ui/keybindings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPlace = Qt::UserRole; // in the bindings

QTreeWidgetItem *group(QTreeWidget *list, const QString &title)
{
    auto *item = new QTreeWidgetItem(list, {title});
    item->setFirstColumnSpanned(true);
    item->setExpanded(true);
    return item;
}

} // namespace

KeysDialog::KeysDialog(KeyBindings &bindings, const QList<Key> &tableKeys, QWidget *parent)
    : QDialog(parent), m_bindings(bindings), m_list(new QTreeWidget(this)), m_what(new QLabel(this)), m_key(new QKeySequenceEdit(this)), m_note(new FieldNote(this)),
      m_use(new QPushButton(tr("Use this key"), this)), m_standard(new QPushButton(tr("Standard key"), this)), m_editor(makeEditor())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    resize(QSize(Theme::scaled(520), Theme::scaled(620)).boundedTo(screen()->availableSize()));
    m_list->setAccessibleName(tr("Keys"));
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("What it does"), tr("Keys")});
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    fill(tableKeys);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->addWidget(m_list, 1);
    column->addWidget(m_editor);
    column->addLayout(buttons);
    m_list->setFocus();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysDialog::beginEdit);
    beginEdit();
}

// Below the list: another key for the chosen command.
QWidget *KeysDialog::makeEditor()
{
    auto *editor = new QWidget(this);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_what->setBuddy(m_key);
    m_key->setAccessibleName(tr("New key"));
    if (auto *box = m_key->findChild<QLineEdit *>())
        box->setAccessibleName(tr("New key"));
    for (QPushButton *button : {m_use, m_standard})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_key, 1);
    row->addWidget(m_use);
    row->addWidget(m_standard);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_what);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeysDialog::check);
    connect(m_use, &QPushButton::clicked, this, &KeysDialog::use);
    connect(m_standard, &QPushButton::clicked, this, [this] {
        m_bindings.setStandard(static_cast<size_t>(current()));
        presentKeys(m_list->currentItem());
        beginEdit();
    });
    return editor;
}

void KeysDialog::fill(const QList<Key> &tableKeys)
{
    QTreeWidgetItem *everywhere = group(m_list, tr("Everywhere"));
    QTreeWidgetItem *table = group(m_list, tr("In the table"));
    for (size_t i = 0; i < m_bindings.all().size(); ++i) {
        const KeyBindings::Binding &binding = m_bindings.all()[i];
        auto *item = new QTreeWidgetItem(binding.isTables() ? table : everywhere, {binding.what});
        item->setData(0, kPlace, static_cast<int>(i));
        presentKeys(item);
    }
    for (const Key &key : tableKeys)
        new QTreeWidgetItem(table, {key.what, key.keys});
    const auto add = [this](const QString &title, const QList<Key> &keys) {
        QTreeWidgetItem *in = group(m_list, title);
        for (const Key &key : keys)
            new QTreeWidgetItem(in, {key.what, key.keys});
    };
    add(tr("In the filter"),
        {{tr("Enter"), tr("Apply, back to the table")},
         {tr("Esc"), tr("Back to the table, keep the text")},
         {tr("Alt+Enter"), tr("Write the correction")},
         {tr("Ctrl+Space"), tr("What may be written here")},
         {tr("Tab"), tr("Complete")},
         {tr("Up, Down"), tr("Earlier filters, while the box is empty")},
         {tr("F1"), tr("The filter language")},
         {tr("Ctrl+1 … Ctrl+9"), tr("Saved filters")}});
    add(tr("In the find bar"), {{tr("Enter, Shift+Enter"), tr("Next, previous")}, {tr("Esc"), tr("Close it, back to the table")}});
    add(tr("In the alert"),
        {{tr("Ctrl+C"), tr("Copy the value")},
         {tr("Ctrl+Shift+C"), tr("Copy the path of the field")},
         {tr("Ctrl+J"), tr("Copy the field as JSON")},
         {tr("F, Shift+F"), tr("Only this value, without it")},
         {u"*"_s, tr("Open all below")}});
    add(tr("In the streams"),
        {{tr("Left, Right"), tr("Fold and unfold topics")}, {tr("Enter"), tr("Edit stream")}, {tr("Menu, Shift+F10"), tr("Menu of the stream")}});
    add(tr("In the coverage"), {{tr("Arrow keys"), tr("From stretch to stretch, from topic to topic")}, {tr("Enter"), tr("Fetch what is missing there")}});
}

void KeysDialog::presentKeys(QTreeWidgetItem *item)
{
    QStringList keys;
    for (const QKeySequence &key : m_bindings.all()[item->data(0, kPlace).toULongLong()].keys) {
        const QString text = key.toString(QKeySequence::NativeText);
        if (!text.isEmpty() && !keys.contains(text))
            keys << text;
    }
    item->setText(1, keys.join(u", "_s));
}

int KeysDialog::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QVariant place = item ? item->data(0, kPlace) : QVariant();
    return place.isValid() ? place.toInt() : -1;
}

void KeysDialog::beginEdit()
{
    const int at = current();
    m_key->clear();
    for (QWidget *part : {static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_standard)})
        part->setEnabled(at >= 0);
    if (at >= 0)
        m_standard->setEnabled(m_bindings.all()[static_cast<size_t>(at)].keys != m_bindings.all()[static_cast<size_t>(at)].standard);
    const bool header = !m_list->currentItem() || m_list->currentItem()->childCount() > 0;
    m_what->setText(at >= 0     ? tr("Another key for “%1”:").arg(m_bindings.all()[static_cast<size_t>(at)].what)
                        : header ? tr("Choose a command to give it another key.")
                                 : tr("This key cannot be changed."));
    check();
}

void KeysDialog::check()
{
    const int at = current();
    const QString problem = at >= 0 ? m_bindings.problem(static_cast<size_t>(at), m_key->keySequence()) : QString();
    m_note->setProblem(problem);
    m_use->setEnabled(at >= 0 && !m_key->keySequence().isEmpty() && problem.isEmpty());
}

void KeysDialog::use()
{
    m_bindings.set(static_cast<size_t>(current()), m_key->keySequence());
    presentKeys(m_list->currentItem());
    beginEdit();
    m_list->setFocus();
}

} // namespace tocsin::ui
