// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <QWidget>

class QAction;
class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace tocsin::ui {

class ElidedLabel;
class TagLabel;

// The GenericAlert card: name and stage, one line of the essentials, then label, value and second form of the eight fields
// and what stands beside them; below it what one can do. What was not sent is said. All text is plain, values can be
// selected.
class AlertCard final : public QWidget
{
    Q_OBJECT
public:
    explicit AlertCard(QWidget *parent = nullptr);
    void show(const Alert &alert);
    void clear();
    // Buttons below the card; the actions are the window's.
    void setActions(QAction *mark, const QList<QAction *> &copies);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        QLabel *label = nullptr;
        ElidedLabel *value = nullptr;
        ElidedLabel *second = nullptr; // null: the value has the row for itself
    };
    enum class Kind { TwoForms, WholeRow };
    Line addLine(const QString &label, Kind kind);
    void set(Line &line, const QString &value, const QString &second = {});
    void setVisible(Line &line, bool on);
    void showHead(const Alert &alert);
    void showPosition(const Alert &alert);
    void showLink(const Alert &alert);
    void useLook();
    [[nodiscard]] QList<Line *> lines();

    QLabel *m_glyph;
    ElidedLabel *m_title;
    TagLabel *m_test;
    TagLabel *m_stage;
    QLabel *m_summary;
    QGridLayout *m_grid;
    QHBoxLayout *m_buttons;
    Line m_name, m_id, m_ra, m_dec, m_time, m_magnitude, m_score, m_error, m_far, m_link, m_arrived, m_topic;
    QLabel *m_problemsLabel;
    QLabel *m_problems;
};

} // namespace tocsin::ui
