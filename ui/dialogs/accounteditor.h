// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/optioneditor.h"

#include <QStringList>

class QComboBox;

namespace tocsin::ui {

// The account of a stream, chosen among those that can sign it in; the last entry asks for a new one. Owned by its form.
class AccountEditor final : public OptionEditor
{
    Q_OBJECT
public:
    explicit AccountEditor(QWidget *parent);

    void setAccounts(const QStringList &fitting); // keeps what is chosen, also where it is not among them
    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant &value) override;
    [[nodiscard]] QWidget *focusTarget() const override;

Q_SIGNALS:
    void newWanted();

private:
    void fill();
    void handleActivated(int index);

    QStringList m_fitting;
    QString m_chosen;
    QComboBox *m_box;
};

} // namespace tocsin::ui
