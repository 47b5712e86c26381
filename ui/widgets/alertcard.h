// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace tocsin::ui {

// The GenericAlert card: name and stage, one line of the essentials, then label, value and second form of the eight fields
// and what stands beside them. What was not sent is said. All text is plain, values can be selected.
class AlertCard final : public QWidget
{
    Q_OBJECT
public:
    explicit AlertCard(QWidget *parent = nullptr);
    void show(const Alert &alert);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        QLabel *label = nullptr;
        QLabel *value = nullptr;
        QLabel *second = nullptr;
    };
    Line addLine(const QString &label);
    void set(Line &line, const QString &value, const QString &second = {});
    void useLook();

    QLabel *m_glyph;
    QLabel *m_title;
    QLabel *m_stage;
    QLabel *m_summary;
    QGridLayout *m_grid;
    Line m_name, m_id, m_ra, m_dec, m_time, m_magnitude, m_score, m_error, m_far, m_link, m_arrived, m_problems;
    std::string m_messenger;
    bool m_isTest = false;
};

} // namespace tocsin::ui
