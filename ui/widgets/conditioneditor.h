// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/fieldcatalogue.h"
#include "core/filter/problem.h"
#include "ui/widgets/optioneditor.h"

#include <QPointer>

#include <functional>
#include <optional>

class QTimer;

namespace tocsin::ui {

class FilterBox;
class FilterCompletion;
class FilterMessage;

// A condition or a number of the filter language in a form: completion while somebody types, and after a short rest what is
// wrong, with the place and the correction. Main thread; the form owns it.
class ConditionEditor final : public OptionEditor
{
    Q_OBJECT
public:
    // What is wrong with a text that is not empty; nothing when it can be used.
    using Check = std::function<std::optional<filter::Problem>(const std::string &, const filter::FieldCatalogue &)>;

    ConditionEditor(filter::FieldCatalogue catalogue, Check check, const QString &example, QWidget *parent);
    ~ConditionEditor() override;

    [[nodiscard]] QVariant value() const override; // a QString, trimmed
    void setValue(const QVariant &value) override;
    [[nodiscard]] QWidget *focusTarget() const override;
    [[nodiscard]] QList<QWidget *> fields() const override;
    // Of what stands in it now, said or not; empty when it is right.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void helpWanted(); // with the language

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void judge();
    void correct();
    void offer(bool always);
    [[nodiscard]] bool handleKey(int key, Qt::KeyboardModifiers modifiers);

    const filter::FieldCatalogue m_catalogue;
    const Check m_check;
    FilterBox *m_box;
    FilterMessage *m_message;
    QPointer<FilterCompletion> m_completion; // the window owns it: it lies over what stands below
    QTimer *m_rest;
    std::optional<filter::Problem> m_problem;
};

// What is wrong with a condition, and with a number.
[[nodiscard]] std::optional<filter::Problem> conditionProblem(const std::string &text, const filter::FieldCatalogue &catalogue);
[[nodiscard]] std::optional<filter::Problem> measureProblem(const std::string &text, const filter::FieldCatalogue &catalogue);

} // namespace tocsin::ui
