// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QHBoxLayout;
class QPushButton;
class QPushButton;

namespace tocsin::ui {

// One question with verbs as answers, never Yes and No. Enter takes the harmless one. Plain text only: names in it
// come from outside. Opened with open(), deletes itself; the answer comes as a signal.
class AskDialog final : public QDialog
{
    Q_OBJECT
public:
    AskDialog(const QString &title, const QString &text, QWidget *parent);

    // Left to right; the first one added with `harmless` is the default, else Cancel. `answer` comes back in answered().
    QPushButton *addAnswer(int answer, const QString &verb, bool harmless);
    void addCancel();
    // A box "do so from now on"; its state comes with the answer.
    void offerToRemember(const QString &text);

Q_SIGNALS:
    void answered(int answer, bool remember);

private:
    QHBoxLayout *m_buttons;
    QCheckBox *m_remember;
    QPushButton *m_cancel = nullptr;
    bool m_hasHarmless = false;
};

} // namespace tocsin::ui
