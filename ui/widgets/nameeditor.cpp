// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/nameeditor.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace tocsin::ui {

NameEditor::NameEditor(const QStringList &names, const QString &example, QWidget *parent) : OptionEditor(parent), m_box(new QComboBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box, 1);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->addItems(names);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(10);
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->lineEdit()->setPlaceholderText(example);
    watch(m_box);
    connect(m_box, &QComboBox::editTextChanged, this, &OptionEditor::changed);
}

QVariant NameEditor::value() const
{
    return m_box->currentText().trimmed();
}

void NameEditor::setValue(const QVariant &value)
{
    const QSignalBlocker quiet(m_box);
    m_box->setEditText(value.toString());
}

QWidget *NameEditor::focusTarget() const
{
    return m_box;
}

} // namespace tocsin::ui
