// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/templates/templates.h"

#include <QDialog>

#include <memory>

class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tocsin::ui {

class FieldNote;

// The templates of “Open in” and “Copy as”: edited, added, removed, put in order, set back to what came with the program,
// with a preview of the current row. Nothing changes before Save. Deletes itself; main thread.
class TemplatesDialog final : public QDialog
{
    Q_OBJECT
public:
    // `sample` is the row of the preview; null: there is none.
    TemplatesDialog(std::vector<templates::Template> all, std::shared_ptr<const Alert> sample, QWidget *parent);
    // What the packet of that row holds; it is read while the dialog is open.
    void setSampleFields(std::shared_ptr<const decoders::FieldTree> fields);

Q_SIGNALS:
    void saved(const std::vector<templates::Template> &all);

private:
    QWidget *makeList();
    QWidget *makeForm();
    void fillValues(QMenu &menu);
    void rebuild(const QString &currentId);
    void showCurrent();
    void takeEdited();
    void showProblems();
    void showPreview();
    void add(templates::Kind kind);
    void removeCurrent();
    void moveCurrent(int step);
    void resetCurrent();
    void restoreRemoved();
    void save();
    [[nodiscard]] templates::Template *current();
    [[nodiscard]] QString freeName(const QString &wanted) const;

    std::vector<templates::Template> m_all;
    const std::shared_ptr<const Alert> m_sample;
    std::shared_ptr<const decoders::FieldTree> m_sampleFields;
    bool m_showing = false; // fields are filled, nobody types

    QTreeWidget *m_list;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_restore = nullptr;
    QLineEdit *m_name;
    FieldNote *m_nameNote;
    QLabel *m_beforeLabel;
    QPlainTextEdit *m_before;
    QLabel *m_textLabel;
    QPlainTextEdit *m_text;
    FieldNote *m_textNote;
    QLineEdit *m_condition;
    FieldNote *m_conditionNote;
    QLabel *m_previewLabel;
    QPlainTextEdit *m_preview;
    QPushButton *m_save = nullptr;
};

} // namespace tocsin::ui
