// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triage/shiftspan.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace tocsin::ui {

// The shift log of the last hours or of a night as Markdown, to be copied or saved. Others make it: wanted(), setLog(). Opened with open(),
// deletes itself.
class ShiftLogDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ShiftLogDialog(QWidget *parent);
    void ask(); // for the log of the time that is set
    void setLog(const QString &markdown);
    [[nodiscard]] QString log() const;

Q_SIGNALS:
    void wanted(const tocsin::triage::ShiftSpan &span);
    void said(const QString &text, bool bad);

private:
    void save();

    QComboBox *m_span;
    QComboBox *m_zone; // of nights
    QPlainTextEdit *m_text;
    QPushButton *m_copy;
    QPushButton *m_save;
};

} // namespace tocsin::ui
