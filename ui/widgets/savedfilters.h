// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QMenu;
class QToolButton;

namespace tocsin::ui {

class SavedButton;

// A filter with a name. A plain value.
struct SavedFilter {
    QString name;
    QString text;
    friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
};

// Saved filters as buttons with the digit of their shortcut (Ctrl+1 … 9); “+” saves the present one. Buttons without room
// are hidden, their keys remain. Main thread.
class SavedFilters final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype kMost = 9;

    explicit SavedFilters(QWidget *parent = nullptr);
    void setFilters(const QList<SavedFilter> &filters);
    [[nodiscard]] const QList<SavedFilter> &filters() const { return m_filters; }
    // What the table shows: its button is marked, and it is what “+” saves.
    void setApplied(const QString &text);
    void add(const QString &name);
    void rename(qsizetype place, const QString &name);
    void move(qsizetype place, int step);
    void remove(qsizetype place);
    void fillMenu(QMenu &menu, qsizetype place);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &text);
    void changed();
    void ruleWanted(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void arrange();
    void present();
    void askName(const QString &title, const QString &verb, const QString &name, const std::function<void(const QString &)> &done);

    QList<SavedFilter> m_filters;
    QList<SavedButton *> m_buttons;
    QToolButton *m_add;
    QString m_applied;
};

} // namespace tocsin::ui
