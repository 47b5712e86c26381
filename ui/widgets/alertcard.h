// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"
#include "ui/models/rownotes.h"

#include <QWidget>

#include <optional>

class QAction;
class QMenu;
class QGridLayout;
class QHBoxLayout;
class QKeyEvent;
class QLabel;
class QToolButton;

namespace tocsin::ui {

class ChangesBox;
class ElidedLabel;
class FlowLayout;
class RevisionButton;
class TagLabel;
struct ComparedPacket;

// The GenericAlert card: name and stage, one line of the essentials, then label, value and second form of the eight fields
// and what stands beside them; below it what one can do. What was not sent is said. All text is plain, values can be
// selected. One of them is a stop of Tab; Up and Down go through them, and the menu key offers what the table's cells offer.
class AlertCard final : public QWidget
{
    Q_OBJECT
public:
    explicit AlertCard(QWidget *parent = nullptr);
    void show(const Alert &alert);
    void clear();
    [[nodiscard]] const Alert *alert() const { return m_alert ? &*m_alert : nullptr; }
    // What came before the alert that is shown, and what changed since.
    void showChanges(const ComparedPacket &packet);
    void goToRevision(int step);
    void setTarget(const RowNotes::Note *target); // made from the alert; null: none
    void setNote(const QString &note); // a line below the essentials; empty: none
    // Buttons below the card; the actions are the window's.
    void setActions(QAction *mark, const QList<QMenu *> &menus); // of what can be done with the row

Q_SIGNALS:
    void rowWanted(qint64 row); // another revision
    void compareWanted();
    void conditionWanted(const QString &condition); // to be joined to the filter
    void columnWanted(const QString &key);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int kGlyph = 20; // at text scale 1
    struct Line {
        QLabel *label = nullptr;
        ElidedLabel *value = nullptr;
        ElidedLabel *second = nullptr; // null: the value has the row for itself
        const char *key = nullptr; // of the alert, that is shown
    };
    enum class Kind { TwoForms, WholeRow };
    Line addLine(const QString &label, Kind kind, const char *key);
    void set(Line &line, const QString &value, const QString &second = {});
    void setVisible(Line &line, bool on);
    void showHead(const Alert &alert);
    void showPosition(const Alert &alert);
    void showLink(const Alert &alert);
    void offerCopy(const Line *line);
    void setTabStop(const Line *line);
    [[nodiscard]] bool handleKey(const Line &line, const QKeyEvent &event);
    void popupMenu(const Line &line, const QPoint &at);
    void copyLine(const Line &line) const;
    void placeRevisions();
    void fitForms();
    [[nodiscard]] int rowOf(const Line &line) const;
    void useLook();
    [[nodiscard]] QList<Line *> lines();

    QLabel *m_glyph;
    ElidedLabel *m_title;
    TagLabel *m_test;
    TagLabel *m_stage;
    RevisionButton *m_revisions;
    QHBoxLayout *m_head;
    QHBoxLayout *m_below; // where the revisions stand when the head has no room for them
    QLabel *m_summary;
    QLabel *m_note;
    ChangesBox *m_changes;
    QGridLayout *m_grid;
    FlowLayout *m_buttons;
    Line m_name, m_id, m_ra, m_dec, m_time, m_magnitude, m_score, m_error, m_far, m_link, m_target, m_arrived, m_topic;
    QLabel *m_problemsLabel;
    QLabel *m_problems;
    QToolButton *m_copy; // beside the line under the mouse, in the reserved edge
    const Line *m_copied = nullptr;
    const Line *m_stop = nullptr; // of Tab
    std::optional<Alert> m_alert; // that is shown
};

} // namespace tocsin::ui
