// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/decoder.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeView;

namespace tocsin::ui {

class FieldTreeModel;
class MessagePanel;

// All fields of a packet as a tree with a find box; of a packet that nobody could read, why. Main thread.
class FieldsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldsPage(QWidget *parent = nullptr);
    void showFields(const decoders::FieldTree &fields); // stays until other fields or a problem are shown
    void showProblem(const QString &title, const QString &text); // instead of fields

Q_SIGNALS:
    void conditionWanted(const QString &condition); // to be joined to the filter

private:
    void find(const QString &text);
    bool showMatching(const QModelIndex &parent, const QString &text);
    void showMenu(const QPoint &at);

    MessagePanel *m_problem;
    QLineEdit *m_find;
    QLabel *m_found;
    QTreeView *m_tree;
    FieldTreeModel *m_model;
    const decoders::FieldTree *m_fields = nullptr;
    int m_matches = 0;
};

} // namespace tocsin::ui
