// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fieldsearch.h"
#include "ui/widgets/fieldtreeview.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace tocsin::ui {

struct ComparedPacket;
struct LoadedPacket;
class MessagePanel;

// All fields of a packet as a tree with a find box, and what changed in them since the revision before; of a packet that
// nobody could read, why. Main thread.
class FieldsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldsPage(QWidget *parent = nullptr);
    void showFields(const std::shared_ptr<const LoadedPacket> &packet);
    void showChanges(const std::shared_ptr<const ComparedPacket> &packet); // of the packet that is shown
    void showProblem(const QString &title, const QString &text); // instead of fields
    void clear();
    void goToChange(int step);
    void setOnlyChanges(bool on); // stays on for the packets that follow
    [[nodiscard]] bool isOnlyChanges() const;

Q_SIGNALS:
    void conditionWanted(const QString &condition); // to be joined to the filter
    void columnWanted(const QString &path);
    void formatHelpWanted(const QString &format); // what is known of it

private:
    QWidget *makeChangesRow();
    void setNodes(std::shared_ptr<const FieldNodes> nodes);
    void refresh();
    void showFound(const std::shared_ptr<const FieldNodes> &nodes);
    void showCounts(const ComparedPacket *packet);
    [[nodiscard]] bool isNarrowed() const;
    void changeEvent(QEvent *event) override;

    MessagePanel *m_problem;
    QLineEdit *m_find;
    QLabel *m_found;
    QToolButton *m_formatHelp;
    QWidget *m_changesRow = nullptr;
    QLabel *m_changes = nullptr;
    QToolButton *m_only = nullptr;
    FieldTreeView *m_tree;
    FieldSearch m_search;
    std::shared_ptr<const FieldNodes> m_all; // of the packet, with marks as soon as they are known
    FieldTreeView::Place m_place; // while nothing is looked for
    std::string m_format; // of the packet
    bool m_showsAll = false;
    bool m_compared = false;
};

} // namespace tocsin::ui
