// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QVariant>
#include <QWidget>

namespace tocsin::options {
struct OptionSpec;
}

namespace tocsin::ui {

// Edits the value of one option; one kind per OptionType. The form owns it and gives it its label; the value has
// the QVariant type that the option's table says.
class OptionEditor : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    [[nodiscard]] virtual QVariant value() const = 0;
    virtual void setValue(const QVariant &value) = 0; // says nothing
    // The widget that takes the focus and carries the accessible name.
    [[nodiscard]] virtual QWidget *focusTarget() const = 0;
    // All that takes the focus, in reading order.
    [[nodiscard]] virtual QList<QWidget *> fields() const { return {focusTarget()}; }
    // The label as it is read out; also names the helpers beside the field ("Browse for CA file").
    virtual void setLabel(const QString &label);

Q_SIGNALS:
    void changed();
    void left(); // the focus went elsewhere: complaints may be shown now

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void watch(QWidget *field);
};

[[nodiscard]] OptionEditor *makeOptionEditor(const options::OptionSpec &spec, QWidget *parent);

} // namespace tocsin::ui
