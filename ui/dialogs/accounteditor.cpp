// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/accounteditor.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kNew = u"/new"_s; // no account is called so

} // namespace

AccountEditor::AccountEditor(QWidget *parent) : OptionEditor(parent), m_box(new QComboBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box, 1);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(10);
    m_box->setFocusPolicy(Qt::StrongFocus);
    watch(m_box);
    // Not activated(): assistive technology chooses without a click.
    connect(m_box, &QComboBox::currentIndexChanged, this, &AccountEditor::handleActivated);
    fill();
}

void AccountEditor::setAccounts(const QStringList &fitting)
{
    if (fitting == m_fitting)
        return;
    m_fitting = fitting;
    fill();
}

void AccountEditor::fill()
{
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItem(tr("None"), QString());
    for (const QString &name : m_fitting)
        m_box->addItem(name, name);
    if (!m_chosen.isEmpty() && !m_fitting.contains(m_chosen))
        m_box->addItem(tr("%1 (does not fit)").arg(m_chosen), m_chosen);
    m_box->insertSeparator(m_box->count());
    m_box->addItem(tr("New account…"), kNew);
    m_box->setCurrentIndex(std::max(0, m_box->findData(m_chosen)));
}

void AccountEditor::handleActivated(int index)
{
    const QString chosen = m_box->itemData(index).toString();
    if (chosen == kNew) {
        const QSignalBlocker quiet(m_box);
        m_box->setCurrentIndex(std::max(0, m_box->findData(m_chosen)));
        // From the loop: the list of choices is still open.
        QMetaObject::invokeMethod(this, &AccountEditor::newWanted, Qt::QueuedConnection);
        return;
    }
    m_chosen = chosen;
    Q_EMIT changed();
}

QVariant AccountEditor::value() const
{
    return m_chosen;
}

void AccountEditor::setValue(const QVariant &value)
{
    m_chosen = value.toString();
    fill();
}

QWidget *AccountEditor::focusTarget() const
{
    return m_box;
}

} // namespace tocsin::ui
