// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mappingeditor.h"

#include "ui/models/mappingwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>

namespace tocsin::ui {

MappingEditor::MappingEditor(Edit edit, QWidget *parent)
    : OptionEditor(parent), m_edit(std::move(edit)), m_words(new FieldNote(this)), m_button(new QPushButton(tr("Edit…"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_words, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    m_words->setFont(Theme::font(Theme::Font::Body));
    m_button->setAutoDefault(false);
    watch(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        m_edit(m_mapping, [self = QPointer(this)](const QString &mapping) {
            if (!self || self->m_mapping == mapping)
                return;
            self->setValue(mapping);
            Q_EMIT self->changed();
        });
    });
    setValue({});
}

void MappingEditor::setValue(const QVariant &value)
{
    m_mapping = value.toString();
    m_words->setHelp(mappingInWords(m_mapping));
}

QWidget *MappingEditor::focusTarget() const
{
    return m_button;
}

} // namespace tocsin::ui
