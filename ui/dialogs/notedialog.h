// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace tocsin::ui {

// Asks for the note of an event. Ctrl+Enter writes it; an empty one takes it away. Opened with open(), deletes itself.
class NoteDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit NoteDialog(const QString &note, QWidget *parent);

Q_SIGNALS:
    void written(const QString &note);

private:
    void write();

    QPlainTextEdit *m_text;
};

} // namespace tocsin::ui
