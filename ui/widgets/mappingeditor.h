// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/optioneditor.h"

#include <functional>

class QPushButton;

namespace tocsin::ui {

class FieldNote;

// The option `mapping` in a form: what is mapped, in words, and a button that opens its dialog.
class MappingEditor final : public OptionEditor
{
    Q_OBJECT
public:
    using Done = std::function<void(const QString &mapping)>;
    // Opens the dialog on a mapping; what comes of it goes to `done`.
    using Edit = std::function<void(const QString &mapping, const Done &done)>;

    MappingEditor(Edit edit, QWidget *parent);
    [[nodiscard]] QVariant value() const override { return m_mapping; }
    void setValue(const QVariant &value) override;
    [[nodiscard]] QWidget *focusTarget() const override;

private:
    const Edit m_edit;
    QString m_mapping;
    FieldNote *m_words;
    QPushButton *m_button;
};

} // namespace tocsin::ui
