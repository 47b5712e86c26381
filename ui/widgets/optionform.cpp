// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optionform.h"

#include "core/options/optiontable.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/optioneditor.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using options::OptionSpec;
using options::OptionType;
using options::OptionValues;
using options::Problem;

namespace {

// look.md 3: labels right-aligned, 112 wide, 12 to the field, groups 10 apart.
constexpr int kLabelWidth = 112;
constexpr int kLabelGap = 12;
constexpr int kRowGap = 10;
constexpr int kOwnersRows = 3; // above the options; empty ones take no room

// An option without a default is unset while its field is empty.
bool isDefault(const QVariant &value, const QVariant &byDefault)
{
    if (byDefault.isValid())
        return value == byDefault;
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString().isEmpty();
    case QMetaType::QStringList:
        return value.toStringList().isEmpty();
    case QMetaType::QVariantMap:
        return value.toMap().isEmpty();
    default:
        return !value.isValid();
    }
}

} // namespace

OptionForm::OptionForm(const std::vector<OptionSpec> &specs, Check check, QWidget *parent, MakeEditor makeEditor)
    : QWidget(parent), m_specs(specs), m_check(std::move(check)), m_makeEditor(std::move(makeEditor)), m_grid(new QGridLayout),
      m_advanced(new QToolButton(this)), m_wholeNote(new FieldNote(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kRowGap);
    column->addLayout(m_grid);
    column->addWidget(m_wholeNote);
    column->addStretch();
    m_grid->setHorizontalSpacing(kLabelGap);
    m_grid->setVerticalSpacing(kRowGap);
    m_grid->setColumnMinimumWidth(0, kLabelWidth);
    m_grid->setColumnStretch(1, 1);
    m_grid->setRowMinimumHeight(kOwnersRows - 1, 0);

    const auto rowsOf = [this](bool advanced) {
        for (const OptionSpec &spec : m_specs) {
            if (spec.advanced == advanced)
                addRow(spec);
        }
    };
    rowsOf(false);
    m_advanced->setText(tr("Advanced"));
    m_advanced->setCheckable(true);
    m_advanced->setAutoRaise(true);
    m_advanced->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_advanced->setArrowType(Qt::RightArrow);
    const bool anyAdvanced = std::ranges::any_of(m_specs, &OptionSpec::advanced);
    m_grid->addWidget(m_advanced, m_grid->rowCount(), 1, Qt::AlignLeft);
    m_advanced->setVisible(anyAdvanced);
    rowsOf(true);
    connect(m_advanced, &QToolButton::toggled, this, [this](bool open) {
        m_advanced->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        refresh();
    });
    setValues({});
}

QVBoxLayout *OptionForm::addLine(int at, QLabel *label, QWidget *field, QWidget *note)
{
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field->focusProxy() ? field->focusProxy() : field);
    // The label stands on the first line of its field, whatever the field's height.
    label->setMinimumHeight(std::min(field->sizeHint().height(), 28));
    auto *cell = new QVBoxLayout;
    cell->setSpacing(4);
    cell->addWidget(field);
    if (note)
        cell->addWidget(note);
    m_grid->addWidget(label, at, 0, Qt::AlignTop | Qt::AlignRight);
    m_grid->addLayout(cell, at, 1);
    return cell;
}

void OptionForm::addRow(const OptionSpec &spec)
{
    Row row;
    row.spec = &spec;
    const QString label = options::optionLabel(spec);
    row.label = new QLabel(label, this);
    row.editor = m_makeEditor ? m_makeEditor(spec, this) : nullptr;
    if (!row.editor)
        row.editor = makeOptionEditor(spec, this);
    row.editor->setLabel(label);
    row.note = new FieldNote(this);
    // The choices of a start say theirs themselves.
    row.note->setHelp(spec.type == OptionType::StartAt ? QString() : options::optionHelp(spec));
    row.editor->focusTarget()->setAccessibleDescription(options::optionHelp(spec));
    row.cell = addLine(m_grid->rowCount(), row.label, row.editor, row.note);

    const auto index = m_rows.size();
    m_rows.push_back(row);
    connect(row.editor, &OptionEditor::changed, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(row.editor, &OptionEditor::left, this, [this, index] {
        if (!m_rows[index].touched) {
            m_rows[index].touched = true;
            refresh();
        }
    });
}

void OptionForm::addRowAbove(const QString &text, QWidget *field, QWidget *note)
{
    addLine(static_cast<int>(m_above.size()), new QLabel(text, this), field, note);
    field->setAccessibleName(text);
    m_above << field;
}

void OptionForm::addRowBelow(const QString &text, QWidget *field, QWidget *note)
{
    addLine(m_grid->rowCount(), new QLabel(text, this), field, note);
    QWidget *target = field->focusProxy() ? field->focusProxy() : field;
    target->setAccessibleName(text);
    m_below << target;
}

void OptionForm::addBelow(const QString &key, QWidget *widget)
{
    const auto row = std::ranges::find(m_rows, key, [](const Row &r) { return r.spec->key; });
    if (row == m_rows.end())
        return;
    row->below = widget;
    row->cell->addWidget(widget);
    refresh();
}

OptionEditor *OptionForm::editor(const QString &key) const
{
    const auto row = std::ranges::find(m_rows, key, [](const Row &r) { return r.spec->key; });
    return row == m_rows.end() ? nullptr : row->editor;
}

QList<QWidget *> OptionForm::fields() const
{
    QList<QWidget *> all = m_above;
    for (const bool advanced : {false, true}) {
        if (advanced)
            all << m_advanced;
        for (const Row &row : m_rows) {
            if (row.spec->advanced == advanced)
                all << row.editor->fields();
        }
    }
    return all << m_below;
}

void OptionForm::focusOn(const QString &key)
{
    const auto row = std::ranges::find(m_rows, key, [](const Row &r) { return r.spec->key; });
    if (row == m_rows.end())
        return;
    if (row->spec->advanced)
        m_advanced->setChecked(true);
    row->editor->focusTarget()->setFocus(Qt::OtherFocusReason);
}

void OptionForm::setValues(const OptionValues &values)
{
    bool advancedSet = false;
    for (Row &row : m_rows) {
        row.editor->setValue(values.value(m_specs, row.spec->key));
        row.touched = false;
        advancedSet = advancedSet || (row.spec->advanced && values.contains(row.spec->key));
    }
    m_showAll = false;
    if (advancedSet)
        m_advanced->setChecked(true);
    refresh();
}

void OptionForm::setCovered(const QStringList &keys)
{
    if (keys == m_covered)
        return;
    m_covered = keys;
    refresh();
}

OptionValues OptionForm::allValues() const
{
    OptionValues values;
    for (const Row &row : m_rows) {
        const QVariant value = row.editor->value();
        if (!isDefault(value, OptionValues().value(m_specs, row.spec->key)))
            values.set(row.spec->key, value);
    }
    return values;
}

OptionValues OptionForm::values() const
{
    OptionValues values = allValues();
    const OptionValues all = values;
    for (const Row &row : m_rows) {
        if (m_covered.contains(row.spec->key) || (row.spec->usedWhen && !row.spec->usedWhen(all)))
            values.unset(row.spec->key);
    }
    return values;
}

std::vector<Problem> OptionForm::problemsOf(const OptionValues &values) const
{
    std::vector<Problem> problems = options::validate(m_specs, values);
    if (problems.empty() && m_check)
        problems = m_check(values);
    return problems;
}

std::vector<Problem> OptionForm::problems() const
{
    return problemsOf(values());
}

void OptionForm::refresh()
{
    const OptionValues all = allValues();
    const OptionValues used = values();
    const std::vector<Problem> found = problemsOf(used);
    const bool open = m_advanced->isChecked();
    QString whole;
    for (const Problem &problem : found) {
        if (problem.key.isEmpty())
            whole = problem.message;
    }
    for (Row &row : m_rows) {
        row.used = !m_covered.contains(row.spec->key) && (!row.spec->usedWhen || row.spec->usedWhen(all));
        const bool shown = row.used && (open || !row.spec->advanced);
        row.label->setVisible(shown);
        row.editor->setVisible(shown);
        if (row.below)
            row.below->setVisible(shown);
        const auto problem = std::ranges::find(found, row.spec->key, &Problem::key);
        const bool complain = problem != found.end() && (row.touched || m_showAll);
        row.note->setProblem(complain ? problem->message : QString());
        row.note->setVisible(shown && !row.note->isEmpty());
    }
    m_wholeNote->setProblem(m_showAll ? whole : QString());
    m_wholeNote->setVisible(!m_wholeNote->isEmpty());
}

bool OptionForm::showAllProblems()
{
    m_showAll = true;
    const std::vector<Problem> found = problems();
    for (const Row &row : m_rows) {
        const bool wrong = std::ranges::any_of(found, [&](const Problem &p) { return p.key == row.spec->key; });
        if (!wrong || !row.used)
            continue;
        refresh();
        focusOn(row.spec->key);
        return false;
    }
    refresh();
    return found.empty();
}

} // namespace tocsin::ui
