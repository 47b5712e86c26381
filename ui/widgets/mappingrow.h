// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldmapping.h"

#include <QObject>

#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;

namespace tocsin::ui {

class FieldNote;
class PointerModel;

// One key of an alert in the form of a mapping: the field it is taken from, its unit and time scale where it has them, and
// below what comes of it. Its widgets stand in the owner's grid. Main thread.
class MappingRow final : public QObject
{
    Q_OBJECT
public:
    MappingRow(const AlertField &field, QGridLayout &grid, QWidget *parent);

    [[nodiscard]] const AlertField &field() const { return m_field; }
    void setRule(const FieldMapping::Rule &rule);
    [[nodiscard]] std::optional<FieldMapping::Rule> rule() const; // none: not mapped, or wrong
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString problem() const; // of what is written; empty: none
    void setPointer(const FieldMapping::Pointer &pointer);
    void setKnown(PointerModel *pointers); // owned by the caller; outlives the next call
    // What is made of it in the packet that is shown; `refused` is a complaint.
    void setOutcome(const QString &text, bool refused);
    void setShown(bool shown);
    void setCurrent(bool current); // the key that a click in the packet's tree sets
    void setFocus();

Q_SIGNALS:
    void changed();
    void entered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showNote();

    const AlertField &m_field;
    QLabel *m_label;
    QComboBox *m_from;
    QComboBox *m_unit = nullptr; // none: the key has no unit
    QComboBox *m_scale = nullptr; // of times alone
    FieldNote *m_note;
    // As it was stored, for as long as nobody writes something else: pointers may hold what separates them here.
    QString m_storedText;
    std::vector<FieldMapping::Pointer> m_stored;
    QString m_outcome;
    bool m_refused = false;
    bool m_shown = true;
};

} // namespace tocsin::ui
