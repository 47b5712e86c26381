// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/options/optionspec.h"

#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace tocsin::ui {

class FieldNote;
class OptionEditor;

// A form made from a table of options and from nothing else: one editor per option, its label as accessible name,
// what is wrong said below the field, options that are not used just now hidden, advanced ones folded away.
// Owned by its dialog; the table outlives it.
class OptionForm final : public QWidget
{
    Q_OBJECT
public:
    // `check` adds what concerns several fields; may be empty.
    using Check = std::function<std::vector<options::Problem>(const options::OptionValues &)>;

    // Makes the editor of an option that has one of its own; null: by its type.
    using MakeEditor = std::function<OptionEditor *(const options::OptionSpec &spec, QWidget *parent)>;

    explicit OptionForm(const std::vector<options::OptionSpec> &specs, Check check, QWidget *parent = nullptr, MakeEditor makeEditor = {});

    void setValues(const options::OptionValues &values);
    // What is shown; options at their default or not in use are left out.
    [[nodiscard]] options::OptionValues values() const;
    [[nodiscard]] std::vector<options::Problem> problems() const;
    // Also those of fields that nobody has touched yet; moves the focus to the first one. True when there is none.
    bool showAllProblems();

    [[nodiscard]] OptionEditor *editor(const QString &key) const;
    // Options that something else brings (the user of an account): neither shown nor among the values.
    void setCovered(const QStringList &keys);
    // Unfolds what hides it and gives it the focus.
    void focusOn(const QString &key);
    // All that takes the focus, in reading order: the owner's tab order.
    [[nodiscard]] QList<QWidget *> fields() const;
    // Extra rows of the owner above the options (the stream's name; three at most) or below them (an account's secret); or a
    // widget below the field of `key`.
    void addRowAbove(const QString &label, QWidget *field, QWidget *note = nullptr);
    void addRowBelow(const QString &label, QWidget *field, QWidget *note = nullptr);
    void addBelow(const QString &key, QWidget *widget);

Q_SIGNALS:
    void changed();

private:
    struct Row {
        const options::OptionSpec *spec = nullptr;
        QLabel *label = nullptr;
        OptionEditor *editor = nullptr;
        FieldNote *note = nullptr;
        QVBoxLayout *cell = nullptr;
        QWidget *below = nullptr;
        bool touched = false;
        bool used = true;
    };

    void addRow(const options::OptionSpec &spec);
    QVBoxLayout *addLine(int at, QLabel *label, QWidget *field, QWidget *note);
    void refresh();
    [[nodiscard]] std::vector<options::Problem> problemsOf(const options::OptionValues &values) const;
    [[nodiscard]] options::OptionValues allValues() const;

    const std::vector<options::OptionSpec> &m_specs;
    const Check m_check;
    const MakeEditor m_makeEditor; // may be empty
    std::vector<Row> m_rows;
    QList<QWidget *> m_above; // fields of the owner
    QList<QWidget *> m_below;
    QGridLayout *m_grid;
    QToolButton *m_advanced;
    FieldNote *m_wholeNote;
    QStringList m_covered;
    bool m_showAll = false;
};

} // namespace tocsin::ui
