// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ladder/rungs.h"

#include <QWidget>

#include <vector>

namespace tocsin::ui {

// The rungs of a connection from top to bottom (look.md 6): glyph, name, one fact, time at the right; the line between them is
// solid up to where it held and dotted below. A rung that failed opens a box: what happened, and the one thing to do.
class LadderView final : public QWidget
{
    Q_OBJECT
public:
    explicit LadderView(QWidget *parent = nullptr);
    void setRungs(const std::vector<ladder::Rung> &rungs);
    void setRung(int number, const ladder::Rung &rung);
    // "TLS: holds, TLS 1.3 …": what assistive technology and the report say.
    [[nodiscard]] static QString sentence(const ladder::Rung &rung);

private:
    class Row;
    std::vector<Row *> m_rows;
};

} // namespace tocsin::ui
