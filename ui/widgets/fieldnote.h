// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace tocsin::ui {

// The small line below a field: its help, or what is wrong with it, with a shape and a colour that say the same.
class FieldNote final : public QLabel
{
    Q_OBJECT
public:
    explicit FieldNote(QWidget *parent = nullptr);
    void setHelp(const QString &help);
    void setProblem(const QString &problem); // empty: back to the help
    [[nodiscard]] bool isEmpty() const { return m_help.isEmpty() && m_problem.isEmpty(); }
    [[nodiscard]] QString problem() const { return m_problem; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void present();
    void keepRoom();

    QString m_help;
    QString m_problem;
};

} // namespace tocsin::ui
