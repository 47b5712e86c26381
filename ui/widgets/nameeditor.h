// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/optioneditor.h"

#include <QStringList>

class QComboBox;

namespace tocsin::ui {

// A text that is most often one of some names: a stream, a shipped sound. Others can be typed. Its form owns it.
class NameEditor final : public OptionEditor
{
    Q_OBJECT
public:
    NameEditor(const QStringList &names, const QString &example, QWidget *parent);
    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant &value) override;
    [[nodiscard]] QWidget *focusTarget() const override;

private:
    QComboBox *m_box;
};

} // namespace tocsin::ui
