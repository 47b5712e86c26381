// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quiethourseditor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimeEdit>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kForm = u"HH:mm"_s;

}

QuietHoursEditor::QuietHoursEditor(QWidget *parent)
    : OptionEditor(parent), m_on(new QCheckBox(tr("From"), this)), m_from(new QTimeEdit(QTime(22, 0), this)), m_to(new QTimeEdit(QTime(7, 0), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_on);
    row->addWidget(m_from);
    row->addWidget(new QLabel(tr("to"), this));
    row->addWidget(m_to);
    row->addStretch();
    watch(m_on);
    for (QTimeEdit *edit : {m_from, m_to}) {
        edit->setDisplayFormat(kForm);
        edit->setFocusPolicy(Qt::StrongFocus);
        edit->installEventFilter(this);
        edit->setEnabled(false);
        connect(edit, &QTimeEdit::timeChanged, this, &OptionEditor::changed);
        connect(m_on, &QCheckBox::toggled, edit, &QWidget::setEnabled);
    }
    connect(m_on, &QCheckBox::toggled, this, &OptionEditor::changed);
}

QVariant QuietHoursEditor::value() const
{
    return m_on->isChecked() ? m_from->time().toString(kForm) + u'-' + m_to->time().toString(kForm) : QString();
}

void QuietHoursEditor::setValue(const QVariant &value)
{
    const QSignalBlocker quiet(this);
    const QStringList both = value.toString().split(u'-');
    const bool set = both.size() == 2;
    if (set) {
        m_from->setTime(QTime::fromString(both[0].trimmed(), kForm));
        m_to->setTime(QTime::fromString(both[1].trimmed(), kForm));
    }
    m_on->setChecked(set);
}

QWidget *QuietHoursEditor::focusTarget() const
{
    return m_on;
}

QList<QWidget *> QuietHoursEditor::fields() const
{
    return {m_on, m_from, m_to};
}

void QuietHoursEditor::setLabel(const QString &label)
{
    OptionEditor::setLabel(label);
    m_from->setAccessibleName(tr("%1: from").arg(label));
    m_to->setAccessibleName(tr("%1: to").arg(label));
}

} // namespace tocsin::ui
