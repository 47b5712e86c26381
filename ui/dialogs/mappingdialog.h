// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldmapping.h"

#include <QDialog>

#include <memory>
#include <vector>

class QComboBox;
class QGridLayout;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace tocsin::archive {
class Archive;
}

namespace tocsin::ui {

class FieldNote;
class MappingPreview;
class MappingRow;
class MessagePanel;
class PointerModel;

// Edits which field of a stream's packets becomes which key of an alert: the keys at the left, at the right the packets it is
// tried on and what comes out, at once. Opened with open(), deletes itself; the archive outlives it.
class MappingDialog final : public QDialog
{
    Q_OBJECT
public:
    // `mapping`: JSON as the option holds it, or empty. `stream`: the name its packets are kept under, empty: none yet.
    // `archive` may be null.
    MappingDialog(const QString &mapping, const QString &stream, archive::Archive *archive, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &mapping); // empty: by the usual names

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeForm();
    void fillFormats();
    void load(const QString &mapping);
    void showRows();
    void setCurrent(MappingRow *row);
    void handleChanged();
    void showOutcome(const Alert &after);
    [[nodiscard]] QString mapping() const; // of what is right
    [[nodiscard]] std::shared_ptr<const FieldMapping> read() const; // null: nothing is mapped

    std::vector<MappingRow *> m_rows; // in the order of the contract, GenericAlert's first
    MappingRow *m_current = nullptr;
    PointerModel *m_known = nullptr;
    bool m_loading = false;
    QComboBox *m_format;
    QToolButton *m_further;
    MessagePanel *m_unreadable;
    QScrollArea *m_scroll;
    MappingPreview *m_preview;
    FieldNote *m_reason;
    QPushButton *m_ok;
};

} // namespace tocsin::ui
