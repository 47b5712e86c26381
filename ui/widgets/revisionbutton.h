// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/revisions.h"

#include <QToolButton>

class QMenu;

namespace tocsin::ui {

// “4 revisions · 2 paths”: a menu of all revisions of the event with stage and time, and the way to the one before and after.
class RevisionButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit RevisionButton(QWidget *parent = nullptr);
    void setRevisions(const compare::Revisions &revisions); // hidden where there is only one, by one way
    void clear();
    void go(int step); // to the one before (-1) or after (1), where there is one

Q_SIGNALS:
    void rowWanted(qint64 row);

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override;
    void changeEvent(QEvent *event) override;

private:
    void fillMenu();
    [[nodiscard]] bool has(int step) const;

    compare::Revisions m_revisions;
    QMenu *m_menu;
};

} // namespace tocsin::ui
