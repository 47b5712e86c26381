// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/coincidence.h"
#include "core/watch/coincidencerows.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTreeWidget;

namespace tocsin::ui {

class FieldNote;
class FilterBox;
class MessagePanel;

// The coincidences of the profile: made, edited, removed and ticked, and tried on the stored alerts before they count. Others
// keep them and look at the archive: saved(), previewWanted(). Opened with open(), deletes itself; main thread.
class CoincidencesDialog final : public QDialog
{
    Q_OBJECT
public:
    CoincidencesDialog(const std::vector<watch::Coincidence> &list, QWidget *parent);

    void setProgress(double fraction); // of the preview
    void setPreview(const watch::CoincidencePreview &preview);
    void showError(const Error &error);

Q_SIGNALS:
    void saved(const std::vector<tocsin::watch::Coincidence> &list);
    void previewWanted(const tocsin::watch::Coincidence &coincidence, int nights); // 0: all
    void previewUnwanted(); // what is looked for is no answer any more

private:
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makePreview();
    [[nodiscard]] int current() const;
    [[nodiscard]] Error problemOf(int row) const; // empty message: it is right
    void fill(int row);
    void present(int row);
    void showCurrent();
    void takeEdits();
    void check();
    void add();
    void remove();
    void forgetPreview();

    std::vector<watch::Coincidence> m_entries;
    std::vector<QString> m_withins; // beside them, as they are written
    std::vector<QString> m_floors;
    bool m_filling = false;

    QListWidget *m_list;
    QLineEdit *m_name;
    FilterBox *m_a;
    FilterBox *m_b;
    QLineEdit *m_within;
    QLineEdit *m_floor;
    QCheckBox *m_anywhere;
    FieldNote *m_note;
    QComboBox *m_nights;
    QPushButton *m_look;
    QLabel *m_state;
    QTreeWidget *m_last;
    MessagePanel *m_message;
    QPushButton *m_remove;
    QPushButton *m_ok;
};

} // namespace tocsin::ui
