// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/reading.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace tocsin::ui {

class FieldNote;

// Asks for the field that a new column shows: a key, or a path into the packet, completed from what is known. Opened with
// open(), deletes itself; the catalogue is copied.
class AddFieldDialog final : public QDialog
{
    Q_OBJECT
public:
    AddFieldDialog(const filter::FieldCatalogue &catalogue, QWidget *parent);

Q_SIGNALS:
    void chosen(const tocsin::filter::NamedField &field);

private:
    void check();

    const filter::FieldCatalogue m_catalogue;
    filter::NamedField m_field;
    QLineEdit *m_path;
    FieldNote *m_note;
    QPushButton *m_add;
};

} // namespace tocsin::ui
