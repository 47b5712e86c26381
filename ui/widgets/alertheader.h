// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

#include <vector>

class QMenu;

namespace tocsin::ui {

// The columns of the live table: which are shown, in what order, how wide. Widths are kept in pixels at text scale 1 and
// laid out at the present scale. Where the table is narrower than its columns, those with texts give way down to what
// they must have; a number has its room always. The last column takes what is left over. Main thread; owned by the table.
class AlertHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit AlertHeader(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    // Anew after a change of the text scale or of the room.
    void fit();
    // Pixels that all shown columns must have.
    [[nodiscard]] int neededWidth() const;
    void resetColumns();
    [[nodiscard]] QByteArray save() const;
    void restore(const QByteArray &state);
    void fillMenu(QMenu &menu);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Width {
        int pixels = 0; // at text scale 1
        bool chosen = false; // by a person: it does not give way
    };
    void handleResized(int column, int pixels);
    void showColumn(int column, bool shown);
    [[nodiscard]] int wished(int column) const;

    std::vector<Width> m_widths;
    bool m_fitting = false; // we size, not the person
};

} // namespace tocsin::ui
