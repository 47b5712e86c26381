// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"
#include "core/tom/targets.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

namespace tocsin::ui {

class ElidedLabel;

// The target as it would be beside one that the TOM has: name, place, distance, when it was made and by whom. Where there are
// several, one steps through them. Main thread.
class DuplicateView final : public QWidget
{
    Q_OBJECT
public:
    explicit DuplicateView(QWidget *parent = nullptr);
    void setFound(const tom::Draft &draft, const tom::Lookup &lookup); // one at least
    [[nodiscard]] const tom::Target &chosen() const { return m_found.at(static_cast<size_t>(m_at)); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line {
        QLabel *label;
        ElidedLabel *mine;
        ElidedLabel *theirs;
    };
    Line addLine(const QString &label);
    void step(int by);
    void present();
    void useLook();

    tom::Draft m_draft;
    std::vector<tom::Target> m_found;
    double m_limit = 0; // arcsec
    int m_at = 0;
    QGridLayout *m_grid;
    QLabel *m_new;
    QLabel *m_there;
    QToolButton *m_previous;
    QToolButton *m_next;
    Line m_name, m_ra, m_dec, m_distance, m_made;
};

} // namespace tocsin::ui
