// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/fieldcatalogue.h"
#include "core/filter/filter.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QTimer;

namespace tocsin::ui {

class FilterBox;
class FilterCompletion;
class FilterMessage;
class SavedFilters;

// The row above the table: what the filter does in a word, the box, how many rows pass. What is typed is compiled and
// applied after a short rest, or at once on Enter; what is wrong is said below the box, and the last valid filter stays.
// Escape stops a search that runs, else leaves the box and keeps the text. Holds what is known of the fields of packets. Main thread.
class FilterRow final : public QWidget
{
    Q_OBJECT
public:
    enum class State { None, Valid, Running, NotApplied, Wrong, Stopped };
    static constexpr qsizetype kMostHistory = 50;

    explicit FilterRow(QWidget *parent = nullptr);
    ~FilterRow() override;

    [[nodiscard]] QString text() const; // as it stands in the box
    void setText(const QString &text); // and applies it
    void narrow(const QString &condition); // joins it to what is applied
    void clear();
    void focusBox();
    [[nodiscard]] FilterBox *box() const { return m_box; }
    [[nodiscard]] State state() const;
    // What the table shows; null: everything.
    [[nodiscard]] const std::shared_ptr<const filter::Filter> &filter() const { return m_filter; }
    [[nodiscard]] filter::FieldCatalogue &catalogue() { return m_catalogue; }
    // Applied filters, the newest first; Up and Down go through them while the box is empty.
    void setHistory(const QStringList &history) { m_history = history.mid(0, kMostHistory); }
    [[nodiscard]] const QStringList &history() const { return m_history; }
    [[nodiscard]] FilterCompletion *completion() const;
    [[nodiscard]] SavedFilters *saved() const { return m_saved; }
    // Ends a search that runs; false: none does. What was found so far stays, and the chip says so.
    bool stop();
    enum class Work { Running, Folding, Sorting };
    // How much of the work is done, 0 … 1; less than 0: none is.
    void setProgress(double fraction, Work work = Work::Running);
    // -1 for `shown`: no filter, then only the total is said.
    void setCounts(qint64 shown, qint64 total);
    // Rows that could not be judged; said below the box while nothing is wrong in it.
    void setUnread(qint64 rows);

Q_SIGNALS:
    void filterChanged(const std::shared_ptr<const tocsin::filter::Filter> &filter);
    void stopWanted(); // of the search
    void left(); // Enter or Escape: the focus belongs to the table
    void historyChanged(const QStringList &history);
    void samplesWanted(); // values are about to be offered: the catalogue may learn
    void helpWanted();
    void ruleWanted(const QString &text); // of this filter

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void present();
    void apply();
    void use(std::shared_ptr<const filter::Filter> filter);
    void showProblem(); // or else that rows could not be judged
    void correct();
    void offer(bool always);
    void hideCompletion();
    void showMenu(const QPoint &at); // of the box
    void remember();
    [[nodiscard]] bool goThroughHistory(int step);
    [[nodiscard]] bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] QString wordOf(State state) const;
    [[nodiscard]] int chipWidth() const;

    filter::FieldCatalogue m_catalogue;
    QLabel *m_glyph;
    QLabel *m_word;
    FilterBox *m_box;
    FilterMessage *m_message;
    QPointer<FilterCompletion> m_completion; // the window owns it: it lies over the rows
    QLabel *m_count;
    SavedFilters *m_saved;
    QTimer *m_rest;
    std::shared_ptr<const filter::Filter> m_filter;
    std::optional<filter::Problem> m_problem; // of what stands in the box
    QStringList m_history;
    qsizetype m_inHistory = -1; // what the box shows of it
    qint64 m_shown = -1;
    qint64 m_total = 0;
    qint64 m_unread = 0;
    double m_progress = -1;
    bool m_stopped = false; // the search ended before it was done
    Work m_work = Work::Running;
};

} // namespace tocsin::ui
