// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/addfielddialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

AddFieldDialog::AddFieldDialog(const filter::FieldCatalogue &catalogue, QWidget *parent)
    : QDialog(parent), m_catalogue(catalogue), m_path(new QLineEdit(this)), m_note(new FieldNote(this)),
      m_add(new QPushButton(tr("Add column"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add a field as column"));
    setMinimumWidth(460);
    auto *label = new QLabel(tr("Field"), this);
    label->setBuddy(m_path);
    m_path->setAccessibleName(tr("Field"));
    m_path->setFont(Theme::font(Theme::Font::MonoField));
    m_path->setPlaceholderText(u"fields.candidate.drb"_s);
    m_note->setHelp(tr("A key of the alert, or a field of its packet: fields.candidate.drb, fields[\"a.b\"][0]."));
    QStringList names;
    for (const filter::KnownField &field : m_catalogue.fields()) {
        if (field.type != filter::FieldType::Object)
            names << QString::fromStdString(filter::pathText(field.path));
    }
    for (const AlertField &field : alertFields())
        names << QString::fromLatin1(field.key);
    names.removeDuplicates();
    names.sort();
    auto *completer = new QCompleter(names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(12);
    m_path->setCompleter(completer);

    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_add->setDefault(true);
    Theme::setPrimary(m_add, true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->addWidget(label);
    column->addWidget(m_path);
    column->addWidget(m_note);
    column->addSpacing(8);
    column->addStretch();
    column->addLayout(buttons);
    connect(m_path, &QLineEdit::textChanged, this, &AddFieldDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_field);
        accept();
    });
    check();
}

void AddFieldDialog::check()
{
    m_field = {};
    QString problem;
    const std::string text = m_path->text().trimmed().toStdString();
    if (!text.empty()) {
        auto named = filter::namedField(text, m_catalogue);
        if (const auto *wrong = std::get_if<filter::Problem>(&named))
            problem = wrong->message;
        else
            m_field = std::get<filter::NamedField>(named);
        if (problem.isEmpty() && !m_field.key && m_field.path.empty())
            problem = tr("This is no field.");
    }
    m_note->setProblem(problem);
    m_add->setEnabled(m_field.key || !m_field.path.empty());
}

} // namespace tocsin::ui
