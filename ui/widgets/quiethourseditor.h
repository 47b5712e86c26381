// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/optioneditor.h"

class QCheckBox;
class QTimeEdit;

namespace tocsin::ui {

// From when until when nothing sounds, in a form. Its value is a QString: "22:00-07:00", or empty: never.
class QuietHoursEditor final : public OptionEditor
{
    Q_OBJECT
public:
    explicit QuietHoursEditor(QWidget *parent);
    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant &value) override;
    [[nodiscard]] QWidget *focusTarget() const override;
    [[nodiscard]] QList<QWidget *> fields() const override;
    void setLabel(const QString &label) override;

private:
    QCheckBox *m_on;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
};

} // namespace tocsin::ui
